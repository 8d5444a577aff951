"""Slots of the controls for the whole show; each is an action (GUI thread, never blocks)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from mwk_desktop.show import commands as ask
from mwk_desktop.show.actions import SPEEDS
from mwk_desktop.show.control_requests import (
    ForgetControl,
    LearnControl,
    StopLearning,
    UndoLearning,
)
from mwk_desktop.ui.console.replay_properties import moment_words

if TYPE_CHECKING:
    from mwk_desktop.show.action_kinds import ConsoleState
    from mwk_desktop.show.action_sender import ActionSender
    from mwk_desktop.show.recent_hands import RecentHands
    from mwk_desktop.show.show_client import ShowClient
    from mwk_desktop.ui.console.leave_view import LeaveView


class ShowControls:
    """The part of the console's view-model behind transport, master and replay."""

    _show: ShowClient
    _actions: ActionSender
    leave: LeaveView
    state: Callable[[], ConsoleState]
    learning: bool
    learnAction: str
    askPage: Callable[[str], None]

    def note_hands_in(self, hands: RecentHands) -> None:
        """What is done here is listed with what other hands do."""
        self._actions.hands = hands

    @Slot()
    def toggleHold(self) -> None:
        self._actions.perform("show.hold")

    @Slot()
    def pressPanic(self) -> None:
        self._actions.perform("show.panic")

    @Slot()
    def pressFade(self) -> None:
        self._actions.perform("show.fade")

    @Slot()
    def toggleFloor(self) -> None:
        self._actions.perform("master.floor")

    @Slot()
    def toggleDim(self) -> None:
        self._actions.perform("master.dim")

    @Slot()
    def toggleMono(self) -> None:
        self._actions.perform("master.mono")

    @Slot()
    def toggleCueNext(self) -> None:
        self._actions.perform("cue.next")

    @Slot()
    def toggleRecord(self) -> None:
        self._actions.perform("show.record")

    @Slot()
    def askToLeave(self) -> None:
        """End the program, after a question where the show would suffer."""
        self.leave.ask(self._show.snapshot(), self.state())

    @Slot()
    def toggleStageWindow(self) -> None:
        self._actions.perform("stage.window")

    @Slot(str)
    def showOnStage(self, moment: str) -> None:
        """A button of the stage panel; black goes on to the logo, as its key does."""
        self._actions.perform(f"stage.{'black.next' if moment == 'black' else moment}")

    @Slot(str)
    def resolveHistory(self, choice: str) -> None:
        """Answer the question about lost history: continue from the ``oldest`` record or from
        ``now``."""
        self._actions.perform("source.lost_history", choice)

    @Slot()
    def takeOver(self) -> None:
        """Take over: this console is heard from now on, and the other one follows."""
        self._actions.perform("show.take_over")

    def toggleLearning(self) -> None:
        """Enter or leave learn mode; without MIDI the controllers page says why not."""
        if self._show.snapshot().workers.controllers is None:
            self.askPage("controllers")
        else:
            self._show.send(StopLearning() if self.learning else LearnControl())

    @Slot()
    def endLearning(self) -> None:
        """Leave learn mode; what was learnt stays."""
        self._show.send(StopLearning())

    @Slot(str)
    def chooseToLearn(self, action: str) -> None:
        """Let the next control that is moved do this action."""
        if action != self.learnAction:
            self._show.send(LearnControl(action))

    @Slot()
    def forgetLearnt(self) -> None:
        """Take the chosen action from the control that does it."""
        self._show.send(ForgetControl(self.learnAction))

    @Slot()
    def undoLearning(self) -> None:
        """Take back what a controller was taught last."""
        self._show.send(UndoLearning())

    @Slot(str)
    def openSounds(self, folder: str) -> None:
        if folder:
            self._show.send(ask.OpenSounds(Path(folder)))

    @Slot()
    def openDemo(self) -> None:
        """Return to the simulated crowd."""
        self._actions.perform("source.demo")

    @Slot()
    def toggleLoop(self) -> None:
        """Begin the recording again at its end, or end there."""
        self._actions.perform("replay.loop")

    @Slot()
    def cancelScene(self) -> None:
        self._actions.perform("show.cancel_next")

    @Slot()
    def undo(self) -> None:
        self._actions.perform("show.undo")

    @Slot()
    def togglePause(self) -> None:
        self._actions.perform("replay.pause")

    @Slot(int)
    def setSpeed(self, place: int) -> None:
        self._actions.perform("replay.speed", SPEEDS[place])

    @Slot(float)
    def scrubTo(self, share: float) -> None:
        """Go to a place of the recording, 0 (its start) to 1."""
        self._actions.perform("replay.position", share)

    @Slot()
    def toggleLock(self) -> None:
        self._actions.perform("show.lock")

    @Slot(float, result=str)
    def momentAt(self, share: float) -> str:
        """A place of the recording in words: its time, its window, its votes."""
        return moment_words(self._show.snapshot(), share)

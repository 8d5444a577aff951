"""What the controls of the whole show ask for (GUI thread only, never blocks)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from mwk_desktop.show import commands as ask
from mwk_desktop.ui.console.replay_properties import moment_words

if TYPE_CHECKING:
    from mwk_desktop.ui.console.show_client import Show

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)


class ShowControls:
    """The part of the console's view-model behind transport, master and replay."""

    _show: Show

    @Slot()
    def toggleHold(self) -> None:
        self._show.send(ask.SetHold(not self._show.snapshot().hold))

    @Slot()
    def pressPanic(self) -> None:
        silent = self._show.snapshot().panic == "silent"
        self._show.send(ask.Resume() if silent else ask.Panic())

    @Slot()
    def pressFade(self) -> None:
        self._show.send(ask.FadeOut())

    @Slot()
    def toggleRecord(self) -> None:
        self._show.send(ask.RecordMaster(self._show.snapshot().master_recorded_ms is None))

    @Slot()
    def toggleWinner(self) -> None:
        snapshot = self._show.snapshot()
        if snapshot.winner is not None or snapshot.leaders:
            self._show.send(ask.ShowWinner(snapshot.winner is None))

    @Slot(str)
    def resolveHistory(self, choice: str) -> None:
        """The answer to lost history: go on from the ``oldest`` record, or from ``now``."""
        self._show.send(ask.ResolveLostHistory(choice))

    @Slot(str)
    def openSounds(self, folder: str) -> None:
        if folder:
            self._show.send(ask.OpenSounds(Path(folder)))

    @Slot()
    def cancelScene(self) -> None:
        self._show.send(ask.CancelScene())

    @Slot()
    def undo(self) -> None:
        if self._show.snapshot().can_undo:
            self._show.send(ask.Undo())

    @Slot()
    def togglePause(self) -> None:
        replay = self._show.snapshot().replay
        if replay is not None:
            self._show.send(ask.Pause(not replay.paused))

    @Slot(int)
    def setSpeed(self, place: int) -> None:
        self._show.send(ask.SetSpeed(SPEEDS[place]))

    @Slot(float)
    def scrubTo(self, share: float) -> None:
        """Go to a place of the recording, 0 (its start) to 1."""
        replay = self._show.snapshot().replay
        if replay is not None and share == share:
            place_ms = round(max(0.0, min(1.0, share)) * replay.length_ms)
            self._show.send(ask.Scrub(place_ms))

    @Slot(float, result=str)
    def momentAt(self, share: float) -> str:
        """A place of the recording in words: its time, its window, its votes."""
        return moment_words(self._show.snapshot(), share)

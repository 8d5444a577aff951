"""Slots of GO, the snapshots, all to AUTO and redo; each is an action (GUI thread, never blocks).

Storing asks for a place first: the next digit, or click on a place, answers; any other key is a no.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot

if TYPE_CHECKING:
    from mwk_desktop.show.action_sender import ActionSender


class DeskControls:
    """The part of the console's view-model behind the rail and the two buttons before Record."""

    _actions: ActionSender
    set_properties: Callable[[Mapping[str, Any]], None]
    storing: bool
    places: list[Any]

    @Slot()
    def toggleArm(self) -> None:
        self._actions.perform("show.arm")

    @Slot()
    def pressGo(self) -> None:
        self._actions.perform("show.go")

    @Slot()
    def forgetArmed(self) -> None:
        self._actions.perform("show.forget")

    @Slot()
    def toggleNextNow(self) -> None:
        self._actions.perform("show.next_now")

    @Slot()
    def giveAllBack(self) -> None:
        self._actions.perform("show.all_auto")

    @Slot()
    def redo(self) -> None:
        self._actions.perform("show.redo")

    @Slot(int)
    def pressSnapshot(self, number: int) -> None:
        """Recall a snapshot (1 to 8), or store the desk in its place while that is asked."""
        if self.storing:
            self.storeSnapshot(number)
        else:
            self._actions.perform(f"snapshot.{number}.recall")

    @Slot(int)
    def storeSnapshot(self, number: int) -> None:
        self.endStoring()
        self._actions.perform(f"snapshot.{number}.store")

    @Slot(int)
    def clearSnapshot(self, number: int) -> None:
        self._actions.perform(f"snapshot.{number}.clear")

    @Slot(int, str)
    def nameSnapshot(self, number: int, name: str) -> None:
        self._actions.perform(f"snapshot.{number}.name", name)

    @Slot(int, str, bool)
    def keepSnapshotPart(self, number: int, part: str, kept: bool) -> None:
        """Let a recall take a part (``mode``, ``clip``...) back, or leave it as it is then."""
        parts = set(self.places[number - 1]["parts"])
        wanted = parts | {part} if kept else parts - {part}
        self._actions.perform(f"snapshot.{number}.parts", ",".join(sorted(wanted)))

    @Slot()
    def askToStore(self) -> None:
        """Ask for a place to store the desk, or cancel the question."""
        self._actions.perform("console.store")

    @Slot()
    def endStoring(self) -> None:
        self.set_properties({"storing": False})

    def answer_storing(self, chord: str) -> bool:
        """Use a key as the answer to where to store; returns whether it was one."""
        if not self.storing:
            return False
        place = chord.removeprefix("Ctrl+")
        if len(place) == 1 and place in "12345678":
            self.storeSnapshot(int(place))
            return True
        self.endStoring()
        return chord in ("Escape", "Ctrl+S")

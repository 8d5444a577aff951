"""Files that are dragged onto the console: what they are, and what a drop does (GUI thread).

Looking at a name, a size and the names in one folder takes well under a frame; what a recording
holds is found out elsewhere, and shown when it is known.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QUrl, Slot

from mwk_desktop.show.action_kinds import UNLOCKED
from mwk_desktop.show.recording_facts import RecordingFacts
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.console.file_choice import file_size, is_recording
from mwk_desktop.ui.console.leave_view import reasons_to_stay
from mwk_desktop.ui.console.recording_rows import drop_line
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.message_text import LONGEST, message_text
from mwk_desktop.ui.safe_text import clean
from mwk_desktop.ui.view_model import view_model_class
from mwk_desktop.units import INSTRUMENTS

if TYPE_CHECKING:
    from mwk_desktop.ui.console.console_view import ConsoleView

RECORDING: Final = "recording"
SOUNDS: Final = "sounds"

_NONE = {"kind": "", "name": "", "problem": "", "warning": ""}
_DropProperties = view_model_class("DropProperties", {**_NONE, "asking": False, "reasons": []})


@dataclass(frozen=True, slots=True)
class Dropped:
    """What a drop would use: ``kind`` is recording, sounds, or "" with a ``problem``."""

    kind: str = ""
    path: Path = Path()
    detail: str = ""
    problem: str = ""


def look_at(urls: Sequence[str]) -> Dropped:
    """What is dragged: one recording, one sound set, or why it is neither."""
    if len(urls) != 1:
        return Dropped(problem=translate("Drop", "Drop one recording, or one folder of sounds."))
    url = QUrl(urls[0])
    if not url.isLocalFile():
        return Dropped(problem=translate("Drop", "Only files of this computer can be dropped."))
    path = Path(url.toLocalFile())
    name = clean(path.name, 80)
    if path.name == "set.toml":
        path = path.parent
    try:
        if path.is_dir():
            return _look_at_folder(path, name)
        size = path.stat().st_size
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        problem = translate("Drop", "%1 cannot be read: %2")
        reason = getattr(error, "strerror", None) or str(error)
        # The name last: it may hold a %2.
        return Dropped(problem=problem.replace("%2", reason).replace("%1", name))
    if not is_recording(path.name):
        problem = translate("Drop", "%1 is no recording (.jsonl, also .gz or .zst).")
        return Dropped(problem=problem.replace("%1", name))
    return Dropped(RECORDING, path, file_size(size))


def _look_at_folder(folder: Path, name: str) -> Dropped:
    with os.scandir(folder) as entries:
        folders = {entry.name for entry in entries if entry.is_dir()}
    found = len(folders.intersection(INSTRUMENTS))
    if not found and folder.name in INSTRUMENTS:
        problem = translate("Drop", "%1 is one instrument: drop the folder above it.")
        return Dropped(problem=problem.replace("%1", name))
    if not found:
        problem = translate("Drop", "%1 is no sound set: that has a folder for each instrument.")
        return Dropped(problem=problem.replace("%1", name))
    detail = translate("Drop", "%1 of %2 instruments")
    detail = detail.replace("%1", str(found)).replace("%2", str(len(INSTRUMENTS)))
    return Dropped(SOUNDS, folder, detail)


class DropView(_DropProperties):  # type: ignore[misc, valid-type]
    """What is over the console, and the question before a drop ends a show.

    Parameters
    ----------
    console
        Opens recordings and sound sets, and knows whether it is locked.
    snapshot
        The show's newest snapshot; never waits.
    """

    def __init__(self, console: ConsoleView, snapshot: Callable[[], Snapshot]) -> None:
        super().__init__()
        self._console = console
        self._snapshot = snapshot
        self._dropped = Dropped()
        self._recordings: tuple[RecordingFacts, ...] = ()
        console.recordingOffered.connect(self.offer)

    @Slot("QStringList")
    def look(self, urls: list[str]) -> None:
        """Something is dragged over the console."""
        self._dropped = self._fitting(look_at(urls))
        if self._dropped.kind == RECORDING:
            self._console.look_at((self._dropped.path,))
        self._show()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what has become known of the recording that is dragged."""
        if snapshot.workers.recordings is not self._recordings:
            self._recordings = snapshot.workers.recordings
            hangs = self.kind or self.problem
            if self._dropped.kind == RECORDING and hangs and not self.asking:
                self._show()
        if self.asking:
            self.set_properties({"reasons": self._reasons()})

    def _show(self) -> None:
        dropped = self._with_facts(self._dropped)
        warning = ""
        if dropped.kind and self._reasons():
            warning = translate("Drop", "the show that plays ends: it asks before it does")
        name = clean(dropped.path.name, 80)
        detail = f" \u00b7 {dropped.detail}" if dropped.detail else ""
        self.set_properties(
            {
                "kind": dropped.kind,
                "name": f"{name}{detail}" if dropped.kind else "",
                "problem": dropped.problem,
                "warning": warning,
            }
        )

    def _with_facts(self, dropped: Dropped) -> Dropped:
        """The same with what is known of a recording, or why it cannot be played."""
        if dropped.kind != RECORDING:
            return dropped
        path = str(dropped.path)
        facts = next((facts for facts in self._recordings if facts.path == path), None)
        # What could not be read in time may still be played.
        if facts is None or facts.unread:
            return dropped
        if facts.problem:
            return Dropped(problem=message_text(facts.problem, LONGEST))
        return replace(dropped, detail=drop_line(facts, dropped.detail))

    def offer(self, path: str) -> None:
        """A recording was chosen in the list: play it, or ask first where a show would end. What is
        known to be broken is tried all the same: the console says why it cannot be played."""
        self._use_or_ask(self._fitting(Dropped(RECORDING, Path(path))))

    @Slot()
    def forget(self) -> None:
        """It has left again, or its one line was read."""
        self.set_properties(_NONE)

    @Slot()
    def drop(self) -> None:
        """It was let go over its target: use it, or ask first where a show would end."""
        self.forget()
        # The show or the lock may have changed while it hung there.
        self._use_or_ask(self._with_facts(self._fitting(self._dropped)))

    def _use_or_ask(self, dropped: Dropped) -> None:
        self._dropped = dropped
        if not self._dropped.kind:
            self.set_properties({"problem": self._dropped.problem})
            return
        reasons = self._reasons()
        if reasons:
            self.set_properties({"asking": True, "reasons": reasons, "kind": self._dropped.kind})
        else:
            self._use()

    @Slot()
    def stay(self) -> None:
        """Go on with the show: what was dropped is forgotten."""
        self._dropped = Dropped()
        self.set_properties({"asking": False, "reasons": [], **_NONE})

    @Slot()
    def use(self) -> None:
        """Play it in place of the show, after the question."""
        if self.asking:
            self._use()

    def _use(self) -> None:
        dropped = self._dropped
        self.stay()
        if dropped.kind == RECORDING:
            self._console.openRecording(str(dropped.path))
        elif dropped.kind == SOUNDS:
            self._console.openSounds(str(dropped.path))

    def _fitting(self, dropped: Dropped) -> Dropped:
        """The same, or why it cannot be used now."""
        there = {RECORDING: self._console.canOpen, SOUNDS: self._console.canSounds}
        if self._console.locked:
            return Dropped(problem=translate("Drop", "The console is locked (L): nothing opens."))
        if dropped.kind and not there[dropped.kind]:
            return Dropped(problem=translate("Drop", "This show cannot be changed for another."))
        return dropped

    def _reasons(self) -> list[str]:
        return reasons_to_stay(self._snapshot(), UNLOCKED)

"""Leaving the program: asks first where a show would suffer, and ends the sound with a fade.

GUI thread only. A signal (SIGTERM) does not come here: it never asks.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal, Slot

from mwk_desktop.show.action_kinds import ConsoleState
from mwk_desktop.show.action_sender import ActionSender
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.number_text import countdown, long_time
from mwk_desktop.ui.view_model import view_model_class

HOLD_MS: Final = 800
"""How long Q, or the button, is held to quit at once."""
CUT_MS: Final = 400
"""From the panic to the end: its fade of 200 ms, which a recording of the master ends with, and
what lies between it and the file."""

_LeaveProperties = view_model_class(
    "LeaveProperties",
    {
        "asking": False,
        "reasons": [],
        "fadeText": "",
        "held": False,
        "holdMs": HOLD_MS,
        "leaving": False,
    },
)


def reasons_to_stay(snapshot: Snapshot, console: ConsoleState) -> list[str]:
    """What an end of the program would stop, for people; empty: nothing is lost."""
    found = []
    if snapshot.source.kind == "live":
        text = translate("Leave", "The show is live: votes of %1 count.")
        found.append(text.replace("%1", snapshot.source.name))
    if snapshot.master_recorded_ms is not None:
        text = translate("Leave", "The master is recorded, so far %1. The file is completed.")
        found.append(text.replace("%1", long_time(snapshot.master_recorded_ms)))
    report = snapshot.workers.report
    if report is not None and report.running:
        found.append(translate("Leave", "The report is not finished: it would stop."))
    if console.stage_open:
        found.append(translate("Leave", "The stage is open: the room sees it close."))
    if console.locked:
        found.append(translate("Leave", "The console is locked."))
    return found


class LeaveView(_LeaveProperties):  # type: ignore[misc, valid-type]
    """The question before the end, and its three answers.

    Parameters
    ----------
    actions
        Receives panic, fade and the end of a recording; never waits.
    """

    leaveAsked = Signal()
    """The program may end now."""

    def __init__(self, actions: ActionSender) -> None:
        super().__init__()
        self._actions = actions
        self._fades = False
        self._console: ConsoleState | None = None
        self._hold = QTimer(self)
        self._hold.setObjectName("hold")
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLD_MS)
        self._hold.timeout.connect(self.quitNow)
        self._cut = QTimer(self)
        self._cut.setObjectName("cut")
        self._cut.setSingleShot(True)
        self._cut.setInterval(CUT_MS)
        self._cut.timeout.connect(self._leave)

    def ask(self, snapshot: Snapshot, console: ConsoleState) -> None:
        """Leave, or show the question if something would be lost; repeated calls do nothing."""
        if self.asking or self.leaving:
            return
        found = reasons_to_stay(snapshot, console)
        if not found:
            self._leave()
            return
        self._console = console
        self.set_properties({"asking": True, "reasons": found})

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Follow what would be lost, and the fade after which the program ends."""
        if self.asking and self._console is not None:
            self.set_properties({"reasons": reasons_to_stay(snapshot, self._console)})
        if not self._fades:
            return
        silence = snapshot.silence
        if silence.kind == "fading":
            text = translate("Leave", "Fading out: the program ends in %1")
            self.set_properties({"fadeText": text.replace("%1", countdown(silence.seconds * 1000))})
        elif silence.can_resume:
            self._leave()

    @Slot()
    def stay(self) -> None:
        """Go on with the show; a fade that was begun here is taken back."""
        if self._fades:
            self._fades = False
            self._actions.perform("show.fade", False)
        self._hold.stop()
        self.set_properties({"asking": False, "held": False, "fadeText": ""})

    @Slot()
    def fadeThenQuit(self) -> None:
        """Fade out over two loops, then end."""
        self._fades = True
        self._actions.perform("show.fade", True)

    @Slot()
    def beginHold(self) -> None:
        """Q or the button goes down."""
        if self.asking and not self.held:
            self.set_properties({"held": True})
            self._hold.start()

    @Slot()
    def endHold(self) -> None:
        """Q or the button goes up: too early, nothing happens."""
        self._hold.stop()
        self.set_properties({"held": False})

    @Slot()
    def quitNow(self) -> None:
        """Fade in 200 ms and end: a recording ends with that fade."""
        self.endHold()
        if self.leaving:
            return
        self.set_properties({"leaving": True})
        self._actions.perform("show.panic")
        self._cut.start()

    def close(self) -> None:
        """Stop all timers, before the windows end."""
        self._hold.stop()
        self._cut.stop()

    def _leave(self) -> None:
        self._fades = False
        self.set_properties({"leaving": True})
        self.leaveAsked.emit()

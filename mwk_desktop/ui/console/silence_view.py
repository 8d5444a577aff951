"""The bar that says why nothing is heard, and the held key or button that brings the music back.

GUI thread only. Resuming is held, so that no single press of a key ends a silence by accident.
"""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QTimer, Slot

from mwk_desktop.show.action_sender import ActionSender
from mwk_desktop.show.silence import AUDIBLE, SilenceState
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.number_text import countdown, elapsed
from mwk_desktop.ui.view_model import view_model_class

HOLD_MS: Final = 600
"""How long R, or the button, is held before the music returns."""
HINT_MS: Final = 1_000
"""How long the button says that it was let go too early."""
REPEATED_S: Final = 30
"""How often a screen reader is told for how long it has been silent."""

_SilenceProperties = view_model_class(
    "SilenceProperties",
    {
        "kind": "",
        "title": "",
        "time": "",
        "detail": "",
        "spoken": "",
        "share": 0.0,
        "canResume": False,
        "held": False,
        "tooShort": False,
        "holdMs": HOLD_MS,
    },
)


class SilenceView(_SilenceProperties):  # type: ignore[misc, valid-type]
    """What the bar shows, and its button.

    Parameters
    ----------
    actions
        Receives the resume; never waits.
    """

    def __init__(self, actions: ActionSender) -> None:
        super().__init__()
        self._actions = actions
        self._state: SilenceState = AUDIBLE
        self._key: Any = None
        self._hold = QTimer(self)
        self._hold.setObjectName("hold")
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLD_MS)
        self._hold.timeout.connect(self._held_long_enough)
        self._hint = QTimer(self)
        self._hint.setObjectName("hint")
        self._hint.setSingleShot(True)
        self._hint.setInterval(HINT_MS)
        self._hint.timeout.connect(self._forget_hint)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot's silence."""
        state = snapshot.silence
        key = (state.kind, int(state.seconds), round(state.share, 2), state.bar, state.beats)
        if key == self._key:
            return
        self._key, self._state = key, state
        if not state.can_resume:
            self._stop_holding()
        self.set_properties(
            {
                "kind": state.kind,
                "share": round(state.share, 2),
                "canResume": state.can_resume,
                **_words(state),
            }
        )

    def retranslate(self) -> None:
        """Show all texts again with the next snapshot, in another language."""
        self._key = None

    @Slot()
    def beginHold(self) -> None:
        """R or the button goes down; ignored where nothing can resume."""
        if not self._state.can_resume or self.held:
            return
        self._hint.stop()
        self.set_properties({"held": True, "tooShort": False})
        self._hold.start()

    @Slot()
    def endHold(self) -> None:
        """R or the button goes up again; too early, nothing is done but to say so."""
        if self.held:
            self._stop_holding()
            self.set_properties({"tooShort": True})
            self._hint.start()

    @Slot()
    def cancelHold(self) -> None:
        """The window lost the keyboard or a page opened: the key's end will not be heard."""
        self._stop_holding()

    @Slot()
    def resumeNow(self) -> None:
        """Bring the music back at once: a screen reader's press, which cannot be held."""
        self._actions.perform("show.resume")

    def close(self) -> None:
        """Stop all timers, before the windows end."""
        self._stop_holding()
        self._hint.stop()

    def _stop_holding(self) -> None:
        self._hold.stop()
        self.set_properties({"held": False, "tooShort": False})

    def _held_long_enough(self) -> None:
        self._stop_holding()
        self.resumeNow()

    def _forget_hint(self) -> None:
        self.set_properties({"tooShort": False})


def _words(state: SilenceState) -> dict[str, Any]:
    """The bar's texts for a state."""
    seconds_ms = state.seconds * 1000
    title = time = detail = spoken = ""
    if state.kind == "silent":
        title, time = translate("Silence", "SILENT"), translate("Silence", "for %1")
        time = time.replace("%1", elapsed(seconds_ms))
        detail = translate("Silence", "Nothing is heard. Bars, votes and scenes go on.")
    elif state.kind == "faded":
        title, time = translate("Silence", "FADED OUT"), translate("Silence", "for %1")
        time = time.replace("%1", elapsed(seconds_ms))
        detail = translate("Silence", "Nothing is heard. Bars, votes and scenes go on.")
    elif state.kind == "fading":
        title, time = translate("Silence", "FADING OUT"), translate("Silence", "silent in %1")
        time = time.replace("%1", countdown(seconds_ms))
    elif state.kind == "returning":
        title = translate("Silence", "RETURNS AT BAR %1").replace("%1", str(state.bar))
        one = translate("Silence", "in 1 beat")
        more = translate("Silence", "in %1 beats").replace("%1", str(state.beats))
        time = one if state.beats <= 1 else more
        detail = translate("Silence", "The scene that plays then is heard from its first beat on.")
    if state.can_resume:
        # Only every half minute, not each second.
        since_s = int(state.seconds) // REPEATED_S * REPEATED_S
        said = translate("Silence", "Silent for %1 seconds. Resume: hold R.")
        spoken = said.replace("%1", str(since_s))
    elif state.kind:
        spoken = title
    return {"title": title, "time": time, "detail": detail, "spoken": spoken}

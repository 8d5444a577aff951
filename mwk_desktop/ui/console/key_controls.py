"""Keys of the console become actions, by the tables of :mod:`mwk_desktop.ui.keys` (GUI thread)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot

from mwk_desktop.ui import keys
from mwk_desktop.ui.console.learn_properties import capitalized_label
from mwk_desktop.ui.console.strip_controls import MASTER, channel
from mwk_desktop.ui.key_caps import key_cap

if TYPE_CHECKING:
    from mwk_desktop.show.action_sender import ActionSender
    from mwk_desktop.ui.console.escape_hold import EscapeHold
    from mwk_desktop.ui.console.silence_view import SilenceView

_ESCAPE: Final = 0x01000000


KEY_DEFAULTS: Final[Mapping[str, object]] = {"takenKeys": [], "ownKeys": [], "escapeHeld": False}


def _own_rows(own: Mapping[str, str]) -> list[dict[str, str]]:
    """The presenter's own keys for the list of keys, those that do something."""
    return [
        {"cap": key_cap(key), "text": capitalized_label(action)}
        for key, action in sorted(own.items())
        if action
    ]


ESCAPE_S: Final = 2.0
"""For so long after a page has closed by itself, one Esc that was meant for it does nothing."""


class KeyControls:
    """The part of the console's view-model that reads keys."""

    _platform: str
    _actions: ActionSender
    _keys: Mapping[str, str]
    _own: Mapping[str, str]
    silence: SilenceView
    escape: EscapeHold
    stage_full_screen: bool
    escape_leaves_full_screen: bool
    answer_storing: Callable[[str], bool]
    endLearning: Callable[[], None]
    set_properties: Callable[[Mapping[str, object]], None]
    learnText: str
    _page_closed_s = float("-inf")

    @Slot()
    def notePageClosed(self) -> None:
        """A page has closed by itself, not by Esc or by its cross."""
        self._page_closed_s = monotonic()

    def _is_for_page(self, chord: str) -> bool:
        """Whether a key is an Esc for a page that has just closed by itself; once."""
        closed_s, self._page_closed_s = self._page_closed_s, float("-inf")
        return chord == "Escape" and monotonic() - closed_s < ESCAPE_S

    def use_keys(self, own: Mapping[str, str]) -> None:
        """Take the presenter's own keys (``[keys]``) from now on: key -> action, "" for none."""
        self._own = dict(own)
        self._keys = keys.key_table(own)
        taken = [key for key, action in own.items() if keys.KEYS.get(key, "") != action]
        changed = {key: own[key] for key in taken}
        self.set_properties({"takenKeys": taken, "ownKeys": _own_rows(changed)})

    def use_escape(self, *, held: bool) -> None:
        """Whether Esc is panic only when it is held."""
        self.escape.end()
        self.escape.held = held
        self.set_properties({"escapeHeld": held})

    @Slot(int, int, int, bool, result=bool)
    def key(self, key: int, scan_code: int, modifiers: int, repeats: bool) -> bool:
        """Handle a key of either window; returns whether it was ours. Held down, it acts once."""
        chord = keys.chord_of(key, scan_code, modifiers, self._platform)
        if chord and not repeats and self.answer_storing(chord):
            return True
        if chord == "Escape" and not repeats and self.learnText:
            # It closes what is open first; Shift+Esc is panic all the same.
            self.endLearning()
            return True
        if not repeats and self._is_for_page(chord):
            return True
        action = self._keys.get(chord)
        if action is None:
            return False
        if repeats:
            return True
        if action == "show.record" and self.silence.canResume:
            # Nothing is heard: the key brings the music back, but only when it is held.
            self.silence.beginHold()
        elif action == "show.panic" and chord == "Escape" and self.escape.held:
            self.escape.begin()
        else:
            self._actions.perform(action)
        return True

    @Slot(int, int, int, result=str)
    def pageAction(self, key: int, scan_code: int, modifiers: int) -> str:
        """The action of a key that works over an open page, too, where nothing takes it as text:
        another page, the lock. Empty: the key does nothing there."""
        chord = keys.chord_of(key, scan_code, modifiers, self._platform)
        action = self._keys.get(chord, "")
        is_page = action.startswith("console.") and action != "console.store"
        return action if is_page or action in ("show.lock", "show.take_over") else ""

    @Slot(int, int, int, bool, result=bool)
    def keyReleased(self, key: int, scan_code: int, modifiers: int, repeats: bool) -> bool:
        """Handle the end of a key press of either window; whether it was ours."""
        if not repeats and key == _ESCAPE:
            self.escape.end()
        if repeats or not self.silence.held:
            return False
        action = self._keys.get(keys.chord_of(key, scan_code, modifiers, self._platform))
        if action == "show.record":
            self.silence.endHold()
        return action == "show.record"

    @Slot(int, int, int, bool, result=bool)
    def stageKey(self, key: int, scan_code: int, modifiers: int, repeats: bool) -> bool:
        """Handle a key of the stage's window, which has its own Esc if the settings say so."""
        chord = keys.chord_of(key, scan_code, modifiers, self._platform)
        leaves = chord == "Escape" and self.escape_leaves_full_screen and self.stage_full_screen
        if leaves and (repeats or self._actions.perform("stage.fullscreen", False)):
            return True
        return self.key(key, scan_code, modifiers, repeats)

    @Slot()
    def releaseKeys(self) -> None:
        """Release held keys, because the window lost the keyboard."""
        self.silence.cancelHold()
        self.escape.end()

    @Slot(int, int, int, bool, result=bool)
    def stripKey(self, place: int, key: int, modifiers: int, repeats: bool) -> bool:
        """Handle a key on the strip (8: the master) that has the focus."""
        table = keys.MASTER_KEYS if place == MASTER else keys.STRIP_KEYS
        press = table.get(keys.chord_of(key, 0, modifiers, ""))
        if press is None:
            return False
        if press.repeats or not repeats:
            self._actions.perform(press.action.format(channel=channel(place)), press.value)
        return True

"""Keys of the console become actions, by the tables of :mod:`mwk_desktop.ui.keys` (GUI thread)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from mwk_desktop.ui import keys
from mwk_desktop.ui.console.strip_controls import MASTER, channel

if TYPE_CHECKING:
    from mwk_desktop.show.action_sender import ActionSender
    from mwk_desktop.ui.console.silence_view import SilenceView


class KeyControls:
    """The part of the console's view-model that reads keys."""

    _platform: str
    _actions: ActionSender
    _keys: Mapping[str, str]
    silence: SilenceView
    stage_full_screen: bool
    escape_leaves_full_screen: bool
    answer_storing: Callable[[str], bool]
    endLearning: Callable[[], None]
    learnText: str

    def use_keys(self, own: Mapping[str, str]) -> None:
        """Take the presenter's own keys (``[keys]``) from now on: key -> action, "" for none."""
        self._keys = keys.key_table(own)

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
        action = self._keys.get(chord)
        if action is None:
            return False
        if repeats:
            return True
        if action == "show.record" and self.silence.canResume:
            # Nothing is heard: the key brings the music back, but only when it is held.
            self.silence.beginHold()
        else:
            self._actions.perform(action)
        return True

    @Slot(int, int, int, bool, result=bool)
    def keyReleased(self, key: int, scan_code: int, modifiers: int, repeats: bool) -> bool:
        """Handle the end of a key press of either window; whether it was ours."""
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

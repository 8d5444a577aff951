"""Keys of the console become actions, by the tables of :mod:`mwk_desktop.ui.keys` (GUI thread)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from mwk_desktop.ui import keys
from mwk_desktop.ui.console.strip_controls import MASTER, channel

if TYPE_CHECKING:
    from mwk_desktop.show.action_sender import ActionSender


class KeyControls:
    """The part of the console's view-model that reads keys."""

    _platform: str
    _actions: ActionSender
    _keys: Mapping[str, str]

    @Slot(int, int, int, bool, result=bool)
    def key(self, key: int, scan_code: int, modifiers: int, repeats: bool) -> bool:
        """Handle a key of either window; returns whether it was ours. Held down, it acts once."""
        action = self._keys.get(keys.chord_of(key, scan_code, modifiers, self._platform))
        if action is None:
            return False
        if not repeats:
            self._actions.perform(action)
        return True

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

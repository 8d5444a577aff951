"""Keys of the console become the slots that its buttons call (GUI thread only)."""

from __future__ import annotations

from PySide6.QtCore import Slot

from mwk_desktop.ui import keys
from mwk_desktop.ui.console.strip_controls import MASTER

_LOCKED_ALLOWS = frozenset({"panic", "lock", "help", "stage", "full_screen"})
"""What still works on a locked console: the way out of trouble, and what harms nothing."""


class KeyControls:
    """The part of the console's view-model that reads keys; the slots are its siblings'."""

    _platform: str

    @Slot(int, int, int, bool, result=bool)
    def key(self, key: int, scan_code: int, modifiers: int, repeats: bool) -> bool:
        """A key pressed in either window; answers whether it was ours. Held down, it acts once."""
        act = keys.act_of(key, scan_code, modifiers, self._platform)
        if act is None:
            return False
        if repeats or (self.locked and act.name not in _LOCKED_ALLOWS):
            return True
        self._act(act)
        return True

    def _act(self, act: keys.Act) -> None:
        on_strip = {
            "mode": self.cycleMode,
            "solo": self.toggleSolo,
            "next_variation": self.nextClip,
        }
        if act.strip >= 0:
            on_strip[act.name](act.strip)
            return
        {
            "hold": self.toggleHold,
            "panic": self.pressPanic,
            "fade": self.pressFade,
            "record": self.toggleRecord,
            "winner": self.toggleWinner,
            "pause": self.togglePause,
            "crowd": self.crowdAsked.emit,
            "menu": self.menuAsked.emit,
            "undo": self.undo,
            "lock": self.toggleLock,
            "help": self.helpAsked.emit,
            "stage": self.stageAsked.emit,
            "full_screen": self.fullScreenAsked.emit,
            "open": lambda: self.askPage("open"),
            "connect": lambda: self.askPage("connect"),
            "settings": lambda: self.askPage("settings"),
            "checks": lambda: self.askPage("checks"),
            "query": lambda: self.askPage("query"),
        }[act.name]()

    @Slot(int, int, int, bool, result=bool)
    def stripKey(self, place: int, key: int, modifiers: int, repeats: bool) -> bool:
        """A key pressed on the strip (8: the master) that has the focus."""
        act = keys.strip_act_of(key, modifiers)
        if act is None:
            return False
        if self.locked or (repeats and act not in keys.REPEATS):
            return True
        step_db = 0.1 if modifiers & keys.SHIFT else 0.5
        if act in ("up", "down"):
            self.stepFader(place, step_db if act == "up" else -step_db)
        elif place == MASTER:
            if act == "cancel":
                self.cancelScene()
        elif act == "mute":
            self.toggleMute(place)
        else:
            self.cancelChange(place)
        return True

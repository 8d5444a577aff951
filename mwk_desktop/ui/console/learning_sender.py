"""While a controller is taught, what is pressed on the console is chosen instead of done (GUI
thread only)."""

from __future__ import annotations

from typing import Final

from mwk_desktop.show.action_kinds import Kind, Refusal, Value
from mwk_desktop.show.action_sender import ActionSender
from mwk_desktop.show.actions import ACTIONS
from mwk_desktop.show.control_requests import LearnControl

_ALWAYS: Final = ("show.panic", "show.resume", "show.lock")
"""Actions that always act: emergencies and the lock."""

_UNDO: Final = "show.undo"
_UNDOES: Final = (_UNDO, "show.redo")

_TEACHABLE: Final = (
    "strip.",
    "master.",
    "cue.",
    "show.",
    "stage.",
    "snapshot.",
    "talk.",
    "replay.",
)

_AS: Final = {
    "fader.step": "fader",
    "gain_db": "fader",
    "filter.step": "filter",
    "mode": "mode.next",
    "clip": "clip.next",
}
"""What a press of the mouse does, and what a control does in its place."""


def taught_action(action: str) -> str:
    """The action that a control can be taught in place of a press on the console; "" for none."""
    if action in _ALWAYS or not action.startswith(_TEACHABLE):
        return ""
    for mouse, control in _AS.items():
        head = action.removesuffix(f".{mouse}")
        if head != action and f"{head}.{control}" in ACTIONS:
            action = f"{head}.{control}"
            break
    entry = ACTIONS.get(action)
    kinds = (Kind.FADER, Kind.TOGGLE, Kind.TRIGGER)
    return action if entry is not None and entry.kind in kinds else ""


class LearningSender(ActionSender):
    """The console's own sender: in learn mode it chooses what a control will do."""

    def try_action(self, action: str, value: Value = None, by: str = "") -> Refusal | None:
        controllers = self._show.snapshot().workers.controllers
        learn = None if controllers is None else controllers.learn
        taught = taught_action(action) if learn is not None else ""
        if learn is not None and action in _UNDOES:
            # It takes back what was learnt, and nothing that was done before.
            if action == _UNDO and learn.can_undo:
                return super().try_action(action, value, by)
            return None
        if learn is None or not taught or self.locked:
            return super().try_action(action, value, by)
        if taught != learn.action:  # a fader that is dragged asks again and again
            self._show.send(LearnControl(taught))
        return None

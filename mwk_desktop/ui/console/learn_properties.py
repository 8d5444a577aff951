"""The rail's part on learn mode: which control of the console waits, and what was learnt last."""

from __future__ import annotations

from typing import Any, Final

from mwk_desktop.show.action_labels import action_label
from mwk_desktop.show.controllers_state import ControllersState
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.message_text import message_text

LEARN_DEFAULTS: dict[str, Any] = {
    "learning": False,
    "learnText": "",
    "learnDetail": "",
    "learnAction": "",
    "learnWaits": False,
    "learnTags": {},
    "canForgetLearnt": False,
    "canUndoLearning": False,
}

_LIMIT: Final = 240
_THERE: Final = ("ok", "back")
"""States of a device that answers."""


def learn_properties(controllers: ControllersState | None) -> dict[str, Any]:
    """Values for :data:`LEARN_DEFAULTS`."""
    learn = None if controllers is None else controllers.learn
    if learn is None:
        return dict(LEARN_DEFAULTS)
    text = translate("Learn", "Learn: choose a control on the console.")
    if learn.action:
        asks = translate("Learn", "%1: now move a fader, a knob or a button.")
        text = asks.replace("%1", capitalized_label(learn.action))
    detail = message_text(learn.learnt, _LIMIT)
    control = learn.controls.get(learn.action, "")
    if controllers is not None and not any(row.state in _THERE for row in controllers.rows):
        detail = message_text(controllers.problem, _LIMIT)
        detail = detail or translate("Controllers", "No MIDI controller is plugged in.")
    elif not detail and control:
        detail = translate("Learn", "until now: %1").replace("%1", control)
    return {
        "learning": True,
        "learnText": text,
        "learnDetail": detail,
        "learnAction": learn.action,
        "learnWaits": learn.waits,
        # A tag has room for the control, not for its channel.
        "learnTags": {each: words.partition(" (")[0] for each, words in learn.controls.items()},
        "canForgetLearnt": control != "",
        "canUndoLearning": learn.can_undo,
    }


def capitalized_label(action: str) -> str:
    """What an action does, as the beginning of a sentence."""
    label = message_text(action_label(action))
    return label[:1].upper() + label[1:]

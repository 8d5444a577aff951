"""The rail's part on learn mode: which control of the console waits, and what was learnt last."""

from __future__ import annotations

from typing import Any, Final

from mwk_desktop.show.action_labels import action_label
from mwk_desktop.show.controllers_state import ControllersState
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.message_text import message_text

LEARN_DEFAULTS: dict[str, Any] = {
    "learnText": "",  # empty: nothing is taught
    "learnDetail": "",
    "canUndoLearning": False,
}

_LIMIT: Final = 240


def learn_properties(controllers: ControllersState | None) -> dict[str, Any]:
    """Values for :data:`LEARN_DEFAULTS`."""
    learn = None if controllers is None else controllers.learn
    if learn is None:
        return dict(LEARN_DEFAULTS)
    text = translate("Learn", "Learn: choose a control on the console.")
    if learn.action:
        asks = translate("Learn", "%1: now move a fader, a knob or a button.")
        text = asks.replace("%1", capitalized_label(learn.action))
    return {
        "learnText": text,
        "learnDetail": message_text(learn.learnt, _LIMIT),
        "canUndoLearning": learn.can_undo,
    }


def capitalized_label(action: str) -> str:
    """What an action does, as the beginning of a sentence."""
    label = message_text(action_label(action))
    return label[:1].upper() + label[1:]

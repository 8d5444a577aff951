"""Actions whose feature this version does not have: named, so that maps can use them, and refused
with a reason.

To connect one, delete its line here and add the action where it belongs
(:mod:`~mwk_desktop.show.actions`, :mod:`~mwk_desktop.show.strip_actions`). Its name, and with it
every MIDI map, OSC layout and key, stays. A test makes sure that no name is in both places.
"""

from __future__ import annotations

from typing import Final

from mwk_desktop.messages import message
from mwk_desktop.show.action_kinds import Action, Kind, Moment, Outcome, Refusal, Value

_WHOLE: Final[dict[str, Kind]] = {}


def _refuse(_: Moment, __: Value) -> Outcome:
    return Refusal(message("This version cannot do that yet."))


def _planned(name: str, kind: Kind) -> Action:
    return Action(name, kind, _refuse, lambda _: None)


PLANNED: Final = (*(_planned(name, kind) for name, kind in _WHOLE.items()),)
"""Every action that waits for its feature."""

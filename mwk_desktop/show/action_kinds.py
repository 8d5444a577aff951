"""What an action is: its kind, its value, its input, its result (pure values)."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from mwk_desktop.messages import Message, message
from mwk_desktop.show.commands import Command, WorkerRequest
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.strip_state import StripState

Value: TypeAlias = "bool | int | float | str | None"
"""An action's value. None: a plain press (a toggle flips)."""


class Kind(StrEnum):
    """How a control for an action should look, and which values it takes."""

    TOGGLE = "toggle"  # None, 0/1, True/False
    FADER = "fader"  # 0 to 1
    NUMBER = "number"  # as the action says: decibels, a count, a step
    CHOICE = "choice"  # a text: one of `choices`, or as the action says
    TRIGGER = "trigger"  # no value
    COUNT = "count"  # a whole number from 0
    MESSAGE = "message"  # a message's serial; None: the selected one


@dataclass(frozen=True, slots=True)
class ConsoleState:
    """State that only the console's windows know, not the snapshot."""

    locked: bool = False
    stage_open: bool = False
    stage_full_screen: bool = False
    selected_message: int | None = None
    """The serial of the message that has the focus in the list."""
    black_is_dark: bool = True
    """Whether the room sees nothing under Black (``stage.black``)."""


UNLOCKED: Final = ConsoleState()


@dataclass(frozen=True, slots=True)
class ConsoleRequest:
    """A request to the console's windows: the action's name, and on or off for a toggle."""

    action: str
    on: bool = True


@dataclass(frozen=True, slots=True)
class Refusal:
    """Nothing is done; says why."""

    reason: Message


Outcome: TypeAlias = "Command | WorkerRequest | ConsoleRequest | Refusal"


@dataclass(frozen=True, slots=True)
class Moment:
    """What an action reads: the snapshot and the console's state."""

    snapshot: Snapshot
    console: ConsoleState

    def strip(self, place: int) -> StripState:
        return self.snapshot.strips[place]


@dataclass(frozen=True, slots=True)
class Action:
    """One named action.

    Attributes
    ----------
    request
        Makes the command for the show; ``kind`` has already checked the value.
    value
        The action's value now; for a trigger: whether it would do something (or is doing it).
    works_locked
        Whether it works on a locked console: emergency actions, and harmless ones.
    """

    name: str
    kind: Kind
    request: Callable[[Moment, Value], Outcome]
    value: Callable[[Moment], Value]
    choices: tuple[str, ...] = ()
    works_locked: bool = False
    target: Callable[[Moment], Value] | None = None
    """What a press flips, where that is not the value: one that waits, or has not landed yet."""


UNCHANGED: Final = Refusal(message("Nothing changes: it is like that already."))


def check_value(entry: Action, value: Value, moment: Moment) -> Value | Refusal:
    """Convert the value to its kind's type: a bool for a toggle, 0 to 1 for a fader..."""
    match entry.kind:
        case Kind.TOGGLE:
            if value is None:
                return not (entry.target or entry.value)(moment)
            if value in (0, 1):
                return bool(value)
            return _no_value(entry, value, message("0 or 1"))
        case Kind.FADER:
            number = _number(value)
            if number is None:
                return _no_value(entry, value, message("a number from 0 to 1"))
            return max(0.0, min(1.0, number))
        case Kind.NUMBER:
            number = _number(value)
            return _no_value(entry, value, message("a number")) if number is None else number
        case Kind.MESSAGE if value is None:
            selected = moment.console.selected_message
            return Refusal(message("No message is selected.")) if selected is None else selected
        case Kind.COUNT | Kind.MESSAGE:
            number = _number(value)
            if number is None or number < 0 or number != number // 1:
                return _no_value(entry, value, message("a whole number from 0"))
            return int(number)
        case Kind.CHOICE:
            if not isinstance(value, str) or (entry.choices and value not in entry.choices):
                one_of = message("one of {choices}", choices=", ".join(entry.choices))
                return _no_value(entry, value, one_of if entry.choices else message("a text"))
            return value
        case Kind.TRIGGER:
            return None


def _number(value: Value) -> float | None:
    if isinstance(value, str) or value is None:
        return None
    try:
        return None if math.isnan(value) else float(value)
    except OverflowError:  # a whole number beyond all that a float holds
        return None


def _no_value(entry: Action, value: Value, right: Message) -> Refusal:
    given = "" if value is None else str(value)
    return Refusal(
        message(
            "The value of {action} must be {right}, is {given}.",
            action=entry.name,
            right=right,
            given=f'"{given}"',
        )
    )


def toggle(
    name: str,
    value: Callable[[Moment], bool],
    request: Callable[[Moment, bool], Outcome],
    works_locked: bool = False,
    target: Callable[[Moment], bool] | None = None,
) -> Action:
    """An action that is on or off."""
    return Action(
        name,
        Kind.TOGGLE,
        lambda moment, on: request(moment, bool(on)),
        value,
        works_locked=works_locked,
        target=target,
    )


def trigger(
    name: str,
    request: Callable[[Moment], Outcome],
    value: Callable[[Moment], bool],
    works_locked: bool = False,
) -> Action:
    """An action of a press, without a value."""
    return Action(
        name,
        Kind.TRIGGER,
        lambda moment, _: request(moment),
        value,
        works_locked=works_locked,
    )

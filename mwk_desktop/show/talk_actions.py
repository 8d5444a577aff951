"""The actions on the talk's clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from mwk_desktop.messages import message
from mwk_desktop.show.action_kinds import (
    UNCHANGED,
    Action,
    Kind,
    Moment,
    Outcome,
    Refusal,
    Value,
    trigger,
)
from mwk_desktop.show.talk_clock import (
    BY_HAND,
    ENDINGS,
    ExtendTalk,
    PauseTalk,
    PlanTalk,
    ResetTalk,
    StartTalk,
    TalkPlan,
    TalkRequest,
    TalkState,
)

MORE_MS: Final = 120_000
"""How far one press postpones the end."""
_MINUTE_MS: Final = 60_000
LONGEST_MINUTES: Final = 1_440
_NO_CLOCK: Final = Refusal(message("This show has no clock for a talk."))


def _talk(
    name: str,
    request: TalkRequest,
    useful: Callable[[TalkState], bool],
    works_locked: bool = False,
) -> Action:
    def ask_for(moment: Moment) -> Outcome:
        talk = moment.snapshot.workers.talk
        if talk is None:
            return _NO_CLOCK
        return request if useful(talk) else UNCHANGED

    def value(moment: Moment) -> bool:
        talk = moment.snapshot.workers.talk
        return talk is not None and useful(talk)

    return trigger(name, ask_for, value, works_locked)


def next_time_of_day_ms(text: str, now_ms: int) -> int | None:
    """When this machine's clock next shows ``20:04``, in ms since the epoch; None if it is no time
    of day."""
    hours, colon, minutes = text.strip().partition(":")
    if not colon or not hours.isdecimal() or not minutes.isdecimal():
        return None
    if int(hours) > 23 or int(minutes) > 59:
        return None
    now = datetime.fromtimestamp(now_ms / 1000)
    then = now.replace(hour=int(hours), minute=int(minutes), second=0, microsecond=0)
    if then <= now:
        then += timedelta(days=1)
    return round(then.timestamp() * 1000)


def _planned(
    name: str,
    kind: Kind,
    plan: Callable[[Moment, Value], PlanTalk | Refusal],
    value: Callable[[TalkPlan], Value],
    choices: tuple[str, ...] = (),
) -> Action:
    """An action that changes the talk's plan."""

    def ask_for(moment: Moment, wanted: Value) -> Outcome:
        talk = moment.snapshot.workers.talk
        if talk is None or talk.plan is None:
            return _NO_CLOCK
        request = plan(moment, wanted)
        if isinstance(request, PlanTalk) and talk.plan.changed_by(request) == talk.plan:
            return UNCHANGED
        return request

    def value_now(moment: Moment) -> Value:
        talk = moment.snapshot.workers.talk
        return None if talk is None or talk.plan is None else value(talk.plan)

    locked = name == "talk.ending"
    return Action(name, kind, ask_for, value_now, choices=choices, works_locked=locked)


def _ms(minutes: Value, least: int = 0) -> int:
    return round(max(least, min(LONGEST_MINUTES, float(minutes or 0))) * _MINUTE_MS)


def _add(moment: Moment, minutes: Value) -> Outcome:
    talk = moment.snapshot.workers.talk
    if talk is None:
        return _NO_CLOCK
    by_ms = round(max(-LONGEST_MINUTES, min(LONGEST_MINUTES, float(minutes or 0))) * _MINUTE_MS)
    if talk.level == "" and talk.plan is not None:
        # Not started yet: the talk itself becomes longer.
        return PlanTalk(length_ms=max(_MINUTE_MS, talk.plan.length_ms + by_ms))
    return ExtendTalk(by_ms)


def _starts_at(moment: Moment, text: Value) -> PlanTalk | Refusal:
    if not str(text or "").strip():
        return PlanTalk(starts_at_ms=BY_HAND)
    at_ms = next_time_of_day_ms(str(text), moment.snapshot.wall_ms)
    if at_ms is None:
        return Refusal(message("The start of the talk is a time such as 20:04, or empty."))
    return PlanTalk(starts_at_ms=at_ms)


def _time_of_day(plan: TalkPlan) -> str:
    at_ms = plan.starts_at_ms
    return "" if at_ms is None else f"{datetime.fromtimestamp(at_ms / 1000):%H:%M}"


TALK_ACTIONS: Final = (
    _talk("talk.start", StartTalk(), lambda talk: not talk.running),
    _talk("talk.pause", PauseTalk(), lambda talk: talk.running),
    _talk("talk.reset", ResetTalk(), lambda talk: talk.level != ""),
    # The lock does not stop an automatic end, so what postpones it works while locked, too.
    _talk("talk.extend", ExtendTalk(MORE_MS), lambda talk: talk.level != "", works_locked=True),
    Action("talk.add", Kind.NUMBER, _add, lambda _: None),
    _planned(
        "talk.length",
        Kind.NUMBER,
        lambda _, minutes: PlanTalk(length_ms=_ms(minutes, 1)),
        lambda plan: plan.length_ms / _MINUTE_MS,
    ),
    _planned(
        "talk.amber",
        Kind.NUMBER,
        lambda _, minutes: PlanTalk(amber_ms=_ms(minutes)),
        lambda plan: plan.amber_ms / _MINUTE_MS,
    ),
    _planned(
        "talk.red",
        Kind.NUMBER,
        lambda _, minutes: PlanTalk(red_ms=_ms(minutes)),
        lambda plan: plan.red_ms / _MINUTE_MS,
    ),
    _planned(
        "talk.ending",
        Kind.CHOICE,
        lambda _, ending: PlanTalk(ending=str(ending)),
        lambda plan: plan.ending,
        choices=ENDINGS,
    ),
    _planned("talk.starts_at", Kind.CHOICE, _starts_at, _time_of_day),
)

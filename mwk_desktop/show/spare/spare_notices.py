"""What a console says about its part among those of its show: one sentence that matters most."""

from __future__ import annotations

from typing import Final

from mwk_desktop.messages import Message, message
from mwk_desktop.show.snapshot import Problem, ProblemKind
from mwk_desktop.show.spare.takeover_rule import MISSING_MS
from mwk_desktop.show.spare_state import SpareState

TOLD_MS: Final = 15_000
"""How long the console says that it has taken over."""


def spare_problems(state: SpareState | None) -> tuple[Problem, ...]:
    """What to tell people about it; nothing while this console has the show and all is well."""
    if state is None or state.starting:
        return ()
    found = _as_main(state) if state.role == "main" else _as_follower(state)
    if found is None:
        return ()
    missing = state.role == "follow" and not 0 <= state.other_age_ms <= MISSING_MS
    return (Problem(ProblemKind.SPARE, *found, mild=state.sees_kafka and not missing),)


def _as_main(state: SpareState) -> tuple[Message, Message] | None:
    if not state.sees_kafka and state.epoch:
        return (
            message("This console cannot see Kafka and plays on."),
            message("A second laptop may have taken over: the one with Kafka has the show."),
        )
    if 0 <= state.took_over_ms < TOLD_MS:
        return (
            message("This console has taken the show over: it is heard now."),
            message("If the other one still sounds, it cannot see Kafka: turn it down."),
        )
    return None


def _as_follower(state: SpareState) -> tuple[Message, Message]:
    other = state.other or message("the other console")
    if state.taking_over:
        return message("Taking the show over..."), message("It is heard as soon as Kafka says so.")
    if not state.sees_kafka:
        return (
            message("This console follows and cannot see Kafka: it does not know what is played."),
            message("It takes over when you say so, and is heard at once."),
        )
    if not 0 <= state.other_age_ms <= MISSING_MS:
        return (
            message("The main console is missing: this one is silent until it takes over."),
            message("Take over, and it is heard on the beat."),
        )
    if state.replaced:
        return (
            message("{other} has taken the show over: this console is silent.", other=other),
            message("It follows, and can take the show back."),
        )
    return (
        message("This console follows {other}: it is silent.", other=other),
        message("What is pressed here decides nothing until it takes over."),
    )

"""The actions on the talk's clock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from mwk_desktop.messages import message
from mwk_desktop.show.action_kinds import Action, Moment, Outcome, Refusal, trigger
from mwk_desktop.show.talk_clock import (
    ExtendTalk,
    PauseTalk,
    ResetTalk,
    StartTalk,
    TalkRequest,
    TalkState,
)

MORE_MS: Final = 120_000
"""What one press puts the end off by."""


def _talk(name: str, request: TalkRequest, useful: Callable[[TalkState], bool]) -> Action:
    def ask_for(moment: Moment) -> Outcome:
        talk = moment.snapshot.workers.talk
        if talk is None:
            return Refusal(message("This show has no clock for a talk."))
        return request if useful(talk) else Refusal(message("It is so already."))

    def value(moment: Moment) -> bool:
        talk = moment.snapshot.workers.talk
        return talk is not None and useful(talk)

    return trigger(name, ask_for, value)


TALK_ACTIONS: Final = (
    _talk("talk.start", StartTalk(), lambda talk: not talk.running),
    _talk("talk.pause", PauseTalk(), lambda talk: talk.running),
    _talk("talk.reset", ResetTalk(), lambda talk: talk.level != ""),
    _talk("talk.extend", ExtendTalk(MORE_MS), lambda talk: talk.level != ""),
)

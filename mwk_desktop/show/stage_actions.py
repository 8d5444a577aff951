"""Actions of the stage: what it shows. Part of :mod:`~mwk_desktop.show.actions`."""

from __future__ import annotations

from typing import Final

from mwk_desktop.messages import message
from mwk_desktop.show.action_kinds import (
    UNCHANGED,
    Action,
    Moment,
    Outcome,
    Refusal,
    toggle,
    trigger,
)
from mwk_desktop.show.commands import ShowWinner
from mwk_desktop.show.stage_state import ShowOnStage, StageMoment

_AFTER_BLACK: Final = {
    StageMoment.BLACK: StageMoment.LOGO,
    StageMoment.LOGO: StageMoment.VOTES,
}


def _shown(moment: Moment) -> StageMoment:
    return moment.snapshot.stage.moment


def _show(wanted: StageMoment) -> Action:
    """On: show it. Off, or the same key again: back to the votes."""

    def ask_for(moment: Moment, on: bool) -> Outcome:
        if on == (_shown(moment) is wanted):
            return UNCHANGED
        if not on:
            return ShowOnStage(StageMoment.VOTES.value)
        return _refusal(moment, wanted) or ShowOnStage(wanted.value)

    return toggle(f"stage.{wanted.value}", lambda moment: _shown(moment) is wanted, ask_for)


def _refusal(moment: Moment, wanted: StageMoment) -> Refusal | None:
    query = moment.snapshot.workers.query
    if wanted is StageMoment.SQL and (query is None or not query.columns):
        return Refusal(message("No query has an answer yet: run one on the SQL page first."))
    return None


def _winner(moment: Moment, on: bool) -> Outcome:
    if on and not moment.snapshot.leaders:
        return Refusal(message("Nobody has written yet: there is no winner."))
    return ShowWinner(on)


def _next_black(moment: Moment) -> Outcome:
    """What is not dark needs no logo after it: the next press returns."""
    shown = _shown(moment)
    if shown is StageMoment.BLACK and not moment.console.black_is_dark:
        return ShowOnStage(StageMoment.VOTES.value)
    return ShowOnStage(_AFTER_BLACK.get(shown, StageMoment.BLACK).value)


def _votes(moment: Moment) -> Outcome:
    if _shown(moment) is StageMoment.VOTES:
        return UNCHANGED
    return ShowOnStage(StageMoment.VOTES.value)


STAGE_ACTIONS: Final = (
    trigger("stage.votes", _votes, lambda moment: _shown(moment) is StageMoment.VOTES),
    _show(StageMoment.JOIN),
    _show(StageMoment.SQL),
    _show(StageMoment.MESSAGES),
    toggle("stage.winner", lambda moment: moment.snapshot.winner is not None, _winner),
    _show(StageMoment.BLACK),
    # One key: black, then the logo, then the votes.
    trigger("stage.black.next", _next_black, lambda moment: _shown(moment) in _AFTER_BLACK),
    _show(StageMoment.LOGO),
    _show(StageMoment.END),
)
"""What the stage shows, one at a time."""

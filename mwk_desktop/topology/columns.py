"""The steps of a fold that turn columns of a batch into other columns.

A fold handles a batch column by column: each step is one tight loop, most of them C's, instead of
one long loop in which every tweet pays for every name and attribute looked up.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from typing import Any, cast

from mwk_desktop.records.record import Tweet
from mwk_desktop.topology.leaderboard import TIME_MAX_MS, TIME_MIN_MS, Leaderboard


def pick(kept: Sequence[int], *columns: Sequence[Any]) -> tuple[list[Any], ...]:
    """The same places of several columns."""
    return tuple([column[n] for n in kept] for column in columns)


def numbers_of(tweets: Sequence[Tweet], board: Leaderboard, blocked: Collection[str]) -> list[int]:
    """The authors' numbers; new ones get a number, and are hidden if their name is blocked."""
    names = [tweet.screen_name for tweet in tweets]
    users = list(map(board.numbers.get, names))
    if None in users:
        for n, name in enumerate(names):
            if users[n] is None:
                # Entered a moment ago, where the name comes twice among these.
                user = board.numbers.get(name)
                if user is None:
                    user = board.enter(name)
                    if name in blocked:
                        board.hide(user)
                users[n] = user
    return cast("list[int]", users)


def times_ms(created: Sequence[int | None], stamps: Sequence[int]) -> Sequence[int]:
    """What orders the leaderboard: ``CreatedAt``, else the record's time, within 64 bits."""
    times = [s if c is None else c for c, s in zip(created, stamps, strict=True)]
    try:
        return array("q", times)
    except OverflowError:
        return [max(TIME_MIN_MS, min(time_ms, TIME_MAX_MS)) for time_ms in times]

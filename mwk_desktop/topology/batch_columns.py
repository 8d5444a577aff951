"""Steps of a fold that compute columns from other columns of a batch.

A fold processes a batch column by column. Each step is one tight loop, mostly in C, instead of one
long loop in which every tweet pays for each name and attribute lookup.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mwk_desktop.records.record_types import Tweet
from mwk_desktop.topology.leaderboard import TIME_MAX_MS, TIME_MIN_MS, Leaderboard


def select_rows(kept: Sequence[int], *columns: Sequence[Any]) -> tuple[list[Any], ...]:
    """The same rows of several columns."""
    return tuple([column[n] for n in kept] for column in columns)


def user_numbers(
    tweets: Sequence[Tweet], board: Leaderboard, blocked: Collection[str]
) -> list[int]:
    """The authors' numbers. New authors get a number and are hidden if their name is blocked."""
    names = [tweet.screen_name for tweet in tweets]
    found = list(map(board.numbers.get, names))
    if None in found:
        new = dict.fromkeys(
            name for name, number in zip(names, found, strict=True) if number is None
        )
        board.add_users(list(new))
        for name in new:
            if name in blocked:
                board.hide(board.numbers[name])
        found = list(map(board.numbers.get, names))
    return found  # type: ignore[return-value]


def order_times_ms(
    created: Sequence[int | None], stamps: Sequence[int]
) -> tuple[NDArray[np.int64], bool]:
    """The times that order the leaderboard: ``CreatedAt``, else the record's time, limited to 64
    bits.

    Also returns whether all are exactly ``CreatedAt`` (none missing, none beyond 64 bits).
    """
    try:
        return np.array(created, np.int64), True
    except (TypeError, OverflowError):
        kept = [order_time_ms(c, s) for c, s in zip(created, stamps, strict=True)]
        return np.array(kept, np.int64), False


def order_time_ms(created_ms: int | None, stamp_ms: int) -> int:
    """:func:`order_times_ms` of one tweet."""
    time_ms = stamp_ms if created_ms is None else created_ms
    return max(TIME_MIN_MS, min(time_ms, TIME_MAX_MS))

"""The counting's state as plain rows, which the store commits and a restore reads.

The same rows serve as a delta or as the whole state. User counts are pages that replace earlier
ones; new users, remembered tweets and ballots are runs that continue earlier ones; the rest is
small and always sent whole.
"""

from __future__ import annotations

import sys

import msgspec

from mwk_desktop.topology.duplicates import RememberedRun
from mwk_desktop.topology.user_rows import UserRows

STATE_VERSION = 2


class BallotRun(msgspec.Struct, frozen=True, array_like=True):
    """A run of an open window's ballots (uint32 each, native byte order), from number ``first``."""

    start_ms: int
    first: int
    data: bytes


class CountingTotals(msgspec.Struct, frozen=True):
    """The small part of the state: counters, draws, blocked users, and which windows are open."""

    version: int
    byteorder: str
    window_ms: int
    seed: int
    closed_until_ms: int | None
    tweets: int
    votes: int
    malformed: int
    duplicates: int
    late: int
    blocked: int
    capped: int
    serial: int
    open_ms: tuple[int, ...]
    draws: dict[str, int]
    blocked_names: tuple[str, ...]
    blocked_by_rules: tuple[str, ...]
    limit: int | None = None
    """The limit of votes per user and window at that time (None: written by an older version)."""
    limit_by_rules: int = 0


class CountingRows(msgspec.Struct, frozen=True):
    """A delta, or a whole state (all rows of all deltas, with the last ``totals``).

    A stored run of remembered tweets can be deleted once its last serial is at or below
    ``totals.serial`` minus the memory's capacity; ballots once their window is not in ``open_ms``.
    """

    totals: CountingTotals
    people: UserRows
    remembered: list[RememberedRun]
    ballots: list[BallotRun]


def check_totals(totals: CountingTotals, window_ms: int) -> None:
    """Raise ``ValueError`` if this version or window length cannot continue the state."""
    if totals.version != STATE_VERSION:
        raise ValueError(
            f"the saved state has version {totals.version}; this program reads {STATE_VERSION}"
        )
    if totals.byteorder != sys.byteorder:
        raise ValueError(f"the saved state is {totals.byteorder}-endian, this machine is not")
    if totals.window_ms != window_ms:
        raise ValueError(
            f"the saved state counts windows of {totals.window_ms} ms, the settings say "
            f"{window_ms} ms: set window_ms back, or begin a new show with --new-show"
        )

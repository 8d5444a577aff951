"""The counting's state as plain rows, which the store commits and a restore reads.

The same rows serve as a delta or as the whole state. User counts are pages that replace earlier
ones; new users, remembered tweets and ballots are runs that continue earlier ones; the rest is
small and always sent whole.
"""

from __future__ import annotations

import sys

import msgspec

from mwk_desktop.messages import message
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
    bags: dict[str, list[str]] = {}
    """Per instrument the clip drawn last, then what is left in its bag."""
    window_votes: list[int] = []
    """The votes of each closed window that had some: what a window's pace is compared with."""
    spent: dict[int, int] = {}
    """Per open window, how many of its ballots have already chosen a scene (next scene now)."""


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
            message(
                "the saved state has version {version}; this program reads {ours}",
                version=str(totals.version),
                ours=str(STATE_VERSION),
            )
        )
    if totals.byteorder != sys.byteorder:
        raise ValueError(
            message(
                "the saved state is {byteorder}-endian, this machine is not",
                byteorder=totals.byteorder,
            )
        )
    if totals.window_ms != window_ms:
        raise ValueError(
            message(
                "the saved state counts windows of {saved} ms, the settings say {wanted} ms: set"
                " window_ms back, or start a new show with --new-show",
                saved=str(totals.window_ms),
                wanted=str(window_ms),
            )
        )

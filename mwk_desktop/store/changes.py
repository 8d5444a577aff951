"""What is committed at once, as plain rows: absolute values, so that the last one simply wins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

UserTuple = tuple[int, str, int, int, str]
"""``(number, name, tweets, latest_ms, image_url)``; the number is the key."""


class UserFields(Protocol):
    """A row with the same fields by name, which JSON writes as the array of them."""

    @property
    def user(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def tweets(self) -> int: ...
    @property
    def latest_ms(self) -> int: ...
    @property
    def image_url(self) -> str: ...


def user_tuple(row: UserTuple | UserFields) -> UserTuple:
    """A row as SQLite's own parameters take it."""
    if isinstance(row, tuple):
        return row
    return row.user, row.name, row.tweets, row.latest_ms, row.image_url


RememberedTuple = tuple[int, int, bytes, bytes, bytes, str]
"""``(first, last, ids, users, created, odd)``: remembered tweets of serials first to last."""

BallotsTuple = tuple[int, int, bytes]
"""``(start_ms, first, data)``: a run of an open window's ballots, from ballot ``first``."""


@dataclass(slots=True)
class Changes:
    """One moment of the counting.

    Attributes
    ----------
    next_offsets
        Per partition, the offset after the last record that is in these rows. It must be of the
        same moment as the rows: exactly once hangs on this.
    users, remembered, ballots
        Rows that are new or changed.
    forget_serial
        Runs of remembered tweets whose last serial is at or below this are deleted.
    open_windows_ms
        Ballots of all other windows are deleted; None: none are.
    values
        Everything small by name; None deletes one.
    """

    next_offsets: dict[int, int] = field(default_factory=dict)
    users: Mapping[int, UserTuple | UserFields] = field(default_factory=dict)
    remembered: list[RememberedTuple] = field(default_factory=list)
    ballots: list[BallotsTuple] = field(default_factory=list)
    forget_serial: int = 0
    open_windows_ms: tuple[int, ...] | None = None
    values: dict[str, bytes | None] = field(default_factory=dict)

    def add_users(self, rows: Iterable[UserTuple]) -> None:
        """Add rows by their number."""
        self.users = {**self.users, **{row[0]: row for row in rows}}

    def merge(self, later: Changes) -> None:
        """Take over the changes of a later moment: as if both had been taken at once."""
        self.next_offsets.update(later.next_offsets)
        self.users = {**self.users, **later.users}
        self.remembered.extend(later.remembered)
        self.ballots.extend(later.ballots)
        self.forget_serial = max(self.forget_serial, later.forget_serial)
        if later.open_windows_ms is not None:
            self.open_windows_ms = later.open_windows_ms
            keep = set(later.open_windows_ms)
            self.ballots = [row for row in self.ballots if row[0] in keep]
        self.values.update(later.values)


@dataclass(slots=True)
class Stored:
    """A show as it was committed last; rows in the order in which they were first written."""

    next_offsets: dict[int, int]
    users: list[UserTuple]
    remembered: list[RememberedTuple]
    ballots: list[BallotsTuple]
    values: dict[str, bytes]

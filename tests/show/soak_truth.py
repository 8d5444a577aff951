"""What a soak must come to, by the rules of the design and by what was sent; no code of ours.

Per partition: which records a show has to have counted so far. A show that is killed has counted
what it had committed; one that lost history goes on where its presenter's answer says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from tests.show.soak_topic import Log, Posted


class Counted(NamedTuple):
    """A record that counts, and whether it stands in a batch that cannot be read."""

    partition: int
    offset: int
    posted: Posted
    damaged: bool


@dataclass(frozen=True, slots=True)
class PartitionTruth:
    """Partition ``number``: ``read`` is settled; ``start`` to ``at`` are counted besides.

    ``before`` is the log as it was, where it has lost what this show had counted or had still to
    count: nothing more counts until the presenter answers.
    """

    number: int
    read: tuple[Sequence[Counted], ...] = ()
    start: int = 0
    at: int = 0
    before: Log | None = None

    def chunk(self, log: Log) -> list[Counted]:
        return [
            Counted(self.number, offset, posted, log.damaged_at(offset) is not None)
            for offset, posted in log.slice(self.start, self.at)
        ]

    def has_mark(self, log: Log) -> bool:
        """Whether the show has seen the record before its next one."""
        return self.at > self.start and log.damaged_at(self.at - 1) is None

    def cut(self, before: Log, cut: int) -> PartitionTruth:
        """Everything from ``cut`` on is gone."""
        return replace(self, before=before) if self.at > cut else self

    def expired(self, before: Log, low: int) -> PartitionTruth:
        """Everything before ``low`` is gone."""
        if self.at < low:
            return replace(self, before=before)
        return replace(self, read=(*self.read, self.chunk(before)), start=self.at)

    def answered(self, place: int) -> PartitionTruth:
        """The presenter has chosen: it goes on at ``place``."""
        assert self.before is not None
        read = (*self.read, self.chunk(self.before))
        return PartitionTruth(self.number, read, place, place)


Truth = dict[int, PartitionTruth]


@dataclass(slots=True)
class Totals:
    """The counts of a whole show."""

    tweets: int = 0
    duplicates: int = 0
    malformed: int = 0
    votes: int = 0
    old: int = 0
    users: Counter[str] = field(default_factory=Counter)
    latest: dict[str, int] = field(default_factory=dict)

    @property
    def ranking(self) -> list[tuple[str, int]]:
        """Most tweets first, then who had them sooner, then the name."""
        names = sorted(self.users, key=lambda n: (-self.users[n], self.latest[n], n))
        return [(name, self.users[name]) for name in names]


def totals_of(records: Iterable[Counted]) -> Totals:
    """Count by hand: every distinct tweet once."""
    totals = Totals()
    seen: set[tuple[int, str, int | None]] = set()
    for _, _, posted, damaged in records:
        if damaged or posted.user is None:
            totals.malformed += 1
            continue
        if posted.id is not None:
            key = (posted.id, posted.user, posted.created_ms)
            if key in seen:
                totals.duplicates += 1
                continue
            seen.add(key)
        totals.tweets += 1
        totals.users[posted.user] += 1
        created_ms = posted.created_ms or 0
        totals.latest[posted.user] = max(totals.latest.get(posted.user, created_ms), created_ms)
        if posted.instrument is not None:
            totals.votes += 1
            totals.old += posted.old
    return totals

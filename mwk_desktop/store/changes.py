"""What one commit stores, as plain rows with absolute values, so that the last value wins."""

from __future__ import annotations

from dataclasses import dataclass, field

NewcomersTuple = tuple[int, list[str], list[str]]
"""``(first, names, image_urls)``: users number ``first``, ``first + 1``, ..., in runs that continue
each other."""

PageTuple = tuple[bytes, bytes]
"""``(tweets, latest)``: the counts and times of a page's users, as packed by the counting."""

RememberedTuple = tuple[int, int, bytes, bytes, bytes, str]
"""``(first, last, ids, users, created, odd)``: remembered tweets of serials first to last."""

BallotsTuple = tuple[int, int, bytes]
"""``(start_ms, first, data)``: a run of an open window's ballots, from ballot ``first``."""


@dataclass(slots=True)
class Changes:
    """The changes of the counting up to one moment.

    Attributes
    ----------
    next_offsets
        Per partition, the offset after the last record in these rows. It must belong to the same
        moment as the rows: exactly-once counting depends on this.
    marks
        Per partition, ``(offset, epoch, digest)`` of the last record in these rows; a partition
        without an entry keeps its mark.
    newcomers, remembered, ballots
        New runs.
    pictures
        New picture addresses by user number, for users of earlier runs.
    pages
        User counts by page number; a later page replaces the earlier one.
    forget_serial
        Runs of remembered tweets whose last serial is at or below this are deleted.
    open_windows_ms
        Ballots of all other windows are deleted; None deletes none.
    values
        Small values by name; None deletes a value.
    """

    next_offsets: dict[int, int] = field(default_factory=dict)
    marks: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    newcomers: list[NewcomersTuple] = field(default_factory=list)
    pictures: dict[int, str] = field(default_factory=dict)
    pages: dict[int, PageTuple] = field(default_factory=dict)
    remembered: list[RememberedTuple] = field(default_factory=list)
    ballots: list[BallotsTuple] = field(default_factory=list)
    forget_serial: int = 0
    open_windows_ms: tuple[int, ...] | None = None
    values: dict[str, bytes | None] = field(default_factory=dict)

    def merge(self, later: Changes) -> None:
        """Add the changes of a later moment, as if both had been collected at once."""
        self.next_offsets.update(later.next_offsets)
        self.marks.update(later.marks)
        self.newcomers.extend(later.newcomers)
        self.pictures.update(later.pictures)
        self.pages.update(later.pages)
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
    """A show as last committed; rows in the order in which they were first written."""

    next_offsets: dict[int, int]
    marks: dict[int, tuple[int, int, int]]
    newcomers: list[NewcomersTuple]
    pictures: dict[int, str]
    pages: dict[int, PageTuple]
    remembered: list[RememberedTuple]
    ballots: list[BallotsTuple]
    values: dict[str, bytes]

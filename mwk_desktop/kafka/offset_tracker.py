"""Tracks how far a topic is read: lag and progress, from a few offsets per partition. Pure, one
owner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RebuildProgress:
    """Progress of a rebuild: how many of the records that the topic held at the start are read."""

    done: int
    total: int

    @property
    def caught_up(self) -> bool:
        """Whether everything that was there at the start has been handed over."""
        return self.done >= self.total


class OffsetTracker:
    """Offsets by partition. All of them are those of the *next* record, so differences are numbers
    of records.

    ``next`` is what was handed over, ``ends`` the end of the topic as last heard.
    """

    def __init__(self, next_offsets: Mapping[int, int]) -> None:
        self.next = dict(next_offsets)
        self.ends: dict[int, int] = {}
        self._committed: dict[int, int] = {}
        self._starts: dict[int, int] = {}
        self._first_ends: dict[int, int] = {}
        self._begun = False
        self.waiting: dict[int, int] = {}
        """Where the partitions that wait for an answer would continue if the oldest record is
        chosen."""

    def begin(self, starts: Mapping[int, int], ends: Mapping[int, int]) -> None:
        """Begin partitions at ``starts``; the first call also fixes what a rebuild has to read."""
        if not self._begun:
            self._first_ends = dict(ends)
            self._begun = True
        for partition, start in starts.items():
            self._starts.setdefault(partition, start)
        self.next.update(starts)
        self.ends.update(ends)

    def restart(self, starts: Mapping[int, int]) -> None:
        """Continue partitions at other offsets than those they had reached."""
        self.waiting.clear()
        for partition, start in starts.items():
            self._committed.pop(partition, None)
            self._starts[partition] = start
            self._lower_first_end(partition, self.ends.get(partition, start))
        self.next.update(starts)

    def heard_end(self, partition: int, end: int) -> None:
        """Note the topic's new end; the report may be a little late."""
        self.ends[partition] = max(end, self.ends.get(partition, 0))

    def reached_end(self, partition: int, end: int) -> None:
        """Note that a partition is read to its end, which may lie before its position: then its
        tail was lost."""
        self.ends[partition] = end
        self._lower_first_end(partition, end)

    def _lower_first_end(self, partition: int, end: int) -> None:
        """Records of the start that are lost now must not be waited for."""
        if self._first_ends.get(partition, end) > end:
            self._first_ends[partition] = end

    def commit(self, offsets: Mapping[int, int]) -> None:
        """Note that the store has everything before these offsets."""
        self._committed.update(offsets)

    @property
    def lag(self) -> int:
        """The lag of all partitions together."""
        return sum(self.lags.values())

    @property
    def lags(self) -> dict[int, int]:
        """Records of each partition between the committed position (nothing commits: the next one)
        and the end."""
        lags = {}
        for partition, here in self.next.items():
            if partition in self.waiting:
                here = self.waiting[partition]
            elif self._committed:
                here = self._committed.get(partition, self._starts.get(partition, here))
            lags[partition] = max(0, self.ends.get(partition, 0) - here)
        return lags

    @property
    def start_ends(self) -> dict[int, int] | None:
        """The end of each partition when reading began; None: it has not begun."""
        return dict(self._first_ends) if self._begun else None

    @property
    def progress(self) -> RebuildProgress:
        """How much of what the topic held at the start is read."""
        return self.progress_with({})

    def progress_with(self, next_offsets: Mapping[int, int]) -> RebuildProgress:
        """How much of what the topic held at the start is read once ``next_offsets`` are handed
        over too.

        Partitions that wait for the presenter's answer are left out: the others go on.
        """
        after = {**self.next, **next_offsets}
        done = total = 0
        for partition, end in self._first_ends.items():
            if partition in self.waiting:
                continue
            start = self._starts.get(partition, end)
            if end > start:
                total += end - start
                done += min(max(after.get(partition, start), start), end) - start
        return RebuildProgress(done, total)

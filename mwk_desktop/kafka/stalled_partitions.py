"""Finds partitions that hold more and give none of it: a damage that the client says nothing of.

Owned by the source's thread.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from typing import Final

STALL_S: Final = 5.0
"""A partition that holds more and has given nothing for so long, while Kafka answers, is looked
into. That alone skips nothing."""

PAUSE_S: Final = 60.0
"""A stall about which Kafka did not answer is not looked into again for so long: while it is asked,
nothing is read of the other partitions."""


class StallFinder:
    """Remembers since when each partition has stood at the same place.

    Attributes
    ----------
    readable_ends
        How far each partition can be read, as the client last said.
    """

    def __init__(self) -> None:
        self.readable_ends: dict[int, int] = {}
        self._places: dict[int, tuple[int, float]] = {}

    def find(
        self, partitions: Iterable[int], next_offsets: Mapping[int, int], *, answers: bool
    ) -> list[int]:
        """Ask while nothing comes; ``answers``: whether Kafka is there and gives what it has."""
        now_s = time.monotonic()
        stalled = []
        for partition in sorted(partitions):
            at = next_offsets.get(partition, 0)
            if at >= self.readable_ends.get(partition, 0):
                self._places.pop(partition, None)
                continue
            place, since_s = self._places.setdefault(partition, (at, now_s))
            if place != at:
                self._places[partition] = (at, now_s)
            elif now_s - since_s >= STALL_S and answers:
                del self._places[partition]
                stalled.append(partition)
        return stalled

    def postpone(self, partition: int, at: int) -> int:
        """Kafka did not answer about this place: not soon again, unless the partition goes on.

        Returns the place, where reading is tried meanwhile.
        """
        self._places[partition] = (at, time.monotonic() + PAUSE_S)
        return at

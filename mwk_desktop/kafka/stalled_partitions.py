"""Finds partitions that hold records but deliver none: damage that the client does not report.

Owned by the source's thread.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Final, TypeVar

STALL_S: Final = 5.0
"""A partition that holds records but has delivered none for this long, while Kafka answers, is
examined. That alone skips nothing."""

PAUSE_S: Final = 60.0
"""A stall about which Kafka gave no answer is not examined again for this long: the broker is
probably slow, and requests make it slower."""

_Place = TypeVar("_Place", bound=tuple[str, int])


class StallFinder:
    """Tracks since when each partition has been at the same offset.

    Attributes
    ----------
    readable_ends
        How far each partition (topic, number) can be read, as the client last said.
    """

    def __init__(self) -> None:
        self.readable_ends: dict[tuple[str, int], int] = {}
        self._places: dict[tuple[str, int], tuple[int, float]] = {}

    def find(self, next_offsets: Mapping[_Place, int], *, answers: bool) -> list[_Place]:
        """Ask while nothing comes; ``answers``: whether Kafka is there and gives what it has."""
        now_s = time.monotonic()
        stalled = []
        for place, at in sorted(next_offsets.items()):
            if at >= self.readable_ends.get(place, 0):
                self._places.pop(place, None)
                continue
            stood_at, since_s = self._places.setdefault(place, (at, now_s))
            if stood_at != at:
                self._places[place] = (at, now_s)
            elif now_s - since_s >= STALL_S and answers:
                del self._places[place]
                stalled.append(place)
        return stalled

    def postpone(self, place: tuple[str, int], at: int) -> None:
        """Note that Kafka did not answer about this place: do not ask again soon, unless the
        partition moves on."""
        self._places[place] = (at, time.monotonic() + PAUSE_S)

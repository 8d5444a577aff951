"""Finds partitions that hold more and give none of it: a damage that the client says nothing of.

Owned by the source's thread.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Final, TypeVar

STALL_S: Final = 5.0
"""A partition that holds more and has given nothing for so long, while Kafka answers, is looked
into. That alone skips nothing."""

PAUSE_S: Final = 60.0
"""A stall about which Kafka did not answer is not looked into again for so long: it is probably a
slow broker, and asking makes it slower."""

_Place = TypeVar("_Place", bound=tuple[str, int])


class StallFinder:
    """Remembers since when each partition has stood at the same place.

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
        """Kafka did not answer about this place: not soon again, unless the partition goes on."""
        self._places[place] = (at, time.monotonic() + PAUSE_S)

"""Unreadable batches in any number of topics: notices them, finds their end, skips them.

For every reader of topics. Its thread owns an :class:`UnreadableBatches`; no call of it waits:

- tell it the client's statistics (:meth:`UnreadableBatches.note_stats`);
- an error of :data:`~mwk_desktop.kafka.damaged_batches.DAMAGE_CODES` in the place of a record:
  stop reading the partition, and :meth:`UnreadableBatches.report` it;
- while nothing comes, stop reading what :meth:`UnreadableBatches.find_stalls` names: that is damage
  of which the client says nothing;
- read on where :meth:`UnreadableBatches.passages` says, and count what was skipped.

Where a batch ends is only found by reading, which can take ten seconds. A separate thread does it,
one batch at a time, while all other partitions are read.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from mwk_desktop.kafka.client_settings import PropertyValue
from mwk_desktop.kafka.client_stats import ClientStats
from mwk_desktop.kafka.connection_state import reason_of
from mwk_desktop.kafka.damaged_batches import find_next_batch
from mwk_desktop.kafka.message_decoding import Passed
from mwk_desktop.kafka.stalled_partitions import StallFinder
from mwk_desktop.messages import message

AGAIN_S: Final = 1.0
"""How often the search is repeated while Kafka does not answer."""

_log = logging.getLogger(__name__)


class Place(NamedTuple):
    """A partition of a topic."""

    topic: str
    partition: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a partition continues.

    Attributes
    ----------
    at, behind
        Where it was, and where it continues. They are the same if the batch can be read after all,
        or if Kafka did not tell.
    passed
        What lies between the two and will not be read; None: nothing.
    """

    place: Place
    at: int
    behind: int
    passed: Passed | None = None


@dataclass(slots=True)
class _Search:
    place: Place
    at: int
    text: str
    give_up: threading.Event = field(default_factory=threading.Event)
    done: threading.Event = field(default_factory=threading.Event)
    behind: int | None = None


def run_beside(task: Callable[[], None]) -> None:
    """Run a search on a new thread."""
    threading.Thread(target=task, name="mwk-batches", daemon=True).start()


class UnreadableBatches:
    """The unreadable batches of one reader.

    Parameters
    ----------
    properties
        ``[kafka]``, for the client that looks behind a batch.
    """

    def __init__(self, properties: Mapping[str, PropertyValue]) -> None:
        self._properties = properties
        self._stalls = StallFinder()
        self._waiting: dict[Place, tuple[int, str]] = {}
        self._search: _Search | None = None
        self._not_before_s = float("-inf")
        self._mended: dict[Place, int] = {}

    @property
    def waiting(self) -> Collection[Place]:
        """Partitions that must not be read until :meth:`passages` names them."""
        return self._waiting.keys()

    def note_stats(self, stats: ClientStats, topics: Iterable[str]) -> None:
        """Note how far each partition of these topics can be read."""
        for topic in topics:
            for number, found in stats.partitions(topic).items():
                # Behind an open transaction nothing can be read yet.
                readable = min(found.hi_offset, found.ls_offset)
                self._stalls.readable_ends[Place(topic, number)] = readable

    def report(self, place: Place, at: int, text: str) -> None:
        """Note that the batch at ``at`` cannot be read; ``text``: what the client says of it."""
        self._waiting[place] = (at, text)

    def find_stalls(self, next_offsets: Mapping[Place, int], *, answers: bool) -> list[Place]:
        """Find partitions that hold records but deliver none, and treat them as reported.

        Parameters
        ----------
        next_offsets
            What is read next of each partition that is read.
        answers
            Whether Kafka is there and gives what it has.
        """
        stalled = self._stalls.find(next_offsets, answers=answers)
        for place in stalled:
            self.report(place, next_offsets[place], "")
        return stalled

    def reached_end(self, place: Place) -> None:
        """Note that a partition is read to its end: damage there has gone with the lost tail."""
        self._mended.pop(place, None)

    def forget(self, places: Iterable[Place]) -> None:
        """Note that these partitions are no longer read, or are read from other offsets."""
        for place in places:
            self._waiting.pop(place, None)
            if self._search is not None and self._search.place == place:
                self._search.give_up.set()
                self._search = None

    def close(self) -> None:
        """End all searches."""
        self.forget([*self._waiting])

    def passages(self) -> list[Passage]:
        """Partitions that can be read again since the last call, and from where."""
        found = []
        if self._search is not None and self._search.done.is_set():
            search, self._search = self._search, None
            passage = self._passage(search)
            if passage is None:  # last in line, so that another place has its turn
                self._waiting[search.place] = self._waiting.pop(search.place)
                self._not_before_s = time.monotonic() + AGAIN_S
            else:
                del self._waiting[search.place]
                found.append(passage)
        if self._search is None and self._waiting and time.monotonic() >= self._not_before_s:
            place, (at, text) = next(iter(self._waiting.items()))
            search = self._search = _Search(place, at, text)
            run_beside(lambda: self._look_behind(search))
        return found

    def _look_behind(self, search: _Search) -> None:
        """Search for the end of one batch (a thread of its own)."""
        topic, partition = search.place
        try:
            search.behind = find_next_batch(
                self._properties, topic, partition, search.at, search.give_up
            )
        except Exception:  # nobody waits for this thread but by its answer
            _log.exception("looking behind a damaged batch failed")
        finally:
            search.done.set()

    def _passage(self, search: _Search) -> Passage | None:
        """The result of a search; None: Kafka is away, and it must be repeated."""
        place, at, text, behind = search.place, search.at, search.text, search.behind
        if behind is None and text:
            return None
        if behind is None:  # about a mere stall not soon
            self._stalls.postpone(place, at)
            return Passage(place, at, at)
        if text and behind <= at and self._mended.get(place) == at:
            behind = at + 1  # it can be read there, and not here
        self._mended[place] = at if behind <= at and text else -1  # a stall skips nothing
        if behind <= at:
            return Passage(place, at, at)
        reason = message("a batch there is damaged")
        if text:
            reason = message("a damaged batch ({text})", text=reason_of(text))
        return Passage(place, at, behind, Passed(*place, at, behind - 1, reason))

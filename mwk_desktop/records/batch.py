"""What a source hands to the show thread: decoded records in the order they came."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from mwk_desktop.messages import Message, message
from mwk_desktop.records.record_types import Record, Tweet


@dataclass(slots=True)
class Batch:
    """Parallel lists, one entry a record of the input topic.

    ``tweets[i]`` is None where the record is no tweet (counted as malformed); ``events_ms[i]`` is
    its event time; ``record_ms[i]`` the record's own timestamp, unclamped (-1: missing), which
    orders the leaderboard where a tweet has no ``CreatedAt``; ``arrivals_ms`` the wall clock at
    arrival (empty list: unknown). ``records`` holds the raw records where they are written or
    looked up downstream (live), and is empty on the fast path of a replay. ``errors`` says
    of a few of the malformed records what is wrong (:func:`malformed_record`; always of the first,
    never of all: a flood of garbage must not eat memory).
    ``places`` holds (partition, offset) of each record of a replay, on request.
    """

    tweets: list[Tweet | None] = field(default_factory=list)
    events_ms: list[int] = field(default_factory=list)
    record_ms: list[int] = field(default_factory=list)
    arrivals_ms: list[int] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    errors: list[Message] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)


def malformed_record(topic: str, partition: int, offset: int, reason: Message) -> Message:
    """Which record is no tweet, and why."""
    return message(
        "{topic}[{partition}] offset {offset}: {reason}",
        topic=topic,
        partition=str(partition),
        offset=str(offset),
        reason=reason,
    )


class OffsetMark(NamedTuple):
    """The last record of a partition that was read: what tells it from another at its offset.

    ``epoch`` is the leader epoch in which it was written (-1: not told), ``digest`` a checksum.
    """

    offset: int
    epoch: int
    digest: int


NO_MARK: Final = OffsetMark(-1, -1, 0)
"""Nothing is known of the record before the next offset."""


@dataclass(slots=True)
class Delivery:
    """One hand-over from a topic: fold ``batch``, then commit its counts with ``next_offsets``.

    ``next_offsets`` holds, per partition that moved, the offset after the last record of the
    batch; a delivery may move offsets without a record (the resolved start of a show, the marker of
    a transaction).

    ``marks`` holds, per partition that had a record, which one was the last: kept with the offsets,
    it shows at the next start whether the topic still holds what was read.

    ``caught_up``: with this delivery, everything that the topic held when reading began has been
    delivered. Until then a live show reads a backlog. A source sends one delivery as soon as it
    knows where it begins, so a show that has nothing to catch up with hears so at once.
    """

    batch: Batch
    next_offsets: dict[int, int] = field(default_factory=dict)
    marks: dict[int, OffsetMark] = field(default_factory=dict)
    caught_up: bool = True

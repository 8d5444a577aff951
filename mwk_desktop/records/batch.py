"""Batches that a source passes to the show thread: decoded records in order of arrival."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from mwk_desktop.messages import Message, message
from mwk_desktop.records.record_types import Record, Tweet
from mwk_desktop.records.schema_types import SchemaId


@dataclass(slots=True)
class Batch:
    """Parallel lists with one entry per record of the input topic.

    ``tweets[i]`` is None if the record is no tweet (counted as malformed). ``events_ms[i]`` is its
    event time; ``record_ms[i]`` the record's own timestamp, unclamped (-1: missing), which orders
    the leaderboard if a tweet has no ``CreatedAt``; ``arrivals_ms`` the wall clock at arrival
    (empty list: unknown). ``records`` holds the raw records if they are needed later (live), and is
    empty on the fast path of a replay. ``errors`` explains a few of the malformed records
    (:func:`malformed_record`): always the first, never all, so that a flood of garbage cannot fill
    the memory. ``places`` holds (partition, offset) of each record of a replay, and ``sources`` the
    program with which it was posted, both on request.
    ``schemas`` are records to write to a recording before ``records``, which need them.
    ``recovered`` records were counted as malformed before, because their schema was not known.
    ``deleted``: numbers of posts that nobody may read any more
    (:mod:`mwk_desktop.records.deletions`).
    """

    tweets: list[Tweet | None] = field(default_factory=list)
    events_ms: list[int] = field(default_factory=list)
    record_ms: list[int] = field(default_factory=list)
    arrivals_ms: list[int] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    errors: list[Message] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    schemas: list[Record] = field(default_factory=list)
    recovered: int = 0
    deleted: list[int] = field(default_factory=list)


def malformed_record(topic: str, partition: int, offset: int, reason: Message) -> Message:
    """The sentence that says which record is no tweet, and why."""
    return message(
        "{topic}[{partition}] offset {offset}: {reason}",
        topic=topic,
        partition=str(partition),
        offset=str(offset),
        reason=reason,
    )


def move_events(batch: Batch, shift_ms: int) -> None:
    """Add ``shift_ms`` to a batch's event times, up to each record's arrival.

    A record that cannot be read has no time (0 or less), and gets none.
    """
    batch.events_ms = [
        event_ms if event_ms <= 0 else min(event_ms + shift_ms, arrival_ms)
        for event_ms, arrival_ms in zip(batch.events_ms, batch.arrivals_ms, strict=True)
    ]


class OffsetMark(NamedTuple):
    """Identifies the last record read from a partition, among all that may have its offset.

    ``epoch`` is the leader epoch in which it was written (-1: unknown), ``digest`` a checksum.
    """

    offset: int
    epoch: int
    digest: int


class WaitingStretch(NamedTuple):
    """Records of a partition that wait for a schema: ``waiting`` of those with offsets ``first`` to
    ``last``. They are counted as malformed until they are read again."""

    partition: int
    schema_id: SchemaId
    first: int
    last: int
    waiting: int


NO_MARK: Final = OffsetMark(-1, -1, 0)
"""Nothing is known about the record before the next offset."""


@dataclass(slots=True)
class Delivery:
    """One delivery from a topic: fold ``batch``, then commit its counts with ``next_offsets``.

    ``next_offsets`` holds the offset after the batch's last record, for each partition that
    advanced. A delivery may advance offsets without a record (the resolved start of a show, a
    transaction marker).

    ``marks`` identifies the last record of each partition that had records. Stored with the
    offsets, it shows at the next start whether the topic still holds what was read.

    ``waiting`` holds what changed about the records that wait for schemas: stretches by the number
    that the source gave them, with what is left of each after this delivery; None: nothing.

    ``caught_up``: with this delivery, all that the topic held when reading began has been
    delivered. Until then a live show reads a backlog. A source sends one delivery as soon as it
    knows where it begins, so a show without a backlog learns that at once.
    """

    batch: Batch
    next_offsets: dict[int, int] = field(default_factory=dict)
    marks: dict[int, OffsetMark] = field(default_factory=dict)
    waiting: dict[int, WaitingStretch | None] = field(default_factory=dict)
    caught_up: bool = True

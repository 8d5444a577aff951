"""Turns Kafka's messages into a delivery for the show thread: a batch and the offsets after it.

No record can end a source, whatever it contains: what cannot be decoded is counted and named.
"""

from __future__ import annotations

import operator
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Final

from confluent_kafka import TIMESTAMP_LOG_APPEND_TIME, KafkaError
from confluent_kafka import Message as KafkaMessage

from mwk_desktop.frame_pacing import YieldToFrames, no_pacing, paced_slices
from mwk_desktop.kafka.damaged_batches import DAMAGE_CODES
from mwk_desktop.messages import Message, message
from mwk_desktop.records.batch import Delivery, OffsetMark, malformed_record
from mwk_desktop.records.deletions import deleted_ids
from mwk_desktop.records.record_types import Headers, Record, Tweet
from mwk_desktop.records.schema_types import header_of
from mwk_desktop.records.tweet_decoding import FRAMED, ValueDecoder, decode_tweets, event_time_ms
from mwk_desktop.units import EARLIEST_EVENT_MS

__all__ = [
    "Delivery",
    "Passed",
    "bytes_of",
    "decode_messages",
    "is_reset",
    "read_headers",
    "split_messages",
    "to_record",
]


_headers_of = operator.methodcaller("headers")
"""WORKAROUND: for a header name that is not UTF-8 the client (2.16) returns a value and leaves an
exception behind. A plain call may raise it somewhere later; this one raises it at once."""

_UNREADABLE: Final[Headers] = (("", None),)


@dataclass(frozen=True, slots=True)
class Passed:
    """Records ``[first, last]`` of a partition that were skipped, wholly or in part, and why."""

    topic: str
    partition: int
    first: int
    last: int
    reason: Message

    @property
    def sentence(self) -> Message:
        """The message about it."""
        places = {
            "topic": self.topic,
            "partition": str(self.partition),
            "first": str(self.first),
            "reason": self.reason,
        }
        if self.first == self.last:
            return message("Passed by {topic} [{partition}], offset {first}: {reason}.", **places)
        return message(
            "Passed by {topic} [{partition}], offsets {first} to {last}: {reason}.",
            last=str(self.last),
            **places,
        )


def split_messages(
    messages: Sequence[KafkaMessage],
) -> tuple[list[KafkaMessage], list[KafkaMessage]]:
    """Records, and events: ends of partitions and errors.

    Records that follow a damaged batch's error in the same partition are left out: the client has
    lost its position, and the partition is read again from behind the batch.
    """
    records = [each for each in messages if each.error() is None]
    if len(records) == len(messages):
        return records, []
    records, events, damaged = [], [], set()
    for each in messages:
        error, partition = each.error(), (each.topic(), each.partition())
        if error is None:
            if partition not in damaged:
                records.append(each)
            continue
        if partition not in damaged:
            events.append(each)
        if error.code() in DAMAGE_CODES:
            damaged.add(partition)
    return records, events


def is_reset(event: KafkaMessage) -> bool:
    """Whether the client cannot find the offset at which a partition should be read."""
    error = event.error()
    return error is not None and error.code() == KafkaError._AUTO_OFFSET_RESET


def read_headers(records: Sequence[KafkaMessage]) -> list[Headers | None]:
    """The headers of each record, to pass on: none may be asked twice (what an unreadable one then
    holds is no Python object)."""
    return [_read_headers(each) for each in records]


def _read_headers(record: KafkaMessage) -> Headers | None:
    try:
        found: list[tuple[str, bytes | str | None]] | None = _headers_of(record)
    except Exception:
        return _UNREADABLE
    return [(name, bytes_of(value)) for name, value in found] if found else None


def decode_messages(
    delivery: Delivery,
    records: Sequence[KafkaMessage],
    arrival_ms: int,
    keep_records: bool,
    yield_to_frames: YieldToFrames = no_pacing,
    schemas: ValueDecoder | None = None,
    headers: Sequence[Headers | None] | None = None,
) -> list[Passed]:
    """Decode ``records`` into ``delivery``; returns what could not be read completely.

    Parameters
    ----------
    delivery
        Its batch, offsets and marks are added to.
    records
        As ``poll()`` and ``consume()`` gave them, without events.
    arrival_ms
        The wall clock now: the event time of a record without one, or with one in the future.
    keep_records
        Also keep the raw records (recording, SQL); costs about half a microsecond each.
    yield_to_frames
        Called before each piece of the work.
    schemas
        Decodes values with a schema; None: no schema is known.
    headers
        Of each record (:func:`read_headers`); None: they were not read before.
    """
    passed: list[Passed] = []
    if schemas is not None:
        schemas.begin()
    for piece in paced_slices(len(records), yield_to_frames):
        some = records[piece]
        if some:
            known = None if headers is None else headers[piece]
            if known is None and (keep_records or schemas is not None):
                known = read_headers(some)
            _decode_piece(delivery, some, known, arrival_ms, keep_records, passed, schemas)
    return passed


def _decode_piece(
    delivery: Delivery,
    records: Sequence[KafkaMessage],
    headers: Sequence[Headers | None] | None,
    arrival_ms: int,
    keep_records: bool,
    passed: list[Passed],
    schemas: ValueDecoder | None,
) -> None:
    # Column by column: a list comprehension a column is half of what one patient loop takes.
    batch, moved = delivery.batch, delivery.next_offsets
    values: Iterable[bytes | str | None] = map(KafkaMessage.value, records)
    if schemas is not None and headers is not None and any(headers):
        values = list(map(schemas.with_framing, values, headers))
    tweets, reasons = decode_tweets(values, schemas)
    if reasons and schemas is None:
        reasons = [
            (index, FRAMED if _names_schema(records[index], headers, index) else reason)
            for index, reason in reasons
        ]
    stamps = list(map(KafkaMessage.timestamp, records))
    record_ms = [timestamp_ms if kind else -1 for kind, timestamp_ms in stamps]
    if min(record_ms) >= EARLIEST_EVENT_MS and max(record_ms) <= arrival_ms:
        events_ms = record_ms
    else:
        events_ms = [
            _event_ms(timestamp_ms, tweet, arrival_ms)
            for timestamp_ms, tweet in zip(record_ms, tweets, strict=True)
        ]
    kept: list[Record] = []
    if keep_records and headers is not None and not any(headers):
        kept = list(
            map(
                Record,
                map(KafkaMessage.topic, records),
                map(KafkaMessage.partition, records),
                map(KafkaMessage.offset, records),
                record_ms,
                map(bytes_of, map(KafkaMessage.key, records)),
                map(bytes_of, map(KafkaMessage.value, records)),
                repeat(()),
                repeat(arrival_ms),
                [kind == TIMESTAMP_LOG_APPEND_TIME for kind, _ in stamps],
            )
        )
    elif keep_records and headers is not None:
        kept = [
            to_record(each, arrival_ms, passed, found)
            for each, found in zip(records, headers, strict=True)
        ]
    batch.tweets += tweets
    batch.record_ms += record_ms
    batch.events_ms += events_ms
    batch.arrivals_ms += [arrival_ms] * len(records)
    batch.records += kept
    batch.errors += [
        malformed_record(each.topic() or "", each.partition() or 0, each.offset() or 0, reason)
        for each, reason in ((records[index], reason) for index, reason in reasons)
    ]
    batch.deleted += deleted_ids(map(KafkaMessage.value, records), tweets)
    # Records of a partition come in order, so the last one stays.
    last = dict(zip(map(KafkaMessage.partition, records), records, strict=True))
    moved.update((partition, each.offset() + 1) for partition, each in last.items())
    delivery.marks.update((partition, mark_of(each)) for partition, each in last.items())


def _names_schema(record: KafkaMessage, headers: Sequence[Headers | None] | None, at: int) -> bool:
    """Whether a header of the record at this index says which schema its value has."""
    found = _read_headers(record) if headers is None else headers[at]
    return record.value() is not None and header_of(found) is not None


def mark_of(record: KafkaMessage) -> OffsetMark:
    """Identifies this record among others that may have the same offset."""
    _, timestamp_ms = record.timestamp()
    digest = zlib.crc32(bytes_of(record.value()) or b"", timestamp_ms & 0xFFFFFFFF)
    epoch = record.leader_epoch()
    return OffsetMark(record.offset() or 0, -1 if epoch is None else epoch, digest)


def _event_ms(timestamp_ms: int, tweet: Tweet | None, arrival_ms: int) -> int:
    created_ms = None if tweet is None else tweet.created_at_ms
    event_ms = event_time_ms(timestamp_ms, created_ms, arrival_ms)
    return arrival_ms if event_ms is None else event_ms


def to_record(
    record: KafkaMessage, arrival_ms: int, passed: list[Passed], headers: Headers | None
) -> Record:
    """The record as it came (bytes), with its arrival; unreadable headers are left out."""
    kind, timestamp_ms = record.timestamp()
    topic, partition, offset = record.topic(), record.partition(), record.offset()
    assert topic is not None
    assert partition is not None
    assert offset is not None
    if headers is _UNREADABLE:
        headers = None
        unreadable = message("the headers cannot be read")
        passed.append(Passed(topic, partition, offset, offset, unreadable))
    return Record(
        topic,
        partition,
        offset,
        -1 if kind == 0 else timestamp_ms,
        bytes_of(record.key()),
        bytes_of(record.value()),
        tuple(headers or ()),
        arrival_ms,
        kind == TIMESTAMP_LOG_APPEND_TIME,
    )


def pass_by(delivery: Delivery, passed: Passed, arrival_ms: int, keep_records: bool) -> None:
    """Count records that cannot be read at all, each as malformed."""
    batch, count = delivery.batch, passed.last + 1 - passed.first
    batch.tweets += [None] * count
    batch.record_ms += [-1] * count
    batch.events_ms += [0] * count  # no time at all: it must not close a window
    batch.arrivals_ms += [arrival_ms] * count
    batch.errors.append(
        malformed_record(passed.topic, passed.partition, passed.first, passed.reason)
    )
    if keep_records:
        why = (("mwk-unreadable", str(passed.reason).encode()),)
        batch.records += [
            Record(passed.topic, passed.partition, offset, -1, None, None, why, arrival_ms)
            for offset in range(passed.first, passed.last + 1)
        ]
    delivery.next_offsets[passed.partition] = passed.last + 1


def bytes_of(value: str | bytes | None) -> bytes | None:
    """A key or value as the client gives it, as bytes."""
    return value.encode() if isinstance(value, str) else value

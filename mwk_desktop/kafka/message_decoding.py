"""From Kafka's messages to what the show thread takes: a batch and the offsets after it."""

from __future__ import annotations

from collections.abc import Sequence

from confluent_kafka import TIMESTAMP_LOG_APPEND_TIME, Message

from mwk_desktop.frame_pacing import YieldToFrames, no_pacing, paced_slices
from mwk_desktop.records.batch import Delivery, malformed_record
from mwk_desktop.records.record_types import Record, Tweet
from mwk_desktop.records.tweet_decoding import decode_tweets, event_time_ms
from mwk_desktop.units import EARLIEST_EVENT_MS

__all__ = ["Delivery", "decode_messages", "to_record"]


def decode_messages(
    delivery: Delivery,
    messages: Sequence[Message],
    arrival_ms: int,
    keep_records: bool,
    yield_to_frames: YieldToFrames = no_pacing,
) -> list[Message]:
    """Decode ``messages`` into ``delivery``; returns those that are events, not records.

    Parameters
    ----------
    delivery
        Its batch and offsets are added to.
    messages
        As ``poll()`` and ``consume()`` gave them.
    arrival_ms
        The wall clock now: the event time of a record without one, or with one in the future.
    keep_records
        Also keep the raw records (recording, SQL); costs about half a microsecond each.
    give_way
        Called before each piece of the work.
    """
    events: list[Message] = []
    for piece in paced_slices(len(messages), yield_to_frames):
        events += _fill(delivery, messages[piece], arrival_ms, keep_records)
    return events


def _fill(
    delivery: Delivery, messages: Sequence[Message], arrival_ms: int, keep_records: bool
) -> list[Message]:
    # Column by column: a list comprehension a column is half of what one patient loop takes.
    records = [message for message in messages if message.error() is None]
    events = []
    if len(records) != len(messages):
        events = [message for message in messages if message.error() is not None]
        if not records:
            return events
    batch, moved = delivery.batch, delivery.next_offsets
    tweets, reasons = decode_tweets(map(Message.value, records))
    # Records of a partition come in order, so the last one stays.
    last = dict(zip(map(Message.partition, records), records, strict=True))
    moved.update((partition, message.offset() + 1) for partition, message in last.items())
    record_ms = [
        timestamp_ms if kind else -1 for kind, timestamp_ms in map(Message.timestamp, records)
    ]
    if min(record_ms) >= EARLIEST_EVENT_MS and max(record_ms) <= arrival_ms:
        events_ms = record_ms
    else:
        events_ms = [
            _event_ms(timestamp_ms, tweet, arrival_ms)
            for timestamp_ms, tweet in zip(record_ms, tweets, strict=True)
        ]
    batch.tweets += tweets
    batch.record_ms += record_ms
    batch.events_ms += events_ms
    batch.arrivals_ms += [arrival_ms] * len(records)
    batch.errors += [
        malformed_record(
            message.topic() or "", message.partition() or 0, message.offset() or 0, reason
        )
        for message, reason in ((records[index], reason) for index, reason in reasons)
    ]
    if keep_records:
        batch.records += [to_record(message, arrival_ms) for message in records]
    return events


def _event_ms(timestamp_ms: int, tweet: Tweet | None, arrival_ms: int) -> int:
    created_ms = None if tweet is None else tweet.created_at_ms
    event_ms = event_time_ms(timestamp_ms, created_ms, arrival_ms)
    return arrival_ms if event_ms is None else event_ms


def to_record(message: Message, arrival_ms: int) -> Record:
    """The record as it came (bytes), with its arrival."""
    kind, timestamp_ms = message.timestamp()
    headers = message.headers()
    topic, partition, offset = message.topic(), message.partition(), message.offset()
    assert topic is not None
    assert partition is not None
    assert offset is not None
    return Record(
        topic,
        partition,
        offset,
        -1 if kind == 0 else timestamp_ms,
        _bytes(message.key()),
        _bytes(message.value()),
        tuple((name, _bytes(value)) for name, value in headers) if headers else (),
        arrival_ms,
        kind == TIMESTAMP_LOG_APPEND_TIME,
    )


def _bytes(value: str | bytes | None) -> bytes | None:
    return value.encode() if isinstance(value, str) else value

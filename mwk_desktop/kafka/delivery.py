"""From Kafka's messages to what the show thread takes: a batch and the offsets after it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from confluent_kafka import Message

from mwk_desktop.records.batch import Delivery
from mwk_desktop.records.decode import decode_tweet, event_time_ms
from mwk_desktop.records.record import DecodeError, Record, Tweet
from mwk_desktop.units import EARLIEST_EVENT_MS

__all__ = ["Delivery", "fill", "to_record"]

ERRORS_KEPT: Final = 20
"""Malformed records that a batch names; the rest is only counted."""


def fill(
    delivery: Delivery, messages: Sequence[Message], arrival_ms: int, keep_records: bool
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
    """
    batch, moved = delivery.batch, delivery.next_offsets
    tweets, events_ms, record_ms = batch.tweets, batch.events_ms, batch.record_ms
    events: list[Message] = []
    tweet: Tweet | None
    for message in messages:
        if message.error() is not None:
            events.append(message)
            continue
        value = message.value()
        partition, offset = message.partition(), message.offset()
        kind, timestamp_ms = message.timestamp()
        if kind == 0:
            timestamp_ms = -1
        assert partition is not None
        assert offset is not None
        moved[partition] = offset + 1
        created_ms = None
        try:
            tweet = decode_tweet(value)
            created_ms = tweet.created_at_ms
        except DecodeError as error:
            tweet = None
            if len(batch.errors) < ERRORS_KEPT:
                batch.errors.append(f"{message.topic()}[{partition}] offset {offset}: {error}")
        tweets.append(tweet)
        record_ms.append(timestamp_ms)
        if EARLIEST_EVENT_MS <= timestamp_ms <= arrival_ms:
            events_ms.append(timestamp_ms)
        else:
            event_ms = event_time_ms(timestamp_ms, created_ms, arrival_ms)
            events_ms.append(arrival_ms if event_ms is None else event_ms)
        if keep_records:
            batch.records.append(to_record(message, arrival_ms))
    batch.arrivals_ms.extend([arrival_ms] * (len(tweets) - len(batch.arrivals_ms)))
    return events


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
    )


def _bytes(value: str | bytes | None) -> bytes | None:
    return value.encode() if isinstance(value, str) else value

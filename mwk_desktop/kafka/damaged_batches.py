"""Batches that cannot be read: how the client reports them, and where the next one begins.

A batch is damaged on a broker's disk, or compressed by something that this client does not know.
The client then reports an error instead of its records, or nothing, and fetches the same batch for
ever. Kafka does not tell where the batch ends, so a separate client searches for the end by
reading. Called by a source's thread; it blocks on Kafka.

``check.crcs`` would make the client notice more, and is not used: librdkafka 2.16 loses its place
in the answer behind a wrong checksum and may abort the process.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from typing import Final

from confluent_kafka import Consumer, KafkaError, KafkaException, TopicPartition

from mwk_desktop.kafka.client_settings import PropertyValue
from mwk_desktop.kafka.client_stats import decode_stats
from mwk_desktop.kafka.clients import open_consumer

DAMAGE_CODES: Final = frozenset(
    [
        KafkaError._BAD_MSG,  # also a checksum that is wrong
        KafkaError._BAD_COMPRESSION,
        KafkaError._NOT_IMPLEMENTED,  # a magic byte or a codec of a later time
        KafkaError._UNSUPPORTED_FEATURE,
        KafkaError._UNDERFLOW,
        KafkaError.INVALID_MSG,
        KafkaError.INVALID_MSG_SIZE,
        KafkaError.MSG_SIZE_TOO_LARGE,
        KafkaError.INVALID_RECORD,
        KafkaError.UNSUPPORTED_COMPRESSION_TYPE,
    ]
)
"""The client's codes for "this batch cannot be read"."""

ANSWER_S: Final = 10.0
"""How long one request may take before Kafka counts as away."""

FETCHES: Final = 4
"""After this many answers without a record or an end, the batch counts as unreadable. Answers are
counted, not timed: on a busy machine a good batch must not look bad."""


def find_next_batch(
    properties: Mapping[str, PropertyValue],
    topic: str,
    partition: int,
    at: int,
    give_up: threading.Event,
) -> int | None:
    """The first offset behind the damaged batch that holds ``at``.

    Returns
    -------
    int or None
        ``at`` itself where it can be read now; the end of the partition where nothing behind can;
        None: Kafka does not answer, or ``give_up`` is set.
    """
    fetches = _FetchCounter()
    consumer = open_consumer(
        properties,
        client_id="mwk-batches",
        stats_cb=fetches.on_stats,
        **{
            "fetch.error.backoff.ms": 10,
            "fetch.wait.max.ms": 100,
            "queued.min.messages": 1,
            "statistics.interval.ms": 50,
        },
    )
    try:
        return _search(consumer, fetches, TopicPartition(topic, partition), at, give_up)
    except KafkaException:
        return None
    finally:
        consumer.close()


class _FetchCounter:
    """How many fetches the client has sent; each one follows the answer to the previous one."""

    def __init__(self) -> None:
        self.count = 0

    def on_stats(self, text: str) -> None:
        """The client's callback, inside poll."""
        brokers = decode_stats(text).brokers.values()
        self.count = sum(broker.req.get("Fetch", 0) for broker in brokers)


def _search(
    consumer: Consumer,
    fetches: _FetchCounter,
    place: TopicPartition,
    at: int,
    give_up: threading.Event,
) -> int | None:
    end: int
    _, end = consumer.get_watermark_offsets(place, timeout=ANSWER_S)
    bad, good, step = at - 1, end, 1
    searching = True  # in growing steps, until something can be read; then halfway between the two
    while good - bad > 1:
        look = min(bad + step, good - 1) if searching else (bad + good) // 2
        damaged = _is_damaged(consumer, fetches, place, look, at, give_up)
        if damaged is None:
            return None
        if damaged:
            bad, step = look, step * 2
        else:
            good, searching = look, False
    return good


def _is_damaged(
    consumer: Consumer,
    fetches: _FetchCounter,
    place: TopicPartition,
    look: int,
    at: int,
    give_up: threading.Event,
) -> bool | None:
    """Whether reading at ``look`` meets the batch that holds ``at``; None: no answer."""
    consumer.assign([TopicPartition(place.topic, place.partition, look)])
    deadline = time.monotonic() + ANSWER_S
    before = -1  # fetches until the statistics told of this place for the first time
    while time.monotonic() < deadline and not give_up.is_set():
        seen = fetches.count
        message = consumer.poll(0.02)
        if message is None:
            if before < 0 and fetches.count > seen:
                before = fetches.count
            if 0 <= before <= fetches.count - FETCHES:
                return True
            continue
        error = message.error()
        if error is None or error.code() == KafkaError._PARTITION_EOF:
            return False
        if error.code() in DAMAGE_CODES:
            # The error stands at the first offset of its batch: a later one is another batch.
            first = message.offset()
            return first is None or first <= at or first > look
        raise KafkaException(error)
    return None

"""Producers whose records come as transactions: a commit is whole or not there.

A ``transactional.id`` has one producer: a new one fences the old one, and ends what that had left
open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from confluent_kafka import Producer

from mwk_desktop.kafka.client_settings import PropertyValue
from mwk_desktop.kafka.clients import open_producer

TRANSACTION_MS: Final = 10_000
FENCE_S: Final = 30.0
FULL_WAIT_S: Final = 0.05
NO_PARTITION: Final = -1
"""Let the key choose the partition."""

ProducedRecord = tuple[bytes | None, str | bytes | None, int, int]
"""Value, key, partition, and timestamp in ms."""


def open_transactions(
    properties: Mapping[str, PropertyValue], transactional_id: str, *, client_id: str
) -> Producer:
    """A producer that has fenced the one before it; waits for Kafka.

    Raises
    ------
    KafkaException
        Kafka does not answer, or refuses the id.
    """
    producer = open_producer(
        properties,
        client_id=client_id,
        **{
            "transactional.id": transactional_id,
            "transaction.timeout.ms": TRANSACTION_MS,
            "message.timeout.ms": TRANSACTION_MS,
            "linger.ms": 0,
        },
    )
    producer.init_transactions(FENCE_S)
    return producer


def queue_record(
    producer: Producer,
    topic: str,
    value: bytes | None,
    key: str | bytes | None,
    *,
    partition: int = NO_PARTITION,
    timestamp: int = 0,
) -> None:
    """Queue a record; waits while the client's queue is full. ``timestamp`` 0 is now."""
    queue_records(producer, topic, [(value, key, partition, timestamp)])


def queue_records(producer: Producer, topic: str, records: Iterable[ProducedRecord]) -> None:
    """:func:`queue_record` for many records, without a call for each."""
    produce = producer.produce
    for value, key, partition, timestamp in records:
        while True:
            try:
                # By position: reading names took the client a quarter of the call.
                produce(topic, value, key, partition, None, None, timestamp)
                break
            except BufferError:
                producer.poll(FULL_WAIT_S)


def commit(producer: Producer) -> None:
    """End the transaction; waits for Kafka.

    Raises
    ------
    KafkaException
        The transaction failed, or another producer has the id now.
    """
    producer.commit_transaction(TRANSACTION_MS / 1000)

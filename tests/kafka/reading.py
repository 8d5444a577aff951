"""All that a topic of the tests' broker holds."""

from __future__ import annotations

from typing import Any

from confluent_kafka import Consumer, TopicPartition


def read_all(kafka: dict[str, Any], topic: str) -> list[Any]:
    """Every record, in the order of the partitions' arrival."""
    consumer = Consumer({**kafka, "group.id": "test", "enable.partition.eof": True})
    partitions = list(consumer.list_topics(topic, timeout=60).topics[topic].partitions)
    consumer.assign([TopicPartition(topic, number, 0) for number in partitions])
    found, ends = [], 0
    while ends < len(partitions):
        message = consumer.poll(60)
        assert message is not None
        if message.error() is None:
            found.append(message)
        else:
            ends += 1
    consumer.close()
    return found

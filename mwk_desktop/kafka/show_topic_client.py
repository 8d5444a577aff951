"""Reads the topic ``mwk-show`` from its beginning, and writes what is soon out of date to it.

One thread uses it. It knows nothing of what the records mean. The topic has one partition: the
order of its records is what consoles agree on. A topic with more of them is used at its first.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from typing import Any, Final

import msgspec
from confluent_kafka import OFFSET_BEGINNING, KafkaException, TopicPartition

from mwk_desktop.kafka.client_settings import KafkaSettingError, PropertyValue
from mwk_desktop.kafka.clients import open_consumer, open_producer
from mwk_desktop.kafka.topic_admin import TopicError, ensure_topic
from mwk_desktop.messages import NOTHING, Message, message_of
from mwk_desktop.topics import SHOW_TOPIC

PARTITION: Final = 0

KEPT: Final[Mapping[str, str]] = {
    "cleanup.policy": "compact",
    # A console that starts hours later still reads every decision, each under a key of its own.
    "min.compaction.lag.ms": str(24 * 3_600_000),
}
"""Settings of a new topic: nothing is deleted by its age."""

OUTDATED_MS: Final = 1_000
"""A record that Kafka did not take for so long says nothing any more: it is dropped."""

_BATCH: Final = 500

_QUICK: Final[Mapping[str, PropertyValue]] = {
    # Back within a quarter of a second: a console that lags behind the broker's return would look
    # as if it were missing.
    "reconnect.backoff.ms": 50,
    "reconnect.backoff.max.ms": 250,
    "socket.connection.setup.timeout.ms": 2_000,
    "socket.timeout.ms": 3_000,
}
_READING: Final[Mapping[str, PropertyValue]] = {
    **_QUICK,
    "auto.offset.reset": "earliest",
    "queued.max.messages.kbytes": 4_096,
    "fetch.error.backoff.ms": 50,
}
_WRITING: Final[Mapping[str, PropertyValue]] = {
    **_QUICK,
    # One that was dropped must not hold the next one back.
    "enable.idempotence": False,
    "acks": "all",
    "linger.ms": 0,
    "message.timeout.ms": OUTDATED_MS,
    "request.timeout.ms": OUTDATED_MS,
    "retry.backoff.ms": 20,
    "retry.backoff.max.ms": 100,
}


class ShowTopicClient:
    """A consumer and a producer of the topic.

    Parameters
    ----------
    properties
        ``[kafka]``.
    topic
        The topic's name.

    Raises
    ------
    KafkaSettingError
        A property of ``[kafka]`` is refused.
    """

    def __init__(self, properties: Mapping[str, PropertyValue], topic: str = SHOW_TOPIC) -> None:
        self._properties = properties
        self._topic = topic
        self._consumer = open_consumer(properties, client_id="mwk-show", **_READING)
        self._consumer.assign([TopicPartition(topic, PARTITION, OFFSET_BEGINNING)])
        self._producer = open_producer(properties, client_id="mwk-show", **_WRITING)
        self.problem: Message = NOTHING
        """Why the topic cannot be used, if it cannot be created."""

    def ensure_topic(self) -> bool:
        """Create the topic if it is missing; False: not now (any thread; waits for Kafka)."""
        try:
            ensure_topic(self._properties, self._topic, partitions=1, config=KEPT)
        except (TopicError, KafkaSettingError) as error:
            self.problem = message_of(error)
            return False
        self.problem = NOTHING
        return True

    def read(self, timeout_s: float) -> list[bytes]:
        """The values of the next records, in order; waits for the first one."""
        first = self._consumer.poll(timeout_s)
        if first is None:
            return []
        found = [first, *self._consumer.consume(_BATCH, 0)]
        return [value for each in found if not each.error() and (value := each.value()) is not None]

    def write(self, key: str, value: Mapping[str, Any]) -> None:
        """Queue a record; it is dropped after :data:`OUTDATED_MS`. Never waits."""
        # A full queue is full of what is out of date.
        with contextlib.suppress(BufferError, KafkaException):
            self._producer.produce(
                self._topic,
                msgspec.json.encode(value),
                key.encode(),
                partition=PARTITION,
            )
        self._producer.poll(0)

    def close(self) -> None:
        """End both; what is not written yet is dropped."""
        self._producer.purge()
        self._producer.flush(0.1)
        self._consumer.close()

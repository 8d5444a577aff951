"""Reads the topic ``mwk-show`` from its beginning, and writes what is soon out of date to it.

One thread uses it; another one may create the topic. It knows nothing of what the records mean. The
topic has one partition: the order of its records is what consoles agree on. Of a topic with more
partitions the first is used.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

import msgspec
from confluent_kafka import OFFSET_BEGINNING, KafkaError, KafkaException, TopicPartition

from mwk_desktop.kafka.client_settings import KafkaSettingError, PropertyValue
from mwk_desktop.kafka.clients import open_consumer, open_producer
from mwk_desktop.kafka.topic_admin import TopicError, ensure_topic

PARTITION: Final = 0

KEPT: Final[Mapping[str, str]] = {"cleanup.policy": "compact"}
"""Settings of a new topic: nothing is deleted by its age, and every decision has a key of its own.
"""

QUICKLY_COMPACTED: Final[Mapping[str, str]] = {
    **KEPT,
    # Kafka compacts only segments that are no longer written to.
    "segment.ms": str(10 * 60_000),
    "max.compaction.lag.ms": str(15 * 60_000),
    "min.cleanable.dirty.ratio": "0.1",
}
"""Of twenty heartbeats and moments a second the newest are enough: a console that starts hours
later reads the decisions, and the rest of the last quarter of an hour. Some clusters do not allow
these settings."""

OUTDATED_MS: Final = 1_000
"""A record that Kafka has not taken for this long is out of date, and is dropped."""

_BATCH: Final = 500

_log = logging.getLogger(__name__)

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


class ShowValue(NamedTuple):
    """The value of a record; ``is_news``: the topic did not hold it before the client came."""

    value: bytes
    is_news: bool


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

    def __init__(self, properties: Mapping[str, PropertyValue], topic: str) -> None:
        self._properties = properties
        self._topic = topic
        self._consumer = open_consumer(properties, client_id="mwk-show", **_READING)
        self._place = TopicPartition(topic, PARTITION)
        self._consumer.assign([TopicPartition(topic, PARTITION, OFFSET_BEGINNING)])
        # The offset behind all that the topic held at the start; -1: not known yet.
        self._history_end = -1
        self._newest_offset = -1
        self._producer = open_producer(properties, client_id="mwk-show", **_WRITING)
        self.has_caught_up = False
        """Whether all that the topic held at the start has been read."""
        self._exists = False

    def ensure_topic(self) -> bool:
        """Create the topic if it is missing; False: not now (any thread; waits for Kafka)."""
        for config in (QUICKLY_COMPACTED, KEPT):
            try:
                ensure_topic(self._properties, self._topic, partitions=1, config=config)
            except (TopicError, KafkaSettingError) as error:
                _log.info("%s", error)
            else:
                self._exists = True
                return True
        return False

    def read(self, timeout_s: float) -> list[ShowValue]:
        """The values of the next records, in order; waits for the first one."""
        first = self._consumer.poll(timeout_s)
        if first is None:
            return []
        found: list[ShowValue] = []
        for each in (first, *self._consumer.consume(_BATCH, 0)):
            error, offset = each.error(), each.offset() or 0
            if error is None:
                if self._history_end < 0:
                    self._history_end = self._known_end()
                if offset <= self._newest_offset:
                    self._history_end = 0  # another topic, of a broker that came back without it
                self._newest_offset = offset
                value = each.value()
                if value is not None:
                    found.append(ShowValue(value, offset >= self._history_end))
                self.has_caught_up = self.has_caught_up or offset + 1 >= self._history_end
            elif error.code() == KafkaError._PARTITION_EOF:
                # Reported only while nothing is written: the topic is empty or idle.
                self._history_end = offset if self._history_end < 0 else self._history_end
                self.has_caught_up = True
            else:
                _log.debug("%s", error)
        return found

    def _known_end(self) -> int:
        """The end of the partition, as the first answer to a fetch told it."""
        ends = self._consumer.get_watermark_offsets(self._place, cached=True)
        return -1 if ends is None else max(-1, ends[1])

    def write(self, key: str, value: Mapping[str, Any]) -> None:
        """Queue a record; it is dropped after :data:`OUTDATED_MS`, or at once while the topic is
        not known to exist. Never waits."""
        if not self._exists:
            return  # many brokers would create it, with settings of their own
        # If the queue is full, what it holds is out of date.
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

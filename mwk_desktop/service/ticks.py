"""When a window is over: a tick that goes through the votes' topic, behind the last vote.

A service has no one clock. A window may be closed when its end and the grace are past, and
everything that was in the input then has come through to the votes' topic. Each instance looks for
itself and writes what it saw as a tick; ticks of several instances do no harm, as each says
something true, and the state moves forward only.

Threads: the *tick thread* of one instance; it waits for Kafka.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Mapping
from typing import Final

from confluent_kafka import Consumer, KafkaError, KafkaException, Producer, TopicPartition

TICK_S: Final = 0.2
"""How often the charts go out."""
ASK_S: Final = 5.0
PEEK_S: Final = 2.0

_log = logging.getLogger(__name__)


class Ticker:
    """Writes a tick every :data:`TICK_S` seconds.

    Parameters
    ----------
    consumer
        Of the service's group, read-committed; it never subscribes, only asks and peeks.
    producer
        Any; ticks need no transaction.
    stages
        The topics that must be empty behind the group's committed positions: input, and the one
        between stage 1 and 2.
    votes_topic, key
        Where votes and ticks go.
    window_ms, grace_ms
        Rules of the show.
    """

    def __init__(
        self,
        consumer: Consumer,
        producer: Producer,
        stages: tuple[str, ...],
        votes_topic: str,
        key: bytes,
        *,
        window_ms: int,
        grace_ms: int,
        now_ms: Callable[[], int],
    ) -> None:
        self._consumer = consumer
        self._producer = producer
        self._stages = stages
        self._votes_topic = votes_topic
        self._key = key
        self._window_ms = window_ms
        self._grace_ms = grace_ms
        self._now_ms = now_ms
        self._over_ms: int | None = None
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="ticks", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(timeout=ASK_S + PEEK_S)
        self._producer.flush(2.0)
        self._consumer.close()

    def _run(self) -> None:
        while not self._stop.wait(TICK_S):
            try:
                self._tick()
            except KafkaException as error:  # a broker that is away: windows wait with it
                _log.info("no tick: %s", error)

    def _tick(self) -> None:
        now_ms = self._now_ms()
        until_ms = now_ms - self._grace_ms
        until_ms -= until_ms % self._window_ms
        over_ms = None
        if self._over_ms is None or until_ms > self._over_ms:
            if all(self._empty(topic) for topic in self._stages):
                over_ms = self._over_ms = until_ms
        else:
            # Said again: the first one may have been written before the stage was there.
            over_ms = self._over_ms
        value = json.dumps({"tick": now_ms, "over": over_ms}).encode()
        self._producer.produce(self._votes_topic, value, self._key, timestamp=now_ms)
        self._producer.poll(0)

    def _empty(self, topic: str) -> bool:
        """Whether the group has committed everything there is."""
        found = self._consumer.list_topics(topic, timeout=ASK_S).topics[topic]
        if found.error is not None:
            missing: bool = found.error.code() == KafkaError.UNKNOWN_TOPIC_OR_PART
            return missing
        places = [TopicPartition(topic, number) for number in found.partitions]
        ahead = []
        for place in self._consumer.committed(places, timeout=ASK_S):
            low, high = self._consumer.get_watermark_offsets(place, timeout=ASK_S)
            at = place.offset if place.offset >= 0 else low
            if at < high:
                ahead.append(TopicPartition(topic, place.partition, at))
        # Transactions leave marks that are no records: only reading tells.
        return not ahead or self._only_marks(ahead)

    def _only_marks(self, ahead: list[TopicPartition]) -> bool:
        consumer = self._consumer
        consumer.assign(ahead)
        try:
            left: set[int] = {place.partition for place in ahead}
            deadline_ms = self._now_ms() + int(PEEK_S * 1000)
            while left and self._now_ms() < deadline_ms and not self._stop.is_set():
                message = consumer.poll(0.1)
                if message is None:
                    continue
                error = message.error()
                if error is None:
                    return False
                if error.code() == KafkaError._PARTITION_EOF:
                    left.discard(message.partition())
                else:
                    return False
            return not left
        finally:
            consumer.unassign()


def tick_settings(
    properties: Mapping[str, str | int | float | bool], group: str
) -> dict[str, object]:
    """Of the consumer that asks and peeks."""
    return {
        **properties,
        "group.id": group,
        "enable.auto.commit": False,
        "enable.partition.eof": True,
        "isolation.level": "read_committed",
        "auto.offset.reset": "earliest",
        "fetch.wait.max.ms": 50,
    }

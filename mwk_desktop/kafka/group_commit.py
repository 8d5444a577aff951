"""Commits offsets to the consumer group: for tools that watch the lag, never for ourselves."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping
from typing import Any

from confluent_kafka import Consumer, KafkaError, KafkaException, TopicPartition

from mwk_desktop.kafka.broker_clock import BrokerClock
from mwk_desktop.kafka.client_settings import PropertyValue

_log = logging.getLogger("mwk_desktop.kafka.topic_source")


class GroupCommit:
    """Commits one at a time; offsets that come meanwhile are merged and wait.

    ``note`` may be called by any thread; everything else belongs to the source thread.

    Parameters
    ----------
    topic
        The topic of the offsets.
    properties
        ``[kafka]``.

    Attributes
    ----------
    clock
        Gets the broker's time from the commits.
    """

    def __init__(self, topic: str, properties: Mapping[str, PropertyValue]) -> None:
        self._topic = topic
        self.clock = BrokerClock(properties)
        self._lock = threading.Lock()  # held for a moment: nothing inside waits
        self._waiting: dict[int, int] | None = None
        self.under_way = False

    def note(self, next_offsets: Mapping[int, int]) -> None:
        """Note that the store has everything before these offsets."""
        with self._lock:
            self._waiting = {**(self._waiting or {}), **next_offsets}

    def send(self, consumer: Consumer, up: bool) -> dict[int, int] | None:
        """Start a waiting commit if Kafka is there; returns the offsets that the store has."""
        if self.under_way or not up:
            return None
        self.clock.ask_when_due()
        with self._lock:
            offsets, self._waiting = self._waiting, None
        if offsets is None:
            return None
        entries = [TopicPartition(self._topic, p, at) for p, at in sorted(offsets.items())]
        self.clock.sent()
        try:
            consumer.commit(offsets=entries, asynchronous=True)
            self.under_way = True
        except KafkaException as error:
            _log.info("offsets were not committed to the group: %s", error)
        return offsets

    def on_commit(self, error: KafkaError | None, _: Any) -> None:
        """The client's callback, inside poll."""
        self.under_way = False
        if error is None:
            self.clock.acknowledged()
        else:
            _log.info("offsets were not committed to the group: %s", error.str())

    def close(self, consumer: Consumer) -> None:
        """Close the consumer, in the background if a commit is still under way.

        Closing waits for the answer to it, ten seconds if the broker hangs. Ending a show must not
        take that long for a commit that only outside tools read.
        """
        under_way, self.under_way = self.under_way, False
        if under_way:
            threading.Thread(target=consumer.close, name="mwk-kafka-close", daemon=True).start()
        else:
            consumer.close()

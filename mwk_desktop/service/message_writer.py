"""Writes counted tweets to ``user-message``, at least once. Used by the thread that counts."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Final

import msgspec
from confluent_kafka import KafkaException

from mwk_desktop.kafka.client_settings import PropertyValue
from mwk_desktop.kafka.clients import open_producer
from mwk_desktop.kafka.result_records import MessageResult, message_value
from mwk_desktop.records.batch import Batch
from mwk_desktop.service.transactions import queue_record
from mwk_desktop.topics import MESSAGES_TOPIC

MOST_TEXT: Final = 4_000
"""Longest text in characters: Kafka takes no record above 1 MB."""

NEWEST: Final = 50


class MessageWriter:
    """Sends messages, and remembers the newest.

    Attributes
    ----------
    newest
        The newest messages sent here (any thread may copy it).
    """

    def __init__(self, properties: Mapping[str, PropertyValue]) -> None:
        self.newest: deque[dict[str, str]] = deque(maxlen=NEWEST)
        self._producer = open_producer(properties, client_id="mwk-streams-messages")

    def send(self, batch: Batch, counted: Sequence[tuple[int, str | None]], now_ms: int) -> None:
        """Queue the messages of a batch that were counted; waits while the client's queue is full.

        ``counted`` is what :meth:`mwk_desktop.topology.counting.Counting.fold` gives.
        """
        tweets, events, encode = batch.tweets, batch.events_ms, msgspec.json.encode
        shown = [(n, tweet) for n, _ in counted if (tweet := tweets[n]) is not None]
        self.newest += [
            message_value(tweet.screen_name, tweet.text) for _, tweet in shown[-NEWEST:]
        ]
        for n, tweet in shown:
            name, at_ms = tweet.screen_name, events[n]
            value = encode(MessageResult(name, tweet.text[:MOST_TEXT]))
            # A broker refuses what is later than now.
            at_ms = now_ms if at_ms > now_ms else at_ms or 1
            queue_record(self._producer, MESSAGES_TOPIC, value, name, timestamp=at_ms)

    def poll(self) -> None:
        """Serve the client."""
        self._producer.poll(0)

    def flush(self) -> None:
        """Wait until what was sent is written."""
        with suppress(KafkaException, SystemError):
            self._producer.flush(5.0)

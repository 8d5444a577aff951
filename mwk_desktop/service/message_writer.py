"""Writes counted tweets to ``user-message``, at least once. Used by the thread that counts."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import repeat
from typing import Final

import msgspec
from confluent_kafka import KafkaError, KafkaException, Message

from mwk_desktop.kafka.client_settings import PropertyValue
from mwk_desktop.kafka.clients import open_producer
from mwk_desktop.kafka.result_records import MessageResult, message_value
from mwk_desktop.records.batch import Batch
from mwk_desktop.service.transactions import NO_PARTITION, queue_records
from mwk_desktop.topics import MESSAGES_TOPIC

MOST_TEXT: Final = 4_000
"""Longest text in characters: Kafka takes no record above 1 MB."""

NEWEST: Final = 50

LINGER_MS: Final = 50
"""Messages wait this long for others, at most until the next commit: with the client's usual 5 ms
they take ten times as many requests."""


CLOSE_S: Final = 5.0
PURGE_S: Final = 1.0
FLUSH_S: Final = 10.0
"""Kafka has this long to write what was sent; transactions have as long."""

_REFUSED: Final = frozenset(
    [
        KafkaError.MSG_SIZE_TOO_LARGE,
        KafkaError.INVALID_MSG,
        KafkaError.INVALID_RECORD,
        KafkaError.INVALID_TIMESTAMP,
    ]
)
"""The record is refused, and would be when it is sent again."""

_log = logging.getLogger(__name__)


class MessageWriter:
    """Sends messages, and remembers the newest.

    Attributes
    ----------
    newest
        The newest messages sent here (any thread may copy it).
    """

    def __init__(self, properties: Mapping[str, PropertyValue]) -> None:
        self.newest: deque[dict[str, str]] = deque(maxlen=NEWEST)
        self._encode = msgspec.json.Encoder().encode
        self._lost: list[KafkaError] = []
        self._producer = open_producer(
            properties,
            client_id="mwk-streams-messages",
            # No method: with one, client and writer would hold each other until they are collected.
            on_delivery=partial(_note_loss, self._lost),
            **{"linger.ms": LINGER_MS, "delivery.report.only.error": True},
        )

    def send(self, batch: Batch, counted: Sequence[int], now_ms: int) -> None:
        """Queue the messages of a batch that were counted (their indexes in the batch); waits while
        the client's queue is full."""
        tweets = [tweet for n in counted if (tweet := batch.tweets[n]) is not None]
        if not tweets:
            return
        names = [tweet.screen_name for tweet in tweets]
        texts = [tweet.text for tweet in tweets]
        if max(map(len, texts)) > MOST_TEXT:
            texts = [text[:MOST_TEXT] for text in texts]
        times_ms = [batch.events_ms[n] for n in counted]
        if min(times_ms) < 1 or max(times_ms) > now_ms:  # a broker refuses what is later than now
            times_ms = [min(at_ms or 1, now_ms) for at_ms in times_ms]
        messages = map(MessageResult, names, texts)
        values = map(self._encode, messages)
        records = zip(values, names, repeat(NO_PARTITION), times_ms, strict=False)
        queue_records(self._producer, MESSAGES_TOPIC, records)
        self.newest += map(message_value, names[-NEWEST:], texts[-NEWEST:])

    def poll(self) -> None:
        """Serve the client."""
        self._producer.poll(0)

    def flush(self) -> None:
        """Wait until what was sent is written.

        Raises
        ------
        KafkaException
            Something was not, or not in time. It stays so: send all again since the last commit.
        """
        left = self._flush(FLUSH_S)
        if left and not self._lost:
            self._lost.append(KafkaError(KafkaError._TIMED_OUT))
        if self._lost:
            raise KafkaException(self._lost[0])

    def close(self) -> None:
        """Wait a moment for what was sent, and give up what is not written: it belongs to no
        commit."""
        if self._flush(CLOSE_S):
            self._producer.purge()
            self._flush(PURGE_S)

    def _flush(self, timeout_s: float) -> int:
        """How many messages are left."""
        try:
            left: int = self._producer.flush(timeout_s)
        except SystemError:  # the client's, without rights
            left = len(self._producer)
        return left


def _note_loss(lost: list[KafkaError], error: KafkaError | None, _message: Message) -> None:
    """Called for messages that were not written."""
    if error is None:
        return
    if error.code() in _REFUSED:
        _log.warning("Kafka refuses a message: %s", error.str())
    elif not lost:  # the first one says why
        lost.append(error)

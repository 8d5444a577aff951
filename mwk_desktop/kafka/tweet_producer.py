"""Writes tweets to Kafka: idempotent, ``acks=all``, lz4, every delivery counted.

It has no thread: the caller's thread also serves the delivery reports, inside ``produce`` and
``flush``. ``produce`` waits when librdkafka's bounded queue is full, so a caller that is faster
than Kafka is slowed down.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import msgspec
from confluent_kafka import KafkaError, KafkaException, Producer
from confluent_kafka import Message as Delivered

from mwk_desktop.clock import wall_ms
from mwk_desktop.kafka.client_settings import PropertyValue, servers_of, user_of
from mwk_desktop.kafka.client_stats import decode_stats
from mwk_desktop.kafka.clients import open_producer
from mwk_desktop.kafka.connection import ConnectionTracker
from mwk_desktop.kafka.connection_state import ConnectionState
from mwk_desktop.kafka.topic_facts import describe_topic, may_not_write
from mwk_desktop.messages import NOTHING, Message, message, plural_message, sentences

_log = logging.getLogger(__name__)

FULL_WAIT_S: Final = 0.05


class ProduceError(Exception):
    """Records did not reach Kafka; the argument is a :class:`Message` for people."""


@dataclass(frozen=True, slots=True)
class Deliveries:
    """Numbers of records so far: passed to the client, acknowledged by Kafka, given up."""

    produced: int
    delivered: int
    failed: int

    @property
    def waiting(self) -> int:
        """Neither acknowledged nor given up yet."""
        return self.produced - self.delivered - self.failed


class TweetProducer:
    """Sends records to one topic. Used by one thread; close it with :meth:`close`.

    Parameters
    ----------
    properties
        ``[kafka]``.
    topic
        The topic; it must exist (see :func:`mwk_desktop.kafka.topic_admin.create_topic`).
    on_delivery
        Called with each acknowledged record, inside ``produce``, ``poll`` or ``flush``.

    Raises
    ------
    KafkaSettingError
        A property of ``[kafka]`` is refused.
    """

    def __init__(
        self,
        properties: Mapping[str, PropertyValue],
        topic: str,
        *,
        client_id: str = "mwk-producer",
        on_delivery: Callable[[Delivered], None] | None = None,
        on_state: Callable[[ConnectionState], None] | None = None,
    ) -> None:
        self.topic = topic
        self._on_delivery = on_delivery
        self._on_state = on_state
        self._connection = ConnectionTracker(
            servers_of(properties), topic, wall_ms(), user=user_of(properties)
        )
        self._produced = self._delivered = self._failed = 0
        self._last_error: KafkaError | None = None
        self._client_failed = self._may_not_write = False
        self._properties = dict(properties)
        self._producer: Producer = open_producer(
            properties, client_id=client_id, error_cb=self._on_error, stats_cb=self._on_stats
        )

    @property
    def deliveries(self) -> Deliveries:
        """How many records were sent, acknowledged and given up so far."""
        return Deliveries(self._produced, self._delivered, self._failed)

    @property
    def state(self) -> ConnectionState:
        """The connection's state as of the last call."""
        return self._connection.state

    @property
    def problem(self) -> Message:
        """Why the last record was given up, in one sentence; empty if none was."""
        return NOTHING if self._last_error is None else self._reason(self._last_error)

    def produce(
        self,
        status: Mapping[str, Any] | bytes | None,
        key: bytes | None = None,
        timestamp_ms: int = 0,
        partition: int | None = None,
        headers: Sequence[tuple[str, bytes | None]] = (),
        give_up: Callable[[], bool] = lambda: False,
    ) -> bool:
        """Queue one record.

        Parameters
        ----------
        status
            A status to be written as JSON (its ``Id`` becomes the key where none is given), or the
            value's bytes, or None for a tombstone.
        timestamp_ms
            The record's own time; 0: now.
        give_up
            Asked every 50 ms while the queue is full.

        Returns
        -------
        bool
            False: given up while waiting.

        Raises
        ------
        ProduceError
            Kafka's client refuses the record (too large) or can produce no more.
        """
        if isinstance(status, Mapping):
            if key is None and "Id" in status:
                key = msgspec.json.encode({"Id": status["Id"]})
            status = msgspec.json.encode(status)
        more: dict[str, Any] = {} if partition is None else {"partition": partition}
        if headers:
            more["headers"] = list(headers)
        while True:
            try:
                self._producer.produce(
                    self.topic,
                    status,
                    key,
                    on_delivery=self._on_report,
                    timestamp=timestamp_ms,
                    **more,
                )
                break
            except BufferError:
                self.poll(FULL_WAIT_S)
                if give_up():
                    return False
            except KafkaException as error:
                raise ProduceError(self._reason(error.args[0])) from error
        self._produced += 1
        self.poll()
        return True

    def poll(self, timeout_s: float = 0.0) -> None:
        """Serve delivery reports and the connection state."""
        self._serve(self._producer.poll, timeout_s)

    def flush(self, timeout_s: float = 10.0) -> Deliveries:
        """Wait until every record is acknowledged or given up, at most ``timeout_s``."""
        self._serve(self._producer.flush, timeout_s)
        return self.deliveries

    def _serve(self, call: Callable[[float], object], timeout_s: float) -> None:
        """WORKAROUND: for a user who may not write, the client (2.16) can raise SystemError out of
        ``poll`` and ``flush``. What became of the records their reports tell."""
        try:
            call(timeout_s)
        except (SystemError, KafkaException) as error:
            _log.info("the client failed: %r", error)
            self._client_failed = True

    def close(self, timeout_s: float = 10.0) -> Deliveries:
        """Flush; what is not acknowledged then counts as failed.

        Raises
        ------
        ProduceError
            Some records did not reach Kafka: how many, and why.
        """
        self._serve(self._producer.flush, timeout_s)
        if self.deliveries.waiting:
            self._producer.purge()
            self._serve(self._producer.flush, 1.0)
        done = self.deliveries
        lost = done.produced - done.delivered
        if lost:
            if done.produced == 1:
                which = message("The message was not sent.")
            else:
                which = plural_message(
                    "{count} message was not sent.", "{count} messages were not sent.", lost
                )
            raise ProduceError(sentences([which, self.problem or self.state.sentence]))
        return done

    def _on_report(self, error: KafkaError | None, delivered: Delivered) -> None:
        if error is None:
            self._delivered += 1
            if self._on_delivery is not None:
                self._on_delivery(delivered)
            return
        self._failed += 1
        # What was purged at the end says nothing: the reason is that of those before.
        purged = (KafkaError._PURGE_QUEUE, KafkaError._PURGE_INFLIGHT)
        if self._last_error is None or error.code() not in purged:
            self._last_error = error

    def _reason(self, error: KafkaError) -> Message:
        code = error.code()
        self._report_state(self._connection.on_error(code, error.str(), wall_ms()))
        state, servers = self._connection.state, self._connection.servers
        if code == KafkaError.MSG_SIZE_TOO_LARGE:
            return message("A message is larger than topic {topic} takes.", topic=self.topic)
        if code in (KafkaError._UNKNOWN_TOPIC, KafkaError.UNKNOWN_TOPIC_OR_PART):
            return message(
                "Topic {topic} does not exist at {servers}.", topic=self.topic, servers=servers
            )
        # An idempotent producer is refused as a whole: its records get no reason of their own.
        if self._client_failed or code == KafkaError._FATAL:
            self._client_failed = False
            self._may_not_write = not describe_topic(self._properties, self.topic).may_write
        if code == KafkaError.TOPIC_AUTHORIZATION_FAILED or self._may_not_write:
            return may_not_write(self._properties, self.topic)
        local = (
            KafkaError._MSG_TIMED_OUT,
            KafkaError._PURGE_QUEUE,
            KafkaError._PURGE_INFLIGHT,
            KafkaError._TRANSPORT,
        )
        if code in local:
            if not state.ok:
                return state.sentence
            return message("Kafka at {servers} did not acknowledge in time.", servers=servers)
        return message("Kafka at {servers} said: {text}.", servers=servers, text=error.str())

    def _on_error(self, error: KafkaError) -> None:
        self._report_state(self._connection.on_error(error.code(), error.str(), wall_ms()))

    def _on_stats(self, text: str) -> None:
        self._report_state(self._connection.on_stats(decode_stats(text), wall_ms()))

    def _report_state(self, changed: bool) -> None:
        if changed and self._on_state is not None:
            self._on_state(self._connection.state)


def twitter_status(
    text: str,
    screen_name: str,
    *,
    status_id: int,
    created_at_ms: int,
    name: str = "",
    user_id: int = 0,
    image_url: str = "",
) -> dict[str, Any]:
    """A status as Kafka Connect's Twitter source writes it, with the fields that say something.

    Source: the schema ``com.github.jcustenborder.kafka.connect.twitter.Status`` of
    kafka-connect-twitter, which the original show reads; all its other fields are optional.
    """
    return {
        "CreatedAt": created_at_ms,
        "Id": status_id,
        "Text": text,
        "Source": "mwk",
        "Truncated": False,
        "Favorited": False,
        "Retweeted": False,
        "FavoriteCount": 0,
        "RetweetCount": 0,
        "Retweet": text.startswith("RT @"),
        "Lang": "und",
        "User": {
            "Id": user_id,
            "Name": name or screen_name,
            "ScreenName": screen_name,
            "ProfileImageURL": image_url,
        },
    }

"""Writes a show's results to the result topics: idempotent, ``acks=all``.

It has no thread: one thread uses a :class:`ResultsProducer` (and a :class:`UsersReader`), and may
wait for Kafka in :meth:`ResultsProducer.create_topics`, :meth:`ResultsProducer.close` and, for as
long as it says, :meth:`UsersReader.read`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import msgspec
from confluent_kafka import (
    Consumer,
    KafkaError,
    KafkaException,
    Message,
    Producer,
    TopicPartition,
)

from mwk_desktop.clock import wall_ms
from mwk_desktop.kafka.client_settings import PropertyValue, servers_of, user_of
from mwk_desktop.kafka.client_stats import decode_stats
from mwk_desktop.kafka.clients import open_consumer, open_producer
from mwk_desktop.kafka.connection import ConnectionTracker
from mwk_desktop.kafka.connection_state import ConnectionState, Link
from mwk_desktop.kafka.damaged_batches import DAMAGE_CODES
from mwk_desktop.kafka.message_decoding import split_messages
from mwk_desktop.kafka.positions import assign, find_partitions, resolve_positions
from mwk_desktop.kafka.since import BEGINNING
from mwk_desktop.kafka.topic_admin import (
    RESULT_CONFIG,
    RESULT_PARTITIONS,
    ensure_topic,
)
from mwk_desktop.kafka.topic_facts import may_not_read
from mwk_desktop.kafka.unreadable_batches import Place, UnreadableBatches
from mwk_desktop.topics import USERS_TOPIC

ASK_S: Final = 2.0
BY_KEY: Final = -1
"""The partition is chosen by the record's key (librdkafka's ``RD_KAFKA_PARTITION_UA``)."""

STEP: Final = 5_000
"""Records that a reader reads at once: a few milliseconds."""


class ResultsProducer:
    """Sends results; unacknowledged ones wait, however long that takes.

    Raises
    ------
    KafkaSettingError
        A property of ``[kafka]`` is refused.
    """

    def __init__(
        self, properties: Mapping[str, PropertyValue], *, client_id: str = "mwk-publish"
    ) -> None:
        self._properties = dict(properties)
        self._connection = ConnectionTracker(
            servers_of(properties), "", wall_ms(), user=user_of(properties)
        )
        self._waiting = 0
        self.failed = 0
        """Number of records that Kafka refused."""
        self.problem = ""
        """Why the last of them was refused."""
        self.ended = False
        """Whether this producer can send no more: a right is missing. A new one may."""
        patient: dict[str, PropertyValue] = {"message.timeout.ms": 0, **properties}
        self._producer: Producer = open_producer(
            patient, client_id=client_id, error_cb=self._on_error, stats_cb=self._on_stats
        )

    @property
    def state(self) -> ConnectionState:
        """The connection's state as of the last call."""
        return self._connection.state

    @property
    def waiting(self) -> int:
        """Records sent and neither acknowledged nor refused yet."""
        return self._waiting

    @property
    def ready(self) -> bool:
        """Whether records can be sent now."""
        return self._connection.state.link is Link.CONNECTED

    @property
    def lost(self) -> bool:
        """Whether the connection to Kafka is lost (and not just not established yet)."""
        return self._connection.state.link not in (Link.CONNECTED, Link.CONNECTING)

    def create_topics(self) -> None:
        """Create the result topics that are missing, with the partitions and settings they need.

        Raises
        ------
        TopicError
            Kafka is not there, does not answer, or does not allow it.
        """
        for name, partitions in RESULT_PARTITIONS.items():
            ensure_topic(
                self._properties, name, partitions=partitions, config=RESULT_CONFIG.get(name)
            )

    def send(
        self,
        topic: str,
        value: Mapping[str, Any],
        key: str | None = None,
        timestamp_ms: int = 0,
        partition: int = BY_KEY,
    ) -> bool:
        """Queue one record (any number of them, never waits); False: there is no room now."""
        try:
            self._producer.produce(
                topic,
                msgspec.json.encode(value),
                None if key is None else key.encode("utf-8", "replace"),
                partition=partition,
                on_delivery=self._on_report,
                timestamp=max(1, timestamp_ms),
            )
        except BufferError:
            return False
        except KafkaException as error:  # too large, or the client has ended: no use to try again
            self._refused(error.args[0])
            return True
        self._waiting += 1
        return True

    def poll(self) -> None:
        """Serve delivery reports and the connection state."""
        try:
            self._producer.poll(0)
        except (SystemError, KafkaException) as error:  # WORKAROUND: see TweetProducer
            self._end(str(error))

    def close(self, timeout_s: float) -> int:
        """Wait for acknowledgements, this long at most; the rest is dropped, and its number
        returned."""
        self._flush(timeout_s)
        left = self._waiting
        if left:
            self._producer.purge()
            self._flush(1.0)
        return left

    def _flush(self, timeout_s: float) -> None:
        try:
            self._producer.flush(timeout_s)
        except (SystemError, KafkaException) as error:  # WORKAROUND: see TweetProducer
            self.problem = self.problem or repr(error)

    def _on_report(self, error: KafkaError | None, _message: Message) -> None:
        self._waiting -= 1
        if error is not None:
            self._refused(error)

    def _refused(self, error: KafkaError) -> None:
        purged = (KafkaError._PURGE_QUEUE, KafkaError._PURGE_INFLIGHT)
        if error.code() not in purged:
            self.failed += 1
            self.problem = error.str()
        if error.code() == KafkaError.TOPIC_AUTHORIZATION_FAILED or error.fatal():
            self.ended = True

    def _end(self, problem: str) -> None:
        self.ended, self.problem = True, self.problem or problem

    def _on_error(self, error: KafkaError) -> None:
        if error.fatal():
            self._end(error.str())
        self._connection.on_error(error.code(), error.str(), wall_ms())

    def _on_stats(self, text: str) -> None:
        self._connection.on_stats(decode_stats(text), wall_ms())


class UsersReadError(Exception):
    """``users`` cannot be read now; the argument says why."""


class UsersReader:
    """Reads the names in ``users``, from the topic's beginning to its end at the start.

    Raises
    ------
    UsersReadError
        Kafka does not answer; also from :meth:`read`.
    """

    def __init__(
        self, properties: Mapping[str, PropertyValue], *, client_id: str = "mwk-publish-users"
    ) -> None:
        self._properties = dict(properties)
        self._batches = UnreadableBatches(self._properties)
        self._consumer: Consumer = open_consumer(
            properties, client_id=client_id, stats_cb=self._on_stats
        )
        try:
            found = find_partitions(self._consumer, USERS_TOPIC, ASK_S)
            if found.leaderless:  # all of them, or the rest would not be corrected
                raise KafkaException(KafkaError(KafkaError.LEADER_NOT_AVAILABLE))
            at = resolve_positions(self._consumer, USERS_TOPIC, found.led, {}, BEGINNING, ASK_S)
        except KafkaException as error:
            self._consumer.close()
            raise UsersReadError(str(error)) from error
        self._left = {p: at.starts[p] for p, end in at.ends.items() if end > at.starts[p]}
        """The next offset of each partition that is not read to its end."""
        assign(self._consumer, USERS_TOPIC, self._left, set())

    @property
    def done(self) -> bool:
        """Whether everything is read."""
        return not self._left

    def read(self, timeout_s: float) -> set[str]:
        """Read more names; waits this long at most."""
        names: set[str] = set()
        for passage in self._batches.passages():  # its users are corrected when they write
            partition, behind = passage.place.partition, passage.behind
            self._left[partition] = behind
            again = [TopicPartition(USERS_TOPIC, partition, behind)]
            self._consumer.incremental_assign(again)
        messages = self._consumer.consume(STEP, timeout_s)
        records, events = split_messages(messages)
        for record in records:
            self._note_read(record)
            key = record.key()
            name = key.decode("utf-8", "ignore") if isinstance(key, bytes) else key
            # A tombstone has nothing left to correct.
            if name and record.value() is not None:
                names.add(name)
        for event in events:
            error, place = event.error(), Place(USERS_TOPIC, event.partition() or 0)
            if error.code() == KafkaError._PARTITION_EOF:
                self._left.pop(place.partition, None)
            elif error.code() == KafkaError.GROUP_AUTHORIZATION_FAILED:
                continue  # nothing is committed here
            elif error.code() == KafkaError.TOPIC_AUTHORIZATION_FAILED:
                raise UsersReadError(may_not_read(self._properties, USERS_TOPIC))
            elif error.code() in DAMAGE_CODES:
                if place.partition in self._left:  # else it came after the end
                    self._batches.report(place, self._left[place.partition], error.str())
                self._stop_at_damage(place)
            else:
                raise UsersReadError(error.str())
        if len(messages) < STEP:
            at = {Place(USERS_TOPIC, p): at for p, at in self._left.items()}
            for place in self._batches.waiting:
                at.pop(place, None)
            for place in self._batches.find_stalls(at, answers=True):
                self._stop_at_damage(place)
        return names

    def _note_read(self, record: Message) -> None:
        partition = record.partition() or 0
        if partition in self._left:
            self._left[partition] = (record.offset() or 0) + 1

    def _stop_at_damage(self, place: Place) -> None:
        self._consumer.incremental_unassign([TopicPartition(*place)])

    def _on_stats(self, text: str) -> None:
        self._batches.note_stats(decode_stats(text), [USERS_TOPIC])

    def close(self) -> None:
        self._batches.close()
        self._consumer.close()

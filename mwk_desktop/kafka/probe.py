"""Examines Kafka before a show: for the connect dialog's test button and ``mwk check``.

Blocks for a few seconds at most, so it belongs on a worker. It only reads: nothing is created,
committed or joined.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from confluent_kafka import Consumer, KafkaError, KafkaException, Message, TopicPartition

from mwk_desktop.clock import wall_ms
from mwk_desktop.kafka.client_settings import PropertyValue, servers_of, user_of
from mwk_desktop.kafka.client_stats import decode_stats
from mwk_desktop.kafka.clients import open_consumer
from mwk_desktop.kafka.connection import TOPIC_AUTHORIZATION_FAILED, ConnectionTracker
from mwk_desktop.kafka.connection_state import ConnectionState, Link, reason_of
from mwk_desktop.kafka.damaged_batches import DAMAGE_CODES
from mwk_desktop.kafka.message_decoding import Delivery, decode_messages
from mwk_desktop.kafka.positions import Positions, resolve_positions
from mwk_desktop.kafka.since import BEGINNING
from mwk_desktop.kafka.topic_facts import describe_topic
from mwk_desktop.records.batch import Batch
from mwk_desktop.records.schema_decoding import NO_SCHEMAS, ValueSchemas

CLOCK_FRESH_MS: Final = 10_000
"""Only messages that arrive during the probe tell about clocks; older ones only tell when they were
sent."""

_CERTAIN: Final = frozenset(
    [Link.UNKNOWN_HOST, Link.LOGIN_REFUSED, Link.TLS_FAILED, Link.REFUSED, Link.FORBIDDEN]
)
"""States that waiting longer does not change: the probe ends at once, so that a test button answers
at once. Connection refused is one of them: the user starts the broker and presses again."""


@dataclass(frozen=True, slots=True)
class ProbeResult:
    """What was found.

    Attributes
    ----------
    state
        Connected, topic missing, or what is wrong, with its sentence.
    brokers
        Addresses as the cluster announces them (this computer must be able to reach them, too).
    partitions, records
        Those of the topic; None if it could not be asked. ``records`` counts offsets, so compaction
        and transactions make it an upper bound.
    newest_ms, age_ms
        Event time of the newest message, and its age; None: no message, or no usable time.
    newest_problem
        Why the newest message is not a tweet; empty if it is one.
    clock_difference_ms
        How far the producers' clocks are ahead of ours (negative: behind, or slow to arrive),
        from messages that came while we watched, or from a message of the future; None: unknown.
    """

    state: ConnectionState
    brokers: tuple[str, ...] = ()
    partitions: int | None = None
    records: int | None = None
    newest_ms: int | None = None
    age_ms: int | None = None
    newest_problem: str = ""
    clock_difference_ms: int | None = None


def probe_topic(
    properties: Mapping[str, PropertyValue],
    topic: str,
    *,
    timeout_s: float = 5.0,
    watch_s: float = 0.0,
    read_messages: bool = True,
    clock_ms: Callable[[], int] = wall_ms,
    schemas: ValueSchemas = NO_SCHEMAS,
) -> ProbeResult:
    """Connect, look at the topic and its youngest messages, watch for new ones.

    Parameters
    ----------
    timeout_s
        How long Kafka may take to answer, in seconds.
    watch_s
        How long to wait for a new message, in seconds; only that tells about the producers' clocks.
    read_messages
        False: only connect and find the topic; its messages are left alone.
    schemas
        What is known about the schemas of the values.

    Raises
    ------
    KafkaSettingError
        A property of ``[kafka]`` is refused.
    """
    connection = ConnectionTracker(
        servers_of(properties), topic, clock_ms(), user=user_of(properties)
    )

    def on_error(error: KafkaError) -> None:
        connection.on_error(error.code(), error.str(), clock_ms())

    def on_stats(text: str) -> None:
        connection.on_stats(decode_stats(text), clock_ms())

    consumer = open_consumer(
        properties, client_id="mwk-probe", error_cb=on_error, stats_cb=on_stats
    )
    try:
        return _ask_cluster(
            properties,
            consumer,
            connection,
            topic,
            timeout_s,
            watch_s if read_messages else -1.0,
            clock_ms,
            schemas,
        )
    finally:
        consumer.close()


def _ask_cluster(
    properties: Mapping[str, PropertyValue],
    consumer: Consumer,
    connection: ConnectionTracker,
    topic: str,
    timeout_s: float,
    watch_s: float,
    clock_ms: Callable[[], int],
    schemas: ValueSchemas,
) -> ProbeResult:
    deadline = time.monotonic() + timeout_s
    metadata = None
    while metadata is None and time.monotonic() < deadline:
        try:
            metadata = consumer.list_topics(topic, timeout=0.3)
        except KafkaException:
            consumer.poll(0.1)
            if connection.state.link in _CERTAIN:
                return ProbeResult(connection.state)
    if metadata is None:
        if connection.state.link is Link.CONNECTING:
            connection.on_end(Link.NO_ANSWER, "", clock_ms())
        return ProbeResult(connection.state)
    connection.on_answer(clock_ms())
    brokers = tuple(
        f"{broker.host}:{broker.port}" for _, broker in sorted(metadata.brokers.items())
    )
    entry = metadata.topics.get(topic)
    if entry is None or entry.error is not None:
        code = KafkaError.UNKNOWN_TOPIC_OR_PART if entry is None else entry.error.code()
        connection.on_error(code, "", clock_ms())
        return ProbeResult(connection.state, brokers)
    if watch_s < 0:
        return ProbeResult(connection.state, brokers, len(entry.partitions))
    if not describe_topic(properties, topic).may_read:
        connection.on_fetch_error(TOPIC_AUTHORIZATION_FAILED, "", clock_ms())
        return ProbeResult(connection.state, brokers, len(entry.partitions))
    try:
        found = _positions(consumer, topic, set(entry.partitions), deadline)
    except KafkaException as error:
        told: KafkaError = error.args[0]
        if not connection.on_error(told.code(), told.str(), clock_ms()):
            connection.on_end(Link.NO_ANSWER, "", clock_ms())
        return ProbeResult(connection.state, brokers, len(entry.partitions))
    records = sum(found.ends[p] - start for p, start in found.starts.items())
    youngest = _Youngest(consumer, topic, clock_ms, schemas)
    youngest.read_last(found.starts, found.ends, timeout_s)
    youngest.watch(watch_s)
    return ProbeResult(
        connection.state,
        brokers,
        len(entry.partitions),
        records,
        youngest.event_ms,
        None if youngest.event_ms is None else clock_ms() - youngest.event_ms,
        youngest.problem,
        youngest.clock_difference_ms,
    )


def _positions(consumer: Consumer, topic: str, partitions: set[int], deadline: float) -> Positions:
    """Ask again until the deadline: partitions of a new topic have no leader at first."""
    while True:
        try:
            return resolve_positions(consumer, topic, partitions, {}, BEGINNING, 2.0)
        except KafkaException:
            if time.monotonic() > deadline:
                raise
            consumer.poll(0.1)


class _Youngest:
    """The youngest message of all partitions, and what new ones tell about clocks."""

    def __init__(
        self,
        consumer: Consumer,
        topic: str,
        clock_ms: Callable[[], int],
        schemas: ValueSchemas,
    ) -> None:
        self._schemas = schemas.decoder()
        self._consumer = consumer
        self._topic = topic
        self._clock_ms = clock_ms
        self.event_ms: int | None = None
        self.problem = ""
        self.clock_difference_ms: int | None = None

    def read_last(
        self, starts: Mapping[int, int], ends: Mapping[int, int], timeout_s: float
    ) -> None:
        """The last message of every partition that has one (a marker there: none)."""
        wanted = {p for p, start in starts.items() if ends[p] > start}
        at = [TopicPartition(self._topic, p, end - (p in wanted)) for p, end in ends.items()]
        self._consumer.assign(at)
        deadline = time.monotonic() + timeout_s
        while wanted and time.monotonic() < deadline:
            message = self._consumer.poll(0.1)
            if message is None:
                continue
            error = message.error()
            if error is None:
                self._read_message(message, came_now=False)
            elif error.code() in DAMAGE_CODES:
                place = f"{self._topic}[{message.partition()}] offset {message.offset()}"
                self.problem = f"{place}: {reason_of(error.str())}"
            elif error.code() != KafkaError._PARTITION_EOF:
                continue
            wanted.discard(message.partition())

    def watch(self, watch_s: float) -> None:
        """Read for ``watch_s`` seconds at most; one new message is enough."""
        deadline = time.monotonic() + watch_s
        while self.clock_difference_ms is None and time.monotonic() < deadline:
            message = self._consumer.poll(0.1)
            if message is not None and message.error() is None:
                self._read_message(message, came_now=True)

    def _read_message(self, message: Message, *, came_now: bool) -> None:
        arrival_ms = self._clock_ms()
        delivery = Delivery(Batch())
        # The arrival is put far ahead, so that a time of the future is seen and not clamped.
        decode_messages(delivery, [message], 2**62, keep_records=False, schemas=self._schemas)
        batch = delivery.batch
        event_ms = batch.events_ms[0]
        if event_ms == 2**62:
            return  # it has no time at all
        ahead_ms = event_ms - arrival_ms
        if (came_now and ahead_ms > -CLOCK_FRESH_MS) or ahead_ms > 0:
            seen = self.clock_difference_ms
            self.clock_difference_ms = ahead_ms if seen is None else max(seen, ahead_ms)
        if self.event_ms is None or event_ms >= self.event_ms:
            self.event_ms = event_ms
            self.problem = str(batch.errors[0]) if batch.errors else ""

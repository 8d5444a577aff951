"""The source thread of a console that shows results: four topics, batch by batch, into the show.

One thread per :class:`ResultsSource`; it owns the consumer and may block on Kafka and on nothing
else. It calls ``deliver`` and ``on_state``, which must not wait. Everything public may be called
from any thread and returns at once, except ``stop``, which waits for the thread.

Results are absolute (a chart, a scene, a user's count), so nothing is committed: every start reads
all of ``users``, the newest record of ``charts`` and of ``sounds``, and everything that follows. If
a topic does not exist yet, the source waits for it.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from typing import Final

from confluent_kafka import Consumer, KafkaError, KafkaException, Message, TopicPartition

from mwk_desktop.clock import wall_ms
from mwk_desktop.kafka.batch_poller import DRAIN
from mwk_desktop.kafka.client_settings import PropertyValue
from mwk_desktop.kafka.client_stats import decode_stats
from mwk_desktop.kafka.connection import (
    GROUP_AUTHORIZATION_FAILED,
    TOPIC_AUTHORIZATION_FAILED,
    TOPIC_IS_MISSING,
)
from mwk_desktop.kafka.connection_state import ConnectionState, Link
from mwk_desktop.kafka.damaged_batches import DAMAGE_CODES
from mwk_desktop.kafka.message_decoding import split_messages
from mwk_desktop.kafka.positions import Positions, assign, resolve_positions
from mwk_desktop.kafka.result_delivery import ResultDelivery
from mwk_desktop.kafka.result_records import ResultError
from mwk_desktop.kafka.result_topic import ResultTopic
from mwk_desktop.kafka.result_values import ResultValues
from mwk_desktop.kafka.since import BEGINNING
from mwk_desktop.kafka.source_thread import HOLD_S, POLL_S, SourceThread
from mwk_desktop.kafka.unreadable_batches import Passage, Place, UnreadableBatches
from mwk_desktop.messages import Message as Remark
from mwk_desktop.records.schema_decoding import NO_SCHEMAS, ValueSchemas
from mwk_desktop.records.schema_types import UnknownSchemaError
from mwk_desktop.topics import (
    CHARTS_TOPIC,
    MESSAGES_TOPIC,
    RESULT_TOPICS,
    SOUNDS_TOPIC,
    USERS_TOPIC,
)

SEARCH_S: Final = 1.0
"""How often a missing topic is looked for."""

STEP_BACK: Final = 50
"""``charts`` and ``sounds`` are read from this many offsets before their end: the last offsets may
be transaction markers instead of records."""

_log = logging.getLogger("mwk_desktop.kafka.results_source")


class ResultsSource(SourceThread):
    """The topics ``charts``, ``sounds``, ``users`` and ``user-message``.

    Parameters
    ----------
    properties
        ``[kafka]``.
    deliver
        Called with a :class:`ResultDelivery` on the source thread; returns False if there is no
        room (it is offered again every 20 ms).
    on_state
        Called with every new :class:`ConnectionState`, on the source thread.
    schemas
        What is known about the schemas of values and keys.
    """

    def __init__(
        self,
        properties: Mapping[str, PropertyValue],
        deliver: Callable[[ResultDelivery], bool],
        *,
        on_state: Callable[[ConnectionState], None] | None = None,
        clock_ms: Callable[[], int] = wall_ms,
        client_id: str = "mwk-results",
        schemas: ValueSchemas = NO_SCHEMAS,
    ) -> None:
        super().__init__(
            properties,
            "",
            name="mwk-results-source",
            log=_log,
            on_state=on_state,
            clock_ms=clock_ms,
            client_id=client_id,
        )
        self._deliver = deliver
        self._values = ResultValues(schemas)
        self._topics = {name: ResultTopic() for name in RESULT_TOPICS}
        self._searched_s = float("-inf")
        self._gone: set[str] = set()
        self._forbidden: set[str] = set()
        """Topics that this user may see but not read."""
        self._batches = UnreadableBatches(self._properties)

    @property
    def schema_problem(self) -> Remark:
        """What keeps records from being decoded by their schemas, for as long as it does."""
        return self._values.problem

    def start(self) -> None:
        """Create the client and start the thread.

        Raises
        ------
        KafkaSettingError
            A property of ``[kafka]`` is refused.
        """
        self._open()
        self._thread.start()

    def stop(self, timeout_s: float = 5.0) -> bool:
        """Close and join the thread; False when it did not end in time."""
        return self._join(timeout_s)

    # -- the source thread ------------------------------------------------------------------

    def _read_to_the_end(self, consumer: Consumer) -> None:
        while not self._stopping.is_set():
            self._find_topics(consumer)
            if self._connection.up:
                for passage in self._batches.passages():
                    self._pass_by(consumer, passage)
            first = consumer.poll(POLL_S)
            messages = [] if first is None else [first, *consumer.consume(DRAIN, 0)]
            self._deliver_messages(messages)
            if len(messages) <= DRAIN:  # the client has no more at hand
                self._find_stalls(consumer)

    def _close(self, consumer: Consumer) -> None:
        self._batches.close()
        consumer.close()
        for name, topic in self._topics.items():
            self._topics[name] = ResultTopic(begun=topic.begun)
        self._connection.on_topic(Link.CONNECTING, self._clock_ms())

    def _find_topics(self, consumer: Consumer) -> None:
        """Find what is not read yet: topics (at the start, or created again) and added
        partitions."""
        for name in self._values.drain_decodable_topics():
            if name == MESSAGES_TOPIC and self._topics[name].assigned:
                self._read_messages_again(consumer)
            else:
                self._gone.add(name)
        while self._gone:
            name = self._gone.pop()
            if name in self._topics and self._topics[name].assigned:
                self._restart_topic(name)
        wanted = [
            name
            for name, topic in self._topics.items()
            if not topic.assigned or topic.known - topic.assigned
        ]
        if not wanted or time.monotonic() - self._searched_s < SEARCH_S:
            return
        self._searched_s = time.monotonic()
        missing = ""
        begins: list[tuple[str, Positions]] = []
        answered = True
        for name in wanted:
            if self._stopping.is_set():
                return  # each question may take seconds where a broker hangs
            found = self._find_partitions(consumer, name)
            partitions, code = found.led, found.code
            if not partitions and not code:
                answered = False  # the connection says so
                break
            now_ms = self._clock_ms()
            self._report_state(self._connection.on_answer(now_ms))
            if code:
                missing = missing or name
                self._connection.topic = missing
                self._report_state(self._connection.on_error(code, "", now_ms))
                continue
            new = partitions - self._topics[name].assigned
            try:
                positions = resolve_positions(consumer, name, new, {}, BEGINNING, self._resolve_s)
            except KafkaException as error:
                _log.info("%s waits: %s", name, error)
                answered = False
                continue
            begins.append((name, positions))
        # Only now: once a partition is read, each question waits behind a fetch, for half a second.
        for name, positions in begins:
            self._begin(consumer, name, positions)
        if answered and not missing and all(topic.assigned for topic in self._topics.values()):
            self._connection.topic = ", ".join(sorted(self._forbidden))
            self._report_state(self._connection.on_topic(None, self._clock_ms()))

    def _begin(self, consumer: Consumer, name: str, positions: Positions) -> None:
        """Assign partitions where they are to be read from."""
        topic = self._topics[name]
        starts, ends = positions.starts, positions.ends
        added = bool(topic.assigned)  # beside others: everything in it is new
        if not added and name in (CHARTS_TOPIC, SOUNDS_TOPIC):
            topic.before = {p: end for p, end in ends.items() if end > starts[p]}
            starts = {p: max(low, ends[p] - STEP_BACK) for p, low in starts.items()}
        elif not added and name == MESSAGES_TOPIC:
            starts = dict(ends)
        if name == USERS_TOPIC and topic.begun and not added:
            self._offer(ResultDelivery(users_restarted=True))
        topic.begun = True
        assign(consumer, name, starts, topic.assigned)
        topic.next.update(starts)
        topic.known |= topic.assigned

    def _read_messages_again(self, consumer: Consumer) -> None:
        """Read the messages whose schema has come, and pass those by that were shown already."""
        topic = self._topics[MESSAGES_TOPIC]
        readable = topic.assigned - topic.damaged
        first = self._values.drain_first_offsets(MESSAGES_TOPIC)
        starts = {p: at for p, at in first.items() if p in readable}
        topic.again.update((p, max(topic.next[p], topic.again.get(p, 0))) for p in starts)
        assign(consumer, MESSAGES_TOPIC, starts, topic.assigned)
        topic.next.update(starts)

    def _restart_topic(self, name: str) -> None:
        """Begin again with a topic that was deleted or lost its next records."""
        topic = self._topics[name]
        self._batches.forget(Place(name, number) for number in topic.damaged)
        if topic.assigned and self._consumer is not None:
            gone = [TopicPartition(name, p) for p in topic.assigned - topic.damaged]
            try:
                self._consumer.incremental_unassign(gone)
            except KafkaException as error:
                _log.info("%s: %s", name, error)
        self._topics[name] = ResultTopic(begun=topic.begun)

    def _deliver_messages(self, messages: list[Message]) -> None:
        delivery = ResultDelivery()
        records, events = split_messages(messages)
        for record in records:
            self._add_record(record, delivery)
        for event in events:
            self._on_event(event, delivery)
        if delivery.records:
            self._offer(delivery)

    def _add_record(self, record: Message, delivery: ResultDelivery) -> None:
        name, partition, offset = record.topic(), record.partition(), record.offset()
        assert name is not None
        assert partition is not None
        assert offset is not None
        if self._forbidden:
            self._set_readable(name)
        topic = self._topics[name]
        if offset < topic.next.get(partition, 0):
            return  # the client may fetch records twice where a partition's leader has changed
        topic.next[partition] = offset + 1
        end = topic.before.get(partition)
        place = f"{name}[{partition}] offset {offset}"
        kind, timestamp_ms = record.timestamp()
        stamp_ms = timestamp_ms if kind else -1
        try:
            decoded = self._values.decode(record, again=offset < topic.again.get(partition, 0))
            if decoded is None:
                return
            key, value = decoded
            if end is None or offset >= end:
                if end is not None:
                    topic.read_up_to(partition, offset + 1, delivery)
                delivery.add_record(name, place, stamp_ms, key, value)
                return
            topic.keep_newest(name, place, stamp_ms, offset, value, delivery)
        except UnknownSchemaError:
            pass  # the topic is read again when it is known
        except ResultError as error:
            delivery.add_unreadable(place, error)
        topic.read_up_to(partition, offset + 1, delivery)

    def _on_event(self, event: Message, delivery: ResultDelivery) -> None:
        """An end of partition, or an error that came in the place of a record."""
        error, name, partition, offset = (
            event.error(),
            event.topic(),
            event.partition(),
            event.offset(),
        )
        assert error is not None
        code = error.code()
        if code == KafkaError._PARTITION_EOF:
            if name in self._topics and partition is not None and offset is not None:
                self._set_readable(name)
                self._topics[name].reached_end(partition, offset)
                self._batches.reached_end(Place(name, partition))
                self._topics[name].read_up_to(partition, offset, delivery)
        elif code == KafkaError._AUTO_OFFSET_RESET and name in self._topics:
            self._restart_topic(name)  # the next records are gone: results are absolute
        elif code in DAMAGE_CODES and name in self._topics:
            self._stop_at_damage(event, name)
        elif code in TOPIC_IS_MISSING:
            self._on_error(error)
        else:
            if code == TOPIC_AUTHORIZATION_FAILED and name in self._topics:
                self._forbidden.add(name)
                self._connection.topic = ", ".join(sorted(self._forbidden))
            text, now_ms = error.str(), self._clock_ms()
            self._report_state(self._connection.on_fetch_error(code, text, now_ms))

    def _set_readable(self, name: str) -> None:
        """What was fetched takes a missing right back; what the metadata says does not."""
        if name not in self._forbidden:
            return
        self._forbidden.discard(name)
        now_ms = self._clock_ms()
        self._connection.topic = ", ".join(sorted(self._forbidden))
        if self._forbidden:
            self._report_state(
                self._connection.on_fetch_error(TOPIC_AUTHORIZATION_FAILED, "", now_ms)
            )
        else:
            self._report_state(self._connection.on_fetched(now_ms))

    def _stop_at_damage(self, event: Message, name: str) -> None:
        """Read no more of a partition until it is known what is behind a batch."""
        error, partition, at = event.error(), event.partition(), event.offset()
        assert error is not None
        topic = self._topics[name]
        if partition is None or partition not in topic.assigned - topic.damaged:
            return
        at = topic.next[partition] if at is None or at < 0 else max(at, topic.next[partition])
        self._batches.report(Place(name, partition), at, error.str())
        self._suspend(Place(name, partition))

    def _find_stalls(self, consumer: Consumer) -> None:
        """Partitions that hold more and give none of it are looked into, others go on."""
        at = {
            Place(name, number): topic.next[number]
            for name, topic in self._topics.items()
            for number in topic.assigned - topic.damaged
        }
        for place in self._batches.find_stalls(at, answers=self._connection.state.ok):
            self._suspend(place)

    def _suspend(self, place: Place) -> None:
        assert self._consumer is not None
        self._topics[place.topic].damaged.add(place.partition)
        self._consumer.incremental_unassign([TopicPartition(*place)])

    def _pass_by(self, consumer: Consumer, passage: Passage) -> None:
        """Go on behind a batch that cannot be read."""
        (name, partition), passed = passage.place, passage.passed
        topic = self._topics[name]
        topic.damaged.discard(partition)
        topic.next[partition] = passage.behind
        consumer.incremental_assign([TopicPartition(name, partition, passage.behind)])
        if passed is None:
            return
        delivery = ResultDelivery(
            unreadable=passage.behind - passage.at, example=str(passed.sentence)
        )
        self._remark(passed.sentence)
        self._topics[name].read_up_to(partition, passage.behind, delivery)
        self._offer(delivery)

    def _offer(self, delivery: ResultDelivery) -> None:
        """Offer until it is taken, or the show ends."""
        while not self._deliver(delivery):
            if self._stopping.wait(HOLD_S):
                return
        self._delivered += 1

    # -- callbacks of the client: inside poll() and consume(), so on the source thread too ---

    def _on_error(self, error: KafkaError) -> None:
        if error.code() in TOPIC_IS_MISSING:
            # Which one only the text tells ("users [0]: topic does not exist"). It must be let go
            # before it is looked for: asking for a topic that is assigned and gone never ends.
            self._gone.add(error.str().partition(" [")[0])
            return
        if error.code() == GROUP_AUTHORIZATION_FAILED:
            return  # nothing is committed here
        self._report_state(self._connection.on_error(error.code(), error.str(), self._clock_ms()))

    def _on_stats(self, text: str) -> None:
        stats = decode_stats(text)
        self._report_state(self._connection.on_stats(stats, self._clock_ms()))
        for name, topic in self._topics.items():
            if topic.assigned:
                topic.known.update(stats.partitions(name))
        self._batches.note_stats(stats, self._topics)

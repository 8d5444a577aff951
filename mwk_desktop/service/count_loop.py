"""Counts the input partitions that this instance has, and writes what changed as transactions.

Each partition has a producer of its own whose ``transactional.id`` is the partition's: the instance
that takes a partition over fences the one that had it, and ends what that had left open, before it
reads what is committed. So a commit is whole or not there, and a zombie writes nothing.

Threads: the caller's runs :meth:`CountLoop.run`; transactions wait on a few threads of their own.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Container
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from itertools import groupby
from typing import Final

from confluent_kafka import (
    Consumer,
    KafkaError,
    KafkaException,
    Message,
    TopicPartition,
)

from mwk_desktop.clock import ShowClock
from mwk_desktop.kafka.clients import open_consumer
from mwk_desktop.kafka.connection_state import reason_of
from mwk_desktop.kafka.damaged_batches import DAMAGE_CODES, find_next_batch
from mwk_desktop.kafka.message_decoding import Passed
from mwk_desktop.kafka.positions import find_partitions
from mwk_desktop.kafka.topic_facts import describe_topic
from mwk_desktop.messages import Message as Remark
from mwk_desktop.messages import message
from mwk_desktop.records.schema_decoding import NO_SCHEMAS, ValueSchemas
from mwk_desktop.service.closed_windows import ClosedWindows
from mwk_desktop.service.group_topics import ASK_S, GroupTopics
from mwk_desktop.service.message_writer import MessageWriter
from mwk_desktop.service.owned_partition import DamagedBatch, OwnedPartition
from mwk_desktop.service.partials import PartialHead
from mwk_desktop.service.partition_takeover import BATCH, PartitionTakeover
from mwk_desktop.service.record_decoding import RecordDecoding
from mwk_desktop.service.transactions import commit, queue_records
from mwk_desktop.topology.counting_rules import CountingRules
from mwk_desktop.window_times import closed_until_ms

COMMIT_S: Final = 0.1
FLOOD_COMMIT_S: Final = 0.5
"""Between commits while more records wait than are read at once. A commit costs about the same for
any number of tweets: it holds the whole page of every user who wrote."""

SESSION_MS: Final = 6_000
"""After this long without a heartbeat an instance is dead, and the others take over."""

POLL_S: Final = 0.02

_log = logging.getLogger(__name__)


class CountLoop:
    """Counts until it is stopped.

    Parameters
    ----------
    on_passed
        Called with what cannot be read and was skipped.
    on_remark
        Called with a message about a topic that was created again.
    schemas
        What is known about the schemas of the values.
    stop
        Set by any thread to end it.
    """

    def __init__(
        self,
        topics: GroupTopics,
        rules: CountingRules,
        grace_ms: int,
        stop: threading.Event,
        on_passed: Callable[[Passed], None],
        on_remark: Callable[[Remark], None],
        schemas: ValueSchemas = NO_SCHEMAS,
    ) -> None:
        self._decoding = RecordDecoding(topics.input, schemas, on_passed)
        self._topics = topics
        self._rules = rules
        self._grace_ms = grace_ms
        self._stop = stop
        self._on_passed = on_passed
        self._clock = ShowClock()
        self._owned: dict[int, OwnedPartition] = {}
        self._gone = PartialHead(0, rules.window_ms)
        self.lags: dict[int, int] = {}
        self.commits = (0, 0.0)
        """How many commits, and how many seconds they took."""
        self._is_flood = False
        self._failed: Exception | None = None
        self._takeover = PartitionTakeover(
            topics, rules, self._clock, stop, on_passed, on_remark, schemas
        )
        self._closed = ClosedWindows(topics) if rules.max_votes_per_user else None
        self._pool = ThreadPoolExecutor(8, thread_name_prefix="commit")
        self._search_pool = ThreadPoolExecutor(2, thread_name_prefix="damage")
        self._ends = threading.Event()
        self.messages = MessageWriter(topics.properties)
        self._consumer: Consumer = open_consumer(
            topics.properties,
            client_id="mwk-streams",
            **{
                "group.id": topics.group,
                "auto.offset.reset": "error",  # each place is told, and compared with what is there
                "isolation.level": "read_committed",
                "partition.assignment.strategy": "cooperative-sticky",
                "session.timeout.ms": SESSION_MS,
                "heartbeat.interval.ms": SESSION_MS // 4,
                "fetch.wait.max.ms": 100,
            },
        )

    @property
    def heads(self) -> dict[int, PartialHead]:
        """How far this instance has counted each of its partitions, and what it counted (any
        thread)."""
        return {number: each.counting.head for number, each in list(self._owned.items())}

    def counts_here(self) -> PartialHead:
        """What this object has counted, also of partitions that it no longer has (any thread)."""
        parts = [each.counting.counted_here for each in list(self._owned.values())]
        total = self._gone
        for each in parts:
            total = total.plus(each)
        return total

    def run(self) -> None:
        """Count until stopped.

        Raises
        ------
        KafkaException
            Kafka refuses something, or a commit failed: begin again with a new object.
        """
        self._consumer.subscribe(
            [self._topics.input],
            on_assign=self._on_assign,
            on_revoke=self._on_revoke,
            on_lost=self._on_lost,
        )
        committed_s = time.monotonic()
        try:
            while not self._stop.is_set():
                self._read()
                self._pass_damage()
                now_s = time.monotonic()
                if now_s - committed_s >= (FLOOD_COMMIT_S if self._is_flood else COMMIT_S):
                    committed_s = now_s
                    self._pass_windows()
                    self._update_lags()
                    self._commit(list(self._owned))
                    self._decoding.say_uncounted()
            self._commit(list(self._owned))
        finally:
            self._close()

    def _close(self) -> None:
        self._ends.set()
        self._decoding.say_uncounted(at_once=True)
        with suppress(KafkaException, RuntimeError):
            self._consumer.close()
        if self._closed is not None:
            self._closed.close()
        self._search_pool.shutdown(wait=True, cancel_futures=True)
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._owned.clear()
        self.messages.close()

    def _read(self) -> None:
        messages = self._consumer.consume(BATCH, POLL_S)
        if self._failed is not None:
            failed, self._failed = self._failed, None
            raise failed
        self._is_flood = len(messages) == BATCH
        errors = list(map(Message.error, messages))
        begin = 0
        damaged: set[int | None] = set()
        for end, error in enumerate(errors) if any(errors) else ():
            if error is not None:
                self._count(messages[begin:end], damaged)
                begin, number = end + 1, messages[end].partition()
                if number not in damaged:
                    self._on_event(messages[end], error)
                if error.code() in DAMAGE_CODES:  # what follows is read again
                    damaged.add(number)
        self._count(messages[begin:], damaged)
        self.messages.poll()

    def _count(self, records: list[Message], damaged: Container[int | None]) -> None:
        now_ms = self._clock.now_ms()
        by_partition: dict[int, list[Message]] = {}
        for number, run in groupby(records, Message.partition):
            by_partition.setdefault(number or 0, []).extend(run)
        for number, records in by_partition.items():
            owned = self._owned.get(number)
            if owned is None or owned.damage is not None or number in damaged:
                continue
            delivery = self._decoding.decode(number, records, now_ms)
            batch, shift_ms = delivery.batch, self._clock.shift_ms
            if shift_ms:
                batch.events_ms = [at_ms + shift_ms for at_ms in batch.events_ms]
            longest = max(map(len, records))
            at = delivery.next_offsets[number]
            counted = owned.counting.count(batch, at, now_ms, longest=longest)
            owned.at_end = False
            self.messages.send(batch, counted, now_ms)

    def _on_event(self, event: Message, error: KafkaError) -> None:
        number = event.partition()
        owned = None if number is None else self._owned.get(number)
        code = error.code()
        if owned is not None and owned.damage is not None:
            return  # it is read again
        if owned is not None and number is not None and code == KafkaError._PARTITION_EOF:
            at = event.offset() or 0
            # An end that waited in the client's queue may be from before the window's end.
            owned.at_end = owned.barrier is None or at >= owned.barrier[1]
            if (owned.counting.next_offset or 0) < at:
                owned.counting.pass_by(0, at)  # a transaction's mark, or what compaction took
        elif owned is not None and number is not None and code in DAMAGE_CODES:
            self._search_behind(event, error, number, owned)
        elif code in (
            KafkaError.TOPIC_AUTHORIZATION_FAILED,
            KafkaError.GROUP_AUTHORIZATION_FAILED,
            KafkaError.UNKNOWN_TOPIC_OR_PART,
            KafkaError._AUTO_OFFSET_RESET,  # the next takeover says what is gone
        ):
            raise KafkaException(error)
        else:
            _log.info("%s", error.str())

    def _search_behind(
        self, event: Message, error: KafkaError, number: int, owned: OwnedPartition
    ) -> None:
        """Look for the end of a damaged batch; the other partitions go on meanwhile."""
        topics, at = self._topics, event.offset() or 0
        self._consumer.pause([TopicPartition(topics.input, number)])
        search = self._search_pool.submit(
            find_next_batch, topics.properties, topics.input, number, at, self._ends
        )
        owned.damage = DamagedBatch(at, error, search)

    def _pass_damage(self) -> None:
        """Go on behind damaged batches whose end is found."""
        for number, owned in list(self._owned.items()):
            damage = owned.damage
            if damage is None or not damage.search.done():
                continue
            at, behind = damage.at, damage.search.result()
            if behind is None:
                raise KafkaException(damage.error)
            if behind <= at and owned.mended != at:  # it can be read now
                owned.mended = behind = at
            else:
                behind = max(behind, at + 1)
                reason = message("a damaged batch ({text})", text=reason_of(damage.error.str()))
                self._on_passed(Passed(self._topics.input, number, at, behind - 1, reason))
                owned.counting.pass_by(behind - at, behind)
            owned.damage = None
            self._consumer.resume([TopicPartition(self._topics.input, number)])
            self._consumer.seek(TopicPartition(self._topics.input, number, behind))

    # -- windows ----------------------------------------------------------------------------

    def _pass_windows(self) -> None:
        """Pass windows: a partition has passed a window once everything that it held at the
        window's end plus the grace is counted."""
        window_ms = self._rules.window_ms
        self._clock.follow(window_ms)
        until_ms = closed_until_ms(self._clock.now_ms() - self._grace_ms, window_ms)
        self._set_barriers(until_ms)
        closed_ms = until_ms if self._closed is None else self._closed.until_ms()
        for owned in self._owned.values():
            if owned.barrier is not None and (
                owned.at_end or (owned.counting.next_offset or 0) >= owned.barrier[1]
            ):
                owned.counting.pass_windows(owned.barrier[0], closed_ms)
                owned.barrier = None

    def _set_barriers(self, until_ms: int) -> None:
        """Ask for the ends of partitions; windows wait with a broker that is away."""
        due = {
            number: owned
            for number, owned in self._owned.items()
            if owned.barrier is None and until_ms > owned.counting.passed_ms
        }
        if not due:
            return
        topic = self._topics.input
        led = find_partitions(self._consumer, topic, ASK_S).led
        for number in due.keys() & led:
            try:
                place = TopicPartition(topic, number)
                end = self._consumer.get_watermark_offsets(place, timeout=ASK_S)[1]
            except KafkaException as error:
                _log.info("no window ends: %s", error)
                return
            owned = due[number]
            owned.barrier = until_ms, end
            owned.at_end = owned.at_end and (owned.counting.next_offset or 0) >= end

    def _update_lags(self) -> None:
        """Update the lags by what the client knows of the partitions' ends, without asking
        Kafka."""
        lags = {}
        for number, owned in self._owned.items():
            place = TopicPartition(self._topics.input, number)
            ends = self._consumer.get_watermark_offsets(place, cached=True)
            if ends is not None and ends[1] >= 0 and owned.counting.next_offset is not None:
                lags[number] = max(0, ends[1] - owned.counting.next_offset)
        self.lags = lags

    # -- commits ----------------------------------------------------------------------------

    def _commit(self, numbers: list[int]) -> None:
        """Write what changed, one transaction per partition, side by side."""
        changed = [n for n in numbers if n in self._owned and self._owned[n].counting.changed]
        if not changed:
            return
        self.messages.flush()  # what is committed as counted is not sent again after a kill
        begun_s = time.monotonic()
        for _ in self._pool.map(self._commit_partition, changed):
            pass
        count, seconds = self.commits
        self.commits = count + 1, seconds + time.monotonic() - begun_s
        places = [
            TopicPartition(self._topics.input, n, self._owned[n].counting.next_offset)
            for n in changed
            if self._owned[n].counting.next_offset is not None
        ]
        with suppress(KafkaException):  # for those who watch the lag
            self._consumer.commit(offsets=places, asynchronous=True)

    def _commit_partition(self, number: int) -> None:
        owned = self._owned[number]
        producer, topic = owned.producer, self._topics.partials
        producer.begin_transaction()
        changes = owned.counting.drain_changes()
        queue_records(producer, topic, ((value, key, number, 0) for key, value in changes))
        commit(producer)

    # -- the group, inside consume() ----------------------------------------------------------

    def _on_assign(self, consumer: Consumer, places: list[TopicPartition]) -> None:
        try:
            if places:
                most = 1 + max(place.partition for place in places)
                self._topics.follow_input(most)
            topic = describe_topic(self._topics.properties, self._topics.input)
            take_over = partial(self._takeover.take_over, topic_id=topic.id)
            taken = list(self._pool.map(take_over, [place.partition for place in places]))
            for place, each in zip(places, taken, strict=True):
                self._owned[place.partition] = OwnedPartition(each.counting, each.producer)
                place.offset = each.start
            consumer.incremental_assign(places)
        except Exception as error:  # the client swallows it
            self._failed = error

    def _on_revoke(self, consumer: Consumer, places: list[TopicPartition]) -> None:
        try:
            self._commit([place.partition for place in places])
        except KafkaException as error:
            _log.info("a partition went before its last commit: %s", error)
        self._drop(consumer, places)

    def _on_lost(self, consumer: Consumer, places: list[TopicPartition]) -> None:
        self._drop(consumer, places)

    def _drop(self, consumer: Consumer, places: list[TopicPartition]) -> None:
        for place in places:
            gone = self._owned.pop(place.partition, None)
            if gone is not None:
                self._gone = self._gone.plus(gone.counting.counted_here)
        with suppress(KafkaException):
            consumer.incremental_unassign(places)

"""The work of a :class:`~mwk_desktop.kafka.topic_source.KafkaSource`'s thread, step by step.

It owns the consumer and may block on Kafka only. Everything except the constructor runs on that
thread.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import Any, cast

from confluent_kafka import Consumer, KafkaError, KafkaException, Message

from mwk_desktop.clock import wall_ms
from mwk_desktop.frame_pacing import YieldToFrames, no_pacing
from mwk_desktop.kafka.batch_poller import DRAIN, BatchPoller
from mwk_desktop.kafka.client_settings import PropertyValue
from mwk_desktop.kafka.client_stats import decode_stats
from mwk_desktop.kafka.connection import TOPIC_AUTHORIZATION_FAILED, TOPIC_IS_MISSING
from mwk_desktop.kafka.connection_state import ConnectionState, LostHistory
from mwk_desktop.kafka.damaged_batches import DAMAGE_CODES
from mwk_desktop.kafka.group_commit import GroupCommit
from mwk_desktop.kafka.message_decoding import Delivery, is_reset, pass_by, split_messages
from mwk_desktop.kafka.offset_tracker import OffsetTracker, RebuildProgress
from mwk_desktop.kafka.positions import LostChoice, Positions, cut_offset, resolve_positions
from mwk_desktop.kafka.since import BEGINNING, Since
from mwk_desktop.kafka.source_partitions import NEW_S, SourcePartitions, without_leader
from mwk_desktop.kafka.source_thread import HOLD_S, POLL_S, SourceThread
from mwk_desktop.kafka.topic_decoding import TopicDecoding
from mwk_desktop.kafka.topic_facts import TopicFacts, TopicIdentity, describe_topic
from mwk_desktop.kafka.unreadable_batches import Passage, Place, UnreadableBatches
from mwk_desktop.records.batch import NO_MARK, Batch, OffsetMark, WaitingStretch
from mwk_desktop.records.schema_decoding import NO_SCHEMAS, ValueSchemas

_log = logging.getLogger("mwk_desktop.kafka.topic_source")


class TopicReader(SourceThread):
    """Reads all partitions of one topic; the parameters are those of the source."""

    def __init__(
        self,
        properties: Mapping[str, PropertyValue],
        topic: str,
        deliver: Callable[[Delivery], bool],
        *,
        next_offsets: Mapping[int, int] | None = None,
        marks: Mapping[int, OffsetMark] | None = None,
        topic_id: str = "",
        since: Since = BEGINNING,
        keep_records: bool = True,
        lost_history: LostChoice = LostChoice.ASK,
        on_state: Callable[[ConnectionState], None] | None = None,
        clock_ms: Callable[[], int] = wall_ms,
        client_id: str = "mwk",
        yield_to_frames: YieldToFrames = no_pacing,
        schemas: ValueSchemas = NO_SCHEMAS,
        waiting: Sequence[WaitingStretch] = (),
    ) -> None:
        super().__init__(
            properties,
            topic,
            name="mwk-kafka-source",
            log=_log,
            on_state=on_state,
            clock_ms=clock_ms,
            client_id=client_id,
        )
        self.topic = topic
        self._deliver = deliver
        self._offsets = OffsetTracker(next_offsets or {})
        self._resumed = bool(next_offsets)
        self._identity = TopicIdentity(topic_id)
        self._since = since
        self._decoding = TopicDecoding(
            properties, topic, keep_records, self._remark, yield_to_frames, schemas, waiting
        )
        self._reading = threading.Event()
        self._idle = threading.Event()
        self._choice: LostChoice = lost_history
        self._group = GroupCommit(topic, self._properties)
        self._topic_gone = self._caught_up = False
        self._partitions = SourcePartitions(topic, marks or {})
        self._look_again_s = float("-inf")
        self._batches = UnreadableBatches(self._properties)
        self._lags: dict[int, int] | None = None
        self._progress: RebuildProgress | None = None

    def _run(self) -> None:
        try:
            super()._run()
        finally:
            self._batches.close()
            self._decoding.close()
            self._idle.set()

    def _read_to_the_end(self, consumer: Consumer) -> None:
        while self._reading.is_set():
            if self._assign_first(consumer):
                self._read(consumer)
            if self._was_away and self._reading.is_set():
                # A new one compares what was read last: this one waits for epochs that went back.
                self._close_client()
                self._open()
                consumer = cast("Consumer", self._consumer)
        self._idle.set()
        self._commit_last(consumer)

    def _open(self, **more: Any) -> None:
        self._was_up = self._was_away = False
        super()._open(on_commit=self._group.on_commit, **more)

    def _close(self, consumer: Consumer) -> None:
        self._partitions.clear(None)
        self._batches.close()
        self._group.close(consumer)

    def _read(self, consumer: Consumer) -> None:
        """Batch after batch, until the show ends or the topic is gone."""
        self._topic_gone = False
        poller = BatchPoller()
        while self._reading.is_set() and not self._topic_gone:
            self._housekeep(consumer)
            first = consumer.poll(POLL_S)
            messages = [] if first is None else poller.collect(consumer, first)
            if self._was_away:
                if self._connection.up or split_messages(messages)[0]:
                    break  # what came is read again, by another client
                continue
            self._deliver_messages(consumer, messages)
            if len(messages) <= DRAIN:  # the client has no more at hand
                self._find_stalls(consumer)
        if self._topic_gone:
            # Should it come back, it may be another one of the same name: begin by asking again.
            self._partitions.clear(consumer)
            self._batches.close()
            self._decoding.forget()
            self._connection.on_history((), self._clock_ms())

    def _assign_first(self, consumer: Consumer) -> bool:
        """Find the topic and its positions, and assign them; False: not yet."""
        partitions, self._identity.found = self._partitions_of_topic(consumer)
        self._serve_callbacks(consumer)
        if not partitions:
            return False
        if self._identity.is_another:
            self._decoding.forget()
        try:
            positions = self._resolve(consumer, partitions, self._identity.is_another)
        except KafkaException:
            return False
        self._begin_at(consumer, positions)
        self._was_up = True  # it has answered, before any statistics say so
        if not self._partitions.lost:  # else not before the answer: a kill may come first
            self._identity.adopt()
        return True

    def _resolve(
        self, consumer: Consumer, partitions: Set[int], recreated: bool = False
    ) -> Positions:
        # A partition that a running or resumed show never saw is new: all of it counts.
        new = self._resumed and not partitions <= self._partitions.begun_later
        since = BEGINNING if new else self._since
        return resolve_positions(
            consumer, self.topic, partitions, self._offsets.next, since, self._resolve_s, recreated
        )

    def _begin_at(self, consumer: Consumer, positions: Positions) -> None:
        fresh = {p: at for p, at in positions.starts.items() if p not in self._offsets.next}
        first = self._offsets.start_ends is None
        self._offsets.begin(positions.starts, positions.ends)
        self._partitions.seen.update(positions.ends)
        self._resumed = True
        self._partitions.assign(consumer, positions.starts, positions.lows)
        self._add_lost(positions.lost)
        self._update_lag()
        if fresh or first:
            self._deliver_messages(consumer, self._offer(consumer, Delivery(Batch(), fresh)))

    def _partitions_of_topic(self, consumer: Consumer) -> tuple[Set[int], str]:
        found = self._find_partitions(consumer, self.topic)
        partitions, code = found.led, found.code
        facts = describe_topic(self._properties, self.topic) if partitions else TopicFacts()
        now_ms = self._clock_ms()
        if not facts.may_read:  # said at once, and taken back by what is fetched
            self._connection.on_fetch_error(TOPIC_AUTHORIZATION_FAILED, "", now_ms)
        if partitions or code:
            changed = self._connection.on_answer(now_ms)
            if code:
                self._report_state(self._connection.on_error(code, "", now_ms))
            else:
                self._report_state(self._connection.on_topic(None, now_ms) or changed)
            if found.leaderless:
                if self._offsets.start_ends is None and not self._resumed:
                    self._partitions.begun_later.update(found.leaderless)
                self._remark(without_leader(self.topic, found.leaderless))
        return partitions, facts.id

    def _begin_new(self, consumer: Consumer) -> None:
        """Read partitions that were added, or that have a leader again."""
        if not self._partitions.unread or time.monotonic() < self._look_again_s:
            return
        self._look_again_s = time.monotonic() + NEW_S
        found = self._find_partitions(consumer, self.topic)
        for numbers in self._partitions.unread_of(found.led):
            try:
                self._begin_at(consumer, self._resolve(consumer, numbers))
            except KafkaException as error:
                _log.info("new partitions wait: %s", error)

    def _housekeep(self, consumer: Consumer) -> None:
        """Between batches: commit to the group, new partitions, what is lost or damaged."""
        self._commit_waiting(consumer)
        if not self._caught_up and self._offsets.progress.caught_up:  # what was missing is lost
            self._deliver_messages(consumer, self._offer(consumer, Delivery(Batch())))
        if not self._connection.up:
            return
        self._begin_new(consumer)
        if self._partitions.lost and self._choice is not LostChoice.ASK:
            self._settle_lost(consumer)
        for passage in self._batches.passages():
            self._pass_by(consumer, passage)
        if (late := self._decoding.decode_waiting(self._clock_ms())) is not None:
            self._deliver_messages(consumer, self._offer(consumer, late))

    def _settle_lost(self, consumer: Consumer) -> None:
        oldest = self._choice is LostChoice.OLDEST
        lost, self._partitions.lost = self._partitions.lost, {}
        starts = {p: each.low if oldest else each.high for p, each in lost.items()}
        self._choice = LostChoice.ASK
        self._partitions.forget_marks(starts)
        self._offsets.restart(starts)
        self._partitions.assign(consumer, starts, {})
        self._add_lost(())
        marks = dict.fromkeys(starts, NO_MARK)
        self._deliver_messages(consumer, self._offer(consumer, Delivery(Batch(), starts, marks)))
        self._identity.adopt()

    def _add_lost(self, lost: Iterable[LostHistory]) -> None:
        found = self._partitions.lost
        found.update((each.partition, each) for each in lost)
        self._offsets.waiting = {p: each.low for p, each in found.items()}
        self._offsets.ends.update((p, each.high) for p, each in found.items())
        told = tuple(found[p] for p in sorted(found))
        self._report_state(self._connection.on_history(told, self._clock_ms()))
        self._update_lag()

    def _find_stalls(self, consumer: Consumer) -> None:
        """Examine partitions that hold records but deliver none; others go on."""
        at = {Place(self.topic, p): self._offsets.next.get(p, 0) for p in self._partitions.assigned}
        for place in self._batches.find_stalls(at, answers=self._connection.state.ok):
            self._partitions.stop_at_damage(consumer, place.partition)

    def _pass_by(self, consumer: Consumer, passage: Passage) -> None:
        """Continue behind an unreadable batch."""
        partition, passed = passage.place.partition, passage.passed
        delivery = Delivery(Batch())
        if passed is not None:
            pass_by(delivery, passed, self._clock_ms(), self._decoding.keep_records)
            delivery.marks[partition] = NO_MARK
            self._partitions.forget_marks([partition])
            self._remark(passed.sentence)
        self._partitions.assign(consumer, {partition: passage.behind}, {})
        if delivery.next_offsets:
            self._deliver_messages(consumer, self._offer(consumer, delivery))

    def _deliver_messages(self, consumer: Consumer, messages: Sequence[Message]) -> None:
        while messages:
            delivery = Delivery(Batch())
            found, events = split_messages(messages)
            records: Sequence[Message] = found
            if found:
                self._report_state(self._connection.on_fetched(self._clock_ms()))
                records, rewritten = self._partitions.check(found)
                for partition in rewritten:
                    self._lose_rewritten(consumer, partition)
            self._decoding.decode(delivery, records, self._clock_ms())
            held: list[Message] = []
            for event in events:
                if delivery.next_offsets and is_reset(event):  # it asks how far was read
                    held, delivery = held + self._offer(consumer, delivery), Delivery(Batch())
                    if not self._reading.is_set():
                        return
                self._on_event(consumer, event, delivery)
            messages = held + (self._offer(consumer, delivery) if delivery.next_offsets else [])

    def _lose_rewritten(self, consumer: Consumer, partition: int, low: int | None = None) -> None:
        """Handle that a partition holds other records below the next offset than those that were
        read."""
        self._partitions.unassign(consumer, [partition])
        self._decoding.forget()
        found = resolve_positions(consumer, self.topic, [partition], {}, BEGINNING, self._resolve_s)
        low = found.lows[partition] if low is None else max(low, found.lows[partition])
        at, high = self._offsets.next[partition], found.ends[partition]
        self._add_lost([LostHistory(partition, at, low, high, rewritten=True)])

    def _on_event(self, consumer: Consumer, event: Message, delivery: Delivery) -> None:
        """Handle an end of partition, or an error that came in place of a record."""
        error, partition, offset = event.error(), event.partition(), event.offset()
        assert error is not None
        if partition is None:
            self._on_error(error)
        elif (code := error.code()) == KafkaError._PARTITION_EOF and offset is not None:
            self._report_state(self._connection.on_fetched(self._clock_ms()))
            self._offsets.reached_end(partition, offset)
            self._batches.reached_end(Place(self.topic, partition))
            at = delivery.next_offsets.get(partition, self._offsets.next.get(partition, 0))
            if offset > at:  # a transaction's marker or records that compaction took
                delivery.next_offsets[partition] = offset
        elif code in DAMAGE_CODES:
            at = delivery.next_offsets.get(partition, self._offsets.next.get(partition, 0))
            self._batches.report(Place(self.topic, partition), at, error.str())
            self._partitions.stop_at_damage(consumer, partition)
        elif code == KafkaError._AUTO_OFFSET_RESET:
            self._on_reset(consumer, partition, error.str())
        elif code in TOPIC_IS_MISSING:
            self._on_error(error)
        else:
            self._report_state(self._connection.on_fetch_error(code, error.str(), self._clock_ms()))

    def _on_reset(self, consumer: Consumer, partition: int, text: str) -> None:
        """Handle that the client cannot find the offset at which it should read."""
        try:
            if "log truncation detected" in text:
                self._lose_rewritten(consumer, partition, cut_offset(text))
                return
            found = self._resolve(consumer, {partition})
        except KafkaException:
            found = None
        if found is None or found.starts:  # asked too early, or back within range: again
            again = {partition: self._offsets.next[partition]}
            self._partitions.assign(consumer, again, found.lows if found else {})
        else:
            self._add_lost(found.lost)

    def _offer(self, consumer: Consumer, delivery: Delivery) -> list[Message]:
        """Offer the delivery until it is accepted; returns the few messages that came meanwhile."""
        held: list[Message] = []
        delivery.caught_up = self._offsets.progress_with(delivery.next_offsets).caught_up
        while not self._deliver(delivery):
            if not self._reading.is_set():
                return []  # not counted, not committed: the next start reads it again
            message = consumer.poll(HOLD_S) if len(held) < DRAIN else None
            if message is not None:
                held.append(message)
            self._stopping.wait(HOLD_S)
            self._commit_waiting(consumer)
        self._delivered += 1
        self._caught_up = self._caught_up or delivery.caught_up
        self._offsets.next.update(delivery.next_offsets)
        self._partitions.note(delivery.marks)
        self._update_lag()
        return [] if self._was_away else held  # else they are read again after the comparison

    def _commit_waiting(self, consumer: Consumer) -> None:
        offsets = self._group.send(consumer, self._connection.up)
        if offsets is not None:
            self._offsets.commit(offsets)
            self._report_state(self._connection.on_group_commit(self._clock_ms()))
            self._update_lag()

    def _commit_last(self, consumer: Consumer) -> None:
        """Serve the last commit to the group, for as long as Kafka answers and a second."""
        while not self._stopping.is_set():
            self._commit_waiting(consumer)
            consumer.poll(HOLD_S)
        self._commit_waiting(consumer)
        deadline = time.monotonic() + 1.0
        while self._group.under_way and self._connection.up and time.monotonic() < deadline:
            consumer.poll(HOLD_S)
            self._commit_waiting(consumer)  # what came while the commit before was under way

    def _update_lag(self) -> None:
        self._lags, self._progress = self._offsets.lags, self._offsets.progress

    # -- callbacks of the client: inside poll() and consume(), so on the source thread too ---

    def _on_error(self, error: KafkaError) -> None:
        self._topic_gone = self._topic_gone or error.code() in TOPIC_IS_MISSING
        self._report_state(self._connection.on_error(error.code(), error.str(), self._clock_ms()))
        self._was_away = self._was_away or (self._was_up and not self._connection.up)

    def _on_stats(self, text: str) -> None:
        stats = decode_stats(text)
        self._report_state(self._connection.on_stats(stats, self._clock_ms()))
        self._was_up = self._was_up or self._connection.up
        self._was_away = self._was_away or (self._was_up and not self._connection.up)
        partitions = stats.partitions(self.topic)
        if self._partitions.seen and partitions:  # the first ones are found by asking
            self._partitions.seen.update(partitions)
            self._report_state(self._connection.on_topic(None, self._clock_ms()))
        self._batches.note_stats(stats, [self.topic])
        for number, partition in partitions.items():
            if partition.hi_offset >= 0 and number not in self._partitions.lost:
                self._offsets.heard_end(number, partition.hi_offset)
        if self._partitions.seen:
            self._update_lag()

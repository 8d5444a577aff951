"""The source thread: a Kafka topic, batch by batch, into the show.

One thread per :class:`KafkaSource`; it owns the consumer and may block on Kafka and on nothing
else. It calls ``deliver`` and ``on_state`` itself: neither may wait. Everything public may be
called from any thread and returns at once, except ``stop`` and ``stop_reading``, which wait for
the thread.

Exactly once: every partition is assigned at a concrete offset, nothing is committed here but what
:meth:`KafkaSource.committed` reports (the store has it), and the commit to the group serves only
those who watch the lag from outside. A delivery that ``deliver`` refuses is offered again; while it
waits nothing more is fetched than librdkafka's bounded prefetch.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping

from confluent_kafka import Consumer, KafkaError, KafkaException, Message

from mwk_desktop.clock import wall_ms
from mwk_desktop.frame_pacing import YieldToFrames, no_pacing
from mwk_desktop.kafka.batch_poller import DRAIN, BatchPoller
from mwk_desktop.kafka.client_settings import PropertyValue
from mwk_desktop.kafka.client_stats import decode_stats
from mwk_desktop.kafka.connection import (
    TOPIC_IS_MISSING,
    ConnectionState,
    Link,
    LostHistory,
)
from mwk_desktop.kafka.group_commit import GroupCommit
from mwk_desktop.kafka.message_decoding import Delivery, decode_messages
from mwk_desktop.kafka.offset_tracker import OffsetTracker, RebuildProgress
from mwk_desktop.kafka.positions import (
    LostChoice,
    Positions,
    assign,
    find_partitions,
    resolve_positions,
)
from mwk_desktop.kafka.since import BEGINNING, Since
from mwk_desktop.kafka.source_thread import ASK_S, HOLD_S, POLL_S, SourceThread
from mwk_desktop.kafka.topic_admin import topic_id
from mwk_desktop.records.batch import Batch

__all__ = ["KafkaSource", "LostChoice", "RebuildProgress"]

_log = logging.getLogger("mwk_desktop.kafka.topic_source")


class KafkaSource(SourceThread):
    """All partitions of one topic, also those that are added later.

    Parameters
    ----------
    properties
        ``[kafka]``.
    topic
        The input topic; it need not exist yet.
    deliver
        Takes a :class:`Delivery` and returns True, or returns False when there is no room (it is
        offered again every 20 ms). Called by the source thread.
    next_offsets
        From the store; empty for a new show.
    topic_id
        From the store (see :attr:`topic_id`); empty: unknown. A topic of the same name that was
        created again is noticed by it, also where it holds more than the old one did.
    since
        Where a new show begins. Partitions that appear later begin at their first record.
    keep_records
        Whether batches hold the raw records too.
    lost_history
        What to do about vanished history without asking.
    on_state
        Told of every new :class:`ConnectionState`, by the source thread.
    clock_ms, give_way
        The wall clock; called before each piece of decoding.
    """

    def __init__(
        self,
        properties: Mapping[str, PropertyValue],
        topic: str,
        deliver: Callable[[Delivery], bool],
        *,
        next_offsets: Mapping[int, int] | None = None,
        topic_id: str = "",
        since: Since = BEGINNING,
        keep_records: bool = True,
        lost_history: LostChoice = LostChoice.ASK,
        on_state: Callable[[ConnectionState], None] | None = None,
        clock_ms: Callable[[], int] = wall_ms,
        client_id: str = "mwk",
        yield_to_frames: YieldToFrames = no_pacing,
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
        self._topic_id = topic_id
        self._since = since
        self._keep_records = keep_records
        self._yield_to_frames = yield_to_frames
        self._reading = threading.Event()
        self._idle = threading.Event()
        self._choice: LostChoice = lost_history
        self._group = GroupCommit(topic)
        self._topic_gone = False
        self._assigned: set[int] = set()
        self._lost: dict[int, LostHistory] = {}
        self._seen_partitions: set[int] = set()
        self._lag: int | None = None
        self._progress: RebuildProgress | None = None

    # -- for any thread ---------------------------------------------------------------------

    @property
    def topic_id(self) -> str:
        """Identity of the topic that is read: keep it with the counts; empty: not known (yet)."""
        return self._topic_id

    @property
    def lag(self) -> int | None:
        """Records between the committed position and the end of the topic; None: not known yet."""
        return self._lag

    @property
    def progress(self) -> RebuildProgress | None:
        """How far the records that were there at the start are read; None: not known yet."""
        return self._progress

    @property
    def start_ends(self) -> Mapping[int, int] | None:
        """The end of each partition when reading began; None: not known yet.

        :attr:`Delivery.caught_up <mwk_desktop.records.batch.Delivery>` tells when they are reached.
        """
        return self._offsets.start_ends

    def start(self) -> None:
        """Create the client and start the thread.

        Raises
        ------
        KafkaSettingError
            A property of ``[kafka]`` is refused.
        """
        self._open(on_commit=self._group.on_commit)
        self._reading.set()
        self._thread.start()

    def committed(self, next_offsets: Mapping[int, int]) -> None:
        """The store has everything before these offsets: commit them to the group."""
        self._group.note(next_offsets)

    def choose(self, choice: LostChoice) -> None:
        """Answer to ``HISTORY_GONE``: go on at the oldest record there is, or now."""
        self._choice = choice

    def stop_reading(self, timeout_s: float = 5.0) -> bool:
        """After this no delivery comes any more; the connection stays for the last commit."""
        self._reading.clear()
        return not self._thread.is_alive() or self._idle.wait(timeout_s)

    def stop(self, timeout_s: float = 5.0) -> bool:
        """Commit what :meth:`committed` last said to the group, close, join the thread.

        Returns
        -------
        bool
            False when the thread did not end in time; it is a daemon and holds nothing of ours.
        """
        self._reading.clear()
        return self._join(timeout_s)

    # -- the source thread ------------------------------------------------------------------

    def _run(self) -> None:
        assert self._consumer is not None
        consumer = self._consumer
        link, reason = Link.STOPPED, ""
        try:
            while self._reading.is_set():
                if self._assign_first(consumer):
                    self._read(consumer)
            self._idle.set()
            self._commit_last(consumer)
        except Exception as error:
            link, reason = self._failure(error)
        finally:
            self._idle.set()
            self._group.close(consumer)
            self._report_state(self._connection.on_end(link, reason, self._clock_ms()))

    def _read(self, consumer: Consumer) -> None:
        """Batch after batch, until the show ends or the topic is gone."""
        self._topic_gone = False
        poller = BatchPoller()
        while self._reading.is_set() and not self._topic_gone:
            self._housekeep(consumer)
            first = consumer.poll(POLL_S)
            if first is not None:
                self._deliver_messages(consumer, poller.collect(consumer, first))
        if self._topic_gone:
            # Should it come back, it may be another one of the same name: begin by asking again.
            consumer.unassign()
            self._assigned.clear()
            self._seen_partitions.clear()
            self._lost = {}
            self._connection.on_history((), self._clock_ms())

    def _assign_first(self, consumer: Consumer) -> bool:
        """Find the topic and its positions, and assign them; False: not yet."""
        partitions = self._partitions_of_topic(consumer)
        consumer.poll(POLL_S / 2)  # errors and statistics come only inside poll
        if not partitions:
            return False
        found_id = topic_id(self._properties, self.topic)
        recreated = bool(self._topic_id and found_id) and found_id != self._topic_id
        try:
            positions = self._resolve(consumer, partitions, recreated)
        except KafkaException:
            return False
        self._topic_id = found_id or self._topic_id
        self._begin_at(consumer, positions)
        return True

    def _resolve(
        self, consumer: Consumer, partitions: set[int], recreated: bool = False
    ) -> Positions:
        # A partition that a running or resumed show never saw is new: all of it counts.
        since = BEGINNING if self._resumed else self._since
        at = self._offsets.next
        return resolve_positions(consumer, self.topic, partitions, at, since, ASK_S * 4, recreated)

    def _begin_at(self, consumer: Consumer, positions: Positions) -> None:
        fresh = {p: at for p, at in positions.starts.items() if p not in self._offsets.next}
        first = self.start_ends is None
        self._offsets.begin(positions.starts, positions.ends)
        self._seen_partitions.update(positions.ends)
        self._resumed = True
        assign(consumer, self.topic, positions.starts, self._assigned)
        if positions.lost:
            self._set_lost({**self._lost, **{lost.partition: lost for lost in positions.lost}})
        self._update_lag()
        if fresh or first:
            self._deliver_messages(consumer, self._offer(consumer, Delivery(Batch(), fresh)))

    def _partitions_of_topic(self, consumer: Consumer) -> set[int]:
        partitions, code = find_partitions(consumer, self.topic, ASK_S)
        now_ms = self._clock_ms()
        if partitions or code:
            changed = self._connection.on_answer(now_ms)
            if code:
                self._report_state(self._connection.on_error(code, "", now_ms))
            else:
                self._report_state(self._connection.on_topic(None, now_ms) or changed)
        return partitions

    def _housekeep(self, consumer: Consumer) -> None:
        """Between batches: commit to the group, new partitions, the answer about lost history."""
        self._commit_waiting(consumer)
        new = self._seen_partitions - self._assigned - self._lost.keys()
        if new and self._connection.up:
            try:
                self._begin_at(consumer, self._resolve(consumer, new))
            except KafkaException as error:
                _log.info("new partitions wait: %s", error)
        if self._lost and self._choice is not LostChoice.ASK:
            self._settle_lost(consumer)

    def _settle_lost(self, consumer: Consumer) -> None:
        oldest = self._choice is LostChoice.OLDEST
        starts = {p: lost.low if oldest else lost.high for p, lost in self._lost.items()}
        self._choice = LostChoice.ASK
        assign(consumer, self.topic, starts, self._assigned)
        self._set_lost({})
        self._deliver_messages(consumer, self._offer(consumer, Delivery(Batch(), starts)))

    def _set_lost(self, lost: dict[int, LostHistory]) -> None:
        self._lost = lost
        told = tuple(lost[p] for p in sorted(lost))
        self._report_state(self._connection.on_history(told, self._clock_ms()))

    def _deliver_messages(self, consumer: Consumer, messages: list[Message]) -> None:
        while messages:
            delivery = Delivery(Batch())
            keep = self._keep_records
            for event in decode_messages(
                delivery, messages, self._clock_ms(), keep, self._yield_to_frames
            ):
                self._on_event(consumer, event, delivery)
            messages = self._offer(consumer, delivery) if delivery.next_offsets else []

    def _on_event(self, consumer: Consumer, event: Message, delivery: Delivery) -> None:
        """An end of partition or an error that came in the place of a record."""
        error, partition, offset = event.error(), event.partition(), event.offset()
        assert error is not None
        code = error.code()
        if code == KafkaError._PARTITION_EOF and partition is not None and offset is not None:
            self._offsets.heard_end(partition, offset)
            at = delivery.next_offsets.get(partition, self._offsets.next.get(partition, 0))
            if offset > at:  # a transaction's marker or records that compaction took
                delivery.next_offsets[partition] = offset
        elif code == KafkaError._AUTO_OFFSET_RESET and partition is not None:
            try:
                found = self._resolve(consumer, {partition})
            except KafkaException:
                found = None
            if found is None or found.starts:  # asked too early, or back within range: again
                again = {partition: self._offsets.next[partition]}
                assign(consumer, self.topic, again, self._assigned)
            else:
                self._set_lost({**self._lost, **{x.partition: x for x in found.lost}})
        else:
            self._on_error(error)

    def _offer(self, consumer: Consumer, delivery: Delivery) -> list[Message]:
        """Offer until it is taken; returns the few messages that came along meanwhile."""
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
        self._offsets.next.update(delivery.next_offsets)
        self._update_lag()
        return held

    def _commit_waiting(self, consumer: Consumer) -> None:
        offsets = self._group.send(consumer, self._connection.up)
        if offsets is not None:
            self._offsets.commit(offsets)
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

    def _update_lag(self) -> None:
        self._lag, self._progress = self._offsets.lag, self._offsets.progress

    # -- callbacks of the client: inside poll() and consume(), so on the source thread too ---

    def _on_error(self, error: KafkaError) -> None:
        self._topic_gone = self._topic_gone or error.code() in TOPIC_IS_MISSING
        self._report_state(self._connection.on_error(error.code(), error.str(), self._clock_ms()))

    def _on_stats(self, text: str) -> None:
        stats = decode_stats(text)
        self._report_state(self._connection.on_stats(stats, self._clock_ms()))
        partitions = stats.partitions(self.topic)
        if self._seen_partitions and partitions:  # the first ones are found by asking
            self._seen_partitions.update(partitions)
            self._report_state(self._connection.on_topic(None, self._clock_ms()))
        for number, partition in partitions.items():
            if partition.hi_offset >= 0:
                self._offsets.heard_end(number, partition.hi_offset)
        if self._seen_partitions:
            self._update_lag()

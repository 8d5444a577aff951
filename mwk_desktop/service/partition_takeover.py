"""Takes an input partition over: its counts as they were committed, and where to read on.

Called by the threads that wait for Kafka while the group's partitions move.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from confluent_kafka import OFFSET_BEGINNING, Consumer, Producer, TopicPartition

from mwk_desktop.clock import ShowClock
from mwk_desktop.kafka.clients import open_consumer
from mwk_desktop.kafka.message_decoding import Delivery, Passed, decode_messages
from mwk_desktop.messages import Message, message, verbatim
from mwk_desktop.records.batch import Batch
from mwk_desktop.records.schema_decoding import NO_SCHEMAS, ValueSchemas
from mwk_desktop.service.group_topics import ASK_S, GroupTopics, read_to_end
from mwk_desktop.service.partials import DamagedPartialError, encode_head
from mwk_desktop.service.partition_counting import (
    REMEMBERED,
    OtherWindowsError,
    PartitionCounting,
)
from mwk_desktop.service.transactions import commit, open_transactions, queue_record
from mwk_desktop.topology.counting_rules import CountingRules

BATCH: Final = 10_000
"""Records that are read at once; half as many cost 3 % more, twice as many save nothing."""


def damaged_partial(topic: str, partition: int, group: str, error: ValueError) -> Exception:
    """The error for a group whose own records cannot be read."""
    return DamagedPartialError(
        message(
            "{topic}[{partition}] holds a damaged record ({reason}), so group {group} cannot go "
            "on; right would be another --group, which counts from the beginning",
            topic=topic,
            partition=str(partition),
            reason=verbatim(" ".join(str(error).split())),
            group=group,
        )
    )


@dataclass(frozen=True, slots=True)
class TakenOver:
    """A partition that is this instance's now; ``start`` is where it is read from."""

    counting: PartitionCounting
    producer: Producer
    start: int


class PartitionTakeover:
    """Takes partitions over.

    Parameters
    ----------
    on_passed
        Called with a message about records that are gone.
    on_remark
        Called with a message about a topic that was created again.
    schemas
        What is known about the schemas of the values.
    """

    def __init__(
        self,
        topics: GroupTopics,
        rules: CountingRules,
        clock: ShowClock,
        stop: threading.Event,
        on_passed: Callable[[Passed], None],
        on_remark: Callable[[Message], None],
        schemas: ValueSchemas = NO_SCHEMAS,
    ) -> None:
        self._topics = topics
        self._rules = rules
        self._clock = clock
        self._stop = stop
        self._on_passed = on_passed
        self._on_remark = on_remark
        self._schemas = schemas

    def take_over(self, number: int, topic_id: str) -> TakenOver:
        """Fence the partition's previous owner, then read what it has committed.

        ``topic_id`` is the input's now; empty: unknown.

        Raises
        ------
        KafkaException
            Kafka does not answer, or refuses something.
        DamagedPartialError
            What was committed cannot be read.
        OtherWindowsError
            The group counts in windows of another length.
        """
        topics = self._topics
        producer = open_transactions(
            topics.properties,
            f"{topics.group}-{topics.input}-{number}",
            client_id="mwk-streams-partials",
        )
        records = read_to_end(topics.properties, topics.partials, number, "mwk-streams-restore")
        try:
            counting = PartitionCounting.restored(self._rules, records)
        except OtherWindowsError:
            raise
        except ValueError as error:
            raise damaged_partial(topics.partials, number, topics.group, error) from error
        if counting.topic_id and topic_id and counting.topic_id != topic_id:
            counting = self._begin_again(producer, number, topic_id, records)
        counting.topic_id = topic_id or counting.topic_id
        if counting.next_offset is None:
            return TakenOver(counting, producer, OFFSET_BEGINNING)
        consumer = open_consumer(
            topics.properties,
            client_id="mwk-streams-remember",
            **{"isolation.level": "read_committed", "auto.offset.reset": "earliest"},
        )
        try:
            place = TopicPartition(topics.input, number)
            low, high = consumer.get_watermark_offsets(place, timeout=ASK_S)
            start = self._go_on_within(counting, number, low, high)
            place.offset = max(low, start - REMEMBERED)
            if place.offset < start:
                self._remember(consumer, counting, place, start)
        finally:
            consumer.close()
        return TakenOver(counting, producer, start)

    def _begin_again(
        self,
        producer: Producer,
        number: int,
        topic_id: str,
        records: Sequence[tuple[bytes, bytes | None]],
    ) -> PartitionCounting:
        """Drop what was counted in the earlier topic, because another one has the input's name
        now."""
        counting = PartitionCounting(self._rules)
        counting.topic_id = topic_id
        standing = {key for key, value in dict(records).items() if value is not None} - {b"h"}
        producer.begin_transaction()
        for key, value in [*((key, None) for key in standing), encode_head(counting.head)]:
            queue_record(producer, self._topics.partials, value, key, partition=number)
        commit(producer)
        self._on_remark(
            message(
                "Topic {topic} was created again: partition {partition} is counted from its "
                "beginning.",
                topic=self._topics.input,
                partition=str(number),
            )
        )
        return counting

    def _go_on_within(self, counting: PartitionCounting, number: int, low: int, high: int) -> int:
        """Where to go on in a partition that holds offsets ``low`` to before ``high``."""
        at = counting.next_offset or 0
        if low <= at <= high:
            return at
        start = low if at < low else high
        reason = message("the topic does not hold them any more")
        if at > high:
            reason = message("Kafka has lost records, and gives their offsets again")
        first, last = min(at, start), max(at, start) - 1
        self._on_passed(Passed(self._topics.input, number, first, last, reason))
        counting.pass_by(0, start)
        return start

    def _remember(
        self, consumer: Consumer, counting: PartitionCounting, place: TopicPartition, start: int
    ) -> None:
        """Read the last records before ``start`` again, for the memory of duplicates."""
        consumer.assign([place])
        while not self._stop.is_set():
            first = consumer.poll(ASK_S)
            found = [] if first is None else [first, *consumer.consume(BATCH, 0)]
            records = [each for each in found if each.error() is None]
            past = [each for each in records if (each.offset() or 0) < start]
            if past:
                delivery = Delivery(Batch())
                own = self._schemas.decoder()  # a decoder belongs to one thread
                decode_messages(delivery, past, self._clock.now_ms(), False, schemas=own)
                counting.remember(delivery.batch)
            last = (past[-1].offset() or 0) + 1 if past else start
            if not found or len(past) < len(found) or last >= start:
                return

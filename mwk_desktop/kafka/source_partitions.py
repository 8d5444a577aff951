"""Tracks the partitions that a source reads: assigned, lost, damaged, or to be checked.

Owned by the source's thread.

A show continues each partition at the record that it read last, not at the next one: if that record
has changed, the broker lost records and reused their offsets (a power cut, an unflushed disk). The
leader epoch is passed too, so that the client checks it (KIP-320); alone it would not be enough, as
a broker that lost its metadata repeats epochs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Final

from confluent_kafka import Consumer, Message, TopicPartition

from mwk_desktop.kafka.connection_state import LostHistory
from mwk_desktop.kafka.message_decoding import mark_of
from mwk_desktop.messages import Message as Sentence
from mwk_desktop.messages import message
from mwk_desktop.records.batch import NO_MARK, OffsetMark

NEW_S: Final = 1.0
"""How often new and leaderless partitions are looked for."""


class SourcePartitions:
    """The partitions of one topic.

    Attributes
    ----------
    seen, assigned
        Known to exist; read.
    lost
        No longer hold what comes next: they wait for an answer.
    begun_later
        Had no leader when the show began: not new, they begin where the show did.
    damaged
        Hold a batch that cannot be read: they wait until the place behind it is found.
    """

    def __init__(self, topic: str, marks: Mapping[int, OffsetMark]) -> None:
        self.topic = topic
        self.seen: set[int] = set()
        self.assigned: set[int] = set()
        self.lost: dict[int, LostHistory] = {}
        self.damaged: set[int] = set()
        self.begun_later: set[int] = set()
        self._marks = {p: mark for p, mark in marks.items() if mark != NO_MARK}
        self._unchecked: dict[int, int] = {}

    @property
    def unread(self) -> set[int]:
        """Partitions that are new."""
        return self.seen - self.assigned - self.lost.keys() - self.damaged

    def unread_of(self, led: Set[int]) -> list[Set[int]]:
        """Partitions that are new and can be read: those of the show's start, and the others."""
        unread = self.unread & led
        return [each for each in (unread & self.begun_later, unread - self.begun_later) if each]

    def note(self, marks: Mapping[int, OffsetMark]) -> None:
        """The last records that were delivered."""
        self._marks.update(marks)

    def forget_marks(self, partitions: Iterable[int]) -> None:
        """Forget the marks of partitions that continue elsewhere: what was read last says nothing
        about that place."""
        for partition in partitions:
            self._marks.pop(partition, None)

    def assign(
        self, consumer: Consumer, starts: Mapping[int, int], lows: Mapping[int, int]
    ) -> None:
        """Read ``starts`` from these offsets on, besides the others, or instead.

        ``lows`` are the first offsets there are, as far as they are known.
        """
        self.unassign(consumer, starts.keys())
        places = []
        for partition, start in sorted(starts.items()):
            mark = self._marks.get(partition)
            if mark is None or mark.offset >= start:
                places.append(TopicPartition(self.topic, partition, start))
                continue
            at = start
            if mark.offset >= lows.get(partition, start):
                at = mark.offset
                self._unchecked[partition] = start
            places.append(_topic_partition(self.topic, partition, at, mark.epoch))
        if places:
            consumer.incremental_assign(places)
        self.assigned.update(starts)
        for partition in starts:
            self.damaged.discard(partition)

    def unassign(self, consumer: Consumer, partitions: Iterable[int]) -> None:
        """Stop reading these partitions, where they are read."""
        gone = sorted(set(partitions) & self.assigned)
        if gone:
            consumer.incremental_unassign([TopicPartition(self.topic, p) for p in gone])
        self.assigned.difference_update(gone)
        for partition in gone:
            self._unchecked.pop(partition, None)

    def stop_at_damage(self, consumer: Consumer, partition: int) -> None:
        """Stop reading a partition until it is known what is behind a batch."""
        self.unassign(consumer, [partition])
        self.damaged.add(partition)

    def clear(self, consumer: Consumer | None) -> None:
        """Stop reading all partitions: the topic or the client is gone."""
        if consumer is not None:
            consumer.unassign()
        for known in (self.assigned, self.seen, self.lost, self.damaged, self._unchecked):
            known.clear()

    def check(self, records: Sequence[Message]) -> tuple[Sequence[Message], list[int]]:
        """Find the records that were not read before, and the partitions that were rewritten."""
        if not self._unchecked:
            return records, []
        kept: list[Message] = []
        rewritten: list[int] = []
        for record in records:
            partition, offset = record.partition(), record.offset()
            assert partition is not None
            assert offset is not None
            if partition in rewritten:
                continue
            start = self._unchecked.pop(partition, None)
            if start is None or offset >= start:  # compaction may have taken the one to compare
                kept.append(record)
            elif not _is_same(mark_of(record), self._marks[partition]):
                rewritten.append(partition)
        return kept, rewritten


def _is_same(found: OffsetMark, read: OffsetMark) -> bool:
    if -1 in (found.epoch, read.epoch):  # an old broker tells none
        return (found.offset, found.digest) == (read.offset, read.digest)
    return found == read


def _topic_partition(topic: str, partition: int, offset: int, epoch: int) -> TopicPartition:
    if epoch < 0:
        return TopicPartition(topic, partition, offset)
    return TopicPartition(topic, partition, offset, leader_epoch=epoch)


def without_leader(topic: str, partitions: Iterable[int]) -> Sentence:
    """What to say of partitions that cannot be read now."""
    numbers = ", ".join(map(str, sorted(partitions)))
    return message(
        "No broker leads partition {numbers} of {topic} now: the others are read.",
        numbers=numbers,
        topic=topic,
    )

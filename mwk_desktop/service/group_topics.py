"""The topics of the service: finds, creates and compares them. The input is never created here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from confluent_kafka import Consumer, KafkaError, KafkaException, TopicPartition
from confluent_kafka.admin import AdminClient, NewPartitions

from mwk_desktop.kafka.client_settings import PropertyValue
from mwk_desktop.kafka.clients import open_admin, open_consumer
from mwk_desktop.kafka.message_decoding import bytes_of
from mwk_desktop.kafka.topic_admin import (
    RESULT_CONFIG,
    RESULT_PARTITIONS,
    TopicError,
    create_topic,
)
from mwk_desktop.kafka.topic_facts import (
    TopicFacts,
    describe_topics,
    may_not_read,
    may_not_write,
)
from mwk_desktop.messages import NOTHING, Message
from mwk_desktop.topics import INPUT_TOPIC

ASK_S: Final = 10.0

_COMPACT: Final[Mapping[str, str]] = {
    "cleanup.policy": "compact",
    # What is replaced goes soon: who takes over reads the topic from its beginning.
    "segment.ms": "600000",
    "min.cleanable.dirty.ratio": "0.3",
}


@dataclass(frozen=True, slots=True)
class GroupTopics:
    """Which topics one group uses."""

    properties: Mapping[str, PropertyValue]
    group: str = "mwk-streams"
    input: str = INPUT_TOPIC
    partitions: int = 4
    replication: int = -1
    results: Mapping[str, int] = field(default_factory=lambda: dict(RESULT_PARTITIONS))

    @property
    def partials(self) -> str:
        """What each input partition has counted."""
        return f"{self.group}-partials"

    @property
    def merge(self) -> str:
        """The draw, and how far the results are published; its partition elects who merges."""
        return f"{self.group}-merge"

    def create_missing(self) -> None:
        """Create the result topics and the group's own, or let the partials follow the input.

        Raises
        ------
        KafkaException
            Kafka does not answer, or the input is not there.
        TopicError
            Kafka does not allow it: to create a topic, or to write to it.
        """
        # One client: each takes a connection and its threads.
        admin = open_admin(self.properties, client_id="mwk-streams")
        found = admin.list_topics(self.input, timeout=ASK_S).topics[self.input]
        if found.error is not None:
            raise KafkaException(found.error)
        input_partitions = len(found.partitions)
        wanted = {
            name: (self.partitions if partitions > 1 else 1, RESULT_CONFIG.get(name))
            for name, partitions in self.results.items()
        }
        wanted |= {self.merge: (1, _COMPACT), self.partials: (input_partitions, _COMPACT)}
        there = admin.list_topics(timeout=ASK_S).topics
        for name, (partitions, config) in wanted.items():
            if name not in there:
                create_topic(
                    self.properties,
                    name,
                    partitions=partitions,
                    replication=self.replication,
                    config=config,
                )
        problem = self._unwritable(describe_topics(self.properties, list(wanted)), wanted)
        if problem:
            raise TopicError(problem)
        self.follow_input(input_partitions, admin)

    def missing_right(self) -> Message:
        """What Kafka does not let this user do with the topics; empty if nothing is known."""
        written = [*self.results, self.merge, self.partials]
        facts = describe_topics(self.properties, [self.input, *written])
        for name in (self.input, self.partials, self.merge):
            if not facts[name].may_read:
                return may_not_read(self.properties, name)
        return self._unwritable(facts, written)

    def _unwritable(self, facts: Mapping[str, TopicFacts], names: Iterable[str]) -> Message:
        for name in names:
            if not facts[name].may_write:
                return may_not_write(self.properties, name)
        return NOTHING

    def follow_input(self, input_partitions: int, admin: AdminClient | None = None) -> None:
        """Let the partials have as many partitions as the input."""
        admin = admin or open_admin(self.properties, client_id="mwk-streams")
        found = admin.list_topics(self.partials, timeout=ASK_S).topics[self.partials]
        if len(found.partitions) >= input_partitions:
            return
        more = admin.create_partitions([NewPartitions(self.partials, input_partitions)])
        try:
            more[self.partials].result(ASK_S)
        except KafkaException as error:
            if error.args[0].code() != KafkaError.INVALID_PARTITIONS:  # another instance was first
                raise


def read_to_end(
    properties: Mapping[str, PropertyValue], topic: str, partition: int, client_id: str
) -> list[tuple[bytes, bytes | None]]:
    """All committed records of a partition (keys and values), oldest first.

    Raises
    ------
    KafkaException
        Kafka does not answer, or the partition cannot be read to its end.
    """
    committed = {"isolation.level": "read_committed"}
    consumer = open_consumer(properties, client_id=client_id, **committed)
    try:
        return _read_to_end(consumer, TopicPartition(topic, partition, 0))
    finally:
        consumer.close()


def _read_to_end(consumer: Consumer, place: TopicPartition) -> list[tuple[bytes, bytes | None]]:
    place.offset = consumer.get_watermark_offsets(place, timeout=ASK_S)[0]
    consumer.assign([place])
    found: list[tuple[bytes, bytes | None]] = []
    while True:
        first = consumer.poll(ASK_S)
        if first is None:
            raise KafkaException(KafkaError(KafkaError._TIMED_OUT))
        for each in (first, *consumer.consume(5_000, 0)):  # waits for no more than one
            error = each.error()
            if error is None:
                found.append((bytes_of(each.key()) or b"", bytes_of(each.value())))
            elif error.code() == KafkaError._PARTITION_EOF:
                return found
            else:
                raise KafkaException(error)

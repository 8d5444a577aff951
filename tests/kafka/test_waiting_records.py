"""Records that wait for their schemas over restarts of the program, on a real broker."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from confluent_kafka import Producer, TopicPartition
from confluent_kafka.admin import AdminClient

from mwk_desktop.kafka.topic_decoding import TopicDecoding
from mwk_desktop.kafka.topic_source import LostChoice
from mwk_desktop.kafka.waiting_records import MOST_STRETCHES, WaitingRecords
from mwk_desktop.messages import Message, message
from mwk_desktop.records.batch import Batch, Delivery, WaitingStretch
from mwk_desktop.records.schema_decoding import ValueSchemas
from mwk_desktop.records.schema_types import Schema, SchemaId
from mwk_desktop.topology.counting import Counting, CountingRules
from tests import framed as fr
from tests.support import status, wait_for


class Held:
    """Schemas that are there when they are told to be."""

    def __init__(self) -> None:
        self.there: dict[SchemaId, Schema] = {}
        self.asked: list[SchemaId] = []

    def find(self, schema_id: SchemaId) -> Schema | Message:
        self.asked.append(schema_id)
        return self.there.get(schema_id) or message("away")

    def known(self, schema_id: SchemaId) -> Schema | None:
        return self.there.get(schema_id)


@pytest.fixture
def held() -> Held:
    return Held()


def produce(kafka: dict[str, Any], topic: str, kind: str, numbers: range) -> None:
    producer = Producer(kafka)
    for number in numbers:
        value = fr.KINDS[kind](status("drum", f"user{number % 5}", id_=number))
        producer.produce(topic, value, partition=number % 2)
    assert producer.flush(30) == 0


class Kept:
    """Counts, offsets and what waits, as a store keeps them: of the same moment."""

    def __init__(self) -> None:
        self.counting = Counting(CountingRules(), {}, 0)
        self.next_offsets: dict[int, int] = {}
        self.waiting: list[WaitingStretch] = []

    def take(self, deliveries: list[Any]) -> None:
        """Fold deliveries of one run of a source, and empty the list."""
        waiting: dict[int, WaitingStretch | None] = dict(enumerate(self.waiting))
        while deliveries:
            each = deliveries.pop(0)
            self.counting.fold(each.batch)
            self.next_offsets.update(each.next_offsets)
            waiting.update(each.waiting)
        self.waiting = [each for each in waiting.values() if each is not None]

    def more(self) -> Mapping[str, Any]:
        return {"next_offsets": self.next_offsets, "waiting": self.waiting}


def test_what_waited_at_the_end_is_decoded_once_after_any_restart(
    kafka: dict[str, Any], topic: str, open_source: Callable[..., Any], collector: Any, held: Held
) -> None:
    kept, schemas = Kept(), ValueSchemas(held)
    produce(kafka, topic, "protobuf", range(30))
    source = open_source(kafka, topic, schemas=schemas)
    wait_for(lambda: len(collector.tweets) == 30)
    assert source.stop(60)
    kept.take(collector.deliveries)
    assert sum(each.waiting for each in kept.waiting) == kept.counting.counts.malformed == 30

    # The registry comes, and goes before all is read again: what follows is decoded, then waits.
    produce(kafka, topic, "avro", range(30, 40))
    produce(kafka, topic, "protobuf", range(40, 60))
    held.there = {fr.AVRO_ID: fr.SCHEMAS[fr.AVRO_ID]}
    source = open_source(kafka, topic, schemas=schemas, **kept.more())
    wait_for(lambda: len(collector.tweets) == 30)
    assert "50 records wait for schema 8: away" in str(source.schema_problem)
    assert source.stop(60)
    kept.take(collector.deliveries)
    assert (kept.counting.counts.tweets, kept.counting.counts.malformed) == (10, 50)

    # Known, but the first run's stretch is not read before the end; then another one follows it.
    before = list(kept.waiting)
    held.there = dict(fr.SCHEMAS)
    produce(kafka, topic, "protobuf", range(60, 70))
    collector.room = False
    source = open_source(kafka, topic, schemas=schemas, **kept.more())
    wait_for(lambda: collector.offered > 3)
    assert source.stop(60)
    kept.take(collector.deliveries)
    assert kept.waiting == before
    collector.room = True
    source = open_source(kafka, topic, schemas=schemas, **kept.more())
    wait_for(lambda: len(collector.tweets) == 60)
    wait_for(lambda: not source.schema_problem)
    assert source.stop(60)
    kept.take(collector.deliveries)
    counts = kept.counting.counts
    assert (counts.records, counts.tweets, counts.malformed, counts.users) == (70, 70, 0, 5)
    assert not kept.waiting


def test_what_is_gone_when_the_schema_comes_is_said_with_its_place(
    kafka: dict[str, Any], topic: str, open_source: Callable[..., Any], collector: Any, held: Held
) -> None:
    kept, schemas = Kept(), ValueSchemas(held)
    produce(kafka, topic, "json", range(20))
    source = open_source(kafka, topic, schemas=schemas)
    wait_for(lambda: len(collector.tweets) == 20)
    assert source.stop(60)
    kept.take(collector.deliveries)
    admin = AdminClient(kafka)
    gone = [TopicPartition(topic, 0, 4), TopicPartition(topic, 1, 10)]
    for deleted in admin.delete_records(gone).values():
        deleted.result(30)
    held.there = dict(fr.SCHEMAS)
    collector.states.clear()
    source = open_source(kafka, topic, schemas=schemas, **kept.more())
    wait_for(lambda: len(collector.tweets) == 6)

    def said() -> set[str]:
        return {str(state.remark) for state in list(collector.states)}

    places = (
        f"Passed by {topic} [0], offsets 0 to 3: 4 records waited for schema 9, ",
        f"Passed by {topic} [1], offsets 0 to 9: 10 records waited for schema 9, ",
    )
    end = "and the topic does not hold them any more."
    wait_for(lambda: {place + end for place in places} <= said(), otherwise=said)
    assert source.stop(60)
    kept.take(collector.deliveries)
    assert (kept.counting.counts.tweets, kept.counting.counts.malformed) == (6, 14)
    assert not kept.waiting


def test_a_topic_that_was_created_again_has_no_records_that_waited(
    kafka: dict[str, Any], topic: str, open_source: Callable[..., Any], collector: Any, held: Held
) -> None:
    stretch = WaitingStretch(0, fr.JSON_ID, 0, 9, 10)
    produce(kafka, topic, "json", range(20))
    held.there = dict(fr.SCHEMAS)
    source = open_source(
        kafka,
        topic,
        schemas=ValueSchemas(held),
        topic_id="another",
        next_offsets={0: 10, 1: 10},
        waiting=[stretch],
        lost_history=LostChoice.OLDEST,
    )
    wait_for(lambda: len(collector.tweets) == 20)
    wait_for(lambda: any(each.waiting == {0: None} for each in collector.deliveries))
    assert not source.schema_problem
    assert sum(each.batch.recovered for each in collector.deliveries) == 0


def test_without_a_registry_they_wait_on(
    kafka: dict[str, Any], topic: str, open_source: Callable[..., Any], collector: Any
) -> None:
    stretch = WaitingStretch(0, fr.JSON_ID, 0, 9, 10)
    produce(kafka, topic, "json", range(20))
    source = open_source(kafka, topic, next_offsets={0: 10, 1: 10}, waiting=[stretch])
    text = "10 records wait for schema 9: framed by a Schema Registry: set [schema_registry] url"
    wait_for(lambda: str(source.schema_problem) == text)
    assert not any(each.waiting for each in collector.deliveries)


def test_what_was_forgotten_is_handed_over_without_a_record() -> None:
    decoding = TopicDecoding({}, "tweets", False, print, waiting=[WaitingStretch(0, 8, 3, 9, 7)])
    decoding.forget()
    delivery = Delivery(Batch())
    decoding.decode(delivery, [], 0)  # an end of partition only: this is not handed over
    assert not delivery.next_offsets
    found = decoding.decode_waiting(0)
    assert found is not None
    assert found.waiting == {0: None}


def test_garbage_keeps_no_more_than_it_may() -> None:
    waiting = WaitingRecords({}, "t", lambda _id: False)
    for number in range(MOST_STRETCHES + 100):
        waiting.add(0, number, number + 1)
    waiting.add(0, MOST_STRETCHES + 100, 1)
    assert waiting.count == MOST_STRETCHES + 1
    assert waiting.drain_changes()[0] == WaitingStretch(0, 1, 0, MOST_STRETCHES + 100, 2)
    assert not waiting.drain_changes()
    waiting.forget()
    assert waiting.count == 0
    assert set(waiting.drain_changes().values()) == {None}

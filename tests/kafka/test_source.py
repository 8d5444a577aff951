"""The source thread on a real broker."""

from __future__ import annotations

from typing import Any

import pytest
from confluent_kafka import Consumer, Producer, TopicPartition
from confluent_kafka.admin import AdminClient, NewPartitions

from mwk_desktop.kafka.client_settings import KafkaSettingError
from mwk_desktop.kafka.since import NOW, Since
from mwk_desktop.kafka.topic_admin import create_topic
from mwk_desktop.kafka.topic_source import KafkaSource


def texts(collector: Any) -> list[str]:
    return sorted(tweet.text for tweet in collector.tweets)


def test_all_partitions_from_the_beginning(
    kafka: Any, topic: str, send: Any, collector: Any, open_source: Any, until: Any
) -> None:
    sent = [f"drum {n}" for n in range(100)]
    send(topic, sent, (0, 1, 2, 3))
    source = open_source(kafka, topic)
    until(lambda: len(collector.tweets) == 100)
    assert texts(collector) == sorted(sent)
    assert collector.offsets == dict.fromkeys(range(4), 25)
    assert collector.links == ["connected"]
    until(lambda: source.progress.caught_up)
    assert source.progress.total == 100
    batch = collector.deliveries[1].batch
    assert batch.records[0].topic == topic
    assert batch.records[0].arrival_ms == batch.arrivals_ms[0]
    assert len(batch.records) == len(batch.events_ms) == len(batch.record_ms)


def test_the_first_delivery_pins_the_start(
    kafka: Any, topic: str, send: Any, collector: Any, open_source: Any, until: Any
) -> None:
    send(topic, ["before"] * 3)
    open_source(kafka, topic, since=NOW)
    until(lambda: collector.deliveries)
    assert collector.deliveries[0].next_offsets == {0: 3, 1: 0, 2: 0, 3: 0}
    assert collector.deliveries[0].batch.tweets == []
    send(topic, ["after"])
    until(lambda: collector.tweets)
    assert texts(collector) == ["after"]


def test_since_a_time(kafka: Any, topic: str, collector: Any, open_source: Any, until: Any) -> None:
    producer = Producer(kafka)
    value = b'{"Text":"at %d","User":{"ScreenName":"a"}}'
    for t_ms in (1_600_000_000_000, 1_600_000_100_000, 1_600_000_200_000):
        producer.produce(topic, value % t_ms, partition=1, timestamp=t_ms)
    assert producer.flush(10) == 0
    open_source(kafka, topic, since=Since(1_600_000_050_000))
    until(lambda: len(collector.tweets) == 2)
    assert texts(collector) == ["at 1600000100000", "at 1600000200000"]
    assert collector.deliveries[0].next_offsets == {0: 0, 1: 1, 2: 0, 3: 0}
    events = [each for delivery in collector.deliveries for each in delivery.batch.events_ms]
    assert events == [1_600_000_100_000, 1_600_000_200_000]


def test_resume_at_the_offsets_of_the_store(
    kafka: Any, topic: str, send: Any, collector: Any, open_source: Any, until: Any
) -> None:
    send(topic, [str(n) for n in range(8)], (0, 1))
    open_source(kafka, topic, next_offsets={0: 3, 1: 2}, since=NOW)
    until(lambda: len(collector.tweets) == 3)
    assert texts(collector) == ["5", "6", "7"]
    # Partitions that a resumed show never saw are new: from their beginning, whatever --since says.
    send(topic, ["new"], (3,))
    until(lambda: len(collector.tweets) == 4)
    assert collector.offsets == {0: 4, 1: 4, 2: 0, 3: 1}


def test_partitions_added_during_a_show(
    kafka: Any, topic: str, send: Any, collector: Any, open_source: Any, until: Any
) -> None:
    open_source(kafka, topic, since=NOW)
    until(lambda: collector.deliveries)
    admin = AdminClient(kafka)
    admin.create_partitions([NewPartitions(topic, 6)])[topic].result(10)
    # The controller has decided it; a producer asks the broker, who hears of it a moment later.
    until(lambda: len(admin.list_topics(topic, timeout=60).topics[topic].partitions) == 6)
    send(topic, ["four", "five"], (4, 5))
    until(lambda: len(collector.tweets) == 2)
    assert collector.offsets == {0: 0, 1: 0, 2: 0, 3: 0, 4: 1, 5: 1}


def test_garbage_is_counted_and_named(
    kafka: Any, topic: str, collector: Any, open_source: Any, until: Any
) -> None:
    producer = Producer({**kafka, "linger.ms": 50})
    producer.produce(topic, b'{"Text":"fine","User":{"ScreenName":"a"}}', partition=2)
    producer.produce(topic, None, partition=2, key=b"k")
    for _ in range(50):
        producer.produce(topic, b"\xff{", partition=2, headers=[("h", b"\xfe"), ("h", None)])
    assert producer.flush(10) == 0
    open_source(kafka, topic)
    until(lambda: len(collector.tweets) == 52)
    assert [tweet is None for tweet in collector.tweets] == [False] + [True] * 51
    errors = [str(error) for delivery in collector.deliveries for error in delivery.batch.errors]
    assert errors[0] == f"{topic}[2] offset 1: a tombstone, no value"
    assert errors[1].startswith(f"{topic}[2] offset 2: ")
    records = [record for delivery in collector.deliveries for record in delivery.batch.records]
    assert records[1].value is None
    assert records[1].key == b"k"
    assert records[2].value == b"\xff{"
    assert records[2].headers == (("h", b"\xfe"), ("h", None))


def test_a_time_in_the_future_becomes_the_arrival(
    kafka: Any, topic: str, collector: Any, open_source: Any, until: Any
) -> None:
    # Kafka 4 refuses a time more than an hour ahead unless the topic allows it.
    topic += "-wild"
    create_topic(kafka, topic, config={"message.timestamp.after.max.ms": str(2**62)})
    producer = Producer(kafka)
    value = b'{"Text":"x","CreatedAt":1523450010123,"User":{"ScreenName":"a"}}'
    for t_ms in (4_000_000_000_000, 1_523_450_010):
        producer.produce(topic, value, partition=0, timestamp=t_ms)
    assert producer.flush(10) == 0
    open_source(kafka, topic, clock_ms=lambda: 1_700_000_000_000)
    until(lambda: len(collector.tweets) == 2)
    batches = [delivery.batch for delivery in collector.deliveries]
    events = [event for batch in batches for event in batch.events_ms]
    assert events == [1_700_000_000_000, 1_523_450_010_123]
    assert [t for batch in batches for t in batch.record_ms] == [4_000_000_000_000, 1_523_450_010]


def test_no_room_holds_the_source_back_and_loses_nothing(
    kafka: Any, topic: str, send: Any, collector: Any, open_source: Any, until: Any
) -> None:
    collector.room = False
    send(topic, [f"{n:05}" for n in range(3000)], (0, 1, 2, 3))
    source = open_source(kafka, topic)
    until(lambda: collector.offered > 20)
    assert collector.deliveries == []
    collector.room = True
    until(lambda: len(collector.tweets) == 3000)
    assert texts(collector) == [f"{n:05}" for n in range(3000)]
    assert source.state.ok


def test_what_was_refused_at_the_stop_is_not_counted(
    kafka: Any, topic: str, send: Any, collector: Any, open_source: Any, until: Any
) -> None:
    source = open_source(kafka, topic)
    until(lambda: collector.deliveries)
    collector.room = False
    before = collector.offered
    send(topic, ["late"])
    until(lambda: collector.offered > before)
    assert source.stop_reading(60.0)
    assert source.stop(60.0)
    assert collector.offsets == dict.fromkeys(range(4), 0)
    assert collector.links == ["connected", "stopped"]


def test_the_group_sees_what_the_store_committed(
    kafka: Any, topic: str, send: Any, collector: Any, open_source: Any, until: Any
) -> None:
    properties = {**kafka, "group.id": f"g-{topic}"}
    send(topic, ["drum"] * 10)
    source = open_source(properties, topic)
    until(lambda: len(collector.tweets) == 10)
    until(lambda: source.lag == 0)
    source.committed({0: 4})
    until(lambda: source.lag == 6)
    source.stop_reading()
    source.committed({0: 10, 1: 0, 2: 0, 3: 0})
    watcher = Consumer(properties)
    places = [TopicPartition(topic, 0), TopicPartition(topic, 1)]

    def seen() -> list[int]:
        return [entry.offset for entry in watcher.committed(places, timeout=60)]

    until(lambda: seen() == [10, 0], otherwise=seen)
    assert source.stop(60.0)
    assert seen() == [10, 0]
    watcher.close()


def test_transactions(kafka: Any, topic: str, collector: Any, open_source: Any, until: Any) -> None:
    producer = Producer({**kafka, "transactional.id": topic})
    producer.init_transactions(20)
    for text, commit in (("yes", True), ("no", False), ("again", True)):
        producer.begin_transaction()
        producer.produce(
            topic, b'{"Text":"%s","User":{"ScreenName":"a"}}' % text.encode(), partition=0
        )
        assert producer.flush(20) == 0  # an abort would drop what was not sent yet
        (producer.commit_transaction if commit else producer.abort_transaction)(20)
    source = open_source({**kafka, "isolation.level": "read_committed"}, topic)
    until(lambda: len(collector.tweets) == 2)
    assert texts(collector) == ["again", "yes"]
    # The marker after the last record is read over, or the lag would stay at 1 for ever.
    until(lambda: source.lag == 0)
    assert collector.offsets[0] == 6


def test_a_refused_property_is_named(kafka: Any) -> None:
    source = KafkaSource({**kafka, "fetch.min.bytez": 1}, "t", lambda _: True)
    with pytest.raises(KafkaSettingError, match=r"\[kafka\] fetch.min.bytez: no such property"):
        source.start()
    assert source.stop()


def test_creating_a_topic_twice(kafka: Any, topic: str) -> None:
    assert create_topic(kafka, topic) is False

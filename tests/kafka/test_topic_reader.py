"""What a source's thread does beside traffic, with a topic that is made up."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

import pytest
from confluent_kafka import KafkaError, KafkaException, Message

from mwk_desktop.kafka import (
    source_thread,
    stalled_partitions,
    topic_reader,
    unreadable_batches,
)
from mwk_desktop.kafka.connection_state import Link
from mwk_desktop.kafka.since import NOW
from mwk_desktop.kafka.source_thread import SourceThread
from mwk_desktop.kafka.topic_facts import TopicFacts
from mwk_desktop.kafka.topic_source import KafkaSource
from mwk_desktop.records.batch import Delivery
from tests.show.soak_topic import TOPIC, LogConsumer, Posted, SoakTopic
from tests.support import wait_for

NOW_MS = 1_700_000_000_000
TWEET = b'{"Text": "drum", "User": {"ScreenName": "ana"}}'
KAFKA = {"bootstrap.servers": "nowhere:9092"}


def tweet() -> Posted:
    return Posted(TWEET, 1, NOW_MS, NOW_MS)


class Collected:
    """What a source delivered: (partition, offset), and how much of it was no tweet."""

    def __init__(self) -> None:
        self.places: list[tuple[int, int]] = []
        self.malformed = 0

    def __call__(self, delivery: Delivery) -> bool:
        self.places += [(each.partition, each.offset) for each in delivery.batch.records]
        self.malformed += delivery.batch.tweets.count(None)
        return True


class SilentConsumer(LogConsumer):
    """Says nothing of a batch that it cannot read; asks for it for ever."""

    def _say(self, number: int, at: int, code: int, text: str, *, stuck: bool = True) -> None:
        if code == KafkaError._BAD_COMPRESSION:
            self._stuck.add(number)
        else:
            super()._say(number, at, code, text, stuck=stuck)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Start a source on a made-up topic; it ends with the test."""
    sources: list[KafkaSource] = []

    def start(
        topic: SoakTopic,
        make: type[LogConsumer],
        wait: Callable[[], None],
        found: Collected,
        **more: Any,
    ) -> KafkaSource:
        def opened(*_: Any, **callbacks: Any) -> LogConsumer:
            consumer = make(topic, callbacks, wait)
            consumer.report()
            return consumer

        facts = TopicFacts(topic.id)
        monkeypatch.setattr(topic_reader, "describe_topic", lambda *_, **__: facts)
        monkeypatch.setattr(source_thread, "open_consumer", opened)
        source = KafkaSource(KAFKA, TOPIC, found, clock_ms=lambda: NOW_MS, **more)
        sources.append(source)
        source.start()
        return source

    yield start
    for source in sources:
        source.stop()


def test_a_silent_damage_is_found_beside_traffic(
    read: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    topic, found = SoakTopic(2), Collected()
    quiet = topic.logs[1]
    for _ in range(3):
        quiet.append(tweet())
    quiet.damage(3)
    quiet.append(tweet())
    monkeypatch.setattr(stalled_partitions, "STALL_S", 0.0)
    monkeypatch.setattr(unreadable_batches, "find_next_batch", lambda *_: 3)
    # Whenever there is nothing to read, somebody votes: a poll never comes back without a record.
    read(topic, SilentConsumer, lambda: topic.logs[0].append(tweet()), found)
    wait_for(lambda: (1, 3) in found.places)
    assert found.malformed == 3


def test_a_stall_without_an_answer_does_not_hold_up_the_others(
    read: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    topic, found, asked = SoakTopic(2), Collected(), []
    topic.logs[1].append(tweet())
    topic.logs[1].damage(1)
    monkeypatch.setattr(stalled_partitions, "STALL_S", 0.0)
    monkeypatch.setattr(unreadable_batches, "find_next_batch", lambda *args: asked.append(args[2]))
    read(topic, SilentConsumer, lambda: topic.logs[0].append(tweet()), found)
    wait_for(lambda: asked and (0, 200) in found.places)
    assert set(asked) == {1}


def test_a_partition_that_only_hesitates_loses_nothing(
    read: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    topic, found, assigned = SoakTopic(1), Collected(), [0]
    for _ in range(3):
        topic.logs[0].append(tweet())

    class Hesitating(LogConsumer):
        """Gives nothing until it was assigned for the fourth time (a quota, a slow disk)."""

        def incremental_assign(self, places: Any) -> None:
            super().incremental_assign(places)
            assigned[0] += 1
            if assigned[0] < 4:
                self._stuck.update(self.positions)

    monkeypatch.setattr(stalled_partitions, "STALL_S", 0.0)
    monkeypatch.setattr(
        unreadable_batches, "find_next_batch", lambda *args: args[3]
    )  # it can be read
    read(topic, Hesitating, lambda: None, found)
    wait_for(lambda: (0, 2) in found.places)
    assert found.places == [(0, 0), (0, 1), (0, 2)]
    assert found.malformed == 0


def test_what_came_before_a_reset_is_not_read_again(read: Any) -> None:
    topic, found, resets = SoakTopic(1), Collected(), [0]
    for _ in range(3):
        topic.logs[0].append(tweet())

    class Resetting(LogConsumer):
        """After the first records the place is not found, in the same answer; then it is back."""

        def consume(self, count: int, timeout: float) -> list[Message]:
            messages = super().consume(count, timeout)
            if self.positions.get(0) == 3 and not resets[0]:
                resets[0] = 1
                self._say(0, 3, KafkaError._AUTO_OFFSET_RESET, "offset not available")
                messages.append(self._events.pop())
            return messages

    def more() -> None:
        if resets[0] and topic.logs[0].end < 5:
            topic.logs[0].append(tweet())

    read(topic, Resetting, more, found)
    wait_for(lambda: (0, 4) in found.places)
    assert resets == [1]
    assert found.places == [(0, offset) for offset in range(5)]


def test_a_partition_without_a_leader_holds_up_no_other(
    read: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    topic, found = SoakTopic(2), Collected()
    for log in topic.logs.values():
        log.append(tweet())
    topic.logs[1].leader = -1
    monkeypatch.setattr(topic_reader, "NEW_S", 0.0)

    def world() -> None:
        """The first partition goes on; then the other one finds a leader."""
        topic.logs[0].append(tweet())
        if topic.logs[0].end == 50:
            topic.logs[1].append(tweet())
            topic.logs[1].leader = 1
            consumers[-1].report()
        if topic.logs[0].end > 100 and topic.logs[1].end == 2:
            topic.logs[1].append(tweet())

    consumers: list[LogConsumer] = []

    class Kept(LogConsumer):
        def __init__(self, *args: Any) -> None:
            super().__init__(*args)
            consumers.append(self)

    source = read(topic, Kept, world, found, since=NOW)
    wait_for(lambda: (1, 2) in found.places and (0, 100) in found.places)
    # It had no leader at the start, and is no new partition: it begins now, when it has one.
    assert [at for number, at in found.places if number == 1] == [2]
    assert "No broker leads partition 1" in str(source.state.remark)


def test_behind_damage_is_looked_while_other_partitions_are_read(
    read: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    topic, found = SoakTopic(2), Collected()
    topic.logs[1].append(tweet())
    topic.logs[1].damage(1)
    topic.logs[1].append(tweet())
    others_read = threading.Event()

    def looks_until_others_are_read(*_: Any) -> int | None:
        return 1 if others_read.wait(60) else None

    monkeypatch.setattr(unreadable_batches, "find_next_batch", looks_until_others_are_read)
    read(topic, LogConsumer, lambda: topic.logs[0].append(tweet()), found)
    wait_for(lambda: (0, 200) in found.places)
    assert (1, 1) not in found.places
    others_read.set()
    wait_for(lambda: (1, 1) in found.places)
    assert found.malformed == 1


def test_ending_waits_neither_for_a_search_nor_for_a_restart(
    read: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    never = threading.Event()
    topic = SoakTopic(1)
    topic.logs[0].append(tweet())
    topic.logs[0].damage(1)
    monkeypatch.setattr(
        unreadable_batches, "find_next_batch", lambda *args: never.set() or args[4].wait(60)
    )
    source = read(topic, LogConsumer, lambda: None, Collected())
    wait_for(never.is_set)
    assert source.stop_reading(30.0)  # a search lasts twice as long
    assert source.stop(30.0)

    def fails(_: Delivery) -> bool:
        raise RuntimeError("no")

    monkeypatch.setattr(source_thread, "RESTART_S", 60.0)
    source = read(SoakTopic(1), LogConsumer, lambda: None, fails)
    wait_for(lambda: "it begins again" in str(source.state.remark))
    assert source.stop_reading(30.0)
    wait_for(lambda: source.ended)


def test_a_broker_that_is_slower_than_half_a_second_is_heard(read: Any) -> None:
    topic, found, asked = SoakTopic(1), Collected(), []
    topic.logs[0].append(tweet())

    class Slow(LogConsumer):
        """Answers after a second and a half."""

        def list_topics(self, topic: str, timeout: float) -> Any:
            asked.append(timeout)
            if timeout < 1.5:
                raise KafkaException(KafkaError(KafkaError._TIMED_OUT))
            return super().list_topics(topic, timeout)

    read(topic, Slow, lambda: None, found)
    wait_for(lambda: (0, 0) in found.places)
    assert asked[0] == 0.5
    assert max(asked) == 2.0


def test_a_client_that_cannot_be_opened_at_once_is_opened_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened = [0]

    class Source(SourceThread):
        fails = True

        def _read_to_the_end(self, consumer: Any) -> None:
            if self.fails:
                self.fails = False
                self._close_client()
                raise KafkaException(KafkaError(KafkaError._FAIL, "too many open files"))

        def _open(self, **more: Any) -> None:
            opened[0] += 1
            if 1 < opened[0] < 4:  # after the pause it fails again, and again
                raise KafkaException(KafkaError(KafkaError._FAIL, "still too many open files"))
            super()._open(**more)

        def _on_error(self, error: KafkaError) -> None: ...

        def _on_stats(self, text: str) -> None: ...

        def begin(self) -> None:
            self._open()
            self._run()

    consumer = LogConsumer(SoakTopic(1), {}, lambda: None)
    monkeypatch.setattr(source_thread, "open_consumer", lambda *_, **__: consumer)
    monkeypatch.setattr(source_thread, "RESTART_S", 0.0)
    source = Source(
        KAFKA,
        "",
        name="test",
        log=logging.getLogger(topic_reader.__name__),
        on_state=None,
        clock_ms=lambda: NOW_MS,
        client_id="test",
    )
    source.begin()
    assert source.state.link is Link.STOPPED
    assert opened == [4]

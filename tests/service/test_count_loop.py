"""What the count loop does with ends of partitions and damaged batches, without Kafka."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from typing import Any
from unittest.mock import Mock

import pytest
from confluent_kafka import KafkaError, KafkaException, Message, TopicPartition

from mwk_desktop.kafka.message_decoding import Passed
from mwk_desktop.kafka.topic_facts import TopicFacts
from mwk_desktop.service import count_loop, partition_takeover
from mwk_desktop.service.count_loop import CountLoop
from mwk_desktop.service.partials import PartialHead
from mwk_desktop.topics import INPUT_TOPIC
from mwk_desktop.topology.counting_rules import CountingRules
from tests.support import T0_MS


class LoopBench:
    """A loop that is given partitions, and a consumer that gives what a test's script wants."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.consumer = Mock()
        self.consumer.consume.side_effect = self._consume
        self.consumer.get_watermark_offsets.return_value = (0, 100)
        self.leaders = {0: 1}
        self.consumer.list_topics.side_effect = self._list_topics
        monkeypatch.setattr(count_loop, "open_consumer", lambda *_, **__: self.consumer)
        monkeypatch.setattr(partition_takeover, "open_transactions", Mock())
        monkeypatch.setattr(count_loop, "MessageWriter", Mock())
        self.written: list[str] = []
        """What was written for good, in order."""
        monkeypatch.setattr(partition_takeover, "read_to_end", lambda *_: [])
        monkeypatch.setattr(count_loop, "describe_topic", lambda *_: TopicFacts())
        monkeypatch.setattr(count_loop, "COMMIT_S", 0.0)
        topics = Mock(input=INPUT_TOPIC)
        self.passed: list[Passed] = []
        self._stop = threading.Event()
        self._loop = CountLoop(
            topics, CountingRules(), 0, self._stop, self.passed.append, lambda _: None
        )
        self._script: Iterator[list[Message]] = iter(())
        producer = partition_takeover.open_transactions.return_value  # type: ignore[attr-defined]
        producer.commit_transaction.side_effect = lambda _: self.written.append("counts")
        self._loop.messages.flush.side_effect = lambda: self.written.append("messages")  # type: ignore[attr-defined]

    def fail_to_write(self, error: Exception) -> None:
        """Let no message be written."""
        self._loop.messages.flush.side_effect = error  # type: ignore[attr-defined]

    def run(self, script: Iterator[list[Message]]) -> None:
        """Until the script ends; what it yields is read, and windows are looked at behind it."""
        self._script = script
        self._loop.run()

    def _list_topics(self, *_: object, **__: object) -> Mock:
        partitions = {number: Mock(leader=leader) for number, leader in self.leaders.items()}
        return Mock(topics={INPUT_TOPIC: Mock(error=None, partitions=partitions)})

    def _consume(self, *_: object) -> list[Message]:
        if not self._loop.heads:
            places = [TopicPartition(INPUT_TOPIC, number) for number in self.leaders]
            self.consumer.subscribe.call_args.kwargs["on_assign"](self.consumer, places)
        found = next(self._script, None)
        if found is None:
            self._stop.set()
        return found or []

    @property
    def heads(self) -> dict[int, PartialHead]:
        """How far each partition is, and what it counted."""
        return self._loop.heads

    @property
    def head(self) -> PartialHead:
        """The same of the first partition."""
        return self.heads[0]

    @property
    def sought(self) -> list[int]:
        """Offsets that the consumer was sent to."""
        places: list[TopicPartition] = [call.args[0] for call in self.consumer.seek.mock_calls]
        return [place.offset for place in places]

    def until_sought(self, times: int) -> Iterator[list[Message]]:
        """Nothing to read, until the consumer was sent on so often."""
        while len(self.sought) < times:
            yield []


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> LoopBench:
    return LoopBench(monkeypatch)


def record(offset: int, partition: int = 0) -> Message:
    """A tweet without an id: nothing but its offset tells that it was counted."""
    value = json.dumps({"Text": "drum1", "User": {"ScreenName": "monty"}}).encode()
    more: dict[str, Any] = {"timestamp": (1, T0_MS), "value": value}
    return Message(topic=INPUT_TOPIC, partition=partition, offset=offset, **more)


def event(offset: int, code: int) -> Message:
    return Message(topic=INPUT_TOPIC, partition=0, offset=offset, error=KafkaError(code))


def test_an_end_from_before_the_window_ended_passes_no_window(bench: LoopBench) -> None:
    bench.consumer.get_watermark_offsets.return_value = (0, 3)

    def script() -> Iterator[list[Message]]:
        yield [record(0)]
        yield [event(1, KafkaError._PARTITION_EOF)]  # it waited in the client's queue
        assert bench.head.passed_ms < 0
        # At 2 there is a transaction's mark.
        yield [record(1), event(3, KafkaError._PARTITION_EOF)]
        assert bench.head.passed_ms > 0

    bench.run(script())


def test_a_partition_without_a_leader_holds_up_no_other(bench: LoopBench) -> None:
    def ends(place: TopicPartition, *, timeout: float = 0.0, cached: bool = False) -> Any:
        if place.partition == 0 and not cached:  # after a wait
            raise KafkaException(KafkaError(KafkaError._TIMED_OUT))
        return 0, 1

    bench.leaders = {0: -1, 1: 1}
    bench.consumer.get_watermark_offsets.side_effect = ends

    def script() -> Iterator[list[Message]]:
        yield [record(0, partition=1)]
        assert bench.heads[1].passed_ms > 0
        assert bench.heads[0].passed_ms < 0
        bench.leaders[0] = 1
        bench.consumer.get_watermark_offsets.side_effect = None
        bench.consumer.get_watermark_offsets.return_value = (0, 1)
        yield [record(0)]
        assert bench.heads[0].passed_ms > 0

    bench.run(script())


def test_what_follows_a_damaged_batch_is_counted_once(
    bench: LoopBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(count_loop, "find_next_batch", lambda *_: 20)

    def script() -> Iterator[list[Message]]:
        damage = event(10, KafkaError._BAD_MSG)
        yield [record(9), damage, record(20), event(21, KafkaError._PARTITION_EOF)]
        yield from bench.until_sought(1)
        assert bench.sought == [20]
        assert bench.head.next_offset == 20
        yield [record(20)]
        assert (bench.head.tweets, bench.head.malformed) == (2, 10)

    bench.run(script())


def test_a_batch_that_can_be_read_now_is_not_passed_by(
    bench: LoopBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(count_loop, "find_next_batch", lambda *_: 10)

    def script() -> Iterator[list[Message]]:
        yield [record(9), event(10, KafkaError._BAD_MSG)]
        yield from bench.until_sought(1)
        assert bench.sought == [10]
        assert (bench.passed, bench.head.next_offset) == ([], 10)
        yield [event(10, KafkaError._BAD_MSG)]  # again: it can be read there, and not here
        yield from bench.until_sought(2)
        assert bench.sought == [10, 11]
        assert len(bench.passed) == 1
        assert bench.head.malformed == 1

    bench.run(script())


def test_others_are_counted_while_the_end_of_a_damaged_batch_is_searched(
    bench: LoopBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = threading.Event()
    bench.leaders = {0: 1, 1: 1}

    def search(*_: object) -> int:
        assert found.wait(60)
        return 20

    monkeypatch.setattr(count_loop, "find_next_batch", search)

    def script() -> Iterator[list[Message]]:
        yield [record(9), event(10, KafkaError._BAD_MSG)]
        (paused,) = bench.consumer.pause.call_args.args[0]
        assert paused.partition == 0
        yield [record(3, partition=1), record(20), event(10, KafkaError._BAD_MSG)]
        assert (bench.heads[1].tweets, bench.head.tweets) == (1, 1)
        assert bench.sought == []
        found.set()
        yield from bench.until_sought(1)
        assert bench.sought == [20]
        bench.consumer.resume.assert_called_once()
        yield [record(20)]
        assert (bench.head.tweets, bench.head.malformed) == (2, 10)

    bench.run(script())


def test_messages_are_written_before_their_tweets_are_committed(bench: LoopBench) -> None:
    """Whoever takes over after a kill sends the messages of what is not committed, and no other."""

    def script() -> Iterator[list[Message]]:
        yield [record(0)]
        assert bench.written == ["messages", "counts"]

    bench.run(script())


def test_tweets_are_not_committed_without_their_messages(bench: LoopBench) -> None:
    bench.fail_to_write(KafkaException(KafkaError(KafkaError._TIMED_OUT)))

    def script() -> Iterator[list[Message]]:
        yield [record(0)]

    with pytest.raises(KafkaException):
        bench.run(script())
    assert bench.written == []


def test_a_flood_is_committed_less_often(bench: LoopBench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(count_loop, "BATCH", 2)
    monkeypatch.setattr(count_loop, "FLOOD_COMMIT_S", 3_600.0)

    def script() -> Iterator[list[Message]]:
        yield [record(0), record(1)]
        yield [record(2), record(3)]
        assert bench.written == []
        yield [record(4)]  # no more than that is waiting
        assert bench.written == ["messages", "counts"]

    bench.run(script())

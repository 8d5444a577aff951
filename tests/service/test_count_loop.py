"""What the count loop does with ends of partitions and damaged batches, without Kafka."""

from __future__ import annotations

import json
import threading
from typing import Any
from unittest.mock import Mock

import pytest
from confluent_kafka import KafkaError, Message, TopicPartition

from mwk_desktop.kafka.message_decoding import Passed
from mwk_desktop.service import count_loop
from mwk_desktop.service.count_loop import CountLoop
from mwk_desktop.service.group_topics import GroupTopics
from mwk_desktop.service.partition_counting import PartitionCounting
from mwk_desktop.topics import INPUT_TOPIC
from mwk_desktop.topology.counting_rules import CountingRules
from tests.support import T0_MS


class LoopBench:
    """A loop that has partition 0, and a consumer that gives what a test wants."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.consumer = Mock()
        monkeypatch.setattr(count_loop, "open_consumer", lambda *_, **__: self.consumer)
        monkeypatch.setattr(count_loop, "MessageWriter", Mock())
        self.passed: list[Passed] = []
        topics = GroupTopics({})
        rules = CountingRules()
        self.loop = CountLoop(topics, rules, 0, threading.Event(), self.passed.append)
        self.counting = PartitionCounting(rules)
        self.loop._owned[0] = count_loop._Owned(self.counting, Mock())

    def read(self, *messages: Message) -> None:
        self.consumer.consume.return_value = list(messages)
        self.loop._read()

    @property
    def sought(self) -> list[int]:
        """Offsets that the consumer was sent to."""
        places: list[TopicPartition] = [call.args[0] for call in self.consumer.seek.mock_calls]
        return [place.offset for place in places]


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> LoopBench:
    return LoopBench(monkeypatch)


def record(offset: int) -> Message:
    """A tweet without an id: nothing but its offset tells that it was counted."""
    value = json.dumps({"Text": "drum1", "User": {"ScreenName": "monty"}}).encode()
    more: dict[str, Any] = {"timestamp": (1, T0_MS), "value": value}
    return Message(topic=INPUT_TOPIC, partition=0, offset=offset, **more)


def event(offset: int, code: int) -> Message:
    return Message(topic=INPUT_TOPIC, partition=0, offset=offset, error=KafkaError(code))


def test_an_end_from_before_the_window_ended_passes_no_window(bench: LoopBench) -> None:
    bench.read(record(0))
    bench.consumer.get_watermark_offsets.return_value = (0, 3)
    bench.loop._pass_windows()
    bench.read(event(1, KafkaError._PARTITION_EOF))  # it waited in the client's queue
    bench.loop._pass_windows()
    assert bench.counting.passed_ms < 0
    bench.read(record(1))
    bench.read(event(3, KafkaError._PARTITION_EOF))  # at 2 there is a transaction's mark
    bench.loop._pass_windows()
    assert bench.counting.passed_ms > 0


def test_what_follows_a_damaged_batch_is_counted_once(
    bench: LoopBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(count_loop, "find_next_batch", lambda *_: 20)
    damage = event(10, KafkaError._BAD_MSG)
    bench.read(record(9), damage, record(20), event(21, KafkaError._PARTITION_EOF))
    assert bench.sought == [20]
    assert bench.counting.next_offset == 20
    bench.read(record(20))
    assert (bench.counting.head.tweets, bench.counting.head.malformed) == (2, 10)


def test_a_batch_that_can_be_read_now_is_not_passed_by(
    bench: LoopBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(count_loop, "find_next_batch", lambda *_: 10)
    bench.read(record(9), event(10, KafkaError._BAD_MSG))
    assert bench.sought == [10]
    assert (bench.passed, bench.counting.next_offset) == ([], 10)
    bench.read(event(10, KafkaError._BAD_MSG))  # again: it can be read there, and not here
    assert bench.sought == [10, 11]
    assert len(bench.passed) == 1
    assert bench.counting.head.malformed == 1

"""Where each partition is read from, against a consumer that answers from a table."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest
from confluent_kafka import KafkaError, KafkaException, TopicPartition

from mwk_desktop.kafka.connection_state import LostHistory
from mwk_desktop.kafka.positions import (
    FoundPartitions,
    assign,
    find_partitions,
    resolve_positions,
)
from mwk_desktop.kafka.since import BEGINNING, EARLIEST_OFFSET, LATEST_OFFSET, NOW, Since

TOPIC = "t"
LOWS, HIGHS = {0: 10, 1: 0, 2: 5}, {0: 100, 1: 50, 2: 5}
AT_NOON = {0: 60, 1: -1, 2: 7}
NOON_MS = 1_523_440_800_000


@dataclass
class TableConsumer:
    """Answers as a broker does whose partitions hold ``LOWS`` to ``HIGHS``."""

    error: KafkaError | None = None
    topics: dict[str, Any] = field(default_factory=dict)
    asked: list[tuple[int, list[int], float]] = field(default_factory=list)
    calls: list[tuple[str, list[tuple[str, int, int]]]] = field(default_factory=list)

    def offsets_for_times(
        self, parts: list[TopicPartition], timeout: float
    ) -> list[TopicPartition | SimpleNamespace]:
        (t_ms,) = {part.offset for part in parts}
        self.asked.append((t_ms, [part.partition for part in parts], timeout))
        table = {EARLIEST_OFFSET: LOWS, LATEST_OFFSET: HIGHS, NOON_MS: AT_NOON}[t_ms]
        assert {part.topic for part in parts} == {TOPIC}
        return [
            SimpleNamespace(partition=p.partition, offset=table[p.partition], error=self.error)
            for p in parts
        ]

    def list_topics(self, topic: str, timeout: float) -> Any:
        if self.error is not None:
            raise KafkaException(self.error)
        assert (topic, timeout) == (TOPIC, 3.0)
        return SimpleNamespace(topics=self.topics)

    def incremental_assign(self, parts: list[TopicPartition]) -> None:
        self.calls.append(("assign", [(p.topic, p.partition, p.offset) for p in parts]))

    def incremental_unassign(self, parts: list[TopicPartition]) -> None:
        self.calls.append(("unassign", [(p.topic, p.partition, 0) for p in parts]))


def resolved(
    next_offsets: dict[int, int], since: Since, recreated: bool = False
) -> tuple[dict[int, int], tuple[LostHistory, ...]]:
    consumer: Any = TableConsumer()
    found = resolve_positions(consumer, TOPIC, {2, 0, 1}, next_offsets, since, 3.0, recreated)
    assert (found.lows, found.ends) == (LOWS, HIGHS)
    assert {timeout for _, _, timeout in consumer.asked} == {3.0}
    return found.starts, found.lost


@pytest.mark.parametrize(
    ("since", "starts"),
    [
        (BEGINNING, LOWS),
        (NOW, HIGHS),
        (Since(NOON_MS), {0: 60, 1: 50, 2: 7}),  # nothing in partition 1 is that young: its end
    ],
)
def test_a_new_show_begins_where_it_was_told(since: Since, starts: dict[int, int]) -> None:
    assert resolved({}, since) == (starts, ())


@pytest.mark.parametrize("since", [BEGINNING, NOW, Since(NOON_MS)])
@pytest.mark.parametrize("at", [10, 55, 100])
def test_a_show_goes_on_at_its_next_offsets(since: Since, at: int) -> None:
    assert resolved({0: at, 1: 0, 2: 5}, since) == ({0: at, 1: 0, 2: 5}, ())


def test_a_time_is_looked_up_only_for_partitions_that_are_new() -> None:
    consumer: Any = TableConsumer()
    resolve_positions(consumer, TOPIC, [0, 1, 2], {0: 20, 1: 3}, Since(NOON_MS), 3.0)
    assert consumer.asked[2:] == [(NOON_MS, [2], 3.0)]
    consumer = TableConsumer()
    resolve_positions(consumer, TOPIC, [0, 1, 2], {0: 20, 1: 3, 2: 5}, Since(NOON_MS), 3.0)
    assert [t_ms for t_ms, _, _ in consumer.asked] == [EARLIEST_OFFSET, LATEST_OFFSET]
    consumer = TableConsumer()
    assert resolve_positions(consumer, TOPIC, [], {}, Since(NOON_MS), 3.0).starts == {}
    assert consumer.asked == []


@pytest.mark.parametrize("at", [9, 101])
def test_history_that_the_topic_does_not_hold_is_lost(at: int) -> None:
    starts, lost = resolved({0: at, 1: 7}, BEGINNING)
    assert starts == {1: 7, 2: 5}
    (one,) = lost
    assert (one.partition, one.next_offset, one.recreated) == (0, at, False)
    assert (one.low, one.high) == (10, 100)


def test_a_topic_made_again_has_lost_everything_that_was_read() -> None:
    starts, lost = resolved({0: 50, 1: 7}, NOW, recreated=True)
    assert starts == {2: 5}
    assert [(one.partition, one.next_offset, one.recreated) for one in lost] == [
        (0, 50, True),
        (1, 7, True),
    ]


def test_an_error_of_a_partition_is_raised() -> None:
    refused = KafkaError(KafkaError.TOPIC_AUTHORIZATION_FAILED)
    consumer: Any = TableConsumer(error=refused)
    with pytest.raises(KafkaException) as caught:
        resolve_positions(consumer, TOPIC, [0], {}, BEGINNING, 3.0)
    assert caught.value.args[0] is refused


def test_partitions_of_a_topic() -> None:
    consumer: Any = TableConsumer()
    led, unled = SimpleNamespace(leader=1), SimpleNamespace(leader=-1)

    def found(partitions: dict[int, Any], error: KafkaError | None = None) -> FoundPartitions:
        consumer.topics = {TOPIC: SimpleNamespace(error=error, partitions=partitions)}
        return find_partitions(consumer, TOPIC, 3.0)

    missing = find_partitions(consumer, TOPIC, 3.0)
    assert missing == FoundPartitions(code=KafkaError.UNKNOWN_TOPIC_OR_PART)
    assert found({0: led, 3: led}) == FoundPartitions(frozenset([0, 3]))
    assert found({0: unled, 3: led}) == FoundPartitions(frozenset([3]), frozenset([0]))
    nobody = FoundPartitions(frozenset(), frozenset([0]), KafkaError.LEADER_NOT_AVAILABLE)
    assert found({0: unled}) == nobody
    refused = KafkaError(KafkaError.TOPIC_AUTHORIZATION_FAILED)
    assert found({0: led}, refused) == FoundPartitions(code=KafkaError.TOPIC_AUTHORIZATION_FAILED)
    silent: Any = TableConsumer(error=KafkaError(KafkaError._TIMED_OUT))
    assert find_partitions(silent, TOPIC, 3.0) == FoundPartitions()


def test_what_is_assigned_already_is_assigned_again() -> None:
    consumer: Any = TableConsumer()
    assigned = {1}
    assign(consumer, TOPIC, {2: 5, 0: 10}, assigned)
    assert consumer.calls == [("assign", [(TOPIC, 0, 10), (TOPIC, 2, 5)])]
    assert assigned == {0, 1, 2}
    consumer.calls.clear()
    assign(consumer, TOPIC, {2: 9, 1: 8}, assigned)
    assert consumer.calls == [
        ("unassign", [(TOPIC, 1, 0), (TOPIC, 2, 0)]),
        ("assign", [(TOPIC, 1, 8), (TOPIC, 2, 9)]),
    ]
    consumer.calls.clear()
    assign(consumer, TOPIC, {}, assigned)
    assert consumer.calls == []

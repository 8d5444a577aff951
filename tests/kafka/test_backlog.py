"""What a live show needs to know of a backlog: where it ends, and what delivery reaches that."""

from __future__ import annotations

from typing import Any

from mwk_desktop.kafka.offset_tracker import OffsetTracker, RebuildProgress


def test_the_deliveries_up_to_the_ends_of_the_start_are_a_backlog(
    kafka: Any, topic: str, send: Any, collector: Any, open_source: Any, until: Any
) -> None:
    send(topic, [f"drum {i}" for i in range(2_500)], partitions=(0, 2))
    source = open_source(kafka, topic)
    until(lambda: len(collector.tweets) == 2_500)
    assert source.start_ends == {0: 1_250, 1: 0, 2: 1_250, 3: 0}
    *backlog, last = [delivery.caught_up for delivery in collector.deliveries]
    assert last
    assert not any(backlog)
    send(topic, ["pad"], partitions=(1,))
    until(lambda: len(collector.tweets) == 2_501)
    assert collector.deliveries[-1].caught_up
    assert source.start_ends == {0: 1_250, 1: 0, 2: 1_250, 3: 0}


def test_nothing_to_catch_up_with_is_said_at_once(
    kafka: Any, topic: str, send: Any, collector: Any, open_source: Any, until: Any
) -> None:
    send(topic, ["drum", "pad"])
    open_source(kafka, topic, next_offsets={0: 2, 1: 0, 2: 0, 3: 0})
    until(lambda: collector.deliveries)
    (only,) = collector.deliveries
    assert only.caught_up
    assert only.batch.tweets == []
    assert only.next_offsets == {}


def test_the_end_is_known_once_reading_began() -> None:
    offsets = OffsetTracker({0: 10})
    assert offsets.start_ends is None
    offsets.begin({0: 10}, {0: 30})
    assert offsets.start_ends == {0: 30}
    assert offsets.progress_with({0: 29}) == RebuildProgress(19, 20)
    assert offsets.progress_with({0: 31}).caught_up
    assert not offsets.progress.caught_up
    offsets.begin({1: 0}, {1: 500})  # a partition that is added later is no part of it
    assert offsets.start_ends == {0: 30}

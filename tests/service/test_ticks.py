"""When everything that was there has come through, whatever comes after it."""

from __future__ import annotations

import json
from typing import Any

from mwk_desktop.clock import ShowClock
from mwk_desktop.service.ticks import Barrier, Ticker


class Log:
    """Two topics of one partition: how far they reach, and how far the group is."""

    def __init__(self) -> None:
        self.end = {"input": 0, "between": 0}
        self.done = {"input": 0, "between": 0}
        self.unknown: set[str] = set()

    def ends(self, topic: str) -> dict[int, int] | None:
        return None if topic in self.unknown else {0: self.end[topic]}

    def passed(self, topic: str, ends: dict[int, int]) -> bool:
        return self.done[topic] >= ends[0]

    def barrier(self) -> Barrier:
        return Barrier(("input", "between"), self.ends, self.passed)


def test_a_stream_that_never_ends_is_passed() -> None:
    log = Log()
    log.end["input"] = 10
    barrier = log.barrier()
    assert not barrier.passes()
    # More comes as fast as it is done: the topic is never empty.
    for step in range(1, 11):
        log.end["input"], log.done["input"] = 10 + step, step
        log.end["between"], log.done["between"] = step, step - 1
        assert not barrier.passes()
    log.end["between"], log.done["between"] = 12, 10
    assert barrier.passes()
    assert barrier.passes()


def test_the_next_topic_is_measured_after_the_one_before() -> None:
    log = Log()
    log.end["input"] = 1
    barrier = log.barrier()
    assert not barrier.passes()
    log.done["input"], log.end["between"] = 1, 7
    assert not barrier.passes()
    log.done["between"] = 6
    assert not barrier.passes()
    log.done["between"] = 7
    assert barrier.passes()


def test_what_cannot_be_told_is_not_passed() -> None:
    log = Log()
    log.unknown.add("between")
    barrier = log.barrier()
    assert not barrier.passes()
    log.unknown.clear()
    assert barrier.passes()


def test_windows_go_on_when_the_systems_clock_is_set_back() -> None:
    window_ms, hour_ms, start_ms = 30_000, 3_600_000, 1_700_000_010_000
    passed_ms, error_ms = [0], [0]
    clock = ShowClock(
        lambda: passed_ms[0] * 1_000_000,
        lambda: (start_ms + passed_ms[0] + error_ms[0]) * 1_000_000,
    )
    ticks: list[tuple[int, int | None]] = []

    class Producer:
        def produce(self, _topic: str, value: bytes, _key: bytes, timestamp: int) -> None:
            ticks.append((timestamp, json.loads(value)["over"]))

        def poll(self, _timeout_s: float) -> None: ...

    nothing: Any = None
    producer: Any = Producer()
    ticker = Ticker(
        nothing, producer, nothing, (), "votes", b"k",
        window_ms=window_ms, grace_ms=250, clock=clock,
    )  # fmt: skip
    ticker.tick()
    passed_ms[0], error_ms[0] = window_ms, -hour_ms
    ticker.tick()
    (_, before), (sent_ms, after) = ticks
    assert before is not None
    assert after == before + window_ms
    assert sent_ms == start_ms + window_ms - hour_ms  # Kafka gets the time that the system has

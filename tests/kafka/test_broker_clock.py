"""The broker's time from our own commits: bounds that hold, and a real broker's."""

from __future__ import annotations

import json
import secrets
from pathlib import Path
from typing import Any

import pytest
from confluent_kafka import Producer
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.cli.main import run
from mwk_desktop.clock import wall_ms, wall_ns
from mwk_desktop.kafka.broker_clock import BrokerClock, partition_of_group
from mwk_desktop.kafka.topic_admin import create_topic

NOW_MS = 1_700_000_000_000
NS = 1_000_000


@given(
    error_ms=st.integers(-7_200_000, 7_200_000),
    under_way_ms=st.integers(0, 5_000),
    answer_ms=st.integers(0, 5_000),
    others_ms=st.integers(0, 5_000),
)
def test_a_difference_is_never_said_to_be_more_than_it_is(
    error_ms: int, under_way_ms: int, answer_ms: int, others_ms: int
) -> None:
    passed_ms = [0]
    clock = BrokerClock(
        {}, lambda: passed_ms[0] * NS, lambda: (NOW_MS + passed_ms[0] - error_ms) * NS
    )
    assert clock.ahead_ms is None
    clock.sent()
    clock.acknowledged()
    stamped_ms = NOW_MS + under_way_ms  # by the broker's clock, which is right
    newest_ms = stamped_ms + min(others_ms, answer_ms)  # other groups commit there too
    passed_ms[0] = under_way_ms + answer_ms
    clock.note(newest_ms, 0)
    for later_ms in (0, 3_600_000):  # it holds until one of the clocks is set
        passed_ms[0] += later_ms
        ahead_ms = clock.ahead_ms
        assert ahead_ms is not None
        assert abs(ahead_ms) <= abs(error_ms)
        assert ahead_ms * error_ms >= 0
        assert abs(ahead_ms - error_ms) <= under_way_ms + answer_ms + 2


def test_where_kafka_keeps_a_groups_offsets() -> None:
    # String.hashCode of Java: "mwk" is 108545, "polygenelubricants" -2147483648.
    assert partition_of_group("mwk", 50) == 108_545 % 50
    assert partition_of_group("", 50) == 0
    # A negative hash: Kafka takes its absolute value.
    assert partition_of_group("show-1", 50) == 903_146_143 % 50
    assert partition_of_group("polygenelubricants", 50) == (-(2**31) & 0x7FFFFFFF) % 50


def test_a_real_brokers_time(
    kafka: Any, topic: str, send: Any, collector: Any, open_source: Any, until: Any
) -> None:
    send(topic, ["drum"])
    group = {**kafka, "group.id": f"{topic}-clock"}
    source = open_source(group, topic)
    until(lambda: len(collector.tweets) == 1)
    # The same of computers whose clocks are wrong.
    wrong = {
        error_ms: BrokerClock(group, wall=lambda ms=error_ms: wall_ns() + ms * NS)  # type: ignore[misc]
        for error_ms in (-40_000, 3_600_000)
    }
    for clock in wrong.values():
        clock.sent()
        clock.acknowledged()
    source.committed(collector.offsets)
    until(lambda: source.broker_ahead_ms is not None)
    assert source.broker_ahead_ms == 0  # it runs on this computer
    for error_ms, clock in wrong.items():
        clock.ask_when_due()
        until(lambda clock=clock: clock.ahead_ms is not None)
        assert clock.ahead_ms is not None
        assert abs(clock.ahead_ms + error_ms) < 30_000
        assert (clock.ahead_ms > 0) == (error_ms < 0)


def test_a_topic_with_the_brokers_time_stays_one_in_a_recording(
    kafka: Any,
    collector: Any,
    open_source: Any,
    until: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whatever its producers say, such a topic has the broker's time, live and copied."""
    monkeypatch.setenv("MWK_CONFIG", str(tmp_path / "mwk.toml"))
    (tmp_path / "mwk.toml").touch()
    topic = f"t-{secrets.token_hex(4)}"
    create_topic(kafka, topic, partitions=1, config={"message.timestamp.type": "LogAppendTime"})
    before_ms = wall_ms()
    producer = Producer(kafka)
    for number, stamp_ms in enumerate((0, 1_523_450_010, 1_523_450_010_000, before_ms)):
        value = {"Id": number, "Text": "drum", "User": {"ScreenName": "ana"}}
        producer.produce(topic, json.dumps(value).encode(), timestamp=stamp_ms)
    assert producer.flush(30) == 0
    open_source(kafka, topic)
    until(lambda: len(collector.tweets) == 4)
    live = [record for delivery in collector.deliveries for record in delivery.batch.records]
    events = [each for delivery in collector.deliveries for each in delivery.batch.events_ms]
    assert all(record.log_append for record in live)
    assert events == [record.timestamp_ms for record in live]
    assert all(before_ms <= each <= wall_ms() for each in events)
    file = tmp_path / "copy.jsonl"
    where = ["--topic", topic, "--bootstrap-servers", kafka["bootstrap.servers"]]
    assert run(["record", "-o", str(file), "--to-end", *where]) == 0
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    copied = [(line["tstype"], line["ts"]) for line in lines if line["topic"] == topic]
    assert copied == [("logappend", each) for each in events]

"""The records of the topic ``mwk-show``: written, read back, and which of them count."""

from __future__ import annotations

import random
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.show.commands import Mode, SetMode
from mwk_desktop.show.desk_commands import Control, Go, PutSnapshot, RecallSnapshot, StripChange
from mwk_desktop.show.log.show_log import command_of, override_line
from mwk_desktop.show.log.show_topic import (
    TOPIC_VERSION,
    DecisionOrder,
    Ownership,
    Stamp,
    TopicRecord,
    read_topic_value,
    topic_value,
)
from tests.show.followed import hand


def record(console: str, epoch: int, number: int, type_: str = "close", **more: Any) -> TopicRecord:
    stamp = Stamp("show", more.pop("input", "tweets"), console, epoch, number, 1_000)
    return TopicRecord(stamp, {"type": type_, **more})


def encoded(one: TopicRecord) -> bytes:
    return msgspec.json.encode(topic_value(one))


def test_a_record_is_the_line_of_the_recording_and_its_stamp() -> None:
    line = override_line(SetMode("drum", Mode.OFF), 480, 0)
    one = TopicRecord(Stamp("evening", "tweets", "main", 3, 17, 5_000), line)
    value = msgspec.json.decode(encoded(one))
    assert {k: v for k, v in value.items() if k != "stamp"} == line
    back = read_topic_value(encoded(one))
    assert back == one
    assert back.frame == 480
    assert command_of(back.line) == SetMode("drum", Mode.OFF)


def test_every_hand_is_read_back_as_it_was() -> None:
    rng = random.Random(7)
    change = StripChange("melody", Control.CLIP, None), StripChange("pad", Control.FILTER, 0.5)
    commands = [hand(rng, 5, True) for _ in range(500)]
    commands += [Go(change), RecallSnapshot(2, change), PutSnapshot(1, None)]
    for command in commands:
        line = msgspec.json.decode(msgspec.json.encode(override_line(command, 480, 0)))
        assert command_of(line) == command


def test_every_decision_has_a_key_and_a_console_one_for_its_heartbeats() -> None:
    decisions = {record("a", 1, n).key for n in range(5)} | {record("b", 1, 0).key}
    assert len(decisions) == 6
    assert len({record("a", 1, n, "heartbeat").key for n in range(5)}) == 1


@given(st.binary() | st.none())
def test_garbage_is_no_record(value: bytes | None) -> None:
    assert read_topic_value(value) is None


_TEXT = st.text(max_size=8)


@given(
    st.recursive(
        st.none() | st.integers() | _TEXT,
        lambda inner: st.dictionaries(_TEXT, inner, max_size=4),
        max_leaves=6,
    )
)
def test_json_of_somebody_else_is_no_record(value: object) -> None:
    assert read_topic_value(msgspec.json.encode({"type": "close", "stamp": value})) is None


def test_records_of_a_later_version_are_passed_by() -> None:
    value = topic_value(record("a", 1, 0))
    value["stamp"]["version"] = TOPIC_VERSION + 1
    assert read_topic_value(msgspec.json.encode(value)) is None


def test_written_twice_counts_once_and_what_lacks_is_told() -> None:
    order = DecisionOrder("tweets")
    numbers = [0, 1, 1, 0, 2, 5, 4, 6]
    assert [n for n in numbers if order.accepts(record("a", 1, n))] == [0, 1, 2, 5, 6]
    assert order.missing == 2


def test_after_a_takeover_the_old_owner_decides_nothing() -> None:
    order = DecisionOrder("tweets")
    assert order.accepts(record("a", 1, 0))
    assert not order.accepts(record("b", 2, 0, "takeover"))
    assert not order.accepts(record("a", 1, 1))
    assert not order.accepts(record("c", 2, 0))  # it wanted the same epoch, and came later
    assert order.accepts(record("b", 2, 0))
    assert order.ownership == Ownership(2, "b")


def test_shows_of_other_topics_are_passed_by() -> None:
    order = DecisionOrder("tweets")
    assert not order.accepts(record("a", 9, 0, input="others"))
    assert order.ownership == Ownership()


_WRITTEN = st.lists(
    st.tuples(
        st.sampled_from("ab"),
        st.integers(1, 3),
        st.integers(0, 4),
        st.sampled_from(("close", "override", "heartbeat", "takeover")),
    )
)


@given(_WRITTEN)
def test_what_counts_is_in_order_and_of_one_owner_an_epoch(written: list[Any]) -> None:
    order = DecisionOrder("tweets")
    found = [one.stamp for one in (record(*each) for each in written) if order.accepts(one)]
    epochs = [stamp.epoch for stamp in found]
    assert epochs == sorted(epochs)
    for epoch in set(epochs):
        mine = [stamp for stamp in found if stamp.epoch == epoch]
        assert len({stamp.console for stamp in mine}) == 1
        numbers = [stamp.number for stamp in mine]
        assert numbers == sorted(set(numbers))

"""Whatever lies in a group's topics: it is read, or is none of ours, or is named as damage."""

from __future__ import annotations

import random
from contextlib import suppress
from typing import Any
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.clock import ShowClock
from mwk_desktop.kafka.message_decoding import Passed
from mwk_desktop.records.batch import Batch
from mwk_desktop.records.record_types import Tweet
from mwk_desktop.service import partition_takeover
from mwk_desktop.service.partials import (
    DamagedPartialError,
    PartialHead,
    PartialRecord,
    decode_partial,
    encode_head,
)
from mwk_desktop.service.partials_merge import MergeState, PartialsMerge
from mwk_desktop.service.partition_counting import PartitionCounting
from mwk_desktop.service.partition_takeover import PartitionTakeover
from mwk_desktop.topology.counting_rules import CountingRules
from tests.support import T0_MS, arithmetic_music

RULES = CountingRules(max_votes_per_user=2)
CLIPS = arithmetic_music().clips
NOW_MS = T0_MS + 60_000


def counted(users: int, topic_id: str = "first") -> PartitionCounting:
    counting = PartitionCounting(RULES)
    counting.topic_id = topic_id
    tweets: list[Tweet | None]
    tweets = [Tweet(n, f"user{n}", "", f"https://a/{n}", "drum", T0_MS) for n in range(users)]
    times = [T0_MS] * users
    counting.count(Batch(tweets, times, times), users, NOW_MS)
    return counting


RECORDS = counted(300).drain_changes()


def broken(record: PartialRecord, chance: random.Random) -> PartialRecord:
    """The record with another key, or a value that was cut, changed, or is another's."""
    key, value = record
    match chance.randrange(5):
        case 0:
            return chance.choice([b"", b"what", b"c", b"n-1", b"c99999999999", b"b1", b"h1"]), value
        case 1:
            return key[:1] + str(chance.randrange(1 << 33)).encode(), value
        case 2:
            return key, (value or b"")[: chance.randrange(20)]
        case 3:
            return key, chance.choice(RECORDS)[1]
        case _:
            changed = bytearray(value or b"")
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
            return key, bytes(changed)


@given(st.randoms(use_true_random=False))
def test_damage_is_a_value_error_and_nothing_else(chance: random.Random) -> None:
    records = list(RECORDS)
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(records))
        records.insert(at, broken(records[at], chance))
    merge = PartialsMerge(RULES, CLIPS, MergeState(1))
    with suppress(ValueError):
        for record in records:
            merge.apply(0, *record, news=True)
        merge.drain_lines(1_000)
        list(merge.drain_charts())
    with suppress(ValueError):
        PartitionCounting.restored(RULES, records)


@pytest.mark.parametrize("key", [b"", b"hello", b"window", b"b1", b"{}", b"n\xff", b"c 1"])
def test_other_peoples_records_say_nothing(key: bytes) -> None:
    assert decode_partial(key, b"anything") is None
    restored = PartitionCounting.restored(RULES, [(key, b"anything"), *RECORDS])
    assert restored.head.tweets == 300


class Takeover:
    """A takeover without Kafka: what is committed, and what the input holds."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, records: list[PartialRecord]) -> None:
        self.written: list[PartialRecord] = []
        self.passed: list[Passed] = []
        self.remarks: list[str] = []
        self.offsets = 0, 300
        monkeypatch.setattr(partition_takeover, "read_to_end", lambda *_: records)
        monkeypatch.setattr(partition_takeover, "open_transactions", Mock())
        monkeypatch.setattr(partition_takeover, "open_consumer", self._open_consumer)
        monkeypatch.setattr(partition_takeover, "queue_record", self._queue_record)
        topics = Mock(input="tweets", partials="mine-partials", group="mine")
        self._takeover = PartitionTakeover(
            topics,
            RULES,
            ShowClock(),
            Mock(is_set=lambda: False),
            self.passed.append,
            lambda remark: self.remarks.append(str(remark)),
        )

    def _open_consumer(self, *_: object, **__: object) -> Mock:
        consumer = Mock()
        consumer.get_watermark_offsets.return_value = self.offsets
        consumer.poll.return_value = None
        return consumer

    def _queue_record(
        self, _producer: object, _topic: str, value: bytes | None, key: bytes, **_: Any
    ) -> None:
        self.written.append((key, value))

    def take_over(self, topic_id: str) -> partition_takeover.TakenOver:
        return self._takeover.take_over(0, topic_id)


def test_a_damaged_group_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    takeover = Takeover(monkeypatch, [*RECORDS, (b"h", b"garbage")])
    with pytest.raises(DamagedPartialError) as told:
        takeover.take_over("first")
    line = str(told.value.message)
    assert line.startswith("mine-partials[0] holds a damaged record (")
    assert line.endswith("right would be another --group, which counts from the beginning")


def test_a_topic_that_was_created_again_is_counted_from_its_beginning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    takeover = Takeover(monkeypatch, list(RECORDS))
    taken = takeover.take_over("second")
    assert (taken.counting.head.tweets, taken.counting.next_offset) == (0, None)
    assert taken.start == partition_takeover.OFFSET_BEGINNING
    assert takeover.remarks == [
        "Topic tweets was created again: partition 0 is counted from its beginning."
    ]
    # What is written takes the old counts away, from a merge as from the next takeover.
    committed = [*RECORDS, *takeover.written]
    fresh = PartitionCounting.restored(RULES, committed)
    assert fresh.head == PartialHead(0, RULES.window_ms, topic_id="second")
    merge = PartialsMerge(RULES, CLIPS, MergeState(1))
    for record in RECORDS:
        merge.apply(0, *record, news=True)
    before = merge.drain_lines(1_000)
    assert len(before) == 300
    for record in [*takeover.written, *counted(2, "second").drain_changes()]:
        merge.apply(0, *record, news=True)
    lines = {line.name: line.tweets for line in merge.drain_lines(1_000)}
    assert lines == {f"user{n}": int(n < 2) for n in range(300)}
    assert merge.users == 300
    assert dict(merge.drain_charts()) == {T0_MS: {"drum": 2}}


def test_the_same_topic_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    for topic_id in ("first", ""):  # Kafka may not tell
        taken = Takeover(monkeypatch, list(RECORDS)).take_over(topic_id)
        assert (taken.start, taken.counting.topic_id) == (300, "first")


@pytest.mark.parametrize(
    ("offsets", "start", "lost"),
    [((0, 250), 250, (250, 299)), ((310, 400), 310, (300, 309)), ((300, 300), 300, None)],
)
def test_what_is_gone_is_said_and_nothing_counts_twice(
    monkeypatch: pytest.MonkeyPatch,
    offsets: tuple[int, int],
    start: int,
    lost: tuple[int, int] | None,
) -> None:
    takeover = Takeover(monkeypatch, list(RECORDS))
    takeover.offsets = offsets
    taken = takeover.take_over("first")
    assert (taken.start, taken.counting.next_offset) == (start, start)
    assert [(each.first, each.last) for each in takeover.passed] == ([lost] if lost else [])
    assert taken.counting.head.tweets == 300


def test_a_head_of_before_topics_had_ids_is_adopted(monkeypatch: pytest.MonkeyPatch) -> None:
    *rows, _ = RECORDS
    old = encode_head(PartialHead(300, RULES.window_ms, tweets=300))
    taken = Takeover(monkeypatch, [*rows, old]).take_over("second")
    assert (taken.start, taken.counting.head.topic_id) == (300, "second")

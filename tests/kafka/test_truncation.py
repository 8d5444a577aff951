"""The broker lost records that the show had read, and gave their offsets away again."""

from __future__ import annotations

import secrets
import shutil
from typing import Any

import pytest

from mwk_desktop.kafka.connection_state import LostHistory
from mwk_desktop.kafka.offset_tracker import OffsetTracker
from mwk_desktop.kafka.source_partitions import SourcePartitions
from mwk_desktop.kafka.topic_admin import create_topic
from mwk_desktop.kafka.topic_source import LostChoice
from mwk_desktop.records.batch import OffsetMark


def read_all(open_source: Any, until: Any, collector: Any, kafka: Any, name: str, end: int) -> Any:
    """What a show knows that has read the topic up to ``end``."""
    source = open_source(kafka, name)
    until(lambda: collector.offsets == {0: end}, otherwise=lambda: collector.offsets)
    assert source.stop(60.0)
    marks: dict[int, OffsetMark] = {}
    for delivery in collector.deliveries:
        marks.update(delivery.marks)
    collector.deliveries.clear()
    collector.states.clear()
    return {"next_offsets": {0: end}, "marks": marks, "topic_id": source.topic_id}


@pytest.mark.soak
@pytest.mark.parametrize("metadata_too", [True, False])
def test_offsets_that_were_given_away_again(
    metadata_too: bool,
    broker: Any,
    kafka: Any,
    send: Any,
    collector: Any,
    open_source: Any,
    until: Any,
) -> None:
    name = f"cut-{secrets.token_hex(4)}"
    create_topic(kafka, name, partitions=1)
    send(name, [f"base {n}" for n in range(20)])
    # As after a power cut: the tail goes; with the metadata even the leader epoch is used again.
    data = broker.folder / "data"
    kept = data if metadata_too else data / f"{name}-0"
    copy = broker.folder / "before"
    broker.stop()
    shutil.copytree(kept, copy)
    broker.start()
    send(name, [f"lost {n}" for n in range(80)])
    show = read_all(open_source, until, collector, kafka, name, 100)
    broker.stop()
    shutil.rmtree(kept)
    shutil.move(copy, kept)
    broker.start()
    send(name, [f"new {n}" for n in range(130)])

    source = open_source(kafka, name, **show)
    until(lambda: source.state.link == "history gone")
    assert "partition 0 lost records and holds others from" in str(source.state.sentence)
    assert "the show had read up to 100" in str(source.state.sentence)
    # What waits for the answer: from the cut on where the epochs tell it, else all there is.
    until(lambda: source.lag in (150, 130))
    low = 150 - source.lag
    assert f"others from {low} on" in str(source.state.sentence)
    assert not collector.tweets
    source.choose(LostChoice.OLDEST)
    until(lambda: collector.offsets == {0: 150})
    texts = [tweet.text for tweet in collector.tweets]
    assert texts[-130:] == [f"new {n}" for n in range(130)]
    assert len(texts) == 150 - low
    until(lambda: source.lag == 0 and source.state.ok)


@pytest.mark.parametrize("after", [10, pytest.param(130, marks=pytest.mark.soak)])
def test_a_tail_lost_while_the_show_runs(
    after: int, broker: Any, kafka: Any, send: Any, collector: Any, open_source: Any, until: Any
) -> None:
    """The log comes back shorter, and others write on it: at once, as far as it was, or beyond."""
    name = f"cut-{secrets.token_hex(4)}"
    create_topic(kafka, name, partitions=1)
    send(name, [f"base {n}" for n in range(20)])
    data, copy = broker.folder / "data", broker.folder / "before"
    broker.stop()
    shutil.copytree(data, copy)
    broker.start()
    send(name, [f"lost {n}" for n in range(80)])
    source = open_source(kafka, name)
    until(lambda: collector.offsets == {0: 100})
    broker.stop()
    until(lambda: source.state.link != "connected")
    shutil.rmtree(data)
    shutil.move(copy, data)
    broker.start()
    send(name, [f"new {n}" for n in range(after)])
    until(lambda: source.state.link == "history gone")
    assert "the show had read up to 100" in str(source.state.sentence)
    assert not [each for each in collector.tweets if each.text.startswith("new")]
    source.choose(LostChoice.OLDEST)
    until(lambda: collector.offsets == {0: 20 + after})
    assert [t.text for t in collector.tweets][-after:] == [f"new {n}" for n in range(after)]
    until(lambda: source.lag == 0 and source.state.ok)


def test_a_show_goes_on_where_it_was_when_its_broker_comes_back(
    broker: Any, kafka: Any, topic: str, send: Any, collector: Any, open_source: Any, until: Any
) -> None:
    send(topic, [f"drum {n}" for n in range(30)], partitions=(0, 1))
    source = open_source(kafka, topic)
    until(lambda: collector.offsets == {0: 15, 1: 15, 2: 0, 3: 0})
    broker.stop()
    until(lambda: source.state.link != "connected")
    broker.start()
    send(topic, ["pad"], partitions=(1,))
    until(lambda: len(collector.tweets) == 31)
    assert [tweet.text for tweet in collector.tweets][-1:] == ["pad"]
    until(lambda: source.lag == 0 and source.state.ok)
    assert "history gone" not in collector.links


def test_a_broker_that_only_restarted_has_lost_nothing(
    broker: Any, kafka: Any, topic: str, send: Any, collector: Any, open_source: Any, until: Any
) -> None:
    send(topic, [f"drum {n}" for n in range(30)], partitions=(0, 1))
    source = open_source(kafka, topic)
    until(lambda: collector.offsets == {0: 15, 1: 15, 2: 0, 3: 0})
    assert source.stop(60.0)
    marks = {p: m for each in collector.deliveries for p, m in each.marks.items()}
    offsets = collector.offsets
    collector.deliveries.clear()
    broker.stop()
    broker.start()
    send(topic, ["pad"], partitions=(1,))
    again = open_source(kafka, topic, next_offsets=offsets, marks=marks, topic_id=source.topic_id)
    until(lambda: collector.tweets)
    assert [tweet.text for tweet in collector.tweets] == ["pad"]  # nothing is delivered twice
    until(lambda: again.lag == 0)
    assert "history gone" not in collector.links


def test_the_lag_of_lost_history_is_what_waits() -> None:
    offsets = OffsetTracker({0: 100, 1: 5})
    offsets.begin({1: 5}, {0: 150, 1: 9})
    assert offsets.lag == 50 + 4
    offsets.waiting = {0: 20}
    assert offsets.lag == 130 + 4
    offsets.commit({0: 100, 1: 9})
    assert offsets.lag == 130
    offsets.restart({0: 20})
    assert offsets.lag == 130
    offsets.next[0] = 150
    offsets.commit({0: 150})
    assert offsets.lag == 0


def test_a_backlog_that_was_lost_is_not_waited_for() -> None:
    """Until the start's ends are reached no window closes: those may never come again."""
    offsets = OffsetTracker({0: 10, 1: 20})
    offsets.begin({0: 10, 1: 20}, {0: 50, 1: 30})
    offsets.next.update({0: 40, 1: 30})
    assert not offsets.progress.caught_up
    offsets.heard_end(0, 40)  # the statistics may only be behind
    assert not offsets.progress.caught_up
    assert offsets.lag == 10
    offsets.reached_end(0, 40)
    assert offsets.progress.caught_up
    assert offsets.lag == 0


@pytest.mark.parametrize("answer", [5, 60])
def test_a_question_about_one_partition_keeps_no_window_open(answer: int) -> None:
    offsets = OffsetTracker({0: 10, 1: 20})
    offsets.begin({0: 10, 1: 20}, {0: 90, 1: 30})
    offsets.next[1] = 30
    offsets.waiting = {0: 5}
    offsets.ends[0] = 60
    assert offsets.progress.caught_up
    offsets.restart({0: answer})
    assert offsets.progress.total == 60 - answer + 10
    offsets.next[0] = 60
    assert offsets.progress.caught_up


class Stub:
    """A record as the client gives it."""

    def __init__(self, offset: int, value: bytes, epoch: int | None = 3) -> None:
        self._offset, self._value, self._epoch = offset, value, epoch

    def partition(self) -> int:
        return 0

    def offset(self) -> int:
        return self._offset

    def value(self) -> bytes:
        return self._value

    def timestamp(self) -> tuple[int, int]:
        return (1, 1_523_450_010_000)

    def leader_epoch(self) -> int | None:
        return self._epoch


class Assigned:
    """A consumer that remembers where it was to read."""

    def __init__(self) -> None:
        self.places: list[tuple[int, int, int | None]] = []

    def incremental_assign(self, places: Any) -> None:
        self.places += [(each.partition, each.offset, each.leader_epoch) for each in places]


@pytest.mark.parametrize(
    ("found", "kept", "rewritten"),
    [
        ([Stub(9, b"a"), Stub(10, b"b")], [10], []),
        ([Stub(9, b"x"), Stub(10, b"b")], [], [0]),  # another record stands there
        ([Stub(9, b"a", epoch=4), Stub(10, b"b")], [], [0]),  # the same, written again
        ([Stub(9, b"a", epoch=None), Stub(10, b"b")], [10], []),  # a broker that tells no epoch
        ([Stub(10, b"b"), Stub(11, b"c")], [10, 11], []),  # compaction took the one to compare
    ],
)
def test_the_record_that_was_read_last_is_compared(
    found: Any, kept: list[int], rewritten: list[int]
) -> None:
    from mwk_desktop.kafka.message_decoding import mark_of

    last: Any = Stub(9, b"a")
    partitions = SourcePartitions("t", {0: mark_of(last)})
    consumer: Any = Assigned()
    partitions.assign(consumer, {0: 10}, {0: 0})
    assert consumer.places == [(0, 9, 3)]
    records, lost = partitions.check(found)
    assert [each.offset() or 0 for each in records] == kept
    assert lost == rewritten


def test_where_the_last_record_has_expired_only_the_epoch_is_left() -> None:
    partitions = SourcePartitions("t", {0: OffsetMark(9, 3, 77)})
    consumer: Any = Assigned()
    partitions.assign(consumer, {0: 10}, {0: 10})
    assert consumer.places == [(0, 10, 3)]
    records: Any = [Stub(10, b"b")]
    assert partitions.check(records) == (records, [])


def test_the_sentence_names_both_offsets() -> None:
    assert str(LostHistory(2, 100, 20, 150, rewritten=True).sentence) == (
        "partition 2 lost records and holds others from 20 on, the show had read up to 100"
    )

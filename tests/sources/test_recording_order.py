"""The order of a file without arrivals, whatever the order of its partitions."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mwk_desktop.records import line_reader
from mwk_desktop.sources.recording_source import RecordingSource
from tests.sources.recorded import KCAT, T0_MS, events, line, payload, rows, save

kcat_records = st.lists(
    st.tuples(
        st.integers(0, 3),  # partition
        st.sampled_from([T0_MS, T0_MS + 1, T0_MS + 2, T0_MS + 5, 1523450010, -1]),
        st.sampled_from(["tweet", "tweet", "dated", "garbage", "tombstone"]),
    ),
    min_size=1,
    max_size=25,
)


def kcat_lines(records: list[tuple[int, int, str]]) -> dict[int, list[str]]:
    partitions: dict[int, list[str]] = {}
    for partition, ts, kind in records:
        texts = partitions.setdefault(partition, [])
        offset = len(texts)
        number = partition * 1000 + offset
        values = {
            "tweet": payload("drum", number),
            "dated": payload("pad", number, T0_MS + 3),
            "garbage": "{",
            "tombstone": None,
        }
        texts.append(line(partition, offset, ts, values[kind]))
    return partitions


def interleave(partitions: dict[int, list[str]], draw: random.Random) -> list[str]:
    queues = {partition: iter(texts) for partition, texts in partitions.items()}
    turns = [partition for partition, texts in partitions.items() for _ in texts]
    draw.shuffle(turns)
    return [next(queues[partition]) for partition in turns]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    records=kcat_records,
    seed=st.integers(0, 2**32),
    batch_size=st.integers(1, 30),
    suffix=st.sampled_from(["", ".gz", ".zst"]),
)
def test_partitions_interleaved_in_any_order(
    tmp_path: Path,
    records: list[tuple[int, int, str]],
    seed: int,
    batch_size: int,
    suffix: str,
) -> None:
    partitions = kcat_lines(records)
    one_by_one = list(itertools.chain.from_iterable(partitions.values()))
    first = RecordingSource(save(tmp_path, one_by_one))
    mixed = interleave(partitions, random.Random(seed))
    second = RecordingSource(save(tmp_path, mixed, f"mixed.jsonl{suffix}"))
    assert second.prepare().order == "event"
    expected = rows(first)
    assert rows(second, batch_size) == expected
    assert rows(second, 7) == expected  # and again from the beginning
    times = events(first)
    assert times == sorted(times)
    assert len(times) == len(records) == first.prepare().records == second.prepare().records
    first.close()
    second.close()


def test_a_file_in_order_needs_no_index(tmp_path: Path) -> None:
    texts = [line(0, 0), line(1, 0), line(1, 1), line(0, 1, T0_MS + 1)]
    source = RecordingSource(save(tmp_path, texts))
    plan = source.prepare()
    assert (plan.order, plan.in_order) == ("event", True)
    assert (plan.first_event_ms, plan.last_event_ms) == (T0_MS, T0_MS + 1)
    assert plan.topics == {"twitter_json": 4}
    assert events(source) == [T0_MS] * 3 + [T0_MS + 1]


@pytest.mark.parametrize(
    "texts",
    [
        [line(0, 1), line(0, 0)],
        [line(1, 0), line(0, 0)],
        [line(0, 0, T0_MS + 1), line(0, 1)],
    ],
)
def test_a_file_out_of_order_gets_one(tmp_path: Path, texts: list[str]) -> None:
    source = RecordingSource(save(tmp_path, texts))
    assert not source.prepare().in_order
    assert rows(source) == rows(RecordingSource(save(tmp_path, texts[::-1], "sorted.jsonl")))


def test_order_is_checked_across_chunks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line_reader, "CHUNK_BYTES", 300)
    texts = [line(0, number, T0_MS + number) for number in range(50)]
    assert RecordingSource(save(tmp_path, texts)).prepare().in_order
    texts[20:22] = texts[21], texts[20]
    source = RecordingSource(save(tmp_path, texts))
    assert not source.prepare().in_order
    assert events(source) == [T0_MS + number for number in range(50)]


def test_records_without_time(tmp_path: Path) -> None:
    texts = [
        line(0, 0, -1),  # the head of a partition: the file's smallest time
        line(0, 1, T0_MS + 7),
        line(0, 2, -1, None),  # the one before it in its partition
        line(1, 0, T0_MS + 2),
        line(1, 1, 1523450010),
    ]
    source = RecordingSource(save(tmp_path, texts))
    plan = source.prepare()
    assert (plan.timeless, plan.first_event_ms, plan.last_event_ms) == (3, T0_MS + 2, T0_MS + 7)
    assert events(source) == [T0_MS + 2] * 3 + [T0_MS + 7] * 2
    nothing = RecordingSource(save(tmp_path, [line(0, 0, -1), line(0, 1, 5)]))
    assert nothing.prepare().first_event_ms is None
    assert events(nothing) == [0, 0]


def test_seconds_in_the_timestamp_fall_back_to_created_at() -> None:
    source = RecordingSource(KCAT / "seconds.jsonl")
    plan = source.prepare()
    assert (plan.topic, plan.records, plan.timeless) == ("seconds", 44, 1)
    found = [row for row in rows(source) if isinstance(row, tuple)]
    for tweet, event_ms, record_ms, _ in found:
        if tweet is not None:
            assert event_ms == tweet.created_at_ms
            assert record_ms == event_ms // 1000
    times = [row[1] for row in found]
    assert times == sorted(times)

"""A recording replays the same whatever the batches, the partitions' order and the compression."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mwk_desktop.records import line_reader
from mwk_desktop.records.batch import Batch
from mwk_desktop.records.line_reader import RecordingError
from mwk_desktop.records.record_types import Record
from mwk_desktop.records.recording_writer import RecordingWriter
from mwk_desktop.sources.batch_builder import UNREADABLE
from mwk_desktop.sources.recording_source import RecordingSource, ShowRecord
from tests.sources.recorded import KCAT, T0_MS, events, line, payload, rows, save, show

# -- a show's own recording ---------------------------------------------------------------------


def test_closes_keep_the_file_in_order(tmp_path: Path) -> None:
    start = {"type": "start", "seed": 5}
    texts = [
        show("start", T0_MS, seed=5),
        line(0, 1, T0_MS + 20, arrival_ms=T0_MS + 30),
        line(0, 0, T0_MS + 10, arrival_ms=T0_MS + 31),
        show("close", T0_MS + 40, end_ms=T0_MS + 35),
        line(0, 2, T0_MS + 9, arrival_ms=T0_MS + 50),
    ]
    source = RecordingSource(save(tmp_path, texts))
    plan = source.prepare()
    assert (plan.order, plan.start, plan.records) == ("log", start, 3)
    kinds = [row["type"] if isinstance(row, dict) else row[1] - T0_MS for row in rows(source)]
    assert kinds == ["start", 20, 10, "close", 9]
    steps = list(source.steps())
    assert [type(step) for step in steps] == [ShowRecord, Batch, ShowRecord, Batch]
    assert isinstance(steps[2], ShowRecord)
    assert steps[2].arrival_ms == T0_MS + 40


def test_arrivals_keep_the_file_in_order(tmp_path: Path) -> None:
    texts = [
        line(0, 0, T0_MS, arrival_ms=T0_MS + 5),
        line(0, 1, T0_MS - 9, arrival_ms=T0_MS + 4),  # a wall clock that was set back
        line(0, 2, T0_MS + 99, arrival_ms=T0_MS + 6),  # not from the future
        line(0, 3, T0_MS + 7),
        line(0, 4, -1, None),
        line(0, 5, -1, arrival_ms=T0_MS + 8),
    ]
    source = RecordingSource(save(tmp_path, texts))
    assert source.prepare().order == "arrival"
    found = [row[1:] for row in rows(source) if isinstance(row, tuple)]
    assert [tuple(time - T0_MS if time > 0 else time for time in row) for row in found] == [
        (0, 0, 5),
        (-9, -9, 5),
        (6, 99, 6),
        (7, 7, 6),
        (7, -1, 6),
        (8, -1, 8),
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    entries=st.lists(st.sampled_from(["tweet", "close", "torn", "garbage", "other"]), max_size=20),
    batch_size=st.integers(1, 12),
    chunk_bytes=st.sampled_from([100, 400, 1 << 20]),
)
def test_any_batch_size_gives_the_same(
    tmp_path: Path, entries: list[str], batch_size: int, chunk_bytes: int
) -> None:
    texts = [show("start", T0_MS), line(1, 0, T0_MS, arrival_ms=T0_MS)]
    for number, entry in enumerate(entries):
        arrival = T0_MS + number
        texts.append(
            {
                "tweet": line(0, number, arrival - 1, arrival_ms=arrival),
                "close": show("close", arrival, end_ms=arrival),
                "torn": "{",
                "garbage": line(0, number, arrival, "\udcff", arrival_ms=arrival),
                "other": line(0, number, arrival, topic="users", arrival_ms=arrival),
            }[entry]
        )
    path = save(tmp_path, texts)
    with pytest.MonkeyPatch.context() as patch:
        expected = rows(RecordingSource(path))
        patch.setattr(line_reader, "CHUNK_BYTES", chunk_bytes)
        source = RecordingSource(path)
        assert rows(source, batch_size) == expected
        batches = [step for step in source.steps(batch_size) if isinstance(step, Batch)]
    assert sum(len(batch.tweets) for batch in batches) == source.prepare().records
    assert all(0 < len(batch.tweets) <= batch_size for batch in batches)
    counted = [entry for entry in entries if entry in ("tweet", "torn", "garbage")]
    assert len(counted) + 1 == source.prepare().records
    assert source.prepare().unreadable == entries.count("torn")


def test_a_recorded_show_without_a_word(tmp_path: Path) -> None:
    source = RecordingSource(save(tmp_path, [show("start", T0_MS), show("close", T0_MS + 30_000)]))
    plan = source.prepare()
    assert (plan.topic, plan.records, plan.order) == ("twitter_json", 0, "log")
    assert [row["type"] for row in rows(source) if isinstance(row, dict)] == ["start", "close"]


def test_what_was_written_is_replayed(tmp_path: Path) -> None:
    path = tmp_path / "show.jsonl.zst"
    value = payload("drum", 3, T0_MS).encode()
    records = [
        Record("twitter_json", 1, 0, T0_MS + 5, b"k", value, (("h", b"\xff"),), T0_MS + 9),
        Record("twitter_json", 1, 1, T0_MS + 6, None, b"\xff", (), T0_MS + 10),
        Record("twitter_json", 2, 0, -1, None, None, (), T0_MS + 11),
    ]
    with RecordingWriter(path) as writer:
        for record in records:
            writer.write(record)
        writer.write_show({"type": "close", "end_ms": T0_MS}, T0_MS + 12)
    source = RecordingSource(path, keep_records=True)
    batch, close = source.steps()
    assert isinstance(batch, Batch)
    assert batch.records == records
    assert batch.events_ms == [T0_MS + 5, T0_MS + 6, T0_MS + 11]
    assert batch.record_ms == [T0_MS + 5, T0_MS + 6, -1]
    assert [tweet is not None for tweet in batch.tweets] == [True, False, False]
    assert list(map(str, batch.errors)) == [
        "twitter_json[1] offset 1: not UTF-8",
        "twitter_json[2] offset 0: a tombstone, no value",
    ]
    assert close == ShowRecord({"type": "close", "end_ms": T0_MS}, T0_MS + 12)


# -- topics -------------------------------------------------------------------------------------


def test_which_topic_is_meant(tmp_path: Path) -> None:
    both = save(tmp_path, [line(topic="twitter_json"), line(topic="users"), line(topic="users")])
    assert RecordingSource(both).prepare().topic == "twitter_json"
    assert RecordingSource(both, "users").prepare().records == 2
    with pytest.raises(RecordingError, match=r"no topic 'charts': it has twitter_json, users"):
        RecordingSource(both, "charts").prepare()
    only = save(tmp_path, [line(topic="tweets"), show("start", T0_MS)])
    assert RecordingSource(only).prepare().topic == "tweets"
    several = save(tmp_path, [line(topic="b"), line(topic="a"), line(topic="mwk-x")])
    with pytest.raises(RecordingError, match=r"several topics: choose one with --topic \(a, b\)"):
        RecordingSource(several).prepare()
    assert RecordingSource(several, "mwk-x").prepare().records == 1


def test_several_topics_of_kcat_in_one_file() -> None:
    alone = RecordingSource(KCAT / "crowd.jsonl")
    mixed = RecordingSource(KCAT / "topics.jsonl")
    assert mixed.prepare().topics == {"users": 1, "twitter_json": 149, "bytes": 15}
    assert rows(mixed) == rows(alone)
    # A tombstone, four torn values, four of noise, a Text of null, two envelopes inside envelopes.
    malformed = sum(isinstance(row, tuple) and row[0] is None for row in rows(alone))
    assert (alone.prepare().records, alone.prepare().unreadable, malformed) == (149, 0, 12)


# -- what is broken -----------------------------------------------------------------------------


def test_unreadable_lines_come_last_by_event_time(tmp_path: Path) -> None:
    texts = ["", "{", line(0, 0), "   ", "\udcff\x00", line(0, 1, T0_MS + 5), '{"topic":"twit']
    path = save(tmp_path, texts)
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    source = RecordingSource(path)
    plan = source.prepare()
    assert (plan.records, plan.unreadable, plan.in_order) == (5, 3, True)
    second_at = path.read_bytes().index(b"\xff")
    assert list(map(str, plan.warnings)) == [
        f"{path}: the last line is torn (a power cut?); it counts as malformed",
        f"{path}: 2 lines are unreadable (at byte 1, {second_at}); they count as malformed",
    ]
    assert [row[0] is None for row in rows(source) if isinstance(row, tuple)] == [
        *[False] * 2,
        *[True] * 3,
    ]
    assert events(source) == [T0_MS, *[T0_MS + 5] * 4]
    (batch,) = source.steps()
    assert isinstance(batch, Batch)
    assert batch.errors == [UNREADABLE] * 3


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_a_torn_archive_is_replayed_up_to_the_tear(tmp_path: Path, suffix: str) -> None:
    draw = random.Random(3)
    texts = [line(0, number, T0_MS + number, str(draw.random())) for number in range(3000)]
    path = save(tmp_path, texts, f"torn.jsonl{suffix}")
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 9 // 10])
    source = RecordingSource(path)
    plan = source.prepare()
    assert 0 < plan.records - plan.unreadable < 3000
    assert "ends early" in str(plan.warnings[0])
    assert len(rows(source)) == plan.records


def test_a_file_without_any_record(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(100_000)
    for name, data in {
        "noise.jsonl": noise,
        "noise.gz": gzip.compress(noise)[:-10],
        "cut.jsonl.zst": zstandard.compress(noise)[:300],
        "blank.jsonl": b"\n\n  \n",
        "other.json": b'{"a":1}\n',
    }.items():
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(RecordingError, match="holds no record") as error:
            RecordingSource(path).prepare()
        assert str(error.value).startswith(str(path))
        assert "\n" not in str(error.value)


def test_garbage_values_never_end_a_replay(tmp_path: Path) -> None:
    values = ["[" * 10_000, "\ud800", "\udcff", "9" * 10_000, "", "null", '{"Text":"\\ud800"}']
    texts = [line(0, number, T0_MS, value or "x") for number, value in enumerate(values)]
    texts.append(line(0, len(values), 4_070_908_800_000))  # a record from 2099
    source = RecordingSource(save(tmp_path, texts))
    assert events(source) == [T0_MS] * len(values) + [4_070_908_800_000]


def test_progress_reaches_the_end(tmp_path: Path) -> None:
    texts = [line(0, number, T0_MS - number) for number in range(20)]
    seen: list[tuple[int, int]] = []
    source = RecordingSource(save(tmp_path, texts))
    source.prepare(lambda done, total: seen.append((done, total)))
    assert seen[0][0] == seen[0][1]
    assert seen[-1][0] == seen[-1][1] == 2 * seen[0][1]


def test_a_batch_holds_at_least_one_record(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least one"):
        list(RecordingSource(save(tmp_path, [line()])).steps(0))

"""A recording replays the same whatever the batches, the partitions' order and the compression."""

from __future__ import annotations

import gzip
import itertools
import json
import random
from pathlib import Path
from typing import Any

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mwk_desktop.records import lines as lines_module
from mwk_desktop.records.batch import Batch
from mwk_desktop.records.lines import RecordingError
from mwk_desktop.records.record import Record, Tweet
from mwk_desktop.records.recording import RecordingWriter
from mwk_desktop.sources.recording import RecordingSource, ShowRecord
from mwk_desktop.sources.rows import UNREADABLE

KCAT = Path(__file__).parents[1] / "fixtures" / "kcat"
T0_MS = 1_523_450_010_000

Row = tuple[Tweet | None, int, int, int]


def payload(text: str, number: int = 0, created_ms: int | None = None) -> str:
    value: dict[str, Any] = {"Id": number, "Text": text, "User": {"ScreenName": f"u{number}"}}
    if created_ms is not None:
        value["CreatedAt"] = created_ms
    return json.dumps(value)


def line(
    partition: int = 0,
    offset: int = 0,
    ts: int = T0_MS,
    value: str | None = "",
    topic: str = "twitter_json",
    **more: Any,
) -> str:
    if value == "":
        value = payload("drum", partition * 1000 + offset)
    head = {"topic": topic, "partition": partition, "offset": offset, "tstype": "create", "ts": ts}
    return json.dumps({**head, "broker": 1, "key": None, "payload": value, **more})


def show(kind: str, arrival_ms: int, **more: Any) -> str:
    decision = json.dumps({"type": kind, **more})
    return line(0, 0, arrival_ms, decision, "mwk-show", arrival_ms=arrival_ms)


def save(tmp_path: Path, texts: list[str], name: str = "show.jsonl") -> Path:
    path = tmp_path / name
    data = "".join(text + "\n" for text in texts).encode("utf-8", "surrogateescape")
    if path.suffix == ".gz":
        data = gzip.compress(data)
    elif path.suffix == ".zst":
        data = zstandard.compress(data)
    path.write_bytes(data)
    return path


def rows(source: RecordingSource, batch_size: int = 512) -> list[Row | dict[str, Any]]:
    """All entries in order; decisions of a show as they are."""
    result: list[Row | dict[str, Any]] = []
    for step in source.steps(batch_size):
        if isinstance(step, ShowRecord):
            result.append(step.line)
            continue
        arrivals = step.arrivals_ms or [-2] * len(step.tweets)
        result += zip(step.tweets, step.events_ms, step.record_ms, arrivals, strict=True)
    return result


def events(source: RecordingSource) -> list[int]:
    return [row[1] for row in rows(source) if isinstance(row, tuple)]


# -- the order of a file without arrivals -------------------------------------------------------


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
    monkeypatch.setattr(lines_module, "CHUNK_BYTES", 300)
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
        patch.setattr(lines_module, "CHUNK_BYTES", chunk_bytes)
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
    assert batch.errors == [
        "twitter_json[1]@1: not UTF-8",
        "twitter_json[2]@0: a tombstone, no value",
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
    with pytest.raises(RecordingError, match=r"several topics: choose --topic a or b"):
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
    assert (
        plan.warnings[0] == f"{path}: the last line is torn (a power cut?); it counts as malformed"
    )
    second_at = path.read_bytes().index(b"\xff")
    assert plan.warnings[1] == (
        f"{path}: 2 lines are unreadable (at byte 1, {second_at}): malformed"
    )
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
    assert "ends early" in plan.warnings[0]
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

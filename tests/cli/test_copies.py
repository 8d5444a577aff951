"""A topic copied after the show replays as kcat's copy of it: by event time, none of it late."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mwk_desktop.records.recording_writer import copy_start_line
from mwk_desktop.sources.one_pass_source import OnePassSource, PreparationNeeded
from mwk_desktop.sources.recording_source import RecordingSource, Step
from tests.cli.driving import AT_ONCE
from tests.support import T0_MS, envelope, examples, joined, votes, write_lines

CASE = Path(__file__).parents[1] / "fixtures" / "cases" / "record-after-the-show.jsonl"
SHOW = [name for name in ("drum", "pad", "synth", "drum", "vocal") for _ in range(40)]
AFTER_MS = T0_MS + 7_200_000

Lines = list[dict[str, Any]]


def show(step_ms: int = 500) -> Lines:
    """Nearly two minutes of votes, as kcat copies them: partition after partition."""
    lines = votes(SHOW, step_ms=step_ms)
    for number, line in enumerate(lines):
        line["partition"] = number % 2
    return sorted(lines, key=lambda line: line["partition"])


def copied(lines: Lines, at_ms: int = AFTER_MS) -> Lines:
    return [{**line, "arrival_ms": at_ms + number} for number, line in enumerate(lines)]


def said_to_be_a_copy(lines: Lines, at_ms: int = AFTER_MS) -> Lines:
    start = envelope(copy_start_line(["twitter_json"]), at_ms, topic="mwk-show")
    return [{**start, "arrival_ms": at_ms}, *copied(lines, at_ms)]


def steps(path: Path) -> list[Step]:
    source = RecordingSource(path)
    try:
        return list(source.steps())
    finally:
        source.close()


def test_a_copied_recording_has_no_late_votes(mwk: Any) -> None:
    done = mwk("replay", CASE, *AT_ONCE)
    assert done.code == 0
    [summary] = done.of_type("summary")
    assert (summary["votes"], summary["late"]) == (summary["tweets"], 0)
    assert done.of_type("window")
    assert "copy made after the show" in done.err
    assert done.err.count("\n") == 1


def test_a_copy_gives_what_kcats_copy_gives(mwk: Any, tmp_path: Path) -> None:
    right = mwk("replay", write_lines(tmp_path / "kcat.jsonl", show()), *AT_ONCE)
    assert len(right.of_type("window")) > 3
    ours = mwk("replay", write_lines(tmp_path / "ours.jsonl", said_to_be_a_copy(show())), *AT_ONCE)
    old = mwk("replay", write_lines(tmp_path / "old.jsonl", copied(show())), *AT_ONCE)
    assert ours.lines == old.lines == right.lines
    assert (right.err, ours.err) == ("", "")
    assert "copy made after the show" in old.err


def test_a_copy_made_while_the_show_ran_is_one_too(mwk: Any, tmp_path: Path) -> None:
    # Its beginning is an hour's backlog, its end came as it was written: both are by event time.
    lines = votes(SHOW, step_ms=500)
    half = len(lines) // 2
    now_ms = lines[half]["ts"]
    arrived = [{**line, "arrival_ms": max(now_ms, line["ts"])} for line in lines]
    start = envelope(copy_start_line(["twitter_json"]), now_ms, topic="mwk-show")
    path = write_lines(tmp_path / "during.jsonl", [{**start, "arrival_ms": now_ms}, *arrived])
    right = mwk("replay", write_lines(tmp_path / "kcat.jsonl", lines), *AT_ONCE)
    assert mwk("replay", path, *AT_ONCE).lines == right.lines


def test_a_producer_ahead_of_the_copyist_is_not_pulled_back(tmp_path: Path) -> None:
    lines = votes(["drum", "pad"] * 20, step_ms=3_000)
    copy = write_lines(tmp_path / "copy.jsonl", said_to_be_a_copy(lines, T0_MS))
    assert steps(copy) == steps(write_lines(tmp_path / "kcat.jsonl", lines))


def test_a_copy_of_a_record_without_time(tmp_path: Path) -> None:
    lines = show()
    for line in lines[::7]:
        line["ts"], line["tstype"] = 0, "unknown"
    copy = write_lines(tmp_path / "copy.jsonl", said_to_be_a_copy(lines))
    assert steps(copy) == steps(write_lines(tmp_path / "kcat.jsonl", lines))


def test_the_decisions_in_a_copied_show_topic_close_no_window(tmp_path: Path) -> None:
    decisions = [
        envelope({"type": "close", "end_ms": T0_MS + 10**9}, AFTER_MS, topic="mwk-show"),
        envelope({"type": "start", "seed": 7}, AFTER_MS, topic="mwk-show"),
    ]
    lines = said_to_be_a_copy([*decisions, *show()])
    source = RecordingSource(write_lines(tmp_path / "copy.jsonl", lines))
    plan = source.prepare()
    assert (plan.order, plan.is_copy, plan.start) == ("event", True, {"type": "start", "seed": 7})
    assert list(source.steps()) == steps(write_lines(tmp_path / "kcat.jsonl", show()))
    source.close()


def test_a_copy_that_says_so_late_in_the_file(tmp_path: Path) -> None:
    lines = said_to_be_a_copy(show())
    path = write_lines(tmp_path / "copy.jsonl", [*lines[1:], lines[0]])
    assert steps(path) == steps(write_lines(tmp_path / "kcat.jsonl", show()))


def test_a_copy_in_order_is_read_once(tmp_path: Path) -> None:
    lines = votes(SHOW, step_ms=500)
    path = write_lines(tmp_path / "copy.jsonl", said_to_be_a_copy(lines))
    assert joined(OnePassSource(path).steps()) == joined(steps(path))
    with_decision = [*said_to_be_a_copy(lines), envelope({"type": "close"}, 0, topic="mwk-show")]
    with pytest.raises(PreparationNeeded):
        list(OnePassSource(write_lines(path, with_decision)).steps())


def test_what_arrived_with_the_audience_is_no_copy(tmp_path: Path) -> None:
    lines = votes(SHOW, step_ms=500)
    arrived = [{**line, "arrival_ms": line["ts"] + 40} for line in lines]
    # One in five was late, as on a bad network.
    arrived = [
        {**line, "arrival_ms": line["arrival_ms"] + 60_000 * (n % 5 == 0)}
        for n, line in enumerate(arrived)
    ]
    plan = RecordingSource(write_lines(tmp_path / "live.jsonl", arrived)).prepare()
    assert (plan.order, plan.is_copy, plan.warnings) == ("arrival", False, ())
    # A show that ended before its first window did: it said what it is.
    start = envelope({"type": "start", "seed": 1}, T0_MS, topic="mwk-show")
    late = [{**line, "arrival_ms": AFTER_MS} for line in lines]
    plan = RecordingSource(write_lines(tmp_path / "show.jsonl", [start, *late])).prepare()
    assert (plan.order, plan.is_copy) == ("arrival", False)


@settings(
    deadline=None,
    max_examples=examples(40),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(
        st.tuples(st.integers(0, 400_000), st.integers(0, 2), st.integers(-(10**6), 10**7)),
        min_size=1,
        max_size=60,
    )
)
def test_no_time_of_copying_changes_the_replay(
    tmp_path: Path, records: list[tuple[int, int, int]]
) -> None:
    lines = votes(["drum"] * len(records))
    for line, (after_ms, partition, _) in zip(lines, records, strict=True):
        line["ts"], line["partition"] = T0_MS + after_ms, partition
    arrived = [
        {**line, "arrival_ms": max(0, line["ts"] + delay_ms)}
        for line, (_, _, delay_ms) in zip(lines, records, strict=True)
    ]
    start = envelope(copy_start_line(["twitter_json"]), AFTER_MS, topic="mwk-show")
    copy = write_lines(tmp_path / "copy.jsonl", [start, *arrived])
    assert steps(copy) == steps(write_lines(tmp_path / "kcat.jsonl", lines))


def test_the_first_line_of_a_copy_is_kcats_envelope(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "copy.jsonl", said_to_be_a_copy(show()))
    first = json.loads(path.read_text("utf-8").splitlines()[0])
    assert json.loads(first["payload"])["copy"] is True

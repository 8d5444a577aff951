"""The short way through a recording says the same as the long one, or says that it cannot."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.records.batch import Batch
from mwk_desktop.sources.one_pass_source import OnePassSource, PreparationNeeded
from mwk_desktop.sources.recording_source import RecordingSource
from tests.support import T0_MS, envelope, joined, status, votes, write_lines


def read(source: RecordingSource) -> Batch:
    steps = list(source.steps(64))
    assert all(0 < len(step.tweets) <= 64 for step in steps if isinstance(step, Batch))
    return joined(steps)


def test_a_file_in_order_gives_the_same_read(tmp_path: Path) -> None:
    lines = votes(["drum", "pad", "vocal"] * 400, step_ms=7)
    lines.insert(5, envelope(None, lines[5]["ts"], offset=4))
    lines.insert(9, envelope("{", lines[9]["ts"], offset=8))
    path = write_lines(tmp_path / "a.jsonl", lines)
    assert read(OnePassSource(path)) == read(RecordingSource(path))


def test_other_topics_are_passed_over(tmp_path: Path) -> None:
    lines = votes(["drum"] * 20)
    lines[3:3] = [envelope(status("pad"), T0_MS + 5, topic="elsewhere")]
    path = write_lines(tmp_path / "a.jsonl", lines)
    assert read(OnePassSource(path)) == read(RecordingSource(path))


@pytest.mark.parametrize("size", [1, 3, 400])
def test_records_of_one_millisecond_are_sorted(tmp_path: Path, size: int) -> None:
    lines = votes(["drum", "pad", "vocal", "synth"] * 900, step_ms=0)
    for n, line in enumerate(lines):
        line["ts"] += n // size
        line["partition"] = n % 3
    path = write_lines(tmp_path / "a.jsonl", lines)
    one, two = read(OnePassSource(path)), read(RecordingSource(path))
    assert one.tweets == two.tweets
    assert one.events_ms == two.events_ms


def shuffled(lines: list[dict[str, Any]]) -> None:
    random.Random(1).shuffle(lines)


def with_arrival(lines: list[dict[str, Any]]) -> None:
    lines[-1]["arrival_ms"] = T0_MS


def with_decision(lines: list[dict[str, Any]]) -> None:
    lines.append(envelope({"type": "close"}, T0_MS, topic="mwk-show"))


def without_time(lines: list[dict[str, Any]]) -> None:
    lines[-1]["ts"] = 0


def of_another_topic(lines: list[dict[str, Any]]) -> None:
    for line in lines:
        line["topic"] = "elsewhere"


@pytest.mark.parametrize(
    "spoil", [shuffled, with_arrival, with_decision, without_time, of_another_topic]
)
def test_what_asks_for_the_long_way_is_doubted(tmp_path: Path, spoil: Any) -> None:
    lines = votes(["drum", "pad"] * 50)
    spoil(lines)
    path = write_lines(tmp_path / "a.jsonl", lines)
    with pytest.raises(PreparationNeeded):
        read(OnePassSource(path))


def test_a_torn_line_is_doubted(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", votes(["drum"] * 5))
    path.write_text(path.read_text("utf-8")[:-20], "utf-8")
    with pytest.raises(PreparationNeeded):
        read(OnePassSource(path))

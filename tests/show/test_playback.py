"""Replaying recordings: the same counts and scenes however the records come."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mwk_desktop.show.drivers.offline import Bounced, OfflineShow
from mwk_desktop.show.drivers.prepared_recording import prepare
from mwk_desktop.show.json_lines import summary_line, window_line
from mwk_desktop.sources.recording_source import RecordingSource
from mwk_desktop.topology.counting import Counting, CountingRules
from mwk_desktop.units import INSTRUMENTS
from tests.support import T0_MS, arithmetic_music, envelope, examples, status, votes, write_lines

WINDOW_MS = 30_000
MUSIC = arithmetic_music()


class Run:
    """One offline run of a file."""

    def __init__(
        self, path: Path, batch_size: int = 4096, seed: int | None = None, **rules: Any
    ) -> None:
        window_ms = rules.setdefault("window_ms", WINDOW_MS)
        self.recorded = prepare(RecordingSource(path), MUSIC, window_ms, 250, seed)
        self.recorded.batch_size = batch_size
        self.windows: list[dict[str, Any]] = []
        self.counting = Counting(CountingRules(**rules), MUSIC.clips, self.recorded.seed)
        show = OfflineShow(
            self.recorded,
            self.counting,
            opening=("drum", "pad"),
            quantize="bar",
            grace_ms=250,
            on_window=lambda window, scene: self.windows.append(window_line(window, scene)),
        )
        self.bounced: Bounced | None = show.run()
        self.recorded.source.close()

    @property
    def summary(self) -> dict[str, Any]:
        return summary_line(self.counting)

    def landings(self) -> list[int]:
        assert self.bounced is not None
        return sorted({launch.frame for plan in self.bounced.launches.values() for launch in plan})


def interesting_lines(rng: random.Random) -> list[dict[str, Any]]:
    """A crowd over three partitions with everything that can go wrong in a topic."""
    lines = []
    for n in range(rng.randrange(1, 120)):
        ts = T0_MS + rng.randrange(0, 4 * WINDOW_MS)
        text = rng.choice([*INSTRUMENTS, "heavy bass", "nappe", "hello", "RT @x drum", "iPad"])
        payload: Any = status(text, f"u{rng.randrange(6)}", id_=n, created_ms=ts)
        odd = rng.random()
        if odd < 0.05:
            payload = None
        elif odd < 0.1:
            payload = "{not json"
        elif odd < 0.2 and lines:
            payload = rng.choice(lines)["payload"]
        lines.append(envelope(payload, ts, partition=n % 3, offset=n))
    return lines


@given(seed=st.integers(0, 10_000), batch_size=st.sampled_from([1, 2, 7, 64]))
@settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_batches_and_any_interleaving_of_partitions_count_the_same(
    tmp_path_factory: pytest.TempPathFactory, seed: int, batch_size: int
) -> None:
    rng = random.Random(seed)
    lines = interesting_lines(rng)
    folder = tmp_path_factory.mktemp("lines")
    one = Run(write_lines(folder / "one.jsonl", lines))
    again = Run(write_lines(folder / "again.jsonl", lines), batch_size)
    assert again.windows == one.windows
    assert again.summary == one.summary
    assert again.bounced == one.bounced

    rng.shuffle(lines)
    shuffled = Run(write_lines(folder / "shuffled.jsonl", lines), batch_size)
    assert shuffled.windows == one.windows
    assert shuffled.summary == one.summary
    assert shuffled.bounced == one.bounced


def test_scenes_land_one_beat_after_their_windows_on_bars_17_and_33(tmp_path: Path) -> None:
    lines = votes(["vocal"]) + votes(["synth"], T0_MS + WINDOW_MS, first=1)
    run = Run(write_lines(tmp_path / "a.jsonl", lines))
    assert run.landings() == [0, 1_440_000 + 22_500, 2_880_000 + 22_500]
    grid = run.recorded.grid
    assert [grid.bar_at(frame) for frame in run.landings()] == [0, 17, 33]
    assert run.bounced is not None
    assert run.bounced.end_frame == 2 * 1_440_000 + 22_500 + 1_440_000 + 9_600


def test_a_long_gap_becomes_exactly_one_empty_window(tmp_path: Path) -> None:
    later_ms = T0_MS + 50 * WINDOW_MS
    lines = votes(["vocal"]) + votes(["synth"], later_ms, first=1)
    run = Run(write_lines(tmp_path / "a.jsonl", lines))
    assert [line["start_ms"] for line in run.windows] == [T0_MS, later_ms]
    assert run.landings() == [0, 1_440_000 + 22_500, 3 * 1_440_000 + 22_500]
    # Garbage in the gap is no tweet: it does not make two short gaps of one long one.
    garbage = envelope("{", T0_MS + 25 * WINDOW_MS, offset=9)
    run = Run(write_lines(tmp_path / "b.jsonl", [lines[0], garbage, lines[1]]))
    assert run.landings() == [0, 1_440_000 + 22_500, 3 * 1_440_000 + 22_500]


def test_a_gap_of_ten_minutes_is_not_shortened(tmp_path: Path) -> None:
    lines = votes(["vocal"]) + votes(["synth"], T0_MS + 600_000, first=1)
    run = Run(write_lines(tmp_path / "a.jsonl", lines))
    assert run.landings()[-1] == 21 * 1_440_000 + 22_500


def test_no_vote_leaves_the_scene_and_prints_no_window(tmp_path: Path) -> None:
    lines = [
        *votes(["vocal"]),
        envelope(status("hello", "ana", id_=50), T0_MS + WINDOW_MS, offset=50),
        *votes(["synth"], T0_MS + 2 * WINDOW_MS, first=60),
    ]
    run = Run(write_lines(tmp_path / "a.jsonl", lines))
    assert [line["top"] for line in run.windows] == [["vocal"], ["synth"]]
    assert run.landings() == [0, 1_440_000 + 22_500, 3 * 1_440_000 + 22_500]


def test_arrival_order_makes_late_votes(tmp_path: Path) -> None:
    first, second = votes(["vocal"])[0], votes(["synth"], T0_MS + 5, first=1)[0]
    third = votes(["pad"], T0_MS + WINDOW_MS, first=2)[0]
    lines = [
        {**first, "arrival_ms": T0_MS + 100},
        {**third, "arrival_ms": T0_MS + WINDOW_MS + 300},
        {**second, "arrival_ms": T0_MS + WINDOW_MS + 310},
    ]
    run = Run(write_lines(tmp_path / "a.jsonl", lines))
    assert run.summary["late"] == 1
    assert run.summary["tweets"] == 3
    assert [line["votes"] for line in run.windows] == [{"vocal": 1}, {"pad": 1}]
    # Within the grace it is not late.
    lines[1]["arrival_ms"] = T0_MS + WINDOW_MS + 200
    lines[2]["arrival_ms"] = T0_MS + WINDOW_MS + 249
    run = Run(write_lines(tmp_path / "b.jsonl", lines))
    assert run.summary["late"] == 0
    assert run.windows[0]["votes"] == {"synth": 1, "vocal": 1}


def test_a_record_from_2099_is_a_window_of_its_own(tmp_path: Path) -> None:
    lines = votes(["vocal"]) + votes(["drum"], 4_070_908_800_000, first=5)
    run = Run(write_lines(tmp_path / "a.jsonl", lines))
    assert [line["start_ms"] for line in run.windows] == [T0_MS, 4_070_908_800_000]
    assert run.bounced is not None
    assert run.bounced.end_frame < 5 * 1_440_000


def test_a_recording_without_a_tweet_has_a_summary_and_nothing_to_bounce(tmp_path: Path) -> None:
    run = Run(write_lines(tmp_path / "a.jsonl", [envelope(None), envelope("{", offset=1)]))
    assert run.bounced is None
    assert run.summary["malformed"] == 2
    assert run.windows == []


@pytest.mark.parametrize("cut", [0, 1, 5, 17, 39])
def test_counting_goes_on_from_a_saved_state(tmp_path: Path, cut: int) -> None:
    from mwk_desktop.records.batch import Batch

    lines = [line for n in range(4) for line in votes(["drum", "pad"] * 5, T0_MS + n * 20_000)]
    path = write_lines(tmp_path / "a.jsonl", lines)
    batches = [step for step in RecordingSource(path).steps() if isinstance(step, Batch)]
    assert len(batches) == 1
    whole = Counting(CountingRules(), MUSIC.clips, 3)
    whole.fold(batches[0])
    part = Counting(CountingRules(), MUSIC.clips, 3)
    part.fold(batches[0], 0, cut)
    rest = Counting.from_rows(CountingRules(), MUSIC.clips, part.all_rows())
    rest.fold(batches[0], cut)
    assert rest.close(T0_MS + 10 * WINDOW_MS) == whole.close(T0_MS + 10 * WINDOW_MS)
    assert summary_line(rest) == summary_line(whole)

"""Where in a recording the crowd was busy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mwk_desktop.show.drivers import density
from mwk_desktop.show.drivers.density import PARTS, density_of
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.topology.counting_rules import CountingRules
from tests.show.shows import RATE_HZ, Live, Replayed, batch_of
from tests.support import T0_MS, envelope, status, write_lines


def lines_of(count: int, step_ms: int) -> list[dict[str, object]]:
    texts = ["drum", "hello", "pad"]
    return [
        envelope(status(texts[n % 3], f"u{n}", id_=n), T0_MS + n * step_ms, offset=n)
        for n in range(count)
    ]


def test_votes_in_equal_parts(tmp_path: Path) -> None:
    lines = lines_of(301, 100)
    lines.append(envelope("{garbage", T0_MS + 5, offset=999))
    replayed = Replayed(write_lines(tmp_path / "some.jsonl", lines))
    parts = density_of(replayed.recorded, CountingRules())
    assert len(parts) == PARTS
    assert sum(parts) == 201
    assert max(parts[:-1]) - min(parts) <= 2
    replayed.recorded.density = parts
    replay = replayed.show(PlannedLaunches(RATE_HZ)).next_snapshot().replay
    assert replay is not None
    assert replay.density == parts
    assert replay.start_ms == T0_MS
    assert replay.length_ms == 30_000


def test_rules_of_matching_hold(tmp_path: Path) -> None:
    replayed = Replayed(write_lines(tmp_path / "some.jsonl", lines_of(9, 100)))
    assert sum(density_of(replayed.recorded, CountingRules(require_hashtag=True))) == 0


def test_a_long_recording_shows_its_tweets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(density, "EXACT_RECORDS", 100)
    path = write_lines(tmp_path / "some.jsonl", [*lines_of(300, 100), *lines_of(50, 1)])
    parts = density_of(Replayed(path).recorded, CountingRules())
    assert sum(parts) == 350
    assert parts[0] > 50


def test_of_a_recorded_show_and_of_a_single_moment(tmp_path: Path) -> None:
    path = tmp_path / "show.jsonl"
    crowd = [(500, batch_of(T0_MS + 500, ("ana", "drum"), ("bert", "x"), first=0))]
    Live(path).run(6_000, crowd)
    recorded = Replayed(path).recorded
    assert sum(density_of(recorded, CountingRules())) == 1
    recorded = replace(recorded, length_ms=0)
    assert sum(density_of(recorded, CountingRules())) == 1

"""A timed replay lands what the bounce of the same recording lands, whatever the recording."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.show.drivers.offline import OfflineShow
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.show.drivers.prepared_recording import prepare
from mwk_desktop.show.drivers.replay import ReplayShow
from mwk_desktop.show.json_lines import summary_line, window_line
from mwk_desktop.show.music import Music
from mwk_desktop.sources.recording_source import RecordingSource
from mwk_desktop.topology.counting import Counting, CountingRules
from mwk_desktop.units import INSTRUMENTS
from tests.support import T0_MS, arithmetic_music, envelope, status, write_lines

WINDOW_MS = 3_750


def some_lines(rng: random.Random, arrivals: bool) -> list[dict[str, Any]]:
    t_ms = T0_MS + rng.randrange(WINDOW_MS)
    lines = []
    for n in range(rng.randrange(1, 25)):
        t_ms += rng.choice([0, 5, 700, 3_749, 3_750, 9_000, 600_000, 600_001, 1_300_000])
        payload: Any = status(rng.choice([*INSTRUMENTS, "hello"]), f"u{n % 4}", id_=n)
        if rng.random() < 0.1:
            payload = None
        elif rng.random() < 0.1 and lines:
            payload = lines[-1]["payload"]
        line = envelope(payload, t_ms, offset=n)
        if arrivals:
            line["arrival_ms"] = t_ms + rng.choice([0, 20, 249, 250, 251])
        lines.append(line)
    if arrivals:
        lines.sort(key=lambda line: line["arrival_ms"])
    return lines


def run(path: Path, music: Music, quantize: Any) -> tuple[Any, Any]:
    recorded = prepare(RecordingSource(path), music, WINDOW_MS, 250, None)
    offline_lines: list[Any] = []
    timed_lines: list[Any] = []
    countings: list[Counting] = []

    def counting() -> Counting:
        countings.append(Counting(CountingRules(window_ms=WINDOW_MS), music.clips, recorded.seed))
        return countings[-1]

    common: dict[str, Any] = {"opening": ("pad",), "quantize": quantize, "grace_ms": 250}
    bounced = OfflineShow(
        recorded,
        counting(),
        on_window=lambda w, s: offline_lines.append(window_line(w, list(s))),
        **common,
    ).run()
    if bounced is None:
        return None, None
    planned = PlannedLaunches(music.rate_hz)
    timed = ReplayShow(
        recorded,
        counting,
        planned,
        speed=1.0,
        loop=False,
        file_name="x",
        on_window=lambda w, s: timed_lines.append(window_line(w, list(s))),
        **common,
    )
    timed.start()
    while not timed.finished:
        assert planned.frame < bounced.end_frame + music.rate_hz
        planned.advance_to(planned.frame + music.rate_hz // 50)
        timed.tick()
    recorded.source.close()
    offline = [bounced.launches, bounced.ramps, offline_lines, summary_line(countings[0])]
    launches = dict(enumerate(planned.launches))
    return offline, [launches, planned.ramps, timed_lines, summary_line(countings[1])]


@pytest.mark.parametrize("seed", range(24))
def test_a_timed_replay_lands_what_the_bounce_lands(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    music = arithmetic_music(rng.choice([48_000, 44_100]), rng.choice([180_000, 171_234, 60_001]))
    path = write_lines(tmp_path / "some.jsonl", some_lines(rng, rng.random() < 0.5))
    offline, timed = run(path, music, rng.choice(["beat", "bar", "loop"]))
    assert timed == offline

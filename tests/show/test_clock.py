"""The show's clock: steady under corrections, and right after the machine slept."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from mwk_desktop.show.clock import WallClock, steady_ns
from tests.show.shows import WINDOW_MS, Live
from tests.show.test_moderation import batch_of
from tests.support import T0_MS


def test_a_sleep_of_the_machine_passes_for_the_show_and_a_correction_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    steady = [10**9]
    clock = WallClock(lambda: steady[0])
    before_ms = clock.now_ms()
    assert abs(before_ms - time.time_ns() // 10**6) < 60_000
    monkeypatch.setattr(time, "time_ns", lambda: 0)
    assert clock.now_ms() == before_ms
    steady[0] += 8 * 3600 * 10**9
    assert clock.now_ms() == before_ms + 8 * 3600 * 1000


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="the clock is Linux's")
def test_the_steady_clock_is_the_one_that_does_not_sleep() -> None:
    before = time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    assert before <= steady_ns() <= time.clock_gettime_ns(time.CLOCK_BOOTTIME)


def test_a_lid_closed_for_a_night_costs_the_open_window_nothing(tmp_path: Path) -> None:
    path = tmp_path / "show.jsonl"
    live = Live(path)
    live.show.take(batch_of(T0_MS + 10, ("ana", "vocal"), first=0))
    live.show.tick()
    live.clock.advance(8 * 3600 * 1000)  # the transport stood still with the machine
    live.show.tick()
    assert [line["top"] for line in live.lines] == [["vocal"]]
    pending = live.show.core.conductor.pending
    assert pending is not None
    assert set(pending.clips) == {"vocal"}
    now_ms = live.clock.now_ms()
    live.show.take(batch_of(now_ms, ("bert", "pad"), first=1))
    live.clock.advance(WINDOW_MS + 300)
    live.engine.advance(48_000)
    live.show.tick()
    assert live.lines[-1]["top"] == ["pad"]
    live.writer.close()
    assert path.read_text("utf-8").count('\\"type\\":\\"close\\"') < 200

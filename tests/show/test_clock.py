"""The show's clock: steady under corrections, and right after the machine slept."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from mwk_desktop.clock import ShowClock, steady_ns
from mwk_desktop.records.batch import Batch
from mwk_desktop.show.commands import Scrub, SetMute
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.units import INSTRUMENTS
from tests.show.shows import RATE_HZ, WINDOW_MS, Live, Replayed, batch_of
from tests.support import T0_MS, only_linux


def test_a_sleep_of_the_machine_passes_for_the_show_and_a_correction_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    steady = [10**9]
    clock = ShowClock(lambda: steady[0])
    before_ms = clock.now_ms()
    assert abs(before_ms - time.time_ns() // 10**6) < 60_000
    monkeypatch.setattr(time, "time_ns", lambda: 0)
    assert clock.now_ms() == before_ms
    steady[0] += 8 * 3600 * 10**9
    assert clock.now_ms() == before_ms + 8 * 3600 * 1000


def test_the_steady_clock_is_the_one_that_does_not_sleep() -> None:
    only_linux("CLOCK_BOOTTIME")
    before = time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    assert before <= steady_ns() <= time.clock_gettime_ns(time.CLOCK_BOOTTIME)


def test_a_lid_closed_for_a_night_costs_the_open_window_nothing(tmp_path: Path) -> None:
    path = tmp_path / "show.jsonl"
    live = Live(path)
    live.show.fold_batch(batch_of(T0_MS + 10, ("ana", "vocal"), first=0))
    live.show.tick()
    live.clock.advance(8 * 3600 * 1000)  # the transport stood still with the machine
    live.show.tick()
    assert [line["top"] for line in live.lines] == [["vocal"]]
    pending = live.show.core.conductor.scenes.pending
    assert pending is not None
    assert set(pending.clips) == {"vocal"}
    now_ms = live.clock.now_ms()
    live.show.fold_batch(batch_of(now_ms, ("bert", "pad"), first=1))
    live.clock.advance(WINDOW_MS + 300)
    live.engine.advance(48_000)
    live.show.tick()
    assert live.lines[-1]["top"] == ["pad"]
    live.writer.close()
    assert path.read_text("utf-8").count('\\"type\\":\\"close\\"') < 200


@pytest.mark.parametrize("first_tweet_ms", [500, 12_000])
def test_a_show_that_slept_replays_as_it_was_played(tmp_path: Path, first_tweet_ms: int) -> None:
    path = tmp_path / "show.jsonl"
    live = Live(path)
    night_ms = 600 * WINDOW_MS + 1_234

    def play(until_ms: int) -> None:
        """Play on to a moment of the transport."""
        while live.engine.frame_now() * 1000 // RATE_HZ < until_ms:
            live.show.tick()
            live.clock.advance(50)
            live.engine.advance(50 * RATE_HZ // 1000)

    for ms, command in [
        (500, batch_of(T0_MS + 500, ("ana", "vocal"), first=0)),
        (5_000, batch_of(T0_MS + 5_000, ("ana", "melody"), first=1)),
        (9_000, None),  # the lid is closed and opened again
        (12_000, ("bert", "pad")),
        (13_000, SetMute("pad", True)),
        (17_000, ("bert", "synth")),
        (19_000, SetMute("pad", False)),
    ]:
        if isinstance(command, Batch) and ms < first_tweet_ms:
            continue
        play(ms)
        if command is None:
            live.clock.advance(night_ms)
        elif isinstance(command, tuple):
            live.show.fold_batch(batch_of(live.clock.now_ms(), command, first=ms))
        else:
            live.show.apply_command(command)
    play(26_000)
    live.show.tick()
    live.writer.close()

    offline = Replayed(path)
    bounced = offline.offline()
    assert bounced is not None
    assert offline.lines == live.lines
    assert offline.summary == live.summary
    assert bounced.end_frame < 40 * RATE_HZ  # nobody wants to hear the night
    timed = Replayed(path)
    planned = timed.timed()
    assert timed.lines == live.lines
    assert dict(enumerate(planned.launches)) == bounced.launches
    assert planned.ramps == bounced.ramps
    # What the log says of the pad's mute, in frames of the bounce.
    recorded = offline.recorded.landings
    assert recorded is not None
    muted = [ramp.frame for ramp in bounced.ramps[8 + INSTRUMENTS.index("pad")]]
    assert muted == [recorded.frame(ms * RATE_HZ // 1000) for ms in (13_000, 19_000)]
    assert bounced.launches[INSTRUMENTS.index("synth")]
    replay = Replayed(path)
    show = replay.show(PlannedLaunches(RATE_HZ))
    show.start()
    show.slice_s = 9.0
    show.apply_command(Scrub(show.next_snapshot().replay.length_ms))  # type: ignore[union-attr]
    show.tick()
    assert show.next_snapshot().counts.tweets == replay.new_counting().counts.tweets + len(
        [line for line in path.read_text("utf-8").splitlines() if '"twitter_json"' in line]
    )

"""The MIDI clock: its line through jittering points, its messages, and all of it over JACK."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.controls.midi.clock_line import (
    CLOCK,
    CONTINUE,
    START,
    STOP,
    TICKS_PER_BEAT,
    ClockLine,
    LineFit,
    TickPlan,
    song_position,
)
from mwk_desktop.controls.midi.clock_process import ClockOptions, run_clock
from mwk_desktop.platform.spawning import SPAWN
from tests.driven_program import DrivenProgram
from tests.support import wait_for

BEAT_NS = 60e9 / 128.0
RATE_HZ = 48_000
LISTENER = Path(__file__).with_name("jack_clock.py")


@settings(deadline=None, max_examples=30)
@given(
    off_ppm=st.floats(-200, 200),
    jitters_ms=st.lists(st.floats(0, 8), min_size=120, max_size=240),
)
def test_the_line_goes_through_points_that_come_late(
    off_ppm: float, jitters_ms: list[float]
) -> None:
    """A sound card that is off by so much, asked for blocks up to 8 ms late."""
    beat_ns = BEAT_NS * (1.0 + off_ppm / 1e6)
    fit = LineFit()
    for number, late_ms in enumerate(jitters_ms):
        beats = number * 0.2
        fit.add(round(5e9 + beats * beat_ns + late_ms * 1e6), beats, 128.0)
    line = fit.line()
    assert line is not None
    newest = len(jitters_ms) * 0.2
    assert abs(line.time_of(newest) - (5e9 + newest * beat_ns)) < 9e6
    assert abs(line.beat_ns / BEAT_NS - 1.0) < 1e-3


def test_the_tempo_is_that_of_the_sound_card() -> None:
    fit = LineFit()
    for number in range(240):
        beats = number * 0.2
        fit.add(round(beats * BEAT_NS * 1.0001), beats, 128.0)
    line = fit.line()
    assert line is not None
    assert 60e9 / line.beat_ns == pytest.approx(128.0 / 1.0001, abs=1e-4)


def test_a_transport_that_moved_has_a_line_of_its_own() -> None:
    fit = LineFit()
    for number in range(50):
        fit.add(round(number * BEAT_NS), float(number), 128.0)
    fit.add(round(50 * BEAT_NS), 7.0, 128.0)
    line = fit.line()
    assert line is not None
    assert line.beats_at(50 * BEAT_NS) == pytest.approx(7.0)


def ticked(begin_beats: float, ticks: int, beats_per_bar: int = 4) -> list[bytes]:
    """Everything that is sent from a moment on."""
    line, plan = ClockLine(0.0, BEAT_NS), TickPlan(beats_per_bar)
    now_ns = round(line.time_of(begin_beats))
    sent: list[bytes] = []
    for _ in range(ticks):
        now_ns = round(plan.due_ns(line, now_ns))
        sent += plan.messages_due(line, now_ns)
    return sent


def test_the_first_bar_starts_and_a_later_one_continues_there() -> None:
    sent = ticked(-0.5, 40)
    assert sent.index(START) == TICKS_PER_BEAT // 2
    assert sent[sent.index(START) + 1] == CLOCK
    later = ticked(9.5, 100)
    at = later.index(CONTINUE)
    assert later[at - 1 : at + 2] == [song_position(12 * TICKS_PER_BEAT), CONTINUE, CLOCK]
    assert later[:at].count(CLOCK) == round(2.5 * TICKS_PER_BEAT)


@given(st.integers(0, 100_000))
def test_a_song_position_counts_sixteenths_in_14_bits(bars: int) -> None:
    status, low, high = song_position(bars * 4 * TICKS_PER_BEAT)
    assert status == 0xF2
    assert max(low, high) < 128
    assert low + 128 * high == bars * 16 % 16_384


def test_after_a_long_standstill_the_receivers_start_again_on_a_bar() -> None:
    line, plan = ClockLine(0.0, BEAT_NS), TickPlan(4)
    now_ns = round(plan.due_ns(line, 0))
    assert START in plan.messages_due(line, now_ns)
    assert plan.messages_due(line, round(line.time_of(9.3))) == [STOP]
    sent: list[bytes] = []
    now_ns = round(line.time_of(9.3))
    for _ in range(100):
        now_ns = round(plan.due_ns(line, now_ns))
        sent += plan.messages_due(line, now_ns)
    assert sent.count(CONTINUE) == 1
    assert sent[sent.index(CONTINUE) - 1] == song_position(12 * TICKS_PER_BEAT)


def test_the_clock_over_jack(jack_of: Callable[..., Any]) -> None:
    """Every tick comes, the first bar starts, the tempo is the line's, the end stops."""
    listener = DrivenProgram(LISTENER, jack_of(256).name)
    connection, theirs = SPAWN.Pipe()
    process = SPAWN.Process(
        target=run_clock, args=(theirs, ClockOptions(4, system="jack")), daemon=True
    )
    process.start()
    theirs.close()
    try:
        wait_for(lambda: listener.ask("connect mwk"))
        zero_ns = time.monotonic_ns() + 1_000_000_000
        connection.send(ClockLine(float(zero_ns), BEAT_NS))
        events: list[tuple[int, bytes]] = []

        def heard() -> int:
            for word in listener.ask("got").split():
                frame, _, data = word.partition(":")
                events.append((int(frame), bytes.fromhex(data)))
            return sum(data == CLOCK for _, data in events)

        wait_for(lambda: heard() > 8 * TICKS_PER_BEAT)
        frame, now_ns = map(int, listener.ask("now").split())
        connection.close()
        wait_for(lambda: heard() and events[-1][1] == STOP)
    finally:
        listener.kill()
        process.kill()
        process.join()
    started = [data for _, data in events].index(START)
    ticks = [at for at, data in events[started:] if data == CLOCK]
    zero_frame = frame + (zero_ns - now_ns) * RATE_HZ / 1e9
    ideal = [zero_frame + n * BEAT_NS * RATE_HZ / 1e9 / TICKS_PER_BEAT for n in range(len(ticks))]
    off = sorted(at - wanted for at, wanted in zip(ticks, ideal, strict=True))
    # In the middle within a block and the one that it waits for; a busy machine delays some.
    assert -1 <= off[len(off) // 2] < 2 * 256

"""The MIDI clock: its line through jittering points, its messages, and all of it over JACK."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from itertools import pairwise
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
from tests.support import examples, wait_for
from tests.wake_lateness import WakeLateness

BEAT_NS = 60e9 / 128.0
LINE = ClockLine(0.0, BEAT_NS)
RATE_HZ = 48_000
LISTENER = Path(__file__).with_name("jack_clock.py")


@settings(deadline=None, max_examples=examples(30))
@given(
    off_ppm=st.floats(-200, 200),
    jitters_ms=st.lists(st.floats(0, 80), min_size=120, max_size=300),
    in_time=st.integers(3, 12),
)
def test_the_line_goes_through_points_that_come_late(
    off_ppm: float, jitters_ms: list[float], in_time: int
) -> None:
    """Of a sound card that is off by so much, however late most points come: some are in time."""
    beat_ns = BEAT_NS * (1.0 + off_ppm / 1e6)
    fit = LineFit()
    for number, late_ms in enumerate(jitters_ms):
        beats = number * 0.2
        late_ns = 0.0 if number % in_time == 0 else late_ms * 1e6 / 4
        fit.add(round(5e9 + beats * beat_ns + late_ns), beats, 128.0)
    line = fit.line()
    assert line is not None
    newest = len(jitters_ms) * 0.2
    assert abs(line.time_of(newest) - (5e9 + newest * beat_ns)) < 1e6
    assert 60e9 / line.beat_ns == pytest.approx(60e9 / beat_ns, abs=0.005)


@settings(max_examples=examples(30))
@given(st.lists(st.floats(0, 8), min_size=120, max_size=240))
def test_no_point_is_before_the_line(jitters_ms: list[float]) -> None:
    fit = LineFit()
    points = [(round(n * 0.2 * BEAT_NS + late * 1e6), n * 0.2) for n, late in enumerate(jitters_ms)]
    for time_ns, beats in points:
        fit.add(time_ns, beats, 128.0)
    line = fit.line()
    assert line is not None
    assert all(time_ns > line.time_of(beats) - 1e3 for time_ns, beats in points)


def test_the_line_follows_a_missed_block() -> None:
    fit = LineFit()
    for number in range(120):
        late_ns = 5.3e6 if number > 60 else 0.0
        fit.add(round(number * 0.2 * BEAT_NS + late_ns), number * 0.2, 128.0)
        line = fit.line()
        if number > 80:
            assert line is not None
            assert line.zero_ns == pytest.approx(5.3e6, abs=1e4)
            assert 60e9 / line.beat_ns == pytest.approx(128.0, abs=0.001)


def test_one_block_that_came_early_moves_nothing() -> None:
    fit = LineFit()
    for number in range(60):
        early_ns = 5.3e6 if number == 30 else 0.0
        fit.add(round(number * 0.2 * BEAT_NS - early_ns), number * 0.2, 128.0)
        line = fit.line()
        assert line is None or line.zero_ns == pytest.approx(0.0, abs=1e4)


def test_a_transport_that_stands_still_has_no_line() -> None:
    fit = LineFit()
    for number in range(5):
        fit.add(round(number * BEAT_NS / 5), -3.0, 128.0)
        assert fit.line() is None


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
    assert fit.line() is None
    fit.add(round(51 * BEAT_NS), 8.0, 128.0)
    line = fit.line()
    assert line is not None
    assert line.beats_at(50 * BEAT_NS) == pytest.approx(7.0)


def ticked(
    begin_beats: float, ticks: int, line: ClockLine = LINE, *, resumes: bool = False
) -> list[bytes]:
    """Everything that is sent from a moment on."""
    plan = TickPlan(resumes=resumes)
    now_ns = round(line.time_of(begin_beats))
    sent: list[bytes] = []
    for _ in range(ticks):
        now_ns = round(plan.due_ns(line, now_ns))
        sent += plan.messages_due(line, now_ns)
    return sent


def test_the_first_bar_starts() -> None:
    sent = ticked(-0.5, 400)
    assert sent.index(START) == TICKS_PER_BEAT // 2
    assert [data for data in sent if data != CLOCK] == [START]


@given(begin=st.floats(0.01, 200.0), phrase_beats=st.integers(0, 7).map(lambda bars: 4 * bars))
def test_a_late_clock_starts_on_a_phrase(begin: float, phrase_beats: int) -> None:
    sent = ticked(begin, 33 * TICKS_PER_BEAT, ClockLine(0.0, BEAT_NS, 4, 32, phrase_beats))
    assert [data for data in sent if data != CLOCK] == [START]
    started = math.ceil(begin * TICKS_PER_BEAT) + sent.index(START)
    assert (started - phrase_beats * TICKS_PER_BEAT) % (32 * TICKS_PER_BEAT) == 0


def test_a_process_that_takes_over_continues_on_the_next_bar() -> None:
    later = ticked(9.5, 100, resumes=True)
    at = later.index(CONTINUE)
    assert later[at - 1 : at + 2] == [song_position(12 * TICKS_PER_BEAT), CONTINUE, CLOCK]
    assert later[:at].count(CLOCK) == round(2.5 * TICKS_PER_BEAT)


def test_the_position_counts_from_the_start() -> None:
    """A receiver that was started on a phrase is there at song position 0."""
    plan, line = TickPlan(), ClockLine(0.0, BEAT_NS, phrase_beats=8)
    now_ns = round(line.time_of(7.5))
    joins = []
    for _ in range(5 * TICKS_PER_BEAT):
        now_ns = round(plan.due_ns(line, now_ns))
        plan.messages_due(line, now_ns)
        joins.append(plan.join_messages)
    assert [each for each in joins if each] == [[song_position(4 * TICKS_PER_BEAT), CONTINUE]]


def test_the_next_show_starts_again() -> None:
    plan, sent = TickPlan(), []
    for begin in (-0.1, -0.2):
        now_ns = round(LINE.time_of(begin))
        for _ in range(10):
            now_ns = round(plan.due_ns(LINE, now_ns))
            sent += plan.messages_due(LINE, now_ns)
        sent += plan.end()
    assert [data for data in sent if data != CLOCK] == [START, STOP, START, STOP]


@given(st.integers(0, 100_000))
def test_a_song_position_counts_sixteenths_in_14_bits(bars: int) -> None:
    status, low, high = song_position(bars * 4 * TICKS_PER_BEAT)
    assert status == 0xF2
    assert max(low, high) < 128
    assert low + 128 * high == bars * 16 % 16_384


def test_after_a_long_standstill_the_receivers_start_again_on_a_bar() -> None:
    line, plan = ClockLine(0.0, BEAT_NS), TickPlan()
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
    # One that waits for late clients: what the listener has missed would be a tick that never came.
    listener = DrivenProgram(LISTENER, jack_of(256, synchronous=True).name)
    connection, theirs = SPAWN.Pipe()
    process = SPAWN.Process(
        target=run_clock, args=(theirs, ClockOptions(system="jack")), daemon=True
    )
    process.start()
    theirs.close()
    try:
        wait_for(lambda: listener.ask("connect mwk"))
        zero_ns = time.monotonic_ns() + 1_000_000_000
        connection.send(ClockLine(float(zero_ns), BEAT_NS))
        events: list[tuple[int, bytes]] = []
        blocks: list[tuple[int, int]] = []

        def heard() -> int:
            for word in listener.ask("blocks").split():
                frame, _, asked_ns = word.partition(":")
                blocks.append((int(frame), int(asked_ns)))
            for word in listener.ask("got").split():
                frame, _, data = word.partition(":")
                events.append((int(frame), bytes.fromhex(data)))
            return sum(data == CLOCK for _, data in events)

        with WakeLateness() as machine:
            wait_for(lambda: heard() > 8 * TICKS_PER_BEAT)
        connection.close()
        wait_for(lambda: heard() and events[-1][1] == STOP)
    finally:
        listener.kill()
        process.kill()
        process.join()
    started = [data for _, data in events].index(START)
    ticks = [at for at, data in events[started:] if data == CLOCK]
    # When it came is the time of the very block that it came in: a server that missed blocks goes
    # on with fewer frames than time. The listener may be asked late for a block, but never early.
    off: list[float] = []
    for at in ticks:
        frame, asked_ns = max(block for block in blocks if block[0] <= at)
        came_ns = asked_ns + (at - frame) * 1e9 / RATE_HZ
        due_ns = zero_ns + len(off) * BEAT_NS / TICKS_PER_BEAT
        late_by = (came_ns - due_ns) * RATE_HZ / 1e9
        # No tick is sent before it is due. Rarely, on a busy machine, a few more are heard than
        # were due, for a reason not found yet. The first one begins the bar: it is never such.
        if late_by >= -32:
            off.append(late_by)
        assert off, "the bar began early"
    assert len(ticks) - len(off) <= TICKS_PER_BEAT, [b - a for a, b in pairwise(ticks)]
    # Most within a block and the one that it waits for; a busy machine delays many.
    late_frames = machine.percentile_ms(80) * RATE_HZ / 1_000
    assert sorted(off)[len(off) // 4] < 2 * 256 + 2 * late_frames

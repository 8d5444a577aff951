"""The strips' filters: their response, no clicks and no steps, the same bits for every block."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy.signal import butter, sosfreqz

from mwk_desktop.engine.gains import Gain
from mwk_desktop.engine.mixer import Mixer
from mwk_desktop.engine.offline_render import render
from mwk_desktop.engine.protocol import (
    EngineSpec,
    Launch,
    Ramp,
    filter_curve,
)
from mwk_desktop.engine.strip_filter import CHUNK_FRAMES, FilterBank, crossing_frame, side
from mwk_desktop.units import STRIPS, filter_cutoff_hz
from tests.support import examples

LOOP_FRAMES = 4800
NOISE = np.random.default_rng(7).normal(0.0, 0.04, (16, LOOP_FRAMES, 2)).astype(np.float32)


def filtered(
    sound: np.ndarray,
    knob: Gain,
    rate_hz: int = 48_000,
    at: Callable[[], None] = lambda: None,
) -> np.ndarray:
    """A mono sound through one strip's filter; ``at`` is called before frame 2048."""
    knobs = [Gain(0.5) for _ in range(STRIPS)]
    knobs[3] = knob
    bank = FilterBank(knobs, rate_hz, 512)
    stereo = np.repeat(sound.astype(np.float32), 2)
    pieces = []
    for begin in range(0, len(sound), 512):
        if begin == 2048:
            at()
        end = min(begin + 512, len(sound))
        (piece,) = bank.process([3], [stereo[2 * begin : 2 * end]], begin)
        pieces.append(piece[0::2].copy())
    return np.concatenate(pieces)


@pytest.mark.parametrize("rate_hz", [44_100, 48_000, 96_000])
@pytest.mark.parametrize("position", [0.0, 0.1, 0.3, 0.46, 0.54, 0.7, 0.9, 1.0])
def test_the_response_is_that_of_a_butterworth_filter(position: float, rate_hz: int) -> None:
    cutoff = filter_cutoff_hz(position)
    impulse = np.zeros(1 << 17)
    impulse[0] = 1.0
    response = np.fft.rfft(filtered(impulse, Gain(position), rate_hz).astype(np.float64))
    sos = butter(4, cutoff, "lowpass" if position < 0.5 else "highpass", fs=rate_hz, output="sos")
    octaves = np.linspace(-2.0, 1.0, 10) if position < 0.5 else np.linspace(-1.0, 2.0, 10)
    frequencies = np.minimum(cutoff * 2.0**octaves, 0.45 * rate_hz)
    bins = np.round(frequencies * len(impulse) / rate_hz).astype(int)
    _, wanted = sosfreqz(sos, bins * rate_hz / len(impulse), fs=rate_hz)
    error_db = 20.0 * np.log10(np.abs(response[bins]) / np.abs(wanted))
    assert np.abs(error_db).max() < 0.1


def test_a_sweep_of_a_sine_has_no_spur() -> None:
    """The knob goes from end to middle in a second; away from the sine nothing is above -80 dB."""
    frames, hz = 48_000, 1000.0
    knob = Gain(0.1)
    knob.ramp(0, 0.45, frames)
    sine = 0.5 * np.sin(2.0 * np.pi * hz * np.arange(frames) / 48_000)
    swept = filtered(sine, knob).astype(np.float64)
    window = np.blackman(frames) ** 2
    spectrum = np.abs(np.fft.rfft(swept * window))
    away = np.abs(np.fft.rfftfreq(frames, 1.0 / 48_000) - hz) > 100.0
    assert 20.0 * np.log10(spectrum[away].max() / spectrum.max()) < -80.0


@pytest.mark.parametrize(
    ("start", "target"), [(0.5, 0.0), (0.5, 1.0), (0.0, 0.5), (1.0, 0.5), (0.2, 0.45), (0.9, 0.55)]
)
def test_a_knob_that_jumps_makes_no_click(start: float, target: float) -> None:
    """In the 10 ms that a jump takes no two samples are far apart; the loudness does not jump."""
    knob = Gain(start)
    sine = 0.5 * np.sin(2.0 * np.pi * 200.0 * np.arange(4096) / 48_000)
    turned = filtered(sine, knob, at=lambda: knob.ramp(2048, target, 512))
    steepest = np.abs(np.diff(sine)).max()
    assert np.abs(np.diff(turned[2040:])).max() < 4.0 * steepest
    assert np.abs(turned).max() < 1.0
    if target == 0.5:
        assert np.array_equal(turned[2560:], sine[2560:].astype(np.float32))


@given(
    start=st.floats(0, 1),
    target=st.floats(0, 1),
    frames=st.integers(1, 2000),
    frame=st.integers(0, 2000),
)
def test_the_crossing_is_the_first_frame_on_the_other_side(
    start: float, target: float, frames: int, frame: int
) -> None:
    knob = Gain(start)
    knob.ramp(0, target, frames)
    crossing = crossing_frame(knob, frame, -1)
    sides = [side(knob.at(each)) for each in range(frames + 1)]
    crossed = [each for each in range(1, frames + 1) if side(start) and sides[each] == -side(start)]
    wanted = crossed[0] if crossed and crossed[0] > frame and frame < frames else -1
    assert crossing == wanted


places = st.one_of(st.sampled_from([0.0, 0.5, 0.5, 1.0]), st.floats(0, 1))
gestures = st.lists(
    st.builds(Ramp, st.integers(0, 9000), places, st.sampled_from([0, 1, 480, 3000])), max_size=4
)
fades = st.sampled_from([96, 480, 2400, 7000])  # short edges, and crossfades of equal power
launches = st.lists(
    st.builds(Launch, st.integers(0, 9000), st.integers(-1, 15), fades, fades), max_size=3
)


@settings(max_examples=examples(25), deadline=None)
@example(  # a jump to the other side, out of a ramp that began in the middle
    plans={0: [Launch(0, 0, 96, 96)]},
    knobs={0: [Ramp(96, 0.0, 480), Ramp(272, 1.0, 0)]},
    start_frame=0,
    chunk_frames=1024,
)
@given(
    plans=st.dictionaries(st.integers(0, 7), launches, min_size=1, max_size=4),
    knobs=st.dictionaries(st.integers(0, 7), gestures, min_size=1, max_size=8),
    start_frame=st.integers(0, 3 * CHUNK_FRAMES),
    chunk_frames=st.sampled_from([64, 256, 1024, 8192]),
)
def test_played_equals_bounced_at_every_block_size(
    plans: dict[int, list[Launch]],
    knobs: dict[int, list[Ramp]],
    start_frame: int,
    chunk_frames: int,
) -> None:
    end = start_frame + 12_000
    ramps = {filter_curve(strip): made for strip, made in knobs.items()}
    spec = EngineSpec(LOOP_FRAMES, start_frame=start_frame, duck_db=(0.0, 6.0, *([3.0] * 6)))
    bounced = np.concatenate(list(render(NOISE, spec, plans, ramps, end, chunk_frames=8192)))
    played = Mixer(NOISE, spec, max_frames=chunk_frames)
    for strip, planned in plans.items():
        played.plan_launches(strip, planned)
    for curve, planned in ramps.items():
        played.plan_ramps(curve, planned)
    blocks = []
    while played.frame < end + played.delay_frames:
        block = np.zeros((min(chunk_frames, end + played.delay_frames - played.frame), 2))
        block = block.astype(np.float32)
        played.render_into(block)
        blocks.append(block)
    assert np.array_equal(np.concatenate(blocks)[played.delay_frames :], bounced)


def test_in_the_middle_the_samples_are_those_without_a_filter(loud_clips: np.ndarray) -> None:
    """Also after a ramp that begins and ends there."""
    spec = EngineSpec(LOOP_FRAMES)
    plan = {0: [Launch(0, 3, 0, 0)], 5: [Launch(0, 4, 0, 0)]}
    ramps = {filter_curve(0): [Ramp(100, 0.5, 480)], filter_curve(5): [Ramp(700, 0.5, 0)]}
    plain = np.concatenate(list(render(loud_clips, spec, plan, {}, 20_000)))
    turned = np.concatenate(list(render(loud_clips, spec, plan, ramps, 20_000)))
    assert np.array_equal(plain, turned)


def test_a_filter_rings_out_after_its_voice(ramp_clips: np.ndarray) -> None:
    """And then costs nothing: what silence leaves is exactly 0."""
    clips = np.ones_like(ramp_clips) * np.float32(0.25)
    spec = EngineSpec(LOOP_FRAMES)
    plan = {2: [Launch(0, 1, 0, 0), Launch(2400, -1, 0, 0)]}
    low = {filter_curve(2): [Ramp(0, 0.0, 0)]}
    sound = np.concatenate(list(render(clips, spec, plan, low, 200_000)))
    assert np.abs(sound[2400:2600]).max() > 0.1
    assert not sound[-1000:].any()


def test_a_bounce_reuses_loops_only_while_all_filters_rest(loud_clips: np.ndarray) -> None:
    spec = EngineSpec(LOOP_FRAMES)
    ramps = {filter_curve(1): [Ramp(150_000, 0.3, 480), Ramp(200_000, 0.5, 480)]}
    chunks = list(render(loud_clips, spec, {1: [Launch(0, 2, 0, 0)]}, ramps, 400_000))
    ids = [id(chunk.base if chunk.base is not None else chunk) for chunk in chunks]
    reused = sum(len(list(group)) > 1 for _, group in itertools.groupby(sorted(ids)))
    assert reused
    frames = np.cumsum([0, *(len(chunk) for chunk in chunks)])
    while_on = [
        number
        for number, frame in enumerate(frames[:-1])
        if 150_000 <= frame < 200_000 and ids.count(ids[number]) > 1
    ]
    assert not while_on

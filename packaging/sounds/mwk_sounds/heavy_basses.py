"""Six sub basses on the roots F1 G1 A1 C2: a clean sine under a driven, filtered body."""

from collections.abc import Callable

import numpy as np

from mwk_sounds.effects import driven, mono_below
from mwk_sounds.envelopes import adsr, cycle, decay, ducking, note_frames, smoothed
from mwk_sounds.filters import bell, equalise, high_pass, low_pass, sweep
from mwk_sounds.harmony import SUB_ROOTS, chord_index, hertz
from mwk_sounds.oscillators import pulse, sine, supersaw, wave
from mwk_sounds.timeline import FloatArray, frames_of, hits, place, seconds_axis, silence
from mwk_sounds.variation import Variation

_PUMP = 0.6
Body = Callable[[float, int], FloatArray]


def _played(
    pattern: str,
    body: Body,
    sub_gain: float = 0.62,
    body_gain: float = 0.5,
    drive: float = 2.5,
    body_band_hz: tuple[float, float] = (75.0, 2600.0),
    octave_symbol: str = "o",
) -> FloatArray:
    """Play the roots: a sine sub, and `body(frequency_hz, frames)` -> (2, frames) driven above it.

    ``o`` in the pattern plays the body an octave higher; the sub stays.
    """
    sub, upper = silence(), silence()
    for hit in hits(pattern):
        root_hz = hertz(SUB_ROOTS[chord_index(hit.step)])
        frames = note_frames(hit.length - 0.12, 0.03)
        level = adsr(frames, 0.005, 0.6, 0.82, 0.03)
        place(sub, sine(root_hz, frames) * level, hit.step, sub_gain)
        raised_hz = root_hz * (2 if hit.symbol == octave_symbol else 1)
        place(upper, body(raised_hz, frames) * level, hit.step, body_gain)
    upper = driven(upper, drive)
    upper = equalise(upper, high_pass(body_band_hz[0]), low_pass(body_band_hz[1]))
    return sub + upper


def _mixed(loop: FloatArray, pump: float = _PUMP, release_s: float = 0.13) -> FloatArray:
    """Pump, and a little less mud."""
    pumped = mono_below(loop, 180.0) * ducking(pump, release_s)
    return equalise(pumped, bell(260, -2.0))


def _long_roots(rng: np.random.Generator) -> FloatArray:
    def body(frequency_hz: float, frames: int) -> FloatArray:
        saws = supersaw(2 * frequency_hz, frames, rng, 5, 12, 0.3)
        return sweep(saws, 160 + 500 * decay(frames, 0.5), 0.15)

    return _mixed(_played("x-------x-------x-------x-------", body, body_gain=0.42))


def _pumped(rng: np.random.Generator) -> FloatArray:
    def body(frequency_hz: float, frames: int) -> FloatArray:
        saws = supersaw(2 * frequency_hz, frames, rng, 5, 16, 0.5)
        square = pulse(frequency_hz, frames, 0.5, float(rng.random()))
        return sweep(saws + 0.5 * square, 140 + 2400 * decay(frames, 0.09), 0.4)

    pattern = "x---x---x---x---x---x---x---x-o-"
    return _mixed(_played(pattern, body, 0.55, 0.6, 3.0, (75, 4200)), 0.45, 0.09)


def _three_three_two(rng: np.random.Generator) -> FloatArray:
    def body(frequency_hz: float, frames: int) -> FloatArray:
        # A rubbery FM tone: the index falls fast, so each note says "dow".
        cycles = 2 * np.pi * frequency_hz * seconds_axis(frames)
        index = 0.4 + 3.2 * decay(frames, 0.11)
        tone = np.sin(2 * cycles + index * np.sin(cycles))
        return np.vstack([tone, tone])

    pattern = "x--x--x-x--x--x-x--x--x-x--x--o-"
    return _mixed(_played(pattern, body, 0.55, 0.42, 1.6, (75, 3200)), 0.5, 0.11)


def _tresillo(rng: np.random.Generator) -> FloatArray:
    def body(frequency_hz: float, frames: int) -> FloatArray:
        tone = wave("organ", 2 * frequency_hz, frames, 0.25)
        thump = sine(4 * frequency_hz, frames) * decay(frames, 0.035)
        tone = 0.6 * tone * decay(frames, 0.22) + thump
        return np.vstack([tone, tone])

    pattern = "x-....x-....x-..x-....x-....x-x-"
    return _mixed(_played(pattern, body, 0.6, 0.5, 1.8, (75, 1500)), 0.5, 0.1)


def _filter_swell(rng: np.random.Generator) -> FloatArray:
    def body(frequency_hz: float, frames: int) -> FloatArray:
        saws = supersaw(2 * frequency_hz, frames, rng, 7, 22, 0.7)
        time = np.linspace(0, 1, frames)
        return sweep(saws, 120 + 3000 * time**2.2, 0.45)

    moving = _played("x-------x-------x-------x-------", body, 0.6, 0.55, 2.4, (90, 5200))
    wobble = 1 - 0.3 * (0.5 + 0.5 * cycle(16, 0.25))
    return _mixed(moving * wobble, 0.55, 0.15)


def _driven_808(rng: np.random.Generator) -> FloatArray:
    loop = silence()
    previous_hz = hertz(SUB_ROOTS[-1])
    for hit in hits("x-----x-x-----x-x---x-x-x-----x-"):
        root_hz = hertz(SUB_ROOTS[chord_index(hit.step)])
        frames = note_frames(hit.length - 0.1, 0.03)
        time_s = seconds_axis(frames)
        start_hz = previous_hz if hit.length > 2 else root_hz
        glide = root_hz + (start_hz - root_hz) * np.exp(-time_s / 0.05)
        glide = glide * (1 + 1.6 * np.exp(-time_s / 0.014))
        tone = sine(glide, frames) * adsr(frames, 0.003, 0.5, 0.55, 0.03)
        place(loop, tone, hit.step, 0.8)
        click = smoothed(rng.standard_normal(frames_of(0.02)), 0.0004) * decay(
            frames_of(0.02), 0.003
        )
        place(loop, click, hit.step, 0.25)
        previous_hz = root_hz
    fuzz = equalise(driven(loop, 7.0, 0.25), high_pass(110), low_pass(5200))
    return _mixed(loop + 0.9 * fuzz, 0.35, 0.08)


VARIATIONS = (
    Variation("Long roots", ("sustained", "warm"), _long_roots),
    Variation("Pumped", ("dance", "quarters"), _pumped),
    Variation("3-3-2", ("rubber", "syncopated"), _three_three_two),
    Variation("Tresillo", ("round", "latin"), _tresillo),
    Variation("Filter swell", ("wide", "rising"), _filter_swell),
    Variation("Driven 808", ("distorted", "glide"), _driven_808),
)

"""Six sub basses on the roots: a clean sine under a driven, filtered body.

The sub carries the weight, the body makes it audible on small speakers, and a short pick keeps the
attack on the grid. Nothing here ducks: the engine does, under the kick that sounds.
"""

from collections.abc import Callable

import numpy as np

from mwk_sounds.effects import driven, mono_below
from mwk_sounds.envelopes import adsr, decay, note_frames, smoothed
from mwk_sounds.filters import bell, equalise, high_pass, low_pass, sweep
from mwk_sounds.harmony import hertz
from mwk_sounds.oscillators import pulse, sine, supersaw, wave
from mwk_sounds.timeline import FloatArray, frames_of, hits, place, seconds_axis, silence
from mwk_sounds.variation import FORMS, Take, Variation

Body = Callable[[float, int], FloatArray]


def _pick(frequency_hz: float) -> FloatArray:
    """Fifty milliseconds of octaves above the root: a finger on the string, mono."""
    frames = frames_of(0.06)
    tone = wave("saw", 4 * frequency_hz, frames, 0.25) + sine(2 * frequency_hz, frames)
    tone = sweep(tone, 3200.0 * decay(frames, 0.03) + 200, 0.1)
    return tone * adsr(frames, 0.0015, 0.014, 0.0, 0.01)


def _played(
    take: Take,
    pattern: str,
    body: Body,
    sub_gain: float = 0.62,
    body_gain: float = 0.5,
    drive: float = 2.5,
    body_band_hz: tuple[float, float] = (75.0, 2600.0),
    pick_gain: float = 0.16,
) -> FloatArray:
    """Play the roots: a sine sub, and `body(frequency_hz, frames)` -> (2, frames) driven above it.

    ``o`` in the pattern plays the body an octave higher; the sub stays.
    """
    sub, upper, picks = silence(), silence(), silence()
    for hit in hits(pattern):
        root_hz = hertz(take.chord_at(hit.step).sub_root)
        frames = note_frames(hit.length - 0.12, 0.03)
        level = adsr(frames, 0.005, 0.6, 0.82, 0.03)
        place(sub, sine(root_hz, frames) * level, hit.step, sub_gain)
        raised_hz = root_hz * (2 if hit.symbol == "o" else 1)
        place(upper, body(raised_hz, frames) * level, hit.step, body_gain)
        place(picks, _pick(root_hz), hit.step, pick_gain)
    upper = driven(upper, drive)
    upper = equalise(upper, high_pass(body_band_hz[0]), low_pass(body_band_hz[1]))
    return equalise(mono_below(sub + upper, 180.0) + picks, bell(260, -2.0), bell(95, 3.0, 0.9))


def _long_roots(rng: np.random.Generator, take: Take) -> FloatArray:
    def body(frequency_hz: float, frames: int) -> FloatArray:
        saws = supersaw(2 * frequency_hz, frames, rng, 5, 12, 0.3)
        return sweep(saws, 320 + 900 * decay(frames, 0.4), 0.15)

    pattern = take.pattern(
        "x-------x-------x-------x-------",
        "x-----x-x-------x-----x-x-------",
        "x-------x-----o-x-------x---x-o-",
        "x-------x---x-o.",
    )
    return _played(take, pattern, body, 0.42, 0.75)


def _pumped(rng: np.random.Generator, take: Take) -> FloatArray:
    def body(frequency_hz: float, frames: int) -> FloatArray:
        saws = supersaw(2 * frequency_hz, frames, rng, 5, 16, 0.5)
        square = pulse(frequency_hz, frames, 0.27, float(rng.random()))
        return sweep(saws + 0.4 * square, 180 + 3600 * decay(frames, 0.1), 0.4)

    pattern = take.pattern(
        "x---x---x---x---x---x---x---x-o-",
        "x---x---x---x---x---x---x---x---",
        "x---x-o-x---x---x---x-o-x---x-oo",
        "x---x---x-x-xoxo",
    )
    return _played(take, pattern, body, 0.44, 0.7, 2.0, (75, 5200))


def _three_three_two(_: np.random.Generator, take: Take) -> FloatArray:
    def body(frequency_hz: float, frames: int) -> FloatArray:
        # A rubbery FM tone: the index falls fast, so each note says "dow".
        cycles = 2 * np.pi * frequency_hz * seconds_axis(frames)
        index = 0.5 + 4.5 * decay(frames, 0.1)
        tone = np.sin(2 * cycles + index * np.sin(2 * cycles))
        return np.vstack([tone, tone])

    pattern = take.pattern(
        "x--x--x-x--x--x-x--x--x-x--x--o-",
        "x--x----x--x----x--x----x--x--x-",
        "x--x--x-x--x--o-x--x--x-x-xx--oo",
        "x--x--x-x--x--oo",
    )
    return _played(take, pattern, body, 0.45, 0.6, 1.6, (75, 4200), 0.2)


def _tresillo(_: np.random.Generator, take: Take) -> FloatArray:
    def body(frequency_hz: float, frames: int) -> FloatArray:
        # Octaves only, like organ drawbars, under a marimba's knock.
        tone = sine(2 * frequency_hz, frames) + 0.5 * sine(4 * frequency_hz, frames, 0.1)
        tone = 0.6 * (tone + 0.2 * sine(8 * frequency_hz, frames, 0.3)) * decay(frames, 0.3)
        knock = sine(16 * frequency_hz, frames) * decay(frames, 0.02)
        return np.vstack([tone, tone]) + 0.35 * knock

    pattern = take.pattern(
        "x----.x----.x---x----.x----.x-x-",
        "x----.x-x---x---x----.x-x---x---",
        "x----.x--o-.x---x----.x--o-.x-xo",
        "x----.x-x-x-xxo.",
    )
    return _played(take, pattern, body, 0.42, 0.75, 1.8, (75, 2400), 0.1)


def _filter_swell(rng: np.random.Generator, take: Take) -> FloatArray:
    def body(frequency_hz: float, frames: int) -> FloatArray:
        saws = supersaw(2 * frequency_hz, frames, rng, 7, 22, 0.7)
        time = np.linspace(0, 1, frames)
        rise = take.number(4200, 2600, 5600, 7000) * time**2
        return sweep(saws, 140 + 900 * decay(frames, 0.03) + rise, 0.45)

    pattern = take.pattern(
        "x-------x-------x-------x-------",
        "x---x---x---x---x---x---x---x---",
        "x-----x-x-----x-x-----x-x-----o-",
        "x---x---x-x-x-o.",
    )
    return _played(take, pattern, body, 0.38, 0.8, 2.4, (90, 6000), 0.6)


def _driven_808(rng: np.random.Generator, take: Take) -> FloatArray:
    loop, clicks = silence(), silence()
    previous_hz = hertz(take.chords[-1].sub_root)
    click_frames = frames_of(0.02)
    grain = smoothed(rng.standard_normal(click_frames), 0.0004)
    grain *= decay(click_frames, 0.003) * adsr(click_frames, 0.001, 1.0, 1.0, 0.002)
    pattern = take.pattern(
        "x-----x-x-----x-x---x-x-x-----x-",
        "x-------x-----x-x-------x-----x-",
        "x--x--x-x-----x-x--x--x-x--x--x-",
        "x--x--x-x---x-x.",
    )
    for hit in hits(pattern):
        root_hz = hertz(take.chord_at(hit.step).sub_root)
        frames = note_frames(hit.length - 0.15, 0.03)
        time_s = seconds_axis(frames)
        start_hz = previous_hz if hit.length > 2 else root_hz
        glide = root_hz + (start_hz - root_hz) * np.exp(-time_s / 0.04)
        glide = glide * (1 + 1.6 * np.exp(-time_s / 0.012))
        tone = sine(glide, frames) * adsr(frames, 0.003, 0.22, 0.4, 0.03)
        place(loop, tone, hit.step, 0.8)
        place(clicks, grain, hit.step, 0.3)
        previous_hz = root_hz
    fuzz = equalise(driven(loop, 6.0, 0.5), high_pass(170), low_pass(6500))
    return equalise(loop + 4.0 * fuzz + clicks, bell(260, -2.0), bell(95, 3.0, 0.9))


VARIATIONS = (
    Variation("Long roots", ("sustained", "warm"), _long_roots, 1, *FORMS[1]),
    Variation("Pumped", ("dance", "quarters"), _pumped, 4, *FORMS[1]),
    Variation("3-3-2", ("rubber", "syncopated"), _three_three_two, 3, *FORMS[1]),
    Variation("Tresillo", ("round", "latin"), _tresillo, 2, *FORMS[1]),
    Variation("Filter swell", ("wide", "rising"), _filter_swell, 3, *FORMS[1]),
    Variation("Driven 808", ("distorted", "glide"), _driven_808, 5, *FORMS[1]),
)

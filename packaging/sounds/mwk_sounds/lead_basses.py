"""Six growling leads F3..C5, narrow: moving filters and formants that answer the beat."""

from collections.abc import Callable

import numpy as np

from mwk_sounds.effects import chorus, driven, mono_below, reverb, widened
from mwk_sounds.envelopes import adsr, decay, ducking, note_frames, smoothed
from mwk_sounds.filters import bell, equalise, high_pass, low_pass, moving_filter, resonances, sweep
from mwk_sounds.harmony import hertz
from mwk_sounds.oscillators import fm, pulse, supersaw, wave
from mwk_sounds.timeline import (
    SAMPLE_RATE_HZ,
    ComplexArray,
    FloatArray,
    frames_of,
    place,
    seconds_axis,
    silence,
)
from mwk_sounds.variation import Variation

_PUMP = 0.45
Line = tuple[tuple[float, float, int], ...]
"""(step, length in sixteenths, midi note)"""
Voice = Callable[[float | FloatArray, int, int], FloatArray]

# Formants (Hz) of the vowels a talking filter passes through.
_VOWELS: dict[str, tuple[float, float, float]] = {
    "a": (760.0, 1250.0, 2600.0),
    "e": (480.0, 1900.0, 2600.0),
    "i": (300.0, 2250.0, 3000.0),
    "o": (470.0, 880.0, 2500.0),
    "u": (330.0, 780.0, 2300.0),
    "w": (290.0, 620.0, 2200.0),
}


def _played(line: Line, voice: Voice, hold: float = 0.95, glide_s: float = 0.0) -> FloatArray:
    """Play a line; `voice(frequency_hz, frames, number)` is (2, frames) with its own level."""
    loop = silence()
    previous = line[-1][2]
    for number, (step, length, midi) in enumerate(line):
        frames = note_frames(length * hold, 0.03)
        frequency_hz: float | FloatArray = hertz(midi)
        if glide_s:
            bend = (previous - midi) * np.exp(-np.arange(frames) / frames_of(glide_s))
            frequency_hz = hertz(midi) * 2 ** (bend / 12)
        previous = midi
        place(loop, voice(frequency_hz, frames, number), step, 0.5)
    return loop


def talking(sound: FloatArray, vowels: str, floor: float = 0.06) -> FloatArray:
    """A note (2, frames) through formants that glide evenly from vowel to vowel."""
    frames = sound.shape[-1]
    points = np.linspace(0, 1, len(vowels))
    at = np.linspace(0, 1, frames)
    width = min(0.045, 0.3 * frames / SAMPLE_RATE_HZ)
    tracks = np.stack(
        [
            smoothed(np.interp(at, points, [_VOWELS[vowel][k] for vowel in vowels]), width)
            for k in range(3)
        ],
        axis=1,
    )

    def response_at(centres: FloatArray) -> ComplexArray:
        centre_hz = tracks[np.minimum(centres.astype(int), frames - 1)]
        ones = np.ones_like(centre_hz)
        widths = ones * np.array([85.0, 120.0, 220.0])
        return resonances(centre_hz, widths, ones * np.array([1.0, 0.75, 0.4])) + floor

    return moving_filter(sound, response_at)


def _mixed(loop: FloatArray, drive: float, top_hz: float = 6500, room: float = 0.06) -> FloatArray:
    """Grit, a bounded band, narrow, a hint of room, pump."""
    gritty = driven(loop, drive)
    shaped = equalise(gritty, high_pass(140), bell(2000, 3.5, 1.0), low_pass(top_hz))
    narrow = widened(mono_below(shaped, 220.0), 0.6)
    return reverb(narrow * ducking(_PUMP, 0.11), room, 0.6, 0.01)


def _reese(rng: np.random.Generator) -> FloatArray:
    def voice(frequency_hz: float | FloatArray, frames: int, number: int) -> FloatArray:
        saws = supersaw(frequency_hz, frames, rng, 5, 26, 0.7)
        saws += 0.4 * wave("saw", 0.5 * frequency_hz, frames, float(rng.random()))
        time = np.linspace(0, 1, frames)
        cutoff = 500 + 1900 * np.sin(np.pi * time ** (0.6 if number % 2 else 1.3))
        return sweep(saws, cutoff, 0.4) * adsr(frames, 0.006, 0.5, 0.85, 0.04)

    line: Line = (
        (2, 4, 57), (6, 2, 60), (10, 4, 55), (14, 2, 62), (18, 4, 57), (22, 2, 64),
        (26, 3, 60), (29, 1, 64), (30, 2, 67),
    )  # fmt: skip
    return _mixed(_played(line, voice), 2.6)


def _yoi(rng: np.random.Generator) -> FloatArray:
    def voice(frequency_hz: float | FloatArray, frames: int, number: int) -> FloatArray:
        tone = pulse(frequency_hz, frames, 0.3, float(rng.random()))
        tone += 0.8 * wave("saw", frequency_hz * 1.005, frames, float(rng.random()))
        said = talking(np.vstack([tone, tone]), ("ioi", "uai", "ioa")[number % 3])
        return said * adsr(frames, 0.005, 0.4, 0.8, 0.03)

    line: Line = (
        (0, 3, 53), (3, 3, 60), (6, 2, 57), (8, 3, 55), (11, 3, 59), (14, 2, 62),
        (16, 3, 57), (19, 3, 64), (22, 2, 60), (24, 3, 60), (27, 3, 55), (30, 2, 64),
    )  # fmt: skip
    return _mixed(_played(line, voice), 3.5, 5200)


def _talkbox(rng: np.random.Generator) -> FloatArray:
    def voice(frequency_hz: float | FloatArray, frames: int, number: int) -> FloatArray:
        saws = supersaw(frequency_hz, frames, rng, 3, 7, 0.4)
        words = ("wao", "ea", "wae", "oi", "uau")[number % 5]
        shake = 1 + 0.15 * np.sin(2 * np.pi * 6 * seconds_axis(frames))
        return talking(saws, words, 0.03) * adsr(frames, 0.012, 0.6, 0.9, 0.05) * shake

    line: Line = (
        (0, 6, 69), (6, 1, 67), (7, 1, 69), (8, 4, 67), (12, 2, 62), (16, 3, 64),
        (19, 3, 67), (22, 2, 69), (24, 5, 67), (29, 1, 64), (30, 2, 60),
    )  # fmt: skip
    return _mixed(_played(line, voice, 0.97, 0.03), 1.8, 7500, 0.12)


def _call_answer(rng: np.random.Generator) -> FloatArray:
    def call(frequency_hz: float | FloatArray, frames: int, number: int) -> FloatArray:
        saw = supersaw(frequency_hz, frames, rng, 3, 12, 0.5)
        return sweep(saw, 300 + 3600 * decay(frames, 0.07), 0.5) * adsr(
            frames, 0.003, 0.2, 0.5, 0.03
        )

    def answer(frequency_hz: float | FloatArray, frames: int, number: int) -> FloatArray:
        growl = 2.6 * (0.55 - 0.45 * np.cos(2 * np.pi * 12.8 * seconds_axis(frames)))
        tone = fm(frequency_hz, frames, 0.5, growl) + 0.4 * fm(frequency_hz, frames, 2.0, growl)
        return 1.1 * np.vstack([tone, tone]) * adsr(frames, 0.006, 0.3, 0.85, 0.04)

    calls = ((0, 1, 57), (2, 1, 60), (3, 1, 57), (16, 1, 57), (18, 1, 64), (19, 1, 60))
    answers = ((10, 2, 67), (12, 4, 62), (26, 2, 64), (28, 4, 60), (6, 2, 69), (22, 2, 69))
    return _mixed(_played(calls, call) + _played(answers, answer), 2.0, 7000)


def _stutter(rng: np.random.Generator) -> FloatArray:
    def voice(frequency_hz: float | FloatArray, frames: int, number: int) -> FloatArray:
        square = pulse(frequency_hz, frames, 0.5, float(rng.random()))
        square += 0.6 * pulse(2.0 * frequency_hz, frames, 0.5, float(rng.random()))
        cutoff = 700 + 350 * (number % 8) + 1200 * decay(frames, 0.03)
        tone = sweep(square, cutoff, 0.65) * adsr(frames, 0.002, 0.05, 0.6, 0.01)
        return np.vstack([tone, tone])

    line: list[tuple[float, float, int]] = []
    for start, midi in ((4, 60), (12, 62), (20, 64), (28, 67)):
        line += [(start + 0.5 * k, 0.5, midi) for k in range(4)]
        line += [(start + 2 + k, 1, midi if k == 0 else midi - 12) for k in range(2)]
    line += [(0, 1, 65 - 12), (8, 1, 55), (16, 1, 57), (24, 1, 60), (25.5, 0.5, 60)]
    loop = _played(tuple(line), voice, 0.62)
    return _mixed(chorus(loop, 0.25, 5.0, 0.8, (8, 6)), 2.4, 9000, 0.1)


def _octave_slide(rng: np.random.Generator) -> FloatArray:
    def voice(frequency_hz: float | FloatArray, frames: int, number: int) -> FloatArray:
        tri = wave("triangle", frequency_hz, frames) + 0.5 * pulse(frequency_hz, frames, 0.5)
        saws = 0.35 * supersaw(frequency_hz, frames, rng, 3, 9, 0.5)
        cutoff = 1100 + 1400 * np.linspace(0, 1, frames) ** 2
        shape = adsr(frames, 0.008, 0.8, 0.9, 0.06)
        return sweep(np.vstack([tri, tri]) + saws, cutoff, 0.15) * shape

    line: Line = (
        (0, 4, 57), (4, 3, 69), (8, 4, 67), (12, 3, 55), (16, 4, 57), (20, 3, 69),
        (24, 3, 72), (27, 2, 67), (29, 3, 60),
    )  # fmt: skip
    return _mixed(_played(line, voice, 0.98, 0.035), 3.0, 5200, 0.14)


VARIATIONS = (
    Variation("Reese", ("dark", "answers"), _reese),
    Variation("Yoi", ("talking", "dotted"), _yoi),
    Variation("Talkbox", ("vowels", "singing"), _talkbox),
    Variation("Call & answer", ("two voices", "sparse"), _call_answer),
    Variation("Stutter", ("chopped", "square"), _stutter),
    Variation("Octave slide", ("gliding", "round"), _octave_slide),
)

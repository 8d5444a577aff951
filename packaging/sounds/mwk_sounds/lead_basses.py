"""Six growling leads F3..C5, narrow: moving filters and formants that answer the beat.

Under each note lies a sine between G2 and F3, so that the lead is a bass on its own as well.
"""

from collections.abc import Callable

import numpy as np

from mwk_sounds.effects import chorus, driven, mono_below, room, widened
from mwk_sounds.envelopes import adsr, decay, note_frames, smoothed
from mwk_sounds.filters import bell, equalise, high_pass, low_pass, moving_filter, resonances, sweep
from mwk_sounds.harmony import hertz, octave_folded
from mwk_sounds.oscillators import fm, pulse, sine, supersaw, wave
from mwk_sounds.timeline import (
    SAMPLE_RATE_HZ,
    ComplexArray,
    FloatArray,
    frames_of,
    place,
    seconds_axis,
    silence,
)
from mwk_sounds.variation import FORMS, Take, Variation

Note = tuple[float, float, int]
Line = tuple[Note, ...]
"""(step, length in sixteenths, midi note)"""
Voice = Callable[[float | FloatArray, int, int], FloatArray]
_GROUND_SHARE = 0.5  # of the growl's level: -6 dB

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


def _ground(line: Line, gain: float = 0.5, hold: float = 0.95) -> FloatArray:
    """The fundamental of a line, folded to G2..F3: sines with soft edges, in the middle."""
    loop = silence()
    for step, length, midi in line:
        frames = note_frames(length * hold, 0.03)
        tone = sine(hertz(octave_folded(midi, 43, 54)), frames)
        place(loop, tone * adsr(frames, 0.006, 0.5, 0.75, 0.035), step, gain)
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


def _mixed(
    loop: FloatArray, line: Line, drive: float, top_hz: float = 6500, wet: float = 0.1
) -> FloatArray:
    """Grit in a bounded band, narrow, over its own ground, with a hint of the room."""
    gritty = driven(loop, drive)
    shaped = equalise(
        gritty, high_pass(150), bell(560, -6.0, 0.6), bell(1800, -1.0, 0.8), low_pass(top_hz)
    )
    narrow = widened(mono_below(shaped, 220.0), 0.6)
    level = float(np.sqrt((narrow**2).mean()))
    ground = _ground(line)
    ground *= _GROUND_SHARE * level / float(np.sqrt((ground**2).mean()))
    return narrow + ground + room(narrow, wet)


def _reese(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float | FloatArray, frames: int, number: int) -> FloatArray:
        saws = supersaw(frequency_hz, frames, rng, 5, 26, 0.7)
        saws += 0.4 * wave("saw", 0.5 * frequency_hz, frames, float(rng.random()))
        time = np.linspace(0, 1, frames)
        cutoff = 500 + 1900 * np.sin(np.pi * time ** (0.6 if number % 2 else 1.3))
        return sweep(saws, cutoff, 0.4) * adsr(frames, 0.006, 0.5, 0.85, 0.04)

    line: Line = take.line(
        ((0, 4, 57), (4, 3, 60), (8, 4, 55), (12, 2, 62), (14, 2, 67), (16, 4, 57), (20, 3, 64),
         (24, 3, 60), (27, 1, 64), (28, 3, 67)),
        ((0, 6, 62), (8, 6, 60), (16, 6, 57), (24, 4, 55), (28, 3, 59)),
        ((0, 4, 57), (4, 1, 60), (5, 1, 65), (6, 2, 60), (8, 3, 55), (11, 1, 62), (12, 3, 67),
         (16, 4, 57), (20, 1, 64), (21, 2, 69), (24, 2, 60), (26, 1, 64), (27, 1, 67), (28, 3, 64)),
        ((16, 2, 57), (18, 2, 60), (20, 2, 64), (22, 2, 60), (24, 1, 62), (25, 1, 62), (26, 1, 67),
         (27, 1, 62), (28, 0.5, 67), (28.5, 0.5, 67), (29, 0.5, 67), (29.5, 0.5, 67),
         (30, 1.5, 55)),
    )  # fmt: skip
    return _mixed(_played(line, voice), line, 2.6)


def _yoi(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float | FloatArray, frames: int, number: int) -> FloatArray:
        tone = pulse(frequency_hz, frames, 0.3, float(rng.random()))
        tone += 0.8 * wave("saw", frequency_hz * 1.005, frames, float(rng.random()))
        said = talking(np.vstack([tone, tone]), ("ioi", "uai", "ioa")[number % 3])
        return said * adsr(frames, 0.005, 0.4, 0.8, 0.03)

    line: Line = take.line(
        ((0, 3, 53), (3, 3, 60), (6, 2, 57), (8, 3, 55), (11, 3, 59), (14, 2, 62),
        (16, 3, 57), (19, 3, 64), (22, 2, 60), (24, 3, 60), (27, 3, 55), (30, 2, 64)),
        ((0, 6, 62), (6, 2, 57), (8, 6, 60), (16, 6, 57), (22, 2, 64), (24, 6, 62)),
        ((0, 3, 53), (3, 1, 60), (4, 2, 65), (6, 2, 57), (8, 3, 55), (11, 1, 59), (12, 2, 62),
        (14, 2, 67), (16, 3, 57), (19, 1, 64), (20, 2, 69), (22, 2, 60), (24, 3, 60), (27, 1, 55),
        (28, 2, 67), (30, 2, 64)),
        ((16, 2, 57), (18, 2, 64), (20, 2, 60), (22, 2, 64), (24, 1, 55), (25, 1, 62), (26, 1, 55),
        (27, 1, 62), (28, 1, 67), (29, 1, 62), (30, 1, 59)),
    )  # fmt: skip
    return _mixed(_played(line, voice), line, 3.5, 5200)


def _talkbox(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float | FloatArray, frames: int, number: int) -> FloatArray:
        saws = supersaw(frequency_hz, frames, rng, 3, 7, 0.4)
        words = ("wao", "ea", "wae", "oi", "uau")[number % 5]
        shake = 1 + 0.15 * np.sin(2 * np.pi * 6 * seconds_axis(frames))
        return talking(saws, words, 0.03) * adsr(frames, 0.012, 0.6, 0.9, 0.05) * shake

    line: Line = take.line(
        ((0, 6, 69), (6, 1, 67), (7, 1, 69), (8, 4, 67), (12, 2, 62), (16, 3, 64),
        (19, 3, 67), (22, 2, 69), (24, 5, 67), (29, 1, 64), (30, 2, 60)),
        ((0, 4, 65), (4, 4, 62), (8, 6, 60), (16, 4, 64), (20, 4, 60), (24, 5, 62), (30, 2, 67)),
        ((0, 4, 69), (4, 2, 72), (6, 1, 67), (7, 1, 69), (8, 4, 67), (12, 1, 62), (13, 1, 64),
        (14, 2, 67), (16, 3, 64), (19, 3, 67), (22, 1, 69), (23, 1, 72), (24, 4, 67), (28, 1, 69),
        (29, 1, 64), (30, 2, 60)),
        ((16, 2, 64), (18, 2, 67), (20, 2, 69), (22, 2, 72), (24, 1, 67), (25, 1, 67), (26, 1, 67),
        (27, 1, 62), (28, 3, 67)),
    )  # fmt: skip
    return _mixed(_played(line, voice, 0.97, 0.03), line, 1.8, 7500, 0.16)


def _call_answer(rng: np.random.Generator, take: Take) -> FloatArray:
    def call(frequency_hz: float | FloatArray, frames: int, number: int) -> FloatArray:
        saw = supersaw(frequency_hz, frames, rng, 3, 12, 0.5)
        return sweep(saw, 300 + 3600 * decay(frames, 0.07), 0.5) * adsr(
            frames, 0.003, 0.2, 0.5, 0.03
        )

    def answer(frequency_hz: float | FloatArray, frames: int, number: int) -> FloatArray:
        growl = 2.6 * (0.55 - 0.45 * np.cos(2 * np.pi * 12.8 * seconds_axis(frames)))
        tone = fm(frequency_hz, frames, 0.5, growl) + 0.4 * fm(frequency_hz, frames, 2.0, growl)
        return 1.1 * np.vstack([tone, tone]) * adsr(frames, 0.006, 0.3, 0.85, 0.04)

    calls: Line = take.line(
        ((0, 1, 57), (2, 1, 60), (3, 1, 57), (16, 1, 57), (18, 1, 64), (19, 1, 60)),
        ((0, 1, 62), (3, 1, 57), (16, 1, 57), (19, 1, 60)),
        ((0, 1, 57), (1, 1, 57), (2, 1, 60), (3, 1, 65), (4, 1, 60), (16, 1, 57), (17, 1, 57),
         (18, 1, 64), (19, 1, 60), (20, 1, 69)),
        ((16, 1, 57), (18, 1, 60), (20, 1, 64), (22, 1, 60), (24, 1, 55), (25, 1, 59), (26, 1, 62),
         (27, 1, 55), (28, 1, 59), (29, 1, 62), (30, 1, 67)),
    )  # fmt: skip
    answers: Line = take.line(
        ((6, 2, 69), (10, 2, 67), (12, 4, 62), (22, 2, 69), (26, 2, 64), (28, 4, 60)),
        ((6, 2, 65), (12, 3, 60), (22, 2, 64), (28, 3, 62)),
        ((6, 2, 69), (10, 2, 67), (12, 2, 62), (14, 2, 67), (22, 2, 69), (26, 2, 64), (28, 2, 60),
         (30, 2, 67)),
        ((28, 3, 67),),
    )  # fmt: skip
    return _mixed(_played(calls, call) + _played(answers, answer), calls + answers, 2.0, 7000)


def _stutter(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float | FloatArray, frames: int, number: int) -> FloatArray:
        square = pulse(frequency_hz, frames, 0.5, float(rng.random()))
        square += 0.6 * pulse(2.0 * frequency_hz, frames, 0.5, float(rng.random()))
        cutoff = 700 + 350 * (number % 8) + 1200 * decay(frames, 0.03)
        tone = sweep(square, cutoff, 0.65) * adsr(frames, 0.002, 0.05, 0.6, 0.01)
        return np.vstack([tone, tone])

    bursts = take.line(
        ((4, 60), (12, 62), (20, 64), (28, 67)),
        ((4, 62), (20, 60)),
        ((4, 60), (8, 62), (12, 67), (20, 64), (24, 64), (28, 67)),
        ((16, 64), (20, 60), (24, 62), (28, 67)),
    )
    line: list[Note] = []
    for start, midi in bursts:
        line += [(start + 0.5 * k, 0.5, midi) for k in range(4)]
        line += [(start + 2 + k, 1, midi if k == 0 else midi - 12) for k in range(2)]
    line += take.line(
        ((0, 1, 53), (8, 1, 55), (16, 1, 57), (24, 1, 60), (25.5, 0.5, 60)),
        ((0, 1, 50), (2, 1, 57), (8, 1, 53), (10, 1, 60), (16, 1, 57), (24, 1, 55), (28, 1, 55)),
        ((0, 1, 53), (16, 1, 57), (25.5, 0.5, 60)),
        ((23.5, 0.5, 57),),
    )
    loop = _played(tuple(line), voice, 0.62)
    # The ground holds through a burst: chopped this low, it would have no pitch.
    held = tuple((start, 2, midi) for start, midi in bursts)
    return _mixed(chorus(loop, 0.25, 5.0, 0.8, (8, 6)), held, 2.4, 9000, 0.14)


def _octave_slide(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float | FloatArray, frames: int, number: int) -> FloatArray:
        tri = wave("triangle", frequency_hz, frames) + 0.5 * pulse(frequency_hz, frames, 0.5)
        saws = 0.35 * supersaw(frequency_hz, frames, rng, 3, 9, 0.5)
        cutoff = 1100 + 1400 * np.linspace(0, 1, frames) ** 2
        shape = adsr(frames, 0.008, 0.8, 0.9, 0.06)
        return sweep(np.vstack([tri, tri]) + saws, cutoff, 0.15) * shape

    line: Line = take.line(
        ((0, 4, 57), (4, 3, 69), (8, 4, 67), (12, 3, 55), (16, 4, 57), (20, 3, 69),
        (24, 3, 72), (27, 2, 67), (29, 3, 60)),
        ((0, 7, 62), (8, 7, 60), (16, 7, 57), (24, 4, 55), (28, 4, 67)),
        ((0, 3, 57), (3, 1, 65), (4, 3, 69), (8, 3, 67), (11, 1, 62), (12, 3, 55), (16, 3, 57),
        (19, 1, 64), (20, 3, 69), (24, 2, 72), (26, 2, 67), (28, 1, 64), (29, 3, 60)),
        ((16, 2, 57), (18, 2, 69), (20, 2, 60), (22, 2, 72), (24, 2, 55), (26, 2, 67), (28, 1, 55),
        (29, 1, 67), (30, 1.5, 55)),
    )  # fmt: skip
    return _mixed(_played(line, voice, 0.98, 0.035), line, 3.0, 5200, 0.18)


VARIATIONS = (
    Variation("Reese", ("dark", "answers"), _reese, 3, *FORMS[0]),
    Variation("Yoi", ("talking", "dotted"), _yoi, 4, *FORMS[0]),
    Variation("Talkbox", ("vowels", "singing"), _talkbox, 2, *FORMS[0]),
    Variation("Call & answer", ("two voices", "sparse"), _call_answer, 3, *FORMS[0]),
    Variation("Stutter", ("chopped", "square"), _stutter, 5, *FORMS[0]),
    Variation("Octave slide", ("gliding", "round"), _octave_slide, 2, *FORMS[0]),
)

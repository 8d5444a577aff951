"""Six melodies A4..C6 in C pentatonic: phrases with rests, never a held C over G.

Take b answers in longer notes on the other progression; c ornaments the theme; the fill climbs
to the next scene.
"""

from collections.abc import Callable

import numpy as np

from mwk_sounds.effects import chorus, driven, hall, ping_pong
from mwk_sounds.envelopes import adsr, decay, note_frames
from mwk_sounds.filters import bell, equalise, low_pass, sweep
from mwk_sounds.harmony import hertz
from mwk_sounds.oscillators import fm, pulse, sine, supersaw, wave
from mwk_sounds.timeline import SAMPLE_RATE_HZ, FloatArray, frames_of, place, silence
from mwk_sounds.variation import FORMS, Take, Variation

Note = tuple[int, int, int]
Phrase = tuple[Note, ...]
"""(step, length in sixteenths, midi note)"""
Voice = Callable[[float | FloatArray, int], FloatArray]


def _run(first: int, notes: tuple[int, ...]) -> Phrase:
    """Notes of one sixteenth each, one after the other."""
    return tuple((first + number, 1, midi) for number, midi in enumerate(notes))


GLIDE: tuple[Phrase, ...] = (
    ((0, 3, 81), (3, 1, 79), (4, 3, 76), (8, 3, 79), (11, 4, 74),
     (16, 3, 76), (19, 1, 79), (20, 3, 81), (24, 4, 84), (28, 2, 79)),
    ((0, 6, 77), (6, 2, 74), (8, 6, 72), (16, 6, 76), (22, 2, 72), (24, 5, 74), (30, 1, 79)),
    ((0, 2, 81), (2, 1, 84), (3, 1, 79), (4, 2, 76), (6, 2, 81), (8, 3, 79), (11, 1, 76),
     (12, 3, 74), (16, 2, 76), (18, 1, 74), (19, 1, 79), (20, 3, 81), (24, 3, 84), (27, 1, 81),
     (28, 3, 79)),
    ((16, 2, 76), (18, 2, 79), (20, 2, 81), (22, 2, 84), (24, 1, 79), (25, 1, 81), (26, 1, 79),
     (27, 1, 74), (28, 1, 76), (29, 1, 79), (30, 1, 81), (31, 1, 79)),
)  # fmt: skip
BELLS: tuple[Phrase, ...] = (
    ((0, 4, 81), (6, 2, 84), (8, 4, 79), (14, 2, 74), (16, 4, 81), (22, 2, 76),
     (24, 3, 79), (27, 3, 76), (30, 2, 72)),
    ((0, 6, 74), (8, 6, 77), (16, 6, 76), (24, 5, 74)),
    ((0, 2, 81), (2, 2, 76), (4, 2, 81), (6, 2, 84), (8, 2, 79), (10, 2, 74), (12, 2, 79),
     (14, 2, 74), (16, 2, 81), (18, 2, 84), (20, 2, 81), (22, 2, 76), (24, 3, 79), (27, 3, 76),
     (30, 2, 72)),
    ((16, 2, 81), (18, 2, 76), (20, 2, 81), (22, 2, 84), (24, 1, 79), (25, 1, 74), (26, 1, 79),
     (27, 1, 83), (28, 1, 79), (29, 1, 74), (30, 1, 79), (31, 1, 83)),
)  # fmt: skip
CHIP: tuple[Phrase, ...] = (
    ((0, 1, 69), (1, 1, 72), (2, 2, 81), (4, 1, 79), (5, 1, 81), (8, 1, 74), (9, 1, 79),
     (10, 2, 79), (12, 1, 79), (13, 1, 74), (16, 1, 69), (17, 1, 72), (18, 2, 76), (20, 1, 81),
     (21, 1, 76), (24, 1, 72), (25, 1, 76), (26, 2, 84), (28, 1, 79), (29, 1, 76)),
    ((0, 1, 74), (2, 1, 77), (6, 1, 74), (8, 1, 72), (10, 1, 77), (16, 1, 76), (18, 1, 72),
     (22, 1, 76), (24, 1, 74), (26, 1, 79), (28, 2, 74)),
    ((0, 1, 69), (1, 1, 72), (2, 1, 77), (3, 1, 81), (4, 1, 79), (5, 1, 81), (6, 1, 84), (8, 1, 74),
     (9, 1, 79), (10, 1, 79), (11, 1, 83), (12, 1, 79), (13, 1, 74), (14, 1, 71), (16, 1, 69),
     (17, 1, 72), (18, 1, 76), (19, 1, 79), (20, 1, 81), (21, 1, 76), (24, 1, 72), (25, 1, 76),
     (26, 2, 84), (28, 1, 79), (29, 1, 76), (30, 1, 72), (31, 1, 76)),
    _run(16, (69, 72, 76, 81, 69, 72, 76, 84, 67, 71, 74, 79, 71, 74, 79, 83)),
)  # fmt: skip
ANTHEM: tuple[Phrase, ...] = (
    ((0, 6, 72), (6, 2, 76), (8, 7, 74), (16, 6, 76), (22, 2, 79), (24, 6, 79)),
    ((0, 4, 77), (4, 4, 74), (8, 7, 81), (16, 4, 76), (20, 4, 72), (24, 6, 74)),
    ((0, 3, 72), (3, 3, 77), (6, 2, 76), (8, 4, 74), (12, 3, 79), (16, 3, 76), (19, 3, 81),
     (22, 2, 79), (24, 4, 84), (28, 3, 79)),
    ((16, 4, 76), (20, 2, 79), (22, 2, 81), (24, 2, 79), (26, 2, 79), (28, 1, 79), (29, 1, 81),
     (30, 2, 83)),
)  # fmt: skip
HOOK: tuple[Phrase, ...] = (
    ((2, 1, 81), (4, 1, 81), (5, 1, 84), (10, 1, 79), (12, 1, 74),
     (18, 1, 81), (20, 1, 81), (21, 1, 76), (26, 1, 84), (28, 1, 79)),
    ((2, 1, 74), (8, 1, 77), (12, 1, 72), (18, 1, 76), (24, 1, 79), (28, 1, 74)),
    ((0, 1, 72), (2, 1, 81), (4, 1, 81), (5, 1, 84), (8, 1, 74), (10, 1, 79), (12, 1, 74),
     (13, 1, 79), (16, 1, 72), (18, 1, 81), (20, 1, 81), (21, 1, 76), (24, 1, 79), (26, 1, 84),
     (28, 1, 79), (30, 1, 76)),
    ((16, 1, 72), (18, 1, 81), (20, 1, 81), (21, 1, 76), (22, 1, 84), (24, 1, 79), (25, 1, 79),
     (26, 1, 74), (27, 1, 79), (28, 1, 79), (29, 1, 74), (30, 1, 79), (31, 1, 83)),
)  # fmt: skip
RUN: tuple[Phrase, ...] = (
    (*_run(0, (69, 72, 76, 79, 81, 84, 81, 79)), (8, 4, 79), (14, 1, 74), (15, 1, 76),
     *_run(16, (84, 81, 79, 76, 74, 72, 74, 76)), (24, 4, 79)),
    ((0, 4, 74), (4, 1, 77), (5, 3, 81), (8, 6, 77), (16, 4, 76), (20, 1, 79), (21, 3, 81),
     (24, 6, 74)),
    (*_run(0, (69, 72, 77, 79, 81, 84, 81, 79)), *_run(8, (74, 76, 79, 81)), (12, 2, 79),
     (14, 1, 74), (15, 1, 76), *_run(16, (84, 81, 79, 81, 76, 79, 74, 76)),
     *_run(24, (72, 76, 79, 84)), (28, 3, 79)),
    _run(16, (69, 72, 76, 72, 76, 79, 76, 81, 79, 74, 79, 83, 79, 83, 79, 74)),
)  # fmt: skip


def _vibrato(frequency_hz: float | FloatArray, frames: int, cents: float = 14.0) -> FloatArray:
    """A pitch curve that begins to shake after 180 ms, as a player would."""
    time_s = np.arange(frames) / SAMPLE_RATE_HZ
    depth = cents * np.clip((time_s - 0.18) / 0.2, 0, 1)
    return np.asarray(frequency_hz * 2 ** (depth / 1200 * np.sin(2 * np.pi * 5.6 * time_s)))


def _played(
    phrase: Phrase, voice: Voice, hold: float = 1.0, release_s: float = 0.06, glide_s: float = 0.0
) -> FloatArray:
    """Play a phrase; `voice(frequency_hz, frames)` is (2, frames) with its own level."""
    loop = silence()
    previous = phrase[-1][2]
    for step, length, midi in phrase:
        frames = note_frames(length * hold, release_s)
        frequency_hz: float | FloatArray = hertz(midi)
        if glide_s:
            bend = (previous - midi) * np.exp(-np.arange(frames) / frames_of(glide_s))
            frequency_hz = hertz(midi) * 2 ** (bend / 12)
        previous = midi
        place(loop, voice(frequency_hz, frames), step, 0.4)
    return loop


def _mixed(
    loop: FloatArray,
    drive: float,
    echo: float,
    wet: float,
    steps: float = 3,
    feedback: float = 0.4,
) -> FloatArray:
    """Presence, echo, and the hall."""
    shaped = equalise(driven(loop, drive), bell(3200, -1.0, 0.7), bell(800, -4.0, 0.7))
    echoed = ping_pong(shaped, steps, echo, feedback, band_hz=(450.0, 5000.0))
    return hall(echoed, wet)


def _glide_lead(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float | FloatArray, frames: int) -> FloatArray:
        bent = _vibrato(frequency_hz, frames)
        saws = 0.8 * supersaw(bent, frames, rng, 5, 12, 0.7)
        saws += 0.35 * pulse(bent, frames, 0.3, float(rng.random()))
        return sweep(saws, 1800 + 4200 * decay(frames, 0.25), 0.2) * adsr(
            frames, 0.006, 0.3, 0.75, 0.07
        )

    return _mixed(_played(take.line(*GLIDE), voice, 0.95, 0.07, 0.02), 1.4, 0.24, 0.18, 4)


def _bells(_: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float | FloatArray, frames: int) -> FloatArray:
        strike = fm(frequency_hz, frames, 3.5, 2.4 * decay(frames, 0.16))
        hum = 0.5 * sine(frequency_hz, frames) + 0.3 * sine(2.0 * frequency_hz, frames)
        sides = [
            strike + hum,
            fm(frequency_hz * 1.001, frames, 3.5, 2.4 * decay(frames, 0.16)) + hum,
        ]
        return np.vstack(sides) * decay(frames, 0.35) * adsr(frames, 0.002, 9.0, 1.0, 0.3)

    return _mixed(_played(take.line(*BELLS), voice, 1.0, 0.6), 1.1, 0.2, 0.34, 6)


def _chip(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float | FloatArray, frames: int) -> FloatArray:
        tone = pulse(frequency_hz, frames, 0.125, float(rng.random()))
        tone += 0.5 * pulse(frequency_hz, frames, 0.5, float(rng.random()))
        return np.vstack([tone, tone]) * adsr(frames, 0.001, 0.06, 0.55, 0.012)

    loop = equalise(_played(take.line(*CHIP), voice, 0.7, 0.012), low_pass(9000))
    return _mixed(loop, 1.0, 0.3, 0.05, 2, 0.3)


def _anthem(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float | FloatArray, frames: int) -> FloatArray:
        bent = _vibrato(frequency_hz, frames, 18.0)
        saws = supersaw(bent, frames, rng, 7, 18, 1.0) + 0.45 * supersaw(
            2 * bent, frames, rng, 5, 12, 1.0
        )
        return sweep(saws, 4500 + 9000 * decay(frames, 0.08), 0.05) * adsr(
            frames, 0.004, 0.25, 0.7, 0.12
        )

    loop = _played(take.line(*ANTHEM), voice, 0.97, 0.12, 0.03)
    return _mixed(chorus(loop, 0.3, 11.0, 1.5, (3, 5)), 1.8, 0.12, 0.3, 4)


def _echo_hook(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float | FloatArray, frames: int) -> FloatArray:
        saw = wave("saw", frequency_hz, frames, float(rng.random()))
        pluck = sweep(saw, 500 + 7500 * decay(frames, 0.035), 0.45) + 0.3 * sine(
            frequency_hz, frames
        )
        return np.vstack([pluck, pluck]) * adsr(frames, 0.002, 0.08, 0.15, 0.06)

    return _mixed(_played(take.line(*HOOK), voice, 1.0, 0.06), 1.5, 0.62, 0.2, 3, 0.62)


def _flute_run(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float | FloatArray, frames: int) -> FloatArray:
        # A flute-like lead: round tone, a chiff of breath on each attack.
        bent = _vibrato(frequency_hz, frames, 20.0)
        tone = (
            wave("triangle", bent, frames)
            + 0.3 * sine(2 * bent, frames)
            + 0.1 * sine(3 * bent, frames)
        )
        breath = rng.standard_normal(frames) * (0.5 * decay(frames, 0.02) + 0.05)
        breath = sweep(breath, 5200.0, 0.0)
        return np.vstack([tone + breath, tone + 0.8 * breath]) * adsr(frames, 0.008, 0.4, 0.8, 0.04)

    return _mixed(_played(take.line(*RUN), voice, 0.92, 0.04), 1.2, 0.18, 0.26, 4)


VARIATIONS = (
    Variation("Glide lead", ("singing", "portamento"), _glide_lead, 4, *FORMS[1], has_tail=True),
    Variation("Bells", ("sparse", "glassy"), _bells, 1, *FORMS[1], has_tail=True),
    Variation("Chip", ("retro", "bouncy"), _chip, 4, *FORMS[1], has_tail=True),
    Variation("Anthem", ("big", "slow"), _anthem, 5, *FORMS[1], has_tail=True),
    Variation("Echo hook", ("plucked", "dotted"), _echo_hook, 2, *FORMS[1], has_tail=True),
    Variation("Flute run", ("sixteenths", "airy"), _flute_run, 3, *FORMS[1], has_tail=True),
)

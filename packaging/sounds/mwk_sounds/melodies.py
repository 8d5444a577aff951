"""Six melodies A4..C6 in C pentatonic: phrases with rests, never a held C over G."""

from collections.abc import Callable, Sequence

import numpy as np

from mwk_sounds.effects import chorus, driven, ping_pong, reverb
from mwk_sounds.envelopes import adsr, decay, ducking, note_frames
from mwk_sounds.filters import bell, equalise, low_pass, sweep
from mwk_sounds.harmony import hertz
from mwk_sounds.oscillators import fm, pulse, sine, supersaw, wave
from mwk_sounds.timeline import SAMPLE_RATE_HZ, FloatArray, frames_of, place, silence
from mwk_sounds.variation import Variation

_PUMP = 0.25
Phrase = Sequence[tuple[int, int, int]]
"""(step, length in sixteenths, midi note)"""
Voice = Callable[[float | FloatArray, int], FloatArray]

GLIDE: Phrase = (
    (0, 3, 81), (3, 1, 79), (4, 3, 76), (8, 3, 79), (11, 4, 74),
    (16, 3, 76), (19, 1, 79), (20, 3, 81), (24, 4, 84), (28, 2, 79),
)  # fmt: skip
BELLS: Phrase = (
    (0, 4, 81), (6, 2, 84), (8, 4, 79), (14, 2, 74), (16, 4, 81), (22, 2, 76),
    (24, 3, 79), (27, 3, 76), (30, 2, 72),
)  # fmt: skip
CHIP: Phrase = (
    (0, 1, 69), (1, 1, 72), (2, 2, 81), (4, 1, 79), (5, 1, 81), (8, 1, 74), (9, 1, 79), (10, 2, 79),
    (12, 1, 79), (13, 1, 74), (16, 1, 69), (17, 1, 72), (18, 2, 76), (20, 1, 81), (21, 1, 76),
    (24, 1, 72), (25, 1, 76), (26, 2, 84), (28, 1, 79), (29, 1, 76),
)  # fmt: skip
ANTHEM: Phrase = ((0, 6, 72), (6, 2, 76), (8, 7, 74), (16, 6, 76), (22, 2, 79), (24, 6, 79))
HOOK: Phrase = (
    (2, 1, 81), (4, 1, 81), (5, 1, 84), (10, 1, 79), (12, 1, 74),
    (18, 1, 81), (20, 1, 81), (21, 1, 76), (26, 1, 84), (28, 1, 79),
)  # fmt: skip
RUN: Phrase = (
    *((step, 1, midi) for step, midi in enumerate((69, 72, 76, 79, 81, 84, 81, 79))),
    (8, 4, 79), (14, 1, 74), (15, 1, 76),
    *((16 + step, 1, midi) for step, midi in enumerate((84, 81, 79, 76, 74, 72, 74, 76))),
    (24, 4, 79),
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
    room: float,
    steps: float = 3,
    feedback: float = 0.4,
) -> FloatArray:
    """Presence, echo, room, a light pump."""
    shaped = equalise(driven(loop, drive), bell(3200, 3.0, 0.9))
    echoed = ping_pong(shaped, steps, echo, feedback, band_hz=(450.0, 5000.0))
    return reverb(echoed, room, 1.6) * ducking(_PUMP, 0.1)


def _glide_lead(rng: np.random.Generator) -> FloatArray:
    def voice(frequency_hz: float | FloatArray, frames: int) -> FloatArray:
        bent = _vibrato(frequency_hz, frames)
        saws = 0.8 * supersaw(bent, frames, rng, 5, 12, 0.7)
        saws += 0.35 * pulse(bent, frames, 0.3, float(rng.random()))
        return sweep(saws, 1800 + 4200 * decay(frames, 0.25), 0.2) * adsr(
            frames, 0.006, 0.3, 0.75, 0.07
        )

    return _mixed(_played(GLIDE, voice, 0.95, 0.07, 0.02), 1.4, 0.24, 0.18, 4)


def _bells(_: np.random.Generator) -> FloatArray:
    def voice(frequency_hz: float | FloatArray, frames: int) -> FloatArray:
        strike = fm(frequency_hz, frames, 3.5, 2.4 * decay(frames, 0.16))
        hum = 0.5 * sine(frequency_hz, frames) + 0.3 * sine(2.0 * frequency_hz, frames)
        sides = [
            strike + hum,
            fm(frequency_hz * 1.001, frames, 3.5, 2.4 * decay(frames, 0.16)) + hum,
        ]
        return np.vstack(sides) * decay(frames, 0.35) * adsr(frames, 0.002, 9.0, 1.0, 0.3)

    return _mixed(_played(BELLS, voice, 1.0, 0.6), 1.1, 0.2, 0.34, 6)


def _chip(rng: np.random.Generator) -> FloatArray:
    def voice(frequency_hz: float | FloatArray, frames: int) -> FloatArray:
        tone = pulse(frequency_hz, frames, 0.125, float(rng.random()))
        tone += 0.5 * pulse(frequency_hz, frames, 0.5, float(rng.random()))
        return np.vstack([tone, tone]) * adsr(frames, 0.001, 0.06, 0.55, 0.012)

    loop = equalise(_played(CHIP, voice, 0.7, 0.012), low_pass(13_000))
    return _mixed(loop, 1.0, 0.3, 0.05, 2, 0.3)


def _anthem(rng: np.random.Generator) -> FloatArray:
    def voice(frequency_hz: float | FloatArray, frames: int) -> FloatArray:
        bent = _vibrato(frequency_hz, frames, 18.0)
        saws = supersaw(bent, frames, rng, 7, 18, 1.0) + 0.45 * supersaw(
            2 * bent, frames, rng, 5, 12, 1.0
        )
        return sweep(saws, 4500 + 9000 * decay(frames, 0.08), 0.05) * adsr(
            frames, 0.004, 0.25, 0.7, 0.12
        )

    loop = _played(ANTHEM, voice, 0.97, 0.12, 0.03)
    return _mixed(chorus(loop, 0.3, 11.0, 1.5, (3, 5)), 1.8, 0.12, 0.3, 4)


def _echo_hook(rng: np.random.Generator) -> FloatArray:
    def voice(frequency_hz: float | FloatArray, frames: int) -> FloatArray:
        saw = wave("saw", frequency_hz, frames, float(rng.random()))
        pluck = sweep(saw, 500 + 7500 * decay(frames, 0.035), 0.45) + 0.3 * sine(
            frequency_hz, frames
        )
        return np.vstack([pluck, pluck]) * adsr(frames, 0.002, 0.08, 0.15, 0.06)

    return _mixed(_played(HOOK, voice, 1.0, 0.06), 1.5, 0.62, 0.2, 3, 0.62)


def _run(rng: np.random.Generator) -> FloatArray:
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

    return _mixed(_played(RUN, voice, 0.92, 0.04), 1.2, 0.18, 0.26, 4)


VARIATIONS = (
    Variation("Glide lead", ("singing", "portamento"), _glide_lead),
    Variation("Bells", ("sparse", "glassy"), _bells),
    Variation("Chip", ("retro", "bouncy"), _chip),
    Variation("Anthem", ("big", "slow"), _anthem),
    Variation("Echo hook", ("plucked", "dotted"), _echo_hook),
    Variation("Flute run", ("sixteenths", "airy"), _run),
)

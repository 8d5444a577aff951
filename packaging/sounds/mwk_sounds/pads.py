"""Six pads F3..D5: the chords themselves, wide and slow, ducked by the beat."""

from collections.abc import Callable

import numpy as np

from mwk_sounds.effects import chorus, reverb, widened
from mwk_sounds.envelopes import adsr, cycle, ducking, gate, note_frames
from mwk_sounds.filters import bell, equalise, high_pass, high_shelf, resonances, sweep
from mwk_sounds.filters import moving_filter as moving
from mwk_sounds.harmony import CHORDS, STEPS_PER_CHORD, VOICINGS, hertz
from mwk_sounds.oscillators import pulse, sine, supersaw, wave
from mwk_sounds.timeline import ComplexArray, FloatArray, panned, place, seconds_axis, silence
from mwk_sounds.variation import Variation

_PUMP = 0.6
Voice = Callable[[float, int, int], FloatArray]
Level = Callable[[int], FloatArray]


def soft(attack_s: float, release_s: float = 0.35) -> Level:
    """A level that fades in and overlaps the next chord."""
    return lambda frames: adsr(frames, attack_s, 0.9, 0.85, release_s)


def _chords(voice: Voice, level: Level, release_s: float = 0.35, lift: int = 0) -> FloatArray:
    """Every chord for its two beats; `voice(frequency_hz, frames, note_number)` is (2, frames).

    The colour tone is kept softer than the triad, so that it glows and does not rub.
    """
    loop = silence()
    frames = note_frames(STEPS_PER_CHORD * 0.98, release_s)
    shape = level(frames)
    for index in range(len(CHORDS)):
        for number, midi in enumerate(VOICINGS[index]):
            gain = 0.13 if number == 3 and index in (0, 1) else 0.2
            sound = voice(hertz(midi + lift), frames, number) * shape
            place(loop, sound, index * STEPS_PER_CHORD, gain)
    return loop


def _mixed(loop: FloatArray, room: float, pump: float = _PUMP, width: float = 1.0) -> FloatArray:
    """Air above, room around, mud out, pump."""
    shaped = equalise(loop, high_pass(160), bell(450, -3.0, 0.8), high_shelf(3000, 3.5))
    return reverb(widened(shaped, width), room, 2.2) * ducking(pump, 0.17)


def _supersaw(rng: np.random.Generator) -> FloatArray:
    def voice(frequency_hz: float, frames: int, number: int) -> FloatArray:
        return supersaw(frequency_hz, frames, rng, 7, 20, 0.9)

    loop = _chords(voice, soft(0.09))
    loop = sweep(loop, 1400 + 5200 * (0.5 - 0.5 * cycle(1, 0.25)), 0.12, circular=True)
    return _mixed(chorus(loop, 0.4, 14.0, 3.0, (3, 5)), 0.28, width=1.15)


def _pwm(rng: np.random.Generator) -> FloatArray:
    def voice(frequency_hz: float, frames: int, number: int) -> FloatArray:
        time = np.arange(frames) / frames
        sides = []
        for side in (0, 1):
            width = 0.5 + 0.32 * np.sin(2 * np.pi * (2 * time + rng.random()))
            bent = frequency_hz * (1.0 + (0.0012 if side else -0.0012))
            sides.append(pulse(bent, frames, width, float(rng.random())))
        return np.vstack(sides)

    loop = sweep(_chords(voice, soft(0.03)), 2200 + 900 * cycle(4), 0.05, circular=True)
    return _mixed(chorus(loop, 0.6, 18.0, 3.5, (2, 3)), 0.2, width=0.62)


def _gated(rng: np.random.Generator) -> FloatArray:
    def voice(frequency_hz: float, frames: int, number: int) -> FloatArray:
        return supersaw(frequency_hz * 2 if number == 0 else frequency_hz, frames, rng, 5, 14, 0.8)

    loop = sweep(
        _chords(voice, soft(0.005, 0.02), 0.02), 4200 + 1500 * cycle(2), 0.2, circular=True
    )
    chopped = loop * gate("x..x..x.x..x..x.x..x..x.x..x.xx.", 1.5, 0.02)
    return _mixed(chopped, 0.16, 0.25)


def _swell(rng: np.random.Generator) -> FloatArray:
    def voice(frequency_hz: float, frames: int, number: int) -> FloatArray:
        shine = 0.35 * wave("triangle", 2 * frequency_hz, frames, float(rng.random()))
        tones = [
            wave("saw", frequency_hz * bend, frames, float(rng.random())) for bend in (0.996, 1.004)
        ]
        return np.vstack([tones[0] + shine, tones[1] + shine])

    def level(frames: int) -> FloatArray:
        return np.sin(np.pi * np.linspace(0, 1, frames) ** 1.4) ** 1.5

    loop = _chords(voice, level, 0.3)
    rise = np.tile(np.linspace(0, 1, loop.shape[1] // 2) ** 1.6, 2)
    rise = 0.5 * rise + 0.5 * (0.5 - 0.5 * cycle(2, 0.25))
    return _mixed(sweep(loop, 350 + 6500 * rise, 0.3, circular=True), 0.34, 0.5, 0.7)


def _choir(rng: np.random.Generator) -> FloatArray:
    def voice(frequency_hz: float, frames: int, number: int) -> FloatArray:
        out = np.zeros((2, frames))
        time_s = seconds_axis(frames)
        for singer in range(4):
            shake = 0.12 * np.sin(2 * np.pi * ((4.6 + 0.5 * singer) * time_s + rng.random()))
            bent = frequency_hz * 2 ** ((shake + 0.07 * rng.standard_normal()) / 12)
            out += panned(wave("saw", bent, frames, float(rng.random())), (singer - 1.5) / 1.7)
        return 0.5 * out

    loop = _chords(voice, soft(0.14, 0.4), 0.4)
    # "aah" opens to "ooh" and back, once a bar.
    open_hz = np.array([720.0, 1180.0, 2750.0, 3500.0])
    round_hz = np.array([380.0, 820.0, 2500.0, 3300.0])
    turn = 0.5 + 0.5 * cycle(2, 0.0)

    def vowel(centres: FloatArray) -> ComplexArray:
        share = turn[centres.astype(int) % turn.size][:, None]
        hertz_at = open_hz * share + round_hz * (1 - share)
        ones = np.ones_like(share)
        widths = ones * np.array([110.0, 130.0, 200.0, 260.0])
        gains = ones * np.array([1.0, 0.6, 0.3, 0.22])
        return resonances(hertz_at, widths, gains) + 0.04

    return _mixed(moving(loop, vowel, circular=True), 0.42, 0.5)


def _reversed(rng: np.random.Generator) -> FloatArray:
    def voice(frequency_hz: float, frames: int, number: int) -> FloatArray:
        glass = sine(frequency_hz, frames) + 0.5 * sine(2.001 * frequency_hz, frames)
        glass += 0.25 * sine(4.0 * frequency_hz, frames, 0.3) + 0.12 * sine(
            6.01 * frequency_hz, frames
        )
        return 0.5 * glass + 0.35 * supersaw(2 * frequency_hz, frames, rng, 3, 10, 1.0)

    def level(frames: int) -> FloatArray:
        # A struck sound played backwards: it grows to the edge of the next chord and stops.
        backwards = np.exp(-np.linspace(3.2, 0, frames))
        backwards[-480:] *= np.linspace(1, 0, 480)
        return backwards

    loop = _chords(voice, level, 0.0)
    wet = reverb(loop[:, ::-1], 1.2, 1.4, 0.0, 0.4, seed=3)[:, ::-1]
    return _mixed(wet, 0.12, 0.3)


VARIATIONS = (
    Variation("Supersaw", ("wide", "slow"), _supersaw),
    Variation("Pulse drift", ("warm", "analogue"), _pwm),
    Variation("Gated 3-3-2", ("rhythmic", "trance"), _gated),
    Variation("Swell", ("rising", "breathing"), _swell),
    Variation("Choir", ("voices", "soft"), _choir),
    Variation("Reverse glass", ("reversed", "glassy"), _reversed),
)

"""Six pads F3..D5: the chords themselves, wide; each but the choir has a pulse of its own."""

from collections.abc import Callable

import numpy as np

from mwk_sounds.effects import chorus, hall, reverb, widened
from mwk_sounds.envelopes import adsr, cycle, gate, note_frames, opening, stepped
from mwk_sounds.filters import bell, equalise, high_pass, high_shelf, resonances, sweep
from mwk_sounds.filters import moving_filter as moving
from mwk_sounds.harmony import STEPS_PER_CHORD, hertz
from mwk_sounds.oscillators import pulse, sine, supersaw, wave
from mwk_sounds.timeline import (
    BAR_STEPS,
    ComplexArray,
    FloatArray,
    panned,
    place,
    seconds_axis,
    silence,
)
from mwk_sounds.variation import FORMS, Take, Variation

Voice = Callable[[float, int, int], FloatArray]
Level = Callable[[int], FloatArray]


def soft(attack_s: float, release_s: float = 0.35) -> Level:
    """A level that fades in and overlaps the next chord."""
    return lambda frames: adsr(frames, attack_s, 0.9, 0.85, release_s)


def _chords(take: Take, voice: Voice, level: Level, release_s: float = 0.35) -> FloatArray:
    """Every chord for its two beats; `voice(frequency_hz, frames, note_number)` is (2, frames).

    The colour tone is kept softer than the triad, so that it glows and does not rub.
    """
    loop = silence()
    frames = note_frames(STEPS_PER_CHORD * 0.98, release_s)
    shape = level(frames)
    for index, chord in enumerate(take.chords):
        notes = chord.voicing
        for number, midi in enumerate(notes):
            gain = 0.13 if number == chord.colour else 0.2
            sound = voice(hertz(midi), frames, number) * shape
            place(loop, sound, index * STEPS_PER_CHORD, gain)
        if take.name == "c" and index % 2:  # the theme varied: its top note an octave higher
            sound = voice(hertz(notes[-1] + 12), frames, 1) * shape
            place(loop, sound, index * STEPS_PER_CHORD, 0.12)
    return loop


def _swelled(take: Take, loop: FloatArray) -> FloatArray:
    """Into a landing the level swells and the top opens; other takes pass as they are."""
    if not take.rises:
        return loop
    bright = equalise(loop, high_shelf(4500, 8.0))
    share = opening(BAR_STEPS, 0.0, 1.0, 1.5)
    return (loop * (1 - share) + bright * share) * opening(BAR_STEPS, 0.85, 1.35, 2.0)


def _mixed(
    take: Take, loop: FloatArray, wet: float, width: float = 1.0, pulsed: FloatArray | None = None
) -> FloatArray:
    """Air above, mud out, the hall around. The pulse comes before the hall, which breathes on."""
    shaped = equalise(
        loop, high_pass(160), bell(520, -6.0, 0.5), high_shelf(3500, 1.5), high_shelf(8000, 2.0)
    )
    moved = shaped if pulsed is None else shaped * pulsed
    return hall(widened(_swelled(take, moved), width), wet)


_EIGHTHS = "X.x.X.x.X.x.X.x.X.x.X.x.X.x.X.x."
_DOTTED = "X..X..x.X..X..x.X..X..x.X..X..x."


def _supersaw(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float, frames: int, number: int) -> FloatArray:
        return supersaw(frequency_hz, frames, rng, 7, 20, 0.9)

    loop = _chords(take, voice, soft(0.02))
    bright = take.number(5200, 3400, 6500, 6500)
    loop = sweep(loop, 1400 + bright * (0.5 - 0.5 * cycle(1, 0.25)), 0.12, circular=True)
    pulsed = stepped(
        take.pattern(_EIGHTHS, "X...x...X...x...X...x...X...x...",
                     "X.x.X.xxX.x.X.x.X.x.X.xxX.x.Xxxx",
                     "X.x.X.x.XxxxXxxx"),
        0.16, 0.42,
    )  # fmt: skip
    return _mixed(take, chorus(loop, 0.4, 14.0, 3.0, (3, 5)), 0.2, 1.15, pulsed)


def _pwm(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float, frames: int, number: int) -> FloatArray:
        time = np.arange(frames) / frames
        sides = []
        for side in (0, 1):
            width = 0.5 + 0.32 * np.sin(2 * np.pi * (2 * time + rng.random()))
            bent = frequency_hz * (1.0 + (0.0012 if side else -0.0012))
            sides.append(pulse(bent, frames, width, float(rng.random())))
        return np.vstack(sides)

    turns = round(take.number(4, 2, 8, 4))
    loop = sweep(_chords(take, voice, soft(0.01)), 2200 + 900 * cycle(turns), 0.05, circular=True)
    pulsed = stepped(
        take.pattern(_DOTTED, "X.....x.X.....x.X.....x.X.....x.",
                     "X..X..xxX..X..x.X..X..xxX..Xx.xx",
                     "X..X..X.X.X.XxXx"),
        0.2, 0.35,
    )  # fmt: skip
    return _mixed(take, chorus(loop, 0.6, 18.0, 3.5, (2, 3)), 0.16, 0.62, pulsed)


def _gated(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float, frames: int, number: int) -> FloatArray:
        return supersaw(frequency_hz * 2 if number == 0 else frequency_hz, frames, rng, 5, 14, 0.8)

    loop = _chords(take, voice, soft(0.005, 0.02), 0.02)
    loop = sweep(loop, 4200 + 1500 * cycle(2), 0.2, circular=True)
    pattern = take.pattern(
        "x..x..x.x..x..x.x..x..x.x..x.xx.",
        "x..x....x..x....x..x....x..x..x.",
        "x..x.xx.x..x..x.x..x.xx.x.xx.xxx",
        "x..x..x.x.x.xxxx",
    )
    return _mixed(take, loop * gate(pattern, 1.5, 0.02), 0.14)


def _swell(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float, frames: int, number: int) -> FloatArray:
        shine = 0.35 * wave("triangle", 2 * frequency_hz, frames, float(rng.random()))
        tones = [
            wave("saw", frequency_hz * bend, frames, float(rng.random())) for bend in (0.996, 1.004)
        ]
        return np.vstack([tones[0] + shine, tones[1] + shine])

    def level(frames: int) -> FloatArray:
        return np.sin(np.pi * np.linspace(0, 1, frames) ** 1.4) ** 1.5

    loop = _chords(take, voice, level, 0.3)
    rise = np.tile(np.linspace(0, 1, loop.shape[1] // 2) ** 1.6, 2)
    rise = 0.5 * rise + 0.5 * (0.5 - 0.5 * cycle(2, 0.25))
    swept = sweep(loop, 350 + take.number(6500, 4200, 8500, 9000) * rise, 0.3, circular=True)
    pulsed = stepped(
        take.pattern("X...x...X...x...X...x...X...x...", "X.......X.......X.......X.......",
                     "X...x.x.X...x.x.X...x.x.X...x.xx", "X...x...X.x.Xxxx"),
        0.3, 0.4,
    )  # fmt: skip
    return _mixed(take, swept, 0.26, 0.7, pulsed)


def _choir(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float, frames: int, number: int) -> FloatArray:
        out = np.zeros((2, frames))
        time_s = seconds_axis(frames)
        for singer in range(4):
            shake = 0.12 * np.sin(2 * np.pi * ((4.6 + 0.5 * singer) * time_s + rng.random()))
            bent = frequency_hz * 2 ** ((shake + 0.07 * rng.standard_normal()) / 12)
            out += panned(wave("saw", bent, frames, float(rng.random())), (singer - 1.5) / 1.7)
        return 0.5 * out

    loop = _chords(take, voice, soft(0.09, 0.4), 0.4)
    # "aah" opens to "ooh" and back, once a bar.
    open_hz = np.array([720.0, 1180.0, 2750.0, 3500.0])
    round_hz = np.array([380.0, 820.0, 2500.0, 3300.0])
    turn = 0.5 + 0.5 * cycle(round(take.number(2, 1, 4, 2)), take.number(0.0, 0.5, 0.0, 0.0))

    def vowel(centres: FloatArray) -> ComplexArray:
        share = turn[centres.astype(int) % turn.size][:, None]
        hertz_at = open_hz * share + round_hz * (1 - share)
        ones = np.ones_like(share)
        widths = ones * np.array([110.0, 130.0, 200.0, 260.0])
        gains = ones * np.array([1.0, 0.6, 0.3, 0.22])
        return resonances(hertz_at, widths, gains) + 0.04

    return _mixed(take, moving(loop, vowel, circular=True), 0.34)


def _reversed(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float, frames: int, number: int) -> FloatArray:
        glass = sine(frequency_hz, frames) + 0.5 * sine(2.001 * frequency_hz, frames)
        glass += 0.25 * sine(4.0 * frequency_hz, frames, 0.3) + 0.12 * sine(
            6.01 * frequency_hz, frames
        )
        return 0.5 * glass + 0.35 * supersaw(2 * frequency_hz, frames, rng, 3, 10, 1.0)

    def level(frames: int) -> FloatArray:
        # A struck sound played backwards: it grows to the edge of the next chord and stops.
        backwards = np.exp(-np.linspace(2.0, 0, frames))
        edge = 0.5 - 0.5 * np.cos(np.linspace(0, np.pi, 960))  # 20 ms: neither end clicks
        backwards[:960] *= edge
        backwards[-960:] *= edge[::-1]
        return backwards

    loop = _chords(take, voice, level, 0.0)
    pattern = take.pattern(
        "x...X...x...X...x...X...x...X...",
        "x.......x.......x.......x.......",
        "x...X...x...X.x.x...X...x.x.X.x.",
        "x...X...x.x.XxXx",
    )
    # Each stroke is a reversed one: a pulse on the mirrored grid, turned round again.
    mirrored = pattern[0] + pattern[:0:-1]
    backwards = stepped(mirrored, 0.18, 0.25)[::-1]
    wet = reverb(loop[:, ::-1], 0.8, 1.4, 0.0, 0.4, seed=3)[:, ::-1]
    return _mixed(take, wet, 0.12, 1.0, backwards)


VARIATIONS = (
    Variation("Supersaw", ("wide", "eighths"), _supersaw, 5, *FORMS[1], has_tail=True),
    Variation("Pulse drift", ("warm", "dotted"), _pwm, 3, *FORMS[1], has_tail=True),
    Variation("Gated 3-3-2", ("rhythmic", "trance"), _gated, 4, *FORMS[1], has_tail=True),
    Variation("Swell", ("rising", "breathing"), _swell, 2, *FORMS[1], has_tail=True),
    Variation("Choir", ("voices", "soft"), _choir, 1, *FORMS[1], has_tail=True),
    Variation("Reverse glass", ("reversed", "glassy"), _reversed, 2, *FORMS[1], has_tail=True),
)

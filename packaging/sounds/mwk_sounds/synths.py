"""Six synth parts G4..G6: stabs and arpeggios in the gaps, echoes thrown from side to side."""

from collections.abc import Callable, Iterable

import numpy as np

from mwk_sounds.effects import chorus, driven, hall, ping_pong
from mwk_sounds.envelopes import adsr, decay, note_frames, opening, stepped
from mwk_sounds.filters import bell, equalise, high_shelf, sweep
from mwk_sounds.harmony import hertz, ladder
from mwk_sounds.oscillators import fm, pulse, supersaw, wave
from mwk_sounds.timeline import (
    BAR_STEPS,
    LOOP_STEPS,
    FloatArray,
    hits,
    place,
    seconds_axis,
    silence,
)
from mwk_sounds.variation import FORMS, Take, Variation

Voice = Callable[[float, int, float], FloatArray]


def _chord_hits(
    take: Take, pattern: str, voice: Voice, hold: float, release_s: float, notes: int = 4
) -> FloatArray:
    """Whole chords on a pattern; ``X`` is accented.

    `voice(frequency_hz, frames, accent)` is (2, frames); `notes` counts from the root.
    """
    loop = silence()
    for hit in hits(pattern):
        accent = 1.0 if hit.symbol == "X" else 0.78
        frames = note_frames(hit.length * hold, release_s)
        for midi in take.chord_at(hit.step).upper[:notes]:
            place(loop, voice(hertz(midi), frames, accent), hit.step, 0.3 * accent)
    return loop


def _single_notes(
    line: Iterable[tuple[float, int, float]],
    voice: Voice,
    length: float,
    release_s: float,
    pan: float,
) -> FloatArray:
    """(step, midi, accent) one by one, alternating sides."""
    loop = silence()
    for number, (step, midi, accent) in enumerate(line):
        frames = note_frames(length, release_s)
        side = pan * (-1) ** number
        sound = voice(hertz(midi), frames, accent)
        balance = np.array([[1 - max(0.0, side)], [1 + min(0.0, side)]])
        place(loop, sound * balance, step, 0.4 * accent)
    return loop


def _mixed(
    take: Take, loop: FloatArray, drive: float, echo: float, wet: float, steps: float = 3
) -> FloatArray:
    """Shine, echo and the hall; the mud of 400-1250 Hz left to others; open into a landing."""
    shaped = equalise(driven(loop, drive), bell(3200, -0.5, 0.8), bell(700, -5.0, 0.6))
    if take.rises:
        share = opening(BAR_STEPS, 0.0, 1.0, 1.5)
        shaped = shaped * (1 - share) + equalise(shaped, high_shelf(4500, 8.0)) * share
    return hall(ping_pong(shaped, steps, echo, 0.38), wet)


def _stabs(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float, frames: int, accent: float) -> FloatArray:
        saws = supersaw(frequency_hz, frames, rng, 5, 16, 0.8)
        cutoff = 900 + 9000 * accent * decay(frames, 0.08)
        return sweep(saws, cutoff, 0.2) * adsr(frames, 0.002, 0.15, 0.4, 0.1)

    loop = _chord_hits(
        take,
        take.pattern(
            "X..x..x.X...x...X..x..x.X...x.x.",
            "X.....x.X.......X.....x.X.......",
            "X..x..x.X..xx...X..x.xx.X..xx.xx",
            "X..x..x.X.x.Xxxx",
        ),
        voice,
        2.2,
        0.1,
        3,
    )
    return _mixed(take, loop, 2.2, 0.18, 0.14, 4)


def _off_beats(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float, frames: int, accent: float) -> FloatArray:
        # A house organ: a hollow FM key with a percussive third harmonic.
        key = fm(frequency_hz, frames, 2.0, 1.3 * accent * decay(frames, 0.12))
        click = (
            0.5 * wave("organ", 2 * frequency_hz, frames, float(rng.random())) * decay(frames, 0.05)
        )
        tone = (key + click) * adsr(frames, 0.002, 0.2, 0.5, 0.03)
        return np.vstack([tone, tone])

    loop = _chord_hits(
        take,
        take.pattern(
            "..X...X...X...X...X...X...X...Xx",
            "X.....x...x...x.X.....x...x...x.",
            "..X..xX...X...Xx..X..xX...X..xXx",
            "..X...X...X.x.Xx",
        ),
        voice,
        1.2,
        0.03,
    )
    return _mixed(take, chorus(loop, 0.45, 8.0, 1.6, (6, 7)), 1.1, 0.12, 0.2, 4)


def _arp_up(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float, frames: int, accent: float) -> FloatArray:
        bell_tone = fm(
            frequency_hz,
            frames,
            3.5,
            1.6 * accent * min(1.0, 900 / frequency_hz) * decay(frames, 0.05),
        )
        body = wave("triangle", frequency_hz, frames, float(rng.random()))
        tone = (0.7 * bell_tone + 0.6 * body) * adsr(frames, 0.002, 0.16, 0.12, 0.12)
        return np.vstack([tone, tone])

    line = []
    every = round(take.number(2, 4, 2, 2))
    for step in range(0, LOOP_STEPS, every):
        rungs = ladder(take.chord_at(step).triad, 67, 91)
        at = (step % BAR_STEPS) // 2
        turned = len(rungs) - 1 - at % len(rungs) if take.name == "c" else at % len(rungs)
        line.append((step, rungs[turned], 1.0 if step % 4 == 0 else 0.7))
        if take.rises and step >= BAR_STEPS:
            line.append((step + 1, rungs[(at + 2) % len(rungs)], 0.7))
    return _mixed(take, _single_notes(line, voice, 2.2, 0.12, 0.5), 1.2, 0.3, 0.2)


def _square_run(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float, frames: int, accent: float) -> FloatArray:
        square = pulse(frequency_hz, frames, 0.25, float(rng.random()))
        tone = sweep(square, 1200 + 5000 * accent * decay(frames, 0.04), 0.3)
        return np.vstack([tone, tone]) * adsr(frames, 0.002, 0.07, 0.35, 0.02)

    order = (0, 2, 1, 3, 2, 4, 1, 3) if take.name != "c" else (4, 2, 3, 1, 2, 0, 1, 3)
    rests = take.pattern("x" * 32, "x.xxx.x." * 4)
    line: list[tuple[float, int, float]] = []
    for step in range(LOOP_STEPS):
        if rests[step] == ".":
            continue
        rungs = ladder(take.chord_at(step).triad, 69, 88)
        accent = (1.0, 0.55, 0.8, 0.6)[step % 4]
        line.append((step, rungs[order[step % 8] % len(rungs)], accent))
        if take.rises and step >= LOOP_STEPS - 8:
            line.append((step + 0.5, rungs[order[step % 8] % len(rungs)], 0.6 * accent))
    return _mixed(take, _single_notes(line, voice, 0.7, 0.02, 0.6), 1.3, 0.14, 0.1)


def _plucked_thirds(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float, frames: int, accent: float) -> FloatArray:
        # A plucked string as decaying partials: the pick stands at a fifth of its length.
        time_s = seconds_axis(frames)
        tone = np.zeros(frames)
        for number in range(1, 11):
            weight = abs(np.sin(np.pi * number / 5.3)) / number
            partial = np.sin(2 * np.pi * (number * frequency_hz * time_s + rng.random()))
            tone += weight * partial * np.exp(-time_s * (5.0 + 4.0 * number))
        return np.vstack([tone, tone]) * accent * adsr(frames, 0.0015, 1.0, 0.9, 0.1)

    line: list[tuple[float, int, float]] = []
    pairs = {"F": (69, 72), "G": (71, 74), "Am": (72, 76), "C": (76, 79), "Dm": (74, 77)}
    pattern = take.pattern(
        "x...x.x.x..x..x.x...x.x.x.x.xxx.",
        "x.......x.....x.x.......x.....x.",
        "x.x.x.x.x..x.xx.x.x.x.x.x.xxxxx.",
        "x...x.x.x.xxxxxx",
    )
    for hit in hits(pattern):
        low, high = pairs[take.chord_at(hit.step).name]
        lift = 12 if hit.step % 16 in (6, 14, 12) else 0
        line += [(hit.step, low + lift, 0.9), (hit.step + 0.12, high + lift, 1.0)]
    return _mixed(take, _single_notes(line, voice, 3.0, 0.1, 0.45), 1.3, 0.26, 0.24, 2)


def _pumped_saws(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float, frames: int, accent: float) -> FloatArray:
        return supersaw(frequency_hz, frames, rng, 7, 20, 1.0) * adsr(
            frames, 0.003, 0.15, 0.6, 0.02
        )

    loop = _chord_hits(
        take,
        take.pattern(
            "X-x-x-x-X-x-x-x-X-x-x-x-X-x-x-x-",
            "X---x---X---x---X---x---X---x---",
            "X-x-x-xxX-x-x-x-X-x-x-xxX-x-xxxx",
            "X-x-x-x-XxxxXxxx",
        ),
        voice,
        0.93,
        0.02,
    )
    rise = 3000 + take.number(7500, 4500, 9000, 11_000) * np.linspace(0, 1, loop.shape[1]) ** 2
    rise[-2400:] = np.linspace(rise[-2400], rise[0], 2400)
    opened = sweep(loop, rise, 0.1, circular=True)
    # Its own pulse: each beat is struck and falls, and the eighth between them answers.
    breath = stepped("X.x.X.x.X.x.X.x.X.x.X.x.X.x.X.x.", 0.2, 0.35)
    return _mixed(take, opened * breath, 1.3, 0.06, 0.16)


VARIATIONS = (
    Variation("Stabs", ("bright", "syncopated"), _stabs, 4, *FORMS[2], has_tail=True),
    Variation("House organ", ("off-beat", "hollow"), _off_beats, 3, *FORMS[2], has_tail=True),
    Variation("Arp up", ("bells", "eighths"), _arp_up, 2, *FORMS[2], has_tail=True),
    Variation("Square run", ("retro", "sixteenths"), _square_run, 4, *FORMS[2], has_tail=True),
    Variation("Plucked thirds", ("strings", "light"), _plucked_thirds, 1, *FORMS[2], has_tail=True),
    Variation("Pumped saws", ("sidechain", "big"), _pumped_saws, 5, *FORMS[2], has_tail=True),
)

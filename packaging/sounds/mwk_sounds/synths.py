"""Six synth parts G4..G6: stabs and arpeggios in the gaps, echoes thrown from side to side."""

from collections.abc import Callable, Iterable

import numpy as np

from mwk_sounds.effects import chorus, driven, ping_pong, reverb
from mwk_sounds.envelopes import adsr, decay, ducking, note_frames
from mwk_sounds.filters import bell, equalise, sweep
from mwk_sounds.harmony import TRIADS, UPPER, chord_index, hertz, ladder
from mwk_sounds.oscillators import fm, pulse, supersaw, wave
from mwk_sounds.timeline import LOOP_STEPS, FloatArray, hits, place, seconds_axis, silence
from mwk_sounds.variation import Variation

_PUMP = 0.4
Voice = Callable[[float, int, float], FloatArray]


def _chord_hits(
    pattern: str, voice: Voice, hold: float, release_s: float, notes: int = 4
) -> FloatArray:
    """Whole chords on a pattern; ``X`` is accented.

    `voice(frequency_hz, frames, accent)` is (2, frames); `notes` counts from the root.
    """
    loop = silence()
    for hit in hits(pattern):
        accent = 1.0 if hit.symbol == "X" else 0.78
        frames = note_frames(hit.length * hold, release_s)
        for midi in UPPER[chord_index(hit.step)][:notes]:
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
    loop: FloatArray, drive: float, echo: float, room: float, steps: float = 3
) -> FloatArray:
    """Shine, echo, room and pump."""
    shaped = equalise(driven(loop, drive), bell(3000, 3.0, 0.8), bell(480, -2.0, 1.0))
    echoed = ping_pong(shaped, steps, echo, 0.38)
    return reverb(echoed, room, 1.2) * ducking(_PUMP, 0.12)


def _stabs(rng: np.random.Generator) -> FloatArray:
    def voice(frequency_hz: float, frames: int, accent: float) -> FloatArray:
        saws = supersaw(frequency_hz, frames, rng, 5, 16, 0.8)
        cutoff = 900 + 9000 * accent * decay(frames, 0.08)
        return sweep(saws, cutoff, 0.2) * adsr(frames, 0.002, 0.15, 0.4, 0.1)

    loop = _chord_hits("X..x..x.X...x...X..x..x.X...x.x.", voice, 2.2, 0.1, 3)
    return _mixed(loop, 2.2, 0.18, 0.14, 4)


def _off_beats(rng: np.random.Generator) -> FloatArray:
    def voice(frequency_hz: float, frames: int, accent: float) -> FloatArray:
        # A house organ: a hollow FM key with a percussive third harmonic.
        key = fm(frequency_hz, frames, 2.0, 1.3 * accent * decay(frames, 0.12))
        click = (
            0.5 * wave("organ", 2 * frequency_hz, frames, float(rng.random())) * decay(frames, 0.05)
        )
        tone = (key + click) * adsr(frames, 0.002, 0.2, 0.5, 0.03)
        return np.vstack([tone, tone])

    loop = _chord_hits("..X...X...X...X...X...X...X...Xx", voice, 1.2, 0.03)
    return _mixed(chorus(loop, 0.45, 8.0, 1.6, (6, 7)), 1.1, 0.12, 0.2, 4)


def _arp_up(rng: np.random.Generator) -> FloatArray:
    def voice(frequency_hz: float, frames: int, accent: float) -> FloatArray:
        bell_tone = fm(frequency_hz, frames, 3.5, 1.6 * accent * decay(frames, 0.05))
        body = wave("triangle", frequency_hz, frames, float(rng.random()))
        tone = (0.7 * bell_tone + 0.6 * body) * adsr(frames, 0.002, 0.16, 0.12, 0.12)
        return np.vstack([tone, tone])

    line = []
    for step in range(0, LOOP_STEPS, 2):
        rungs = ladder(TRIADS[chord_index(step)], 67, 91)
        line.append((step, rungs[(step % 16) // 2 % len(rungs)], 1.0 if step % 8 == 0 else 0.8))
    return _mixed(_single_notes(line, voice, 2.2, 0.12, 0.5), 1.2, 0.34, 0.22)


def _square_run(rng: np.random.Generator) -> FloatArray:
    def voice(frequency_hz: float, frames: int, accent: float) -> FloatArray:
        square = pulse(frequency_hz, frames, 0.25, float(rng.random()))
        tone = sweep(square, 1200 + 5000 * accent * decay(frames, 0.04), 0.3)
        return np.vstack([tone, tone]) * adsr(frames, 0.002, 0.07, 0.35, 0.02)

    order = (0, 2, 1, 3, 2, 4, 1, 3)
    line = []
    for step in range(LOOP_STEPS):
        rungs = ladder(TRIADS[chord_index(step)], 69, 88)
        accent = (1.0, 0.55, 0.8, 0.6)[step % 4]
        line.append((step, rungs[order[step % 8] % len(rungs)], accent))
    return _mixed(_single_notes(line, voice, 0.7, 0.02, 0.6), 1.3, 0.14, 0.1)


def _plucked_thirds(rng: np.random.Generator) -> FloatArray:
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
    pairs = {0: (69, 72), 1: (71, 74), 2: (72, 76), 3: (76, 79)}
    for hit in hits("x...x.x.x..x..x.x...x.x.x.x.xxx."):
        low, high = pairs[chord_index(hit.step)]
        lift = 12 if hit.step % 16 in (6, 14, 12) else 0
        line += [(hit.step, low + lift, 0.9), (hit.step + 0.12, high + lift, 1.0)]
    return _mixed(_single_notes(line, voice, 3.0, 0.1, 0.45), 1.3, 0.26, 0.24, 2)


def _pumped_saws(rng: np.random.Generator) -> FloatArray:
    def voice(frequency_hz: float, frames: int, accent: float) -> FloatArray:
        return supersaw(frequency_hz, frames, rng, 7, 20, 1.0) * adsr(
            frames, 0.003, 0.15, 0.6, 0.02
        )

    loop = _chord_hits("X-x-x-x-X-x-x-x-X-x-x-x-X-x-x-x-", voice, 0.93, 0.02)
    rise = 3000 + 7500 * np.linspace(0, 1, loop.shape[1]) ** 2
    rise[-2400:] = np.linspace(rise[-2400], rise[0], 2400)
    opened = sweep(loop, rise, 0.1, circular=True)
    deep = ducking(0.9, 0.11)
    return _mixed(opened * deep, 1.3, 0.06, 0.18)


VARIATIONS = (
    Variation("Stabs", ("bright", "syncopated"), _stabs),
    Variation("House organ", ("off-beat", "hollow"), _off_beats),
    Variation("Arp up", ("bells", "eighths"), _arp_up),
    Variation("Square run", ("retro", "sixteenths"), _square_run),
    Variation("Plucked thirds", ("strings", "light"), _plucked_thirds),
    Variation("Pumped saws", ("sidechain", "big"), _pumped_saws),
)

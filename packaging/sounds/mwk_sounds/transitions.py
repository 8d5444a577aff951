"""Landings as events: risers for the bar before, a fall for the last beat, impacts and cymbals.

Each has a soft and a full version; none carries a chord, so all fit any landing. They are lines,
not loops: what is laid past the end of the canvas would come back at its start, so nothing is.
"""

from collections.abc import Callable

import numpy as np

from mwk_sounds import drumkit as kit
from mwk_sounds.effects import hall
from mwk_sounds.envelopes import decay
from mwk_sounds.filters import band_noise, bell, equalise, high_pass, low_pass, sweep
from mwk_sounds.harmony import hertz
from mwk_sounds.oscillators import sine, supersaw
from mwk_sounds.timeline import (
    BAR_FRAMES,
    LOOP_FRAMES,
    STEP_FRAMES,
    FloatArray,
    frames_of,
    panned,
    place,
    seconds_axis,
    silence,
)

BEAT_FRAMES = 4 * STEP_FRAMES


def _riser(rng: np.random.Generator, full: bool) -> FloatArray:
    """Noise and a tone that climb for a bar and stop on the line."""
    share = np.linspace(0, 1, BAR_FRAMES)
    noise = band_noise(BAR_FRAMES, rng, 300, 10_000, order=4)
    other = band_noise(BAR_FRAMES, rng, 300, 10_000, order=4)
    air = sweep(np.vstack([noise, other]), 500 * 22.0**share, 0.45)
    air *= 0.3 + 0.7 * share**1.3
    climb = hertz(67) * 2 ** (share * (2.0 if full else 1.0))
    tone = supersaw(climb, BAR_FRAMES, rng, 5, 16, 0.8) * share**2
    # The flutter goes with the roll: two sixteenths, then thirty-seconds.
    turns = np.cumsum(np.where(share < 0.125, 4.0, 8.0)) / BEAT_FRAMES
    flutter = 0.1 + 0.9 * np.exp(-(5.0 if full else 4.0) * (turns % 1.0))
    sound = (air + (0.22 if full else 0.12) * tone) * flutter
    sound = sound / np.abs(sound).max() + 1.6 * _roll(rng)
    sound[:, -frames_of(0.006) :] *= np.linspace(1, 0, frames_of(0.006))
    return equalised(sound, high_pass(350), bell(8000, 6.0, 0.7), low_pass(13_000, 0.6))


def _roll(rng: np.random.Generator) -> FloatArray:
    """Strokes for a bar: two sixteenths, then thirty-seconds, shape (2, BAR_FRAMES).

    Each has a body, wires and a hat, and is over before the next: even where everything plays, a
    listener hears single strokes.
    """
    loop = silence()
    step = 0.0
    while step < 16:
        # On sixteenths other voices strike as well; those between must be heard by themselves.
        level = 1.0 if step % 1 else 0.65
        place(loop, _stroke(rng), step, level, 0.3 * (-1) ** int(2 * step))
        step += 1.0 if step < 2 else 0.5
    return loop[:, :BAR_FRAMES]


def _stroke(rng: np.random.Generator) -> FloatArray:
    """A tight snare with a hat on it, shape (frames,), unit peak: over within 40 ms."""
    frames = frames_of(0.04)
    body = band_noise(frames, rng, 250, 2500) * decay(frames, 0.008)
    wires = band_noise(frames, rng, 2000, 12_000, order=3) * decay(frames, 0.008)
    struck = (1.2 * body + wires) * (1 - np.exp(-seconds_axis(frames) / 0.0003))
    hiss = band_noise(frames, rng, 6500, 16_000, order=3) * decay(frames, 0.009)
    hiss *= 1 - np.exp(-seconds_axis(frames) / 0.0003)
    struck = struck / np.abs(struck).max() + 1.5 * hiss / np.abs(hiss).max()
    edge = frames_of(0.004)
    struck[-edge:] *= np.linspace(1, 0, edge)
    return np.asarray(struck / np.abs(struck).max())


def _drop(rng: np.random.Generator, full: bool) -> FloatArray:
    """The last beat when everything stops: a reversed cymbal, and a fall under it when full."""
    frames = BEAT_FRAMES
    share = np.linspace(0, 1, frames)
    wash = np.vstack([band_noise(frames, rng, 2500, 8500, order=4) for _ in range(2)])
    sound = 0.5 * wash * share**3
    for number in range(8):
        stroke = panned(_stroke(rng), 0.3 * (-1) ** number)
        start = number * STEP_FRAMES // 2
        length = min(stroke.shape[1], frames - start)
        sound[:, start : start + length] += (0.5 + 0.06 * number) * stroke[:, :length]
    if full:
        fall = sine(hertz(69) * 2 ** (-3 * share), frames) * (1 - share) ** 0.5 * 0.5
        sound = sound + fall
    sound[:, -frames_of(0.004) :] *= np.linspace(1, 0, frames_of(0.004))
    sound[:, : frames_of(0.004)] *= np.linspace(0, 1, frames_of(0.004))
    return sound


def _impact(rng: np.random.Generator, full: bool) -> FloatArray:
    """A sub that drops onto F1 with a dull blow: the floor of the first beat."""
    frames = frames_of(1.1 if full else 0.6)
    time_s = seconds_axis(frames)
    fall_hz = hertz(29) + 90 * np.exp(-time_s / 0.05)
    sub = sine(fall_hz, frames) * np.exp(-time_s / (0.28 if full else 0.16))
    blow = band_noise(frames, rng, 120, 2600) * np.exp(-time_s / 0.07) * 0.5
    sound = np.tanh(1.6 * (sub + blow)) * (1 - np.exp(-time_s / 0.002))
    loop = silence()
    place(loop, sound, 0)
    return _cut(hall(loop, 0.2), frames + frames_of(0.5))


def _cymbal(rng: np.random.Generator, full: bool) -> FloatArray:
    """A crash that rings for two bars; dark enough that it never hisses."""
    frames = LOOP_FRAMES - frames_of(0.02)
    time_s = seconds_axis(frames)
    fall = np.exp(-time_s / (0.75 if full else 0.45))
    sides = []
    for side in (0, 1):
        wash = band_noise(frames, rng, 2200, 9000, order=4)
        metal = kit.crash(rng, 0.5)
        struck = 0.8 * wash * fall * (1 - np.exp(-time_s / 0.004))
        struck[: metal.size] += (0.5 - 0.1 * side) * metal
        sides.append(struck)
    sound = equalised(np.vstack(sides), bell(5200, 2.0, 0.7))
    sound[:, -frames_of(0.8) :] *= np.linspace(1, 0, frames_of(0.8))
    return sound


def equalised(sound: FloatArray, *bands: tuple[str, float, float, float]) -> FloatArray:
    """A sound (2, frames) shorter than the loop through an equaliser."""
    canvas = silence()
    canvas[:, : sound.shape[1]] = sound
    return equalise(canvas, *bands)[:, : sound.shape[1]]


def _cut(loop: FloatArray, frames: int) -> FloatArray:
    sound = loop[:, :frames].copy()
    edge = frames_of(0.15)
    sound[:, -edge:] *= np.linspace(1, 0, edge)
    return sound


_BUILD: dict[str, Callable[[np.random.Generator, bool], FloatArray]] = {
    "riser": _riser,
    "drop": _drop,
    "impact": _impact,
    "cymbal": _cymbal,
}
_PEAK_DBFS = {"riser": -2.0, "drop": -13.0, "impact": -13.0, "cymbal": -20.0}
_SOFTER_DB = {"riser": 1.0, "drop": 1.0, "impact": 2.5, "cymbal": 2.5}
NAMES = tuple(f"{kind}_{size}" for kind in _BUILD for size in ("soft", "full"))


def rendered(name: str, rng: np.random.Generator) -> FloatArray:
    """One transition at its level, shape (2, frames)."""
    kind, _, size = name.partition("_")
    sound = _BUILD[kind](rng, size == "full")
    peak_dbfs = _PEAK_DBFS[kind] - (_SOFTER_DB[kind] if size == "soft" else 0.0)
    return sound * 10 ** (peak_dbfs / 20) / np.abs(sound).max()

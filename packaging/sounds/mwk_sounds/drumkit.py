"""Single drum strokes, all mono (frames,), about unit peak."""

import numpy as np

from mwk_sounds.envelopes import decay
from mwk_sounds.filters import band_noise
from mwk_sounds.oscillators import pulse, sine
from mwk_sounds.timeline import FloatArray, frames_of, seconds_axis

# Square-wave partials of a metal plate; no two are in a simple ratio.
_METAL_HZ = (3041.0, 4127.0, 4967.0, 5773.0, 6689.0, 8111.0)


def _closed(sound: FloatArray, edge_s: float = 0.004) -> FloatArray:
    """Bring the last milliseconds to zero."""
    edge = frames_of(edge_s)
    sound[-edge:] *= np.linspace(1, 0, edge)
    return sound


def kick(
    rng: np.random.Generator,
    root_hz: float = 49.0,
    top_hz: float = 210.0,
    body_s: float = 0.125,
    click: float = 0.7,
    drive: float = 2.4,
) -> FloatArray:
    """A sine that drops onto a note of the key within 60 ms, driven, with a click of 2-5 kHz.

    It is over after 200 ms, so that the bass has the ground to itself again.
    """
    frames = frames_of(0.198)
    time_s = seconds_axis(frames)
    fall_hz = (top_hz - root_hz) * np.exp(-time_s / 0.0095) + 420 * np.exp(-time_s / 0.003)
    body = sine(root_hz + fall_hz, frames) * np.exp(-((time_s / body_s) ** 2.0))
    body += 0.3 * sine(2 * (root_hz + fall_hz), frames) * np.exp(-((time_s / 0.09) ** 2.0))
    body *= 1 - np.exp(-time_s / 0.0006)
    body = np.tanh(drive * body) / np.tanh(drive)
    beater = band_noise(frames, rng, 1500, 6500) * decay(frames, 0.0055) * click
    knock = 0.5 * click * sine(620 * np.exp(-time_s / 0.02), frames) * decay(frames, 0.012)
    return _closed(body + beater + knock, 0.03)


def snare(
    rng: np.random.Generator, tone_hz: float = 185.0, rattle_s: float = 0.085, tone: float = 0.8
) -> FloatArray:
    """Two drum-head modes under band noise."""
    frames = frames_of(0.34)
    time_s = seconds_axis(frames)
    bend = 1 + 0.35 * np.exp(-time_s / 0.012)
    head = tone * sine(tone_hz * bend, frames) * decay(frames, 0.08)
    head += 0.5 * tone * sine(1.79 * tone_hz * bend, frames) * decay(frames, 0.05)
    head += 0.3 * tone * sine(3.1 * tone_hz * bend, frames) * decay(frames, 0.03)
    wires = band_noise(frames, rng, 800, 9000) * decay(frames, rattle_s)
    body = band_noise(frames, rng, 450, 3000) * decay(frames, 0.8 * rattle_s)
    snap = band_noise(frames, rng, 2200, 9000) * decay(frames, 0.008)
    stroke = (head + 0.5 * wires + 0.7 * body + 0.5 * snap) * (1 - np.exp(-time_s / 0.0005))
    return _closed(np.tanh(1.5 * stroke))


def clap(rng: np.random.Generator, tail_s: float = 0.08, low_hz: float = 700.0) -> FloatArray:
    """Four hands: three early bursts and one with a tail, and the palms' body at 200 Hz."""
    frames = frames_of(0.3)
    time_s = seconds_axis(frames)
    level = np.zeros(frames)
    for late_s in (0.0, 0.009, 0.019):
        level += np.where(time_s >= late_s, 0.7 * np.exp(-(time_s - late_s) / 0.004), 0.0)
    level += np.where(time_s >= 0.027, np.exp(-(time_s - 0.027) / tail_s), 0.0)
    palms = 0.5 * sine(205.0, frames) * decay(frames, 0.05) * (1 - np.exp(-time_s / 0.001))
    hands = band_noise(frames, rng, low_hz, 3600) + 0.4 * band_noise(frames, rng, 3000, 7500)
    return _closed(np.tanh(1.3 * hands * level + palms))


def hat(
    rng: np.random.Generator, fall_s: float = 0.016, tune: float = 1.0, noise: float = 0.5
) -> FloatArray:
    """A hi-hat: inharmonic squares and noise above 6.5 kHz; long `fall_s` is an open one."""
    frames = frames_of(min(0.4, fall_s * 5 + 0.02))
    metal = np.zeros(frames)
    for partial_hz in _METAL_HZ:
        metal += pulse(partial_hz * 1.34 * tune, frames, 0.5, float(rng.random())) / 6
    hiss = band_noise(frames, rng, 6500, 17_500, order=3)
    ring = sine(_METAL_HZ[2] * 1.9 * tune, frames) * 0.1
    stroke = (0.6 * metal + noise * hiss + ring) * decay(frames, fall_s)
    stroke -= np.concatenate([[0.0], stroke[:-1]]) * 0.8  # a gentle high-pass
    return _closed(stroke * (1 - np.exp(-seconds_axis(frames) / 0.0004)), 0.0015)


def shaker(rng: np.random.Generator, swell_s: float = 0.022) -> FloatArray:
    """Beads: noise that swells before it falls."""
    frames = frames_of(0.11)
    time_s = seconds_axis(frames)
    level = np.exp(-0.5 * ((time_s - swell_s) / (0.5 * swell_s)) ** 2)
    level += 0.35 * np.exp(-0.5 * ((time_s - 0.06) / 0.015) ** 2)
    return _closed(band_noise(frames, rng, 4200, 13_000) * level)


def tambourine(rng: np.random.Generator) -> FloatArray:
    """Jingles: high partials that beat, over noise."""
    frames = frames_of(0.24)
    ring = np.zeros(frames)
    for partial_hz in (7210.0, 7930.0, 8810.0, 9770.0, 11_300.0):
        ring += sine(partial_hz * (1 + 0.002 * rng.standard_normal()), frames, float(rng.random()))
    hiss = band_noise(frames, rng, 6000, 16_000)
    level = decay(frames, 0.05) + 0.5 * decay(frames, 0.012)
    return _closed((0.11 * ring + 0.35 * hiss) * level)


def tom(rng: np.random.Generator, tone_hz: float, fall_s: float = 0.12) -> FloatArray:
    """A pitched drum with a short slap."""
    frames = frames_of(fall_s * 4)
    time_s = seconds_axis(frames)
    body = sine(tone_hz * (1 + 0.55 * np.exp(-time_s / 0.03)), frames) * decay(frames, fall_s)
    body += 0.3 * sine(1.59 * tone_hz, frames) * decay(frames, 0.4 * fall_s)
    slap = band_noise(frames, rng, 1200, 6000) * decay(frames, 0.01) * 0.35
    return _closed(np.tanh(1.4 * (body + slap)) * (1 - np.exp(-time_s / 0.0008)))


def rim(rng: np.random.Generator) -> FloatArray:
    """A stick on the rim."""
    frames = frames_of(0.07)
    wood = sine(1720.0, frames) * decay(frames, 0.012) + sine(1130.0, frames) * decay(frames, 0.008)
    tick = band_noise(frames, rng, 2500, 9000) * decay(frames, 0.004)
    return _closed(np.tanh(1.3 * (wood + 0.8 * tick)))


def snap(rng: np.random.Generator) -> FloatArray:
    """Two fingers."""
    frames = frames_of(0.16)
    time_s = seconds_axis(frames)
    level = 0.5 * np.exp(-time_s / 0.003)
    level += np.where(time_s >= 0.011, np.exp(-(time_s - 0.011) / 0.022), 0.0)
    return _closed(2.2 * band_noise(frames, rng, 1500, 4200) * level)


def crash(rng: np.random.Generator, fall_s: float = 0.5) -> FloatArray:
    """A wash that opens the loop."""
    frames = frames_of(fall_s * 3)
    wash = band_noise(frames, rng, 3000, 9500, order=4) * decay(frames, fall_s)
    metal = np.zeros(frames)
    for partial_hz in _METAL_HZ:
        metal += pulse(partial_hz * 0.83, frames, 0.5, float(rng.random())) / 6
    struck = 0.5 * wash + 0.15 * metal * decay(frames, 0.4 * fall_s)
    return _closed(struck * (1 - np.exp(-seconds_axis(frames) / 0.018)), 0.05)

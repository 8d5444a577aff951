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
    low_hz: float = 52.0,
    top_hz: float = 190.0,
    body_s: float = 0.21,
    click: float = 0.18,
    drive: float = 2.2,
) -> FloatArray:
    """A sine that drops in pitch, driven, with a noise click."""
    frames = frames_of(body_s * 2.1)
    time_s = seconds_axis(frames)
    curve_hz = low_hz + (top_hz - low_hz) * np.exp(-time_s / 0.030) + 400 * np.exp(-time_s / 0.0035)
    body = sine(curve_hz, frames) * np.exp(-((time_s / body_s) ** 1.6))
    body *= 1 - np.exp(-time_s / 0.0006)
    body = np.tanh(drive * body) / np.tanh(drive)
    snap = rng.standard_normal(frames) * decay(frames, 0.0025) * click
    return _closed(body + np.diff(snap, prepend=0.0))


def snare(
    rng: np.random.Generator, tone_hz: float = 185.0, rattle_s: float = 0.085, tone: float = 0.8
) -> FloatArray:
    """Two drum-head modes under band noise."""
    frames = frames_of(0.34)
    time_s = seconds_axis(frames)
    bend = 1 + 0.35 * np.exp(-time_s / 0.012)
    head = tone * sine(tone_hz * bend, frames) * decay(frames, 0.07)
    head += 0.45 * tone * sine(1.79 * tone_hz * bend, frames) * decay(frames, 0.045)
    wires = band_noise(frames, rng, 900, 10_500) * decay(frames, rattle_s)
    snap = band_noise(frames, rng, 2500, 12_000) * decay(frames, 0.008)
    stroke = (head + 0.8 * wires + 0.7 * snap) * (1 - np.exp(-time_s / 0.0005))
    return _closed(np.tanh(1.5 * stroke))


def clap(rng: np.random.Generator, tail_s: float = 0.07, low_hz: float = 850.0) -> FloatArray:
    """Four hands: three early bursts and one with a tail."""
    frames = frames_of(0.3)
    time_s = seconds_axis(frames)
    level = np.zeros(frames)
    for late_s in (0.0, 0.009, 0.019):
        level += np.where(time_s >= late_s, 0.7 * np.exp(-(time_s - late_s) / 0.004), 0.0)
    level += np.where(time_s >= 0.027, np.exp(-(time_s - 0.027) / tail_s), 0.0)
    return _closed(np.tanh(1.2 * band_noise(frames, rng, low_hz, 7500) * level))


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
    wash = band_noise(frames, rng, 3500, 16_000) * decay(frames, fall_s)
    metal = np.zeros(frames)
    for partial_hz in _METAL_HZ:
        metal += pulse(partial_hz * 0.83, frames, 0.5, float(rng.random())) / 6
    struck = 0.5 * wash + 0.15 * metal * decay(frames, 0.4 * fall_s)
    return _closed(struck * (1 - np.exp(-seconds_axis(frames) / 0.018)), 0.05)

"""Detectors for the faults a loop can have; tests run them on the clips and on planted faults."""

from itertools import pairwise

import numpy as np
import scipy.fft

from mwk_sounds.filters import biquad_response as response
from mwk_sounds.filters import convolve_loop, high_pass, low_pass
from mwk_sounds.timeline import LOOP_FRAMES, LOOP_STEPS, SAMPLE_RATE_HZ, FloatArray

_ALIAS_FFT_FRAMES = 1 << 17
_GRID_BANDS = 36


def inharmonic_db(tone: FloatArray, base_hz: float) -> float:
    """Loudest partial that is no multiple of `base_hz`, in dB relative to the loudest that is.

    In a steady, periodic tone everything between the harmonics is folded: this is the aliasing.

    Parameters
    ----------
    tone : (frames,), at least 131,072 of them, of constant pitch.
    """
    cut = tone[:_ALIAS_FFT_FRAMES]
    if cut.size < _ALIAS_FFT_FRAMES:
        raise ValueError(f"the tone must have {_ALIAS_FFT_FRAMES} frames, not {cut.size}")
    window = np.blackman(cut.size) ** 2  # side lobes far below what is looked for
    level = np.abs(np.fft.rfft(cut * window))
    bin_hz = SAMPLE_RATE_HZ / cut.size
    at_hz = np.arange(level.size) * bin_hz
    distance = np.abs(at_hz - base_hz * np.rint(at_hz / base_hz))
    harmonic = distance <= 8 * bin_hz
    return float(20 * np.log10(level[~harmonic].max() / level[harmonic].max()))


def ultrasonic_db(loop: FloatArray, above_hz: float = 19_000.0) -> float:
    """Energy above a frequency relative to the whole; tables stop at 18 kHz, naive waves do not."""
    power = (np.abs(scipy.fft.rfft(loop, axis=-1)) ** 2).mean(axis=0)
    first = round(above_hz * LOOP_FRAMES / SAMPLE_RATE_HZ)
    return float(10 * np.log10(power[first:].sum() / power.sum()))


def seam_db(loop: FloatArray) -> float:
    """How far the loop point stands above the clip's own loudest millisecond, above 2 kHz, in dB.

    Above 0 means that nothing in the clip is as sharp as its seam: a click.
    """
    sharp = convolve_loop(loop, response(high_pass(2000.0)) * response(high_pass(2000.0)))
    power = np.convolve(np.tile((sharp**2).mean(axis=0), 2), np.ones(48), "same")
    power = np.roll(power[LOOP_FRAMES // 2 : LOOP_FRAMES // 2 + LOOP_FRAMES], LOOP_FRAMES // 2)
    near = np.r_[-96:96] % LOOP_FRAMES
    inner = np.delete(power, np.r_[-1200:1200] % LOOP_FRAMES)
    return float(10 * np.log10((power[near].max() + 1e-15) / (inner.max() + 1e-15)))


def low_energy_db(loop: FloatArray, below_hz: float = 120.0) -> float:
    """Power under a frequency (24 dB an octave), in dBFS."""
    low = convolve_loop(
        loop, response(low_pass(below_hz, 0.54)) * response(low_pass(below_hz, 1.31))
    )
    return float(10 * np.log10((low**2).mean() + 1e-15))


def mono_loss_db(loop: FloatArray) -> float:
    """What folding to mono takes, in dB; 3 is what two unrelated channels lose."""
    middle = loop.mean(axis=0)
    return float(-10 * np.log10((middle**2).mean() / (loop**2).mean()))


def time_frequency_grid(loop: FloatArray) -> FloatArray:
    """Power in dB under the loudest cell, floor -50, in 36 mel-like bands x 32 sixteenths."""
    mono = loop.mean(axis=0)
    window_frames, hop = 2048, LOOP_FRAMES // LOOP_STEPS // 9
    around = np.concatenate([mono[-window_frames // 2 :], mono, mono[: window_frames // 2]])
    starts = np.arange(0, LOOP_FRAMES, hop)
    cut = np.lib.stride_tricks.sliding_window_view(around, window_frames)[starts]
    power = np.abs(np.fft.rfft(cut * np.hanning(window_frames), axis=1)) ** 2
    mel = np.linspace(2595 * np.log10(1 + 40 / 700), 2595 * np.log10(21), _GRID_BANDS + 1)
    edges = (700 * (10 ** (mel / 2595) - 1) * window_frames / SAMPLE_RATE_HZ).astype(int)
    bands = [power[:, low : max(low + 1, high)].sum(axis=1) for low, high in pairwise(edges)]
    cells = np.array(bands).reshape(_GRID_BANDS, LOOP_STEPS, -1).mean(axis=2)
    return np.asarray(np.maximum(10 * np.log10(cells / cells.max() + 1e-12), -50.0))


def variation_distance_db(one: FloatArray, other: FloatArray) -> float:
    """Mean difference of two grids after their common gain, at the most similar of all rotations.

    A gain, an equaliser of a few dB or a rotation of another clip gives a small number.
    """
    nearest = np.inf
    for rotation in range(0, LOOP_STEPS, 2):
        turned = np.roll(other, rotation, axis=1)
        active = (one > -49) | (turned > -49)
        difference = (one - turned)[active]
        nearest = min(nearest, float(np.abs(difference - np.median(difference)).mean()))
    return nearest

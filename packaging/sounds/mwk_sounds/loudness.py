"""Loudness and true peak of a loop, measured on the circle."""

import numpy as np
import scipy.fft

from mwk_sounds.filters import LOOP_BINS_HZ, convolve_loop
from mwk_sounds.timeline import LOOP_FRAMES, SAMPLE_RATE_HZ, ComplexArray, FloatArray

_TRUE_PEAK_OVERSAMPLING = 4


def _k_weighting() -> ComplexArray:
    """ITU-R BS.1770-4 pre-filter (its 48 kHz coefficients) on the loop's bins."""
    z = np.exp(-2j * np.pi * LOOP_BINS_HZ / SAMPLE_RATE_HZ)

    def section(b: tuple[float, float, float], a: tuple[float, float]) -> ComplexArray:
        return np.asarray((b[0] + b[1] * z + b[2] * z * z) / (1 + a[0] * z + a[1] * z * z))

    shelf = section(
        (1.53512485958697, -2.69169618940638, 1.19839281085285),
        (-1.69065929318241, 0.73248077421585),
    )
    return shelf * section((1.0, -2.0, 1.0), (-1.99004745483398, 0.99007225036621))


_K_WEIGHTING = _k_weighting()


def integrated_lufs(loop: FloatArray) -> float:
    """Gated loudness in LUFS of a loop (2, LOOP_FRAMES) that plays forever.

    Source: ITU-R BS.1770-4, 400 ms blocks every 100 ms, gates at -70 LUFS and 10 LU below the mean.
    """
    weighted = convolve_loop(loop, _K_WEIGHTING)
    power = np.cumsum(np.concatenate([np.zeros(1), np.tile((weighted**2).sum(axis=0), 2)]))
    block, hop = SAMPLE_RATE_HZ * 4 // 10, SAMPLE_RATE_HZ // 10
    starts = np.arange(0, LOOP_FRAMES, hop)
    mean = (power[starts + block] - power[starts]) / block
    level = -0.691 + 10 * np.log10(np.maximum(mean, 1e-12))
    loud = level > -70
    if not loud.any():
        return -np.inf
    gate = -0.691 + 10 * np.log10(mean[loud].mean()) - 10
    return float(-0.691 + 10 * np.log10(mean[loud & (level > gate)].mean()))


def true_peak(loop: FloatArray) -> float:
    """Largest magnitude between the samples too, by four times circular oversampling."""
    frames = LOOP_FRAMES * _TRUE_PEAK_OVERSAMPLING
    wide = np.zeros((*loop.shape[:-1], frames // 2 + 1), dtype=complex)
    wide[..., : LOOP_BINS_HZ.size] = scipy.fft.rfft(loop, axis=-1) * _TRUE_PEAK_OVERSAMPLING
    return float(np.abs(scipy.fft.irfft(wide, frames, axis=-1)).max())

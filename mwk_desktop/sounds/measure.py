"""Measures one loop: peak, offset, loudness and seam. Pure numpy, any thread.

A loop is measured as it will sound, repeated forever: filters are circular, so the start and end of
the array cause no artefacts.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from mwk_desktop.sounds.audio_file import Samples

_Spectrum = npt.NDArray[np.complex128]
_Floats = npt.NDArray[np.float64]

SILENCE_DB: Final = -120.0
"""Used for minus infinity: far below the last of 16 bits (and JSON has no infinity)."""

CLICK_DB: Final = 3.0
"""A seam this much louder than the loudest other places of the clip is a click ..."""

AUDIBLE_CLICK_DBFS: Final = -75.0
"""... unless it is this quiet: 15 dB below where a careful listener hears one alone."""

_ORDER: Final = 32
_BURST_S: Final = 0.001
_NEAR_S: Final = 0.003
_AROUND_S: Final = 0.020
_DC_BLOCK_S: Final = 0.050
_DC_BLOCKS: Final = 5
_TOP_SHARE: Final = 0.9998


@dataclass(frozen=True, slots=True)
class Seam:
    """How the end of a loop joins its start.

    ``click_db``: level of the seam's burst of unpredictable sound above the loudest places
    elsewhere in the clip (above 0 the seam is the worst spot). ``click_dbfs``: the burst's own
    level.
    """

    click_db: float
    click_dbfs: float

    @property
    def clicks(self) -> bool:
        """Whether the seam will be audible."""
        return self.click_db > CLICK_DB and self.click_dbfs > AUDIBLE_CLICK_DBFS


def peak_dbfs(samples: Samples) -> float:
    """Highest sample of float32 [frames, channels] in dB below full scale (not true peak)."""
    return _db(float(np.abs(samples).max(initial=0.0)))


def dc_offset(samples: Samples, rate_hz: int) -> Samples:
    """The constant offset of a clip, per channel of float32 [frames, channels].

    The mean, or the median of 50 ms means if that is nearer to zero: the one-sided push of a kick
    drum is not an offset, because it passes. Zero for less than a quarter of a second, whose mean
    is random.
    """
    frames = max(1, round(_DC_BLOCK_S * rate_hz))
    if len(samples) < _DC_BLOCKS * frames:
        return np.zeros(samples.shape[1], np.float32)
    blocks = samples[: len(samples) // frames * frames].reshape(-1, frames, samples.shape[1])
    # Channel by channel: ten times faster than over interleaved samples, and each clip pays it.
    means = np.ascontiguousarray(blocks.swapaxes(1, 2)).mean(axis=2, dtype=np.float64)
    mean, median = means.mean(axis=0), np.median(means, axis=0)
    nearer = np.where(np.abs(mean) < np.abs(median), mean, median)
    offset: Samples = np.where(mean * median > 0, nearer, 0.0).astype(np.float32)
    return offset


def loudness_lufs(samples: Samples, rate_hz: int) -> float:
    """Integrated loudness of a loop (ITU-R BS.1770-4: K-weighting, 400 ms blocks, both gates).

    Parameters
    ----------
    samples : float32 array [frames, channels]
        One pass of the loop; one or two channels, each with weight 1.
    rate_hz : int

    Returns
    -------
    float
        LUFS; ``SILENCE_DB`` if nothing passes the absolute gate of -70.
    """
    frames = len(samples)
    spectrum = np.fft.rfft(samples.astype(np.float64), axis=0)
    weighted = np.fft.irfft(spectrum * _k_weighting(frames, rate_hz)[:, None], frames, axis=0)
    block, step = max(1, round(0.4 * rate_hz)), max(1, round(0.1 * rate_hz))
    turns = math.ceil((frames + block) / frames)
    power = np.concatenate(([0.0], np.cumsum(np.tile((weighted**2).sum(axis=1), turns))))
    starts = np.arange(0, frames, step)
    blocks: _Floats = (power[starts + block] - power[starts]) / block
    loud = blocks[blocks > 10 ** ((-70 + 0.691) / 10)]
    if not len(loud):
        return SILENCE_DB
    loud = loud[loud > loud.mean() / 10]
    return -0.691 + 10 * math.log10(loud.mean())


def measure_seam(samples: Samples, rate_hz: int) -> Seam:
    """How clean the seam of float32 [frames, channels] is, the worst of its channels.

    What linear prediction cannot predict is a new sound or a click. A new sound continues, a click
    does not. So the 1 ms at the seam is compared with the loudest other milliseconds of the clip in
    two ways, by its level and by how far it exceeds the 20 ms around it, and the smaller excess
    counts.
    """
    worst = Seam(SILENCE_DB, SILENCE_DB)
    # Less than a quarter of a second has nothing else to compare with.
    if len(samples) < rate_hz // 4:
        return worst
    for channel in samples.T.astype(np.float64):
        seam = _channel_seam(channel, rate_hz)
        if (seam.clicks, seam.click_db) > (worst.clicks, worst.click_db):
            worst = seam
    return worst


def _channel_seam(channel: _Floats, rate_hz: int) -> Seam:
    frames = len(channel)
    power = _unforeseen(channel) ** 2
    if power.max() <= 10 ** (SILENCE_DB / 10):
        return Seam(SILENCE_DB, SILENCE_DB)
    half, near, around = (
        max(1, round(seconds * rate_hz)) for seconds in (_BURST_S / 2, _NEAR_S, _AROUND_S)
    )
    total = np.concatenate(([0.0], np.cumsum(np.tile(power, 3))))
    times = np.arange(0, frames, max(1, half // 2))

    def mean(start: int, end: int) -> _Floats:
        level: _Floats = (total[frames + times + end] - total[frames + times + start]) / (
            end - start
        )
        return np.maximum(level, 0.0)

    burst = mean(-half, half)
    # A minimum floor, so that a sound after digital silence does not look like a click.
    ground = np.maximum(mean(-around, -near), mean(near, around)) + power.mean() * 1e-5 + 1e-15
    stands_out = burst / ground
    distance = np.minimum(times, frames - times)
    at_seam, elsewhere = distance <= 2 * half, distance > around + near
    excess = min(
        _ratio_db(values[at_seam].max(), np.quantile(values[elsewhere], _TOP_SHARE))
        for values in (burst, stands_out)
    )
    return Seam(excess, _ratio_db(burst[at_seam].max(), 1.0))


def _unforeseen(channel: _Floats) -> _Floats:
    """Circular residual of linear prediction (autocorrelation method)."""
    frames = len(channel)
    spectrum = np.fft.rfft(channel)
    order = min(_ORDER, frames - 1)
    correlation = np.fft.irfft(np.abs(spectrum) ** 2, frames)[: order + 1]
    if correlation[0] <= 0:
        return np.zeros(frames)
    lags = np.abs(np.subtract.outer(np.arange(order), np.arange(order)))
    matrix = correlation[lags]
    matrix[np.diag_indices(order)] *= 1 + 1e-7  # without this a pure tone makes it singular
    taps = np.zeros(frames)
    taps[0] = 1.0
    taps[1 : order + 1] = -np.linalg.solve(matrix, correlation[1:])
    residual: _Floats = np.fft.irfft(spectrum * np.fft.rfft(taps), frames)
    return residual


def _k_weighting(frames: int, rate_hz: int) -> _Spectrum:
    """Response of BS.1770's two filters at the frequencies of a transform of ``frames`` frames.

    The standard gives coefficients for 48 kHz only; these analogue prototypes reproduce them there
    (B. De Man, "Evaluation of Implementations of the EBU R128 Loudness Measurement", AES 145,
    2018).
    """
    z = np.exp(-2j * np.pi * np.arange(frames // 2 + 1) / frames)
    warp = math.tan(math.pi * 1681.974450955533 / rate_hz)
    gain, quality = 10 ** (3.999843853973347 / 20), 0.7071752369554196
    middle = gain**0.4996667741545416
    first, last = (gain + sign * middle * warp / quality + warp**2 for sign in (1, -1))
    shelf = (first + 2 * (warp**2 - gain) * z + last * z**2) / _second_order(warp, quality, z)
    warp = math.tan(math.pi * 38.13547087602444 / rate_hz)
    quality = 0.5003270373238773
    # The standard writes the second numerator as 1, -2, 1 over a denominator that begins with 1.
    leading = 1 + warp / quality + warp**2
    response: _Spectrum = shelf * leading * (1 - z) ** 2 / _second_order(warp, quality, z)
    return response


def _second_order(warp: float, quality: float, z: _Spectrum) -> _Spectrum:
    """The denominator that both filters share."""
    first, last = 1 + warp / quality + warp**2, 1 - warp / quality + warp**2
    value: _Spectrum = first + 2 * (warp**2 - 1) * z + last * z**2
    return value


def _db(gain: float) -> float:
    return max(SILENCE_DB, 20 * math.log10(gain)) if gain > 0 else SILENCE_DB


def _ratio_db(power: float, reference: float) -> float:
    if power <= 0:
        return SILENCE_DB
    return max(SILENCE_DB, 10 * math.log10(power / max(reference, 1e-15)))

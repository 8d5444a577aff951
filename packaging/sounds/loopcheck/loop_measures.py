"""Measures of one loop by itself: format, level, clipping, the seam, stereo.

A loop is float64, shape (2, frames), and repeats: everything is measured around the circle.
"""

import math
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pyloudnorm
import scipy.linalg
import scipy.signal

Floats = npt.NDArray[np.float64]
Indexes = npt.NDArray[np.int64]

_CLICK_FLOOR_DBFS, _CLICK_UNDER_LOOP_DB = -78.0, -50.0
_LPC_ORDER = 32
_FLAT_TOP_FRAMES = 6


def decibels(gain: float) -> float:
    """Level of a linear gain, with a floor."""
    return 20 * math.log10(max(float(gain), 1e-9))


def weighted(loop: Floats, rate_hz: int) -> Floats:
    """K-weighted as ITU-R BS.1770 says, without a start-up transient."""
    twice = np.tile(loop, 2)
    for stage in pyloudnorm.Meter(rate_hz)._filters.values():
        twice = scipy.signal.lfilter(stage.b, stage.a, twice, axis=-1)
    return np.asarray(twice[..., loop.shape[-1] :])


def loudness_lufs(loop: Floats, rate_hz: int) -> float:
    """Integrated loudness of the loop played twice."""
    found = pyloudnorm.Meter(rate_hz).integrated_loudness(np.tile(loop, 2).T)
    return float(found) if np.isfinite(found) else -99.0


def true_peak(loop: Floats) -> float:
    """Largest magnitude between the samples too, linear."""
    around = np.concatenate([loop[:, -64:], loop, loop[:, :64]], axis=1)
    return float(np.abs(scipy.signal.resample_poly(around, 4, 1, axis=1)).max())


def clipped_runs(loop: Floats, rate_hz: int) -> int:
    """Flat tops: runs of equal samples near the peak, or at full scale.

    A run is as long as it takes a sine of 40 Hz with that peak to fall by three steps of 16 bits,
    so that a quiet bass, whose tops are flat by nature, has none.
    """
    peak = float(np.abs(loop).max())
    fall = math.sqrt(2e-4 / max(peak, 1e-4))
    length = max(_FLAT_TOP_FRAMES, math.ceil(fall * rate_hz / (40 * math.pi)))
    runs = 0
    for side in loop:
        stretches = np.lib.stride_tricks.sliding_window_view(side, length)
        hot = np.abs(side[: len(stretches)]) >= 0.8 * peak
        flat = np.zeros(len(stretches), dtype=bool)
        spread = stretches[hot].max(axis=1) - stretches[hot].min(axis=1)
        flat[hot] = spread <= max(2e-5 * peak, 3.2e-5)
        runs += int((np.diff(np.r_[0, flat.astype(int)]) == 1).sum())
        full = np.abs(side) >= 0.9995
        runs += int((full[1:] & full[:-1] & ~np.r_[False, full[:-2]]).sum())
    return runs


def silent_share(loop: Floats, rate_hz: int) -> float:
    """Share of 10 ms stretches that are 50 dB under the peak."""
    frames = rate_hz // 100
    count = loop.shape[1] // frames
    power = (loop[:, : count * frames] ** 2).mean(axis=0).reshape(count, frames).mean(axis=1)
    floor_db = max(-70.0, decibels(np.abs(loop).max()) - 50)
    return float((10 * np.log10(power + 1e-12) < floor_db).mean())


def levels(loop: Floats, rate_hz: int) -> dict[str, float]:
    """Peak, loudness, crest, DC, flat tops and silence."""
    peak, rms = float(np.abs(loop).max()), float(np.sqrt((loop**2).mean()))
    return {
        "peak_dbfs": decibels(peak),
        "true_peak_dbtp": decibels(true_peak(loop)),
        "clipped_runs": clipped_runs(loop, rate_hz),
        "loudness_lufs": loudness_lufs(loop, rate_hz),
        "crest_db": decibels(peak / max(rms, 1e-9)),
        "dc_db": decibels(np.abs(loop.mean(axis=1)).max() / max(rms, 1e-9)),
        "silent_share": silent_share(loop, rate_hz),
    }


def stereo(loop: Floats, rate_hz: int) -> dict[str, float]:
    """What one loudspeaker loses, and how alike the channels are below 120 Hz, where there is
    something; how noise-like the spectrum is."""
    middle = loop.mean(axis=0)
    spectrum = np.fft.rfft(loop, axis=1)
    power = (np.abs(spectrum) ** 2).mean(axis=0)
    at_hz = np.fft.rfftfreq(loop.shape[1], 1 / rate_hz)
    kept = (middle**2).mean() / (loop**2).mean()
    found = {"mono_loss_db": max(0.0, -10 * math.log10(kept + 1e-12))}
    low = spectrum[:, (at_hz > 15) & (at_hz <= 120)]
    energy = (np.abs(low) ** 2).sum(axis=1)
    if energy.mean() > 1e-2 * power[1:].sum():
        together = float((low[0] * low[1].conj()).sum().real)
        found["low_correlation"] = together / math.sqrt(float(energy.prod()))
    heard = power[(at_hz > 100) & (at_hz < 10_000)]
    bins = heard[: len(heard) // 400 * 400].reshape(400, -1).mean(axis=1) + 1e-20
    found["flatness"] = float(np.exp(np.log(bins).mean()) / bins.mean())
    return found


def _unpredicted(side: Floats) -> Floats:
    """What linear prediction around the circle cannot explain: clicks stand out of it."""
    around = np.concatenate([side[-_LPC_ORDER:], side])
    frames = len(side)
    likeness = np.array(
        [
            np.dot(side, around[_LPC_ORDER - lag : _LPC_ORDER - lag + frames])
            for lag in range(_LPC_ORDER + 1)
        ]
    )
    likeness[0] *= 1 + 1e-7
    weights = scipy.linalg.solve_toeplitz(likeness[:-1], likeness[1:])
    return np.asarray(scipy.signal.lfilter(np.r_[1.0, -weights], [1.0], around)[_LPC_ORDER:])


def _audible_click_dbfs(loop: Floats, rate_hz: int) -> float:
    """The loudest millisecond at the seam above 1 or 5 kHz, if it stands above its neighbours."""
    frames = loop.shape[1]
    around = np.concatenate([loop[:, frames - rate_hz // 4 :], loop[:, : rate_hz // 8]], axis=1)
    width, middle = max(8, rate_hz // 1000), rate_hz // 16
    loudest = -120.0
    for edge_hz in (1000, 5000):
        sos = scipy.signal.butter(2, edge_hz, "high", fs=rate_hz, output="sos")
        cut = scipy.signal.sosfilt(sos, around, axis=1)
        for side in cut[:, rate_hz // 4 - middle : rate_hz // 4 + middle]:
            power = np.convolve(side**2, np.ones(width) / width, "same")
            before = power[middle - rate_hz // 50 : middle - rate_hz * 3 // 1000].mean()
            after = power[middle + rate_hz // 250 : middle + rate_hz // 50].mean()
            seam = power[middle - width : middle + width + 1].max()
            if seam > 4 * max(before, after) + 1e-12:
                loudest = max(loudest, 10 * math.log10(seam))
    return loudest


def _means(sums: Floats, places: Indexes, begin: int, end: int) -> Floats:
    """The mean from `begin` to `end` around each place, of what was summed up."""
    return np.asarray((sums[places + end] - sums[places + begin]) / (end - begin))


def _click_excesses_db(loop: Floats, rate_hz: int) -> Iterator[float]:
    """How far the seam stands above the loudest places inside the loop, for each channel.

    Both as a burst and as an impulse: a musical onset is followed by sound, a click is not.
    """
    frames = loop.shape[1]
    width = max(8, rate_hz // 1000)
    near, far = rate_hz * 3 // 1000, rate_hz // 50
    for side in loop:
        if np.abs(side).max() < 1e-5:
            continue
        power = _unpredicted(side) ** 2
        sums = np.r_[0.0, np.cumsum(np.tile(power, 3))]
        at = np.arange(0, frames, width // 4)
        middle = at + frames
        burst = np.sqrt(_means(sums, middle, -width // 2, width // 2))
        before, after = _means(sums, middle, -far, -near), _means(sums, middle, near, far)
        beside = np.sqrt(np.maximum(before, after))
        impulse = burst / (beside + np.sqrt(power.mean()) * 10 ** (-50 / 20) + 1e-12)
        distance = np.minimum(at, frames - at)
        seam, inside = distance <= width, distance > rate_hz // 40
        burst_db = decibels(burst[seam].max() / np.quantile(burst[inside], 0.9995))
        impulse_db = decibels(impulse[seam].max() / np.quantile(impulse[inside], 0.9995))
        is_sharp = decibels(impulse[seam].max()) > 24
        yield max(min(burst_db, impulse_db), impulse_db if is_sharp else -99.0)


def seam(loop: Floats, rate_hz: int) -> dict[str, float]:
    """A click or a hole at the loop point, against what the loop does elsewhere."""
    click_db = max(_click_excesses_db(loop, rate_hz), default=-99.0)
    rms_db = decibels(np.sqrt((loop**2).mean()))
    steps = np.abs(np.diff(loop, axis=1))
    jump = np.abs(loop[:, 0] - loop[:, -1]) / (np.quantile(steps, 0.999, axis=1) + 1e-9)
    heard_above_db = max(_CLICK_FLOOR_DBFS, rms_db + _CLICK_UNDER_LOOP_DB)
    if _audible_click_dbfs(loop, rate_hz) < heard_above_db and jump.max() < 0.6:
        click_db = min(click_db, 0.0)
    return {"seam_click_db": click_db, "seam_gap_db": _gap_db(loop, rate_hz)}


def _gap_db(loop: Floats, rate_hz: int) -> float:
    """A hole of 6 ms between louder neighbours, more than such holes elsewhere in the loop."""
    frames = loop.shape[1]
    sums = np.r_[0.0, np.cumsum(np.tile((loop**2).mean(axis=0), 3))]
    half, near, far = rate_hz * 3 // 1000, rate_hz // 50, rate_hz * 8 // 100
    at = np.arange(0, frames, half)
    middle = at + frames

    def level_db(begin: int, end: int) -> Floats:
        power = _means(sums, middle, begin, end)
        return np.asarray(10 * np.log10(np.maximum(power, 0) + 1e-9))

    hole_db = np.minimum(level_db(-far, -near), level_db(near, far)) - level_db(-half, half)
    distance = np.minimum(at, frames - at)
    elsewhere = np.quantile(hole_db[distance > rate_hz * 3 // 100], 0.99)
    return float(max(0.0, hole_db[distance <= rate_hz * 12 // 1000].max() - max(0.0, elsewhere)))

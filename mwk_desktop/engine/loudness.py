"""Loudness of a stretch of the master, for display: K-weighted (ITU-R BS.1770-4)."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from mwk_desktop.engine.gains import Floats

MOMENTARY_MS: Final = 400
"""Length of the momentary measurement (EBU Tech 3341)."""

SILENCE_LUFS: Final = -70.0
"""The standard's absolute gate: quieter audio has no loudness."""

# Design values of the two filters, which reproduce the coefficients that annex 1 prints for 48 kHz
# at any rate: centre frequency in Hz, quality, gain in dB.
_SHELF: Final = (1681.974450955533, 0.7071752369554196, 3.999843853973347)
_HIGH_PASS: Final = (38.13547087602444, 0.5003270373238773)


class LoudnessMeter:
    """Measures loudness by weighting a stretch's power spectrum instead of filtering the stream.

    By Parseval's theorem that is the energy of the filtered stretch. It differs from a running
    filter only by the filter's few milliseconds of memory at both ends.

    Parameters
    ----------
    rate_hz : int
    length_ms : int
        Length of a measured stretch; by default that of momentary loudness.
    """

    def __init__(self, rate_hz: int, length_ms: int = MOMENTARY_MS) -> None:
        self.rate_hz = rate_hz
        self.frames = rate_hz * length_ms // 1000
        self._weights = _power_response(self.frames, rate_hz)

    def lufs(self, samples: Floats) -> float | None:
        """Loudness of a stretch.

        Parameters
        ----------
        samples : ndarray of float32, shape (frames, 2)

        Returns
        -------
        float or None
            LUFS; None below the absolute gate.
        """
        spectrum = np.fft.rfft(samples, axis=0)
        power = spectrum.real**2 + spectrum.imag**2
        energy = float((self._weights[:, None] * power).sum())
        mean_square = energy / self.frames**2
        if mean_square <= 0.0:
            return None
        loudness = -0.691 + 10.0 * float(np.log10(mean_square))
        return loudness if loudness >= SILENCE_LUFS else None


def _power_response(frames: int, rate_hz: int) -> npt.NDArray[np.float64]:
    """``|H|**2`` of both filters at the bins of a real transform, mirrored bins included."""
    frequency = np.fft.rfftfreq(frames)
    z = np.exp(-2j * np.pi * frequency)

    centre_hz, quality, gain_db = _SHELF
    k = np.tan(np.pi * centre_hz / rate_hz)
    high = 10.0 ** (gain_db / 20.0)
    band = high**0.4996667741545416
    bottom = 1.0 + k / quality + k * k
    shelf = (
        (high + band * k / quality + k * k)
        + 2.0 * (k * k - high) * z
        + (high - band * k / quality + k * k) * z**2
    ) / (bottom + 2.0 * (k * k - 1.0) * z + (1.0 - k / quality + k * k) * z**2)

    centre_hz, quality = _HIGH_PASS
    k = np.tan(np.pi * centre_hz / rate_hz)
    bottom = 1.0 + k / quality + k * k
    high_pass = (1.0 - 2.0 * z + z**2) / (
        1.0 + 2.0 * (k * k - 1.0) / bottom * z + (1.0 - k / quality + k * k) / bottom * z**2
    )
    weights: npt.NDArray[np.float64] = 2.0 * np.abs(shelf * high_pass) ** 2
    weights[0] /= 2.0
    if frames % 2 == 0:
        weights[-1] /= 2.0
    return weights

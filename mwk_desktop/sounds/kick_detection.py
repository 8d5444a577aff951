"""Finds the kicks of a drum loop: where its low end begins to sound. Pure numpy, any thread."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from mwk_desktop.sounds.audio_file import Samples
from mwk_desktop.units import grid_line_frame

_LOWEST_HZ: Final = 30.0
_HIGHEST_HZ: Final = 110.0
_SMOOTH_S: Final = 0.012
_APART_S: Final = 0.110
"""Two kicks are at least this far apart: a sixteenth at 136 BPM."""

_LOUD_SHARE: Final = 0.30
"""A kick is at least this loud, as a share of the loudest one (-10 dB)."""

_RISE_SHARE: Final = 0.22
"""The level rises at least this much at a kick, as a share of the loudest one."""

_HEARD_SHARE: Final = 0.06
"""The low end of a kick is at least this share of the loop's peak: hats have a low end, too."""

_ONSET_SHARE: Final = 0.15

_SNAP_S: Final = 0.018
"""A kick this near to a sixteenth is on it: the low end's own length blurs its start."""


def find_kicks(samples: Samples, rate_hz: int, sixteenths: int) -> tuple[int, ...]:
    """Frames at which a kick begins.

    Parameters
    ----------
    samples : float32 array [frames, channels]
        One loop of a drum, measured as if it repeated.
    rate_hz : int
    sixteenths : int
        Sixteenth notes of the loop.

    Returns
    -------
    tuple of int
        In order; empty for a loop without a kick.
    """
    frames = len(samples)
    mono = samples.mean(axis=1, dtype=np.float64)
    peak = float(np.abs(mono).max(initial=0.0))
    if peak <= 1e-4:
        return ()
    level = _low_level(mono, rate_hz)
    loudest = float(level.max())
    if loudest < _HEARD_SHARE * peak:
        return ()
    back = max(1, round(0.03 * rate_hz))
    rise = level - np.roll(level, back)
    apart = round(_APART_S * rate_hz)
    kicks: list[int] = []
    for place in np.argsort(rise)[::-1].tolist():
        if rise[place] < _RISE_SHARE * loudest:
            break
        if any(min((place - kick) % frames, (kick - place) % frames) < apart for kick in kicks):
            continue
        ahead = np.take(level, np.arange(place, place + back), mode="wrap")
        if float(ahead.max()) >= _LOUD_SHARE * loudest:
            kicks.append(place)
    onsets = (_onset(level, kick, back) for kick in kicks)
    near = round(_SNAP_S * rate_hz)
    return tuple(sorted({_snapped(onset, frames, sixteenths, near) for onset in onsets}))


def _snapped(onset: int, frames: int, sixteenths: int, near: int) -> int:
    """The sixteenth that an onset is on, else the onset itself."""
    line = round(onset * sixteenths / frames)
    at = grid_line_frame(line, frames, sixteenths)
    return at % frames if abs(at - onset) <= near else onset


def _low_level(mono: npt.NDArray[np.float64], rate_hz: int) -> npt.NDArray[np.float64]:
    """The envelope of the low frequencies; circular."""
    spectrum = np.fft.rfft(mono)
    hertz = np.fft.rfftfreq(len(mono), 1 / rate_hz)
    spectrum[(hertz < _LOWEST_HZ) | (hertz > _HIGHEST_HZ)] = 0.0
    # The analytic signal: its magnitude is the envelope.
    whole = np.zeros(len(mono), np.complex128)
    whole[: len(spectrum)] = 2.0 * spectrum
    envelope = np.abs(np.fft.ifft(whole))
    width = max(1, round(_SMOOTH_S * rate_hz))
    window = np.hanning(width + 2)[1:-1]
    kernel = np.zeros(len(mono))
    kernel[:width] = window / window.sum()
    smooth = np.fft.irfft(np.fft.rfft(envelope) * np.fft.rfft(kernel), len(mono))
    return np.roll(smooth, -(width // 2))


def _onset(level: npt.NDArray[np.float64], steepest: int, back: int) -> int:
    """Where the steepest rise near a place began."""
    frames = len(level)
    span = np.take(level, np.arange(steepest - back, steepest + 1), mode="wrap")
    low = int(np.argmin(span))
    wanted = span[low] + _ONSET_SHARE * (span[-1] - span[low])
    over = low + int(np.argmax(span[low:] >= wanted))
    return (steepest - back + over) % frames

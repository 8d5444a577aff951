"""The master's saturation and tilt, before its fader, gates and limiter.

Both give the same bits for every block size: the saturation is elementwise, and the tilt's filter
is a finite sum that is computed by the same tree of operations wherever a block ends (sums over 2^k
frames from those over 2^(k-1) frames). Neutral settings leave each of them out.
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from mwk_desktop.engine.delay_line import DelayLine
from mwk_desktop.engine.gains import Floats
from mwk_desktop.units import db_to_gain

TILT_HZ: Final = 700.0
"""The tilt turns around this frequency: the middle, in octaves, of what a loudspeaker plays."""

_FORGOTTEN: Final = 1e-7
"""The filter's sum ends where its weights fall below this: the last bit of float32."""

_BEND: Final = 3.0
"""Where the saturation curve is flat: its argument is cut there."""


class MasterBus:
    """Saturates and tilts the master in place.

    Parameters
    ----------
    drive_db : float
        Gain into the saturation, in dB; 0 leaves it out.
    tilt_db : float
        How much the treble is above the bass, in dB; 0 leaves it out.
    rate_hz : int
    max_frames : int
        The most frames that one call gets.

    Attributes
    ----------
    memory_frames : int
        How far back an input frame can still matter for an output frame.
    """

    def __init__(self, drive_db: float, tilt_db: float, rate_hz: int, max_frames: int) -> None:
        self._drive = db_to_gain(drive_db) if drive_db else 0.0
        bass, treble = db_to_gain(-tilt_db / 2), db_to_gain(tilt_db / 2)
        decay = math.exp(-2.0 * math.pi * TILT_HZ / rate_hz)
        # Of a low pass whose gain is 1 at 0 Hz and ``rest`` at half the rate.
        rest = (1.0 - decay) / (1.0 + decay)
        low = (bass - treble) / (1.0 - rest)
        self._high = bass - low
        self._low = (1.0 - decay) * low
        self._steps: list[tuple[int, float, DelayLine]] = []
        lag = 1
        while tilt_db and decay**lag >= _FORGOTTEN:
            self._steps.append((2 * lag, decay**lag, DelayLine(2 * lag, 2 * max_frames, 0.0)))
            lag *= 2
        self.memory_frames = lag if tilt_db else 0
        self._scratch = np.zeros((2, 2 * max_frames), dtype=np.float32)

    def process(self, sound: Floats) -> None:
        """Saturate and tilt the next frames: float32, shape (2 * frames,), interleaved."""
        if self._drive:
            self._saturate(sound)
        if self._steps:
            self._tilt(sound)

    def _saturate(self, sound: Floats) -> None:
        """``x (27 + x^2) / (27 + 9 x^2)`` of the driven sound, cut at +-3, where it is +-1.

        The Pade approximant of tanh of order (3, 2): only products, sums and one quotient, which
        are the same bits on every machine.
        """
        size = len(sound)
        square, below = self._scratch[0, :size], self._scratch[1, :size]
        np.multiply(sound, self._drive, out=sound)
        np.clip(sound, -_BEND, _BEND, out=sound)
        np.multiply(sound, sound, out=square)
        np.multiply(square, 9.0, out=below)
        np.add(below, 27.0, out=below)
        np.add(square, 27.0, out=square)
        np.multiply(sound, square, out=sound)
        np.divide(sound, below, out=sound)

    def _tilt(self, sound: Floats) -> None:
        size = len(sound)
        low: Floats = sound
        for place, (lag, weight, line) in enumerate(self._steps):
            line.push(size)[:] = low
            low = self._scratch[place % 2, :size]
            np.multiply(line.newest(size, lag), weight, out=low)
            np.add(line.newest(size), low, out=low)
        np.multiply(low, self._low, out=low)
        np.multiply(sound, self._high, out=sound)
        np.add(sound, low, out=sound)

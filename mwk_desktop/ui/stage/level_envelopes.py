"""Envelopes of the eight strips for the stage, all at once with numpy (no Qt here).

The console's meters fall 20 dB in 1.7 s, as meters should; every loop would look flat on the stage.
Here each strip's level is stretched over the range that it had lately, and three numbers follow it:
``fast`` moves the figures, ``slow`` carries what hangs behind, ``hit`` is a stroke.
"""

from __future__ import annotations

from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from mwk_desktop.ui.meter_scale import FLOOR_DB, deflection
from mwk_desktop.units import STRIPS

Levels: TypeAlias = NDArray[np.float64]

SOUNDS_ABOVE: Final = 0.06
"""Share of the meter's scale above which a strip sounds."""
LEAST_SPAN: Final = 0.12
FORGET_PER_S: Final = 0.1
"""The range forgets this much of the scale a second, so it follows a song that gets quieter."""
CURVE: Final = 1.9
FAST_UP_S, FAST_DOWN_S = 0.016, 0.110
SLOW_UP_S, SLOW_DOWN_S = 0.120, 0.550
HIT_RISE: Final = 0.30
HIT_TAIL_S, HIT_FALL_S = 0.120, 0.150
HIT_PAUSE_S: Final = 0.340
"""Strokes are at least this far apart: nothing hops more than three times a second."""

_SCALE_DB = np.linspace(FLOOR_DB, 0.0, 181)
_SCALE = np.array([deflection(db) for db in _SCALE_DB])


def deflections(peaks: Levels) -> Levels:
    """Linear peaks as shares of the meter's scale (IEC 60268-18)."""
    shares: Levels = np.interp(20.0 * np.log10(np.maximum(peaks, 1e-9)), _SCALE_DB, _SCALE)
    return shares


class LevelEnvelopes:
    """Follows the strips from frame to frame; times are real, so any frame rate looks alike."""

    def __init__(self) -> None:
        self._highest = np.full(STRIPS, 0.30)
        self._lowest = np.full(STRIPS, 0.30)
        self._fast = np.zeros(STRIPS)
        self._slow = np.zeros(STRIPS)
        self._hit = np.zeros(STRIPS)
        self._tail = np.zeros(STRIPS)
        self._since_hit_s = np.full(STRIPS, 9.0)

    def step(self, peaks: Levels, passed_s: float) -> list[float]:
        """Follow the newest linear peaks (after fader and mute), ``passed_s`` after the last ones.

        Returns
        -------
        list[float]
            Fast, slow and hit of the eight strips one after the other: 24 values, 0 to 1.
        """
        level = deflections(peaks)
        sounds = level > SOUNDS_ABOVE
        forgotten = passed_s * FORGET_PER_S
        higher = np.maximum(level, self._highest - forgotten)
        lower = np.minimum(level, self._lowest + forgotten)
        self._highest = np.where(sounds, higher, self._highest)
        self._lowest = np.where(sounds, lower, self._lowest)
        span = np.maximum(self._highest - self._lowest, LEAST_SPAN)
        share = np.clip((level - (self._highest - span)) / span, 0.0, 1.0)
        target = np.where(sounds, 0.05 + 0.95 * share**CURVE, 0.0)
        self._fast = _towards(self._fast, target, passed_s, FAST_UP_S, FAST_DOWN_S)
        self._slow = _towards(self._slow, target, passed_s, SLOW_UP_S, SLOW_DOWN_S)
        self._since_hit_s += passed_s
        struck = (target - self._tail > HIT_RISE) & (self._since_hit_s >= HIT_PAUSE_S)
        self._since_hit_s[struck] = 0.0
        self._hit = np.where(struck, 1.0, self._hit * np.exp(-passed_s / HIT_FALL_S))
        self._tail = np.maximum(target, self._tail * np.exp(-passed_s / HIT_TAIL_S))
        shown: list[float] = np.concatenate((self._fast, self._slow, self._hit)).round(3).tolist()
        return shown


def _towards(now: Levels, target: Levels, passed_s: float, up_s: float, down_s: float) -> Levels:
    up, down = 1.0 - np.exp(-passed_s / up_s), 1.0 - np.exp(-passed_s / down_s)
    moved: Levels = now + (target - now) * np.where(target > now, up, down)
    return moved

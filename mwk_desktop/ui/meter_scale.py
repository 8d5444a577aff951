"""Maps levels to a meter's scale, and lets meters fall (no Qt here)."""

from __future__ import annotations

import math
from bisect import bisect_right

# IEC 60268-18 deflection: (dBFS, share of the scale).
_METER = (
    (-60.0, 0.025),
    (-50.0, 0.075),
    (-40.0, 0.15),
    (-30.0, 0.30),
    (-20.0, 0.50),
    (-18.0, 0.55),
    (-12.0, 0.70),
    (-6.0, 0.85),
    (0.0, 1.0),
)
_METER_DB = tuple(db for db, _ in _METER)

FALL_DB_PER_S = 20.0 / 1.7
HOLD_S = 1.5
FLOOR_DB = -90.0


def deflection(db: float) -> float:
    """Share of the meter's scale that a sample peak in dBFS fills (IEC 60268-18)."""
    if db >= 0.0:
        return 1.0
    if db <= _METER_DB[0]:
        return max(0.0, 0.025 * (db - FLOOR_DB) / (_METER_DB[0] - FLOOR_DB))
    index = bisect_right(_METER_DB, db)
    (low_db, low), (high_db, high) = _METER[index - 1], _METER[index]
    return low + (high - low) * (db - low_db) / (high_db - low_db)


class Ballistics:
    """Peak meters of several channels: they rise at once, fall slowly and hold the peak.

    Parameters
    ----------
    channels
        How many channels (a stereo strip has two).
    """

    def __init__(self, channels: int) -> None:
        self._db = [FLOOR_DB] * channels
        self._hold_db = [FLOOR_DB] * channels
        self._hold_left_s = [0.0] * channels

    def step(self, peaks: list[float], passed_s: float) -> list[float]:
        """Apply the newest linear peaks, one per channel, after ``passed_s`` seconds.

        Returns
        -------
        list[float]
            Two values per channel, level and hold line, as shares of the scale (0 to 1), rounded to
            a thousandth, so that invisible moves cause no change.
        """
        shown: list[float] = []
        fall_db = FALL_DB_PER_S * passed_s
        for channel, peak in enumerate(peaks):
            db = 20.0 * math.log10(peak) if peak > 3.2e-5 else FLOOR_DB
            level = max(db, self._db[channel] - fall_db, FLOOR_DB)
            self._db[channel] = level
            if db >= self._hold_db[channel]:
                self._hold_db[channel] = db
                self._hold_left_s[channel] = HOLD_S
            else:
                self._hold_left_s[channel] -= passed_s
                if self._hold_left_s[channel] < 0.0:
                    self._hold_db[channel] = max(level, self._hold_db[channel] - fall_db)
            shown.append(round(deflection(level), 3))
            shown.append(round(deflection(self._hold_db[channel]), 3))
        return shown

    def hold_db(self, first: int) -> float:
        """The higher hold line of the channel pair that begins at ``first``, in dBFS."""
        return max(self._hold_db[first], self._hold_db[first + 1])

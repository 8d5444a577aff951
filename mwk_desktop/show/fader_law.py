"""The fader law: maps a fader's position to a gain and back (pure arithmetic).

One law for mouse, keys, MIDI, OSC and phones, so that a position always means the same level.
"""

from __future__ import annotations

import itertools
import math

from mwk_desktop.units import db_to_gain, gain_to_db

# (position, dB), straight between the points; the last one before silence is -60.
_FADER = ((0.03, -60.0), (0.15, -36.0), (0.28, -24.0), (0.50, -12.0), (0.65, -6.0), (0.80, 0.0))
_FADER_TOP = (1.0, 6.0)
_FADER_POINTS = (*_FADER, _FADER_TOP)
FADER_MARKS = tuple(reversed(_FADER_POINTS))
"""The marks of a fader's scale, from the top: ``(position, dB)``."""
_SILENCE_DB = -90.0
FADER_ZERO = 0.80
"""The position of 0 dB."""
_EXACT = 1e-6
"""This close to it the gain is exactly 1, which leaves the samples unchanged."""


def fader_position(gain: float) -> float:
    """Position of a linear gain on the fader's travel, 0 (silence) to 1 (+6 dB)."""
    db = gain_to_db(gain)
    if db == -math.inf:
        return 0.0
    if db <= _FADER_POINTS[0][1]:
        return 0.03 * max(0.0, (db + 90.0) / 30.0)
    for (low, low_db), (high, high_db) in itertools.pairwise(_FADER_POINTS):
        if db <= high_db:
            return low + (high - low) * (db - low_db) / (high_db - low_db)
    return 1.0


def fader_gain(position: float) -> float:
    """Linear gain at a position on the fader's travel; the inverse of :func:`fader_position`."""
    if position <= 0.0:
        return 0.0
    if abs(position - FADER_ZERO) < _EXACT:
        return 1.0
    if position <= 0.03:
        return db_to_gain(-90.0 + 30.0 * position / 0.03)
    for (low, low_db), (high, high_db) in itertools.pairwise(_FADER_POINTS):
        if position <= high:
            return db_to_gain(low_db + (high_db - low_db) * (position - low) / (high - low))
    return db_to_gain(_FADER_TOP[1])


def stepped_gain(gain: float, step_db: float) -> float:
    """The gain one step up or down, on whole multiples of the step, inside the fader's travel."""
    db = gain_to_db(gain)
    if db == -math.inf:
        return 0.0 if step_db < 0 else db_to_gain(-60.0)
    stepped = round((db + step_db) / abs(step_db)) * abs(step_db)
    if stepped < -60.0:
        return 0.0
    return db_to_gain(min(6.0, stepped))


def gain_of_db(db: float) -> float:
    """Linear gain of a level in dB, limited to the fader's travel."""
    return 0.0 if db < _SILENCE_DB else db_to_gain(min(_FADER_TOP[1], db))


def typed_db(text: str) -> float | None:
    """Decibels as people type them (``-3.5``, ``−3,5 dB``); None if it is not a number."""
    try:
        db = float(text.replace("\u2212", "-").replace(",", ".").lower().removesuffix("db"))
    except ValueError:
        return None
    return None if math.isnan(db) else db

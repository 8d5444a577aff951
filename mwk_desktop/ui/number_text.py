"""Formats numbers for people: bars, decibels, countdowns, counts, ages (no Qt here)."""

from __future__ import annotations

import math
import time

from mwk_desktop.messages import localize_figure
from mwk_desktop.units import gain_to_db

MINUS = "\u2212"
SILENCE = MINUS + "\u221e"
_SHOWN_AS_SILENCE_DB = -90.0


def signed_db(gain: float, *, plus: bool = True) -> str:
    """A linear gain as decibels with its sign and one decimal: ``-3.5``, ``0.0``, minus infinity.

    Parameters
    ----------
    gain
        Linear gain, 0 or more.
    plus
        Whether values above 0 carry a plus sign.
    """
    db = gain_to_db(gain)
    if not math.isfinite(db) or db < _SHOWN_AS_SILENCE_DB:
        return SILENCE
    tenths = round(db * 10)
    sign = MINUS if tenths < 0 else "+" if tenths > 0 and plus else ""
    return f"{sign}{abs(tenths) / 10:.1f}"


def countdown(left_ms: float) -> str:
    """Time left as ``0:03``, rounded up, so that 0:00 means now."""
    seconds = max(0, math.ceil(left_ms / 1000))
    return f"{seconds // 60}:{seconds % 60:02d}"


def elapsed(ms: float) -> str:
    """Time gone by as ``1:52``, rounded down."""
    seconds = max(0, int(ms // 1000))
    return f"{seconds // 60}:{seconds % 60:02d}"


def long_time(ms: float) -> str:
    """A length as ``00:12:31``."""
    seconds = max(0, int(ms // 1000))
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def wall_time(t_ms: int) -> str:
    """A time of day as ``20:31`` on this machine's clock."""
    return time.strftime("%H:%M", time.localtime(max(0, t_ms) / 1000))


def wall_clock(t_ms: int) -> str:
    """A time of day with its seconds, as ``20:31:04``."""
    return time.strftime("%H:%M:%S", time.localtime(max(0, t_ms) / 1000))


def count(number: int, language: str = "en") -> str:
    """A count in the language's style: ``1,203``; over 99,999 as ``1.2 M``."""
    if number > 99_999:
        value, unit = (number / 1e6, "M") if number >= 999_500 else (number / 1e3, "k")
        short = f"{value:.1f}" if value < 99.95 else f"{value:.0f}"
        return f"{localize_figure(short, language)} {unit}"
    return localize_figure(f"{number:,}", language)


def rate(per_s: float, language: str = "en") -> str:
    """Messages a second as a whole number (one decimal below 1)."""
    if 0 < per_s < 0.95:
        return localize_figure(f"{per_s:.1f}", language)
    return count(round(per_s), language)


def age(ms: int) -> str:
    """How old a message is: ``2 s``, ``2 min``, ``3 h``."""
    seconds = max(0, ms // 1000)
    if seconds < 60:
        return f"{seconds} s"
    if seconds < 3600:
        return f"{seconds // 60} min"
    return f"{seconds // 3600} h"

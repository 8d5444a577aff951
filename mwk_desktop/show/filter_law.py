"""The strips' filters as people see them: where the middle is, and which cut-off a place means
(pure arithmetic). One law for mouse, keys, MIDI, OSC and phones."""

from __future__ import annotations

from typing import Final

from mwk_desktop.units import FILTER_NEUTRAL, filter_cutoff_hz

SNAP: Final = 0.005
"""This close to the middle is the middle: a MIDI knob has no step exactly there."""


def snapped_filter(position: float) -> float:
    """The position, or exactly the middle close to it."""
    return FILTER_NEUTRAL if abs(position - FILTER_NEUTRAL) < SNAP else position


def filter_kind(position: float) -> str:
    """``lp`` (low-pass), ``hp`` (high-pass), or empty in the middle."""
    if position == FILTER_NEUTRAL:
        return ""
    return "lp" if position < FILTER_NEUTRAL else "hp"


def rounded_cutoff_hz(position: float) -> int:
    """The cut-off with two digits that count: 820, 1200."""
    hz = filter_cutoff_hz(position)
    digits = max(0, len(str(round(hz))) - 2)
    return round(round(hz), -digits)

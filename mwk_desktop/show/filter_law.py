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


def stepped_filter(position: float, step: float) -> float:
    """The position one step on, 0 to 1; a step across the middle stops there."""
    there = min(max(position + step, 0.0), 1.0)
    if (position - FILTER_NEUTRAL) * (there - FILTER_NEUTRAL) < 0.0:
        return FILTER_NEUTRAL
    return snapped_filter(there)


def filter_kind(position: float) -> str:
    """``lp`` (low-pass), ``hp`` (high-pass), or empty in the middle."""
    if position == FILTER_NEUTRAL:
        return ""
    return "lp" if position < FILTER_NEUTRAL else "hp"


def rounded_cutoff_hz(position: float) -> int:
    """The cut-off with two significant digits: 820, 1200."""
    hz = filter_cutoff_hz(position)
    digits = max(0, len(str(round(hz))) - 2)
    return round(round(hz), -digits)

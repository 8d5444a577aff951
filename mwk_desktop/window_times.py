"""Where tumbling windows of event time begin and end: pure integers, milliseconds since the epoch.

Layer 0, like ``units``: every package may use this module.

A window is half-open, ``[start_ms, end_ms)``, and aligned to the epoch, so every machine agrees on
where it begins. Python's ``%`` takes the divisor's sign: times before 1970 fall into the window
that begins before them, as they should.
"""

from __future__ import annotations


def check_window_ms(window_ms: int) -> int:
    """Return ``window_ms``; raise ``ValueError`` if a window cannot have this length."""
    if window_ms <= 0:
        raise ValueError(f"a window must be longer than 0 ms, not {window_ms} ms")
    return window_ms


def window_start_ms(t_ms: int, window_ms: int) -> int:
    """Start of the window that holds ``t_ms`` (negative times too)."""
    return t_ms - t_ms % window_ms


def window_end_ms(t_ms: int, window_ms: int) -> int:
    """End (exclusive) of the window that holds ``t_ms``."""
    return window_start_ms(t_ms, window_ms) + window_ms


def closed_until_ms(until_ms: int, window_ms: int) -> int:
    """End of the last window that is over at ``until_ms``: the last grid line at or before it.

    A window whose end is exactly ``until_ms`` is over (its end is exclusive).
    """
    return window_start_ms(until_ms, window_ms)


def into_window_ms(t_ms: int, window_ms: int) -> int:
    """How far ``t_ms`` lies after its window's start."""
    return t_ms % window_ms


def window_number(t_ms: int, window_ms: int) -> int:
    """Which window holds ``t_ms``, counted from the epoch: neighbours differ by one."""
    return t_ms // window_ms

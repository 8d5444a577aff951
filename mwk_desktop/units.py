"""Constants and conversions that every package may use (layer 0: imports nothing of ours).

Musical time is whole frames. A loop is a whole number of frames at the device's rate; every
other grid line (beat, bar) lies at ``floor(n * loop_frames / lines_per_loop)`` from the loop's
first frame, so that lines never drift against the loop, whatever the rate.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Final

INSTRUMENTS: Final = (
    "drum",
    "heavy_bass",
    "lead_bass",
    "line_bass",
    "melody",
    "pad",
    "synth",
    "vocal",
)
"""The eight instruments, in name order: also the order of strips and of summing."""

STRIPS: Final = len(INSTRUMENTS)

SAMPLE_RATE_HZ: Final = 48_000
"""The rate of the default set, of offline work and of the null output."""

MASTER_CEILING_DBTP: Final = -1.0
"""The limiter's ceiling: the master never exceeds it (true peak, ITU-R BS.1770-4 annex 2)."""

MASTER_OVER_DB: Final = 0.1
"""A level this far above the ceiling is shown as too loud: the tolerance of a true-peak meter."""

MASTER_CEILING_RANGE_DBTP: Final = (-6.0, -0.1)
"""The lowest and the highest ceiling that can be set."""

FILTER_NEUTRAL: Final = 0.5
"""A strip's filter in the middle of its way: the sound as it is."""

LOW_PASS_HZ: Final = (20_000.0, 80.0)
"""A strip's low-pass, from the middle of the knob to its left end."""

HIGH_PASS_HZ: Final = (20.0, 6_000.0)
"""A strip's high-pass, from the middle of the knob to its right end."""

RAMP_MS: Final = 10
"""Every gain moves over this long: shorter clicks, longer feels late under a finger."""

EARLIEST_EVENT_MS: Final = 1_136_073_600_000
"""2006-01-01T00:00:00Z. Twitter began later, so an earlier value is not a valid time (the
original's loader wrote seconds into the field)."""

LATEST_EVENT_MS: Final = 4_102_444_800_000
"""2100-01-01T00:00:00Z. A later value is not a valid time either. The two bounds tell units apart
by magnitude alone: between 2006 and 2100 seconds are all below :data:`EARLIEST_EVENT_MS`,
microseconds and nanoseconds all above this, so that one record of a careless producer cannot make a
recording centuries long."""

WINDOW_MS: Final = 30_000
GRACE_MS: Final = 250


def db_to_gain(db: float) -> float:
    """Linear gain of a level in dB; minus infinity is 0."""
    return 0.0 if db == -math.inf else 10.0 ** (db / 20.0)


def gain_to_db(gain: float) -> float:
    """Level in dB of a linear gain; 0 is minus infinity."""
    return 20.0 * math.log10(gain) if gain > 0.0 else -math.inf


def filter_cutoff_hz(position: float) -> float:
    """Cut-off of a strip's filter at a position from 0 to 1: a low-pass below the middle, a
    high-pass above it. In octaves the way is even on each side."""
    first_hz, last_hz = LOW_PASS_HZ if position < FILTER_NEUTRAL else HIGH_PASS_HZ
    share = abs(position - FILTER_NEUTRAL) / FILTER_NEUTRAL
    return first_hz * math.pow(last_hz / first_hz, min(share, 1.0))


def ms_to_frames(time_ms: Fraction | int, rate_hz: int) -> Fraction:
    """Exact length in frames of a time in milliseconds (not rounded)."""
    return Fraction(time_ms) * rate_hz / 1000


def ramp_frames(rate_hz: int) -> int:
    """Length in frames of the ramp that every gain change takes."""
    return rate_hz * RAMP_MS // 1000


def grid_line_frame(line: int, loop_frames: int, lines_per_loop: int) -> int:
    """Frame, relative to the loop's origin, of grid line ``line`` (negative lines too)."""
    return line * loop_frames // lines_per_loop


def next_grid_line(frame: Fraction | int, loop_frames: int, lines_per_loop: int) -> int:
    """Number of the first grid line at or after ``frame`` (relative to the loop's origin)."""
    # Rounded up, in whole numbers: with fractions it took a quarter of a snapshot's time.
    line = -(-frame.numerator * lines_per_loop // (frame.denominator * loop_frames))
    # floor() in grid_line_frame moves a line up to one frame earlier: check the lines around.
    while grid_line_frame(line - 1, loop_frames, lines_per_loop) >= frame:
        line -= 1
    while grid_line_frame(line, loop_frames, lines_per_loop) < frame:
        line += 1
    return line

"""The musical clock as a line in time, and the MIDI messages that follow it. Pure arithmetic.

A block of sound begins at a frame, and is asked for at about its time: each gives a point (time,
beat), a little late at random. A straight line through the newest points is the clock.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass
from typing import Final

TICKS_PER_BEAT: Final = 24
"""MIDI clock (MIDI 1.0 specification, "System Real Time Messages")."""

SIXTEENTHS_PER_BEAT: Final = 4
"""A song position counts sixteenth notes."""

CLOCK, START, CONTINUE, STOP = b"\xf8", b"\xfa", b"\xfb", b"\xfc"

_POINTS: Final = 240
"""How many points the line goes through: 24 s at ten a second."""

_JUMP_BEATS: Final = 0.05
"""A point this far off the line is another line: the transport has moved."""

_MOST_OFF: Final = 1e-3
"""How far a sound card's tempo may be from the nominal one: far beyond every real one."""


@dataclass(frozen=True, slots=True)
class ClockLine:
    """Beat 0 (bar 1's first frame) is at ``zero_ns``; a beat takes ``beat_ns``."""

    zero_ns: float
    beat_ns: float

    def beats_at(self, time_ns: float) -> float:
        return (time_ns - self.zero_ns) / self.beat_ns

    def time_of(self, beats: float) -> float:
        return self.zero_ns + beats * self.beat_ns


class LineFit:
    """Fits the line to what the engine says."""

    def __init__(self) -> None:
        self._points: deque[tuple[int, float]] = deque(maxlen=_POINTS)
        self._bpm = 0.0

    def add(self, time_ns: int, beats: float, bpm: float) -> None:
        """A block that begins at ``beats`` was asked for at ``time_ns``."""
        line = self.line()
        jumped = line is not None and abs(line.beats_at(time_ns) - beats) > _JUMP_BEATS
        if bpm != self._bpm or jumped:
            self._points.clear()
        self._bpm = bpm
        if not self._points or time_ns > self._points[-1][0]:
            self._points.append((time_ns, beats))

    def line(self) -> ClockLine | None:
        """The clock now; None before the first point."""
        points = self._points
        if not points:
            return None
        count, first_ns = len(points), points[0][0]
        nominal_ns = 60e9 / self._bpm
        times = [(time_ns - first_ns) / 1e9 for time_ns, _ in points]
        mean_s, mean_beats = sum(times) / count, sum(beats for _, beats in points) / count
        spread = sum((time - mean_s) ** 2 for time in times)
        beat_ns = nominal_ns
        if times[-1] > 4.0:  # a slope through points close together is mostly their noise
            slope = sum(
                (time - mean_s) * (beats - mean_beats)
                for time, (_, beats) in zip(times, points, strict=True)
            )
            fitted_ns = 1e9 * spread / slope if slope > 0.0 else nominal_ns
            if abs(fitted_ns / nominal_ns - 1.0) < _MOST_OFF:
                beat_ns = fitted_ns
        return ClockLine(first_ns + mean_s * 1e9 - mean_beats * beat_ns, beat_ns)


class TickPlan:
    """Which MIDI messages are due, tick after tick.

    Parameters
    ----------
    beats_per_bar : int
        A start is on a bar's first tick.
    """

    def __init__(self, beats_per_bar: int) -> None:
        self._ticks_per_bar = beats_per_bar * TICKS_PER_BEAT
        self._next: int | None = None
        self._plays = False

    def due_ns(self, line: ClockLine, now_ns: int) -> float:
        """When the next tick is due."""
        if self._next is None:
            self._next = math.ceil(line.beats_at(now_ns) * TICKS_PER_BEAT)
        return line.time_of(self._next / TICKS_PER_BEAT)

    def messages_due(self, line: ClockLine, now_ns: int) -> list[bytes]:
        """The messages of the tick that is due now; then the next one is awaited.

        Ticks that are already past because the process was held up are sent at once, at most a
        beat of them; further back the receivers are stopped and start again on a bar.
        """
        tick = self._next
        if tick is None:
            return []
        messages: list[bytes] = []
        here = line.beats_at(now_ns) * TICKS_PER_BEAT
        if not tick - TICKS_PER_BEAT < here < tick + TICKS_PER_BEAT:
            self._next = math.ceil(here)
            return self.stop()
        if not self._plays and tick >= 0 and tick % self._ticks_per_bar == 0:
            self._plays = True
            messages += [START] if tick == 0 else [song_position(tick), CONTINUE]
        messages.append(CLOCK)
        self._next = tick + 1
        return messages

    def stop(self) -> list[bytes]:
        """The transport no longer runs."""
        was, self._plays = self._plays, False
        return [STOP] if was else []


def song_position(tick: int) -> bytes:
    """The song position of a tick, which must be on a sixteenth: 14 bits, the low ones first."""
    sixteenths = tick * SIXTEENTHS_PER_BEAT // TICKS_PER_BEAT % (1 << 14)
    return bytes((0xF2, sixteenths & 0x7F, sixteenths >> 7))

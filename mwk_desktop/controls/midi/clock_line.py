"""The musical clock as a line in time, and the MIDI messages that follow it. Pure arithmetic.

A block of sound begins at a frame and is asked for at its time or, on a busy machine, later: each
block gives a point (time, beat). The clock is the straight line that no point lies before, so late
blocks hardly move it.
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
"""A point this far off the line begins another line: the transport has moved."""

_SLOPE_BEATS: Final = 16.0
"""A slope through points closer together than this is mostly their noise."""

_SHIFT_POINTS: Final = 16
_SHIFT_NS: Final = 2e6
"""If this many points in a row are this late, the sound card has missed a block, and the music is
later from here on; points that are late by chance do not come in a row. A single point that is this
early is left out: a starting sound card asks for its first blocks together."""

_MOST_OFF: Final = 1e-3
"""How far a sound card's tempo may be from the nominal one: far beyond every real one."""


@dataclass(frozen=True, slots=True)
class ClockLine:
    """Beat 0 (bar 1's first frame) is at ``zero_ns``; a beat takes ``beat_ns``. Phrases begin at
    ``phrase_beats`` and every ``beats_per_phrase`` from there. ``bpm``: the nominal tempo.
    ``graph_ns``: how much earlier than it is heard a beat passes JACK's graph."""

    zero_ns: float
    beat_ns: float
    beats_per_bar: int = 4
    beats_per_phrase: int = 32
    phrase_beats: int = 0
    bpm: float = 120.0
    graph_ns: float = 0.0

    def beats_at(self, time_ns: float) -> float:
        return (time_ns - self.zero_ns) / self.beat_ns

    def time_of(self, beats: float) -> float:
        return self.zero_ns + beats * self.beat_ns


class LineFit:
    """Fits the line to what the engine says."""

    def __init__(self) -> None:
        self._points: deque[tuple[int, float]] = deque(maxlen=_POINTS)
        self._bpm = 0.0
        self._late_points = 0
        self._was_early = False

    def add(self, time_ns: int, beats: float, bpm: float) -> None:
        """Note that a block which begins at ``beats`` was asked for at ``time_ns``."""
        line = self.line()
        late_ns = 0.0 if line is None else time_ns - line.time_of(beats)
        if bpm != self._bpm or (line is not None and abs(late_ns) > _JUMP_BEATS * line.beat_ns):
            self._points.clear()
        self._bpm = bpm
        if self._points and beats == self._points[-1][1]:
            self._points.pop()  # the newest block was seen twice, or the transport stands still
        alone, self._was_early = late_ns < -_SHIFT_NS and not self._was_early, False
        if alone:
            self._was_early = True
            return
        if not self._points or time_ns > self._points[-1][0]:
            self._points.append((time_ns, beats))
            self._late_points = self._late_points + 1 if late_ns > _SHIFT_NS else 0
            if self._late_points >= _SHIFT_POINTS:
                self._late_points = 0
                while len(self._points) > _SHIFT_POINTS:
                    self._points.popleft()

    def line(self) -> ClockLine | None:
        """The clock now; None before two points, while it is not known whether it runs.

        The line below all points with the least sum of distances to them: the edge of their lower
        convex hull over their mean (Moon, Skelly, Towsley: "Estimation and Removal of Clock Skew
        from Network Delay Measurements", INFOCOM 1999).
        """
        points = self._points
        if len(points) < 2:
            return None
        first_ns, first_beats = points[0]
        nominal_ns = 60e9 / self._bpm
        late = [
            (beats - first_beats, time_ns - first_ns - (beats - first_beats) * nominal_ns)
            for time_ns, beats in points
        ]
        slope_ns, earliest_ns = 0.0, min(late_ns for _, late_ns in late)
        if late[-1][0] > _SLOPE_BEATS:
            (left, left_ns), (right, right_ns) = _middle_edge(late)
            slope = (right_ns - left_ns) / (right - left)
            if abs(slope / nominal_ns) < _MOST_OFF:
                slope_ns, earliest_ns = slope, left_ns - left * slope
        beat_ns = nominal_ns + slope_ns
        return ClockLine(first_ns + earliest_ns - first_beats * beat_ns, beat_ns)


def _middle_edge(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The edge of the lower convex hull over the points' mean (Andrew's monotone chain).

    Parameters
    ----------
    points
        At least two, in order of their distinct first coordinates.
    """
    hull: list[tuple[float, float]] = []
    for x, y in points:
        while len(hull) > 1:
            (x0, y0), (x1, y1) = hull[-2:]
            if (x1 - x0) * (y - y0) > (y1 - y0) * (x - x0):
                break
            hull.pop()
        hull.append((x, y))
    mean = sum(x for x, _ in points) / len(points)
    at = next(n for n in range(1, len(hull)) if hull[n][0] >= mean)
    return hull[at - 1 : at + 1]


class TickPlan:
    """Which MIDI messages are due, tick after tick.

    The receivers are started once, with song position 0: on bar 1, or, where the clock comes after
    it, on the next phrase, because a start begins their patterns. After a standstill they continue
    on the next bar.

    Parameters
    ----------
    resumes : bool
        Whether an earlier plan has started them.
    """

    def __init__(self, *, resumes: bool = False) -> None:
        self._next: int | None = None
        self._started = resumes
        self._plays = False
        self._position_0 = 0
        self.join_messages: list[bytes] = []
        """With :meth:`messages_due`: what brings in a receiver that knows no position yet."""

    def due_ns(self, line: ClockLine, now_ns: int) -> float:
        """When the next tick is due."""
        if self._next is None:
            self._next = math.ceil(line.beats_at(now_ns) * TICKS_PER_BEAT)
        return line.time_of(self._next / TICKS_PER_BEAT)

    def messages_due(self, line: ClockLine, now_ns: int) -> list[bytes]:
        """The messages of the tick that is due now; moves on to the next tick.

        Ticks that are already past because the process was held up are sent at once, at most a
        beat of them; further back the receivers are stopped and continue on a bar.
        """
        tick = self._next
        self.join_messages = []
        if tick is None:
            return []
        here = line.beats_at(now_ns) * TICKS_PER_BEAT
        if not tick - TICKS_PER_BEAT < here < tick + TICKS_PER_BEAT:
            self._next = math.ceil(here)
            return self.pause()
        self._next = tick + 1
        if tick < 0:
            return [CLOCK]
        into_phrase = tick - line.phrase_beats * TICKS_PER_BEAT
        on_phrase = into_phrase % (line.beats_per_phrase * TICKS_PER_BEAT) == 0
        if tick == 0 or (on_phrase and not self._started):
            self._started = self._plays = True
            self._position_0 = tick
            return [START, CLOCK]
        if self._started and tick % (line.beats_per_bar * TICKS_PER_BEAT) == 0:
            self.join_messages = [song_position(max(0, tick - self._position_0)), CONTINUE]
            if not self._plays:
                self._plays = True
                return [*self.join_messages, CLOCK]
        return [CLOCK]

    def pause(self) -> list[bytes]:
        """Stop until the next bar, because the transport has moved."""
        was, self._plays = self._plays, False
        return [STOP] if was else []

    def end(self) -> list[bytes]:
        """Note that the transport has ended; the next one starts the receivers again."""
        self._started, self._next, self._position_0 = False, None, 0
        return self.pause()


def song_position(tick: int) -> bytes:
    """The song position of a tick, which must be on a sixteenth: 14 bits, the low ones first."""
    sixteenths = tick * SIXTEENTHS_PER_BEAT // TICKS_PER_BEAT % (1 << 14)
    return bytes((0xF2, sixteenths & 0x7F, sixteenths >> 7))

"""The musical grid of a show, and where changes land on it. Pure arithmetic on whole frames.

The grid is fixed by one frame, the origin, where a loop begins. Lines before and after it are
numbered ..., -1, 0, 1, ...; bars are shown from 1 at the first bar line at or after frame 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from mwk_desktop.units import grid_line_frame, next_grid_line

Quantize = Literal["beat", "bar", "loop"]


@dataclass(frozen=True, slots=True)
class Position:
    """A place in the music: bar and beat as shown (from 1), phases in [0, 1)."""

    bar: int
    beat: int
    beat_phase: float
    loop_phase: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Beats, bars and loops in transport frames.

    Parameters
    ----------
    rate_hz
        Frames per second.
    loop_frames
        Frames of one loop (whole, at this rate).
    beats_per_loop, beats_per_bar
        The sound set's metre. If the loop is not a whole number of bars, the loop is the bar.
    origin_frame
        A transport frame where a loop begins (any loop, not only the first).
    """

    rate_hz: int
    loop_frames: int
    beats_per_loop: int
    beats_per_bar: int
    origin_frame: int

    @property
    def bars_per_loop(self) -> int:
        return max(1, self.beats_per_loop // self._bar_beats)

    @property
    def _bar_beats(self) -> int:
        whole = self.beats_per_loop % self.beats_per_bar == 0
        return self.beats_per_bar if whole else self.beats_per_loop

    @property
    def bpm(self) -> float:
        return self.beats_per_loop * 60.0 * self.rate_hz / self.loop_frames

    @property
    def beat_frames(self) -> Fraction:
        return Fraction(self.loop_frames, self.beats_per_loop)

    @property
    def bar_frames(self) -> Fraction:
        return Fraction(self.loop_frames, self.bars_per_loop)

    def lines_per_loop(self, quantize: Quantize) -> int:
        if quantize == "beat":
            return self.beats_per_loop
        return self.bars_per_loop if quantize == "bar" else 1

    def next_line(self, frame: Fraction | int, quantize: Quantize) -> int:
        """Transport frame of the first grid line at or after ``frame``."""
        lines = self.lines_per_loop(quantize)
        line = next_grid_line(frame - self.origin_frame, self.loop_frames, lines)
        return self.origin_frame + grid_line_frame(line, self.loop_frames, lines)

    def bar_at(self, frame: int) -> int:
        """The displayed number of the bar that holds ``frame`` (0 and below: before bar 1)."""
        bars = self.bars_per_loop
        line = next_grid_line(frame + 1 - self.origin_frame, self.loop_frames, bars) - 1
        return line - self._first_bar_line + 1

    @property
    def _first_bar_line(self) -> int:
        return next_grid_line(-self.origin_frame, self.loop_frames, self.bars_per_loop)

    @property
    def bar_1_frame(self) -> int:
        """Transport frame where bar 1 begins."""
        return self.next_line(0, "bar")

    def beats_to_phrase(self, loops: int) -> int:
        """Beats from bar 1 to the next line on which ``loops`` loops, counted from the origin,
        begin."""
        bars = -self._first_bar_line % (loops * self.bars_per_loop)
        return bars * self.beats_per_loop // self.bars_per_loop

    def position(self, frame: int) -> Position:
        """Bar, beat and phases at a transport frame."""
        relative = frame - self.origin_frame
        beat_line = next_grid_line(relative + 1, self.loop_frames, self.beats_per_loop) - 1
        beat_start = grid_line_frame(beat_line, self.loop_frames, self.beats_per_loop)
        beat_end = grid_line_frame(beat_line + 1, self.loop_frames, self.beats_per_loop)
        return Position(
            bar=self.bar_at(frame),
            beat=beat_line % self._bar_beats + 1,
            beat_phase=(relative - beat_start) / (beat_end - beat_start),
            loop_phase=relative % self.loop_frames / self.loop_frames,
        )


def landing_frame(
    grid: Grid, end_frame: Fraction | int, quantize: Quantize, margin_frames: Fraction | int
) -> int:
    """Where the scene of a window that ends at ``end_frame`` lands.

    The first line of the quantized grid at least ``margin_frames`` (grace plus the engine's lead)
    after the end. Because the grid's origin lies one beat after a window's start, this *is* one
    beat after the end if a window is whole bars and a beat is longer than the margin.
    """
    return grid.next_line(Fraction(end_frame) + margin_frames, quantize)

"""How much the stage draws: steps by the frame gaps that it measures itself (no Qt here)."""

from __future__ import annotations

from collections import deque
from typing import Final

SLOW_MS: Final = 28.0
SLOW_FOR_S: Final = 3.0
FAST_MS: Final = 20.0
FAST_FOR_S: Final = 20.0
MOST: Final = 4
"""1: levels every second frame; 2: no figures; 3: no breathing, light or chips, fewer pieces of
confetti; 4: levels fifteen times a second."""
LEVEL_PAUSES_S: Final = (0.0, 0.025, 0.025, 0.025, 0.060)
"""Least time between two sets of levels at each step: a little less than so many frames, so that an
early one is not too early. Frames, and what is a function of beats, come as often as ever."""


class FrameEconomy:
    """Chooses the step; it changes on bar lines only, one step at a time."""

    def __init__(self) -> None:
        self.step = 0
        self._gaps: deque[tuple[float, float]] = deque()
        self._slow_s = self._fast_s = 0.0
        self._bar = 0

    def frame(self, now_s: float, gap_s: float, bar: int) -> int:
        """Note a frame that came ``gap_s`` after the last one; returns the step."""
        gaps = self._gaps
        gaps.append((now_s, gap_s * 1000.0))
        while gaps[0][0] < now_s - SLOW_FOR_S:
            gaps.popleft()
        if len(gaps) % 8 == 0 or bar != self._bar:
            ninth = sorted(gap for _, gap in gaps)[int(len(gaps) * 0.9)]
            self._note(now_s, ninth)
        if bar != self._bar:
            self._bar = bar
            self._change(now_s)
        return self.step

    def _note(self, now_s: float, gap_ms: float) -> None:
        """Remember since when frames have been slow, or fast."""
        if gap_ms <= SLOW_MS or not self._slow_s:
            self._slow_s = now_s
        if gap_ms >= FAST_MS or not self._fast_s:
            self._fast_s = now_s

    def _change(self, now_s: float) -> None:
        if self.step < MOST and now_s - self._slow_s >= SLOW_FOR_S:
            self.step, self._slow_s = self.step + 1, now_s
        elif self.step and now_s - self._fast_s >= FAST_FOR_S:
            self.step, self._fast_s = self.step - 1, now_s

"""The master's limiter."""

from __future__ import annotations

from mwk_desktop.engine.gains import Floats


class Limiter:
    """A pure delay (the true-peak limiter follows)."""

    delay_frames = 0

    def __init__(self, max_frames: int) -> None:
        self.lowest_gain = 1.0

    def process_into(self, sound: Floats, out: Floats) -> None:
        out[:] = sound

"""What the room hears where it differs from the program: dimmed, or mono.

The program is what is recorded and bounced. While dim and mono are neutral the room hears exactly
that, and nothing here runs. Else the room has a second limiter, which goes on from where the
program's is, and is given up once both have had the same input for as long as they remember.
"""

from __future__ import annotations

import numpy as np

from mwk_desktop.engine.gains import Floats
from mwk_desktop.engine.limiter import Limiter


class RoomOutput:
    """The room's own sum and limiter.

    Parameters
    ----------
    program : Limiter
        The program's limiter.
    max_frames : int
        The most frames that are mixed at once.
    """

    def __init__(self, program: Limiter, max_frames: int) -> None:
        self._program = program
        self._limiter = Limiter(max_frames)
        self._same_frames = program.memory_frames
        self.sum: Floats = np.zeros(2 * max_frames, dtype=np.float32)
        """The room's mix of the newest frames, interleaved; the mixer writes it."""

    @property
    def is_apart(self) -> bool:
        """Whether the room may hear anything else than the program."""
        return self._same_frames < self._program.memory_frames

    def begin(self, differs: bool, frames: int) -> None:
        """Note whether the sums differ, before the program's limiter gets the next frames."""
        if differs and not self.is_apart:
            self._limiter.copy_from(self._program)
        self._same_frames = 0 if differs else self._same_frames + frames

    def process_into(self, out: Floats) -> None:
        """Limit the room's sum."""
        self._limiter.process_into(self.sum[: len(out)], out)

    def plan_ceiling(self, frames: int, dbtp: float) -> None:
        self._limiter.plan_ceiling(frames, dbtp)

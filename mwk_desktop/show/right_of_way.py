"""The windows before the workers: who has Python's interpreter when a frame is due.

Threads: the GUI thread says when it drew (:meth:`RightOfWay.drawn`); source, show and recorder
thread ask before each small piece of a flood's work (:meth:`RightOfWay.give_way`) and rest from
shortly before the next frame is due until it is drawn. Without it a frame waits for the
interpreter's lock at each of its dozens of steps: at 100,000 tweets a second half of the frames
were lost.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from typing import Final

AHEAD_S: Final = 0.0015
"""Workers rest this long before a frame is due: by then each has ended its piece."""

PATIENCE_S: Final = 0.010
"""No worker waits longer for a frame: windows that hang stop neither the counting nor the time."""


class RightOfWay:
    """Of one program: its windows' frames, and the threads that work beside them.

    Parameters
    ----------
    now_s
        A monotonic clock, seconds.
    """

    def __init__(self, now_s: Callable[[], float] = time.monotonic) -> None:
        self._now_s = now_s
        self._due_s = math.inf
        self._drawn = threading.Event()

    def drawn(self, next_s: float) -> None:
        """A frame's Python is done, the next begins at ``next_s`` (GUI thread)."""
        # In this order: who finds the new event finds the new moment, too.
        self._due_s = next_s - AHEAD_S
        drawn, self._drawn = self._drawn, threading.Event()
        drawn.set()

    def give_way(self) -> None:
        """Wait where a frame is due, until it is drawn (any thread but the GUI's)."""
        drawn = self._drawn
        if self._now_s() >= self._due_s and not drawn.wait(PATIENCE_S):
            self._due_s = math.inf  # nobody draws: full speed until somebody does

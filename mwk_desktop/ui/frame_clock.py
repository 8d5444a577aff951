"""When the windows take what is new: with the stage's frames while it draws, else by a timer.

GUI thread only. Both windows' Python work of a frame is one piece, for which the worker threads
rest (:mod:`mwk_desktop.frame_pacing`): in two pieces the second one waits for the interpreter.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import Any, Final

from mwk_desktop.frame_pacing import FramePacer

FRAME_MS: Final = 16
SOONEST_S: Final = 0.010
"""A screen that draws more often than that gets only what moves with the music in between."""
ABSENT_MS: Final = 48
"""After this long without a frame of the stage the timer is in charge; it only looks so often."""


class FrameClock:
    """Pulls about sixty times a second.

    Parameters
    ----------
    pull
        Shows the newest snapshot in both windows, with what moves on the stage.
    move
        Shows only what moves on the stage.
    pacer
        Told of both, so that worker threads rest meanwhile and when the next one is due.
    now_s
        A monotonic clock, seconds.
    """

    def __init__(
        self,
        pull: Callable[[], None],
        move: Callable[[], None],
        pacer: FramePacer | None = None,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._pull, self._move, self._now_s = pull, move, now_s
        self._pacer = pacer
        self._pulled_s = self._stage_s = -math.inf
        self._timer: Any = None
        self._staged = self._over = False

    def start(self) -> None:
        """Begin."""
        from PySide6.QtCore import Qt, QTimer

        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.timer_due)
        self._timer.start(FRAME_MS)

    def stop(self) -> None:
        """End: a window that closes may still ask for a frame."""
        self._over = True
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def stage_frame(self) -> None:
        """The stage is about to draw a frame."""
        if self._over:
            return
        now_s = self._now_s()
        self._set_staged(True)
        self._stage_s = now_s
        if now_s - self._pulled_s >= SOONEST_S:
            self._pulled_s = now_s
            self._draw(self._pull)
        else:
            self._draw(self._move)

    def timer_due(self) -> None:
        """The timer has run out."""
        now_s = self._now_s()
        if (now_s - self._stage_s) * 1000 >= ABSENT_MS - 1:
            self._set_staged(False)
            self._pulled_s = now_s
            self._draw(self._pull)

    def _draw(self, work: Callable[[], None]) -> None:
        """Do the Python work of a frame."""
        if self._pacer is None:
            work()
            return
        self._pacer.frame_begins()
        work()
        self._pacer.frame_drawn(self._pulled_s + FRAME_MS / 1000)

    def _set_staged(self, staged: bool) -> None:
        """Whether the stage's frames come: the timer, too, waits for the interpreter in a flood."""
        if staged != self._staged:
            self._staged = staged
            if self._timer is not None:
                self._timer.setInterval(ABSENT_MS if staged else FRAME_MS)

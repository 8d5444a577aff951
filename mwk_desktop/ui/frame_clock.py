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
JUST_NOW_S: Final = 0.004
"""A frame that begins sooner than this after a pull has nothing new to show."""
LATE_MS: Final = 24
"""If the stage's next frame has not come by then, the timer pulls: a slow projector does not slow
the console."""


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
        self._pulled_s = -math.inf
        self.next_ms = FRAME_MS
        """When the timer pulls, if no frame of the stage does before."""
        self._timer: Any = None
        self._over = False

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
        now_s = self._now_s()
        since_s = now_s - self._pulled_s
        if self._over or since_s < JUST_NOW_S:
            return
        if since_s < SOONEST_S:
            self._draw(self._move)
        else:
            self._pull_at(now_s, LATE_MS)

    def timer_due(self) -> None:
        """The timer has run out: no frame of the stage has come."""
        self._pull_at(self._now_s(), FRAME_MS)

    def _pull_at(self, now_s: float, next_ms: int) -> None:
        self._pulled_s = now_s
        # A timer that pulls goes on as it is: it keeps its beat.
        restarts = next_ms != FRAME_MS or self.next_ms != next_ms
        self.next_ms = next_ms
        self._draw(self._restart_and_pull if restarts else self._pull)

    def _restart_and_pull(self) -> None:
        if self._timer is not None:
            self._timer.start(self.next_ms)
        self._pull()

    def _draw(self, work: Callable[[], None]) -> None:
        """Do the Python work of a frame."""
        if self._pacer is None:
            work()
            return
        self._pacer.frame_begins()
        work()
        self._pacer.frame_drawn(self._pulled_s + FRAME_MS / 1000)

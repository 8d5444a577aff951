"""Frame pacing: worker threads rest while the windows draw, so that frames are not lost in a flood.

Threads: the GUI thread reports each frame's Python work (:meth:`FramePacer.frame_begins`,
:meth:`FramePacer.frame_drawn`). The source, show and recorder threads call
:meth:`FramePacer.yield_to_frames` before each small slice of a large batch and rest from shortly
before the next frame is due until it is drawn; one that comes late, because the windows were still
being painted, holds them from its beginning. Without this a frame waits for the interpreter's lock
at each of its dozens of steps: at 100,000 tweets a second half of the frames were lost.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator
from typing import Final

AHEAD_S: Final = 0.0015
"""Workers rest from this long before a frame is due: enough for each to finish its slice."""

PATIENCE_S: Final = 0.010
"""No worker waits longer than this before a slice: the counting and the clock go on."""

HANGS_S: Final = 0.1
"""A frame that takes longer than this is waited for no more: its window hangs."""

MEANWHILE_S: Final = 0.002
"""A thread that has something to do meanwhile does it this often: a moved fader does not wait for a
frame."""

SLICE_TWEETS: Final = 256
"""Tweets of a large batch that are processed at once: half a millisecond of any step."""

UNPACED_TWEETS: Final = 1024
"""The same without windows: every step of a slice costs a little, whatever its size, and commands
act between two."""

YieldToFrames = Callable[..., None]
"""Called between two slices of a large batch; may wait some milliseconds for a frame. Its one
optional argument is called now and then while it does."""


def no_pacing(_meanwhile: Callable[[], None] | None = None, /) -> None:
    """Pacing for a program without windows: never waits."""


def paced_slices(
    length: int, yield_to_frames: YieldToFrames, meanwhile: Callable[[], None] | None = None
) -> Iterator[slice]:
    """Cut a batch of ``length`` into slices of about the same size; yield to frames before each.

    An empty batch is one slice, because its sender expects it to arrive.
    """
    size = UNPACED_TWEETS if yield_to_frames is no_pacing else SLICE_TWEETS
    count = max(1, math.ceil(length / size))
    for number in range(count):
        yield_to_frames(meanwhile)
        yield slice(length * number // count, length * (number + 1) // count)


class FramePacer:
    """Tells a program's worker threads when its windows are about to draw.

    Parameters
    ----------
    now_s
        A monotonic clock, seconds.
    """

    def __init__(self, now_s: Callable[[], float] = time.monotonic) -> None:
        self._now_s = now_s
        self._due_s = math.inf
        self._begun_s = -math.inf
        self._drawn = threading.Event()

    def frame_begins(self) -> None:
        """Note that a frame's Python work begins now (GUI thread): workers rest until it is
        drawn."""
        self._begun_s = self._due_s = self._now_s()

    def frame_drawn(self, next_s: float) -> None:
        """Note that a frame's Python work is done and the next frame begins at ``next_s`` (GUI
        thread)."""
        # In this order: a worker that sees the new event also sees the new moment.
        self._due_s = next_s - AHEAD_S
        drawn, self._drawn = self._drawn, threading.Event()
        drawn.set()

    def yield_to_frames(self, meanwhile: Callable[[], None] | None = None, /) -> None:
        """If a frame is due, wait until it is drawn (any thread but the GUI's).

        ``meanwhile`` is called every :data:`MEANWHILE_S` of that time; it must be quick.
        """
        drawn = self._drawn
        if self._now_s() < self._due_s:
            return
        if meanwhile is None:
            if drawn.wait(PATIENCE_S):
                return
        else:
            for _ in range(round(PATIENCE_S / MEANWHILE_S)):
                if drawn.wait(MEANWHILE_S):
                    return
                meanwhile()
        if self._now_s() - self._begun_s > HANGS_S:
            self._due_s = math.inf  # nothing is drawn: full speed until a frame begins

"""The audio callback, wherever it is called from. Lives in the engine's process only."""

from __future__ import annotations

import ctypes
import os
import sys
import threading
import time
from collections import deque
from contextlib import suppress
from typing import Any, Final

import numpy as np

from mwk_desktop.engine.gains import Floats
from mwk_desktop.engine.mixer import Mixer
from mwk_desktop.engine.protocol import EngineSpec
from mwk_desktop.engine.shared import LEVELS, Board, Slot

NS_PER_S: Final = 1_000_000_000

FIFO_PRIORITY: Final = 70
"""Where JACK puts its clients when it runs at its usual 70."""

CONTROL_PRIORITY: Final = 60
"""The control thread's, below the callback's: were it an ordinary thread, a busy machine could stop
it while it holds the interpreter's lock that the callback waits for."""

NICENESS: Final = -11
"""What rtkit grants by default."""

MCL_CURRENT: Final = 1
MCL_ONFAULT: Final = 4
"""From Linux's ``<sys/mman.h>``, as on x86 and ARM."""

METER_MS: Final = 50
"""How far back the peaks reach: three pictures at 60 Hz, so that none misses one."""


class Core:
    """Mixes blocks and tells the board about them.

    Parameters
    ----------
    clips : ndarray of float32, shape (clips, loop_frames, 2)
    spec : EngineSpec
    board : Board

    Attributes
    ----------
    commands : deque of tuple
        The control thread appends, the callback takes.
    thread_id : int
        The callback's thread, as the kernel knows it; 0 until its first block, or where its
        priority is nobody's business.
    """

    def __init__(self, clips: Floats, spec: EngineSpec, board: Board) -> None:
        self.commands: deque[tuple[Any, ...]] = deque()
        self.board = board
        self._spec = spec
        self._mixer = Mixer(clips, spec)
        self._playing = False
        self._claimed = not spec.realtime
        self.thread_id = 0
        rows = max(1, spec.rate_hz * METER_MS // 1000 // spec.block_frames)
        self._meters = np.zeros((rows, LEVELS), dtype=np.float32)
        self._newest = np.zeros(LEVELS, dtype=np.float32)
        self._row = 0
        board.beat_rt(spec.start_frame, time.monotonic_ns())
        # One pass through everything: caches warm, lazy parts of numpy loaded, pages mapped.
        float(clips[:, ::512].sum())
        self._mixer.render_into(np.zeros((spec.block_frames, 2), dtype=np.float32))
        self._mixer.seek(spec.start_frame)

    def block_rt(self, out: Floats, underflow: bool, due_ns: int = 0) -> None:
        """Write the next block; never raises.

        Parameters
        ----------
        out : ndarray of float32, shape (frames, 2), C-contiguous
        underflow : bool
            Whether the device reports that a block came too late.
        due_ns : int
            When the block should have been asked for, if the caller knows.
        """
        asked_ns = time.monotonic_ns()
        if not self._claimed:
            self._claimed = True
            self.board.ints[Slot.PRIORITY] = claim_priority()
            self.thread_id = threading.get_native_id()
        if underflow:
            self.board.ints[Slot.XRUNS] += 1
        try:
            while self.commands:
                self._obey_rt(self.commands.popleft(), asked_ns)
            self.board.beat_rt(self._mixer.frame, asked_ns)
            if self._playing:
                # Behind the heartbeat: who sees this must find a frame of the playing transport.
                self.board.ints[Slot.PLAYING] = 1
                self._render_rt(out)
            else:
                out.fill(0.0)
        except Exception:  # a callback that raises is never called again
            out.fill(0.0)
            self.board.ints[Slot.FAULTS] += 1
        late_ns = time.monotonic_ns() - (due_ns or asked_ns)
        if late_ns * self._spec.rate_hz > len(out) * NS_PER_S:
            self.board.ints[Slot.MISSED] += 1

    def _render_rt(self, out: Floats) -> None:
        mixer = self._mixer
        mixer.render_into(out)
        for event in mixer.events():
            self.board.put_event_rt(event)
        self.board.put_master_rt(out, mixer.frame)
        newest = self._newest
        newest[:-3] = mixer.strip_peaks.reshape(-1)
        newest[-3:-1] = mixer.master_peak
        newest[-1] = 1.0 - mixer.limiter_gain
        self._meters[self._row] = newest
        self._row = (self._row + 1) % len(self._meters)
        np.max(self._meters, axis=0, out=self.board.levels)

    def _obey_rt(self, command: tuple[Any, ...], now_ns: int) -> None:
        kind = command[0]
        if kind == "launches":
            self._mixer.plan_launches(command[1], command[2])
        elif kind == "ramps":
            self._mixer.plan_ramps(command[1], command[2])
        elif kind == "play" and not self._playing:
            if command[1] is not None:
                # The music went on while nobody heard it: enter where the wall clock stands.
                elapsed_ns = now_ns - command[2]
                self._mixer.seek(command[1] + elapsed_ns * self._spec.rate_hz // NS_PER_S)
            self._playing = True


def claim_priority() -> int:
    """Real-time priority for the calling thread, as far as the system grants it.

    Returns
    -------
    int
        As in :attr:`Slot.PRIORITY`.
    """
    try:
        if os.sched_getscheduler(0) & 0xFF in (os.SCHED_FIFO, os.SCHED_RR):
            # JACK gives its clients a real-time thread by itself; the silent clock has inherited
            # the control thread's.
            priority = os.sched_getparam(0).sched_priority
            if priority > CONTROL_PRIORITY:
                return priority
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(FIFO_PRIORITY))
        return FIFO_PRIORITY
    except (OSError, AttributeError):
        pass
    try:
        # On Linux niceness belongs to the thread.
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)
        return NICENESS
    except (OSError, AttributeError):
        return 0


def claim_control_priority() -> None:
    """Real-time priority for the control thread, if the system grants it."""
    try:
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(CONTROL_PRIORITY))
    except (OSError, AttributeError):
        return


def lock_memory() -> None:
    """Keep what the process uses in memory, if the system grants it (any thread).

    A page that was swapped out, or dropped because a file can bring it back, takes a disk's time
    to return: longer than a block. What is mapped and never touched is not made resident. See
    mlockall(2).
    """
    if sys.platform.startswith("linux"):
        # A C library without it (AttributeError) or a refusal: the engine plays all the same.
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).mlockall(MCL_CURRENT | MCL_ONFAULT)


def describe_priority(priority: int) -> str:
    """The slot's number in words."""
    if priority > 0:
        return f"realtime (priority {priority})"
    return f"nice {priority}" if priority < 0 else "normal"

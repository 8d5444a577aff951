"""Mixes each block while the one before it is played, for sound servers that leave no time.

JACK asks for a block and needs it within the same period. A machine that stops a processor for a
few milliseconds while a block is mixed (a virtual machine's host, an interrupt, a long system call
on a kernel that does not preempt) makes it late, and all of JACK's clients hear it. Here the
callback only hands over what is ready and asks for the next block, which a thread of its own mixes
until the next period: what is in its way may take a whole period, at the price of one block of
delay.

Runs only in the engine process. The callback's thread waits at most for the block that is being
mixed; the mixing thread runs just below its priority.
"""

from __future__ import annotations

import threading
import time
from typing import Final

import numpy as np

from mwk_desktop import platform
from mwk_desktop.engine.audio_callback import NS_PER_S, AudioCallback
from mwk_desktop.engine.gains import Floats
from mwk_desktop.engine.protocol import EngineSpec
from mwk_desktop.engine.shared_memory import SharedEngineState, StateSlot

STUCK_S: Final = 1.0
"""A block that takes longer is not waited for: the watchdog replaces the engine."""

_NEVER_NS: Final = 1 << 62
"""As the time at which a block is due: the mixing thread counts no block as late."""


class BlockAhead:
    """What an output's callback calls instead of the audio callback.

    Parameters
    ----------
    audio_callback : AudioCallback
        Called by the mixing thread only.
    spec : EngineSpec
    shared : SharedEngineState
    channels : int
        Of the device: 2, or 4 with pre-listening.
    """

    def __init__(
        self,
        audio_callback: AudioCallback,
        spec: EngineSpec,
        shared: SharedEngineState,
        channels: int,
    ) -> None:
        self._callback = audio_callback
        self._shared = shared
        self._block = np.zeros((spec.block_frames, channels), dtype=np.float32)
        self._block_ns = spec.block_frames * NS_PER_S // spec.rate_hz
        self._realtime = spec.realtime
        self._priority: int | None = None
        self._underflow = False
        # Two locks that the other thread releases; the first block, of silence, is ready.
        self._ready, self._wanted = threading.Lock(), threading.Lock()
        self._wanted.acquire()
        threading.Thread(target=self._mix, name="mwk-engine-mixing", daemon=True).start()

    def exchange_rt(self, out: Floats, underflow: bool) -> None:
        """Write the block that is ready and ask for the next; never raises.

        Parameters
        ----------
        out : ndarray of float32, shape (block_frames, channels), C-contiguous
        underflow : bool
            Whether the device reported a late block.
        """
        begin_ns = time.monotonic_ns()
        if self._priority is None:
            claim = platform.current.claim_callback_priority
            self._priority = claim() if self._realtime else 0
        if self._ready.acquire(timeout=STUCK_S):
            try:
                out[:] = self._block
            except ValueError:  # another size than was agreed
                out.fill(0.0)
                self._shared.ints[StateSlot.FAULTS] += 1
            self._underflow = underflow
            self._wanted.release()
        else:
            out.fill(0.0)
        if time.monotonic_ns() - begin_ns > self._block_ns:
            self._shared.ints[StateSlot.MISSED] += 1

    def _mix(self) -> None:
        self._wanted.acquire()
        platform.current.claim_priority_below(self._priority or 0)
        while True:
            # Late is only a block that the next period waits for: it is counted there.
            self._callback.render_block_rt(self._block, self._underflow, _NEVER_NS)
            self._ready.release()
            self._wanted.acquire()

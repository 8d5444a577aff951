"""The audio callback, called by PortAudio, by the silent clock, or by the thread that mixes a block
ahead. Runs only in the engine process."""

from __future__ import annotations

import threading
import time
from collections import deque
from typing import Final

import numpy as np

from mwk_desktop import platform
from mwk_desktop.engine.clip_bank import ClipBank
from mwk_desktop.engine.engine_commands import (
    EngineCommand,
    ReplaceCue,
    ReplaceLaunches,
    ReplaceRamps,
    ResumeTransport,
    StartTransport,
)
from mwk_desktop.engine.gains import Floats
from mwk_desktop.engine.mixer import Mixer
from mwk_desktop.engine.protocol import EngineSpec
from mwk_desktop.engine.shared_memory import LEVELS, SharedEngineState, StateSlot

NS_PER_S: Final = 1_000_000_000

METER_MS: Final = 50
"""How far back the peaks reach: three video frames at 60 Hz, so that no frame misses a peak."""


class AudioCallback:
    """Mixes blocks and reports them in shared memory.

    Parameters
    ----------
    clips : ClipBank, or ndarray of float32, shape (clips, loop_frames, 2)
    spec : EngineSpec
    shared : SharedEngineState

    Attributes
    ----------
    commands : deque of EngineCommand
        The control thread appends, the callback removes.
    thread_id : int
        Kernel id of the thread that mixes; 0 before its first block, or if no priority is
        requested.
    """

    def __init__(
        self, clips: ClipBank | Floats, spec: EngineSpec, shared: SharedEngineState
    ) -> None:
        bank = ClipBank.of(clips)
        self.commands: deque[EngineCommand] = deque()
        self.shared = shared
        self._spec = spec
        self._mixer = Mixer(bank, spec, cue=spec.cue)
        self._program, self._room, self._cue = (
            np.zeros((spec.block_frames, 2), dtype=np.float32) for _ in range(3)
        )
        self._playing = False
        self._priority_claimed = not spec.realtime
        self.thread_id = 0
        rows = max(1, spec.rate_hz * METER_MS // 1000 // spec.block_frames)
        self._meters = np.zeros((rows, LEVELS), dtype=np.float32)
        self._newest = np.zeros(LEVELS, dtype=np.float32)
        self._row = 0
        shared.write_heartbeat_rt(spec.start_frame, time.monotonic_ns())
        # One pass through everything: caches warm, lazy parts of numpy loaded, pages mapped.
        for row in bank.rows:
            float(row[::1024].sum())
        self._mixer.render_into(np.zeros((spec.block_frames, 2), dtype=np.float32))
        self._mixer.jump(spec.start_frame)

    def render_block_rt(self, out: Floats, underflow: bool, due_ns: int = 0) -> None:
        """Write the next block; never raises.

        Parameters
        ----------
        out : ndarray of float32, shape (frames, 2 or 4), C-contiguous
            Channels 3 and 4 are for pre-listening.
        underflow : bool
            Whether the device reported a late block.
        due_ns : int
            When the block was due (``time.monotonic_ns``); 0 if the caller does not know.
        """
        asked_ns = time.monotonic_ns()
        if not self._priority_claimed:
            self._priority_claimed = True
            self.shared.ints[StateSlot.PRIORITY] = platform.current.claim_callback_priority()
            self.thread_id = threading.get_native_id()
        if underflow:
            self.shared.ints[StateSlot.XRUNS] += 1
        try:
            while self.commands:
                self._apply_command_rt(self.commands.popleft(), asked_ns, out.shape[1] > 2)
            self.shared.write_heartbeat_rt(self._mixer.frame, asked_ns)
            if self._playing:
                # After the heartbeat: a reader of this must find a frame of the playing transport.
                self.shared.ints[StateSlot.PLAYING] = 1
                self._render_rt(out)
            else:
                out.fill(0.0)
        except Exception:  # a callback that raises is never called again
            out.fill(0.0)
            self.shared.ints[StateSlot.FAULTS] += 1
        late_ns = time.monotonic_ns() - (due_ns or asked_ns)
        if late_ns * self._spec.rate_hz > len(out) * NS_PER_S:
            self.shared.ints[StateSlot.MISSED] += 1

    def _render_rt(self, out: Floats) -> None:
        mixer = self._mixer
        program = self._program[: len(out)]
        if out.shape[1] == 2:
            mixer.render_into(out, program)
        else:
            room, cue = self._room[: len(out)], self._cue[: len(out)]
            mixer.render_into(room, program, cue)
            out[:, 0:2], out[:, 2:4] = room, cue
        self.shared.ints[StateSlot.POSTPONED] = mixer.postponed
        for event in mixer.events():
            self.shared.append_event_rt(event)
        self.shared.append_master_rt(program, mixer.frame)
        newest = self._newest
        newest[:-3] = mixer.strip_peaks.reshape(-1)
        newest[-3:-1] = mixer.master_peak
        newest[-1] = 1.0 - mixer.limiter_gain
        self._meters[self._row] = newest
        self._row = (self._row + 1) % len(self._meters)
        np.max(self._meters, axis=0, out=self.shared.levels)

    def _apply_command_rt(self, command: EngineCommand, now_ns: int, has_cue: bool) -> None:
        if isinstance(command, ReplaceLaunches):
            self._mixer.plan_launches(command.strip, command.launches)
        elif isinstance(command, ReplaceRamps):
            self._mixer.plan_ramps(command.curve, command.ramps)
        elif isinstance(command, ReplaceCue):
            if has_cue:  # else what comes next would be planned and never mixed
                self._mixer.plan_cue(command.plan)
        elif isinstance(command, ResumeTransport):
            # The transport went on without sound, or elsewhere: join it where the wall clock is.
            elapsed_ns = now_ns - command.time_ns
            self._mixer.jump(command.frame + elapsed_ns * self._spec.rate_hz // NS_PER_S)
            self._playing = True
        elif isinstance(command, StartTransport):
            self._playing = True

"""Where the blocks go: a device through PortAudio, or nowhere under a silent clock.

Lives in the engine's process only.
"""

from __future__ import annotations

import threading
import time
from typing import Any, Final, Protocol

import numpy as np

from mwk_desktop.engine.core import NS_PER_S, Core
from mwk_desktop.engine.gains import Floats
from mwk_desktop.engine.portaudio import (
    NoDevice,
    find_device,
    import_sounddevice,
    one_line,
    quiet_stderr,
)
from mwk_desktop.engine.protocol import NULL_OUTPUT, EngineSpec
from mwk_desktop.engine.shared import Board, Slot

GIVE_UP_NS: Final = NS_PER_S // 5
"""A silent clock this late (the machine slept) goes on from now instead of rushing after."""


class Output(Protocol):
    """An output that runs. ``state`` is ``running`` or ``silent``."""

    state: str
    device: str
    latency_ms: float
    detail: str

    def close(self) -> None: ...


def open_output(core: Core, spec: EngineSpec, board: Board) -> Output:
    """Open what the spec asks for; if it cannot be had, the silent clock, saying why."""
    if spec.output == NULL_OUTPUT:
        return SilentClock(core, spec, "no device chosen: keeping time silently")
    try:
        return DeviceOutput(core, spec, board)
    except NoDevice as problem:
        return SilentClock(core, spec, f"{problem}: keeping time silently")


class SilentClock:
    """Asks for blocks at the pace of a device; deadlines are absolute, so that it cannot drift."""

    def __init__(self, core: Core, spec: EngineSpec, detail: str) -> None:
        self.state = "silent"
        self.device = NULL_OUTPUT
        self.latency_ms = 0.0
        self.detail = detail
        self._core = core
        self._spec = spec
        self._stop = False
        self._thread = threading.Thread(target=self._run, name="mwk-engine-clock", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        block = np.zeros((self._spec.block_frames, 2), dtype=np.float32)
        begin_ns = time.monotonic_ns()
        frames = 0
        due_ns = begin_ns
        while not self._stop:
            self._core.block_rt(block, False, due_ns)
            frames += len(block)
            due_ns = begin_ns + frames * NS_PER_S // self._spec.rate_hz
            ahead_ns = due_ns - time.monotonic_ns()
            if ahead_ns > 0:
                time.sleep(ahead_ns / NS_PER_S)
            elif ahead_ns < -GIVE_UP_NS:
                begin_ns -= ahead_ns
                due_ns -= ahead_ns

    def close(self) -> None:
        """End the clock's thread."""
        self._stop = True
        self._thread.join()


class DeviceOutput:
    """A stream to the device of that name, and to no other.

    Raises
    ------
    NoDevice
        When there is no PortAudio, no such device, or it does not open.
    """

    def __init__(self, core: Core, spec: EngineSpec, board: Board) -> None:
        with quiet_stderr():
            sd = import_sounddevice()
            index, self.device = find_device(sd, spec.output)

            def callback(out: Floats, frames: int, times: Any, status: Any) -> None:
                core.block_rt(out, bool(status) and status.output_underflow)

            def finished() -> None:
                board.ints[Slot.FINISHED] = 1

            try:
                self._stream = sd.OutputStream(
                    samplerate=spec.rate_hz,
                    blocksize=spec.block_frames,
                    device=index,
                    channels=2,
                    dtype="float32",
                    latency=spec.latency_ms / 1000,
                    callback=callback,
                    finished_callback=finished,
                )
                self._stream.start()
            except (sd.PortAudioError, ValueError) as error:
                raise NoDevice(f"{self.device} does not open ({one_line(error)})") from error
        self.state = "running"
        self.detail = ""
        self.latency_ms = 1000.0 * float(self._stream.latency)

    def close(self) -> None:
        """Stop the stream; may hang if its sound server is gone."""
        with quiet_stderr():
            self._stream.abort(ignore_errors=True)
            self._stream.close(ignore_errors=True)

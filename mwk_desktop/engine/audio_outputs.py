"""The outputs that ask for blocks: a PortAudio device, or a silent clock that discards them.

Runs only in the engine process.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any, Final, Protocol

import numpy as np

from mwk_desktop import platform
from mwk_desktop.engine.audio_callback import NS_PER_S, AudioCallback
from mwk_desktop.engine.block_ahead import BlockAhead
from mwk_desktop.engine.gains import Floats
from mwk_desktop.engine.portaudio import (
    NoDeviceError,
    find_device,
    import_sounddevice,
    open_error,
    quiet_stderr,
)
from mwk_desktop.engine.protocol import CUE_CHANNELS, NULL_OUTPUT, EngineSpec
from mwk_desktop.engine.shared_memory import SharedEngineState, StateSlot
from mwk_desktop.messages import NOTHING, Message, message

JACK: Final = "JACK Audio Connection Kit"
"""PortAudio's name for it, a part of its devices' full names."""

MAX_CATCH_UP_NS: Final = NS_PER_S // 5
"""If the silent clock is this late (the machine slept), it continues from now and does not catch
up."""


class AudioOutput(Protocol):
    """A running output. ``state`` is ``running`` or ``silent``; ``detail`` says why it is silent.
    ``offered_rate_hz``: the device exists but plays only at this rate (else 0). ``has_cue``:
    outputs 3 and 4 are open; ``cue_problem`` says why they are not, although they are wanted.
    ``ahead_frames``: how long before it is asked for a block is mixed."""

    state: str
    device: str
    latency_ms: float
    detail: Message
    offered_rate_hz: int
    has_cue: bool
    cue_problem: Message
    ahead_frames: int

    def close(self) -> None: ...


def open_output(
    audio_callback: AudioCallback, spec: EngineSpec, shared: SharedEngineState
) -> AudioOutput:
    """Open the output that the spec names, or else the silent clock, whose ``detail`` says why."""
    if spec.output == NULL_OUTPUT:
        return SilentOutput(
            audio_callback, spec, message("no device chosen: keeping time silently")
        )
    try:
        return DeviceOutput(audio_callback, spec, shared)
    except NoDeviceError as problem:
        detail = message("{problem}: keeping time silently", problem=problem.reason)
        return SilentOutput(audio_callback, spec, detail, problem.offered_rate_hz)


class SilentOutput:
    """Requests blocks at a device's pace; deadlines are absolute, so it cannot drift."""

    def __init__(
        self,
        audio_callback: AudioCallback,
        spec: EngineSpec,
        detail: Message,
        offered_rate_hz: int = 0,
    ) -> None:
        self.state = "silent"
        self.device = NULL_OUTPUT
        self.latency_ms = 0.0
        self.detail = detail
        self.offered_rate_hz = offered_rate_hz
        self.has_cue, self.cue_problem = False, NOTHING
        self.ahead_frames = 0
        self._callback = audio_callback
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
            self._callback.render_block_rt(block, False, due_ns)
            frames += len(block)
            due_ns = begin_ns + frames * NS_PER_S // self._spec.rate_hz
            ahead_ns = due_ns - time.monotonic_ns()
            if ahead_ns > 0:
                time.sleep(ahead_ns / NS_PER_S)
            elif ahead_ns < -MAX_CATCH_UP_NS:
                begin_ns -= ahead_ns
                due_ns -= ahead_ns

    def close(self) -> None:
        """End the clock's thread."""
        self._stop = True
        self._thread.join()


def mixes_ahead(device: str, spec: EngineSpec, realtime: bool) -> bool:
    """Whether a block is mixed before it is asked for: on JACK, which has no latency of its own to
    set, where the latency that is asked for holds two blocks.

    ``realtime``: whether our own threads get real-time priority. Without it JACK's thread, which
    may have it, would wait for one that does not.
    """
    two_blocks_fit = 2000 * spec.block_frames <= spec.latency_ms * spec.rate_hz
    return realtime and JACK in device and two_blocks_fit


class DeviceOutput:
    """A stream to the device with exactly this name.

    Raises
    ------
    NoDeviceError
        If PortAudio or the device is missing, or the device does not open.
    """

    def __init__(
        self, audio_callback: AudioCallback, spec: EngineSpec, shared: SharedEngineState
    ) -> None:
        with quiet_stderr():
            sd = import_sounddevice()
            index, self.device = find_device(sd, spec.output)
            outputs = int(sd.query_devices(index)["max_output_channels"])
            self.has_cue, self.cue_problem = spec.cue and outputs >= CUE_CHANNELS, NOTHING
            if spec.cue and not self.has_cue:
                self.cue_problem = message(
                    "{device} has two outputs: pre-listening needs a card with four.",
                    device=self.device,
                )

            channels = CUE_CHANNELS if self.has_cue else 2
            write_block_rt: Callable[[Floats, bool], None] = audio_callback.render_block_rt
            self.ahead_frames = 0
            if mixes_ahead(self.device, spec, platform.current.is_realtime()):
                self.ahead_frames = spec.block_frames
                write_block_rt = BlockAhead(audio_callback, spec, shared, channels).exchange_rt

            def callback(out: Floats, frames: int, times: Any, status: Any) -> None:
                write_block_rt(out, bool(status) and status.output_underflow)

            def finished() -> None:
                shared.ints[StateSlot.FINISHED] = 1

            try:
                self._stream = sd.OutputStream(
                    samplerate=spec.rate_hz,
                    blocksize=spec.block_frames,
                    device=index,
                    channels=channels,
                    dtype="float32",
                    latency=spec.latency_ms / 1000,
                    callback=callback,
                    finished_callback=finished,
                )
                self._stream.start()
            except (sd.PortAudioError, ValueError) as error:
                raise open_error(sd, error, index, self.device, spec.rate_hz) from error
        self.state = "running"
        self.detail = NOTHING
        self.offered_rate_hz = 0
        self.latency_ms = 1000.0 * float(self._stream.latency)

    def close(self) -> None:
        """Stop the stream; may hang if its sound server is gone."""
        with quiet_stderr():
            self._stream.abort(ignore_errors=True)
            self._stream.close(ignore_errors=True)

"""One engine process, seen from its parent: started, heard, told, ended.

Whatever state it is in (starting, stuck, stopped, dead), none of this waits longer than it says.
"""

from __future__ import annotations

import contextlib
from typing import Any, Final

from mwk_desktop import platform
from mwk_desktop.engine.engine_main import EngineReady, run_engine
from mwk_desktop.engine.engine_mirror import EngineMirror
from mwk_desktop.engine.protocol import CURVES, NULL_OUTPUT, EngineSpec, EngineStatus
from mwk_desktop.engine.shared_memory import SharedClips, SharedEngineState, StateSlot
from mwk_desktop.platform.spawning import SPAWN
from mwk_desktop.units import STRIPS, ramp_frames

STALE_NS: Final = 300_000_000
"""A heartbeat older than this is a stuck engine: 50 blocks of 256 frames, a third of the second in
which the music must be back."""


class EngineStartError(RuntimeError):
    """The engine's process did not come up."""


class EngineProcess:
    """One process with its board and its pipe.

    The constructor starts it. Methods are the watchdog's; what other threads may call says so.

    Raises
    ------
    OSError
        When the system starts no process.
    """

    def __init__(self, spec: EngineSpec, clips: SharedClips) -> None:
        self.spec = spec
        self.shared = SharedEngineState()
        self.ready: EngineReady | None = None
        self._connection, theirs = SPAWN.Pipe()
        self.process = SPAWN.Process(
            target=run_engine,
            args=(theirs, spec, clips, self.shared),
            name="mwk-engine",
            daemon=True,
        )
        # The child inherits the mask and unblocks it once it ignores the signal: Ctrl-C while it
        # starts must not kill it.
        try:
            launch = (
                platform.current.realtime_launch() if spec.realtime else contextlib.nullcontext()
            )
            with platform.current.interrupts_blocked(), launch:
                self.process.start()
        finally:
            theirs.close()

    def wait_ready(self, timeout_s: float) -> bool:
        """Whether the engine's output runs within that time."""
        with contextlib.suppress(EOFError, OSError):
            if self._connection.poll(timeout_s):
                self.ready = self._connection.recv()
        return self.ready is not None

    def send(self, command: tuple[Any, ...]) -> None:
        """Send if it does not block (any thread, under the client's lock).

        A stopped engine does not read its pipe; what is lost here is in the plans that its
        successor gets.
        """
        with contextlib.suppress(OSError, ValueError):
            if platform.current.can_write(self._connection.fileno()):
                self._connection.send(command)

    def send_mirror(self, mirror: EngineMirror, frame: int) -> None:
        """Send all that sounds, stands and is pending at ``frame`` (under the client's lock)."""
        fade_frames = ramp_frames(self.spec.rate_hz)
        for strip in range(STRIPS):
            launches = mirror.launches_for_new_engine(strip, fade_frames)
            if launches:
                self.send(("launches", strip, launches))
        for curve in range(CURVES):
            ramps = mirror.ramps_for_new_engine(curve, frame)
            if ramps:
                self.send(("ramps", curve, ramps))

    def status(
        self, past_xruns: int, past_missed: int, lufs: float | None, detail: str
    ) -> EngineStatus:
        """The engine at its newest block (any thread); the counts of its predecessors are added."""
        assert self.ready is not None
        beat = self.shared.heartbeat()
        levels = self.shared.levels.tolist()
        return EngineStatus(
            state=self.ready.state,
            frame=beat.frame,
            frame_time_ns=beat.time_ns,
            segment=self.spec.segment,
            device=self.ready.device,
            rate_hz=self.spec.rate_hz,
            block_frames=self.ready.block_frames,
            latency_ms=self.ready.latency_ms,
            xruns=past_xruns + int(self.shared.ints[StateSlot.XRUNS]),
            missed=past_missed + int(self.shared.ints[StateSlot.MISSED]),
            priority=str(
                platform.current.describe_priority(int(self.shared.ints[StateSlot.PRIORITY]))
            ),
            strip_peaks=tuple((levels[2 * n], levels[2 * n + 1]) for n in range(STRIPS)),
            master_peak=(levels[-3], levels[-2]),
            limiter_gain=1.0 - levels[-1],
            lufs=lufs,
            detail=detail,
            device_missing=not self.on_device and self.spec.output != NULL_OUTPUT,
        )

    @property
    def playing(self) -> bool:
        """Whether a block was played (any thread)."""
        return bool(self.shared.ints[StateSlot.PLAYING])

    def fault(self, now_ns: int) -> str:
        """What is wrong with the engine, or nothing."""
        if not self.process.is_alive():
            return "the engine died"
        if self.shared.ints[StateSlot.FINISHED]:
            return f"{self.device} is gone"
        if self.shared.ints[StateSlot.FAULTS]:
            return "the engine failed inside a block"
        return ""

    def is_stale(self, now_ns: int) -> bool:
        """Whether the heartbeat has stopped."""
        return now_ns - self.shared.heartbeat().time_ns > STALE_NS

    @property
    def device(self) -> str:
        return self.ready.device if self.ready else ""

    @property
    def on_device(self) -> bool:
        """Whether a device is open."""
        return self.ready is not None and self.ready.state == "running"

    def kill(self) -> None:
        """End the process whatever state it is in, and take its last words."""
        self.process.kill()
        self.process.join()
        self._connection.close()
        self.process.close()

    def close(self) -> None:
        """Ask the process to end, then see to it."""
        self.send(("close",))
        self.process.join(1.0)
        self.kill()

"""One engine process, seen from its parent.

In any state (starting, stuck, stopped, dead), no method waits longer than its docstring says.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mwk_desktop import platform
from mwk_desktop.engine.command_pipe import CommandPipe
from mwk_desktop.engine.engine_commands import (
    CloseEngine,
    EngineReady,
    ReplaceCue,
    ReplaceLaunches,
    ReplaceRamps,
    ResumeTransport,
    StartTransport,
)
from mwk_desktop.engine.engine_main import run_engine
from mwk_desktop.engine.engine_mirror import EngineMirror
from mwk_desktop.engine.frame_map import FrameMap
from mwk_desktop.engine.limiter import DELAY_FRAMES
from mwk_desktop.engine.protocol import (
    CURVES,
    NO_CUE,
    NULL_OUTPUT,
    TRACKS,
    CuePlan,
    EngineSpec,
    EngineStatus,
    Event,
    Launch,
    Ramp,
)
from mwk_desktop.engine.shared_memory import Heartbeat, SharedClips, SharedEngineState, StateSlot
from mwk_desktop.messages import NOTHING, Message, message
from mwk_desktop.platform.spawning import SPAWN, start_process
from mwk_desktop.units import STRIPS, ramp_frames

STALE_NS: Final = 300_000_000
"""An engine whose heartbeat is older than this is stuck: 50 blocks of 256 frames, a third of the
one second within which the music must return."""


class EngineStartError(RuntimeError):
    """The engine process did not start."""


@dataclass(frozen=True, slots=True)
class EngineCounts:
    """Faults that did not end an engine: late blocks as counted by the device and by the engine
    itself, and events that were overwritten before they were read. ``replaced``: engines in whose
    place another one came."""

    xruns: int = 0
    missed: int = 0
    lost_events: int = 0
    replaced: int = 0

    def plus(self, other: EngineCounts) -> EngineCounts:
        """The sum of both."""
        return EngineCounts(
            self.xruns + other.xruns,
            self.missed + other.missed,
            self.lost_events + other.lost_events,
            self.replaced + other.replaced,
        )


class EngineProcess:
    """One process with its shared memory and its pipe.

    This class takes and returns transport frames; the process counts in frames of its output's rate
    (``frames`` maps them). The constructor starts the process. Methods run on the watchdog thread
    unless their docstring says otherwise.

    Raises
    ------
    OSError
        If the system cannot start the process.
    """

    def __init__(self, spec: EngineSpec, clips: SharedClips, frames: FrameMap) -> None:
        self.spec = spec
        self.frames = frames
        self.shared = SharedEngineState()
        self.ready: EngineReady | None = None
        self._connection, theirs = SPAWN.Pipe()
        self._commands = CommandPipe(self._connection)
        self.process = SPAWN.Process(
            target=run_engine,
            args=(theirs, spec, clips, self.shared),
            name="mwk-engine",
            daemon=True,
        )
        try:
            launch = (
                platform.current.realtime_launch() if spec.realtime else contextlib.nullcontext()
            )
            with launch:
                start_process(self.process)
        finally:
            theirs.close()

    def wait_ready(self, timeout_s: float) -> bool:
        """Whether the engine's output runs before the timeout."""
        with contextlib.suppress(EOFError, OSError):
            if self._connection.poll(timeout_s):
                self.ready = self._connection.recv()
        return self.ready is not None

    def replace_launches(self, strip: int, launches: Sequence[Launch]) -> None:
        """Replace what is pending on a strip (any thread, under the client's lock)."""
        mapped = tuple(self.frames.launch_to_engine(launch) for launch in launches)
        self._commands.send(ReplaceLaunches(strip, mapped))

    def replace_ramps(self, curve: int, ramps: Sequence[Ramp]) -> None:
        """Replace what is pending on a curve (any thread, under the client's lock)."""
        self._commands.send(
            ReplaceRamps(curve, tuple(self.frames.ramp_to_engine(ramp) for ramp in ramps))
        )

    def replace_cue(self, plan: CuePlan) -> None:
        """Replace what is pre-listened to (any thread, under the client's lock)."""
        self._commands.send(ReplaceCue(plan))

    def start_transport(self, anchor: Heartbeat | None) -> None:
        """Play from the spec's first frame, or join the transport that has run since ``anchor``
        (any thread, under the client's lock)."""
        if anchor is None:
            self._commands.send(StartTransport())
        else:
            self._commands.send(
                ResumeTransport(self.frames.to_engine(anchor.frame), anchor.time_ns)
            )

    def set_up(self, mirror: EngineMirror, frame: int) -> None:
        """Send what sounds, the gains and what is pending at ``frame`` (under the client's
        lock)."""
        fade_frames = self.frames.duration_to_transport(ramp_frames(self.spec.rate_hz))
        for strip in range(TRACKS):
            launches = mirror.launches_for_new_engine(strip, fade_frames)
            if launches:
                self.replace_launches(strip, launches)
        for curve in range(CURVES):
            ramps = mirror.ramps_for_new_engine(curve, frame)
            if ramps:
                self.replace_ramps(curve, ramps)
        if mirror.cue != NO_CUE:
            self.replace_cue(mirror.cue)

    def heartbeat(self) -> Heartbeat:
        """The newest block (any thread)."""
        beat = self.shared.heartbeat()
        return Heartbeat(self.frames.to_transport(beat.frame), beat.time_ns)

    def fetch_events(self, mirror: EngineMirror) -> list[Event]:
        """Events since the last call, also applied to the mirror (under the client's lock)."""
        events = []
        for event in self.shared.drain_events():
            events.append(mirror.to_transport(event, self.frames))
            mirror.apply_event(events[-1])
        return events

    @property
    def counts(self) -> EngineCounts:
        """Late blocks and lost events so far (any thread)."""
        ints = self.shared.ints
        return EngineCounts(
            int(ints[StateSlot.XRUNS]), int(ints[StateSlot.MISSED]), self.shared.lost_events
        )

    def status(self, past: EngineCounts, lufs: float | None, detail: Message) -> EngineStatus:
        """The engine at its newest block (any thread); ``past``: its predecessors' counts."""
        assert self.ready is not None
        beat = self.heartbeat()
        counts = past.plus(self.counts)
        levels = self.shared.levels.tolist()
        priority = int(self.shared.ints[StateSlot.PRIORITY])
        return EngineStatus(
            state=self.ready.state,
            frame=beat.frame,
            frame_time_ns=beat.time_ns,
            segment=self.spec.segment,
            device=self.ready.device,
            rate_hz=self.spec.rate_hz,
            block_frames=self.ready.block_frames,
            latency_ms=self.ready.latency_ms,
            xruns=counts.xruns,
            missed=counts.missed,
            lost_events=counts.lost_events,
            restarts=counts.replaced,
            priority_level=priority,
            priority=platform.current.describe_priority(priority),
            strip_peaks=tuple((levels[2 * n], levels[2 * n + 1]) for n in range(STRIPS)),
            master_peak=(levels[-3], levels[-2]),
            limiter_gain=1.0 - levels[-1],
            lufs=lufs,
            detail=detail,
            postponed=int(self.shared.ints[StateSlot.POSTPONED]),
            delay_frames=DELAY_FRAMES + self.ready.ahead_frames,
            has_cue=self.ready.has_cue,
            cue_problem=self.ready.cue_problem,
            device_missing=not self.on_device and self.spec.output != NULL_OUTPUT,
        )

    @property
    def playing(self) -> bool:
        """Whether a block was played (any thread)."""
        return bool(self.shared.ints[StateSlot.PLAYING])

    def fault(self) -> Message:
        """What is wrong with the engine; ``NOTHING`` if all is well."""
        if not self.process.is_alive():
            return message("the engine died")
        if self.shared.ints[StateSlot.FINISHED]:
            return message("{device} is gone", device=self.device)
        if self.shared.ints[StateSlot.FAULTS]:
            return message("the engine failed inside a block")
        return NOTHING

    @property
    def standstill(self) -> Message:
        """What is wrong with an engine whose heartbeat has stopped."""
        if self.on_device:
            return message("{device} stands still", device=self.device)
        return message("the clock stood still")

    def is_stale(self, now_ns: int) -> bool:
        """Whether the heartbeat has stopped."""
        return now_ns - self.shared.heartbeat().time_ns > STALE_NS

    @property
    def device(self) -> str:
        return self.ready.device if self.ready else ""

    @property
    def detail(self) -> Message:
        """Why it is silent; ``NOTHING`` if it is not."""
        return self.ready.detail if self.ready else NOTHING

    @property
    def on_device(self) -> bool:
        """Whether a device is open."""
        return self.ready is not None and self.ready.state == "running"

    def kill(self) -> None:
        """Kill the process in any state."""
        self.process.kill()
        self.process.join()
        self._commands.join()
        self._connection.close()
        self.process.close()

    def close(self) -> None:
        """Ask the process to end; kill it if it does not."""
        self._commands.send(CloseEngine())
        self.process.join(1.0)
        self.kill()

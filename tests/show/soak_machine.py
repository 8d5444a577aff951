"""The computer of a soak: its two clocks, its music, and an engine that dies and is replaced."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from mwk_desktop.clock import ShowClock
from mwk_desktop.engine.engine_mirror import EngineMirror
from mwk_desktop.engine.local_engine import LocalEngine
from mwk_desktop.engine.protocol import (
    CURVES,
    CuePlan,
    EngineSpec,
    EngineStatus,
    Launch,
    PortEvent,
    Ramp,
)
from mwk_desktop.messages import NOTHING, message
from mwk_desktop.records.record_types import Record
from mwk_desktop.records.recording_writer import RecordingWriter
from mwk_desktop.show.grid import Grid
from mwk_desktop.units import STRIPS, ramp_frames
from tests.support import T0_MS, arithmetic_clips, arithmetic_music

GRACE_MS = 250
RATE_HZ = 8_000
"""Two hours of music are rendered: at six times less than usual."""

MUSIC = arithmetic_music(RATE_HZ, 30_000)
CLIPS = arithmetic_clips(MUSIC)
BAR_FRAMES = 15_000
BEAT_FRAMES = 3_750
NS_PER_MS = 1_000_000

LOST = message("the output is gone: keeping time silently, looking for it")


class Machine:
    """``true_ms`` is the time everywhere else; the system's clock differs by ``error_ms``."""

    def __init__(self) -> None:
        self.true_ms = T0_MS + 17_003
        self.error_ms = 0
        self.asleep_ms = 0

    @property
    def wall_ms(self) -> int:
        return self.true_ms + self.error_ms

    @property
    def awake_ms(self) -> int:
        """What the sound card has seen of the time."""
        return self.true_ms - self.asleep_ms

    def sleep(self, ms: int) -> None:
        self.true_ms += ms
        self.asleep_ms += ms

    def show_clock(self) -> ShowClock:
        """As a program that starts now has it."""
        return ShowClock(lambda: self.true_ms * NS_PER_MS, lambda: self.wall_ms * NS_PER_MS)


class FailingEngine:
    """An engine as the client has it: what dies is replaced where the transport stands.

    The transport is the clock of the computer. What the client knows of the old engine is in its
    mirror (the product's own), and the next engine is set up from it.
    """

    def __init__(self, machine: Machine, grid: Grid) -> None:
        self._machine = machine
        self._spec = EngineSpec(
            MUSIC.loop_frames, RATE_HZ, origin_frame=grid.origin_frame, block_frames=4_096
        )
        self._spec = replace(self._spec, beats_per_loop=MUSIC.beats_per_loop)
        self._mirror = EngineMirror()
        self._engine: LocalEngine | None = LocalEngine(CLIPS, self._spec)
        self._events: list[PortEvent] = []
        self._began_ms: int | None = None
        self._detail = NOTHING

    @property
    def segment(self) -> int:
        return self._spec.segment

    @property
    def running(self) -> bool:
        return self._engine is not None

    # -- what happens to it ---------------------------------------------------------------

    def render(self) -> None:
        """The sound card has asked for everything up to now."""
        if self._engine is not None:
            self._engine.advance_to(self.frame_now())
            self._fetch()

    def die(self) -> None:
        self._fetch()
        self._engine = None
        self._detail = LOST

    def come_back(self) -> None:
        """Another engine, in phase, with all that the old one did and had to do."""
        frame = self.frame_now()
        spec = replace(self._spec, start_frame=frame, segment=self._spec.segment + 1)
        self._spec = spec
        engine = self._engine = LocalEngine(CLIPS, spec)
        for strip in range(STRIPS):
            launches = self._mirror.launches_for_new_engine(strip, ramp_frames(RATE_HZ))
            engine.plan_launches(strip, launches)
        for curve in range(CURVES):
            engine.plan_ramps(curve, self._mirror.ramps_for_new_engine(curve, frame))
        engine.play()
        self._detail = NOTHING

    def _fetch(self) -> None:
        if self._engine is None:
            return
        for event in self._engine.events():
            self._mirror.apply_event(event)
            self._events.append(event)

    # -- EnginePort -----------------------------------------------------------------------

    def plan_launches(self, strip: int, launches: Sequence[Launch]) -> None:
        self._fetch()
        launches = self._mirror.plan_launches(strip, launches)
        if self._engine is not None:
            self._engine.plan_launches(strip, launches)

    def plan_ramps(self, curve: int, ramps: Sequence[Ramp]) -> None:
        self._fetch()
        ramps = self._mirror.plan_ramps(curve, ramps)
        if self._engine is not None:
            self._engine.plan_ramps(curve, ramps)

    def prepare_clips(self, clips: Sequence[int]) -> None:
        pass

    def plan_cue(self, plan: CuePlan) -> None:
        pass

    def events(self) -> list[PortEvent]:
        self._fetch()
        events, self._events = self._events, []
        return events

    def frame_now(self) -> int:
        if self._began_ms is None:
            return 0
        return (self._machine.awake_ms - self._began_ms) * RATE_HZ // 1_000

    def play(self) -> None:
        self._began_ms = self._machine.awake_ms
        if self._engine is not None:
            self._engine.play()

    def status(self) -> EngineStatus:
        if self._engine is not None:
            return self._engine.status()
        return EngineStatus(
            state="restarting",
            frame=self.frame_now(),
            frame_time_ns=0,
            segment=self._spec.segment,
            device="",
            rate_hz=RATE_HZ,
            block_frames=self._spec.block_frames,
            detail=self._detail,
        )

    def close(self) -> None:
        self._engine = None


class ProgramDies(BaseException):
    """As by kill -9: nothing that would end it in order is done."""


class Recorder:
    """A recorder whose own lines are kept to look at."""

    def __init__(self, path: Path) -> None:
        self._writer = RecordingWriter(path)
        self.lines: list[Mapping[str, Any]] = []

    def write_all(self, records: Sequence[Record]) -> None:
        self._writer.write_all(records)

    def write_show(self, line: Mapping[str, Any], arrival_ms: int) -> None:
        self.lines.append(line)
        self._writer.write_show(line, arrival_ms)

    def close(self) -> None:
        self._writer.close()

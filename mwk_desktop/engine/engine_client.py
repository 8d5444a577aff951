"""The show's handle on the engine process.

The show thread calls the methods of :class:`~mwk_desktop.engine.protocol.EnginePort`; they take a
lock that nobody holds while waiting. Engines are started and replaced by the watchdog's thread (see
:mod:`~mwk_desktop.engine.engine_watchdog`).
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mwk_desktop.engine.clip_tables import ClipTables, ConformClips
from mwk_desktop.engine.engine_process import EngineStartError
from mwk_desktop.engine.engine_watchdog import READY_S, WatchedEngine
from mwk_desktop.engine.gains import Floats
from mwk_desktop.engine.master_recorder import MasterRecordingMixin, MasterRing
from mwk_desktop.engine.protocol import (
    CURVES,
    SILENCE,
    TRACKS,
    CuePlan,
    EngineSpec,
    EngineStatus,
    Launch,
    PortEvent,
    Ramp,
)
from mwk_desktop.engine.shared_memory import Heartbeat, SharedClips
from mwk_desktop.messages import message

MOST_AHEAD: Final = 64
"""Planned launches that are prepared for: of a recorded night all are planned at once."""


class EngineClient(MasterRecordingMixin, WatchedEngine):
    """An :class:`~mwk_desktop.engine.protocol.EnginePort` whose engine runs in its own process.

    Parameters
    ----------
    clips : ndarray of float32, shape (clips, loop_frames, 2), or SharedClips
        An array is copied once into shared memory.
    spec : EngineSpec
    wait_s : float
        How long to wait for the engine to run; 0 returns at once (``state`` is ``starting`` and
        plans are kept until it runs).
    conform : callable, optional
        Makes the clips at another rate, on a worker thread, when the output returns at that rate or
        another output is chosen. Without it such an output stays silent.

    Raises
    ------
    EngineStartError
        If the engine does not run after ``wait_s``. A missing device is not an error: the engine
        then runs silently and ``status().detail`` says why.
    """

    def __init__(
        self,
        clips: Floats | SharedClips,
        spec: EngineSpec,
        *,
        wait_s: float = READY_S,
        conform: ConformClips | None = None,
    ) -> None:
        shared = clips if isinstance(clips, SharedClips) else SharedClips.of(clips)
        spec = replace(spec, clips=len(shared.layouts))
        self._likely: tuple[int, ...] = ()
        MasterRecordingMixin.__init__(self, spec.rate_hz)
        WatchedEngine.__init__(self, spec, ClipTables(shared, spec.rate_hz, conform))
        self._start_watching()
        if wait_s and not self._started.wait(wait_s):
            detail = self._detail
            self.close()
            late = message("the audio engine did not start within {seconds:g} s", seconds=wait_s)
            raise EngineStartError(detail or late)

    def _ask_for_clips(self) -> None:
        """Under the lock: say what sounds and what comes, where not everything is in memory."""
        pools = self._tables.pools()
        coming = self._mirror.coming[:MOST_AHEAD] if pools else []
        for pool in pools:
            pool.want(self._mirror.sounding, (*coming, *self._likely))

    # -- EnginePort: the show thread -------------------------------------------------------

    def plan_launches(self, strip: int, launches: Sequence[Launch]) -> None:
        """Replace everything that is pending on the strip."""
        if not 0 <= strip < TRACKS:
            raise IndexError(f"there is no strip {strip}")
        for launch in launches:
            if not SILENCE <= launch.clip < self._spec.clips:
                raise IndexError(f"there is no clip {launch.clip}")
        with self._lock:
            self._fetch_events()
            launches = self._mirror.plan_launches(strip, launches)
            if self._engine is not None:
                self._engine.replace_launches(strip, launches)
            self._ask_for_clips()

    def prepare_clips(self, clips: Sequence[int]) -> None:
        """Load these clips ahead, so that they are in memory when launched; the likeliest first."""
        with self._lock:
            self._likely = tuple(clips)
            self._ask_for_clips()

    def plan_ramps(self, curve: int, ramps: Sequence[Ramp]) -> None:
        """Replace everything that is pending on the curve."""
        if not 0 <= curve < CURVES:
            raise IndexError(f"there is no curve {curve}")
        with self._lock:
            self._fetch_events()
            ramps = self._mirror.plan_ramps(curve, ramps)
            if self._engine is not None:
                self._engine.replace_ramps(int(curve), ramps)

    def plan_cue(self, plan: CuePlan) -> None:
        """Replace what is pre-listened to; without outputs for it nothing happens."""
        with self._lock:
            self._mirror.cue = plan
            if self._engine is not None:
                self._engine.replace_cue(plan)

    def events(self) -> list[PortEvent]:
        """What happened since the last call, in order."""
        with self._lock:
            self._fetch_events()
            events = self._events
            self._events = []
            if events:
                self._ask_for_clips()
            return events

    def status(self) -> EngineStatus:
        """The engine at its newest block; during a replacement, the transport's position."""
        with self._lock:
            engine = self._engine
            past = self._past
            if engine is None or engine.ready is None:
                now_ns = time.monotonic_ns()
                return EngineStatus(
                    state="restarting" if self._started.is_set() else "starting",
                    frame=self._frame_at(now_ns),
                    frame_time_ns=now_ns,
                    segment=self._segment,
                    device="",
                    rate_hz=self._spec.rate_hz,
                    block_frames=self._spec.block_frames,
                    xruns=past.xruns,
                    missed=past.missed,
                    lost_events=past.lost_events,
                    restarts=past.replaced,
                    detail=self._detail,
                )
            return engine.status(past, self._lufs, self._detail)

    def frame_now(self) -> int:
        """The current transport frame: the newest block's plus the time since then."""
        with self._lock:
            frame = self._frame_at(time.monotonic_ns())
            # A block that was requested a little late must not move the clock back.
            if not frame < self._reported_frame < frame + self._spec.rate_hz // 10:
                self._reported_frame = frame
            return self._reported_frame

    def wait_started(self, timeout_s: float) -> bool:
        """Wait for the first engine to start (do not call this in the show thread's loop)."""
        return self._started.wait(timeout_s)

    def play(self) -> None:
        """Start the transport: ``start_frame`` is the first frame of the next block."""
        with self._lock:
            if not self._play:
                self._play = True
                if self._engine is not None:
                    self._engine.start_transport(None)

    def shift_transport(self, by_ms: float) -> None:
        """Move the playing transport (any thread; negative: back). It would be heard as a jump:
        only for a console that the room does not hear."""
        frames = round(by_ms * self._spec.rate_hz / 1000)
        with self._lock:
            if self._play and self._anchor is not None:
                now_ns = time.monotonic_ns()
                self._anchor = Heartbeat(self._frame_at(now_ns) + frames, now_ns)
                if self._engine is not None:
                    self._engine.start_transport(self._anchor)

    def choose_output(self, name: str) -> None:
        """Switch to another device (or :data:`NULL_OUTPUT`); only the presenter decides this."""
        with self._lock:
            self._output = name
            self._had_device = False

    def _newest_master(self) -> MasterRing | None:
        with self._lock:
            engine = self._engine
            if engine is None:
                return None
            return MasterRing(engine.shared, engine.spec.rate_hz, engine.frames)

    def close(self) -> None:
        """End the recording, engine, watchdog and memory. Calling it again does nothing."""
        self.stop_recording()
        self._end_watching()
        self._tables.close()

    @property
    def pid(self) -> int | None:
        """The engine process's id; None while there is none (any thread)."""
        engine = self._engine
        return None if engine is None else engine.process.pid

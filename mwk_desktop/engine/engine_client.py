"""The show's handle on the engine process, with a watchdog that keeps the music playing.

Threads. The show thread calls the methods of
:class:`~mwk_desktop.engine.protocol.EnginePort`; they take a lock that nobody holds while waiting.
The watchdog thread starts engines, watches their heartbeat, replaces dead or stuck ones and looks
for a lost device; it may block.

An engine is replaced, never repaired: PortAudio hangs or aborts when its sound server dies, and
that must not stop the show. Meanwhile the transport follows the wall clock, so the new engine
starts in phase.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mwk_desktop.engine.audio_callback import NS_PER_S
from mwk_desktop.engine.clip_tables import ClipTables, ConformClips
from mwk_desktop.engine.engine_mirror import EngineMirror
from mwk_desktop.engine.engine_process import (
    STALE_NS,
    EngineCounts,
    EngineProcess,
    EngineStartError,
)
from mwk_desktop.engine.engine_start import EngineStarter
from mwk_desktop.engine.gains import Floats
from mwk_desktop.engine.loudness import LoudnessMeter
from mwk_desktop.engine.master_recorder import MasterRecordingMixin, MasterRing
from mwk_desktop.engine.output_devices import has_output
from mwk_desktop.engine.protocol import (
    CURVES,
    DEFAULT_OUTPUT,
    NULL_OUTPUT,
    SILENCE,
    EngineSpec,
    EngineStatus,
    Launch,
    PortEvent,
    Ramp,
    SegmentBegan,
)
from mwk_desktop.engine.shared_memory import Heartbeat, SharedClips
from mwk_desktop.messages import NOTHING, Message, message
from mwk_desktop.units import STRIPS

CHECK_S: Final = 0.03
"""How often the watchdog checks the engine."""

LOUDNESS_CHECKS: Final = 4
"""The loudness is measured at every fourth check, about eight times a second."""

READY_S: Final = 10.0
"""Seconds that the first engine may take to start (cold disk, slow sound server)."""

READY_AGAIN_S: Final = 2.0
"""Seconds that a replacement may take before a silent engine takes over the clock."""

RETRY_S: Final = 1.0
"""Seconds between two searches for a lost device."""

MAX_EARLY_DEATHS: Final = 3
"""How many engines in a row may die within their first second before the next start is delayed."""

RETRY_NEVER_SEEN_S: Final = 5.0
"""Seconds between two searches for a device that was never found (each starts a short process)."""


class EngineClient(MasterRecordingMixin):
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
        self._spec = replace(spec, clips=shared.shape[0])
        self._tables = ClipTables(shared, spec.rate_hz, conform)
        self._starter = EngineStarter(self._spec, self._tables)
        super().__init__(spec.rate_hz)
        self._lock = threading.Lock()
        self._mirror = EngineMirror()
        self._events: list[PortEvent] = []
        self._engine: EngineProcess | None = None
        self._segment = spec.segment
        self._rate_hz = spec.rate_hz
        self._output = spec.output
        self._had_device = False
        self._play = False
        self._anchor: Heartbeat | None = None
        self._detail = NOTHING
        self._past = EngineCounts()
        self._stop = threading.Event()
        self._started = threading.Event()
        self._reported_frame = 0
        self._loudness = LoudnessMeter(spec.rate_hz)
        self._lufs: float | None = None
        self._checks = 0
        self._next_retry_ns = 0
        self._checked_ns = 0
        self._installed_ns = 0
        self._early_deaths = 0
        self._suspected = False
        self._watchdog = threading.Thread(
            target=self._watch, name="mwk-engine-watchdog", daemon=True
        )
        self._watchdog.start()
        if wait_s and not self._started.wait(wait_s):
            detail = self._detail
            self.close()
            late = message("the audio engine did not start within {seconds:g} s", seconds=wait_s)
            raise EngineStartError(detail or late)

    # -- EnginePort: the show thread -------------------------------------------------------

    def plan_launches(self, strip: int, launches: Sequence[Launch]) -> None:
        """Replace everything that is pending on the strip."""
        if not 0 <= strip < STRIPS:
            raise IndexError(f"there is no strip {strip}")
        for launch in launches:
            if not SILENCE <= launch.clip < self._spec.clips:
                raise IndexError(f"there is no clip {launch.clip}")
        with self._lock:
            self._fetch_events()
            launches = self._mirror.plan_launches(strip, launches)
            if self._engine is not None:
                self._engine.replace_launches(strip, launches)

    def plan_ramps(self, curve: int, ramps: Sequence[Ramp]) -> None:
        """Replace everything that is pending on the curve."""
        if not 0 <= curve < CURVES:
            raise IndexError(f"there is no curve {curve}")
        with self._lock:
            self._fetch_events()
            ramps = self._mirror.plan_ramps(curve, ramps)
            if self._engine is not None:
                self._engine.replace_ramps(int(curve), ramps)

    def events(self) -> list[PortEvent]:
        """What happened since the last call, in order."""
        with self._lock:
            self._fetch_events()
            events = self._events
            self._events = []
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
        self._stop.set()
        self._watchdog.join()
        self._tables.close()

    # -- under the lock --------------------------------------------------------------------

    def _fetch_events(self) -> None:
        if self._engine is not None:
            self._events += self._engine.fetch_events(self._mirror)

    def _frame_at(self, now_ns: int) -> int:
        if self._engine is not None and self._engine.playing:
            self._anchor = self._engine.heartbeat()
        if self._anchor is None:
            return self._spec.start_frame
        elapsed_ns = now_ns - self._anchor.time_ns
        return self._anchor.frame + elapsed_ns * self._spec.rate_hz // NS_PER_S

    def _install(self, engine: EngineProcess) -> None:
        """Let a ready engine play, with all that its predecessor played and had pending."""
        frame = self._frame_at(time.monotonic_ns())
        engine.set_up(self._mirror, frame)
        if engine.spec.rate_hz != self._rate_hz:
            self._rate_hz = engine.spec.rate_hz
            self._events.append(SegmentBegan(frame, engine.spec.segment, self._rate_hz))
        if self._play:
            engine.start_transport(self._anchor)
        self._engine = engine

    def _retire_engine(self) -> EngineProcess | None:
        """Fetch the engine's last events and counts and take it out of use."""
        engine = self._engine
        if engine is not None:
            self._frame_at(time.monotonic_ns())
            self._fetch_events()
            self._past = self._past.plus(engine.counts)
            self._engine = None
        return engine

    # -- the watchdog thread ---------------------------------------------------------------

    def _watch(self) -> None:
        try:
            self._start(self._wanted_output(), READY_S)
            while not self._stop.wait(CHECK_S):
                try:
                    self._check_engine()
                except Exception as error:  # the watchdog itself must not die
                    self._detail = message("the watchdog met {error}", error=repr(error))
        finally:
            with self._lock:
                last = self._retire_engine()
            if last is not None:
                last.close()

    def _check_engine(self) -> None:
        now_ns = time.monotonic_ns()
        in_time = now_ns - self._checked_ns < STALE_NS // 2
        self._checked_ns = now_ns
        self._checks += 1
        engine = self._engine
        if engine is None:
            if now_ns >= self._next_retry_ns:
                self._start(self._wanted_output(), READY_AGAIN_S)
                self._next_retry_ns = time.monotonic_ns() + int(RETRY_S * NS_PER_S)
            return
        fault = engine.fault()
        if not fault and engine.is_stale(now_ns):
            # After a suspend or under heavy load every heartbeat looks old: believe it only at the
            # second check, and only if this thread itself was on time.
            if self._suspected and in_time:
                fault = engine.standstill
            self._suspected = in_time
        else:
            self._suspected = False
        if fault:
            self._replace(engine, fault)
        elif self._wanted_output() != engine.spec.output:
            self._replace(engine, NOTHING)
        elif self._checks % LOUDNESS_CHECKS == 0:
            master = engine.shared.newest_master(self._loudness.frames)
            self._lufs = None if master is None else self._loudness.lufs(master)
        elif not engine.on_device and engine.spec.output != NULL_OUTPUT:
            self._retry_device(engine)

    def _wanted_output(self) -> str:
        with self._lock:
            return self._output

    def _start(self, output: str, timeout_s: float) -> None:
        """Start an engine and install it; if it does not start, install a silent one."""
        engine = self._new_engine(output, timeout_s)
        if engine is None and output != NULL_OUTPUT and not self._stop.is_set():
            engine = self._new_engine(NULL_OUTPUT, timeout_s)
            if engine is not None:
                engine.spec = replace(engine.spec, output=output)
        if engine is not None:
            self._put_in_service(engine)

    def _new_engine(self, output: str, timeout_s: float) -> EngineProcess | None:
        engine = self._starter.start(output, self._segment, timeout_s, self._stop)
        if engine is None:
            self._detail = self._starter.problem
        return engine

    def _put_in_service(self, engine: EngineProcess) -> None:
        if engine.spec.rate_hz != self._loudness.rate_hz:
            self._loudness = LoudnessMeter(engine.spec.rate_hz)
        assert engine.ready is not None
        with self._lock:
            if engine.on_device:
                self._had_device = True
                self._detail = NOTHING
                if self._output == DEFAULT_OUTPUT:
                    # Keep this device from now on: the system's default may change.
                    self._output = engine.ready.device
                    engine.spec = replace(engine.spec, output=engine.ready.device)
            elif not self._had_device or not self._detail or engine.ready.offered_rate_hz:
                self._detail = engine.detail
            self._install(engine)
        self._installed_ns = time.monotonic_ns()
        self._started.set()

    def _replace(self, old: EngineProcess, fault: Message) -> None:
        """Kill the old engine (a device may allow one user only), then start another."""
        with self._lock:
            self._retire_engine()
            self._segment += 1
            self._detail = fault
            if fault and old.on_device:
                self._detail = message(
                    "{problem}: keeping time silently, looking for it", problem=fault
                )
        old.kill()
        # An engine that dies again and again must not overload the machine.
        short = time.monotonic_ns() - self._installed_ns < NS_PER_S
        self._early_deaths = self._early_deaths + 1 if short else 0
        if self._early_deaths > MAX_EARLY_DEATHS:
            self._stop.wait(RETRY_S / 2)
        self._next_retry_ns = 0
        self._start(self._wanted_output(), READY_AGAIN_S)

    def _retry_device(self, silent: EngineProcess) -> None:
        """If the missing device is back, switch to it; else keep the silent clock."""
        if self._starter.is_conforming():
            self._detail = self._starter.conforming_detail()
            self._next_retry_ns = 0  # the device is back: do not wait once the sounds are ready
            return
        if time.monotonic_ns() < self._next_retry_ns:
            return
        found = has_output(self._wanted_output(), READY_AGAIN_S)
        retry_s = RETRY_S if self._had_device else RETRY_NEVER_SEEN_S
        self._next_retry_ns = time.monotonic_ns() + int(retry_s * NS_PER_S)
        if not found:
            return
        with self._lock:
            self._segment += 1
        engine = self._new_engine(self._wanted_output(), READY_AGAIN_S)
        if engine is None:
            return
        if not engine.on_device:
            self._detail = engine.detail  # the device is back: say why it cannot be used
            engine.kill()
            return
        with self._lock:
            self._retire_engine()
        self._put_in_service(engine)
        silent.close()

"""The engine's process as the show sees it, with the watchdog that never lets the music end.

Threads. The show thread calls the methods of
:class:`~mwk_desktop.engine.protocol.EnginePort`; they take a lock that is never held while anything
is waited for. The watchdog thread starts engines, watches their heartbeat, replaces what is dead or
stuck, and looks for a lost device; it may block.

An engine is replaced, never repaired: PortAudio hangs or aborts when its sound server dies, and it
must not do that to the show. The transport is the wall clock's in between, so the new one enters in
phase.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mwk_desktop.engine.audio_callback import NS_PER_S
from mwk_desktop.engine.engine_mirror import EngineMirror
from mwk_desktop.engine.engine_process import STALE_NS, EngineProcess, EngineStartError
from mwk_desktop.engine.gains import Floats
from mwk_desktop.engine.loudness import LoudnessMeter
from mwk_desktop.engine.master_recorder import MasterRecordingMixin
from mwk_desktop.engine.output_devices import has_output
from mwk_desktop.engine.protocol import (
    CURVES,
    DEFAULT_OUTPUT,
    NULL_OUTPUT,
    EngineSpec,
    EngineStatus,
    Event,
    Launch,
    Ramp,
)
from mwk_desktop.engine.shared_memory import Heartbeat, SharedClips, SharedEngineState, StateSlot
from mwk_desktop.units import STRIPS

CHECK_S: Final = 0.03
"""How often the watchdog looks."""

LOUDNESS_CHECKS: Final = 4
"""The loudness is measured at every fourth look: eight times a second."""

READY_S: Final = 10.0
"""How long the first engine may take (a cold disk, a slow sound server)."""

READY_AGAIN_S: Final = 2.0
"""How long a replacement may take before a silent one takes over the clock."""

RETRY_S: Final = 1.0
"""How often a lost device is looked for."""

MAX_EARLY_DEATHS: Final = 3
"""Engines in a row that may die within their first second before the next one has to wait."""

RETRY_NEVER_SEEN_S: Final = 5.0
"""How often one is looked for that was never there (each look is a short process)."""


class EngineClient(MasterRecordingMixin):
    """An :class:`~mwk_desktop.engine.protocol.EnginePort` whose engine is a process of its own.

    Parameters
    ----------
    clips : ndarray of float32, shape (clips, loop_frames, 2), or SharedClips
        An array is copied once into shared memory.
    spec : EngineSpec
    wait_s : float
        How long to wait until the engine runs; 0 goes on at once (``state`` is ``starting``, and
        plans wait).

    Raises
    ------
    EngineStartError
        When it does not run after ``wait_s``. A missing device is no failure: the engine then runs
        silently and ``status().detail`` says why.
    """

    def __init__(
        self, clips: Floats | SharedClips, spec: EngineSpec, *, wait_s: float = READY_S
    ) -> None:
        self._clips = clips if isinstance(clips, SharedClips) else SharedClips.of(clips)
        self._spec = replace(spec, clips=self._clips.shape[0])
        super().__init__(spec.rate_hz)
        self._lock = threading.Lock()
        self._mirror = EngineMirror()
        self._events: list[Event] = []
        self._engine: EngineProcess | None = None
        self._segment = spec.segment
        self._output = spec.output
        self._had_device = False
        self._play = False
        self._anchor: Heartbeat | None = None
        self._detail = ""
        self._past_xruns = 0
        self._past_missed = 0
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
            raise EngineStartError(detail or f"the audio engine did not start within {wait_s:g} s")

    # -- EnginePort: the show thread -------------------------------------------------------

    def plan_launches(self, strip: int, launches: Sequence[Launch]) -> None:
        """Replace everything that is pending on the strip."""
        if not 0 <= strip < STRIPS:
            raise IndexError(f"there is no strip {strip}")
        for launch in launches:
            if not -1 <= launch.clip < self._clips.shape[0]:
                raise IndexError(f"there is no clip {launch.clip}")
        with self._lock:
            self._fetch_events()
            self._mirror.plan_launches(strip, launches)
            if self._engine is not None:
                self._engine.send(("launches", strip, list(launches)))

    def plan_ramps(self, curve: int, ramps: Sequence[Ramp]) -> None:
        """Replace everything that is pending on the curve."""
        if not 0 <= curve < CURVES:
            raise IndexError(f"there is no curve {curve}")
        with self._lock:
            self._fetch_events()
            self._mirror.plan_ramps(curve, ramps)
            if self._engine is not None:
                self._engine.send(("ramps", int(curve), list(ramps)))

    def events(self) -> list[Event]:
        """What happened since the last call, in order."""
        with self._lock:
            self._fetch_events()
            events = self._events
            self._events = []
            return events

    def status(self) -> EngineStatus:
        """The engine at its newest block; while it is replaced, where the transport stands."""
        with self._lock:
            engine = self._engine
            xruns, missed = self._past_xruns, self._past_missed
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
                    xruns=xruns,
                    missed=missed,
                    detail=self._detail,
                )
            return engine.status(xruns, missed, self._lufs, self._detail)

    def frame_now(self) -> int:
        """The transport frame of this moment: the newest block's plus the time since."""
        with self._lock:
            frame = self._frame_at(time.monotonic_ns())
            # A block that was asked for a little late must not turn the clock back.
            if not frame < self._reported_frame < frame + self._spec.rate_hz // 10:
                self._reported_frame = frame
            return self._reported_frame

    def wait_started(self, timeout_s: float) -> bool:
        """Wait until an engine has come up for the first time (not for the show thread's loop)."""
        return self._started.wait(timeout_s)

    def play(self) -> None:
        """Start the transport: ``start_frame`` is the first frame of the next block."""
        with self._lock:
            if not self._play:
                self._play = True
                if self._engine is not None:
                    self._engine.send(("play", None, 0))

    def choose_output(self, name: str) -> None:
        """Go on with another device (or :data:`NULL_OUTPUT`): the presenter's decision alone."""
        with self._lock:
            self._output = name
            self._had_device = False

    def _newest_state(self) -> SharedEngineState | None:
        with self._lock:
            return self._engine.shared if self._engine is not None else None

    def close(self) -> None:
        """End the recording, the engine, the watchdog and all memory; harmless when repeated."""
        self.stop_recording()
        self._stop.set()
        self._watchdog.join()

    # -- under the lock --------------------------------------------------------------------

    def _fetch_events(self) -> None:
        if self._engine is not None:
            for event in self._engine.shared.drain_events():
                self._mirror.apply_event(event)
                self._events.append(event)

    def _frame_at(self, now_ns: int) -> int:
        if self._engine is not None and self._engine.playing:
            self._anchor = self._engine.shared.heartbeat()
        if self._anchor is None:
            return self._spec.start_frame
        elapsed_ns = now_ns - self._anchor.time_ns
        return self._anchor.frame + elapsed_ns * self._spec.rate_hz // NS_PER_S

    def _install(self, engine: EngineProcess) -> None:
        """Make a ready engine the one that plays: all that its predecessor did and had to do."""
        frame = self._frame_at(time.monotonic_ns())
        engine.send_mirror(self._mirror, frame)
        if self._play:
            anchor = self._anchor
            engine.send(("play", *((anchor.frame, anchor.time_ns) if anchor else (None, 0))))
        self._engine = engine

    def _retire_engine(self) -> EngineProcess | None:
        """Take the engine out of use, with all it has to tell."""
        engine = self._engine
        if engine is not None:
            self._frame_at(time.monotonic_ns())
            self._fetch_events()
            self._past_xruns += int(engine.shared.ints[StateSlot.XRUNS])
            self._past_missed += int(engine.shared.ints[StateSlot.MISSED])
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
                    self._detail = f"the watchdog met {error!r}"
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
        fault = engine.fault(now_ns)
        if not fault and engine.is_stale(now_ns):
            # A machine that slept or starved us both makes every heartbeat look old: believe it
            # only at the second look, and only if we ourselves came in time.
            if self._suspected and in_time:
                fault = (
                    f"{engine.device} stands still" if engine.on_device else "the clock stood still"
                )
            self._suspected = in_time
        else:
            self._suspected = False
        if fault:
            self._replace(engine, fault)
        elif self._wanted_output() != engine.spec.output:
            self._replace(engine, "")
        elif self._checks % LOUDNESS_CHECKS == 0:
            master = engine.shared.newest_master(self._loudness.frames)
            self._lufs = None if master is None else self._loudness.lufs(master)
        elif not engine.on_device and engine.spec.output != NULL_OUTPUT:
            self._retry_device(engine)

    def _wanted_output(self) -> str:
        with self._lock:
            return self._output

    def _start(self, output: str, timeout_s: float) -> None:
        """Start an engine and put it to use; if it does not come up, a silent one."""
        engine = self._new_engine(output, timeout_s)
        if engine is None and output != NULL_OUTPUT and not self._stop.is_set():
            engine = self._new_engine(NULL_OUTPUT, timeout_s)
            if engine is not None:
                engine.spec = replace(engine.spec, output=output)
        if engine is not None:
            self._put_in_service(engine)

    def _new_engine(self, output: str, timeout_s: float) -> EngineProcess | None:
        spec = replace(self._spec, output=output, segment=self._segment)
        try:
            engine = EngineProcess(spec, self._clips)
        except OSError as error:
            self._detail = f"the engine's process cannot be started ({error})"
            return None
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline and not self._stop.is_set():
            if engine.wait_ready(0.05):
                return engine
            if not engine.process.is_alive():
                break
        self._detail = "the engine did not come up"
        engine.kill()
        return None

    def _put_in_service(self, engine: EngineProcess) -> None:
        with self._lock:
            assert engine.ready is not None
            if engine.on_device:
                self._had_device = True
                self._detail = ""
                if self._output == DEFAULT_OUTPUT:
                    # From here on it is this device: the system's default may become another.
                    self._output = engine.ready.device
                    engine.spec = replace(engine.spec, output=engine.ready.device)
            elif not self._had_device or not self._detail:
                self._detail = engine.ready.detail
            self._install(engine)
        self._installed_ns = time.monotonic_ns()
        self._started.set()

    def _replace(self, old: EngineProcess, fault: str) -> None:
        """Kill first (the device may allow one user only), then start anew at once."""
        with self._lock:
            self._retire_engine()
            self._segment += 1
            self._detail = fault and f"{fault}: keeping time silently, looking for it"
            if not old.on_device:
                self._detail = fault
        old.kill()
        # One that dies again and again must not take the machine with it.
        short = time.monotonic_ns() - self._installed_ns < NS_PER_S
        self._early_deaths = self._early_deaths + 1 if short else 0
        if self._early_deaths > MAX_EARLY_DEATHS:
            self._stop.wait(RETRY_S / 2)
        self._start(self._wanted_output(), READY_AGAIN_S)

    def _retry_device(self, silent: EngineProcess) -> None:
        """If the missing device is back, give it the music; else the silent clock goes on."""
        if time.monotonic_ns() < self._next_retry_ns:
            return
        output = self._wanted_output()
        found = has_output(output, READY_AGAIN_S)
        retry_s = RETRY_S if self._had_device else RETRY_NEVER_SEEN_S
        self._next_retry_ns = time.monotonic_ns() + int(retry_s * NS_PER_S)
        if not found:
            return
        with self._lock:
            self._segment += 1
        engine = self._new_engine(output, READY_AGAIN_S)
        if engine is None or not engine.on_device:
            if engine is not None:
                engine.kill()
            return
        with self._lock:
            self._retire_engine()
        self._put_in_service(engine)
        silent.close()

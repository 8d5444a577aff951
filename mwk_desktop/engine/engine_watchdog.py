"""An engine process under a watchdog, which replaces it when it dies, hangs or loses its device.

Threads. The watchdog thread starts engines, watches their heartbeat, replaces dead or stuck ones
and looks for a lost device; it may block. What it shares with the show thread is under a lock that
nobody holds while waiting.

An engine is replaced, never repaired: PortAudio hangs or aborts when its sound server dies, and
that must not stop the show. Meanwhile the transport follows the wall clock, so the new engine
starts in phase.
"""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from typing import Final

from mwk_desktop.engine.audio_callback import NS_PER_S
from mwk_desktop.engine.clip_tables import ClipTables
from mwk_desktop.engine.engine_mirror import EngineMirror
from mwk_desktop.engine.engine_process import STALE_NS, EngineCounts, EngineProcess
from mwk_desktop.engine.engine_start import EngineStarter
from mwk_desktop.engine.loudness import LoudnessMeter
from mwk_desktop.engine.output_devices import find_output
from mwk_desktop.engine.protocol import (
    DEFAULT_OUTPUT,
    NULL_OUTPUT,
    EngineSpec,
    PortEvent,
    SegmentBegan,
)
from mwk_desktop.engine.shared_memory import Heartbeat
from mwk_desktop.messages import NOTHING, Message, message
from mwk_desktop.platform.spawning import NotWantedError

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


class WatchedEngine:
    """The running engine, what its replacement needs to know, and the thread that watches.

    Parameters
    ----------
    spec : EngineSpec
        In transport frames, at the show's rate.
    tables : ClipTables
        The clips at the show's rate and at the output's.
    """

    def __init__(self, spec: EngineSpec, tables: ClipTables) -> None:
        self._spec = spec
        self._tables = tables
        self._starter = EngineStarter(self._spec, self._tables)
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

    def _start_watching(self) -> None:
        self._watchdog.start()

    def _end_watching(self) -> None:
        self._stop.set()
        self._watchdog.join()

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
            self._past = self._past.plus(engine.counts).plus(EngineCounts(replaced=1))
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
        problem = NOTHING
        if engine is None and output != NULL_OUTPUT and not self._stop.is_set():
            problem = message("{problem}: keeping time silently", problem=self._starter.problem)
            engine = self._new_engine(NULL_OUTPUT, timeout_s)
            if engine is not None:
                engine.spec = replace(engine.spec, output=output)
        if engine is not None:
            self._put_in_service(engine)
            if problem:
                self._detail = problem

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
        hung = self._starter.without_jack
        wanted = self._wanted_output()
        try:
            scan = find_output(
                wanted,
                READY_AGAIN_S,
                lambda: not self._stop.is_set() and self._wanted_output() == wanted,
            )
        except NotWantedError:
            return
        self._starter.without_jack = scan.hangs
        if scan.problem and (scan.hangs or hung):  # once it answers again, advice is out of date
            self._detail = message("{problem}: keeping time silently", problem=scan.problem)
        retry_s = RETRY_S if self._had_device else RETRY_NEVER_SEEN_S
        self._next_retry_ns = time.monotonic_ns() + int(retry_s * NS_PER_S)
        if not scan.devices:
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

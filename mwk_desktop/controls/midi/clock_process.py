"""Sends the musical clock to other machines, from a process of its own.

A thread of the program would wait for the interpreter while tweets are read; a process has its own.
Its main thread waits for the next tick or for a new line; nothing else runs in it. The process ends
when the program, and so the pipe, ends.
"""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from mwk_desktop import platform
from mwk_desktop.controls.midi.clock_line import CONTINUE, START, ClockLine, TickPlan
from mwk_desktop.controls.midi.jack_transport import JackTransport
from mwk_desktop.controls.midi.midi_ports import CLIENT, RtMidiSystem, device_name
from mwk_desktop.platform.spawning import PipeEnd

PORT: Final = "clock"
"""Our own port, to which others connect."""

_EARLY_S: Final = 0.001
"""The last millisecond before a tick is waited for in small steps."""

_LOOK_S: Final = 2.0
"""How often missing ports are looked for."""

_LAST_S: Final = 0.1
"""The library sends with the system's next block: the last message needs this long."""

_OFF_US: Final = 500.0
"""A Link session further off than this is put right."""


@dataclass(frozen=True, slots=True)
class ClockOptions:
    """What is sent, and where to. ``ports``: names, or parts of them; without any an own port is
    opened. ``resumes``: a process before this one has started the receivers."""

    midi: bool = True
    ports: tuple[str, ...] = ()
    system: str = ""
    link: bool = False
    jack: bool = False
    resumes: bool = False


@dataclass(frozen=True, slots=True)
class ClockReport:
    """What the process says: chosen ports that are missing, about Link, and why there is no JACK
    transport."""

    missing: tuple[str, ...] = ()
    link_problem: str = ""
    link_bpm: float = 0.0
    jack_problem: str = ""


def run_clock(connection: PipeEnd, options: ClockOptions) -> None:
    """Send the clock until the parent closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    platform.current.unblock_interrupts()
    platform.current.claim_control_priority()
    outputs = MidiOutputs(options) if options.midi else None
    link = LinkSession() if options.link else None
    transport = JackTransport() if options.jack else None
    plan, line = TickPlan(resumes=options.resumes), None
    looked_s, said = 0.0, ClockReport()
    while True:
        now_ns = time.monotonic_ns()
        wait_s = 0.1
        if line is not None and outputs is not None:
            wait_s = min(wait_s, (plan.due_ns(line, now_ns) - now_ns) / 1e9)
        try:
            if connection.poll(max(0.0, wait_s - _EARLY_S)):
                line = connection.recv()
                if line is None and outputs is not None:
                    outputs.send(plan.end())
                if link is not None:
                    link.follow(line)
                if transport is not None:
                    transport.follow(line)
        except (EOFError, OSError):
            if transport is not None:
                transport.close()
            if outputs is not None:
                outputs.send(plan.end())
                time.sleep(_LAST_S)
            os._exit(0)
        if line is not None and outputs is not None:
            due_ns = plan.due_ns(line, time.monotonic_ns())
            left_s = (due_ns - time.monotonic_ns()) / 1e9
            if left_s <= _EARLY_S:
                if left_s > 0.0:
                    time.sleep(left_s)
                messages = plan.messages_due(line, time.monotonic_ns())
                outputs.send(messages, plan.join_messages)
        if time.monotonic() - looked_s > _LOOK_S:
            looked_s = time.monotonic()
            missing = outputs.look() if outputs is not None else ()
            report = link.report(missing) if link is not None else ClockReport(missing)
            if transport is not None:
                report = replace(report, jack_problem=transport.look())
            if report != said:
                said = report
                with contextlib.suppress(OSError):
                    connection.send(report)


class MidiOutputs:
    """The ports that get the clock."""

    def __init__(self, options: ClockOptions) -> None:
        self._wanted = options.ports
        self._system = RtMidiSystem(options.system, may_wait=True)
        self._ports: dict[str, Any] = {}
        self._new: set[str] = set()
        self._own: Any = None

    def look(self) -> tuple[str, ...]:
        """Open what is there; returns what is missing."""
        names = self._system.output_names()
        if not self._wanted:
            self._open_own()
            return () if self._own is not None else (PORT,)
        missing = []
        for wanted in self._wanted:
            found = [name for name in names if wanted.casefold() in name.casefold()]
            if not found:
                missing.append(wanted)
                port = self._ports.pop(wanted, None)
                if port is not None:
                    port.close()
            elif wanted not in self._ports:
                try:
                    self._ports[wanted] = self._system.open_output(found[0])
                    self._new.add(wanted)
                except OSError:
                    missing.append(device_name(found[0]))
        return tuple(missing)

    def send(self, messages: list[bytes], join_messages: Sequence[bytes] = ()) -> None:
        """Send to every port; one that was opened meanwhile is brought in first, on a bar."""
        joining = self._new if join_messages or START in messages else set()
        for wanted, port in self._ports.items():
            if wanted in joining and CONTINUE not in messages:
                for message in join_messages:
                    port.send(message)
            for message in messages:
                port.send(message)
        self._new -= joining
        if self._own is not None:
            with contextlib.suppress(Exception):  # rtmidi's, where its server died
                for message in messages:
                    self._own.send_message(message)

    def _open_own(self) -> None:
        if self._own is None:
            with contextlib.suppress(OSError):
                self._own = self._system.open_own_output(f"{CLIENT} {PORT}", PORT)


class LinkSession:
    """Ableton Link: our beat and tempo for every program that takes part, start and stop shared."""

    def __init__(self) -> None:
        self._link: Any = None
        self.problem = ""
        self._bpm = 0.0
        self._seen_bpm = 0.0
        self._peers = 0
        try:
            import link
        except ImportError:
            self.problem = "music-with-kafka[link]"
            return
        self._link = link.Link(120.0)
        self._link.startStopSyncEnabled = True
        self._link.enabled = True

    def follow(self, line: ClockLine | None) -> None:
        """Move the session to our clock; another peer's tempo is noted, but not followed."""
        link = self._link
        if link is None:
            return
        state = link.captureSessionState()
        now_us = link.clock().micros()
        if line is None:
            if state.isPlaying():
                state.setIsPlaying(False, now_us)
                link.commitSessionState(state)
            return
        tempo = 60e9 / line.beat_ns
        beats = line.beats_at(time.monotonic_ns())
        if self._bpm and abs(state.tempo() - self._bpm) > 0.01:
            self._seen_bpm = state.tempo()
        off_us = (state.beatAtTime(now_us, 4.0) - beats) * line.beat_ns / 1000.0
        peers = int(link.numPeers())
        # A start is not told to those who join later: it is said again.
        joined, self._peers = peers > self._peers, peers
        starts = joined or not state.isPlaying()
        if starts or abs(off_us) > _OFF_US or abs(state.tempo() - tempo) > 0.001:
            state.setTempo(tempo, now_us)
            state.forceBeatAtTime(beats, now_us, 4.0)
            if starts:
                state.setIsPlaying(True, now_us)
            link.commitSessionState(state)
        self._bpm = tempo

    def report(self, missing: tuple[str, ...]) -> ClockReport:
        alone = self._link is None or not self._link.numPeers()
        return ClockReport(missing, self.problem, 0.0 if alone else round(self._seen_bpm, 1))

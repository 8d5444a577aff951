"""The worker that sends the musical clock: MIDI clock, Ableton Link, JACK's
transport.

Threads: the worker's thread reads the snapshot ten times a second, fits the clock's line through
what the engine says, and hands it to the clock's process, which it starts again if it died.
"""

from __future__ import annotations

import contextlib
import time
from dataclasses import replace
from multiprocessing.process import BaseProcess
from typing import ClassVar, Final

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.controls.midi.clock_line import ClockLine, LineFit
from mwk_desktop.controls.midi.clock_process import ClockOptions, ClockReport, run_clock
from mwk_desktop.controls.midi.jack_transport import NO_LIBRARY, NO_SERVER, OTHER_MASTER
from mwk_desktop.messages import message
from mwk_desktop.platform.spawning import SPAWN, PipeEnd, start_process
from mwk_desktop.show.show_client import ShowClient
from mwk_desktop.show.snapshot import Problem, ProblemKind, Snapshot, TransportState
from mwk_desktop.sounds.clip_parts import PHRASE_LOOPS

POINT_S: Final = 0.1
"""How often the line gets another point."""

FIRST_POINT_S: Final = 0.02
"""The first point comes sooner: bar 1 may be near."""


JACK_PROBLEMS: Final = {
    NO_SERVER: message("The clock finds no JACK server for its transport."),
    OTHER_MASTER: message(
        "Another program is JACK's timebase master: our bars are not told there."
    ),
    NO_LIBRARY: message("JACK's transport needs JACK's own library (libjack)."),
}


class ClockWorker(Worker):
    """Sends the clock of the running show.

    Parameters
    ----------
    options
        ``[clock]`` and ``[midi] system`` of the settings.
    show
        Whose snapshot tells where the music is.
    """

    idle_s: ClassVar[float | None] = FIRST_POINT_S

    def __init__(self, options: Options, show: ShowClient) -> None:
        super().__init__("clock")
        self._settings = options.settings.clock
        self._system = options.settings.midi.system
        self._show = show
        self._fit = LineFit()
        self._process: BaseProcess | None = None
        self._connection: PipeEnd | None = None
        self._report = ClockReport()
        self._delay_ms = 0.0
        self._show_ended = False
        self._next_point_s = 0.0
        self._runs = False  # what the process was told last

    def prepare(self) -> None:
        # Started now, so that the process is ready before the first bar.
        self._start_process(resumes=False)

    def close(self) -> None:
        super().close()
        self._end_process()

    def on_show_ending(self) -> None:
        super().on_show_ending()
        self._show_ended = True

    def on_idle(self) -> None:
        if self._process is not None and not self._process.is_alive():
            self._end_process()
            self._start_process(resumes=True)
        if self._show_ended:
            self._show_ended = False
            self._fit = LineFit()
            self._send(None)
            self._next_point_s = 0.0
        if time.monotonic() < self._next_point_s:
            return
        snapshot = self._show.snapshot() if self.running is not None else None
        if snapshot is None or not snapshot.transport.running:
            self._send(None)
            return
        transport = snapshot.transport
        if snapshot.engine.state != "restarting":  # then no block was asked for: a guess
            self._fit.add(transport.block_time_ns, transport.block_beats, transport.bpm)
        line = self._line(transport)
        if line is not None:
            self._next_point_s = time.monotonic() + POINT_S
            self._send(line)
        self._read_report()

    def _line(self, transport: TransportState) -> ClockLine | None:
        """The line as the room hears it: later by the output's latency and by the setting."""
        line = self._fit.line()
        # While an engine is replaced there is none: the next one has the last one's.
        self._delay_ms = transport.sound_delay_ms or self._delay_ms
        if line is None:
            return None
        return ClockLine(
            line.zero_ns + (self._delay_ms + self._settings.offset_ms) * 1e6,
            line.beat_ns,
            transport.beats_per_bar,
            PHRASE_LOOPS * transport.bars_per_loop * transport.beats_per_bar,
            transport.phrase_beats,
            transport.bpm,
            transport.graph_delay_ms * 1e6,
        )

    def _start_process(self, *, resumes: bool) -> None:
        settings = self._settings
        options = ClockOptions(
            settings.midi, settings.ports, self._system, settings.link, settings.jack, resumes
        )
        self._runs = False
        self._connection, theirs = SPAWN.Pipe()
        self._process = SPAWN.Process(
            target=run_clock, args=(theirs, options), name="mwk-clock", daemon=True
        )
        start_process(self._process)
        theirs.close()

    def _end_process(self) -> None:
        """End the pipe: the process then stops the receivers and ends."""
        connection, self._connection = self._connection, None
        process, self._process = self._process, None
        if connection is not None:
            connection.close()
        if process is not None:
            process.join(1.0)
            process.kill()
            process.join()

    def _send(self, line: ClockLine | None) -> None:
        """Hand over the line; None (sent once): there is no music."""
        if self._connection is None or (line is None and not self._runs):
            return
        self._runs = line is not None
        with contextlib.suppress(OSError):
            self._connection.send(line)

    def _read_report(self) -> None:
        with contextlib.suppress(EOFError, OSError):
            while self._connection is not None and self._connection.poll(0):
                self._report = self._connection.recv()

    def complete_snapshot(self, snapshot: Snapshot) -> Snapshot:
        """Add problems: what gets no clock, or another tempo in the Link session."""
        report, found = self._report, []
        if report.missing:
            names = ", ".join(report.missing)
            found.append(message("The clock has no MIDI port {name}.", name=names))
        if report.link_problem:
            extra = report.link_problem
            found.append(message("Ableton Link is not installed: pip install {extra}", extra=extra))
        if report.jack_problem:
            found.append(JACK_PROBLEMS[report.jack_problem])
        if report.link_bpm:
            text = message(
                "Another program set the Link tempo to {bpm:g}: the loops keep theirs.",
                bpm=report.link_bpm,
            )
            found.append(text)
        if not found:
            return snapshot
        problems = tuple(Problem(ProblemKind.OTHER, text) for text in found)
        return replace(snapshot, problems=(*snapshot.problems, *problems))

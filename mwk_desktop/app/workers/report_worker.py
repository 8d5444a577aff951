"""The worker behind the console's report: runs ``mwk report`` beside the show.

Threads: the report is made by a process of its own, behind all others, because it counts and
renders a whole night and the music must not notice. This worker's thread waits for it and reads how
far it is. It also opens what was written, which may take a system some seconds.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import IO, Any, ClassVar, Final

import msgspec

from mwk_desktop import platform
from mwk_desktop.app.run_options import Options
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.messages import NOTHING, Message, message, verbatim
from mwk_desktop.show.commands import WorkerRequest
from mwk_desktop.show.report_state import CloseReport, OpenReport, ReportState, WriteReport
from mwk_desktop.show.settings.origins import FLAG_OF_KEY
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import WorkersState

NICENESS: Final = 10

SHARES: Final[Mapping[str, tuple[float, float]]] = {
    "reading": (0.0, 0.1),
    "counting": (0.1, 0.5),
    "measuring": (0.5, 1.0),
}
"""The share of the work that each step is."""

PASSED_ON: Final = ("sounds.dir", "show.window_ms", "show.seed")
"""Options of this run that also decide what a recording without a show's log says."""

LIVE_KINDS: Final = ("live", "results")
"""Kinds of shows for which a report is offered at the end."""


def program_command() -> list[str]:
    """The command that starts this program: its own file if it is frozen, else Python."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "mwk_desktop"]


def share_after(line: bytes, before: float) -> float:
    """How much is done, after a line of ``mwk report --progress``: it never goes back."""
    try:
        said: Any = msgspec.json.decode(line)
    except ValueError:
        return before
    if not isinstance(said, dict) or said.get("type") != "progress":
        return before
    begin, end = SHARES.get(said["what"], (0.0, 0.0))
    return max(before, begin + (end - begin) * float(said["percent"]) / 100)


class ReportWorker(Worker):
    """Writes reports, one at a time, and offers one when a live show has ended.

    Parameters
    ----------
    options
        Of this run; the report is written with the same settings.
    recording
        Returns the file of the running wall-clock show; None: it is not recorded.
    """

    handles: ClassVar[tuple[type, ...]] = (WriteReport, OpenReport, CloseReport)

    def __init__(self, options: Options, recording: Callable[[], Path | None]) -> None:
        super().__init__("reporting")
        self._options = options
        self._recording = recording
        self._state = ReportState()
        self._offered: Path | None = None
        # Guards the process, which any thread may end, and the notice, which any may close.
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False
        self._closing = False

    def complete_state(self, state: WorkersState, snapshot: Snapshot) -> WorkersState:
        report, offered = self._state, self._offered
        if report == ReportState() and offered is not None:
            report = ReportState(recording=offered.name, offered=str(offered))
        return replace(state, report=report)

    def send(self, request: WorkerRequest) -> None:
        """Queue a request; a :class:`CloseReport` is obeyed at once, whatever is being written."""
        if isinstance(request, CloseReport):
            self._offered = None
            self._stop()
            with self._lock:
                self._state = ReportState()
        else:
            super().send(request)

    def on_show_ending(self) -> None:
        """Offer the report of a live show that was recorded."""
        if self.running is not None and self.running.kind in LIVE_KINDS:
            self._offered = self._recording()
        super().on_show_ending()

    def close(self) -> None:
        """End the thread, and a report that is being written."""
        self._closing = True
        self._stop()
        super().close()

    def handle_request(self, request: WorkerRequest) -> None:
        """Write a report, or open the one that was written."""
        if isinstance(request, WriteReport):
            self._write(request.path)
        elif isinstance(request, OpenReport) and self._state.path:
            self._open(Path(self._state.path), folder=request.folder)

    def on_failure(self, request: WorkerRequest, error: Exception) -> None:
        """Show why there is no report."""
        self._state = ReportState(problem=verbatim(f"{type(error).__name__}: {error}"))

    def _open(self, path: Path, *, folder: bool) -> None:
        system = platform.current
        opened = system.show_in_folder(path) if folder else system.open_file(path)
        problem = message("nothing here can open it: {path}", path=str(path))
        with self._lock:
            if self._state.path:  # else the notice was closed meanwhile
                self._state = replace(self._state, problem=NOTHING if opened else problem)

    def _write(self, path: Path | None) -> None:
        if path is None:
            running = self.running
            path = running.path if running is not None and running.path else self._recording()
        if path is None:
            problem = message("this show is not recorded, so there is nothing to report")
            self._state = ReportState(problem=problem)
            return
        self._offered, self._stopped = None, False
        folder = self._options.state_dir / "reports"
        output = folder / f"{path.name.split('.', 1)[0] or 'show'}.html"
        self._state = ReportState(recording=path.name, running=True)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            problem = self._run_program([*program_command(), *self._arguments(path, output)])
        except OSError as error:
            problem = verbatim(str(error))
        done = ReportState(recording=path.name, path="" if problem else str(output))
        self._state = ReportState() if self._stopped else replace(done, problem=problem)

    def _arguments(self, path: Path, output: Path) -> list[str]:
        options = self._options
        arguments = ["report", str(path.absolute()), "-o", str(output.absolute()), "--progress"]
        arguments += ["--json", "--yes", "--state-dir", str(options.state_dir)]
        if options.config is not None:
            arguments += ["--config", str(options.config)]
        if options.topic is not None:
            arguments += ["--topic", options.topic]
        for name in PASSED_ON:
            if name in options.flags:
                arguments += [FLAG_OF_KEY[name], str(options.flags[name])]
        return arguments

    def _run_program(self, command: list[str]) -> Message:
        """Run the program to its end; returns why it failed."""
        with tempfile.TemporaryFile() as errors:
            with self._lock:
                if self._stopped or self._closing:
                    return NOTHING
                process = subprocess.Popen(
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=errors,
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows only
                )
                self._process = process
            with process:
                platform.current.lower_priority(NICENESS, process.pid)
                assert process.stdout is not None
                self._follow(process.stdout)
            with self._lock:
                self._process = None
            if process.returncode == 0:
                return NOTHING
            errors.seek(0)
            said = errors.read().decode("utf-8", "replace").strip().splitlines()
            why = said[-1].removeprefix("mwk: ") if said else f"exit code {process.returncode}"
            return verbatim(why)

    def _follow(self, lines: IO[bytes]) -> None:
        for line in lines:
            share = share_after(line, self._state.share)
            if not self._stopped:
                self._state = replace(self._state, share=share)

    def _stop(self) -> None:
        with self._lock:
            self._stopped = True
            if self._process is not None:
                self._process.terminate()

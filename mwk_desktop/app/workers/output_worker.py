"""The worker for sound hardware: chooses outputs and records the master.

Threads: any thread sends and reads :attr:`OutputWorker.state`; neither waits. The worker's thread
carries out requests and watches a recording; it waits for disks and sound systems. The thread that
starts and ends shows attaches engines and detaches them; it waits until a file is complete.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import ClassVar, Protocol

from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.engine import output_devices
from mwk_desktop.messages import Message, message, verbatim
from mwk_desktop.show.commands import ChooseOutput, ListOutputs, RecordMaster, WorkerRequest
from mwk_desktop.show.snapshot import OutputList, OutputRow, Problem, ProblemKind, Snapshot

WATCH_S = 0.25
"""How often the worker checks whether the recording still runs."""

PROBLEM_S = 300.0
"""The console shows this long what went wrong, unless a new recording begins before."""

_log = logging.getLogger(__name__)


class EngineControls(Protocol):
    """What the worker needs of an engine; every call may wait."""

    @property
    def recording(self) -> bool: ...

    def start_recording(self, path: Path) -> None: ...

    def stop_recording(self) -> Message: ...

    def choose_output(self, name: str) -> None: ...

    def shift_transport(self, by_ms: float) -> None: ...


@dataclass(frozen=True, slots=True)
class OutputsState:
    """What the console shows of outputs and recording. Times are seconds of the worker's clock."""

    recording_since_s: float | None = None
    outputs: OutputList = field(default_factory=OutputList)
    problem: Problem | None = None
    problem_until_s: float = 0.0


class OutputWorker(Worker):
    """Chooses outputs and records the master of the engine that plays.

    Parameters
    ----------
    folder
        The folder of recordings; created when the first one begins.
    list_outputs
        Lists the outputs; may take seconds.
    now_s
        A monotonic clock, seconds.
    """

    handles: ClassVar[tuple[type, ...]] = (ChooseOutput, ListOutputs, RecordMaster)
    idle_s: ClassVar[float | None] = WATCH_S

    def __init__(
        self,
        folder: Path,
        list_outputs: Callable[[], output_devices.OutputScan] = output_devices.list_outputs,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__("outputs")
        self._folder = folder
        self._list_devices = list_outputs
        self._now_s = now_s
        self._engine: EngineControls | None = None
        self._path = Path()
        self._at_engine = threading.Lock()
        self._updating = threading.Lock()
        self.chosen = ""
        """The output that the presenter chose; later engines start with it."""
        self.first_recording: Path | None = None
        """The file that records the first show's master from its start (None: not recorded)."""
        self.state = OutputsState()

    # -- any thread ----------------------------------------------------------------------------

    def complete_snapshot(self, snapshot: Snapshot) -> Snapshot:
        """Add the outputs, the master's recording, and any problem with either."""
        state = self.state
        since_s, problem = state.recording_since_s, state.problem
        now_s = self._now_s()
        if problem is not None and now_s < state.problem_until_s:
            snapshot = replace(snapshot, problems=(*snapshot.problems, problem))
        return replace(
            snapshot,
            master_recorded_ms=None if since_s is None else int((now_s - since_s) * 1000),
            outputs=state.outputs,
        )

    # -- the thread that starts and ends shows -------------------------------------------------

    def attach_engine(self, engine: EngineControls, recording: Path | None = None) -> None:
        """Use this engine from now on; it may already be recording to that file."""
        with self._at_engine:
            self._engine = engine
            if recording is not None:
                self._path = recording
                self._update(recording_since_s=self._now_s())

    def detach_engine(self) -> None:
        """Complete the recording of an engine that is about to end."""
        with self._at_engine:
            problem = self._stop_recording()
            self._engine = None
        if problem is not None:
            print_stderr(problem.text)

    def shift_transport(self, by_ms: float) -> None:
        """Move the running engine's transport (any thread); nothing where none runs."""
        with self._at_engine:
            if self._engine is not None:
                self._engine.shift_transport(by_ms)

    def show_outputs(self, found: output_devices.OutputScan) -> None:
        """Publish the outputs that were found."""
        rows = (
            OutputRow(
                each.full_name,
                each.name,
                each.hostapi,
                each.rate_hz,
                each.is_default,
                each.channels,
            )
            for each in found.devices
        )
        self._update(outputs=OutputList(tuple(rows), found.problem))

    # -- the worker's thread -------------------------------------------------------------------

    def handle_request(self, request: WorkerRequest) -> None:
        """List or choose outputs, or record the master."""
        match request:
            case ListOutputs():
                self._refresh_outputs()
            case ChooseOutput(name):
                with self._at_engine:
                    self.chosen = name
                    if self._engine is not None:
                        self._engine.choose_output(name)
            case RecordMaster(record):
                with self._at_engine:
                    if record:
                        self._start_recording()
                    else:
                        self._stop_recording()

    def on_failure(self, request: WorkerRequest, error: Exception) -> None:
        """Show a bug as a problem."""
        self._show_problem(Problem(ProblemKind.SOUND, verbatim(f"{type(error).__name__}: {error}")))

    def _refresh_outputs(self) -> None:
        self._update(outputs=replace(self.state.outputs, looking=True))
        found = output_devices.OutputScan(problem=message("no answer"))
        try:
            found = self._list_devices()
        finally:
            self.show_outputs(found)

    def on_idle(self) -> None:
        """Report a recording that ended by itself (a full disk)."""
        with self._at_engine:
            engine = self._engine
            lost = self.state.recording_since_s is not None and engine and not engine.recording
            if lost:
                self._stop_recording()

    def _start_recording(self) -> None:
        engine = self._engine
        if engine is None or self.state.recording_since_s is not None:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._path = _unused(self._folder / time.strftime("master-%Y%m%d-%H%M%S.flac"))
            engine.start_recording(self._path)
        except OSError as error:
            text = message("The master is not recorded.")
            self._show_problem(Problem(ProblemKind.RECORDING, text, verbatim(str(error))))
            return
        self._update(recording_since_s=self._now_s(), problem=None)

    def _stop_recording(self) -> Problem | None:
        """Complete the file; returns (and shows) what went wrong."""
        if self._engine is None or self.state.recording_since_s is None:
            return None
        reason = self._engine.stop_recording()
        self._update(recording_since_s=None)
        if not reason:
            _log.info("the master's recording is in %s", self._path)
            return None
        problem = Problem(
            ProblemKind.RECORDING,
            message("The recording of the master ended, the show goes on."),
            message("{path}: {reason}", path=str(self._path), reason=reason),
        )
        self._show_problem(problem)
        return problem

    def _show_problem(self, problem: Problem) -> None:
        self._update(problem=problem, problem_until_s=self._now_s() + PROBLEM_S)

    def _update(self, **news: object) -> None:
        with self._updating:
            self.state = replace(self.state, **news)  # type: ignore[arg-type]


def _unused(path: Path) -> Path:
    """The path, or a similar one in the same folder that is still free."""
    candidate, number = path, 2
    while candidate.exists():
        candidate = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return candidate

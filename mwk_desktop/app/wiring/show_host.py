"""Holds the show behind the windows, and exchanges it for a recording, a topic, other sounds.

Threads: the main thread asks for snapshots and sends commands; neither waits. Requests to the
machine go to the worker that handles them (:mod:`mwk_desktop.app.workers.worker`). A *switch
thread* prepares the next show while this one plays on, then ends it and starts the other. If the
next show cannot be played, the console says so and the old show goes on; if it had already ended,
it is started again.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Final

from mwk_desktop.app.run_options import BadInput
from mwk_desktop.app.running_show import BUSY, RunningShow, StartShow
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.messages import Message, message_of, verbatim
from mwk_desktop.records.line_reader import RecordingError
from mwk_desktop.show.commands import Command, OpenRecording, WorkerRequest
from mwk_desktop.show.console_link import ConsoleLink
from mwk_desktop.show.snapshot import Problem, ProblemKind, Snapshot
from mwk_desktop.show.workers_state import WorkersState

_log = logging.getLogger(__name__)

PROBLEM_S: Final = 20.0
"""The console shows this long why another show could not be started."""

CANNOT: Final = (BadInput, RecordingError, OSError)
"""What preparing or starting a show raises if it cannot be played."""

PrepareReplay = Callable[[Path], StartShow]
"""Reads a recording and returns what starts its replay. Raises ``BadInput`` or
``RecordingError``."""


class ShowHost:
    """Holds the running show and the workers beside it; switches to another show.

    Parameters
    ----------
    prepare_replay
        Prepares a recording, on the switch thread.
    """

    def __init__(self, prepare_replay: PrepareReplay) -> None:
        self._prepare_replay = prepare_replay
        self.console_link = ConsoleLink()
        self._stack = ExitStack()
        self._running: RunningShow
        self._start_show: StartShow
        self._workers: tuple[Worker, ...] = ()
        self._by_request: dict[type, Worker] = {}
        self._offers: tuple[str, ...] = ()
        self._switching: threading.Thread | None = None
        self._one_at_a_time = threading.Lock()
        self._closed = False
        self._problem: Problem | None = None
        self._problem_until_s = 0.0

    def start(
        self, start_show: StartShow, workers: Sequence[Worker] = (), first: Sequence[Command] = ()
    ) -> None:
        """Start the first show, then the workers (main thread; nothing else before).

        Parameters
        ----------
        start_show
            Starts the show. Called again if a later show cannot be started.
        workers
            They start and end with the host.
        first
            Commands that restore the state of an earlier show.

        Raises
        ------
        BadInput
            The show cannot be started; nothing runs afterwards.
        """
        self._workers = tuple(workers)  # the host closes them even if nothing starts
        for worker in self._workers:
            worker.prepare()
        self._running = running = self._started(start_show)
        self._start_show = start_show
        for command in first:
            running.thread.send(command)
        self._by_request = {kind: worker for worker in workers for kind in worker.handles}
        self._offers = tuple(sorted(kind.__name__ for kind in (OpenRecording, *self._by_request)))
        for worker in self._workers:
            worker.start()
            worker.on_show_started(running)

    @property
    def failed(self) -> bool:
        """Whether a bug ended the current show."""
        return self._running.thread.failed

    def snapshot(self, *, asks_for_more: bool = True) -> Snapshot:
        """The newest snapshot of the running show (:meth:`ShowThread.snapshot`); never waits."""
        snapshot = self._running.thread.snapshot(asks_for_more=asks_for_more)
        state = WorkersState(
            offers=self._offers,
            lost_history=self._running.history_lost(),
            hands=self.console_link.hands.newest,
        )
        for worker in self._workers:
            snapshot = worker.complete_snapshot(snapshot)
            state = worker.complete_state(state, snapshot)
        problems = snapshot.problems
        problem = self._problem
        if problem is not None and time.monotonic() < self._problem_until_s:
            problems = (problem, *problems)
        return replace(snapshot, workers=state, problems=problems)

    def send(self, command: Command | WorkerRequest) -> None:
        """Send a presenter's command to the running show or to a worker; never waits."""
        if not isinstance(command, WorkerRequest):
            self._running.thread.send(command)
        elif isinstance(command, OpenRecording):
            self.open_recording(command.path)
        elif (worker := self._by_request.get(type(command))) is not None:
            worker.send(command)
        else:
            _log.warning("no worker handles %s", type(command).__name__)

    def wait_finished(self, timeout_s: float) -> bool:
        """Wait until the show has ended by itself."""
        return self._running.thread.wait_finished(timeout_s)

    def open_recording(self, path: Path) -> None:
        """Switch to a recording (returns at once)."""
        self.switch_to(lambda: self._prepare_replay(path), ProblemKind.RECORDING)

    def switch_to(self, prepare: Callable[[], StartShow], kind: ProblemKind) -> bool:
        """Switch to another show (any thread; returns at once).

        Parameters
        ----------
        prepare
            Prepares the show, on the switch thread while this show plays on. Raises ``BadInput`` or
            ``RecordingError`` if it cannot be played.
        kind
            What such a problem is about.

        Returns
        -------
        bool
            False if another switch is in progress: this request is dropped, and the console says
            so.
        """
        with self._one_at_a_time:
            if self._closed:
                return False
            if self.switching:
                self._show_message(ProblemKind.OTHER, BUSY)
                return False
            self._problem = None  # the result of an earlier request is out of date
            self._switching = threading.Thread(
                target=self._switch, args=(prepare, kind), name="switch", daemon=True
            )
            self._switching.start()
            return True

    @property
    def switching(self) -> bool:
        """Whether another show is being prepared or brought up (any thread)."""
        return self._switching is not None and self._switching.is_alive()

    def close(self) -> None:
        """End the workers and the running show (main thread; waits for a switch in progress)."""
        self._closed = True
        if self._switching is not None:
            self._switching.join(timeout=30)
        for worker in self._workers:
            worker.close()
        self._stack.close()

    def _switch(self, prepare: Callable[[], StartShow], kind: ProblemKind) -> None:
        try:
            start_show = prepare()
        except (BadInput, RecordingError) as error:
            self._show_message(kind, message_of(error))
            return
        except Exception as error:  # even a bug there must be reported here
            _log.exception("another show could not be prepared")
            self._show_message(kind, verbatim(f"{type(error).__name__}: {error}"))
            return
        if self._closed:
            return
        # One show at a time: some sound cards allow only one program.
        self._tell_workers(lambda worker: worker.on_show_ending())
        try:
            self._stack.close()
        except Exception:  # the next show must start whatever the old one left behind
            _log.exception("the show did not end cleanly")
        try:
            running = self._started(start_show)
        except Exception as error:  # silence is worse than any bug: the old show starts again
            self._show_failure(kind, error)
            try:
                running = self._started(self._start_show)
            except Exception as again:
                # The old show is gone; its last snapshot stays, and the console says why.
                self._show_failure(kind, again)
                return
        else:
            self._start_show = start_show
        self._running = running
        self._tell_workers(lambda worker: worker.on_show_started(running))

    def _tell_workers(self, tell: Callable[[Worker], None]) -> None:
        """Tell every worker, even if one of them fails."""
        for worker in self._workers:
            try:
                tell(worker)
            except Exception:
                _log.exception("a worker failed when shows changed")

    def _show_failure(self, kind: ProblemKind, error: Exception) -> None:
        if isinstance(error, CANNOT):
            self._show_message(kind, message_of(error))
        else:
            _log.error("another show could not be started", exc_info=error)
            self._show_message(kind, verbatim(f"{type(error).__name__}: {error}"))

    def _started(self, start_show: StartShow) -> RunningShow:
        """Start a show; if that fails, everything it had begun is ended."""
        stack = self._stack = ExitStack()
        try:
            return start_show(stack)
        except BaseException:
            stack.close()
            raise

    def _show_message(self, kind: ProblemKind, text: Message) -> None:
        self._problem, self._problem_until_s = Problem(kind, text), time.monotonic() + PROBLEM_S

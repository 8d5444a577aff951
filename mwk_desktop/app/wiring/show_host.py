"""The show behind the windows, which can become another one: a recording, a topic, other sounds.

Threads: the main thread asks for snapshots and sends commands, neither waits; what is asked of the
machine goes to the worker that handles it (:mod:`mwk_desktop.app.workers.worker`). A *switch
thread* prepares the next show while this one plays on, then ends it and starts the other. What
cannot be played is said in the console, and the show goes on, or, where it had to end first, is
started again.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from mwk_desktop.app.run_options import BadInput
from mwk_desktop.app.running_show import BUSY, RunningShow, StartShow
from mwk_desktop.app.workers.output_worker import OutputWorker
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.records.line_reader import RecordingError
from mwk_desktop.show.commands import Command, OpenRecording, WorkerRequest
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import WorkersState

_log = logging.getLogger(__name__)

SAID_S = 20.0
"""How long the console says why another show could not be begun."""

CANNOT = (BadInput, RecordingError, OSError)
"""What a show raises that cannot be begun."""

PrepareReplay = Callable[[Path], StartShow]
"""Looks through a recording and returns what begins its replay. Raises ``BadInput`` or
``RecordingError``."""


class ShowHost:
    """The running show, whichever it is.

    Parameters
    ----------
    running, stack
        The show that runs, and what ends it.
    prepare_replay
        Makes a recording ready, on the switch thread.
    desk
        Carries out what is asked of the machine; it starts and ends with the switch, and knows the
        engine of the show that runs.
    attendants
        The other workers; they start and end with the switch.
    begin
        What began the show that runs: it is begun anew where the next one cannot be. None: the
        console then keeps its last picture, and says why.
    """

    def __init__(
        self,
        running: RunningShow,
        stack: ExitStack,
        prepare_replay: PrepareReplay,
        desk: OutputWorker,
        attendants: Sequence[Worker] = (),
        begin: StartShow | None = None,
    ) -> None:
        self._running = running
        self._stack = stack
        self._prepare_replay = prepare_replay
        self._desk = desk
        self._begin = begin
        self._attendants = tuple(attendants)
        self._by_request = {kind: each for each in attendants for kind in each.handles}
        kinds = (OpenRecording, *self._by_request)
        self._offers = tuple(sorted(kind.__name__ for kind in kinds))
        self._desk.start()
        for attendant in self._attendants:
            attendant.start()
            attendant.show_begins(running)
        self._switching: threading.Thread | None = None
        self._one_at_a_time = threading.Lock()
        self._closed = False
        self._said = ""
        self._said_until_s = 0.0

    @property
    def failed(self) -> bool:
        """Whether a bug ended the show that runs now."""
        return self._running.thread.failed

    def snapshot(self) -> Snapshot:
        """The newest snapshot of the show that runs; never waits."""
        snapshot = self._desk.seen(self._running.thread.snapshot())
        desk = WorkersState(offers=self._offers, lost_history=self._running.history_lost())
        for attendant in self._attendants:
            desk = attendant.seen(desk, snapshot)
        problems = snapshot.problems
        if self._said and time.monotonic() < self._said_until_s:
            problems = (self._said, *problems)
        return replace(snapshot, workers=desk, problems=problems)

    def send(self, command: Command | WorkerRequest) -> None:
        """A presenter's command to the show that runs, the desk or a worker; never waits."""
        if not isinstance(command, WorkerRequest):
            self._running.thread.send(command)
        elif isinstance(command, OpenRecording):
            self.open_recording(command.path)
        else:
            self._by_request.get(type(command), self._desk).send(command)

    def wait_finished(self, timeout_s: float) -> bool:
        """Wait until the show has ended by itself."""
        return self._running.thread.wait_finished(timeout_s)

    def open_recording(self, path: Path) -> None:
        """Go on with a recording (returns at once)."""
        self.go_on_with(lambda: self._prepare_replay(path))

    def go_on_with(self, prepare: Callable[[], StartShow]) -> bool:
        """Go on with another show (any thread; returns at once).

        ``prepare`` runs on the switch thread while this show plays on; it raises ``BadInput`` or
        ``RecordingError`` for what cannot be played. A second wish meanwhile is dropped, and that
        is said: False.
        """
        with self._one_at_a_time:
            if self._closed:
                return False
            if self._switching is not None and self._switching.is_alive():
                self._say(BUSY)
                return False
            self._said = ""  # what an earlier wish came to is no news any more
            self._switching = threading.Thread(
                target=self._open, args=(prepare,), name="switch", daemon=True
            )
            self._switching.start()
            return True

    def close(self) -> None:
        """End the show that runs (main thread; waits for a switch under way)."""
        self._closed = True
        if self._switching is not None:
            self._switching.join(timeout=30)
        for attendant in self._attendants:
            attendant.close()
        self._stack.close()
        self._desk.close()

    def _open(self, prepare: Callable[[], StartShow]) -> None:
        try:
            begin = prepare()
        except (BadInput, RecordingError) as error:
            self._say(str(error))
            return
        except Exception as error:  # a bug there must not be silence here
            _log.exception("another show could not be made ready")
            self._say(f"{type(error).__name__}: {error}")
            return
        if self._closed:
            return
        # One show at a time: a sound card may be for one only.
        for attendant in self._attendants:
            attendant.show_ends()
        self._stack.close()
        try:
            running = self._begun(begin)
        except CANNOT as error:
            self._say(str(error))
            back = self._begun_again()
            if back is None:
                # The old show is gone; its last picture stays, and the console says why.
                return
            running = back
        else:
            self._begin = begin
        self._running = running
        for attendant in self._attendants:
            attendant.show_begins(running)

    def _begun(self, begin: StartShow) -> RunningShow:
        """A show that has begun; whatever it started is ended again where it could not."""
        stack = self._stack = ExitStack()
        try:
            return begin(stack)
        except BaseException:
            stack.close()
            raise

    def _begun_again(self) -> RunningShow | None:
        """The show that ran before; None where it cannot be begun any more."""
        if self._begin is None:
            return None
        try:
            return self._begun(self._begin)
        except CANNOT:
            return None

    def _say(self, text: str) -> None:
        self._said, self._said_until_s = text, time.monotonic() + SAID_S

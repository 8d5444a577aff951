"""Workers beside a running show: each carries out its kinds of request, off every other thread.

Threads: any thread sends and reads what a worker knows, neither waits. Each worker has a thread of
its own, which may wait for a disk, a network or a sound system. The thread that begins and ends
shows (main, or the switch thread) tells every worker which show runs.
"""

from __future__ import annotations

import logging
import queue
import threading
from typing import ClassVar

from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.show.commands import WorkerRequest
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import WorkersState

CLOSE_S = 5.0
"""How long the end of the program waits for a worker that is in the middle of something."""

_log = logging.getLogger(__name__)


class Worker:
    """One thread that carries out requests in order, beside whichever show runs.

    A subclass names its kinds of request in :attr:`handles` and carries out one at a time in
    :meth:`handle_request` (worker thread, may wait). It publishes what it knows in
    :meth:`complete_state` or :meth:`complete_snapshot` (any thread, must not wait). Between
    requests :meth:`on_idle` is called, every :attr:`idle_s` seconds where that is set.
    """

    handles: ClassVar[tuple[type, ...]] = ()
    idle_s: ClassVar[float | None] = None

    def __init__(self, name: str) -> None:
        self._name = name
        self._requests: queue.SimpleQueue[WorkerRequest | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self.running: RunningShow | None = None

    def start(self) -> None:
        self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End the thread; what it is doing is finished first, within :data:`CLOSE_S`."""
        if self._thread is not None:
            self._requests.put(None)
            self._thread.join(timeout=CLOSE_S)

    def send(self, request: WorkerRequest) -> None:
        """Ask for something; never waits."""
        self._requests.put(request)

    def on_show_started(self, running: RunningShow) -> None:
        """A show runs from now on (the thread that starts shows)."""
        self.running = running

    def on_show_ending(self) -> None:
        """The show is about to end, to be followed by another one (the same thread)."""
        self.running = None

    def complete_snapshot(self, snapshot: Snapshot) -> Snapshot:
        """The show's snapshot with what this worker knows (any thread, must not wait)."""
        return snapshot

    def complete_state(self, state: WorkersState, snapshot: Snapshot) -> WorkersState:
        """The workers' state with what this worker knows (any thread, must not wait)."""
        return state

    def handle_request(self, request: WorkerRequest) -> None:
        """One request, on the worker's thread; nobody sends what is not in :attr:`handles`."""

    def on_failure(self, request: WorkerRequest, error: Exception) -> None:
        """A bug in carrying out: a subclass may say so where people see it."""

    def on_idle(self) -> None:
        """Between requests, on the worker's thread."""

    def _run(self) -> None:
        while True:
            try:
                request = self._requests.get(timeout=self.idle_s)
            except queue.Empty:
                request = None
            else:
                if request is None:
                    return
            try:
                if request is None:
                    self.on_idle()
                else:
                    self.handle_request(request)
            except Exception as error:  # one request that fails must not end all later ones
                # Its kind only: what was asked may hold what belongs in no log.
                _log.exception("%s could not do %s", self._name, type(request).__name__)
                if request is not None:
                    self.on_failure(request, error)

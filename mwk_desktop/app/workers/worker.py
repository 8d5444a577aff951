"""The base class of workers: each carries out its kinds of request on a thread of its own.

Threads: any thread sends requests and reads what a worker knows; neither waits. A worker's own
thread may wait for a disk, a network or a sound system. The thread that starts and ends shows
(main, or the switch thread) tells every worker which show runs.
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
"""At its end the program waits this long for a busy worker."""

_log = logging.getLogger(__name__)


class Worker:
    """A thread beside the running show that carries out requests in order.

    A subclass names its kinds of request in :attr:`handles` and carries out one at a time in
    :meth:`handle_request` (worker thread, may wait). It publishes what it knows in
    :meth:`complete_state` or :meth:`complete_snapshot` (any thread, must not wait). Between
    requests :meth:`on_idle` is called, every :attr:`idle_s` seconds if that is set.
    """

    handles: ClassVar[tuple[type, ...]] = ()
    idle_s: ClassVar[float | None] = None

    def __init__(self, name: str) -> None:
        self._name = name
        self._requests: queue.SimpleQueue[WorkerRequest | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self.running: RunningShow | None = None

    def prepare(self) -> None:
        """Called before the first show starts (main thread), for what must be ready with it."""

    def start(self) -> None:
        self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End the thread, after it finishes its current request; waits :data:`CLOSE_S` at most."""
        if self._thread is not None:
            self._requests.put(None)
            self._thread.join(timeout=CLOSE_S)

    def send(self, request: WorkerRequest) -> None:
        """Queue a request; never waits."""
        self._requests.put(request)

    def on_show_started(self, running: RunningShow) -> None:
        """Called when a show has started (on the thread that starts shows)."""
        self.running = running

    def on_show_ending(self) -> None:
        """Called when the show is about to end and another will follow (same thread)."""
        self.running = None

    def complete_snapshot(self, snapshot: Snapshot) -> Snapshot:
        """Add what this worker knows to the show's snapshot (any thread, must not wait)."""
        return snapshot

    def complete_state(self, state: WorkersState, snapshot: Snapshot) -> WorkersState:
        """Add what this worker knows to the workers' state (any thread, must not wait)."""
        return state

    def handle_request(self, request: WorkerRequest) -> None:
        """Carry out one request on the worker's thread; only kinds in :attr:`handles` come here."""

    def on_failure(self, request: WorkerRequest, error: Exception) -> None:
        """Called when a request failed by a bug; a subclass may show it to people."""

    def on_idle(self) -> None:
        """Called between requests, on the worker's thread."""

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
            except Exception as error:  # a failed request must not end all later ones
                # Only its kind: a request may hold what does not belong in a log.
                what = "its regular work" if request is None else type(request).__name__
                _log.exception("%s could not do %s", self._name, what)
                if request is not None:
                    self.on_failure(request, error)

"""Workers beside a running show: each carries out its kinds of request, off every other thread.

Threads: any thread sends and reads what a worker knows, neither waits. Each worker has a thread of
its own, which may wait for a disk, a network or a sound system. The thread that begins and ends
shows (main, or the switch thread) tells every attendant which show runs.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Protocol

from mwk_desktop.show.commands import WorkerRequest
from mwk_desktop.show.drivers.threads import ShowThread
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import WorkersState

CLOSE_S = 5.0
"""How long the end of the program waits for a worker that is in the middle of something."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Running:
    """The show that runs, for those beside it.

    ``kind``: demo, live or replay. ``kafka`` and ``topic``: of a live show. ``resolve_lost``: tells
    a live source what to do about lost history (``oldest`` or ``now``).
    """

    kind: str
    thread: ShowThread
    kafka: Mapping[str, Any] = field(default_factory=dict)
    topic: str = ""
    path: Path | None = None
    """The recording of a replay."""
    resolve_lost: Callable[[str], None] | None = None
    history_lost: Callable[[], bool] = lambda: False


class Attendant(Protocol):
    """What a :class:`~mwk_desktop.app.switch.Switch` needs of a worker."""

    @property
    def handles(self) -> tuple[type, ...]: ...

    def start(self) -> None: ...

    def close(self) -> None: ...

    def send(self, request: WorkerRequest) -> None: ...

    def seen(self, desk: WorkersState, snapshot: Snapshot) -> WorkersState:
        """The desk's state with what this worker knows (any thread; never waits)."""

    def show_begins(self, running: Running) -> None: ...

    def show_ends(self) -> None: ...


class Worker:
    """An attendant with one thread that carries out requests in order.

    A subclass that is asked for something sets :attr:`handles` and carries out one request in
    :meth:`carry_out` (worker thread, may wait). It adds what it knows in :meth:`seen` (any thread,
    must not wait). :meth:`idle` is called between requests, every :attr:`idle_s` seconds where that
    is set.
    """

    handles: ClassVar[tuple[type, ...]] = ()
    idle_s: ClassVar[float | None] = None

    def __init__(self, name: str) -> None:
        self._name = name
        self._requests: queue.SimpleQueue[WorkerRequest | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self.running: Running | None = None

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

    def show_begins(self, running: Running) -> None:
        self.running = running

    def show_ends(self) -> None:
        self.running = None

    def seen(self, desk: WorkersState, snapshot: Snapshot) -> WorkersState:
        return desk

    def carry_out(self, request: WorkerRequest) -> None:
        """One request, on the worker's thread; nobody sends what is not in :attr:`handles`."""

    def failed(self, request: WorkerRequest, error: Exception) -> None:
        """A bug in carrying out: a subclass may say so where people see it."""

    def idle(self) -> None:
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
                    self.idle()
                else:
                    self.carry_out(request)
            except Exception as error:  # one request that fails must not end all later ones
                # Its kind only: what was asked may hold what belongs in no log.
                _log.exception("%s could not do %s", self._name, type(request).__name__)
                if request is not None:
                    self.failed(request, error)

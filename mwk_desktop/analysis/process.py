"""The query process: DuckDB behind a pipe.

Threads: the *main thread* takes in rows and answers queries, one after the other; it blocks for as
long as a query runs. The *listener* reads the pipe: it stops a running query when asked to, and
ends the process when the other end has gone. Whoever started the process kills it where neither
helps.
"""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mwk_desktop.analysis.refusals import STOPPED, QueryError
from mwk_desktop.analysis.rows import unpack
from mwk_desktop.analysis.spool import read_spool

if TYPE_CHECKING:
    from mwk_desktop.analysis.database import Database

WAITING: Final = 8
"""Messages that wait for the main thread: what packed rows hold in memory here."""

BEYOND_MB: Final = 768
"""Address space beyond DuckDB's own limit: its code, Python, numpy, and what a query takes without
asking DuckDB's memory manager."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the query process may use. ``memory_mb``: working memory, ``disk_mb``: disk for what
    does not fit in it, ``threads``: of the processor, ``niceness``: how far behind the music."""

    memory_mb: int = 256
    disk_mb: int = 1024
    threads: int = 1
    niceness: int = 10


@dataclass(frozen=True, slots=True)
class Feed:
    """Packed rows (:func:`mwk_desktop.analysis.rows.pack`)."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Spool:
    """Rows are in this file, complete up to ``size_bytes``; read it before the next query."""

    generation: int
    path: Path
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Ask:
    """A query; its answers carry ``serial``."""

    serial: int
    text: str
    timeout_s: float
    most_rows: int | None


@dataclass(frozen=True, slots=True)
class Stop:
    """Stop this query, whether it runs or waits; no other one."""

    serial: int


@dataclass(frozen=True, slots=True)
class Head:
    serial: int
    columns: tuple[str, ...]
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    serial: int
    rows: list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A sign of life while rows are taken in: so many tweets by now."""

    tweets: int


@dataclass(frozen=True, slots=True)
class Began:
    """All rows are there; the query's own time begins."""

    serial: int


@dataclass(frozen=True, slots=True)
class Done:
    """The last of an answer; ``error`` where there is none. Serial 0: not of a query."""

    serial: int
    row_count: int = 0
    took_ms: float = 0.0
    tweets: int = 0
    error: str = ""
    at: int = -1
    fatal: bool = False


Message = Head | Part | Reading | Began | Done
"""What the process says."""


def main(connection: Connection, folder: Path, limits: Limits) -> None:
    """Run until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the other process's business
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    if limits.niceness:
        with suppress(OSError, AttributeError):
            os.nice(limits.niceness)
    _limit_memory(limits.memory_mb + BEYOND_MB)
    try:
        from mwk_desktop.analysis.database import Database

        database = Database(folder, limits)
    except Exception as error:  # whatever it is, the other side can say it
        _send(connection, Done(0, error=f"SQL cannot start: {error}".splitlines()[0]))
        os._exit(1)
    _send(connection, Done(0))
    _Server(connection, database).run()


class _Server:
    def __init__(self, connection: Connection, database: Database) -> None:
        self._connection = connection
        self._database = database
        self._inbox: queue.Queue[Feed | Spool | Ask] = queue.Queue(WAITING)
        self._lock = threading.Lock()
        self._serial = 0
        self._stop = Stop(0)

    def run(self) -> None:
        threading.Thread(target=self._listen, name="listener", daemon=True).start()
        while True:
            message = self._inbox.get()
            serial = message.serial if isinstance(message, Ask) else 0
            try:
                self._carry_out(message)
            except QueryError as error:
                done = Done(serial, error=str(error), at=error.at, fatal=error.fatal)
                _send(self._connection, done)
            except Exception as error:  # a bug, a full disk: said instead of an answer
                said = f"{type(error).__name__}: {error}".splitlines()[0]
                _send(self._connection, Done(serial, error=said))

    def _listen(self) -> None:
        while True:
            try:
                message = self._connection.recv()
            except (EOFError, OSError):
                # Nobody is there any more. Not sys.exit: a query would hold that up.
                os._exit(0)
            if isinstance(message, Stop):
                with self._lock:
                    self._stop = message
                    if message.serial == self._serial:
                        self._database.interrupt(STOPPED)
            else:
                self._inbox.put(message)

    def _carry_out(self, message: Feed | Spool | Ask) -> None:
        database = self._database
        if isinstance(message, Feed):
            database.add(unpack(message.data))
            _send(self._connection, Reading(database.tweets))
        elif isinstance(message, Spool):
            self._read(message)
        else:
            database.flush()
            _send(self._connection, Began(message.serial))
            with self._lock:
                self._serial = message.serial
                if self._stop.serial == message.serial:
                    raise QueryError(STOPPED)
            try:
                self._answer(message)
            finally:
                with self._lock:
                    self._serial = 0

    def _read(self, spool: Spool) -> None:
        database = self._database
        if spool.generation != database.generation:
            database.begin(spool.generation)
        if spool.size_bytes <= database.position:
            return
        for events, position in read_spool(spool.path, database.position, spool.size_bytes):
            database.add(events, position)
            _send(self._connection, Reading(database.tweets))
        database.flush()

    def _answer(self, ask: Ask) -> None:
        def on_columns(names: Sequence[str], types: Sequence[str]) -> None:
            _send(self._connection, Head(ask.serial, tuple(names), tuple(types)))

        def on_rows(rows: list[tuple[Any, ...]]) -> None:
            _send(self._connection, Part(ask.serial, rows))

        done = self._database.ask(ask.text, ask.timeout_s, ask.most_rows, on_columns, on_rows)
        _send(self._connection, Done(ask.serial, done.row_count, done.took_ms, done.tweets))


def _send(connection: Connection, message: Message) -> None:
    try:
        connection.send(message)
    except OSError:
        os._exit(0)  # nobody is there any more


def _limit_memory(megabytes: int) -> None:
    """What DuckDB's own limit does not see ends in an error here, not in a machine that swaps."""
    if sys.platform == "linux":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        soft = megabytes << 20
        if hard != resource.RLIM_INFINITY:
            soft = min(soft, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))

"""The query process: DuckDB behind a pipe.

Threads: the *main thread* loads rows and runs queries, one after another; it blocks while a query
runs. The *listener* reads the pipe: it stops a running query on request and ends the process when
the client is gone. If neither works, the client kills the process.
"""

from __future__ import annotations

import os
import queue
import signal
import threading
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mwk_desktop import platform
from mwk_desktop.analysis.counted_rows import unpack
from mwk_desktop.analysis.query_errors import STOPPED, QueryError
from mwk_desktop.analysis.query_messages import (
    AnswerDone,
    AnswerHead,
    AnswerRows,
    AskQuery,
    CancelQuery,
    FeedRows,
    QueryBegan,
    QueryLimits,
    QueryReply,
    ReadSpool,
    RowsLoaded,
)
from mwk_desktop.analysis.spool import read_spool
from mwk_desktop.messages import message, verbatim

if TYPE_CHECKING:
    from mwk_desktop.analysis.query_database import QueryDatabase

WAITING: Final = 8
"""Most messages that wait for the main thread; limits the memory of packed rows."""

BEYOND_MB: Final = 768
"""Address space in MB beyond DuckDB's own limit: for code, Python, numpy, and allocations outside
DuckDB's memory manager."""


def main(connection: Connection, folder: Path, limits: QueryLimits) -> None:
    """Run until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent process handles Ctrl+C
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    if limits.niceness:
        platform.current.lower_priority(limits.niceness)
    # Memory outside DuckDB's limit must fail with an error and not make the machine swap.
    platform.current.limit_data_memory((limits.memory_mb + BEYOND_MB) << 20)
    try:
        from mwk_desktop.analysis.query_database import QueryDatabase

        database = QueryDatabase(folder, limits)
    except Exception as error:  # whatever it is, the client can report it
        _send(
            connection,
            AnswerDone(0, error=message("SQL cannot start: {why}", why=_first_line(error))),
        )
        os._exit(1)
    _send(connection, AnswerDone(0))
    _Server(connection, database).run()


class _Server:
    def __init__(self, connection: Connection, database: QueryDatabase) -> None:
        self._connection = connection
        self._database = database
        self._inbox: queue.Queue[FeedRows | ReadSpool | AskQuery] = queue.Queue(WAITING)
        self._lock = threading.Lock()
        self._serial = 0
        self._stop = CancelQuery(0)

    def run(self) -> None:
        threading.Thread(target=self._listen, name="listener", daemon=True).start()
        while True:
            order = self._inbox.get()
            serial = order.serial if isinstance(order, AskQuery) else 0
            try:
                self._carry_out(order)
            except QueryError as error:
                done = AnswerDone(serial, error=error.message, at=error.at, fatal=error.fatal)
                _send(self._connection, done)
            except Exception as error:  # a bug or a full disk: reported instead of an answer
                text = verbatim(f"{type(error).__name__}: {_first_line(error)}")
                _send(self._connection, AnswerDone(serial, error=text))

    def _listen(self) -> None:
        while True:
            try:
                order = self._connection.recv()
            except (EOFError, OSError):
                # The client is gone. Not sys.exit: a query would delay it.
                os._exit(0)
            if isinstance(order, CancelQuery):
                with self._lock:
                    self._stop = order
                    if order.serial == self._serial:
                        self._database.interrupt(STOPPED)
            else:
                self._inbox.put(order)

    def _carry_out(self, order: FeedRows | ReadSpool | AskQuery) -> None:
        database = self._database
        if isinstance(order, FeedRows):
            database.add(unpack(order.data))
            _send(self._connection, RowsLoaded(database.tweets))
        elif isinstance(order, ReadSpool):
            self._read(order)
        else:
            database.flush()
            _send(self._connection, QueryBegan(order.serial))
            with self._lock:
                self._serial = order.serial
                if self._stop.serial == order.serial:
                    raise QueryError(STOPPED)
            try:
                self._answer(order)
            finally:
                with self._lock:
                    self._serial = 0

    def _read(self, spool: ReadSpool) -> None:
        database = self._database
        if spool.generation != database.generation:
            database.begin(spool.generation)
        if spool.size_bytes <= database.position:
            return
        for events, position in read_spool(spool.path, database.position, spool.size_bytes):
            database.add(events, position)
            _send(self._connection, RowsLoaded(database.tweets))
        database.flush()

    def _answer(self, ask: AskQuery) -> None:
        def on_columns(names: Sequence[str], types: Sequence[str]) -> None:
            _send(self._connection, AnswerHead(ask.serial, tuple(names), tuple(types)))

        def on_rows(rows: list[tuple[Any, ...]]) -> None:
            _send(self._connection, AnswerRows(ask.serial, rows))

        done = self._database.ask(ask.text, ask.timeout_s, ask.most_rows, on_columns, on_rows)
        _send(self._connection, AnswerDone(ask.serial, done.row_count, done.took_ms, done.tweets))


def _send(connection: Connection, reply: QueryReply) -> None:
    try:
        connection.send(reply)
    except OSError:
        os._exit(0)  # the client is gone


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [""])[0]

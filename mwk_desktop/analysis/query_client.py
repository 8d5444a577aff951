"""The client of the query process: feeds it rows, runs queries, and stops those that do not end.

Threads: one thread owns a :class:`QueryClient` and may block; any other may call
:meth:`QueryClient.stop`.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from mwk_desktop.analysis import query_process
from mwk_desktop.analysis.query_errors import STOPPED, QueryError, stopped_after
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
from mwk_desktop.analysis.stream_tap import TapState
from mwk_desktop.messages import message
from mwk_desktop.platform.spawning import SPAWN, PipeEnd, start_process

START_S: Final = 30.0
"""Seconds that the process may take to start, on a busy machine with a cold disk."""

GRACE_S: Final = 1.5
"""If a query does not stop this many seconds after its timeout, its process is killed."""

POLL_S: Final = 0.05
"""Seconds between checks of the clock and of ``is_cancelled`` while waiting for an answer."""

CATCH_UP_S: Final = 120.0
"""Seconds that one block of the spool may take."""


@dataclass(slots=True)
class QueryResult:
    """An answer. ``rows`` is empty if a callback received the rows."""

    columns: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    rows: list[tuple[Any, ...]] = field(default_factory=list)
    row_count: int = 0
    took_ms: float = 0.0
    tweets: int = 0


class QueryClient:
    """Owns the query process, which starts when first needed and again after it was killed.

    Parameters
    ----------
    folder
        Where the tables are stored; the caller deletes it. A new process continues with them.
    limits
        What the process may use.
    """

    def __init__(self, folder: Path, limits: QueryLimits) -> None:
        self._folder = folder
        self._limits = limits
        self._process: Any = None
        self._connection: PipeEnd | None = None
        self._sending = threading.Lock()
        self._stop = CancelQuery(-1)
        self._stop_s = float("inf")
        self.serial = 0
        """Serial number of the newest query."""

    @property
    def pid(self) -> int | None:
        """Id of the running process; None if none runs."""
        return None if self._process is None else self._process.pid

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._kill()

    def feed(self, data: bytes) -> None:
        """Send packed rows; waits while the process is behind.

        Raises
        ------
        QueryError
            If the process is gone, or could not store rows that were sent before.
        """
        self._drain_replies()
        self._send(FeedRows(data))

    def ask(
        self,
        text: str,
        timeout_s: float,
        *,
        most_rows: int | None = None,
        tap: TapState | None = None,
        on_columns: Callable[[Sequence[str], Sequence[str]], None] | None = None,
        on_rows: Callable[[list[tuple[Any, ...]]], None] | None = None,
        on_catching_up: Callable[[int], None] | None = None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> QueryResult:
        """Run a query and return its answer.

        Parameters
        ----------
        text
            One statement of SQL.
        timeout_s
            The query is stopped after this many seconds; if it does not stop, its process is
            killed.
        most_rows
            Most rows to return; None for all.
        tap
            Its spool is read up to the present end first.
        on_columns, on_rows
            Receive the answer in parts (by default it is in the result).
        on_catching_up
            Called with the number of tweets read so far, while the spool is read.
        is_cancelled
            Called every :data:`POLL_S` seconds; True stops the query.

        Raises
        ------
        QueryError
            If the query is refused, wrong, stopped, or needs too much.
        """
        self.serial += 1
        if tap is not None:  # even if it is still empty: earlier rows are void
            self._send(ReadSpool(tap.generation, tap.path, tap.size_bytes))
        self._send(AskQuery(self.serial, text, timeout_s, most_rows))
        result = QueryResult()
        # The process first loads the pending rows and reports its progress.
        ends_s = time.monotonic() + CATCH_UP_S
        while True:
            reply = self._receive(ends_s, timeout_s, is_cancelled)
            if isinstance(reply, RowsLoaded):
                ends_s = time.monotonic() + CATCH_UP_S
                if on_catching_up is not None:
                    on_catching_up(reply.tweets)
                continue
            if reply.serial == 0 and isinstance(reply, AnswerDone) and reply.error:
                raise QueryError(reply.error)
            if reply.serial != self.serial:
                continue  # belongs to an abandoned query
            if isinstance(reply, QueryBegan):
                ends_s = time.monotonic() + timeout_s + GRACE_S
            elif isinstance(reply, AnswerHead):
                result.columns, result.types = reply.columns, reply.types
                if on_columns is not None:
                    on_columns(reply.columns, reply.types)
            elif isinstance(reply, AnswerRows):
                if on_rows is None:
                    result.rows += reply.rows
                else:
                    on_rows(reply.rows)
            elif reply.error:
                if reply.fatal:
                    self._kill()
                raise QueryError(reply.error, reply.at)
            else:
                result.row_count, result.took_ms = reply.row_count, reply.took_ms
                result.tweets = reply.tweets
                return result

    def stop(self, serial: int) -> None:
        """Stop the query with that serial if it is running (any thread; never waits long)."""
        self._stop = CancelQuery(serial)
        self._stop_s = time.monotonic() + GRACE_S
        connection = self._connection
        if connection is not None and serial == self.serial:
            with suppress(OSError, ValueError), self._sending:
                connection.send(self._stop)

    # -- the owner's thread ------------------------------------------------------------------------

    def _send(self, order: FeedRows | ReadSpool | AskQuery) -> None:
        connection = self._running()
        try:
            with self._sending:
                connection.send(order)
        except OSError:
            self._kill()
            raise QueryError(
                message("the SQL process has gone; the next query starts another")
            ) from None

    def _drain_replies(self) -> None:
        """Read replies that no query waits for: left in the pipe they would fill it, and both ends
        would wait for each other."""
        while self._connection is not None and self._connection.poll():
            reply = self._receive(float("inf"), 0.0)
            if isinstance(reply, AnswerDone) and reply.error:
                raise QueryError(reply.error)

    def _receive(
        self, ends_s: float, timeout_s: float, is_cancelled: Callable[[], bool] = lambda: False
    ) -> QueryReply:
        """The next message; kills the process if none comes in time."""
        connection = self._connection
        assert connection is not None
        try:
            while True:
                if self._stop.serial != self.serial and is_cancelled():
                    self.stop(self.serial)
                if connection.poll(POLL_S):
                    break
                now_s = time.monotonic()
                if self._stop.serial == self.serial and now_s > self._stop_s:
                    self._kill()
                    raise QueryError(STOPPED)
                if now_s > ends_s:
                    self._kill()
                    raise QueryError(stopped_after(timeout_s))
            reply: QueryReply = connection.recv()
        except (EOFError, OSError):
            self._kill()
            raise QueryError(
                message(
                    "the query ended its process (it needed too much memory, or was killed): the"
                    " next one starts another"
                )
            ) from None
        except BaseException:  # Ctrl+C inside a message: the rest of the pipe is unusable
            self._kill()
            raise
        return reply

    def _running(self) -> PipeEnd:
        """The pipe to the process; starts a process if none runs."""
        if self._connection is not None:
            return self._connection
        self._folder.mkdir(parents=True, exist_ok=True)
        ours, theirs = SPAWN.Pipe()
        self._process = SPAWN.Process(
            target=query_process.main,
            args=(theirs, self._folder, self._limits),
            name="mwk-sql",
            daemon=True,
        )
        start_process(self._process)
        theirs.close()
        self._connection = ours
        first = self._receive(time.monotonic() + START_S, START_S)
        if isinstance(first, AnswerDone) and first.error:
            self._kill()
            raise QueryError(first.error)
        return ours

    def _kill(self) -> None:
        child, connection = self._process, self._connection
        self._process = self._connection = None
        if connection is not None:
            connection.close()
        if child is not None:
            child.kill()
            child.join(timeout=5)

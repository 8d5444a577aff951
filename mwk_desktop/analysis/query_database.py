"""The tables behind the views in DuckDB; runs one query at a time.

Runs in the query process, on its main thread; any other thread may call
:meth:`QueryDatabase.interrupt`. Only this module and the report's export import DuckDB.

A query can only read the views: DuckDB is opened without access to files, network and extensions,
its configuration is locked, only reading statements are accepted, and they run in a read-only
transaction that is rolled back.
"""

from __future__ import annotations

import re
import shutil
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import duckdb

from mwk_desktop.analysis.counted_rows import (
    CountedRows,
    CountingRestarted,
    StreamEvent,
    UserBlocked,
)
from mwk_desktop.analysis.query_errors import (
    READS_ONLY,
    QueryError,
    explained_error,
    stopped_after,
)
from mwk_desktop.analysis.query_messages import QueryLimits
from mwk_desktop.analysis.query_views import CREATE_TABLES, INSERT, RESTART, VIEWS
from mwk_desktop.analysis.row_arrays import IN_CHART, TAKEN_BACK, RowArrays
from mwk_desktop.messages import NOTHING, Message, message

ROW_GROUP: Final = 122_880
"""Most rows per insert: DuckDB's own unit, which it writes directly to the file."""

PART_ROWS: Final = 2_000
"""Rows per part of an answer."""

QUIET_SETTINGS: Final = (
    "SET python_enable_replacements = false",  # `FROM name` must never mean a Python variable
    "SET enable_external_access = false",
    "SET lock_configuration = true",
)

DATABASE_FILE: Final = "tweets.duckdb"

_AS_TEXT: Final = ("TIME ZONE", "INTERVAL", "_NS")
"""Types that DuckDB converts to text: Python would need another package for them or lose
information (an interval's months become days, nanoseconds are dropped)."""

_EXPLAIN: Final = re.compile(r"\s*explain\s+(analyze\s+|\([^)]*\)\s*)?", re.I)


@dataclass(frozen=True, slots=True)
class AnswerFigures:
    """The figures of an answer, without its rows."""

    row_count: int
    took_ms: float
    tweets: int


class QueryDatabase:
    """The counted tweets in a DuckDB file.

    An existing file is continued: it stores how far the spool was read.

    Parameters
    ----------
    folder
        Where the file and DuckDB's spill files go.
    limits
        Limits for everything together.
    rows_at_once
        After so many added rows they are written by themselves.
    """

    def __init__(self, folder: Path, limits: QueryLimits, rows_at_once: int = ROW_GROUP) -> None:
        self._limits = limits
        self._rows_at_once = rows_at_once
        spill = folder / "spill"
        shutil.rmtree(spill, ignore_errors=True)  # left by a killed process
        self._db = duckdb.connect(
            str(folder / DATABASE_FILE),
            config={
                "threads": str(limits.threads),
                "memory_limit": f"{limits.memory_mb}MB",
                "temp_directory": str(spill),
                "max_temp_directory_size": f"{limits.disk_mb}MB",
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
            },
        )
        for statement in (*QUIET_SETTINGS, *CREATE_TABLES, *VIEWS):
            self._db.execute(statement)
        self._remember()
        self._pending: list[StreamEvent] = []
        self._waiting = 0
        self._asking = self._db.cursor()
        self._busy = threading.Lock()
        self._stopped = NOTHING

    def _remember(self) -> None:
        """Store how far the spool was read."""
        row = self._db.execute("FROM folded.state").fetchone()
        assert row is not None
        self.generation, self.position, self.tweets, self._window_ms = row

    def close(self) -> None:
        self._asking.close()
        self._db.close()

    # -- rows in ---------------------------------------------------------------------------------

    def begin(self, generation: int) -> None:
        """Delete everything, for another spool."""
        self._pending.clear()
        self._waiting = 0
        self.tweets = 0
        self.generation, self.position = generation, 0
        self._transaction([CountingRestarted(self._window_ms)])

    def add(self, events: Sequence[StreamEvent], position: int | None = None) -> None:
        """Add counted tweets; ``flush`` makes them visible.

        Parameters
        ----------
        events
            The events of the spool up to ``position``.
        position
            Stored in the file in the same transaction as these events.
        """
        self._pending += events
        self._waiting += sum(
            len(event.counted) for event in events if isinstance(event, CountedRows)
        )
        if position is not None:
            self.position = position
        if self._waiting >= self._rows_at_once:
            self.flush()

    def flush(self) -> None:
        """Write all added rows to the file, so that they can be queried."""
        if self._pending:
            events, self._pending = self._pending, []
            self._waiting = 0
            self._transaction(events)

    def _transaction(self, events: Sequence[StreamEvent]) -> None:
        """Store all events or none."""
        self._db.execute("BEGIN")
        try:
            columns = RowArrays()
            for event in events:
                if isinstance(event, CountedRows):
                    columns.add(event)
                elif isinstance(event, UserBlocked):
                    self._insert(columns)
                    self._block(event)
                else:
                    columns = RowArrays()
                    self._restart(event)
            self._insert(columns)
            self._db.execute(
                "UPDATE folded.state SET generation = ?, position = ?, tweets = ?",
                [self.generation, self.position, self.tweets],
            )
            self._db.execute("COMMIT")
        except BaseException:
            # Not half of it: the spool is read again from the stored position.
            with suppress(duckdb.Error, RuntimeError):
                self._db.execute("ROLLBACK")
            self._remember()
            raise

    def _restart(self, event: CountingRestarted) -> None:
        self.tweets = 0
        self._window_ms = max(1, event.window_ms)
        for statement in RESTART:
            self._db.execute(statement)
        self._db.execute("UPDATE folded.state SET window_ms = ?", [self._window_ms])

    def _insert(self, columns: RowArrays) -> None:
        if not columns.count:
            return
        self.tweets += columns.count
        self._db.register("batch", columns.pop_arrays())
        try:
            self._db.execute(INSERT)
        finally:
            self._db.unregister("batch")

    def _block(self, event: UserBlocked) -> None:
        """Remove a user's votes in open windows and their leaderboard line, or restore both."""
        before, after = (IN_CHART, TAKEN_BACK) if event.blocked else (TAKEN_BACK, IN_CHART)
        self._db.execute(
            "UPDATE folded.rows SET chart = ?"
            " WHERE screen_name = ? AND chart = ? AND event_ms >= ?",
            [after, event.name, before, event.closed_until_ms],
        )
        self._db.execute("DELETE FROM folded.blocked WHERE screen_name = ?", [event.name])
        if event.blocked:
            self._db.execute("INSERT INTO folded.blocked VALUES (?)", [event.name])

    # -- questions -------------------------------------------------------------------------------

    def ask(
        self,
        text: str,
        timeout_s: float,
        most_rows: int | None,
        on_columns: Callable[[Sequence[str], Sequence[str]], None],
        on_rows: Callable[[list[tuple[Any, ...]]], None],
    ) -> AnswerFigures:
        """Run one query.

        Parameters
        ----------
        text
            One statement.
        timeout_s
            The query is stopped after this many seconds.
        most_rows
            Most rows passed on; None for all. ``AnswerFigures.row_count`` counts all rows in any
            case.
        on_columns, on_rows
            Called with the names and types, then with the rows in parts.

        Raises
        ------
        QueryError
            If the query is refused, wrong, stopped, or needs too much.
        """
        query = self._permitted(text)
        begin_s = time.perf_counter()
        timer = threading.Timer(timeout_s, self.interrupt, [stopped_after(timeout_s)])
        timer.daemon = True
        with self._busy:
            self._stopped = NOTHING
        timer.start()
        try:
            self._asking.execute("BEGIN TRANSACTION READ ONLY")
            count = self._run(query, most_rows, on_columns, on_rows)
        except (duckdb.Error, MemoryError, RuntimeError) as error:
            if self._stopped and "nterrupt" in type(error).__name__ + str(error):
                raise QueryError(self._stopped) from None
            raise explained_error(error, text, self._limits.memory_mb) from None
        finally:
            timer.cancel()
            with suppress(duckdb.Error, RuntimeError):
                self._asking.execute("ROLLBACK")
        took_ms = (time.perf_counter() - begin_s) * 1000
        return AnswerFigures(count, took_ms, self.tweets)

    def interrupt(self, why: Message) -> None:
        """Stop the running query, if any (any thread)."""
        with self._busy:
            self._stopped = why
        self._asking.interrupt()

    def _run(
        self,
        query: str,
        most_rows: int | None,
        on_columns: Callable[[Sequence[str], Sequence[str]], None],
        on_rows: Callable[[list[tuple[Any, ...]]], None],
    ) -> int:
        found = self._asking.execute(query)
        names = [str(column[0]) for column in found.description]
        types = [str(column[1]) for column in found.description]
        as_text = [any(part in kind for part in _AS_TEXT) for kind in types]
        if any(as_text):
            columns = ", ".join(
                f"#{number}::VARCHAR" if text else f"#{number}"
                for number, text in enumerate(as_text, 1)
            )
            found = self._asking.execute(f"SELECT {columns} FROM (\n{query}\n)")
        on_columns(names, types)
        count = 0
        while most_rows is None or count < most_rows:
            wanted = PART_ROWS if most_rows is None else min(PART_ROWS, most_rows - count)
            rows = found.fetchmany(wanted)
            if not rows:
                return count
            count += len(rows)
            on_rows(rows)
        if not found.fetchmany(1):
            return count
        total = self._asking.execute(f"SELECT count(*) FROM (\n{query}\n)").fetchone()
        return int(total[0]) if total else count

    def _permitted(self, text: str) -> str:
        """Return the single statement of a text if it only reads.

        Raises
        ------
        QueryError
        """
        try:
            text.encode()
        except UnicodeEncodeError as error:
            # A shell may pass bytes that are not UTF-8; DuckDB accepts only text.
            raise QueryError(
                message("the query is not UTF-8 text (character {number})", number=error.start + 1),
                error.start,
            ) from None
        try:
            statements = self._asking.extract_statements(text)
        except (duckdb.Error, RuntimeError) as error:
            raise explained_error(error, text, self._limits.memory_mb) from None
        if not statements:
            raise QueryError(
                message("there is no query: write for example  SELECT * FROM tweets LIMIT 10")
            )
        if len(statements) > 1:
            at = text.find(statements[1].query.strip()) if statements[1].query.strip() else -1
            several = message("one query at a time: these are {count}", count=len(statements))
            raise QueryError(several, at)
        statement = statements[0]
        kind = statement.type.name
        query = str(statement.query).strip().rstrip(";")
        if kind == "EXPLAIN":
            try:
                inner = self._asking.extract_statements(_EXPLAIN.sub("", query, count=1))
            except (duckdb.Error, RuntimeError) as error:
                raise explained_error(error, text, self._limits.memory_mb) from None
            if [each.type.name for each in inner] != ["SELECT"]:
                raise QueryError(READS_ONLY)
        elif kind == "MULTI":
            raise QueryError(
                message("PIVOT needs its values here: ON instrument IN ('drum', 'pad')")
            )
        elif kind != "SELECT":
            word = (query.split() or [kind])[0].upper()
            raise QueryError(
                message("{word} is not possible: {why}", word=word[:40], why=READS_ONLY)
            )
        return query

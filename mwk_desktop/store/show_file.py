"""One show's file: opened by one process and used by one thread at a time; blocks on the disk.

Durability. WAL with ``synchronous=NORMAL``: a commit survives kill -9 at once (the kernel has the
pages), and a power cut from the next checkpoint on. A power cut can undo the last commits only *as
a whole*: counts and offsets go back together, and the records in between are read from Kafka again,
so the counts stay exact without an fsync every second. (``FULL`` would only avoid reading again, at
5-50 ms per commit.) The lock is exclusive: two shows on one file would count everything twice. It
also makes a shared-memory file unnecessary.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import time
from array import array
from collections.abc import Iterator, Mapping
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

import msgspec

from mwk_desktop.messages import Message, message, message_of, verbatim
from mwk_desktop.store.changes import Changes, Stored

SCHEMA_VERSION: Final = 3
_WITHOUT_MARKS: Final = 2
APPLICATION_ID: Final = 0x4D574B31
"""``MWK1``: distinguishes a show's file from other SQLite databases."""

SUFFIX: Final = ".mwk-show"

_SCHEMA: Final = """
CREATE TABLE info (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE offsets (partition INTEGER PRIMARY KEY, next INTEGER NOT NULL,
    last INTEGER NOT NULL DEFAULT -1, epoch INTEGER NOT NULL DEFAULT -1,
    digest INTEGER NOT NULL DEFAULT 0);
CREATE TABLE newcomers (first INTEGER PRIMARY KEY, people BLOB NOT NULL);
CREATE TABLE pictures (user INTEGER PRIMARY KEY, image_url TEXT NOT NULL);
CREATE TABLE pages (page INTEGER PRIMARY KEY, tweets BLOB NOT NULL, latest BLOB NOT NULL);
CREATE TABLE remembered (first INTEGER PRIMARY KEY, last INTEGER NOT NULL, ids BLOB NOT NULL,
    users BLOB NOT NULL, created BLOB NOT NULL, odd TEXT NOT NULL);
CREATE TABLE ballots (start_ms INTEGER NOT NULL, first INTEGER NOT NULL, data BLOB NOT NULL,
    PRIMARY KEY (start_ms, first)) WITHOUT ROWID;
CREATE TABLE "values" (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
"""

_ROWS_A_STATEMENT: Final = (256, 16)
"""Rows per statement: executemany releases the interpreter's lock for each row and, while other
threads parse tweets, waits up to 5 ms to get it back, so 1,000 rows took seconds. Only two sizes,
so that SQLite keeps the compiled statements; a last incomplete statement is filled up by repeating
its last row."""


_PEOPLE: Final = msgspec.msgpack.Decoder(tuple[list[str], list[str]])


class StoreError(Exception):
    """The state cannot be read or written; what it says names the file and what to do.

    ``problem`` says it without the file. ``damaged`` is True where the file's content is broken,
    False where it is only in use, unreadable, or written by a newer version.
    """

    def __init__(self, path: Path, problem: Message, *, damaged: bool = False) -> None:
        super().__init__(message("{path}: {problem}", path=str(path), problem=problem))
        self.problem = problem
        self.damaged = damaged


@contextlib.contextmanager
def store_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's and the system's errors into a :class:`StoreError` that names ``path``."""
    try:
        yield
    except sqlite3.OperationalError as error:
        text = str(error)
        if "locked" in text:
            problem = message("this show is open in another mwk")
            raise StoreError(path, problem) from error
        if "malformed" in text or "file format" in text:
            raise StoreError(path, _damaged(verbatim(text)), damaged=True) from error
        raise StoreError(path, verbatim(text)) from error
    except (sqlite3.DatabaseError, ValueError) as error:  # also raised by JSON and MessagePack
        raise StoreError(path, _damaged(message_of(error)), damaged=True) from error
    except OSError as error:
        raise StoreError(path, verbatim(error.strerror or str(error))) from error


def _damaged(reason: Message) -> Message:
    return message(
        "the state of this show is damaged ({reason}); start a new show with --new-show",
        reason=reason,
    )


class ShowFile:
    """An open show. Create with :meth:`create` or :meth:`open`, and close it."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def create(cls, folder: Path, info: Mapping[str, Any], began_ms: int) -> ShowFile:
        """Create a new show in ``folder``, in a file named after the time.

        Parameters
        ----------
        info
            What a list of shows displays: plain JSON values (``topic``, ``seed``, ...), never
            secrets.
        began_ms
            Wall clock, milliseconds since the epoch.

        Raises
        ------
        StoreError
            If the folder cannot be written.
        """
        stem = time.strftime("%Y%m%d-%H%M%S", time.localtime(began_ms / 1000))
        with store_errors(folder):
            folder.mkdir(parents=True, exist_ok=True)
            number, path = 1, folder / f"{stem}{SUFFIX}"
            while True:
                try:
                    path.touch(mode=0o600, exist_ok=False)  # it contains people's names
                    break
                except FileExistsError:
                    number += 1
                    path = folder / f"{stem}-{number}{SUFFIX}"
        with store_errors(path):
            try:
                connection = _connect(path)
            except BaseException:
                path.unlink()
                raise
            try:
                connection.execute("BEGIN IMMEDIATE")
                for statement in _SCHEMA.split(";"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
                rows = {**info, "began_ms": began_ms}.items()
                connection.executemany(
                    "INSERT INTO info VALUES (?, ?)",
                    [(name, json.dumps(value)) for name, value in rows],
                )
                connection.execute("COMMIT")
            except BaseException:
                connection.close()
                path.unlink()  # else the next start would find it as the newest show, damaged
                raise
        return cls(path, connection)

    @classmethod
    def open(cls, path: Path) -> ShowFile:
        """Open an existing show.

        Raises
        ------
        StoreError
            If the file is missing, damaged, in use, not a show, or of a newer version.
        """
        if not path.is_file():
            raise StoreError(path, message("no such show"))
        with store_errors(path):
            connection = _connect(path)
            try:
                _check(path, connection)
            except BaseException:
                connection.close()
                raise
        return cls(path, connection)

    def info(self) -> dict[str, Any]:
        """The ``info`` passed to :meth:`create`, plus ``began_ms``."""
        with store_errors(self.path):
            rows = self._connection.execute("SELECT name, value FROM info").fetchall()
            return {name: json.loads(value) for name, value in rows}

    def summary(self) -> tuple[int, int]:
        """The numbers of users and tweets, for a list of shows."""
        with store_errors(self.path):
            rows = self._connection.execute("SELECT tweets FROM pages").fetchall()
            try:
                pages = [array("I", tweets) for (tweets,) in rows]
            except ValueError as error:
                raise StoreError(self.path, _damaged(message_of(error)), damaged=True) from None
            return sum(map(len, pages)), sum(map(sum, pages))

    def load(self) -> Stored:
        """Read the whole show as last committed.

        Raises
        ------
        StoreError
            If the file is damaged.
        """
        with store_errors(self.path):
            rows = self._connection.execute
            return Stored(
                next_offsets=dict(rows("SELECT partition, next FROM offsets").fetchall()),
                marks={
                    partition: (last, epoch, digest)
                    for partition, last, epoch, digest in rows(
                        "SELECT partition, last, epoch, digest FROM offsets WHERE last >= 0"
                    )
                },
                newcomers=[
                    (first, *_PEOPLE.decode(people))
                    for first, people in rows("SELECT * FROM newcomers ORDER BY first")
                ],
                pictures=dict(rows("SELECT user, image_url FROM pictures").fetchall()),
                pages={
                    page: (tweets, latest)
                    for page, tweets, latest in rows("SELECT * FROM pages ORDER BY page")
                },
                remembered=rows(
                    "SELECT first, last, ids, users, created, odd FROM remembered ORDER BY first"
                ).fetchall(),
                ballots=rows(
                    "SELECT start_ms, first, data FROM ballots ORDER BY start_ms, first"
                ).fetchall(),
                values=dict(rows('SELECT name, value FROM "values"').fetchall()),
            )

    def apply(self, changes: Changes) -> None:
        """Commit ``changes`` in one transaction: all of it or, on any error, nothing.

        Raises
        ------
        StoreError
            If the disk is full, the file damaged, etc.; the same changes may be applied again
            later.
        """
        run = self._connection.execute
        many = self._connection.executemany
        with store_errors(self.path), self._transaction():
            encode = msgspec.msgpack.encode
            many(
                "INSERT OR REPLACE INTO newcomers VALUES (?, ?)",
                [(first, encode((names, urls))) for first, names, urls in changes.newcomers],
            )
            self._put("pictures", list(changes.pictures.items()))
            self._put("pages", [(page, *numbers) for page, numbers in changes.pages.items()])
            many("INSERT OR REPLACE INTO remembered VALUES (?, ?, ?, ?, ?, ?)", changes.remembered)
            if changes.forget_serial > 0:
                run("DELETE FROM remembered WHERE last <= ?", (changes.forget_serial,))
            many("INSERT OR REPLACE INTO ballots VALUES (?, ?, ?)", changes.ballots)
            if changes.open_windows_ms is not None:
                open_ms = json.dumps(changes.open_windows_ms)
                gone = "DELETE FROM ballots WHERE start_ms NOT IN (SELECT value FROM json_each(?))"
                run(gone, (open_ms,))
            for name, value in changes.values.items():
                if value is None:
                    run('DELETE FROM "values" WHERE name = ?', (name,))
                else:
                    run('INSERT OR REPLACE INTO "values" VALUES (?, ?)', (name, value))
            many(
                "INSERT INTO offsets (partition, next) VALUES (?, ?) "
                "ON CONFLICT (partition) DO UPDATE SET next = excluded.next",
                list(changes.next_offsets.items()),
            )
            many(
                "UPDATE offsets SET last = ?, epoch = ?, digest = ? WHERE partition = ?",
                [(*mark, partition) for partition, mark in changes.marks.items()],
            )

    def close(self) -> None:
        """Merge SQLite's log into the file and close it."""
        with store_errors(self.path):
            self._connection.close()

    def _put(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        """Insert or replace rows, up to 256 per statement."""
        rows.sort(key=itemgetter(0))
        at = 0
        for size in _ROWS_A_STATEMENT:
            last = size == _ROWS_A_STATEMENT[-1]
            while len(rows) - at >= size or (last and at < len(rows)):
                some = rows[at : at + size]
                some += some[-1:] * (size - len(some))
                marks = ",".join([f"({','.join('?' * len(some[0]))})"] * size)
                statement = f"INSERT OR REPLACE INTO {table} VALUES {marks}"
                self._connection.execute(statement, list(chain.from_iterable(some)))
                at += size

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise


def _connect(path: Path) -> sqlite3.Connection:
    # No implicit transactions: BEGIN and COMMIT are explicit. The show opens the file on one thread
    # and passes it to the store thread; the two never use it at the same time.
    connection = sqlite3.connect(
        path, timeout=0.5, isolation_level=None, check_same_thread=False, cached_statements=64
    )
    try:
        # Exclusive first: SQLite then keeps the log's index in memory, and no second process can
        # open it.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -16384")
    except BaseException:
        connection.close()
        raise
    return connection


def _add_marks(connection: sqlite3.Connection) -> None:
    """Upgrade a file of the previous version, which did not store the marks of the last records."""
    connection.execute("BEGIN IMMEDIATE")
    for column in (
        "last INTEGER NOT NULL DEFAULT -1",
        "epoch INTEGER NOT NULL DEFAULT -1",
        "digest INTEGER NOT NULL DEFAULT 0",
    ):
        connection.execute(f"ALTER TABLE offsets ADD COLUMN {column}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.execute("COMMIT")


def _check(path: Path, connection: sqlite3.Connection) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION_ID:
        raise StoreError(path, message("this file is no show of mwk"), damaged=version == 0)
    if version == _WITHOUT_MARKS:
        _add_marks(connection)
        return
    if version < SCHEMA_VERSION:
        problem = message(
            "written by an older mwk (its format is {version}, this one reads {ours}); "
            "start a new show with --new-show --since beginning",
            version=str(version),
            ours=str(SCHEMA_VERSION),
        )
        raise StoreError(path, problem)
    if version > SCHEMA_VERSION:
        problem = message(
            "written by a newer mwk (its format is {version}, this one reads {ours})",
            version=str(version),
            ours=str(SCHEMA_VERSION),
        )
        raise StoreError(path, problem)

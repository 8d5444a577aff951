"""One show's file: opened by one process, used by one thread at a time; it may block on the disk.

Durability. WAL with ``synchronous=NORMAL``: a commit is safe against kill -9 at once (the pages are
the kernel's), and against a power cut from the next checkpoint on. What a power cut may take
is the last commits *whole*: counts and offsets go back together, and the records in between are
read from Kafka again, so the counts stay exact without an fsync a second. (``FULL`` would only
spare that re-reading, at 5-50 ms a commit.) The lock is exclusive: two shows on one file would
count everything twice, and no shared-memory file is needed then.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import msgspec

from mwk_desktop.store.changes import Changes, Stored, UserFields, UserTuple, user_tuple

SCHEMA_VERSION: Final = 1
APPLICATION_ID: Final = 0x4D574B31
"""``MWK1``: so that ``file`` and a stranger's database are told apart."""

SUFFIX: Final = ".mwk-show"

_SCHEMA: Final = """
CREATE TABLE info (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE offsets (partition INTEGER PRIMARY KEY, next INTEGER NOT NULL);
CREATE TABLE users (user INTEGER PRIMARY KEY, name TEXT NOT NULL, tweets INTEGER NOT NULL,
    latest_ms INTEGER NOT NULL, image_url TEXT NOT NULL);
CREATE TABLE remembered (first INTEGER PRIMARY KEY, last INTEGER NOT NULL, ids BLOB NOT NULL,
    users BLOB NOT NULL, created BLOB NOT NULL, odd TEXT NOT NULL);
CREATE TABLE ballots (start_ms INTEGER NOT NULL, first INTEGER NOT NULL, data BLOB NOT NULL,
    PRIMARY KEY (start_ms, first)) WITHOUT ROWID;
CREATE TABLE "values" (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
"""

_ROWS_A_STATEMENT: Final = 2_000

# One statement for many rows: executemany lets go of the interpreter lock for each row and, while
# other threads parse tweets, waits up to 5 ms to get it back, which made seconds of 1,000 rows.
_UPSERT_USERS: Final = """
INSERT INTO users (user, name, tweets, latest_ms, image_url)
SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'),
       json_extract(value, '$[3]'), json_extract(value, '$[4]')
FROM json_each(?) WHERE true
ON CONFLICT (user) DO UPDATE SET name = excluded.name, tweets = excluded.tweets,
    latest_ms = excluded.latest_ms, image_url = excluded.image_url
"""


class StoreError(Exception):
    """The state cannot be read or written; the message names the file and what to do.

    ``damaged`` is True where the file's content is broken (it may be moved aside), False where it
    is only in use, unreadable, or written by a newer version.
    """

    def __init__(self, message: str, *, damaged: bool = False) -> None:
        super().__init__(message)
        self.damaged = damaged


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn SQLite's and the system's errors into a :class:`StoreError` that names ``path``."""
    try:
        yield
    except sqlite3.OperationalError as error:
        text = str(error)
        if "locked" in text:
            raise StoreError(f"{path}: this show is open in another mwk") from error
        if "malformed" in text or "file format" in text:
            raise StoreError(_damaged(path, text), damaged=True) from error
        raise StoreError(f"{path}: {text}") from error
    except (sqlite3.DatabaseError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise StoreError(_damaged(path, str(error)), damaged=True) from error
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror}") from error


def _damaged(path: Path, why: str) -> str:
    return f"{path}: the state of this show is damaged ({why}); begin anew with --new-show"


class ShowFile:
    """An open show. Create with :meth:`create` or :meth:`open`, and close it."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def create(cls, folder: Path, info: Mapping[str, Any], began_ms: int) -> ShowFile:
        """Begin a new show in ``folder``, in a file named after the time.

        Parameters
        ----------
        info
            What a list of shows tells: plain JSON values (``topic``, ``seed``...), never secrets.
        began_ms
            Wall clock.

        Raises
        ------
        StoreError
            The folder cannot be written.
        """
        stem = time.strftime("%Y%m%d-%H%M%S", time.localtime(began_ms / 1000))
        with told(folder):
            folder.mkdir(parents=True, exist_ok=True)
            number, path = 1, folder / f"{stem}{SUFFIX}"
            while True:
                try:
                    path.touch(mode=0o600, exist_ok=False)  # names of people are in it
                    break
                except FileExistsError:
                    number += 1
                    path = folder / f"{stem}-{number}{SUFFIX}"
        with told(path):
            connection = _connect(path)
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
                raise
        return cls(path, connection)

    @classmethod
    def open(cls, path: Path) -> ShowFile:
        """Open a show that exists.

        Raises
        ------
        StoreError
            It is not there, damaged, in use, no show, or of a newer version.
        """
        if not path.is_file():
            raise StoreError(f"{path}: no such show")
        with told(path):
            connection = _connect(path)
            try:
                _check(path, connection)
            except BaseException:
                connection.close()
                raise
        return cls(path, connection)

    def info(self) -> dict[str, Any]:
        """What :meth:`create` was given, and ``began_ms``."""
        with told(self.path):
            rows = self._connection.execute("SELECT name, value FROM info").fetchall()
            return {name: json.loads(value) for name, value in rows}

    def set_info(self, **info: Any) -> None:
        """Change what a list of shows tells (``seed`` once it is known)."""
        with told(self.path), self._transaction():
            for name, value in info.items():
                self._connection.execute(
                    "INSERT OR REPLACE INTO info VALUES (?, ?)", (name, json.dumps(value))
                )

    def summary(self) -> tuple[int, int]:
        """Users and tweets, for a list of shows."""
        with told(self.path):
            row = self._connection.execute(
                "SELECT count(*), coalesce(sum(tweets), 0) FROM users"
            ).fetchone()
            return int(row[0]), int(row[1])

    def load(self) -> Stored:
        """Everything as it was committed last.

        Raises
        ------
        StoreError
            The file is damaged.
        """
        with told(self.path):
            rows = self._connection.execute
            return Stored(
                next_offsets=dict(rows("SELECT partition, next FROM offsets").fetchall()),
                users=rows(
                    "SELECT user, name, tweets, latest_ms, image_url FROM users ORDER BY user"
                ).fetchall(),
                remembered=rows(
                    "SELECT first, last, ids, users, created, odd FROM remembered ORDER BY first"
                ).fetchall(),
                ballots=rows(
                    "SELECT start_ms, first, data FROM ballots ORDER BY start_ms, first"
                ).fetchall(),
                values=dict(rows('SELECT name, value FROM "values"').fetchall()),
            )

    def apply(self, changes: Changes) -> None:
        """Commit ``changes`` in one transaction; all of it or, on any error, nothing.

        Raises
        ------
        StoreError
            The disk is full, the file damaged, ...; the same changes may be applied again later.
        """
        run = self._connection.execute
        many = self._connection.executemany
        with told(self.path), self._transaction():
            self._upsert_users(list(changes.users.values()))
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
            many("INSERT OR REPLACE INTO offsets VALUES (?, ?)", list(changes.next_offsets.items()))

    def close(self) -> None:
        """Fold the log into the file and let go of it."""
        with told(self.path):
            self._connection.close()

    def _upsert_users(self, rows: list[UserTuple | UserFields]) -> None:
        for at in range(0, len(rows), _ROWS_A_STATEMENT):
            some = rows[at : at + _ROWS_A_STATEMENT]
            text = msgspec.json.encode(some).decode()
            if "\\u0000" in text:  # SQLite's JSON ends a text there: two names would become one
                marks = "INSERT OR REPLACE INTO users VALUES (?, ?, ?, ?, ?)"
                self._connection.executemany(marks, map(user_tuple, some))
            else:
                self._connection.execute(_UPSERT_USERS, (text,))

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
    # No implicit transactions: BEGIN and COMMIT stand where they happen. The show opens it on one
    # thread and hands it to the store thread, never both at once.
    connection = sqlite3.connect(
        path, timeout=0.5, isolation_level=None, check_same_thread=False, cached_statements=64
    )
    try:
        # Exclusive first: the log's index then lives in memory and no second process gets in.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -16384")
    except BaseException:
        connection.close()
        raise
    return connection


def _check(path: Path, connection: sqlite3.Connection) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION_ID:
        raise StoreError(f"{path}: this file is no show of mwk", damaged=version == 0)
    if version > SCHEMA_VERSION:
        raise StoreError(
            f"{path}: written by a newer mwk (its format is {version}, this one reads "
            f"{SCHEMA_VERSION})"
        )

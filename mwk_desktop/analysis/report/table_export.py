"""The rows of a show as CSV and Parquet files, for other programs. Written by DuckDB.

Four tables: ``tweets`` (every counted one, as in SQL), ``windows``, ``scenes`` (which clip played
on which strip, from when to when) and ``hands``. Times are UTC.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import duckdb

from mwk_desktop.analysis.query_database import DATABASE_FILE, QueryDatabase
from mwk_desktop.analysis.query_messages import QueryLimits
from mwk_desktop.analysis.report.report_facts import ReportFacts
from mwk_desktop.sql_columns import VIEW_COLUMNS, timestamp
from mwk_desktop.units import INSTRUMENTS

TABLES: Final = ("tweets", "windows", "scenes", "hands")
"""The files' names, without their suffixes."""

_LIMITS: Final = QueryLimits(memory_mb=96, disk_mb=1 << 16, threads=1, niceness=0)
"""DuckDB's part of the memory; what does not fit waits on the disk."""

_COPY_LIMITS: Final[dict[str, str | bool | int | float | list[str]]] = {
    "memory_limit": f"{_LIMITS.memory_mb}MB",
    "threads": str(_LIMITS.threads),
}
"""DuckDB takes most of the machine's memory for its pages unless it is told otherwise."""

_ROWS_AT_ONCE: Final = 20_000
"""Tweets that wait before they are written: about 10 MB."""

_PERSONAL: Final = frozenset({"name", "image_url", "text"})
"""Columns that an anonymous export leaves empty; ``screen_name`` becomes a number."""

_LEADS_BACK: Final = frozenset({"id", "created_at", "partition", '"offset"'})
"""Columns by which a message could be found again in its network or topic: NULL where anonymous."""

_FORMULA: Final = r"^[=+\-@\t\r]"
"""What spreadsheets take for the beginning of a formula (OWASP, CSV injection)."""

_FORMATS: Final = {"csv": "FORMAT csv, HEADER", "parquet": "FORMAT parquet, COMPRESSION zstd"}


class TweetRows(QueryDatabase):
    """The counted tweets on their way into files.

    Parameters
    ----------
    folder
        A folder of its own for the database's file.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        super().__init__(folder, _LIMITS, _ROWS_AT_ONCE)

    def write_tables(self, facts: ReportFacts, targets: Sequence[tuple[str, Path]]) -> list[Path]:
        """Write all tables; this closes the database.

        Parameters
        ----------
        facts
            The show.
        targets
            ``("csv", folder)`` and ``("parquet", folder)``.

        Returns
        -------
        list of Path
            The files.

        Raises
        ------
        OSError
            A file cannot be written; the message names it.
        """
        self.flush()
        self.close()
        # Gone before the interpreter ends, which otherwise complains about objects left in DuckDB.
        del self._asking, self._db
        # Opened again, because the rows' database may not touch other files.
        database = duckdb.connect(str(self._folder / DATABASE_FILE), config=_COPY_LIMITS)
        try:
            database.execute("SET TimeZone = 'UTC'")
            _add_tables(database, facts)
            queries = {name: f"FROM report.{name}" for name in TABLES[1:]}
            queries["tweets"] = _tweets_query(facts.anonymous)
            return [
                _copy(database, queries[name], folder / f"{name}.{kind}", _FORMATS[kind])
                for kind, folder in targets
                for name in TABLES
            ]
        finally:
            database.close()


def _tweets_query(anonymous: bool) -> str:
    if not anonymous:
        return f"SELECT {', '.join(VIEW_COLUMNS['tweets'])} FROM tweets"
    columns = ", ".join(_anonymous(name) for name in VIEW_COLUMNS["tweets"])
    # Numbers by the first tweet: no name, and no order of names, can be read from them.
    return f"""WITH people AS (
        SELECT screen_name AS who, row_number() OVER (ORDER BY min(rowid)) AS number
        FROM folded.rows GROUP BY screen_name)
        SELECT {columns} FROM tweets JOIN people ON who = screen_name"""


def _anonymous(column: str) -> str:
    if column in _PERSONAL:
        return f"'' AS {column}"
    if column == "screen_name":
        return "'user-' || number AS screen_name"
    if column in _LEADS_BACK:
        return f"CASE WHEN FALSE THEN {column} END AS {column}"
    return column


def _copy(database: duckdb.DuckDBPyConnection, query: str, path: Path, options: str) -> Path:
    target = str(path).replace("'", "''")
    try:
        if path.suffix == ".csv":
            query = _without_formulas(database, query)
        database.execute(f"COPY ({query}) TO '{target}' ({options})")
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise OSError(f"{path}: cannot be written: {reason}") from None
    return path


def _without_formulas(database: duckdb.DuckDBPyConnection, query: str) -> str:
    """The same rows for a file that spreadsheets open: a text that would be a formula there begins
    with an apostrophe."""
    kinds = database.execute(f"DESCRIBE {query}").fetchall()
    guarded = [
        f"CASE WHEN regexp_matches({name}, '{_FORMULA}') THEN chr(39) || {name} ELSE {name} END"
        f" AS {name}"
        for name in [f'"{name}"' for name, kind, *_ in kinds if kind == "VARCHAR"]
    ]
    return f"SELECT * REPLACE ({', '.join(guarded)}) FROM ({query})" if guarded else query


def _add_tables(database: duckdb.DuckDBPyConnection, facts: ReportFacts) -> None:
    database.execute("CREATE SCHEMA IF NOT EXISTS report")
    votes = ", ".join(f"{name} BIGINT" for name in INSTRUMENTS)
    _add_table(
        database,
        f"windows (start_ms BIGINT, end_ms BIGINT, {votes}, late BIGINT,"
        " top VARCHAR, scene VARCHAR)",
        _window_rows(facts),
        (timestamp("start_ms"), timestamp("end_ms")),
        ("window_start", "window_end", *INSTRUMENTS, "late", "top", "scene"),
    )
    _add_table(
        database,
        "scenes (start_ms BIGINT, end_ms BIGINT, music_ms BIGINT, instrument VARCHAR, clip VARCHAR,"
        " title VARCHAR, heard BOOLEAN)",
        (
            (
                facts.wall_ms(clip.begin_ms),
                facts.wall_ms(clip.end_ms),
                clip.begin_ms,
                clip.instrument,
                clip.clip,
                clip.title,
                clip.heard,
            )
            for clip in sorted(facts.played, key=lambda clip: (clip.begin_ms, clip.instrument))
        ),
        (timestamp("start_ms"), timestamp("end_ms")),
        ("start", "end", "music_ms", "instrument", "clip", "title", "heard"),
    )
    _add_table(
        database,
        'hands (at_ms BIGINT, music_ms BIGINT, command VARCHAR, "values" VARCHAR)',
        (
            (
                override.wall_ms,
                override.at_ms,
                override.command,
                json.dumps(override.values, ensure_ascii=False),
            )
            for override in facts.overrides
        ),
        (timestamp("at_ms"),),
        ("at", "music_ms", "command", "values"),
    )


def _window_rows(facts: ReportFacts) -> Iterable[tuple[Any, ...]]:
    for window in facts.windows:
        line = window.line
        votes = (window.votes.get(name, 0) for name in INSTRUMENTS)
        lists = (" ".join(line["top"]), " ".join(line["scene"]))
        yield (line["start_ms"], line["end_ms"], *votes, window.late, *lists)


def _add_table(
    database: duckdb.DuckDBPyConnection,
    definition: str,
    rows: Iterable[tuple[Any, ...]],
    times: Sequence[str],
    names: Sequence[str],
) -> None:
    """Make ``report.NAME``: its first columns, in milliseconds, become the moments ``times``."""
    name = definition.partition(" ")[0]
    database.execute(f"CREATE TEMP TABLE {definition}")
    values = list(rows)
    if values:
        places = ", ".join("?" * len(values[0]))
        database.executemany(f"INSERT INTO {name} VALUES ({places})", values)
    columns = [each[0] for each in database.execute(f"DESCRIBE {name}").fetchall()]
    wanted = [*times, *(f'"{column}"' for column in columns[len(times) :])]
    shown = ", ".join(f'{value} AS "{label}"' for value, label in zip(wanted, names, strict=True))
    database.execute(f"CREATE OR REPLACE TABLE report.{name} AS SELECT {shown} FROM {name}")

"""The SQL columns, once: views, tables, inserts and completion are made from this table.

To add a column: an entry here, and its values in
:meth:`mwk_desktop.analysis.row_arrays.RowArrays.add`. The query database lives in
:mod:`mwk_desktop.analysis`; this module holds plain texts, so that the windows may read them too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

EARLIEST_MS: Final = -62_135_596_800_000
LATEST_MS: Final = 253_402_300_799_999
"""Years 1 to 9999, which every program that reads an answer can show. Other times are NULL."""

WINDOW_START_MS: Final = "event_ms - ((event_ms % s.window_ms) + s.window_ms) % s.window_ms"
"""Start of a row's window, with Python's modulo as in the show: a time before 1970 falls into the
window that begins before it. ``s`` is the table with the state."""

_RESERVED: Final = frozenset({"offset"})
"""Words of SQL that a query must quote to mean a column."""


def timestamp(milliseconds: str) -> str:
    """SQL for a moment, from an expression in milliseconds since 1970."""
    return (
        f"CASE WHEN {milliseconds} BETWEEN {EARLIEST_MS} AND {LATEST_MS}"
        f" THEN make_timestamp_ms({milliseconds}) END"
    )


@dataclass(frozen=True, slots=True)
class SqlColumn:
    """A column of a view, and where its values come from.

    Attributes
    ----------
    name
        Its name in a query.
    value
        SQL over the view's table or subquery; empty: the column of the same name.
    stored_as
        The column of the rows table that holds the values; empty: the same name; None: not stored.
    sql_type
        DuckDB's type of that column.
    nullable
        Whether a row may lack a value.
    shown
        Whether the views show it; if not, other columns are computed from it.
    """

    name: str
    value: str = ""
    stored_as: str | None = ""
    sql_type: str = "VARCHAR"
    nullable: bool = False
    shown: bool = True

    @property
    def written(self) -> str:
        """The name as a query must write it (quoted if need be)."""
        return f'"{self.name}"' if self.name in _RESERVED else self.name

    @property
    def stored_name(self) -> str:
        """Its column in the rows table; empty if it is not stored."""
        return "" if self.stored_as is None else self.stored_as or self.name


ROW_COLUMNS: Final = (
    SqlColumn("created_at", timestamp("created_ms"), "created_ms", "BIGINT", nullable=True),
    SqlColumn("event_time", timestamp("event_ms"), "event_ms", "BIGINT"),
    SqlColumn("board_ms", sql_type="BIGINT", shown=False),
    SqlColumn("id", sql_type="BIGINT", nullable=True),
    SqlColumn("screen_name"),
    SqlColumn("name"),
    SqlColumn("image_url"),
    SqlColumn("text"),
    SqlColumn("instrument"),
    SqlColumn("window_start", timestamp(WINDOW_START_MS), stored_as=None),
    SqlColumn("partition", sql_type="INTEGER", nullable=True),
    SqlColumn("offset", sql_type="BIGINT", nullable=True),
    SqlColumn("chart", sql_type="TINYINT", shown=False),
)
"""One row per counted tweet; the views ``tweets`` and ``votes``."""

CHART_COLUMNS: Final = (
    SqlColumn("window_start", timestamp("start_ms")),
    SqlColumn("instrument"),
    SqlColumn("votes"),
    SqlColumn("place", "row_number() OVER (PARTITION BY start_ms ORDER BY votes DESC, instrument)"),
)
"""One row per window and instrument, over (start_ms, instrument, votes)."""

USER_COLUMNS: Final = (
    SqlColumn("name"),
    SqlColumn("tweets"),
    SqlColumn("image_url", "CASE WHEN length(image_url) <= 2048 THEN image_url ELSE '' END"),
)
"""One row per user, over (name, tweets, image_url); an absurdly long address becomes NULL."""


def view_columns(columns: tuple[SqlColumn, ...]) -> tuple[SqlColumn, ...]:
    """The columns that a view shows."""
    return tuple(column for column in columns if column.shown)


def _written(columns: tuple[SqlColumn, ...]) -> tuple[str, ...]:
    return tuple(column.written for column in view_columns(columns))


VIEW_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "tweets": _written(ROW_COLUMNS),
    "votes": _written(ROW_COLUMNS),
    "charts": _written(CHART_COLUMNS),
    "users": _written(USER_COLUMNS),
}
"""Views and their columns, as they are written in a query."""

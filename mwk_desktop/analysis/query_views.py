"""SQL statements that create and fill the tables and views, built from
:mod:`mwk_desktop.sql_columns`."""

from __future__ import annotations

from typing import Final

from mwk_desktop.analysis.row_arrays import IN_CHART, STORED_COLUMNS, has_value
from mwk_desktop.messages import Message, message
from mwk_desktop.sql_columns import (
    CHART_COLUMNS,
    ROW_COLUMNS,
    USER_COLUMNS,
    WINDOW_START_MS,
    SqlColumn,
    view_columns,
)

VIEW_NOTES: Final[dict[str, Message]] = {
    "tweets": message("every counted message; times are UTC, instrument is NULL where it has none"),
    "votes": message("the messages that are in a chart (not late, not over the limit of votes)"),
    "charts": message("votes per window and instrument, as the show counts them"),
    "users": message("the leaderboard, best first"),
}
"""What each view contains."""


def _select(columns: tuple[SqlColumn, ...]) -> str:
    return ", ".join(
        f'{column.value or _quoted(column.stored_name)} AS "{column.name}"'
        for column in view_columns(columns)
    )


def _quoted(name: str) -> str:
    return f'"{name}"'


def _inserted(column: SqlColumn) -> str:
    name = _quoted(column.stored_name)
    return f"CASE WHEN {has_value(column)} THEN {name} END" if column.nullable else name


_STORED: Final = ", ".join(
    f"{_quoted(column.stored_name)} {column.sql_type}" for column in STORED_COLUMNS
)

CREATE_TABLES: Final = (
    "CREATE SCHEMA IF NOT EXISTS folded",
    f"CREATE TABLE IF NOT EXISTS folded.rows ({_STORED})",
    "CREATE TABLE IF NOT EXISTS folded.blocked (screen_name VARCHAR)",
    """CREATE TABLE IF NOT EXISTS folded.state (
        generation BIGINT, position BIGINT, tweets BIGINT, window_ms BIGINT)""",
    """INSERT INTO folded.state
        SELECT 0, 0, 0, 30000 WHERE NOT EXISTS (FROM folded.state)""",
)

RESTART: Final = (
    "DELETE FROM folded.rows",
    "DELETE FROM folded.blocked",
)

INSERT: Final = (
    f"INSERT INTO folded.rows SELECT {', '.join(map(_inserted, STORED_COLUMNS))} FROM batch"
)

_TWEETS: Final = f"SELECT {_select(ROW_COLUMNS)} FROM folded.rows, folded.state s"

VIEWS: Final = (
    f"CREATE OR REPLACE VIEW tweets AS {_TWEETS}",
    f"CREATE OR REPLACE VIEW votes AS {_TWEETS} WHERE chart = {IN_CHART}",
    f"""CREATE OR REPLACE VIEW charts AS
        WITH counted AS (
            SELECT {WINDOW_START_MS} AS start_ms, instrument, count(*) AS votes
            FROM folded.rows, folded.state s WHERE chart = {IN_CHART} GROUP BY ALL)
        SELECT {_select(CHART_COLUMNS)} FROM counted ORDER BY start_ms, place""",
    # The leaderboard's order: count, then the smaller time of the latest tweet, then the name. The
    # picture is the latest tweet's; of two at the same time, the larger address.
    f"""CREATE OR REPLACE VIEW users AS
        WITH standing AS (
            SELECT screen_name AS name, count(*) AS tweets, max(board_ms) AS latest_ms,
                max_by(image_url, (board_ms, image_url)) AS image_url
            FROM folded.rows
            WHERE screen_name NOT IN (SELECT screen_name FROM folded.blocked) GROUP BY screen_name)
        SELECT {_select(USER_COLUMNS)} FROM standing ORDER BY tweets DESC, latest_ms, name""",
)

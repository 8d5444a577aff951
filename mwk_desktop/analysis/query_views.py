"""What can be queried: the views, the tables below them, and their columns for completion."""

from __future__ import annotations

from typing import Final

from mwk_desktop.analysis.row_arrays import EARLIEST_MS, IN_CHART, LATEST_MS, NO_TIME

COLUMNS: Final = {
    "tweets": (
        "created_at",
        "event_time",
        "id",
        "screen_name",
        "name",
        "image_url",
        "text",
        "instrument",
        "window_start",
        "partition",
        '"offset"',
    ),
    "votes": (
        "created_at",
        "event_time",
        "id",
        "screen_name",
        "name",
        "image_url",
        "text",
        "instrument",
        "window_start",
        "partition",
        '"offset"',
    ),
    "charts": ("window_start", "instrument", "votes", "place"),
    "users": ("name", "tweets", "image_url"),
}
"""Views and their columns, as they are written in a query (``offset`` is a word of SQL's)."""

ABOUT: Final = {
    "tweets": "every counted message; times are UTC, instrument is NULL where it names none",
    "votes": "the messages that are in a chart (not late, not over the limit of votes)",
    "charts": "votes per window and instrument, as the show counts them",
    "users": "the leaderboard, best first",
}

CREATE_TABLES: Final = (
    "CREATE SCHEMA IF NOT EXISTS folded",
    """CREATE TABLE IF NOT EXISTS folded.rows (
        created_ms BIGINT, event_ms BIGINT, board_ms BIGINT, id BIGINT, screen_name VARCHAR,
        name VARCHAR, image_url VARCHAR, text VARCHAR, instrument VARCHAR, "partition" INTEGER,
        "offset" BIGINT, chart TINYINT)""",
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

INSERT: Final = f"""INSERT INTO folded.rows SELECT
    CASE WHEN created_ms <> {NO_TIME} THEN created_ms END, event_ms, board_ms,
    CASE WHEN has_id THEN id END, screen_name, name, image_url, text, instrument,
    CASE WHEN "partition" >= 0 THEN "partition" END,
    CASE WHEN "offset" >= 0 THEN "offset" END, chart
    FROM batch"""


def _time(column: str) -> str:
    return (
        f"CASE WHEN {column} BETWEEN {EARLIEST_MS} AND {LATEST_MS} THEN make_timestamp_ms({column})"
        " END"
    )


# Python's modulo and the show's: a time before 1970 is in the window that begins before it.
_WINDOW_MS: Final = "event_ms - ((event_ms % s.window_ms) + s.window_ms) % s.window_ms"

_TWEETS: Final = f"""SELECT {_time("created_ms")} AS created_at, {_time("event_ms")} AS event_time,
    id, screen_name, name, image_url, text, instrument, {_time(_WINDOW_MS)} AS window_start,
    "partition", "offset"
    FROM folded.rows, folded.state s"""

VIEWS: Final = (
    f"CREATE OR REPLACE VIEW tweets AS {_TWEETS}",
    f"CREATE OR REPLACE VIEW votes AS {_TWEETS} WHERE chart = {IN_CHART}",
    f"""CREATE OR REPLACE VIEW charts AS
        WITH counted AS (
            SELECT {_WINDOW_MS} AS start_ms, instrument, count(*) AS votes
            FROM folded.rows, folded.state s WHERE chart = {IN_CHART} GROUP BY ALL)
        SELECT {_time("start_ms")} AS window_start, instrument, votes,
            row_number() OVER (PARTITION BY start_ms ORDER BY votes DESC, instrument) AS place
        FROM counted ORDER BY start_ms, place""",
    # The order is the leaderboard's: count, then the smaller time of the latest tweet, then the
    # name; the picture is the latest tweet's, of two at one time the larger address, and none
    # where that is absurdly long.
    """CREATE OR REPLACE VIEW users AS
        WITH standing AS (
            SELECT screen_name AS name, count(*) AS tweets, max(board_ms) AS latest_ms,
                max_by(image_url, (board_ms, image_url)) AS image_url
            FROM folded.rows
            WHERE screen_name NOT IN (SELECT screen_name FROM folded.blocked) GROUP BY screen_name)
        SELECT name, tweets, CASE WHEN length(image_url) <= 2048 THEN image_url ELSE '' END
            AS image_url
        FROM standing ORDER BY tweets DESC, latest_ms, name""",
)

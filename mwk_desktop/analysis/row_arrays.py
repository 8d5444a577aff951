"""Counted rows as numpy columns for DuckDB. Pure; used in the query process."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from mwk_desktop.analysis.counted_rows import CountedRows
from mwk_desktop.sql_columns import ROW_COLUMNS, SqlColumn

NO_VOTE, IN_CHART, TAKEN_BACK = 0, 1, 2
"""The state of a row's vote: not counted (no vote, late, or over the limit), in the chart, or
removed because the user was blocked."""

STORED_COLUMNS: Final = tuple(column for column in ROW_COLUMNS if column.stored_name)
"""The columns of the rows' table, in order."""

_DTYPES: Final[dict[str, npt.DTypeLike]] = {
    "BIGINT": np.int64,
    "INTEGER": np.int32,
    "TINYINT": np.int8,
    "VARCHAR": np.object_,
}

_INT64_MAX: Final = (1 << 63) - 1
_FAR: Final = 1 << 62
"""A time beyond any calendar; arithmetic with it still fits into 64 bits."""


class RowArrays:
    """Collects columns batch by batch until :meth:`pop_arrays`."""

    def __init__(self) -> None:
        self._clear()

    def _clear(self) -> None:
        self._lists: dict[str, list[Any]] = {each.stored_name: [] for each in STORED_COLUMNS}
        self.count = 0

    def add(self, rows: CountedRows) -> None:
        """Append the counted tweets of a batch."""
        tweets = [rows.tweets[index] for index, _ in rows.counted]
        real = [tweet for tweet in tweets if tweet is not None]
        indexes = [index for index, _ in rows.counted]
        events_ms = [rows.events_ms[index] for index in indexes]
        instruments = [name for _, name in rows.counted]
        created = [tweet.created_at_ms for tweet in real]
        lists = self._lists
        lists["created_ms"] += [None if each is None else _within(each) for each in created]
        lists["event_ms"] += [max(-_FAR, min(time_ms, _FAR)) for time_ms in events_ms]
        lists["board_ms"] += [
            _within(rows.record_ms[index] if time_ms is None else time_ms)
            for index, time_ms in zip(indexes, created, strict=True)
        ]
        lists["id"] += [tweet.id for tweet in real]
        lists["screen_name"] += [tweet.screen_name for tweet in real]
        lists["name"] += [tweet.name for tweet in real]
        lists["image_url"] += [tweet.image_url for tweet in real]
        lists["text"] += [tweet.text for tweet in real]
        lists["instrument"] += instruments
        places = [rows.places[index] for index in indexes] if rows.places else []
        lists["partition"] += _known([each for each, _ in places], len(indexes))
        lists["offset"] += _known([each for _, each in places], len(indexes))
        refused = set(rows.refused)
        lists["chart"] += [
            IN_CHART
            if name is not None and event_ms >= rows.closed_until_ms and index not in refused
            else NO_VOTE
            for name, event_ms, index in zip(instruments, events_ms, indexes, strict=True)
        ]
        self.count += len(indexes)

    def pop_arrays(self) -> dict[str, Any]:
        """Return the columns as arrays by stored name, and start again with empty columns.

        A nullable column has zeros where it has no value, and a second array of booleans (see
        :func:`has_value`).
        """
        arrays: dict[str, Any] = {}
        for column in STORED_COLUMNS:
            values = self._lists[column.stored_name]
            if column.nullable:
                arrays[has_value(column)] = np.array(
                    [each is not None for each in values], np.bool_
                )
                values = [each or 0 for each in values]
            array = np.empty(self.count, _DTYPES[column.sql_type])
            array[:] = values
            arrays[column.stored_name] = array
        self._clear()
        return arrays


def has_value(column: SqlColumn) -> str:
    """Name of the boolean array that says where a nullable column has a value."""
    return f"has_{column.stored_name}"


def _known(numbers: list[int], count: int) -> list[int | None]:
    """Partitions or offsets, None for unknown ones."""
    return [None if each < 0 else each for each in numbers] or [None] * count


def _within(time_ms: int) -> int:
    """A time limited to 64 bits (the leaderboard's order accepts any integer)."""
    return max(-_INT64_MAX - 1, min(time_ms, _INT64_MAX))

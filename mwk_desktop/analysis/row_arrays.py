"""Counted rows as numpy columns for DuckDB. Pure; used in the query process."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from mwk_desktop.analysis.counted_rows import CountedRows

LATEST_MS: Final = 253_402_300_799_999
EARLIEST_MS: Final = -62_135_596_800_000
"""Years 1 to 9999: what every program that reads the answer can show. Times beyond are NULL."""

NO_TIME: Final = -(1 << 63)
"""A missing time in a column of numbers."""

NO_VOTE, IN_CHART, TAKEN_BACK = 0, 1, 2
"""What a row's vote is worth: nothing (no vote, late, or over the limit), one in the chart, or
taken back by a block."""

NAMES: Final = (
    "created_ms",
    "event_ms",
    "board_ms",
    "id",
    "screen_name",
    "name",
    "image_url",
    "text",
    "instrument",
    "partition",
    "offset",
    "chart",
)

_INT64_MAX: Final = (1 << 63) - 1
_FAR: Final = 1 << 62
"""Beyond any calendar; arithmetic with it still fits into 64 bits."""


class RowArrays:
    """Columns that grow batch by batch until :meth:`pop_arrays`."""

    def __init__(self) -> None:
        self._clear()

    def _clear(self) -> None:
        self._lists: dict[str, list[Any]] = {name: [] for name in NAMES}
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
        lists["created_ms"] += [NO_TIME if time_ms is None else time_ms for time_ms in created]
        lists["event_ms"] += [max(-_FAR, min(time_ms, _FAR)) for time_ms in events_ms]
        lists["board_ms"] += [
            rows.record_ms[index] if time_ms is None else time_ms
            for index, time_ms in zip(indexes, created, strict=True)
        ]
        lists["id"] += [tweet.id for tweet in real]
        lists["screen_name"] += [tweet.screen_name for tweet in real]
        lists["name"] += [tweet.name for tweet in real]
        lists["image_url"] += [tweet.image_url for tweet in real]
        lists["text"] += [tweet.text for tweet in real]
        lists["instrument"] += instruments
        if rows.places:
            places = [rows.places[index] for index in indexes]
        else:
            places = [(-1, -1)] * len(indexes)
        lists["partition"] += [partition for partition, _ in places]
        lists["offset"] += [offset for _, offset in places]
        refused = set(rows.refused)
        lists["chart"] += [
            IN_CHART
            if name is not None and event_ms >= rows.closed_until_ms and index not in refused
            else NO_VOTE
            for name, event_ms, index in zip(instruments, events_ms, indexes, strict=True)
        ]
        self.count += len(indexes)

    def pop_arrays(self) -> dict[str, Any]:
        """Return the columns as arrays, by name, and start empty ones."""
        lists = self._lists
        arrays: dict[str, Any] = {}
        for name in ("created_ms", "event_ms", "board_ms"):
            arrays[name] = np.array([_within(time_ms) for time_ms in lists[name]], np.int64)
        ids = lists["id"]
        arrays["id"] = np.array([0 if each is None else each for each in ids], np.int64)
        arrays["has_id"] = np.array([each is not None for each in ids], np.bool_)
        for name in ("screen_name", "name", "image_url", "text", "instrument"):
            column = np.empty(self.count, object)
            column[:] = lists[name]
            arrays[name] = column
        for name, kind in (("partition", np.int32), ("offset", np.int64), ("chart", np.int8)):
            arrays[name] = np.array(lists[name], kind)
        self._clear()
        return arrays


def _within(time_ms: int) -> int:
    """A time as it fits into 64 bits (the leaderboard's order takes any integer)."""
    return max(-_INT64_MAX - 1, min(time_ms, _INT64_MAX))

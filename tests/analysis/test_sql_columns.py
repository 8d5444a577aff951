"""The columns stand in one table: views, inserts, completion and docs have the same ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mwk_desktop.analysis.counted_rows import CountingRestarted, counted_rows_of, pack
from mwk_desktop.analysis.query_client import QueryClient
from mwk_desktop.analysis.query_views import VIEW_NOTES
from mwk_desktop.analysis.row_arrays import STORED_COLUMNS, RowArrays, has_value
from mwk_desktop.app.verbs.sql_prompt import completions as completions_at_the_prompt
from mwk_desktop.records.batch import Batch
from mwk_desktop.records.record_types import Tweet
from mwk_desktop.sql_columns import VIEW_COLUMNS
from mwk_desktop.ui.pages.sql_completion import completions
from tests.analysis.queries import rows

ROOT = Path(__file__).parents[2]

T0_MS = 1_523_450_010_000

TWEET = Tweet(
    id=None,
    screen_name="ana",
    name="Ana",
    text="drum",
    image_url="https://x/1.png",
    created_at_ms=None,
)


def batch_of(*tweets: Tweet, places: list[tuple[int, int]]) -> Batch:
    times = [T0_MS] * len(tweets)
    return Batch(tweets=list(tweets), events_ms=times, record_ms=times, places=places)


@pytest.mark.parametrize("view", VIEW_COLUMNS)
def test_the_views_have_the_columns_of_the_table(process: QueryClient, view: str) -> None:
    found = tuple(row[0] for row in rows(process, f"DESCRIBE {view}"))
    assert found == tuple(name.strip('"') for name in VIEW_COLUMNS[view])
    names = ", ".join(VIEW_COLUMNS[view])
    assert rows(process, f"SELECT {names} FROM {view} LIMIT 0") == []  # so they can be written


@pytest.mark.parametrize("view", VIEW_COLUMNS)
def test_completion_offers_the_columns_of_the_table(view: str) -> None:
    for column in VIEW_COLUMNS[view]:
        begun = column.strip('"')[:-1]
        text = f"SELECT x FROM {view} WHERE {begun}"
        assert column in completions(text, len(text))
        assert column in completions_at_the_prompt(text, begun)


def test_every_view_is_explained() -> None:
    assert set(VIEW_NOTES) == set(VIEW_COLUMNS)


def test_the_docs_name_every_column() -> None:
    docs = (ROOT / "docs" / "sql.md").read_text(encoding="utf-8")
    lines = {found[1]: found[0] for found in re.finditer(r"^\| `(\w+)` \|.*$", docs, re.M)}
    assert set(lines) == set(VIEW_COLUMNS)
    for view in set(lines) - {"votes"}:
        assert tuple(re.findall(r"`([^`]+)`", lines[view])[1:]) == VIEW_COLUMNS[view]


def test_what_a_row_does_not_have_is_null(process: QueryClient) -> None:
    batch = batch_of(TWEET, places=[])
    process.feed(pack([CountingRestarted(30_000), counted_rows_of(batch, [(0, None)], T0_MS)]))
    columns = 'created_at, id, instrument, "partition", "offset"'
    assert rows(process, f"SELECT {columns} FROM tweets") == [(None, None, None, None, None)]
    assert rows(process, "SELECT screen_name FROM tweets") == [("ana",)]


def test_zero_is_a_value(process: QueryClient) -> None:
    tweet = Tweet(id=0, screen_name="", name="", text="", image_url="", created_at_ms=0)
    batch = batch_of(tweet, places=[(0, 0)])
    process.feed(pack([CountingRestarted(30_000), counted_rows_of(batch, [(0, "")], T0_MS)]))
    columns = 'epoch_ms(created_at), id, screen_name, instrument, "partition", "offset"'
    assert rows(process, f"SELECT {columns} FROM tweets") == [(0, 0, "", "", 0, 0)]


def test_the_arrays_are_the_stored_columns() -> None:
    arrays = RowArrays().pop_arrays()
    nullable = {has_value(column) for column in STORED_COLUMNS if column.nullable}
    assert set(arrays) == {column.stored_name for column in STORED_COLUMNS} | nullable

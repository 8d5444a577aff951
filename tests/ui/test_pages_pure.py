"""The pages' arithmetic, without windows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.show.settings.load import load_settings
from mwk_desktop.show.workers_state import QueryState
from mwk_desktop.sql_columns import VIEW_COLUMNS
from mwk_desktop.ui.pages.query_page import _shares, _width
from mwk_desktop.ui.pages.rows_model import RowsModel
from mwk_desktop.ui.pages.setting_rows import section_title
from mwk_desktop.ui.pages.sql_completion import MOST, completions, word_at


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("select * from tw", "tweets"),
        ("select * from v", "votes"),
        ("select * from users join c", "charts"),
        ("sel", "SELECT"),
        ("select tweets.scr", "screen_name"),
        ("SELECT TWEETS.PART", "partition"),
        ("select x from tweets where ins", "instrument"),
        ("select x from tweets gro", "GROUP BY"),
        ("select offs", '"offset"'),
    ],
)
def test_the_likeliest_comes_first(text: str, first: str) -> None:
    assert completions(text, len(text))[0] == first


@pytest.mark.parametrize(
    "text",
    ["", "select ", "select 'tw", "-- tw", "select * from tweets", "nothing.x", "select zzz"],
)
def test_sometimes_nothing_is_offered(text: str) -> None:
    assert completions(text, len(text)) == []


def test_only_before_a_gap() -> None:
    assert completions("select tx from tweets", 8) == []
    assert completions("select t from tweets", 8)
    assert completions("select tweets.", 14) == list(VIEW_COLUMNS["tweets"])[:MOST]


@given(st.text(max_size=60), st.integers(0, 60))
def test_completion_never_fails(text: str, cursor: int) -> None:
    cursor = min(cursor, len(text))
    offered = completions(text, cursor)
    assert len(offered) <= MOST
    assert 0 <= word_at(text, cursor) <= cursor


def test_shares_and_widths() -> None:
    rows = (("a", "10"), ("b", "5"), ("c", None), ("d", "-3"), ("e", "nan"))
    query = QueryState(columns=("k", "n"), types=("VARCHAR", "DOUBLE"), rows=rows)
    assert _shares(query, 1) == [1.0, 0.5, 0.0, 0.0, 0.0]
    assert _width(query, 0) == 4
    wide = QueryState(columns=("text",), types=("VARCHAR",), rows=(("x" * 900,),))
    assert _width(wide, 0) == 48
    assert _shares(QueryState(columns=("k",), rows=(("a",),)), -1) == [0.0]


def test_a_model_tells_only_what_changed() -> None:
    model = RowsModel()
    told: list[tuple[str, int, int]] = []
    model.dataChanged.connect(lambda a, b, _roles: told.append(("changed", a.row(), b.row())))
    model.rowsInserted.connect(lambda _p, a, b: told.append(("in", a, b)))
    model.rowsRemoved.connect(lambda _p, a, b: told.append(("out", a, b)))
    model.modelReset.connect(lambda: told.append(("reset", 0, 0)))
    for rows, news in [
        ([1, 2, 3], [("in", 0, 2)]),
        ([1, 5, 3], [("changed", 1, 1)]),
        ([1], [("out", 1, 2)]),
        ([1, 7], [("in", 1, 1)]),
        ([1, 7], []),
    ]:
        told.clear()
        model.set_rows(rows)
        assert told == news
        assert model.rows == rows
    model.set_rows([9], reset=True)
    assert told == [("reset", 0, 0)]
    assert model.rowCount() == 1


def test_each_section_of_the_settings_has_a_title() -> None:
    for section in load_settings().redacted():
        assert section_title(section) != section

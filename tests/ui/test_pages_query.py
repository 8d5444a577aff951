"""The query page: typing, offers, answers, errors and what was asked before."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from page_driver import CTRL, open_page
from pages_state import ANSWER, READY
from PySide6.QtCore import Qt

from mwk_desktop.show.commands import RunQuery, StopQuery
from mwk_desktop.show.workers_state import QueryState

__all__ = ["open_page"]


def test_a_query_is_typed_completed_and_run(open_page: Any) -> None:
    page = open_page("query")
    page.ui.type("select scr")
    assert page.there("queryOffers")
    assert page.text("queryText") == "select scr"
    page.press(Qt.Key.Key_Return)  # takes the offer
    assert page.text("queryText") == "select screen_name"
    assert not page.there("queryOffers")
    page.ui.type(" from t")
    page.press(Qt.Key.Key_Escape)  # closes the list, not the page
    assert page.open == "query"
    page.ui.type("w")
    page.press(Qt.Key.Key_Tab)
    assert page.text("queryText") == "select screen_name from tweets"
    assert page.sent() == []
    page.press(Qt.Key.Key_Return, CTRL)
    assert page.sent() == [RunQuery("select screen_name from tweets")]


def test_an_offer_is_chosen_by_arrows_and_by_mouse(open_page: Any) -> None:
    page = open_page("query")
    page.ui.type("select c")
    offers = list(page.ui.windows.pages.query.offered)
    page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_Return)
    assert page.text("queryText") == f"select {offers[1]}"
    page.ui.type(", i")
    offers = list(page.ui.windows.pages.query.offered)
    page.click("offer_0")
    assert page.text("queryText").endswith(f", {offers[0]}")


def test_an_answer_is_a_table_with_bars(open_page: Any) -> None:
    page = open_page("query")
    page.click("query_1")
    assert page.sent() == [RunQuery(READY[1].text)]
    assert page.text("queryText") == READY[1].text
    page.know(query=QueryState(text=READY[1].text, running=True))
    assert page.text("queryStatus") == "Running\u2026"
    page.know(query=ANSWER)
    assert page.there("queryContinuous")
    assert "4 rows" in page.text("queryStatus")
    assert "1,203 tweets" in page.text("queryStatus")
    table = page.find("queryRows")
    texts = [item.property("text") for item in page.ui.items(table)]
    assert {"drum", "334", "NULL"} <= set(texts)
    bars = [i.width() for i in page.ui.items(table) if i.objectName() == "bar" and i.isVisible()]
    assert len(bars) == 4
    assert max(bars) == bars[0] > bars[1] > bars[3]
    # The stream goes on: the same rows, other numbers.
    rows = (("drum", "400"), *ANSWER.rows[1:])
    page.know(query=replace(ANSWER, rows=rows, as_of_tweets=1300))
    texts = [item.property("text") for item in page.ui.items(table)]
    assert "400" in texts
    assert "334" not in texts
    page.click("queryStop")
    assert page.sent() == [StopQuery()]


def test_an_error_says_where(open_page: Any) -> None:
    page = open_page("query")
    page.ui.type("selec 1")
    page.press(Qt.Key.Key_Escape) if page.there("queryOffers") else None
    page.click("queryRun")
    assert page.sent() == [RunQuery("selec 1")]
    wrong = QueryState(text="selec 1", error="syntax error at or near selec", error_at=0)
    page.know(query=wrong)
    assert page.text("queryError") == "syntax error at or near selec"
    assert page.there("queryErrorMark")
    # It is about what was run: typing on takes the mark away.
    page.find("queryText").forceActiveFocus()
    page.ui.type("t")
    assert not page.there("queryErrorMark")


def test_history_is_kept_and_run_again(open_page: Any) -> None:
    page = open_page("query")
    for text in ("select 1", "select 2"):
        page.type_into(page.find("queryText"), text)
        page.click("queryRun")
    page.sent()
    page.click("choice_past")
    page.click("query_1")
    assert page.sent() == [RunQuery("select 1")]
    assert page.text("queryText") == "select 1"


def test_a_hostile_answer_is_only_text(open_page: Any) -> None:
    page = open_page("query")
    evil = "<img src='https://example.org/x.png'>" + "\u0301" * 5000 + "\u202eevil" + "x" * 100_000
    columns = ("text", "<b>bold</b>")
    page.know(
        query=QueryState(
            "select", columns=columns, types=("VARCHAR", "VARCHAR"), rows=((evil, evil),)
        )
    )
    table = page.find("queryRows")
    cells = [item for item in page.ui.items(table) if item.property("text")]
    assert cells
    for cell in cells:
        assert cell.property("text").startswith("<img src='https")  # as it came: plain
        assert len(cell.property("text")) <= 240
        assert "\u202e" not in cell.property("text")
        assert cell.width() < 900


def test_the_editors_text_is_there_again(open_page: Any) -> None:
    page = open_page("query")
    page.ui.type("select 42")
    page.press(Qt.Key.Key_Escape) if page.there("queryOffers") else None
    page.press(Qt.Key.Key_Escape)
    assert page.open == ""
    page.ui.windows.pages.open("query")
    page.settle()
    assert page.text("queryText") == "select 42"

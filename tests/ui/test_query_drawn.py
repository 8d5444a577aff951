"""The SQL page draws what makes sense, in a real window; and the stage what is let through."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from page_driver import Page, open_shared_page
from pages_state import ANSWER
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from mwk_desktop.show.message_commands import ModerationState
from mwk_desktop.show.stage_state import ShowOnStage, StageMoment, StageState
from mwk_desktop.show.workers_state import QueryState

__all__ = ["open_shared_page"]

CHARTS = QueryState(
    text="SELECT window_start, place, instrument, votes FROM charts",
    columns=("window_start", "place", "instrument", "votes"),
    types=("TIMESTAMP", "BIGINT", "VARCHAR", "BIGINT"),
    rows=tuple(
        (f"2018-04-18 20:3{window}:00", str(place + 1), name, str(40 - 9 * place + window))
        for window in range(4)
        for place, name in enumerate(("synth", "pad", "drum"))
    ),
    row_count=12,
)


def shown(page: Page, name: str) -> list[str]:
    host = page.ui.find("pageHost")
    found = [i for i in page.ui.items(host) if i.objectName() == name and i.isVisible()]
    return [str(item.property("text")) for item in found]


def test_the_charts_are_lines_of_votes_over_time(open_shared_page: Any) -> None:
    page = open_shared_page("query")
    page.know(query=CHARTS)
    assert sorted(shown(page, "plotName")) == ["drum", "pad", "synth"]
    assert page.find("pick_up").property("word") == "votes"
    assert page.find("pick_across").property("word") == "window_start"
    assert page.find("pick_each").property("word") == "instrument"
    plot = page.find("queryPlot")
    said = QAccessible.queryAccessibleInterface(plot).text(QAccessible.Text.Name)
    assert "synth 43" in said
    # By keyboard, then by pointer, a moment is read off.
    plot.forceActiveFocus()
    page.press(Qt.Key.Key_Left)
    assert shown(page, "plotTitle") == ["2018-04-18 20:33:00"]
    assert shown(page, "plotTold") == ["synth 43", "pad 34", "drum 25"]
    at = plot.mapToScene(plot.boundingRect().topLeft())
    left = QPoint(int(at.x() + plot.property("edge")) + 2, int(at.y()) + 80)
    QTest.mouseMove(page.ui.console, left)
    page.settle()
    assert shown(page, "plotTold") == ["synth 40", "pad 31", "drum 22"]
    # Another column, by its list.
    page.ui.click(page.find("pick_each"))
    page.press(Qt.Key.Key_Home)
    page.press(Qt.Key.Key_Return)
    assert len(shown(page, "plotName")) == 1


def test_bars_are_of_the_votes_or_of_what_is_clicked(open_shared_page: Any) -> None:
    page = open_shared_page("query")
    page.know(query=CHARTS)
    page.click("choice_bars")
    view = page.ui.windows.pages.query
    assert view.barColumn == 3
    page.click("head_1")
    assert (view.kind, view.barColumn) == ("bars", 1)
    page.click("choice_table")
    assert not [i for i in page.ui.items(page.find("queryRows")) if i.objectName() == "bar"
                and i.isVisible()]  # fmt: skip
    # The same query again keeps what was chosen; another one does not.
    page.know(query=replace(CHARTS, took_ms=9.0))
    assert view.kind == "table"
    page.know(query=ANSWER)
    assert (view.kind, view.barColumn) == ("bars", 1)
    assert not page.there("choice_time")


def test_show_on_the_stage_is_asked_and_told(open_shared_page: Any) -> None:
    page = open_shared_page("query")
    page.know(query=CHARTS)
    page.click("queryOnStage")
    assert page.sent() == [ShowOnStage("sql")]
    page.show.change(stage=StageState(StageMoment.SQL))
    page.settle()
    assert page.text("queryOnStage") == "On the stage"
    page.click("queryOnStage")
    assert page.sent() == [ShowOnStage("votes")]


def test_in_approve_no_unapproved_text_of_an_answer_is_drawn_on_the_stage(
    open_shared_page: Any,
) -> None:
    """Checked on the items that are drawn: as a table, as bars, as lines."""
    page = open_shared_page("query")
    page.ui.press(Qt.Key.Key_Escape)
    page.ui.press(Qt.Key.Key_S)
    assert QTest.qWaitForWindowExposed(page.ui.stage, 60_000)
    page.show.change(
        stage=StageState(StageMoment.SQL), moderation=ModerationState(approve=True, names={})
    )
    rows = tuple((f"secret{n}", f"a secret text {n}", str(9 - n)) for n in range(6))
    times = tuple((f"2018-04-18 20:3{n % 3}:00", f"secret{n}", str(n)) for n in range(9))
    names = ("screen_name", "text", "votes")
    answers = {
        "table": (names[:2], ("VARCHAR", "VARCHAR"), tuple(row[:2] for row in rows)),
        "bars": (names, ("VARCHAR", "VARCHAR", "BIGINT"), rows),
        "lines": (("moment", *names[::2]), ("TIMESTAMP", "VARCHAR", "BIGINT"), times),
        "secret": (("screen_name", "secret9"), ("VARCHAR", "BIGINT"), (("secret1", "5"),)),
    }
    text = "SELECT screen_name, text, votes, moment FROM tweets"
    for kind, (columns, types, cells) in answers.items():
        page.know(query=QueryState(text=text, columns=columns, types=types, rows=cells))
        stage = page.ui.stage.contentItem()
        drawn = [str(i.property("text")) for i in page.ui.items(stage) if i.property("text")]
        assert not [one for one in drawn if "secret" in one.lower()], kind
        assert any("\u2022" in one for one in drawn), kind
        assert page.ui.windows.stage.queryKind == ("bars" if kind == "secret" else kind)

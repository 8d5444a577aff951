"""The talk's panel and the rail's last minute, in a real window."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from fake_show import evening
from PySide6.QtCore import QPointF, Qt

from mwk_desktop.show.commands import SetHold
from mwk_desktop.show.silence import SilenceState
from mwk_desktop.show.talk_clock import ExtendTalk, PlanTalk, StartTalk, TalkPlan, TalkState
from mwk_desktop.ui.console.talk_view import minutes_of

MINUTE_MS = 60_000
PLAN = TalkPlan(45 * MINUTE_MS, 5 * MINUTE_MS, MINUTE_MS)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def talking(talk: TalkState) -> Any:
    before = evening()
    talk = replace(talk, plan=replace(PLAN, ending=talk.ending))
    return replace(before, workers=replace(before.workers, talk=talk))


@pytest.fixture
def panel(shared_console: Any) -> Any:
    """A console with the talk's panel open, the clock not started."""
    ui = shared_console(talking(TalkState(45 * MINUTE_MS)))
    if not ui.shows("talkPanel"):
        ui.press(Qt.Key.Key_T, CTRL)
    return ui


def _type(ui: Any, field: str, text: str) -> None:
    ui.click(ui.find(field))
    ui.press(Qt.Key.Key_A, CTRL)
    ui.type(text)
    ui.press(Qt.Key.Key_Return)


def test_the_panel_leaves_the_strips_and_the_transport_free(panel: Any) -> None:
    box, master = panel.find("talkPanel"), panel.find("master")
    assert box.mapToScene(QPointF(0, 0)).x() >= master.mapToScene(QPointF(master.width(), 0)).x()
    assert box.mapToScene(QPointF(0, 0)).y() >= panel.find("rail").mapToScene(QPointF(0, 40)).y()
    panel.click(panel.find("hold"))
    assert panel.sent() == [SetHold(True)]


def test_what_the_panel_does(panel: Any) -> None:
    told = {
        "talkStart": StartTalk(),
        "talkMore": PlanTalk(length_ms=46 * MINUTE_MS),
        "talkLess": PlanTalk(length_ms=44 * MINUTE_MS),
        "talkEnding": PlanTalk(ending="thanks"),
    }
    for name, command in told.items():
        panel.click(panel.find(name))
        assert panel.sent() == [command], name
    _type(panel, "talkLength", "30")
    _type(panel, "talkAmber", "4:30")
    _type(panel, "talkRed", "x")
    assert panel.sent() == [PlanTalk(length_ms=30 * MINUTE_MS), PlanTalk(amber_ms=270_000)]


def test_what_is_typed_reaches_no_show_and_esc_closes(panel: Any) -> None:
    panel.click(panel.find("talkLength"))
    panel.type("ag")
    panel.press(Qt.Key.Key_Space)
    panel.press(Qt.Key.Key_Escape)
    assert not panel.shows("talkPanel")
    assert panel.sent() == []


def test_the_last_minute_stands_in_the_rail(shared_console: Any) -> None:
    """One key puts it off, and a silence is more important."""
    ui = shared_console(talking(TalkState(34_000, True, "red", "thanks")))
    bar, rail = ui.find("endingBar"), ui.find("rail")
    assert bar.isVisible()
    assert bar.mapToScene(QPointF(0, 0)) == rail.mapToScene(QPointF(0, 0))
    assert bar.height() == rail.height()
    assert ui.find("endsText").property("text") == "Ends by itself in 0:34"
    ui.press(Qt.Key.Key_T, CTRL | SHIFT)
    ui.press(Qt.Key.Key_L)
    ui.click(ui.find("postpone"))
    ui.click(ui.find("endNot"))
    ui.press(Qt.Key.Key_L)
    assert ui.sent() == [ExtendTalk(120_000), ExtendTalk(120_000), PlanTalk(ending="none")]
    ui.show.change(panic="silent", silence=SilenceState("silent", 7.0))
    ui.settle()
    assert ui.find("silentBar").isVisible()
    assert ui.find("silentBar").parentItem().childItems().index(ui.find("silentBar")) > (
        bar.parentItem().childItems().index(bar)
    )


@pytest.mark.parametrize(
    "talk",
    [
        TalkState(61_000, True, "red", "thanks"),
        TalkState(34_000, False, "red", "thanks"),
        TalkState(34_000, True, "red", "none"),
        TalkState(-1_000, True, "red", "thanks"),
    ],
)
def test_no_last_minute_where_nothing_ends_by_itself(shared_console: Any, talk: TalkState) -> None:
    ui = shared_console(talking(talk))
    assert not ui.find("endingBar").isVisible()


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("45", 45.0), ("5:30", 5.5), (" 1:00 ", 1.0), ("", None), ("x", None), ("1:x", None)],
)
def test_minutes_as_typed(text: str, minutes: float | None) -> None:
    assert minutes_of(text) == minutes

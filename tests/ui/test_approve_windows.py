"""Approving before the wall, in real windows: the page that holds still, and the stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from fake_show import winner_state
from moderated_crowd import Crowd
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mwk_desktop.show import commands as ask
from mwk_desktop.show.audience_snapshot import UNSHOWN_NAME
from mwk_desktop.show.message_commands import SetModeration
from mwk_desktop.show.snapshot import Leader
from mwk_desktop.show.stage_state import StageMoment, StageState

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def crowd(ui: Any) -> Crowd:
    return Crowd(ui)


def texts(ui: Any, root: Any) -> Iterator[str]:
    for item in ui.items(root):
        text = item.property("text")
        if isinstance(text, str) and text and item.isVisible():
            yield text


def rows(ui: Any) -> list[str]:
    found = [i for i in ui.items() if i.objectName() == "queueText" and i.isVisible()]
    return [item.property("text").strip("\u2068\u2069") for item in found]


def test_the_switch_sends_the_mode(ui: Any, crowd: Crowd) -> None:
    ui.click(ui.find("messageMode_1"))
    assert ui.sent() == [SetModeration(True)]
    crowd.show()
    ui.click(ui.find("messageMode_0"))
    assert ui.sent() == [SetModeration(False)]


def test_a_page_holds_still_and_is_worked_with_one_key_each(ui: Any, crowd: Crowd) -> None:
    crowd.writes("one", "two crap", "three", "four")
    crowd.show()
    page = rows(ui)
    assert page == ["four", "three", "two crap", "one"]
    ui.press(Qt.Key.Key_9, Qt.KeyboardModifier.AltModifier)
    assert ui.find("queueFocus").hasActiveFocus()
    crowd.writes(*(f"more {n}" for n in range(30)))
    crowd.show()
    assert rows(ui) == page, "the page waits for its rows"
    ui.press(Qt.Key.Key_Right)
    ui.press(Qt.Key.Key_Left)
    sent = crowd.carry_out()
    assert [(c.approve, len(c.serials)) for c in sent] == [(True, 1), (False, 1)]
    assert [item.text for item in crowd.moderation.feed] == ["four"]
    assert rows(ui) == page, "no row moves"
    ui.press(Qt.Key.Key_Right, SHIFT)
    ui.press(Qt.Key.Key_Left, SHIFT)
    crowd.carry_out()
    ui.settle()
    assert rows(ui) == [f"more {29 - n}" for n in range(len(page))], "all decided: the next page"
    ui.press(Qt.Key.Key_Return)
    assert rows(ui) == [f"more {29 - n - len(page)}" for n in range(len(page))]
    assert "crap" not in " ".join(item.text for item in crowd.moderation.feed)


def test_buttons_of_a_row_and_of_the_page(ui: Any, crowd: Crowd) -> None:
    crowd.writes("one", "two crap")
    crowd.show()
    approve = [i for i in ui.items() if i.objectName() == "approve" and i.isVisible()]
    ui.click(approve[1])
    (command,) = ui.sent()
    assert command.approve
    ui.click(ui.find("refuseMarked"))
    (command,) = ui.sent()
    assert not command.approve
    ui.click(approve[0])
    assert ui.sent() == [], "a decided row is decided"


def test_a_blocked_author_and_a_lock(ui: Any, crowd: Crowd) -> None:
    crowd.writes("one")
    crowd.show()
    ui.find("queueFocus").forceActiveFocus()
    ui.press(Qt.Key.Key_X)
    assert ui.sent() == [ask.BlockUser("secret1")]
    ui.press(Qt.Key.Key_L)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
        ui.press(key)
        ui.press(key, SHIFT)
    ui.windows.console.queue.approveClean()
    ui.windows.console.queue.approve(0)
    assert ui.sent() == []


def test_the_stage_holds_nothing_unapproved_under_a_flood(ui: Any, crowd: Crowd) -> None:
    """A thousand messages in one second: beside the race, on the wall, at the winner."""
    ui.press(Qt.Key.Key_S)
    assert QTest.qWaitForWindowExposed(ui.stage, 60_000)
    leaders = tuple(Leader(f"secret{n}", 9, f"https://x/secret{n}.png") for n in (1, 2))
    winner = winner_state()
    rows_ = tuple(replace(row, name="secret3") for row in winner.rows)
    # Before the last seconds: messages may stand beside the race.
    window = replace(ui.show.snapshot().window, remaining_ms=10_000)
    crowd.show(leaders=leaders, window=window)
    for step in range(10):
        crowd.writes(*(f"secret text {step} {n}" for n in range(100)))
        crowd.t_ms += 100
        moment = StageState(StageMoment.VOTES if step < 4 else StageMoment.MESSAGES)
        shown = replace(winner, rows=rows_, names=("secret4",)) if step > 6 else None
        crowd.show(stage=moment, winner=shown)
        seen = [str(item.property("text")) for item in ui.items(ui.stage.contentItem())]
        assert not [text for text in seen if "secret" in text.lower()]
        cards = ui.windows.stage.cards + ui.windows.stage.wall
        assert {card["serial"] for card in cards} == {-1}
    assert any(UNSHOWN_NAME in text for text in texts(ui, ui.stage.contentItem()))
    crowd.show(winner=None)
    ui.click(ui.find("approveAll"))
    crowd.carry_out()
    ui.settle()
    seen = " ".join(texts(ui, ui.stage.contentItem()))
    approved = {item.text for item in crowd.moderation.feed}
    assert approved
    assert any(text in seen for text in approved)

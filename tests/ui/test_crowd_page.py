"""The page of messages and crowd, in a real window: the queue, the stage, the word list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from fake_show import served
from layout_checks import _disjoint, _rect, _texts
from moderated_crowd import Crowd
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from mwk_desktop.messages import verbatim
from mwk_desktop.show import commands as ask
from mwk_desktop.show.message_commands import (
    DecideMessages,
    SetApprovalsToPass,
    SetModeration,
    SetWordList,
    UndoDecision,
)
from mwk_desktop.show.stage_state import StageMoment, StageState
from mwk_desktop.show.workers_state import WordListFile
from mwk_desktop.ui.marked_text import marked_parts
from mwk_desktop.ui.safe_text import safe
from mwk_desktop.word_list import WordList

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def crowd(ui: Any) -> Crowd:
    return Crowd(ui)


def opened(ui: Any) -> Any:
    ui.press(Qt.Key.Key_G, CTRL)
    page = ui.find("crowdPage")
    assert page.isVisible()
    return page


def rows(ui: Any) -> list[str]:
    page = ui.find("crowdPage")
    found = [i for i in ui.items(page) if i.objectName() == "queueText" and i.isVisible()]
    return [item.property("text").strip("\u2068\u2069") for item in found]


def test_the_page_has_room_for_nine_and_is_worked_by_keys(ui: Any, crowd: Crowd) -> None:
    crowd.writes(*(f"text {n}" for n in range(12)), "a crap")
    crowd.show()
    page = opened(ui)
    assert ui.find("pageQueue", page).hasActiveFocus()
    assert ui.find("pageWaiting", page).property("text") == "13"
    shown = rows(ui)
    assert len(shown) >= 9
    assert shown[0] == "a crap"
    ui.press(Qt.Key.Key_Left)
    ui.press(Qt.Key.Key_Right)
    sent = crowd.carry_out()
    assert [(c.approve, len(c.serials)) for c in sent] == [(False, 1), (True, 1)]
    assert rows(ui) == shown, "no row moves"
    ui.press(Qt.Key.Key_Z, CTRL)
    assert ui.sent() == [UndoDecision()]
    ui.press(Qt.Key.Key_Right, SHIFT)
    crowd.carry_out()
    ui.settle()
    assert len(rows(ui)) == 13 - len(shown), "all decided: the next page"
    ui.press(Qt.Key.Key_X)
    (block,) = ui.sent()
    assert isinstance(block, ask.BlockUser)
    ui.press(Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert ui.sent() == []


def test_what_was_undone_waits_again(ui: Any, crowd: Crowd) -> None:
    crowd.writes("one", "two")
    crowd.show()
    opened(ui)
    ui.press(Qt.Key.Key_Left)
    (command,) = crowd.carry_out()
    state = [i for i in ui.items(ui.find("crowdPage")) if i.objectName() == "queueState"]
    assert "refused" in [item.property("text") for item in state]
    keys = [k for k, decided in crowd.moderation.decisions.items() if not decided]
    crowd.moderation.decide(keys, None)
    crowd.show()
    assert "refused" not in [item.property("text") for item in state]
    assert ui.windows.console.queue.serialAt(0) == command.serials[0]


def test_twenty_messages_a_second_move_no_row(ui: Any, crowd: Crowd) -> None:
    crowd.writes(*(f"first {n}" for n in range(10)))
    crowd.show()
    opened(ui)
    before = rows(ui)
    for second in range(30):
        crowd.writes(*(f"{second} {n}" for n in range(20)))
        crowd.t_ms += 1000
        crowd.show()
        assert rows(ui) == before
    assert int(ui.find("pageWaiting").property("text")) == 500
    # Two keys a page: all without a listed word, and the next one.
    ui.press(Qt.Key.Key_Right, SHIFT)
    crowd.carry_out()
    ui.settle()
    assert rows(ui)[0] == "29 19"


def test_a_listed_word_is_marked_inside_text_and_name(ui: Any, crowd: Crowd) -> None:
    crowd.writes("this C\u0155AP needs pads", "fine")
    crowd.show()
    page = opened(ui)
    assert rows(ui) == ["fine", "this C\u0155AP needs pads"]
    marked = [i for i in ui.items(page) if i.objectName() == "markedWord" and i.isVisible()]
    assert len(marked) == 1
    assert "C\u0155AP" in [i.property("text") for i in _texts(ui, marked[0])]
    assert ui.find("refuseMarked", page).property("text") == "Refuse 1 marked"
    assert ui.find("approveAll", page).property("text") == "Approve 1 clean"
    # A name, too, and at once.
    crowd.moderation.set_words(WordList(["secret2"]))
    crowd.show()
    marked = [i for i in ui.items(page) if i.objectName() == "markedWord" and i.isVisible()]
    assert [i.property("text") for item in marked for i in _texts(ui, item)] == ["secret2"]


def test_a_row_older_than_the_newest_is_marked_when_its_word_is_listed(
    ui: Any, crowd: Crowd
) -> None:
    crowd.writes("this is a snake")
    crowd.show()
    page = opened(ui)
    # The page holds still while more come than a snapshot names.
    for n in range(4):
        crowd.t_ms += 1000
        crowd.writes(*(f"later {n} {m}" for m in range(20)))
    crowd.moderation.set_words(WordList(["snake"]))
    crowd.show()
    assert rows(ui) == ["this is a snake"]
    assert ui.find("approveAll", page).property("text") == "Approve 0 clean"
    assert ui.find("refuseMarked", page).property("text") == "Refuse 1 marked"


def test_changes_of_the_word_list_in_quick_succession_are_all_kept(ui: Any, crowd: Crowd) -> None:
    crowd.show()
    view = ui.windows.console.crowd
    assert view.addWord("one")
    assert view.addWord("two")
    assert not view.addWord("one"), "it is asked for already"
    assert ui.sent() == [SetWordList(("crap", "one")), SetWordList(("crap", "one", "two"))]
    # The first of them is carried out, the second is still on its way.
    crowd.moderation.set_words(WordList(("crap", "one")))
    crowd.show()
    view.removeWord(0)
    assert ui.sent() == [SetWordList(("one", "two"))]
    # An undo takes all of them back.
    crowd.moderation.set_words(WordList(("crap",)))
    crowd.show()
    assert view.addWord("three")
    assert ui.sent() == [SetWordList(("crap", "three"))]


def test_words_are_added_found_and_taken_away(ui: Any, crowd: Crowd) -> None:
    crowd.show()
    page = opened(ui)
    ui.click(ui.find("newWord", page))
    ui.type("  bit.ly/win ")
    ui.press(Qt.Key.Key_Return)
    assert ui.sent() == [SetWordList(("crap", "bit.ly/win"))]
    assert ui.find("newWord").property("text") == ""
    words = ("crap", "bit.ly/win", "promo*")
    crowd.moderation.set_words(WordList(words))
    crowd.show()
    assert ui.find("wordsText").property("text").startswith("3 words")
    assert [row["word"].strip("\u2068\u2069") for row in ui.windows.console.crowd.words] == [
        "promo*",
        "bit.ly/win",
        "crap",
    ]
    ui.click(ui.find("newWord", page))
    ui.type("cra")
    ui.settle()
    assert [row["place"] for row in ui.windows.console.crowd.words] == [0]
    ui.click(ui.find("removeWord_0", page))
    assert ui.sent() == [SetWordList(("bit.ly/win", "promo*"))]
    # Nothing but signs is no word, and none is on the list twice.
    view = ui.windows.console.crowd
    assert not any(view.addWord(text) for text in ("", " # ", "promo*"))
    assert ui.sent() == []
    file = WordListFile("/shows/hall.txt", verbatim("/shows/hall.txt: cannot be written (full)"))
    ui.show.change(workers=replace(ui.show.snapshot().workers, word_list=file))
    ui.settle()
    assert "cannot be written" in ui.find("wordsFile").property("text")


def test_who_passes_by_themselves_is_a_switch(ui: Any, crowd: Crowd) -> None:
    crowd.show()
    page = opened(ui)
    assert "3 times" in ui.find("passing", page).property("text")
    ui.click(ui.find("passing", page))
    assert ui.sent() == [SetApprovalsToPass(3)]
    crowd.moderation.set_approvals_to_pass(5)
    crowd.show()
    assert ui.find("passing").property("on")
    assert "5 times" in ui.find("passing").property("text")
    ui.click(ui.find("passing"))
    assert ui.sent() == [SetApprovalsToPass(0)]
    ui.click(ui.find("pageMode_0"))
    assert ui.sent() == [SetModeration(False)]


def test_what_is_on_the_stage_is_shown_and_hidden(ui: Any, crowd: Crowd, qtbot: Any) -> None:
    ui.press(Qt.Key.Key_S)
    assert QTest.qWaitForWindowExposed(ui.stage, 60_000)
    crowd.writes("drum please", "pad please")
    crowd.moderation.decide([(f"secret{n}", str(n)) for n in (1, 2)], True)
    page = opened(ui)
    wall = StageState(StageMoment.MESSAGES)
    crowd.show(stage=wall)
    qtbot.waitUntil(lambda: len(_serials(ui)) == 2, timeout=60_000)
    ui.settle()
    read = {i.property("text") for i in _texts(ui, page) if i.objectName() == "onStageText"}
    assert {text.strip("\u2068\u2069") for text in read} == {"drum please", "pad please"}
    first, second = _serials(ui)
    ui.find("pageQueue", page).forceActiveFocus()
    ui.press(Qt.Key.Key_H)
    ui.click(ui.find("hideOnStage_1", page))
    assert ui.sent() == [ask.HideMessage(first), ask.HideMessage(second)]
    # Another moment: none of them can be read there.
    crowd.show(stage=StageState(StageMoment.BLACK))
    qtbot.waitUntil(lambda: ui.windows.console.crowd.onStage == [], timeout=60_000)


def _serials(ui: Any) -> list[int]:
    """The messages that stand on the stage."""
    return [row["serial"] for row in ui.windows.console.crowd.onStage if row["serial"] >= 0]


def _row(serial: int) -> dict[str, Any]:
    return {"serial": serial, "name": f"user{serial}", "text": f"text {serial}"}


def _point_at(ui: Any, item: Any) -> None:
    middle = _rect(item).center().toPoint()
    QTest.mouseMove(ui.console, middle - QPoint(2, 0))
    QTest.mouseMove(ui.console, middle)
    ui.settle()


def test_a_message_that_is_pointed_at_stays_in_its_row(
    ui: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stage goes on to the next one: Hide is still for the one that was read."""
    page = opened(ui)
    crowd = ui.windows.console.crowd
    # The rows come from the test, not from the stage.
    monkeypatch.setattr(ui.windows.companion, "follow", lambda stage: None)
    bottom = ui.find("passing", page).mapToScene(QPointF(0, 0)).y()
    crowd.show_stage([_row(7), _row(8)])
    ui.settle()
    row = ui.find("onStageRow_1", page)
    _point_at(ui, ui.find("hideOnStage_1", page))
    assert row.property("pointedAt")
    crowd.show_stage([_row(7), _row(9)])
    ui.settle()
    assert [ui.find("onStageText", row).property("text"), row.property("gone")] == ["text 8", True]
    assert ui.find("onStageGone", row).isVisible()
    # Its page is turned: nothing below moves under the pointer.
    crowd.show_stage([])
    ui.settle()
    assert ui.find("passing", page).mapToScene(QPointF(0, 0)).y() == bottom
    ui.click(ui.find("hideOnStage_1", page))
    assert ui.sent() == [ask.HideMessage(8)]
    _point_at(ui, ui.find("pageMode", page))
    crowd.show_stage([_row(7), _row(9)])
    ui.settle()
    assert [ui.find("onStageText", row).property("text"), row.property("gone")] == ["text 9", False]


def test_the_key_hides_what_was_read_not_what_has_just_come(
    ui: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(ui)
    crowd = ui.windows.console.crowd
    monkeypatch.setattr(ui.windows.companion, "follow", lambda stage: None)
    now_s = [100.0]
    monkeypatch.setattr(crowd, "clock", lambda: now_s[0])
    crowd.show_stage([_row(7), _row(8)])
    now_s[0] += 3.0
    crowd.show_stage([_row(9), _row(8)])
    ui.settle()
    ui.find("pageQueue", page).forceActiveFocus()
    for passed_s in (0.2, 0.1, 3.0):
        now_s[0] += passed_s
        ui.press(Qt.Key.Key_H)
    # The second press, just after the first, can only mean the one that stands there.
    assert ui.sent() == [ask.HideMessage(7), ask.HideMessage(9), ask.HideMessage(9)]


@pytest.mark.parametrize("size", [(1024, 600), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_nothing_lies_over_another_and_all_can_be_reached(
    open_ui: Callable[..., Any], size: tuple[int, int], language: str
) -> None:
    ui = open_ui(served(), size)
    crowd = Crowd(ui)
    ui.windows.change_language(language)
    crowd.writes(*(f"text {n}" for n in range(20)), "this crap and more of it " * 20)
    crowd.show()
    page = opened(ui)
    ui.settle()
    assert len(rows(ui)) >= (5 if size[1] == 600 else 9 if size[1] == 800 else 15)
    parts = {n: _rect(ui.find(n, page)) for n in ("pageMode", "pageWaiting", "pageQueue")}
    parts["right"] = _rect(ui.find("pageBody", page))
    foot = ("approveAll", "refuseMarked", "nextPage")
    _disjoint({n: _rect(ui.find(n, page)) for n in foot})
    frame = _rect(ui.find("page", page))
    for text in _texts(ui, ui.find("pageQueue", page)):
        assert frame.contains(_rect(text)), text.property("text")
    for name in ("pageMode_0", "pageMode_1", *foot):
        for text in _texts(ui, ui.find(name, page)):
            assert not text.property("truncated"), text.property("text")


def test_a_locked_page_decides_nothing(ui: Any, crowd: Crowd) -> None:
    crowd.writes("one")
    crowd.show()
    page = opened(ui)
    ui.windows.console.toggleLock()
    ui.settle()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_X, Qt.Key.Key_H):
        ui.press(key)
    for name in ("approve", "refuse", "approveAll", "passing", "pageMode_0"):
        ui.click(ui.find(name, page))
    ui.windows.console.crowd.addWord("word")
    assert ui.sent() == []


def test_the_place_of_a_word_in_what_is_shown() -> None:
    words = WordList(["crap", "straße"])
    assert marked_parts(safe("a C\u0155A\u200bP b"), words) == {
        "before": "a",
        "word": "C\u0155AP",
        "after": "b",
        "leftwards": False,
    }
    assert marked_parts(safe("in der STRASSE."), words)["word"] == "STRASSE"
    assert marked_parts(safe("in der Stra\u00dfe."), words)["word"] == "Stra\u00dfe"
    assert marked_parts(safe("scrap"), words) == {}
    right = marked_parts(safe("\u0645\u0631\u062d\u0628\u0627 crap"), words)
    assert right["leftwards"]
    assert marked_parts("\u2068crap\u2069", words)["before"] == ""


def test_messages_that_wait_are_decided_once(ui: Any, crowd: Crowd) -> None:
    crowd.writes("one")
    crowd.show()
    page = opened(ui)
    ui.click(ui.find("approve", page))
    ui.click(ui.find("approve", page))
    sent = ui.sent()
    assert len(sent) == 1
    assert isinstance(sent[0], DecideMessages)

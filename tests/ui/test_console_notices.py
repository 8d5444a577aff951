"""What the console says in words about what a press did: the unseen winner, and undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fake_show import evening, replay_trouble, trouble, winner_state
from layout_checks import check_whole_console
from PySide6.QtCore import QPointF, QRectF, Qt

from mwk_desktop.messages import message
from mwk_desktop.show import commands as ask
from mwk_desktop.show.instrument_names import strip_name


def _rect(item: Any) -> QRectF:
    corner = item.mapToScene(QPointF(0, 0))
    return QRectF(corner.x(), corner.y(), item.width(), item.height())


def _win(desk: Any) -> None:
    desk.show.change(winner=winner_state())
    desk.settle()


def test_a_winner_on_a_closed_stage_is_told_until_it_opens(desk: Any) -> None:
    assert not desk.windows.windows.stageOpen
    note = desk.find("winnerUnseen")
    assert not note.isVisible()
    desk.press(Qt.Key.Key_W)
    assert desk.sent() == [ask.ShowWinner(True)]
    _win(desk)
    assert note.isVisible()
    head = desk.find("bannerHead", note).property("text")
    assert head == "The winner is on the stage, which is closed."
    assert "S opens it" in note.property("facts").toVariant()["rest"]
    desk.press(Qt.Key.Key_S, window=desk.console)
    assert desk.windows.windows.stageOpen
    assert not note.isVisible()
    desk.press(Qt.Key.Key_S, window=desk.console)
    assert note.isVisible()
    # Its button too; and the moment's end takes it away.
    desk.click(desk.find("bannerStage", note))
    assert desk.windows.windows.stageOpen
    assert not note.isVisible()
    desk.press(Qt.Key.Key_S, window=desk.console)
    desk.show.change(winner=None)
    desk.settle()
    assert not note.isVisible()


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("state", [evening, trouble, replay_trouble])
def test_there_is_room_for_it_beside_what_is_wrong(
    open_desk: Callable[..., Any], state: Callable[[], Any], language: str
) -> None:
    desk = open_desk(state(), language=language)
    _win(desk)
    note = desk.find("winnerUnseen")
    assert note.isVisible()
    banners = [desk.find(f"banner_{i}") for i in range(len(desk.windows.console.banners))]
    for banner in banners:
        assert not _rect(banner).intersects(_rect(note))
    assert not _rect(desk.find("transport")).intersects(_rect(note))
    head = desk.find("bannerHead", note)
    assert not head.property("truncated")
    check_whole_console(desk)


def test_a_lost_screen_is_said(desk: Any) -> None:
    desk.windows.windows.set_properties({"stageLost": True})
    _win(desk)
    head = desk.find("bannerHead", desk.find("winnerUnseen")).property("text")
    assert head == "The winner is on the stage, whose screen is gone."


def test_what_undo_takes_back_follows_the_language(
    desk: Any, request: pytest.FixtureRequest
) -> None:
    label = message("mute of {instrument}", instrument=strip_name("heavy_bass"))
    desk.show.change(undo_label=label)
    desk.settle()
    assert desk.find("undo").property("label") == "Undo: mute of Heavy bass"
    desk.windows.change_language("fr")
    request.addfinalizer(lambda: desk.windows.change_language("en"))
    desk.settle()
    assert desk.find("undo").property("label") == "Annuler\u00a0: sourdine\u00a0: B. lourde"
    # A user may be called like an instrument, or like a place of a text.
    for name in ("drum", "%1", "{name}"):
        desk.show.change(undo_label=message("hidden message of {name}", name=name))
        desk.settle()
        assert desk.find("undo").property("label").endswith(f"message masqué de {name}")

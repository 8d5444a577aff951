"""What the console says in words about what a press did: the unseen winner, and undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fake_show import evening, replay_trouble, trouble, winner_state
from layout_checks import _rect, check_whole_console
from PySide6.QtCore import Qt

from mwk_desktop.instrument_names import strip_name
from mwk_desktop.messages import message
from mwk_desktop.show import commands as ask


def _win(ui: Any) -> None:
    ui.show.change(winner=winner_state())
    ui.settle()


def test_a_winner_on_a_closed_stage_is_told_until_it_opens(ui: Any) -> None:
    assert not ui.windows.windows.stageOpen
    assert not ui.shows("winnerUnseen")
    ui.press(Qt.Key.Key_W)
    assert ui.sent() == [ask.ShowWinner(True)]
    _win(ui)
    note = ui.find("winnerUnseen")
    assert note.isVisible()
    head = ui.find("bannerHead", note).property("text")
    assert head == "The winner is on the stage, which is closed."
    assert "S opens it" in note.property("facts").toVariant()["rest"]
    ui.press(Qt.Key.Key_S, window=ui.console)
    assert ui.windows.windows.stageOpen
    assert not note.isVisible()
    ui.press(Qt.Key.Key_S, window=ui.console)
    assert note.isVisible()
    # Its button too; and the moment's end takes it away.
    ui.click(ui.find("bannerStage", note))
    assert ui.windows.windows.stageOpen
    assert not note.isVisible()
    ui.press(Qt.Key.Key_S, window=ui.console)
    ui.show.change(winner=None)
    ui.settle()
    assert not note.isVisible()


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("state", [evening, trouble, replay_trouble])
def test_there_is_room_for_it_beside_what_is_wrong(
    open_ui: Callable[..., Any], state: Callable[[], Any], language: str
) -> None:
    ui = open_ui(state(), language=language)
    _win(ui)
    note = ui.find("winnerUnseen")
    assert note.isVisible()
    banners = [ui.find(f"banner_{i}") for i in range(len(ui.windows.console.banners))]
    for banner in banners:
        assert not _rect(banner).intersects(_rect(note))
    assert not _rect(ui.find("transport")).intersects(_rect(note))
    head = ui.find("bannerHead", note)
    assert not head.property("truncated")
    check_whole_console(ui)


def test_a_lost_screen_is_said(ui: Any) -> None:
    ui.windows.windows.set_properties({"stageLost": True})
    _win(ui)
    head = ui.find("bannerHead", ui.find("winnerUnseen")).property("text")
    assert head == "The winner is on the stage, whose screen is gone."


def test_what_undo_takes_back_follows_the_language(ui: Any, request: pytest.FixtureRequest) -> None:
    label = message("mute of {instrument}", instrument=strip_name("heavy_bass"))
    ui.show.change(undo_label=label)
    ui.settle()
    assert ui.find("undo").property("label") == "Undo: mute of Heavy bass"
    ui.windows.change_language("fr")
    request.addfinalizer(lambda: ui.windows.change_language("en"))
    ui.settle()
    assert ui.find("undo").property("label") == "Annuler\u00a0: sourdine\u00a0: B. lourde"
    # A user may be called like an instrument, or like a place of a text.
    for name in ("drum", "%1", "{name}"):
        ui.show.change(undo_label=message("hidden message of {name}", name=name))
        ui.settle()
        assert ui.find("undo").property("label").endswith(f"message masqué de {name}")

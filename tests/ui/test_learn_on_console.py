"""Teaching a controller by clicking the console's own controls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from fake_show import evening
from pages_hand import open_page
from PySide6.QtCore import QPointF, Qt

from mwk_desktop.messages import message
from mwk_desktop.show import commands as ask
from mwk_desktop.show.actions import ACTIONS
from mwk_desktop.show.control_requests import LearnControl, StopLearning, UndoLearning
from mwk_desktop.show.controllers_state import ControllersState, LearnState
from mwk_desktop.ui.console.learning_sender import taught_action

__all__ = ["open_page"]


def learning(ui: Any, learn: LearnState | None) -> None:
    workers = replace(ui.show.snapshot().workers, controllers=ControllersState(learn=learn))
    ui.show.change(workers=workers)
    ui.settle()


def test_a_click_chooses_and_nothing_is_done(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(evening())
    learning(ui, LearnState())
    view = ui.windows.console
    assert "choose a control" in ui.find("learnText").property("text")
    view.toggleMute(5)
    assert ui.sent() == [LearnControl("strip.6.mute")]
    learning(ui, LearnState("strip.6.mute"))
    assert "Mute of Pad" in ui.find("learnText").property("text")
    view.toggleMute(5)
    assert ui.sent() == [], "it waits already"
    for press, action in (
        (lambda: view.setFader(2, 0.5), "strip.3.fader"),
        (lambda: view.setFader(2, 0.6), "strip.3.fader"),
        (lambda: view.stepFader(8, 1.0), "master.fader"),
        (lambda: view.setFilter(0, 0.1), "strip.1.filter"),
        (lambda: view.setMode(1, "on"), "strip.2.mode.next"),
        (lambda: view.pressGo(), "show.go"),
    ):
        press()
        assert ui.sent() == [LearnControl(action)]
    view.pressPanic()
    assert ui.sent() == [ask.Panic()], "panic acts always"


def test_the_mouse_on_a_strip_chooses(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(evening())
    learning(ui, LearnState())
    ui.click(ui.in_strip("pad", "mute"))
    assert ui.sent() == [LearnControl("strip.6.mute")]


def test_a_conflict_is_named_and_taken_back(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(evening())
    said = message(
        "{control} does: {action}. Before: {lost}.", control="CC 5", action="a", lost="b"
    )
    learning(ui, LearnState("strip.6.mute", said, True))
    assert ui.windows.console.learnDetail == "CC 5 does: a. Before: b."
    ui.click(ui.find("learnUndo"))
    ui.click(ui.find("learnDone"))
    assert ui.sent() == [UndoLearning(), StopLearning()]
    learning(ui, None)
    ui.windows.console.toggleMute(5)
    (sent,) = ui.sent()
    assert isinstance(sent, ask.SetMute), "it acts again"


def test_esc_ends_learning_before_it_is_panic(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(evening())
    rail, mixer = ui.find("rail"), ui.find("strip_drum").mapToScene(QPointF(0, 0))
    learning(ui, LearnState())
    bar = ui.find("learnBar")
    assert bar.mapToScene(QPointF(0, 0)) == rail.mapToScene(QPointF(0, 0))
    assert ui.find("strip_drum").mapToScene(QPointF(0, 0)) == mixer, "nothing moves by it"
    ui.press(Qt.Key.Key_Escape)
    assert ui.sent() == [StopLearning()]
    ui.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.ShiftModifier)
    assert ui.sent() == [ask.Panic()]
    learning(ui, None)
    assert not bar.isVisible()
    ui.press(Qt.Key.Key_Escape)
    assert ui.sent() == [ask.Panic()]


def test_the_page_leaves_learn_mode_on_for_the_console(open_page: Any) -> None:
    page = open_page("controllers", controllers=ControllersState(learn=LearnState()))
    page.click("learnOnConsole")
    assert page.sent() == []
    assert not page.there("controllersPage")


@pytest.mark.parametrize("action", sorted(ACTIONS))
def test_what_is_taught_can_be_learnt(action: str) -> None:
    from mwk_desktop.controls.midi.map_learning import can_learn

    taught = taught_action(action)
    assert not taught or can_learn(taught)
    if action.startswith(("show.panic", "console.", "message.", "user.", "page.")):
        assert taught == ""

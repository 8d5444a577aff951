"""Teaching a controller by clicking the console's own controls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from fake_show import evening
from pages_hand import open_page

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
    assert "choose a control" in ui.windows.console.banners[0]["head"]
    view.toggleMute(5)
    assert ui.sent() == [LearnControl("strip.6.mute")]
    learning(ui, LearnState("strip.6.mute"))
    assert "Mute of Pad" in ui.windows.console.banners[0]["head"]
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
    assert "CC 5 does: a. Before: b." in ui.windows.console.banners[0]["rest"]
    ui.click(ui.find("bannerLearnUndo"))
    ui.click(ui.find("bannerLearnDone"))
    assert ui.sent() == [UndoLearning(), StopLearning()]
    learning(ui, None)
    ui.windows.console.toggleMute(5)
    (sent,) = ui.sent()
    assert isinstance(sent, ask.SetMute), "it acts again"


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

"""Teaching a controller by clicking the console's own controls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from fake_show import evening, replayed
from page_driver import open_page
from PySide6.QtCore import QPointF, Qt

from mwk_desktop.messages import message
from mwk_desktop.show import commands as ask
from mwk_desktop.show.actions import ACTIONS
from mwk_desktop.show.control_requests import (
    ForgetControl,
    LearnControl,
    StopLearning,
    UndoLearning,
)
from mwk_desktop.show.controllers_state import ControllerRow, ControllersState, LearnState
from mwk_desktop.ui.console.learning_sender import taught_action

__all__ = ["open_page"]

RING = "ring_"
ROWS = (ControllerRow("nanoKONTROL2", "ok", 0),)
MAPPED = {"strip.6.mute": "CC 53", "strip.1.solo": "N 41 (channel 2)", "show.panic": "CC 45"}


def learning(ui: Any, learn: LearnState | None) -> None:
    workers = replace(ui.show.snapshot().workers, controllers=ControllersState(ROWS, learn=learn))
    ui.show.change(workers=workers)
    ui.settle()


def test_a_key_begins_and_ends_it(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(evening())
    learning(ui, None)
    ui.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert ui.sent() == [LearnControl()]
    learning(ui, LearnState())
    ui.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert ui.sent() == [StopLearning()]
    # The device is gone: nothing that is moved will be heard.
    gone = ControllersState((replace(ROWS[0], state="lost"),), learn=LearnState())
    before = ui.show.snapshot()
    workers = replace(before.workers, controllers=gone)
    ui.show.change(workers=workers, t_ms=before.t_ms + 100)
    ui.settle()
    assert ui.windows.console.learnDetail == "No MIDI controller is plugged in."


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


def rings(ui: Any) -> dict[str, Any]:
    """What wears a ring: action -> the ring."""
    return {
        item.objectName().removeprefix(RING): item
        for item in ui.items()
        if item.objectName().startswith(RING) and item.isVisible()
    }


def tag(ui: Any, ring: Any) -> str:
    words = ui.find("learnTag", ring)
    return str(words.property("text")) if words.isVisible() else ""


def test_everything_on_the_console_that_can_be_learnt_wears_a_ring(
    open_ui: Callable[..., Any],
) -> None:
    ui = open_ui(replayed())
    assert rings(ui) == {}
    learning(ui, LearnState())
    worn = rings(ui)
    assert worn.keys() - {"show.panic"} == {
        action for action in worn if taught_action(action) == action
    }
    strip = {"mode.next", "clip.next", "filter", "fader", "mute", "solo"}
    wanted = {f"strip.{place}.{each}" for place in range(1, 9) for each in strip}
    wanted |= {f"stage.{each}" for each in ("votes", "join", "sql", "winner", "end", "black.next")}
    wanted |= {f"show.{each}" for each in ("hold", "panic", "fade", "next_now", "go", "record")}
    wanted |= {"master.fader", "master.dim", "master.mono", "stage.window"}
    assert worn.keys() == wanted | {"replay.pause", "replay.loop"}
    learning(ui, None)
    assert rings(ui) == {}


def test_a_ring_says_which_control_does_it_and_which_one_waits(
    open_ui: Callable[..., Any],
) -> None:
    ui = open_ui(evening())
    learning(ui, LearnState("strip.6.mute", controls=MAPPED))
    worn = rings(ui)
    assert tag(ui, worn["strip.6.mute"]) == "waits"
    assert tag(ui, worn["strip.1.solo"]) == "N 41"
    assert tag(ui, worn["show.panic"]) == "CC 45"
    assert tag(ui, worn["strip.1.mute"]) == ""
    doubled = [action for action, ring in worn.items() if ui.find("waitsRing", ring).isVisible()]
    assert doubled == ["strip.6.mute"]
    assert ui.windows.console.learnDetail == "until now: CC 53"
    # A control was moved: it says which, and stays chosen until another one is.
    learning(ui, LearnState("strip.6.mute", controls=MAPPED, waits=False))
    assert tag(ui, rings(ui)["strip.6.mute"]) == "CC 53"


@pytest.mark.parametrize("size", [(1280, 800), (1024, 600)])
def test_tags_do_not_cover_each_other(open_ui: Callable[..., Any], size: tuple[int, int]) -> None:
    ui = open_ui(evening(), size=size)
    mapped = {action: "CC 117" for action in ACTIONS if taught_action(action) == action}
    learning(ui, LearnState("strip.6.mute", controls=mapped))
    tags = {action: ui.find("learnTag", ring).parentItem() for action, ring in rings(ui).items()}
    boxes = {
        action: each.mapRectToScene(each.boundingRect())
        for action, each in tags.items()
        if each.isVisible()
    }
    assert len(boxes) > 60
    assert all(box.left() >= 0 and box.right() <= size[0] for box in boxes.values())
    common = [
        (one, other) for one, other in combinations(boxes, 2) if boxes[one].intersects(boxes[other])
    ]
    assert common == []


def test_a_press_chooses_whatever_it_would_do_otherwise(open_ui: Callable[..., Any]) -> None:
    snapshot = evening()
    ui = open_ui(replace(snapshot, winner=None))
    learning(ui, LearnState())
    for name, action in (
        ("clip", "strip.6.clip.next"),  # a menu
        ("filter_pad", "strip.6.filter"),
        ("fader", "strip.6.fader"),
        ("segment", "strip.6.mode.next"),
    ):
        ui.click(ui.in_strip("pad", name))
        assert ui.sent() == [LearnControl(action)]
    assert not ui.windows.console_window.property("overlaid")
    for name, action in (
        ("hold", "show.hold"),
        ("nextNow", "show.next_now"),
        ("stage_end", "stage.end"),
        ("stage_sql", "stage.sql"),  # where there is no query yet
        ("stage_black", "stage.black.next"),
    ):
        ui.click(ui.find(name))
        assert ui.sent() == [LearnControl(action)]
    ui.click(ui.find("panic"))
    assert ui.sent() == [ask.Panic()]
    # Under the lock nothing is chosen, and nothing looks as if it could be.
    ui.press(Qt.Key.Key_L)
    assert rings(ui) == {}
    ui.press(Qt.Key.Key_1)
    ui.click(ui.find("hold"))
    assert ui.sent() == []


def test_this_one_is_forgotten_and_undo_is_about_what_was_learnt(
    open_ui: Callable[..., Any],
) -> None:
    ui = open_ui(replace(evening(), can_undo=True))
    learning(ui, LearnState(controls=MAPPED))
    forget = ui.find("learnForget")
    assert forget.property("locked"), "nothing is chosen"
    learning(ui, LearnState("strip.1.mute", controls=MAPPED))
    assert forget.property("locked"), "no control does it"
    ui.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    ui.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert ui.sent() == [], "what the hand did before stays"
    learning(ui, LearnState("strip.6.mute", can_undo=True, controls=MAPPED))
    ui.click(forget)
    ui.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert ui.sent() == [ForgetControl("strip.6.mute"), UndoLearning()]


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

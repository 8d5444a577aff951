"""The demo explains itself in five steps, once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from conftest import centre
from fake_show import demo, evening
from layout_checks import _disjoint, _rect
from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtTest import QTest

from mwk_desktop.messages import languages
from mwk_desktop.show.commands import Panic, SetHold
from mwk_desktop.show.controllers_state import ControllersState, LearnState
from mwk_desktop.show.silence import AUDIBLE, SilenceState
from mwk_desktop.ui.console.tour_view import TARGETS

SIZES = [(1280, 800), (1024, 600), (1920, 1080)]


def test_five_steps_each_beside_what_it_is_about(open_ui: Callable[..., Any]) -> None:
    over: list[int] = []
    ui = open_ui(demo(), tour=True, on_tour_over=lambda: over.append(1))
    tour = ui.windows.tour
    for size in SIZES:
        ui.console.resize(*size)
        while tour.step > 1:
            tour.goBack()
        for step, name in enumerate(TARGETS, start=1):
            ui.settle()
            ui.settle()
            assert (tour.step, tour.target) == (step, name)
            box, ring = _rect(ui.find("tourBox")), _rect(ui.find("tourRing"))
            target = next(i for i in ui.items() if i.objectName() == name and i.isVisible())
            assert ring.contains(_rect(target)), name
            _disjoint({"card": box, name: _rect(target)})
            assert QRectF(0, 0, *size).contains(box), (size, box)
            for text in ("tourTitle", "tourText"):
                assert not ui.find(text).property("truncated"), name
            if step < len(TARGETS):
                ui.click(ui.find("tourNext"))
    assert over == []
    ui.click(ui.find("tourNext"))
    assert over == [1]
    assert not ui.find("tour").isVisible()
    ui.show.set(demo())
    ui.settle()
    assert not ui.find("tour").isVisible()


def test_it_waits_while_nothing_is_heard(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(demo(), tour=True)
    assert ui.find("tour").isVisible()
    ui.show.change(panic="silent", silence=SilenceState("silent", 7.0))
    ui.settle()
    assert not ui.find("tour").isVisible()
    ui.show.change(panic="off", silence=AUDIBLE)
    ui.settle()
    assert ui.find("tour").isVisible()


def test_it_can_be_closed_and_takes_no_key(open_ui: Callable[..., Any]) -> None:
    over: list[int] = []
    ui = open_ui(demo(), tour=True, on_tour_over=lambda: over.append(1))
    assert ui.find("tour").isVisible()
    ui.press(Qt.Key.Key_Space)
    ui.press(Qt.Key.Key_Escape)
    assert ui.sent() == [SetHold(True), Panic()]
    ui.click(ui.find("tourClose"))
    assert (ui.find("tour").isVisible(), over) == (False, [1])


def test_it_takes_no_click_below_a_page(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(demo(), tour=True, on_tour_over=lambda: None)
    places = [centre(ui.find(name)).toPoint() for name in ("tourNext", "tourClose")]
    for place in places:
        ui.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
        assert not ui.find("tour").isVisible()
        QTest.mouseClick(
            ui.console, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )
        ui.settle()
        assert ui.windows.tour.step == 1
        if ui.console.property("overlaid"):
            ui.press(Qt.Key.Key_Escape)
        assert ui.find("tour").isVisible()


def test_it_covers_no_strip_that_is_taught(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(demo(), tour=True, on_tour_over=lambda: None)
    workers = ui.show.snapshot().workers
    for learn, shown in ((LearnState(), False), (None, True)):
        ui.show.change(workers=replace(workers, controllers=ControllersState(learn=learn)))
        ui.settle()
        assert ui.find("tour").isVisible() == shown
    assert ui.windows.tour.step == 1


def test_it_belongs_to_the_demo(open_ui: Callable[..., Any]) -> None:
    over: list[int] = []
    ui = open_ui(evening(), tour=True, on_tour_over=lambda: over.append(1))
    assert not ui.find("tour").isVisible()
    ui.show.set(demo())
    ui.settle()
    assert ui.find("tour").isVisible()
    ui.show.set(evening())
    ui.settle()
    assert (ui.find("tour").isVisible(), over) == (False, [1])


def test_by_keyboard_alone(open_ui: Callable[..., Any]) -> None:
    """Shift+Tab leads into the card, Enter through it; then the keys are the show's again."""
    over: list[int] = []
    ui = open_ui(demo(), tour=True, on_tour_over=lambda: over.append(1))
    buttons = {name: ui.find(name) for name in ("tourBack", "tourNext", "tourClose")}

    def shift_tab_to(name: str) -> None:
        for _ in buttons:
            ui.press(Qt.Key.Key_Backtab)
            if buttons[name].hasActiveFocus():
                return
        raise AssertionError(f"Shift+Tab does not reach {name}")

    shift_tab_to("tourNext")
    ui.press(Qt.Key.Key_Return)
    ui.press(Qt.Key.Key_Return)
    shift_tab_to("tourBack")
    ui.press(Qt.Key.Key_Return)
    assert ui.windows.tour.step == 2
    ui.press(Qt.Key.Key_Tab)
    assert buttons["tourNext"].hasActiveFocus()
    for _ in range(4):
        ui.press(Qt.Key.Key_Return)
    assert (ui.find("tour").isVisible(), over, ui.sent()) == (False, [1], [])
    ui.press(Qt.Key.Key_Space)
    assert ui.sent() == [SetHold(True)]


def test_its_words_fit_in_every_language(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(demo(), (1024, 600), tour=True)
    tour, told = ui.windows.tour, {}
    shown = [ui.find(name) for name in ("tourTitle", "tourText")]
    box, back, next_ = (ui.find(name) for name in ("tourBox", "tourBack", "tourNext"))
    for language in languages():
        ui.windows.change_language(language)
        while tour.step > 1:
            tour.goBack()
        for step in range(1, len(TARGETS) + 1):
            QCoreApplication.processEvents()
            assert tour.step == step
            assert not any(each.property("truncated") for each in shown), (language, step)
            told[language, step] = tour.text
            assert box.width() - 32 >= back.width() + next_.width() + 60, language
            if step < len(TARGETS):
                tour.goOn()
    assert len(set(told.values())) == len(told)  # none is left in English

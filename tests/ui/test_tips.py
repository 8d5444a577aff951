"""Every tip stands at its control, and says what the control does now."""

from __future__ import annotations

from typing import Any

import go_states
import pytest
from fake_show import evening, replayed, trouble
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from tests.support import examples, wait_for

NEAR_PX = 8
STATES = (evening, trouble, replayed, go_states.armed, go_states.next_now)


def _rect(item: Any) -> Any:
    return item.mapRectToScene(item.boundingRect())


def _tipped(ui: Any) -> list[Any]:
    """Every control that has a tip and is on the screen."""
    window = ui.console.contentItem().boundingRect()
    return [
        item
        for item in ui.items()
        if isinstance(item.property("tip"), str)
        and item.property("tip")
        and item.isVisible()
        and item.isEnabled()
        and window.contains(_rect(item))
        and _whole(item)
    ]


@pytest.fixture(scope="module")
def fast_tips(shared_console: Any) -> Any:
    """The file's console, whose tips do not wait."""
    ui = shared_console(evening())
    ui.windows.engine.singletonInstance("Mwk", "Tips").setProperty("waitMs", 0)
    return ui


def _whole(item: Any) -> bool:
    """Whether no list that scrolls cuts it off."""
    rect, above = _rect(item), item.parentItem()
    while above is not None:
        if above.property("clip") and not _rect(above).contains(rect):
            return False
        above = above.parentItem()
    return True


def _point_at(ui: Any, item: Any) -> Any:
    """Move the pointer onto a control; the tip, once it is that control's."""
    tips = ui.windows.engine.singletonInstance("Mwk", "Tips")
    QTest.mouseMove(ui.console, QPoint(3, ui.console.height() - 2))
    QTest.mouseMove(ui.console, _rect(item).center().toPoint())
    ui.settle()
    # A row of the feed opens under the pointer: its buttons have moved.
    QTest.mouseMove(ui.console, _rect(item).center().toPoint())
    wait_for(lambda: (QTest.qWait(1), tips.property("shown") == item)[1])
    ui.settle()
    return ui.find("tip")


def _check(ui: Any, item: Any) -> None:
    tip, control = ui.find("tip"), _rect(item)
    assert tip.isVisible(), item.property("tip")
    assert ui.find("tipText", tip).property("text") == item.property("tip")
    shown = _rect(tip)
    assert shown.intersects(control.adjusted(-NEAR_PX, -NEAR_PX, NEAR_PX, NEAR_PX)), control
    assert not shown.intersects(control), (item.property("tip"), shown, control)
    assert ui.console.contentItem().boundingRect().contains(shown)


@pytest.mark.soak
@settings(max_examples=examples(15), deadline=None, suppress_health_check=list(HealthCheck))
@given(
    moves=st.lists(st.tuples(st.integers(0, 999), st.sampled_from(STATES)), min_size=1, max_size=3)
)
def test_a_tip_is_its_controls_own_and_never_stale(fast_tips: Any, moves: list[Any]) -> None:
    """Also while the show changes under the resting pointer, and moves what is around it."""
    ui = fast_tips
    for number, state in moves:
        controls = _tipped(ui)
        item = controls[number % len(controls)]
        _point_at(ui, item)
        _check(ui, item)
        ui.show.set(state())
        ui.settle()
        ui.settle()
        if item.isVisible() and item.isEnabled() and ui.find("tip").isVisible():
            _check(ui, item)
    QTest.mouseMove(ui.console, QPoint(3, ui.console.height() - 2))
    wait_for(lambda: (QTest.qWait(1), not ui.find("tip").isVisible())[1])


@pytest.mark.soak
def test_every_control_with_a_tip_can_show_it(fast_tips: Any) -> None:
    ui = fast_tips
    ui.show.set(evening())
    ui.settle()
    # One strip stands for all of them.
    seen = [i for i in _tipped(ui) if not _in_other_strip(i)]
    assert len(seen) > 40
    for item in seen:
        _point_at(ui, item)
        _check(ui, item)


def _in_other_strip(item: Any) -> bool:
    while item is not None:
        name = item.objectName()
        if name.startswith("strip_"):
            return bool(name != "strip_vocal")
        item = item.parentItem()
    return False


def test_a_tip_says_what_its_control_does_now(fast_tips: Any) -> None:
    """Three controls, the last in a corner; the words change under the resting pointer."""
    ui = fast_tips
    ui.show.set(evening())
    ui.settle()
    for item in (ui.find("fade"), ui.in_strip("pad", "mute"), ui.find("stage_black")):
        _point_at(ui, item)
        _check(ui, item)
    ui.windows.change_language("fr")
    ui.settle()
    ui.settle()
    _check(ui, ui.find("stage_black"))
    ui.windows.change_language("en")
    ui.settle()

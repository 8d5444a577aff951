"""Keys over an open page: other pages and the lock work, nothing else reaches the show; and the
list of keys says what they do now."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fake_show import OFFERS, demo
from page_driver import Page
from pages_state import row, settings, workers_state
from PySide6.QtCore import Qt

from mwk_desktop.show.commands import Panic
from mwk_desktop.show.control_requests import LearnControl
from mwk_desktop.show.controllers_state import ControllersState

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def page(open_ui: Any) -> Page:
    controllers = ControllersState()
    offers = (*workers_state().offers, "ConnectLive")
    found = Page(
        open_ui(demo(workers=workers_state(controllers=controllers, offers=offers))), "settings"
    )
    found.sent()
    return found


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (Key.Key_M, "controllers"),
        (Key.Key_P, "checks"),
        (Key.Key_E, "query"),
        (Key.Key_K, "connect"),
    ],
)
def test_another_page_takes_its_place(page: Page, key: Any, name: str) -> None:
    page.press(key, CTRL)
    page.settle()
    assert page.open == name
    page.press(Key.Key_Escape)
    assert page.open == ""
    assert not page.ui.console.property("overlaid")


def test_its_own_key_leaves_it_as_it_is(page: Page) -> None:
    there = page.find("settingsPage")
    page.press(Key.Key_Comma, CTRL)
    assert page.find("settingsPage") is there


def test_the_lock_works_over_a_page(page: Page) -> None:
    page.press(Key.Key_L)
    assert page.ui.windows.console.locked
    assert page.open == "settings"
    page.press(Key.Key_L)
    assert not page.ui.windows.console.locked
    # In a text field it is a letter.
    page.type_into(page.find("settingsSearch"), "l")
    assert page.text("settingsSearch") == "l"
    assert not page.ui.windows.console.locked


def test_learning_begins_on_the_console(page: Page) -> None:
    page.press(Key.Key_L, CTRL)
    assert page.open == ""
    assert page.sent() == [LearnControl("")]


def test_pages_that_are_no_files_of_their_own(page: Page) -> None:
    page.press(Key.Key_G, CTRL)
    assert page.open == ""
    assert page.ui.find("crowdPage").isVisible()
    page.press(Key.Key_Comma, CTRL)
    page.settle()
    assert page.open == "settings"
    assert not page.ui.find("crowdPage").isVisible()
    page.press(Key.Key_Question)
    assert page.open == ""
    assert page.ui.find("cheatSheet").isVisible()
    page.press(Key.Key_Question)
    assert not page.ui.find("cheatSheet").isVisible()
    assert page.sent() == []


def test_nothing_else_reaches_the_show(page: Page) -> None:
    for key, modifiers in (
        *((key, None) for key in (Key.Key_Space, Key.Key_F, Key.Key_G, Key.Key_A, Key.Key_R)),
        *((key, None) for key in (Key.Key_E, Key.Key_B, Key.Key_S, Key.Key_1, Key.Key_PageDown)),
        (Key.Key_Z, CTRL),
        (Key.Key_S, CTRL),
        (Key.Key_1, SHIFT),
    ):
        page.press(key, modifiers)
    assert page.sent() == []
    assert page.open == "settings"
    assert not page.ui.windows.windows.stageOpen


def lines(ui: Any) -> dict[str, str]:
    """The list of keys as it is shown: what a key does -> its cap."""
    found = {}
    for group in ui.items(ui.find("cheatSheet")):
        if group.isVisible() and group.property("lines") is not None:
            found |= {text: cap for cap, text in group.property("lines").toVariant()}
    return found


def test_the_list_of_keys_says_what_they_do_now(page: Page) -> None:
    ui = page.ui
    page.press(Key.Key_Escape)
    page.press(Key.Key_Question)
    usual = lines(ui)
    assert usual["Hold the scene, and release it"] == "Space"
    assert usual["Black; again: back"] == "B \u00b7 ."
    assert usual["GO, where something is armed"] == "Page \u2193"
    assert usual["Quit"] == "Ctrl Q"
    own = {"Space": "none", "B": "show.hold", "Ctrl+F5": "show.arm", "PageDown": "show.next_now"}
    rows = {f"keys.{key}": row(f"keys.{key}", action, "action") for key, action in own.items()}
    page.know(settings=settings(**rows))
    now = lines(ui)
    assert "Hold the scene, and release it" not in now
    assert now["Black; again: back"] == "."
    assert "GO, where something is armed" not in now
    assert now["Hold the scene"] == "B"
    assert now["Arm: what is pressed waits for GO"] == "Ctrl F5"
    assert now["Next scene now"] == "Page \u2193"
    page.know(settings=settings())
    assert lines(ui) == usual


def test_a_key_that_has_its_usual_action_is_not_listed_twice(open_ui: Any) -> None:
    ui = open_ui(replace(demo(), workers=workers_state()), keys={"G": "show.go"})
    ui.press(Key.Key_Question)
    assert "GO" not in lines(ui)
    assert lines(ui)["GO: all of it on the next bar"] == "G"


def test_shift_esc_is_panic_also_behind_a_page_that_has_just_closed_by_itself(
    open_ui: Any, tmp_path: Path
) -> None:
    (tmp_path / "night.jsonl").write_text("{}\n")
    ui = open_ui(demo(workers=replace(workers_state(), offers=OFFERS)), recordings_dir=tmp_path)
    ui.press(Key.Key_O, CTRL)
    ui.press(Key.Key_Return)
    assert not ui.find("openPage").isVisible()
    ui.press(Key.Key_Escape, SHIFT)
    assert ui.sent() == [Panic()]

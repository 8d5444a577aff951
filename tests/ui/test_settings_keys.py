"""Keys and clicker buttons in the settings form: heard, judged before kept, used at once."""

from __future__ import annotations

from typing import Any

import pytest
from page_driver import Page, open_shared_page
from pages_state import row, settings
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from mwk_desktop.show.commands import ChangeSetting, SetHold
from mwk_desktop.show.stage_state import ShowOnStage
from mwk_desktop.ui.pages.key_setting import judge_key, key_actions

__all__ = ["open_shared_page"]

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def keys_page(page: Page, **own: str) -> None:
    """The page of keys, with the presenter's own."""
    rows = {f"keys.{k}": row(f"keys.{k}", a, "action", needs_restart=False) for k, a in own.items()}
    page.know(settings=settings(**rows, another=row("keys.", "", "key")))
    titles = [group["title"] for group in page.ui.windows.pages.settings.groups]
    page.ui.windows.pages.settings.choose(titles.index("Keys and clicker"))
    page.settle()
    page.sent()


def choose_action(page: Page, words: str) -> None:
    page.click("keyAction")
    for item in page.ui.items(page.find("pickerList")):
        face = QAccessible.queryAccessibleInterface(item)
        if item.objectName().startswith("pick_") and face.text(QAccessible.Text.Name) == words:
            page.ui.click(item)
            page.settle()
            return
    pytest.fail(f"{words} is not offered")


def listen(page: Page) -> None:
    page.click("keyField")
    assert page.ui.windows.pages.settings.listening


def test_a_key_is_pressed_judged_and_kept(open_shared_page: Any) -> None:
    page = open_shared_page("settings")
    keys_page(page)
    listen(page)
    page.press(Qt.Key.Key_B)
    assert page.text("keyName") == "B"
    assert "B is taken: The stage black" in page.text("keyVerdict")
    assert "No other key does that." in page.text("keyVerdict")
    assert page.sent() == []
    page.find("keyAction").forceActiveFocus()
    page.press(Qt.Key.Key_Return)
    page.ui.type("h")  # the first action that begins so
    page.press(Qt.Key.Key_Return)
    assert page.find("keyAction").property("word") == "Hold the scene"
    page.click("keyAssign")
    assert page.sent() == [ChangeSetting("keys.B", "show.hold")]
    assert not page.there("keyVerdict")


def test_a_clicker_and_escape_are_heard_and_nothing_fires(open_shared_page: Any) -> None:
    page = open_shared_page("settings")
    keys_page(page)
    for key, modifiers, name in (
        (Qt.Key.Key_PageDown, None, "PageDown"),
        (Qt.Key.Key_Escape, None, "Escape"),
        (Qt.Key.Key_F5, SHIFT, "Shift+F5"),
        (Qt.Key.Key_Space, None, "Space"),
        (Qt.Key.Key_K, CTRL, "Ctrl+K"),
    ):
        listen(page)
        page.press(key, modifiers)
        assert page.text("keyName") == name
        assert page.open == "settings"
    assert page.sent() == []
    listen(page)
    page.press(Qt.Key.Key_Shift)  # no key by itself: it goes on listening
    assert page.ui.windows.pages.settings.listening
    page.press(Qt.Key.Key_VolumeUp)
    assert "cannot" in page.text("keyVerdict")
    assert page.find("keyAssign").property("locked")
    listen(page)
    page.press(Qt.Key.Key_Tab)
    assert not page.ui.windows.pages.settings.listening
    page.press(Qt.Key.Key_Escape)
    assert page.open == ""


def test_own_keys_act_at_once_and_go_back(open_shared_page: Any) -> None:
    page = open_shared_page("settings")
    keys_page(page)
    keys_page(page, B="show.hold", PageDown="none")
    editor = page.find("setting_keys.B")
    assert page.ui.find("editPicker", editor).property("word") == "Hold the scene"
    nothing = page.ui.find("editPicker", page.find("setting_keys.PageDown"))
    assert nothing.property("word") == "nothing"
    page.press(Qt.Key.Key_Escape)
    page.press(Qt.Key.Key_B)
    assert page.sent() == [SetHold(True)]
    page.press(Qt.Key.Key_PageDown)
    assert page.sent() == []
    keys_page(page)
    page.press(Qt.Key.Key_B)
    assert page.sent() == [ShowOnStage("black")]


def test_what_stands_against_a_key() -> None:
    def said(key: str, action: str = "show.fade", **own: str) -> tuple[str, str]:
        verdict = judge_key(key, action, own)
        return verdict.level, verdict.text

    assert said("") == ("", "")
    assert said("F") == ("ok", "F does that already.")
    assert said("F7") == ("ok", "F7 is free.")
    assert said("F7", F7="show.hold")[0] == "warn"
    assert "Hold the scene" in said("F7", F7="show.hold")[1]
    # Two keys do it: the other one stays.
    assert "No other key" not in said("Ctrl+Y")[1]
    assert "No other key" in said("Ctrl+Z")[1]
    assert "strip with the focus" in said("Up")[1]
    assert said("Space", "none")[0] == "warn"
    assert said("Insert", "none") == ("ok", "Insert does nothing already.")
    assert key_actions()[0] == "none"
    assert len(set(key_actions())) == len(key_actions())

"""The clicker's page: each key with its action, and a place to try them where nothing fires."""

from __future__ import annotations

from typing import Any

import pytest
from page_driver import Page, open_shared_page
from pages_state import row, settings
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from mwk_desktop.show.commands import ChangeSetting
from mwk_desktop.ui.key_caps import key_cap
from mwk_desktop.ui.pages.clicker_page import key_rows

__all__ = ["open_shared_page"]

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def clicker(page: Page, *, held: str = "false", **own: str) -> None:
    """The clicker's part of the page, with the presenter's own keys."""
    rows = {f"keys.{k}": row(f"keys.{k}", a, "action", needs_restart=False) for k, a in own.items()}
    escape = row("ui.escape_held", held, "switch")
    page.know(settings=settings(**rows, escape=escape, another=row("keys.", "", "key")))
    page.ui.windows.pages.controllers.choosePart("clicker")
    page.settle()
    page.sent()


def words_of(page: Page, keys: str) -> str:
    return str(page.ui.find("keyDoes", page.find(f"keyRow_{keys}")).property("word"))


def pick(page: Page, keys: str, words: str) -> None:
    page.ui.click(page.ui.find("keyDoes", page.find(f"keyRow_{keys}")))
    for item in page.ui.items(page.find("pickerList")):
        face = QAccessible.queryAccessibleInterface(item)
        if item.objectName().startswith("pick_") and face.text(QAccessible.Text.Name) == words:
            page.ui.click(item)
            page.settle()
            return
    pytest.fail(f"{words} is not offered")


def test_keys_of_one_button_share_a_row_while_they_do_the_same() -> None:
    assert [each["keys"] for each in key_rows({})] == [
        "PageDown",
        "PageUp",
        "B",
        ".",
        "F5 Shift+F5",
    ]
    rows = key_rows({"B": "stage.black", "Shift+F5": "show.go", "Ctrl+F": "show.hold"})
    assert [each["keys"] for each in rows] == [
        *("PageDown", "PageUp", "B .", "F5", "Shift+F5", "Ctrl+F"),
    ]
    assert [each["canReset"] for each in rows] == [False, False, True, False, True, True]
    assert [each["cap"] for each in rows][-1] == "Ctrl F"
    assert key_cap("Ctrl+Shift+PageDown") == "Ctrl \u21e7 Page \u2193"
    assert key_cap("Ctrl++") == "Ctrl +"


def test_a_key_gets_an_action_by_picker_and_goes_back(open_shared_page: Any) -> None:
    page = open_shared_page("controllers")
    clicker(page)
    assert words_of(page, "PageDown") == "GO"
    assert words_of(page, "PageUp") == "nothing"
    pick(page, "PageUp", "Hold the scene")
    assert page.sent() == [ChangeSetting("keys.PageUp", "show.hold")]
    pick(page, "F5 Shift+F5", "Hold the scene")
    assert page.sent() == [
        ChangeSetting("keys.F5", "show.hold"),
        ChangeSetting("keys.Shift+F5", "show.hold"),
    ]
    clicker(page, PageDown="none", PageUp="show.hold")
    assert words_of(page, "PageUp") == "Hold the scene"
    # What the program gives it: no entry of its own.
    page.ui.windows.pages.clicker.choose("PageDown", "show.go")
    assert page.sent() == [ChangeSetting("keys.PageDown", "")]
    page.ui.click(page.ui.find("keyReset", page.find("keyRow_PageUp")))
    assert page.sent() == [ChangeSetting("keys.PageUp", "")]


def test_another_key_is_given_an_action_here_too(open_shared_page: Any) -> None:
    page = open_shared_page("controllers")
    clicker(page)
    page.click("keyField")
    page.press(Qt.Key.Key_F6)
    assert page.text("keyName") == "F6"
    page.find("keyAction").forceActiveFocus()
    page.press(Qt.Key.Key_Return)
    page.ui.type("h")
    page.press(Qt.Key.Key_Return)
    page.click("keyAssign")
    assert page.sent() == [ChangeSetting("keys.F6", "show.hold")]
    clicker(page, F6="show.hold")
    assert words_of(page, "F6") == "Hold the scene"


def test_trying_shows_what_a_key_would_do_and_does_nothing(open_shared_page: Any) -> None:
    page = open_shared_page("controllers")
    clicker(page, F6="show.hold")
    page.find("part_clicker").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    page.find("tryIt").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    for key, modifiers, cap, words in (
        (Qt.Key.Key_PageDown, None, "Page \u2193", "would be \u201cGO\u201d"),
        (Qt.Key.Key_PageUp, None, "Page \u2191", "would do nothing"),
        (Qt.Key.Key_B, None, "B", "would be \u201cThe stage black"),
        (Qt.Key.Key_F5, SHIFT, "\u21e7 F5", "would do nothing"),
        (Qt.Key.Key_F6, None, "F6", "would be \u201cHold the scene\u201d"),
        (Qt.Key.Key_K, CTRL, "Ctrl K", "would be \u201cConnect to Kafka\u201d"),
    ):
        page.press(key, modifiers)
        assert page.text("triedKey") == cap
        assert words in page.text("triedText")
    assert "nothing fires" in page.text("triedText")
    assert page.sent() == []
    assert page.open == "controllers"
    # Esc closes the page, unless it is tried on purpose.
    page.click("tryIt")
    page.press(Qt.Key.Key_Escape)
    assert page.open == "controllers"
    assert page.text("triedKey") == "Esc"
    page.find("part_clicker").forceActiveFocus()
    page.press(Qt.Key.Key_Escape)
    assert page.open == ""
    assert page.sent() == []


def test_why_it_would_be_refused_just_now(open_shared_page: Any) -> None:
    page = open_shared_page("controllers")
    clicker(page)
    page.find("tryIt").forceActiveFocus()
    page.press(Qt.Key.Key_PageDown)  # GO, and nothing is armed
    assert "Just now it would be refused" in page.text("triedText")


def test_how_esc_acts(open_shared_page: Any) -> None:
    page = open_shared_page("controllers")
    clicker(page)
    assert page.there("escapeWarning")
    page.ui.click(page.ui.find("choice_held", page.find("escapeChoice")))
    assert page.sent() == [ChangeSetting("ui.escape_held", "true")]
    clicker(page, held="true")
    assert page.ui.windows.console.escapeHeld, "at once"
    assert not page.there("escapeWarning")
    page.ui.click(page.ui.find("choice_once", page.find("escapeChoice")))
    assert page.sent() == [ChangeSetting("ui.escape_held", "false")]
    clicker(page)
    assert not page.ui.windows.console.escapeHeld

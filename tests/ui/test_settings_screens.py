"""The screens in the settings: tiles to choose the stage's, and their numbers on them."""

from __future__ import annotations

from typing import Any

from page_driver import Page, open_shared_page
from pages_state import row, settings
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication

from mwk_desktop.show.commands import ChangeSetting
from mwk_desktop.ui.pages.screen_tiles import numbered_screens, screen_tiles

__all__ = ["open_shared_page"]

WINDOWS = 3


def screen(name: str, title: str, **more: Any) -> dict[str, Any]:
    facts = {"name": name, "title": title, "size": "1920\u00d71080", "console": False}
    facts |= {"stage": False, "wanted": False, "answers": [name.casefold(), title.casefold()]}
    return {**facts, "x": 0, "y": 0, "width": 1920, "height": 1080, **more}


def numbers() -> list[Any]:
    """The windows that show a screen's number."""
    shown = [window for window in QGuiApplication.topLevelWindows() if window.isVisible()]
    return [window for window in shown if window.objectName().startswith("screenNumber_")]


def windows_page(page: Page, stage_screen: str) -> None:
    page.know(settings=settings(screen=row("ui.stage_screen", stage_screen, "screen")))
    page.click(f"section_{WINDOWS}")
    page.sent()


def test_what_stands_on_the_tiles() -> None:
    laptop = screen("eDP-1", "Built-in", console=True)
    beamer = screen("HDMI-1", "EPSON EB-L", stage=True)

    def tiles(chosen: str) -> list[tuple[str, str, str, bool]]:
        found = screen_tiles([laptop, beamer], chosen)
        return [(tile["number"], tile["title"], tile["place"], tile["picked"]) for tile in found]

    assert tiles("") == [
        ("", "The second screen", "whichever is there", True),
        ("1", "Built-in", "the console is here", False),
        ("2", "EPSON EB-L", "the stage", False),
    ]
    # By its model as by its connector, as everywhere.
    assert tiles("epson eb-l")[2][3]
    assert tiles("HDMI-1")[2][3]
    assert tiles("DELL")[3] == ("", "DELL", "not there now", True)
    assert [each["number"] for each in numbered_screens([laptop, beamer])] == ["1", "2"]


def test_the_stages_screen_is_a_tile_and_acts_at_once(open_shared_page: Any) -> None:
    page = open_shared_page("settings")
    windows_page(page, "")
    windows_page(page, "EPSON")
    assert page.ui.windows.windows.stageScreen == "EPSON"
    laptop = page.find("screen_1")
    assert laptop.property("locked")  # the console is there
    away = page.find("screen_2")
    assert QAccessible.queryAccessibleInterface(away).state().checked
    assert page.ui.find("screenPlace", away).property("text") == "not there now"
    page.click("screen_1")
    assert page.sent() == []
    first = page.find("screen_0")
    first.forceActiveFocus()
    page.press(Qt.Key.Key_Return)
    assert page.sent() == [ChangeSetting("ui.stage_screen", "")]
    page.know(settings=settings(screen=row("ui.stage_screen", "", "screen")))
    assert page.ui.windows.windows.stageScreen == ""
    assert not page.there("screen_2")
    assert QAccessible.queryAccessibleInterface(page.find("screen_0")).state().checked
    # A closed stage stays closed.
    assert not page.ui.windows.windows.stageOpen


def test_each_screen_shows_its_number_for_a_moment(open_shared_page: Any) -> None:
    page = open_shared_page("settings")
    windows_page(page, "")
    page.click("showNumbers")
    (window,) = numbers()
    place = QGuiApplication.primaryScreen().geometry()
    assert place.contains(window.geometry())
    assert page.ui.windows.console_window.isActive()
    page.ui.windows.pages.settings.hideNumbers()  # as the timer does
    page.settle()
    assert numbers() == []
    # A page that closes takes them along.
    page.click("showNumbers")
    assert len(numbers()) == 1
    page.press(Qt.Key.Key_Escape)
    page.settle()
    assert page.open == ""
    assert numbers() == []

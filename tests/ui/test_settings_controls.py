"""Settings that are numbers of a few sizes, or found by a slider; and no file's syntax in the
form."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from page_driver import Page, open_shared_page
from pages_state import row, settings
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from mwk_desktop.show.commands import ChangeSetting
from mwk_desktop.show.settings.load import describe

__all__ = ["open_shared_page"]

SOUND_CARD, WINDOWS = 1, 3
OFFSET = "audio.visual_offset_ms"
SHIFT = Qt.KeyboardModifier.ShiftModifier


def editor(page: Page, name: str, control: str) -> Any:
    return page.ui.find(control, page.find(f"setting_{name}"))


def segments(page: Page, name: str) -> list[Any]:
    """The parts of a choice that can be seen, from left to right."""
    items = page.ui.items(editor(page, name, "editChoice"))
    return [item for item in items if item.objectName().startswith("choice_")]


def drag(page: Page, item: Any, way: int, *, release: bool = True) -> None:
    """Press an item's middle and move the pointer across by real moves."""
    middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
    console, left = page.ui.console, Qt.MouseButton.LeftButton
    QTest.mousePress(console, left, Qt.KeyboardModifier.NoModifier, middle)
    for step in range(1, 6):
        QTest.mouseMove(console, middle + QPoint(way * step // 5, 0))
    if release:
        QTest.mouseRelease(console, left, Qt.KeyboardModifier.NoModifier, middle + QPoint(way, 0))
    page.settle()


def test_the_block_size_is_one_of_a_few(open_shared_page: Any) -> None:
    page = open_shared_page("settings")
    block = row("audio.block_size", "256", "whole", default="256")
    page.know(settings=settings(block=block))
    page.show.change(engine=replace(page.show.snapshot().engine, rate_hz=48_000))
    page.settle()
    page.click(f"section_{SOUND_CARD}")
    names = [part.objectName() for part in segments(page, "audio.block_size")]
    assert names == [f"choice_{size}" for size in (64, 128, 256, 512, 1024)]
    picked = [part.property("picked") for part in segments(page, "audio.block_size")]
    assert picked == [False, False, True, False, False]
    assert editor(page, "audio.block_size", "settingNote").property("text") == "5.3 ms at 48 kHz"
    assert not editor(page, "audio.block_size", "editText").isVisible()
    page.sent()
    page.ui.click(segments(page, "audio.block_size")[3])
    assert page.sent() == [ChangeSetting("audio.block_size", "512")]
    # A size that the file sets is one of them, at its place.
    page.know(settings=settings(block=replace(block, value="300")))
    names = [part.objectName() for part in segments(page, "audio.block_size")]
    assert names[3] == "choice_300"
    assert segments(page, "audio.block_size")[3].property("picked")


def test_the_scale_is_one_of_a_few(open_shared_page: Any) -> None:
    page = open_shared_page("settings")
    page.know(settings=settings(scale=row("ui.scale", "1", "number", default="1")))
    page.click(f"section_{WINDOWS}")
    assert len(segments(page, "ui.scale")) == 4
    page.sent()
    page.ui.click(segments(page, "ui.scale")[1])
    assert page.sent() == [ChangeSetting("ui.scale", "1.25")]


def test_the_pictures_offset_is_dragged(open_shared_page: Any) -> None:
    page = open_shared_page("settings")
    page.click(f"section_{SOUND_CARD}")
    page.sent()
    cap = editor(page, OFFSET, "sliderCap")
    drag(page, cap, 60, release=False)
    shown = int(editor(page, OFFSET, "editText").property("text"))
    assert shown > 0, "the number follows the pointer"
    assert page.sent() == [], "and is kept when it is let go"
    at = cap.mapToScene(QPointF(cap.width() / 2, cap.height() / 2)).toPoint()
    QTest.mouseRelease(
        page.ui.console, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
    )
    page.settle()
    (kept,) = page.sent()
    assert kept.name == OFFSET
    assert abs(int(kept.value) - shown) <= 2


def test_the_pictures_offset_by_keys_and_in_its_field(open_shared_page: Any) -> None:
    page = open_shared_page("settings")
    page.know(settings=settings(offset=row(OFFSET, "35", "whole", default="0")))
    page.click(f"section_{SOUND_CARD}")
    slider = editor(page, OFFSET, "editSlider")
    slider.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    page.sent()
    for key, modifiers, value in (
        (Qt.Key.Key_Right, None, "40"),
        (Qt.Key.Key_Left, SHIFT, "34"),
        (Qt.Key.Key_End, None, "300"),
        (Qt.Key.Key_Home, None, "0"),
    ):
        page.press(key, modifiers)
        assert page.sent() == [ChangeSetting(OFFSET, value)]
    face = QAccessible.queryAccessibleInterface(slider)
    assert face.role() == QAccessible.Role.Slider
    assert face.valueInterface().currentValue() == 35
    page.type_into(editor(page, OFFSET, "editText"), "120")
    page.press(Qt.Key.Key_Return)
    assert page.sent() == [ChangeSetting(OFFSET, "120")]
    page.know(settings=settings(offset=row(OFFSET, "120", "whole", default="0")))
    assert slider.property("shown") == 120


@pytest.mark.parametrize("one", [*describe()], ids=lambda one: f"{one.section}.{one.key}")
def test_the_form_does_not_speak_of_how_the_file_is_written(one: Any) -> None:
    said = str(one.form)
    assert not re.search(r'"|\[\]|\btrue\b|\bfalse\b', said), said

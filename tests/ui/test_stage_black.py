"""What the room sees under Black: black, the hashtag or a picture, and one key to return."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fake_show import demo
from page_driver import Page
from pages_state import row, settings, workers_state
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from mwk_desktop.show.stage_state import ShowOnStage, StageMoment, StageState
from tests.support import wait_for

BLACK = StageState(StageMoment.BLACK)
B = Qt.Key.Key_B


def on_stage(ui: Any, name: str) -> Any:
    """The stage's visible item of that name; None."""
    found = [item for item in ui.items(ui.stage.contentItem()) if item.objectName() == name]
    return next((item for item in found if item.isVisible()), None)


def black(open_ui: Any, **options: Any) -> Any:
    ui = open_ui(demo(workers=workers_state()), stage=True, stage_size=(1280, 720), **options)
    ui.show.change(stage=BLACK)
    ui.settle()
    return ui


def test_black_is_black_and_b_goes_on_to_the_logo(open_ui: Any) -> None:
    ui = black(open_ui)
    assert on_stage(ui, "blackScene") is None
    assert ui.stage.property("color").name() == "#000000"
    ui.press(B)
    assert ui.sent() == [ShowOnStage("logo")]


def test_the_hashtag_and_one_key_to_return(open_ui: Any) -> None:
    ui = black(open_ui, stage_black="hashtag")
    assert on_stage(ui, "blackHashtag").property("text").startswith("#")
    ui.press(B)
    assert ui.sent() == [ShowOnStage("votes")]
    ui.click(ui.find("stage_black"))
    assert ui.sent() == [ShowOnStage("votes")]
    ui.press(Qt.Key.Key_Period)
    assert ui.sent() == [ShowOnStage("votes")]


def test_a_picture(open_ui: Any, tmp_path: Path) -> None:
    picture = tmp_path / "a picture #1.png"
    pixels = QImage(64, 48, QImage.Format.Format_RGB32)
    pixels.fill(Qt.GlobalColor.red)
    assert pixels.save(str(picture))
    ui = black(open_ui, stage_black="picture", stage_picture=str(picture))
    shown = on_stage(ui, "blackPicture")
    wait_for(lambda: (QTest.qWait(5), shown.property("paintedWidth"))[1] > 0)
    assert on_stage(ui, "blackHashtag") is None


def test_the_settings_act_at_once(open_ui: Any) -> None:
    ui = black(open_ui)
    page = Page(ui, "settings")
    words = ("black", "hashtag", "picture")
    for chosen in words:
        page.know(
            settings=settings(
                black=row("stage.black", chosen, "choice", choices=words),
                picture=row("stage.picture", "", "file"),
            )
        )
        assert ui.windows.stage.moment == chosen


@pytest.mark.parametrize("value", ["wait", "next"])
def test_where_the_stage_goes_when_its_screen_is_lost(open_ui: Any, value: str) -> None:
    ui = open_ui(demo(workers=workers_state()))
    page = Page(ui, "settings")
    words = ("wait", "next")
    for one in ("wait", "next", value):
        page.know(settings=settings(lost=row("ui.stage_lost", one, "choice", choices=words)))
    titles = [group["title"] for group in ui.windows.pages.settings.groups]
    ui.windows.pages.settings.choose(titles.index("Windows and language"))
    page.settle()
    editor = page.find("setting_ui.stage_lost")
    assert ui.find(f"choice_{value}", editor).property("picked")
    assert ui.windows.windows.goes_on is (value == "next")

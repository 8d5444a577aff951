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

from mwk_desktop.app.workers.settings_worker import SettingsWorker
from mwk_desktop.cli.main import parser
from mwk_desktop.cli.verb_options import options_of
from mwk_desktop.show.commands import ChangeSetting
from mwk_desktop.show.stage_state import ShowOnStage, StageMoment, StageState
from mwk_desktop.show.workers_state import WorkersState
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
    # The room sees something: so does the small picture on the console.
    assert ui.find("stageThumb").property("note") == ""
    # For MIDI, OSC and phones, too: they ask with this state.
    assert not ui.windows.console.state().black_is_dark
    assert on_stage(ui, "blackHashtag").property("text").startswith("#")
    ui.press(B)
    assert ui.sent() == [ShowOnStage("votes")]
    ui.click(ui.find("stage_black"))
    assert ui.sent() == [ShowOnStage("votes")]
    ui.press(Qt.Key.Key_Period)
    assert ui.sent() == [ShowOnStage("votes")]


def test_a_picture(open_ui: Any, tmp_path: Path) -> None:
    picture = tmp_path / "a picture #1.png"
    assert _red().save(str(picture))
    ui = black(open_ui, stage_black="picture", stage_picture=str(picture))
    shown = on_stage(ui, "blackPicture")
    wait_for(lambda: (QTest.qWait(5), shown.property("paintedWidth"))[1] > 0)
    assert on_stage(ui, "blackHashtag") is None


@pytest.mark.parametrize("typed", ["~/evening.png", "pictures/evening.png"])
def test_a_picture_typed_in_the_settings_is_shown_at_once(
    open_ui: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    """Also with a settings file that was named from the folder where the program began."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    for folder in ("home", "pictures"):
        (tmp_path / folder).mkdir()
        assert _red().save(str(tmp_path / folder / "evening.png"))
    Path("mwk.toml").write_text('[stage]\nblack = "picture"\n', "utf-8")
    worker = SettingsWorker(options_of(parser().parse_args(["live", "--config", "mwk.toml"])), {})
    ui = black(open_ui, stage_black="picture")
    page = Page(ui, "settings")

    def know() -> None:
        found = worker.complete_state(WorkersState(), ui.show.snapshot()).settings
        page.know(settings=found)

    know()
    assert ui.windows.console.state().black_is_dark
    worker.handle_request(ChangeSetting("stage.picture", typed))
    know()
    assert not ui.windows.console.state().black_is_dark
    ui.settle()
    shown = on_stage(ui, "blackPicture")
    wait_for(lambda: (QTest.qWait(5), shown.property("paintedWidth"))[1] > 0)


def test_without_a_picture_that_can_be_read_it_is_black_until_there_is_one(
    open_ui: Any, tmp_path: Path
) -> None:
    later = tmp_path / "later.png"
    ui = black(open_ui, stage_black="picture", stage_picture=str(later))
    assert ui.windows.stage.moment == "black"
    assert ui.windows.console.state().black_is_dark
    later.write_bytes(b"no picture")
    ui.settle()
    assert ui.windows.stage.moment == "black"
    assert _red().save(str(later))
    # The stage shows the next snapshot; this show's would not come by itself.
    wait_for(
        lambda: (
            QTest.qWait(5),
            ui.show.change(hashtag="mwk"),
            ui.settle(),
            ui.windows.stage.moment == "picture",
        )[-1]
    )


def _red() -> QImage:
    pixels = QImage(64, 48, QImage.Format.Format_RGB32)
    pixels.fill(Qt.GlobalColor.red)
    return pixels


def test_the_settings_act_at_once(open_ui: Any, tmp_path: Path) -> None:
    ui = black(open_ui)
    picture = tmp_path / "evening.png"
    assert _red().save(str(picture))
    page = Page(ui, "settings")
    words = ("black", "hashtag", "picture")
    for chosen in words:
        page.know(
            settings=settings(
                black=row("stage.black", chosen, "choice", choices=words),
                picture=row("stage.picture", "", "file"),
            )
        )
        assert ui.windows.stage.moment == ("black" if chosen == "picture" else chosen)
    page.know(settings=settings(picture=row("stage.picture", str(picture), "file")))
    assert ui.windows.stage.moment == "picture"


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

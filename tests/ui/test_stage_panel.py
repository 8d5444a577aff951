"""The console's stage panel: one choice is lit, each button asks, the room in small."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from stage_evening import bars_query, voting

from mwk_desktop.show import commands as ask
from mwk_desktop.show.stage_state import ShowOnStage, StageMoment, StageState
from tests.support import wait_for

NAMES = ("votes", "join", "sql", "winner", "end", "black")
LIT = {
    "votes": "votes",
    "join": "join",
    "sql": "sql",
    "messages": "votes",
    "winner": "winner",
    "black": "black",
    "logo": "black",
    "end": "end",
}


def lit(ui: Any) -> list[str]:
    return [name for name in NAMES if ui.find(f"stage_{name}").property("checked")]


def test_its_screen_is_named(ui: Any) -> None:
    windows = ui.windows.windows
    assert ui.find("stageScreenName").property("text") == ""
    windows.set_properties({"stageOpen": True, "stageName": "EPSON EB-L"})
    ui.settle()
    name = ui.find("stageScreenName")
    assert name.property("text") == "EPSON EB-L"
    assert not name.property("truncated")
    assert ui.find("stageState").property("text") == "open"
    windows.set_properties({"stageOpen": False})
    ui.settle()
    assert ui.find("stageScreenName").property("text") == ""


def test_exactly_one_is_lit_whatever_the_stage_shows(ui: Any) -> None:
    for moment, name in LIT.items():
        ui.show.change(stage=StageState(StageMoment(moment)))
        ui.settle()
        assert lit(ui) == [name], moment


def test_each_button_asks_for_its_moment(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(voting(31.0, workers=bars_query()))
    for name in NAMES[1:]:
        ui.click(ui.find(f"stage_{name}"))
    wanted: list[Any] = [ShowOnStage(name) for name in ("join", "sql", "end", "black")]
    wanted.insert(2, ask.ShowWinner(True))
    assert ui.sent() == wanted
    ui.show.change(stage=StageState(StageMoment.JOIN))
    ui.settle()
    ui.click(ui.find("stage_join"))
    ui.click(ui.find("stage_votes"))
    assert ui.sent() == [ShowOnStage("votes")] * 2


def test_the_end_asks_again(ui: Any) -> None:
    ui.show.change(stage=StageState(end_asked=True))
    ui.settle()
    button = ui.find("stage_end")
    assert button.property("text") == "Again"
    assert lit(ui) == ["votes"]


def test_a_locked_console_keeps_its_stage_by_mouse_and_key(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(voting(31.0, workers=bars_query()))
    ui.press(Qt.Key.Key_L)
    for name in NAMES:
        ui.click(ui.find(f"stage_{name}"))
    for key in "VJQTWEB.S":
        ui.press(getattr(Qt.Key, "Key_Period" if key == "." else f"Key_{key}"))
    assert ui.sent() == []
    assert not ui.windows.windows.stageOpen


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
def test_the_picture_shows_the_stage_and_is_never_taken_while_it_is_closed(
    open_ui: Callable[..., Any], size: tuple[int, int]
) -> None:
    ui = open_ui(voting(31.0), size)
    view = ui.windows.console
    QTest.qWait(300)
    ui.settle()
    assert view.stagePicture == ""
    assert ui.find("stageThumb").property("note") == "closed: S opens"
    ui.press(Qt.Key.Key_S)
    first = wait_for(lambda: (QTest.qWait(50), view.stagePicture)[1])
    assert first.startswith("image://stage/")
    assert ui.find("stageThumb").property("note") == ""
    # Another moment is pictured at once, black never.
    ui.show.change(stage=StageState(StageMoment.JOIN))
    wait_for(lambda: (QTest.qWait(50), view.stagePicture != first)[1])
    ui.show.change(stage=StageState(StageMoment.BLACK, since_ms=voting(31.0).t_ms - 12_000))
    ui.settle()
    assert ui.find("stageThumb").property("note") == "BLACK for 0:12: B goes on"


def test_the_health_line_says_what_the_stage_saves(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(stage=True)
    ui.windows.windows.note_stage(2, may_sleep=True)
    assert ui.windows.windows.stageText == (
        "stage in a window, saves frames (2), the screen may sleep"
    )


def test_the_pointer_leaves_the_projector_when_it_rests(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(stage=True, stage_size=(1280, 720))
    pointer = ui.find("pointer", ui.stage.contentItem())
    assert pointer.property("rests")
    QTest.mouseMove(ui.stage, centre := ui.stage.geometry().center() - ui.stage.position())
    QTest.mouseMove(ui.stage, centre * 0.9)
    for _ in range(60):
        if not pointer.property("rests"):
            break
        QTest.qWait(20)
    assert not pointer.property("rests")
    wait_for(lambda: (QTest.qWait(50), pointer.property("rests"))[1])


@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (2560, 1080)])
def test_the_small_stage_fills_its_frame(
    open_ui: Callable[..., Any], size: tuple[int, int]
) -> None:
    """Whatever the shape of the stage's window."""
    ui = open_ui(stage=True, stage_size=size)
    thumb = ui.find("stageThumb")
    frame = ui.find("stageFrame")
    wait_for(
        lambda: (
            ui.settle(),
            abs(frame.width() / frame.height() - size[0] / size[1]) < 0.05,
        )[1]
    )
    assert frame.width() <= thumb.width()
    assert frame.height() <= thumb.height()
    full = frame.width() >= thumb.width() - 1 or frame.height() >= thumb.height() - 1
    assert full, (frame.width(), frame.height())

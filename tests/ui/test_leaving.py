"""Closing asks while a show would suffer; nothing ends by accident."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from fake_show import demo, evening
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from mwk_desktop.show import commands as ask
from mwk_desktop.show.report_state import ReportState
from mwk_desktop.show.silence import SilenceState
from tests.support import wait_for

CTRL = Qt.KeyboardModifier.ControlModifier
FOREVER_MS = 10_000_000


def leave_view(ui: Any) -> Any:
    return ui.windows.console.leave


def close(ui: Any) -> None:
    """What the window system's button does."""
    ui.console.close()
    ui.settle()


def until_left(ui: Any) -> None:
    wait_for(lambda: (QTest.qWait(5), bool(ui.quits))[1])


@pytest.mark.parametrize("way", ["window", "key", "menu"])
def test_nothing_to_lose_is_no_question(open_ui: Any, way: str) -> None:
    ui = open_ui(demo())
    if way == "window":
        close(ui)
    elif way == "key":
        ui.press(Qt.Key.Key_Q, CTRL)
    else:
        ui.menu("quit")
    assert ui.quits
    assert not ui.shows("closeGuard")


@pytest.mark.parametrize("state", ["live", "recorded", "stage", "locked"])
def test_a_show_that_would_suffer_is_asked_about_once(open_ui: Any, state: str) -> None:
    snapshot = evening() if state == "live" else demo()
    if state == "recorded":
        snapshot = replace(snapshot, master_recorded_ms=61_000)
    ui = open_ui(snapshot)
    if state == "stage":
        ui.press(Qt.Key.Key_S)
    if state == "locked":
        ui.press(Qt.Key.Key_L)
    close(ui)
    close(ui)
    assert ui.shows("closeGuard")
    assert ui.console.isVisible()
    assert ui.quits == []
    assert len(leave_view(ui).reasons) == 1


def test_what_is_finished_meanwhile_is_no_reason_any_more(open_ui: Any) -> None:
    before = demo()
    writing = ReportState("show.jsonl.zst", running=True)
    ui = open_ui(replace(before, workers=replace(before.workers, report=writing)))
    close(ui)
    assert len(leave_view(ui).reasons) == 1
    done = replace(before.workers, report=ReportState("show.jsonl.zst", path="/x.html"))
    ui.show.change(workers=done)
    ui.settle()
    assert leave_view(ui).asking
    assert leave_view(ui).reasons == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_esc_go_on_with_the_show(ui: Any, key: Qt.Key) -> None:
    ui.press(Qt.Key.Key_Q, CTRL)
    assert ui.shows("closeGuard")
    ui.press(key)
    assert not ui.shows("closeGuard")
    assert ui.sent() == []
    assert ui.quits == []
    close(ui)
    assert ui.shows("closeGuard"), "asked again"


def test_quit_now_is_held_and_ends_with_a_fade(ui: Any) -> None:
    close(ui)
    timer = leave_view(ui).findChild(QTimer, "hold")
    timer.setInterval(FOREVER_MS)
    ui.native_key(Qt.Key.Key_Q, 24)
    ui.native_key(Qt.Key.Key_Q, 24, repeats=True, released=True)
    ui.native_key(Qt.Key.Key_Q, 24, repeats=True)
    assert leave_view(ui).held
    ui.native_key(Qt.Key.Key_Q, 24, released=True)
    assert not leave_view(ui).held
    assert ui.sent() == []
    timer.setInterval(1)
    ui.native_key(Qt.Key.Key_Q, 24)
    until_left(ui)
    assert ui.sent() == [ask.Panic()]


def test_fade_out_then_quit_waits_for_the_silence(ui: Any) -> None:
    close(ui)
    ui.click(ui.find("fadeThenQuit"))
    assert ui.sent() == [ask.FadeOut()]
    ui.show.change(fade="fading", silence=SilenceState("fading", 4.0, share=0.5))
    ui.settle()
    assert ui.find("leaveFade").property("text").endswith("0:04")
    assert ui.quits == []
    ui.show.change(fade="silent", silence=SilenceState("faded", 0.0))
    ui.settle()
    assert ui.quits


def test_going_on_takes_the_fade_back(ui: Any) -> None:
    close(ui)
    ui.click(ui.find("fadeThenQuit"))
    ui.show.change(fade="fading", silence=SilenceState("fading", 4.0, share=0.5))
    ui.settle()
    ui.press(Qt.Key.Key_Escape)
    assert ui.sent() == [ask.FadeOut(), ask.FadeOut()]
    ui.show.change(fade="silent", silence=SilenceState("faded", 0.0))
    ui.settle()
    assert ui.quits == []


def test_a_locked_console_keeps_its_stage(ui: Any) -> None:
    ui.press(Qt.Key.Key_S)
    ui.press(Qt.Key.Key_L)
    ui.press(Qt.Key.Key_S)
    ui.press(Qt.Key.Key_F11)
    ui.stage.close()
    ui.settle()
    assert ui.windows.windows.stageOpen
    assert ui.stage.isVisible()


@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_going_on_is_the_largest_answer_and_all_words_are_whole(
    open_ui: Any, language: str
) -> None:
    ui = open_ui(replace(evening(), master_recorded_ms=61_000), (1024, 600), language=language)
    close(ui)
    stay = ui.find("goOn")
    assert (stay.width(), stay.height()) == (300, 68)
    for name in ("goOn", "fadeThenQuit", "quitNow", "leaveFoot"):
        words = [item for item in ui.items(ui.find(name)) if item.property("truncated") is not None]
        assert words
        assert not any(item.property("truncated") for item in words), name
    middle = next(item for item in ui.items(stay) if item.property("truncated") is not None)
    assert abs(middle.x() + middle.width() / 2 - stay.width() / 2) <= 1

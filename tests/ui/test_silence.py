"""Panic, fade out and the way back, with the real keys and buttons of real windows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from fake_show import evening
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest

from mwk_desktop.show import commands as ask
from mwk_desktop.show.desk_commands import Arm
from mwk_desktop.show.silence import SilenceState
from mwk_desktop.ui.console.escape_hold import ESCAPE_MS
from mwk_desktop.ui.console.silence_view import HOLD_MS
from tests.support import wait_for

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
R, ESCAPE = Qt.Key.Key_R, Qt.Key.Key_Escape
SILENT = {"panic": "silent", "silence": SilenceState("silent", 7.0)}
FADED = {"fade": "silent", "silence": SilenceState("faded", 12.0)}


FOREVER_MS = 10_000_000


def hold(ui: Any, ms: int = FOREVER_MS, repeats: bool = False) -> None:
    """Press R; it counts as held after ``ms`` (a slow machine must not make a press long)."""
    silence = ui.windows.console.silence
    silence.findChild(QTimer, "hold").setInterval(ms)
    # What is said of a short press stands until it is read.
    silence.findChild(QTimer, "hint").setInterval(FOREVER_MS)
    ui.native_key(R, 27, repeats=repeats)


def let_go(ui: Any, repeats: bool = False) -> None:
    ui.native_key(R, 27, repeats=repeats, released=True)


def is_held(ui: Any) -> bool:
    return bool(ui.windows.console.silence.held)


def until_sent(ui: Any, command: object) -> None:
    wait_for(lambda: (QTest.qWait(5), ui.show.sent)[1] == [command])
    ui.sent()


def test_esc_never_resumes(ui: Any) -> None:
    ui.show.change(**SILENT)
    for _ in range(5):
        ui.press(ESCAPE)
        ui.press(ESCAPE, SHIFT)
        ui.click(ui.find("panic"))
    assert ui.sent() == []


@pytest.mark.parametrize("state", [SILENT, FADED, {**SILENT, "panic": "fading"}])
def test_r_held_resumes_and_a_short_press_only_says_so(ui: Any, state: dict[str, Any]) -> None:
    ui.show.change(**state)
    ui.settle()
    hold(ui)
    assert is_held(ui)
    let_go(ui)
    assert ui.find("resume").property("text") == "Hold longer"
    assert ui.sent() == []
    hold(ui)
    # What X11 sends while a key is held: pairs of ends and beginnings.
    for _ in range(3):
        let_go(ui, repeats=True)
        hold(ui, repeats=True)
    assert is_held(ui)
    assert ui.sent() == []
    let_go(ui)
    hold(ui, HOLD_MS)
    until_sent(ui, ask.Resume())
    let_go(ui)
    assert ui.sent() == []


def test_r_records_while_the_music_plays(ui: Any) -> None:
    ui.press(R)
    assert ui.sent() == [ask.RecordMaster(ui.show.snapshot().master_recorded_ms is None)]


def test_a_window_that_loses_the_keyboard_holds_nothing(ui: Any) -> None:
    ui.show.change(**SILENT)
    ui.settle()
    hold(ui)
    ui.press(Qt.Key.Key_S)
    ui.stage.requestActivate()
    assert QTest.qWaitForWindowActive(ui.stage, 60_000)
    assert not is_held(ui)
    assert not ui.windows.console.silence.findChild(QTimer, "hold").isActive()
    assert ui.sent() == []


def test_the_button_is_held_too(ui: Any) -> None:
    ui.show.change(**SILENT)
    ui.settle()
    timer = ui.windows.console.silence.findChild(QTimer, "hold")
    timer.setInterval(FOREVER_MS)
    ui.click(ui.find("resume"))
    assert ui.sent() == []
    timer.setInterval(HOLD_MS)
    place = ui.find("resume").mapToScene(QPoint(20, 10)).toPoint()
    QTest.mousePress(ui.console, Qt.MouseButton.LeftButton, pos=place)
    until_sent(ui, ask.Resume())
    QTest.mouseRelease(ui.console, Qt.MouseButton.LeftButton, pos=place)
    assert ui.sent() == []


def test_the_end_of_the_silence_ends_the_hold(ui: Any) -> None:
    ui.show.change(**SILENT)
    ui.settle()
    hold(ui)
    ui.show.change(panic="", silence=SilenceState("returning", 1.2, bar=45, beats=3))
    ui.settle()
    assert not is_held(ui)
    assert ui.find("silentTitle").property("text") == "RETURNS AT BAR 45"
    assert ui.find("silentTime").property("text") == "in 3 beats"


def test_the_bar_says_what_is_and_nothing_moves(ui: Any) -> None:
    places = {name: ui.find(f"strip_{name}").mapToScene(QPoint(0, 0)) for name in ("drum", "vocal")}
    assert not ui.find("silentBar").isVisible()
    for state, title, time in (
        (SilenceState("silent", 7.9), "SILENT", "for 0:07"),
        (SilenceState("faded", 12.0), "FADED OUT", "for 0:12"),
        (SilenceState("fading", 4.1, share=0.4), "FADING OUT", "silent in 0:05"),
        (SilenceState("returning", 0.2, bar=9, beats=1), "RETURNS AT BAR 9", "in 1 beat"),
    ):
        ui.show.change(silence=state)
        ui.settle()
        bar = ui.find("silentBar")
        assert bar.isVisible()
        assert bar.width() == ui.console.width()
        assert ui.find("silentTitle").property("text") == title
        assert ui.find("silentTime").property("text") == time
        assert places == {
            name: ui.find(f"strip_{name}").mapToScene(QPoint(0, 0)) for name in places
        }


@pytest.mark.parametrize("kind", ["silent", "faded", "returning", "fading"])
def test_meters_are_hollow_while_nothing_is_heard(ui: Any, kind: str) -> None:
    meters = [ui.in_strip("drum", "meter"), ui.find("masterMeter")]
    ground, peak = ui.find("stripGround", ui.find("master")), ui.find("masterPeak")
    colour = ground.property("cap").name()
    assert not any(meter.property("hollow") for meter in meters)
    ui.show.change(silence=SilenceState(kind, 4.0, bar=9, beats=2, share=0.5))
    ui.settle()
    unheard = kind != "fading"
    assert [meter.property("hollow") for meter in meters] == [unheard, unheard]
    assert (peak.property("text") == "silent") == unheard
    assert (ui.windows.console.lufsText == "\u2013") == unheard
    assert (ground.property("cap").name() != colour) == (kind in ("silent", "faded"))


def test_keep_the_music_takes_a_fade_back(ui: Any) -> None:
    ui.show.change(fade="fading", silence=SilenceState("fading", 4.0, share=0.5))
    ui.settle()
    ui.click(ui.find("keepMusic"))
    assert ui.sent() == [ask.FadeOut()]


OPENED = ["menu", "help", "crowd", "open", "settings", "query", "checks", "controllers", "clips"]


@pytest.mark.parametrize("page", OPENED)
def test_panic_works_through_every_page(ui: Any, page: str) -> None:
    console = ui.windows.console
    match page:
        case "menu":
            ui.press(Qt.Key.Key_F10)
        case "help":
            ui.press(Qt.Key.Key_Question, SHIFT)
        case "clips":
            ui.click(ui.in_strip("pad", "clip"))
        case "crowd":
            console.crowdAsked.emit()
        case _:
            console.askPage(page)
    ui.settle()
    assert ui.console.property("overlaid")
    ui.press(ESCAPE, SHIFT)
    assert ui.sent()[-1] == ask.Panic()
    assert ui.console.property("overlaid")
    # Nothing covers the transport and the rail, and a click there takes nothing from the page.
    focused = ui.console.activeFocusItem()
    told = ((913, 90, ask.Panic()), (837, 90, ask.SetHold(True)), (58, 156, Arm(True)))
    for x, y, command in told:
        QTest.mouseClick(ui.console, LEFT, NONE, QPoint(x, y))
        ui.settle()
        assert ui.sent() == [command]
        assert ui.console.property("overlaid")
        assert ui.console.activeFocusItem() is focused


def test_panic_works_from_the_stage_and_its_full_screen_stays(ui: Any) -> None:
    ui.press(Qt.Key.Key_S)
    ui.press(Qt.Key.Key_F11)
    ui.stage.requestActivate()
    assert QTest.qWaitForWindowActive(ui.stage, 60_000)
    ui.press(ESCAPE, window=ui.stage)
    ui.press(ESCAPE, SHIFT, window=ui.stage)
    assert ui.sent() == [ask.Panic(), ask.Panic()]
    assert ui.stage.windowStates() & Qt.WindowState.WindowFullScreen


def test_esc_leaves_full_screen_first_where_the_settings_say_so(open_ui: Any) -> None:
    ui = open_ui(escape_leaves_full_screen=True)
    ui.press(Qt.Key.Key_S)
    ui.press(Qt.Key.Key_F11)
    ui.settle()
    ui.stage.requestActivate()
    assert QTest.qWaitForWindowActive(ui.stage, 60_000)
    ui.press(ESCAPE, window=ui.stage)
    assert ui.sent() == []
    assert not ui.stage.windowStates() & Qt.WindowState.WindowFullScreen
    ui.press(ESCAPE, window=ui.stage)
    assert ui.sent() == [ask.Panic()]


def test_a_locked_console_still_panics_and_resumes(ui: Any) -> None:
    ui.press(Qt.Key.Key_L)
    ui.press(ESCAPE)
    assert ui.sent() == [ask.Panic()]
    ui.show.change(**SILENT)
    ui.settle()
    hold(ui, HOLD_MS)
    until_sent(ui, ask.Resume())


def test_a_screen_reader_resumes_with_one_press(ui: Any) -> None:
    ui.show.change(**SILENT)
    ui.settle()
    ui.windows.console.silence.resumeNow()
    assert ui.sent() == [ask.Resume()]
    assert "Silent for 0 seconds" in ui.windows.console.silence.spoken
    ui.show.change(silence=replace(SILENT["silence"], seconds=61.0))
    ui.settle()
    assert "Silent for 60 seconds" in ui.windows.console.silence.spoken


def escape(ui: Any, *, repeats: bool = False, released: bool = False) -> None:
    ui.native_key(ESCAPE, 9, repeats=repeats, released=released)


def test_esc_is_panic_only_when_held_where_the_settings_say_so(open_ui: Any) -> None:
    ui = open_ui(escape_held=True)
    timer = ui.windows.console.escape.findChild(QTimer)
    assert ui.find("panic").property("key") == "hold Esc"
    timer.setInterval(FOREVER_MS)
    escape(ui)
    escape(ui, released=True)  # a clicker's press
    assert not timer.isActive()
    escape(ui)
    # What X11 sends while a key is held.
    for _ in range(3):
        escape(ui, repeats=True, released=True)
        escape(ui, repeats=True)
    assert timer.isActive()
    assert ui.sent() == []
    ui.windows.console.releaseKeys()  # the window lost the keyboard
    assert not timer.isActive()
    escape(ui, released=True)
    timer.setInterval(ESCAPE_MS)
    escape(ui)
    until_sent(ui, ask.Panic())
    escape(ui, released=True)
    # Through a page it is one press all the same: nothing else is on those two keys.
    ui.press(ESCAPE, SHIFT)
    assert ui.sent() == [ask.Panic()]
    ui.click(ui.find("panic"))
    assert ui.sent() == [ask.Panic()]


def test_a_held_esc_closes_a_page_at_once(open_ui: Any) -> None:
    ui = open_ui(escape_held=True)
    ui.windows.pages.open("settings")
    ui.settle()
    ui.settle()
    ui.press(ESCAPE)
    assert ui.windows.pages.page == ""
    assert ui.sent() == []


def test_the_resume_button_names_its_key(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(evening(panic="silent", silence=SilenceState("silent", 7.0)))
    button = ui.find("resume")
    assert ui.find("holdText", button).property("text") == "Resume: hold"
    assert ui.find("holdKey", button).property("text") == "R"
    assert ui.find("holdKey", button).isVisible()
    # With a page open the letter would be typed into it.
    ui.press(Qt.Key.Key_F10)
    assert not ui.find("holdKey", button).isVisible()
    assert "Esc" in ui.find("holdText", button).property("text")

"""Every control of the console, pressed with a mouse in a real window."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from conftest import centre
from fake_show import clip, demo, evening, replayed, trouble
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest

from mwk_desktop.show import commands as ask
from mwk_desktop.show.commands import Mode
from mwk_desktop.show.fader_law import fader_position
from mwk_desktop.show.talk_clock import PauseTalk, StartTalk, TalkState
from mwk_desktop.units import INSTRUMENTS, db_to_gain

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_strip_controls(ui: Any, name: str) -> None:
    strip = ui.show.snapshot().strips[INSTRUMENTS.index(name)]
    for mode in ("auto", "on", "off"):
        ui.click(ui.in_strip(name, f"mode_{mode}"))
    ui.click(ui.in_strip(name, "mute"))
    ui.click(ui.in_strip(name, "solo"))
    assert ui.sent() == [
        *(ask.SetMode(name, mode) for mode in Mode),
        ask.SetMute(name, not strip.mute),
        ask.SetSolo(name, not strip.solo),
    ]


def test_clip_menu_by_mouse(ui: Any) -> None:
    ui.click(ui.in_strip("pad", "clip"))
    menu = ui.find("clipMenu")
    assert menu.isVisible()
    ui.click(ui.find("clip_3", menu))
    assert not menu.isVisible()
    ui.click(ui.in_strip("vocal", "clip"))
    ui.click(ui.find("clip_0", menu))
    assert ui.sent() == [
        ask.SetVariation("pad", clip("pad", 3).name),
        ask.SetVariation("vocal", None),
    ]
    ui.click(ui.in_strip("drum", "clip"))
    ui.press(Qt.Key.Key_Escape)
    assert not menu.isVisible()
    assert ui.sent() == []


def test_clip_menu_by_keyboard(ui: Any) -> None:
    ui.in_strip("drum", "clip").forceActiveFocus()
    ui.press(Qt.Key.Key_Return)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        ui.press(key)
    ui.press(Qt.Key.Key_Space)
    assert ui.sent() == [ask.SetVariation("drum", clip("drum", 1).name), ask.SetHold(True)]


def test_cancel_buttons(ui: Any) -> None:
    assert not ui.in_strip("drum", "cancel").isVisible()
    ui.click(ui.in_strip("vocal", "cancel"))
    ui.click(ui.find("cancelScene"))
    ui.show.change(next_scene_cancelled=True)
    ui.settle()
    ui.click(ui.find("cancelScene"))
    assert ui.sent() == [ask.CancelChange("vocal"), ask.CancelScene(), ask.CancelScene()]
    ui.show.change(hold=True)
    ui.settle()
    assert not ui.find("cancelScene").isVisible()


def test_transport_buttons(ui: Any) -> None:
    ui.click(ui.find("hold"))
    ui.click(ui.find("panic"))
    ui.click(ui.find("fade"))
    ui.click(ui.find("undo"))
    assert ui.sent() == [ask.SetHold(True), ask.Panic(), ask.FadeOut(), ask.Undo()]
    ui.show.change(hold=True, panic="silent", fade="silent", can_undo=False)
    ui.settle()
    assert ui.find("hold").property("text") == "HELD"
    assert ui.find("panic").property("text") == "Silent"
    assert ui.find("fade").property("text") == "Faded"
    ui.click(ui.find("hold"))
    ui.click(ui.find("panic"))
    ui.click(ui.find("fade"))
    ui.click(ui.find("undo"))
    assert ui.sent() == [ask.SetHold(False), ask.FadeOut()]
    ui.show.change(panic="fading")
    ui.settle()
    assert ui.find("panic").property("text") == "Cut now"


def test_the_master_is_recorded(ui: Any) -> None:
    button = ui.find("record")
    assert button.property("text") == "Record"
    ui.click(button)
    ui.press(Qt.Key.Key_R)
    assert ui.sent() == [ask.RecordMaster(True), ask.RecordMaster(True)]
    ui.show.change(master_recorded_ms=751_900)
    ui.settle()
    assert button.property("text") == "12:31"
    assert button.property("checked")
    ui.press(Qt.Key.Key_R)
    ui.click(button)
    assert ui.sent() == [ask.RecordMaster(False), ask.RecordMaster(False)]


def test_stage_lock_and_keys_buttons(ui: Any) -> None:
    ui.click(ui.find("stage"))
    assert ui.stage.isVisible()
    ui.click(ui.find("stage"))
    assert not ui.stage.isVisible()
    ui.click(ui.find("keys"))
    sheet = ui.find("cheatSheet")
    assert sheet.isVisible()
    ui.click(ui.find("overlayClose", sheet))
    assert not sheet.isVisible()
    ui.click(ui.find("lock"))
    assert ui.windows.console.locked
    ui.click(ui.find("lock"))
    assert not ui.windows.console.locked
    assert ui.sent() == []


def _drag(ui: Any, item: Any, dy: int) -> None:
    start = centre(item).toPoint()
    QTest.mousePress(ui.console, LEFT, NONE, start)
    for step in range(1, 6):
        QTest.mouseMove(ui.console, start + QPoint(0, dy * step // 5))
        ui.settle()
    QTest.mouseRelease(ui.console, LEFT, NONE, start + QPoint(0, dy))
    ui.settle()


def test_fader_is_dragged_from_its_cap(ui: Any) -> None:
    fader = ui.in_strip("drum", "fader")
    travel = fader.height() - 20
    _drag(ui, ui.find("cap", fader), 60)
    sent = ui.sent()
    assert len(sent) >= 3
    assert all(c.instrument == "drum" for c in sent)
    gains = [c.gain for c in sent]
    assert gains == sorted(gains, reverse=True)
    assert fader_position(gains[-1]) == pytest.approx(0.8 - 60 / travel, abs=0.01)


def test_fader_snaps_at_zero_and_takes_hold_without_moving(ui: Any) -> None:
    cap = ui.find("cap", ui.in_strip("drum", "fader"))
    _drag(ui, cap, 2)
    told = ui.sent()
    assert [c.gain for c in told] == [1.0] * len(told)
    ui.click(cap)
    assert ui.sent() == []


def test_fader_double_click_click_and_wheel(ui: Any) -> None:
    fader = ui.in_strip("pad", "fader")
    ui.click(ui.find("cap", fader), double=True)
    assert ui.sent()[-1] == ask.SetGain("pad", 1.0)
    # A click on the track is one step, and two quick ones are two: no stray click is a jump.
    for y, db in ((10, -5.5), (fader.height() - 10, -6.5)):
        point = fader.mapToScene(QPointF(fader.width() / 2, y)).toPoint()
        QTest.mouseClick(ui.console, LEFT, NONE, point)
        QTest.mouseDClick(ui.console, LEFT, NONE, point)
        ui.settle()
        for command in ui.sent():
            assert command.gain == pytest.approx(db_to_gain(db), rel=0.01)
    spot = centre(fader)
    for delta, modifiers in ((120, NONE), (-120, NONE), (120, Qt.KeyboardModifier.ShiftModifier)):
        wheel = QWheelEvent(
            spot,
            ui.console.mapToGlobal(spot),
            QPoint(),
            QPoint(0, delta),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QCoreApplication.sendEvent(ui.console, wheel)
    steps = [round(20 * math.log10(c.gain), 1) for c in ui.sent()]
    assert steps == [-5.5, -6.5, -5.9]


def test_master_fader_and_its_number(ui: Any) -> None:
    ui.click(ui.find("cap", ui.find("masterFader")), double=True)
    assert ui.sent()[-1] == ask.SetGain(None, 1.0)
    gain = ui.find("masterGain")
    ui.click(gain)
    assert gain.property("editing")
    ui.type("-12,5")
    ui.press(Qt.Key.Key_Return)
    (command,) = ui.sent()
    assert command.instrument is None
    assert command.gain == pytest.approx(db_to_gain(-12.5))


@pytest.mark.parametrize(
    ("typed", "gain"),
    [("-6", db_to_gain(-6)), ("\u22123.5", db_to_gain(-3.5)), ("99", db_to_gain(6)), ("-200", 0.0)],
)
def test_gain_is_typed(ui: Any, typed: str, gain: float) -> None:
    ui.windows.console.typeGain(2, typed)
    (command,) = ui.sent()
    assert command == ask.SetGain("lead_bass", pytest.approx(gain))


def test_typed_nonsense_and_escape_change_nothing(ui: Any) -> None:
    for text in ("", "loud", "nan", "1e"):
        ui.windows.console.typeGain(0, text)
    entry = ui.in_strip("drum", "gain")
    ui.click(entry)
    ui.type("1 2 f")
    ui.press(Qt.Key.Key_Escape)
    assert not entry.property("editing")
    assert ui.sent() == []


def test_replay_bar(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(replayed())
    ui.click(ui.find("pause"))
    ui.click(ui.find("toStart"))
    for place in range(6):
        ui.click(ui.find(f"speed_{place}"))
    assert ui.sent() == [
        ask.Pause(True),
        ask.Scrub(0),
        *(ask.SetSpeed(speed) for speed in (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)),
    ]
    assert ui.find("position").property("text") == "00:19:27"


def test_closing_the_console_ends_the_program(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(demo())
    ui.console.close()
    assert ui.quits


def test_states_are_shown(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(trouble())
    assert ui.find("banner_0").isVisible()
    heads = [ui.find("bannerHead", ui.find(f"banner_{i}")).property("text") for i in (0, 1)]
    assert heads[0] == "Broker lost. Music holds, reconnecting since 20:31."
    assert heads[1].startswith("Sound device missing")
    view = ui.windows.console
    assert view.moreBanners == 1
    assert view.outputBad
    assert ui.find("masterMeter").property("missing")
    assert ui.find("output").property("text") == "No device"
    assert ui.find("countdown").property("text") == "1:52"
    ui.show.set(evening())
    ui.settle()
    assert not view.banners
    assert view.pillText == "LIVE"
    assert ui.find("bar").property("text") == "17.2"
    assert ui.find("countdown").property("text") == "0:03"
    assert ui.find("nextSceneIn").property("text") == "2 bars"


def test_the_talks_clock_is_said_and_started_and_stopped(ui: Any) -> None:
    assert not ui.find("talk").isVisible()
    for talk, text, note, command in (
        (TalkState(1_200_000), "20:00", "left", StartTalk()),
        (TalkState(1_104_000, True, "rest"), "18:24", "left", PauseTalk()),
        (TalkState(290_000, False, "amber"), "4:50", "left", StartTalk()),
        (TalkState(-42_000, True, "red"), "+0:42", "over", PauseTalk()),
    ):
        ui.show.change(workers=replace(ui.show.snapshot().workers, talk=talk))
        ui.settle()
        assert ui.find("talkText").property("text") == text
        assert ui.find("talkNote").property("text") == note
        ui.click(ui.find("talk"))
        ui.click(ui.find("talkStart"))
        assert ui.sent() == [command]
        ui.click(ui.find("talk"))
        assert not ui.shows("talkPanel")


def test_a_pinned_clip_shows_in_its_strip(ui: Any) -> None:
    strip = ui.show.snapshot().strips[5]
    for clip_name in (None, strip.clips[0].name):
        ui.show.change_strip(5, variation=clip_name)
        ui.settle()
        pin = ui.in_strip("pad", "clipPinned")
        assert pin.isVisible() == (clip_name is not None)

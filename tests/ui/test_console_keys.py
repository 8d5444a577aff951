"""Every key of the console and the stage, pressed in a real window."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mwk_desktop.show import commands as ask
from mwk_desktop.show.commands import Mode
from mwk_desktop.units import INSTRUMENTS, db_to_gain

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
DIGITS = [Qt.Key(Qt.Key.Key_1 + i) for i in range(8)]
AZERTY = ["&", "\u00c9", '"', "'", "(", "-", "\u00c8", "_"]


@pytest.mark.parametrize("place", range(8))
def test_digits_cycle_mode_solo_and_variation(desk: Any, place: int) -> None:
    strip = desk.show.snapshot().strips[place]
    after = {Mode.AUTO: Mode.ON, Mode.ON: Mode.OFF, Mode.OFF: Mode.AUTO}
    desk.press(DIGITS[place])
    desk.press(DIGITS[place], SHIFT)
    desk.press(DIGITS[place], CTRL)
    name = INSTRUMENTS[place]
    assert desk.sent() == [
        ask.SetMode(name, after[strip.pending_mode or strip.mode]),
        ask.SetSolo(name, True),
        ask.NextVariation(name),
    ]


@pytest.mark.parametrize("place", range(8))
def test_digits_act_by_place_on_azerty(desk: Any, place: int) -> None:
    key = ord(AZERTY[place])
    desk.native_key(key, 10 + place)
    desk.native_key(key, 10 + place, CTRL)
    # With Shift the row of an AZERTY keyboard types its digits.
    desk.native_key(DIGITS[place], 10 + place, SHIFT)
    mode, variation, solo = desk.sent()
    assert isinstance(mode, ask.SetMode)
    assert mode.instrument == INSTRUMENTS[place]
    assert variation == ask.NextVariation(INSTRUMENTS[place])
    assert solo == ask.SetSolo(INSTRUMENTS[place], True)


def test_mode_cycles_through_all_three(desk: Any) -> None:
    for mode, expected in ((Mode.AUTO, Mode.ON), (Mode.ON, Mode.OFF), (Mode.OFF, Mode.AUTO)):
        desk.show.change_strip(0, mode=mode)
        desk.press(Qt.Key.Key_1)
        assert desk.sent() == [ask.SetMode("drum", expected)]


def test_keys_of_the_whole_show(desk: Any) -> None:
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_F)
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.sent() == [ask.SetHold(True), ask.Panic(), ask.FadeOut(), ask.Undo()]
    desk.show.change(hold=True, panic="fading", can_undo=False)
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.sent() == [ask.SetHold(False), ask.Panic()]
    desk.show.change(panic="silent")
    desk.press(Qt.Key.Key_Escape)
    assert desk.sent() == [ask.Resume()]


def test_a_key_held_down_acts_once(desk: Any) -> None:
    for repeats in (False, True, True, True):
        desk.native_key(Qt.Key.Key_1, 10, repeats=repeats)
        desk.native_key(Qt.Key.Key_Space, 65, repeats=repeats)
        desk.native_key(Qt.Key.Key_Escape, 9, repeats=repeats)
    assert desk.sent() == [ask.SetMode("drum", Mode.ON), ask.SetHold(True), ask.Panic()]


def test_the_keypad_is_digits_and_alt_is_nothing(desk: Any) -> None:
    desk.native_key(Qt.Key.Key_6, 85, Qt.KeyboardModifier.KeypadModifier)
    desk.native_key(Qt.Key.Key_ParenLeft, 60)
    desk.press(Qt.Key.Key_1, ALT)
    assert desk.sent() == [ask.SetMode("pad", Mode.ON)]


def test_strip_keys_reach_the_strip_that_has_the_focus(desk: Any) -> None:
    desk.find("strip_vocal").forceActiveFocus()
    desk.press(Qt.Key.Key_M)
    desk.press(Qt.Key.Key_C)
    desk.press(Qt.Key.Key_Up)
    desk.press(Qt.Key.Key_Down, SHIFT)
    mute, cancel, up, down = desk.sent()
    assert mute == ask.SetMute("vocal", True)
    assert cancel == ask.CancelChange("vocal")
    assert up.instrument == down.instrument == "vocal"
    assert up.gain == pytest.approx(db_to_gain(0.5))
    assert down.gain == pytest.approx(db_to_gain(-0.1))
    # Nothing is pending on the pad: C has nothing to cancel.
    desk.find("strip_pad").forceActiveFocus()
    desk.press(Qt.Key.Key_C)
    assert desk.sent() == []


def test_fader_arrows_repeat(desk: Any) -> None:
    desk.find("strip_drum").forceActiveFocus()
    desk.native_key(Qt.Key.Key_Up, 111)
    desk.native_key(Qt.Key.Key_Up, 111, repeats=True)
    desk.native_key(Qt.Key.Key_M, 58)
    desk.native_key(Qt.Key.Key_M, 58, repeats=True)
    assert [type(c) for c in desk.sent()] == [ask.SetGain, ask.SetGain, ask.SetMute]


def test_master_keys(desk: Any) -> None:
    desk.find("master").forceActiveFocus()
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_C)
    gain, cancel = desk.sent()
    assert gain.instrument is None
    assert gain.gain == pytest.approx(db_to_gain(-1.5))
    assert cancel == ask.CancelScene()


def test_fader_keys(desk: Any) -> None:
    desk.in_strip("pad", "fader").forceActiveFocus()
    expected = {
        Qt.Key.Key_Up: -5.5,
        Qt.Key.Key_Down: -6.5,
        Qt.Key.Key_PageUp: -3.0,
        Qt.Key.Key_PageDown: -9.0,
        Qt.Key.Key_Home: 0.0,
    }
    for key, db in expected.items():
        desk.press(key)
        (command,) = desk.sent()
        assert command.instrument == "pad"
        assert command.gain == pytest.approx(db_to_gain(db)), key


def test_segment_keys(desk: Any) -> None:
    desk.in_strip("drum", "segment").forceActiveFocus()
    desk.press(Qt.Key.Key_Right)
    desk.press(Qt.Key.Key_Left)
    desk.press(Qt.Key.Key_Return)
    assert desk.sent() == [ask.SetMode("drum", Mode.ON), ask.SetMode("drum", Mode.ON)]


def test_stage_keys_and_full_screen(desk: Any) -> None:
    windows = desk.windows.windows
    assert not windows.stageOpen
    desk.press(Qt.Key.Key_S)
    assert windows.stageOpen
    assert desk.stage.isVisible()
    desk.press(Qt.Key.Key_F11)
    assert desk.stage.windowStates() & Qt.WindowState.WindowFullScreen
    desk.press(Qt.Key.Key_F11)
    assert not desk.stage.windowStates() & Qt.WindowState.WindowFullScreen
    # The stage window passes keys on: it may well have the keyboard.
    desk.stage.requestActivate()
    assert QTest.qWaitForWindowActive(desk.stage)
    desk.press(Qt.Key.Key_Space, window=desk.stage)
    assert desk.sent() == [ask.SetHold(True)]
    desk.press(Qt.Key.Key_S)
    assert not windows.stageOpen
    assert not desk.stage.isVisible()


def test_lock_leaves_only_the_way_out(desk: Any) -> None:
    desk.press(Qt.Key.Key_L)
    assert desk.windows.console.locked
    for key in (Qt.Key.Key_1, Qt.Key.Key_Space, Qt.Key.Key_F, Qt.Key.Key_R):
        desk.press(key)
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.press(Qt.Key.Key_2, SHIFT)
    desk.find("strip_drum").forceActiveFocus()
    desk.press(Qt.Key.Key_M)
    for name in ("mute", "solo", "clip", "mode_on", "fader"):
        desk.click(desk.in_strip("pad", name))
    for name in ("hold", "fade", "undo", "cancelScene", "masterFader", "record", "outputButton"):
        desk.click(desk.find(name))
    assert desk.sent() == []
    desk.press(Qt.Key.Key_Escape)
    desk.click(desk.find("panic"))
    assert desk.sent() == [ask.Panic(), ask.Panic()]
    desk.press(Qt.Key.Key_L)
    desk.press(Qt.Key.Key_Space)
    assert desk.sent() == [ask.SetHold(True)]


def test_cheat_sheet_takes_the_keyboard_and_gives_it_back(desk: Any) -> None:
    desk.press(Qt.Key.Key_Question, SHIFT)
    sheet = desk.find("cheatSheet")
    assert sheet.isVisible()
    desk.press(Qt.Key.Key_1)
    desk.press(Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert desk.sent() == []
    desk.press(Qt.Key.Key_Question, SHIFT)
    desk.press(Qt.Key.Key_Question, SHIFT)
    assert not sheet.isVisible()
    desk.press(Qt.Key.Key_Space)
    assert desk.sent() == [ask.SetHold(True)]


def test_enter_presses_what_has_the_focus_and_space_stays_hold(desk: Any) -> None:
    desk.in_strip("synth", "mute").forceActiveFocus()
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Space)
    assert desk.sent() == [ask.SetMute("synth", True), ask.SetHold(True)]


def test_tab_reaches_every_control(desk: Any) -> None:
    reached: list[str] = []
    for _ in range(200):
        desk.press(Qt.Key.Key_Tab)
        item = desk.console.activeFocusItem()
        if item.objectName() and item.objectName() in reached[:1] and len(reached) > 20:
            break
        reached.append(item.objectName())
    wanted = {
        "menu",
        "undo",
        "lock",
        "keys",
        "hold",
        "panic",
        "fade",
        "stage",
        "record",
        "winner",
        "crowdButton",
    }
    wanted |= {"cancelScene", "outputButton"}
    assert wanted <= set(reached)
    for name, times in (("segment", 8), ("clip", 8), ("fader", 8), ("mute", 8), ("solo", 8)):
        assert reached.count(name) == times, name
    assert reached.count("masterFader") == 1
    assert reached.count("cancel") == 1

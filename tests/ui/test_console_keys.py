"""Every key of the console and the stage, pressed in a real window."""

from __future__ import annotations

from typing import Any

import pytest
from fake_show import replayed
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mwk_desktop.show import commands as ask
from mwk_desktop.show.commands import Mode
from mwk_desktop.show.stage_state import ShowOnStage, StageMoment
from mwk_desktop.units import INSTRUMENTS, db_to_gain

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
DIGITS = [Qt.Key(Qt.Key.Key_1 + i) for i in range(8)]
AZERTY = ["&", "\u00c9", '"', "'", "(", "-", "\u00c8", "_"]


@pytest.mark.parametrize("place", range(8))
def test_digits_cycle_mode_solo_and_variation(ui: Any, place: int) -> None:
    strip = ui.show.snapshot().strips[place]
    after = {Mode.AUTO: Mode.ON, Mode.ON: Mode.OFF, Mode.OFF: Mode.AUTO}
    ui.press(DIGITS[place])
    ui.press(DIGITS[place], SHIFT)
    ui.press(DIGITS[place], CTRL)
    name = INSTRUMENTS[place]
    assert ui.sent() == [
        ask.SetMode(name, after[strip.pending_mode or strip.mode]),
        ask.SetSolo(name, True),
        ask.NextVariation(name),
    ]


@pytest.mark.parametrize("place", range(8))
def test_digits_act_by_place_on_azerty(ui: Any, place: int) -> None:
    key = ord(AZERTY[place])
    ui.native_key(key, 10 + place)
    ui.native_key(key, 10 + place, CTRL)
    # With Shift the row of an AZERTY keyboard types its digits.
    ui.native_key(DIGITS[place], 10 + place, SHIFT)
    mode, variation, solo = ui.sent()
    assert isinstance(mode, ask.SetMode)
    assert mode.instrument == INSTRUMENTS[place]
    assert variation == ask.NextVariation(INSTRUMENTS[place])
    assert solo == ask.SetSolo(INSTRUMENTS[place], True)


@pytest.mark.parametrize("typed", [".", ":", "\u042e"], ids=["qwerty", "azerty", "cyrillic"])
def test_the_key_that_clickers_send_for_black_goes_by_its_place(ui: Any, typed: str) -> None:
    ui.native_key(ord(typed), 60)
    (sent,) = ui.sent()
    assert sent == ShowOnStage(StageMoment.BLACK)
    ui.native_key(Qt.Key.Key_V, 60)  # Dvorak: the votes
    ui.native_key(ord(";"), 59)
    assert ui.sent() == []


def test_mode_cycles_through_all_three(ui: Any) -> None:
    for mode, expected in ((Mode.AUTO, Mode.ON), (Mode.ON, Mode.OFF), (Mode.OFF, Mode.AUTO)):
        ui.show.change_strip(0, mode=mode)
        ui.press(Qt.Key.Key_1)
        assert ui.sent() == [ask.SetMode("drum", expected)]


def test_keys_of_the_whole_show(ui: Any) -> None:
    ui.press(Qt.Key.Key_Space)
    ui.press(Qt.Key.Key_Escape)
    ui.press(Qt.Key.Key_F)
    ui.press(Qt.Key.Key_Z, CTRL)
    assert ui.sent() == [ask.SetHold(True), ask.Panic(), ask.FadeOut(), ask.Undo()]
    ui.show.change(hold=True, panic="fading", can_undo=False)
    ui.press(Qt.Key.Key_Space)
    ui.press(Qt.Key.Key_Escape)
    ui.press(Qt.Key.Key_Z, CTRL)
    assert ui.sent() == [ask.SetHold(False), ask.Panic()]
    ui.show.change(panic="silent")
    ui.press(Qt.Key.Key_Escape)
    assert ui.sent() == []


def test_a_key_held_down_acts_once(ui: Any) -> None:
    for repeats in (False, True, True, True):
        ui.native_key(Qt.Key.Key_1, 10, repeats=repeats)
        ui.native_key(Qt.Key.Key_Space, 65, repeats=repeats)
        ui.native_key(Qt.Key.Key_Escape, 9, repeats=repeats)
    assert ui.sent() == [ask.SetMode("drum", Mode.ON), ask.SetHold(True), ask.Panic()]


@pytest.mark.parametrize("focused", ["fader", "timeline", "feedFocus"])
def test_a_clicker_moves_nothing(open_ui: Any, focused: str) -> None:
    """Its buttons send the page keys, b, a full stop and F5, wherever the focus is: the black keys
    turn the stage black, the others do nothing."""
    ui = open_ui(replayed())
    item = ui.in_strip("pad", "fader") if focused == "fader" else ui.find(focused)
    item.forceActiveFocus()
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_B, Qt.Key.Key_Period):
        ui.press(key)
    ui.press(Qt.Key.Key_F5)
    assert ui.sent() == [ShowOnStage("black"), ShowOnStage("black")]


def test_own_keys_do_what_the_settings_say(open_ui: Any) -> None:
    own = {"PageDown": "show.hold", "B": "show.fade", "F5": "", "Space": ""}
    ui = open_ui(keys=own)
    ui.in_strip("pad", "fader").forceActiveFocus()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_B, Qt.Key.Key_F5, Qt.Key.Key_Space):
        ui.press(key)
    assert ui.sent() == [ask.SetHold(True), ask.FadeOut()]


def test_alt_and_a_digit_focus_a_strip(ui: Any) -> None:
    ui.press(Qt.Key.Key_6, ALT)
    ui.press(Qt.Key.Key_M)
    ui.press(Qt.Key.Key_0, ALT)
    ui.press(Qt.Key.Key_Down)
    mute, gain = ui.sent()
    assert mute == ask.SetMute("pad", True)
    assert gain.instrument is None


def test_the_keypad_is_digits_and_alt_is_nothing(ui: Any) -> None:
    ui.native_key(Qt.Key.Key_6, 85, Qt.KeyboardModifier.KeypadModifier)
    ui.native_key(Qt.Key.Key_ParenLeft, 61)
    assert ui.sent() == [ask.SetMode("pad", Mode.ON)]


def test_strip_keys_reach_the_strip_that_has_the_focus(ui: Any) -> None:
    ui.find("strip_vocal").forceActiveFocus()
    ui.press(Qt.Key.Key_M)
    ui.press(Qt.Key.Key_C)
    ui.press(Qt.Key.Key_Up)
    ui.press(Qt.Key.Key_Down, SHIFT)
    mute, cancel, up, down = ui.sent()
    assert mute == ask.SetMute("vocal", True)
    assert cancel == ask.CancelChange("vocal")
    assert up.instrument == down.instrument == "vocal"
    assert up.gain == pytest.approx(db_to_gain(0.5))
    assert down.gain == pytest.approx(db_to_gain(-0.1))
    # Nothing is pending on the pad: C has nothing to cancel.
    ui.find("strip_pad").forceActiveFocus()
    ui.press(Qt.Key.Key_C)
    assert ui.sent() == []


def test_fader_arrows_repeat(ui: Any) -> None:
    ui.find("strip_drum").forceActiveFocus()
    ui.native_key(Qt.Key.Key_Up, 111)
    ui.native_key(Qt.Key.Key_Up, 111, repeats=True)
    ui.native_key(Qt.Key.Key_M, 58)
    ui.native_key(Qt.Key.Key_M, 58, repeats=True)
    assert [type(c) for c in ui.sent()] == [ask.SetGain, ask.SetGain, ask.SetMute]


def test_master_keys(ui: Any) -> None:
    ui.find("master").forceActiveFocus()
    ui.press(Qt.Key.Key_Down)
    ui.press(Qt.Key.Key_C)
    gain, cancel = ui.sent()
    assert gain.instrument is None
    assert gain.gain == pytest.approx(db_to_gain(-1.5))
    assert cancel == ask.CancelScene()


def test_fader_keys(ui: Any) -> None:
    ui.in_strip("pad", "fader").forceActiveFocus()
    expected = {
        Qt.Key.Key_Up: -5.5,
        Qt.Key.Key_Down: -6.5,
        Qt.Key.Key_Home: 0.0,
    }
    ui.press(Qt.Key.Key_Up, CTRL)
    (command,) = ui.sent()
    assert command.gain == pytest.approx(db_to_gain(-3.0))
    for key, db in expected.items():
        ui.press(key)
        (command,) = ui.sent()
        assert command.instrument == "pad"
        assert command.gain == pytest.approx(db_to_gain(db)), key


def test_segment_keys(ui: Any) -> None:
    ui.in_strip("drum", "segment").forceActiveFocus()
    ui.press(Qt.Key.Key_Right)
    ui.press(Qt.Key.Key_Left)
    ui.press(Qt.Key.Key_Return)
    assert ui.sent() == [ask.SetMode("drum", Mode.ON), ask.SetMode("drum", Mode.ON)]


def test_stage_keys_and_full_screen(ui: Any) -> None:
    windows = ui.windows.windows
    assert not windows.stageOpen
    ui.press(Qt.Key.Key_S)
    assert windows.stageOpen
    assert ui.stage.isVisible()
    ui.press(Qt.Key.Key_F11)
    assert ui.stage.windowStates() & Qt.WindowState.WindowFullScreen
    ui.press(Qt.Key.Key_F11)
    assert not ui.stage.windowStates() & Qt.WindowState.WindowFullScreen
    # The stage window passes keys on: it may well have the keyboard.
    ui.stage.requestActivate()
    assert QTest.qWaitForWindowActive(ui.stage, 60_000)
    ui.press(Qt.Key.Key_Space, window=ui.stage)
    assert ui.sent() == [ask.SetHold(True)]
    ui.press(Qt.Key.Key_S)
    assert not windows.stageOpen
    assert not ui.stage.isVisible()


def test_lock_leaves_only_the_way_out(ui: Any) -> None:
    ui.press(Qt.Key.Key_L)
    assert ui.windows.console.locked
    for key in (Qt.Key.Key_1, Qt.Key.Key_Space, Qt.Key.Key_F, Qt.Key.Key_R):
        ui.press(key)
    ui.press(Qt.Key.Key_Z, CTRL)
    ui.press(Qt.Key.Key_2, SHIFT)
    ui.find("strip_drum").forceActiveFocus()
    ui.press(Qt.Key.Key_M)
    for name in ("mute", "solo", "clip", "mode_on", "fader"):
        ui.click(ui.in_strip("pad", name))
    for name in ("hold", "fade", "undo", "cancelScene", "masterFader", "record", "outputButton"):
        ui.click(ui.find(name))
    assert ui.sent() == []
    ui.press(Qt.Key.Key_Escape)
    ui.click(ui.find("panic"))
    assert ui.sent() == [ask.Panic(), ask.Panic()]
    ui.press(Qt.Key.Key_L)
    ui.press(Qt.Key.Key_Space)
    assert ui.sent() == [ask.SetHold(True)]


def test_cheat_sheet_takes_the_keyboard_and_gives_it_back(ui: Any) -> None:
    ui.press(Qt.Key.Key_Question, SHIFT)
    sheet = ui.find("cheatSheet")
    assert sheet.isVisible()
    ui.press(Qt.Key.Key_1)
    ui.press(Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert ui.sent() == []
    ui.press(Qt.Key.Key_Question, SHIFT)
    ui.press(Qt.Key.Key_Question, SHIFT)
    assert not sheet.isVisible()
    ui.press(Qt.Key.Key_Space)
    assert ui.sent() == [ask.SetHold(True)]


def test_enter_presses_what_has_the_focus_and_space_stays_hold(ui: Any) -> None:
    ui.in_strip("synth", "mute").forceActiveFocus()
    ui.press(Qt.Key.Key_Return)
    ui.press(Qt.Key.Key_Space)
    assert ui.sent() == [ask.SetMute("synth", True), ask.SetHold(True)]


def test_tab_reaches_every_control(ui: Any) -> None:
    reached: list[str] = []
    for _ in range(200):
        ui.press(Qt.Key.Key_Tab)
        item = ui.console.activeFocusItem()
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
        "stage_winner",
        "crowdButton",
    }
    wanted |= {"cancelScene", "outputButton"}
    assert wanted <= set(reached)
    for name, times in (("segment", 8), ("clip", 8), ("fader", 8), ("mute", 8), ("solo", 8)):
        assert reached.count(name) == times, name
    assert reached.count("masterFader") == 1
    assert reached.count("cancel") == 1

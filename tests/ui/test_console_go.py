"""GO, snapshots, all to AUTO, next scene now and redo: their keys, pressed in a real window."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import go_states
import pytest
from PySide6.QtCore import Qt

from mwk_desktop.show.commands import CancelChange, Panic, SetHold
from mwk_desktop.show.desk_commands import (
    AllAuto,
    Arm,
    Control,
    Forget,
    Go,
    NextNow,
    RecallSnapshot,
    Redo,
    StoreSnapshot,
    StripChange,
)
from mwk_desktop.show.desk_state import DeskState, EarlyLockState, StoredPlace

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
DIGITS = [Qt.Key(Qt.Key.Key_1 + i) for i in range(8)]
FOUR = tuple(StripChange(name, Control.MODE, "on") for name in ("drum", "pad", "synth", "vocal"))


def desk(ui: Any, **changes: Any) -> None:
    """Change what the snapshot says of the desk."""
    ui.show.change(desk=replace(ui.show.snapshot().desk, **changes))
    ui.settle()


def stored(*numbers: int) -> tuple[StoredPlace, ...]:
    """Eight places, of which these hold a desk."""
    places = DeskState().places
    return tuple(replace(p, state="stored") if p.number in numbers else p for p in places)


def test_keys_of_the_desk_at_rest(ui: Any) -> None:
    """Only what there is something to do for is sent."""
    for key in (Qt.Key.Key_A, Qt.Key.Key_G, Qt.Key.Key_N):
        ui.press(key)
    ui.press(Qt.Key.Key_A, SHIFT)
    ui.native_key(Qt.Key.Key_0, 19)
    ui.press(Qt.Key.Key_Y, CTRL)
    assert ui.sent() == [Arm(True), NextNow(True)]


def test_keys_of_the_desk(ui: Any) -> None:
    lock = EarlyLockState(41, 3, 42, 47)
    desk(ui, arming=True, armed=FOUR, not_auto=(1, 0, 0), can_redo=True, early_lock=lock)
    for key in (Qt.Key.Key_A, Qt.Key.Key_G, Qt.Key.Key_N):
        ui.press(key)
    ui.press(Qt.Key.Key_A, SHIFT)
    # By place: this key types an accented a on AZERTY.
    ui.native_key(0xC0, 19)
    ui.press(Qt.Key.Key_Y, CTRL)
    ui.press(Qt.Key.Key_Z, CTRL | SHIFT)
    expected = [Arm(False), Go(), NextNow(False), Forget(), AllAuto(), Redo(), Redo()]
    assert ui.sent() == expected


@pytest.mark.parametrize("place", range(8))
def test_recall_and_store_by_digit(ui: Any, place: int) -> None:
    desk(ui, places=stored(place + 1))
    ui.native_key(DIGITS[place], 10 + place, CTRL | SHIFT)
    ui.press(Qt.Key.Key_S, CTRL)
    ui.native_key(DIGITS[place], 10 + place)
    assert ui.sent() == [RecallSnapshot(place + 1), StoreSnapshot(place + 1)]
    # The question has been answered: the digit is the strip's again.
    ui.native_key(DIGITS[place], 10 + place)
    (mode,) = ui.sent()
    assert type(mode).__name__ == "SetMode"


def test_an_empty_place_is_not_recalled(ui: Any) -> None:
    ui.press(Qt.Key.Key_3, CTRL | SHIFT)
    assert ui.sent() == []


@pytest.mark.parametrize("no", [(Qt.Key.Key_Escape, None), (Qt.Key.Key_S, CTRL)])
def test_no_stores_nothing(ui: Any, no: tuple[Any, Any]) -> None:
    """Neither is it a panic."""
    ui.press(Qt.Key.Key_S, CTRL)
    assert ui.windows.console.storing
    ui.press(*no)
    assert not ui.windows.console.storing
    assert ui.sent() == []


def test_any_other_key_does_its_own_and_stores_nothing(ui: Any) -> None:
    for key, modifiers, expected in (
        (Qt.Key.Key_Space, None, SetHold(True)),
        (Qt.Key.Key_Escape, SHIFT, Panic()),
    ):
        ui.press(Qt.Key.Key_S, CTRL)
        ui.press(key, modifiers)
        assert not ui.windows.console.storing
        assert ui.sent() == [expected]


def test_the_lock_holds_for_the_desk(ui: Any) -> None:
    desk(ui, armed=FOUR, not_auto=(1, 0, 0), can_redo=True, places=stored(1))
    ui.press(Qt.Key.Key_L)
    for key in (Qt.Key.Key_A, Qt.Key.Key_G, Qt.Key.Key_N, Qt.Key.Key_0):
        ui.press(key)
    for key in (Qt.Key.Key_S, Qt.Key.Key_Y):
        ui.press(key, CTRL)
    ui.press(Qt.Key.Key_1, CTRL | SHIFT)
    assert ui.sent() == []
    assert not ui.windows.console.storing


def test_what_is_armed_shows_on_its_strips(open_ui: Any) -> None:
    """It waits for GO where it will land, and the strip's own cross drops it."""
    ui = open_ui(go_states.armed())
    drum, heavy, lead = (ui.windows.console.strips[place] for place in range(3))
    assert (drum.nextKind, drum.armedClip, drum.badge) == ("armed", True, "armed")
    assert (heavy.pendingMute, heavy.armedMode, heavy.badge) == ("armed", "", "")
    assert (lead.armedMode, lead.mode, lead.nextTitle) == ("auto", "on", "To AUTO")
    assert ui.find("goTitle").property("text") == "GO 5"
    ui.click(ui.in_strip("drum", "cancel"))
    ui.click(ui.find("clearArmed"))
    ui.click(ui.find("go"))
    assert ui.sent() == [CancelChange("drum"), Forget(), Go()]

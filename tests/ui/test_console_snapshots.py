"""A snapshot's own menu, where a recalled fader will go, dim and the hollow ribbon."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import go_states
import pytest
from fake_show import evening
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from mwk_desktop.show.desk_commands import (
    ChooseSnapshotParts,
    ClearSnapshot,
    Control,
    Go,
    RecallSnapshot,
    RenameSnapshot,
    StoredStrip,
    StoreSnapshot,
)
from mwk_desktop.show.desk_state import DeskState
from mwk_desktop.show.fader_law import fader_position
from mwk_desktop.show.sound_commands import SetDim

STORED = (
    StoredStrip("drum", "on", "drum/drum1.flac", 0.5, False, 0.5),
    StoredStrip("pad", "auto", None, 1.0, True, 0.2),
)


@pytest.fixture
def desk(shared_console: Any) -> Any:
    """A console whose third snapshot holds a desk."""
    places = tuple(
        replace(place, strips=STORED) if place.number == 3 else place
        for place in go_states.places()
    )
    return shared_console(evening(desk=DeskState(places=places)))


def _menu(ui: Any, number: int) -> None:
    chip = ui.find(f"snap_{number}")
    corner = chip.mapToScene(QPoint(20, 10)).toPoint()
    QTest.mouseClick(ui.console, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, corner)
    ui.settle()


def test_the_menu_of_a_snapshot(desk: Any) -> None:
    """Name, five ticks of what is taken back, recall, store and clear."""
    _menu(desk, 3)
    texts = [row["text"] for row in desk.windows.console.places[2]["contents"]]
    assert texts == [
        "Modes: Drum ON",
        "Clips: drum1",
        "Gains: Drum \u22126.0",
        "Mutes: Pad",
        "Filters: Pad",
    ]
    desk.click(desk.find("snapPart_gain"))
    assert desk.sent() == [
        ChooseSnapshotParts(3, (Control.MODE, Control.CLIP, Control.MUTE, Control.FILTER))
    ]
    desk.click(desk.find("snapNameField"))
    desk.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk.type("a")
    desk.press(Qt.Key.Key_Return)
    assert desk.sent() == [RenameSnapshot(3, "a")]
    for row, told in (
        ("snap_recall", RecallSnapshot(3)),
        ("snap_store", StoreSnapshot(3)),
        ("snap_clear", ClearSnapshot(3)),
    ):
        _menu(desk, 3)
        desk.click(desk.find(row))
        assert desk.sent() == [told]
        assert not desk.find("snapMenu").isVisible()


def test_a_name_that_is_not_meant_is_not_kept(desk: Any) -> None:
    """Esc leaves the old one; with Clear the place goes in one step."""
    for leave, told in (("", []), ("snap_clear", [ClearSnapshot(3)])):
        _menu(desk, 3)
        desk.click(desk.find("snapNameField"))
        desk.type("x")
        if leave:
            desk.click(desk.find(leave))
        else:
            desk.press(Qt.Key.Key_Escape)
        assert desk.sent() == told
        assert not desk.find("snapMenu").isVisible()


def test_an_empty_place_can_only_be_stored_in(desk: Any) -> None:
    _menu(desk, 7)
    desk.click(desk.find("snap_recall"))
    desk.click(desk.find("snap_clear"))
    assert desk.sent() == []
    desk.click(desk.find("snap_store"))
    assert desk.sent() == [StoreSnapshot(7)]


def test_esc_closes_the_menu_and_is_no_panic(desk: Any) -> None:
    desk.find("snap_3").forceActiveFocus()
    desk.press(Qt.Key.Key_Menu)
    assert desk.find("snapMenu").isVisible()
    desk.press(Qt.Key.Key_Escape)
    assert not desk.find("snapMenu").isVisible()
    assert desk.sent() == []


def test_a_triangle_shows_where_a_recall_takes_a_fader(desk: Any) -> None:
    """Green while it waits for GO, white while it waits for its bar."""
    desk.show.change_strip(0, armed={Control.GAIN: 0.5})
    desk.show.change_strip(1, pending_gain=0.25)
    desk.settle()
    console = desk.windows.console
    for place, gain, armed in ((0, 0.5, True), (1, 0.25, False)):
        strip = console.strips[place]
        assert strip.targetPlace == pytest.approx(fader_position(gain), abs=1e-3)
        assert strip.targetArmed is armed
    for name in ("drum", "heavy_bass"):
        mark, cap = desk.in_strip(name, "faderTarget"), desk.in_strip(name, "cap")
        assert mark.isVisible()
        assert mark.y() > cap.y()
        assert mark.x() + mark.width() <= cap.x()
    assert not desk.in_strip("pad", "faderTarget").isVisible()


def test_dim_stands_in_the_rail(desk: Any) -> None:
    sound = desk.show.snapshot().sound
    assert not desk.find("dimBadge").isVisible()
    desk.press(Qt.Key.Key_D)
    assert desk.sent() == [SetDim(True)]
    desk.show.change(sound=replace(sound, dim=True))
    desk.settle()
    badge = desk.find("dimBadge")
    assert badge.isVisible()
    assert (
        badge.mapToScene(QPoint(0, 0)).x() + badge.width()
        <= desk.find("allAuto").mapToScene(QPoint(0, 0)).x()
    )
    assert desk.windows.console.dimText == "DIM \u221220 dB"


def test_after_an_early_lock_the_rest_of_the_ribbon_is_hollow(shared_console: Any) -> None:
    """What is voted there counts for the scene that was due."""
    ui = shared_console(go_states.next_now())
    early, window = ui.show.snapshot().desk.early_lock, ui.show.snapshot().window
    hollow = [i for i in ui.items(ui.find("ribbon")) if i.objectName() == "hollowBar"]
    assert len(hollow) == window.first_bar + window.bar_count - early.landing_bar
    # The master says the bar, and whose doing it is.
    assert ui.find("sceneNextText").property("text") == f"bar {early.landing_bar}"
    assert ui.find("sceneByHand").isVisible()


def test_a_clickers_forward_button_is_go_where_something_is_armed(shared_console: Any) -> None:
    ui = shared_console(evening())
    ui.press(Qt.Key.Key_PageDown)
    ui.press(Qt.Key.Key_PageUp)
    assert ui.sent() == []
    ui.show.set(go_states.armed())
    ui.settle()
    ui.press(Qt.Key.Key_PageUp)
    ui.press(Qt.Key.Key_PageDown)
    assert ui.sent() == [Go()]

"""Who did what: the console's list of the newest hands."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from fake_show import evening
from french_checks import texts_of
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from mwk_desktop.show.actions import ACTIONS
from mwk_desktop.show.recent_hands import Hand, RecentHands

HANDS = (
    Hand(3_000, "show.go", "iPad"),
    Hand(2_000, "strip.6.fader", "OSC 192.168.1.44"),
    *(Hand(1_000, f"strip.{n % 8 + 1}.mute") for n in range(18)),
)


def test_the_menu_lists_who_did_what(shared_console: Any) -> None:
    for size in ((1280, 800), (1024, 600)):
        before = evening()
        ui = shared_console(replace(before, workers=replace(before.workers, hands=HANDS)), size)
        ui.menu("hands")
        box = ui.find("handsBox")
        box = box.mapRectToScene(box.boundingRect())
        rows = [ui.find(f"hand_{place}") for place in range(20)]
        for row in rows:
            assert box.contains(row.mapRectToScene(row.boundingRect()))
        said = [
            QAccessible.queryAccessibleInterface(row).text(QAccessible.Text.Name)
            for row in rows[:3]
        ]
        assert [text.partition(" ")[2] for text in said] == [
            "GO, by iPad",
            "Gain of Pad, by OSC 192.168.1.44",
            "Mute of Drum, here",
        ]
        ui.press(Qt.Key.Key_Escape)
        assert not ui.find("handsMenu").isVisible()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_long_labels_and_names_are_whole(shared_console: Any, language: str) -> None:
    longest = sorted(ACTIONS, key=len)[-20:]
    hands = tuple(Hand(1_000, action, "OSC 192.168.101.144") for action in longest)
    before = evening()
    ui = shared_console(replace(before, workers=replace(before.workers, hands=hands)), (1024, 600))
    ui.windows.change_language(language)
    try:
        ui.settle()
        ui.menu("hands")
        texts = list(texts_of(ui, ui.find("handsBox")))
        assert len(texts) > 60
        assert [one.property("text") for one in texts if one.property("truncated")] == []
        ui.press(Qt.Key.Key_Escape)
    finally:
        ui.windows.change_language("en")


def test_what_is_pressed_on_the_console_is_noted(shared_console: Any) -> None:
    ui = shared_console(evening())
    hands = RecentHands()
    ui.windows.console.note_hands_in(hands)
    ui.press(Qt.Key.Key_Space)
    ui.press(Qt.Key.Key_F10)  # opens a menu: nothing was done to the show
    ui.press(Qt.Key.Key_Escape)
    assert [(hand.action, hand.by) for hand in hands.newest] == [("show.hold", "")]

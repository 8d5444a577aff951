"""A clip whose file is missing: the strip says so, the menu names it, the rest plays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from conftest import centre
from fake_evening import clip, clips, evening, strip
from layout_checks import check_whole_console
from PySide6.QtCore import QPointF, Qt

from mwk_desktop.show import commands as ask
from mwk_desktop.show.commands import Mode
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.strip_state import MissingClip

GONE = MissingClip("drum/drum9.flac", "Cowbell")
TORN = MissingClip("drum/drum8.flac", "<b>Torn</b>", broken=True)
ALONE = MissingClip("heavy_bass/heavy1.flac", "Long roots")


def _torn_set(**changes: Any) -> Snapshot:
    """A drum that has lost two clips, and a heavy bass that has lost its only one."""
    before = evening(**changes)
    drum = replace(before.strips[0], missing=(GONE, TORN))
    bass = replace(strip("heavy_bass", missing=(ALONE,)), clips=())
    return replace(before, strips=(drum, bass, *before.strips[2:]))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_strip_without_its_only_clip_says_so(open_ui: Callable[..., Any], language: str) -> None:
    ui = open_ui(_torn_set(), language=language)
    bass = ui.windows.console.strips[1]
    said = {
        "en": ("Silent", "Missing", "no file"),
        "fr": ("Silence", "Manquant", "absent"),
    }[language]
    assert (bass.nowText, bass.nextTitle, bass.nextText) == said
    assert (bass.nextKind, bass.nextMark) == ("missing", "warn")
    check_whole_console(ui)
    # It stays playable: its fader, its mode.
    ui.press(Qt.Key.Key_2)
    assert ui.sent() == [ask.SetMode("heavy_bass", Mode.ON)]
    ui.show.change_strip(1, mode=Mode.OFF)
    ui.settle()
    assert bass.nextKind == "off"
    ui.show.change_strip(1, mode=Mode.AUTO, clips=clips("heavy_bass"), missing=())
    ui.settle()
    assert bass.nextKind == "silent"


def test_the_menu_names_what_is_missing_and_lets_nobody_choose_it(ui: Any) -> None:
    assert not ui.in_strip("drum", "clipMissing").isVisible()
    ui.show.set(_torn_set())
    ui.settle()
    assert ui.in_strip("drum", "clipMissing").isVisible()
    ui.click(ui.in_strip("drum", "clip"))
    menu = ui.find("clipMenu")
    assert menu.isVisible()
    titles = [row["title"] for row in ui.windows.console.strips[0].missing]
    assert titles == ["Cowbell", "<b>Torn</b>"]
    stems = [row["stem"] for row in ui.windows.console.strips[0].missing]
    assert stems == ["file not found", "not readable"]
    row = ui.find("clip_7", menu)
    assert row.isVisible()
    assert not row.property("lit")
    ui.click(row)
    assert menu.isVisible()
    assert ui.sent() == []
    # The arrows end at the last that can play.
    for _ in range(12):
        ui.press(Qt.Key.Key_Down)
    ui.press(Qt.Key.Key_Return)
    assert ui.sent() == [ask.SetVariation("drum", clip("drum", 6).name)]
    assert not menu.isVisible()


def test_the_mark_stands_beside_the_number(ui: Any) -> None:
    ui.show.set(_torn_set())
    ui.settle()
    box = ui.in_strip("drum", "clip")
    mark = ui.in_strip("drum", "clipMissing")
    left = box.mapToScene(QPointF(0, 0)).x()
    assert centre(box).x() < centre(mark).x() < left + box.width() - 18

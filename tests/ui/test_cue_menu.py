"""The headphones of the master: lit while outputs 3 and 4 hear something, and their menu."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from fake_evening import evening
from layout_checks import _disjoint, _rect, _texts
from PySide6.QtCore import Qt

from mwk_desktop.show.sound_commands import (
    SetCue,
    SetCueAfterFader,
    SetCueLevel,
    SetCueMaster,
    SetCueNext,
)
from mwk_desktop.show.sound_state import SoundState
from mwk_desktop.units import db_to_gain


def hearing(*names: str, **sound: Any) -> Any:
    """An evening whose outputs 3 and 4 hear these strips."""
    strips = tuple(replace(strip, cue=strip.instrument in names) for strip in evening().strips)
    return evening(strips=strips, sound=SoundState(has_cue=True, **sound))


def test_the_headphones_say_what_is_heard(shared_console: Any) -> None:
    ui = shared_console(evening())
    assert not ui.find("cueOut").isVisible()
    assert not ui.find("cueNextMark").isVisible()
    view = ui.windows.console.cue
    for snapshot, lit, hears in (
        (hearing(), False, "nothing"),
        (hearing("drum", "pad"), True, "Drum, Pad"),
        (hearing(cue_next=True), True, "NEXT: all strips"),
        (hearing("pad", cue_next=True), True, "NEXT: Pad"),
        (hearing(cue_master=True), True, "the master"),
        (hearing("drum", cue_master=True), True, "Drum + the master"),
        (hearing(cue_next=True, cue_master=True), True, "NEXT: all strips + the master"),
        (hearing(cue_after_fader=True), False, "nothing"),
    ):
        ui.show.set(snapshot)
        ui.settle()
        assert ui.find("cueOut").isVisible()
        assert ui.find("cueNextMark").isVisible()
        assert (view.lit, view.hears) == (lit, hears)


@pytest.mark.parametrize("size", [(1280, 800), (1024, 600)])
@pytest.mark.parametrize("language", ["en", "fr", "de", "es", "pt", "ja"])
def test_it_stands_beside_the_output(
    shared_console: Any, size: tuple[int, int], language: str
) -> None:
    ui = shared_console(hearing("pad"), size)
    ui.windows.change_language(language)
    ui.settle()
    parts = {name: _rect(ui.find(name)) for name in ("outputButton", "cueOut")}
    _disjoint(parts)
    master = _rect(ui.find("master"))
    assert all(master.contains(rect) for rect in parts.values())
    assert parts["cueOut"].width() == 30
    assert parts["cueOut"].height() == parts["outputButton"].height()
    assert not ui.find("output").property("truncated")
    ui.click(ui.find("cueOut"))
    box = _rect(ui.find("cueBox"))
    for text in _texts(ui, ui.find("cueBox")):
        assert box.contains(_rect(text)), text.property("text")
        assert not text.property("truncated"), text.property("text")
    ui.press(Qt.Key.Key_Escape)
    ui.windows.change_language("en")


def test_what_the_menu_does(shared_console: Any) -> None:
    ui = shared_console(hearing("drum", "pad", cue_next=True, cue_gain=db_to_gain(-6.0)))
    ui.click(ui.find("cueOut"))
    assert ui.find("cueLevel").property("text") == "\u22126.0 dB"
    for name, db in (("cueSofter", -7.0), ("cueLouder", -5.0)):
        ui.click(ui.find(name))
        assert ui.sent() == [SetCueLevel(pytest.approx(db_to_gain(db), rel=1e-3))]
    ui.click(ui.find("cueNextTick"))
    assert ui.sent() == [SetCueNext(False)]
    ui.click(ui.find("cueAllOff"))
    assert ui.sent() == [SetCue("drum", False), SetCue("pad", False), SetCueNext(False)]
    assert not ui.find("cueMenu").isVisible()


def test_before_or_after_the_fader_and_the_master(shared_console: Any) -> None:
    ui = shared_console(hearing("pad"))
    ui.click(ui.find("cueOut"))
    before, after = ui.find("cueFader_0"), ui.find("cueFader_1")
    assert (before.property("on"), after.property("on")) == (True, False)
    ui.click(before)
    assert ui.sent() == []
    ui.click(after)
    assert ui.sent() == [SetCueAfterFader(True)]
    ui.click(ui.find("cueMasterTick"))
    assert ui.sent() == [SetCueMaster(True)]
    ui.show.set(hearing("pad", cue_after_fader=True, cue_master=True))
    ui.settle()
    assert (before.property("on"), after.property("on")) == (False, True)
    assert ui.find("cueMasterTick").property("on")
    ui.click(before)
    assert ui.sent() == [SetCueAfterFader(False)]
    # The choice is no sound: it stays when all is off.
    ui.click(ui.find("cueAllOff"))
    assert ui.sent() == [SetCue("pad", False), SetCueMaster(False)]


def test_esc_closes_it_and_a_locked_console_changes_nothing(shared_console: Any) -> None:
    ui = shared_console(hearing("pad"))
    ui.click(ui.find("cueOut"))
    # Locked by another hand while the menu is open.
    ui.windows.console.toggleLock()
    ui.settle()
    for name in ("cueFader_1", "cueNextTick", "cueMasterTick", "cueAllOff"):
        ui.click(ui.find(name))
    assert ui.sent() == []
    ui.press(Qt.Key.Key_Escape)
    assert not ui.find("cueMenu").isVisible()
    assert ui.sent() == []
    ui.windows.console.toggleLock()

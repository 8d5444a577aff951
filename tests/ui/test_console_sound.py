"""The console's own sound by mouse and keyboard: filters, dim, mono, ceiling, pre-listening."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from conftest import centre
from fake_show import clip, evening
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from mwk_desktop.show.commands import SetVariation
from mwk_desktop.show.desk_commands import Control
from mwk_desktop.show.sound_commands import (
    SetCeiling,
    SetCue,
    SetCueClip,
    SetCueNext,
    SetDim,
    SetFilter,
    SetMono,
)
from mwk_desktop.show.sound_state import SoundState
from mwk_desktop.units import INSTRUMENTS

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def turned(position: float, sound: SoundState | None = None) -> Any:
    """An evening on whose pad the filter is turned."""
    snapshot = evening()
    strips = tuple(
        replace(strip, filter=position) if strip.instrument == "pad" else strip
        for strip in snapshot.strips
    )
    return replace(snapshot, strips=strips, sound=sound or SoundState())


def test_a_filter_is_dragged_snaps_and_is_cleared(ui: Any) -> None:
    bar = ui.in_strip("pad", "filter_pad")
    middle = centre(bar).toPoint()
    reach = round(bar.width() / 2) - 4
    QTest.mousePress(ui.console, LEFT, NONE, middle)
    QTest.mouseMove(ui.console, middle - QPoint(reach, 0))
    QTest.mouseMove(ui.console, middle + QPoint(2, 0))
    QTest.mouseRelease(ui.console, LEFT, NONE, middle + QPoint(2, 0))
    positions = [command.position for command in ui.sent() if command.instrument == "pad"]
    assert min(positions) == pytest.approx(0.0, abs=0.02)
    assert positions[-1] == 0.5
    QTest.mouseDClick(ui.console, LEFT, NONE, middle + QPoint(reach, 0))
    assert ui.sent()[-1] == SetFilter("pad", 0.5)


@pytest.mark.parametrize(
    ("position", "kind", "text", "spoken"),
    [
        (0.5, "", "", "Filter of Pad: off"),
        (0.2, "lp", "730", "low-pass 730 hertz"),
        (0.8, "hp", "610", "high-pass 610 hertz"),
        (1.0, "hp", "6k", "high-pass 6000 hertz"),
    ],
)
def test_a_filter_shows_its_cut_off(
    open_ui: Callable[..., Any], position: float, kind: str, text: str, spoken: str
) -> None:
    ui = open_ui(turned(position))
    bar = ui.in_strip("pad", "filter_pad")
    assert (bar.property("kind"), bar.property("text")) == (kind, text)
    assert spoken in bar.property("label")


def test_keys_on_the_strip_turn_its_filter(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(turned(0.3))
    ui.windows.console.focusAsked.emit(INSTRUMENTS.index("pad"))
    ui.press(Qt.Key.Key_Left)
    ui.press(Qt.Key.Key_Right)
    ui.press(Qt.Key.Key_End)
    first, second, last = ui.sent()
    assert first == SetFilter("pad", pytest.approx(0.25))
    assert second == SetFilter("pad", pytest.approx(0.35))
    assert last == SetFilter("pad", 0.5)


def test_dim_mono_and_ceiling(ui: Any) -> None:
    ui.click(ui.find("dim"))
    ui.press(Qt.Key.Key_D)
    ui.click(ui.find("mono"))
    assert ui.sent() == [SetDim(True), SetDim(True), SetMono(True)]
    ui.show.change(sound=SoundState(dim=True, mono=True, ceiling_dbtp=-6.0))
    ui.settle()
    assert ui.find("dim").property("on")
    assert ui.find("ceiling").property("text") == "\u22126.0"
    mark, meter = ui.find("ceilingMark"), ui.find("masterMeter")
    assert mark.isVisible()
    assert mark.y() == pytest.approx(meter.height() * 0.15, abs=1.5)  # -6 dB, IEC 60268-18
    ui.click(ui.find("dim"))
    assert ui.sent() == [SetDim(False)]


def test_a_ceiling_is_chosen_without_passing_the_others(ui: Any) -> None:
    before = ui.show.snapshot()
    for gain in (0.76, 0.944):  # 2.4 dB, then half a decibel
        ui.show.set(replace(before, engine=replace(before.engine, limiter_gain=gain)))
        ui.settle()
    ui.click(ui.find("ceiling"))
    menu = ui.find("ceilingMenu")
    assert menu.isVisible()
    box, strip = ui.find("ceilingBox"), ui.find("master")
    assert box.mapToScene(QPointF(0, 0)).y() > strip.mapToScene(QPointF(0, 0)).y()
    works = ui.find("ceilingWorks").property("text")
    assert works == "limits now by 0.5 dB, at most by 2.4 dB so far"
    assert not ui.find("ceilingWorks").property("truncated")
    assert [ui.find(f"ceiling_{n}").property("checked") for n in range(4)] == [0, 1, 0, 0]
    assert ui.find("ceiling_1").hasActiveFocus()
    ui.click(ui.find("ceiling_0"))
    ui.press(Qt.Key.Key_M)
    assert ui.sent() == [SetCeiling(-0.3)]
    ui.press(Qt.Key.Key_Escape)
    assert not menu.isVisible()
    assert ui.sent() == []


def test_pre_listening_is_there_only_with_four_outputs(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(turned(0.5))
    assert not ui.in_strip("pad", "cue_pad").isVisible()
    assert not ui.find("cueNext").isVisible()
    wide = ui.in_strip("pad", "mute").width()
    ui.show.change(sound=SoundState(has_cue=True))
    ui.settle()
    assert ui.in_strip("pad", "mute").width() < wide
    ui.click(ui.in_strip("pad", "cue_pad"))
    ui.click(ui.find("cueNext"))
    ui.windows.console.focusAsked.emit(INSTRUMENTS.index("drum"))
    ui.press(Qt.Key.Key_H)
    assert ui.sent() == [SetCue("pad", True), SetCueNext(True), SetCue("drum", True)]


def test_a_clip_is_heard_before_it_is_chosen(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(turned(0.5))
    ui.click(ui.in_strip("pad", "clip"))
    menu = ui.find("clipMenu")
    assert not ui.find("cueClip_2", menu).isVisible()
    ui.press(Qt.Key.Key_Escape)
    ui.show.change(sound=SoundState(has_cue=True))
    ui.settle()
    ui.click(ui.in_strip("pad", "clip"))
    ui.click(ui.find("cueClip_2", menu))
    second = clip("pad", 2).name
    assert menu.isVisible()
    assert ui.sent() == [SetCueClip("pad", second)]
    ui.show.change(sound=SoundState(has_cue=True, cue_clip=second))
    ui.settle()
    assert ui.find("cueClip_2", menu).property("lit")
    assert not ui.find("cueClip_1", menu).property("lit")
    # By keyboard: H listens to the row of the arrows, and again it is off.
    ui.press(Qt.Key.Key_H)
    ui.press(Qt.Key.Key_Down)
    ui.press(Qt.Key.Key_H)
    third = clip("pad", 3).name
    assert ui.sent() == [SetCueClip("pad", None), SetCueClip("pad", third)]
    # What was listened to ends with the menu.
    ui.press(Qt.Key.Key_Escape)
    assert not menu.isVisible()
    assert ui.sent() == [SetCueClip("pad", None)]
    ui.show.change(sound=SoundState(has_cue=True))
    ui.settle()
    ui.click(ui.in_strip("pad", "clip"))
    ui.press(Qt.Key.Key_U)
    assert ui.sent() == [SetVariation("pad", None)]
    assert not menu.isVisible()


def test_a_clip_that_waits_for_go_says_so_in_its_button(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(turned(0.5))
    pads = ui.windows.console.strips[INSTRUMENTS.index("pad")]
    assert not ui.in_strip("pad", "clipArmed").isVisible()
    ui.show.change_strip(INSTRUMENTS.index("pad"), armed={Control.CLIP: clip("pad", 2).name})
    ui.settle()
    assert pads.armedClip
    assert ui.in_strip("pad", "clipArmed").isVisible()
    assert not ui.in_strip("pad", "clipPinned").isVisible()

"""Every control of the console, pressed with a mouse in a real window."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import centre
from fake_show import OUTPUTS, clip, demo, evening, replayed, trouble
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest

from mwk_desktop.show import commands as ask
from mwk_desktop.show.commands import Mode
from mwk_desktop.show.fader_law import fader_position
from mwk_desktop.show.workers_state import WorkersState
from mwk_desktop.units import INSTRUMENTS, db_to_gain

MENU_ROWS = ("open", "connect", "sounds", "crowd", "query", "checks", "settings")
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_strip_controls(desk: Any, name: str) -> None:
    strip = desk.show.snapshot().strips[INSTRUMENTS.index(name)]
    for mode in ("auto", "on", "off"):
        desk.click(desk.in_strip(name, f"mode_{mode}"))
    desk.click(desk.in_strip(name, "mute"))
    desk.click(desk.in_strip(name, "solo"))
    assert desk.sent() == [
        *(ask.SetMode(name, mode) for mode in Mode),
        ask.SetMute(name, not strip.mute),
        ask.SetSolo(name, not strip.solo),
    ]


def test_clip_menu_by_mouse(desk: Any) -> None:
    desk.click(desk.in_strip("pad", "clip"))
    menu = desk.find("clipMenu")
    assert menu.isVisible()
    desk.click(desk.find("clip_3", menu))
    assert not menu.isVisible()
    desk.click(desk.in_strip("vocal", "clip"))
    desk.click(desk.find("clip_0", menu))
    assert desk.sent() == [
        ask.SetVariation("pad", clip("pad", 3).name),
        ask.SetVariation("vocal", None),
    ]
    desk.click(desk.in_strip("drum", "clip"))
    desk.press(Qt.Key.Key_Escape)
    assert not menu.isVisible()
    assert desk.sent() == []


def test_clip_menu_by_keyboard(desk: Any) -> None:
    desk.in_strip("drum", "clip").forceActiveFocus()
    desk.press(Qt.Key.Key_Return)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        desk.press(key)
    desk.press(Qt.Key.Key_Space)
    assert desk.sent() == [ask.SetVariation("drum", clip("drum", 1).name), ask.SetHold(True)]


def test_cancel_buttons(desk: Any) -> None:
    assert not desk.in_strip("drum", "cancel").isVisible()
    desk.click(desk.in_strip("vocal", "cancel"))
    desk.click(desk.find("cancelScene"))
    desk.show.change(next_scene_cancelled=True)
    desk.settle()
    desk.click(desk.find("cancelScene"))
    assert desk.sent() == [ask.CancelChange("vocal"), ask.CancelScene(), ask.CancelScene()]
    desk.show.change(hold=True)
    desk.settle()
    assert not desk.find("cancelScene").isVisible()


def test_transport_buttons(desk: Any) -> None:
    desk.click(desk.find("hold"))
    desk.click(desk.find("panic"))
    desk.click(desk.find("fade"))
    desk.click(desk.find("undo"))
    assert desk.sent() == [ask.SetHold(True), ask.Panic(), ask.FadeOut(), ask.Undo()]
    desk.show.change(hold=True, panic="silent", fade="silent", can_undo=False)
    desk.settle()
    assert desk.find("hold").property("text") == "HELD"
    assert desk.find("panic").property("text") == "Resume"
    assert desk.find("fade").property("text") == "Faded"
    desk.click(desk.find("hold"))
    desk.click(desk.find("panic"))
    desk.click(desk.find("fade"))
    desk.click(desk.find("undo"))
    assert desk.sent() == [ask.SetHold(False), ask.Resume(), ask.FadeOut()]
    desk.show.change(panic="fading")
    desk.settle()
    assert desk.find("panic").property("text") == "Cut now"


def test_the_master_is_recorded(desk: Any) -> None:
    button = desk.find("record")
    assert button.property("text") == "Record"
    desk.click(button)
    desk.press(Qt.Key.Key_R)
    assert desk.sent() == [ask.RecordMaster(True), ask.RecordMaster(True)]
    desk.show.change(master_recorded_ms=751_900)
    desk.settle()
    assert button.property("text") == "12:31"
    assert button.property("checked")
    desk.press(Qt.Key.Key_R)
    desk.click(button)
    assert desk.sent() == [ask.RecordMaster(False), ask.RecordMaster(False)]


def test_an_output_is_chosen_by_keyboard(desk: Any) -> None:
    desk.find("outputButton").forceActiveFocus()
    desk.press(Qt.Key.Key_Return)
    menu = desk.find("outputMenu")
    assert menu.isVisible()
    assert desk.sent() == [ask.ListOutputs()]
    desk.show.change(outputs=OUTPUTS)
    desk.settle()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return):
        desk.press(key)
    assert desk.sent() == [ask.ChooseOutput("HDA Intel PCH, ALSA")]
    assert not menu.isVisible()
    desk.press(Qt.Key.Key_Space)
    assert desk.sent() == [ask.SetHold(True)]


def test_an_output_is_chosen_by_mouse(desk: Any) -> None:
    desk.show.change(outputs=OUTPUTS)
    desk.settle()
    desk.click(desk.find("outputButton"))
    menu = desk.find("outputMenu")
    desk.click(desk.find("output_4", menu))  # the row that looks again
    assert menu.isVisible()
    assert desk.sent() == [ask.ListOutputs(), ask.ListOutputs()]
    desk.click(desk.find("output_3", menu))
    assert desk.sent() == [ask.ChooseOutput("null")]
    desk.click(desk.find("outputButton"))
    desk.press(Qt.Key.Key_Escape)
    assert not menu.isVisible()
    assert desk.sent() == [ask.ListOutputs()]


def test_a_new_list_does_not_put_another_output_under_the_hand(desk: Any) -> None:
    desk.show.change(outputs=OUTPUTS)
    desk.settle()
    desk.click(desk.find("outputButton"))
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    desk.show.change(outputs=replace(OUTPUTS, rows=OUTPUTS.rows[1:]))
    desk.settle()
    desk.press(Qt.Key.Key_Return)
    assert desk.sent() == [ask.ListOutputs(), ask.ChooseOutput("system, JACK Audio")]


def test_the_banner_of_a_missing_device_opens_the_outputs(open_desk: Callable[..., Any]) -> None:
    desk = open_desk(trouble())
    desk.click(desk.find("chooseOutput"))
    assert desk.find("outputMenu").isVisible()
    assert desk.sent() == [ask.ListOutputs()]


def test_stage_lock_and_keys_buttons(desk: Any) -> None:
    desk.click(desk.find("stage"))
    assert desk.stage.isVisible()
    desk.click(desk.find("stage"))
    assert not desk.stage.isVisible()
    desk.click(desk.find("keys"))
    sheet = desk.find("cheatSheet")
    assert sheet.isVisible()
    desk.click(desk.find("overlayClose", sheet))
    assert not sheet.isVisible()
    desk.click(desk.find("lock"))
    assert desk.windows.console.locked
    desk.click(desk.find("lock"))
    assert not desk.windows.console.locked
    assert desk.sent() == []


def _drag(desk: Any, item: Any, dy: int) -> None:
    start = centre(item).toPoint()
    QTest.mousePress(desk.console, LEFT, NONE, start)
    for step in range(1, 6):
        QTest.mouseMove(desk.console, start + QPoint(0, dy * step // 5))
        desk.settle()
    QTest.mouseRelease(desk.console, LEFT, NONE, start + QPoint(0, dy))
    desk.settle()


def test_fader_is_dragged_from_its_cap(desk: Any) -> None:
    fader = desk.in_strip("drum", "fader")
    travel = fader.height() - 20
    _drag(desk, desk.find("cap", fader), 60)
    sent = desk.sent()
    assert len(sent) >= 3
    assert all(c.instrument == "drum" for c in sent)
    gains = [c.gain for c in sent]
    assert gains == sorted(gains, reverse=True)
    assert fader_position(gains[-1]) == pytest.approx(0.8 - 60 / travel, abs=0.01)


def test_fader_snaps_at_zero_and_takes_hold_without_moving(desk: Any) -> None:
    cap = desk.find("cap", desk.in_strip("drum", "fader"))
    _drag(desk, cap, 2)
    told = desk.sent()
    assert [c.gain for c in told] == [1.0] * len(told)
    desk.click(cap)
    assert desk.sent() == []


def test_fader_double_click_click_and_wheel(desk: Any) -> None:
    fader = desk.in_strip("pad", "fader")
    desk.click(desk.find("cap", fader), double=True)
    assert desk.sent()[-1] == ask.SetGain("pad", 1.0)
    point = fader.mapToScene(QPointF(fader.width() / 2, 10)).toPoint()
    QTest.mouseClick(desk.console, LEFT, NONE, point)
    desk.settle()
    (top,) = desk.sent()
    assert top.gain == pytest.approx(db_to_gain(6.0), rel=0.01)
    spot = centre(fader)
    for delta, modifiers in ((120, NONE), (-120, NONE), (120, Qt.KeyboardModifier.ShiftModifier)):
        wheel = QWheelEvent(
            spot,
            desk.console.mapToGlobal(spot),
            QPoint(),
            QPoint(0, delta),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QCoreApplication.sendEvent(desk.console, wheel)
    steps = [round(20 * math.log10(c.gain), 1) for c in desk.sent()]
    assert steps == [-5.5, -6.5, -5.9]


def test_master_fader_and_its_number(desk: Any) -> None:
    desk.click(desk.find("cap", desk.find("masterFader")), double=True)
    assert desk.sent()[-1] == ask.SetGain(None, 1.0)
    gain = desk.find("masterGain")
    desk.click(gain)
    assert gain.property("editing")
    desk.type("-12,5")
    desk.press(Qt.Key.Key_Return)
    (command,) = desk.sent()
    assert command.instrument is None
    assert command.gain == pytest.approx(db_to_gain(-12.5))


@pytest.mark.parametrize(
    ("typed", "gain"),
    [("-6", db_to_gain(-6)), ("\u22123.5", db_to_gain(-3.5)), ("99", db_to_gain(6)), ("-200", 0.0)],
)
def test_gain_is_typed(desk: Any, typed: str, gain: float) -> None:
    desk.windows.console.typeGain(2, typed)
    (command,) = desk.sent()
    assert command == ask.SetGain("lead_bass", pytest.approx(gain))


def test_typed_nonsense_and_escape_change_nothing(desk: Any) -> None:
    for text in ("", "loud", "nan", "1e"):
        desk.windows.console.typeGain(0, text)
    entry = desk.in_strip("drum", "gain")
    desk.click(entry)
    desk.type("1 2 f")
    desk.press(Qt.Key.Key_Escape)
    assert not entry.property("editing")
    assert desk.sent() == []


def test_replay_bar(open_desk: Callable[..., Any]) -> None:
    desk = open_desk(replayed())
    desk.click(desk.find("pause"))
    desk.click(desk.find("toStart"))
    for place in range(6):
        desk.click(desk.find(f"speed_{place}"))
    assert desk.sent() == [
        ask.Pause(True),
        ask.Scrub(0),
        *(ask.SetSpeed(speed) for speed in (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)),
    ]
    assert desk.find("position").property("text") == "00:19:27"


def test_first_run_bar(open_desk: Callable[..., Any], tmp_path: Path) -> None:
    desk = open_desk(demo())
    bar = desk.find("firstRun")
    assert bar.isVisible()
    desk.click(desk.find("firstRunOpen"))
    page = desk.find("openPage")
    assert page.isVisible()
    desk.press(Qt.Key.Key_Escape)
    assert not page.isVisible()
    desk.click(desk.find("firstRunClose"))
    assert not bar.isVisible()


def test_nothing_to_open_with_shows_no_way_to_open(open_desk: Callable[..., Any]) -> None:
    desk = open_desk(demo(workers=WorkersState()), on_open_recording=None)
    desk.click(desk.find("menu"))
    rows = [
        name for name in MENU_ROWS if any(i.objectName() == f"menu_{name}" for i in desk.items())
    ]
    assert rows == ["crowd", "query", "checks", "settings"]
    desk.press(Qt.Key.Key_Escape)
    assert not desk.find("firstRun").isVisible()
    desk.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert not desk.find("openPage").isVisible()


def _folder(tmp_path: Path) -> Path:
    (tmp_path / "talks").mkdir()
    for name in ("b.jsonl", "a.jsonl.zst", "readme.txt", ".hidden.jsonl"):
        (tmp_path / name).write_text("{}\n")
    (tmp_path / "talks" / "devoxx.jsonl.gz").write_text("{}\n")
    return tmp_path


def test_open_a_recording_by_keyboard(desk: Any, tmp_path: Path) -> None:
    files = desk.windows.console.files
    files.show_folder(_folder(tmp_path))
    desk.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert [entry["name"] for entry in files.entries] == ["talks", "a.jsonl.zst", "b.jsonl"]
    desk.press(Qt.Key.Key_Return)
    assert files.folder == str(tmp_path / "talks")
    desk.press(Qt.Key.Key_Backspace)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    assert desk.opened == [tmp_path / "a.jsonl.zst"]
    assert not desk.find("openPage").isVisible()
    assert desk.sent() == []


def test_open_a_recording_by_mouse_and_by_path(desk: Any, tmp_path: Path) -> None:
    files = desk.windows.console.files
    files.show_folder(_folder(tmp_path))
    desk.menu("open")
    page = desk.find("openPage")
    desk.click(desk.find("entry_2", page))
    desk.click(desk.find("openChosen", page))
    desk.menu("open")
    desk.click(desk.find("entry_0", page), double=True)
    desk.click(desk.find("entry_0", page), double=True)
    assert desk.opened == [tmp_path / "b.jsonl", tmp_path / "talks" / "devoxx.jsonl.gz"]
    desk.menu("open")
    desk.click(desk.find("folderUp", page))
    path = desk.find("path", page)
    path.forceActiveFocus()
    path.setProperty("text", str(tmp_path / "none.jsonl"))
    desk.press(Qt.Key.Key_Return)
    assert "no such file" in desk.find("filesNote", page).property("text")
    path.setProperty("text", str(tmp_path / "b.jsonl"))
    desk.press(Qt.Key.Key_Return)
    assert desk.opened[-1] == tmp_path / "b.jsonl"
    assert len(desk.opened) == 3


def test_a_folder_that_cannot_be_read_says_so(desk: Any, tmp_path: Path) -> None:
    files = desk.windows.console.files
    files.show_folder(_folder(tmp_path))
    files.show_folder(tmp_path / "gone")
    assert "cannot be read" in files.note
    assert files.folder == str(tmp_path)


def test_closing_the_console_ends_the_program(desk: Any) -> None:
    desk.console.close()
    assert desk.quits


def test_states_are_shown(open_desk: Callable[..., Any]) -> None:
    desk = open_desk(trouble())
    assert desk.find("banner_0").isVisible()
    heads = [desk.find("bannerHead", desk.find(f"banner_{i}")).property("text") for i in (0, 1)]
    assert heads[0] == "Broker lost. Music holds, reconnecting since 20:31."
    assert heads[1].startswith("Sound device missing")
    view = desk.windows.console
    assert view.moreBanners == 1
    assert view.outputBad
    assert desk.find("masterMeter").property("missing")
    assert desk.find("output").property("text") == "No device"
    assert desk.find("countdown").property("text") == "1:52"
    desk.show.set(evening())
    desk.settle()
    assert not view.banners
    assert view.pillText == "LIVE"
    assert desk.find("bar").property("text") == "17.2"
    assert desk.find("countdown").property("text") == "0:03"
    assert desk.find("nextSceneIn").property("text") == "2 bars"

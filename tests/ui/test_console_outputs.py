"""The console's list of outputs: opened, chosen from by mouse and keyboard, and why it is empty."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from fake_evening import evening
from fake_show import OUTPUTS, trouble
from PySide6.QtCore import Qt

from mwk_desktop.messages import verbatim
from mwk_desktop.show import commands as ask
from mwk_desktop.show.snapshot import OutputList
from mwk_desktop.show.sound_state import SoundState
from mwk_desktop.ui.console.outputs_view import output_rows


def test_an_output_is_chosen_by_keyboard(ui: Any) -> None:
    ui.find("outputButton").forceActiveFocus()
    ui.press(Qt.Key.Key_Return)
    menu = ui.find("outputMenu")
    assert menu.isVisible()
    assert ui.sent() == [ask.ListOutputs()]
    ui.show.change(outputs=OUTPUTS)
    ui.settle()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return):
        ui.press(key)
    assert ui.sent() == [ask.ChooseOutput("HDA Intel PCH, ALSA")]
    assert not menu.isVisible()
    ui.press(Qt.Key.Key_Space)
    assert ui.sent() == [ask.SetHold(True)]


def test_an_output_is_chosen_by_mouse(ui: Any) -> None:
    ui.show.change(outputs=OUTPUTS)
    ui.settle()
    ui.click(ui.find("outputButton"))
    menu = ui.find("outputMenu")
    ui.click(ui.find("output_4", menu))  # the row that looks again
    assert menu.isVisible()
    assert ui.sent() == [ask.ListOutputs(), ask.ListOutputs()]
    ui.click(ui.find("output_3", menu))
    assert ui.sent() == [ask.ChooseOutput("null")]
    ui.click(ui.find("outputButton"))
    ui.press(Qt.Key.Key_Escape)
    assert not menu.isVisible()
    assert ui.sent() == [ask.ListOutputs()]


def test_a_card_with_two_outputs_says_so_in_one_sentence(open_ui: Callable[..., Any]) -> None:
    why = "Card has two outputs: pre-listening needs a card with four."
    ui = open_ui(evening(sound=SoundState(cue_problem=verbatim(why))))
    ui.click(ui.find("outputButton"))
    menu = ui.find("outputMenu")
    note = output_rows(ui.show.snapshot())[-2]
    assert (note["kind"], note["detail"]) == ("note", why)
    row = len(output_rows(ui.show.snapshot())) - 2
    assert not ui.find(f"outputDetail_{row}", menu).property("truncated")
    ui.click(ui.find(f"output_{row}", menu))
    assert ui.sent() == [ask.ListOutputs()]
    assert menu.isVisible()


@pytest.mark.parametrize("times", [1, 3])
def test_why_there_are_no_outputs_is_told_whole(ui: Any, times: int) -> None:
    reason = "The sound system does not answer: PortAudio was not initialized. " * times
    ui.show.change(outputs=OutputList((), verbatim(reason.strip())))
    ui.settle()
    ui.click(ui.find("outputButton"))
    ui.settle()
    menu = ui.find("outputMenu")
    detail = ui.find("outputDetail_1", menu)
    assert not detail.property("truncated")
    assert detail.property("lineCount") == min(4, detail.property("lineCount")) > 1
    row = ui.find("output_1", menu)
    assert row.property("height") >= detail.property("contentHeight")
    assert ui.find("outputBox", menu).property("height") >= row.property("height") + 28


def test_a_new_list_does_not_put_another_output_under_the_hand(ui: Any) -> None:
    ui.show.change(outputs=OUTPUTS)
    ui.settle()
    ui.click(ui.find("outputButton"))
    ui.press(Qt.Key.Key_Down)
    ui.press(Qt.Key.Key_Down)
    ui.show.change(outputs=replace(OUTPUTS, rows=OUTPUTS.rows[1:]))
    ui.settle()
    ui.press(Qt.Key.Key_Return)
    assert ui.sent() == [ask.ListOutputs(), ask.ChooseOutput("system, JACK Audio")]


def test_the_banner_of_a_missing_device_opens_the_outputs(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(trouble())
    ui.click(ui.find("chooseOutput"))
    assert ui.find("outputMenu").isVisible()
    assert ui.sent() == [ask.ListOutputs()]

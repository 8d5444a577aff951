"""The end of a replay, said and shown, and what its buttons do."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from fake_show import OFFERS, replay_state, replayed, trouble
from PySide6.QtCore import Qt

from mwk_desktop.show.commands import Scrub
from mwk_desktop.show.source_commands import OpenDemo, SetLoop
from mwk_desktop.show.workers_state import WorkersState


@pytest.fixture
def ended(shared_console: Any) -> Any:
    """A recording that is over."""
    before = replayed()
    state = replay_state(ended=True, position_ms=2_520_000)
    source = replace(before.source, state="ended")
    workers = WorkersState(offers=(*OFFERS, "OpenDemo"))
    return shared_console(replace(before, replay=state, source=source, workers=workers))


def test_the_end_is_said_where_one_looks(ended: Any) -> None:
    view = ended.windows.console
    assert view.pillText == "REPLAY ENDED"
    assert (view.lockText, view.nextText) == ("\u2013", "none")
    assert view.lockNote == "the recording is over"
    assert (view.comingTitle, view.comingText) == ("No more", "the end")
    bars = [i.objectName() for i in ended.items(ended.find("ribbon"))]
    assert bars.count("hollowBar") == view.barCount
    note = ended.find("endNote")
    assert note.isVisible()
    assert note.property("text").startswith("the recording is over: no votes come")
    assert not note.property("truncated")
    assert not ended.find("speed_0").isVisible()
    ended.press(Qt.Key.Key_N)
    assert ended.sent() == []


def test_the_buttons_of_the_end(ended: Any) -> None:
    for name, command in (
        ("playAgain", Scrub(0)),
        ("loop", SetLoop(True)),
        ("endDemo", OpenDemo()),
    ):
        ended.click(ended.find(name))
        assert ended.sent() == [command], name
    ended.click(ended.find("openAnother"))
    assert ended.find("openPage").isVisible()
    ended.press(Qt.Key.Key_Escape)


def test_the_loop_is_there_from_the_start_too(shared_console: Any) -> None:
    ui = shared_console(replayed())
    assert not ui.find("playAgain").isVisible()
    ui.click(ui.find("loop"))
    ui.show.change(replay=replay_state(loop=True))
    ui.settle()
    ui.click(ui.find("loop"))
    assert ui.sent() == [SetLoop(True), SetLoop(False)]


def test_a_lost_broker_offers_the_demo(shared_console: Any) -> None:
    before = trouble()
    workers = replace(before.workers, offers=(*OFFERS, "OpenDemo"))
    ui = shared_console(replace(before, workers=workers))
    ui.click(ui.find("bannerDemo"))
    assert ui.sent() == [OpenDemo()]
    ui.menu("demo")
    assert ui.sent() == [OpenDemo()]

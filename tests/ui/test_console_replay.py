"""The replay's timeline: where we are, and the way to anywhere else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from conftest import centre
from fake_show import NOON_MS, replay_state, replayed
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from mwk_desktop.show import commands as ask
from mwk_desktop.show.snapshot import ReplayState
from mwk_desktop.ui.console.replay_properties import moment_words, timeline_properties

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def replay(open_ui: Callable[..., Any]) -> Any:
    return open_ui(replayed(), (1440, 900))


def _spot(line: Any, share: float) -> Any:
    return line.mapToScene(QPointF(line.width() * share, 40)).toPoint()


def test_a_click_goes_there(replay: Any) -> None:
    line = replay.find("timeline")
    QTest.mouseClick(replay.console, LEFT, NONE, _spot(line, 0.75))
    replay.settle()
    (scrub,) = replay.sent()
    assert scrub.position_ms == pytest.approx(0.75 * 2_520_000, rel=0.01)


def test_a_drag_goes_there_once_when_it_is_close_client(replay: Any) -> None:
    line = replay.find("timeline")
    QTest.mousePress(replay.console, LEFT, NONE, _spot(line, 0.2))
    for share in (0.3, 0.4, 0.5):
        QTest.mouseMove(replay.console, _spot(line, share))
        replay.settle()
    assert replay.sent() == []
    head = replay.find("head", line)
    assert head.x() == pytest.approx(line.width() * 0.5, abs=4)
    assert "votes" in replay.find("momentText").property("text")
    QTest.mouseRelease(replay.console, LEFT, NONE, _spot(line, 0.5))
    replay.settle()
    (scrub,) = replay.sent()
    assert scrub.position_ms == pytest.approx(0.5 * 2_520_000, rel=0.02)


def test_by_keyboard_held_keys_go_there_once(replay: Any, qtbot: Any) -> None:
    replay.find("timeline").forceActiveFocus()
    for repeats in (False, True, True):  # no frame between them: one may take longer than the pause
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, NONE, 114, 0, 0, "", repeats, 1)
        QCoreApplication.sendEvent(replay.console, event)
    assert replay.sent() == []
    qtbot.waitUntil(lambda: bool(replay.show.sent), timeout=60_000)
    (scrub,) = replay.sent()
    assert scrub.position_ms == pytest.approx(1_167_000 + 3 * 30_000, abs=300)
    for key, at_ms in ((Qt.Key.Key_Home, 0), (Qt.Key.Key_End, 2_520_000)):
        replay.press(key)
        qtbot.waitUntil(lambda: bool(replay.show.sent), timeout=60_000)
        assert replay.sent() == [ask.Scrub(at_ms)]


def test_pause_has_a_key(replay: Any) -> None:
    replay.press(Qt.Key.Key_P)
    replay.show.change(replay=replay_state(paused=True))
    replay.settle()
    assert replay.find("lengthText").property("text") == "paused"
    replay.press(Qt.Key.Key_P)
    assert replay.sent() == [ask.Pause(True), ask.Pause(False)]


def test_a_jump_under_way_is_told(replay: Any) -> None:
    progress = replay.find("scrubProgress")
    assert not progress.isVisible()
    replay.show.change(replay=replay_state(scrubbing=True, scrub_share=0.4))
    replay.settle()
    assert progress.isVisible()
    width = replay.find("timeline").width()
    assert progress.width() == pytest.approx(width * 0.4, abs=1)
    assert replay.windows.console.scrubText == "going there: 40 %"


def test_locked_it_cannot_be_moved(replay: Any) -> None:
    replay.press(Qt.Key.Key_L)
    line = replay.find("timeline")
    QTest.mouseClick(replay.console, LEFT, NONE, _spot(line, 0.75))
    line.forceActiveFocus()
    replay.press(Qt.Key.Key_Home)
    for name in ("toStart", "pause", "speed_3"):
        replay.click(replay.find(name))
    QTest.qWait(300)
    assert replay.sent() == []


def test_what_the_timeline_shows_of_a_recording() -> None:
    state = replay_state()
    facts = timeline_properties(state, 30_000)
    assert len(facts["density"]) == 200
    assert max(facts["density"]) == 1.0
    assert [mark["text"] for mark in facts["timeMarks"]] == [
        "0:00",
        "10:00",
        "20:00",
        "30:00",
        "40:00",
    ]
    first = facts["windowShares"][0] * state.length_ms
    assert (state.start_ms + round(first)) % 30_000 == 0
    words = moment_words(replayed(), 0.5)
    assert words.startswith("00:21:00 \u00b7 window 43 \u00b7 ")
    nothing = ReplayState(0, 0, 1.0, False, True, "x", start_ms=NOON_MS)
    assert timeline_properties(nothing, 30_000)["density"] == []
    long = ReplayState(0, 10**9, 1.0, False, False, "x", density=(0,) * 200)
    assert timeline_properties(long, 30_000)["windowShares"] == []
    assert len(timeline_properties(long, 30_000)["timeMarks"]) <= 48


def test_the_end_and_an_empty_recording_break_nothing(replay: Any) -> None:
    replay.show.change(replay=ReplayState(0, 0, 8.0, False, True, "x"))
    replay.settle()
    assert replay.find("lengthText").property("text") == "ended"
    QTest.mouseClick(replay.console, LEFT, NONE, centre(replay.find("timeline")).toPoint())
    replay.settle()
    assert replay.sent() == [ask.Scrub(0)]


def test_the_presenters_hand_is_marked_on_the_timeline(replay: Any) -> None:
    line = replay.find("timeline")

    def marks() -> list[Any]:
        return [i for i in replay.items(line) if i.objectName() == "overrideMark" and i.isVisible()]

    assert marks() == []
    assert not replay.find("overrideLegend", line).isVisible()
    at_ms = (0, 630_000, 1_260_000, 2_520_000)
    replay.show.change(replay=replay_state(overrides_ms=at_ms))
    replay.settle()
    assert replay.find("overrideLegend", line).isVisible()
    left = line.mapToScene(QPointF(0, 0)).x()
    for mark, share in zip(marks(), (0, 0.25, 0.5, 1), strict=True):
        middle = centre(mark).x() - left
        assert middle == pytest.approx(share * line.width(), abs=6)
        assert 0 <= mark.x() <= line.width() - mark.width()
    assert moment_words(replay.show.snapshot(), 0.5).endswith("presenter\u2019s hand")
    assert "hand" not in moment_words(replay.show.snapshot(), 0.4)

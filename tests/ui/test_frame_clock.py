"""Both windows' Python work of a frame is one piece, with the stage's frames while it draws."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SIGNAL
from PySide6.QtTest import QTest
from stage_evening import BAND, voting, with_band

from mwk_desktop.ui.frame_clock import ABSENT_MS, SOONEST_S, FrameClock


class Clock:
    """A clock of frames with its time in a hand, and what it did."""

    def __init__(self) -> None:
        self.now_s = 10.0
        self.did: list[str] = []
        self.frames = FrameClock(
            lambda: self.did.append("pull"),
            lambda: self.did.append("move"),
            now_s=lambda: self.now_s,
        )

    def after(self, seconds: float, what: Callable[[], None]) -> list[str]:
        self.now_s += seconds
        self.did.clear()
        what()
        return self.did


def test_the_timer_pulls_while_no_stage_draws() -> None:
    clock = Clock()
    for _ in range(3):
        assert clock.after(0.016, clock.frames.timer_due) == ["pull"]


def test_the_stage_s_frames_pull_and_the_timer_rests() -> None:
    clock = Clock()
    for _ in range(3):
        assert clock.after(0.008, clock.frames.timer_due) in ([], ["pull"])
        assert clock.after(2 * SOONEST_S, clock.frames.stage_frame) == ["pull"]
    assert clock.after(0.008, clock.frames.timer_due) == []
    assert clock.after(ABSENT_MS / 1000, clock.frames.timer_due) == ["pull"]  # it was closed


def test_a_faster_screen_gets_what_moves_in_between() -> None:
    clock = Clock()
    assert clock.after(0.0, clock.frames.stage_frame) == ["pull"]
    assert clock.after(SOONEST_S / 2, clock.frames.stage_frame) == ["move"]
    assert clock.after(SOONEST_S, clock.frames.stage_frame) == ["pull"]


def test_a_stage_that_closes_asks_in_vain() -> None:
    clock = Clock()
    clock.frames.stop()
    assert clock.after(0.016, clock.frames.stage_frame) == []


def test_what_moves_is_made_while_the_workers_rest(open_ui: Callable[..., Any]) -> None:
    """Outside of it each step of a frame would wait for the interpreter in a flood."""
    rests: list[bool] = []
    made: list[bool] = []

    class Pacer:
        def frame_begins(self) -> None:
            rests.append(True)

        def frame_drawn(self, next_s: float) -> None:
            rests.append(False)

    ui = open_ui(
        with_band(voting(31.0), BAND, 0.5),
        stage=True,
        stage_size=(1280, 720),
        reduced_motion=False,
        pacer=Pacer(),
    )
    ui.windows.stage.levelsMade.connect(lambda _: made.append(rests[-1:] == [True]))
    for _ in range(3_000):
        if len(made) > 20:
            break
        QTest.qWait(10)
    assert len(made) > 20
    assert all(made)


def test_no_frame_calls_python_once_the_first_one_is_shown(open_ui: Callable[..., Any]) -> None:
    """Each call would wait for the interpreter in a flood."""
    ui = open_ui(voting(31.0), stage=True, stage_size=(1280, 720))
    ui.settle()
    frames = SIGNAL("frameSwapped()")
    assert ui.console.receivers(frames) == ui.stage.receivers(frames) == 1  # Qt's own

"""Both windows' Python work of a frame is one piece, with the stage's frames while it draws."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from types import FrameType
from typing import Any

from PySide6.QtCore import SIGNAL
from PySide6.QtTest import QTest
from stage_evening import BAND, at_beat, voting, with_band

from mwk_desktop.ui.frame_clock import FRAME_MS, JUST_NOW_S, LATE_MS, SOONEST_S, FrameClock


class Pacer:
    """Notes whether the workers rest, and counts the frames."""

    resting = False
    frames = 0

    def frame_begins(self) -> None:
        self.resting = True

    def frame_drawn(self, next_s: float) -> None:
        self.resting = False
        self.frames += 1


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


def test_a_stage_s_frame_pulls_and_the_timer_waits() -> None:
    clock = Clock()
    for _ in range(3):
        assert clock.after(0.016, clock.frames.stage_frame) == ["pull"]
        assert clock.frames.next_ms == LATE_MS
    # The stage was closed, or its projector draws thirty frames a second.
    assert clock.after(LATE_MS / 1000, clock.frames.timer_due) == ["pull"]
    assert clock.frames.next_ms == FRAME_MS


def test_a_faster_screen_gets_what_moves_in_between() -> None:
    clock = Clock()
    assert clock.after(0.0, clock.frames.stage_frame) == ["pull"]
    assert clock.after(JUST_NOW_S / 2, clock.frames.stage_frame) == []
    assert clock.after(SOONEST_S / 2, clock.frames.stage_frame) == ["move"]
    assert clock.after(SOONEST_S, clock.frames.stage_frame) == ["pull"]


def test_a_stage_that_closes_asks_in_vain() -> None:
    clock = Clock()
    clock.frames.stop()
    assert clock.after(0.016, clock.frames.stage_frame) == []


def open_playing(open_ui: Callable[..., Any], pacer: Pacer) -> Any:
    return open_ui(
        with_band(voting(31.0), BAND, 0.5),
        stage=True,
        stage_size=(1280, 720),
        reduced_motion=False,
        pacer=pacer,
    )


def test_what_moves_is_made_while_the_workers_rest(open_ui: Callable[..., Any]) -> None:
    """Outside of it each step of a frame would wait for the interpreter in a flood."""
    pacer = Pacer()
    made: list[bool] = []
    ui = open_playing(open_ui, pacer)
    ui.windows.stage.levelsMade.connect(lambda _: made.append(pacer.resting))
    for _ in range(3_000):
        if len(made) > 20:
            break
        QTest.qWait(10)
    assert len(made) > 20
    assert all(made)


def test_between_two_frames_nothing_calls_python(open_ui: Callable[..., Any]) -> None:
    """Both windows move and draw; what they need of Python they have got with the pull."""
    pacer = Pacer()
    ui = open_playing(open_ui, pacer)
    while pacer.frames < 20:  # texts are laid out, rows are made
        QTest.qWait(10)
    called: Counter[str] = Counter()

    def note(frame: FrameType, event: str, _: Any) -> None:
        code = frame.f_code
        if event == "call" and "mwk_desktop" in code.co_filename:
            called["pull" if pacer.resting else code.co_name] += 1

    beats = 31.0
    while called["pull"] < 20_000:
        beats += 0.04
        ui.show.set(with_band(at_beat(voting(31.0), beats), BAND, beats % 1))
        sys.setprofile(note)
        QTest.qWait(20)
        sys.setprofile(None)
    begins = {"frame", "stage_frame", "timer_due", "_pull_at", "_draw"}
    frames = called["frame"] + called["timer_due"]
    between = {name: called[name] for name in called.keys() - begins - {"pull"}}
    # A face lands now and then; nothing comes with each frame.
    assert 10 * sum(between.values()) < frames, between


def test_no_frame_calls_python_once_the_first_one_is_shown(open_ui: Callable[..., Any]) -> None:
    """Each call would wait for the interpreter in a flood."""
    ui = open_ui(voting(31.0), stage=True, stage_size=(1280, 720))
    ui.settle()
    frames = SIGNAL("frameSwapped()")
    assert ui.console.receivers(frames) == ui.stage.receivers(frames) == 1  # Qt's own

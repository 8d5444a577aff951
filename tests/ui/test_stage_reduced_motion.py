"""Reduced motion: between two beats nothing moves but the clock and the counts."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from held_stage import HeldStage, Pixels, crop, rect
from stage_evening import AFTER, BAND, TOTALS, at_beat, revealed, shown, voting, with_band
from stage_states import one, with_winner

from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.stage_state import StageMoment, StageState
from mwk_desktop.units import INSTRUMENTS

SIZE = (1280, 720)
TENTHS = (2, 5, 8)
"""Where in each beat a picture is taken."""


def _louder_and_quieter(beats: float) -> float:
    return 0.3 + 0.3 * math.sin(beats * 9)


def _voting(beats: float) -> Snapshot:
    return with_band(voting(beats), BAND, _louder_and_quieter(beats))


def _winner(beats: float) -> Snapshot:
    placed = at_beat(with_band(with_winner(one()), BAND, _louder_and_quieter(beats)), beats)
    since = at_beat(placed, 10.3).transport.frame
    return replace(placed, stage=StageState(StageMoment.WINNER, since_frame=since))


def _end(beats: float) -> Snapshot:
    since = at_beat(voting(), 10.3).transport.frame
    return shown("end", replace(at_beat(voting(), beats), scene_totals=TOTALS), since_frame=since)


def _calm(beats: float) -> Snapshot:
    placed = with_band(voting(beats), BAND, _louder_and_quieter(beats))
    stopped = replace(placed.source, state="reconnecting", since_ms=voting(10.0).t_ms - 8_000)
    return replace(placed, source=stopped)


def _wall(beats: float) -> Snapshot:
    return shown("messages", _voting(beats))


SCENES = {
    "voting": _voting,
    "winner": _winner,
    "end": _end,
    "calm": _calm,
    "wall": _wall,
    "logo": lambda beats: shown("logo", _voting(beats)),
}


def _without_clock(stage: HeldStage, picture: Pixels) -> Pixels:
    shown_ = picture.copy()
    for clock in stage.items("stageClock"):
        crop(shown_, rect(clock.parentItem()))[:] = 0
    return shown_


def _pictures(
    stage: HeldStage, scene: Callable[[float], Snapshot], begin: float, beats: int
) -> list[tuple[float, Pixels]]:
    taken = []
    for tenth in range(10 * beats):
        at = begin + tenth / 10 + 0.02
        stage.show(scene(at), 0.047)
        if tenth % 10 in TENTHS:
            taken.append((at, _without_clock(stage, stage.grab())))
    return taken


@pytest.mark.parametrize("name", SCENES)
def test_nothing_changes_between_two_beats(held_stage: Callable[..., Any], name: str) -> None:
    stage = held_stage(voting(10.0), SIZE, reduced_motion=True)
    taken = _pictures(stage, SCENES[name], 10.0, 6)
    on_beats = 0
    for (a, before), (b, after) in pairwise(taken):
        same = np.array_equal(before, after)
        if math.floor(a) == math.floor(b):
            assert same, (name, a, b)
        on_beats += not same
    moves = {"voting": 4, "wall": 4, "calm": 4}
    assert on_beats >= moves.get(name, 0), on_beats


def test_the_reveal_is_three_cuts(held_stage: Callable[..., Any]) -> None:
    """The board with the lock, panels and tags with the landing, the race eight beats later."""
    stage = held_stage(revealed(0.05), SIZE, reduced_motion=True)

    def part(b: float) -> Snapshot:
        level = 0.4
        return with_band(revealed(b, preview=0), AFTER if b >= 1 else BAND, level)

    stage.rest(part(0.05), 1.0)
    below = round(rect(stage.item("floor")).bottom()) + 2
    pictures = []
    for tenth in range(79):
        b = 0.05 + tenth / 10
        stage.show(part(b), 0.047)
        assert not stage.items("flyingBlock"), b
        assert not stage.items("chip"), b
        pictures.append((b, _without_clock(stage, stage.grab())[below:]))
    cuts = [
        b for (_, before), (b, after) in pairwise(pictures) if not np.array_equal(before, after)
    ]
    # With the landing the clock is back where the lock was; nothing else ever changes.
    assert [math.floor(b) for b in cuts] == [1], cuts
    assert stage.has("revealBoard")
    stage.show(part(8.05))
    assert not stage.has("revealBoard")
    assert stage.items("race")


def test_every_player_has_five_steps(held_stage: Callable[..., Any]) -> None:
    """No figure that follows the loop: how many are lit is how loud it is."""
    stage = held_stage(with_band(voting(10.0), INSTRUMENTS, 0.0), SIZE, reduced_motion=True)
    for beat, level in ((11, 1.0), (12, 1.0), (13, 1.0), (14, 1.0), (15, 1.0), (16, 1.0)):
        stage.show(with_band(voting(beat), INSTRUMENTS, level), 0.2)
    assert len(stage.items("litStep")) == 5 * 8
    lit = []
    for beat in range(17, 24):
        stage.show(with_band(voting(beat), INSTRUMENTS, 0.0), 0.2)
        lit.append(len(stage.items("litStep")))
    assert lit[:6] == [32, 24, 16, 8, 0, 0], "one step a beat"

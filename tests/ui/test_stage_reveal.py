"""Lock and reveal as functions of beats: what stands where at every beat, however one got there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from held_stage import HeldStage, rect
from stage_evening import AFTER, BAND, CHART, revealed, voting

from mwk_desktop.show.stage_state import LockOutcome

FRAME = 1000 / 60 / 468.75
"""A frame in beats."""


def test_the_five_and_their_votes_can_be_read_from_the_lock_to_the_seventh_beat(
    held_stage: Callable[..., Any],
) -> None:
    stage = held_stage(voting(62.0))
    for tenth in range(71):
        b = tenth / 10
        stage.show(revealed(b))
        names = stage.items("resultName")
        votes = stage.items("resultVotes")
        said = [name.property("text") for name in names]
        assert said == ["Drum", "Vocal", "Pad", "Synth", "Heavy bass"], b
        assert [each.property("text") for each in votes] == [str(n) for _, n in CHART[:5]], b
        for text in (*names, *votes):
            assert text.property("font").pixelSize() >= 44, b
            assert not text.property("truncated"), (b, text.property("text"))
            assert 0 <= rect(text).left() < rect(text).right() <= 1920, b
            assert 0 <= rect(text).top() < rect(text).bottom() <= 1080, b
            assert text.parentItem().opacity() == 1.0, b
        if 0.3 < b < 6.9:
            tops = [rect(name) for name in names]
            assert all(x.bottom() <= y.top() for x, y in pairwise(tops)), b


def test_the_winners_land_in_their_panels_on_the_landing(held_stage: Callable[..., Any]) -> None:
    stage = held_stage(revealed(0.5))
    stage.show(revealed(1.0 - FRAME))
    assert sorted(name for name in stage.view.places if name) == sorted(BAND)
    blocks = stage.items("flyingBlock")
    assert len(blocks) == 5
    flown = {
        name: rect(block) for name, block in zip([n for n, _ in CHART[:5]], blocks, strict=True)
    }
    stage.show(revealed(1.0))
    assert sorted(name for name in stage.view.places if name) == sorted(AFTER)
    assert not stage.items("flyingBlock")
    for name, block in flown.items():
        panel = rect(stage.item(f"player_{name}"))
        assert abs(block.center().x() - panel.center().x()) <= 60 * stage.u, name
        assert panel.top() - 60 <= block.center().y() <= panel.bottom() + 60, name
    assert [each.height() for each in stage.items("curtain")] != []


@pytest.mark.parametrize("offset_ms", [0, 120])
@pytest.mark.parametrize("rate_hz", [24, 60])
def test_the_new_band_stands_within_a_frame_of_the_downbeat(
    held_stage: Callable[..., Any], rate_hz: int, offset_ms: int
) -> None:
    """The downbeat as it is heard: the transport's, and the sound's own delay."""
    stage = held_stage(revealed(0.5), (1280, 720))
    stage.view.visual_offset_ms = offset_ms
    frame = 1000 / rate_hz / 468.75
    b = 0.931
    while b < 1 + 2 * frame and set(stage.view.places) != set(AFTER):
        assert len(stage.items("flyingBlock")) in (0, 5), b
        b += frame
        stage.show(revealed(b + offset_ms / 468.75), 1 / rate_hz)
    stage.view.visual_offset_ms = 0
    assert 1.0 <= b < 1.0 + frame
    assert not stage.items("flyingBlock")
    assert stage.items("curtain")


def test_new_and_leaving_are_told_exactly(held_stage: Callable[..., Any]) -> None:
    stage = held_stage(revealed(3.0))
    new = {item.parentItem().objectName() for item in stage.items("newTag")}
    assert new == {"result_vocal", "result_heavy_bass"}
    streaks = [item.property("text") for item in stage.items("streak")]
    assert streaks == ["5 in a row", "2 in a row", "3 in a row"]
    left = [item.property("text") for item in stage.items("leavingName")]
    assert sorted(left) == ["Lead bass", "Melody"]
    assert "Scene 18" in stage.words()


def test_a_winner_that_the_hand_keeps_off_is_not_new(held_stage: Callable[..., Any]) -> None:
    after = tuple(name for name in AFTER if name != "vocal")
    stage = held_stage(revealed(3.0, after=after))
    new = {item.parentItem().objectName() for item in stage.items("newTag")}
    assert new == {"result_heavy_bass"}


def test_the_new_window_is_never_out_of_sight_for_long(held_stage: Callable[..., Any]) -> None:
    stage = held_stage(revealed(0.5))
    stage.show(revealed(2.2, preview=1))
    assert [item.property("text") for item in stage.items("previewVotes")] == ["1"]
    assert not stage.items("race")
    stage.rest(revealed(7.99, preview=2), 0.1)
    assert stage.items("race")
    assert [item.property("text") for item in stage.items("rowVotes")].count("2") == 1
    stage.show(revealed(8.1, preview=2))
    assert not stage.has("revealBoard")


def test_the_open_window_is_out_of_sight_for_a_second_and_the_race_for_four(
    held_stage: Callable[..., Any],
) -> None:
    """Frame by frame from the lock on; a vote came half a beat after it."""
    stage = held_stage(voting(62.9), (1280, 720))
    assert stage.items("race")
    unseen_frames = raceless_frames = 0
    for frame in range(int(8 / FRAME) + 1):
        b = frame * FRAME
        stage.show(revealed(b, preview=1 if b >= 0.5 else 0))
        race = bool(stage.items("race"))
        raceless_frames += not race
        unseen_frames += not race and not stage.items("previewVotes")
        assert b < 2.2 or race or stage.items("previewVotes"), b
    assert 0 < unseen_frames / 60 <= 1.0
    assert 3.0 < raceless_frames / 60 <= 4.0
    assert [item.property("text") for item in stage.items("rowVotes")].count("1") == 1


def test_a_stage_that_opens_in_the_middle_shows_the_middle(
    held_stage: Callable[..., Any], open_ui: Callable[..., Any]
) -> None:
    run = held_stage(revealed(-1.0), (1280, 720))
    for step in range(81):
        run.show(revealed(-1.0 + step / 20))
    run.rest(revealed(3.0), 0.5)
    below = round(rect(run.item("floor")).bottom()) + 2
    ran = run.grab()[below:]
    fresh = HeldStage(open_ui, revealed(3.0), (1280, 720))
    fresh.rest(revealed(3.0), 0.5)
    # Letters may be smoothed otherwise when they are drawn again.
    difference = np.abs(ran.astype(int) - fresh.grab()[below:])
    assert difference.max() <= 24


@pytest.mark.parametrize("outcome", [LockOutcome.HELD, LockOutcome.CANCELLED])
def test_what_does_not_land_flies_nowhere(
    held_stage: Callable[..., Any], outcome: LockOutcome
) -> None:
    stage = held_stage(revealed(0.5))
    for b in (0.7, 0.9, 1.1, 3.0):
        stage.show(revealed(b, outcome=outcome, landing_frame=None))
        assert not stage.items("flyingBlock"), b
        assert not stage.items("newTag"), b
        assert [c for c in stage.items("curtain") if c.isVisible()] == [], b
        assert sorted(name for name in stage.view.places if name) == sorted(BAND), b
    assert any("this scene stays" in word for word in stage.words())
    stage.rest(revealed(4.5, outcome=outcome, landing_frame=None), 0.1)
    assert stage.items("race")
    assert not stage.has("revealBoard")


def test_without_a_vote_nothing_locks(held_stage: Callable[..., Any]) -> None:
    nobody = revealed(0.5, outcome=LockOutcome.STAYS, landing_frame=None, top=(), in_a_row=())
    stage = held_stage(nobody)
    assert stage.items("race")
    assert not stage.has("revealBoard")
    assert not stage.has("lockedMark")


def test_short_windows_show_lock_and_landing_only(held_stage: Callable[..., Any]) -> None:
    def short(b: float) -> Any:
        return replace(revealed(b), window_ms=3_750)

    stage = held_stage(short(0.5))
    assert stage.has("revealBoard")
    stage.rest(short(1.5), 0.1)
    assert not stage.has("revealBoard")
    assert stage.items("race")
    assert stage.items("curtain")


def test_panic_has_a_board_but_no_flight(held_stage: Callable[..., Any]) -> None:
    stage = held_stage(replace(revealed(0.8), panic="silent"))
    assert stage.items("resultName")
    assert not stage.items("flyingBlock")

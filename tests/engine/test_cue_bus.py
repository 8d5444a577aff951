"""Pre-listening: the room never hears a difference, and the headphones hear what lands."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.engine.mixer import Mixer
from mwk_desktop.engine.protocol import (
    NO_CUE,
    SILENCE,
    CuePlan,
    EngineSpec,
    Launch,
    Ramp,
    fader_curve,
    filter_curve,
)

LOOP_FRAMES = 4800
BLOCK = 256
CLIPS = np.random.default_rng(5).normal(0.0, 0.05, (16, LOOP_FRAMES, 2)).astype(np.float32)
SPEC = EngineSpec(LOOP_FRAMES, tilt_db=1.5, drive_db=0.5, duck_db=(0.0, *([4.0] * 7)))
LINE = 4 * LOOP_FRAMES
NEXT = (5, SILENCE, 7, SILENCE, SILENCE, 2, SILENCE, SILENCE)


def heard(cues: dict[int, CuePlan], blocks: int = 150) -> tuple[np.ndarray, np.ndarray]:
    """Room and headphones of a scene that changes on a line; plans by block."""
    mixer = Mixer(CLIPS, SPEC, max_frames=BLOCK, cue=True)
    for strip in (0, 2, 5):
        mixer.plan_launches(strip, [Launch(0, strip, 0, 0), Launch(LINE, NEXT[strip], 0, 0)])
    mixer.plan_ramps(filter_curve(2), [Ramp(2000, 0.2, 480), Ramp(LINE + 9000, 0.7, 480)])
    room, cue = (np.zeros((blocks * BLOCK, 2), dtype=np.float32) for _ in range(2))
    for block in range(blocks):
        if block in cues:
            mixer.plan_cue(cues[block])
        cut = slice(block * BLOCK, (block + 1) * BLOCK)
        mixer.render_into(room[cut], None, cue[cut])
    return room[mixer.delay_frames :], cue[mixer.delay_frames :]


plans = st.builds(
    CuePlan,
    st.sets(st.integers(0, 7)).map(lambda strips: tuple(sorted(strips))),
    st.booleans(),
    st.lists(st.integers(-1, 15), min_size=8, max_size=8).map(tuple),
    st.sampled_from([0.0, 0.5, 1.0, 2.0]),
)


@settings(max_examples=15, deadline=None)
@given(cues=st.dictionaries(st.integers(0, 100), plans, max_size=5))
def test_the_room_hears_no_difference(cues: dict[int, CuePlan]) -> None:
    room, cue = heard(cues)
    assert np.array_equal(room, heard({})[0])
    assert np.isfinite(cue).all()


def test_nothing_is_heard_without_a_plan() -> None:
    assert not heard({})[1].any()
    assert not heard({0: NO_CUE})[1].any()


def test_next_is_what_then_lands_sample_for_sample() -> None:
    """The same clips, takes, filter, ducking and master, at the same place of the loop."""
    room, cue = heard({3: CuePlan(hears_next=True, clips=NEXT)})
    after = slice(LINE + 5000, LINE + 9000)
    assert cue[after].any()
    assert np.array_equal(cue[after], room[after])
    before = slice(LINE - LOOP_FRAMES, LINE)
    assert not np.array_equal(cue[before], room[before])


def test_next_of_some_strips_is_only_theirs() -> None:
    _, cue = heard({3: CuePlan(strips=(5,), hears_next=True, clips=NEXT)})
    _, alone = heard({3: CuePlan(hears_next=True, clips=(*([SILENCE] * 5), 2, SILENCE, SILENCE))})
    assert np.array_equal(cue[5000:LINE], alone[5000:LINE])
    assert cue[5000:LINE].any()


def test_a_strip_is_heard_before_its_fader_and_after_its_filter() -> None:
    mixer = Mixer(CLIPS, EngineSpec(LOOP_FRAMES), max_frames=BLOCK, cue=True)
    mixer.plan_launches(4, [Launch(0, 9, 0, 0)])
    mixer.plan_ramps(fader_curve(4), [Ramp(0, 0.0, 0)])
    mixer.plan_cue(CuePlan(strips=(4,)))
    room, cue = (np.zeros((BLOCK * 30, 2), dtype=np.float32) for _ in range(2))
    for begin in range(0, len(room), BLOCK):
        mixer.render_into(room[begin : begin + BLOCK], None, cue[begin : begin + BLOCK])
    assert not room.any()
    found = cue[mixer.delay_frames + 480 : mixer.delay_frames + LOOP_FRAMES]
    assert np.array_equal(found, CLIPS[9][480 : len(found) + 480])


@pytest.mark.parametrize("gain", [0.0, 0.5])
def test_the_level_is_the_headphones_own(gain: float) -> None:
    loud = heard({0: CuePlan(strips=(5,))})
    soft = heard({0: CuePlan(strips=(5,), gain=gain)})
    assert np.array_equal(loud[0], soft[0])
    assert np.allclose(soft[1][1000:], loud[1][1000:] * gain, atol=1e-7)


def test_a_changed_forecast_fades_and_goes_off_again() -> None:
    other = (4, SILENCE, SILENCE, SILENCE, SILENCE, SILENCE, SILENCE, SILENCE)
    _, cue = heard(
        {
            2: CuePlan(hears_next=True, clips=NEXT),
            40: CuePlan(hears_next=True, clips=other),
            70: NO_CUE,
        }
    )
    assert cue[5000:].any()
    assert not cue[72 * BLOCK + 1000 :].any()

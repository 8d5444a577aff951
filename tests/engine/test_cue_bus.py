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
    audible_curve,
    fader_curve,
    filter_curve,
)
from tests.support import examples

LOOP_FRAMES = 4800
BLOCK = 256
CLIPS = np.random.default_rng(5).normal(0.0, 0.05, (16, LOOP_FRAMES, 2)).astype(np.float32)
SPEC = EngineSpec(LOOP_FRAMES, tilt_db=1.5, drive_db=0.5, duck_db=(0.0, *([4.0] * 7)))
LINE = 4 * LOOP_FRAMES
NEXT = (5, SILENCE, 7, SILENCE, SILENCE, 2, SILENCE, SILENCE)


def heard(
    cues: dict[int, CuePlan], moves: dict[int, list[Ramp]] | None = None, blocks: int = 150
) -> tuple[np.ndarray, np.ndarray]:
    """Room and headphones of a scene that changes on a line; plans by block."""
    mixer = Mixer(CLIPS, SPEC, max_frames=BLOCK, cue=True)
    for strip in (0, 2, 5):
        mixer.plan_launches(strip, [Launch(0, strip, 0, 0), Launch(LINE, NEXT[strip], 0, 0)])
    mixer.plan_ramps(filter_curve(2), [Ramp(2000, 0.2, 480), Ramp(LINE + 9000, 0.7, 480)])
    for curve, some in (moves or {}).items():
        mixer.plan_ramps(curve, some)
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
    st.booleans(),
    st.booleans(),
)


@settings(max_examples=examples(15), deadline=None)
@given(cues=st.dictionaries(st.integers(0, 100), plans, max_size=5))
def test_the_room_hears_no_difference(cues: dict[int, CuePlan]) -> None:
    """Before or after the faders, which move, and with the master."""
    moves = {fader_curve(2): [Ramp(5000, 0.4, 9000)], audible_curve(5): [Ramp(7000, 0.0, 480)]}
    room, cue = heard(cues, moves)
    assert np.array_equal(room, heard({}, moves)[0])
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


def test_one_clip_is_heard_as_it_will_sound_in_phase() -> None:
    """What the clip menu's headphones hear is what the room hears once the clip has been chosen."""
    clips = [SILENCE] * 8
    clips[2] = 11
    mixer = Mixer(CLIPS, EngineSpec(LOOP_FRAMES), max_frames=BLOCK, cue=True)
    mixer.plan_launches(2, [Launch(0, 3, 0, 0), Launch(LINE, 11, 0, 0)])
    mixer.plan_ramps(filter_curve(2), [Ramp(0, 0.3, 0)])
    room, cue = (np.zeros((BLOCK * 120, 2), dtype=np.float32) for _ in range(2))
    for begin in range(0, len(room), BLOCK):
        if begin == 3 * BLOCK:
            mixer.plan_cue(CuePlan((2,), True, tuple(clips)))
        mixer.render_into(room[begin : begin + BLOCK], None, cue[begin : begin + BLOCK])
    after = slice(LINE + 2 * LOOP_FRAMES, LINE + 2 * LOOP_FRAMES + 4000)
    assert cue[after].any()
    assert np.array_equal(cue[after], room[after])
    # And before, at the same place of the loop.
    early = slice(after.start - 2 * LOOP_FRAMES - 4000, after.start - 2 * LOOP_FRAMES - 1000)
    later = slice(early.start + LOOP_FRAMES * 2, early.stop + LOOP_FRAMES * 2)
    assert np.allclose(cue[early], cue[later], atol=1e-6)
    assert not np.allclose(room[early], cue[early], atol=1e-3)


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


def one_strip(plan: CuePlan, ramps: dict[int, list[Ramp]]) -> tuple[np.ndarray, np.ndarray]:
    """Room and headphones of one strip alone, through a master that leaves it as it is."""
    mixer = Mixer(CLIPS, EngineSpec(LOOP_FRAMES), max_frames=BLOCK, cue=True)
    mixer.plan_launches(4, [Launch(0, 9, 0, 0)])
    mixer.plan_cue(plan)
    for curve, some in ramps.items():
        mixer.plan_ramps(curve, some)
    room, cue = (np.zeros((BLOCK * 60, 2), dtype=np.float32) for _ in range(2))
    for begin in range(0, len(room), BLOCK):
        mixer.render_into(room[begin : begin + BLOCK], None, cue[begin : begin + BLOCK])
    return room[mixer.delay_frames :], cue[mixer.delay_frames :]


strip_ramps = st.lists(
    st.builds(Ramp, st.integers(0, 14_000), st.floats(0.0, 1.5), st.sampled_from([0, 480, 5000])),
    max_size=4,
)


@settings(max_examples=examples(25), deadline=None)
@given(faders=strip_ramps, gates=strip_ramps, filters=strip_ramps)
def test_after_the_fader_the_headphones_hear_what_the_room_gets(
    faders: list[Ramp], gates: list[Ramp], filters: list[Ramp]
) -> None:
    """Fader, mute, solo and filter, in the middle of their ramps too."""
    moves = {
        fader_curve(4): faders,
        audible_curve(4): [ramp._replace(target=float(ramp.target > 0.7)) for ramp in gates],
        filter_curve(4): [ramp._replace(target=min(ramp.target, 1.0)) for ramp in filters],
    }
    room, cue = one_strip(CuePlan(strips=(4,), after_fader=True), moves)
    opened = 480  # the headphones' own fade
    assert np.array_equal(cue[opened:], room[opened:])


def test_before_the_fader_neither_fader_nor_mute_is_heard() -> None:
    moved = {fader_curve(4): [Ramp(3000, 0.3, 480)], audible_curve(4): [Ramp(6000, 0.0, 480)]}
    room, cue = one_strip(CuePlan(strips=(4,)), moved)
    assert np.array_equal(cue, one_strip(CuePlan(strips=(4,)), {})[1])
    assert not room[7000:].any()


def test_the_way_from_before_to_after_the_fader_has_no_step() -> None:
    flat = np.full((1, LOOP_FRAMES, 2), 0.5, dtype=np.float32)
    mixer = Mixer(flat, EngineSpec(LOOP_FRAMES), max_frames=BLOCK, cue=True)
    mixer.plan_launches(4, [Launch(0, 0, 0, 0)])
    mixer.plan_ramps(fader_curve(4), [Ramp(0, 0.0, 0)])
    room, cue = (np.zeros((BLOCK * 60, 2), dtype=np.float32) for _ in range(2))
    for block, begin in enumerate(range(0, len(room), BLOCK)):
        if block in (10, 30, 50):
            mixer.plan_cue(CuePlan(strips=(4,), after_fader=block == 30))
        mixer.render_into(room[begin : begin + BLOCK], None, cue[begin : begin + BLOCK])
    assert np.abs(np.diff(cue[:, 0])).max() < 0.5 / 400
    assert not cue[45 * BLOCK].any()
    assert cue[29 * BLOCK, 0] == cue[-1, 0] == 0.5


def test_next_after_the_faders_is_what_then_lands() -> None:
    """Also with a fader that is down, one that moves slowly, and a muted strip."""
    moves = {
        fader_curve(0): [Ramp(1000, 0.5, 480)],
        fader_curve(2): [Ramp(LINE - 2000, 0.25, 7500)],
        audible_curve(5): [Ramp(2000, 0.0, 480)],
    }
    plan = CuePlan(hears_next=True, clips=NEXT, after_fader=True)
    room, cue = heard({3: plan, 60: plan._replace(gain=1.0, strips=())}, moves=moves)
    after = slice(LINE + 5000, LINE + 9000)
    assert cue[after].any()
    assert np.array_equal(cue[after], room[after])
    assert not np.array_equal(cue[after], heard({3: plan._replace(after_fader=False)})[1][after])


def test_the_master_is_heard_too_at_the_headphones_level() -> None:
    room, only = heard({3: CuePlan(hears_master=True, gain=0.5)})
    assert np.allclose(only[2000:], room[2000:] * 0.5, atol=1e-7)
    _, strip = heard({3: CuePlan(strips=(5,))})
    _, both = heard({3: CuePlan(strips=(5,), hears_master=True)})
    assert np.allclose(both[2000:], np.clip(strip + room, -1.0, 1.0)[2000:], atol=1e-7)
    assert not heard({3: CuePlan(hears_master=True), 40: NO_CUE})[1][42 * BLOCK + 500 :].any()


def test_a_level_that_moves_makes_no_step() -> None:
    flat = np.full((1, LOOP_FRAMES, 2), 0.25, dtype=np.float32)
    mixer = Mixer(flat, EngineSpec(LOOP_FRAMES), max_frames=BLOCK, cue=True)
    mixer.plan_launches(4, [Launch(0, 0, 0, 0)])
    room, cue = (np.zeros((BLOCK * 60, 2), dtype=np.float32) for _ in range(2))
    for block, begin in enumerate(range(0, len(room), BLOCK)):
        if block in (0, 20, 40):
            plan = CuePlan(strips=(4,), gain=(2.0, 0.0, 1.0)[block // 20], hears_master=True)
            mixer.plan_cue(plan)
        mixer.render_into(room[begin : begin + BLOCK], None, cue[begin : begin + BLOCK])
    settled = cue[10 * BLOCK :, 0]
    assert settled.max() == 1.0
    assert not settled[20 * BLOCK - 1]
    # The strip and the master, twice as loud, over 480 frames.
    assert np.abs(np.diff(settled)).max() < 2 * 2.0 * 0.25 / 400


def test_ramps_of_one_block_are_all_followed() -> None:
    """Both of a fader, of a gate and of a filter, where the second begins before the first ends."""
    at = LINE - 20 * BLOCK
    moves = {
        fader_curve(0): [Ramp(at + 10, 0.1, 50), Ramp(at + 100, 0.9, LINE)],
        audible_curve(2): [Ramp(at + 10, 0.0, 50), Ramp(at + 100, 1.0, LINE)],
        filter_curve(5): [Ramp(at + 10, 0.1, 50), Ramp(at + 100, 0.3, LINE)],
    }
    room, cue = heard({3: CuePlan(hears_next=True, clips=NEXT, after_fader=True)}, moves)
    after = slice(LINE + 5000, LINE + 9000)
    np.testing.assert_allclose(cue[after], room[after], atol=1e-7)


@pytest.mark.parametrize("curve", [fader_curve(0), audible_curve(0), filter_curve(0)])
def test_next_begins_where_the_room_is_though_a_slow_ramp_begins_in_that_block(curve: int) -> None:
    moves = {curve: [Ramp(0, 0.1, 0), Ramp(3 * BLOCK + 10, 0.9, 2 * LINE)]}
    room, cue = heard({3: CuePlan(hears_next=True, clips=NEXT, after_fader=True)}, moves)
    after = slice(LINE + 5000, LINE + 9000)
    np.testing.assert_allclose(cue[after], room[after], atol=1e-7)


def test_a_filter_that_came_to_rest_before_is_not_heard_moving_again() -> None:
    moves = {filter_curve(0): [Ramp(0, 0.1, 60 * BLOCK)]}
    room, cue = heard({70: CuePlan(hears_next=True, clips=NEXT)}, moves)
    after = slice(LINE + 5000, LINE + 9000)
    np.testing.assert_allclose(cue[after], room[after], atol=1e-7)


def test_next_goes_on_where_the_transport_jumps() -> None:
    mixer = Mixer(CLIPS, SPEC, max_frames=BLOCK, cue=True)
    for strip in (0, 2, 5):
        mixer.plan_launches(strip, [Launch(0, NEXT[strip], 0, 0)])
    mixer.plan_cue(CuePlan(hears_next=True, clips=NEXT))
    for to in (None, 3 * LOOP_FRAMES + 1234, 100):
        if to is not None:
            mixer.jump(to)
        room, cue = (np.zeros((BLOCK * 40, 2), dtype=np.float32) for _ in range(2))
        for begin in range(0, len(room), BLOCK):
            mixer.render_into(room[begin : begin + BLOCK], None, cue[begin : begin + BLOCK])
        settled = slice(len(room) // 2, None)
        assert cue[settled].any()
        assert np.array_equal(cue[settled], room[settled])


def test_headphones_that_open_go_on_opening_where_the_transport_jumps() -> None:
    flat = np.full((1, LOOP_FRAMES, 2), 0.5, dtype=np.float32)
    mixer = Mixer(flat, EngineSpec(LOOP_FRAMES), max_frames=BLOCK, cue=True)
    mixer.plan_launches(4, [Launch(0, 0, 0, 0)])
    mixer.plan_cue(CuePlan(strips=(4,)))
    room, cue = (np.zeros((BLOCK * 10, 2), dtype=np.float32) for _ in range(2))
    for begin in range(0, len(room), BLOCK):
        mixer.render_into(room[begin : begin + BLOCK], None, cue[begin : begin + BLOCK])
        if not begin:
            mixer.jump(100_000)
    opening = cue[mixer.delay_frames :, 0]
    assert opening[0] == 0.0
    assert opening[-1] == 0.5
    steps = np.diff(opening)
    assert steps.min() >= 0.0
    assert steps.max() < 0.5 / 400

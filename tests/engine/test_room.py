"""Dim and mono change what the room hears, and nothing else; the ceiling holds for both."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.engine.mixer import Mixer
from mwk_desktop.engine.offline_render import render
from mwk_desktop.engine.protocol import Curve, EngineSpec, Launch, Ramp, fader_curve
from mwk_desktop.units import MASTER_OVER_DB, gain_to_db
from tests.support import examples

LOOP_FRAMES = 4800
LOUD = np.random.default_rng(3).normal(0.0, 0.3, (4, LOOP_FRAMES, 2)).astype(np.float32)
QUIET = LOUD * np.float32(0.1)
Plan = dict[int, list[Ramp]]


def played(
    clips: np.ndarray, ramps: Plan, frames: int, block_frames: int = 256
) -> tuple[np.ndarray, np.ndarray]:
    """What the room heard, and what was recorded, of three clips."""
    mixer = Mixer(clips, EngineSpec(LOOP_FRAMES), max_frames=block_frames)
    for strip in range(3):
        mixer.plan_launches(strip, [Launch(0, strip, 0, 0)])
    for curve, plan in ramps.items():
        mixer.plan_ramps(curve, plan)
    room, program = (np.zeros((frames, 2), dtype=np.float32) for _ in range(2))
    for begin in range(0, frames, block_frames):
        cut = slice(begin, min(frames, begin + block_frames))
        mixer.render_into(room[cut], program[cut])
    return room[mixer.delay_frames :], program[mixer.delay_frames :]


def test_dim_lowers_the_room_by_20_db_and_the_program_not_at_all() -> None:
    plain, _ = played(QUIET, {}, 40_000)
    dim = {int(Curve.DIM): [Ramp(5000, 0.1, 2400), Ramp(20_000, 1.0, 2400)]}
    room, program = played(QUIET, dim, 40_000)
    assert np.array_equal(program, plain)
    assert np.array_equal(room[:5000], plain[:5000])
    assert np.allclose(room[7400:20_000], plain[7400:20_000] * 0.1, atol=1e-7)
    assert np.array_equal(room[22_400:], plain[22_400:])


def test_mono_is_the_mean_of_both_sides() -> None:
    plain, _ = played(QUIET, {}, 20_000)
    room, program = played(QUIET, {int(Curve.WIDTH): [Ramp(0, 0.0, 0)]}, 20_000)
    assert np.array_equal(program, plain)
    assert np.array_equal(room[:, 0], room[:, 1])
    assert np.allclose(room[:, 0], plain.mean(axis=1), atol=1e-7)


def test_a_console_that_is_not_heard_is_silent_in_the_room_and_plays_on_in_the_program() -> None:
    plain, _ = played(QUIET, {}, 40_000)
    heard = {int(Curve.HEARD): [Ramp(0, 0.0, 0), Ramp(20_000, 1.0, 480)]}
    room, program = played(QUIET, heard, 40_000)
    assert np.array_equal(program, plain)
    assert not room[:20_000].any()
    assert np.array_equal(room[20_480:], plain[20_480:])


def test_a_transport_that_jumps_back_stays_muted_and_plays_on() -> None:
    """To before the frames on which fades began that are over, or that went on just now."""
    mixer = Mixer(QUIET, EngineSpec(LOOP_FRAMES), max_frames=256)
    for strip in range(3):
        mixer.plan_launches(strip, [Launch(20_000 - strip, strip, 4_800, 4_800)])
    mixer.plan_ramps(Curve.HEARD, [Ramp(100, 0.0, 480), Ramp(300_000, 1.0, 480)])
    mixer.plan_ramps(Curve.DIM, [Ramp(19_000, 0.1, 4_800)])
    block, program = (np.zeros((256, 2), dtype=np.float32) for _ in range(2))
    while mixer.frame < 21_000:
        mixer.render_into(block, program)
    mixer.jump(50)
    heard, recorded = [], []
    while mixer.frame < 15_000:
        mixer.render_into(block, program)
        heard.append(block.copy())
        recorded.append(program.copy())
    plain, _ = played(QUIET, {}, 15_000)
    whole = np.concatenate(recorded)[mixer.delay_frames :]
    assert not np.concatenate(heard).any()
    assert np.array_equal(whole[:14_000], plain[50:14_050])


@pytest.mark.parametrize("by_frames", [-12_345, -240, 240, 12_345])
def test_a_fade_out_goes_on_where_the_transport_is_moved(by_frames: int) -> None:
    """A console that follows moves its music by milliseconds, to the other one's: a fade-out of
    two loops that is under way must not be over by that, or it would take over in silence."""
    frames, at, fade = 4_800, 20_000, 40_000
    clips = np.full((4, LOOP_FRAMES, 2), 0.1, dtype=np.float32)
    mixer = Mixer(clips, EngineSpec(LOOP_FRAMES), max_frames=frames, limit=False)
    mixer.plan_launches(0, [Launch(0, 0, 0, 0)])
    mixer.plan_ramps(Curve.FADE, [Ramp(0, 0.0, fade)])
    mixer.mix_into(np.zeros((at, 2), dtype=np.float32))
    mixer.jump(at + by_frames)
    heard = np.zeros((fade - at + frames, 2), dtype=np.float32)
    mixer.mix_into(heard)
    left = np.clip(1.0 - np.arange(at, fade + frames) / fade, 0.0, None)
    assert np.allclose(heard[:, 0], 0.1 * left, atol=1e-6)


gestures = st.lists(
    st.builds(
        Ramp,
        st.integers(0, 12_000),
        st.sampled_from([0.0, 0.1, 1.0, 1.0]),
        st.sampled_from([0, 480, 2400]),
    ),
    max_size=3,
)
ceilings = st.lists(
    st.builds(Ramp, st.integers(0, 12_000), st.floats(-8.0, 1.0), st.just(0)), max_size=3
)


@settings(max_examples=examples(20), deadline=None)
@given(
    dim=gestures,
    width=gestures,
    heard=gestures,
    ceiling=ceilings,
    block_frames=st.integers(1, 3000),
)
def test_both_are_the_same_bits_at_every_block_size(
    dim: list[Ramp], width: list[Ramp], heard: list[Ramp], ceiling: list[Ramp], block_frames: int
) -> None:
    ramps = {int(Curve.DIM): dim, int(Curve.WIDTH): width, int(Curve.HEARD): heard}
    ramps[int(Curve.CEILING)] = ceiling
    ramps[fader_curve(1)] = [Ramp(7000, 0.5, 480)]
    block_frames = max(48, block_frames)
    room, program = played(LOUD, ramps, 24_000, block_frames)
    other_room, other_program = played(LOUD, ramps, 24_000, 1024)
    assert np.array_equal(room, other_room)
    assert np.array_equal(program, other_program)
    plans = {strip: [Launch(0, strip, 0, 0)] for strip in range(3)}
    bounced = np.concatenate(list(render(LOUD, EngineSpec(LOOP_FRAMES), plans, ramps, len(room))))
    assert np.array_equal(program, bounced)


@pytest.mark.parametrize("dbtp", [-6.0, -3.0, -1.0, -0.1])
def test_the_ceiling_is_kept_from_where_it_was_set(dbtp: float) -> None:
    room, program = played(LOUD, {int(Curve.CEILING): [Ramp(9000, dbtp, 0)]}, 60_000)
    loudest = gain_to_db(float(np.abs(program[9300:]).max()))
    assert dbtp - 1.5 < loudest <= dbtp + MASTER_OVER_DB
    assert np.array_equal(room, program)


def test_a_bounce_with_another_ceiling_still_reuses_loops() -> None:
    spec, plans = EngineSpec(LOOP_FRAMES), {0: [Launch(0, 0, 0, 0)]}
    low = {int(Curve.CEILING): [Ramp(100_000, -6.0, 0)]}
    chunks = list(render(LOUD, spec, plans, low, 400_000))
    assert len({id(chunk.base if chunk.base is not None else chunk) for chunk in chunks}) < len(
        chunks
    )
    whole = np.concatenate(chunks)
    assert gain_to_db(float(np.abs(whole[101_000:]).max())) <= -6.0 + MASTER_OVER_DB

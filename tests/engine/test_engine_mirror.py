"""A new engine set up from the plans' mirror plays what the old one would have played."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.engine.engine_mirror import EngineMirror
from mwk_desktop.engine.local_engine import LocalEngine
from mwk_desktop.engine.protocol import (
    CURVES,
    NOW,
    Curve,
    EngineSpec,
    Landed,
    Launch,
    Ramp,
    Ramped,
)
from mwk_desktop.units import STRIPS
from tests.support import examples

LOOP_FRAMES = 1000
LONGEST_FRAMES = 1500
END_FRAME = 9000

launches = st.lists(
    st.builds(
        Launch,
        st.one_of(st.just(NOW), st.integers(0, 6000)),
        st.integers(-1, 7),
        st.sampled_from([0, 48, LONGEST_FRAMES]),
        st.sampled_from([0, 48, LONGEST_FRAMES]),
    ),
    max_size=4,
)
ramps = st.lists(
    st.builds(
        Ramp,
        st.one_of(st.just(NOW), st.integers(0, 6000)),
        st.sampled_from([0.0, 0.25, 0.7, 1.0]),
        st.sampled_from([0, 48, LONGEST_FRAMES]),
    ),
    max_size=3,
)


@settings(max_examples=examples(40), deadline=None)
@given(
    by_strip=st.dictionaries(st.integers(0, 7), launches, min_size=1),
    by_curve=st.dictionaries(st.integers(0, CURVES - 1), ramps, max_size=6),
    death_block=st.integers(0, 25),
)
def test_the_successor_plays_on(
    by_strip: dict[int, list[Launch]], by_curve: dict[int, list[Ramp]], death_block: int
) -> None:
    clips = np.random.default_rng(1).normal(0.0, 0.01, (8, LOOP_FRAMES, 2)).astype(np.float32)
    spec = EngineSpec(LOOP_FRAMES)
    plans = EngineMirror()
    old = LocalEngine(clips, spec, collect=True)
    for strip, some in by_strip.items():
        old.plan_launches(strip, some)
        plans.plan_launches(strip, some)
    for curve, some_ramps in by_curve.items():
        old.plan_ramps(curve, some_ramps)
        plans.plan_ramps(curve, some_ramps)
    old.play()
    frame = 256 * death_block
    old.advance_to(frame)
    for event in old.events():
        plans.apply_event(event)
    new = LocalEngine(clips, replace(spec, start_frame=frame, segment=1), collect=True)
    for strip in range(8):
        new.plan_launches(strip, plans.launches_for_new_engine(strip, 480))
    for curve in range(CURVES):
        new.plan_ramps(curve, plans.ramps_for_new_engine(curve, frame))
    new.play()
    has_filter = bool(set(by_curve) & set(range(Curve.FILTER, Curve.FILTER + STRIPS)))
    end_frame = END_FRAME + 20_000 * has_filter
    old.advance_to(end_frame)
    new.advance_to(end_frame)
    # Behind the last plan, the longest fade and the limiter nothing tells them apart.
    same_frames = END_FRAME - 6000 - LONGEST_FRAMES - old.delay_frames
    was, is_now = old.collect_output()[-same_frames:], new.collect_output()[-same_frames:]
    if has_filter:
        # A filter's memory begins empty: a difference that has died away at the end.
        assert np.abs(was - is_now)[-1000:].max() < 1e-6
    else:
        assert np.array_equal(was, is_now)


def test_nothing_to_do_for_an_engine_that_did_nothing() -> None:
    plans = EngineMirror()
    assert plans.launches_for_new_engine(0, 480) == []
    assert plans.ramps_for_new_engine(3, 1000) == []


def test_a_plan_that_comes_before_the_successors_first_block_takes_no_sound_away() -> None:
    """A window closed between the new engine's start and its first block: the music stopped."""
    plans = EngineMirror()
    plans.apply_event(Landed(0, 0, 2, 5, 48, 48))
    plans.apply_event(Ramped(0, 0, Curve.PANIC, 0.0, 0))
    spec = EngineSpec(LOOP_FRAMES, start_frame=700, segment=1)
    new = LocalEngine(np.ones((8, LOOP_FRAMES, 2), np.float32) * np.float32(0.01), spec)
    new.plan_launches(2, plans.launches_for_new_engine(2, 48))
    new.plan_ramps(Curve.PANIC, plans.ramps_for_new_engine(Curve.PANIC, 700))
    new.plan_launches(2, plans.plan_launches(2, [Launch(3_000, 6, 48, 48)]))
    new.plan_ramps(Curve.PANIC, plans.plan_ramps(Curve.PANIC, [Ramp(2_000, 1.0, 0)]))
    new.play()
    new.advance_to(1_500)
    for event in new.events():
        plans.apply_event(event)
    assert new.status().strip_peaks[2][0] > 0.0
    assert new.status().master_peak[0] == 0.0  # still silenced
    # Once it sounds, a plan is only what it says.
    assert plans.plan_launches(2, [Launch(3_000, 7, 48, 48)]) == [Launch(3_000, 7, 48, 48)]
    assert plans.plan_ramps(Curve.PANIC, []) == []


def test_a_ramp_that_is_to_begin_again_begins_with_its_first_value() -> None:
    """The transport was moved back to before it: what it would have been then is no gain at all."""
    plans = EngineMirror()
    plans.apply_event(Ramped(1_000, 0, Curve.MASTER, 0.0, 480))
    again = [Ramp(NOW, 1.0, 0), Ramp(NOW, 0.0, 480)]
    assert plans.ramps_for_new_engine(Curve.MASTER, 400) == again

"""Everything at once, at random: blocks of any size and the offline render give the same bits."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.engine.clip_bank import ClipBank
from mwk_desktop.engine.local_engine import LocalEngine
from mwk_desktop.engine.offline_render import render
from mwk_desktop.engine.protocol import (
    CURVES,
    FLOOR_TRACK,
    ROOM_CURVES,
    STRIPS,
    TRANSITION_TRACKS,
    EngineSpec,
    Landed,
    Launch,
    Ramp,
    Ramped,
)
from mwk_desktop.sounds.sound_layout import PagePiece, SoundLayout
from tests.support import examples

PROGRAM_CURVES = [curve for curve in range(CURVES) if curve not in ROOM_CURVES]
"""What is bounced: not what only the room hears."""
LOOP = 1_500
SHOT = 4


def arranged_bank() -> ClipBank:
    """Noise: four clips with takes, kicks, tails and pickups, and two that play once."""
    pages = np.random.default_rng(11).normal(0.0, 0.25, (9, LOOP, 2)).astype(np.float32)
    tail, pickup = (PagePiece(7, 0, LOOP), PagePiece(8, 0, 200)), (PagePiece(8, 200, 90),)
    layouts = (
        SoundLayout("a", 0, (0, 0, 1, 2), ((0, 700), (0, 700), (1_450,), (3,)), tail, pickup),
        SoundLayout("b", 1, (3, 4), ((), ()), (), pickup),
        SoundLayout("c", 2, (5,), ((),), tail),
        SoundLayout("d", 3, (6,), ((10,),)),
        SoundLayout("riser", SHOT, shot=(PagePiece(1, 100, 1_400), PagePiece(2, 0, 300))),
        SoundLayout("impact", 5, shot=(PagePiece(4, 0, 777),)),
    )
    return ClipBank(pages, layouts)


def launches(clips: st.SearchStrategy[int]) -> st.SearchStrategy[list[Launch]]:
    one = st.builds(
        Launch,
        st.integers(0, 14_000),
        clips,
        st.sampled_from([0, 96, 480]),
        st.sampled_from([0, 48, 480]),
        st.sampled_from([0, 0, 200, 700, 5_000]),
    )
    return st.lists(one, max_size=4)


tracks = st.fixed_dictionaries(
    {strip: launches(st.integers(-1, SHOT - 1)) for strip in (0, 1, 5, FLOOR_TRACK)}
    | {track: launches(st.sampled_from([-1, SHOT, SHOT + 1])) for track in TRANSITION_TRACKS[:2]}
)
ramps = st.lists(
    st.builds(
        Ramp,
        st.integers(0, 14_000),
        st.sampled_from([0.0, 0.5, 1.0, 1.5]),
        st.sampled_from([0, 77, 480, 5_000]),
    ),
    max_size=2,
)

Plan = dict[int, list[Launch]]
Gains = dict[int, list[Ramp]]


def play(
    spec: EngineSpec, plan: Plan, gains: Gains, sizes: list[int], frames: int
) -> tuple[bytes, list[object]]:
    engine = LocalEngine(arranged_bank(), spec, collect=True)
    for track, some in plan.items():
        engine.plan_launches(track, some)
    for curve, some_ramps in gains.items():
        engine.plan_ramps(curve, some_ramps)
    engine.play()
    for size in itertools.cycle(sizes):
        left = frames + engine.delay_frames - engine.frame_now()
        if left <= 0:
            break
        engine.advance(min(size, left))
    return engine.collect_output()[engine.delay_frames :].tobytes(), list(engine.events())


def spec_of(block_frames: int, mix: tuple[float, float, float], origin: int) -> EngineSpec:
    duck, drive, tilt = mix
    depths = tuple(duck * strip / 4 for strip in range(STRIPS)) if duck else ()
    return EngineSpec(
        LOOP,
        block_frames=block_frames,
        origin_frame=origin,
        duck_db=depths,
        drive_db=drive,
        tilt_db=tilt,
    )


mixes = st.sampled_from([(0.0, 0.0, 0.0), (6.0, 0.0, 0.0), (6.0, 3.0, -2.0), (0.0, 1.0, 4.0)])


@settings(max_examples=examples(25), deadline=None)
@given(
    plan=tracks,
    gains=st.dictionaries(st.integers(0, CURVES - 1), ramps, max_size=5),
    mix=mixes,
    # Never single frames alone: seventeen thousand blocks prove no more than a thousand.
    sizes=st.lists(st.integers(1, 1_100), max_size=5).map(lambda sizes: [*sizes, 97]),
    block_frames=st.sampled_from([64, 128, 256, 512, 1_024]),
    origin=st.integers(-9_000, 9_000),
)
def test_the_bits_do_not_depend_on_blocks(
    plan: Plan,
    gains: Gains,
    mix: tuple[float, float, float],
    sizes: list[int],
    block_frames: int,
    origin: int,
) -> None:
    frames = 17_000
    whole = play(spec_of(frames, mix, origin), plan, gains, [frames], frames)
    cut = play(spec_of(block_frames, mix, origin), plan, gains, sizes, frames)
    assert whole == cut


@settings(max_examples=examples(25), deadline=None)
@given(
    plan=tracks,
    gains=st.dictionaries(st.sampled_from(PROGRAM_CURVES), ramps, max_size=5),
    mix=mixes,
    block_frames=st.sampled_from([64, 256, 1_024]),
    origin=st.integers(-9_000, 9_000),
)
def test_what_was_played_equals_the_render_of_what_landed(
    plan: Plan, gains: Gains, mix: tuple[float, float, float], block_frames: int, origin: int
) -> None:
    """As a bounce of a recorded show: from the events alone, repeating loops included."""
    frames = 90_000
    spec = spec_of(block_frames, mix, origin)
    played, events = play(spec, plan, gains, [block_frames], frames)
    landed: Plan = {}
    moved: Gains = {}
    for event in events:
        if isinstance(event, Landed):
            landed.setdefault(event.strip, []).append(Launch(event.frame, *event[3:]))
        elif isinstance(event, Ramped):
            moved.setdefault(event.curve, []).append(
                Ramp(event.frame, event.target, event.ramp_frames)
            )
    chunks = render(arranged_bank(), spec, landed, moved, frames, chunk_frames=1_777)
    assert np.concatenate(list(chunks)).tobytes() == played

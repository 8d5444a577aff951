"""The mixer against analytic truth: every sample of the test clips tells where it comes from."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.engine.local_engine import LocalEngine
from mwk_desktop.engine.mixer import Mixer
from mwk_desktop.engine.protocol import (
    CURVES,
    NOW,
    SILENCE,
    TRACKS,
    Curve,
    EngineSpec,
    Landed,
    Launch,
    Ramp,
    Ramped,
    audible_curve,
    fader_curve,
)
from mwk_desktop.engine.tracks import MAX_VOICES, NEVER
from tests.support import examples

LOOP_FRAMES = 4800


def mix(mixer: Mixer, frames: int) -> np.ndarray:
    out = np.empty((frames, 2), dtype=np.float32)
    mixer.mix_into(out)
    return out


def same_bits(one: np.ndarray, other: np.ndarray) -> bool:
    return one.shape == other.shape and one.tobytes() == other.tobytes()


def test_silence_is_digital_silence(ramp_clips: np.ndarray, spec: EngineSpec) -> None:
    engine = LocalEngine(ramp_clips, spec, collect=True)
    engine.play()
    engine.advance(3 * LOOP_FRAMES)
    assert engine.collect_output().tobytes() == bytes(3 * LOOP_FRAMES * 8)


@pytest.mark.parametrize("frame", [0, 1, 255, 256, 257, 1000, 4799, 4800, 7201])
@pytest.mark.parametrize("block_frames", [64, 256, 999])
def test_a_launch_starts_on_its_frame_and_in_phase(
    ramp_clips: np.ndarray, frame: int, block_frames: int
) -> None:
    engine = LocalEngine(
        ramp_clips, EngineSpec(LOOP_FRAMES, block_frames=block_frames), collect=True
    )
    engine.plan_launches(3, [Launch(frame, 5, 0, 0)])
    engine.play()
    engine.advance(4 * LOOP_FRAMES)
    out = engine.collect_output()[engine.delay_frames :]
    expected = np.tile(ramp_clips[5], (5, 1))[: len(out)]
    assert not out[:frame].any()
    assert same_bits(out[frame:], expected[frame:])
    assert engine.events() == [Landed(frame, 0, 3, 5, 0, 0)]


def test_a_clip_entering_on_the_second_bar_enters_at_its_second_bar(
    ramp_clips: np.ndarray,
) -> None:
    bar_frames = LOOP_FRAMES // 2
    spec = EngineSpec(LOOP_FRAMES, origin_frame=600)
    mixer = Mixer(ramp_clips, spec)
    mixer.plan_launches(0, [Launch(600 + bar_frames, 2, 0, 0)])
    out = mix(mixer, 2 * LOOP_FRAMES)
    assert not out[: 600 + bar_frames].any()
    assert same_bits(out[600 + bar_frames : 600 + LOOP_FRAMES], ramp_clips[2, bar_frames:])
    assert same_bits(out[600 + LOOP_FRAMES :], ramp_clips[2, :4200])


def test_all_eight_sound_together_in_phase(ramp_clips: np.ndarray, spec: EngineSpec) -> None:
    mixer = Mixer(ramp_clips, spec)
    for strip in range(8):
        mixer.plan_launches(strip, [Launch(0, strip, 0, 0)])
    expected = np.zeros((LOOP_FRAMES, 2), dtype=np.float32)
    for strip in range(8):
        expected += ramp_clips[strip]
    assert same_bits(mix(mixer, LOOP_FRAMES), expected)
    assert same_bits(mix(mixer, LOOP_FRAMES), expected)


def test_fades_are_straight_lines_of_the_absolute_frame(spec: EngineSpec) -> None:
    clips = np.ones((2, LOOP_FRAMES, 2), dtype=np.float32)
    clips[1] = 0.5
    mixer = Mixer(clips, spec)
    mixer.plan_launches(0, [Launch(100, 0, 480, 480), Launch(2000, 1, 200, 480)])
    out = mix(mixer, 3000)[:, 0]
    rising = (np.arange(480) / 480).astype(np.float32)
    assert same_bits(out[100:580], rising)
    assert (out[580:2000] == 1.0).all()
    falling = (1.0 - np.arange(480) / 480).astype(np.float32)
    second = np.ones(480, dtype=np.float32)
    second[:200] = np.arange(200) / 200
    assert same_bits(out[2000:2480], falling + second * np.float32(0.5))
    assert (out[2480:] == 0.5).all()


def test_an_interrupted_ramp_goes_on_from_its_exact_value(spec: EngineSpec) -> None:
    mixer = Mixer(np.ones((1, LOOP_FRAMES, 2), dtype=np.float32), spec)
    mixer.plan_launches(0, [Launch(0, 0, 0, 0)])
    mixer.plan_ramps(Curve.MASTER, [Ramp(0, 0.0, 1000), Ramp(250, 1.0, 100)])
    out = mix(mixer, 400)[:, 0].astype(np.float64)
    assert out[249] == pytest.approx(0.751)
    assert out[250] == np.float32(0.75)
    assert out[300] == np.float32(0.875)
    assert (out[350:] == 1.0).all()


def test_an_interrupted_fade_in_fades_out_from_where_it_was(spec: EngineSpec) -> None:
    mixer = Mixer(np.ones((1, LOOP_FRAMES, 2), dtype=np.float32), spec)
    mixer.plan_launches(0, [Launch(0, 0, 400, 0), Launch(100, SILENCE, 0, 100)])
    out = mix(mixer, 300)[:, 0]
    assert out[99] == np.float32(0.2475)
    assert out[100] == np.float32(0.25)
    assert out[150] == np.float32(0.125)
    assert not out[200:].any()


def test_the_clip_that_sounds_is_launched_again_without_a_change(
    ramp_clips: np.ndarray, spec: EngineSpec
) -> None:
    mixer = Mixer(ramp_clips, spec)
    mixer.plan_launches(0, [Launch(0, 1, 0, 0), Launch(300, 1, 480, 480)])
    assert same_bits(mix(mixer, LOOP_FRAMES), ramp_clips[1])
    assert [event.frame for event in mixer.events()] == [0, 300]


def test_now_and_the_past_mean_the_next_block(ramp_clips: np.ndarray, spec: EngineSpec) -> None:
    mixer = Mixer(ramp_clips, spec)
    mix(mixer, 512)
    mixer.plan_launches(2, [Launch(NOW, 1, 0, 0)])
    mixer.plan_ramps(fader_curve(2), [Ramp(17, 0.5, 10)])
    mix(mixer, 256)
    assert mixer.events() == [Landed(512, 0, 2, 1, 0, 0), Ramped(512, 0, 2, 0.5, 10)]
    assert mixer.events() == []


def test_a_plan_replaces_what_was_pending(ramp_clips: np.ndarray, spec: EngineSpec) -> None:
    mixer = Mixer(ramp_clips, spec)
    mixer.plan_launches(0, [Launch(700, 1, 0, 0), Launch(100, 2, 0, 0)])
    mix(mixer, 300)
    mixer.plan_launches(0, [Launch(900, 3, 0, 0)])
    mix(mixer, 700)
    landed = [event for event in mixer.events() if isinstance(event, Landed)]
    assert [(event.frame, event.clip) for event in landed] == [(100, 2), (900, 3)]


def test_stems_are_what_the_strips_add_to_the_master(
    ramp_clips: np.ndarray, spec: EngineSpec
) -> None:
    """Behind mute, solo and the master's gain and fades, so that a panic is in them, too."""
    mixer = Mixer(ramp_clips, spec)
    for strip in range(8):
        mixer.plan_launches(strip, [Launch(0, strip, 0, 0)])
    mixer.plan_ramps(audible_curve(1), [Ramp(0, 0.0, 0)])
    mixer.plan_ramps(fader_curve(2), [Ramp(0, 0.5, 0)])
    mixer.plan_ramps(Curve.MASTER, [Ramp(0, 0.25, 0)])
    mixer.plan_ramps(Curve.FADE, [Ramp(200, 0.0, 100)])
    out = np.empty((500, 2), dtype=np.float32)
    stems = np.empty((TRACKS, 500, 2), dtype=np.float32)
    mixer.mix_into(out, stems)
    assert not stems[1].any()
    assert same_bits(stems[2, :200], ramp_clips[2, :200] * np.float32(0.5) * np.float32(0.25))
    total = np.zeros((500, 2), dtype=np.float32)
    for stem in stems:
        total += stem
    # Powers of two scale exactly; under the fade each product is rounded by itself.
    assert same_bits(out[:200], total[:200])
    np.testing.assert_allclose(out, total, rtol=1e-6, atol=1e-9)
    assert not out[300:].any()
    assert not stems[:, 300:].any()


def test_meters_stand_behind_the_fader_and_before_mute(
    ramp_clips: np.ndarray, spec: EngineSpec
) -> None:
    engine = LocalEngine(ramp_clips, spec)
    engine.plan_launches(4, [Launch(0, 0, 0, 0)])
    engine.plan_ramps(fader_curve(4), [Ramp(0, 0.5, 0)])
    engine.plan_ramps(audible_curve(4), [Ramp(0, 0.0, 0)])
    engine.play()
    engine.advance(256)
    status = engine.status()
    assert status.strip_peaks[4] == (256 / 2**17 / 2, 256 / 2**17 / 2)
    assert status.strip_peaks[3] == (0.0, 0.0)
    assert status.master_peak == (0.0, 0.0)


def test_more_launches_than_fades_can_end_stay_bounded(
    ramp_clips: np.ndarray, spec: EngineSpec
) -> None:
    mixer = Mixer(ramp_clips, spec)
    mixer.plan_launches(0, [Launch(10 * n, n % 10, 5, 100_000) for n in range(100)])
    mix(mixer, 1000)
    assert len(mixer._tracks[0].voices) == MAX_VOICES


@pytest.mark.parametrize(
    "clips",
    [
        np.zeros((2, 10, 2), dtype=np.float32),
        np.zeros((2, LOOP_FRAMES), dtype=np.float32),
        np.zeros((2, LOOP_FRAMES, 2), dtype=np.float64),
        np.zeros((2, LOOP_FRAMES, 4), dtype=np.float32)[:, :, ::2],
    ],
)
def test_a_wrong_clip_table_is_refused(clips: np.ndarray, spec: EngineSpec) -> None:
    with pytest.raises(ValueError, match="clips must"):
        Mixer(clips, spec)


def test_wrong_plans_are_refused(ramp_clips: np.ndarray, spec: EngineSpec) -> None:
    mixer = Mixer(ramp_clips, spec)
    with pytest.raises(IndexError):
        mixer.plan_launches(TRACKS, [])
    with pytest.raises(IndexError):
        mixer.plan_launches(0, [Launch(0, 10, 0, 0)])
    with pytest.raises(IndexError):
        mixer.plan_ramps(CURVES, [])
    with pytest.raises(ValueError, match="block_frames"):
        EngineSpec(LOOP_FRAMES, block_frames=0)


launches = st.lists(
    st.builds(
        Launch,
        st.integers(0, 12_000),
        st.integers(-1, 15),
        st.sampled_from([0, 1, 48, 480, 3000]),
        st.sampled_from([0, 1, 48, 480, 3000]),
    ),
    max_size=4,
)
ramps = st.lists(
    st.builds(
        Ramp,
        st.integers(0, 12_000),
        st.floats(0.0, 2.0, width=32),
        st.sampled_from([0, 1, 77, 480, 9600]),
    ),
    max_size=3,
)


@settings(max_examples=examples(20), deadline=None)
@given(
    plan=st.dictionaries(st.integers(0, 7), launches, min_size=3),
    gains=st.dictionaries(st.integers(0, CURVES - 1), ramps, max_size=6),
    # Never single frames alone: blocks of one frame have their own, shorter run.
    sizes=st.lists(st.integers(1, 900), max_size=6).map(lambda sizes: [*sizes, 97]),
    block_frames=st.sampled_from([1, 64, 100, 512]),
    origin_frame=st.integers(-10_000, 10_000),
)
def test_any_block_size_gives_the_same_bits_also_while_limiting(
    plan: dict[int, list[Launch]],
    gains: dict[int, list[Ramp]],
    sizes: list[int],
    block_frames: int,
    origin_frame: int,
) -> None:
    clips = np.random.default_rng(3).normal(0.0, 0.4, (16, 1000, 2)).astype(np.float32)
    frames = 14_000 if block_frames > 1 else 1500

    def run(block_frames: int, sizes: list[int]) -> tuple[np.ndarray, list[object]]:
        spec = EngineSpec(1000, block_frames=block_frames, origin_frame=origin_frame)
        engine = LocalEngine(clips, spec, collect=True)
        for strip, some in plan.items():
            engine.plan_launches(strip, some)
        for curve, some_ramps in gains.items():
            engine.plan_ramps(curve, some_ramps)
        engine.play()
        for size in itertools.cycle(sizes):
            left = frames - engine.frame_now()
            if left <= 0:
                break
            engine.advance(min(size, left))
        return engine.collect_output(), list(engine.events())

    whole, events = run(frames, [frames])
    cut, events_cut = run(block_frames, sizes)
    assert same_bits(whole, cut)
    assert events == events_cut


def test_a_table_of_another_size_than_the_spec_says_is_refused(ramp_clips: np.ndarray) -> None:
    with pytest.raises(ValueError, match="holds 10 clips, not 9"):
        Mixer(ramp_clips, EngineSpec(LOOP_FRAMES, clips=9))
    Mixer(ramp_clips, EngineSpec(LOOP_FRAMES, clips=10))


@pytest.mark.parametrize("number", [-1, TRACKS])
def test_there_is_no_such_strip_or_curve(
    ramp_clips: np.ndarray, spec: EngineSpec, number: int
) -> None:
    mixer = Mixer(ramp_clips, spec)
    with pytest.raises(IndexError, match="strip"):
        mixer.plan_launches(number, [])
    with pytest.raises(IndexError, match="curve"):
        mixer.plan_ramps(-1 if number < 0 else CURVES, [])
    with pytest.raises(IndexError, match="clip"):
        mixer.plan_launches(0, [Launch(0, SILENCE - 1, 0, 0)])


def test_mute_and_solo_silence_a_strip_and_give_it_back(
    ramp_clips: np.ndarray, spec: EngineSpec
) -> None:
    """The gate alone decides: the strip's voice and meter go on behind it."""
    mixer = Mixer(ramp_clips, spec)
    mixer.plan_launches(5, [Launch(0, 4, 0, 0)])
    mixer.plan_ramps(audible_curve(5), [Ramp(100, 0.0, 0), Ramp(300, 1.0, 0)])
    out = mix(mixer, 500)
    assert same_bits(out[:100], ramp_clips[4, :100])
    assert not out[100:300].any()
    assert same_bits(out[300:], ramp_clips[4, 300:500])
    assert mixer.strip_peaks[5].max() == np.abs(ramp_clips[4, :500]).max()


def test_a_ramp_leaves_its_value_on_its_frame_and_arrives_on_its_last(spec: EngineSpec) -> None:
    clips = np.ones((1, LOOP_FRAMES, 2), dtype=np.float32)
    mixer = Mixer(clips, spec)
    mixer.plan_launches(0, [Launch(0, 0, 0, 0)])
    mixer.plan_ramps(fader_curve(0), [Ramp(100, 0.0, 4)])
    assert mix(mixer, 106)[98:, 0].tolist() == [1.0, 1.0, 1.0, 0.75, 0.5, 0.25, 0.0, 0.0]


def test_the_peaks_are_those_of_the_last_request(ramp_clips: np.ndarray) -> None:
    mixer = Mixer(ramp_clips, EngineSpec(LOOP_FRAMES), max_frames=128)
    mixer.plan_launches(2, [Launch(0, 9, 0, 0), Launch(600, SILENCE, 0, 0)])
    out = np.empty((600, 2), dtype=np.float32)
    mixer.render_into(out)
    loudest = np.abs(ramp_clips[9, :600]).max()
    assert mixer.strip_peaks[2].tolist() == [loudest, loudest]
    assert mixer.master_peak.tolist() == [np.abs(out[:, 0]).max(), np.abs(out[:, 1]).max()]
    mix(mixer, 600)
    assert not mixer.strip_peaks.any()
    assert not mixer.master_peak.any()


def test_the_limiter_s_gain_is_the_lowest_of_the_whole_request(spec: EngineSpec) -> None:
    """Also where the request is longer than what is mixed at once."""
    clips = np.zeros((1, LOOP_FRAMES, 2), dtype=np.float32)
    clips[0, 1000] = 2.0
    mixer = Mixer(clips, spec, max_frames=256)
    mixer.plan_launches(0, [Launch(0, 0, 0, 0)])
    mixer.render_into(np.empty((4800, 2), dtype=np.float32))
    assert 0.4 < mixer.limiter_gain < 0.5
    mixer.plan_launches(0, [Launch(NOW, SILENCE, 0, 0)])
    mixer.render_into(np.empty((9600, 2), dtype=np.float32))
    mixer.render_into(np.empty((256, 2), dtype=np.float32))
    assert mixer.limiter_gain == 1.0


def test_without_limiter_and_meters_it_only_mixes(ramp_clips: np.ndarray, spec: EngineSpec) -> None:
    plain = Mixer(ramp_clips, spec, meters=False, limit=False)
    other = Mixer(ramp_clips, spec)
    for mixer in (plain, other):
        mixer.plan_launches(0, [Launch(0, 9, 0, 0)])
    out = np.empty((700, 2), dtype=np.float32)
    plain.render_into(out)
    assert same_bits(out, mix(other, 700))
    assert (plain.limiter_gain, plain.delay_frames) == (1.0, 0)
    assert not plain.strip_peaks.any()
    assert not plain.master_peak.any()


def test_how_long_nothing_changes_is_told(ramp_clips: np.ndarray, spec: EngineSpec) -> None:
    mixer = Mixer(ramp_clips, spec)
    assert mixer.steady_until() == NEVER
    mixer.plan_launches(0, [Launch(0, 1, 480, 0), Launch(20_000, 2, 0, 0)])
    mixer.plan_ramps(Curve.MASTER, [Ramp(15_000, 0.5, 10)])
    assert mixer.steady_until() == 0  # the fade moves
    assert [event.frame for event in mixer.events()] == [0]  # what was due has been applied
    mix(mixer, 480)
    assert mixer.steady_until() == 15_000
    mixer.seek(15_000)
    assert mixer.steady_until() == 15_000  # the ramp moves
    mix(mixer, 10)
    assert mixer.steady_until() == 20_000

"""Offline rendering gives exactly what the engine's output gives."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from mwk_desktop.engine.local_engine import LocalEngine
from mwk_desktop.engine.offline_render import render
from mwk_desktop.engine.protocol import TRACKS, Curve, EngineSpec, Launch, Ramp, audible_curve

LAUNCHES = {
    strip: [Launch(0, strip, 480, 480), Launch(60_000 + 37 * strip, 8 + strip, 480, 480)]
    for strip in range(8)
}
RAMPS = {
    int(Curve.MASTER): [Ramp(5000, 0.7, 3000)],
    int(Curve.PANIC): [Ramp(110_000, 0.0, 9600), Ramp(125_000, 1.0, 480)],
    audible_curve(2): [Ramp(40_000, 0.0, 480)],
}
END_FRAME = 170_000


@pytest.fixture
def played(loud_clips: np.ndarray, spec: EngineSpec) -> np.ndarray:
    engine = LocalEngine(loud_clips, spec, collect=True)
    for strip, launches in LAUNCHES.items():
        engine.plan_launches(strip, launches)
    for curve, ramps in RAMPS.items():
        engine.plan_ramps(curve, ramps)
    engine.play()
    engine.advance(END_FRAME + engine.delay_frames)
    return engine.collect_output()[engine.delay_frames :]


@pytest.mark.parametrize("chunk_frames", [100, 4800, 8192, 1 << 20])
def test_the_same_bits_as_played(
    loud_clips: np.ndarray, spec: EngineSpec, played: np.ndarray, chunk_frames: int
) -> None:
    chunks = list(render(loud_clips, spec, LAUNCHES, RAMPS, END_FRAME, chunk_frames=chunk_frames))
    assert max(map(len, chunks)) <= chunk_frames
    assert np.concatenate(chunks).tobytes() == played.tobytes()


def test_a_loop_that_repeats_is_not_mixed_again(loud_clips: np.ndarray, spec: EngineSpec) -> None:
    chunks = list(render(loud_clips, spec, LAUNCHES, {}, 300_000))
    assert len({id(chunk) for chunk in chunks}) < len(chunks)


@pytest.mark.parametrize("chunk_frames", [100, 8192])
def test_stems(
    loud_clips: np.ndarray, spec: EngineSpec, played: np.ndarray, chunk_frames: int
) -> None:
    quiet = loud_clips * np.float32(0.05)
    both = list(
        render(quiet, spec, LAUNCHES, RAMPS, END_FRAME, chunk_frames=chunk_frames, stems=True)
    )
    master = np.concatenate([master for master, _ in both])
    stems = np.concatenate([stems for _, stems in both], axis=1)
    assert master.shape == (END_FRAME, 2)
    assert stems.shape == (TRACKS, END_FRAME, 2)
    # Below the ceiling the stems add up to the master, to the bit while its own gain is 1.
    total = np.zeros_like(master)
    for stem in stems:
        total += stem
    assert total[:5000].tobytes() == master[:5000].tobytes()
    np.testing.assert_allclose(total, master, rtol=1e-5, atol=1e-8)
    assert not stems[2, 40_480:].any()
    loud = [
        master for master, _ in render(loud_clips, spec, LAUNCHES, RAMPS, END_FRAME, stems=True)
    ]
    assert np.concatenate(loud).tobytes() == played.tobytes()


def test_it_may_start_anywhere(ramp_clips: np.ndarray) -> None:
    spec = EngineSpec(4800, start_frame=12_345, origin_frame=-77)
    launches = {0: [Launch(13_000, 3, 0, 0)]}
    out = np.concatenate(list(render(ramp_clips, spec, launches, {}, 16_345)))
    expected = np.take(ramp_clips[3], np.arange(13_000, 16_345) + 77, axis=0, mode="wrap")
    assert out.shape == (4000, 2)
    assert not out[:655].any()
    assert out[655:].tobytes() == expected.tobytes()


def test_nothing_to_render(loud_clips: np.ndarray, spec: EngineSpec) -> None:
    assert list(render(loud_clips, spec, LAUNCHES, RAMPS, 0)) == []


def test_it_is_an_iterator_that_may_be_left(loud_clips: np.ndarray, spec: EngineSpec) -> None:
    chunks = render(loud_clips, spec, LAUNCHES, RAMPS, 1 << 60)
    assert sum(len(chunk) for chunk in itertools.islice(chunks, 20)) > 0

"""The loudness curve: the same figures, whether all of a show is rendered or only its points."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.engine.loudness_curve import (
    MOST_POINTS,
    SHORT_TERM_MS,
    WHOLE_MS,
    CurveMeter,
    curve_step_ms,
    measure_curve,
)
from mwk_desktop.engine.offline_render import render
from mwk_desktop.engine.protocol import Curve, EngineSpec, Launch, Ramp, audible_curve
from tests.support import examples

RATE_HZ = 48_000
END_FRAME = 60 * RATE_HZ
LAUNCHES = {
    strip: [
        Launch(0, strip, 480, 480),
        Launch(300_000, -1, 480, 480),
        Launch(1_100_000 + 37 * strip, 8 + strip, 480, 480),
        # Too short to be heard at most points.
        *(Launch(1_200_000 + 19_000 * n, (n + strip) % 16, 480, 480) for n in range(12)),
        Launch(2_000_000, strip, 4_800, 4_800, 2_400),
    ]
    for strip in range(8)
}
RAMPS = {
    int(Curve.MASTER): [Ramp(5_000, 0.7, 3_000)],
    int(Curve.PANIC): [Ramp(1_500_000, 0.0, 9_600), Ramp(1_900_000, 1.0, 480)],
    int(Curve.CEILING): [Ramp(400_000, -6.0, 0)],
    audible_curve(2): [Ramp(40_000, 0.0, 480)],
}


@pytest.mark.parametrize("step_ms", [3_000, 6_000, 21_000])
def test_the_points_of_a_whole_rendering(
    loud_clips: np.ndarray, spec: EngineSpec, step_ms: int
) -> None:
    plans = (loud_clips, spec, LAUNCHES, RAMPS, END_FRAME)
    meter = CurveMeter(RATE_HZ, step_ms)
    for chunk in render(*plans):
        meter.add(chunk)
    measured = list(measure_curve(*plans, step_ms))
    assert measured == meter.values
    assert len(measured) == (60_000 - SHORT_TERM_MS) // step_ms + 1
    assert any(value is not None for value in measured)
    if step_ms == 3_000:
        assert measured[11] is None, "silent after the panic"


def test_a_tone(spec: EngineSpec) -> None:
    """997 Hz at full scale in one channel reads -3.01 LUFS (BS.1770-4, annex 1)."""
    tone = np.zeros((5 * RATE_HZ, 2), np.float32)
    tone[:, 0] = np.sin(2 * np.pi * 997 * np.arange(len(tone)) / RATE_HZ)
    meter = CurveMeter(RATE_HZ, 3_000)
    for begin in range(0, len(tone), 1_000):
        meter.add(tone[begin : begin + 1_000])
    assert meter.values == [pytest.approx(-3.01, abs=0.05)]


@settings(max_examples=examples(30), deadline=None)
@given(cuts=st.lists(st.integers(1, 300_000), max_size=6), step=st.sampled_from([3_000, 5_000]))
def test_chunks_of_any_size(cuts: list[int], step: int) -> None:
    sound = np.full((500_000, 2), 0.1, np.float32) * np.sign(np.sin(np.arange(500_000)))[:, None]
    sound = sound.astype(np.float32)
    whole, parts = CurveMeter(RATE_HZ, step), CurveMeter(RATE_HZ, step)
    whole.add(sound)
    begin = 0
    for length in [*cuts, len(sound)]:
        parts.add(sound[begin : begin + length])
        begin += length
    assert parts.values == whole.values


@given(length_ms=st.integers(1, 48 * 3_600_000))
def test_never_too_many_points(length_ms: int) -> None:
    step_ms = curve_step_ms(length_ms)
    assert step_ms % SHORT_TERM_MS == 0
    assert step_ms >= SHORT_TERM_MS
    assert length_ms <= step_ms * max(MOST_POINTS, WHOLE_MS // SHORT_TERM_MS)

"""A gain by itself, and what an engine is built from: plain facts, without any sound."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.engine.gains import Gain, RampTable
from mwk_desktop.engine.protocol import (
    CURVES,
    Curve,
    EngineSpec,
    audible_curve,
    fader_curve,
    filter_curve,
)
from mwk_desktop.units import STRIPS


def test_a_gain_stands_still_until_it_is_moved() -> None:
    assert [Gain().at(frame) for frame in (0, 1, 10**9)] == [1.0, 1.0, 1.0]
    assert Gain(0.25).at(0) == 0.25


def test_a_ramp_is_a_straight_line_that_arrives_on_its_frame() -> None:
    gain = Gain(0.0)
    gain.ramp(1000, 1.0, 4)
    assert [gain.at(frame) for frame in range(1000, 1006)] == [0.0, 0.25, 0.5, 0.75, 1.0, 1.0]
    gain.ramp(1005, 0.5, 0)
    assert gain.at(1005) == 0.5


def test_a_ramp_that_is_interrupted_goes_on_from_where_it_was() -> None:
    gain = Gain(1.0)
    gain.ramp(0, 0.0, 8)
    gain.ramp(2, 0.25, 2)
    assert [gain.at(frame) for frame in range(2, 6)] == [0.75, 0.5, 0.25, 0.25]


@given(
    st.integers(0, 500),
    st.integers(0, 600),
    st.integers(-(10**6), 10**6),
    st.sampled_from([0, 400]),
)
def test_a_ramp_goes_on_where_the_transport_jumps(
    ramp_frames: int, done_frames: int, by_frames: int, equal_power_frames: int
) -> None:
    gain, unmoved = (Gain(1.0, equal_power_frames) for _ in range(2))
    for each in (gain, unmoved):
        each.ramp(1_000, 0.25, ramp_frames)
    before = 1_000 + done_frames
    gain.jump(before, before + by_frames)
    for frame in range(before, before + 600, 50):
        assert gain.at(frame + by_frames) == unmoved.at(frame)


@given(
    st.integers(0, 10**9),
    st.integers(1, 500),
    st.floats(0.0, 2.0),
    st.floats(0.0, 2.0),
    st.sampled_from([None, 0]),
    st.data(),
)
def test_a_table_says_what_the_gain_says(
    start_frame: int,
    ramp_frames: int,
    start: float,
    target: float,
    equal_power_frames: int | None,
    data: st.DataObject,
) -> None:
    gain = Gain(start, equal_power_frames)
    gain.ramp(start_frame, target, ramp_frames)
    begin = data.draw(st.integers(0, ramp_frames - 1))
    frames = data.draw(st.integers(1, ramp_frames - begin))
    values = RampTable(500).values(gain, start_frame + begin, frames)
    wanted = [gain.at(start_frame + begin + n) for n in range(frames)]
    assert values.dtype == np.float32
    for channel in (0, 1):
        np.testing.assert_allclose(values[channel::2], wanted, rtol=1e-6, atol=1e-7)
    assert len(values) == 2 * frames


@given(st.integers(10, 100_000), st.data())
def test_a_long_fade_keeps_the_power(ramp_frames: int, data: st.DataObject) -> None:
    """Of one sound in and another out, at every frame, also after a fade that was interrupted."""
    coming, going = Gain(0.0, 10), Gain(1.0, 10)
    coming.ramp(0, 1.0, ramp_frames)
    going.ramp(0, 0.0, ramp_frames)
    frame = data.draw(st.integers(0, ramp_frames + 1))
    assert coming.at(frame) ** 2 + going.at(frame) ** 2 == pytest.approx(1.0, abs=1e-12)
    before = going.at(frame)
    going.ramp(frame, 1.0, ramp_frames)
    assert going.at(frame) == pytest.approx(before, abs=1e-12)
    assert going.at(frame + ramp_frames) == 1.0


@given(st.integers(20, 400), st.lists(st.integers(1, 40), min_size=1, max_size=10))
def test_a_long_fade_has_the_same_bits_in_any_block(ramp_frames: int, blocks: list[int]) -> None:
    gain, table = Gain(0.0, 10), RampTable(400)
    gain.ramp(7, 1.0, ramp_frames)
    whole = table.values(gain, 7, ramp_frames).tobytes()
    parts, done = b"", 0
    while done < ramp_frames:
        length = min(blocks[done % len(blocks)], ramp_frames - done)
        parts += table.values(gain, 7 + done, length).tobytes()
        done += length
    assert parts == whole


def test_a_short_fade_is_a_straight_line() -> None:
    gain = Gain(0.0, 10)
    gain.ramp(0, 1.0, 8)
    assert [gain.at(frame) for frame in range(9)] == [n / 8 for n in range(9)]


def test_every_gain_has_a_curve_of_its_own() -> None:
    curves = [
        *map(fader_curve, range(STRIPS)),
        *map(audible_curve, range(STRIPS)),
        *(Curve.MASTER, Curve.PANIC, Curve.FADE),
        *(Curve.FLOOR_FADER, Curve.FLOOR_AUDIBLE),
        *map(filter_curve, range(STRIPS)),
        *(Curve.DIM, Curve.WIDTH, Curve.CEILING, Curve.HEARD),
    ]
    assert sorted(curves) == list(range(CURVES))


@pytest.mark.parametrize(
    "name", ["loop_frames", "rate_hz", "beats_per_loop", "block_frames", "latency_ms"]
)
def test_an_engine_needs_at_least_one_of_each(name: str) -> None:
    EngineSpec(**{"loop_frames": 4800, name: 1})
    for number in (0, -5):
        with pytest.raises(ValueError, match=f"^{name} must be at least 1, not {number}$"):
            EngineSpec(**{"loop_frames": 4800, name: number})


def test_a_value_that_is_set_at_once_is_a_number_also_before_its_frame() -> None:
    """An engine that begins again counted frames before its gains' first one: not a number."""
    gain = Gain(0.5)
    gain.ramp(100, 0.25, 0)
    assert gain.at(40) == 0.25
    assert RampTable(8).values(gain, 40, 8).tolist() == [0.25] * 16
    assert RampTable(8).values(Gain(0.5), -16, 8).tolist() == [0.5] * 16

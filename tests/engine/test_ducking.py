"""Ducking against analytic truth: the gain at a frame follows from the kicks alone."""

from __future__ import annotations

import math

import numpy as np
import pytest

from mwk_desktop.engine.clip_bank import ClipBank
from mwk_desktop.engine.ducking import Ducking, duck_amount, duck_shape
from mwk_desktop.engine.mixer import Mixer
from mwk_desktop.engine.protocol import (
    FLOOR_TRACK,
    SILENCE,
    Curve,
    EngineSpec,
    Launch,
    Ramp,
    audible_curve,
    filter_curve,
)
from mwk_desktop.sounds.sound_layout import SoundLayout

RATE = 48_000
LOOP = 24_000
BASS = 1
DEPTHS = (0.0, 6.0, 0.0, 5.0, 0.0, 4.0, 0.0, 1.0)


@pytest.fixture
def bank() -> ClipBank:
    """Silent drums (0: a kick each quarter of the loop, 1: none, 2: late), a bass of ones (3)."""
    pages = np.zeros((4, LOOP, 2), np.float32)
    pages[3] = 1.0
    layouts = (
        SoundLayout("drum1", 0, (0, 1), ((0, 6_000, 12_000, 18_000), (500,))),
        SoundLayout("drum2", 1, (1,), ((),)),
        SoundLayout("drum3", 2, (2,), ((23_000,),)),
        SoundLayout("bass", 3, (3,), ((),)),
    )
    return ClipBank(pages, layouts)


def gain(bank: ClipBank, plan: dict[int, list[Launch]], frames: int, **ramps: Ramp) -> np.ndarray:
    """The bass's gain at each frame."""
    mixer = Mixer(bank, EngineSpec(LOOP, duck_db=DEPTHS))
    mixer.plan_launches(BASS, [Launch(0, 3, 0, 0)])
    for strip, launches in plan.items():
        mixer.plan_launches(strip, launches)
    for name, ramp in ramps.items():
        mixer.plan_ramps(Curve[name], [ramp])
    out = np.empty((frames, 2), np.float32)
    mixer.mix_into(out)
    return out[:, 0]


def db(value: float) -> float:
    return 20 * math.log10(value)


def test_the_shape_of_a_kick() -> None:
    """Down within 2 ms, held for 20, back after 150, and never a step."""
    shape = duck_shape(RATE)
    assert len(shape) == 7_200
    assert shape[0] == 0.0
    assert shape[96:960].min() > 0.999
    assert shape[-1] < 1e-6
    assert (np.diff(shape[:97]) >= 0).all()
    assert (np.diff(shape[960:]) <= 0).all()
    assert np.abs(np.diff(shape)).max() < 0.02
    assert shape[48] == pytest.approx(0.5)
    assert shape[960 + 3_120] == pytest.approx(0.5)


@pytest.mark.parametrize("depth_db", [0.0, 1.0, 6.0, 24.0])
def test_the_amount_is_the_depth(depth_db: float) -> None:
    assert db(1.0 - duck_amount(depth_db)) == pytest.approx(-depth_db)


def test_the_bass_yields_by_its_depth_at_every_kick(bank: ClipBank) -> None:
    out = gain(bank, {0: [Launch(0, 0, 0, 0)]}, LOOP)
    expected = np.ones(LOOP)
    for kick in (0, 6_000, 12_000, 18_000):
        span = np.zeros(LOOP)
        shape = duck_shape(RATE)
        end = min(kick + len(shape), LOOP)
        span[kick:end] = shape[: end - kick]
        expected = np.minimum(expected, 1 - duck_amount(6.0) * span)
    np.testing.assert_allclose(out, expected, atol=1e-6)
    for kick in (0, 6_000, 12_000, 18_000):
        assert db(out[kick + 100]) == pytest.approx(-6.0, abs=0.01)
    # The kicks come every 125 ms, before the gain is back: the deeper of both counts.
    assert out[5_990] > 0.9


def test_a_kick_s_end_reaches_into_the_next_loop_and_clip(bank: ClipBank) -> None:
    """Also where another drum lands there: a step would click."""
    plan = {0: [Launch(0, 2, 0, 0), Launch(LOOP, 1, 0, 0)]}
    out = gain(bank, plan, 2 * LOOP)
    assert db(out[23_500]) == pytest.approx(-6.0, abs=0.01)
    assert np.abs(np.diff(out)).max() < 0.02
    assert out[LOOP] < 0.6
    assert (out[23_000 + 7_200 :] == 1).all()


def test_each_page_has_its_own_kicks(bank: ClipBank) -> None:
    out = gain(bank, {0: [Launch(0, 0, 0, 0)]}, 2 * LOOP)
    assert db(out[LOOP + 600]) == pytest.approx(-6.0, abs=0.01)
    assert (out[LOOP + 500 + 7_200 :] == 1).all()


def test_without_a_kick_nothing_yields(bank: ClipBank) -> None:
    assert (gain(bank, {0: [Launch(0, 1, 0, 0)]}, LOOP) == 1).all()
    assert (gain(bank, {}, LOOP) == 1).all()


def test_the_floor_ducks_half_as_deep_and_only_where_the_drum_has_no_kick(bank: ClipBank) -> None:
    floor = {FLOOR_TRACK: [Launch(0, 0, 0, 0)]}
    out = gain(bank, {**floor, 0: [Launch(0, 1, 0, 0)]}, LOOP)
    assert out[100] == pytest.approx(1 - duck_amount(6.0) / 2, abs=1e-6)
    out = gain(bank, {**floor, 0: [Launch(0, 2, 0, 0)]}, LOOP)
    assert (out[:23_000] == 1).all()
    off = Ramp(0, 0.0, 0)
    assert (gain(bank, floor, LOOP, FLOOR_AUDIBLE=off) == 1).all()


def test_a_muted_kick_moves_nothing(bank: ClipBank) -> None:
    mixer = Mixer(bank, EngineSpec(LOOP, duck_db=DEPTHS))
    mixer.plan_launches(0, [Launch(0, 0, 0, 0)])
    mixer.plan_launches(BASS, [Launch(0, 3, 0, 0)])
    mixer.plan_ramps(audible_curve(0), [Ramp(200, 0.0, 480)])
    out = np.empty((12_000, 2), np.float32)
    mixer.mix_into(out)
    assert out[150, 0] < 0.51
    assert np.abs(np.diff(out[:, 0])).max() < 0.02
    assert (out[680:, 0] == 1).all()


def test_a_drum_that_ends_ducks_no_more(bank: ClipBank) -> None:
    out = gain(bank, {0: [Launch(0, 0, 0, 0), Launch(9_000, SILENCE, 0, 480)]}, LOOP)
    assert (out[6_000 + 7_200 :] == 1).all()


def test_a_kick_recovers_as_it_began_though_the_floor_takes_over(bank: ClipBank) -> None:
    """Also where the floor is off: its switch is not that of the drum's last kick."""
    plan = {
        0: [Launch(0, 0, 0, 0), Launch(7_000, 1, 0, 0)],
        FLOOR_TRACK: [Launch(0, 1, 0, 0)],
    }
    out = gain(bank, plan, LOOP, FLOOR_AUDIBLE=Ramp(0, 0.0, 0))
    assert out[7_000] < 0.6
    assert np.abs(np.diff(out)).max() < 0.02
    assert (out[6_000 + 7_200 :] == 1).all()


@pytest.mark.parametrize("knob", [0.2, 0.8])
def test_a_filtered_strip_yields_like_the_others(bank: ClipBank, knob: float) -> None:
    """Ducking comes before the filter: the same as a clip with the dips in it, filtered."""
    kicks = {0: [Launch(0, 0, 0, 0)]}
    dips = gain(bank, kicks, LOOP)
    pages = np.zeros((4, LOOP, 2), np.float32)
    pages[3] = dips[:, np.newaxis]
    heard = []
    for bass, drum in ((bank, kicks), (ClipBank(pages, bank.layouts), {})):
        mixer = Mixer(bass, EngineSpec(LOOP, duck_db=DEPTHS))
        for strip, launches in {BASS: [Launch(0, 3, 0, 0)], **drum}.items():
            mixer.plan_launches(strip, launches)
        mixer.plan_ramps(filter_curve(BASS), [Ramp(0, knob, 0)])
        out = np.empty((LOOP, 2), np.float32)
        mixer.mix_into(out)
        heard.append(out)
    assert np.ptp(heard[0]) > 0.1
    assert heard[0].tobytes() == heard[1].tobytes()


def test_no_depths_no_ducking(bank: ClipBank) -> None:
    mixer = Mixer(bank, EngineSpec(LOOP))
    mixer.plan_launches(0, [Launch(0, 0, 0, 0)])
    mixer.plan_launches(BASS, [Launch(0, 3, 0, 0)])
    out = np.empty((LOOP, 2), np.float32)
    mixer.mix_into(out)
    assert (out == 1).all()
    assert mixer.memory_frames == 0
    with pytest.raises(ValueError, match="duck_db must have 8 values"):
        EngineSpec(LOOP, duck_db=(6.0,))


def test_the_depth_is_asked_for_any_stretch(bank: ClipBank) -> None:
    """In one piece or in many, from frame 0 or from the middle: the same bits."""
    ducking = Ducking(0.5, RATE, LOOP, 700, LOOP)
    ducking.set_source(0, bank.layouts[0])
    ducking.set_source(30_000, bank.layouts[2])
    whole = ducking.depth(20_000, LOOP)
    assert whole is not None
    whole = whole.copy()
    for begin, frames in ((20_000, 1), (23_456, 999), (29_990, 300), (43_000, 1_000)):
        part = ducking.depth(begin, frames)
        expected = whole[2 * (begin - 20_000) : 2 * (begin - 20_000 + frames)]
        if part is None:
            assert not expected.any()
        else:
            assert part.tobytes() == expected.tobytes()
    assert ducking.depth(24_700 + 18_000 - 1, 1) is None

"""The master's saturation and tilt: their curve, their response, and the same bits always."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.engine.master_bus import TILT_HZ, MasterBus
from mwk_desktop.engine.mixer import Mixer
from mwk_desktop.engine.protocol import Curve, EngineSpec, Launch, Ramp
from tests.support import examples

RATE = 48_000


def run(bus: MasterBus, sound: np.ndarray, sizes: list[int] | None = None) -> np.ndarray:
    flat = np.array(sound, np.float32).reshape(-1)
    begin = 0
    for size in sizes or [len(flat) // 2]:
        bus.process(flat[begin : begin + 2 * size])
        begin += 2 * size
    return flat.reshape(-1, 2)


def test_neutral_settings_change_nothing() -> None:
    bus = MasterBus(0.0, 0.0, RATE, 512)
    sound = np.random.default_rng(1).normal(0, 1, (512, 2)).astype(np.float32)
    assert run(bus, sound).tobytes() == sound.tobytes()
    assert bus.memory_frames == 0


def test_the_saturation_is_the_pade_approximant_of_tanh() -> None:
    bus = MasterBus(6.0, 0.0, RATE, 4096)
    levels = np.linspace(-4, 4, 4001)
    out = run(bus, np.repeat(levels[:, None], 2, axis=1))[:, 0]
    driven = np.clip(10 ** (6 / 20) * levels, -3, 3)
    expected = driven * (27 + driven**2) / (27 + 9 * driven**2)
    np.testing.assert_allclose(out, expected, atol=3e-7)
    assert np.abs(out).max() == pytest.approx(1.0)
    assert (np.diff(out) >= -2e-7).all()
    assert bus.memory_frames == 0


def response_db(bus: MasterBus, hertz: float) -> float:
    frames = 48_000
    wave = 0.1 * np.sin(2 * np.pi * hertz * np.arange(frames) / RATE)
    out = run(bus, np.repeat(wave[:, None], 2, axis=1))[frames // 2 :, 0]
    return float(20 * np.log10(np.sqrt(np.mean(out**2)) / np.sqrt(np.mean(wave**2))))


@pytest.mark.parametrize("tilt_db", [-6.0, -1.0, 3.0, 12.0])
def test_the_tilt_raises_the_treble_by_half_and_lowers_the_bass_by_half(tilt_db: float) -> None:
    def at(hertz: float) -> float:
        return response_db(MasterBus(0.0, tilt_db, RATE, 48_000), hertz)

    assert at(20.0) == pytest.approx(-tilt_db / 2, abs=0.1)
    assert at(12_000.0) == pytest.approx(tilt_db / 2, abs=0.1)
    assert abs(at(TILT_HZ)) < abs(tilt_db) / 3


@pytest.mark.parametrize("rate_hz", [8_000, 44_100, 192_000])
def test_a_constant_keeps_the_bass_s_gain_at_any_rate(rate_hz: int) -> None:
    bus = MasterBus(0.0, 4.0, rate_hz, 8_192)
    out = run(bus, np.full((8_192, 2), 0.5))
    assert out[-1, 0] == pytest.approx(0.5 * 10 ** (-2 / 20), rel=1e-5)


def test_a_sound_is_forgotten_after_the_memory() -> None:
    bus = MasterBus(0.0, 6.0, RATE, 4_096)
    sound = np.zeros((4_096, 2))
    sound[10] = 1.0
    out = run(bus, sound)
    assert out[10, 0] > 1.0
    assert not out[10 + bus.memory_frames :].any()
    assert out[10 + bus.memory_frames // 2].any()


@settings(max_examples=examples(25), deadline=None)
@given(
    drive_db=st.sampled_from([0.0, 0.5, 3.0, 24.0]),
    tilt_db=st.sampled_from([0.0, -2.0, 6.0]),
    sizes=st.lists(st.integers(1, 300), min_size=1, max_size=20),
)
def test_any_block_size_gives_the_same_bits(
    drive_db: float, tilt_db: float, sizes: list[int]
) -> None:
    sound = np.random.default_rng(2).normal(0, 0.5, (sum(sizes), 2)).astype(np.float32)
    whole = run(MasterBus(drive_db, tilt_db, RATE, len(sound)), sound)
    assert run(MasterBus(drive_db, tilt_db, RATE, 300), sound, sizes).tobytes() == whole.tobytes()


def test_the_bus_comes_before_the_master_s_fader() -> None:
    """Turning the master down makes it softer, not cleaner."""
    clips = np.full((1, 1_000, 2), 2.0, np.float32)
    mixer = Mixer(clips, EngineSpec(1_000, drive_db=12.0))
    mixer.plan_launches(0, [Launch(0, 0, 0, 0)])
    mixer.plan_ramps(Curve.MASTER, [Ramp(0, 0.25, 0)])
    out = np.empty((100, 2), np.float32)
    mixer.mix_into(out)
    assert (out == 0.25).all()


def test_a_mixer_with_a_tilt_remembers_as_long_as_its_filter() -> None:
    clips = np.zeros((1, 1_000, 2), np.float32)
    mixer = Mixer(clips, EngineSpec(1_000, tilt_db=2.0))
    assert mixer.memory_frames == MasterBus(0.0, 2.0, RATE, 8).memory_frames > 0

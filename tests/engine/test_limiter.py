"""The limiter: never above -1 dBTP by another measure, a pure delay below, the same bits always."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.signal import resample_poly

from mwk_desktop.engine.limiter import (
    ATTACK_FRAMES,
    COVER_FRAMES,
    DIFFERENCES,
    HOLD_FRAMES,
    MIDDLE,
    PAIRS,
    RELEASE_FRAMES,
    SUMS,
    Limiter,
)
from mwk_desktop.units import MASTER_CEILING_DBTP, MASTER_OVER_DB, gain_to_db
from tests.support import examples

RATE_HZ = 48_000


def limit(sound: np.ndarray, sizes: tuple[int, ...] = (256,)) -> np.ndarray:
    limiter = Limiter(max(sizes))
    out = np.empty_like(sound)
    begin = 0
    for size in itertools.cycle(sizes):
        if begin >= len(sound):
            return out
        part = slice(begin, begin + size)
        limiter.process_into(sound[part].reshape(-1), out[part].reshape(-1))
        begin += size
    return out


def stereo(left: np.ndarray) -> np.ndarray:
    return np.stack([left, np.roll(left, 7)], axis=1).astype(np.float32)


def true_peak_db(sound: np.ndarray) -> float:
    """Eight times oversampled with another filter than the limiter's."""
    fine = resample_poly(sound.astype(np.float64), 8, 1, axis=0, window=("kaiser", 12.0))
    return gain_to_db(float(np.abs(fine).max()))


def loud_signals() -> dict[str, np.ndarray]:
    rng = np.random.default_rng(1)
    time_s = np.arange(RATE_HZ) / RATE_HZ
    return {
        "noise": rng.normal(0.0, 1.0, RATE_HZ),
        "loud noise": rng.normal(0.0, 4.0, RATE_HZ),
        "random bits": rng.choice([-1.0, 1.0], RATE_HZ),
        "square": 2.0 * np.sign(np.sin(2 * np.pi * 997 * time_s)),
        "between the samples": 2.0 * np.sin(2 * np.pi * 12_000 * time_s + np.pi / 4),
        "high": 2.0 * np.sin(2 * np.pi * 19_997 * time_s),
        "near the end": 2.0 * np.sin(2 * np.pi * 22_500 * time_s + 0.2),
        "impulses": (rng.random(RATE_HZ) < 0.001) * rng.normal(0.0, 5.0, RATE_HZ),
        "bass": 3.0 * np.sin(2 * np.pi * 50 * time_s),
    }


@pytest.mark.parametrize("cycles_a_frame", [0.0, 0.01, 0.1, 0.25, 0.4])
@pytest.mark.parametrize("phase", [0.0, 1.0, 2.5])
def test_the_estimates_lie_on_the_wave(cycles_a_frame: float, phase: float) -> None:
    """The points at 1/4, 1/2 and 3/4 between two samples of a sine."""

    def wave(frame: np.ndarray) -> np.ndarray:
        return np.cos(2 * np.pi * cycles_a_frame * frame + phase)

    pair = np.arange(PAIRS, dtype=np.float64)
    left, right = wave(-pair), wave(1.0 + pair)
    half, total = MIDDLE @ (left + right), SUMS @ (left + right)
    aside = DIFFERENCES @ (left - right)
    expected = wave(np.array([0.25, 0.5, 0.75]))
    tolerance = 0.005 if cycles_a_frame else 1e-5  # a plateau is not over-read
    np.testing.assert_allclose([total + aside, half, total - aside], expected, atol=tolerance)


@pytest.mark.parametrize("name", loud_signals())
def test_never_above_the_ceiling(name: str) -> None:
    # The end must pass the limiter too: a signal that is cut behind it rings again.
    out = limit(np.pad(stereo(loud_signals()[name]), ((0, 1000), (0, 0))))
    assert true_peak_db(out) <= MASTER_CEILING_DBTP + MASTER_OVER_DB
    assert gain_to_db(float(np.abs(out).max())) <= MASTER_CEILING_DBTP
    assert true_peak_db(out) >= MASTER_CEILING_DBTP - 1.0


@pytest.mark.parametrize("channel", [0, 1])
def test_what_is_loud_on_one_side_only_is_limited_on_both_alike(channel: int) -> None:
    sound = np.zeros((RATE_HZ // 2, 2), dtype=np.float32)
    wave = 2.0 * np.sin(2 * np.pi * 997 * np.arange(len(sound)) / RATE_HZ)
    sound[:, channel] = wave
    sound[:, 1 - channel] = wave / 8
    out = limit(np.pad(sound, ((0, 1000), (0, 0))))
    assert true_peak_db(out) <= MASTER_CEILING_DBTP + MASTER_OVER_DB
    loud, quiet = out[:, channel], out[:, 1 - channel]
    np.testing.assert_allclose(quiet, loud / 8, atol=1e-6)  # the picture stays where it was


@pytest.mark.parametrize("level", [0.01, 0.5, 0.84])
def test_below_the_ceiling_it_is_a_pure_delay(level: float) -> None:
    sound = stereo(level * np.sin(2 * np.pi * 440 * np.arange(RATE_HZ) / RATE_HZ))
    out = limit(sound)
    delay = Limiter.delay_frames
    assert not out[:delay].any()
    assert out[delay:].tobytes() == sound[:-delay].tobytes()


def test_after_a_peak_it_becomes_a_pure_delay_again() -> None:
    sound = stereo(0.5 * np.sin(2 * np.pi * 440 * np.arange(RATE_HZ) / RATE_HZ))
    sound[1000] = 3.0
    out = limit(sound)
    delay = Limiter.delay_frames
    after = 1000 + Limiter.memory_frames
    assert out[after:].tobytes() == sound[after - delay : -delay].tobytes()
    assert np.abs(out[1000 + delay]).max() < 0.9


def test_the_gain_never_steps() -> None:
    sound = np.full((RATE_HZ, 2), 0.01, dtype=np.float32)
    sound[20_000] = 4.0
    out = limit(sound)
    gain = out[Limiter.delay_frames :, 0] / np.float32(0.01)
    gain[20_000] = gain[19_999]
    assert np.abs(np.diff(gain)).max() < 0.01


def test_lowest_gain_tells_how_hard_it_works() -> None:
    limiter = Limiter(4096)
    out = np.empty(8192, dtype=np.float32)
    limiter.process_into(np.full(8192, 0.1, dtype=np.float32), out)
    assert limiter.lowest_gain == 1.0
    limiter.process_into(np.full(8192, 2.0, dtype=np.float32), out)
    # The onset rings above 2.0, so a little less than the ceiling over it.
    assert 0.35 < limiter.lowest_gain < 0.42


@settings(max_examples=examples(25), deadline=None)
@given(
    seed=st.integers(0, 1000),
    level=st.sampled_from([0.05, 0.2, 1.0, 6.0]),
    sizes=st.lists(st.integers(1, 700), min_size=1, max_size=8),
)
def test_any_block_size_gives_the_same_bits(seed: int, level: float, sizes: list[int]) -> None:
    rng = np.random.default_rng(seed)
    sound = rng.normal(0.0, level, (6000, 2)).astype(np.float32)
    # Stretches of silence let it fall back into the pure delay and leave it again.
    sound[1000:3000] = 0.0
    assert limit(sound, tuple(sizes)).tobytes() == limit(sound, (6000,)).tobytes()


@pytest.mark.parametrize("sizes", [(64,), (512,), (8192,), (16_384, 3)])
def test_long_quiet_stretches_do_not_change_the_bits(sizes: tuple[int, ...]) -> None:
    rng = np.random.default_rng(5)
    sound = rng.normal(0.0, 0.05, (60_000, 2)).astype(np.float32)
    sound[[9000, 9100, 31_000, 31_001, 50_000]] *= 60.0
    assert limit(sound, sizes).tobytes() == limit(sound, (256,)).tobytes()


def test_the_gain_does_not_follow_a_low_wave() -> None:
    """Half a cycle of 25 Hz is shorter than the hold: that is no distortion but a lower volume."""
    wave = 3.0 * np.sin(2 * np.pi * 25 * np.arange(RATE_HZ) / RATE_HZ)
    sound = np.stack([wave, wave], axis=1).astype(np.float32)
    out = limit(sound)[Limiter.delay_frames :, 0]
    settled = slice(3 * Limiter.memory_frames, len(out))
    heard, played = out[settled], sound[: len(out), 0][settled]
    loud = np.abs(played) > 0.3
    assert np.ptp(heard[loud] / played[loud]) < 1e-4


def test_a_single_peak_is_lowered_around_it_and_let_go_in_time() -> None:
    sound = np.full((30_000, 2), 0.01, dtype=np.float32)
    peak = 20_000
    sound[peak] = 4.0
    gain = limit(sound)[Limiter.delay_frames :, 0] / np.float32(0.01)
    gain[peak] = gain[peak - 1]
    # At its lowest as far as the estimates reach that see the peak, on both sides of it.
    around = gain[peak - PAIRS : peak + COVER_FRAMES - ATTACK_FRAMES - 2 * PAIRS]
    assert 0.2 < gain.min() < 0.25
    assert (around == gain.min()).all()
    # Just ahead of it and not a moment sooner; and wholly given back.
    assert (gain[: peak - ATTACK_FRAMES - 2 * PAIRS] == 1.0).all()
    assert gain[peak - ATTACK_FRAMES // 2] < 0.7
    assert (gain[peak + Limiter.memory_frames - Limiter.delay_frames :] == 1.0).all()
    assert gain[peak + HOLD_FRAMES + RELEASE_FRAMES // 2] < 1.0

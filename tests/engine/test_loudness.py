"""The loudness meter beside another implementation of the same standard."""

from __future__ import annotations

import numpy as np
import pyloudnorm
import pytest

from mwk_desktop.engine.loudness import LoudnessMeter


def reference(sound: np.ndarray, rate_hz: int) -> float:
    return float(pyloudnorm.Meter(rate_hz).integrated_loudness(sound.astype(np.float64)))


@pytest.mark.parametrize("rate_hz", [44_100, 48_000])
@pytest.mark.parametrize("kind", ["low", "middle", "high", "noise"])
def test_steady_sounds(rate_hz: int, kind: str) -> None:
    time_s = np.arange(2 * rate_hz) / rate_hz
    left = {
        "low": np.sin(2 * np.pi * 60 * time_s),
        "middle": np.sin(2 * np.pi * 1000 * time_s),
        "high": np.sin(2 * np.pi * 9000 * time_s),
        "noise": np.random.default_rng(1).normal(0.0, 0.3, len(time_s)),
    }[kind]
    sound = np.stack([0.2 * left, 0.1 * left], axis=1).astype(np.float32)
    meter = LoudnessMeter(rate_hz)
    measured = meter.lufs(sound[rate_hz : rate_hz + meter.frames])
    assert measured == pytest.approx(reference(sound, rate_hz), abs=0.3)


def test_full_scale_tone_of_the_standard() -> None:
    """A 997 Hz tone at full scale in one channel reads -3.01 LUFS (BS.1770-4, annex 1)."""
    meter = LoudnessMeter(48_000)
    tone = np.zeros((meter.frames, 2), dtype=np.float32)
    tone[:, 0] = np.sin(2 * np.pi * 997 * np.arange(meter.frames) / 48_000)
    assert meter.lufs(tone) == pytest.approx(-3.01, abs=0.05)


def test_silence_has_no_loudness() -> None:
    meter = LoudnessMeter(48_000)
    assert meter.lufs(np.zeros((meter.frames, 2), dtype=np.float32)) is None
    assert meter.lufs(np.full((meter.frames, 2), 1e-7, dtype=np.float32)) is None

"""The ears themselves: they hear what is there, and what would be wrong."""

from __future__ import annotations

import numpy as np
import pytest

from tests.sounds_product import listening
from tests.sounds_product.listening import RATE_HZ, Sound


def ticking(bpm: float, pattern: str = "x...", seconds: float = 15.0) -> Sound:
    """Noise bursts on the sixteenths of a pattern."""
    rng = np.random.default_rng(3)
    sound = np.zeros((round(seconds * RATE_HZ), 2), np.float32)
    burst = 0.5 * rng.standard_normal((1200, 2)) * np.exp(-np.arange(1200) / 200)[:, None]
    step_frames = 15 * RATE_HZ / bpm
    for step in range(int((len(sound) - 1200) / step_frames)):
        if pattern[step % len(pattern)] == "x":
            begin = round(step * step_frames)
            sound[begin : begin + 1200] += burst.astype(np.float32)
    return sound


@pytest.mark.parametrize("bpm", [82.0, 97.0, 112.0, 128.0, 141.0, 163.0])
@pytest.mark.parametrize("pattern", ["x...", "x.x.x.xxx.x.x.x."])
def test_any_tempo_is_found(bpm: float, pattern: str) -> None:
    found_bpm = listening.tempo_bpm(ticking(bpm, pattern))
    assert listening.is_in_tempo(found_bpm, bpm)
    assert listening.is_in_tempo(found_bpm) == (bpm == 128.0)


def test_a_scene_at_another_tempo_is_not_in_tempo() -> None:
    """Fills between beats, in 3-3-2: still the beat that recurs, at whatever tempo."""
    assert listening.is_in_tempo(listening.tempo_bpm(ticking(128.0, "x..x..x.x..xx.x.")))
    assert not listening.is_in_tempo(listening.tempo_bpm(ticking(119.0, "x..x..x.x..xx.x.")))


def test_peaks_between_samples_are_heard() -> None:
    """A quarter of the sample rate, sampled beside its tops: 3 dB more than any sample."""
    frames = np.arange(48_000)
    wave = np.sin(2 * np.pi * (frames / 4 + 1 / 8)) * np.sin(np.pi * frames / 48_000)
    sound = np.repeat(wave[:, None], 2, axis=1).astype(np.float32)
    assert np.abs(sound).max() < 0.708
    assert listening.true_peak_dbtp(sound) == pytest.approx(0.0, abs=0.05)


def test_opposite_channels_are_lost_in_mono() -> None:
    tone = 0.3 * np.sin(np.arange(48_000) / 10).astype(np.float32)
    assert listening.mono_loss_db(np.stack([tone, tone], axis=1)) == pytest.approx(0.0, abs=0.01)
    assert listening.mono_loss_db(np.stack([tone, -0.9 * tone], axis=1)) > 20


def test_limiting_is_seen() -> None:
    tone = 0.9 * np.sin(np.arange(48_000) / 10).astype(np.float32)
    before = np.stack([tone, tone], axis=1)
    after = before.copy()
    assert listening.limiting_db(before, after) == pytest.approx(0.0, abs=1e-6)
    after[20_000:21_000] *= 0.5
    assert listening.limiting_db(before, after) == pytest.approx(6.02, abs=0.01)

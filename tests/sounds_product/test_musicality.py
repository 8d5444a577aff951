"""The meters of :mod:`tests.sounds_product.musicality` find what is there, and its absence."""

from __future__ import annotations

import numpy as np
import pytest

from tests.sounds_product import musicality
from tests.sounds_product.listening import RATE_HZ, Sound
from tests.sounds_product.musicality import BEAT_FRAMES, LOOP_FRAMES


def noise(frames: int, seed: int = 1) -> Sound:
    return 0.1 * np.random.default_rng(seed).standard_normal((frames, 2)).astype(np.float32)


def sloped(slope_db: float, frames: int = 8 * RATE_HZ) -> Sound:
    """Noise that falls so many dB an octave."""
    at_hz = np.maximum(np.fft.rfftfreq(frames, 1 / RATE_HZ), 20.0)
    tilted = np.fft.rfft(noise(frames), axis=0) * 10 ** (slope_db * np.log2(at_hz)[:, None] / 20)
    sound = np.fft.irfft(tilted, frames, axis=0)
    return np.asarray(0.2 * sound / np.abs(sound).max(), dtype=np.float32)


@pytest.mark.parametrize("slope_db", [-6.0, -3.0, 0.0])
def test_a_slope_is_found(slope_db: float) -> None:
    assert musicality.slope_db(sloped(slope_db)) == pytest.approx(slope_db, abs=0.3)


def test_a_sub_is_found() -> None:
    tone = 0.1 * np.sin(2 * np.pi * 50 * np.arange(4 * RATE_HZ) / RATE_HZ)
    bass = np.repeat(tone[:, None], 2, axis=1).astype(np.float32)
    assert musicality.share_below_db(bass) == pytest.approx(0.0, abs=0.1)
    assert musicality.share_below_db(noise(4 * RATE_HZ)) < -24


def test_a_loudness_range_is_found() -> None:
    steady = noise(24 * RATE_HZ)
    moving = steady * np.repeat([1.0, 0.5], 12 * RATE_HZ)[:, None].astype(np.float32)
    assert musicality.loudness_range_lu(steady) < 0.2
    assert musicality.loudness_range_lu(moving) == pytest.approx(6.0, abs=0.3)


def test_copied_blocks_are_found() -> None:
    rng = np.random.default_rng(3)
    one, other = (
        np.asarray(noise(LOOP_FRAMES, seed) * np.repeat(rng.random(32), 5625)[:, None], np.float32)
        for seed in (3, 4)
    )
    likeness = musicality.block_likeness(np.concatenate([one, other, 0.7 * one]))
    assert likeness[1] < 0.8
    assert likeness[2] > 0.98


def clicks(offset_frames: int, beats: int = 40) -> Sound:
    sound = 0.001 * noise(beats * BEAT_FRAMES + RATE_HZ)
    burst = noise(1200, 5) * np.exp(-np.arange(1200) / 200)[:, None].astype(np.float32)
    for beat in range(beats):
        start = beat * BEAT_FRAMES + offset_frames
        sound[start : start + 1200] += burst
    return sound


def test_a_beat_is_found_where_it_is() -> None:
    assert musicality.is_on_grid(musicality.tracked_beats_s(clicks(0)))
    assert not musicality.is_on_grid(musicality.tracked_beats_s(clicks(BEAT_FRAMES // 2)))
    assert musicality.onsets_per_s(clicks(0)) == pytest.approx(RATE_HZ / BEAT_FRAMES, rel=0.1)


def test_a_downbeat_is_found_where_the_chords_change() -> None:
    """Two chords a bar apart, on noise that begins each bar louder."""
    time_s = np.arange(4 * BEAT_FRAMES) / RATE_HZ
    bars = [
        sum(np.sin(2 * np.pi * 440 * 2 ** ((midi - 69) / 12) * time_s) for midi in notes)
        for notes in ((60, 64, 67), (65, 69, 72), (67, 71, 74), (57, 60, 64)) * 2
    ]
    tone = np.repeat(0.1 * np.concatenate(bars)[:, None], 2, axis=1).astype(np.float32)
    for phase in range(4):
        moved = np.roll(tone, phase * BEAT_FRAMES, axis=0)
        assert musicality.downbeat_phase(moved) == phase


def test_the_curve_of_finished_tracks() -> None:
    thirds_db = musicality.third_octaves_db(sloped(-5.0))
    assert np.abs(musicality.away_from_slope_db(thirds_db)).max() < 1.5
    bright = musicality.away_from_slope_db(musicality.third_octaves_db(sloped(0.0)))
    assert bright[-1] - bright[0] == pytest.approx(26.6, abs=2.0)


def test_a_key_is_found() -> None:
    time_s = np.arange(6 * RATE_HZ) / RATE_HZ
    chords = [(60, 64, 67), (65, 69, 72), (67, 71, 74), (60, 64, 67)]
    parts = np.array_split(time_s, len(chords))
    tone = np.concatenate(
        [
            sum(np.sin(2 * np.pi * 440 * 2 ** ((midi - 69) / 12) * part) for midi in notes)
            for part, notes in zip(parts, chords, strict=True)
        ]
    )
    sound = np.repeat(0.1 * tone[:, None], 2, axis=1).astype(np.float32)
    assert musicality.chroma_key(sound) == "C major"
    raised = np.asarray(np.interp(np.arange(0, len(sound), 2 ** (1 / 12)), np.arange(len(sound)),
                                  sound[:, 0])[:, None] * np.ones(2), np.float32)  # fmt: skip
    assert musicality.chroma_key(raised) == "C# major"


def test_a_burst_is_found() -> None:
    sound = 0.05 * noise(RATE_HZ)
    assert musicality.burst_db(sound, RATE_HZ // 2) < 3
    sound[RATE_HZ // 2] += np.float32(0.5)
    assert musicality.burst_db(sound, RATE_HZ // 2) > 12

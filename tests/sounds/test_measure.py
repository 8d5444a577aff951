"""Loudness against another implementation, seams against ones that are known to be good or bad."""

from __future__ import annotations

import io
import math

import numpy as np
import pyloudnorm
import pytest
import soundfile

from mwk_desktop.sounds.measure import (
    SILENCE_DB,
    loudness_lufs,
    measure_seam,
    peak_dbfs,
)
from mwk_desktop.sounds.sound_set import default_sound_set_dir, open_sound_set

RATE = 48_000
FRAMES = 180_000
TIME = np.arange(FRAMES) / RATE


def stereo(wave: np.ndarray) -> np.ndarray:
    return np.repeat(wave[:, None], 2, axis=1).astype(np.float32)


def chord(offset_hz: float) -> np.ndarray:
    """A held chord; without offset every tone has whole turns in the loop."""
    turns = (825, 1039, 1238, 1650)
    return stereo(sum(0.06 * np.sin(2 * np.pi * (n / 3.75 + offset_hz) * TIME + n) for n in turns))


def groove(seed: int = 1) -> np.ndarray:
    """Eight hits, the first of them on frame 0: an onset at the seam that is no click."""
    rng = np.random.default_rng(seed)
    wave = np.zeros(FRAMES)
    for beat in range(8):
        length = 15_000
        at = beat * 22_500
        wave[at : at + length] += (
            0.4 * rng.standard_normal(length) * np.exp(-np.arange(length) / 2_500)
        )
    return stereo(np.clip(wave, -1, 1))


def through(samples: np.ndarray, container: str, codec: str) -> np.ndarray:
    memory = io.BytesIO()
    with soundfile.SoundFile(memory, "w", RATE, 2, format=container, subtype=codec) as file:
        for start in range(0, len(samples), 4096):
            file.write(samples[start : start + 4096])
    memory.seek(0)
    decoded: np.ndarray = soundfile.read(memory, dtype="float32", always_2d=True)[0]
    return decoded


def test_peak() -> None:
    assert peak_dbfs(np.array([[0.5, -1.0]], np.float32)) == 0.0
    assert peak_dbfs(np.array([[0.5, -0.25]], np.float32)) == pytest.approx(-6.02, abs=0.01)
    assert peak_dbfs(np.zeros((5, 2), np.float32)) == SILENCE_DB


@pytest.mark.parametrize("rate_hz", [44_100, 48_000, 96_000])
def test_loudness_of_the_standards_sine(rate_hz: int) -> None:
    """BS.1770-4: a 997 Hz sine at full scale in one channel is -3.01 LUFS."""
    frames = rate_hz * 3
    wave = np.sin(2 * np.pi * 997 * np.arange(frames) / rate_hz)
    one = np.stack([wave, np.zeros(frames)], axis=1).astype(np.float32)
    assert loudness_lufs(one, rate_hz) == pytest.approx(-3.01, abs=0.03)
    assert loudness_lufs(stereo(wave), rate_hz) == pytest.approx(0.0, abs=0.03)
    assert loudness_lufs(one * 0.1, rate_hz) == pytest.approx(-23.01, abs=0.03)


def test_loudness_against_another_implementation() -> None:
    meter = pyloudnorm.Meter(RATE)
    for info in list(open_sound_set(default_sound_set_dir()))[::6]:
        samples, _ = soundfile.read(info.path, dtype="float32")
        theirs = meter.integrated_loudness(np.tile(samples, (4, 1)).astype(float))
        assert loudness_lufs(samples, RATE) == pytest.approx(theirs, abs=0.25), info.name


def test_loudness_of_silence_and_of_a_moment() -> None:
    assert loudness_lufs(np.zeros((FRAMES, 2), np.float32), RATE) == SILENCE_DB
    short = stereo(0.1 * np.sin(2 * np.pi * 10 * np.arange(480) / 480))
    assert math.isfinite(loudness_lufs(short, RATE))
    assert math.isfinite(loudness_lufs(short[:1], RATE))


@pytest.mark.parametrize("samples", [chord(0.0), groove()], ids=["chord", "groove"])
def test_a_good_seam(samples: np.ndarray) -> None:
    assert not measure_seam(samples, RATE).clicks
    assert not measure_seam(through(samples, "FLAC", "PCM_16"), RATE).clicks
    # Wherever the loop begins, it is the same loop.
    for shift in (1, 777, 90_000):
        assert not measure_seam(np.roll(samples, shift, axis=0), RATE).clicks


def test_a_cut_clicks() -> None:
    seam = measure_seam(chord(0.05), RATE)
    assert seam.clicks
    assert seam.click_db > 20
    assert seam.click_dbfs < 0


def test_one_wrong_side_is_enough() -> None:
    samples = chord(0.0)
    samples[:, 1] = chord(0.05)[:, 1]
    assert measure_seam(samples, RATE).clicks


@pytest.mark.parametrize("codec", [("OGG", "OPUS"), ("MP3", "MPEG_LAYER_III")])
def test_lossy_codecs_click(codec: tuple[str, str]) -> None:
    assert measure_seam(through(chord(0.0), *codec), RATE).clicks


def test_the_default_set_has_clean_seams() -> None:
    for info in open_sound_set(default_sound_set_dir()):
        samples, rate_hz = soundfile.read(info.path, dtype="float32")
        assert not measure_seam(samples, rate_hz).clicks, info.name


@pytest.mark.parametrize("frames", [1, 2, 100, 12_000])
def test_seams_of_odd_loops_are_finite(frames: int) -> None:
    for samples in (np.zeros((frames, 2), np.float32), np.ones((frames, 1), np.float32)):
        seam = measure_seam(samples, RATE)
        assert math.isfinite(seam.click_db)
        assert not seam.clicks

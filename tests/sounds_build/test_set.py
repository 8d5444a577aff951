"""The set as a whole: its description, and how any part of it sounds together."""

import random
import tomllib
from functools import cache
from itertools import product
from pathlib import Path

import numpy as np
import pytest
import soundfile
from mwk_sounds import measures, render
from mwk_sounds.description import set_description
from mwk_sounds.filters import biquad_response, convolve_loop, low_pass
from mwk_sounds.loudness import integrated_lufs, true_peak
from mwk_sounds.timeline import FloatArray

SOUNDS = Path(__file__).resolve().parents[2] / "assets" / "sounds"
INSTRUMENTS = tuple(render.VARIATIONS)


@cache
def loop_of(instrument: str, number: int) -> FloatArray:
    path = SOUNDS / instrument / f"{instrument}{number}.flac"
    return soundfile.read(path, dtype="float64", always_2d=True)[0].T


def decibels(value: float) -> float:
    return float(20 * np.log10(value))


def test_the_description_is_the_recipes_and_is_complete() -> None:
    text = (SOUNDS / "set.toml").read_text(encoding="utf-8")
    assert text == set_description()
    described = tomllib.loads(text)
    assert described["bpm"] == 128
    assert described["beats"] == 8
    assert described["beats_per_bar"] == 4
    assert described["key"] == "C major"
    assert described["chords"] == ["F", "G", "Am", "C"]
    assert described["license"] == "MIT"
    assert described["name"]
    assert described["author"]
    assert set(described["aliases"]) == set(INSTRUMENTS)
    assert set(described["clips"]) == {f"{name}.flac" for name in render.work_names()}
    for instrument in INSTRUMENTS:
        clips = [described["clips"][f"{instrument}/{instrument}{n}.flac"] for n in range(1, 7)]
        titles = [clip["title"] for clip in clips]
        assert len(set(titles)) == 6
        assert all(0 < len(title) <= 14 for title in titles)
        assert all(clip["tags"] for clip in clips)


def test_the_three_basses_stay_clear_below_120_hz() -> None:
    """The heavy bass owns the ground: together the other two lie 8 dB under it, in every choice."""
    response = biquad_response(low_pass(120, 0.54)) * biquad_response(low_pass(120, 1.31))
    low = {
        (i, n): convolve_loop(loop_of(i, n).mean(axis=0), response)
        for i in ("heavy_bass", "line_bass", "lead_bass")
        for n in range(1, 7)
    }
    for heavy, line, lead in product(range(1, 7), repeat=3):
        ground = low["heavy_bass", heavy]
        others = low["line_bass", line] + low["lead_bass", lead]
        margin_db = 10 * np.log10((ground**2).mean() / (others**2).mean())
        rise_db = 10 * np.log10(((ground + others) ** 2).mean() / (ground**2).mean())
        assert margin_db >= 8.0, (heavy, line, lead)
        assert abs(rise_db) <= 1.5, (heavy, line, lead)


def test_all_eight_together() -> None:
    mix = sum(loop_of(instrument, 1) for instrument in INSTRUMENTS)
    assert decibels(np.abs(mix).max()) <= 0.0
    assert integrated_lufs(mix) == pytest.approx(-12.4, abs=0.8)


def test_any_five_sound_like_one_track() -> None:
    """Thirty random scenes: loudness within 6 LU, mono-safe, hardly any limiting at -1 dBTP."""
    draw = random.Random(128)
    loudness, limiting_db = [], []
    for _ in range(30):
        scene = [(name, draw.randint(1, 6)) for name in sorted(draw.sample(INSTRUMENTS, 5))]
        mix = sum(loop_of(*chosen) for chosen in scene)
        loudness.append(integrated_lufs(mix))
        limiting_db.append(max(0.0, decibels(true_peak(mix)) + 1.0))
        assert measures.mono_loss_db(mix) < 3.0, scene
    assert max(loudness) - min(loudness) <= 6.0
    assert np.quantile(limiting_db, 0.95) < 3.0

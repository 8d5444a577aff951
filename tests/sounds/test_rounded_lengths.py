"""Lengths that are off by rounding: the smallest change that keeps the seam, judged by the seam."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.sounds.audio_file import Samples
from mwk_desktop.sounds.conform import Ending, LoopSpec, conform
from mwk_desktop.sounds.measure import measure_seam
from mwk_desktop.sounds.set_examination import examine
from mwk_desktop.sounds.set_loading import load
from mwk_desktop.sounds.sound_set import open_sound_set
from tests.support import examples

CASE = Path(__file__).parents[1] / "fixtures" / "sounds" / "one-frame-short"
LOOP = LoopSpec(48_000, Fraction(128), 8, 8)
FRAMES = 180_000


def chord(frames: int, turns: tuple[int, ...] = (412, 519, 825, 1_239)) -> Samples:
    """Sines with whole numbers of turns: seamless at exactly this length."""
    wave = sum(0.15 * np.sin(2 * np.pi * n * np.arange(frames) / frames) for n in turns)
    return np.repeat(np.asarray(wave, np.float32)[:, None], 2, axis=1)


def test_the_pad_that_is_one_frame_short(tmp_path: Path) -> None:
    folder = shutil.copytree(CASE, tmp_path / "set")
    loaded = load(open_sound_set(folder), 48_000)
    assert loaded.warnings == tuple(each for each in loaded.warnings if "has no clip" in str(each))
    drone = loaded.samples[loaded.clip_id("pad/drone.flac")]
    assert not measure_seam(drone, 48_000).clicks
    assert np.abs(drone[-144:]).max() > 0.5 * np.abs(drone).max()  # no hole at every turn
    report = next(clip for clip in examine(folder).clips if clip.info.name == "pad/drone.flac")
    assert not report.seam.clicks
    assert (report.off_frames, report.ending) == (-1, Ending.STRETCHED)


@pytest.mark.parametrize("off", [-90, -31, -2, -1, 1, 2, 31, 90])
@pytest.mark.parametrize("rate_hz", [48_000, 44_100, 96_000])
def test_a_seamless_clip_stays_seamless(off: int, rate_hz: int) -> None:
    frames = round(LOOP.frames_at(rate_hz)) + off * rate_hz // 96_000 + (1 if off > 0 else -1)
    conformed, findings, ending = conform(chord(frames), rate_hz, LOOP, name="pad/x.wav")
    assert conformed.shape == (FRAMES, 2)
    assert not measure_seam(conformed, 48_000).clicks
    assert not [finding for finding in findings if finding.is_warning]
    assert ending in (Ending.CUT, Ending.STRETCHED)


@pytest.mark.parametrize("tiles", [2, 4, 8])
def test_halves_and_quarters_too(tiles: int) -> None:
    samples = chord(FRAMES // tiles - 4, (110, 138, 165))
    conformed, findings, ending = conform(samples, 48_000, LOOP, name="pad/x.wav")
    assert ending is Ending.STRETCHED
    assert not measure_seam(conformed, 48_000).clicks
    assert [str(each) for each in findings] == [
        f"pad/x.wav: is 4 frames (0.1 ms) shorter than {8 // tiles} beat{'s' * (tiles < 8)} at 128"
        " BPM: stretched to fit, the seam stays as it is",
        f"pad/x.wav: repeats {tiles} times in the loop",
    ]


def test_a_stretch_is_the_same_sound() -> None:
    conformed, _, _ = conform(chord(FRAMES - 60), 48_000, LOOP)
    np.testing.assert_allclose(conformed, chord(FRAMES), atol=2**-15)


def test_silence_too_much_is_cut_and_no_bit_is_changed() -> None:
    hits = chord(FRAMES + 40) * np.linspace(1, 0, FRAMES + 40, dtype=np.float32)[:, None] ** 8
    hits[FRAMES - 500 :] = 0
    conformed, findings, ending = conform(hits, 48_000, LOOP, name="drum/x.wav")
    assert ending is Ending.CUT
    np.testing.assert_array_equal(conformed, hits[:FRAMES])
    assert [str(each) for each in findings] == [
        "drum/x.wav: is 40 frames (0.8 ms) longer than 8 beats at 128 BPM: the end is cut off"
    ]
    assert not findings[0].is_warning


def test_silence_too_little_is_filled_up_without_a_warning() -> None:
    hits = chord(FRAMES - 40)
    hits[FRAMES // 2 :] = 0
    conformed, findings, ending = conform(hits, 48_000, LOOP)
    assert ending is Ending.FILLED
    np.testing.assert_array_equal(conformed[: FRAMES - 40], hits)
    assert not findings[0].is_warning


def test_an_encoders_extra_frames_are_cut_without_a_hole() -> None:
    """Beyond rounding it is said; but a cut whose seam is clean is not faded."""
    longer = np.concatenate([chord(FRAMES), chord(FRAMES)[:1_000]])
    conformed, findings, ending = conform(longer, 48_000, LOOP)
    assert ending is Ending.CUT
    np.testing.assert_array_equal(conformed, chord(FRAMES))
    assert findings[0].is_warning


@pytest.mark.parametrize("off", [-40, 40])
def test_what_clicks_anyway_is_faded_and_said(off: int) -> None:
    broken = chord(FRAMES * 2, (825, 1_039, 1_239))[: FRAMES + off]
    assert measure_seam(broken, 48_000).clicks
    conformed, findings, ending = conform(broken, 48_000, LOOP)
    assert ending is Ending.FADED
    assert findings[0].is_warning
    assert not conformed[-1].any()


def test_beyond_rounding_nothing_is_stretched() -> None:
    _, findings, ending = conform(chord(FRAMES - 91), 48_000, LOOP)
    assert ending is Ending.FADED
    assert findings[0].is_warning


@settings(max_examples=examples(30), deadline=None)
@given(
    off=st.integers(-90, 90),
    turns=st.sets(st.integers(60, 4_000), min_size=1, max_size=4),
)
def test_no_rounding_makes_a_click(off: int, turns: set[int]) -> None:
    samples = chord(FRAMES + off, tuple(turns)) / len(turns)
    conformed, findings, _ = conform(samples, 48_000, LOOP)
    assert conformed.shape == (FRAMES, 2)
    assert not measure_seam(conformed, 48_000).clicks
    assert not [finding for finding in findings if finding.is_warning]


def test_a_clip_of_the_right_length_is_never_judged(
    monkeypatch: pytest.MonkeyPatch, tone: Callable[..., Samples]
) -> None:
    """Measuring costs a tenth of a second a clip: only what is off pays it."""
    asked: list[int] = []
    monkeypatch.setattr("mwk_desktop.sounds.conform.measure_seam", lambda *_: asked.append(1))
    samples = tone(FRAMES)
    conformed, _, ending = conform(samples, 48_000, LOOP)
    assert (ending, asked) == (Ending.KEPT, [])
    assert np.shares_memory(conformed, samples)

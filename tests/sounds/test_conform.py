"""One clip made to fit: exact lengths, untouched bits, seams that stay, and what is said."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.sounds.audio_file import AudioHeader
from mwk_desktop.sounds.conform import (
    ClipFit,
    LoopSpec,
    conform,
    fit_length,
    frames_needed,
    loop_doublings,
    resample_circular,
)
from tests.support import examples

DEFAULT = LoopSpec(48_000, Fraction(128), 8, 8)
RNG = np.random.default_rng(20180412)


def noise(frames: int, channels: int = 2) -> np.ndarray:
    return (RNG.random((frames, channels), dtype=np.float32) - 0.5).astype(np.float32)


def circular(frames_out: int, samples: np.ndarray) -> np.ndarray:
    """Exact resampling of one turn of a loop: its Fourier series read at other places."""
    frames = len(samples)
    spectrum = np.fft.rfft(samples.astype(np.float64), axis=0)
    wanted = np.zeros((frames_out // 2 + 1, samples.shape[1]), complex)
    common = min(len(spectrum), len(wanted)) - 1
    wanted[:common] = spectrum[:common]
    return np.fft.irfft(wanted, frames_out, axis=0) * frames_out / frames


def band_limited(frames: int, top: float, channels: int = 2) -> np.ndarray:
    """A random loop without anything above ``top`` (a share of the sample rate)."""
    spectrum = np.fft.rfft(RNG.standard_normal((frames, channels)), axis=0)
    spectrum[int(frames * top) :] = 0
    wave = np.fft.irfft(spectrum, frames, axis=0)
    return (0.5 * wave / np.abs(wave).max()).astype(np.float32)


def test_the_loop_of_the_default_set() -> None:
    frames = {
        rate: LoopSpec(rate, Fraction(128), 8, 8).loop_frames for rate in (48_000, 44_100, 96_000)
    }
    assert frames == {48_000: 180_000, 44_100: 165_375, 96_000: 360_000}


def test_a_clip_that_fits_is_not_touched() -> None:
    samples = noise(180_000)
    conformed, findings, _ = conform(samples, 48_000, DEFAULT)
    assert findings == []
    assert conformed.dtype == np.float32
    assert conformed.flags.c_contiguous
    np.testing.assert_array_equal(conformed, samples)


@pytest.mark.parametrize("tiles", [2, 4, 8, 64])
def test_short_clips_repeat(tiles: int) -> None:
    frames = 180_000 // tiles if 180_000 % tiles == 0 else round(180_000 / tiles)
    samples = noise(frames)
    conformed, findings, _ = conform(samples, 48_000, DEFAULT, name="drum/x.wav")
    assert conformed.shape == (180_000, 2)
    assert [str(finding) for finding in findings] == [
        f"drum/x.wav: repeats {tiles} times in the loop"
    ]
    for number in range(tiles):
        start = number * 180_000 // tiles
        np.testing.assert_array_equal(conformed[start : start + frames - 1], samples[: frames - 1])


def test_halves_of_an_odd_loop_go_round_their_own_seam() -> None:
    odd = LoopSpec(44_100, Fraction(128), 8, 8)
    samples = noise(82_687)  # 82,687.5 would be exact.
    conformed, findings, _ = conform(samples, 44_100, odd)
    assert not [finding for finding in findings if finding.is_warning]
    np.testing.assert_array_equal(conformed[:82_687], samples)
    np.testing.assert_array_equal(conformed[82_687 : 2 * 82_687], samples)
    np.testing.assert_array_equal(conformed[-1], samples[0])


def test_mono_plays_on_both_sides() -> None:
    samples = noise(180_000, 1)
    conformed, findings, _ = conform(samples, 48_000, DEFAULT)
    np.testing.assert_array_equal(conformed[:, 0], samples[:, 0])
    np.testing.assert_array_equal(conformed[:, 1], samples[:, 0])
    assert not findings[0].is_warning


def test_of_many_channels_the_first_two_play() -> None:
    samples = noise(180_000, 6)
    conformed, findings, _ = conform(samples, 48_000, DEFAULT, name="pad/x.wav")
    np.testing.assert_array_equal(conformed, samples[:, :2])
    assert [str(f) for f in findings if f.is_warning] == [
        "pad/x.wav: has 6 channels: only the first two play"
    ]


@pytest.mark.parametrize(
    ("frames", "message"),
    [
        (180_100, "is 100 frames (2.1 ms) longer than 8 beats at 128 BPM: the end is cut off"),
        (179_900, "is 100 frames (2.1 ms) shorter than 8 beats at 128 BPM: filled up with silence"),
        (90_100, "is 100 frames (2.1 ms) longer than 4 beats at 128 BPM: the end is cut off"),
        (22_000, "is 500 frames (10.4 ms) shorter than 1 beat at 128 BPM: filled up with silence"),
        (120_000, "is 60,000 frames (1250.0 ms) shorter than 8 beats at 128 BPM: filled up"),
        (
            250_000,
            "is 70,000 frames (1458.3 ms) longer than 8 beats at 128 BPM: the end is cut off",
        ),
        (999, "is 179,001 frames (3729.2 ms) shorter than 8 beats at 128 BPM: filled up"),
    ],
)
def test_a_length_that_is_off(frames: int, message: str) -> None:
    samples = np.full((frames, 2), 0.5, np.float32)
    conformed, findings, _ = conform(samples, 48_000, DEFAULT, name="drum/x.wav")
    assert conformed.shape == (180_000, 2)
    (text,) = (str(finding) for finding in findings if finding.is_warning)
    assert text.startswith(f"drum/x.wav: {message}")


def test_a_cut_that_clicks_is_faded_and_the_rest_untouched(tone) -> None:
    samples = tone(181_000, turns=835)
    conformed, _, _ = conform(samples, 48_000, DEFAULT)
    np.testing.assert_array_equal(conformed[: 180_000 - 144], samples[: 180_000 - 144])
    assert conformed[-1].tolist() == [0.0, 0.0]
    short, _, _ = conform(samples[:179_000], 48_000, DEFAULT)
    np.testing.assert_array_equal(short[: 179_000 - 144], samples[: 179_000 - 144])
    assert not short[178_999:].any()


def test_one_frame_of_rounding_is_no_fault() -> None:
    loop = LoopSpec(48_000, Fraction("93.3"), 8, 8)
    assert loop.loop_frames == 246_945  # 246,945.34 exactly
    for frames in (246_945, 246_946):
        conformed, findings, _ = conform(noise(frames), 48_000, loop)
        assert findings == []
        assert conformed.shape == (246_945, 2)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e30, 32_767.0])
def test_garbage_is_silenced_and_said(value: float) -> None:
    samples = noise(180_000)
    samples[1000:1003, 0] = value
    conformed, findings, _ = conform(samples, 48_000, DEFAULT, name="drum/x.wav")
    assert np.isfinite(conformed).all()
    assert not conformed[1000:1003, 0].any()
    np.testing.assert_array_equal(conformed[1003:], samples[1003:])
    (finding,) = findings
    assert finding.is_warning
    assert str(finding.message).startswith("3 samples are no audio")


def test_loud_floats_are_audio() -> None:
    samples = noise(180_000) * 8
    conformed, findings, _ = conform(samples, 48_000, DEFAULT)
    assert findings == []
    np.testing.assert_array_equal(conformed, samples)


def test_a_file_that_breaks_off() -> None:
    conformed, findings, _ = conform(noise(100_000), 48_000, DEFAULT, file_frames=180_000)
    assert [str(f.message) for f in findings] == ["breaks off before its end; the rest is silence"]
    assert not conformed[100_000:].any()


@pytest.mark.parametrize("shape", [(0, 2), (5, 0), (5,), (2, 2, 2)])
def test_nonsense_is_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="expected samples"):
        conform(np.zeros(shape, np.float32), 48_000, DEFAULT)


@pytest.mark.parametrize(
    ("rate_in", "rate_out"),
    [(44_100, 48_000), (48_000, 44_100), (22_050, 48_000), (96_000, 48_000), (48_000, 192_000)],
)
def test_resampling_is_circular_and_exact(rate_in: int, rate_out: int) -> None:
    """Against the exact answer: nowhere worse than the last bit of 16, the seam included."""
    loop = LoopSpec(rate_out, Fraction(128), 4, 4)
    frames_in = round(loop.frames_at(rate_in))
    samples = band_limited(frames_in, 0.4 * min(1.0, rate_out / rate_in))
    conformed, findings, _ = conform(samples, rate_in, loop)
    assert conformed.shape == (loop.loop_frames, 2)
    assert conformed.dtype == np.float32
    assert not [finding for finding in findings if finding.is_warning]
    error = np.abs(conformed - circular(loop.loop_frames, samples))
    assert error.max() < 2**-16
    assert error[:64].max() < 2**-16
    assert error[-64:].max() < 2**-16


def test_short_clips_of_another_rate_repeat() -> None:
    samples = band_limited(41_343, 0.3)  # A quarter of 165,375 frames is 41,343.75.
    conformed, findings, _ = conform(samples, 44_100, DEFAULT)
    assert conformed.shape == (180_000, 2)
    assert not [finding for finding in findings if finding.is_warning]
    np.testing.assert_allclose(conformed[:45_000], conformed[45_000:90_000], atol=1e-5)


@settings(max_examples=examples(40), deadline=None)
@given(
    frames_in=st.integers(1, 4_000),
    ratio=st.fractions(Fraction(1, 16), 16, max_denominator=100_000),
)
def test_resampling_gives_exactly_the_length_asked_for(frames_in: int, ratio: Fraction) -> None:
    frames_out = max(1, round(frames_in * ratio))
    samples = np.full((frames_in, 2), 0.25, np.float32)
    resampled = resample_circular(samples, frames_out)
    assert resampled.shape == (frames_out, 2)
    # A constant is a loop of any length.
    np.testing.assert_allclose(resampled, 0.25, atol=1e-4)


@settings(max_examples=examples(60), deadline=None)
@given(
    frames=st.integers(1, 50_000),
    channels=st.integers(1, 3),
    rate_in=st.sampled_from([8_000, 11_025, 44_100, 48_000]),
    rate_out=st.sampled_from([8_000, 44_100, 48_000]),
    bpm=st.fractions(60, 240),
    doublings=st.integers(0, 2),
)
def test_anything_becomes_exactly_one_loop(
    frames: int, channels: int, rate_in: int, rate_out: int, bpm: Fraction, doublings: int
) -> None:
    loop = LoopSpec(rate_out, bpm, 2**doublings, 1)
    samples = np.full((frames, channels), 0.25, np.float32)
    conformed, findings, _ = conform(samples, rate_in, loop)
    assert conformed.shape == (loop.loop_frames, 2)
    assert conformed.dtype == np.float32
    assert conformed.flags.c_contiguous
    assert np.isfinite(conformed).all()
    assert sum(finding.is_warning for finding in findings) == (channels > 2) + (
        fit_length(frames, rate_in, loop).off_frames != 0
    )


@given(st.integers(1, 2_000_000), st.sampled_from([44_100, 48_000]), st.integers(0, 2))
def test_a_fit_always_fills_the_loop(frames: int, rate_hz: int, doublings: int) -> None:
    loop = LoopSpec(48_000, Fraction(128), 8 * 2**doublings, 8)
    fit = fit_length(frames, rate_hz, loop)
    assert fit.frames == frames - fit.off_frames
    assert abs(fit.frames * fit.tiles - loop.frames_at(rate_hz)) < fit.tiles
    assert fit.tiles & (fit.tiles - 1) == 0


def test_wild_lengths_fit_the_sets_own_loop() -> None:
    twice = LoopSpec(48_000, Fraction(128), 16, 8)
    assert fit_length(250_000, 48_000, twice) == ClipFit(2, 180_000, 70_000)
    assert fit_length(361_000, 48_000, twice) == ClipFit(1, 360_000, 1_000)


def header(frames: int, rate_hz: int = 48_000) -> AudioHeader:
    return AudioHeader(rate_hz, 2, frames, "WAV", "PCM_16")


@pytest.mark.parametrize(
    ("frames", "doublings"),
    [
        ([180_000], 0),
        ([90_000, 180_000], 0),
        ([180_000, 360_000], 1),
        ([180_000, 360_576], 1),  # An encoder's extra frames.
        ([180_000, 720_000, 360_000], 2),
        ([180_000, 1_440_000], 0),  # Eight loops: a track, which is cut.
        ([180_000, 540_000], 0),  # Three loops are no double.
        ([], 0),
    ],
)
def test_double_clips_make_the_loop_longer(frames: list[int], doublings: int) -> None:
    assert loop_doublings(map(header, frames), DEFAULT) == doublings


def test_no_more_is_decoded_than_plays() -> None:
    assert frames_needed(header(100), DEFAULT) == 100
    assert frames_needed(header(10**9), DEFAULT) == 180_001
    assert frames_needed(header(10**9, 44_100), DEFAULT) == 165_376

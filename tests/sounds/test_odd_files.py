"""Files as other programs leave them: without a length, with a wrong one, with an offset."""

from __future__ import annotations

import shutil
import struct
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.sounds.audio_file import Samples, read_header, read_samples
from mwk_desktop.sounds.conform import LoopSpec, conform
from mwk_desktop.sounds.measure import dc_offset
from mwk_desktop.sounds.mp3_length import says_its_length, with_length
from mwk_desktop.sounds.set_examination import ClipReport, examine
from mwk_desktop.sounds.set_loading import load
from mwk_desktop.sounds.sound_set import open_sound_set

PIPED = Path(__file__).parents[1] / "fixtures" / "sounds" / "piped.flac"
FRAMES = 180_000
LOOP = LoopSpec(48_000, Fraction(128), 8, 8)


def report(folder: Path, name: str) -> ClipReport:
    return next(clip for clip in examine(folder).clips if clip.info.name == name)


def said(clip: ClipReport) -> str:
    return "\n".join(map(str, clip.findings))


# -- lengths -------------------------------------------------------------------------------------


def unknown_length(path: Path) -> Path:
    """A FLAC as a pipe leaves it: total samples 0 (36 bits from bit 4 of byte 21)."""
    content = bytearray(path.read_bytes())
    content[21] &= 0xF0
    content[22:26] = bytes(4)
    path.write_bytes(content)
    return path


def test_a_piped_flac_plays(folder: Path) -> None:
    (folder / "drum").mkdir()
    shutil.copy(PIPED, folder / "drum" / "piped.flac")
    header = read_header(folder / "drum" / "piped.flac")
    assert (header.frames, header.rate_hz, header.channels) == (FRAMES, 48_000, 2)
    loaded = load(open_sound_set(folder), 48_000)
    assert loaded.clip_names == ("drum/piped.flac",)
    assert (loaded.bpm, loaded.loop_frames) == (128, FRAMES)
    assert not [text for text in map(str, loaded.warnings) if "piped" in text]
    assert np.abs(loaded.samples[0][-1_000:]).max() > 0
    assert report(folder, "drum/piped.flac").off_frames == 0


@pytest.mark.parametrize(
    ("channels", "rate_hz", "frames"),
    [(1, 48_000, FRAMES), (2, 44_100, 165_375), (1, 8_000, 3_000)],
)
def test_flac_of_unknown_length_is_the_same_sound(
    clip, tone: Callable[..., Samples], channels: int, rate_hz: int, frames: int
) -> None:
    path = clip("pad/a.flac", samples=tone(frames, 33, channels), rate_hz=rate_hz)
    header = read_header(path)
    samples = read_samples(path, frames)
    unknown_length(path)
    assert soundfile.info(str(path)).frames > 1 << 40
    assert read_header(path) == header
    np.testing.assert_array_equal(read_samples(path, frames), samples)
    np.testing.assert_array_equal(read_samples(path, frames * 10), samples)
    np.testing.assert_array_equal(read_samples(path, 100), samples[:100])


def test_a_long_flac_of_unknown_length_is_a_track_that_is_cut(
    clip, folder: Path, set_file: Callable[[str], Path]
) -> None:
    set_file("bpm = 128\nbeats = 8")
    clip("drum/a.wav", frames=FRAMES)
    unknown_length(clip("pad/track.flac", frames=2_000_000))
    loaded = load(open_sound_set(folder), 48_000)
    assert loaded.loop_frames == FRAMES
    assert [text for text in map(str, loaded.warnings) if text.startswith("pad/")] == [
        "pad/track.flac: is 1,820,000 frames (37916.7 ms) longer than 8 beats at 128 BPM: "
        "the end is cut off"
    ]


def test_a_flac_that_claims_more_than_it_has(clip, folder: Path) -> None:
    clip("drum/a.flac", frames=FRAMES)
    path = clip("pad/b.flac", frames=150_000)
    content = bytearray(path.read_bytes())
    content[22:26] = struct.pack(">I", FRAMES)
    path.write_bytes(content)
    loaded = load(open_sound_set(folder), 48_000)
    assert loaded.clip_names == ("drum/a.flac", "pad/b.flac")
    assert "pad/b.flac: breaks off before its end; the rest is silence" in map(str, loaded.findings)


@pytest.mark.parametrize("size", [0xFFFFFFFF, 0x7FFFFFFF])
def test_a_piped_wav_plays(clip, size: int) -> None:
    path = clip("drum/a.wav", frames=FRAMES)
    samples = read_samples(path, FRAMES)
    content = bytearray(path.read_bytes())
    at = content.index(b"data") + 4
    content[4:8] = content[at : at + 4] = struct.pack("<I", size)
    path.write_bytes(content)
    assert read_header(path).frames == FRAMES
    np.testing.assert_array_equal(read_samples(path, FRAMES), samples)


# -- MP3 -----------------------------------------------------------------------------------------


def write_mp3(path: Path, samples: Samples, rate_hz: int, mode: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with soundfile.SoundFile(
        path,
        "w",
        rate_hz,
        samples.shape[1],
        format="MP3",
        bitrate_mode=mode,
        compression_level=0.3,
    ) as file:
        file.write(samples)
    return path


def without_tag(path: Path) -> Path:
    """Take out the first frame, which holds nothing but the length."""
    content = path.read_bytes()
    assert says_its_length(content)
    kbit_s = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)[content[2] >> 4]
    rate_hz = (44_100, 48_000, 32_000)[content[2] >> 2 & 3]
    second = 144_000 * kbit_s // rate_hz + (content[2] >> 1 & 1)
    path.write_bytes(content[second:])
    assert not says_its_length(path.read_bytes())
    return path


@pytest.mark.parametrize("mode", ["CONSTANT", "VARIABLE"])
@pytest.mark.parametrize(("rate_hz", "channels"), [(48_000, 2), (44_100, 1), (32_000, 2)])
def test_an_mp3_without_a_xing_header_starts_on_time(
    tmp_path: Path, mode: str, rate_hz: int, channels: int
) -> None:
    frames = 3 * rate_hz
    times = np.arange(frames)
    wave = 0.3 * np.sin(2 * np.pi * 330 * times / rate_hz) * (1 + times % (rate_hz // 2)) ** -0.2
    samples = np.repeat(wave.astype(np.float32)[:, None], channels, axis=1)
    path = without_tag(write_mp3(tmp_path / "a.mp3", samples, rate_hz, mode))
    header = read_header(path)
    assert header.untagged
    assert frames <= header.frames < frames + 3 * 1_152  # its last frames' padding
    decoded = read_samples(path, frames, header.delay_frames)
    middle = slice(rate_hz // 4, frames - rate_hz // 4)
    error = decoded[middle] - samples[middle]
    assert np.sqrt((error**2).mean()) < 0.1 * np.sqrt((samples[middle] ** 2).mean())


def test_an_mp3_without_a_xing_header_is_said(
    folder: Path, clip, tone: Callable[..., Samples], set_file: Callable[[str], Path]
) -> None:
    set_file("bpm = 128\nbeats = 8")
    clip("drum/a.flac", frames=FRAMES, turns=825)
    without_tag(write_mp3(folder / "pad" / "b.mp3", tone(FRAMES, 1_650), 48_000, "VARIABLE"))
    clip_report = report(folder, "pad/b.mp3")
    assert "without a Xing header" in said(clip_report)
    assert clip_report.tiles == 1
    assert 0 < clip_report.off_frames < 3_000
    loaded = load(open_sound_set(folder), 48_000)
    assert any("without a Xing header" in str(finding) for finding in loaded.findings)


def test_an_mp3_with_names_and_pictures_before_it(tmp_path: Path, tone) -> None:
    path = write_mp3(tmp_path / "a.mp3", tone(FRAMES, 1_650), 48_000, "VARIABLE")
    tagged = read_header(path)
    without = without_tag(path).read_bytes()
    expected = read_header(path)
    picture = b"Xing" * 500
    size = bytes([len(picture) >> 21 & 127, len(picture) >> 14 & 127, len(picture) >> 7 & 127])
    path.write_bytes(b"ID3\x04\x00\x00" + size + bytes([len(picture) & 127]) + picture + without)
    assert read_header(path) == expected
    assert not tagged.untagged


@given(st.binary(max_size=400))
def test_counting_frames_never_fails(content: bytes) -> None:
    for data in (content, b"\xff\xfb\x90\x00" + content, b"ID3" + content):
        assert with_length(data).endswith(data[-1:])
        assert says_its_length(data) in (True, False)


# -- levels --------------------------------------------------------------------------------------


@pytest.mark.parametrize("peak", [1.05, 2.0, 7.9])
def test_a_float_file_above_full_scale_is_not_cut_flat(clip, folder: Path, peak: float) -> None:
    wave = peak * np.sin(2 * np.pi * 825 * np.arange(FRAMES) / FRAMES)
    clip("synth/hot.wav", samples=np.repeat(wave[:, None], 2, 1), subtype="FLOAT")
    text = said(report(folder, "synth/hot.wav"))
    assert "cut flat" not in text
    assert f"goes {20 * np.log10(peak):.1f} dB above full scale" in text


@pytest.mark.parametrize("subtype", ["PCM_16", "PCM_24", "FLOAT"])
@pytest.mark.parametrize("top", [1.0, 1.5])
def test_what_is_cut_flat_is_said(clip, folder: Path, subtype: str, top: float) -> None:
    """Also a float file that was made louder after it had been cut."""
    wave = np.clip(3 * np.sin(2 * np.pi * 825 * np.arange(FRAMES) / FRAMES), -1, 1) * top
    clip("synth/flat.wav", samples=np.repeat(wave[:, None], 2, 1), subtype=subtype)
    assert "cut flat at full scale" in said(report(folder, "synth/flat.wav"))


def test_one_loud_sample_is_neither(clip, folder: Path, tone) -> None:
    samples = tone(FRAMES, 825)
    samples[5_000] = 1.0
    clip("synth/a.wav", samples=samples)
    assert "full scale" not in said(report(folder, "synth/a.wav"))


@pytest.mark.parametrize("offset", [(0.05, 0.05), (-0.02, 0.0), (0.3, -0.1)])
def test_an_offset_is_taken_out_and_said(clip, folder: Path, tone, offset) -> None:
    pure = tone(FRAMES, 825)
    clip("pad/a.wav", samples=pure + np.float32(offset), subtype="FLOAT")
    loaded = load(open_sound_set(folder), 48_000)
    np.testing.assert_allclose(loaded.samples[0], pure, atol=1e-4)
    text = f"{100 * max(map(abs, offset)):.1f} % of full scale"
    assert text in said(report(folder, "pad/a.wav"))
    assert not [each for each in loaded.warnings if each.where.startswith("pad/")]


@pytest.mark.parametrize("hertz", [20.0, 27.5, 30.0, 33.0, 41.2])
def test_a_deep_sound_is_no_offset(hertz: float) -> None:
    samples = 0.8 * np.sin(2 * np.pi * round(hertz * 3.75) * np.arange(FRAMES) / FRAMES)
    stereo = np.repeat(samples.astype(np.float32)[:, None], 2, 1)
    assert np.abs(dc_offset(stereo, 48_000)).max() < 1e-3
    conformed, findings, _ = conform(stereo, 48_000, LOOP)
    assert findings == []
    np.testing.assert_array_equal(conformed, stereo)


def test_one_sided_kicks_are_no_offset() -> None:
    times = np.arange(22_500) / 48_000
    kick = np.sin(2 * np.pi * 50 * times) * np.exp(-times * 40)
    samples = np.repeat(np.tile(kick, 8).astype(np.float32)[:, None], 2, 1)
    _, findings, _ = conform(samples, 48_000, LOOP)
    assert findings == []

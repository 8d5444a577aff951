"""A set into one array: order, bits, every format, broken files, other rates, shared memory."""

from __future__ import annotations

import os
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import soundfile

from mwk_desktop.messages import message
from mwk_desktop.sounds import part_conforming, set_loading
from mwk_desktop.sounds.set_findings import SoundSetError
from mwk_desktop.sounds.set_loading import LoadedSet, load
from mwk_desktop.sounds.sound_set import default_sound_set_dir, open_sound_set
from mwk_desktop.units import INSTRUMENTS

SetFile = Callable[[str], Path]


def loaded(folder: Path, rate_hz: int = 48_000) -> LoadedSet:
    return load(open_sound_set(folder), rate_hz)


def heard(result: LoadedSet) -> list[str]:
    """The warnings about files (that instruments are missing is no news in these tests)."""
    return [str(finding) for finding in result.warnings if finding.where not in INSTRUMENTS]


@pytest.fixture(scope="module")
def default_set() -> LoadedSet:
    return loaded(default_sound_set_dir())


def test_the_default_set(default_set: LoadedSet) -> None:
    assert default_set.loop_frames == 180_000
    assert default_set.bpm == 128
    assert (default_set.beats_per_loop, default_set.beats_per_bar) == (8, 4)
    assert default_set.bars_per_loop == 2
    assert default_set.findings == ()
    assert default_set.clip_names == tuple(sorted(default_set.clip_names))
    assert all(len(default_set.instruments[instrument]) >= 2 for instrument in INSTRUMENTS)
    pages = {page for layout in default_set.layouts for page in layout.needs}
    assert default_set.samples.shape == (len(pages), 180_000, 2)
    assert len(pages) >= 4 * len(default_set.clip_names)
    assert default_set.samples.dtype == np.float32
    assert default_set.samples.flags.c_contiguous
    assert default_set.sound_set.aliases["drum"][0] == "batterie"
    assert all(info.title for info in default_set.infos)


def test_the_default_set_is_bit_exact(default_set: LoadedSet) -> None:
    for info in default_set.infos[::7]:
        integers, rate_hz = soundfile.read(info.path, dtype="int16")
        assert rate_hz == 48_000
        row = default_set.samples[default_set.clip_id(info.name)]
        np.testing.assert_array_equal(row, integers.astype(np.float32) / 32_768)


def test_the_default_set_at_another_rate(default_set: LoadedSet) -> None:
    other = loaded(default_sound_set_dir(), 44_100)
    assert other.loop_frames == 165_375
    assert other.samples.shape == (len(default_set.samples), 165_375, 2)
    assert other.warnings == ()
    assert other.clip_names == default_set.clip_names


def test_names_and_rows(default_set: LoadedSet) -> None:
    name = default_set.clip_names[3]
    assert default_set.clip_id(name) == 3
    assert default_set.infos[3].name == name
    assert default_set.resolve(name.replace(".flac", ".ogg")) == name
    assert default_set.resolve("drum/nothing.ogg") is None
    with pytest.raises(KeyError):
        default_set.clip_id("drum/nothing.flac")


@pytest.mark.parametrize("suffix", [".flac", ".wav", ".ogg", ".opus", ".mp3"])
def test_every_format_is_exactly_one_loop(clip, folder: Path, suffix: str) -> None:
    clip("drum/reference.flac", frames=180_000, turns=1_650)
    clip(f"pad/a{suffix}", frames=180_000, turns=1_650)
    result = loaded(folder)
    assert heard(result) == []
    assert result.samples.shape == (2, 180_000, 2)
    # The same music at the same place, whatever the codec does to its details.
    np.testing.assert_allclose(
        result.samples[1][5000:-5000], result.samples[0][5000:-5000], atol=0.02
    )


@pytest.mark.parametrize(
    ("subtype", "scale"), [("PCM_16", 2**15), ("PCM_24", 2**23), ("FLOAT", None)]
)
def test_bits_survive(clip, folder: Path, tone, subtype: str, scale: int | None) -> None:
    samples = tone(180_000, turns=333)
    clip("drum/a.wav", samples=samples, subtype=subtype)
    row = loaded(folder).samples[0]
    if scale is None:
        np.testing.assert_array_equal(row, samples)
    else:
        np.testing.assert_allclose(row, samples, atol=1 / scale)
        assert (row * scale == np.round(row * scale)).all()


def test_instruments_in_order_and_missing_ones(clip, folder: Path) -> None:
    for name in ("vocal/v.wav", "drum/b.wav", "drum/a.wav", "pad/drum10.wav", "pad/drum9.wav"):
        clip(name, frames=180_000)
    result = loaded(folder)
    assert result.clip_names == (
        "drum/a.wav",
        "drum/b.wav",
        "pad/drum10.wav",
        "pad/drum9.wav",
        "vocal/v.wav",
    )
    assert tuple(result.instruments) == INSTRUMENTS
    assert result.instruments["pad"] == ("pad/drum10.wav", "pad/drum9.wav")
    assert result.instruments["synth"] == ()
    missing = {finding.where for finding in result.warnings}
    assert missing == set(INSTRUMENTS) - {"drum", "pad", "vocal"}


def test_broken_files_cost_their_clip_only(clip, folder: Path) -> None:
    clip("drum/good.flac", frames=180_000)
    clip("pad/good.flac", frames=180_000, turns=70)
    (folder / "drum" / "empty.wav").write_bytes(b"")
    (folder / "drum" / "noise.flac").write_bytes(bytes(range(256)) * 40)
    (folder / "drum" / "header.wav").write_bytes(b"RIFF\x00\x00\x00\x00WAVE")
    (folder / "drum" / "text.mp3").write_text("hello " * 100)
    (folder / "drum" / "dangling.wav").symlink_to(folder / "nowhere")
    clip("drum/nothing.wav", samples=np.zeros((0, 2), np.float32))
    result = loaded(folder)
    assert result.clip_names == ("drum/good.flac", "pad/good.flac")
    assert len(heard(result)) == 6
    assert all("left out: it" in text for text in heard(result))


def test_a_file_that_breaks_while_it_is_decoded(
    clip, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its header was fine, so its row is taken back and the rows after it move up."""
    for number, name in enumerate(("drum/a.wav", "drum/b.wav", "pad/c.wav")):
        clip(name, frames=180_000, turns=50 + number)
    expected = loaded(folder)
    read = part_conforming.read_samples

    def breaks(path: Path, frames: int, delay: int) -> set_loading.Samples:
        if path.name == "b.wav":
            raise set_loading.AudioFileError(message("it cannot be decoded (torn)"))
        return read(path, frames, delay)

    monkeypatch.setattr(part_conforming, "read_samples", breaks)
    result = loaded(folder)
    assert result.clip_names == ("drum/a.wav", "pad/c.wav")
    assert heard(result) == ["drum/b.wav: left out: it cannot be decoded (torn)"]
    np.testing.assert_array_equal(result.samples, expected.samples[[0, 2]])
    assert result.samples.flags.c_contiguous


@pytest.mark.parametrize("suffix", [".flac", ".wav", ".ogg", ".mp3"])
def test_torn_files_are_left_out_or_said(clip, folder: Path, suffix: str) -> None:
    clip("drum/good.flac", frames=180_000)
    torn = clip(f"pad/torn{suffix}", frames=180_000)
    torn.write_bytes(torn.read_bytes()[: torn.stat().st_size // 2])
    result = loaded(folder)
    assert "drum/good.flac" in result.clip_names
    assert [text for text in heard(result) if text.startswith(f"pad/torn{suffix}")]
    assert np.isfinite(result.samples).all()


def test_garbage_samples_are_said(clip, folder: Path, tone) -> None:
    samples = tone(180_000)
    samples[7] = np.nan
    clip("drum/a.wav", samples=samples, subtype="FLOAT")
    result = loaded(folder)
    assert heard(result) == [
        "drum/a.wav: 2 samples are no audio (NaN, infinite or far too loud): silenced"
    ]
    assert np.isfinite(result.samples).all()


def test_nothing_that_plays(clip, folder: Path, set_file: SetFile) -> None:
    set_file("bpm = 128\nbeats = 8")
    (folder / "drum").mkdir()
    (folder / "drum" / "a.wav").write_bytes(b"x")
    with pytest.raises(SoundSetError, match=r"none of its clips can be played \(drum/a.wav"):
        loaded(folder)


def test_mixed_lengths_and_rates(clip, folder: Path, set_file: SetFile) -> None:
    set_file("match = false")
    clip("drum/half.wav", frames=90_000)
    clip("drum/full.wav", frames=180_000)
    clip("pad/cd.wav", frames=165_375, rate_hz=44_100)
    clip("pad/more.wav", frames=180_000)
    result = loaded(folder)
    assert (result.bpm, result.beats_per_loop, result.loop_frames) == (128, 8, 180_000)
    assert heard(result) == []
    np.testing.assert_allclose(result.samples[2], result.samples[0], atol=1e-4)


def test_double_clips_make_the_loop_longer(clip, folder: Path, tone) -> None:
    short, long = tone(180_000, turns=50), tone(360_000, turns=99)
    clip("drum/short.wav", samples=short, subtype="FLOAT")
    clip("drum/short2.wav", samples=short, subtype="FLOAT")
    clip("pad/long.wav", samples=long, subtype="FLOAT")
    clip("vocal/wild.wav", frames=200_000)
    result = loaded(folder)
    assert (result.sound_set.beats, result.beats_per_loop, result.bars_per_loop) == (8, 16, 4)
    assert (result.bpm, result.loop_frames) == (128, 360_000)
    np.testing.assert_array_equal(result.samples[0], np.concatenate([short, short]))
    np.testing.assert_array_equal(result.samples[2], long)
    # Neither one loop nor two: cut to the set's own loop, which repeats.
    np.testing.assert_array_equal(result.samples[3][:180_000], result.samples[3][180_000:])


def test_a_track_is_cut_and_not_decoded(clip, folder: Path, set_file: SetFile) -> None:
    set_file("bpm = 128\nbeats = 8")
    clip("drum/a.wav", frames=180_000)
    clip("pad/track.wav", frames=3_000_000)
    result = loaded(folder)
    assert result.loop_frames == 180_000
    assert heard(result) == [
        "pad/track.wav: is 2,820,000 frames (58750.0 ms) longer than 8 beats at 128 BPM: "
        "the end is cut off"
    ]


def test_a_tempo_that_is_no_whole_number_of_frames(clip, folder: Path, set_file: SetFile) -> None:
    set_file("bpm = 93.3\nbeats = 8")
    clip("drum/a.wav", frames=246_945)
    result = loaded(folder)
    assert (result.bpm, result.loop_frames) == (Fraction(933, 10), 246_945)
    assert heard(result) == []


def test_progress_and_shared_memory(clip, folder: Path) -> None:
    for name in ("drum/a.wav", "drum/b.wav", "pad/c.wav"):
        clip(name, frames=180_000)
    expected = loaded(folder)
    told: list[tuple[int, int, str]] = []
    memory = bytearray(3 * 180_000 * 2 * 4 + 64)

    def allocate(shape: tuple[int, int, int]) -> set_loading.Samples:
        return np.frombuffer(memory, np.float32, count=int(np.prod(shape))).reshape(shape)

    result = load(
        open_sound_set(folder),
        48_000,
        progress=lambda done, total, name: told.append((done, total, name)),
        allocate=allocate,
    )
    assert told == [(1, 3, "drum/a.wav"), (2, 3, "drum/b.wav"), (3, 3, "pad/c.wav")]
    assert np.shares_memory(result.samples, np.frombuffer(memory, np.float32))
    np.testing.assert_array_equal(result.samples, expected.samples)


def test_wrong_memory_is_refused(clip, folder: Path) -> None:
    clip("drum/a.wav", frames=180_000)
    sound_set = open_sound_set(folder)
    with pytest.raises(ValueError, match="contiguous float32"):
        load(sound_set, 48_000, allocate=lambda shape: np.zeros(shape, np.float64))  # type: ignore[arg-type,return-value]
    with pytest.raises(ValueError, match="contiguous float32"):
        load(sound_set, 48_000, allocate=lambda shape: np.zeros((1, 2, 2), np.float32))


@pytest.mark.parametrize("rate_hz", [0, -1, 10, 10**9])
def test_no_sample_rate(clip, folder: Path, rate_hz: int) -> None:
    clip("drum/a.wav", frames=180_000)
    with pytest.raises(ValueError, match="no sample rate"):
        loaded(folder, rate_hz)


def test_a_set_that_does_not_fit_into_memory(
    clip, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clip("drum/a.wav", frames=180_000)
    clip("drum/b.wav", frames=180_000)
    monkeypatch.setattr(set_loading, "MAX_SET_BYTES", 2_000_000)
    with pytest.raises(SoundSetError, match=r"2 clips of 3\.8 s take 2 MB"):
        loaded(folder)


def test_twice_the_same(clip, folder: Path) -> None:
    clip("drum/a.ogg", frames=180_000)
    clip("pad/b.mp3", frames=165_375, rate_hz=44_100)
    np.testing.assert_array_equal(loaded(folder).samples, loaded(folder).samples)


def test_the_mp3_decoder_keeps_quiet(clip, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Damaged frames are our warning, not forty lines of the library's on standard error."""
    clip("drum/good.flac", frames=180_000)
    damaged = clip("pad/damaged.mp3", frames=180_000)
    content = bytearray(damaged.read_bytes())
    content[5_000:5_400] = b"\x55" * 400
    damaged.write_bytes(content[:-3_000])
    (folder / "pad" / "text.mp3").write_text("hello " * 5_000)
    result = loaded(folder)
    assert any(text.startswith("pad/text.mp3: left out") for text in heard(result))
    assert capfd.readouterr().err == ""
    os.write(2, b"still there")
    assert capfd.readouterr().err == "still there"

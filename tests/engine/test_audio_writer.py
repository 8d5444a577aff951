"""Files: exact samples, complete or absent."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from mwk_desktop.engine import wave_file
from mwk_desktop.engine.audio_writer import AudioWriter


@pytest.fixture
def sound() -> np.ndarray:
    return np.random.default_rng(1).uniform(-0.9, 0.9, (5000, 2)).astype(np.float32)


def write(path: Path, sound: np.ndarray, sample_format: str) -> None:
    with AudioWriter(path, 48_000, sample_format=sample_format) as writer:
        for chunk in np.array_split(sound, 7):
            writer.write(chunk)


@pytest.mark.parametrize(
    ("name", "sample_format", "subtype"),
    [
        ("a.wav", "pcm16", "PCM_16"),
        ("a.wav", "pcm24", "PCM_24"),
        ("a.wav", "float", "FLOAT"),
        ("a.flac", "pcm16", "PCM_16"),
        ("a.FLAC", "pcm24", "PCM_24"),
    ],
)
def test_what_is_written_is_read(
    tmp_path: Path, sound: np.ndarray, name: str, sample_format: str, subtype: str
) -> None:
    write(tmp_path / name, sound, sample_format)
    info = soundfile.info(tmp_path / name)
    assert (info.samplerate, info.channels, info.frames) == (48_000, 2, 5000)
    assert info.subtype == subtype
    read, _ = soundfile.read(tmp_path / name, dtype="float64")
    step = {"pcm16": 2.0**-15, "pcm24": 2.0**-23, "float": 0.0}[sample_format]
    assert np.abs(read - sound).max() <= step
    assert list(tmp_path.iterdir()) == [tmp_path / name]


@pytest.mark.parametrize("sample_format", ["pcm16", "pcm24", "float"])
def test_what_comes_again_is_written_again(
    tmp_path: Path, sound: np.ndarray, sample_format: str
) -> None:
    """Chunks that nobody can write to are encoded once."""
    path = tmp_path / "a.wav"
    chunks = np.array_split(sound, 70)
    for chunk in chunks:
        chunk.flags.writeable = False
    with AudioWriter(path, 48_000, sample_format=sample_format) as writer:
        for chunk in chunks * 3:
            writer.write(chunk)
        writer.write(sound[:1])
    read, _ = soundfile.read(path, dtype="float32")
    write(tmp_path / "b.wav", sound, sample_format)
    once, _ = soundfile.read(tmp_path / "b.wav", dtype="float32")
    assert np.array_equal(read, np.concatenate([once, once, once, once[:1]]))


@pytest.mark.parametrize("sample_format", ["pcm16", "pcm24", "float"])
def test_a_file_beyond_what_wav_can_count(
    tmp_path: Path, sound: np.ndarray, sample_format: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "a.wav", sound, sample_format)
    monkeypatch.setattr(wave_file, "_LARGEST", 10_000)
    write(tmp_path / "b.wav", sound, sample_format)
    assert (tmp_path / "b.wav").read_bytes()[:4] == b"RF64"
    one, _ = soundfile.read(tmp_path / "a.wav")
    other, _ = soundfile.read(tmp_path / "b.wav")
    assert np.array_equal(one, other)


def test_too_loud_is_clipped_not_wrapped(tmp_path: Path) -> None:
    sound = np.array([[1.0, -1.0], [1.5, -7.0]], dtype=np.float32)
    for name in ("pcm16", "pcm24"):
        write(tmp_path / "a.wav", sound, name)
        read, _ = soundfile.read(tmp_path / "a.wav")
        assert np.abs(read - [[1.0, -1.0], [1.0, -1.0]]).max() < 1e-4


def test_the_same_bytes_twice(tmp_path: Path, sound: np.ndarray) -> None:
    write(tmp_path / "a.wav", sound, "pcm24")
    write(tmp_path / "b.wav", sound, "pcm24")
    assert (tmp_path / "a.wav").read_bytes() == (tmp_path / "b.wav").read_bytes()


def test_a_failure_leaves_nothing_and_spares_what_was_there(
    tmp_path: Path, sound: np.ndarray
) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(b"last night's show")

    def fail() -> None:
        with AudioWriter(path, 48_000) as writer:
            writer.write(sound)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert path.read_bytes() == b"last night's show"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["missing/a.wav", "file/a.wav", "folder.wav"])
def test_an_unwritable_path_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("a file")
    (tmp_path / "folder.wav").mkdir()
    with pytest.raises(OSError, match=str(tmp_path / name)):
        AudioWriter(tmp_path / name, 48_000)


def test_a_folder_that_takes_no_files() -> None:
    with pytest.raises(OSError, match="cannot be written"):
        AudioWriter(Path("/proc/a.wav"), 48_000)


@pytest.mark.parametrize(
    ("name", "sample_format", "message"),
    [
        ("a.mp3", "pcm24", "must end in"),
        ("a", "pcm24", "must end in"),
        ("a.wav", "pcm8", "unknown format"),
        ("a.flac", "float", "FLAC holds no floats"),
    ],
)
def test_wrong_choices_are_refused(
    tmp_path: Path, name: str, sample_format: str, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        AudioWriter(tmp_path / name, 48_000, sample_format=sample_format)


def test_stems_in_other_channel_counts(tmp_path: Path) -> None:
    with AudioWriter(tmp_path / "m.wav", 44_100, channels=1) as writer:
        writer.write(np.zeros((10, 1), dtype=np.float32))
        writer.close()
        writer.close()
    assert soundfile.info(tmp_path / "m.wav").channels == 1

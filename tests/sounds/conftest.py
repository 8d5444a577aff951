"""Audio for the tests: made by formula, written by soundfile, in whatever format is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import soundfile

Samples = npt.NDArray[np.float32]
WriteClip = Callable[..., Path]

FORMATS = {
    ".flac": ("FLAC", "PCM_16"),
    ".wav": ("WAV", "PCM_16"),
    ".ogg": ("OGG", "VORBIS"),
    ".opus": ("OGG", "OPUS"),
    ".mp3": ("MP3", "MPEG_LAYER_III"),
}


def loop_tone(frames: int, turns: int = 50, channels: int = 2, gain: float = 0.25) -> Samples:
    """A sine with a whole number of turns in the loop: seamless, and known at any rate."""
    wave = gain * np.sin(2 * np.pi * turns * np.arange(frames) / frames)
    return np.repeat(wave[:, None], channels, axis=1).astype(np.float32)


def write_audio(path: Path, samples: Samples, rate_hz: int = 48_000, subtype: str = "") -> Path:
    """Write a clip; its suffix says the format. In chunks: one long write of Vorbis segfaults."""
    path.parent.mkdir(parents=True, exist_ok=True)
    container, codec = FORMATS[path.suffix.lower()]
    with soundfile.SoundFile(
        path, "w", rate_hz, samples.shape[1], format=container, subtype=subtype or codec
    ) as file:
        for start in range(0, len(samples), 4096):
            file.write(samples[start : start + 4096])
    return path


@pytest.fixture
def clip(tmp_path: Path) -> WriteClip:
    """Writes ``set/<name>``: ``clip("drum/a.wav", frames=..., rate_hz=..., samples=...)``."""

    def write(
        name: str,
        frames: int = 18_000,
        rate_hz: int = 48_000,
        samples: Samples | None = None,
        channels: int = 2,
        turns: int = 50,
        subtype: str = "",
    ) -> Path:
        if samples is None:
            samples = loop_tone(frames, turns, channels)
        return write_audio(tmp_path / "set" / name, samples, rate_hz, subtype)

    return write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the set that ``clip`` writes into."""
    path = tmp_path / "set"
    path.mkdir(exist_ok=True)
    return path


@pytest.fixture
def tone() -> Callable[..., Samples]:
    return loop_tone


@pytest.fixture
def set_file(folder: Path) -> Callable[[str], Path]:
    """Writes ``set.toml``."""

    def write(text: str) -> Path:
        path = folder / "set.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write

"""Reading audio files: the header first (cheap), then the samples. The room's only libsndfile.

Both raise :class:`AudioFileError` whatever is wrong with a file: one broken clip must cost one
clip, never the show.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float32]

SUFFIXES: Final = frozenset({".flac", ".wav", ".ogg", ".opus", ".mp3"})
LOSSY_FORMATS: Final = frozenset({"VORBIS", "OPUS", "MPEG_LAYER_III", "MPEG_LAYER_II"})
MIN_RATE_HZ: Final = 4_000
MAX_RATE_HZ: Final = 768_000
MAX_CHANNELS: Final = 64

_STDERR_FD: Final = 2
_STDERR_LOCK: Final = threading.Lock()
"""The process has one standard error: two hushes at once would each restore the other's."""


class AudioFileError(ValueError):
    """A file without usable sound; the message says why, without the file's name."""


@dataclass(frozen=True, slots=True)
class AudioHeader:
    """What a file says about itself. ``container`` and ``codec`` are libsndfile's names."""

    rate_hz: int
    channels: int
    frames: int
    container: str
    codec: str

    @property
    def lossy(self) -> bool:
        """Whether the codec throws sound away (and so breaks the seam of a loop)."""
        return self.codec in LOSSY_FORMATS


def read_header(path: Path) -> AudioHeader:
    """Read a file's header.

    Raises
    ------
    AudioFileError
        The file is missing, not audio, empty, or has a rate or channel count that no clip has.
    """
    import soundfile

    _must_be_a_file(path)
    try:
        with _hushed(path):
            info = soundfile.info(str(path))
    except (soundfile.SoundFileError, OSError, TypeError) as error:
        raise AudioFileError(_reason(error)) from error
    header = AudioHeader(
        int(info.samplerate), int(info.channels), int(info.frames), info.format, info.subtype
    )
    if not MIN_RATE_HZ <= header.rate_hz <= MAX_RATE_HZ:
        raise AudioFileError(
            f"a sample rate of {header.rate_hz} Hz ({MIN_RATE_HZ} to {MAX_RATE_HZ} can be played)"
        )
    if not 1 <= header.channels <= MAX_CHANNELS:
        raise AudioFileError(f"{header.channels} channels (one or two would be right)")
    if header.frames <= 0:
        raise AudioFileError("it holds no sound")
    return header


def read_samples(path: Path, max_frames: int) -> Samples:
    """Decode at most ``max_frames`` frames from the start of a file.

    Returns
    -------
    float32 array [frames, channels]
        Full scale is 1; 16-bit samples are exactly ``int / 32768``.

    Raises
    ------
    AudioFileError
        The file cannot be opened or breaks off with an error inside.
    """
    import soundfile

    _must_be_a_file(path)
    try:
        with _hushed(path), soundfile.SoundFile(str(path)) as file:
            wanted = max(0, min(max_frames, int(file.frames)))
            samples = np.asarray(file.read(wanted, dtype="float32", always_2d=True), np.float32)
    except (soundfile.SoundFileError, OSError, TypeError, MemoryError) as error:
        raise AudioFileError(_reason(error)) from error
    if samples.shape[0] == 0:
        raise AudioFileError("it holds no sound")
    return samples


@contextmanager
def _hushed(path: Path) -> Iterator[None]:
    """Keep the MP3 decoder's own remarks off standard error.

    WORKAROUND: libmpg123 inside libsndfile prints a line for every damaged frame ("Illegal
    Audio-MPEG-Header", "Trying to resync...") whatever it is told, over the progress bar and beside
    our one clear line.
    """
    if path.suffix.lower() != ".mp3":
        yield
        return
    with _STDERR_LOCK:
        try:
            saved = os.dup(_STDERR_FD)
        except OSError:  # Started without one: then nothing is to be hushed.
            yield
            return
        try:
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, _STDERR_FD)
            os.close(null)
            yield
        finally:
            os.dup2(saved, _STDERR_FD)
            os.close(saved)


def _must_be_a_file(path: Path) -> None:
    # A named pipe would block the start for ever.
    if not path.is_file():
        raise AudioFileError("it is missing" if not path.exists() else "it is not a regular file")


def _reason(error: Exception) -> str:
    """libsndfile's own words without the path that it repeats and without its prefixes."""
    text = str(getattr(error, "error_string", "") or error).strip()
    text = text.removeprefix("Error : ").rstrip(".")
    if "possibly a pipe" in text:  # What libsndfile says when its last guess, MP3, was wrong too.
        text = "it is no audio"
    return f"it cannot be decoded ({text or type(error).__name__})"

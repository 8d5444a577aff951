"""Writes WAV, FLAC and Opus files. A file gets its name only when it is complete."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Final

import soundfile

from mwk_desktop import platform
from mwk_desktop.engine.gains import Floats
from mwk_desktop.engine.wave_file import WaveFile

FORMATS: Final = {"pcm16": "PCM_16", "pcm24": "PCM_24", "float": "FLOAT"}
"""Sample formats by the names that the command line uses."""

OPUS: Final = "opus"
"""As a sample format: an Opus file, whose samples have no width."""

_OPUS_COMPRESSION: Final = 0.84
"""libsndfile's scale from 0 (256 kbit/s a channel) to 1 (6): about 96 kbit/s in stereo, good for
listening and small enough to send."""


class AudioWriter:
    """Writes float32 chunks to a file that appears under its name only when it is complete.

    Samples are rounded to whole steps without dither and clipped at full scale, which the master
    never reaches.

    Parameters
    ----------
    path : Path
        ``.wav`` or ``.flac``; ``.opus`` for ``sample_format`` :data:`OPUS`.
    rate_hz : int
        Opus: 8, 12, 16, 24 or 48 kHz.
    sample_format : {"pcm16", "pcm24", "float", "opus"}
        FLAC cannot store ``float``; an Opus file holds nothing else.
    channels : int

    Raises
    ------
    ValueError
        If the suffix or the format is not supported.
    OSError
        If the file cannot be written; the message names the file.
    """

    def __init__(
        self,
        path: Path,
        rate_hz: int,
        *,
        sample_format: str = "pcm24",
        channels: int = 2,
    ) -> None:
        container = path.suffix.lower().lstrip(".").upper()
        if (container == "OPUS") != (sample_format == OPUS):
            raise ValueError(f"{path}: an Opus file holds Opus, and only that")
        if container not in ("WAV", "FLAC", "OPUS"):
            raise ValueError(f"{path}: the name must end in .wav or .flac")
        if container != "OPUS" and sample_format not in FORMATS:
            raise ValueError(f"unknown format {sample_format!r}: pcm16, pcm24 or float")
        if container == "FLAC" and sample_format == "float":
            raise ValueError(f"{path}: FLAC holds no floats; use pcm24, or a .wav")
        if path.is_dir():
            raise IsADirectoryError(f"{path}: is a folder")
        self.path = path
        self.frames = 0
        """Frames written so far."""
        self._part: Path | None = None
        try:
            handle, name = tempfile.mkstemp(
                prefix=f".{path.name}.", suffix=".part", dir=path.parent
            )
            self._part = Path(name)
            platform.current.set_default_mode(handle)
            os.close(handle)
            self._file: WaveFile | soundfile.SoundFile
            if container == "WAV":
                self._file = WaveFile(self._part, rate_hz, channels, sample_format)
            else:
                is_opus = container == "OPUS"
                self._file = soundfile.SoundFile(
                    name,
                    "w",
                    samplerate=rate_hz,
                    channels=channels,
                    format="OGG" if is_opus else container,
                    subtype="OPUS" if is_opus else FORMATS[sample_format],
                    compression_level=_OPUS_COMPRESSION if is_opus else None,
                )
        except (OSError, RuntimeError) as error:
            self._remove_part()
            raise _cannot_write(path, error) from error
        except BaseException:  # Ctrl+C
            self._remove_part()
            raise

    def write(self, samples: Floats) -> None:
        """Append a chunk.

        Parameters
        ----------
        samples : ndarray of float32, shape (frames, channels)

        Raises
        ------
        OSError
            If the disk is full or was removed.
        """
        try:
            self._file.write(samples)
            self.frames += len(samples)
        except (OSError, RuntimeError) as error:
            self.abort()
            raise _cannot_write(self.path, error) from error

    def close(self) -> None:
        """Complete the file and give it its name. Calling it again does nothing.

        Raises
        ------
        OSError
            If the last bytes cannot be written.
        """
        if self._part is None:
            return
        try:
            self._file.close()
            self._part.replace(self.path)
            self._part = None
        except (OSError, RuntimeError) as error:
            self._remove_part()
            raise _cannot_write(self.path, error) from error

    def abort(self) -> None:
        """Delete the incomplete file."""
        if self._part is not None:
            with contextlib.suppress(OSError, RuntimeError):
                self._file.close()
            self._remove_part()

    def __enter__(self) -> AudioWriter:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if kind is None:
            self.close()
        else:
            self.abort()

    def _remove_part(self) -> None:
        if self._part is not None:
            self._part.unlink(missing_ok=True)
            self._part = None


def _cannot_write(path: Path, error: BaseException) -> OSError:
    reason = getattr(error, "strerror", None) or str(error)
    return OSError(f"{path}: cannot be written: {reason}")

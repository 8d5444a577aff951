"""Reads audio files: the header first (cheap), then the samples. The only user of libsndfile here.

Reading raises only :class:`AudioFileError`, whatever is wrong with a file: one broken clip must
never end the show.

Two kinds of file do not contain their length and are decoded once to find it: FLAC that was piped
(total samples 0, which the format allows), and MP3 without a Xing or Info header (see
``mp3_length``). Such an MP3 also begins with the encoder's delay, which that header would state.
"""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from mwk_desktop.messages import Message, message
from mwk_desktop.sounds.mp3_length import says_its_length, with_length

Samples = npt.NDArray[np.float32]

SUFFIXES: Final = frozenset({".flac", ".wav", ".ogg", ".opus", ".mp3"})
LOSSY_FORMATS: Final = frozenset({"VORBIS", "OPUS", "MPEG_LAYER_III", "MPEG_LAYER_II"})
MIN_RATE_HZ: Final = 4_000
MAX_RATE_HZ: Final = 768_000
MAX_CHANNELS: Final = 64

MP3_DELAY_FRAMES: Final = 576
"""The delay at the start of nearly every MP3: LAME's (libsndfile removes the decoder's own 529
frames)."""

_DELAY_IS_QUIET: Final = 0.05
"""The delay contains only the first sound's pre-echo, at most this share of the clip's peak."""

_UNKNOWN_FRAMES: Final = 1 << 62
"""For a FLAC of unknown length libsndfile returns its largest number."""

_LONGEST_S: Final = 3_600
"""If the length must be found by decoding, that stops after one hour of audio: no clip is
longer."""

_CHUNK_FRAMES: Final = 1 << 16

_STDERR_FD: Final = 2
_STDERR_LOCK: Final = threading.Lock()
"""A process has one standard error: two redirections at once would restore each other's."""


class AudioFileError(ValueError):
    """A file has no usable sound; ``message`` says why, without the file's name."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class AudioHeader:
    """The header of an audio file. ``container`` and ``codec`` are libsndfile's names.

    ``delay_frames`` of the encoder's delay come before the clip and are skipped; ``frames`` counts
    the clip only. ``untagged`` marks an MP3 that states neither its length nor its delay.
    """

    rate_hz: int
    channels: int
    frames: int
    container: str
    codec: str
    delay_frames: int = 0
    untagged: bool = False

    @property
    def lossy(self) -> bool:
        """Whether the codec is lossy (and so breaks the seam of a loop)."""
        return self.codec in LOSSY_FORMATS


def read_header(path: Path) -> AudioHeader:
    """Read a file's header.

    Raises
    ------
    AudioFileError
        If the file is missing, not audio, empty, or has an unsupported rate or channel count.
    """
    import soundfile

    _must_be_a_file(path)
    try:
        with _silenced_decoder(path):
            info = soundfile.info(str(path))
            rate_hz, channels = int(info.samplerate), int(info.channels)
            _must_be_playable(rate_hz, channels)
            frames, delay_frames = int(info.frames), 0
            untagged = info.format == "MP3" and not says_its_length(path.read_bytes())
            if untagged or frames >= _UNKNOWN_FRAMES:
                frames, delay_frames = _decoded_length(path, rate_hz, untagged)
    except (soundfile.SoundFileError, OSError, TypeError) as error:
        raise AudioFileError(_reason(error)) from error
    if frames <= 0:
        raise AudioFileError(message("it holds no sound"))
    return AudioHeader(rate_hz, channels, frames, info.format, info.subtype, delay_frames, untagged)


def read_samples(path: Path, max_frames: int, delay_frames: int = 0) -> Samples:
    """Decode at most ``max_frames`` frames from the start of a file, after the encoder's delay.

    Returns
    -------
    float32 array [frames, channels]
        Full scale is 1; 16-bit samples are exactly ``int / 32768``.

    Raises
    ------
    AudioFileError
        If the file cannot be opened or decoding fails.
    """
    import soundfile

    _must_be_a_file(path)
    try:
        with _silenced_decoder(path), _open_forward_only(path) as file:
            wanted = max(0, min(max_frames + delay_frames, int(file.frames)))
            samples = np.asarray(file.read(wanted, dtype="float32", always_2d=True), np.float32)
    except (soundfile.SoundFileError, OSError, TypeError, MemoryError) as error:
        raise AudioFileError(_reason(error)) from error
    if len(samples) <= delay_frames:
        raise AudioFileError(message("it holds no sound"))
    return samples[delay_frames:]


def _open_forward_only(path: Path) -> Any:
    """Open a file for reading forwards only.

    WORKAROUND: soundfile seeks after every read to where it already is, which fails at the end of a
    FLAC of unknown length (``Internal psf_fseek() failed``).
    """
    import soundfile

    opened: Path | io.BytesIO = path
    if path.suffix.lower() == ".mp3":
        data = path.read_bytes()
        if not says_its_length(data):
            opened = io.BytesIO(with_length(data))
    file = soundfile.SoundFile(opened)
    file.seekable = lambda: False
    return file


def _decoded_length(path: Path, rate_hz: int, untagged: bool) -> tuple[int, int]:
    """Count the frames of a file without a length, and the encoder's delay before them."""
    frames, head_peak, peak = 0, 0.0, 0.0
    with _open_forward_only(path) as file:
        while frames < _LONGEST_S * rate_hz:
            chunk = file.read(_CHUNK_FRAMES, dtype="float32", always_2d=True)
            if not len(chunk):
                break
            if not frames:
                head_peak = float(np.abs(chunk[:MP3_DELAY_FRAMES]).max())
            peak = max(peak, float(np.abs(chunk).max()))
            frames += len(chunk)
    has_delay = untagged and frames > MP3_DELAY_FRAMES and head_peak < _DELAY_IS_QUIET * peak
    delay_frames = MP3_DELAY_FRAMES if has_delay else 0
    return frames - delay_frames, delay_frames


def _must_be_playable(rate_hz: int, channels: int) -> None:
    if not MIN_RATE_HZ <= rate_hz <= MAX_RATE_HZ:
        raise AudioFileError(
            message(
                "a sample rate of {rate:d} Hz ({lowest:d} to {highest:d} can be played)",
                rate=rate_hz,
                lowest=MIN_RATE_HZ,
                highest=MAX_RATE_HZ,
            )
        )
    if not 1 <= channels <= MAX_CHANNELS:
        raise AudioFileError(
            message("{count} channels (one or two would be right)", count=channels)
        )


@contextmanager
def _silenced_decoder(path: Path) -> Iterator[None]:
    """Keep the MP3 decoder's messages off standard error.

    WORKAROUND: libmpg123 inside libsndfile prints a line for every damaged frame ("Illegal
    Audio-MPEG-Header", "Trying to resync..."), over the progress bar and beside our one clear line.
    """
    if path.suffix.lower() != ".mp3":
        yield
        return
    with _STDERR_LOCK:
        try:
            saved = os.dup(_STDERR_FD)
        except OSError:  # there is no standard error: nothing to redirect
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
    # Opening a named pipe would block forever.
    if not path.is_file():
        if path.exists():
            raise AudioFileError(message("it is not a regular file"))
        raise AudioFileError(message("it is missing"))


def _reason(error: Exception) -> Message:
    """libsndfile's error text without the path and prefixes that it adds."""
    text = str(getattr(error, "error_string", "") or error).strip()
    text = text.removeprefix("Error : ").rstrip(".")
    if "possibly a pipe" in text:  # libsndfile's text after its last guess, MP3
        return message("it cannot be decoded (it is not audio)")
    return message("it cannot be decoded ({why})", why=text or type(error).__name__)

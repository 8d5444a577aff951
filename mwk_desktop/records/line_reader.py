"""Reads a recording in chunks of whole lines: plain, gzip or zstandard, complete or torn.

This module does not know what a line means. A chunk is a view into a buffer that the next chunk
reuses: at 100,000 lines per second copying would add a third to the cost of decoding. A reader
belongs to one thread and blocks on the disk.
"""

from __future__ import annotations

import io
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

import zstandard

from mwk_desktop.messages import NOTHING, Message, message

CHUNK_BYTES: Final = 1 << 19
"""About 450 tweets: large enough to make the calls cheap (half as many cost 4 % more), small enough
that they and all that is decoded from them stay in a core's cache."""

MAX_LINE_BYTES: Final = 1 << 26
"""Longer lines are skipped and never held in memory. Kafka's messages are a thousandth of this; a
file without newlines must not fill the memory."""

# Small, because zstandard does not limit what one call returns: 4 KiB expand to at most 128 MiB.
_COMPRESSED_BYTES: Final = 1 << 12

_GZIP_MAGIC: Final = b"\x1f\x8b"
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_UTF32_MARKS: Final = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")
_ZSTD_MAGIC: Final = b"\x28\xb5\x2f\xfd"
_ZSTD_SKIPPABLE: Final = b"\x2a\x4d\x18"  # after a byte 0x50 to 0x5f; pzstd begins with one


class RecordingError(ValueError):
    """A recording that cannot be read or written.

    Attributes
    ----------
    message : Message
        One sentence that names the file and what to do.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __reduce__(self) -> tuple[object, tuple[Message]]:
        return (RecordingError, (self.message,))


class LineReader:
    """Read a recording from its beginning, in chunks of whole lines.

    Parameters
    ----------
    path
        ``.gz`` and ``.zst`` are decompressed by suffix; everything else is plain text.
    limit_bytes
        Stop at this position in the file on disk. A growing recording is read up to its size when
        the replay was prepared. None: up to its size now.

    Attributes
    ----------
    size_bytes : int
        How many bytes of the file on disk are to be read.
    bytes_read : int
        How many of those bytes have been read so far.
    position : int
        Start of the last chunk, in bytes of the uncompressed recording.
    oversized : int
        Number of lines longer than :data:`MAX_LINE_BYTES`, which were skipped.
    tear : Message
        After the last chunk: why the compressed data ended early, ``NOTHING`` if it did not.

    Raises
    ------
    RecordingError
        If the file is missing, a folder, not readable, empty, or has a suffix that does not match
        its content.
    """

    def __init__(self, path: Path, limit_bytes: int | None = None) -> None:
        self.bytes_read = 0
        self.position = 0
        self.oversized = 0
        self.tear: Message = NOTHING
        self._path = path
        self._file = open_recording(path)
        now_bytes = os.fstat(self._file.fileno()).st_size
        self.size_bytes = now_bytes if limit_bytes is None else limit_bytes
        self._next_position = 0

    def close(self) -> None:
        """Close the file. A second call does nothing."""
        self._file.close()

    def chunks(self) -> Iterator[memoryview]:
        """Yield the chunks, each ending in a newline (except perhaps the last).

        A chunk is valid until the next one is requested.
        """
        try:
            yield from self._frame(self._pieces())
        finally:
            self.close()

    def _frame(self, pieces: Iterator[bytes | memoryview]) -> Iterator[memoryview]:
        """Split pieces of any length at newlines."""
        tail = bytearray()
        skipping = False  # inside an overlong line
        for piece in pieces:
            cut = _rfind_newline(piece) + 1
            if skipping:
                first = _find_newline(piece) + 1
                if not first:
                    self._next_position += len(piece)
                    continue
                self._next_position += first
                piece, cut, skipping = memoryview(piece)[first:], cut - first, False
            if not cut:
                tail += piece
                if len(tail) > MAX_LINE_BYTES:
                    self._next_position += len(tail)
                    self.oversized += 1
                    skipping = True
                    tail = bytearray()
                continue
            view = memoryview(piece)
            if tail:
                # Only a line that spans two pieces is copied.
                first = _find_newline(piece) + 1
                tail += view[:first]
                yield self._placed(memoryview(tail))
                tail = bytearray()
                if first < cut:
                    yield self._placed(view[first:cut])
            else:
                yield self._placed(view[:cut])
            tail += view[cut:]
        if tail:
            yield self._placed(memoryview(tail))

    def _placed(self, view: memoryview) -> memoryview:
        self.position = self._next_position
        self._next_position += len(view)
        return view

    def _pieces(self) -> Iterator[bytes | memoryview]:
        if self._path.suffix == ".gz":
            return self._gunzip()
        if self._path.suffix == ".zst":
            return self._unzstd()
        return self._plain()

    def _plain(self) -> Iterator[memoryview]:
        """Yield pieces that end in a newline if possible: the rest stays in the buffer,
        uncopied."""
        buffer = memoryview(bytearray(CHUNK_BYTES))
        have = 0
        while True:
            wanted = min(CHUNK_BYTES - have, self.size_bytes - self.bytes_read)
            count = self._readinto(buffer[have : have + wanted]) if wanted > 0 else 0
            have += count
            if not count:
                if have:
                    yield buffer[:have]
                return
            cut = _rfind_newline(buffer[:have]) + 1 or have
            yield buffer[:cut]
            buffer[: have - cut] = buffer[cut:have]
            have -= cut

    def _compressed(self) -> Iterator[bytes]:
        buffer = memoryview(bytearray(_COMPRESSED_BYTES))
        while True:
            wanted = min(_COMPRESSED_BYTES, self.size_bytes - self.bytes_read)
            count = self._readinto(buffer[:wanted]) if wanted > 0 else 0
            if not count:
                return
            yield bytes(buffer[:count])

    def _readinto(self, buffer: memoryview) -> int:
        try:
            count = self._file.readinto(buffer)  # type: ignore[attr-defined]
        except OSError as error:
            raise unreadable(self._path, error) from None
        self.bytes_read += count
        return int(count)

    def _gunzip(self) -> Iterator[bytes]:
        machine = zlib.decompressobj(wbits=31)
        for block in self._compressed():
            pending = block
            while pending:
                if machine.eof:  # a gzip member ended; another may follow
                    if not pending.startswith(_GZIP_MAGIC[: len(pending)]):
                        if pending.strip(b"\0"):  # zeros are padding (gzip's own manual)
                            self.tear = message("something that is not gzip follows the data")
                        return
                    machine = zlib.decompressobj(wbits=31)
                try:
                    piece = machine.decompress(pending, CHUNK_BYTES)
                except zlib.error as error:
                    self.tear = message("the gzip data is broken ({reason})", reason=str(error))
                    return
                if piece:
                    yield piece
                pending = machine.unused_data if machine.eof else machine.unconsumed_tail
        if not machine.eof:
            self.tear = message("the gzip data ends early")

    def _unzstd(self) -> Iterator[bytes]:
        factory = zstandard.ZstdDecompressor()
        machine = factory.decompressobj()
        started = False
        for block in self._compressed():
            pending = block
            while pending:
                if machine.eof:
                    machine = factory.decompressobj()
                    started = False
                try:
                    piece = machine.decompress(pending)
                except zstandard.ZstdError as error:
                    self.tear = message(
                        "the zstandard data is broken ({reason})", reason=str(error)
                    )
                    return
                started = True
                if piece:
                    yield piece
                pending = machine.unused_data if machine.eof else b""
        if started and not machine.eof:
            self.tear = message("the zstandard data ends early")


def open_recording(path: Path) -> BinaryIO:
    """Open a file for reading, unbuffered, and check that it can be a recording.

    Raises
    ------
    RecordingError
        See :class:`LineReader`.
    """
    if path.is_dir():
        raise RecordingError(
            message(
                "{path} is a folder: name a recording in it (.jsonl, .gz or .zst)", path=str(path)
            )
        )
    if not path.exists():
        raise RecordingError(
            message("{path}: no such file: name a recording (.jsonl, .gz or .zst)", path=str(path))
        )
    if not path.is_file():
        raise RecordingError(
            message(
                "{path} is not a regular file: a replay reads it more than once", path=str(path)
            )
        )
    try:
        file = io.FileIO(path, "rb")
        magic = file.read(4) or b""
        file.seek(0)
    except OSError as error:
        raise unreadable(path, error) from None
    problem = _suffix_problem(path, magic)
    if problem:
        file.close()
        raise RecordingError(problem)
    return file


def unreadable(path: Path, error: OSError) -> RecordingError:
    """The error for a file that the system cannot read."""
    text = message("{path}: cannot be read: {reason}", path=str(path), reason=error.strerror or "")
    return RecordingError(text)


def _suffix_problem(path: Path, magic: bytes) -> Message:
    where = str(path)
    if not magic:
        return message("{path} is empty: nothing was recorded", path=where)
    if magic.startswith(_UTF32_MARKS):
        return message("{path} is UTF-32 text: convert it to UTF-8", path=where)
    if magic[:2] in _UTF16_MARKS:
        return message(
            "{path} is UTF-16 text (PowerShell's > writes it): convert it to UTF-8", path=where
        )
    for suffix, name, expected in (
        (".gz", "gzip", _GZIP_MAGIC),
        (".zst", "zstandard", _ZSTD_MAGIC),
    ):
        # A file cut within its magic number is torn, not misnamed.
        matches = magic.startswith(expected[: len(magic)]) or (
            suffix == ".zst" and magic[1:] == _ZSTD_SKIPPABLE
        )
        if path.suffix == suffix and not matches:
            return message(
                "{path} is named {suffix} but holds no {format} data: rename or compress it",
                path=where,
                suffix=suffix,
                format=name,
            )
        if path.suffix != suffix and magic.startswith(expected):
            return message(
                "{path} holds {format} data: rename it to {name}",
                path=where,
                format=name,
                name=f"{path.name}{suffix}",
            )
    return NOTHING


def _rfind_newline(piece: bytes | memoryview) -> int:
    if isinstance(piece, bytes):
        return piece.rfind(b"\n")
    if piece and piece[-1] == 0x0A:
        return len(piece) - 1
    # A memoryview has no search; check the last few kilobytes first, where it nearly always is.
    for start in (max(0, len(piece) - (1 << 14)), 0):
        found = bytes(piece[start:]).rfind(b"\n")
        if found >= 0:
            return start + found
    return -1


def _find_newline(piece: bytes | memoryview) -> int:
    if isinstance(piece, bytes):
        return piece.find(b"\n")
    for end in (1 << 14, len(piece)):
        found = bytes(piece[:end]).find(b"\n")
        if found >= 0:
            return found
    return -1

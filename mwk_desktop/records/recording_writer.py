"""Writes a recording, and reads a whole one record by record.

The format is the envelope of ``kcat -C -J``, one record per line
(:mod:`mwk_desktop.records.envelope`), compressed by suffix
(:mod:`mwk_desktop.records.line_reader`). A writer belongs to one thread and may block on the disk.
After :meth:`RecordingWriter.flush` everything written so far survives a kill.
"""

from __future__ import annotations

import errno
import os
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Protocol, Self

import msgspec
import zstandard

from mwk_desktop.messages import message
from mwk_desktop.records.envelope import (
    FullEnvelopeLine,
    encode_lines,
    line_record,
    out_lines,
    read_lines,
)
from mwk_desktop.records.line_reader import LineReader, RecordingError
from mwk_desktop.records.record_types import Record
from mwk_desktop.topics import SHOW_TOPIC

__all__ = [
    "RecordingError",
    "RecordingWriter",
    "copy_start_line",
    "is_copy_start",
    "read_recording",
    "show_record",
]


# Enough lines to make one encoder call efficient, few enough not to delay other threads, and to
# stay in a core's cache from the record to the compressed line (1,000 cost a tenth more).
_PENDING_LINES: Final = 200

# Most bytes kept while the disk is full; beyond this, records are dropped and counted.
_MAX_BACKLOG_BYTES: Final = 1 << 26

_ZSTD_LEVEL: Final = 2
"""Its tables stay in a core's cache beside a show's: in a flood it takes half the time of level 3,
for files a sixth larger."""

_NO_SYNC: Final = (errno.EINVAL, errno.ENOTSUP)
"""A pipe or a terminal (``-o /dev/stdout``) has no disk to wait for."""


def show_record(line: Mapping[str, Any], offset: int, arrival_ms: int) -> Record:
    """A decision of the show as a record of :data:`SHOW_TOPIC` (value: compact JSON)."""
    return Record(
        topic=SHOW_TOPIC,
        partition=0,
        offset=offset,
        timestamp_ms=arrival_ms,
        key=None,
        value=msgspec.json.encode(line),
        arrival_ms=arrival_ms,
    )


def copy_start_line(topics: Sequence[str]) -> dict[str, Any]:
    """The first decision in a copy of topics: it says that arrival times are those of the copying.

    Such a file is replayed by event time, like kcat's copy of the same topics.
    """
    return {"type": "start", "copy": True, "topics": list(topics)}


def is_copy_start(line: Mapping[str, Any] | None) -> bool:
    """Whether a decision is from :func:`copy_start_line`."""
    return line is not None and line.get("type") == "start" and line.get("copy") is True


class _Compressor(Protocol):
    def compress(self, data: bytes, /) -> bytes: ...
    def flush(self, mode: int, /) -> bytes: ...


class RecordingWriter:
    """Writes records to a file, oldest first.

    Parameters
    ----------
    path
        ``.gz`` and ``.zst`` compress by suffix; everything else is plain JSON Lines.
    exclusive
        Raise if the file exists, instead of replacing it.
    continue_at
        Continue a file at this size, as returned by :meth:`checkpoint`; anything after it is cut
        off.

    Attributes
    ----------
    written : int
        Records accepted so far (on disk after :meth:`flush`).
    dropped : int
        Records dropped because the disk stayed full.

    Raises
    ------
    RecordingError
        If the file cannot be created. Every method except :meth:`abandon` raises it if writing
        fails; the records are kept, and the next call tries again.
    """

    def __init__(
        self, path: Path, *, exclusive: bool = False, continue_at: int | None = None
    ) -> None:
        self.path = path
        self.written = 0
        self.dropped = 0
        flags = os.O_WRONLY | getattr(os, "O_BINARY", 0)
        if continue_at is None:
            flags |= os.O_CREAT | (os.O_EXCL if exclusive else os.O_TRUNC)
        try:
            self._descriptor = os.open(path, flags, 0o644)
        except FileExistsError:
            raise RecordingError(
                message("{path} exists: choose another name", path=str(path))
            ) from None
        except OSError as error:
            raise _unwritable(path, error) from None
        self._closed = False
        self._resume_bytes: int | None = None
        self._pending: list[Any] = []
        self._backlog = bytearray()
        self._show_offset = 0
        self._compressor: _Compressor | None = None
        if path.suffix == ".gz":
            self._flush_block, self._finish = zlib.Z_SYNC_FLUSH, zlib.Z_FINISH
        elif path.suffix == ".zst":
            self._flush_block = zstandard.COMPRESSOBJ_FLUSH_BLOCK
            self._finish = zstandard.COMPRESSOBJ_FLUSH_FINISH
        if continue_at is None:
            self._begin_frame()
        else:
            try:
                self.resume_at(continue_at)
            except RecordingError:
                self.abandon()
                raise

    def write(self, record: Record) -> None:
        """Write a record; it reaches the disk together with others, at the latest on a flush."""
        self.write_all((record,))

    def write_all(self, records: Sequence[Record]) -> None:
        """Write records; they reach the disk together, at the latest on a flush."""
        encoded = False
        for first in range(0, len(records), _PENDING_LINES):
            some = records[first : first + _PENDING_LINES]
            self._pending += out_lines(some)
            self.written += len(some)
            if len(self._pending) >= _PENDING_LINES:
                self._encode()
                encoded = True
        if encoded:
            self._drain()

    def write_show(self, line: Mapping[str, Any], arrival_ms: int) -> None:
        """Write a decision of the show (:func:`show_record`)."""
        self.write(show_record(line, self._show_offset, arrival_ms))
        self._show_offset += 1

    def flush(self, *, sync: bool = False) -> None:
        """Write everything so far to the file, so that it is readable up to here whatever happens
        next.

        Parameters
        ----------
        sync
            Also wait until it is on disk, so that a power cut loses nothing (takes milliseconds).
        """
        self._encode()
        if self._compressor is not None:
            self._backlog += self._compressor.flush(self._flush_block)
        self._drain()
        if sync:
            try:
                os.fsync(self._descriptor)
            except OSError as error:
                if error.errno not in _NO_SYNC:
                    raise self._refused(error) from None

    def checkpoint(self) -> int:
        """Write everything to the file so that another writer can continue it.

        The compressed frame or member ends here and a new one begins, which compresses a little
        less; every reader of these formats reads them as one.

        Returns
        -------
        int
            The file's size, for ``continue_at``.
        """
        self._end_frame()
        self._drain()
        return os.lseek(self._descriptor, 0, os.SEEK_CUR)

    def resume_at(self, size_bytes: int) -> None:
        """Continue at a size that another writer reached after our checkpoint; cut off the rest."""
        self._resume_bytes = size_bytes
        self._seek_to_resume()

    def _seek_to_resume(self) -> None:
        """Seek to where the file continues; nothing before that is changed."""
        if self._resume_bytes is None:
            return
        try:
            os.ftruncate(self._descriptor, self._resume_bytes)
            os.lseek(self._descriptor, self._resume_bytes, os.SEEK_SET)
        except OSError as error:
            raise self._refused(error) from None
        self._resume_bytes = None

    def _refused(self, error: OSError) -> RecordingError:
        return _unwritable(self.path, error)

    def close(self) -> None:
        """Complete and close the file. A second call does nothing."""
        if self._closed:
            return
        self._end_frame()
        self._drain()
        self.abandon()

    def abandon(self) -> None:
        """Leave the file as it is on disk, without the records that could not be written."""
        if not self._closed:
            self._closed = True
            os.close(self._descriptor)

    def _begin_frame(self) -> None:
        if self.path.suffix == ".gz":
            self._compressor = zlib.compressobj(wbits=31)
        elif self.path.suffix == ".zst":
            machine = zstandard.ZstdCompressor(level=_ZSTD_LEVEL, write_checksum=True)
            self._compressor = machine.compressobj()

    def _end_frame(self) -> None:
        self._encode()
        if self._compressor is not None:
            self._backlog += self._compressor.flush(self._finish)
            self._compressor = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _encode(self) -> None:
        pending = self._pending
        if not pending:
            return
        if len(self._backlog) > _MAX_BACKLOG_BYTES:
            # Drop whole records before compression, so that the rest stays readable.
            self.dropped += len(pending)
            self.written -= len(pending)
        else:
            data = encode_lines(pending)
            if self._compressor is None:
                self._begin_frame()
            self._backlog += data if self._compressor is None else self._compressor.compress(data)
        pending.clear()

    def _drain(self) -> None:
        self._seek_to_resume()
        backlog = self._backlog
        try:
            while backlog:
                del backlog[: os.write(self._descriptor, backlog)]
        except OSError as error:
            raise self._refused(error) from None


def _unwritable(path: Path, error: OSError) -> RecordingError:
    text = message(
        "{path}: cannot be written: {reason}", path=str(path), reason=error.strerror or ""
    )
    return RecordingError(text)


def read_recording(path: Path) -> Iterator[Record]:
    """Yield every record of every topic in file order; unreadable lines are skipped.

    Raises
    ------
    RecordingError
        If the file cannot be a recording (see :class:`mwk_desktop.records.line_reader.LineReader`).
    """
    for chunk in LineReader(path).chunks():
        for line in read_lines(chunk, full=True):
            if isinstance(line, FullEnvelopeLine):
                yield line_record(line)

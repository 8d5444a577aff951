"""Writing a recording, and reading all of it record by record.

The format is the envelope of ``kcat -C -J``, a record a line (:mod:`mwk_desktop.records.envelope`),
compressed by suffix (:mod:`mwk_desktop.records.lines`). A writer belongs to one thread, which may
block on the disk; after :meth:`RecordingWriter.flush` everything written so far survives a kill.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Protocol, Self

import msgspec
import zstandard

from mwk_desktop.records.envelope import (
    FullLine,
    encode_lines,
    line_record,
    out_line,
    read_lines,
)
from mwk_desktop.records.lines import LineReader, RecordingError
from mwk_desktop.records.record import Record

__all__ = ["SHOW_TOPIC", "RecordingError", "RecordingWriter", "read_recording"]

SHOW_TOPIC: Final = "mwk-show"
"""Topic of the records in which a show writes down what it decided."""

# Enough lines for one call of the encoder, few enough that a burst waits for no thread.
_PENDING_LINES: Final = 512

# What may wait for a full disk to have room again; beyond this, records are dropped and counted.
_MAX_BACKLOG_BYTES: Final = 1 << 26

_ZSTD_LEVEL: Final = 3


class _Compressor(Protocol):
    def compress(self, data: bytes, /) -> bytes: ...
    def flush(self, mode: int, /) -> bytes: ...


class RecordingWriter:
    """Write records to a file, oldest first.

    Parameters
    ----------
    path
        ``.gz`` and ``.zst`` compress by suffix; everything else is plain JSON Lines.
    exclusive
        Refuse a file that exists instead of replacing it.

    Attributes
    ----------
    written : int
        Records taken so far (on the disk after :meth:`flush`).
    dropped : int
        Records given up because the disk stayed full.

    Raises
    ------
    RecordingError
        The file cannot be created. :meth:`write`, :meth:`flush` and :meth:`close` raise it where
        the disk refuses: nothing is lost then, the next call tries again.
    """

    def __init__(self, path: Path, *, exclusive: bool = False) -> None:
        self.path = path
        self.written = 0
        self.dropped = 0
        flags = os.O_WRONLY | os.O_CREAT | (os.O_EXCL if exclusive else os.O_TRUNC)
        try:
            self._descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0), 0o644)
        except FileExistsError:
            raise RecordingError(f"{path} exists: choose another name") from None
        except OSError as error:
            raise RecordingError(f"{path}: cannot be written: {error.strerror}") from None
        self._closed = False
        self._pending: list[Any] = []
        self._backlog = bytearray()
        self._show_offset = 0
        self._compressor: _Compressor | None = None
        if path.suffix == ".gz":
            self._compressor = zlib.compressobj(wbits=31)
            self._flush_block, self._finish = zlib.Z_SYNC_FLUSH, zlib.Z_FINISH
        elif path.suffix == ".zst":
            machine = zstandard.ZstdCompressor(level=_ZSTD_LEVEL, write_checksum=True)
            self._compressor = machine.compressobj()
            self._flush_block = zstandard.COMPRESSOBJ_FLUSH_BLOCK
            self._finish = zstandard.COMPRESSOBJ_FLUSH_FINISH

    def write(self, record: Record) -> None:
        """Take a record; it reaches the disk with its neighbours, at the latest with a flush."""
        self._pending.append(out_line(record))
        self.written += 1
        if len(self._pending) >= _PENDING_LINES:
            self._encode()
            self._drain()

    def write_show(self, line: Mapping[str, Any], arrival_ms: int) -> None:
        """Take a decision of the show as a record of :data:`SHOW_TOPIC` (value: compact JSON)."""
        self.write(
            Record(
                topic=SHOW_TOPIC,
                partition=0,
                offset=self._show_offset,
                timestamp_ms=arrival_ms,
                key=None,
                value=msgspec.json.encode(line),
                arrival_ms=arrival_ms,
            )
        )
        self._show_offset += 1

    def flush(self, *, sync: bool = False) -> None:
        """Bring everything so far to the file: it is readable up to here whatever happens next.

        Parameters
        ----------
        sync
            Also wait until the disk has it (a power cut then loses nothing; takes milliseconds).
        """
        self._encode()
        if self._compressor is not None:
            self._backlog += self._compressor.flush(self._flush_block)
        self._drain()
        if sync:
            os.fsync(self._descriptor)

    def close(self) -> None:
        """End the file properly; a second call does nothing."""
        if self._closed:
            return
        self._encode()
        if self._compressor is not None:
            self._backlog += self._compressor.flush(self._finish)
            self._compressor = None
        self._drain()
        self._closed = True
        os.close(self._descriptor)

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
            # Whole records go, before the compressor saw them: what is kept stays readable.
            self.dropped += len(pending)
            self.written -= len(pending)
        else:
            data = encode_lines(pending)
            self._backlog += data if self._compressor is None else self._compressor.compress(data)
        pending.clear()

    def _drain(self) -> None:
        backlog = self._backlog
        try:
            while backlog:
                del backlog[: os.write(self._descriptor, backlog)]
        except OSError as error:
            raise RecordingError(f"{self.path}: cannot be written: {error.strerror}") from None


def read_recording(path: Path) -> Iterator[Record]:
    """Yield every record of every topic, in file order; unreadable lines are passed over.

    Raises
    ------
    RecordingError
        The file cannot be a recording (see :class:`mwk_desktop.records.lines.LineReader`).
    """
    for chunk in LineReader(path).chunks():
        for line in read_lines(chunk, full=True):
            if isinstance(line, FullLine):
                yield line_record(line)

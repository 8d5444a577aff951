"""A file of packed rows that one process appends to while another reads it.

Zstd blocks, each after its length. The writer tells how much is complete
(:attr:`SpoolWriter.size_bytes`); a reader never reads beyond that. Blocks on the disk: not for the
show thread.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import zstandard

from mwk_desktop.analysis.counted_rows import StreamEvent, pack, unpack

_LENGTH: Final = struct.Struct("<I")

LEVEL: Final = 1
"""Compresses to a fifth at 500 MB/s; a higher level would spend processor time to save disk space,
which is plentiful."""


class SpoolWriter:
    """Appends packed rows to a new file.

    Raises
    ------
    OSError
        If the file cannot be created or written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.size_bytes = 0
        self._file = path.open("xb", buffering=0)
        self._compress = zstandard.ZstdCompressor(level=LEVEL).compress

    def write(self, events: Sequence[StreamEvent]) -> None:
        """Append events, all or none."""
        data = self._compress(pack(events))
        block = _LENGTH.pack(len(data)) + data
        try:
            written = 0
            while written < len(block):
                written += self._file.write(block[written:])
        except OSError:
            # A full disk: remove the incomplete block, so that later blocks can follow.
            self._file.truncate(self.size_bytes)
            self._file.seek(self.size_bytes)
            raise
        self.size_bytes += len(block)

    def close(self) -> None:
        self._file.close()


def read_spool(
    path: Path, position: int, size_bytes: int
) -> Iterator[tuple[list[StreamEvent], int]]:
    """Yield the events from ``position`` on, block by block, with the position after each block."""
    decompress = zstandard.ZstdDecompressor().decompress
    with path.open("rb") as file:
        file.seek(position)
        while position < size_bytes:
            (length,) = _LENGTH.unpack(file.read(_LENGTH.size))
            data = file.read(length)
            position += _LENGTH.size + length
            yield unpack(decompress(data)), position

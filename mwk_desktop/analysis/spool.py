"""A file of packed rows that grows at one end while another process reads it.

Blocks of zstd, each behind its length. The writer says how much is complete
(:attr:`SpoolWriter.size_bytes`); a reader never goes beyond that. Blocks on the disk: not for the
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
"""Five times smaller at 500 MB/s; more would cost the show's processor what a disk has plenty
of."""


class SpoolWriter:
    """Appends packed rows to a new file.

    Raises
    ------
    OSError
        The file cannot be made, or written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.size_bytes = 0
        self._file = path.open("xb", buffering=0)
        self._compress = zstandard.ZstdCompressor(level=LEVEL).compress

    def write(self, events: Sequence[StreamEvent]) -> None:
        """Append events; either all of them are in the file after this, or none."""
        data = self._compress(pack(events))
        block = _LENGTH.pack(len(data)) + data
        try:
            written = 0
            while written < len(block):
                written += self._file.write(block[written:])
        except OSError:
            # A full disk: what is half there must not stand before what is written later.
            self._file.truncate(self.size_bytes)
            self._file.seek(self.size_bytes)
            raise
        self.size_bytes += len(block)

    def close(self) -> None:
        self._file.close()


def read_spool(
    path: Path, position: int, size_bytes: int
) -> Iterator[tuple[list[StreamEvent], int]]:
    """Yield the events from ``position`` on, block by block, with the position after each."""
    decompress = zstandard.ZstdDecompressor().decompress
    with path.open("rb") as file:
        file.seek(position)
        while position < size_bytes:
            (length,) = _LENGTH.unpack(file.read(_LENGTH.size))
            data = file.read(length)
            position += _LENGTH.size + length
            yield unpack(decompress(data)), position

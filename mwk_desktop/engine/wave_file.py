"""Writes a WAV file: header, plain samples, and the sizes at the end.

Why not a library: a bounce repeats whole loops, and a chunk that was encoded once is not encoded
again, so most of the file costs no more than a copy.
"""

from __future__ import annotations

import io
import struct
from pathlib import Path
from typing import Final

import numpy as np

from mwk_desktop.engine.gains import Floats

BYTES: Final = {"pcm16": 2, "pcm24": 3, "float": 4}
"""Bytes per sample."""

_REMEMBERED: Final = 64
"""How many encoded chunks are kept; a loop has about twenty."""

_PCM: Final = 1
_IEEE_FLOAT: Final = 3
_LARGEST: Final = 0xFFFF_FFFF
_SEE_DS64: Final = 0xFFFF_FFFF
_DS64: Final = struct.Struct("<QQQI")


class WaveFile:
    """Writes float32 chunks as WAV; beyond 4 GiB as RF64 (EBU Tech 3306).

    Parameters
    ----------
    path : Path
    rate_hz, channels : int
    sample_format : {"pcm16", "pcm24", "float"}
        Integers are ``rint(x * 2**(bits - 1))``, clipped; no dither.
    """

    def __init__(self, path: Path, rate_hz: int, channels: int, sample_format: str) -> None:
        self._format = sample_format
        self._channels = channels
        self._frames = 0
        self._remembered: dict[int, tuple[Floats, bytes]] = {}
        size = BYTES[sample_format]
        tag = _IEEE_FLOAT if sample_format == "float" else _PCM
        fmt = struct.pack(
            "<HHIIHH", tag, channels, rate_hz, rate_hz * channels * size, channels * size, 8 * size
        )
        # The first chunk reserves space for RF64's 64-bit sizes.
        self._header = b"JUNK" + struct.pack("<I", _DS64.size) + bytes(_DS64.size)
        self._header += b"fmt " + struct.pack("<I", len(fmt)) + fmt
        self._file = io.FileIO(path, "w")
        self._write(self._head(b"RIFF", 0, 0))

    def write(self, samples: Floats) -> None:
        """Append samples of shape (frames, channels)."""
        if samples.ndim != 2 or samples.shape[1] != self._channels:
            raise ValueError(f"samples must have {self._channels} channels, not {samples.shape}")
        self._frames += len(samples)
        if samples.flags.writeable:
            self._write(self._encoded(samples))
            return
        # A read-only array still has the same content when it comes again.
        known = self._remembered.get(id(samples))
        if known is None:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            known = self._remembered[id(samples)] = (samples, self._encoded(samples))
        self._write(known[1])

    def close(self) -> None:
        """Write the sizes and close. Calling it again does nothing."""
        if self._file.closed:
            return
        with self._file:
            data_bytes = self._frames * self._channels * BYTES[self._format]
            if data_bytes % 2:
                self._write(b"\0")
            riff_bytes = len(self._head(b"RIFF", 0, 0)) - 8 + data_bytes + data_bytes % 2
            if riff_bytes > _LARGEST:
                sizes = _DS64.pack(riff_bytes, data_bytes, self._frames, 0)
                self._header = b"ds64" + struct.pack("<I", len(sizes)) + sizes + self._header[36:]
                head = self._head(b"RF64", _SEE_DS64, _SEE_DS64)
            else:
                head = self._head(b"RIFF", riff_bytes, data_bytes)
            self._file.seek(0)
            self._write(head)

    def _head(self, kind: bytes, riff_bytes: int, data_bytes: int) -> bytes:
        fact = b""
        if self._format == "float":
            fact = b"fact" + struct.pack("<II", 4, min(self._frames, _LARGEST))
        riff = kind + struct.pack("<I", riff_bytes) + b"WAVE"
        return riff + self._header + fact + b"data" + struct.pack("<I", data_bytes)

    def _encoded(self, samples: Floats) -> bytes:
        if self._format == "float":
            return samples.astype("<f4", copy=False).tobytes()
        bits = 8 * BYTES[self._format]
        top = float(1 << (bits - 1))
        steps = np.rint(samples * np.float32(top))
        whole = np.clip(steps, -top, top - 1.0).astype("<i4")
        if bits == 16:
            return bytes(whole.astype("<i2").data)
        return bytes(np.ascontiguousarray(whole.view(np.uint8).reshape(-1, 4)[:, :3]).data)

    def _write(self, data: bytes) -> None:
        """Write all bytes: an unbuffered file may accept fewer at once."""
        view = memoryview(data)
        while view:
            view = view[self._file.write(view) :]

"""Pictures of windows as small PNG files: 256 colours, compressed as far as it goes."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np

_COLOURS = 256
_FREQUENT = 112
"""So many colours stay exactly as they are: the large flat parts of a window."""


def save(image: Any, path: Path) -> None:
    """Write a QImage as an indexed PNG."""
    from PySide6.QtGui import QImage

    picture = image.convertToFormat(QImage.Format.Format_RGB32)
    width, height = picture.width(), picture.height()
    raw = np.frombuffer(picture.constBits(), np.uint32).reshape(height, -1)[:, :width]
    pixels = raw & 0xFFFFFF
    colours, places, counts = np.unique(pixels, return_inverse=True, return_counts=True)
    parts = np.stack([(colours >> shift) & 0xFF for shift in (16, 8, 0)], axis=1).astype(np.float64)
    palette = _palette(parts, counts)
    nearest = np.empty(len(parts), np.uint8)
    for start in range(0, len(parts), 4096):
        some = parts[start : start + 4096]
        distance = ((some[:, None, :] - palette[None, :, :]) ** 2).sum(axis=2)
        nearest[start : start + 4096] = distance.argmin(axis=1)
    indices = nearest[places.reshape(height, width)]
    rows = np.zeros((height, width + 1), np.uint8)  # a leading 0 a row: no filter
    rows[:, 1:] = indices
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    chunks = (
        (b"IHDR", head),
        (b"PLTE", palette.round().astype(np.uint8).tobytes()),
        (b"IDAT", zlib.compress(rows.tobytes(), 9)),
        (b"IEND", b""),
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _palette(parts: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """The most frequent colours, and a median cut of all others."""
    order = np.argsort(-counts)
    exact = parts[order[:_FREQUENT]]
    rest, weights = parts[order[_FREQUENT:]], np.sqrt(counts[order[_FREQUENT:]])
    boxes = [np.arange(len(rest))] if len(rest) else []
    while boxes and len(boxes) < _COLOURS - len(exact):
        spans = [np.ptp(rest[box], axis=0).max() * weights[box].sum() ** 0.5 for box in boxes]
        widest = int(np.argmax(spans))
        box = boxes[widest]
        if len(box) < 2 or spans[widest] == 0:
            break
        axis = int(np.ptp(rest[box], axis=0).argmax())
        box = box[np.argsort(rest[box, axis], kind="stable")]
        half = np.cumsum(weights[box])
        cut = int(np.clip(np.searchsorted(half, half[-1] / 2), 1, len(box) - 1))
        boxes[widest : widest + 1] = [box[:cut], box[cut:]]
    means = [np.average(rest[box], axis=0, weights=weights[box]) for box in boxes]
    return np.concatenate([exact, np.array(means)]) if means else exact

"""A picture without a drawing library: a pixel array, a tiny font, and PNG by zlib."""

import struct
import zlib
from pathlib import Path

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
"""(height, width, 3), red green blue"""
Colour = tuple[int, int, int]

# Glyphs of 3 x 5 dots, row by row from the top.
_GLYPHS = {
    "A": "010101111101101", "B": "110101110101110", "C": "011100100100011", "D": "110101101101110",
    "E": "111100110100111", "F": "111100110100100", "G": "011100101101011", "H": "101101111101101",
    "I": "111010010010111", "J": "001001001101010", "K": "101101110101101", "L": "100100100100111",
    "M": "101111111101101", "N": "110101101101101", "O": "010101101101010", "P": "110101110100100",
    "Q": "010101101111011", "R": "110101110101101", "S": "011100010001110", "T": "111010010010010",
    "U": "101101101101111", "V": "101101101101010", "W": "101101111111101", "X": "101101010101101",
    "Y": "101101010010010", "Z": "111001010100111", "0": "111101101101111", "1": "010110010010111",
    "2": "110001010100111", "3": "110001010001110", "4": "101101111001001", "5": "111100110001110",
    "6": "011100111101111", "7": "111001010010010", "8": "111101111101111", "9": "111101111001110",
    "-": "000000111000000", "_": "000000000000111", ".": "000000000000010", "&": "010101010101011",
    "/": "001001010100100", ":": "000010000010000",
}  # fmt: skip


def blank(height: int, width: int, colour: Colour) -> Pixels:
    """A picture of one colour."""
    return np.full((height, width, 3), colour, dtype=np.uint8)


def write_text(
    pixels: Pixels, top: int, left: int, text: str, colour: Colour, scale: int = 2
) -> None:
    """Draw upper-case text; unknown characters leave a gap. Each takes 4 x `scale` pixels."""
    for number, letter in enumerate(text.upper()):
        dots = _GLYPHS.get(letter)
        if dots is None:
            continue
        shape = np.array([dot == "1" for dot in dots]).reshape(5, 3)
        shape = np.kron(shape, np.ones((scale, scale), dtype=bool)).astype(bool)
        x = left + number * 4 * scale
        area = pixels[top : top + 5 * scale, x : x + 3 * scale]
        area[shape[: area.shape[0], : area.shape[1]]] = colour


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def write_png(path: Path, pixels: Pixels) -> None:
    """Write an 8-bit RGB PNG (W3C PNG specification, filter 0 on every row)."""
    height, width, _ = pixels.shape
    rows = np.zeros((height, 1 + 3 * width), dtype=np.uint8)
    rows[:, 1:] = pixels.reshape(height, 3 * width)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = _chunk(b"IHDR", header)
    body += _chunk(b"IDAT", zlib.compress(rows.tobytes(), 9)) + _chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + body)

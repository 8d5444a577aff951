"""Counts the frames of an MP3 without a length, and adds a header that states it.

Without a Xing header libsndfile guesses the length from the first frame's bit rate and decodes only
that much. Layout of frames: ISO/IEC 11172-3, 2.4.1 and 2.4.2.3; of the header: "Xing" as LAME
writes it (flag 1, then the number of frames). Pure functions on bytes.
"""

from __future__ import annotations

from typing import Final

_TAGS: Final = (b"Xing", b"Info", b"VBRI")
_TAG_WITHIN_BYTES: Final = 4_096
_ID3_BYTES: Final = 10

# kbit/s by the index of a frame's header; MPEG 1, and MPEG 2 and 2.5, layer 3.
_RATES_1: Final = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0)
_RATES_2: Final = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0)
_SAMPLE_RATES_HZ: Final = (44_100, 48_000, 32_000, 0)


def says_its_length(data: bytes) -> bool:
    """Whether the first frame of an MP3 states its length (the first kilobytes are enough as
    ``data``)."""
    start = _after_id3(data)
    return any(tag in data[start : start + _TAG_WITHIN_BYTES] for tag in _TAGS)


def with_length(data: bytes) -> bytes:
    """The MP3 with an added first frame that states the number of frames; unchanged if it has no
    frame."""
    start = _first_frame(data)
    frames, place = 0, start
    while length := _frame_bytes(data, place):
        frames += 1
        place += length
    if frames < 2:
        return data
    header = bytearray(data[start : start + 4])
    header[1] |= 1  # no checksum
    header[2] = header[2] & 0x0F | 0x90  # large enough for the header
    side_info = _side_info_bytes(header)
    first = bytes(header) + bytes(side_info) + b"Xing" + (1).to_bytes(4) + frames.to_bytes(4)
    return first.ljust(_frame_bytes(bytes(header), 0), b"\0") + data[start:]


def _after_id3(data: bytes) -> int:
    """Position after the ID3 tag, which may come before the sound."""
    if data[:3] != b"ID3" or len(data) < _ID3_BYTES:
        return 0
    size = 0
    for byte in data[6:_ID3_BYTES]:
        size = size << 7 | byte & 0x7F
    return _ID3_BYTES + size


def _first_frame(data: bytes) -> int:
    """The first position where two consecutive frames begin; the end if there is none."""
    place = _after_id3(data)
    while (place := data.find(b"\xff", place)) >= 0:
        length = _frame_bytes(data, place)
        if length and _frame_bytes(data, place + length):
            return place
        place += 1
    return len(data)


def _frame_bytes(data: bytes, place: int) -> int:
    """Length in bytes of the frame that begins at a position; 0 if none does."""
    if place + 4 > len(data) or data[place] != 0xFF or data[place + 1] & 0xE6 != 0xE2:
        return 0
    version = data[place + 1] >> 3 & 3  # 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
    third = data[place + 2]
    rates = _RATES_1 if version == 3 else _RATES_2
    kbit_s, rate_hz = rates[third >> 4], _SAMPLE_RATES_HZ[third >> 2 & 3]
    if version == 1 or not kbit_s or not rate_hz:
        return 0
    rate_hz //= {3: 1, 2: 2, 0: 4}[version]
    return (144 if version == 3 else 72) * kbit_s * 1000 // rate_hz + (third >> 1 & 1)


def _side_info_bytes(header: bytes | bytearray) -> int:
    mono = header[3] >> 6 == 3
    if header[1] >> 3 & 3 == 3:
        return 17 if mono else 32
    return 9 if mono else 17

"""SLIP frames for OSC on TCP (RFC 1055; OSC 1.1 puts an END on both sides). Pure."""

from __future__ import annotations

from typing import Final

_END: Final = 0xC0
_ESC: Final = 0xDB
_ESCAPED: Final = {0xDC: _END, 0xDD: _ESC}
MOST_BYTES: Final = 65_536
"""A longer frame is dropped: no client can fill the memory."""


class SlipReader:
    """Turns bytes in pieces of any size into whole frames."""

    def __init__(self) -> None:
        self._frame = bytearray()
        self._escaped = False
        self._too_long = False

    def feed(self, data: bytes) -> list[bytes]:
        """The frames that are complete with these bytes."""
        found = []
        for byte in data:
            if byte == _END:
                if self._frame and not self._too_long:
                    found.append(bytes(self._frame))
                self._frame.clear()
                self._escaped = self._too_long = False
            elif self._escaped:
                self._escaped = False
                self._frame.append(_ESCAPED.get(byte, byte))
            elif byte == _ESC:
                self._escaped = True
            else:
                self._frame.append(byte)
            if len(self._frame) > MOST_BYTES:
                self._too_long = True
                self._frame.clear()
        return found


def slip_frame(data: bytes) -> bytes:
    """A packet as a frame."""
    escaped = data.replace(b"\xdb", b"\xdb\xdd").replace(b"\xc0", b"\xdb\xdc")
    return b"\xc0" + escaped + b"\xc0"

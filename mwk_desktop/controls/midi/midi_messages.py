"""Bytes from a MIDI port as channel messages (pure).

Format: MIDI 1.0 Detailed Specification 4.2: running status, real-time bytes between the bytes of
another message, system exclusive of any length.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

NOTE_OFF: Final = 0x80
NOTE_ON: Final = 0x90
CONTROL_CHANGE: Final = 0xB0
PITCH_BEND: Final = 0xE0

_ONE_DATA_BYTE: Final = (0xC0, 0xD0)
_SYSEX: Final = 0xF0
_REAL_TIME: Final = 0xF8


@dataclass(frozen=True, slots=True)
class ChannelMessage:
    """One channel message: ``status`` without the channel (0x80 to 0xE0), ``channel`` 1 to 16, two
    data bytes of 7 bits (0 where there is no second)."""

    status: int
    channel: int
    data1: int
    data2: int = 0


class MidiParser:
    """Parses one port's bytes, in pieces of any size; keeps a message that is not yet complete."""

    def __init__(self) -> None:
        self._status = 0  # running status; 0: data bytes belong to nothing we read
        self._data1 = -1

    def feed(self, data: Iterable[int]) -> list[ChannelMessage]:
        """The channel messages that are complete with these bytes."""
        found: list[ChannelMessage] = []
        for byte in data:
            if byte >= _REAL_TIME:
                continue  # a clock tick may come inside any other message
            if byte >= 0x80:
                # A system message ends the running status; its data is skipped.
                self._status = 0 if byte >= _SYSEX else byte
                self._data1 = -1
                continue
            if not self._status:
                continue
            kind, channel = self._status & 0xF0, (self._status & 0x0F) + 1
            if kind in _ONE_DATA_BYTE:
                found.append(ChannelMessage(kind, channel, byte))
            elif self._data1 < 0:
                self._data1 = byte
            else:
                found.append(ChannelMessage(kind, channel, self._data1, byte))
                self._data1 = -1
        return found

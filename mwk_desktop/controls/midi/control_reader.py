"""Channel messages as readings of a device's controls: 7 and 14 bits, NRPN, notes (pure)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

from mwk_desktop.controls.midi import midi_messages as midi
from mwk_desktop.controls.midi.midi_messages import ChannelMessage

ControlKey: TypeAlias = tuple[str, int, int]
"""A control of a device: type (cc, cc14, nrpn, note, pitchbend), channel 1 to 16, number."""

NRPN_MSB: Final = 99
NRPN_LSB: Final = 98
_RPN: Final = (101, 100)
_DATA_MSB: Final = 6
_DATA_LSB: Final = 38


@dataclass(frozen=True, slots=True)
class ControlReading:
    """What a control says: ``position`` 0 to 1, and ``raw``, the number that it sent."""

    key: ControlKey
    position: float
    raw: int


class ControlReader:
    """Turns one device's messages into readings.

    Parameters
    ----------
    controls
        The keys that a map names: a 14-bit controller and a plain one send the same messages.
    """

    def __init__(self, controls: Iterable[ControlKey]) -> None:
        keys = set(controls)
        self._wide = {(channel, number) for kind, channel, number in keys if kind == "cc14"}
        self._has_nrpn = any(kind == "nrpn" for kind, _, _ in keys)
        self._coarse: dict[tuple[int, int], int] = {}
        self._only_coarse: set[tuple[int, int]] = set()
        self._nrpn: dict[int, list[int]] = {}

    def read(self, message: ChannelMessage) -> ControlReading | None:
        """The reading that a message completes, if any."""
        channel, number, value = message.channel, message.data1, message.data2
        match message.status:
            case midi.NOTE_ON | midi.NOTE_OFF:
                pressed = value if message.status == midi.NOTE_ON else 0
                return _reading("note", channel, number, pressed, 127)
            case midi.PITCH_BEND:
                return _reading("pitchbend", channel, 0, number | value << 7, 16_383)
            case midi.CONTROL_CHANGE:
                return self._read_cc(channel, number, value)
        return None

    def _read_cc(self, channel: int, number: int, value: int) -> ControlReading | None:
        if self._has_nrpn:
            selected = self._nrpn.setdefault(channel, [-1, -1, 0])
            if number in (NRPN_MSB, NRPN_LSB):
                selected[number == NRPN_LSB] = value
                selected[2] = 0
                return None
            if number in _RPN:
                selected[:] = -1, -1, 0
                return None
            if number in (_DATA_MSB, _DATA_LSB) and min(selected[:2]) >= 0:
                parameter = selected[0] << 7 | selected[1]
                if number == _DATA_MSB:
                    selected[2] = value
                    return _reading("nrpn", channel, parameter, value << 7, 127 << 7)
                wide = selected[2] << 7 | value
                return _reading("nrpn", channel, parameter, wide, 16_383)
        at = channel, number
        if at in self._wide:
            # The fine half follows. A device that never sends it is read by its coarse half.
            only_coarse = at in self._coarse or at in self._only_coarse
            self._coarse[at] = value
            if only_coarse:
                self._only_coarse.add(at)
                return _reading("cc14", channel, number, value << 7, 127 << 7)
            return None
        pair = channel, number - 32
        if pair in self._wide:
            self._only_coarse.discard(pair)
            coarse = self._coarse.pop(pair, None)
            if coarse is None:
                return None
            return _reading("cc14", channel, number - 32, coarse << 7 | value, 16_383)
        return _reading("cc", channel, number, value, 127)


def _reading(kind: str, channel: int, number: int, raw: int, full: int) -> ControlReading:
    return ControlReading((kind, channel, number), min(1.0, raw / full), raw)


def relative_steps(mode: str, value: int) -> int:
    """Detents of an endless encoder, positive clockwise.

    The three encodings in use: two's complement, sign in bit 6, offset from 64.
    """
    match mode:
        case "relative-2c":
            return value - 128 if value >= 64 else value
        case "relative-signed":
            return -(value & 0x3F) if value & 0x40 else value
        case _:
            return value - 64

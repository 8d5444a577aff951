"""MIDI bytes, 7 and 14 bits, NRPN, encoders."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.controls.midi.control_reader import ControlReader, relative_steps
from mwk_desktop.controls.midi.midi_messages import ChannelMessage, MidiParser

CC = 0xB0


def parsed(*pieces: str) -> list[ChannelMessage]:
    parser = MidiParser()
    return [one for piece in pieces for one in parser.feed(bytes.fromhex(piece))]


def test_running_status() -> None:
    assert parsed("b0 00 40 01 41", "02 42") == [
        ChannelMessage(CC, 1, 0, 0x40),
        ChannelMessage(CC, 1, 1, 0x41),
        ChannelMessage(CC, 1, 2, 0x42),
    ]


def test_a_message_in_pieces_with_a_clock_tick_inside() -> None:
    assert parsed("b3", "07 f8", "fe", "7f") == [ChannelMessage(CC, 4, 7, 0x7F)]


def test_sysex_in_the_middle_ends_the_running_status() -> None:
    wanted = [ChannelMessage(CC, 1, 0, 1), ChannelMessage(CC, 1, 2, 3)]
    assert parsed("b0 00 01 f0 7e 00", "09 02 f7 05 06 b0 02 03") == wanted
    # One that is cut off by a new message is over as well.
    assert parsed("f0 01 02 90 3c 7f") == [ChannelMessage(0x90, 1, 0x3C, 0x7F)]


def test_messages_of_one_data_byte_and_system_common() -> None:
    assert parsed("c1 05 06 d0 07 f2 01 02 03 f6 90 01 02") == [
        ChannelMessage(0xC0, 2, 5),
        ChannelMessage(0xC0, 2, 6),
        ChannelMessage(0xD0, 1, 7),
        ChannelMessage(0x90, 1, 1, 2),
    ]


@given(st.binary(max_size=200), st.lists(st.integers(0, 200)))
def test_any_bytes_in_any_pieces_give_the_same_messages(data: bytes, cuts: list[int]) -> None:
    whole = MidiParser().feed(data)
    parser = MidiParser()
    edges = [0, *sorted(cut for cut in cuts if cut < len(data)), len(data)]
    pieces = [data[a:b] for a, b in pairwise(edges)]
    assert [one for piece in pieces for one in parser.feed(piece)] == whole
    assert all(0 <= one.data1 < 128 and 0 <= one.data2 < 128 for one in whole)


def read(reader: ControlReader, *messages: tuple[int, int]) -> list[int]:
    found = (reader.read(ChannelMessage(CC, 1, number, value)) for number, value in messages)
    return [reading.raw for reading in found if reading is not None]


def test_fourteen_bits_wait_for_their_fine_half() -> None:
    reader = ControlReader([("cc14", 1, 7)])
    assert read(reader, (7, 64), (39, 1)) == [64 << 7 | 1]
    assert read(reader, (39, 5)) == []  # half of nothing
    assert read(reader, (8, 3)) == [3]  # a plain one beside it
    # A device that sends the coarse half only is read all the same.
    assert read(reader, (7, 64), (7, 65), (7, 66)) == [65 << 7, 66 << 7]
    assert read(reader, (7, 127), (39, 127))[-1] == 16_383


def test_nrpn() -> None:
    reader = ControlReader([("nrpn", 1, 300)])
    assert read(reader, (99, 2), (98, 44), (6, 127), (38, 127)) == [127 << 7, 16_383]
    assert read(reader, (6, 1)) == [1 << 7]
    # A registered parameter is not ours.
    assert read(reader, (101, 0), (100, 0), (6, 5)) == [5]


def test_notes_and_pitch_bend() -> None:
    reader = ControlReader([])
    on = reader.read(ChannelMessage(0x90, 3, 60, 100))
    off = reader.read(ChannelMessage(0x80, 3, 60, 64))
    assert on is not None
    assert off is not None
    assert (on.key, on.raw, off.raw) == (("note", 3, 60), 100, 0)
    bend = reader.read(ChannelMessage(0xE0, 2, 127, 127))
    assert bend is not None
    assert (bend.key, bend.position) == (("pitchbend", 2, 0), 1.0)


@pytest.mark.parametrize(
    ("mode", "up", "down", "fast"),
    [
        ("relative-2c", 1, 127, (3, 3)),
        ("relative-signed", 1, 65, (0x43, -3)),
        ("relative-offset", 65, 63, (60, -4)),
    ],
)
def test_encoders_in_three_encodings(mode: str, up: int, down: int, fast: tuple[int, int]) -> None:
    assert relative_steps(mode, up) == 1
    assert relative_steps(mode, down) == -1
    assert relative_steps(mode, fast[0]) == fast[1]

"""Learning a control: which one was moved, and a map that has it (pure)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from mwk_desktop.controls.midi import midi_messages as midi
from mwk_desktop.controls.midi.control_map import ControlMap, Light, MapEntry
from mwk_desktop.controls.midi.control_reader import NRPN_LSB, NRPN_MSB
from mwk_desktop.controls.midi.midi_messages import ChannelMessage
from mwk_desktop.show.action_kinds import Kind
from mwk_desktop.show.actions import ACTIONS

_SMALL: Final = frozenset(range(1, 8))
_TWOS: Final = _SMALL | frozenset(range(121, 128))
_SIGNED: Final = _SMALL | frozenset(range(65, 72))
_OFFSET: Final = frozenset(range(57, 64)) | frozenset(range(65, 72))


def can_learn(action: str) -> bool:
    """Whether a control can do an action: it needs no value that only a person can type."""
    entry = ACTIONS.get(action)
    return entry is not None and entry.kind in (
        Kind.FADER,
        Kind.TOGGLE,
        Kind.TRIGGER,
        Kind.MESSAGE,
    )


def guess_control(action: str, messages: Sequence[ChannelMessage]) -> MapEntry | None:
    """The map entry for an action, from what a device has sent since; None: not clear yet.

    The first message decides; those after it may show that it was one half of a 14-bit control, or
    that the knob is an endless one (it sends the same small number again and again).
    """
    first = next((one for one in messages if not _is_release(one)), None)
    if first is None:
        return None
    fader = ACTIONS[action].kind is Kind.FADER
    mode = "takeover" if fader else "momentary"
    channel, number = first.channel, first.data1
    if first.status == midi.NOTE_ON:
        light = Light("note", channel, number, 0, 127)
        return MapEntry(action, "note", channel, number, mode, light=None if fader else light)
    if first.status == midi.PITCH_BEND:
        return MapEntry(action, "pitchbend", channel, 0, mode)
    if first.status != midi.CONTROL_CHANGE:
        return None
    changes = [
        one for one in messages if one.status == midi.CONTROL_CHANGE and one.channel == channel
    ]
    numbers = {one.data1: one.data2 for one in changes}
    if number in (NRPN_MSB, NRPN_LSB):
        if not {NRPN_MSB, NRPN_LSB, 6} <= numbers.keys():
            return None
        return MapEntry(action, "nrpn", channel, numbers[NRPN_MSB] << 7 | numbers[NRPN_LSB], mode)
    if number + 32 in numbers and number < 32:
        return MapEntry(action, "cc14", channel, number, mode)
    if number - 32 in numbers and 32 <= number < 64:
        return MapEntry(action, "cc14", channel, number - 32, mode)
    sent = [one.data2 for one in changes if one.data1 == number]
    relative = _relative_mode(sent) if fader else ""
    if relative:
        return MapEntry(action, "encoder", channel, number, relative)
    light = Light("cc", channel, number, 0, 127)
    return MapEntry(action, "cc", channel, number, mode, light=None if fader else light)


def _is_release(message: ChannelMessage) -> bool:
    return message.status == midi.NOTE_OFF or (message.status == midi.NOTE_ON and not message.data2)


def _relative_mode(sent: Sequence[int]) -> str:
    """The encoding of an endless knob; "" for a knob with a position, which never sends a value
    twice in a row."""
    if len(sent) < 3 or not any(one == other for one, other in pairwise(sent)):
        return ""
    found = set(sent)
    if found <= _TWOS:
        return "relative-2c"
    if found <= _OFFSET:
        return "relative-offset"
    return "relative-signed" if found <= _SIGNED else ""


def with_entry(control_map: ControlMap, entry: MapEntry) -> tuple[ControlMap, list[MapEntry]]:
    """A map in which a control does one action; also the entries that it did before."""
    # A 14-bit control sends on two numbers: both are its own.
    own = {entry.key, ("cc", entry.channel, entry.number)}
    if entry.type == "cc14":
        own.add(("cc", entry.channel, entry.number + 32))
    taken = [one for one in control_map.entries if one.key in own and one.action != entry.action]
    kept = [one for one in control_map.entries if one.key not in own]
    return replace(control_map, entries=(*kept, entry), own=True), taken


def without_action(control_map: ControlMap, action: str) -> ControlMap:
    """A map in which no control does an action."""
    kept = tuple(one for one in control_map.entries if one.action != action)
    return replace(control_map, entries=kept, own=True)

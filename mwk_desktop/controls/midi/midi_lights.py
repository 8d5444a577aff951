"""Lights, rings and motor faders: what a device should show, as messages that changed (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mwk_desktop.controls.midi import midi_messages as midi
from mwk_desktop.controls.midi.control_map import Light, MapEntry
from mwk_desktop.show.action_kinds import Kind, Value
from mwk_desktop.show.actions import ACTIONS


class MidiLights:
    """Remembers what a device shows, and sends only changes."""

    def __init__(self, entries: Iterable[MapEntry]) -> None:
        self._entries = [entry for entry in entries if entry.light is not None]
        self._shown: dict[tuple[str, int, int], bytes] = {}
        self.touched: set[int] = set()
        """Touch notes of the motor faders that have a finger on them."""

    def forget(self) -> None:
        """Forget what the device shows, so that everything is sent again."""
        self._shown.clear()

    def changes(self, values: Mapping[str, Value]) -> list[bytes]:
        """The messages that bring the device up to date with the actions' values."""
        wanted: dict[tuple[str, int, int], tuple[Light, int]] = {}
        held: set[tuple[str, int, int]] = set()
        for entry in self._entries:
            light = entry.light
            assert light is not None
            at = light.type, light.channel, light.number
            if entry.touch in self.touched and entry.touch >= 0:
                held.add(at)
                continue
            number = light_value(entry, light, values.get(entry.action))
            # Several actions on one control: its light is on if any of them is.
            if at not in wanted or (number != light.off and wanted[at][1] == light.off):
                wanted[at] = light, number
        found = []
        for at, (light, number) in wanted.items():
            data = light_message(light, number)
            if self._shown.get(at) != data:
                self._shown[at] = data
                found.append(data)
        for at in held:
            # The finger has moved it: it needs the place again when the finger is gone.
            self._shown.pop(at, None)
        return found

    def all_off(self) -> list[bytes]:
        """The messages that turn all lights off; motors stay where they are."""
        lights = {}
        for entry in self._entries:
            light = entry.light
            assert light is not None
            if light.type != "pitchbend":
                lights[light.type, light.channel, light.number] = light_message(light, light.off)
        self._shown.clear()
        return list(lights.values())


def light_value(entry: MapEntry, light: Light, value: Value) -> int:
    """The number to send to a light for its action's value."""
    if entry.value is not None:
        return light.on if value == entry.value else light.off
    if isinstance(value, str):
        return light.values.get(value, light.off)
    if value is None or isinstance(value, bool):
        return light.on if value else light.off
    if ACTIONS[entry.action].kind is Kind.FADER:
        return light.off + round(max(0.0, min(1.0, value)) * (light.on - light.off))
    return light.on if value else light.off


def light_message(light: Light, number: int) -> bytes:
    """The message that sets a light."""
    channel = light.channel - 1
    match light.type:
        case "pitchbend":
            return bytes((midi.PITCH_BEND | channel, number & 0x7F, number >> 7))
        case "note":
            return bytes((midi.NOTE_ON | channel, light.number, number))
        case _:
            return bytes((midi.CONTROL_CHANGE | channel, light.number, number))

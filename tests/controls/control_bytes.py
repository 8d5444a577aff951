"""What a device sends when a control of its map is used."""

from __future__ import annotations

from mwk_desktop.controls.midi.control_map import MapEntry


def messages_of(entry: MapEntry) -> list[str]:
    """What the device sends when the control is used: a fader goes all the way up."""
    channel = entry.channel - 1
    match entry.type:
        case "note":
            return [f"{0x90 | channel:02x} {entry.number:02x} 7f"]
        case "pitchbend":
            return [f"{0xE0 | channel:02x} 00 00", f"{0xE0 | channel:02x} 7f 7f"]
        case "encoder":
            return [f"{0xB0 | channel:02x} {entry.number:02x} 01"]
        case _:
            fader = entry.mode in ("takeover", "absolute")
            values = ["00", "7f"] if fader else ["7f"]
            return [f"{0xB0 | channel:02x} {entry.number:02x} {value}" for value in values]

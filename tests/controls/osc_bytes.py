"""OSC messages as bytes."""

from __future__ import annotations

from typing import Any

from pythonosc.osc_message_builder import OscMessageBuilder


def osc(address: str, *values: Any) -> bytes:
    builder = OscMessageBuilder(address)
    for value in values:
        builder.add_arg(value)
    return bytes(builder.build().dgram)

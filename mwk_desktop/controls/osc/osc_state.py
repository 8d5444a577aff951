"""The show's state as OSC messages: all of it, or what has changed (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from pythonosc.osc_bundle_builder import IMMEDIATELY, OscBundleBuilder
from pythonosc.osc_message_builder import OscMessageBuilder

from mwk_desktop.controls.osc.osc_addresses import ROOT, address_of
from mwk_desktop.show.action_kinds import ConsoleState, Value
from mwk_desktop.show.actions import feedback
from mwk_desktop.show.audience_snapshot import audience_snapshot
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.units import INSTRUMENTS

OscValue: TypeAlias = "int | float | str"

PACKET_BYTES: Final = 1_200
"""A bundle fits one packet of any network, so that none is torn."""


def show_values(snapshot: Snapshot, console: ConsoleState) -> dict[str, OscValue]:
    """Every address with its value; actions that have none at the moment are left out."""
    found: dict[str, OscValue] = {}
    for action, value in feedback(snapshot, console).items():
        if value is not None:
            found[address_of(action)] = _osc_value(value)
    votes = {row.instrument: row.votes for row in snapshot.chart}
    found |= {f"{ROOT}votes/{name}": votes.get(name, 0) for name in INSTRUMENTS}
    found |= {
        f"{ROOT}playing/{strip.instrument}": strip.now.name if strip.now and strip.audible else ""
        for strip in snapshot.strips
    }
    # Lights and visuals are for the room, too.
    leaders = audience_snapshot(snapshot).leaders
    window = snapshot.window
    found |= {
        f"{ROOT}bar": snapshot.transport.bar,
        f"{ROOT}beat": snapshot.transport.beat,
        f"{ROOT}scene": snapshot.scene_number,
        f"{ROOT}next/bar": window.landing_bar or 0,
        f"{ROOT}window/seconds": max(0, window.remaining_ms // 1000),
        f"{ROOT}leader": leaders[0].name if leaders else "",
    }
    return found


def _osc_value(value: Value) -> OscValue:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, float):
        # Silence is minus infinity in decibels, which most programs cannot read.
        return max(-144.0, min(144.0, value))
    return value if value is not None else ""


def changed_values(
    before: Mapping[str, OscValue], after: Mapping[str, OscValue]
) -> dict[str, OscValue]:
    """What is new or different."""
    return {address: value for address, value in after.items() if before.get(address) != value}


def packets_of(values: Mapping[str, OscValue]) -> Iterable[bytes]:
    """Values as bundles, each small enough for one packet."""
    bundle, size = OscBundleBuilder(IMMEDIATELY), 16
    for address, value in values.items():
        builder = OscMessageBuilder(address)
        builder.add_arg(value, "i" if isinstance(value, int) else None)
        message = builder.build()
        if size > 16 and size + message.size + 4 > PACKET_BYTES:
            yield bundle.build().dgram
            bundle, size = OscBundleBuilder(IMMEDIATELY), 16
        bundle.add_content(message)
        size += message.size + 4
    if size > 16:
        yield bundle.build().dgram


def refusal_packet(action: str, reason: str) -> bytes:
    """The answer to an action that was not done: ``/mwk/refused`` with its name and why."""
    builder = OscMessageBuilder(f"{ROOT}refused")
    builder.add_arg(action)
    builder.add_arg(reason)
    return builder.build().dgram

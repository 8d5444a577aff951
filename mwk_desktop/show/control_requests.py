"""Requests about controls outside the windows: learning a MIDI map, OSC, paired phones.

Values like those of :mod:`~mwk_desktop.show.commands`; workers carry them out.
"""

from __future__ import annotations

from msgspec import Struct


class LearnControl(Struct, frozen=True):
    """Learn mode: the next MIDI control that is moved does this action; empty: none chosen yet."""

    action: str = ""


class StopLearning(Struct, frozen=True):
    """Leave learn mode; what was learnt stays."""


class ForgetControl(Struct, frozen=True):
    """No MIDI control does this action any more."""

    action: str


class UndoLearning(Struct, frozen=True):
    """Take the last change of a MIDI map back."""


class UseMap(Struct, frozen=True):
    """A MIDI device uses a map (``map_id`` of a ``MapChoice``, or ``NO_MAP_ID``) from now on."""

    device: str
    map_id: str


class CopyMap(Struct, frozen=True):
    """Copy a MIDI device's map into the presenter's folder, and let the device use the copy."""

    device: str


class UseTakeover(Struct, frozen=True):
    """Faders move their strips only after they have met them (``soft``), or at once."""

    soft: bool


class UseLights(Struct, frozen=True):
    """The controllers' lights and motors follow the show, or stay dark."""

    on: bool


class ServeOsc(Struct, frozen=True):
    """Serve OSC during the show (True), or stop (False)."""

    serve: bool


class OfferPairing(Struct, frozen=True):
    """Offer to pair one phone, for two minutes; ``roles`` are ``mix`` and ``moderate``."""

    roles: tuple[str, ...]


class StopPairing(Struct, frozen=True):
    """Withdraw the offered pairing."""


class RevokeRemote(Struct, frozen=True):
    """Send a paired phone away at once; an empty id: all of them."""

    device_id: str = ""


ControlRequest = (
    LearnControl
    | StopLearning
    | ForgetControl
    | UndoLearning
    | UseMap
    | CopyMap
    | UseTakeover
    | UseLights
    | ServeOsc
    | OfferPairing
    | StopPairing
    | RevokeRemote
)

"""Requests about controls outside the windows: learning a MIDI map, OSC, paired phones.

Values like those of :mod:`~mwk_desktop.show.commands`; workers carry them out.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LearnControl:
    """Learn mode: the next MIDI control that is moved does this action; empty: none chosen yet."""

    action: str = ""


@dataclass(frozen=True, slots=True)
class StopLearning:
    """Leave learn mode; what was learnt stays."""


@dataclass(frozen=True, slots=True)
class ForgetControl:
    """No MIDI control does this action any more."""

    action: str


@dataclass(frozen=True, slots=True)
class UndoLearning:
    """Take the last change of a MIDI map back."""


@dataclass(frozen=True, slots=True)
class UseMap:
    """A MIDI device uses a map (``map_id`` of a ``MapChoice``, or ``NO_MAP_ID``) from now on."""

    device: str
    map_id: str


@dataclass(frozen=True, slots=True)
class CopyMap:
    """Copy a MIDI device's map into the presenter's folder, and let the device use the copy."""

    device: str


@dataclass(frozen=True, slots=True)
class UseTakeover:
    """Faders move their strips only after they have met them (``soft``), or at once."""

    soft: bool


@dataclass(frozen=True, slots=True)
class UseLights:
    """The controllers' lights and motors follow the show, or stay dark."""

    on: bool


@dataclass(frozen=True, slots=True)
class ServeOsc:
    """Serve OSC during the show (True), or stop (False)."""

    serve: bool


@dataclass(frozen=True, slots=True)
class OfferPairing:
    """Offer to pair one phone, for two minutes; ``roles`` are ``mix`` and ``moderate``."""

    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StopPairing:
    """Withdraw the offered pairing."""


@dataclass(frozen=True, slots=True)
class RevokeRemote:
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

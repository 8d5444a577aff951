"""What the console knows of other controls: MIDI devices, learning, OSC, phones (pure values).

The workers publish it in :attr:`mwk_desktop.show.workers_state.WorkersState.controllers`,
``.osc`` and ``.remote``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from mwk_desktop.messages import NOTHING, Message


@dataclass(frozen=True, slots=True)
class DeviceControl:
    """A control of a device and what its map lets it do. ``control``: as people name it (``CC 5``);
    ``form``: fader, knob or button; ``value``: what a press sends with a choice, else empty."""

    control: str
    action: str
    form: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class HeardControl:
    """A control that was moved or pressed: when, on which device, the number that it sent, and its
    action ("" where the map has none). ``waits``: the strip does not follow it yet."""

    t_ms: int
    device: str
    control: str
    value: int
    action: str = ""
    waits: bool = False


NO_MAP_ID: Final = "none"
"""The choice of no map; the ids of maps end in ``.toml``."""


@dataclass(frozen=True, slots=True)
class MapChoice:
    """A map that a device can use; ``id`` names it in a ``UseMap``. ``file``: where the presenter's
    own one is, empty for those that come with the program."""

    id: str
    name: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class ControllerRow:
    """A MIDI device. ``state``: ``ok``, ``lost``, ``back`` (ok again since a few seconds), ``busy``
    (its port cannot be opened). ``map_name`` is empty without a map; ``own_map``: the presenter's.
    """

    name: str
    state: str
    since_ms: int
    map_name: str = ""
    own_map: bool = False
    heard: str = ""
    """Its newest control and value (``CC 5 = 64``)."""
    controls: tuple[DeviceControl, ...] = ()
    positions: Mapping[str, float] = field(default_factory=dict)
    """Control -> where it was heard last, 0 to 1."""
    map_id: str = NO_MAP_ID
    map_file: str = ""
    """Where the presenter's own map is."""


@dataclass(frozen=True, slots=True)
class LearnState:
    """Learning: ``action`` was chosen (empty: one has to be chosen) and ``waits`` until a control
    is moved; ``learnt`` says what was mapped last, and from which action a control was taken;
    ``can_undo``."""

    action: str = ""
    learnt: Message = NOTHING
    can_undo: bool = False
    controls: Mapping[str, str] = field(default_factory=dict)
    """Action -> its control in words, of all devices."""
    waits: bool = True


@dataclass(frozen=True, slots=True)
class ControllersState:
    """MIDI. ``ghosts``: action -> position of a control that the strip does not follow yet;
    ``learn`` is None outside learn mode; ``faults``: map files that cannot be used; ``heard``:
    what was moved last, the newest first; ``maps``: all that a device can use."""

    rows: tuple[ControllerRow, ...] = ()
    ghosts: Mapping[str, float] = field(default_factory=dict)
    learn: LearnState | None = None
    problem: Message = NOTHING
    faults: tuple[Message, ...] = ()
    takeover: bool = True
    lights: bool = True
    heard: tuple[HeardControl, ...] = ()
    maps: tuple[MapChoice, ...] = ()


@dataclass(frozen=True, slots=True)
class OscSender:
    """Who sent an OSC packet, when, what it said, and why it was refused (nothing: it was not)."""

    host: str
    t_ms: int
    heard: str
    refused: Message = NOTHING


@dataclass(frozen=True, slots=True)
class OscState:
    """OSC. ``address`` is where it listens (empty: off); ``clients``: who gets the state;
    ``senders``: who was heard, the newest first."""

    address: str = ""
    clients: tuple[str, ...] = ()
    heard: str = ""
    received: int = 0
    refused: int = 0
    problem: Message = NOTHING
    senders: tuple[OscSender, ...] = ()


@dataclass(frozen=True, slots=True)
class RemoteRow:
    """A paired phone; ``id`` names it in a ``RevokeRemote``."""

    id: str
    name: str
    roles: tuple[str, ...]
    connected: bool
    last_action: str = ""
    since_ms: int = 0


@dataclass(frozen=True, slots=True)
class RemoteState:
    """The presenter's phones. ``address``: where they connect (empty: off). While a pairing is
    offered, ``qr`` and ``pairing_url`` hold it, until ``pairing_until_ms``."""

    address: str = ""
    rows: tuple[RemoteRow, ...] = ()
    pairing_url: str = ""
    pairing_until_ms: int = 0
    qr: tuple[str, ...] = ()
    problem: Message = NOTHING

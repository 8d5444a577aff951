"""The commands that change several strips at once: GO, snapshots of the desk, all to AUTO; and next
scene now and redo.

Values like those of :mod:`~mwk_desktop.show.commands`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

ControlValue = str | bool | float | None


class Control(StrEnum):
    """What the presenter can set on a strip."""

    MODE = "mode"
    CLIP = "clip"
    MUTE = "mute"
    SOLO = "solo"
    GAIN = "gain"
    FILTER = "filter"


PARTS: Final = (Control.MODE, Control.CLIP, Control.GAIN, Control.MUTE, Control.FILTER)
"""What a snapshot of the desk holds."""


@dataclass(frozen=True, slots=True)
class StripChange:
    """One control of one strip gets a value: a mode's word, a clip's name (None: the crowd's
    choice), on or off, a linear gain, a filter's position."""

    instrument: str
    control: Control
    value: ControlValue


@dataclass(frozen=True, slots=True)
class StoredStrip:
    """A strip in a stored desk."""

    instrument: str
    mode: str
    clip: str | None
    gain: float
    mute: bool
    filter: float


@dataclass(frozen=True, slots=True)
class StoredDesk:
    """A snapshot of the desk: its strips, its name, and the parts that a recall takes back."""

    strips: tuple[StoredStrip, ...]
    name: str = ""
    parts: tuple[Control, ...] = PARTS
    stored_ms: int = 0


@dataclass(frozen=True, slots=True)
class Arm:
    """Start (True) or stop arming: what is pressed waits for GO. What is armed stays armed."""

    on: bool


@dataclass(frozen=True, slots=True)
class Forget:
    """Drop what is armed on an instrument; None: on all."""

    instrument: str | None = None


@dataclass(frozen=True, slots=True)
class Go:
    """Let everything armed land together on the next bar line; the show fills in what that is."""

    changes: tuple[StripChange, ...] = ()


@dataclass(frozen=True, slots=True)
class AllAuto:
    """Give everything back to the crowd on the next bar: modes, clips and filters. Gains and mutes
    stay."""


@dataclass(frozen=True, slots=True)
class StoreSnapshot:
    """Store the desk as it is in place ``number`` (1 to 8)."""

    number: int


@dataclass(frozen=True, slots=True)
class RecallSnapshot:
    """Bring a stored desk back; the show fills in the changes."""

    number: int
    changes: tuple[StripChange, ...] = ()


@dataclass(frozen=True, slots=True)
class ClearSnapshot:
    """Empty a snapshot's place."""

    number: int


@dataclass(frozen=True, slots=True)
class RenameSnapshot:
    """Give a snapshot another name."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class ChooseSnapshotParts:
    """Choose what a recall of the snapshot takes back."""

    number: int
    parts: tuple[Control, ...]


@dataclass(frozen=True, slots=True)
class PutSnapshot:
    """Set a snapshot's place (None: empty it): the result of storing, clearing, renaming and
    choosing parts."""

    number: int
    desk: StoredDesk | None


@dataclass(frozen=True, slots=True)
class NextNow:
    """Lock the votes now and let their five land on the next bar; False: take that back."""

    on: bool


@dataclass(frozen=True, slots=True)
class Redo:
    """Do again what the last undo took back."""


DeskCommand = (
    Arm
    | Forget
    | Go
    | AllAuto
    | StoreSnapshot
    | RecallSnapshot
    | ClearSnapshot
    | RenameSnapshot
    | ChooseSnapshotParts
    | PutSnapshot
    | NextNow
    | Redo
)

"""The commands that change several strips at once: GO, snapshots of the desk, all to AUTO; and next
scene now and redo.

Values like those of :mod:`~mwk_desktop.show.commands`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from msgspec import Struct

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


class StripChange(Struct, frozen=True):
    """One control of one strip gets a value: a mode's word, a clip's name (None: the crowd's
    choice), on or off, a linear gain, a filter's position."""

    instrument: str
    control: Control
    value: ControlValue


class StoredStrip(Struct, frozen=True):
    """A strip in a stored desk."""

    instrument: str
    mode: str
    clip: str | None
    gain: float
    mute: bool
    filter: float


class StoredDesk(Struct, frozen=True):
    """A snapshot of the desk: its strips, its name, and the parts that a recall takes back."""

    strips: tuple[StoredStrip, ...]
    name: str = ""
    parts: tuple[Control, ...] = PARTS
    stored_ms: int = 0


class Arm(Struct, frozen=True):
    """Start (True) or stop arming: what is pressed waits for GO. What is armed stays armed."""

    on: bool


class Forget(Struct, frozen=True):
    """Drop what is armed on an instrument; None: on all."""

    instrument: str | None = None


class Go(Struct, frozen=True):
    """Let everything armed land together on the next bar line; the show fills in what that is."""

    changes: tuple[StripChange, ...] = ()


class AllAuto(Struct, frozen=True):
    """Give everything back to the crowd on the next bar: modes, clips and filters. Gains and mutes
    stay."""


class StoreSnapshot(Struct, frozen=True):
    """Store the desk as it is in place ``number`` (1 to 8)."""

    number: int


class RecallSnapshot(Struct, frozen=True):
    """Bring a stored desk back; the show fills in the changes."""

    number: int
    changes: tuple[StripChange, ...] = ()


class ClearSnapshot(Struct, frozen=True):
    """Empty a snapshot's place."""

    number: int


class RenameSnapshot(Struct, frozen=True):
    """Give a snapshot another name."""

    number: int
    name: str


class ChooseSnapshotParts(Struct, frozen=True):
    """Choose what a recall of the snapshot takes back."""

    number: int
    parts: tuple[Control, ...]


class PutSnapshot(Struct, frozen=True):
    """Set a snapshot's place (None: empty it): the result of storing, clearing, renaming and
    choosing parts."""

    number: int
    desk: StoredDesk | None


class NextNow(Struct, frozen=True):
    """Lock the votes now and let their five land on the next bar; False: take that back."""

    on: bool


class Redo(Struct, frozen=True):
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

"""What a presenter (or a test, or the command line) can ask of a show.

Plain values that travel from any thread to the show thread; the show answers through its next
snapshot. Instruments are named by the words of :data:`mwk_desktop.units.INSTRUMENTS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """Who decides over one instrument: the crowd, or the presenter's hand."""

    AUTO = "auto"
    ON = "on"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class SetMode:
    instrument: str
    mode: Mode


@dataclass(frozen=True, slots=True)
class SetVariation:
    """Choose a clip by hand (``"drum/drum2.flac"``); None gives the choice back to the crowd."""

    instrument: str
    clip: str | None


@dataclass(frozen=True, slots=True)
class NextVariation:
    """The clip after the current one, by name, round and round."""

    instrument: str


@dataclass(frozen=True, slots=True)
class SetMute:
    instrument: str
    mute: bool


@dataclass(frozen=True, slots=True)
class SetSolo:
    instrument: str
    solo: bool


@dataclass(frozen=True, slots=True)
class SetGain:
    """Fader of a strip, linear gain; instrument None is the master."""

    instrument: str | None
    gain: float


@dataclass(frozen=True, slots=True)
class SetHold:
    hold: bool


@dataclass(frozen=True, slots=True)
class Panic:
    """Fade everything out in 200 ms; again within 2 s: cut at once. See :class:`Resume`."""


@dataclass(frozen=True, slots=True)
class Resume:
    """After a panic or a fade out: the music returns on the next bar."""


@dataclass(frozen=True, slots=True)
class FadeOut:
    """Two loops to silence; pressed again, the music returns on the next bar."""


@dataclass(frozen=True, slots=True)
class CancelScene:
    """Skip the coming scene (its draws still happen); again: take the cancel back."""


@dataclass(frozen=True, slots=True)
class CancelChange:
    """Drop one instrument's pending mode or variation that was set by hand."""

    instrument: str


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last mode, variation, mute, solo, gain, hold or cancel."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Replay only: stop (True) or go on (False) reading the recording; the music goes on."""

    pause: bool


@dataclass(frozen=True, slots=True)
class SetSpeed:
    """Replay only: 0.25 to 8."""

    speed: float


Command = (
    SetMode
    | SetVariation
    | NextVariation
    | SetMute
    | SetSolo
    | SetGain
    | SetHold
    | Panic
    | Resume
    | FadeOut
    | CancelScene
    | CancelChange
    | Undo
    | Pause
    | SetSpeed
)


@dataclass(frozen=True, slots=True)
class RecordMaster:
    """Record the master to a file (True), or complete that file (False)."""

    record: bool


@dataclass(frozen=True, slots=True)
class ChooseOutput:
    """Go on with another output: its name and sound system, or ``null`` for silence."""

    name: str


@dataclass(frozen=True, slots=True)
class ListOutputs:
    """Look which outputs there are; the answer is in :attr:`Snapshot.outputs`."""


DeskRequest = RecordMaster | ChooseOutput | ListOutputs
"""What is asked of the machine the show runs on: it changes no note of the show, is in no
recording of it, and may wait for a disk or a sound system, so the show thread never sees it."""

"""The commands of the console's own sound: filters, the master's switches, the crossfade.

Values like those of :mod:`~mwk_desktop.show.commands`. What only the room hears (dim, mono) belongs
to the evening, not to the show: it is neither undone, replayed nor bounced.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SetFilter:
    """A strip's filter: 0.5 neutral, to 0 a low-pass, to 1 a high-pass (24 dB per octave)."""

    instrument: str
    position: float


@dataclass(frozen=True, slots=True)
class SetDim:
    """Dim the room by 20 dB (True), or not."""

    dim: bool


@dataclass(frozen=True, slots=True)
class SetMono:
    """Both sides of the room hear the mean of left and right (True), or stereo."""

    mono: bool


@dataclass(frozen=True, slots=True)
class SetCeiling:
    """The limiter's ceiling in dBTP, -6 to -0.1."""

    dbtp: float


@dataclass(frozen=True, slots=True)
class SetCrossfade:
    """How many beats a scene takes to replace the one before, 0 to 4."""

    beats: float


RoomCommand = SetDim | SetMono
SoundCommand = SetFilter | SetCeiling | SetCrossfade | RoomCommand

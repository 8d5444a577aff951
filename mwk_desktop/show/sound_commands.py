"""The commands of the console's own sound: filters, the master's switches, the crossfade.

Values like those of :mod:`~mwk_desktop.show.commands`. What only the room or the
headphones hear (dim, mono, cue) belongs to the evening, not to the show: it is neither undone,
replayed nor bounced.
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


@dataclass(frozen=True, slots=True)
class SetCue:
    """Pre-listen to a strip on outputs 3 and 4 (True), or no longer."""

    instrument: str
    on: bool


@dataclass(frozen=True, slots=True)
class SetCueNext:
    """Pre-listen to what will land next (True), or no longer."""

    on: bool


@dataclass(frozen=True, slots=True)
class SetCueClip:
    """Pre-listen to one clip, and to nothing else meanwhile; None: no longer."""

    instrument: str
    clip: str | None


@dataclass(frozen=True, slots=True)
class SetCueLevel:
    """The level of pre-listening, linear."""

    gain: float


@dataclass(frozen=True, slots=True)
class SetCueAfterFader:
    """Pre-listen to strips after fader, mute and solo (True), or before."""

    after: bool


@dataclass(frozen=True, slots=True)
class SetCueMaster:
    """Pre-listen to the master, too (True), or no longer."""

    on: bool


# What every console decides for itself: it is heard in its own headphones only.
CueCommand = SetCue | SetCueNext | SetCueClip | SetCueLevel | SetCueAfterFader | SetCueMaster
RoomCommand = SetDim | SetMono | CueCommand
SoundCommand = SetFilter | SetCeiling | SetCrossfade | RoomCommand

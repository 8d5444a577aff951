"""The commands of the console's own sound: filters, the master's switches, the crossfade.

Values like those of :mod:`~mwk_desktop.show.commands`. What only the room or the
headphones hear (dim, mono, cue) belongs to the evening, not to the show: it is neither undone,
replayed nor bounced.
"""

from __future__ import annotations

from msgspec import Struct


class SetFilter(Struct, frozen=True):
    """A strip's filter: 0.5 neutral, to 0 a low-pass, to 1 a high-pass (24 dB per octave)."""

    instrument: str
    position: float


class SetDim(Struct, frozen=True):
    """Dim the room by 20 dB (True), or not."""

    dim: bool


class SetMono(Struct, frozen=True):
    """Both sides of the room hear the mean of left and right (True), or stereo."""

    mono: bool


class SetCeiling(Struct, frozen=True):
    """The limiter's ceiling in dBTP, -6 to -0.1."""

    dbtp: float


class SetCrossfade(Struct, frozen=True):
    """How many beats a scene takes to replace the one before, 0 to 4."""

    beats: float


class SetCue(Struct, frozen=True):
    """Pre-listen to a strip on outputs 3 and 4 (True), or no longer."""

    instrument: str
    on: bool


class SetCueNext(Struct, frozen=True):
    """Pre-listen to what will land next (True), or no longer."""

    on: bool


class SetCueClip(Struct, frozen=True):
    """Pre-listen to one clip, and to nothing else meanwhile; None: no longer."""

    instrument: str
    clip: str | None


class SetCueLevel(Struct, frozen=True):
    """The level of pre-listening, linear."""

    gain: float


class SetCueAfterFader(Struct, frozen=True):
    """Pre-listen to strips after fader, mute and solo (True), or before."""

    after: bool


class SetCueMaster(Struct, frozen=True):
    """Pre-listen to the master, too (True), or no longer."""

    on: bool


# What every console decides for itself: it is heard in its own headphones only.
CueCommand = SetCue | SetCueNext | SetCueClip | SetCueLevel | SetCueAfterFader | SetCueMaster
RoomCommand = SetDim | SetMono | CueCommand
SoundCommand = SetFilter | SetCeiling | SetCrossfade | RoomCommand

"""Carries out the commands of the console's own sound, for the presenter. Show thread only."""

from __future__ import annotations

import math
from typing import Final

from mwk_desktop.instrument_names import strip_name
from mwk_desktop.messages import Message, message
from mwk_desktop.show.arranger import Arranger
from mwk_desktop.show.sound_commands import (
    RoomCommand,
    SetCeiling,
    SetCrossfade,
    SetCue,
    SetCueAfterFader,
    SetCueClip,
    SetCueLevel,
    SetCueMaster,
    SetCueNext,
    SetDim,
    SetFilter,
    SetMono,
    SoundCommand,
)
from mwk_desktop.show.strip_gains import StripGains
from mwk_desktop.units import MASTER_CEILING_RANGE_DBTP, db_to_gain

MOST_CROSSFADE_BEATS: Final = 4.0
MAX_CUE_GAIN: Final = db_to_gain(6.0)


def apply_sound(command: SoundCommand, gains: StripGains, arranger: Arranger) -> bool:
    """Carry out a command; False if it changes nothing."""
    match command:
        case SetFilter(name, position):
            if not math.isfinite(position):
                return False
            gains.set_filter(name, min(max(position, 0.0), 1.0))
        case SetDim(dim):
            if dim == gains.dim:
                return False
            gains.set_dim(dim)
        case SetMono(mono):
            if mono == gains.mono:
                return False
            gains.set_mono(mono)
        case SetCue(name, on):
            if on == (name in gains.cue.strips):
                return False
            gains.cue.set_strip(name, on)
        case SetCueNext(on):
            if on == gains.cue.hears_next:
                return False
            gains.cue.set_next(on)
        case SetCueClip(name, clip):
            if clip is None and gains.cue.clip is None:
                return False
            gains.cue.set_clip(name, clip)
        case SetCueAfterFader(after):
            if after == gains.cue.after_fader:
                return False
            gains.cue.set_after_fader(after)
        case SetCueMaster(on):
            if on == gains.cue.hears_master:
                return False
            gains.cue.set_master(on)
        case SetCueLevel(gain):
            if not math.isfinite(gain):
                return False
            gains.cue.set_gain(min(max(gain, 0.0), MAX_CUE_GAIN))
        case SetCeiling(dbtp):
            lowest, highest = MASTER_CEILING_RANGE_DBTP
            wanted = min(max(dbtp, lowest), highest)
            if not math.isfinite(dbtp) or wanted == gains.ceiling_dbtp:
                return False
            gains.set_ceiling(wanted)
        case SetCrossfade(beats):
            wanted = min(max(beats, 0.0), MOST_CROSSFADE_BEATS)
            if not math.isfinite(beats) or wanted == arranger.crossfade_beats:
                return False
            arranger.crossfade_beats = wanted
    return True


def sound_inverse(
    command: SoundCommand, gains: StripGains, arranger: Arranger
) -> tuple[Message, SoundCommand, str] | None:
    """What undo is called, the command that undoes, and the key under which moves of one control
    are one step; None for what only the room hears."""
    match command:
        case SetFilter(name, _):
            label = message("filter of {instrument}", instrument=strip_name(name))
            before = SetFilter(name, gains.filter_position(name))
            return label, before, f"filter {name}"
        case SetCeiling(_):
            return message("ceiling of the limiter"), SetCeiling(gains.ceiling_dbtp), "ceiling"
        case SetCrossfade(_):
            return message("crossfade"), SetCrossfade(arranger.crossfade_beats), "crossfade"
        case _:
            return None


def is_for_the_room(command: object) -> bool:
    """Whether a command changes only what the room hears: never part of a recorded show."""
    return isinstance(command, RoomCommand)

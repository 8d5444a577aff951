"""The actions of the console's own sound that belong to no strip."""

from __future__ import annotations

from typing import Final

from mwk_desktop.messages import message
from mwk_desktop.show.action_kinds import (
    UNCHANGED,
    Action,
    Kind,
    Moment,
    Outcome,
    Refusal,
    Value,
    toggle,
)
from mwk_desktop.show.fader_law import fader_gain, fader_position
from mwk_desktop.show.sound_commands import (
    RoomCommand,
    SetCeiling,
    SetCrossfade,
    SetCue,
    SetCueAfterFader,
    SetCueLevel,
    SetCueMaster,
    SetCueNext,
    SetDim,
    SetMono,
)


def _dim(moment: Moment, on: bool) -> Outcome:
    return SetDim(on) if on != moment.snapshot.sound.dim else UNCHANGED


def _mono(moment: Moment, on: bool) -> Outcome:
    return SetMono(on) if on != moment.snapshot.sound.mono else UNCHANGED


def _ceiling(_: Moment, dbtp: Value) -> Outcome:
    return SetCeiling(float(dbtp or 0.0))


def _crossfade(_: Moment, beats: Value) -> Outcome:
    return SetCrossfade(float(beats or 0.0))


def _cue_next(moment: Moment, on: bool) -> Outcome:
    return cue_outcome(moment, on, moment.snapshot.sound.cue_next, SetCueNext(on))


def _cue_after_fader(moment: Moment, on: bool) -> Outcome:
    is_on = moment.snapshot.sound.cue_after_fader
    return cue_outcome(moment, on, is_on, SetCueAfterFader(on))


def _cue_master(moment: Moment, on: bool) -> Outcome:
    return cue_outcome(moment, on, moment.snapshot.sound.cue_master, SetCueMaster(on))


def _cue_level(_: Moment, place: Value) -> Outcome:
    return SetCueLevel(fader_gain(float(place or 0.0)))


def strip_cue(place: int, instrument: str) -> Action:
    """Pre-listen to a strip."""
    return toggle(
        f"strip.{place + 1}.cue",
        lambda m: m.strip(place).cue,
        lambda m, on: cue_outcome(m, on, m.strip(place).cue, SetCue(instrument, on)),
    )


def cue_outcome(moment: Moment, on: bool, is_on: bool, command: RoomCommand) -> Outcome:
    """The command, or why there is nothing to pre-listen on."""
    sound = moment.snapshot.sound
    if on and not sound.has_cue:
        why = message("Pre-listening needs a card with four outputs, and [audio] cue.")
        return Refusal(sound.cue_problem or why)
    return UNCHANGED if on == is_on else command


SOUND_ACTIONS: Final = (
    toggle("master.dim", lambda m: m.snapshot.sound.dim, _dim),
    toggle("master.mono", lambda m: m.snapshot.sound.mono, _mono),
    Action("master.ceiling", Kind.NUMBER, _ceiling, lambda m: m.snapshot.sound.ceiling_dbtp),
    Action("master.crossfade", Kind.NUMBER, _crossfade, lambda m: m.snapshot.sound.crossfade_beats),
    toggle("cue.next", lambda m: m.snapshot.sound.cue_next, _cue_next),
    toggle("cue.after_fader", lambda m: m.snapshot.sound.cue_after_fader, _cue_after_fader),
    toggle("cue.master", lambda m: m.snapshot.sound.cue_master, _cue_master),
    Action(
        "cue.level", Kind.FADER, _cue_level, lambda m: fader_position(m.snapshot.sound.cue_gain)
    ),
)

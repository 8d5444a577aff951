"""The actions of the console's own sound that belong to no strip."""

from __future__ import annotations

from typing import Final

from mwk_desktop.show.action_kinds import UNCHANGED, Action, Kind, Moment, Outcome, Value, toggle
from mwk_desktop.show.sound_commands import SetCeiling, SetCrossfade, SetDim, SetMono


def _dim(moment: Moment, on: bool) -> Outcome:
    return SetDim(on) if on != moment.snapshot.sound.dim else UNCHANGED


def _mono(moment: Moment, on: bool) -> Outcome:
    return SetMono(on) if on != moment.snapshot.sound.mono else UNCHANGED


def _ceiling(_: Moment, dbtp: Value) -> Outcome:
    return SetCeiling(float(dbtp or 0.0))


def _crossfade(_: Moment, beats: Value) -> Outcome:
    return SetCrossfade(float(beats or 0.0))


SOUND_ACTIONS: Final = (
    toggle("master.dim", lambda m: m.snapshot.sound.dim, _dim),
    toggle("master.mono", lambda m: m.snapshot.sound.mono, _mono),
    Action("master.ceiling", Kind.NUMBER, _ceiling, lambda m: m.snapshot.sound.ceiling_dbtp),
    Action("master.crossfade", Kind.NUMBER, _crossfade, lambda m: m.snapshot.sound.crossfade_beats),
)

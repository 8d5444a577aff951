"""The actions of the eight channel strips, and of every fader."""

from __future__ import annotations

import math
from typing import Final

from mwk_desktop.messages import message
from mwk_desktop.show import commands as ask
from mwk_desktop.show.action_kinds import (
    UNCHANGED,
    Action,
    Kind,
    Moment,
    Outcome,
    Refusal,
    Value,
    toggle,
    trigger,
)
from mwk_desktop.show.commands import Mode
from mwk_desktop.show.desk_commands import Control, ControlValue
from mwk_desktop.show.fader_law import fader_gain, fader_position, gain_of_db, stepped_gain
from mwk_desktop.show.filter_law import snapped_filter, stepped_filter
from mwk_desktop.show.sound_actions import strip_cue
from mwk_desktop.show.sound_commands import SetFilter
from mwk_desktop.show.strip_state import StripState
from mwk_desktop.units import FILTER_NEUTRAL, INSTRUMENTS, gain_to_db

_MODE_AFTER: Final = {Mode.AUTO: Mode.ON, Mode.ON: Mode.OFF, Mode.OFF: Mode.AUTO}


def wanted(strip: StripState, control: Control) -> ControlValue:
    """The value last chosen for a control: armed, pending or landed."""
    if control in strip.armed:
        return strip.armed[control]
    match control:
        case Control.MODE:
            return (strip.pending_mode or strip.mode).value
        case Control.CLIP:
            return strip.variation
        case Control.MUTE:
            return strip.mute if strip.pending_mute is None else strip.pending_mute
        case Control.SOLO:
            return strip.solo if strip.pending_solo is None else strip.pending_solo
        case Control.GAIN:
            return strip.gain if strip.pending_gain is None else strip.pending_gain
        case Control.FILTER:
            return strip.filter if strip.pending_filter is None else strip.pending_filter


def fader_actions(prefix: str, instrument: str | None) -> tuple[Action, ...]:
    """A fader's actions: by position, by decibels, and by steps of decibels."""

    def gain(moment: Moment) -> float:
        if instrument is None:
            return moment.snapshot.master_gain
        return moment.strip(INSTRUMENTS.index(instrument)).gain

    def place(_: Moment, value: Value) -> Outcome:
        return ask.SetGain(instrument, fader_gain(float(value or 0.0)))

    def step(moment: Moment, value: Value) -> Outcome:
        if not value or math.isinf(float(value)):
            return UNCHANGED
        return ask.SetGain(instrument, stepped_gain(gain(moment), float(value)))

    def decibels(_: Moment, value: Value) -> Outcome:
        return ask.SetGain(instrument, gain_of_db(float(value or 0.0)))

    return (
        Action(f"{prefix}.fader", Kind.FADER, place, lambda m: fader_position(gain(m))),
        Action(f"{prefix}.fader.step", Kind.NUMBER, step, lambda m: None),
        Action(f"{prefix}.gain_db", Kind.NUMBER, decibels, lambda m: gain_to_db(gain(m))),
    )


def strip_actions(place: int, instrument: str) -> tuple[Action, ...]:
    """The actions of one strip, ``strip.1`` to ``strip.8``."""
    prefix = f"strip.{place + 1}"

    def mode(moment: Moment) -> Mode:
        return Mode(str(wanted(moment.strip(place), Control.MODE)))

    def clip(moment: Moment, step: int) -> Outcome:
        names = [one.name for one in moment.strip(place).clips]
        if not names:
            return Refusal(message("This instrument has no clip that can play."))
        if step > 0:
            return ask.NextVariation(instrument)
        strip = moment.strip(place)
        current = wanted(strip, Control.CLIP) or (strip.now.name if strip.now else "")
        at = names.index(str(current)) if current in names else 0
        return ask.SetVariation(instrument, names[at - 1])

    def choose_clip(moment: Moment, value: Value) -> Outcome:
        if value not in {one.name for one in moment.strip(place).clips}:
            return Refusal(message("This instrument has no clip {clip}.", clip=str(value)))
        return ask.SetVariation(instrument, str(value))

    def cancel(moment: Moment) -> Outcome:
        strip = moment.strip(place)
        if not strip.can_cancel and not strip.armed:
            return Refusal(message("Nothing is pending on this strip."))
        return ask.CancelChange(instrument)

    def can_cancel(moment: Moment) -> bool:
        return moment.strip(place).can_cancel or bool(moment.strip(place).armed)

    def turn(_: Moment, value: Value) -> Outcome:
        position = float(FILTER_NEUTRAL if value is None else value)
        return SetFilter(instrument, snapped_filter(position))

    def turn_step(moment: Moment, value: Value) -> Outcome:
        if not value or math.isinf(float(value)):
            return UNCHANGED
        return SetFilter(instrument, stepped_filter(moment.strip(place).filter, float(value)))

    return (
        *fader_actions(prefix, instrument),
        Action(f"{prefix}.filter", Kind.FADER, turn, lambda m: m.strip(place).filter),
        Action(f"{prefix}.filter.step", Kind.NUMBER, turn_step, lambda m: None),
        toggle(
            f"{prefix}.mute",
            lambda m: m.strip(place).mute,
            lambda m, on: ask.SetMute(instrument, on),
            target=lambda m: bool(wanted(m.strip(place), Control.MUTE)),
        ),
        toggle(
            f"{prefix}.solo",
            lambda m: m.strip(place).solo,
            lambda m, on: ask.SetSolo(instrument, on),
            target=lambda m: bool(wanted(m.strip(place), Control.SOLO)),
        ),
        strip_cue(place, instrument),
        Action(
            f"{prefix}.mode",
            Kind.CHOICE,
            lambda m, value: ask.SetMode(instrument, Mode(str(value))),
            lambda m: mode(m).value,
            choices=tuple(one.value for one in Mode),
        ),
        trigger(
            f"{prefix}.mode.next",
            lambda m: ask.SetMode(instrument, _MODE_AFTER[mode(m)]),
            lambda m: True,
        ),
        Action(f"{prefix}.clip", Kind.CHOICE, choose_clip, lambda m: m.strip(place).variation),
        trigger(f"{prefix}.clip.next", lambda m: clip(m, 1), lambda m: bool(m.strip(place).clips)),
        trigger(
            f"{prefix}.clip.previous", lambda m: clip(m, -1), lambda m: bool(m.strip(place).clips)
        ),
        trigger(
            f"{prefix}.clip.auto",
            lambda m: ask.SetVariation(instrument, None),
            lambda m: m.strip(place).variation is None,
        ),
        trigger(f"{prefix}.cancel", cancel, can_cancel),
    )

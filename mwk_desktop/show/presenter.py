"""Carries out the presenter's commands, and remembers them for undo. Show thread only.

Undo reverses the last mode, variation, mute, solo, gain, filter, ceiling, crossfade, hold, cancel,
hide, block or vote limit with the inverse command, which lands like any such change; a GO, a
recalled snapshot and all to AUTO as a whole, on the next bar. Redo carries out again what was
undone; a new act forgets it.
"""

from __future__ import annotations

import math

from msgspec.structs import replace

from mwk_desktop.instrument_names import strip_name
from mwk_desktop.messages import NOTHING, Message, message
from mwk_desktop.show.armed_changes import GO_MARGIN_MS, all_auto, bar_line_after
from mwk_desktop.show.commands import (
    CancelChange,
    CancelScene,
    Command,
    FadeOut,
    NextVariation,
    Panic,
    Resume,
    SetFloor,
    SetFloorGain,
    SetGain,
    SetHold,
    SetMode,
    SetMute,
    SetSolo,
    SetVariation,
    Undo,
)
from mwk_desktop.show.conductor import Conductor
from mwk_desktop.show.desk_commands import (
    AllAuto,
    Go,
    PutSnapshot,
    RecallSnapshot,
    Redo,
    StripChange,
)
from mwk_desktop.show.message_commands import UndoDecision
from mwk_desktop.show.message_controls import apply_message, message_inverse
from mwk_desktop.show.moderation import Moderation
from mwk_desktop.show.sound_commands import SoundCommand
from mwk_desktop.show.sound_controls import apply_sound, sound_inverse
from mwk_desktop.show.stored_desks import StoredDesks
from mwk_desktop.show.undo_steps import (
    DECISIONS,
    Inverse,
    LandTogether,
    UndoCancel,
    UndoStep,
)
from mwk_desktop.units import db_to_gain

UNDO_DEPTH = 200
UNDO_LABELS_SHOWN = 20
"""How many of the newest undo steps are listed."""
MAX_GAIN = db_to_gain(6.0)
"""Top of the faders: +6 dB."""
GAIN_MERGE_MS = 1_000
"""Moves of one fader within this time are one undo step: a drag is one action to people."""


class Presenter:
    """Carries out commands and undoes them."""

    def __init__(
        self, conductor: Conductor, moderation: Moderation, desks: StoredDesks | None = None
    ) -> None:
        self._conductor = conductor
        self._moderation = moderation
        self._desks = StoredDesks() if desks is None else desks
        self._steps: list[UndoStep] = []
        self._undone: list[UndoStep] = []

    @property
    def undo_label(self) -> Message:
        return self._steps[-1].label if self._steps else NOTHING

    @property
    def can_undo(self) -> bool:
        return bool(self._steps)

    @property
    def redo_label(self) -> Message:
        return self._undone[-1].label if self._undone else NOTHING

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    @property
    def undo_labels(self) -> tuple[Message, ...]:
        """What can be undone, the newest first."""
        return tuple(step.label for step in self._steps[: -UNDO_LABELS_SHOWN - 1 : -1])

    def carry_out(self, command: Command, frame: int) -> bool:
        """Carry out a command at transport frame ``frame``; False if it changed nothing (not
        recorded)."""
        if isinstance(command, Undo):
            return self._undo(frame)
        if isinstance(command, UndoDecision):
            return self._undo_decision(frame)
        if isinstance(command, Redo):
            return self._redo(frame)
        if isinstance(command, NextVariation):
            clip = self._conductor.next_variation(command.instrument)
            if clip is None:
                return False
            command = SetVariation(command.instrument, clip)
        step = self._inverse(command, frame)
        if not self._apply(command, frame):
            return False
        if step is not None:
            self._remember(replace(step, again=self._again(command)))
        return True

    def _again(self, command: Command) -> tuple[Inverse, ...]:
        """The commands that repeat what a command has just done."""
        if isinstance(command, CancelScene):
            conductor = self._conductor
            return (UndoCancel(conductor.scenes.coming_number, conductor.scenes.cancelled),)
        return (command,)

    @property
    def undo_is_silent(self) -> bool:
        """Whether an undo would change neither the music nor the votes."""
        return bool(self._steps) and isinstance(self._steps[-1].inverse[0], DECISIONS)

    def adopt_moment(self, there: Presenter) -> None:
        """Take over the undo steps of another moment of the recording."""
        self._steps, self._undone = there._steps, there._undone

    def _remember(self, step: UndoStep) -> None:
        merge_frames = GAIN_MERGE_MS * self._conductor.grid.rate_hz // 1000
        if step.merge_key and self._steps:
            last = self._steps[-1]
            if last.merge_key == step.merge_key and step.frame - last.frame < merge_frames:
                self._steps[-1] = replace(last, frame=step.frame, again=step.again)
                self._undone.clear()
                return
        self._steps.append(step)
        self._undone.clear()
        del self._steps[:-UNDO_DEPTH]

    def _undo_decision(self, frame: int) -> bool:
        """Take back the newest decision about messages, wherever it is among the steps."""
        for place in range(len(self._steps) - 1, -1, -1):
            if isinstance(self._steps[place].inverse[0], DECISIONS):
                for command in self._steps.pop(place).inverse:
                    self._apply(command, frame)
                return True
        return False

    def _undo(self, frame: int) -> bool:
        if not self._steps:
            return False
        step = self._steps.pop()
        for command in step.inverse:
            self._apply(command, frame)
        self._undone.append(step)
        return True

    def _redo(self, frame: int) -> bool:
        if not self._undone:
            return False
        step = self._undone.pop()
        for command in step.again:
            self._apply(command, frame)
        self._steps.append(step)
        return True

    def _land_together(
        self, changes: tuple[StripChange, ...], frame: int, margin_ms: int = 0
    ) -> bool:
        """Let changes land on the next bar line that can be reached."""
        if not changes:
            return False
        line = bar_line_after(self._conductor, frame, margin_ms)
        self._conductor.land_together(changes, line)
        return True

    def _as_now(self, changes: tuple[StripChange, ...]) -> tuple[Inverse, ...]:
        """The commands that take changes back."""
        overrides = self._conductor.overrides
        return (
            LandTogether(
                tuple(
                    replace(each, value=overrides[each.instrument].target(each.control))
                    for each in changes
                )
            ),
        )

    def _inverse(self, command: Command, frame: int) -> UndoStep | None:
        """The step that undoes ``command``; None if it cannot be undone (panic, resume, fade)."""
        conductor = self._conductor
        if isinstance(command, SoundCommand):
            found = sound_inverse(command, conductor.gains, conductor.arranger)
            return None if found is None else UndoStep(found[0], (found[1],), frame, found[2])
        match command:
            case SetMode(name, _):
                mode = conductor.overrides[name].target_mode
                return UndoStep(
                    message("mode of {instrument}", instrument=strip_name(name)),
                    (SetMode(name, mode),),
                    frame,
                )
            case SetVariation(name, _):
                clip = conductor.overrides[name].target_variation
                return UndoStep(
                    message("clip of {instrument}", instrument=strip_name(name)),
                    (SetVariation(name, clip),),
                    frame,
                )
            case SetMute(name, _):
                mute = conductor.overrides[name].mute
                return UndoStep(
                    message("mute of {instrument}", instrument=strip_name(name)),
                    (SetMute(name, mute),),
                    frame,
                )
            case SetSolo(name, _):
                solo = conductor.overrides[name].solo
                return UndoStep(
                    message("solo of {instrument}", instrument=strip_name(name)),
                    (SetSolo(name, solo),),
                    frame,
                )
            case SetGain(name, _):
                gain = conductor.master_gain if name is None else conductor.overrides[name].gain
                label = message("gain of the master")
                if name is not None:
                    label = message("gain of {instrument}", instrument=strip_name(name))
                return UndoStep(label, (SetGain(name, gain),), frame, name or "*")
            case SetFloor(_):
                switch = SetFloor(conductor.arranger.floor_on)
                return UndoStep(message("rhythm floor"), (switch,), frame)
            case SetFloorGain(_):
                level = SetFloorGain(conductor.arranger.floor_gain)
                return UndoStep(message("level of the rhythm floor"), (level,), frame, "floor")
            case Go(changes):
                return UndoStep(message("GO"), self._as_now(changes), frame)
            case RecallSnapshot(number, changes):
                label = message("recalled snapshot {number}", number=number)
                return UndoStep(label, self._as_now(changes), frame)
            case AllAuto():
                back = self._as_now(all_auto(conductor))
                return UndoStep(message("all to AUTO"), back, frame)
            case PutSnapshot(number, _):
                old = PutSnapshot(number, self._desks.get(number))
                return UndoStep(message("snapshot {number}", number=number), (old,), frame)
            case SetHold(_):
                return UndoStep(message("hold"), (SetHold(conductor.scenes.hold),), frame)
            case CancelScene():
                undo_cancel = UndoCancel(conductor.scenes.coming_number, conductor.scenes.cancelled)
                return UndoStep(message("cancelled scene"), (undo_cancel,), frame)
            case CancelChange(name):
                override = conductor.overrides[name]
                mode, clip = override.target_mode, override.target_variation
                inverse = (SetMode(name, mode), SetVariation(name, clip))
                return UndoStep(
                    message("cancelled change of {instrument}", instrument=strip_name(name)),
                    inverse,
                    frame,
                )
            case _:
                return message_inverse(command, self._moderation, frame)

    def _apply(self, command: Inverse, frame: int) -> bool:
        conductor = self._conductor
        if isinstance(command, SoundCommand):
            return apply_sound(command, conductor.gains, conductor.arranger)
        match command:
            case SetMode(name, mode):
                if conductor.overrides[name].target_mode == mode:
                    return False
                conductor.set_mode(name, mode, frame)
            case SetVariation(name, clip):
                if conductor.overrides[name].target_variation == clip:
                    return False
                conductor.set_variation(name, clip, frame)
            case Go(changes):
                return self._land_together(changes, frame, GO_MARGIN_MS)
            case RecallSnapshot(_, changes) | LandTogether(changes):
                return self._land_together(changes, frame)
            case AllAuto():
                return self._land_together(all_auto(conductor), frame)
            case PutSnapshot(number, desk):
                return self._desks.put(number, desk)
            case SetMute(name, mute):
                override = conductor.overrides[name]
                if override.mute == mute and override.pending_mute is None:
                    return False
                conductor.set_mute(name, mute)
            case SetSolo(name, solo):
                override = conductor.overrides[name]
                if override.solo == solo and override.pending_solo is None:
                    return False
                conductor.set_solo(name, solo)
            case SetGain(name, gain):
                if not math.isfinite(gain):
                    return False
                conductor.set_gain(name, min(max(gain, 0.0), MAX_GAIN))
            case SetFloor(on):
                if conductor.arranger.floor_on == on:
                    return False
                conductor.arranger.set_floor(on)
            case SetFloorGain(gain):
                if not math.isfinite(gain):
                    return False
                conductor.arranger.set_floor_gain(min(max(gain, 0.0), MAX_GAIN))
            case SetHold(hold):
                if conductor.scenes.hold == hold:
                    return False
                conductor.set_hold(hold, frame)
            case CancelScene():
                conductor.set_cancelled(not conductor.scenes.cancelled)
            case UndoCancel(number, cancelled):
                conductor.undo_cancel(number, cancelled, frame)
            case CancelChange(name):
                return conductor.cancel_change(name)
            case Panic():
                conductor.gates.press_panic(frame)
            case Resume():
                conductor.gates.resume(frame)
            case FadeOut():
                conductor.gates.press_fade(frame)
            case _:
                return apply_message(command, self._moderation)
        return True

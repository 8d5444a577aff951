"""Carries out the presenter's commands, and remembers them for undo. Show thread only.

Undo reverses the last mode, variation, mute, solo, gain, filter, ceiling, crossfade, hold, cancel,
hide, block or vote limit with the inverse command, which lands like any such change.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from mwk_desktop.messages import NOTHING, Message, message
from mwk_desktop.show.commands import (
    BlockUser,
    CancelChange,
    CancelScene,
    Command,
    FadeOut,
    HideMessage,
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
    SetVoteCap,
    UnblockUser,
    Undo,
)
from mwk_desktop.show.conductor import Conductor
from mwk_desktop.show.instrument_names import strip_name
from mwk_desktop.show.message_commands import DecideMessages, SetModeration, UndoDecision
from mwk_desktop.show.moderation import Decision, MessageKey, Moderation, keys_of, message_key
from mwk_desktop.show.sound_commands import SoundCommand
from mwk_desktop.show.sound_controls import apply_sound, sound_inverse
from mwk_desktop.units import db_to_gain

UNDO_DEPTH = 200
MAX_GAIN = db_to_gain(6.0)
"""Top of the faders: +6 dB."""
GAIN_MERGE_MS = 1_000
"""Moves of one fader within this time are one undo step: a drag is one action to people."""


@dataclass(frozen=True, slots=True)
class _UndoCancel:
    """Undo of a cancel: for one scene only, never for the next."""

    scene_number: int
    cancelled: bool


@dataclass(frozen=True, slots=True)
class _ShowMessage:
    """Undo of a hide."""

    key: MessageKey


@dataclass(frozen=True, slots=True)
class _RestoreDecisions:
    """Undo of approving or refusing."""

    keys: tuple[MessageKey, ...]
    decisions: tuple[Decision, ...]


_Inverse = Command | _UndoCancel | _ShowMessage | _RestoreDecisions
_DECISIONS = (_ShowMessage, _RestoreDecisions)


@dataclass(frozen=True, slots=True)
class _Step:
    """One undo step: the commands that restore the earlier state."""

    label: Message
    inverse: tuple[_Inverse, ...]
    frame: int
    merge_key: str = ""


class Presenter:
    """Carries out commands and undoes them."""

    def __init__(self, conductor: Conductor, moderation: Moderation) -> None:
        self._conductor = conductor
        self._moderation = moderation
        self._steps: list[_Step] = []

    @property
    def undo_label(self) -> Message:
        return self._steps[-1].label if self._steps else NOTHING

    @property
    def can_undo(self) -> bool:
        return bool(self._steps)

    def carry_out(self, command: Command, frame: int) -> bool:
        """Carry out a command at transport frame ``frame``; False if it changed nothing (not
        recorded)."""
        if isinstance(command, Undo):
            return self._undo(frame)
        if isinstance(command, UndoDecision):
            return self._undo_decision(frame)
        step = self._inverse(command, frame)
        if not self._apply(command, frame):
            return False
        if step is not None:
            self._remember(step)
        return True

    @property
    def undo_is_silent(self) -> bool:
        """Whether an undo would change neither the music nor the votes."""
        return bool(self._steps) and isinstance(self._steps[-1].inverse[0], _DECISIONS)

    def adopt_moment(self, there: Presenter) -> None:
        """Take over the undo steps of another moment of the recording."""
        self._steps = there._steps

    def _remember(self, step: _Step) -> None:
        merge_frames = GAIN_MERGE_MS * self._conductor.grid.rate_hz // 1000
        if step.merge_key and self._steps:
            last = self._steps[-1]
            if last.merge_key == step.merge_key and step.frame - last.frame < merge_frames:
                self._steps[-1] = _Step(last.label, last.inverse, step.frame, last.merge_key)
                return
        self._steps.append(step)
        del self._steps[:-UNDO_DEPTH]

    def _undo_decision(self, frame: int) -> bool:
        """Take back the newest decision about messages, wherever it is among the steps."""
        for place in range(len(self._steps) - 1, -1, -1):
            if isinstance(self._steps[place].inverse[0], _DECISIONS):
                for command in self._steps.pop(place).inverse:
                    self._apply(command, frame)
                return True
        return False

    def _undo(self, frame: int) -> bool:
        if not self._steps:
            return False
        for command in self._steps.pop().inverse:
            self._apply(command, frame)
        return True

    def _inverse(self, command: Command, frame: int) -> _Step | None:
        """The step that undoes ``command``; None if it cannot be undone (panic, resume, fade)."""
        conductor = self._conductor
        if isinstance(command, SoundCommand):
            found = sound_inverse(command, conductor.gains, conductor.arranger)
            return None if found is None else _Step(found[0], (found[1],), frame, found[2])
        match command:
            case SetMode(name, _):
                mode = conductor.overrides[name].target_mode
                return _Step(
                    message("mode of {instrument}", instrument=strip_name(name)),
                    (SetMode(name, mode),),
                    frame,
                )
            case SetVariation(name, _) | NextVariation(name):
                clip = conductor.overrides[name].target_variation
                return _Step(
                    message("clip of {instrument}", instrument=strip_name(name)),
                    (SetVariation(name, clip),),
                    frame,
                )
            case SetMute(name, _):
                mute = conductor.overrides[name].mute
                return _Step(
                    message("mute of {instrument}", instrument=strip_name(name)),
                    (SetMute(name, mute),),
                    frame,
                )
            case SetSolo(name, _):
                solo = conductor.overrides[name].solo
                return _Step(
                    message("solo of {instrument}", instrument=strip_name(name)),
                    (SetSolo(name, solo),),
                    frame,
                )
            case SetGain(name, _):
                gain = conductor.master_gain if name is None else conductor.overrides[name].gain
                label = message("gain of the master")
                if name is not None:
                    label = message("gain of {instrument}", instrument=strip_name(name))
                return _Step(label, (SetGain(name, gain),), frame, name or "*")
            case SetFloor(_):
                switch = SetFloor(conductor.arranger.floor_on)
                return _Step(message("rhythm floor"), (switch,), frame)
            case SetFloorGain(_):
                level = SetFloorGain(conductor.arranger.floor_gain)
                return _Step(message("level of the rhythm floor"), (level,), frame, "floor")
            case SetHold(_):
                return _Step(message("hold"), (SetHold(conductor.hold),), frame)
            case CancelScene():
                back = _UndoCancel(conductor.coming_number, conductor.cancelled)
                return _Step(message("cancelled scene"), (back,), frame)
            case CancelChange(name):
                hand = conductor.overrides[name]
                mode, clip = hand.target_mode, hand.target_variation
                inverse = (SetMode(name, mode), SetVariation(name, clip))
                return _Step(
                    message("cancelled change of {instrument}", instrument=strip_name(name)),
                    inverse,
                    frame,
                )
            case HideMessage(_, name):
                return _Step(
                    message("hidden message of {name}", name=name),
                    (_ShowMessage(message_key(command)),),
                    frame,
                )
            case DecideMessages(approve, _, _, False):
                keys = keys_of(command)
                before = tuple(self._moderation.decisions.get(key) for key in keys)
                label = message("approved messages") if approve else message("refused messages")
                return _Step(label, (_RestoreDecisions(tuple(keys), before),), frame)
            case SetModeration(_):
                mode_before = SetModeration(self._moderation.approve)
                return _Step(message("moderation"), (mode_before,), frame)
            case BlockUser(name):
                return _Step(message("{name} blocked", name=name), (UnblockUser(name),), frame)
            case UnblockUser(name):
                return _Step(message("{name} unblocked", name=name), (BlockUser(name),), frame)
            case SetVoteCap(_):
                votes = self._moderation.counting.rules.max_votes_per_user
                return _Step(message("votes per user"), (SetVoteCap(votes),), frame)
            case _:
                return None

    def _moderate(self, command: _Inverse) -> bool:
        """Carry out commands that do not change the music now."""
        counting = self._moderation.counting
        match command:
            case HideMessage(_, _):
                self._moderation.hide(message_key(command))
            case _ShowMessage(key):
                self._moderation.show(key)
            case DecideMessages(approve):
                self._moderation.decide(keys_of(command), approve)
            case _RestoreDecisions(keys, decisions):
                self._moderation.restore(keys, decisions)
            case SetModeration(approve):
                if approve == self._moderation.approve:
                    return False
                self._moderation.set_approve(approve)
            case BlockUser(name):
                if not name or name in counting.blocked:
                    return False
                counting.block(name)
            case UnblockUser(name):
                if name not in counting.blocked:
                    return False
                counting.unblock(name)
            case SetVoteCap(votes):
                if votes < 0 or votes == counting.rules.max_votes_per_user:
                    return False
                counting.limit_votes(votes)
            case _:
                return False
        return True

    def _apply(self, command: _Inverse, frame: int) -> bool:
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
            case NextVariation(name):
                clip = conductor.next_variation(name)
                if clip is None:
                    return False
                conductor.set_variation(name, clip, frame)
            case SetMute(name, mute):
                if conductor.overrides[name].mute == mute:
                    return False
                conductor.set_mute(name, mute)
            case SetSolo(name, solo):
                if conductor.overrides[name].solo == solo:
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
                if conductor.hold == hold:
                    return False
                conductor.set_hold(hold, frame)
            case CancelScene():
                conductor.set_cancelled(not conductor.cancelled)
            case _UndoCancel(number, cancelled):
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
                return self._moderate(command)
        return True

"""The actions on the whole desk: arm, GO, snapshots, all to AUTO, next scene now, redo."""

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
    trigger,
)
from mwk_desktop.show.desk_commands import (
    PARTS,
    AllAuto,
    Arm,
    ChooseSnapshotParts,
    ClearSnapshot,
    Control,
    Forget,
    Go,
    NextNow,
    RecallSnapshot,
    Redo,
    RenameSnapshot,
    StoreSnapshot,
)
from mwk_desktop.show.desk_state import EMPTY
from mwk_desktop.show.stored_desks import PLACES


def _go(moment: Moment) -> Outcome:
    if not moment.snapshot.desk.armed:
        return Refusal(message("Nothing is armed: GO does nothing."))
    return Go()


def _forget(moment: Moment) -> Outcome:
    if not moment.snapshot.desk.armed:
        return Refusal(message("Nothing is armed."))
    return Forget()


def _arm(moment: Moment, on: bool) -> Outcome:
    return Arm(on) if on != moment.snapshot.desk.arming else UNCHANGED


def _all_auto(moment: Moment) -> Outcome:
    if not any(moment.snapshot.desk.not_auto):
        return Refusal(message("Nothing is by hand."))
    return AllAuto()


def _next_now(moment: Moment, on: bool) -> Outcome:
    desk = moment.snapshot.desk
    if on == (desk.early_lock is not None):
        return UNCHANGED
    replay = moment.snapshot.replay
    if on and replay is not None and replay.ended:
        return Refusal(message("The recording is over."))
    if on and desk.next_now_refusal:
        return Refusal(desk.next_now_refusal)
    return NextNow(on)


def _redo(moment: Moment) -> Outcome:
    if not moment.snapshot.desk.can_redo:
        return Refusal(message("There is nothing to redo."))
    return Redo()


def _stored(moment: Moment, number: int) -> bool:
    return moment.snapshot.desk.places[number - 1].state != EMPTY


def parts_of(text: str) -> tuple[Control, ...] | None:
    """``mode,gain`` as the parts of a snapshot, in their own order; None: one is unknown."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    known = {str(part): part for part in PARTS}
    if any(name not in known for name in names):
        return None
    return tuple(part for part in PARTS if str(part) in names)


def _snapshot_actions(number: int) -> tuple[Action, ...]:
    empty = Refusal(message("Snapshot {number} is empty.", number=number))

    def recall(moment: Moment) -> Outcome:
        return RecallSnapshot(number) if _stored(moment, number) else empty

    def clear(moment: Moment) -> Outcome:
        return ClearSnapshot(number) if _stored(moment, number) else empty

    def rename(moment: Moment, name: Value) -> Outcome:
        if not _stored(moment, number):
            return empty
        same = str(name) == moment.snapshot.desk.places[number - 1].name
        return UNCHANGED if same else RenameSnapshot(number, str(name))

    def choose_parts(moment: Moment, text: Value) -> Outcome:
        if not _stored(moment, number):
            return empty
        parts = parts_of(str(text))
        if parts is None:
            right = ", ".join(map(str, PARTS))
            return Refusal(message("The parts of a snapshot are {parts}.", parts=right))
        same = parts == moment.snapshot.desk.places[number - 1].parts
        return UNCHANGED if same else ChooseSnapshotParts(number, parts)

    def name_now(moment: Moment) -> Value:
        return moment.snapshot.desk.places[number - 1].name

    def parts_now(moment: Moment) -> Value:
        return ",".join(map(str, moment.snapshot.desk.places[number - 1].parts))

    return (
        trigger(f"snapshot.{number}.recall", recall, lambda m: _stored(m, number)),
        trigger(
            f"snapshot.{number}.store",
            lambda m: StoreSnapshot(number),
            lambda m: _stored(m, number),
        ),
        trigger(f"snapshot.{number}.clear", clear, lambda m: _stored(m, number)),
        Action(f"snapshot.{number}.name", Kind.CHOICE, rename, name_now),
        Action(f"snapshot.{number}.parts", Kind.CHOICE, choose_parts, parts_now),
    )


DESK_ACTIONS: Final = (
    toggle("show.arm", lambda m: m.snapshot.desk.arming, _arm),
    trigger("show.go", _go, lambda m: bool(m.snapshot.desk.armed)),
    trigger("show.forget", _forget, lambda m: bool(m.snapshot.desk.armed)),
    toggle("show.next_now", lambda m: m.snapshot.desk.early_lock is not None, _next_now),
    trigger("show.all_auto", _all_auto, lambda m: any(m.snapshot.desk.not_auto)),
    trigger("show.redo", _redo, lambda m: m.snapshot.desk.can_redo),
    *(one for number in range(1, PLACES + 1) for one in _snapshot_actions(number)),
)

"""The eight snapshots of the desk, and what recalling one changes. Show thread only."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

from msgspec import to_builtins
from msgspec.structs import replace

from mwk_desktop.show.conductor import Conductor
from mwk_desktop.show.desk_commands import (
    ChooseSnapshotParts,
    ClearSnapshot,
    Control,
    ControlValue,
    PutSnapshot,
    RenameSnapshot,
    StoredDesk,
    StoredStrip,
    StoreSnapshot,
    StripChange,
)
from mwk_desktop.units import INSTRUMENTS

PLACES: Final = 8
NAME_LIMIT: Final = 12
"""A longer name would not fit on its button."""

Playable = Callable[[str, str], bool]
"""Whether the sound set has this clip for this instrument."""

SnapshotEdit = StoreSnapshot | ClearSnapshot | RenameSnapshot | ChooseSnapshotParts


def desk_of(conductor: Conductor, now_ms: int, name: str = "") -> StoredDesk:
    """The desk as the presenter has set it; what is pending counts as set."""
    strips = tuple(
        StoredStrip(
            instrument,
            override.target_mode.value,
            override.target_variation,
            override.target(Control.GAIN),
            override.target(Control.MUTE),
            override.target(Control.FILTER),
        )
        for instrument, override in conductor.overrides.items()
    )
    return StoredDesk(strips, name, stored_ms=now_ms)


def _value(strip: StoredStrip, part: Control) -> ControlValue:
    value: ControlValue = getattr(strip, str(part))
    return value


class StoredDesks:
    """Eight places for stored desks, numbered from 1.

    Attributes
    ----------
    version
        Grows with every change.
    last
        The place that was stored or recalled last; 0: none.
    """

    def __init__(self) -> None:
        self.version = 0
        self.last = 0
        self._desks: dict[int, StoredDesk] = {}

    def get(self, number: int) -> StoredDesk | None:
        return self._desks.get(number)

    @property
    def all(self) -> dict[int, StoredDesk]:
        """The stored desks by place."""
        return dict(sorted(self._desks.items()))

    def put(self, number: int, desk: StoredDesk | None) -> bool:
        """Set or (None) clear a place; False if that changes nothing."""
        if not 1 <= number <= PLACES or self._desks.get(number) == desk:
            return False
        if desk is None:
            del self._desks[number]
            self.last = 0 if self.last == number else self.last
        else:
            self._desks[number] = desk
        self.version += 1
        return True

    def note_used(self, number: int) -> None:
        """Note that the desk is, or is about to be, this one."""
        self.last = number
        self.version += 1

    def edited(self, edit: SnapshotEdit, conductor: Conductor, now_ms: int) -> PutSnapshot | None:
        """The result of an edit; None if it changes nothing."""
        desk = self.get(edit.number)
        if isinstance(edit, StoreSnapshot):
            new = desk_of(conductor, max(0, now_ms), "" if desk is None else desk.name)
            parts = new.parts if desk is None else desk.parts
            return PutSnapshot(edit.number, replace(new, parts=parts))
        if desk is None:
            return None
        if isinstance(edit, ClearSnapshot):
            return PutSnapshot(edit.number, None)
        if isinstance(edit, RenameSnapshot):
            name = " ".join(edit.name.split())[:NAME_LIMIT].strip()
            return PutSnapshot(edit.number, replace(desk, name=name))
        return PutSnapshot(edit.number, replace(desk, parts=edit.parts))

    def changes(
        self, number: int, conductor: Conductor, playable: Playable
    ) -> tuple[StripChange, ...]:
        """What recalling a place changes. A clip that this sound set does not have stays out."""
        desk = self.get(number)
        if desk is None:
            return ()
        found = []
        for strip in desk.strips:
            override = conductor.overrides.get(strip.instrument)
            if override is None:
                continue
            for part in desk.parts:
                value = _value(strip, part)
                if part is Control.CLIP and value and not playable(strip.instrument, str(value)):
                    continue
                if override.target(part) != value:
                    found.append(StripChange(strip.instrument, part, value))
        return tuple(found)

    def is_playable(self, number: int, playable: Playable) -> bool:
        """Whether this sound set has every clip of a stored desk."""
        desk = self.get(number)
        return desk is None or all(
            strip.clip is None or playable(strip.instrument, strip.clip) for strip in desk.strips
        )

    # -- kept with the show -----------------------------------------------------------------

    def to_json(self) -> bytes:
        """All places, for the show's state."""
        return json.dumps({str(n): to_builtins(desk) for n, desk in self.all.items()}).encode()

    def restore(self, data: bytes) -> None:
        """Take the places of an earlier run; what is damaged is left out."""
        if not data:
            return
        try:
            stored = json.loads(data)
            desks = {int(number): stored_desk(desk) for number, desk in stored.items()}
        except (ValueError, AttributeError, RecursionError):
            return
        for number, desk in desks.items():
            if desk is not None:
                self.put(number, desk)


def stored_desk(values: Any) -> StoredDesk | None:
    """A stored desk from plain values (of a log or a state file); None if they are not valid."""
    try:
        strips = tuple(StoredStrip(**strip) for strip in values["strips"])
        desk = StoredDesk(
            strips,
            values["name"],
            tuple(Control(part) for part in values["parts"]),
            values["stored_ms"],
        )
    except (KeyError, TypeError, ValueError):
        return None
    whole = isinstance(desk.name, str) and isinstance(desk.stored_ms, int)
    return desk if whole and all(map(_is_sound, strips)) else None


def _is_sound(strip: StoredStrip) -> bool:
    values = ((Control.MODE, strip.mode), (Control.CLIP, strip.clip), (Control.GAIN, strip.gain))
    values += ((Control.MUTE, strip.mute), (Control.FILTER, strip.filter))  # type: ignore[assignment]
    return strip.instrument in INSTRUMENTS and all(is_value(*each) for each in values)


def is_value(control: Control, value: Any) -> bool:
    """Whether a control can have this value."""
    match control:
        case Control.MODE:
            return value in ("auto", "on", "off")
        case Control.CLIP:
            return value is None or isinstance(value, str)
        case Control.MUTE | Control.SOLO:
            return isinstance(value, bool)
        case _:
            return type(value) in (int, float) and 0.0 <= value <= 2.0


def changes_of_json(values: Any) -> tuple[StripChange, ...] | None:
    """Changes from plain values (of a log); None if one of them is not valid."""
    try:
        changes = tuple(
            StripChange(each["instrument"], Control(each["control"]), each["value"])
            for each in values
        )
    except (KeyError, TypeError, ValueError):
        return None
    sound = all(each.instrument in INSTRUMENTS for each in changes)
    return changes if sound and all(is_value(c.control, c.value) for c in changes) else None

"""What waits for GO: the presses made while arming. Show thread only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from mwk_desktop.show.commands import (
    Command,
    NextVariation,
    SetMode,
    SetMute,
    SetSolo,
    SetVariation,
)
from mwk_desktop.show.conductor import Conductor
from mwk_desktop.show.desk_commands import (
    AllAuto,
    Control,
    ControlValue,
    RecallSnapshot,
    StripChange,
)
from mwk_desktop.units import FILTER_NEUTRAL, INSTRUMENTS

GO_MARGIN_MS: Final = 250
"""A GO lands on the first bar line at least this long, and the engine's lead, after the press."""


def bar_line_after(conductor: Conductor, frame: int, margin_ms: int = 0) -> int:
    """The first bar line at least the engine's lead and this margin after ``frame``."""
    margin_frames = conductor.grid.rate_hz * margin_ms // 1000
    return conductor.grid.next_line(frame + conductor.lead_frames + margin_frames, "bar")


def all_auto(conductor: Conductor) -> tuple[StripChange, ...]:
    """What giving everything back to the crowd changes."""
    return tuple(
        StripChange(name, control, value)
        for name, override in conductor.overrides.items()
        for control, value in (
            (Control.MODE, "auto"),
            (Control.CLIP, None),
            (Control.FILTER, FILTER_NEUTRAL),
        )
        if override.target(control) != value
    )


class ArmedChanges:
    """The armed controls and their values.

    Parameters
    ----------
    conductor
        Its overrides are what the armed changes differ from.
    """

    def __init__(self, conductor: Conductor) -> None:
        self.arming = False
        self.version = 0
        self._conductor = conductor
        self._values: dict[tuple[str, Control], ControlValue] = {}

    @property
    def changes(self) -> tuple[StripChange, ...]:
        """The armed values that differ from what is set, by strip."""
        ordered = sorted(self._values.items(), key=lambda each: INSTRUMENTS.index(each[0][0]))
        overrides = self._conductor.overrides
        return tuple(
            StripChange(name, control, value)
            for (name, control), value in ordered
            if overrides[name].target(control) != value
        )

    def of(self, name: str) -> dict[Control, ControlValue]:
        """What is armed on a strip."""
        return {each.control: each.value for each in self.changes if each.instrument == name}

    def let_wait(self, command: Command) -> bool:
        """Arm what a press changes; False if the press must act at once."""
        if not self.arming:
            return False
        changes = self._changes_of(command)
        if changes is None:
            return False
        for change in changes:
            self._put(change)
        return True

    def waits(self, command: Command) -> bool:
        """Whether a press of this kind would wait now."""
        return self.arming and self._changes_of(command) is not None

    def _put(self, change: StripChange) -> None:
        key = change.instrument, change.control
        self.version += 1
        if self._conductor.overrides[change.instrument].target(change.control) == change.value:
            self._values.pop(key, None)
        else:
            self._values[key] = change.value

    def set_arming(self, on: bool) -> bool:
        """Start or stop arming; what is armed stays. False if nothing changes."""
        if on == self.arming:
            return False
        self.arming = on
        self.version += 1
        return True

    def forget(self, instrument: str | None = None) -> bool:
        """Drop what is armed (on one strip); False if nothing was."""
        gone = [key for key in self._values if instrument in (None, key[0])]
        for key in gone:
            del self._values[key]
        self.version += bool(gone)
        return bool(gone)

    def acted(self, changes: Iterable[StripChange]) -> None:
        """Forget the armed values of controls that were changed at once: the newest change wins."""
        for change in changes:
            if self._values.pop((change.instrument, change.control), self) is not self:
                self.version += 1

    def acted_by(self, command: Command) -> None:
        """Forget the armed values that a press which acted at once has replaced."""
        self.acted(self._changes_of(command) or ())

    def fired(self) -> None:
        """After a GO: forget what was armed, and stop arming."""
        self._values.clear()
        self.arming = False
        self.version += 1

    def _changes_of(self, command: Command) -> tuple[StripChange, ...] | None:
        """What a press changes; None for a command that never waits."""
        match command:
            case SetMode(name, mode):
                return (StripChange(name, Control.MODE, mode.value),)
            case SetVariation(name, clip):
                return (StripChange(name, Control.CLIP, clip),)
            case NextVariation(name):
                armed = self._values.get((name, Control.CLIP))
                after = self._conductor.next_variation(name, armed if armed else None)
                return () if after is None else (StripChange(name, Control.CLIP, after),)
            case SetMute(name, mute):
                return (StripChange(name, Control.MUTE, mute),)
            case SetSolo(name, solo):
                return (StripChange(name, Control.SOLO, solo),)
            case RecallSnapshot(_, changes):
                return changes
            case AllAuto():
                return all_auto(self._conductor)
            case _:
                return None

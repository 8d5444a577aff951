"""Carries out what the presenter does to the whole desk: arming, GO and snapshots.

Show thread only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from mwk_desktop.show.armed_changes import GO_MARGIN_MS, ArmedChanges, bar_line_after
from mwk_desktop.show.commands import CancelChange, Command, Mode
from mwk_desktop.show.conductor import Conductor
from mwk_desktop.show.desk_commands import (
    AllAuto,
    Arm,
    ChooseSnapshotParts,
    ClearSnapshot,
    Control,
    Forget,
    Go,
    PutSnapshot,
    RecallSnapshot,
    RenameSnapshot,
    StoreSnapshot,
    StripChange,
)
from mwk_desktop.show.stored_desks import StoredDesks

_EDITS = StoreSnapshot | ClearSnapshot | RenameSnapshot | ChooseSnapshotParts


class DeskOperations:
    """Arming, GO and snapshots of one show.

    Parameters
    ----------
    conductor
        Its overrides are the desk.
    clips
        Clip names of each instrument.
    """

    def __init__(self, conductor: Conductor, clips: Mapping[str, Sequence[str]]) -> None:
        self.stored = StoredDesks()
        self.armed = ArmedChanges(conductor)
        self.fired_frame: int | None = None
        """Where the last GO lands; None once it has."""
        self.last_changes: tuple[StripChange, ...] = ()
        """The controls that the last GO, recall or all to AUTO was about."""
        self._conductor = conductor
        self._clips = clips

    def named(self, command: Command, now_ms: int) -> Command | None:
        """Complete a command with what its log and its undo need; None if it does nothing."""
        if isinstance(command, Go) and not command.changes:
            return Go(self.armed.changes) if self.armed.changes else None
        if isinstance(command, RecallSnapshot) and not command.changes:
            changes = self.stored.changes(command.number, self._conductor, self.has_clip)
            return RecallSnapshot(command.number, changes)
        if isinstance(command, Go | RecallSnapshot):
            return replace(command, changes=tuple(filter(self._is_playable, command.changes)))
        if isinstance(command, _EDITS):
            return self.stored.edited(command, self._conductor, now_ms)
        return command

    def apply_to_armed(self, command: Command) -> bool:
        """Carry out a command that only concerns what is armed, and is not recorded; False if it is
        another one."""
        match command:
            case Arm(on):
                self.armed.set_arming(on)
            case Forget(name):
                self.armed.forget(name)
            case CancelChange(name) if self.armed.of(name):
                self.armed.forget(name)
            case _:
                return self.armed.let_wait(command)
        return True

    def is_unheard(self, command: Command) -> bool:
        """Whether a command leaves the music as it is now."""
        return isinstance(command, Arm | Forget | PutSnapshot | _EDITS) or self.armed.waits(command)

    def note(self, command: Command, frame: int, *, recorded: bool) -> None:
        """Note that a command was carried out at ``frame``."""
        if isinstance(command, Go):
            self.fired_frame = bar_line_after(self._conductor, frame, GO_MARGIN_MS)
            if not recorded:
                self.armed.fired()
        elif isinstance(command, RecallSnapshot | PutSnapshot) and self.stored.get(command.number):
            self.stored.note_used(command.number)
        if isinstance(command, Go | RecallSnapshot):
            self.last_changes = command.changes
        elif isinstance(command, AllAuto):
            self.last_changes = tuple(
                StripChange(name, control, None)
                for name in self._conductor.overrides
                for control in (Control.MODE, Control.CLIP, Control.FILTER)
            )
        if not recorded:
            self.armed.acted_by(command)

    def advance(self, frame: int) -> None:
        """Forget where the last GO lands, once it has."""
        if self.fired_frame is not None and frame >= self.fired_frame:
            self.fired_frame = None

    def clip_after_go(self, name: str) -> str | None:
        """The clip that a strip will play under the current scene once what is armed has landed."""
        conductor, armed = self._conductor, self.armed.of(name)
        override = conductor.overrides[name]
        mode, clip, solo = (
            armed.get(control, override.target(control))
            for control in (Control.MODE, Control.CLIP, Control.SOLO)
        )
        chosen = clip if isinstance(clip, str) else None
        return conductor.resolve(name, conductor.scenes.clips, Mode(str(mode)), chosen, bool(solo))

    def has_clip(self, instrument: str, clip: str) -> bool:
        """Whether the sound set has this clip for this instrument."""
        return clip in self._clips.get(instrument, ())

    def _is_playable(self, change: StripChange) -> bool:
        """Whether this sound set has the clip of a change; another set's log may name others."""
        if change.control is not Control.CLIP or change.value is None:
            return True
        return self.has_clip(change.instrument, str(change.value))

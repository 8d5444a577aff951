"""One step of undo, and the commands that only undo has. Pure values."""

from __future__ import annotations

from msgspec import Struct

from mwk_desktop.messages import Message
from mwk_desktop.show.commands import Command
from mwk_desktop.show.desk_commands import StripChange
from mwk_desktop.show.message_keys import Decision, MessageKey


class UndoCancel(Struct, frozen=True):
    """Undo of a cancel: for one scene only, never for the next."""

    scene_number: int
    cancelled: bool


class ShowMessage(Struct, frozen=True):
    """Undo of a hide."""

    key: MessageKey


class RestoreDecisions(Struct, frozen=True):
    """Undo of approving or refusing."""

    keys: tuple[MessageKey, ...]
    decisions: tuple[Decision, ...]


class LandTogether(Struct, frozen=True):
    """Undo of a change of several controls: they land together on the next bar."""

    changes: tuple[StripChange, ...]


Inverse = Command | UndoCancel | ShowMessage | RestoreDecisions | LandTogether
DECISIONS = (ShowMessage, RestoreDecisions)


class UndoStep(Struct, frozen=True):
    """One undo step: the commands that restore the earlier state."""

    label: Message
    inverse: tuple[Inverse, ...]
    frame: int
    merge_key: str = ""
    again: tuple[Inverse, ...] = ()
    """What a redo carries out."""

"""What a snapshot says of the whole desk: what waits for GO, the stored desks, next scene now. Pure
values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from mwk_desktop.messages import NOTHING, Message
from mwk_desktop.show.desk_commands import PARTS, Control, StoredStrip, StripChange

EMPTY: Final = "empty"


@dataclass(frozen=True, slots=True)
class StoredPlace:
    """One of the eight places for a snapshot of the desk.

    ``state``: ``empty``, ``stored``, ``current`` (the desk is this one), ``changed`` (it was, and
    has been changed since), ``lands`` (recalled, not landed yet), ``armed`` (waits for GO).
    ``playable`` is False where this sound set lacks one of its clips. ``parts`` is what a recall
    takes back, ``strips`` what was stored.
    """

    number: int
    name: str = ""
    state: str = EMPTY
    stored_ms: int = 0
    parts: tuple[Control, ...] = PARTS
    playable: bool = True
    strips: tuple[StoredStrip, ...] = ()


@dataclass(frozen=True, slots=True)
class EarlyLockState:
    """The votes were locked by hand: where (bar, beat), and on which bar their scene lands."""

    bar: int
    beat: int
    landing_bar: int
    planned_bar: int


@dataclass(frozen=True, slots=True)
class DeskState:
    """The whole desk, as far as the presenter has changed it.

    Attributes
    ----------
    arming
        Whether what is pressed waits for GO.
    armed
        What waits, by strip.
    go_bar
        The bar that a GO pressed now would land on.
    fired_bar
        The bar that the last GO lands on; None once it has.
    places
        The snapshots of the desk, numbers 1 to 8.
    not_auto
        Strips whose mode is by hand, clips chosen by hand, and filters that are on: what all to
        AUTO would give back.
    early_lock
        Next scene now: the lock, until its scene has landed; None: there is none.
    next_now_refusal
        Why the next scene cannot come now; empty: it can.
    """

    arming: bool = False
    armed: tuple[StripChange, ...] = ()
    go_bar: int = 1
    fired_bar: int | None = None
    places: tuple[StoredPlace, ...] = field(
        default_factory=lambda: tuple(StoredPlace(number) for number in range(1, 9))
    )
    not_auto: tuple[int, int, int] = (0, 0, 0)
    early_lock: EarlyLockState | None = None
    next_now_refusal: Message = NOTHING
    redo_label: Message = NOTHING
    can_redo: bool = False
    undo_labels: tuple[Message, ...] = ()

"""What the snapshot says about the stage: what it shows, the window that locked last, totals.

Immutable values that any thread reads. :mod:`~mwk_desktop.show.stage_moments` keeps what is shown,
:mod:`~mwk_desktop.show.window_locks` finds the facts of the newest lock.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from msgspec import Struct


class StageMoment(StrEnum):
    """What the stage shows: the votes, or one thing in their place."""

    VOTES = "votes"
    JOIN = "join"
    SQL = "sql"
    MESSAGES = "messages"
    WINNER = "winner"
    BLACK = "black"
    LOGO = "logo"
    END = "end"


class ShowOnStage(Struct, frozen=True):
    """The command to show a moment: a value of :class:`StageMoment`. Like the panic key, the end
    only answers the second time within two seconds."""

    moment: str


@dataclass(frozen=True, slots=True)
class StageState:
    """What the stage shows, since which transport frame and time of the show; ``end_asked``: asked
    once for the end, which waits for the second time."""

    moment: StageMoment = StageMoment.VOTES
    since_frame: int = 0
    since_ms: int = 0
    end_asked: bool = False


class LockOutcome(StrEnum):
    """What becomes of a locked window."""

    LANDS = "lands"  # its scene lands, or has landed
    HELD = "held"  # the presenter holds the scene
    CANCELLED = "cancelled"  # the presenter skips it
    STAYS = "stays"  # nobody voted


@dataclass(frozen=True, slots=True)
class LockedWindow:
    """The window whose votes locked last.

    Attributes
    ----------
    lock_frame, landing_frame
        Transport frames of the lock (the window's end) and of the landing; None where nothing
        lands.
    chart
        Votes of all instruments in rank order; final once ``closed``.
    top
        Its winners, in rank order.
    before, after
        Instruments that sounded at the lock, and that sound once it has landed, in strip order.
    in_a_row
        For each of ``top``: how many scenes in a row it plays, this one included.
    """

    start_ms: int
    end_ms: int
    lock_frame: int
    landing_frame: int | None
    outcome: LockOutcome
    closed: bool
    chart: tuple[tuple[str, int], ...]
    top: tuple[str, ...]
    scene_number: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    in_a_row: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SceneTotals:
    """How many scenes landed since this show began, and in how many each instrument was."""

    scenes: int = 0
    by_instrument: tuple[tuple[str, int], ...] = field(default=())

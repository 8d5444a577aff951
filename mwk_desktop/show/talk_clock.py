"""The talk's clock: counts down on the wall's time, through a restart and the machine's sleep.

Pure: the time is passed in. :class:`TalkClock` is the rule, :class:`TalkState` what others read.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from msgspec import Struct

FORGOTTEN_MS: Final = 12 * 3_600_000
"""A clock that reached its zero longer ago belongs to another talk."""


class StartTalk(Struct, frozen=True):
    """Start the talk's clock, or let it go on."""


class PauseTalk(Struct, frozen=True):
    """Stop the talk's clock where it is."""


class ResetTalk(Struct, frozen=True):
    """Set the talk's clock back to its whole length, stopped."""


class ExtendTalk(Struct, frozen=True):
    """Give the talk more time (or less: negative)."""

    by_ms: int


@dataclass(frozen=True, slots=True)
class PlanTalk:
    """Change the plan of the talk; None: that stays as it is.

    ``starts_at_ms`` is a time of the wall, or ``BY_HAND``.
    """

    length_ms: int | None = None
    amber_ms: int | None = None
    red_ms: int | None = None
    ending: str | None = None
    starts_at_ms: int | None = None


BY_HAND: Final = -1
"""The talk begins when somebody says so, not at a time."""
WARNED_MS: Final = 60_000
"""This long before an automatic end the presenter is warned."""
ENDINGS: Final = ("none", "fade", "winner", "thanks")
"""What may happen at zero."""

TalkRequest = StartTalk | PauseTalk | ResetTalk | ExtendTalk | PlanTalk


@dataclass(frozen=True, slots=True)
class TalkPlan:
    """What the presenter means to do: how long, when the clock warns, what happens at its zero, and
    when it starts (None: by hand)."""

    length_ms: int
    amber_ms: int
    red_ms: int
    ending: str = "none"
    starts_at_ms: int | None = None

    def changed_by(self, request: PlanTalk) -> TalkPlan:
        """The plan after a request."""
        given = {name: value for name, value in asdict(request).items() if value is not None}
        if given.get("starts_at_ms") == BY_HAND:
            given["starts_at_ms"] = None
        return replace(self, **given)

    def as_row(self) -> dict[str, Any]:
        """The plan as JSON, for the file that outlives the program."""
        return asdict(self)

    @classmethod
    def from_row(cls, row: object) -> TalkPlan | None:
        """The plan of an earlier run; None if the row is not a valid plan."""
        if not isinstance(row, dict):
            return None
        names = ("length_ms", "amber_ms", "red_ms")
        starts_at_ms = row.get("starts_at_ms")
        whole = all(type(row.get(name)) is int and row[name] >= 0 for name in names)
        if not whole or row["length_ms"] == 0 or row.get("ending") not in ENDINGS:
            return None
        if starts_at_ms is not None and type(starts_at_ms) is not int:
            return None
        length_ms, amber_ms, red_ms = (row[name] for name in names)
        return cls(length_ms, amber_ms, red_ms, row["ending"], starts_at_ms)


@dataclass(frozen=True, slots=True)
class TalkState:
    """The clock at one moment.

    Attributes
    ----------
    left_ms
        Time left; negative: over.
    level
        ``rest``, ``amber``, ``red``; "" while the clock was never started.
    ending
        What happens at zero: ``none``, ``fade``, ``winner``, ``thanks``.
    ends_at_ms
        When the running clock reaches zero, on the wall; None: it stands.
    plan
        Length, warnings, ending, start; None where nobody has one.
    """

    left_ms: int
    running: bool = False
    level: str = ""
    ending: str = "none"
    ends_at_ms: int | None = None
    plan: TalkPlan | None = None

    @property
    def ends_soon(self) -> bool:
        """Whether the show ends by itself within :data:`WARNED_MS`."""
        return self.running and self.ending != "none" and 0 < self.left_ms <= WARNED_MS


@dataclass(frozen=True, slots=True)
class TalkClock:
    """The clock: either it runs and ends at ``ends_at_ms`` of the wall, or it stands with
    ``left_ms`` to go. ``ended``: what happens at zero has happened.

    Every change gives a new clock.
    """

    length_ms: int
    left_ms: int
    ends_at_ms: int | None = None
    ended: bool = False

    @classmethod
    def of_length(cls, length_ms: int) -> TalkClock:
        """A clock that was not started."""
        return cls(length_ms, length_ms)

    def left_at(self, now_ms: int) -> int:
        """Time left at ``now_ms``, negative once it is over."""
        return self.left_ms if self.ends_at_ms is None else self.ends_at_ms - now_ms

    def changed_by(self, request: TalkRequest, now_ms: int) -> TalkClock:
        """The clock after a request at ``now_ms``."""
        left_ms = self.left_at(now_ms)
        match request:
            case StartTalk():
                if self.ends_at_ms is not None:
                    return self
                return replace(self, ends_at_ms=now_ms + left_ms)
            case PauseTalk():
                return replace(self, left_ms=left_ms, ends_at_ms=None)
            case ResetTalk():
                return TalkClock.of_length(self.length_ms)
            case PlanTalk(length_ms):
                more_ms = 0 if length_ms is None else length_ms - self.length_ms
                longer = replace(self, length_ms=self.length_ms + more_ms)
                return longer.changed_by(ExtendTalk(more_ms), now_ms)
            case ExtendTalk(by_ms):
                more = left_ms + by_ms
                ended = self.ended and more <= 0
                if self.ends_at_ms is None:
                    return replace(self, left_ms=more, ended=ended)
                return replace(self, ends_at_ms=now_ms + more, ended=ended)

    def is_due(self, now_ms: int) -> bool:
        """Whether the running clock has reached zero and its ending has not happened yet."""
        return self.ends_at_ms is not None and not self.ended and self.left_at(now_ms) <= 0

    @property
    def is_fresh(self) -> bool:
        """Whether it has not been started."""
        return self.ends_at_ms is None and self.left_ms == self.length_ms

    def state(self, now_ms: int, plan: TalkPlan) -> TalkState:
        """What others read at ``now_ms``."""
        left_ms, ends_at_ms = self.left_at(now_ms), self.ends_at_ms
        red = left_ms <= plan.red_ms
        level = "red" if red else "amber" if left_ms <= plan.amber_ms else "rest"
        level = "" if self.is_fresh else level
        return TalkState(left_ms, ends_at_ms is not None, level, plan.ending, ends_at_ms, plan)

    def as_row(self) -> dict[str, Any]:
        """The clock as JSON, for the file that outlives the program."""
        return asdict(self)

    @classmethod
    def from_row(cls, row: object, length_ms: int, now_ms: int) -> TalkClock:
        """The clock of an earlier run; a fresh one if the row is no clock, or of another talk."""
        fresh = cls.of_length(length_ms)
        if not isinstance(row, dict) or set(row) != set(fresh.as_row()):
            return fresh
        whole = all(type(row[name]) is int for name in ("length_ms", "left_ms"))
        ends_at_ms = row["ends_at_ms"]
        if not whole or type(row["ended"]) is not bool or row["length_ms"] != length_ms:
            return fresh
        if ends_at_ms is not None and type(ends_at_ms) is not int:
            return fresh
        kept = cls(**row)
        return fresh if kept.left_at(now_ms) < -FORGOTTEN_MS else kept

"""Everything that the report of a show says, as plain values.

Times named ``at_ms``, ``begin_ms`` and ``end_ms`` are the show's own time, which is also the
place in its bounce: milliseconds of music since the first window began. A long gap without a tweet
is left out of it. Times named ``wall_ms`` are milliseconds since 1970.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mwk_desktop.messages import Message


@dataclass(frozen=True, slots=True)
class WindowFacts:
    """A window that had a vote. ``line`` is what ``replay --json`` prints of it; ``late``: votes
    that came too late while this window was the next to close."""

    begin_ms: int
    end_ms: int
    line: Mapping[str, Any]
    late: int = 0

    @property
    def votes(self) -> Mapping[str, int]:
        """Votes per instrument, in rank order."""
        votes: Mapping[str, int] = self.line["votes"]
        return votes


@dataclass(frozen=True, slots=True)
class PlayedClip:
    """A clip on a strip from one landing to the next; ``heard``: neither muted nor silenced by
    another's solo."""

    instrument: str
    clip: str
    title: str
    begin_ms: int
    end_ms: int
    heard: bool = True


@dataclass(frozen=True, slots=True)
class OverrideFacts:
    """Something that the presenter did: in words, and as the show's log has it."""

    at_ms: int
    wall_ms: int
    what: Message
    command: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RaceLine:
    """A user's tweets by the end of each window, and at last by the end of the show."""

    place: int
    name: str
    tweets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LeaderRow:
    """A line of the leaderboard; ``tied``: shares the place with somebody."""

    place: int
    tied: bool
    name: str
    tweets: int


@dataclass(frozen=True, slots=True)
class PostedWith:
    """What was posted with one program (the status's ``Source``); empty: unknown."""

    source: str
    tweets: int
    votes: int


@dataclass(frozen=True, slots=True)
class HealthPoint:
    """The recorded show's health: ``lag`` in records (None: unknown), ``xruns`` since the start."""

    at_ms: int
    lag: int | None
    xruns: int


@dataclass(frozen=True, slots=True)
class LoudnessPoint:
    """Short-term loudness in LUFS of the 3 s around a moment; None: silence."""

    at_ms: int
    lufs: float | None


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """A show, for its report.

    ``summary`` is the last line of ``replay --json``, with names replaced in an anonymous report.
    ``silences`` are the stretches after a panic or a fade out; ``engine_starts`` counts how often
    the sound's engine was replaced. ``wall_at`` pairs the show's time with the clock's, in order,
    wherever the two part.
    """

    file_name: str
    anonymous: bool
    length_ms: int
    music_name: str
    beats_per_minute: float
    window_ms: int
    seed: int
    instrument_names: Mapping[str, Message]
    summary: Mapping[str, Any]
    windows: tuple[WindowFacts, ...]
    leaders: tuple[LeaderRow, ...]
    race: tuple[RaceLine, ...]
    sources: tuple[PostedWith, ...]
    played: tuple[PlayedClip, ...]
    silences: tuple[tuple[int, int], ...]
    overrides: tuple[OverrideFacts, ...]
    health: tuple[HealthPoint, ...]
    engine_starts: int
    wall_at: tuple[tuple[int, int], ...]
    loudness: tuple[LoudnessPoint, ...] = ()
    loudness_step_ms: int = 0

    def wall_ms(self, at_ms: float) -> int:
        """The clock at a moment of the show."""
        before = [pair for pair in self.wall_at if pair[0] <= at_ms] or list(self.wall_at[:1])
        began_ms, began_wall_ms = before[-1] if before else (0, 0)
        return round(began_wall_ms + at_ms - began_ms)

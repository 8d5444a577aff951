"""A console's part in its show, as windows and the health line know it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from msgspec import Struct

MUSIC_APART_MS: Final = 20.0
"""Further apart, a takeover would be heard."""

CLOCKS_APART_MS: Final = 250
"""Further apart, windows would close at other votes."""


class TakeOver(Struct, frozen=True):
    """Take the show over on this console: it is heard from now on, the other one follows."""


@dataclass(frozen=True, slots=True)
class SpareState:
    """One of several consoles of a show, at one moment.

    Attributes
    ----------
    role
        ``main``: the room hears this console; ``follow``: it does not.
    epoch
        How often a console has taken the show, as far as this console knows.
    by_itself
        Whether it takes over by itself when the main is missing.
    sees_kafka
        Whether it can read the show's topic; without it nobody can tell what the others do.
    starting
        It was not told to follow, and does not know yet whether another console has the show.
    taking_over
        It has asked for the show, and has not read the answer yet.
    replaced
        It was heard before, and another console took over.
    other
        The other console's computer: the main's, else the newest follower's; empty: none was met.
    other_age_ms
        Milliseconds since its newest heartbeat; -1: none was read.
    clock_ms
        How far this computer's clock is ahead of the other's (negative: behind); None: not known.
    music_ms
        How far this console's music is ahead of the other's (negative: behind); None: not known.
    followers
        How many other consoles have been read lately.
    took_over_ms
        Milliseconds since it was heard after having followed; -1: it did not follow before.
    """

    role: str
    epoch: int = 0
    by_itself: bool = False
    sees_kafka: bool = False
    starting: bool = False
    taking_over: bool = False
    replaced: bool = False
    other: str = ""
    other_age_ms: int = -1
    clock_ms: int | None = None
    music_ms: float | None = None
    followers: int = 0
    took_over_ms: int = -1

    @property
    def in_step(self) -> bool:
        """Whether a takeover would not be heard; also while nothing is known."""
        return (self.music_ms is None or abs(self.music_ms) <= MUSIC_APART_MS) and (
            self.clock_ms is None or abs(self.clock_ms) <= CLOCKS_APART_MS
        )

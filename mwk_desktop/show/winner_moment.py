"""The winner moment: the leaderboard, frozen when the presenter asks. Show thread only."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

from mwk_desktop.show.counted_state import CountedState
from mwk_desktop.show.winner_state import Winner, WinnerRow
from mwk_desktop.topology.leaderboard import Standing

BEST = 10
MOST_WINNERS = 100
"""Most winners shown if many share the first place: no one reads more."""
ROLL_NAMES = 120
"""Names in the roll: ten seconds at twelve a second."""


class WinnerMoment:
    """Holds the frozen winners; none until the presenter asks."""

    def __init__(self) -> None:
        self._standings: tuple[Standing, ...] = ()
        self._names: tuple[str, ...] = ()
        self._since_ms = 0
        self._state: Winner | None = None
        self._blocked: frozenset[str] = frozenset()
        self._there: tuple[Standing, ...] = ()

    @property
    def seen(self) -> dict[str, Any]:
        """The frozen leaderboard, for a console that follows; empty without a winner."""
        rows = [[each.name, each.tweets, each.image_url] for each in self._standings]
        return {"standings": rows} if rows else {}

    def follow(self, rows: Any) -> None:
        """The next winner is the one that another console saw (:attr:`seen`)."""
        try:
            self._there = tuple(Standing(name, int(tweets), 0, url) for name, tweets, url in rows)
        except (TypeError, ValueError):
            self._there = ()

    def begin(self, counting: CountedState, now_ms: int) -> bool:
        """Freeze the leaderboard. Returns False, without a change, if it is empty or already
        frozen."""
        if self.state(counting.blocked) is not None:
            return False
        standings = self._there or counting.leaderboard.top(MOST_WINNERS + ROLL_NAMES)
        self._there = ()
        if not standings:
            return False
        self._standings = tuple(standings)
        names = [standing.name for standing in standings[:ROLL_NAMES]]
        # Not in leaderboard order: the roll must not give away who comes first.
        random.Random(f"{counting.bags.seed}:roll").shuffle(names)
        self._names = tuple(names)
        self._since_ms = now_ms
        self._state = None
        return True

    def end(self) -> bool:
        """Return to the chart; False if there was no winner moment."""
        there_was = bool(self._standings)
        self._standings, self._state = (), None
        return there_was

    def state(self, blocked: frozenset[str]) -> Winner | None:
        """What the stage shows. Users blocked later disappear, and the others move up."""
        if not self._standings:
            return None
        if self._state is None or blocked != self._blocked:
            self._blocked = blocked
            shown = [standing for standing in self._standings if standing.name not in blocked]
            names = tuple(name for name in self._names if name not in blocked)
            self._state = Winner(self._since_ms, winner_rows(shown), names)
        return self._state if self._state.rows else None


def winner_rows(standings: list[Standing]) -> tuple[WinnerRow, ...]:
    """The best ten with their places, and everyone who shares the first.

    Parameters
    ----------
    standings
        In leaderboard order, more than are shown: a tie with someone not shown counts too.
    """
    tweets = [standing.tweets for standing in standings]
    shown = min(max(BEST, tweets.count(tweets[0]) if tweets else 0), MOST_WINNERS)
    ties = {a for a, b in pairwise(tweets) if a == b}
    return tuple(
        WinnerRow(
            place=tweets.index(standing.tweets) + 1,
            tied=standing.tweets in ties,
            name=standing.name,
            tweets=standing.tweets,
            image_url=standing.image_url,
        )
        for standing in standings[:shown]
    )

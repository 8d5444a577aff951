"""How lively the room is: a window's votes against the show's median. Pure."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable
from typing import Final

LIVELY: Final = 1.5
"""From this many times the median's votes on the room is loud, below its inverse it is calm."""

LEAST_WINDOWS: Final = 2
"""Before so many windows have closed there is nothing to compare with."""


class VotingPace:
    """The votes of the closed windows so far. All windows are equally long, so their votes compare
    like votes a second."""

    def __init__(self, votes: Iterable[int] = ()) -> None:
        self._votes = sorted(votes)

    @property
    def votes(self) -> list[int]:
        """The votes of each window so far, fewest first: the whole state."""
        return self._votes.copy()

    def add(self, votes: int) -> None:
        """A window closed with this many votes."""
        insort(self._votes, votes)

    def lean(self, votes: int) -> int:
        """Which way a window's draw leans: 1 to clips of more energy, -1 of less, 0 to none."""
        count = len(self._votes)
        if count < LEAST_WINDOWS:
            return 0
        median = (self._votes[(count - 1) // 2] + self._votes[count // 2]) / 2
        if votes >= LIVELY * median:
            return 1
        return -1 if votes * LIVELY <= median else 0

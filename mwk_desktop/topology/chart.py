"""The chart: votes per instrument in a window that is still open.

Several windows can be open at once (a late close, a producer's clock that is fast). Besides the
eight counts a window keeps its ballots, four bytes per vote: who voted for what. They keep blocking
a user, its undo and the limit of votes per user exact, and the store commits them for open windows.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mwk_desktop.messages import Message, message, verbatim
from mwk_desktop.units import INSTRUMENTS, STRIPS

BALLOT_BITS: Final = 3
"""A ballot is ``user << 3 | instrument``; 32 bits hold half a billion users."""

_INSTRUMENT_MASK: Final = (1 << BALLOT_BITS) - 1
assert len(INSTRUMENTS) <= 1 << BALLOT_BITS


def ranked(votes: Mapping[str, int]) -> dict[str, int]:
    """The instruments that have votes, in rank order: votes descending, then name."""
    return dict(sorted(((k, v) for k, v in votes.items() if v > 0), key=lambda kv: (-kv[1], kv[0])))


def top(votes: Mapping[str, int], n: int) -> tuple[str, ...]:
    """The first ``n`` instruments by rank; fewer if fewer have votes."""
    return tuple(ranked(votes))[:n]


class OpenWindow:
    """One window that still accepts votes.

    Attributes
    ----------
    start_ms : int
    counts : list of int
        Votes per instrument, in the order of ``INSTRUMENTS``, without those of blocked users.
    ballots : array of uint32
        One entry per vote in order of arrival, including earlier votes of blocked users.
    used : array of uint32, or None
        Votes by user number, including blocked users; kept only if votes per user are limited.
    spent : int
        So many ballots, the first ones, have already chosen a scene (next scene now) and are not
        in ``counts``. They still count against the limit of votes per user.
    """

    __slots__ = ("ballots", "counts", "spent", "start_ms", "used")

    def __init__(self, start_ms: int) -> None:
        self.start_ms = start_ms
        self.counts = [0] * STRIPS
        self.ballots = array("I")
        self.used: array[int] | None = None
        self.spent = 0

    def may_vote(self, user: int, limit: int) -> bool:
        """Whether a user may vote once more; if so, the vote counts against the limit."""
        used = self.used
        if used is None:
            used = self.count_used()
        if user >= len(used):
            # Reserve space for further users: growing for each one would cost a copy per vote.
            used.frombytes(bytes(used.itemsize * (user + 1 + len(used) // 8 - len(used))))
        if used[user] >= limit:
            return False
        used[user] += 1
        return True

    def count_used(self) -> array[int]:
        """Count the votes of every user so far, from the ballots."""
        users = np.frombuffer(self.ballots, np.uint32) >> BALLOT_BITS
        self.used = array("I", np.bincount(users).astype(np.uint32).tobytes())
        return self.used

    def count_vote(self, user: int, number: int) -> None:
        """Count one vote for the instrument with this number."""
        self.counts[number] += 1
        self.ballots.append(user << BALLOT_BITS | number)

    def count_votes(self, who: NDArray[np.int64], numbers: NDArray[np.int64]) -> None:
        """Count many votes: the voters, and the numbers of the instruments they named."""
        self.ballots.frombytes((who << BALLOT_BITS | numbers).astype(np.uint32).tobytes())
        votes = np.bincount(numbers, minlength=STRIPS).tolist()
        self.counts = [a + b for a, b in zip(self.counts, votes, strict=True)]

    def votes(self) -> dict[str, int]:
        """Votes per instrument that has any, in rank order."""
        return ranked(dict(zip(INSTRUMENTS, self.counts, strict=True)))

    def votes_of(self, user: int) -> list[int]:
        """What one user voted in this window since the last lock, per instrument."""
        # A user's ballots are one small range of values; unsigned numbers below it wrap to large
        # ones.
        above = np.frombuffer(self.ballots, np.uint32)[self.spent :] - np.uint32(
            user << BALLOT_BITS
        )
        mine = above[above <= _INSTRUMENT_MASK]
        found: list[int] = np.bincount(mine, minlength=STRIPS).tolist()
        return found

    def remove_votes_of(self, user: int) -> int:
        """Take a user's votes off the counts (the ballots stay); return how many."""
        mine = self.votes_of(user)
        self.counts = [a - b for a, b in zip(self.counts, mine, strict=True)]
        return sum(mine)

    def restore_votes_of(self, user: int) -> int:
        """Undo ``remove_votes_of``; return how many votes."""
        mine = self.votes_of(user)
        self.counts = [a + b for a, b in zip(self.counts, mine, strict=True)]
        return sum(mine)

    def append_stored(self, first: int, data: bytes) -> None:
        """Append a stored run of ballots that continues the present ones; call ``recount`` after
        the last."""
        if first != len(self.ballots):
            raise ValueError(_damaged(self.start_ms, message("there is a gap")))
        try:
            self.ballots.frombytes(data)
        except ValueError as error:
            raise ValueError(_damaged(self.start_ms, verbatim(str(error)))) from None

    def spend(self) -> int:
        """All votes so far have chosen a scene: begin at zero. Returns what ``spent`` was."""
        before, self.spent = self.spent, len(self.ballots)
        self.counts = [0] * STRIPS
        return before

    def recount(self, hidden: set[int]) -> int:
        """Rebuild counts from the ballots alone, after a restore; return the votes counted."""
        ballots = np.array(self.ballots)[self.spent :]
        users = ballots >> BALLOT_BITS
        shown = ballots[~np.isin(users, list(hidden))] & _INSTRUMENT_MASK
        self.counts = np.bincount(shown, minlength=STRIPS).tolist()
        return sum(self.counts)


def _damaged(start_ms: int, reason: Message) -> Message:
    return message(
        "the saved votes of window {start_ms} are damaged: {reason}",
        start_ms=str(start_ms),
        reason=reason,
    )

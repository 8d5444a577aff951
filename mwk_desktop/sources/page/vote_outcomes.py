"""What became of each vote: reported by the show, passed on to the phone by the page.

A show that counts by itself reports every vote of the page here, by the number of its tweet. The
page alone does not know: in front of Kafka (``mwk page``) a vote stays "sent".

Threads: the *page thread* expects votes and drains outcomes; the *show thread* decides. Both hold
one lock briefly, and nothing inside waits.
"""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

COUNTED: Final = "counted"
LATE: Final = "late"
"""Its window was closed already: it counts for the leaderboard, and for no scene."""
CAPPED: Final = "capped"
"""Its user had no votes left in this window."""

MOST_EXPECTED: Final = 20_000
"""Most votes that wait for a report; older ones get none."""


@dataclass(frozen=True, slots=True)
class VoteOutcome:
    """What became of a vote; ``vote`` is its number on the page, ``code`` one of this module's."""

    phone_id: str
    vote: int
    instrument: str
    code: str


@dataclass(frozen=True, slots=True)
class ExpectedVote:
    """A vote whose outcome a phone waits for: the tweet that it became, and what to name then."""

    status_id: int
    phone_id: str
    screen_name: str
    vote: int
    instrument: str


class ExpectsOutcomes(Protocol):
    """What the page does with outcomes (page thread)."""

    def expect(self, vote: ExpectedVote) -> None:
        """Wait for the outcome of a vote, before it is sent."""

    def withdraw(self, status_id: int) -> None:
        """Stop waiting for a vote that could not be sent."""

    def drain(self) -> list[VoteOutcome]:
        """The outcomes since the last call, in order."""


class VoteOutcomes:
    """The votes that wait for their outcome, and the outcomes that wait for their phone."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._expected: OrderedDict[int, ExpectedVote] = OrderedDict()
        self._decided: deque[VoteOutcome] = deque(maxlen=MOST_EXPECTED)

    # -- the page thread -----------------------------------------------------------------------

    def expect(self, vote: ExpectedVote) -> None:
        """Wait for the outcome of a vote, before it is sent."""
        with self._lock:
            self._expected[vote.status_id] = vote
            if len(self._expected) > MOST_EXPECTED:
                self._expected.popitem(last=False)

    def withdraw(self, status_id: int) -> None:
        """Stop waiting for a vote that could not be sent."""
        with self._lock:
            self._expected.pop(status_id, None)

    def drain(self) -> list[VoteOutcome]:
        """The outcomes since the last call, in order."""
        with self._lock:
            decided = list(self._decided)
            self._decided.clear()
        return decided

    # -- the show thread -----------------------------------------------------------------------

    @property
    def any_expected(self) -> bool:
        """Whether any vote waits: without the page a flood must cost nothing here."""
        return bool(self._expected)

    def find(self, status_ids: Sequence[int | None]) -> list[int]:
        """Which of these tweets are expected votes: their places in the sequence."""
        with self._lock:
            expected = self._expected
            return [place for place, number in enumerate(status_ids) if number in expected]

    def decide(self, status_id: int, screen_name: str, code: str) -> None:
        """Report what became of a vote. Another user's tweet with this number changes nothing."""
        with self._lock:
            found = self._expected.get(status_id)
            if found is None or found.screen_name != screen_name:
                return
            del self._expected[status_id]
            self._decided.append(VoteOutcome(found.phone_id, found.vote, found.instrument, code))

"""The show thread's side of ``mwk live --publish``: hands over what was counted without waiting.

Threads: the *show thread* calls :meth:`PublishTap.on_counted`, :meth:`PublishTap.blocked` and
:meth:`PublishTap.closed`; the *publisher's thread* the others. Both hold one lock briefly, and do
nothing slow inside it. The leaderboard belongs to the show thread: it looks up lines for the
publisher, 2,000 at a time.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mwk_desktop.messages import NOTHING, Message
from mwk_desktop.records.batch import Batch
from mwk_desktop.show.counting_listener import CountingListener
from mwk_desktop.topology.counting import ClosedWindow, Counting

USERS_A_ROUND: Final = 2_000
"""Leaderboard lines that the show thread looks up at once: about 4 ms of its limit of 10."""

MESSAGES_PER_S: Final = 100
"""In a flood only the newest of each round go out: no screen shows more."""

MOST_CLOSED: Final = 20_000
"""Closed windows that wait for the publisher: a week of them, about 10 MB. After a long time
without Kafka, or a night read at once, other screens get every chart; beyond this the oldest go."""


@dataclass(frozen=True, slots=True)
class PublishedUser:
    """A user's leaderboard line; without tweets: not on the leaderboard."""

    name: str
    image_url: str
    tweets: int
    latest_ms: int


@dataclass(frozen=True, slots=True)
class CountedMessage:
    """A counted tweet, for the topic ``user-message``."""

    name: str
    text: str
    event_ms: int


class PublishTap:
    """Passes counted results from the show thread to the publisher."""

    def __init__(self) -> None:
        self.problem: Message = NOTHING
        """Why results do not go out, for the console; empty while they do."""
        self._lock = threading.Lock()  # held briefly: nothing inside waits
        self._counting: Counting | None = None
        self._changed: set[str] = set()
        self._messages: deque[CountedMessage] = deque(maxlen=MESSAGES_PER_S)
        self._closed: deque[ClosedWindow] = deque(maxlen=MOST_CLOSED)
        self._wanted: tuple[str, ...] = ()
        self._results: list[PublishedUser] | None = None
        self.begun = 0
        """How many shows have begun."""

    # -- the show thread, or the thread that starts it ------------------------------------------

    def begin(self, counting: Counting) -> None:
        """Begin another show."""
        with self._lock:
            self._counting = counting
            self._changed.clear()
            self._messages.clear()
            self._closed.clear()
            self._wanted, self._results = (), None
            self.begun += 1

    def on_counted(
        self,
        batch: Batch,
        counted: Sequence[tuple[int, str | None]],
        closed_until_ms: int,
        refused: Sequence[int],
    ) -> None:
        """Collect what was counted of a batch (0.2 us a tweet)."""
        tweets, events_ms = batch.tweets, batch.events_ms
        names = {tweets[n].screen_name for n, _ in counted}  # type: ignore[union-attr]
        newest = []
        for n, _ in counted[-MESSAGES_PER_S:]:
            tweet = tweets[n]
            assert tweet is not None
            newest.append(CountedMessage(tweet.screen_name, tweet.text, events_ms[n]))
        with self._lock:
            self._changed |= names
            self._messages.extend(newest)

    def look_up_results(self) -> None:
        """Answer :meth:`request_results` (the publisher has it called on the show thread)."""
        wanted = self._wanted
        results = [self._result_of(name) for name in wanted]
        with self._lock:
            if wanted and wanted == self._wanted:
                self._wanted, self._results = (), results

    def blocked(self, name: str, blocked: bool, closed_until_ms: int) -> None:
        """Note that a user leaves the leaderboard or comes back."""
        with self._lock:
            self._changed.add(name)

    def restart(self) -> None:
        """Do nothing: a live show never restarts."""

    def closed(self, window: ClosedWindow) -> None:
        """Note a closed window that had votes."""
        with self._lock:
            self._closed.append(window)

    def _result_of(self, name: str) -> PublishedUser:
        assert self._counting is not None
        board = self._counting.leaderboard
        user = board.numbers.get(name)
        if user is None or user in board.hidden:
            return PublishedUser(name, "", 0, 0)
        found = board.standing(user)
        return PublishedUser(name, found.image_url, found.tweets, found.latest_ms)

    # -- the publisher's thread ---------------------------------------------------------------

    @property
    def names(self) -> list[str]:
        """All users on the leaderboard now (a copy made in one step)."""
        return [] if self._counting is None else list(self._counting.leaderboard.numbers)

    def mark_changed(self, names: set[str]) -> None:
        """Send the results of these users again."""
        with self._lock:
            self._changed |= names

    def request_results(self) -> bool:
        """Ask for the results of some users that have changed; False: none has.

        The show thread answers in :meth:`look_up_results`.
        """
        with self._lock:
            if not self._wanted and self._results is None:
                some = [self._changed.pop() for _ in range(min(USERS_A_ROUND, len(self._changed)))]
                self._wanted = tuple(some)
            return bool(self._wanted)

    def results(self) -> list[PublishedUser]:
        """The answer to :meth:`request_results`, once; empty: not yet."""
        with self._lock:
            results, self._results = self._results, None
        return results or []

    def messages(self, most: int) -> list[CountedMessage]:
        """The newest messages since the last call."""
        with self._lock:
            newest = list(self._messages)[-most:] if most else []
            if most:
                self._messages.clear()
        return newest

    def windows(self) -> list[ClosedWindow]:
        """The windows closed since the last call."""
        with self._lock:
            closed = list(self._closed)
            self._closed.clear()
        return closed


class TapGroup:
    """Several taps on one show (show thread)."""

    def __init__(self, *taps: CountingListener) -> None:
        self._taps = taps

    def on_counted(
        self,
        batch: Batch,
        counted: Sequence[tuple[int, str | None]],
        closed_until_ms: int,
        refused: Sequence[int],
    ) -> None:
        for tap in self._taps:
            tap.on_counted(batch, counted, closed_until_ms, refused)

    def blocked(self, name: str, blocked: bool, closed_until_ms: int) -> None:
        for tap in self._taps:
            tap.blocked(name, blocked, closed_until_ms)

    def restart(self) -> None:
        for tap in self._taps:
            tap.restart()

"""The counting: tweets in, chart, leaderboard and closed windows out.

Pure: no clock, no thread, no I/O. The driver decides when windows close (by the wall clock when
live, by event time or recorded closes offline). The result depends only on the records, the closes
between them and the rules.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import cast

import numpy as np

from mwk_desktop.messages import NOTHING, Message
from mwk_desktop.records.batch import Batch
from mwk_desktop.records.record_types import Tweet
from mwk_desktop.topology.batch_columns import order_times_ms, select_rows, user_numbers
from mwk_desktop.topology.changed_runs import ChangedRuns
from mwk_desktop.topology.counting_rows import (
    STATE_VERSION,
    CountingRows,
    CountingTotals,
    check_totals,
)
from mwk_desktop.topology.counting_rules import ClosedWindow, CountingRules, RecordCounts
from mwk_desktop.topology.duplicates import CAPACITY, SeenTweets
from mwk_desktop.topology.early_votes import EarlyVotes
from mwk_desktop.topology.form_patterns import NO_VOTE
from mwk_desktop.topology.leaderboard import Leaderboard
from mwk_desktop.topology.matching import Matcher
from mwk_desktop.topology.open_windows import NEVER_MS, OpenWindows
from mwk_desktop.topology.shuffle_bags import ShuffleBags
from mwk_desktop.topology.votes_elsewhere import VotesElsewhere
from mwk_desktop.topology.window_decision import decide_window, forecast_window
from mwk_desktop.units import INSTRUMENTS
from mwk_desktop.window_times import check_window_ms

__all__ = ["NEVER_MS", "ClosedWindow", "Counting", "CountingRules", "RecordCounts"]


class Counting:
    """Folds tweets into open windows and the leaderboard, and closes windows.

    Parameters
    ----------
    rules : CountingRules
    clips : mapping of instrument to clip names
        The clips to draw from; an instrument without clips is counted but not drawn.
    seed : int
        Seed of the shuffle-bags, which choose the variations.
    track : bool
        Track changes for ``drain_changes`` (costs 0.01 us per tweet).
    remember : int
        How many tweets are remembered to find duplicates; a power of two.

    Attributes
    ----------
    matcher : Matcher
    leaderboard : Leaderboard
    bags : ShuffleBags
    version : int
        Increases when a user is blocked or unblocked, or the vote limit changes.
    late_or_capped : list of int
        Batch indexes of the votes that were late or capped in the last ``fold``.
    counted_places : sequence of int
        Batch indexes of the tweets that the last ``fold`` counted.
    on_block : callable or None
        Called when a user is blocked (name, True) or unblocked (name, False).
    first_malformed : Message
        The first malformed record of this object's life, with its reason; ``NOTHING`` if none yet.
    limit_by_rules : int
        Votes per user and window in the settings, regardless of what was set by hand.
    """

    def __init__(
        self,
        rules: CountingRules,
        clips: Mapping[str, Sequence[str]],
        seed: int,
        *,
        track: bool = False,
        remember: int = CAPACITY,
    ) -> None:
        check_window_ms(rules.window_ms)
        self.rules = rules
        self.matcher = Matcher(
            rules.aliases, rules.hashtag, rules.require_hashtag, rules.count_retweets
        )
        self.leaderboard = Leaderboard()
        self.bags = ShuffleBags(clips, seed, energies=rules.energies)
        self.version = 0
        self._seen = SeenTweets(remember)
        self._windows = OpenWindows(rules.window_ms, rules.max_votes_per_user)
        self._blocked_names = set(rules.blocked)
        self._tweets = self._malformed = self._duplicates = self._from_blocked = 0
        self.limit_by_rules = rules.max_votes_per_user
        self.late_or_capped: list[int] = []
        self.counted_places: Sequence[int] = ()
        self.first_malformed: Message = NOTHING
        self.on_block: Callable[[str, bool], None] | None = None
        self._runs = ChangedRuns(self._seen, self._windows)
        self.votes_elsewhere = VotesElsewhere(self._windows)
        self.early_votes = EarlyVotes(self, self._windows, self.votes_elsewhere)
        if track:
            self.leaderboard.start_tracking()

    def fold(
        self,
        batch: Batch,
        start: int = 0,
        stop: int | None = None,
        counted: list[tuple[int, str | None]] | None = None,
    ) -> None:
        """Count the records ``start`` to ``stop`` (exclusive; None: all) of a batch.

        Parameters
        ----------
        batch : Batch
            ``tweets``, ``events_ms`` and ``record_ms`` are read.
        start, stop : int
            Lets a driver split a batch at window ends without copying it.
        counted : list, optional
            Receives ``(index in the batch, instrument or None)`` of each tweet that was counted
            (neither malformed nor blocked nor a duplicate), for the feed and for SQL. The
            instrument is also given for votes that were late or capped.
        """
        tweets, events, stamps = batch.tweets, batch.events_ms, batch.record_ms
        if start or (stop is not None and stop < len(tweets)):
            tweets, events, stamps = tweets[start:stop], events[start:stop], stamps[start:stop]
        if batch.recovered:  # once, as a batch may be folded in parts
            self._malformed, batch.recovered = self._malformed - batch.recovered, 0
        # Rows that are not counted are removed from all columns at once.
        places: Sequence[int] = range(start, start + len(tweets))
        if not all(tweets):
            kept = [n for n, tweet in enumerate(tweets) if tweet is not None]
            self._malformed += len(tweets) - len(kept)
            if not self.first_malformed and batch.errors:
                self.first_malformed = batch.errors[0]
            tweets, events, stamps, places = select_rows(kept, tweets, events, stamps, places)
        real = cast("list[Tweet]", tweets)
        users = user_numbers(real, self.leaderboard, self._blocked_names)
        hidden = self.leaderboard.hidden
        if hidden and not hidden.isdisjoint(users):
            kept = [n for n, user in enumerate(users) if user not in hidden]
            self._from_blocked += len(users) - len(kept)
            real, events, stamps, places, users = select_rows(
                kept, real, events, stamps, places, users
            )
        created = [tweet.created_at_ms for tweet in real]
        times, exact = order_times_ms(created, stamps)
        who = np.array(users, np.int64)
        idents = [tweet.id for tweet in real]
        repeated = self._seen.repeats(idents, who, times if exact else created)
        if repeated:
            self._duplicates += len(repeated)
            gone = set(repeated)
            kept = [n for n in range(len(real)) if n not in gone]
            real, events, places = select_rows(kept, real, events, places)
            who, times = who[kept], times[kept]
        self._tweets += len(real)
        self.leaderboard.count_tweets(who, times, [tweet.image_url for tweet in real])
        found = self.matcher.find_all([tweet.text for tweet in real])
        if self.matcher.filters:
            allows = self.matcher.allows
            found = [
                number if number < 0 or allows(tweet) else NO_VOTE
                for number, tweet in zip(found, real, strict=True)
            ]
        if counted is not None:
            names = (*INSTRUMENTS, None)
            counted += [(n, names[number]) for n, number in zip(places, found, strict=True)]
        self.late_or_capped = []
        if real:
            self._windows.count_votes(who, events, found)
            self.late_or_capped = [places[n] for n in self._windows.late_or_capped]
        self.counted_places = places

    @property
    def counts(self) -> RecordCounts:
        """All counters since the show began."""
        return RecordCounts(
            records=self._tweets + self._malformed + self._duplicates + self._from_blocked,
            tweets=self._tweets,
            votes=self._windows.votes,
            malformed=self._malformed,
            duplicates=self._duplicates,
            late=self._windows.late,
            blocked=self._from_blocked,
            capped=self._windows.capped,
            users=self.leaderboard.users,
        )

    @property
    def closed_until_ms(self) -> int:
        """Windows that end at or before this are closed (``NEVER_MS``: none yet)."""
        return self._windows.closed_until_ms

    @property
    def open_windows_ms(self) -> list[int]:
        """Start times of the open windows that have votes, in order."""
        return sorted(self._windows.windows)

    @property
    def open_count(self) -> int:
        """How many open windows have votes."""
        return len(self._windows.windows)

    def chart(self, start_ms: int) -> dict[str, int]:
        """Votes in one open window so far, in rank order; empty without votes."""
        window = self._windows.windows.get(start_ms)
        return {} if window is None else window.votes()

    def drain_votes(self) -> dict[int, dict[str, int]]:
        """Remove and return the votes of the open windows, for a caller that sums them itself."""
        open_windows, self._windows.windows = self._windows.windows, {}
        return {start_ms: window.votes() for start_ms, window in open_windows.items()}

    def remember(self, batch: Batch) -> None:
        """Note tweets that were counted before this object was, to find their duplicates."""
        kept = [n for n, tweet in enumerate(batch.tweets) if tweet is not None]
        tweets, stamps = select_rows(kept, batch.tweets, batch.record_ms)
        times, exact = order_times_ms(created := [tweet.created_at_ms for tweet in tweets], stamps)
        who = user_numbers(tweets, self.leaderboard, self._blocked_names)
        self._seen.repeats([tweet.id for tweet in tweets], who, times if exact else created)

    def forecast(self, start_ms: int) -> dict[str, str]:
        """What ``close`` would draw for a window now, without drawing it."""
        return forecast_window(self.chart(start_ms), self.rules, self.bags)

    def close(self, until_ms: int) -> list[ClosedWindow]:
        """Close every window that ends at or before ``until_ms``, in order.

        Closing is monotone: an ``until_ms`` earlier than before changes nothing. Returns the
        windows that have votes; closing the others only makes later votes for them late. A recorded
        close of one window is ``close(end_ms)``: closes are recorded in order, so every earlier
        window is already closed and this closes that one alone.
        """
        closed = []
        for window in self._windows.close(until_ms):
            start_ms, votes = window.start_ms, window.votes()
            self._runs.forget_window(start_ms)
            if not votes:
                continue
            closed.append(decide_window(start_ms, votes, self.rules, self.bags))
        return closed

    @property
    def blocked(self) -> frozenset[str]:
        """Screen names that are blocked now."""
        return frozenset(self._blocked_names)

    def block(self, name: str) -> None:
        """Stop counting a user: the votes in open windows and the leaderboard line are removed
        (earlier tweets stay in ``tweets``), and later tweets are counted as ``blocked``."""
        if name in self._blocked_names:
            return
        self._blocked_names.add(name)
        self.version += 1
        user = self.leaderboard.numbers.get(name)
        if user is not None:
            self.leaderboard.hide(user)
            self._windows.remove_votes_of(user)
        if self.on_block is not None:
            self.on_block(name, True)

    def unblock(self, name: str) -> None:
        """Undo ``block``: line and open votes return; tweets that came in between stay
        uncounted."""
        if name not in self._blocked_names:
            return
        self._blocked_names.discard(name)
        self.version += 1
        user = self.leaderboard.numbers.get(name)
        if user is not None:
            self.leaderboard.show(user)
            self._windows.restore_votes_of(user)
        if self.on_block is not None:
            self.on_block(name, False)

    def limit_votes(self, votes: int) -> None:
        """Set the votes that count per user and window from now on (0: no limit). Votes already
        counted stay and count against the limit; capped votes stay capped."""
        if votes != self.rules.max_votes_per_user:
            self.version += 1
            self.rules = replace(self.rules, max_votes_per_user=votes)
            self._windows.set_limit(votes)

    def drain_changes(self) -> CountingRows:
        """Rows that changed since the last call (the first call: since the start or restore);
        RuntimeError if tracking is off."""
        if not self.leaderboard.tracked:
            raise RuntimeError("changes are not tracked: Counting(..., track=True)")
        people, runs = self.leaderboard.drain_changes(), self._runs.since_mark()
        self._runs.mark()
        return CountingRows(self._totals(), people, *runs)

    def _totals(self) -> CountingTotals:
        return CountingTotals(
            version=STATE_VERSION,
            byteorder=sys.byteorder,
            window_ms=self.rules.window_ms,
            seed=self.bags.seed,
            closed_until_ms=None if self.closed_until_ms == NEVER_MS else self.closed_until_ms,
            tweets=self._tweets,
            votes=self._windows.votes,
            malformed=self._malformed,
            duplicates=self._duplicates,
            late=self._windows.late,
            blocked=self._from_blocked,
            capped=self._windows.capped,
            serial=self._seen.serial,
            open_ms=tuple(sorted(self._windows.windows)),
            draws=self.bags.counts,
            bags=self.bags.orders,
            window_votes=self.bags.pace.votes,
            spent=self.early_votes.spent,
            blocked_names=tuple(sorted(self._blocked_names)),
            blocked_by_rules=tuple(sorted(self.rules.blocked)),
            limit=self.rules.max_votes_per_user,
            limit_by_rules=self.limit_by_rules,
        )

    def all_rows(self) -> CountingRows:
        """The whole state as rows."""
        return CountingRows(self._totals(), self.leaderboard.all_rows(), *self._runs.whole())

    @classmethod
    def from_rows(
        cls,
        rules: CountingRules,
        clips: Mapping[str, Sequence[str]],
        rows: CountingRows,
        *,
        track: bool = False,
        remember: int = CAPACITY,
    ) -> Counting:
        """Rebuild from stored rows: runs ordered by their first entries, pages in any order.

        Settings may have changed since: names added to the rules' block list are blocked, names
        removed from it are unblocked, and names blocked by hand stay blocked. A vote limit set by
        hand stays until the rules change theirs. ``window_ms`` must be the same.

        Raises
        ------
        ValueError
            If the rows have another version, another window length, or are damaged.
        """
        totals = rows.totals
        check_totals(totals, rules.window_ms)
        self = cls(rules, clips, totals.seed, remember=remember)
        by_rules = frozenset(totals.blocked_by_rules)
        self._blocked_names = (set(totals.blocked_names) | (rules.blocked - by_rules)) - (
            by_rules - rules.blocked
        )
        box = self._windows
        if totals.closed_until_ms is not None:
            box.closed_until_ms = totals.closed_until_ms
        self._tweets, self._malformed = totals.tweets, totals.malformed
        self._duplicates, self._from_blocked = totals.duplicates, totals.blocked
        box.votes, box.late, box.capped = totals.votes, totals.late, totals.capped
        self.bags = self.bags.after(totals.draws, totals.bags, totals.window_votes)
        board = self.leaderboard
        board.restore(rows.people)
        for name in self._blocked_names:
            if name in board.numbers:
                board.hide(board.numbers[name])
        for run in rows.remembered:
            self._seen.restore(run)
        for votes in rows.ballots:
            if votes.start_ms in totals.open_ms:
                box.window(votes.start_ms).append_stored(votes.first, votes.data)
        box.restore_spent(totals.spent)
        hidden_before = {board.numbers[k] for k in totals.blocked_names if k in board.numbers}
        for window in box.windows.values():
            box.votes -= window.recount(hidden_before)
            box.votes += window.recount(board.hidden)
        if totals.limit is not None and totals.limit_by_rules == rules.max_votes_per_user:
            self.limit_votes(totals.limit)
        if track:
            board.start_tracking()
        self._runs.mark()
        return self

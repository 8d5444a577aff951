"""Counts one partition of the input with the console's own counting, and says what has changed.

Pure: batches in, records of the partials' topic out. The same object restores itself from them.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import msgspec

from mwk_desktop.messages import message
from mwk_desktop.records.batch import Batch
from mwk_desktop.service.partials import (
    MOST_WINDOWS,
    Ballots,
    DroppedUsers,
    PartialHead,
    PartialRecord,
    WindowBallots,
    WindowVotes,
    decode_partial,
    encode_ballots,
    encode_head,
    encode_users,
    encode_window,
)
from mwk_desktop.topology.counting import Counting
from mwk_desktop.topology.counting_rules import CountingRules
from mwk_desktop.topology.user_rows import NewUsers, UserPage, UserRows
from mwk_desktop.window_times import window_start_ms

REMEMBERED: Final = 1 << 16
"""Duplicates are found among this many tweets of a partition (a power of two). This memory is not
stored: an instance that takes a partition over reads that many records again, in half a second."""

HISTORY_MS: Final = 600_000
"""Records that are older than this when they are read are history: none of them is late."""

BALLOT_SHARDS: Final = 64

MOST_NAME: Final = 50_000
MOST_PICTURE: Final = 4_000
"""Longest picture address in characters. Kafka takes no record above 1 MB: one huge record would
end every instance in turn."""


class OtherWindowsError(ValueError):
    """The group counts in windows of another length; the message names both."""


@dataclass(slots=True)
class _Window:
    votes: dict[str, int] = field(default_factory=dict)
    ballots: dict[int, Ballots] = field(default_factory=dict)


class PartitionCounting:
    """The state of one input partition.

    Attributes
    ----------
    next_offset : int or None
        Next offset of the input; None: nothing was ever counted.
    passed_ms : int
        Votes for windows that end at or before this are late.
    topic_id : str
        Id of the input topic that is counted; empty: unknown.
    """

    def __init__(self, rules: CountingRules) -> None:
        self._rules = rules
        # The limit holds over all partitions: the merge applies it.
        self._counting = Counting(
            replace(rules, max_votes_per_user=0), {}, 0, track=True, remember=REMEMBERED
        )
        self._restored = PartialHead(0, rules.window_ms)
        self.topic_id = ""
        self.next_offset: int | None = None
        self.passed_ms = -(1 << 63)
        self.late = 0
        self._windows: dict[int, _Window] = {}
        self._changed: set[int] = set()
        self._changed_ballots: set[tuple[int, int]] = set()
        self._dropped: list[PartialRecord] = []
        self._head_changed = False
        self.unread = 0
        """Records that could not be read at all; counted as malformed."""

    def count(
        self, batch: Batch, next_offset: int, now_ms: int, *, longest: int | None = None
    ) -> Sequence[int]:
        """Count a batch of this partition, in order; returns the indexes of the tweets that were
        counted.

        ``longest`` is the length of the longest value in bytes, where it is known.
        """
        if longest is None or longest > min(MOST_NAME, MOST_PICTURE):
            _limit_sizes(batch)
        votes: list[tuple[int, str | None]] | None = [] if self._rules.max_votes_per_user else None
        self._counting.fold(batch, counted=votes)
        for n, instrument in votes or ():
            tweet = batch.tweets[n]
            if instrument is not None and tweet is not None:
                self._add_ballot(tweet.screen_name, batch.events_ms[n], instrument, now_ms)
        self._add_votes(now_ms)
        self.next_offset = next_offset
        self._head_changed = True
        return self._counting.counted_places

    def _add_votes(self, now_ms: int) -> None:
        for start_ms, votes in self._counting.drain_votes().items():
            end_ms = start_ms + self._rules.window_ms
            if end_ms <= self.passed_ms and now_ms - end_ms < HISTORY_MS:
                self.late += sum(votes.values())
                continue
            window = self._window(start_ms)
            for name, count in votes.items():
                window.votes[name] = window.votes.get(name, 0) + count
            self._changed.add(start_ms)

    def _window(self, start_ms: int) -> _Window:
        """The window, which is now the one that changed last."""
        window = self._windows.pop(start_ms, None) or _Window()
        self._windows[start_ms] = window
        while len(self._windows) > MOST_WINDOWS:
            self._drop(next(iter(self._windows)))
        return window

    def _drop(self, start_ms: int) -> None:
        self._drop_ballots(start_ms)
        del self._windows[start_ms]
        self._changed.discard(start_ms)
        self._dropped.append(encode_window(start_ms, None))

    def _drop_ballots(self, start_ms: int) -> None:
        window = self._windows[start_ms]
        self._dropped += [encode_ballots(start_ms, shard, None) for shard in window.ballots]
        self._changed_ballots -= {(start_ms, shard) for shard in window.ballots}
        window.ballots.clear()

    def _add_ballot(self, name: str, event_ms: int, instrument: str, now_ms: int) -> None:
        start_ms = window_start_ms(event_ms, self._rules.window_ms)
        end_ms = start_ms + self._rules.window_ms
        if end_ms <= self.passed_ms and now_ms - end_ms < HISTORY_MS:
            return
        shard = zlib.crc32(name.encode("utf-8", "surrogatepass")) % BALLOT_SHARDS
        ballots = self._window(start_ms).ballots.setdefault(shard, {}).setdefault(name, [])
        ballots.append((event_ms, instrument))
        # The first ones count, of this partition as of all.
        if len(ballots) > self._rules.max_votes_per_user:
            ballots.sort(key=lambda each: each[0])
            del ballots[self._rules.max_votes_per_user :]
        self._changed_ballots.add((start_ms, shard))

    def pass_by(self, count: int, next_offset: int) -> None:
        """Count records that cannot be read."""
        self.unread += count
        self.next_offset = next_offset
        self._head_changed = True

    def pass_windows(self, until_ms: int, closed_ms: int) -> None:
        """Note that everything which came in time for windows that end until ``until_ms`` is
        counted. Ballots stay until all partitions have passed their window (``closed_ms``): an
        instance that begins to merge meanwhile needs them all.
        """
        if until_ms <= self.passed_ms:
            return
        self.passed_ms = until_ms
        self._head_changed = True
        for start_ms, window in list(self._windows.items()):
            if window.ballots and start_ms + self._rules.window_ms <= min(until_ms, closed_ms):
                self._drop_ballots(start_ms)

    def remember(self, batch: Batch) -> None:
        """Read records before the next offset into the memory of duplicates."""
        _limit_sizes(batch)
        self._counting.remember(batch)

    @property
    def head(self) -> PartialHead:
        """The small part of the state."""
        total = self.counted_here.plus(self._restored)
        return msgspec.structs.replace(total, passed_ms=self.passed_ms, topic_id=self.topic_id)

    @property
    def counted_here(self) -> PartialHead:
        """What this object has counted itself."""
        counts = self._counting.counts
        return PartialHead(
            next_offset=self.next_offset or 0,
            window_ms=self._rules.window_ms,
            tweets=counts.tweets,
            malformed=counts.malformed + self.unread,
            duplicates=counts.duplicates,
            late=self.late - self._restored.late,
            blocked=counts.blocked,
        )

    @property
    def changed(self) -> bool:
        """Whether there is something to write."""
        return self._head_changed

    def drain_changes(self) -> list[PartialRecord]:
        """The records of what has changed since the last call; the head comes last."""
        records = [*self._dropped, *encode_users(self._counting.leaderboard.drain_changes())]
        records += [encode_window(start, self._windows[start].votes) for start in self._changed]
        records += [
            encode_ballots(start, shard, self._windows[start].ballots[shard])
            for start, shard in sorted(self._changed_ballots)
        ]
        self._dropped = []
        self._changed.clear()
        self._changed_ballots.clear()
        self._head_changed = False
        return [*records, encode_head(self.head)]

    @classmethod
    def restored(
        cls, rules: CountingRules, records: Sequence[tuple[bytes, bytes | None]]
    ) -> PartitionCounting:
        """Rebuild from the partials' records, oldest first.

        Raises
        ------
        OtherWindowsError
            The group counts in windows of another length.
        ValueError
            A record is damaged.
        """
        self = cls(rules)
        runs: dict[int, NewUsers] = {}
        pages: dict[int, UserPage] = {}
        pictures: dict[int, str] = {}
        head: PartialHead | None = None
        for key, value in records:
            found = decode_partial(key, value)
            match found:
                case PartialHead():
                    head = found
                case NewUsers():
                    runs[found.first] = found
                case UserPage():
                    pages[found.page] = found
                case WindowVotes() | WindowBallots():
                    self._restore_window(found)
                case DroppedUsers():
                    rows: dict[bytes, dict[int, Any]] = {b"n": runs, b"c": pages, b"i": pictures}
                    rows[found.kind].pop(found.number, None)
                case (user, url):
                    pictures[user] = url
        if head is None:
            return self
        if head.window_ms != rules.window_ms:
            raise OtherWindowsError(
                message(
                    "--window-ms {ours}: this group counts in windows of {stored} ms; "
                    "right would be that, or another --group",
                    ours=str(rules.window_ms),
                    stored=str(head.window_ms),
                )
            )
        self._restored = head
        self.next_offset, self.passed_ms, self.late = head.next_offset, head.passed_ms, head.late
        self.topic_id = head.topic_id
        newcomers = [runs[first] for first in sorted(runs)]
        board = self._counting.leaderboard
        board.restore(UserRows(newcomers, sorted(pictures.items()), list(pages.values())))
        for name in self._counting.blocked & board.numbers.keys():
            board.hide(board.numbers[name])
        board.start_tracking()
        return self

    def _restore_window(self, found: WindowVotes | WindowBallots) -> None:
        if isinstance(found, WindowVotes):
            if found.votes is None:
                self._windows.pop(found.start_ms, None)
            else:
                self._window(found.start_ms).votes = found.votes
        elif found.ballots is None:
            if found.start_ms in self._windows:
                self._windows[found.start_ms].ballots.pop(found.shard, None)
        else:
            window = self._windows.setdefault(found.start_ms, _Window())
            window.ballots[found.shard] = found.ballots


def _limit_sizes(batch: Batch) -> None:
    """Names that no record of a result could hold are malformed; such pictures are left out."""
    for n, tweet in enumerate(batch.tweets):
        if tweet is None:
            continue
        if len(tweet.screen_name) > MOST_NAME:
            batch.tweets[n] = None
        elif len(tweet.image_url) > MOST_PICTURE:
            batch.tweets[n] = msgspec.structs.replace(tweet, image_url="")

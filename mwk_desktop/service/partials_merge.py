"""Sums what all input partitions have counted: users' lines, charts, closed windows.

Pure: records of the partials' topic in, results out. Everything is absolute, so a record that comes
twice changes nothing, and what is forgotten is there again after the topic has been read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from mwk_desktop.service.partials import (
    MOST_WINDOWS,
    Ballots,
    DroppedUsers,
    PartialHead,
    WindowBallots,
    WindowVotes,
    decode_partial,
)
from mwk_desktop.service.partition_mirror import NOBODY, PartitionMirror, grown
from mwk_desktop.topology.chart import ranked
from mwk_desktop.topology.counting_rules import ClosedWindow, CountingRules
from mwk_desktop.topology.shuffle_bags import ShuffleBags
from mwk_desktop.topology.user_rows import NewUsers, UserPage
from mwk_desktop.topology.window_decision import decide_window


class MergeState(msgspec.Struct):
    """What cannot be had from the partials again: the draw.

    Attributes
    ----------
    closed_until_ms
        Windows that end at or before this are over.
    drawn
        Starts of windows whose scene is drawn, the newest :data:`MOST_WINDOWS`. When there are so
        many, older windows count as drawn.
    draws
        How often each instrument was drawn.
    votes
        Votes of the windows that were drawn, the newest :data:`MOST_WINDOWS`: they decide which way
        the draw leans.
    bags
        Per instrument the clip drawn last, then what is left in its bag.
    """

    seed: int
    closed_until_ms: int = -(1 << 63)
    drawn: list[int] = []
    draws: dict[str, int] = {}
    votes: list[int] = []
    bags: dict[str, list[str]] = {}


class MergedLine(NamedTuple):
    """A user's line on the leaderboard, over all partitions."""

    name: str
    image_url: str
    tweets: int
    latest_ms: int


class PartialsMerge:
    """The sum over all partitions.

    Parameters
    ----------
    clips
        Clip names per instrument: what is drawn from.
    state
        Of the draw.
    """

    def __init__(
        self, rules: CountingRules, clips: Mapping[str, Sequence[str]], state: MergeState
    ) -> None:
        self._rules = rules
        self.state = state
        self._bags = ShuffleBags(
            clips, state.seed, state.draws, rules.energies, state.bags, state.votes
        )
        self._drawn = dict.fromkeys(state.drawn)
        self._mirrors: dict[int, PartitionMirror] = {}
        self._numbers: dict[str, int] = {}
        self._names: list[str] = []
        self._dirty = np.zeros(0, np.bool_)
        self._gone: set[int] = set()
        """Users who were counted in a topic that is no more."""
        self._waiting = False
        self._windows: dict[int, None] = {}
        self._changed_windows: set[int] = set()
        self._shards: dict[tuple[int, int], dict[str, int]] = {}
        self._limited: dict[int, dict[str, int]] = {}
        self._over: list[tuple[PartitionMirror, tuple[int, int]]] = []
        """Ballots of windows that are over for their partition, and not for all."""

    def apply(self, partition: int, key: bytes, value: bytes | None, *, news: bool) -> None:
        """Apply one record; ``news`` False: what it says has been published already.

        Raises
        ------
        ValueError
            The record is damaged.
        """
        if partition not in self._mirrors:
            self._mirrors[partition] = PartitionMirror()
        mirror = self._mirrors[partition]
        changed: NDArray[np.int64] | list[int] = []
        found = decode_partial(key, value)
        match found:
            case PartialHead():
                mirror.head = found
            case NewUsers():
                numbers = [self._number(name) for name in found.names]
                mirror.add_users(found, numbers)
                changed = numbers
            case UserPage():
                changed = mirror.set_page(found)
            case WindowVotes():
                self._set_votes(mirror, found, news)
            case WindowBallots():
                self._set_ballots(mirror, found, news)
            case DroppedUsers():
                changed = self._forget_users(partition)
            case (user, url):
                changed = mirror.set_picture(user, url)
        if news and len(changed):
            self._dirty = grown(self._dirty, len(self._names), 0)
            self._dirty[changed] = True
            self._waiting = True

    def _forget_users(self, partition: int) -> NDArray[np.int64]:
        """The partition begins again, with another topic: returns who was counted there."""
        before = self._mirrors[partition]
        self._mirrors[partition] = PartitionMirror()
        for start_ms in before.votes:
            self._forget_window(start_ms)
        for place in before.ballots:
            self._shards.pop(place, None)
        gone = before.everybody[before.everybody >= 0]
        self._gone.update(gone.tolist())
        return gone

    def _number(self, name: str) -> int:
        number = self._numbers.get(name)
        if number is None:
            number = self._numbers[name] = len(self._names)
            self._names.append(name)
        return number

    # -- users ------------------------------------------------------------------------------

    @property
    def waiting(self) -> bool:
        """Whether there are more lines to drain."""
        return self._waiting

    @property
    def users(self) -> int:
        """How many names were ever seen."""
        return len(self._names)

    def drain_lines(self, most: int) -> list[MergedLine]:
        """The lines that changed, ``most`` of them at a time; 0 tweets: the line is gone."""
        if not self._waiting:
            return []
        who = np.flatnonzero(self._dirty)
        self._waiting = len(who) > most
        who = who[:most]
        self._dirty[who] = False
        lines = self.lines(who, self._gone)
        self._gone.difference_update(who.tolist())
        return lines

    def lines(
        self, who: NDArray[np.int64], gone: Collection[int] = frozenset()
    ) -> list[MergedLine]:
        """The lines of users by their numbers; who has no tweet and is not ``gone`` is left out."""
        tweets = np.zeros(len(who), np.int64)
        latest_ms = np.zeros(len(who), np.int64)
        urls = [""] * len(who)
        known = np.zeros(len(who), np.bool_)
        for mirror in self._mirrors.values():
            here = grown(mirror.here, len(self._names), NOBODY)[who]
            there = np.flatnonzero(here >= 0)
            there = there[mirror.counts[here[there]] > 0]
            at = here[there]
            tweets[there] += mirror.counts[at]
            times_ms = mirror.latest_ms[at]
            later = ~known[there] | (times_ms > latest_ms[there])
            same = known[there] & (times_ms == latest_ms[there])
            for n, number in zip(there[later].tolist(), at[later].tolist(), strict=True):
                urls[n] = mirror.urls[number]
            for n, number in zip(there[same].tolist(), at[same].tolist(), strict=True):
                urls[n] = max(urls[n], mirror.urls[number])
            latest_ms[there[later]] = times_ms[later]
            known[there] = True
        numbers = who.tolist()
        names = map(self._names.__getitem__, numbers)
        lines = map(MergedLine, names, urls, tweets.tolist(), latest_ms.tolist())
        return [
            line
            for number, line in zip(numbers, lines, strict=True)
            if line.tweets or number in gone
        ]

    def top_lines(self, most: int) -> list[MergedLine]:
        """The first of the leaderboard."""
        tweets = np.zeros(len(self._names), np.int64)
        for mirror in self._mirrors.values():
            here = grown(mirror.here, len(self._names), NOBODY)[: len(self._names)]
            known = here >= 0
            tweets[known] += mirror.counts[here[known]]
        if len(tweets) > most:
            least = np.partition(tweets, len(tweets) - most)[len(tweets) - most]
            who = np.flatnonzero(tweets >= max(1, least))
        else:
            who = np.flatnonzero(tweets)
        lines = self.lines(who)
        return sorted(lines, key=lambda line: (-line.tweets, line.latest_ms, line.name))[:most]

    # -- charts -----------------------------------------------------------------------------

    def _set_votes(self, mirror: PartitionMirror, found: WindowVotes, news: bool) -> None:
        start_ms = found.start_ms
        if found.votes is None:
            mirror.votes.pop(start_ms, None)
            self._forget_window(start_ms)
            return
        mirror.votes[start_ms] = found.votes
        self._windows.setdefault(start_ms)
        if news:
            self._changed_windows.add(start_ms)

    def _forget_window(self, start_ms: int) -> None:
        """Unless a partition still has votes in it."""
        if not any(start_ms in each.votes for each in self._mirrors.values()):
            self._windows.pop(start_ms, None)
            self._limited.pop(start_ms, None)

    def _set_ballots(self, mirror: PartitionMirror, found: WindowBallots, news: bool) -> None:
        place = found.start_ms, found.shard
        if found.ballots is None:  # the window is over: its chart stays
            self._drop_ballots([(mirror, place)])
            return
        mirror.ballots[place] = found.ballots
        self._shards.pop(place, None)
        if news:
            self._changed_windows.add(found.start_ms)

    def _drop_ballots(self, over: Iterable[tuple[PartitionMirror, tuple[int, int]]]) -> None:
        """Until every partition has passed a window, one that is behind may need the others'."""
        until_ms = self.state.closed_until_ms - self._rules.window_ms
        for mirror, place in over:
            if place[0] > until_ms:
                self._over.append((mirror, place))
            else:
                mirror.ballots.pop(place, None)
                self._shards.pop(place, None)

    def drain_charts(self) -> Iterator[tuple[int, dict[str, int]]]:
        """The windows whose charts changed, in order, with their votes in rank order.

        Where the votes of a user are limited, the chart of a closed window stands: its ballots go.
        """
        changed, self._changed_windows = sorted(self._changed_windows), set()
        for start_ms in changed:
            if self._rules.max_votes_per_user and self._is_closed(start_ms):
                continue
            yield start_ms, self.chart(start_ms)

    def _is_closed(self, start_ms: int) -> bool:
        return start_ms + self._rules.window_ms <= self.state.closed_until_ms

    def chart(self, start_ms: int) -> dict[str, int]:
        """Votes of a window over all partitions, in rank order; nothing of one that another merge
        has closed where the votes of a user are limited."""
        if self._rules.max_votes_per_user and self._is_closed(start_ms):
            return self._limited.get(start_ms, {})
        return self._sum_votes(start_ms)

    def _sum_votes(self, start_ms: int) -> dict[str, int]:
        if self._rules.max_votes_per_user:
            return self._limited_chart(start_ms)
        total: dict[str, int] = {}
        for mirror in self._mirrors.values():
            for name, votes in mirror.votes.get(start_ms, {}).items():
                total[name] = total.get(name, 0) + votes
        return ranked(total)

    def _limited_chart(self, start_ms: int) -> dict[str, int]:
        """A chart in which only each user's first votes count, by time; at the same time, by
        partition."""
        mirrors = self._mirrors.values()
        places = {place for each in mirrors for place in each.ballots if place[0] == start_ms}
        if not places:
            return self._limited.get(start_ms, {})
        total: dict[str, int] = {}
        for place in places:
            shard = self._shards.get(place)
            if shard is None:
                shard = self._shards[place] = self._limited_shard(place)
            for name, votes in shard.items():
                total[name] = total.get(name, 0) + votes
        self._limited[start_ms] = ranked(total)
        return self._limited[start_ms]

    def _limited_shard(self, place: tuple[int, int]) -> dict[str, int]:
        everybody: Ballots = {}
        for _, mirror in sorted(self._mirrors.items()):
            for name, ballots in mirror.ballots.get(place, {}).items():
                everybody.setdefault(name, []).extend(ballots)
        total: dict[str, int] = {}
        for ballots in everybody.values():
            ballots.sort(key=lambda each: each[0])  # stable: partitions in order
            for _, instrument in ballots[: self._rules.max_votes_per_user]:
                total[instrument] = total.get(instrument, 0) + 1
        return total

    @property
    def newest_chart(self) -> tuple[int, dict[str, int]] | None:
        """The newest window with a vote."""
        if not self._windows:
            return None
        start_ms = max(self._windows)
        return start_ms, self.chart(start_ms)

    # -- windows ----------------------------------------------------------------------------

    def close(self, partitions: Collection[int]) -> list[ClosedWindow]:
        """The windows that every one of these partitions has passed and that have a vote; their
        scenes are drawn now, in order."""
        heads = [self._mirrors[n].head if n in self._mirrors else None for n in partitions]
        passed = [head.passed_ms for head in heads if head is not None]
        if not passed or len(passed) < len(partitions):
            return []
        self.state.closed_until_ms = max(self.state.closed_until_ms, min(passed))
        window_ms, until_ms = self._rules.window_ms, self.state.closed_until_ms
        # Partitions may keep windows that are older than all that the draw remembers.
        full = len(self._drawn) >= MOST_WINDOWS
        least_ms = min(self._drawn) if full else -(1 << 63)
        over = [
            start_ms
            for start_ms in sorted(self._windows)
            if start_ms >= least_ms
            and start_ms + window_ms <= until_ms
            and start_ms not in self._drawn
        ]
        closed = []
        for start_ms in over:
            votes = self._sum_votes(start_ms)
            self._drawn[start_ms] = None
            if votes:
                closed.append(decide_window(start_ms, votes, self._rules, self._bags))
                cast = sum(votes.values())
                self.state.votes = [*self.state.votes[1 - MOST_WINDOWS :], cast]
        if len(self._drawn) > MOST_WINDOWS:
            self._drawn = dict.fromkeys(sorted(self._drawn)[-MOST_WINDOWS:])
        over_here, self._over = self._over, []
        self._drop_ballots(over_here)
        self.state.drawn, self.state.draws = list(self._drawn), self._bags.counts
        self.state.bags = self._bags.orders
        return closed

    @property
    def heads(self) -> dict[int, PartialHead]:
        """How far each partition is counted, and what was counted."""
        return {n: each.head for n, each in sorted(self._mirrors.items()) if each.head is not None}

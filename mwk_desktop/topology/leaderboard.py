"""Tweets per user, and who leads.

The order is a function of the set of tweets counted, not of the order in which partitions
delivered them: count descending, then the smaller time of the latest counted tweet, then the
screen name by code point. The picture is the latest tweet's; of two at the same time, the larger
address by code point.

A user has a number, given at the first tweet and kept for the whole show (also while blocked):
everything that is stored about users is stored by number. A million users take about 200 MB.
"""

from __future__ import annotations

import heapq
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from mwk_desktop.topology.pictures import Pictures

_KEEP: Final = 128
"""How many of the best a pruning keeps: ranks asked for sixty times a second are far fewer."""

_PRUNE_AT: Final = 1024
"""Candidates at which the list is cut back; a ranking sorts at most this many (0.3 ms)."""

TIME_MAX_MS: Final = (1 << 63) - 1
TIME_MIN_MS: Final = -(1 << 63)


@dataclass(frozen=True, slots=True)
class Standing:
    """One line of the leaderboard."""

    name: str
    tweets: int
    latest_ms: int
    image_url: str


class UserRow(msgspec.Struct, frozen=True, array_like=True):
    """One user as it is stored; ``user`` is the number, the key."""

    user: int
    name: str
    tweets: int
    latest_ms: int
    image_url: str


class Leaderboard:
    """Counts per user in flat arrays, with the best few always at hand.

    Attributes
    ----------
    numbers : dict of str to int
        Screen name to user number. Read it freely; only ``enter`` adds to it.
    hidden : set of int
        Blocked users: they keep their number and count, and are shown nowhere.
    dirty : set of int or None
        Users changed since the last ``take_dirty``; None (default) where nobody asks.
    """

    __slots__ = (
        "_candidates",
        "_counts",
        "_floor",
        "_floor_ms",
        "_floor_name",
        "_latest",
        "_names",
        "_pictures",
        "dirty",
        "hidden",
        "numbers",
        "users",
    )

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.hidden: set[int] = set()
        self.dirty: set[int] | None = None
        self.users = 0
        self._names: list[str] = []
        self._counts = array("I")
        self._latest = array("q")
        self._pictures = Pictures()
        # Every shown user whose line is at or above the floor (count, latest, name) and nobody
        # else: the best len(candidates) users are exactly these. Name None: any name.
        self._candidates: set[int] = set()
        self._floor = 1
        self._floor_ms = TIME_MAX_MS
        self._floor_name: str | None = None

    def enter(self, name: str) -> int:
        """Give a new user a number, with no tweet yet."""
        user = self.numbers[name] = len(self._names)
        self._names.append(name)
        self._counts.append(0)
        self._latest.append(TIME_MIN_MS)
        self._pictures.append("")
        if self.dirty is not None:
            # A blocked user counts nothing yet, but has a number that must be stored.
            self.dirty.add(user)
        return user

    def add_all(self, users: Sequence[int], times_ms: Sequence[int], urls: Sequence[str]) -> None:
        """Count one tweet for each entry of these parallel sequences.

        Parameters
        ----------
        users : sequence of int
            From ``numbers`` or ``enter``; none of them hidden.
        times_ms : sequence of int
            ``CreatedAt``, or where that is missing the record's time; not clamped, but within
            ``TIME_MIN_MS`` and ``TIME_MAX_MS``.
        urls : sequence of str
            The tweets' pictures; empty: none.
        """
        if not len(users):
            return
        # Views into the flat arrays; they must be gone before a user is entered.
        counts = np.frombuffer(self._counts, np.uint32)
        latest = np.frombuffer(self._latest, np.int64)
        who = np.array(users, np.uint32)
        times = np.array(times_ms, np.int64)
        new = who[counts[who] == 0]
        self.users += len(np.unique(new))
        np.add.at(counts, who, 1)
        before_ms = latest[who]
        np.maximum.at(latest, who, times)
        latest_ms = latest[who]
        hashes = np.frombuffer(self._pictures.hashes, np.int64)[who]
        changed = (times == latest_ms) & (hashes != np.fromiter(map(hash, urls), np.int64))
        if changed.any():
            self._change_pictures(who, changed, times == latest_ms, times > before_ms, urls)
        count = counts[who]
        above = count > self._floor
        above |= (count == self._floor) & (latest_ms <= self._floor_ms)
        for user in who[above].tolist():
            self._consider(user)
        if self.dirty is not None:
            self.dirty.update(users)

    def _change_pictures(
        self,
        who: NDArray[np.uint32],
        changed: NDArray[np.bool_],
        latest: NDArray[np.bool_],
        later: NDArray[np.bool_],
        urls: Sequence[str],
    ) -> None:
        """Put new pictures where the latest tweets (``latest``) show others than before.

        Of several at one time the largest address counts, the one we have among them unless
        the tweets are later than what we had (``later``).
        """
        # Users who also have the picture we know among their latest tweets.
        kept = set(who[latest & ~changed].tolist())
        best: dict[int, str] = {}
        places = np.flatnonzero(changed)
        for n, user, is_later in zip(
            places.tolist(), who[places].tolist(), later[places].tolist(), strict=True
        ):
            if user in best:
                best[user] = max(best[user], urls[n])
            elif is_later and user not in kept:
                best[user] = urls[n]
            else:
                best[user] = max(self._pictures.get(user), urls[n])
        for user, url in best.items():
            self._pictures.put(user, url)

    def hide(self, user: int) -> None:
        """Take a user off the board; the count is kept for ``show``."""
        if user in self.hidden:
            return
        self.hidden.add(user)
        self._candidates.discard(user)
        if self._counts[user]:
            self.users -= 1

    def show(self, user: int) -> None:
        """Undo of ``hide``."""
        if user not in self.hidden:
            return
        self.hidden.discard(user)
        if self._counts[user]:
            self.users += 1
            self._consider(user)

    def top(self, n: int) -> list[Standing]:
        """The best ``n`` users, best first; fewer where there are fewer."""
        wanted = min(n, self.users)
        if wanted > len(self._candidates):
            self._gather(wanted)
        best = heapq.nsmallest(wanted, self._candidates, key=self._key)
        return [self.standing(user) for user in best]

    def standing(self, user: int) -> Standing:
        """One user's line."""
        return Standing(
            self._names[user],
            self._counts[user],
            self._latest[user],
            self._pictures.get(user),
        )

    def rank(self, name: str) -> int | None:
        """Place of a user, from 1; None for one who is not on the board."""
        user = self.numbers.get(name)
        if user is None or user in self.hidden or not self._counts[user]:
            return None
        count, latest_ms = self._counts[user], self._latest[user]
        counts, latest = np.array(self._counts), np.array(self._latest)
        better = (counts > count) | ((counts == count) & (latest < latest_ms))
        same = np.flatnonzero((counts == count) & (latest == latest_ms))
        place = 1 + int(better.sum())
        place += sum(
            self._names[other] < name for other in same.tolist() if other not in self.hidden
        )
        return place - sum(bool(better[other]) for other in self.hidden)

    def rows(self, users: set[int] | None = None) -> list[UserRow]:
        """Users as they are stored, by number: all, or those given (0.6 us each)."""
        wanted = range(len(self._names)) if users is None else sorted(users)
        return list(
            map(
                UserRow,
                wanted,
                map(self._names.__getitem__, wanted),
                map(self._counts.__getitem__, wanted),
                map(self._latest.__getitem__, wanted),
                self._pictures.get_all(wanted),
            )
        )

    def restore(self, rows: Iterable[UserRow]) -> None:
        """Take over stored rows into an empty leaderboard, by number and without a gap.

        Raises
        ------
        ValueError
            Where a number is missing, a name comes twice, or numbers make no sense.
        """
        names, counts, latest, pictures = self._names, self._counts, self._latest, self._pictures
        for row in rows:
            if row.user != len(names):
                raise ValueError(f"the leaderboard is damaged at user {row.user} ({row.name!r})")
            names.append(row.name)
            try:
                counts.append(row.tweets)
                latest.append(row.latest_ms)
            except OverflowError:
                raise ValueError(f"the leaderboard is damaged: numbers of {row.name!r}") from None
            pictures.append(row.image_url)
        self.numbers = dict(zip(names, range(len(names)), strict=True))
        if len(self.numbers) != len(names):
            raise ValueError("the leaderboard is damaged: a name is in it twice")
        self.users = len(counts) - counts.count(0)
        if self.users:
            self._gather(_KEEP)

    def _key(self, user: int) -> tuple[int, int, str]:
        return (-self._counts[user], self._latest[user], self._names[user])

    def _consider(self, user: int) -> None:
        """Make a user a candidate if the line is at or above the floor."""
        count, latest_ms = self._counts[user], self._latest[user]
        if count < self._floor:
            return
        if count == self._floor:
            if latest_ms > self._floor_ms:
                return
            name = self._floor_name
            if latest_ms == self._floor_ms and name is not None and self._names[user] > name:
                return
        self._candidates.add(user)
        if len(self._candidates) > _PRUNE_AT:
            self._prune()

    def _prune(self) -> None:
        """Keep the best and raise the floor to the last of them: counts only grow, so whoever is
        below it now must pass it to be among the best again."""
        kept = heapq.nsmallest(_KEEP, self._candidates, key=self._key)
        self._candidates = set(kept)
        self._floor = self._counts[kept[-1]]
        self._floor_ms = self._latest[kept[-1]]
        self._floor_name = self._names[kept[-1]]

    def _gather(self, wanted: int) -> None:
        """Find candidates anew over all users (many wanted, or many blocked)."""
        counts = np.array(self._counts)
        counts[list(self.hidden)] = 0
        take = min(max(wanted, _KEEP), self.users)
        floor = max(1, int(np.partition(counts, len(counts) - take)[len(counts) - take]))
        above = np.flatnonzero(counts > floor)
        level = np.flatnonzero(counts == floor)
        room = take - len(above)
        if len(level) > room:
            latest = np.array(self._latest)[level]
            floor_ms = int(np.partition(latest, room - 1)[room - 1])
            level = level[latest <= floor_ms]
        else:
            floor_ms = TIME_MAX_MS
        self._candidates = set(above.tolist()) | set(level.tolist())
        self._floor, self._floor_ms, self._floor_name = floor, floor_ms, None

"""Tweets per user, and who leads.

The order depends on the set of counted tweets, not on the order in which partitions delivered them:
count descending, then the smaller time of the latest counted tweet, then the screen name by code
point. The picture is that of the latest tweet; of two tweets with the same time, the larger address
by code point.

A user gets a number with the first tweet and keeps it for the whole show (also while blocked).
Everything about users is stored by number. A million users take about 200 MB.
"""

from __future__ import annotations

import heapq
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mwk_desktop.messages import message, verbatim
from mwk_desktop.topology.picture_addresses import PictureAddresses
from mwk_desktop.topology.user_rows import (
    PAGE_BITS,
    PAGE_USERS,
    NewUsers,
    UserPage,
    UserRows,
    damaged_leaderboard,
)

_KEEP: Final = 128
"""How many of the best users pruning keeps: far more than are shown sixty times a second."""

_PRUNE_AT: Final = 1024
"""Number of candidates that triggers pruning; a ranking sorts at most this many (0.3 ms)."""

TIME_MAX_MS: Final = (1 << 63) - 1
TIME_MIN_MS: Final = -(1 << 63)


@dataclass(frozen=True, slots=True)
class Standing:
    """One line of the leaderboard."""

    name: str
    tweets: int
    latest_ms: int
    image_url: str


class Leaderboard:
    """Counts per user in flat arrays, with the best few always ready.

    Attributes
    ----------
    numbers : dict of str to int
        Screen name to user number. Read it freely; only ``add_users`` adds to it.
    hidden : set of int
        Blocked users: they keep their number and count but are not shown.
    tracked : bool
        Whether changes are tracked for ``drain_changes``.
    """

    __slots__ = (
        "_candidates",
        "_counts",
        "_dirty_pages",
        "_drained_users",
        "_floor",
        "_floor_ms",
        "_floor_name",
        "_latest",
        "_names",
        "_new_pictures",
        "_pictures",
        "hidden",
        "numbers",
        "tracked",
        "users",
    )

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.hidden: set[int] = set()
        self.tracked = False
        self.users = 0
        self._names: list[str] = []
        self._counts = array("I")
        self._latest = array("q")
        self._pictures = PictureAddresses()
        # One flag per page, the number of users already drained, and which of those have a new
        # picture.
        self._dirty_pages = bytearray()
        self._drained_users = 0
        self._new_pictures: set[int] = set()
        # Exactly the shown users whose line is at or above the floor (count, latest, name), so they
        # are the best len(candidates) users. Name None: any name.
        self._candidates: set[int] = set()
        self._floor = 1
        self._floor_ms = TIME_MAX_MS
        self._floor_name: str | None = None

    def add_users(self, names: Sequence[str]) -> None:
        """Number new users in this order; each name must be new and unique."""
        first, count = len(self._names), len(names)
        self.numbers.update(zip(names, range(first, first + count), strict=True))
        self._names.extend(names)
        self._counts.frombytes(bytes(4 * count))
        self._latest.extend([TIME_MIN_MS] * count)
        self._pictures.add_users(count)
        # A blocked user has no counts yet, but has a number that must be stored.
        pages = (first + count - 1 >> PAGE_BITS) + 1
        self._dirty_pages.extend(bytes(pages - len(self._dirty_pages)))
        for page in range(first >> PAGE_BITS, pages):
            self._dirty_pages[page] = 1

    def count_tweets(
        self,
        users: Sequence[int] | NDArray[np.int64],
        order_times_ms: Sequence[int] | NDArray[np.int64],
        urls: Sequence[str],
    ) -> None:
        """Count one tweet for each entry of these parallel sequences.

        Parameters
        ----------
        users : sequence of int
            From ``numbers`` or ``add_users``; none of them hidden.
        order_times_ms : sequence of int
            ``CreatedAt``, or the record's time if that is missing; not clamped, but within
            ``TIME_MIN_MS`` and ``TIME_MAX_MS``.
        urls : sequence of str
            The addresses of the tweets' pictures; empty for none.
        """
        if not len(users):
            return
        # Views into the flat arrays; they must be released before a user is added.
        counts = np.frombuffer(self._counts, np.uint32)
        latest = np.frombuffer(self._latest, np.int64)
        known = np.frombuffer(self._pictures.hashes, np.int64)
        who = np.asarray(users, np.int64)
        times = np.asarray(order_times_ms, np.int64)
        new = who[counts[who] == 0]
        if len(new):
            self.users += len(set(new.tolist()))
        np.add.at(counts, who, np.uint32(1))
        before_ms = latest[who]
        np.maximum.at(latest, who, times)
        latest_ms = latest[who]
        hashes = np.fromiter(map(hash, urls), np.int64, len(urls))
        newest = times == latest_ms
        changed = newest & (hashes != known[who])
        if changed.any():
            self._change_pictures(who, changed, newest, times > before_ms, urls)
        count = counts[who]
        level = count == self._floor
        above = count > self._floor
        above |= level & (latest_ms < self._floor_ms)
        self._candidates.update(who[above].tolist())
        # At the floor itself the name decides.
        for user in who[level & (latest_ms == self._floor_ms)].tolist():
            self._offer_candidate(user)
        self._prune_if_many()
        if self.tracked:
            np.frombuffer(self._dirty_pages, np.uint8)[who >> PAGE_BITS] = 1

    def _change_pictures(
        self,
        who: NDArray[np.int64],
        changed: NDArray[np.bool_],
        latest: NDArray[np.bool_],
        later: NDArray[np.bool_],
        urls: Sequence[str],
    ) -> None:
        """Update pictures that differ in the latest tweets (``latest``).

        Of several at the same time the largest address counts. The known picture is one of them,
        unless the tweets are later than the known time (``later``).
        """
        best: dict[int, str] = {}
        places = np.flatnonzero(changed).tolist()
        changing = who[changed].tolist()
        # Users whose latest tweets also include the known picture.
        kept = set(who[latest & ~changed].tolist()) if len(set(who.tolist())) < len(who) else ()
        for n, user, is_later in zip(places, changing, later[changed].tolist(), strict=True):
            if user in best:
                best[user] = max(best[user], urls[n])
            elif is_later and user not in kept:
                best[user] = urls[n]
            else:
                best[user] = max(self._pictures.get(user), urls[n])
        self._pictures.set_all(best)
        if self.tracked:
            taken = self._drained_users
            self._new_pictures.update(user for user in best if user < taken)

    def replace_lines(self, lines: Mapping[int, tuple[int, int, str]]) -> None:
        """Replace whole lines with those counted elsewhere; here counts may also fall.

        Parameters
        ----------
        lines : mapping of user number to (tweets, time of the latest in ms, picture)
            None of them hidden. A user with 0 tweets is not on the leaderboard.
        """
        for user, (tweets, latest_ms, _url) in lines.items():
            self.users += bool(tweets) - bool(self._counts[user])
            self._counts[user], self._latest[user] = tweets, latest_ms
            # A user who falls below the floor is no longer a candidate; ``top`` finds others if too
            # few are left.
            self._candidates.discard(user)
            self._offer_candidate(user)
        self._pictures.set_all({user: line[2] for user, line in lines.items()})

    def hide(self, user: int) -> None:
        """Remove a user from the leaderboard; the count is kept for ``show``."""
        if user in self.hidden:
            return
        self.hidden.add(user)
        self._candidates.discard(user)
        if self._counts[user]:
            self.users -= 1

    def show(self, user: int) -> None:
        """Undo ``hide``."""
        if user not in self.hidden:
            return
        self.hidden.discard(user)
        if self._counts[user]:
            self.users += 1
            self._offer_candidate(user)

    def top(self, n: int) -> list[Standing]:
        """The best ``n`` users, best first; fewer if there are fewer."""
        wanted = min(n, self.users)
        if wanted > len(self._candidates):
            self._rebuild_candidates(wanted)
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
        """A user's rank, from 1; None if the user is not on the leaderboard."""
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

    @property
    def waiting_users(self) -> int:
        """How many users' names or pictures ``drain_changes`` would return (0.4 us each)."""
        return len(self._names) - self._drained_users + len(self._new_pictures)

    def drain_changes(self) -> UserRows:
        """What changed since the last call, or since ``start_tracking``."""
        flags = np.frombuffer(self._dirty_pages, np.uint8)
        people = self._user_rows(
            self._drained_users, sorted(self._new_pictures), np.flatnonzero(flags).tolist()
        )
        del flags
        self.start_tracking()
        return people

    def start_tracking(self) -> None:
        """Track changes from now on."""
        self.tracked = True
        self._dirty_pages = bytearray(len(self._dirty_pages))
        self._drained_users = len(self._names)
        self._new_pictures.clear()

    def all_rows(self) -> UserRows:
        """Everything."""
        return self._user_rows(0, (), range(len(self._dirty_pages)))

    def _user_rows(
        self, first: int, with_new_pictures: Sequence[int], pages: Iterable[int]
    ) -> UserRows:
        names = self._names[first:]
        urls = self._pictures.get_all(range(first, len(self._names)))
        counts, latest = memoryview(self._counts), memoryview(self._latest)
        return UserRows(
            [NewUsers(first, names, urls)] if names else [],
            list(zip(with_new_pictures, self._pictures.get_all(with_new_pictures), strict=True)),
            [
                UserPage(
                    page, bytes(counts[at : at + PAGE_USERS]), bytes(latest[at : at + PAGE_USERS])
                )
                for page, at in ((page, page << PAGE_BITS) for page in pages)
            ],
        )

    def restore(self, people: UserRows) -> None:
        """Load all stored rows into an empty leaderboard.

        Raises
        ------
        ValueError
            If a number is missing, a name occurs twice, or counts are impossible.
        """
        names: list[str] = []
        urls: list[str] = []
        for name, url in people.names_and_pictures():
            names.append(name)
            urls.append(url)
        self.add_users(names)
        if len(self.numbers) != len(names):
            raise ValueError(damaged_leaderboard(message("it holds a name twice")))
        self._pictures.set_all({user: url for user, url in enumerate(urls) if url})
        pages = sorted(people.pages, key=lambda page: page.page)
        full = [len(page.tweets) == 4 * PAGE_USERS for page in pages[:-1]]
        if not all(full) or [page.page for page in pages] != list(range(len(pages))):
            raise ValueError(damaged_leaderboard(message("a page of counts is missing")))
        try:
            counts = array("I", b"".join(page.tweets for page in pages))
            latest = array("q", b"".join(page.latest for page in pages))
        except ValueError as error:
            raise ValueError(damaged_leaderboard(verbatim(str(error)))) from None
        if not len(counts) == len(latest) == len(names):
            raise ValueError(damaged_leaderboard(message("names and counts differ in length")))
        self._counts, self._latest = counts, latest
        self.users = len(counts) - counts.count(0)
        if self.users:
            self._rebuild_candidates(_KEEP)

    def _key(self, user: int) -> tuple[int, int, str]:
        return (-self._counts[user], self._latest[user], self._names[user])

    def _offer_candidate(self, user: int) -> None:
        """Make a user a candidate if their line is at or above the floor."""
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
        self._prune_if_many()

    def _prune_if_many(self) -> None:
        """Keep the best and raise the floor to the last of them: counts only grow, so a user below
        the floor must pass it to be among the best again."""
        if len(self._candidates) <= _PRUNE_AT:
            return
        kept = heapq.nsmallest(_KEEP, self._candidates, key=self._key)
        self._candidates = set(kept)
        self._floor = self._counts[kept[-1]]
        self._floor_ms = self._latest[kept[-1]]
        self._floor_name = self._names[kept[-1]]

    def _rebuild_candidates(self, wanted: int) -> None:
        """Search all users for candidates again (if many are wanted or blocked)."""
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

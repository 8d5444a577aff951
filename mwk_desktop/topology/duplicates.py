"""Remembers counted tweets, so that a tweet delivered twice counts once.

A tweet is identified by ``(Id, author, CreatedAt)``. The newest 2^21 are remembered exactly: a ring
of keys plus a chained hash index, all in flat arrays (28 bytes per tweet, where a ``set`` of tuples
needs 200). The oldest entry is overwritten. Nothing is ever unlinked: chains run from newer to
older entries, so a link to a *younger* entry than the one before it points at an overwritten place,
and everything after it is gone from the ring too.

Tweets are looked up and linked one batch at a time (0.2 us per tweet, a fifth of the cost of single
lookups). A restore rebuilds the index; the hash function is never stored.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from mwk_desktop.messages import Message, message, verbatim

CAPACITY: Final = 1 << 21

_NO_TIME_BIT: Final = 1 << 31
"""Set in the author column if a tweet has no ``CreatedAt`` (its time column is then 0)."""

_ODD_USER: Final = (1 << 32) - 1
"""Author column of an entry whose numbers exceed 64 bits; its key is kept separately."""

_INT64: Final = range(-(1 << 63), 1 << 63)

# Odd multipliers with well-mixed bits (xxHash's 64-bit primes).
_MIX: Final = tuple(
    np.uint64(n) for n in (0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
)

_T = TypeVar("_T")
_Key = tuple[int, int, int]
_Int64s = NDArray[np.int64]
_UInt32s = NDArray[np.uint32]


class RememberedRun(msgspec.Struct, frozen=True, array_like=True):
    """A run of remembered tweets, oldest first, in native byte order.

    ``first`` is the serial number of the first one (1, 2, 3, ... over the whole show); serials at
    or below the newest minus the capacity are forgotten. ``odd`` holds the full keys of entries
    whose numbers exceed 64 bits, as ``(serial, id, user, created_at_ms)``.
    """

    first: int
    ids: bytes
    users: bytes
    created: bytes
    odd: tuple[tuple[int, str, int, str], ...] = ()


class SeenTweets:
    """Remembers the last ``capacity`` distinct tweets that have an ``Id``.

    Parameters
    ----------
    capacity : int
        A power of two.
    """

    __slots__ = (
        "_after",
        "_base",
        "_capacity",
        "_created",
        "_heads",
        "_ids",
        "_mask",
        "_odd",
        "_odd_at",
        "_shift",
        "_users",
        "_written",
    )

    def __init__(self, capacity: int = CAPACITY) -> None:
        if capacity < 1 or capacity & (capacity - 1):
            raise ValueError(f"the capacity must be a power of two, not {capacity}")
        self._capacity = capacity
        self._mask = capacity - 1
        self._shift = np.uint64(65 - capacity.bit_length())
        # The system allocates zeroed pages only when used, so a small show stays small. Links are
        # places plus one; 0 ends a chain.
        self._heads = np.zeros(capacity, np.int32)
        self._after = np.zeros(capacity, np.int32)
        self._ids = np.zeros(capacity, np.int64)
        self._users = np.zeros(capacity, np.uint32)
        self._created = np.zeros(capacity, np.int64)
        # Keys with numbers beyond 64 bits (never in real tweets): exact, in plain dictionaries.
        self._odd: dict[_Key, int] = {}
        self._odd_at: dict[int, _Key] = {}
        # Serial = base + written; the base is what was forgotten before this object existed.
        self._base = 0
        self._written = 0

    @property
    def serial(self) -> int:
        """Serial number of the newest entry, which is the number of tweets ever remembered in this
        show."""
        return self._base + self._written

    def __len__(self) -> int:
        return min(self._written, self._capacity)

    def repeats(
        self,
        idents: Sequence[int | None],
        users: Sequence[int] | _Int64s,
        created_ms: Sequence[int | None] | _Int64s,
    ) -> list[int]:
        """Remember tweets; return the indexes (ascending) of those that were already remembered.

        Parameters
        ----------
        idents : sequence of int or None
            ``Id``; None is never a duplicate and not remembered.
        users : sequence of int
            The authors' numbers (fixed for the whole show; below 2^31 - 1).
        created_ms : sequence of int or None
            ``CreatedAt``.
        """
        try:
            return self._repeats(
                np.array(idents, np.int64),
                np.array(users, np.uint32),
                np.array(created_ms, np.int64),
            )
        except (TypeError, OverflowError):
            return self._repeats_with_gaps(idents, _plain(users), _plain(created_ms))

    def _repeats_with_gaps(
        self, idents: Sequence[int | None], users: Sequence[int], created_ms: Sequence[int | None]
    ) -> list[int]:
        """``repeats`` if some numbers are missing or too large, with runs of plain keys in
        between."""
        found: list[int] = []
        places: list[int] = []
        run: list[_Key] = []

        def flush() -> None:
            found.extend(places[n] for n in self._repeats_of(run))
            places.clear()
            run.clear()

        for n, (ident, user, time_ms) in enumerate(zip(idents, users, created_ms, strict=True)):
            if ident is None:
                continue
            key = (ident, user | _NO_TIME_BIT, 0) if time_ms is None else (ident, user, time_ms)
            if ident in _INT64 and key[2] in _INT64:
                places.append(n)
                run.append(key)
                continue
            flush()
            if not self._add_odd(key):
                found.append(n)
        flush()
        return found

    def _repeats_of(self, keys: list[_Key]) -> list[int]:
        if not keys:
            return []
        idents, users, created = zip(*keys, strict=True)
        return self._repeats(
            np.array(idents, np.int64), np.array(users, np.uint32), np.array(created, np.int64)
        )

    def _repeats(self, idents: _Int64s, users: _UInt32s, created: _Int64s) -> list[int]:
        """``repeats`` for plain keys, split so that no piece overwrites entries it still looks
        up."""
        size = min(len(idents), self._capacity)
        if size == len(idents):
            return self._repeats_in(idents, users, created) if size else []
        found = []
        for at in range(0, len(idents), size):
            end = at + size
            part = self._repeats_in(idents[at:end], users[at:end], created[at:end])
            found += [at + n for n in part]
        return found

    def _repeats_in(self, idents: _Int64s, users: _UInt32s, created: _Int64s) -> list[int]:
        count = len(idents)
        buckets = self._buckets(idents, users, created)
        heads = self._heads[buckets]
        age = self._ages(idents, users, created, heads)
        known = age >= 0
        if known.any():
            # The ring's oldest entries may be overwritten within this batch, before their lookup.
            if count > 1 and (age + np.arange(count) >= self._capacity).any():
                half = count // 2
                found = self._repeats_in(idents[:half], users[:half], created[:half])
                rest = self._repeats_in(idents[half:], users[half:], created[half:])
                return found + [half + n for n in rest]
            new = np.flatnonzero(~known)
        else:
            new = np.arange(count)
        if not len(new):
            return list(range(count))
        places = self._places(len(new))
        self._heads[buckets[new]] = places + 1
        beaten = self._heads[buckets[new]] != places + 1
        if not beaten.any():
            # No two new keys share a bucket, so no two are equal.
            self._after[places] = heads[new]
        else:
            self._heads[buckets[new[beaten]]] = 0  # marks the buckets that several share
            shared = self._heads[buckets[new]] == 0
            distinct = self._distinct(new[shared], idents, users, created)
            if len(distinct) == np.count_nonzero(shared):
                self._after[places[~shared]] = heads[new[~shared]]
                self._link(distinct, places[shared], buckets, heads)
            else:
                new = np.sort(np.concatenate((new[~shared], distinct)))
                places = self._places(len(new))
                self._link(new, places, buckets, heads)
        if self._odd_at:
            self._forget_odd(places)
        self._ids[places] = idents[new]
        self._users[places] = users[new]
        self._created[places] = created[new]
        self._written += len(new)
        if len(new) == count:
            return []
        known[:] = True
        known[new] = False
        found = np.flatnonzero(known).tolist()
        return found

    def _buckets(self, idents: _Int64s, users: _UInt32s, created: _Int64s) -> _Int64s:
        a, b, c = _MIX
        mixed = idents.view(np.uint64) * a
        mixed ^= created.view(np.uint64) * b
        mixed ^= users.astype(np.uint64) * c
        mixed ^= mixed >> np.uint64(32)
        mixed *= a
        mixed >>= self._shift
        return mixed.view(np.int64)

    def _ages(
        self, idents: _Int64s, users: _UInt32s, created: _Int64s, heads: NDArray[np.int32]
    ) -> _Int64s:
        """How many entries are newer than the one with this key; -1 if the key is not here."""
        ages = np.full(len(idents), -1, np.int64)
        ring_ids, ring_users, ring_created = self._ids, self._users, self._created
        newest = self._written - 1
        asking = np.flatnonzero(heads)
        at = heads[asking].astype(np.int64) - 1
        age = np.full(len(asking), -1, np.int64)
        while len(asking):
            older = newest - at & self._mask
            # An equal key in the ring counts, whichever chain led to it.
            equal = ring_ids[at] == idents[asking]
            # Younger than the previous entry: overwritten, like all that follows.
            alive = older > age
            if equal.any():
                equal &= ring_users[at] == users[asking]
                equal &= ring_created[at] == created[asking]
                ages[asking[equal]] = older[equal]
                alive &= ~equal
            after = self._after[at]
            alive &= after > 0
            asking, age, at = asking[alive], older[alive], after[alive].astype(np.int64) - 1
        return ages

    def _distinct(
        self, new: _Int64s, idents: _Int64s, users: _UInt32s, created: _Int64s
    ) -> _Int64s:
        """The first occurrence of each key among new keys."""
        order = new[np.lexsort((created[new], users[new], idents[new]))]
        before, this = order[:-1], order[1:]
        again = (idents[before] == idents[this]) & (users[before] == users[this])
        again &= created[before] == created[this]
        return np.sort(np.concatenate((order[:1], this[~again])))

    def _link(
        self, new: _Int64s, places: _Int64s, buckets: _Int64s, heads: NDArray[np.int32]
    ) -> None:
        """Put new entries at the heads of their chains if several share a bucket."""
        order = np.argsort(buckets[new], kind="stable")
        sorted_places, sorted_buckets = places[order], buckets[new][order]
        links = heads[new][order].astype(np.int64)
        same = np.flatnonzero(sorted_buckets[1:] == sorted_buckets[:-1]) + 1
        links[same] = sorted_places[same - 1] + 1
        self._after[sorted_places] = links
        last = np.append(sorted_buckets[1:] != sorted_buckets[:-1], True)
        self._heads[sorted_buckets[last]] = sorted_places[last] + 1

    def _places(self, count: int) -> _Int64s:
        """Ring places of the next entries."""
        return np.arange(self._written, self._written + count) & self._mask

    def _add_odd(self, key: _Key) -> bool:
        if key in self._odd:
            return False
        places = self._places(1)
        self._forget_odd(places)
        place = int(places[0])
        # The place keeps its link: a chain that leads here ends, because the entry is too young.
        self._ids[place] = self._created[place] = 0
        self._users[place] = _ODD_USER
        self._odd[key] = place
        self._odd_at[place] = key
        self._written += 1
        return True

    def _forget_odd(self, places: _Int64s) -> None:
        """Forget the odd keys whose places are overwritten."""
        for place in self._odd_at.keys() & set(places.tolist()):
            del self._odd[self._odd_at.pop(place)]

    def since(self, serial: int) -> RememberedRun:
        """Everything remembered after the entry with this serial (0: all), as one run."""
        first = max(serial, self.serial - len(self)) + 1
        places = np.arange(first - 1 - self._base, self._written) & self._mask
        newest = self._written - 1
        serials = {
            self.serial - (newest - place & self._mask): k for place, k in self._odd_at.items()
        }
        odd = tuple(
            (number, str(ident), user, str(created_ms))
            for number, (ident, user, created_ms) in sorted(serials.items())
            if number >= first
        )
        return RememberedRun(
            first,
            self._ids[places].tobytes(),
            self._users[places].tobytes(),
            self._created[places].tobytes(),
            odd,
        )

    def restore(self, run: RememberedRun) -> None:
        """Load a run from ``since``; runs must come in order and without a gap.

        Raises
        ------
        ValueError
            If the run does not continue the present entries, or is damaged.
        """
        try:
            ids = np.frombuffer(run.ids, np.int64)
            users = np.frombuffer(run.users, np.uint32)
            created = np.frombuffer(run.created, np.int64)
            odd = {n: (int(ident), user, int(time)) for n, ident, user, time in run.odd}
        except ValueError as error:
            raise ValueError(_damaged(verbatim(str(error)))) from None
        if not len(ids) == len(users) == len(created) or run.first < 1:
            raise ValueError(_damaged(message("its columns differ in length")))
        if not self._written:
            self._base = run.first - 1
        if run.first != self.serial + 1:
            gap = message(
                "{first} follows {last}, so there is a gap",
                first=str(run.first),
                last=str(self.serial),
            )
            raise ValueError(_damaged(gap))
        done = 0
        for number in sorted(odd):
            place = number - run.first
            self._repeats(ids[done:place], users[done:place], created[done:place])
            self._add_odd(odd[number])
            done = place + 1
        self._repeats(ids[done:], users[done:], created[done:])
        if self.serial != run.first + len(ids) - 1:
            raise ValueError(_damaged(message("it holds a tweet twice")))


def _damaged(reason: Message) -> Message:
    return message("the memory of duplicates is damaged: {reason}", reason=reason)


def _plain(column: Sequence[_T] | _Int64s) -> Sequence[_T]:
    """Plain Python numbers, for use as dictionary keys."""
    return column.tolist() if isinstance(column, np.ndarray) else column

"""The memory of tweets already counted: the same tweet delivered twice counts once.

A tweet is known by ``(Id, author, CreatedAt)``. The newest 2^21 are remembered, exactly: a ring
of keys plus a chained hash index over it, all in flat arrays (28 bytes a tweet, where a ``set`` of
tuples takes 200). The oldest entry is simply overwritten. Nothing is ever unlinked: chains run
from newer to older entries, so a link that leads to a *younger* entry than the one before it
points at an overwritten place, and all that would follow is gone from the ring too.

The index is built anew on a restore, so nothing of the hash function is ever stored.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import Final, cast

import msgspec

CAPACITY: Final = 1 << 21

_NO_TIME_BIT: Final = 1 << 31
"""Set in the author's column where a tweet has no ``CreatedAt`` (the time's column says 0 then)."""

_ODD_USER: Final = (1 << 32) - 1
"""Author's column of an entry whose numbers do not fit into 64 bits; its key is kept apart."""

_INT64: Final = range(-(1 << 63), 1 << 63)

_Key = tuple[int, int, int]


class Remembered(msgspec.Struct, frozen=True, array_like=True):
    """A run of remembered tweets, oldest first, in native byte order.

    ``first`` is the serial number of the first one (1, 2, 3, ... over the whole show); a serial at
    or below the newest minus the capacity is forgotten. ``odd`` holds the full keys of entries
    whose numbers do not fit into 64 bits, as ``(serial, id, user, created_at_ms)``.
    """

    first: int
    ids: bytes
    users: bytes
    created: bytes
    odd: tuple[tuple[int, str, int, str], ...] = ()


class Duplicates:
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
        "_users",
        "_written",
    )

    def __init__(self, capacity: int = CAPACITY) -> None:
        if capacity < 1 or capacity & (capacity - 1):
            raise ValueError(f"the capacity must be a power of two, not {capacity}")
        self._capacity = capacity
        self._mask = capacity - 1
        self._heads = array("i", [-1]) * capacity
        self._after = array("i")
        self._ids = array("q")
        self._users = array("I")
        self._created = array("q")
        # Keys with numbers beyond 64 bits (nobody's real tweets): exact, in plain dictionaries.
        self._odd: dict[_Key, int] = {}
        self._odd_at: dict[int, _Key] = {}
        # Serial = base + written; the base is what was forgotten before this memory began.
        self._base = 0
        self._written = 0

    @property
    def serial(self) -> int:
        """Serial number of the newest entry: how many were ever remembered in this show."""
        return self._base + self._written

    def __len__(self) -> int:
        return len(self._ids)

    def repeats(
        self, idents: Sequence[int | None], users: Sequence[int], created_ms: Sequence[int | None]
    ) -> list[int]:
        """Remember many tweets; return the places (ascending) of those remembered already.

        Parameters
        ----------
        idents : sequence of int or None
            ``Id``; None is never a duplicate and not remembered.
        users : sequence of int
            The authors' numbers (a user keeps it for the whole show; below 2^31 - 1).
        created_ms : sequence of int or None
            ``CreatedAt``.
        """
        try:
            array("q", cast("Sequence[int]", idents))
            array("q", cast("Sequence[int]", created_ms))
        except (TypeError, OverflowError):
            # Something is missing or odd: one by one. The check costs 0.03 us a tweet.
            return [
                n
                for n, (ident, user, time) in enumerate(zip(idents, users, created_ms, strict=True))
                if ident is not None and not self.add(ident, user, time)
            ]
        keys = zip(cast("Sequence[int]", idents), users, created_ms, strict=True)
        return self._repeats(cast("Iterable[_Key]", keys))

    def add(self, ident: int, user: int, created_ms: int | None) -> bool:
        """Remember one tweet; False where it is remembered already."""
        if created_ms is None:
            user, created_ms = user | _NO_TIME_BIT, 0
        if ident in _INT64 and created_ms in _INT64:
            return not self._repeats([(ident, user, created_ms)])
        return self._add_odd((ident, user, created_ms))

    def _repeats(self, keys: Iterable[_Key]) -> list[int]:
        ids, users, created, after = self._ids, self._users, self._created, self._after
        heads, mask = self._heads, self._mask
        begin = written = self._written
        # New entries are linked at once and written into the columns at the end, all together:
        # until then an entry of this call is looked up in here.
        fresh: list[_Key] = []
        found = []
        for n, key in enumerate(keys):
            bucket = hash(key) & mask
            first = heads[bucket]
            if first >= 0:
                at, age = first, -1
                known = False
                while at >= 0:
                    older = written - 1 - at & mask
                    if older <= age:
                        # Younger than the one before: overwritten, and so is all behind it.
                        break
                    if older < written - begin:
                        known = fresh[-1 - older] == key
                    elif ids[at] == key[0]:
                        known = users[at] == key[1] and created[at] == key[2]
                    if known:
                        break
                    age = older
                    at = after[at]
                if known:
                    found.append(n)
                    continue
            place = written & mask
            if written <= mask:
                after.append(first)
            else:
                after[place] = first
                if self._odd_at:
                    self._forget_odd(place)
            heads[bucket] = place
            written += 1
            fresh.append(key)
            if written - begin > mask:
                # A whole ring in one call: write before the first of them is overwritten.
                self._write(begin, fresh)
                fresh = []
                begin = written
        self._write(begin, fresh)
        return found

    def _write(self, begin: int, fresh: list[_Key]) -> None:
        """Put new entries into the columns; ``begin`` were written before."""
        if fresh:
            place = begin & self._mask
            straight = min(len(fresh), self._capacity - place)
            for ring, column in zip(
                (self._ids, self._users, self._created), zip(*fresh, strict=True), strict=True
            ):
                ring[place : place + straight] = array(ring.typecode, column[:straight])
                ring[: len(fresh) - straight] = array(ring.typecode, column[straight:])
        self._written = begin + len(fresh)

    def _add_odd(self, key: _Key) -> bool:
        if key in self._odd:
            return False
        place = self._written & self._mask
        if self._written < self._capacity:
            self._ids.append(0)
            self._users.append(_ODD_USER)
            self._created.append(0)
            self._after.append(-1)
        else:
            self._forget_odd(place)
            self._ids[place] = self._created[place] = 0
            self._users[place] = _ODD_USER
            # Its link may stay: a chain that leads here ends here, the place is younger.
        self._odd[key] = place
        self._odd_at[place] = key
        self._written += 1
        return True

    def _forget_odd(self, place: int) -> None:
        key = self._odd_at.pop(place, None)
        if key is not None:
            del self._odd[key]

    def since(self, serial: int) -> Remembered:
        """Everything remembered after the entry with this serial (0: all), as one run."""
        first = max(serial, self.serial - len(self._ids)) + 1
        count = self.serial - first + 1
        low = (first - 1 - self._base) & self._mask
        high = low + count
        newest = self._written - 1
        serials = {
            self.serial - (newest - place & self._mask): k for place, k in self._odd_at.items()
        }
        odd = tuple(
            (number, str(ident), user, str(created_ms))
            for number, (ident, user, created_ms) in sorted(serials.items())
            if number >= first
        )

        def run(ring: array[int]) -> bytes:
            return (ring[low:high] + ring[: max(0, high - len(ring))]).tobytes()

        return Remembered(first, run(self._ids), run(self._users), run(self._created), odd)

    def restore(self, run: Remembered) -> None:
        """Take over a run from ``since``; runs must come in order and without a gap.

        Raises
        ------
        ValueError
            Where the run does not continue what is here, or its columns are of different length.
        """
        ids, users, created = array("q"), array("I"), array("q")
        try:
            ids.frombytes(run.ids)
            users.frombytes(run.users)
            created.frombytes(run.created)
            odd = {n: (int(ident), user, int(time)) for n, ident, user, time in run.odd}
        except ValueError as error:
            raise ValueError(f"the memory of duplicates is damaged: {error}") from None
        if not len(ids) == len(users) == len(created):
            raise ValueError("the memory of duplicates is damaged: columns of different length")
        if not self._ids:
            self._base = run.first - 1
        if run.first != self.serial + 1:
            raise ValueError(
                f"the memory of duplicates has a gap: {run.first} follows {self.serial}"
            )
        done = 0
        for number in sorted(odd):
            place = number - run.first
            self._repeats(zip(ids[done:place], users[done:place], created[done:place], strict=True))
            self._add_odd(odd[number])
            done = place + 1
        self._repeats(zip(ids[done:], users[done:], created[done:], strict=True))
        if self.serial != run.first + len(ids) - 1:
            raise ValueError("the memory of duplicates is damaged: a tweet is in it twice")

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
from typing import Final

import msgspec

CAPACITY: Final = 1 << 21

_NO_TIME: Final = -(1 << 63)
"""Stands for "no CreatedAt" in the flat array; a tweet that really says this number is odd."""

_INT64_MAX: Final = (1 << 63) - 1


class Remembered(msgspec.Struct, frozen=True, array_like=True):
    """A run of remembered tweets, oldest first, in native byte order.

    ``first`` is the serial number of the first one (1, 2, 3, ... over the whole show); a serial at
    or below the newest minus the capacity is forgotten. ``odd`` holds the full keys of entries
    whose numbers do not fit into 64 bits, as ``(serial, id, created_at_ms)`` in decimal.
    """

    first: int
    ids: bytes
    users: bytes
    created: bytes
    odd: tuple[tuple[int, str, str], ...] = ()


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
        self._odd: dict[tuple[int, int, int | None], int] = {}
        self._odd_at: dict[int, tuple[int, int, int | None]] = {}
        # Serial = base + written; the base is what was forgotten before this memory began.
        self._base = 0
        self._written = 0

    @property
    def serial(self) -> int:
        """Serial number of the newest entry: how many were ever remembered in this show."""
        return self._base + self._written

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, ident: int, user: int, created_ms: int | None) -> bool:
        """Remember a tweet; False where it is remembered already.

        Parameters
        ----------
        ident : int
            The tweet's ``Id``.
        user : int
            The author's number (a user keeps it for the whole show).
        created_ms : int or None
            ``CreatedAt``.
        """
        created = _NO_TIME if created_ms is None else created_ms
        if not (-_INT64_MAX <= ident <= _INT64_MAX and _NO_TIME <= created <= _INT64_MAX):
            return self._add_odd(ident, user, created_ms)
        if created_ms == _NO_TIME:
            return self._add_odd(ident, user, created_ms)
        mask = self._mask
        place = self._written & mask
        bucket = hash((ident, user, created)) & mask
        ids = self._ids
        after = self._after
        at = first = self._heads[bucket]
        age = 0
        while at >= 0:
            # Age 1 is the newest entry; the place about to be overwritten is the oldest.
            older = (place - at - 1 & mask) + 1
            if older <= age:
                break
            if ids[at] == ident and self._users[at] == user and self._created[at] == created:
                return False
            age = older
            at = after[at]
        if self._written < self._capacity:
            ids.append(ident)
            self._users.append(user)
            self._created.append(created)
            after.append(first)
        else:
            ids[place] = ident
            self._users[place] = user
            self._created[place] = created
            after[place] = first
            if self._odd_at:
                self._forget_odd(place)
        self._heads[bucket] = place
        self._written += 1
        return True

    def _add_odd(self, ident: int, user: int, created_ms: int | None) -> bool:
        key = (ident, user, created_ms)
        if key in self._odd:
            return False
        place = self._written & self._mask
        if self._written < self._capacity:
            self._ids.append(0)
            self._users.append(user)
            self._created.append(_NO_TIME)
            self._after.append(-1)
        else:
            self._forget_odd(place)
            self._users[place] = user
        # A key that no tweet of the flat arrays can have: see the check in add().
        self._ids[place] = -_INT64_MAX - 1
        self._created[place] = _NO_TIME
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
            (number, str(ident), "" if created_ms is None else str(created_ms))
            for number, (ident, _, created_ms) in sorted(serials.items())
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
            odd = {n: (int(i), int(c) if c else None) for n, i, c in run.odd}
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
        for ident, user, time in zip(ids, users, created, strict=True):
            key = odd.get(self.serial + 1)
            if key is not None:
                self._add_odd(key[0], user, key[1])
            else:
                self.add(ident, user, None if time == _NO_TIME else time)

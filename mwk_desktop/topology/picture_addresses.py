"""Stores the picture addresses of a million users in a few dozen bytes each.

One byte string holds them all, each after a header of five bytes: the number of its common prefix
(nearly all users share host and first folder), its length and its reserved space. A position in the
string takes four bytes.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterable, Mapping
from typing import Final

MAX_URL_CHARS: Final = 2048
"""A longer address counts as no picture (browsers stop near this length), so that a hostile
producer cannot fill the memory."""

_HEAD: Final = struct.Struct("<BHH")
_HEADER: Final = _HEAD.size
_NO_BEGINNING: Final = 0
_BEGINNINGS: Final = 256
_NOWHERE: Final = 0
_EMPTY: Final = hash("")


class PictureAddresses:
    """One address per user number; users are numbered 0, 1, 2, ... in the order of ``append``.

    Attributes
    ----------
    hashes : array of int64
        ``hash(address)`` per user (read only): Python's hash, keyed per process. It tells in 0.05
        us that nothing changed, as with nearly every tweet.
    """

    __slots__ = ("_beginnings", "_bytes", "_last", "_numbers", "_places", "_waste", "hashes")

    def __init__(self) -> None:
        # The first entry is the empty address, which every user without a picture shares.
        self._bytes = bytearray(_HEADER)
        self._places = array("I")
        self.hashes = array("q")
        self._beginnings = [""]
        self._numbers: dict[str, int] = {}
        self._waste = 0
        # Number, text and length of the last prefix: nearly every address has the same one.
        self._last = (_NO_BEGINNING, "\0", 0)

    def __len__(self) -> int:
        return len(self._places)

    @property
    def size_bytes(self) -> int:
        """What the addresses take, outgrown places included."""
        return len(self._bytes)

    def add_users(self, count: int) -> None:
        """Add the next users, without pictures."""
        self._places.frombytes(bytes(4 * count))
        self.hashes.extend([_EMPTY] * count)

    def set(self, user: int, url: str) -> None:
        """Replace a user's address."""
        self.set_all({user: url})

    def set_all(self, addresses: Mapping[int, str]) -> None:
        """Replace the addresses of several users (0.5 us each)."""
        data, places, hashes, pack = self._bytes, self._places, self.hashes, _HEAD.pack
        number, beginning, cut = self._last
        for user, url in addresses.items():
            hashes[user] = hash(url)
            if len(url) > MAX_URL_CHARS:
                url = ""
            if url.startswith(beginning):
                rest = url[cut:].encode()
                mine = number
            else:
                mine, length = self._begin(url)
                rest = url[length:].encode()
                if mine != _NO_BEGINNING:
                    number, beginning, cut = mine, self._beginnings[mine], length
            size = len(rest)
            place = places[user]
            if place != _NOWHERE:
                room = data[place + 3] | data[place + 4] << 8
                if size <= room:
                    data[place : place + _HEADER + size] = pack(mine, size, room) + rest
                    continue
                self._waste += _HEADER + room
            elif not url:
                continue
            places[user] = len(data)
            data += pack(mine, size, size) + rest
        self._last = number, beginning, cut
        if self._waste > (1 << 20) and self._waste > len(data) // 2:
            self._compact()

    def _begin(self, url: str) -> tuple[int, int]:
        """Number and length of the common prefix (scheme, host and first folder), as in
        ``https://pbs.twimg.com/profile_images/``."""
        host = url.find("/", 8)
        cut = url.find("/", host + 1) + 1 if host > 0 else 0
        if not cut:
            return _NO_BEGINNING, 0
        beginning = url[:cut]
        number = self._numbers.get(beginning)
        if number is None:
            if len(self._beginnings) == _BEGINNINGS:
                return _NO_BEGINNING, 0
            number = self._numbers[beginning] = len(self._beginnings)
            self._beginnings.append(beginning)
        return number, cut

    def _compact(self) -> None:
        """Remove outgrown addresses. An address moves only when it grows, so this is rare, whatever
        a producer does."""
        old = self._bytes
        self._bytes = bytearray(_HEADER)
        for user, place in enumerate(self._places):
            if place != _NOWHERE:
                end = place + _HEADER + _HEAD.unpack_from(old, place)[2]
                self._places[user] = len(self._bytes)
                self._bytes += old[place:end]
        self._waste = 0

    def get(self, user: int) -> str:
        """A user's address; empty if there is none."""
        return self.get_all((user,))[0]

    def get_all(self, users: Iterable[int]) -> list[str]:
        """The addresses of several users."""
        data, places, beginnings = self._bytes, self._places, self._beginnings
        found = []
        for user in users:
            place = places[user]
            number, length, _ = _HEAD.unpack_from(data, place)
            low = place + _HEADER
            found.append(beginnings[number] + data[low : low + length].decode())
        return found

"""Rate limits for votes and new phones: token buckets in bounded memory. Pure."""

from __future__ import annotations

import ipaddress
from collections import OrderedDict
from typing import Final

MOST_ADDRESSES: Final = 4_096
"""Most addresses remembered; beyond it the one that has been quiet the longest is forgotten."""

NEW_PHONES_PER_S: Final = 5.0
"""New phones per second and address after the first rush: latecomers, and phones that drop
cookies."""

VOTES_BURST_S: Final = 4.0
"""An address may send this many seconds' worth of votes at once."""


class TokenBucket:
    """Holds at most ``size`` tokens and gains ``per_s`` tokens per second. Starts full."""

    __slots__ = ("_at_s", "_left", "_per_s", "_size")

    def __init__(self, size: float, per_s: float, now_s: float) -> None:
        self._size = size
        self._per_s = per_s
        self._left = size
        self._at_s = now_s

    def wait_s(self, now_s: float) -> float:
        """Seconds until a token is available; 0.0 if one is available now."""
        self._refill(now_s)
        return 0.0 if self._left >= 1.0 else (1.0 - self._left) / self._per_s

    def spend(self, now_s: float) -> bool:
        """Spend a token if one is available; returns whether it was."""
        self._refill(now_s)
        if self._left < 1.0:
            return False
        self._left -= 1.0
        return True

    def _refill(self, now_s: float) -> None:
        passed_s = max(0.0, now_s - self._at_s)
        self._at_s = now_s
        self._left = min(self._size, self._left + passed_s * self._per_s)


class AddressBuckets:
    """One bucket per network address, in bounded memory."""

    def __init__(self, size: float, per_s: float, most: int = MOST_ADDRESSES) -> None:
        self._size = size
        self._per_s = per_s
        self._most = most
        self._buckets: OrderedDict[str, TokenBucket] = OrderedDict()

    def __len__(self) -> int:
        return len(self._buckets)

    def spend(self, address: str, now_s: float) -> bool:
        """Spend a token of this address; False if it has none."""
        return self._of(address, now_s).spend(now_s)

    def wait_s(self, address: str, now_s: float) -> float:
        """Seconds until this address has a token; 0.0 if it has one."""
        return self._of(address, now_s).wait_s(now_s)

    def _of(self, address: str, now_s: float) -> TokenBucket:
        key = network_of(address)
        found = self._buckets.get(key)
        if found is None:
            found = self._buckets[key] = TokenBucket(self._size, self._per_s, now_s)
            if len(self._buckets) > self._most:
                self._buckets.popitem(last=False)
        else:
            self._buckets.move_to_end(key)
        return found


class AddressLimits:
    """Two buckets per address: for its votes and for its new phones.

    A room of 1,500 behind one router is one address and must not be slowed down; a
    phone that drops its cookie after each vote is a new phone each time and must be.
    """

    def __init__(self, votes_per_s: float, phones: int, most: int = MOST_ADDRESSES) -> None:
        self._votes = AddressBuckets(votes_per_s * VOTES_BURST_S, votes_per_s, most)
        self._phones = AddressBuckets(phones, NEW_PHONES_PER_S, most)

    def __len__(self) -> int:
        return len(self._votes)

    def may_vote(self, address: str, now_s: float) -> bool:
        """Count one vote from this address; False if there were too many."""
        return self._votes.spend(address, now_s)

    def may_join(self, address: str, now_s: float) -> bool:
        """Count one new phone from this address; False if there were too many."""
        return self._phones.spend(address, now_s)


def network_of(address: str) -> str:
    """What counts as one address: an IPv4 address, or the /64 that one household gets in IPv6."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "?"
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return str(found.ipv4_mapped)
        return str(ipaddress.IPv6Network((found, 64), strict=False))
    return str(found)

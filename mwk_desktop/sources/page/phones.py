"""The phones that voted: their vote budget, nickname and latest receipt. Pure.

Bounded: beyond :data:`MOST_PHONES` the phone that has been quiet the longest is forgotten with its
nickname; if it votes again, it counts as new.
"""

from __future__ import annotations

import zlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from mwk_desktop.sources.page.rate_limits import TokenBucket
from mwk_desktop.sources.page.text_cleaning import name_key
from mwk_desktop.sources.page.vote_outcomes import VoteOutcome

MOST_PHONES: Final = 20_000

RENAME_S: Final = 60.0
"""Seconds between two name changes of a phone: votes may be limited per user and window."""

_SUFFIXES: Final = 100


@dataclass(frozen=True, slots=True)
class Receipt:
    """The result of a phone's vote. ``serial`` tells a new receipt from one already shown."""

    serial: int
    instrument: str
    plays: bool


@dataclass(slots=True)
class Phone:
    """One phone that voted.

    Attributes
    ----------
    id, bucket
        The id in its cookie, and its vote budget.
    name, asked_name
        The name it has, and the one it asked for ("" for a guest name).
    named_s
        When it got its name, in seconds of a monotonic clock.
    receipt
        Whether its instrument played, until it votes again; None if not decided yet.
    outcome
        What became of its last vote; None until the show has reported it.
    counted
        How many of its votes the show has counted, since the page began.
    """

    id: str
    bucket: TokenBucket
    name: str = ""
    named_s: float = 0.0
    asked_name: str = ""
    receipt: Receipt | None = None
    outcome: VoteOutcome | None = None
    counted: int = 0


class Phones:
    """Phones by id, ordered by their last vote, and the names they own."""

    def __init__(self, new_bucket: Callable[[float], TokenBucket], most: int = MOST_PHONES) -> None:
        self._new_bucket = new_bucket
        self._most = most
        self._by_id: OrderedDict[str, Phone] = OrderedDict()
        self._owners: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, phone_id: str) -> Phone | None:
        """The phone with this id; None if it has not voted before."""
        return self._by_id.get(phone_id)

    def get_or_add(self, phone_id: str, now_s: float) -> Phone:
        """The phone with this id, now the most recent; added if it has not voted before."""
        phone = self._by_id.get(phone_id)
        if phone is not None:
            self._by_id.move_to_end(phone_id)
            return phone
        phone = Phone(phone_id, self._new_bucket(now_s))
        self._by_id[phone_id] = phone
        if len(self._by_id) > self._most:
            _, gone = self._by_id.popitem(last=False)
            self._release(gone)
        return phone

    def owner_of(self, name: str) -> Phone | None:
        """The phone that owns this name, or one that looks alike; None if nobody does."""
        return self._by_id.get(self._owners.get(name_key(name), ""))

    def restore(self, phone_id: str, name: str, asked_name: str, now_s: float) -> None:
        """Give a phone the name that it had before the page was started again."""
        phone = self.get_or_add(phone_id, now_s)
        self._release(phone)
        self._owners[name_key(name)] = phone_id
        phone.name, phone.asked_name, phone.named_s = name, asked_name, now_s - RENAME_S

    def rename(self, phone: Phone, wanted: str, now_s: float) -> bool:
        """Give a phone the wanted name, or a similar free one; returns whether it got what it
        wanted.

        A name belongs to the first phone that chose it. If ``wanted`` is empty, the phone keeps its
        name or gets a guest name.
        """
        if phone.name and (wanted in ("", phone.asked_name, phone.name)):
            return wanted != phone.asked_name or phone.name == wanted or not wanted
        if phone.name and now_s - phone.named_s < RENAME_S:
            return False
        free = self._free(wanted or guest_name(phone.id), phone.id)
        self._release(phone)
        self._owners[name_key(free)] = phone.id
        phone.name, phone.asked_name, phone.named_s = free, wanted, now_s
        return not wanted or free == wanted

    def _free(self, wanted: str, phone_id: str) -> str:
        for number in range(1, _SUFFIXES):
            name = wanted if number == 1 else f"{wanted}-{number}"
            if name_key(name) and self._owners.get(name_key(name), phone_id) == phone_id:
                return name
        return guest_name(phone_id, 8)

    def _release(self, phone: Phone) -> None:
        key = name_key(phone.name)
        if self._owners.get(key) == phone.id:
            del self._owners[key]


def guest_name(phone_id: str, digits: int = 4) -> str:
    """The name of a phone without a nickname; always the same for one phone."""
    number = zlib.crc32(phone_id.encode())
    return f"guest-{number:08x}"[: 6 + digits]

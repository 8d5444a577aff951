"""The phones that voted: how often, under which nickname, and what became of it. Pure.

Bounded: beyond :data:`MOST_PHONES` the phone that was quiet for longest is forgotten, with its
nickname; it comes back as a new one.
"""

from __future__ import annotations

import zlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from mwk_desktop.sources.page.rate_limits import TokenBucket
from mwk_desktop.sources.page.text_cleaning import name_key

MOST_PHONES: Final = 20_000

RENAME_S: Final = 60.0
"""A phone may change its name this often: the votes of a user and window may be limited."""

_SUFFIXES: Final = 100


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a phone's vote. ``serial`` tells a new one from one already shown."""

    serial: int
    instrument: str
    plays: bool


@dataclass(slots=True)
class Phone:
    """One phone that voted."""

    id: str
    bucket: TokenBucket
    name: str = ""
    named_s: float = 0.0
    asked_name: str = ""
    receipt: Receipt | None = None


class Phones:
    """Phones by number, the one that voted last at the end; and which phone has which name."""

    def __init__(self, new_bucket: Callable[[float], TokenBucket], most: int = MOST_PHONES) -> None:
        self._new_bucket = new_bucket
        self._most = most
        self._devices: OrderedDict[str, Phone] = OrderedDict()
        self._owners: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self._devices)

    def get(self, device_id: str) -> Phone | None:
        """A phone that voted before."""
        return self._devices.get(device_id)

    def seen(self, device_id: str, now_s: float) -> Phone:
        """The phone, a new one where it has not voted before."""
        device = self._devices.get(device_id)
        if device is not None:
            self._devices.move_to_end(device_id)
            return device
        device = Phone(device_id, self._new_bucket(now_s))
        self._devices[device_id] = device
        if len(self._devices) > self._most:
            _, gone = self._devices.popitem(last=False)
            self._release(gone)
        return device

    def name(self, device: Phone, wanted: str, now_s: float) -> bool:
        """Give a phone the name it asks for, else one like it; whether it is as asked.

        A name belongs to the first phone that chose it. Without a wish a phone keeps its name, or
        gets a guest's.
        """
        if device.name and (wanted in ("", device.asked_name, device.name)):
            return wanted != device.asked_name or device.name == wanted or not wanted
        if device.name and now_s - device.named_s < RENAME_S:
            return False
        free = self._free(wanted or guest_name(device.id), device.id)
        self._release(device)
        self._owners[name_key(free)] = device.id
        device.name, device.asked_name, device.named_s = free, wanted, now_s
        return not wanted or free == wanted

    def _free(self, wanted: str, device_id: str) -> str:
        for number in range(1, _SUFFIXES):
            name = wanted if number == 1 else f"{wanted}-{number}"
            if name_key(name) and self._owners.get(name_key(name), device_id) == device_id:
                return name
        return guest_name(device_id, 8)

    def _release(self, device: Phone) -> None:
        key = name_key(device.name)
        if self._owners.get(key) == device.id:
            del self._owners[key]


def guest_name(device_id: str, digits: int = 4) -> str:
    """The name of a phone whose owner gave none; always the same."""
    number = zlib.crc32(device_id.encode())
    return f"guest-{number:08x}"[: 6 + digits]

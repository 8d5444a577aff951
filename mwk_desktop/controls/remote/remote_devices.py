"""Who may use the presenter's phone page: pairing, roles, sending away (pure, under a held clock).

A pairing is one offer at a time, for one device, for two minutes. A device is known by the hash of
its cookie's secret; neither is ever logged or shown.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

OFFERED_S: Final = 120.0
MOST_WRONG: Final = 20
"""After this many wrong links an offer is withdrawn: somebody is guessing."""
MOST_DEVICES: Final = 16
MOST_STREAMS: Final = 3
"""Open streams of one device; the oldest is ended first, because a phone that lost the wifi leaves
dead streams behind."""
LATE_MS: Final = 2_000
"""An act that was pressed longer ago is refused: the network delayed it."""
EARLY_MS: Final = 1_000

MIX: Final = "mix"
MODERATE: Final = "moderate"
ROLES: Final = (MIX, MODERATE)

_MIX: Final = ("strip.", "master.", "show.", "stage.", "snapshot.", "cue.", "talk.", "replay.pause")
_MODERATE: Final = ("message.",)
_NEVER: Final = ("show.lock", "stage.fullscreen")


def may_do(roles: tuple[str, ...], action: str) -> bool:
    """Whether a device with these roles may do an action."""
    if action in _NEVER or action.endswith(".focus"):
        return False
    allowed = (_MIX if MIX in roles else ()) + (_MODERATE if MODERATE in roles else ())
    return action.startswith(allowed) if allowed else False


@dataclass(frozen=True, slots=True)
class PairingOffer:
    """An open offer: its secret (part of the link), its roles, its end on the steady clock."""

    secret: str
    roles: tuple[str, ...]
    until_s: float


@dataclass(frozen=True, slots=True)
class RemoteStream:
    """A device's open stream: ``end`` lets it say farewell, ``abort`` does not wait for that."""

    end: Callable[[], None]
    abort: Callable[[], None]


@dataclass(slots=True)
class RemoteDevice:
    """A paired device. ``last_serial``: of its newest act; a repeated one is refused."""

    id: str
    name: str
    roles: tuple[str, ...]
    since_ms: int
    last_serial: int = 0
    last_action: str = ""
    streams: list[RemoteStream] = field(default_factory=list)

    def add_stream(self, stream: RemoteStream) -> None:
        """Add a stream; the oldest makes room for it."""
        if len(self.streams) >= MOST_STREAMS:
            self.streams.pop(0).abort()
        self.streams.append(stream)

    def remove_stream(self, stream: RemoteStream) -> None:
        """Remove a stream that has ended."""
        if stream in self.streams:
            self.streams.remove(stream)

    def end_streams(self) -> None:
        for stream in self.streams:
            stream.end()


class RemoteDevices:
    """The paired devices and the open offer.

    Parameters
    ----------
    now_s
        The steady clock.
    """

    def __init__(self, now_s: Callable[[], float]) -> None:
        self._now_s = now_s
        self._offer: PairingOffer | None = None
        self._wrong = 0
        self._by_hash: dict[str, RemoteDevice] = {}

    @property
    def offer(self) -> PairingOffer | None:
        """The offer, if it is still open."""
        offer = self._offer
        if offer is not None and self._now_s() >= offer.until_s:
            offer = self._offer = None
        return offer

    @property
    def devices(self) -> tuple[RemoteDevice, ...]:
        return tuple(self._by_hash.values())

    def offer_pairing(self, roles: tuple[str, ...]) -> PairingOffer:
        """Open an offer; an earlier one ends."""
        kept = tuple(role for role in ROLES if role in roles) or (MIX,)
        self._wrong = 0
        self._offer = PairingOffer(secrets.token_urlsafe(18), kept, self._now_s() + OFFERED_S)
        return self._offer

    def withdraw_offer(self) -> None:
        self._offer = None

    def pair(self, secret: str, name: str, now_ms: int) -> tuple[RemoteDevice, str] | None:
        """Use up the offer: the new device and its cookie's secret; None if the link is not
        valid."""
        offer = self.offer
        if offer is None or len(self._by_hash) >= MOST_DEVICES:
            return None
        if not secrets.compare_digest(_bytes(offer.secret), _bytes(secret)):
            self._wrong += 1
            if self._wrong >= MOST_WRONG:
                self._offer = None
            return None
        self._offer = None
        cookie = secrets.token_urlsafe(32)
        device = RemoteDevice(secrets.token_hex(4), name, offer.roles, now_ms)
        self._by_hash[_hash(cookie)] = device
        return device, cookie

    def device_of(self, cookie: str | None) -> RemoteDevice | None:
        """The device of a cookie, if it is still welcome."""
        return self._by_hash.get(_hash(cookie)) if cookie else None

    def revoke(self, device_id: str) -> None:
        """Revoke a device, or all with "": its streams end at once."""
        for key, device in list(self._by_hash.items()):
            if device_id in ("", device.id):
                del self._by_hash[key]
                device.end_streams()


def _hash(cookie: str) -> str:
    return hashlib.sha256(_bytes(cookie)).hexdigest()


def _bytes(text: str) -> bytes:
    """A stranger's text as bytes; it may hold halves of surrogate pairs."""
    return text.encode("utf-8", "surrogatepass")


def check_act(device: RemoteDevice, serial: int, pressed_ms: int, now_ms: int) -> str:
    """Why an act is refused: ``repeated`` or ``late``; "" if it is accepted."""
    if serial <= device.last_serial:
        return "repeated"
    device.last_serial = serial
    if not now_ms - LATE_MS <= pressed_ms <= now_ms + EARLY_MS:
        return "late"
    return ""

"""Who sends OSC packets, and what became of the newest one of each (pure).

Used by one thread, the server's; :attr:`OscSenders.newest` is read by any.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from mwk_desktop.controls.osc.osc_addresses import OscRequest, address_of
from mwk_desktop.messages import NOTHING, Message
from mwk_desktop.show.controllers_state import OscSender

MOST: Final = 12
"""A flood from forged addresses must not grow a list."""
_LONGEST: Final = 80


def request_words(request: OscRequest) -> str:
    """A request as it was sent: ``/mwk/strip/3/fader 0.5``."""
    value = request.value
    if value is None:
        return address_of(request.action)
    shown = f"{value:.3g}" if isinstance(value, float) else str(value)
    return f"{address_of(request.action)} {shown}"[:_LONGEST]


def address_words(data: bytes) -> str:
    """The address that a packet begins with, where it can be read; else empty."""
    head = data[: data.find(b"\0")] if b"\0" in data[: _LONGEST + 1] else b""
    return head.decode("ascii", "replace") if head.startswith(b"/") else ""


class OscSenders:
    """The newest senders.

    Parameters
    ----------
    now_ms
        The wall clock.
    """

    def __init__(self, now_ms: Callable[[], int]) -> None:
        self._now_ms = now_ms
        self._known: dict[str, OscSender] = {}
        self._is_new = False
        self.newest: tuple[OscSender, ...] = ()
        """The newest first, as :meth:`publish` found them."""

    def hear(self, host: str, words: str, refused: Message = NOTHING) -> None:
        """A packet came."""
        self._known.pop(host, None)
        if len(self._known) >= MOST:
            del self._known[next(iter(self._known))]
        self._known[host] = OscSender(host, self._now_ms(), words, refused)
        self._is_new = True

    def refuse(self, host: str, words: str, reason: Message) -> None:
        """What a packet asked for was not done."""
        known = self._known.get(host)
        if known is not None and known.heard == words:
            self._known[host] = OscSender(host, known.t_ms, words, reason)
            self._is_new = True

    def publish(self) -> None:
        """Let other threads see what came."""
        if self._is_new:
            self._is_new = False
            self.newest = tuple(reversed(self._known.values()))

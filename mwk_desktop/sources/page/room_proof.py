"""Whether a phone is in the room: it scanned or typed the stage's code once. Pure.

Who was let in has a ticket, signed by us: nothing is kept here, so a page that is restarted knows
everyone. A scan is never refused. Typed codes are short, so wrong ones are limited for each network
address; right ones are not counted.
"""

from __future__ import annotations

from typing import Final

from mwk_desktop.sources.page.identity import Identity
from mwk_desktop.sources.page.rate_limits import AddressBuckets
from mwk_desktop.sources.room_code import RoomCode

LET_IN: Final = ""
NO_CODE: Final = "room"
WRONG_CODE: Final = "room_wrong"
TOO_MANY_WRONG: Final = "room_busy"
WRONG_PER_S: Final = 2.0


class RoomProof:
    """Lets phones in.

    Parameters
    ----------
    room
        The room's code; None: everyone is let in.
    identity
        Signs and checks tickets.
    wrong_codes
        Wrong codes that one network address may type at once.
    """

    def __init__(self, room: RoomCode | None, identity: Identity, wrong_codes: int) -> None:
        self._room = room
        self._identity = identity
        self._wrong = AddressBuckets(wrong_codes, WRONG_PER_S)

    @property
    def is_on(self) -> bool:
        """Whether a code is asked for at all."""
        return self._room is not None

    def is_ticket(self, cookie: str | None) -> bool:
        """Whether a cookie, or what a page kept of it, is from someone who was let in."""
        return self._room is None or self._identity.is_in_room(cookie)

    def check(self, typed: str, address: str, now_s: float) -> str:
        """:data:`LET_IN`, or why not, for what was typed or scanned."""
        if self._room is None:
            return LET_IN
        if not typed.strip():
            return NO_CODE
        if self._room.is_scan_word(typed.strip()):
            return LET_IN
        # Before the code is looked at: else a refusal would still tell a right one.
        if self._wrong.wait_s(address, now_s) > 0.0:
            return TOO_MANY_WRONG
        if self._room.is_code(typed):
            return LET_IN
        self._wrong.spend(address, now_s)
        return WRONG_CODE

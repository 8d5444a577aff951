"""Which instrument each phone voted for last, in the order in which the phones came. Pure.

The stage shows the room as a field of lights: one a phone, in the colour of its last vote.
"""

from __future__ import annotations

from typing import Final

from mwk_desktop.units import INSTRUMENTS

MOST_LIGHTS: Final = 2_048
"""Most phones with a light of their own; later ones have none, as a wall cannot show more."""


class LastVotes:
    """The last votes of the first :data:`MOST_LIGHTS` phones (page thread; the text: any)."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._digits = bytearray()

    def note(self, phone_id: str, instrument: str) -> None:
        """Note a phone's vote."""
        digit = ord("0") + INSTRUMENTS.index(instrument)
        place = self._places.get(phone_id)
        if place is not None:
            self._digits[place] = digit
        elif len(self._digits) < MOST_LIGHTS:
            self._places[phone_id] = len(self._digits)
            self._digits.append(digit)

    @property
    def text(self) -> str:
        """One digit per phone: the place of its instrument in
        :data:`~mwk_desktop.units.INSTRUMENTS`."""
        return self._digits.decode()

"""The room as lights: one a phone, in its last vote's colour, and their number (no Qt here)."""

from __future__ import annotations

from collections import deque
from typing import Any, Final

from mwk_desktop.show.workers_state import PageState
from mwk_desktop.ui.local_numbers import count

ROLL_MS: Final = 60
"""The number changes at most this often, so that it can be seen to roll."""
ROLL_STEPS: Final = 8
"""A rush of phones is caught up with in about so many changes."""

PHONE_DEFAULTS: dict[str, Any] = {
    "phones": "0",
    "phoneCount": 0,
    "knownPhones": 0,
    "phoneVotes": "",
}


class PhoneLights:
    """Makes what the join scene shows of the phones, from one snapshot after another."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()
        self._rolled = 0
        self._rolled_ms = 0

    def properties(
        self, page: PageState | None, beats: float, beats_per_bar: int, t_ms: int, language: str
    ) -> dict[str, Any]:
        """What the stage shows.

        Parameters
        ----------
        page
            The audience's page; None: there is none.
        beats, beats_per_bar
            Where the music is: a new phone is marked for a bar.
        t_ms
            The show's clock in milliseconds, for the number that rolls.
        language
            For the number.

        Returns
        -------
        dict[str, Any]
            ``phoneCount`` lights, of which the first ``knownPhones`` have been there for a bar;
            ``phoneVotes``, a digit for each that has voted; ``phones``, the number that rolls.
        """
        phones = 0 if page is None else page.phones
        return {
            "phoneCount": phones,
            "knownPhones": min(phones, self._a_bar_ago(phones, beats, beats_per_bar)),
            "phoneVotes": "" if page is None else page.last_votes[:phones],
            "phones": count(self._roll(phones, t_ms), language),
        }

    def _a_bar_ago(self, phones: int, beats: float, beats_per_bar: int) -> int:
        seen = self._seen
        if seen and beats < seen[-1][0]:
            seen.clear()  # the music was moved
        if not seen or seen[-1][1] != phones:
            seen.append((beats, phones))
        while len(seen) > 1 and seen[1][0] <= beats - beats_per_bar:
            seen.popleft()
        return min(number for _, number in seen)

    def _roll(self, phones: int, t_ms: int) -> int:
        passed_ms = t_ms - self._rolled_ms
        if not 0 <= passed_ms < 1_000:
            self._rolled = phones  # nobody has looked for a while
        elif passed_ms < ROLL_MS:
            return self._rolled
        left = phones - self._rolled
        step = max(1, abs(left) // ROLL_STEPS)
        self._rolled += min(step, left) if left > 0 else max(-step, left)
        self._rolled_ms = t_ms
        return self._rolled

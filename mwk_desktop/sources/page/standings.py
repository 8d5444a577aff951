"""How a phone's user stands: counted votes, and the place on the leaderboard. Pure; page thread."""

from __future__ import annotations

from collections.abc import Iterator

from mwk_desktop.sources.page.phones import Phone, Phones
from mwk_desktop.sources.page.show_facts import ShowFacts
from mwk_desktop.sources.page.text_cleaning import screen_name


def standing_of(phone: Phone | None, facts: ShowFacts) -> tuple[int, int]:
    """A phone's counted votes, and its user's place on the leaderboard (0: none of the first)."""
    if phone is None:
        return 0, 0
    return phone.counted, place_of(screen_name(phone.name), facts.leaders)


def place_of(name: str, leaders: tuple[str, ...]) -> int:
    """The place of a screen name, from 1; 0 if it is none of the leaders."""
    return leaders.index(name) + 1 if name in leaders else 0


class Standings:
    """Notices whose place has changed.

    A vote's outcome is known before the leaderboard that includes it, and others vote afterwards:
    what the outcome says about the place does not last.
    """

    def __init__(self) -> None:
        self._leaders: tuple[str, ...] = ()

    def changed(self, facts: ShowFacts, phones: Phones) -> Iterator[Phone]:
        """Yield the phones that have another place than at the last call, and counted votes."""
        before, self._leaders = self._leaders, facts.leaders
        for name in dict.fromkeys((*before, *self._leaders)):
            if place_of(name, before) == place_of(name, self._leaders):
                continue
            phone = phones.owner_of(name)
            if phone is not None and phone.counted and screen_name(phone.name) == name:
                yield phone

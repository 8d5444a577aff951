"""Which messages stand where on the stage: fixed places, the oldest makes room (no Qt here).

Nothing that is being read moves. Everyone is shown once before anyone is shown twice. What the show
takes back (hidden, refused, blocked) leaves at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mwk_desktop.show.snapshot_feed import FeedItem

KEPT_NAMES = 4_000
"""How many people that were shown are remembered; the oldest are forgotten."""


class MessagePlaces:
    """The messages that stand on the stage.

    Parameters
    ----------
    places
        How many stand at once.
    """

    def __init__(self, places: int) -> None:
        self.cards: list[FeedItem | None] = [None] * places
        self._turns = [-1] * places
        self._shown: dict[str, None] = {}
        self._serials: set[int] = set()
        self._turn = 0

    def withdraw(self, allowed: Callable[[FeedItem], bool]) -> bool:
        """Take away what is not allowed any more; True if something left."""
        left = False
        for place, item in enumerate(self.cards):
            if item is not None and not allowed(item):
                self.cards[place], self._turns[place] = None, -1
                left = True
        return left

    @property
    def oldest(self) -> int:
        """The place that the next message takes: an empty one, else that of the oldest card."""
        return min(range(len(self.cards)), key=lambda place: self._turns[place])

    def turn(self, feed: Sequence[FeedItem]) -> FeedItem | None:
        """Show the next message in the place of the oldest; None if there is no other one."""
        item = self._next(feed)
        if item is None:
            return None
        self._serials &= {each.serial for each in feed}
        self._turn += 1
        place = self.oldest
        self.cards[place], self._turns[place] = item, self._turn
        self._serials.add(item.serial)
        self._shown.pop(item.screen_name, None)
        self._shown[item.screen_name] = None
        if len(self._shown) > KEPT_NAMES:
            del self._shown[next(iter(self._shown))]
        return item

    def _next(self, feed: Sequence[FeedItem]) -> FeedItem | None:
        """The newest of somebody who was not shown yet, else the newest that was not."""
        newest = None
        for item in sorted(feed, key=lambda item: -item.serial):
            if item.serial in self._serials:
                continue
            if item.screen_name not in self._shown:
                return item
            newest = newest or item
        return newest

    def forget(self) -> None:
        """Begin again with a new show: nothing was shown yet."""
        self.cards = [None] * len(self.cards)
        self._turns = [-1] * len(self.cards)
        self._shown.clear()
        self._serials.clear()

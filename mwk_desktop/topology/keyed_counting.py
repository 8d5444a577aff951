"""The counting's rules for one tweet and one window at a time, for who counts key by key.

:class:`~mwk_desktop.topology.counting.Counting` folds batches and has all users in one place;
``mwk streams`` sees one tweet and the state of one key. Both ask here for what they decide alike.
Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from mwk_desktop.topology.chart import ranked, top
from mwk_desktop.topology.counting_rules import ClosedWindow, CountingRules
from mwk_desktop.topology.shuffle_bags import ShuffleBags


class UserLine(NamedTuple):
    """A user's line on the leaderboard: tweets, time of the latest (milliseconds), picture.

    ``Leaderboard.count_tweets`` does the same for whole batches in flat arrays (one at a time it
    would cost 60 us); a property test holds both together.
    """

    tweets: int
    latest_ms: int
    image_url: str

    def with_tweet(self, order_ms: int, image_url: str) -> UserLine:
        """The line after one more tweet, in any order: the picture is the latest tweet's, also
        where that has none; of two at the same time, the larger address."""
        latest_ms, url = max((self.latest_ms, self.image_url), (order_ms, image_url))
        return UserLine(self.tweets + 1, latest_ms, url)

    @classmethod
    def of_first(cls, order_ms: int, image_url: str) -> UserLine:
        """The line of a user's first tweet."""
        return cls(1, order_ms, image_url)


def decide_window(
    start_ms: int,
    votes: Mapping[str, int],
    rules: CountingRules,
    bags: ShuffleBags,
    lean: int = 0,
) -> ClosedWindow:
    """What a window that is over decided; draws from ``bags``, leaning to more (1) or less (-1)
    energy."""
    in_order = ranked(votes)
    chosen = top(in_order, rules.top)
    drawn = {name: bags.draw(name, lean) for name in chosen if bags.has_clips(name)}
    return ClosedWindow(start_ms, start_ms + rules.window_ms, in_order, chosen, drawn)

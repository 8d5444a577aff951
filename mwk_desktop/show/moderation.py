"""Moderation: hides messages, knows blocked users, and keeps the feed that remains.

Show thread only. Windows identify a message by its serial, which changes in a replay; the log
identifies it by author and tweet, so that a replay hides the same one.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from mwk_desktop.records.batch import Batch
from mwk_desktop.show.commands import HideMessage
from mwk_desktop.show.counted_state import CountedState
from mwk_desktop.show.snapshot import FeedItem

FEED_ITEMS = 60
KEPT_ITEMS = 200
"""Messages kept: more than are visible, so that older ones replace hidden ones, and one that just
scrolled away in a flood can still be hidden."""

MessageKey = tuple[str, str]
"""Author, and the tweet's ``Id`` (else its time)."""


def message_key(message: HideMessage) -> MessageKey:
    """The key of a command's message; the command must be completed (:meth:`Moderation.named`)."""
    return message.screen_name, message.tweet_id or str(message.event_ms)


class Moderation:
    """The newest messages, without hidden ones and those of blocked users.

    Parameters
    ----------
    counting
        Knows who is blocked.
    last_serial
        The last serial given so far.
    """

    def __init__(self, counting: CountedState, last_serial: int = 0) -> None:
        self.counting = counting
        self.hidden: set[MessageKey] = set()
        self.last_serial = last_serial
        self._items: deque[tuple[FeedItem, MessageKey]] = deque(maxlen=KEPT_ITEMS)
        self._hides = 0
        self._feed: tuple[FeedItem, ...] = ()
        self._feed_at = (-1, -1, -1)

    def add(self, batch: Batch, counted: Sequence[tuple[int, str | None]]) -> None:
        """Keep messages for people to read."""
        for index, instrument in counted:
            tweet = batch.tweets[index]
            assert tweet is not None
            self.last_serial += 1
            event_ms = batch.events_ms[index]
            item = FeedItem(
                self.last_serial,
                tweet.screen_name,
                tweet.name,
                tweet.image_url,
                tweet.text,
                instrument,
                event_ms,
            )
            tweet_id = str(event_ms if tweet.id is None else tweet.id)
            self._items.append((item, (tweet.screen_name, tweet_id)))

    @property
    def feed(self) -> tuple[FeedItem, ...]:
        """The visible messages, the newest last."""
        at = (self.last_serial, self._hides, self.counting.version)
        if at != self._feed_at:
            self._feed_at = at
            blocked, hidden = self.counting.blocked, self.hidden
            seen = [
                item
                for item, key in self._items
                if item.screen_name not in blocked and key not in hidden
            ]
            self._feed = tuple(seen[-FEED_ITEMS:])
        return self._feed

    def named(self, message: HideMessage) -> HideMessage | None:
        """The command completed with the message's key; None if there is no such message."""
        if message.screen_name:
            return message
        for item, key in reversed(self._items):
            if item.serial == message.serial:
                own_id = "" if key[1] == str(item.event_ms) else key[1]
                return replace(
                    message,
                    screen_name=item.screen_name,
                    event_ms=item.event_ms,
                    tweet_id=own_id,
                )
        return None

    def hide(self, key: MessageKey) -> None:
        """Remove a message from the feed; it keeps its vote, and its place for :meth:`show`."""
        self.hidden.add(key)
        self._hides += 1

    def show(self, key: MessageKey) -> None:
        """Undo of :meth:`hide`."""
        self.hidden.discard(key)
        self._hides += 1

    def adopt_moment(self, there: Moderation) -> None:
        """Take the messages of another moment of the recording; those hidden here stay hidden."""
        self.counting = there.counting
        self.hidden |= there.hidden
        self._items = there._items
        self.last_serial = max(self.last_serial, there.last_serial)
        self._hides += 1
        self._feed_at = (-1, -1, -1)

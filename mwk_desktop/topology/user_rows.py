"""Users as the store keeps them: few rows for many users, cheap to copy and to write.

Who a user *is* (name, picture) comes with the first tweet and rarely changes: new users are stored
as runs that continue each other. What a user *counts* changes with every tweet: it is stored as
pages of numbers, one copy per page however many of its users tweeted. The same rows serve as a
delta or as the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from mwk_desktop.messages import Message, message

PAGE_BITS: Final = 8
PAGE_USERS: Final = 1 << PAGE_BITS
"""3 KB per page: a quiet second writes a few pages, a flood over a million users 4,000 (12 MB)."""


def damaged_leaderboard(reason: Message) -> Message:
    """What to say about a stored leaderboard that cannot be read."""
    return message("the leaderboard is damaged: {reason}", reason=reason)


class NewUsers(msgspec.Struct, frozen=True, array_like=True):
    """Users ``first``, ``first + 1``, ... with their pictures at the time of the copy."""

    first: int
    names: list[str]
    image_urls: list[str]


class UserPage(msgspec.Struct, frozen=True, array_like=True):
    """Tweets (uint32) and latest times in ms (int64) of the users from ``page * 256`` on, native
    byte order. Only the last page may hold fewer than 256 users. A later row of a page replaces
    it."""

    page: int
    tweets: bytes
    latest: bytes


class UserRows(msgspec.Struct, frozen=True):
    """A delta or everything: runs in order, new pictures of users in earlier runs, and pages."""

    newcomers: list[NewUsers] = []
    pictures: list[tuple[int, str]] = []
    pages: list[UserPage] = []

    def names_and_pictures(self) -> Iterator[tuple[str, str]]:
        """Every user's name and newest picture, by number.

        Raises
        ------
        ValueError
            If a run does not continue the one before, or is damaged.
        """
        newer = dict(self.pictures)
        user = 0
        for run in self.newcomers:
            if run.first != user or len(run.names) != len(run.image_urls):
                raise ValueError(damaged_leaderboard(message("user {user}", user=str(user))))
            for name, url in zip(run.names, run.image_urls, strict=True):
                yield name, newer.get(user, url)
                user += 1

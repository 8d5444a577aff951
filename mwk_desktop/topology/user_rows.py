"""Users as they are stored: few rows for many users, cheap to take and cheap to write.

What a user *is* (name, picture) hardly changes and comes with the first tweet: newcomers are runs
that continue each other. What a user *counts* changes with every tweet: pages of numbers, taken
with one copy a page, however many of its users tweeted. All are deltas as much as they are a whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

PAGE_BITS: Final = 8
PAGE_USERS: Final = 1 << PAGE_BITS
"""3 KB a page: a quiet second writes a few, a flood over a million users 4,000 (12 MB)."""


class NewUsers(msgspec.Struct, frozen=True, array_like=True):
    """Users ``first``, ``first + 1``, ... with the pictures they had when the run was taken."""

    first: int
    names: list[str]
    image_urls: list[str]


class UserPage(msgspec.Struct, frozen=True, array_like=True):
    """Tweets (uint32) and latest times (int64) of the users from ``page * 256`` on, native order;
    only the last page may be shorter than 256 users. A later row of a page replaces it."""

    page: int
    tweets: bytes
    latest: bytes


class UserRows(msgspec.Struct, frozen=True):
    """A delta, or everything: runs in order, new pictures of users of earlier runs, pages."""

    newcomers: list[NewUsers] = []
    pictures: list[tuple[int, str]] = []
    pages: list[UserPage] = []

    def names_and_pictures(self) -> Iterator[tuple[str, str]]:
        """Every user's name and newest picture, by number.

        Raises
        ------
        ValueError
            A run does not continue the one before, or is damaged.
        """
        newer = dict(self.pictures)
        user = 0
        for run in self.newcomers:
            if run.first != user or len(run.names) != len(run.image_urls):
                raise ValueError(f"the leaderboard is damaged at user {user}")
            for name, url in zip(run.names, run.image_urls, strict=True):
                yield name, newer.get(user, url)
                user += 1

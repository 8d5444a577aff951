"""What one input partition has counted, as its partials say: arrays to sum over. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mwk_desktop.service.partials import Ballots, PartialHead
from mwk_desktop.topology.user_rows import PAGE_USERS, NewUsers, UserPage

NOBODY: Final = -1


class PartitionMirror:
    """What one partition has said; users by their numbers there."""

    def __init__(self) -> None:
        self.head: PartialHead | None = None
        self.everybody = np.empty(0, np.int64)
        """The number over all partitions, by the number here."""
        self.here = np.empty(0, np.int32)
        """The number here, by the number over all partitions."""
        self.urls: list[str] = []
        self.counts = np.zeros(0, np.uint32)
        self.latest_ms = np.zeros(0, np.int64)
        self.votes: dict[int, dict[str, int]] = {}
        self.ballots: dict[tuple[int, int], Ballots] = {}

    def add_users(self, run: NewUsers, numbers: Sequence[int]) -> None:
        """Users ``run.first`` and on, with their numbers over all partitions."""
        end = run.first + len(numbers)
        self.everybody = grown(self.everybody, end, NOBODY)
        self.counts = grown(self.counts, end, 0)
        self.latest_ms = grown(self.latest_ms, end, 0)
        self.urls += [""] * (end - len(self.urls))
        self.urls[run.first : end] = run.image_urls
        self.everybody[run.first : end] = numbers
        if numbers:
            self.here = grown(self.here, max(numbers) + 1, NOBODY)
            self.here[list(numbers)] = range(run.first, end)

    def set_picture(self, user: int, url: str) -> NDArray[np.int64]:
        """Returns the number (over all partitions) of this user.

        Raises
        ------
        ValueError
            There is no such user.
        """
        if user >= len(self.urls):
            raise ValueError(f"no user {user}")
        self.urls[user] = url
        found: NDArray[np.int64] = self.everybody[user : user + 1]
        return found[found >= 0]

    def set_page(self, page: UserPage) -> NDArray[np.int64]:
        """Returns the numbers (over all partitions) of the users that changed."""
        first = page.page * PAGE_USERS
        counts = np.frombuffer(page.tweets, np.uint32)
        latest_ms = np.frombuffer(page.latest, np.int64)
        end = first + len(counts)
        self.counts = grown(self.counts, end, 0)
        self.latest_ms = grown(self.latest_ms, end, 0)
        self.everybody = grown(self.everybody, end, NOBODY)
        changed = self.counts[first:end] != counts
        changed |= self.latest_ms[first:end] != latest_ms
        self.counts[first:end] = counts
        self.latest_ms[first:end] = latest_ms
        found: NDArray[np.int64] = self.everybody[first:end][changed]
        return found[found >= 0]


def grown(column: NDArray, size: int, fill: int) -> NDArray:  # type: ignore[type-arg]
    """The column with room for ``size`` entries; its room doubles."""
    if size <= len(column):
        return column
    grown = np.full(max(size, 2 * len(column), 1024), fill, column.dtype)
    grown[: len(column)] = column
    return grown

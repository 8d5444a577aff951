"""The windows that still accept votes, and whether each vote was counted, late or capped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mwk_desktop.topology.chart import OpenWindow
from mwk_desktop.window_times import closed_until_ms, window_start_ms

NEVER_MS: Final = -(1 << 63)
"""``closed_until_ms`` before the first close: earlier than any event."""


class OpenWindows:
    """Counts votes in open windows.

    Parameters
    ----------
    window_ms : int
        Length of a window.
    limit : int
        Votes per user and window; 0 for no limit. See :meth:`set_limit`.

    Attributes
    ----------
    windows : dict of int to OpenWindow
        The open windows that have votes, by their start in ms.
    closed_until_ms : int
        Windows that end at or before this are closed.
    votes, late, capped : int
        Votes counted, too late, and beyond the limit.
    late_or_capped : list of int
        Indexes of the votes that were late or capped in the last ``count_votes``.
    """

    __slots__ = (
        "capped",
        "closed_until_ms",
        "late",
        "late_or_capped",
        "limit",
        "votes",
        "window_ms",
        "windows",
    )

    def __init__(self, window_ms: int, limit: int = 0) -> None:
        self.window_ms = window_ms
        self.limit = limit
        self.windows: dict[int, OpenWindow] = {}
        self.closed_until_ms = NEVER_MS
        self.votes = self.late = self.capped = 0
        self.late_or_capped: list[int] = []

    def count_votes(
        self, who: NDArray[np.int64], events: Sequence[int], found: Sequence[int]
    ) -> None:
        """Count the votes (``found`` >= 0) of the users ``who`` in their windows."""
        self.late_or_capped = []
        if self.limit:
            self._count_limited(who, events, found)
            return
        numbers = np.array(found, np.int64)
        voted = numbers >= 0
        first_ms = min(events)
        start_ms = window_start_ms(first_ms, self.window_ms)
        if first_ms >= self.closed_until_ms and max(events) < start_ms + self.window_ms:
            count = int(np.count_nonzero(voted))
            if count:
                self.votes += count
                self.window(start_ms).count_votes(who[voted], numbers[voted])
            return
        times_ms = np.array(events, np.int64)
        late = voted & (times_ms < self.closed_until_ms)
        self.late_or_capped = np.flatnonzero(late).tolist()
        self.late += len(self.late_or_capped)
        in_time = np.flatnonzero(voted & ~late)
        self.votes += len(in_time)
        self._count_by_window(who[in_time], times_ms[in_time], numbers[in_time])

    def _count_by_window(
        self, who: NDArray[np.int64], times_ms: NDArray[np.int64], numbers: NDArray[np.int64]
    ) -> None:
        """Count votes of several windows, those of each window together and in their order."""
        starts_ms = times_ms - times_ms % self.window_ms
        order = np.argsort(starts_ms, kind="stable")
        edges = np.flatnonzero(np.diff(starts_ms[order])) + 1
        for here in np.split(order, edges) if len(order) else ():
            self.window(int(starts_ms[here[0]])).count_votes(who[here], numbers[here])

    def _count_limited(
        self, who: NDArray[np.int64], events: Sequence[int], found: Sequence[int]
    ) -> None:
        """Count votes one by one, where a user has only so many."""
        for n, (user, event_ms, number) in enumerate(zip(who.tolist(), events, found, strict=True)):
            if number < 0:
                continue
            if event_ms < self.closed_until_ms:
                self.late += 1
                self.late_or_capped.append(n)
                continue
            window = self.window(window_start_ms(event_ms, self.window_ms))
            if not window.may_vote(user, self.limit):
                self.capped += 1
                self.late_or_capped.append(n)
                continue
            window.count_vote(user, number)
            self.votes += 1

    def window(self, start_ms: int) -> OpenWindow:
        """The window that begins at ``start_ms``; opened if needed."""
        window = self.windows.get(start_ms)
        if window is None:
            window = self.windows[start_ms] = OpenWindow(start_ms)
        return window

    def set_limit(self, limit: int) -> None:
        """Change the limit from now on: votes already counted stay and count against it."""
        for window in self.windows.values():
            if limit and not self.limit:
                window.count_used()
            elif not limit:
                window.used = None
        self.limit = limit

    def close(self, until_ms: int) -> list[OpenWindow]:
        """Remove and return every window that ends at or before ``until_ms``, in order."""
        edge_ms = closed_until_ms(until_ms, self.window_ms)
        if edge_ms <= self.closed_until_ms:
            return []
        self.closed_until_ms = edge_ms
        starts = sorted(start_ms for start_ms in self.windows if start_ms < edge_ms)
        return [self.windows.pop(start_ms) for start_ms in starts]

    def restore_spent(self, spent: Mapping[int, int]) -> None:
        """So many ballots of these windows have already chosen a scene."""
        for start_ms, count in spent.items():
            if start_ms in self.windows:
                self.windows[start_ms].spent = count

    def remove_votes_of(self, user: int) -> None:
        """Remove a user's votes from the open windows."""
        self.votes -= sum(window.remove_votes_of(user) for window in self.windows.values())

    def restore_votes_of(self, user: int) -> None:
        """Undo ``remove_votes_of``."""
        self.votes += sum(window.restore_votes_of(user) for window in self.windows.values())

"""A network source whose messages and waits a test can look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from mwk_desktop.clock import wall_ms
from mwk_desktop.sources.networks.network_source import Feed, NetworkSource
from tests.sources.twitter_following import Arrived
from tests.support import wait_for


class Following:
    """A source that follows a feed. ``waits``: the pauses that it made, which take no time;
    after ``most_waits`` of them it ends, so that a server in endless trouble ends the test."""

    def __init__(
        self, feed: Feed, most_waits: int = 30, now_ms: Callable[[], int] = wall_ms, **more: Any
    ) -> None:
        self.arrived = Arrived()
        self.waits: list[float] = []
        self.said: list[str] = []
        self._most = most_waits
        self.source = NetworkSource(feed, pause=self._pause, now_ms=now_ms, **more)

    def _pause(self, wait_s: float) -> bool:
        self.waits.append(wait_s)
        self.said.append(str(self.source.state.detail))
        return len(self.waits) >= self._most

    def wait(self, what: Callable[[], object]) -> None:
        wait_for(what, otherwise=lambda: (self.source.state, self.source.figures, self.said))

    def texts(self, count: int) -> list[str]:
        """The texts of the messages, when so many are there."""
        self.arrived.wait(count)
        return self.arrived.texts()


@contextmanager
def following(
    feed: Feed, most_waits: int = 30, now_ms: Callable[[], int] = wall_ms, **more: Any
) -> Iterator[Following]:
    found = Following(feed, most_waits, now_ms, **more)
    found.source.start(found.arrived)
    try:
        yield found
    finally:
        found.source.stop()

"""The wall clock of a show: read once, then moved by a steady clock, so that nobody's correction
makes it jump."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from mwk_desktop import platform


class Clock(Protocol):
    """Milliseconds since the epoch."""

    def now_ms(self) -> int: ...


def steady_ns() -> int:
    """Nanoseconds of a clock that nobody sets and that goes on while the machine sleeps."""
    return platform.current.steady_ns()


class WallClock:
    """The machine's time of day at the start of the show, and steady from there.

    A correction by NTP or a hand in the middle of a talk would close a window twice or never. A lid
    that was closed and opened is another thing: then it is later, for the show as for its
    audience. The windows that passed close, and what they chose lands on the next line.

    Parameters
    ----------
    steady
        Nanoseconds of a steady clock.
    """

    def __init__(self, steady: Callable[[], int] = steady_ns) -> None:
        self._steady = steady
        self._offset_ns = time.time_ns() - steady()

    def now_ms(self) -> int:
        return (self._offset_ns + self._steady()) // 1_000_000


class HeldClock:
    """A clock that its holder moves: for tests, and for shows rendered faster than time."""

    def __init__(self, now_ms: int) -> None:
        self._now_ms = now_ms

    def now_ms(self) -> int:
        return self._now_ms

    def advance(self, by_ms: int) -> None:
        self._now_ms += by_ms

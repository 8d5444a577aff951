"""The wall clock of a show: read once, then moved by the monotonic clock, so that it never
jumps."""

from __future__ import annotations

import time
from typing import Protocol


class Clock(Protocol):
    """Milliseconds since the epoch."""

    def now_ms(self) -> int: ...


class WallClock:
    """The machine's time of day at the start of the show, and steady from there.

    A correction by NTP or a hand in the middle of a talk would close a window twice or never.
    """

    def __init__(self) -> None:
        self._offset_ns = time.time_ns() - time.monotonic_ns()

    def now_ms(self) -> int:
        return (self._offset_ns + time.monotonic_ns()) // 1_000_000


class HeldClock:
    """A clock that its holder moves: for tests, and for shows rendered faster than time."""

    def __init__(self, now_ms: int) -> None:
        self._now_ms = now_ms

    def now_ms(self) -> int:
        return self._now_ms

    def advance(self, by_ms: int) -> None:
        self._now_ms += by_ms

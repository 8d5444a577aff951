"""The one clock seam of the program: the system's wall clock, a steady clock, and a show's clock.

Nothing else reads the time of day (a test checks that). A show's clock (:class:`ShowClock`) is read
once from the wall and then moved by the steady clock, so that no correction makes it jump. When the
system's clock is corrected during a show (by NTP or by hand), the show follows by whole windows
(:meth:`ShowClock.follow`). Any thread may read; only the show thread follows.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from mwk_desktop import platform

STEP_MS: Final = 100
"""Smaller moves of the system's clock are ignored. The limit is well below the 250 ms of grace that
a vote at a window's end has to arrive, and well above the error of reading two clocks."""

_READ_NS: Final = 5_000_000
"""The wall clock is read between two readings of the steady clock. If those are further apart than
this, the interpreter was busy elsewhere, and the comparison waits for the next call."""

_NS_PER_MS: Final = 1_000_000


def wall_ns() -> int:
    """The system's time of day, nanoseconds since the epoch: it jumps when somebody sets it."""
    return time.time_ns()


def wall_ms() -> int:
    """The system's time of day, milliseconds since the epoch: it jumps when somebody sets it."""
    return wall_ns() // _NS_PER_MS


def steady_ns() -> int:
    """Nanoseconds of a clock that is never set and keeps running while the machine sleeps."""
    return platform.current.steady_ns()


@dataclass(frozen=True, slots=True)
class ClockStep:
    """The system's clock was set during a show.

    Attributes
    ----------
    moved_ms
        By how much the system's clock moved (negative: back).
    skip_ms
        How far the show's clock moved forward with it: whole windows, 0 or more.
    shift_ms
        Added to event times from now on: whole windows, 0 or more.
    """

    moved_ms: int
    skip_ms: int
    shift_ms: int


class Clock(Protocol):
    """A show's clock: milliseconds since the epoch, and how it follows the system's clock."""

    shift_ms: int

    @property
    def ahead_ms(self) -> int: ...

    def now_ms(self) -> int: ...

    def follow(self, window_ms: int) -> ClockStep | None: ...


class ShowClock:
    """A show's clock: set from the time of day at the start, then moved by the steady clock.

    Windows never reopen, so this clock never goes back. When the system's clock moves

    - forward, this clock moves forward by the whole windows in it, and stays less than a window
    behind; event
      times are then a little in the future and count as of their arrival;
    - back, this clock keeps its time, ahead of the system's, and event times are moved forward by
    as many whole windows as it takes for a message sent now to count now.

    So windows stay aligned to the epoch and to the music's loops, none closes twice, and no vote is
    lost. It stays ahead until the show ends, as the windows of that time are closed already; what
    people read is the system's time (``now_ms() - ahead_ms``). The next show begins at the system's
    time again (:meth:`restart`).

    Closing and opening the laptop's lid is not a correction: the steady clock keeps running
    meanwhile.

    Parameters
    ----------
    steady, wall
        Nanoseconds of a steady clock, and of the time of day.
    """

    def __init__(
        self, steady: Callable[[], int] = steady_ns, wall: Callable[[], int] = wall_ns
    ) -> None:
        self._steady = steady
        self._wall = wall
        self._offset_ns = self._wall_offset_ns = wall() - steady()
        self.shift_ms = 0
        """What is added to event times (see :class:`ClockStep`)."""

    def now_ms(self) -> int:
        return (self._offset_ns + self._steady()) // _NS_PER_MS

    @property
    def ahead_ms(self) -> int:
        """How far this clock is ahead of the system's (negative: behind), as last compared."""
        return (self._offset_ns - self._wall_offset_ns) // _NS_PER_MS

    def follow(self, window_ms: int) -> ClockStep | None:
        """Compare with the system's clock and follow it; None if it has not been set.

        Cheap enough for every tick (three clock readings).
        """
        before_ns = self._steady()
        wall_ns = self._wall()
        after_ns = self._steady()
        moved_ns = wall_ns - before_ns - self._wall_offset_ns
        if abs(moved_ns) < STEP_MS * _NS_PER_MS or after_ns - before_ns > _READ_NS:
            return None
        self._wall_offset_ns += moved_ns
        behind_ms = -self.ahead_ms
        skip_ms = max(0, behind_ms // window_ms * window_ms)
        self._offset_ns += skip_ms * _NS_PER_MS
        self._set_shift(window_ms)
        return ClockStep(moved_ns // _NS_PER_MS, skip_ms, self.shift_ms)

    def restart(self) -> None:
        """Another show begins: it is set from the time of day again."""
        self._offset_ns = self._wall_offset_ns = self._wall() - self._steady()
        self.shift_ms = 0

    def begin_after(self, moment_ms: int, window_ms: int) -> None:
        """Start no earlier than ``moment_ms``: a continued show never reopens its windows.

        Its clock may have been ahead before the system's clock was corrected, or another computer,
        with a clock that was ahead, may have counted the show before.
        """
        missing_ms = moment_ms - self.now_ms()
        if missing_ms > 0:
            self._offset_ns += -(-missing_ms // window_ms) * window_ms * _NS_PER_MS
            self._set_shift(window_ms)

    def _set_shift(self, window_ms: int) -> None:
        ahead_ms = self.ahead_ms
        # In whole windows, rounded up: a message sent now must not count as earlier than now.
        self.shift_ms = max(0, -(-ahead_ms // window_ms)) * window_ms if ahead_ms else 0


class HeldClock:
    """A clock that its holder moves: for tests, and for shows rendered faster than time."""

    shift_ms = 0
    ahead_ms = 0

    def __init__(self, now_ms: int) -> None:
        self._now_ms = now_ms

    def now_ms(self) -> int:
        return self._now_ms

    def follow(self, window_ms: int) -> ClockStep | None:
        """A held clock is never corrected: always None."""
        return None

    def advance(self, by_ms: int) -> None:
        self._now_ms += by_ms

"""Hands out records when they are due, by absolute times on a steady clock.

Lateness comes from four places, and each has an answer: times never add up (every wait is for an
absolute time), reading a chunk of a file takes milliseconds (it is read while nothing is due), what
else is to be done happens only in long waits, and the system wakes a sleeper late (the last
moment is spent awake). On the caller's thread.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

from mwk_desktop.clock import steady_ns

AWAKE_NS: Final = 500_000
"""The last half millisecond before a record is spent awake: a sleeper is woken that late. Of a
stream of 2,000 records a second that is a whole core, of an audience's 50 a fortieth."""
IDLE_NS: Final = 4_000_000
"""With more time than this other work is done first: it takes a millisecond at most."""
READ_NS: Final = 25_000_000
"""With more time than this the next records are read: a chunk of a file takes up to ten
milliseconds."""
MOST_BUSY_NS: Final = 200_000_000
"""How often other work is done where records follow each other too closely for a long wait."""
LONGEST_SLEEP_NS: Final = 50_000_000
"""How often other work and the end of the time are checked during a wait."""
MOST_AHEAD: Final = 4_096
"""Records read ahead, at most: a few megabytes."""

Due = TypeVar("Due")


def when_due(
    records: Iterable[Due],
    due_ns_of: Callable[[Due], int],
    idle: Callable[[], bool],
    *,
    now_ns: Callable[[], int] = steady_ns,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[tuple[Due, int]]:
    """Yield each record when it is due, with how late that is in nanoseconds.

    Parameters
    ----------
    records
        In the order of their times.
    due_ns_of
        When a record is due, on the steady clock.
    idle
        Called in every long wait, and now and then, for a millisecond's work; False ends it.
    """
    source = iter(records)
    ahead: deque[Due] = deque()
    more = True
    idle_ns = now_ns()
    while True:
        if now_ns() - idle_ns > MOST_BUSY_NS:
            if not idle():
                return
            idle_ns = now_ns()
        if not ahead:
            following = list(_some(source, 1))
            if not following:
                return
            ahead += following
        record = ahead.popleft()
        due_ns = due_ns_of(record)
        while (left_ns := due_ns - now_ns()) > 0:
            if left_ns > READ_NS and more and len(ahead) < MOST_AHEAD:
                before = len(ahead)
                ahead += _some(source, 64)
                more = len(ahead) > before
            elif left_ns > IDLE_NS:
                if not idle():
                    return
                idle_ns = now_ns()
                left_ns = due_ns - now_ns() - AWAKE_NS
                if left_ns > 0:
                    sleep(min(left_ns, LONGEST_SLEEP_NS) / 1e9)
        yield record, now_ns() - due_ns


def _some(source: Iterator[Due], count: int) -> Iterator[Due]:
    for _, each in zip(range(count), source, strict=False):
        yield each

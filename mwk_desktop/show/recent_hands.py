"""The newest actions of all hands: keys, mouse, MIDI, OSC, phones; what, when, and whose.

Any thread notes and reads; nothing waits for long.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from mwk_desktop.clock import wall_ms

MOST: Final = 20
MERGED_MS: Final = 1_000
"""Moves of one control within this time are one row: a drag is one action to people."""


@dataclass(frozen=True, slots=True)
class Hand:
    """An action that was done. ``t_ms``: wall time; ``by``: the device that asked for it (``iPad``,
    ``nanoKONTROL2``), empty for the console's own keys and mouse."""

    t_ms: int
    action: str
    by: str = ""


class RecentHands:
    """The newest :data:`MOST` actions.

    Parameters
    ----------
    now_ms
        The wall clock.
    """

    def __init__(self, now_ms: Callable[[], int] = wall_ms) -> None:
        self._now_ms = now_ms
        self._lock = threading.Lock()
        self._hands: deque[Hand] = deque(maxlen=MOST)

    def note(self, action: str, by: str) -> None:
        """An action was done."""
        hand = Hand(self._now_ms(), action, by)
        with self._lock:
            before = self._hands[0] if self._hands else Hand(-MERGED_MS, "", "")
            same = (before.action, before.by) == (action, by)
            if same and hand.t_ms - before.t_ms < MERGED_MS:
                self._hands.popleft()
            self._hands.appendleft(hand)

    @property
    def newest(self) -> tuple[Hand, ...]:
        """The newest first."""
        with self._lock:
            return tuple(self._hands)

"""What the console's windows and the other controls tell each other.

Threads: the GUI thread publishes its state and fetches requests; any thread reads the state and
asks. Nothing waits.
"""

from __future__ import annotations

import contextlib
import queue

from mwk_desktop.show.action_kinds import UNLOCKED, ConsoleRequest, ConsoleState
from mwk_desktop.show.recent_hands import RecentHands

MOST_WAITING = 100
"""Requests beyond this are dropped: windows that stand still must not collect a flood."""


class ConsoleLink:
    """The windows' newest state, and requests to them from MIDI, OSC and phones."""

    def __init__(self) -> None:
        self._state = UNLOCKED
        self._has_windows = False
        self.hands = RecentHands()
        """What all hands have done last."""
        self._requests: queue.Queue[ConsoleRequest] = queue.Queue(MOST_WAITING)

    @property
    def state(self) -> ConsoleState:
        """The lock, the stage, the selected message, as the windows published them last."""
        return self._state

    @property
    def has_windows(self) -> bool:
        """Whether windows carry out requests."""
        return self._has_windows

    def publish(self, state: ConsoleState) -> None:
        """Set the newest state (GUI thread)."""
        self._state = state
        self._has_windows = True

    def ask(self, request: ConsoleRequest) -> None:
        """Leave a request for the windows (any thread)."""
        with contextlib.suppress(queue.Full):
            self._requests.put_nowait(request)

    def fetch_requests(self) -> list[ConsoleRequest]:
        """The requests since the last call (GUI thread)."""
        found = []
        while True:
            try:
                found.append(self._requests.get_nowait())
            except queue.Empty:
                return found

    def windows_closed(self) -> None:
        """The windows are gone: further requests are refused."""
        self._has_windows = False
        self._state = UNLOCKED

"""Next scene now: the votes of an open window choose a scene before its end. Pure.

Later votes count for the scene that is due at the window's end. Until the early scene is drawn the
lock can be taken back, and nothing has happened.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from mwk_desktop.topology.counting_rules import ClosedWindow, CountingRules
from mwk_desktop.topology.leaderboard import Leaderboard
from mwk_desktop.topology.open_windows import OpenWindows
from mwk_desktop.topology.shuffle_bags import ShuffleBags
from mwk_desktop.topology.votes_elsewhere import VotesElsewhere
from mwk_desktop.topology.window_decision import decide_window, forecast_window


class _Counts(Protocol):
    """What this needs of a counting."""

    rules: CountingRules
    bags: ShuffleBags
    leaderboard: Leaderboard
    version: int

    def chart(self, start_ms: int) -> dict[str, int]: ...


class EarlyVotes:
    """Locks the votes of an open window, and draws their scene.

    Parameters
    ----------
    counting
        The counting; its ``version`` grows with every lock.
    windows
        Its open windows.
    elsewhere
        Is told of votes that another console has locked.
    """

    def __init__(self, counting: _Counts, windows: OpenWindows, elsewhere: VotesElsewhere) -> None:
        self._elsewhere = elsewhere
        self._counting = counting
        self._windows = windows
        self._locked: tuple[int, dict[str, int], int] | None = None

    def lock(self, start_ms: int, there: Mapping[str, int] | None = None) -> dict[str, str]:
        """Lock the votes of the window that begins at ``start_ms``. Returns what their scene will
        draw (nothing: nothing was locked).

        ``there``: the votes that another console has locked; they choose the scene.
        """
        counting, here = self._counting, self._counting.chart(start_ms)
        votes = here if there is None else dict(there)
        if self._locked is not None:
            return {}
        drawn = forecast_window(votes, counting.rules, counting.bags)
        if drawn:
            if there is not None:
                self._elsewhere.locked(start_ms, there, here)
            self._locked = (start_ms, votes, self._windows.window(start_ms).spend())
            counting.version += 1
        return drawn

    def unlock(self) -> None:
        """The locked votes are the open window's again."""
        if self._locked is None:
            return
        start_ms, _, spent = self._locked
        self._locked = None
        self._counting.version += 1
        window = self._windows.windows.get(start_ms)
        if window is not None:
            window.spent = spent
            window.recount(self._counting.leaderboard.hidden)

    def draw(self) -> ClosedWindow | None:
        """Draw the scene of the locked votes; None if there are none."""
        if self._locked is None:
            return None
        start_ms, votes, _ = self._locked
        self._locked = None
        self._counting.version += 1
        return decide_window(start_ms, votes, self._counting.rules, self._counting.bags)

    @property
    def spent(self) -> dict[int, int]:
        """Ballots that have chosen a scene, per open window. A lock that has not been drawn is
        none: after a kill its votes are the window's again."""
        spent = {start: window.spent for start, window in self._windows.windows.items()}
        if self._locked is not None and self._locked[0] in spent:
            spent[self._locked[0]] = self._locked[2]
        return {start: count for start, count in spent.items() if count}

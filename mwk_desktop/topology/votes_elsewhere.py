"""Windows whose votes another console counts too, and decides: for a show that follows. Pure.

Both consoles read the same tweets, but a vote near a window's end may be in time for one and late
for the other. The console that decides is right; this one counts its surplus as late.
"""

from __future__ import annotations

from collections.abc import Mapping

from mwk_desktop.topology.open_windows import OpenWindows


class VotesElsewhere:
    """Closes windows as another console has closed them.

    Parameters
    ----------
    windows
        This console's open windows.
    """

    def __init__(self, windows: OpenWindows) -> None:
        self._windows = windows
        self._surplus: dict[int, int] = {}

    def locked(self, start_ms: int, there: Mapping[str, int], here: Mapping[str, int]) -> None:
        """The votes of an open window were locked before its end, there and here."""
        more = sum(here.values()) - sum(there.values())
        self._surplus[start_ms] = self._surplus.get(start_ms, 0) + more

    def close(self, start_ms: int, end_ms: int, there: Mapping[str, int]) -> None:
        """Close a window, and every earlier one, without a draw. ``there``: its votes there."""
        surplus = self._surplus.pop(start_ms, 0) - sum(there.values())
        for window in self._windows.close(end_ms):
            if window.start_ms == start_ms:
                surplus += sum(window.votes().values())
                late = max(0, surplus)
                self._windows.votes -= late
                self._windows.late += late

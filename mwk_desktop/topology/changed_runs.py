"""Which ballots and remembered tweets of a counting have not been handed out as rows yet. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from mwk_desktop.topology.counting_rows import BallotRun
from mwk_desktop.topology.duplicates import RememberedRun, SeenTweets
from mwk_desktop.topology.open_windows import OpenWindows


class ChangedRuns:
    """What grew since the last :meth:`mark`: both only ever grow at their ends.

    Parameters
    ----------
    seen
        The tweets that are remembered.
    windows
        The open windows, whose ballots are the votes.
    """

    def __init__(self, seen: SeenTweets, windows: OpenWindows) -> None:
        self._seen = seen
        self._open = windows
        self._serial = 0
        self._ballots: dict[int, int] = {}

    def mark(self) -> None:
        """From here on everything is new."""
        self._serial = self._seen.serial
        self._ballots = {start: len(w.ballots) for start, w in self._open.windows.items()}

    def forget_window(self, start_ms: int) -> None:
        """A window has closed."""
        self._ballots.pop(start_ms, None)

    def since_mark(self) -> tuple[list[RememberedRun], list[BallotRun]]:
        """What is new; of a window with nothing new and known before, nothing."""
        return self._runs(self._serial, self._ballots)

    def whole(self) -> tuple[list[RememberedRun], list[BallotRun]]:
        """Everything."""
        return self._runs(0, {})

    def _runs(
        self, serial: int, ballots: Mapping[int, int]
    ) -> tuple[list[RememberedRun], list[BallotRun]]:
        runs = []
        for start_ms, window in sorted(self._open.windows.items()):
            first = ballots.get(start_ms, 0)
            if first < len(window.ballots) or not first:
                runs.append(BallotRun(start_ms, first, window.ballots[first:].tobytes()))
        run = self._seen.since(serial)
        return [run] if run.ids else [], runs

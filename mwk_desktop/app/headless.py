"""A show without windows: what the console would say about it goes to stderr, a line each.

Main thread. It may block; the show does not depend on it.
"""

from __future__ import annotations

import sys

from mwk_desktop.app.printing import Lines
from mwk_desktop.show.running import Handle
from mwk_desktop.show.snapshot import Snapshot


class Unwatched:
    """A running show as :func:`mwk_desktop.show.running.wait_for_end` holds it.

    It also ends when nobody is left to hear or read it: a silent output, and a reader of stdout
    that has gone. A show that can be heard goes on.
    """

    def __init__(self, show: Handle, lines: Lines) -> None:
        self._show = show
        self._lines = lines
        self._said: frozenset[str] = frozenset()

    def snapshot(self) -> Snapshot:
        return self._show.snapshot()

    def wait_finished(self, timeout_s: float) -> bool:
        """Wait a moment; whether the show is over. Says problems that are new."""
        finished = self._show.wait_finished(timeout_s)
        snapshot = self._show.snapshot()
        problems = frozenset(snapshot.problems)
        for problem in sorted(problems - self._said):
            print(f"mwk: {problem}", file=sys.stderr)
        self._said = problems
        return finished or (self._lines.unread and snapshot.engine.state == "silent")

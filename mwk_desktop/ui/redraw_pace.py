"""How often counts are drawn: at once normally, less often in a flood (GUI thread)."""

from __future__ import annotations

from typing import Final

from mwk_desktop.show.snapshot import Snapshot

FLOOD_PER_S: Final = 200.0
"""More tweets a second than this are a flood: every frame would show different numbers."""

PAUSE_MS: Final = 100
"""Least time between two drawings of a flood's counts: every changed text costs a new layout."""


class RedrawPace:
    """Decides for each snapshot whether its counts are drawn now; the next one follows soon."""

    def __init__(self) -> None:
        self._drawn_ms = -PAUSE_MS

    def due(self, snapshot: Snapshot) -> bool:
        """Whether to draw now; if so, the caller must draw."""
        passed_ms = snapshot.t_ms - self._drawn_ms
        if snapshot.counts.tweets_per_s > FLOOD_PER_S and 0 <= passed_ms < PAUSE_MS:
            return False
        self._drawn_ms = snapshot.t_ms
        return True

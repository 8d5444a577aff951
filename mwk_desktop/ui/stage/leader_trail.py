"""Who led at each tick of the window, for the floor of beats (no Qt here)."""

from __future__ import annotations

import math

from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.stage.stage_beats import floor_ticks


class LeaderTrail:
    """The leaders of the ticks since the landing; ``""`` where nobody led, or none was seen."""

    def __init__(self) -> None:
        self.leaders: list[str] = []
        self.ticks = 0

    def step(self, snapshot: Snapshot, offset_ms: float) -> bool:
        """Note who leads now, as seen ``offset_ms`` late; returns whether a tick has begun."""
        transport = snapshot.transport
        ticks, tick_beats = floor_ticks(snapshot.window_ms, transport)
        shift = offset_ms * transport.bpm / 60_000.0
        since = snapshot.window.playhead_bars * transport.beats_per_bar - shift
        tick = max(0, math.floor(since / tick_beats + 1e-6))
        if tick == len(self.leaders) - 1 and ticks == self.ticks:
            return False
        leader = snapshot.chart[0] if snapshot.chart and snapshot.chart[0].votes else None
        before = self.leaders[:tick]
        # A stage that opens in the middle does not know who led before.
        unseen = [""] * (tick - len(before))
        self.leaders = [*before, *unseen, leader.instrument if leader else ""]
        self.ticks = ticks
        return True

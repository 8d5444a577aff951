"""The race of all eight: rows by instrument, each with its rank (no Qt objects: plain values)."""

from __future__ import annotations

from collections import deque
from typing import Any

from mwk_desktop.messages import message
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.local_numbers import count
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.stage.stage_people import Riders
from mwk_desktop.ui.stage.stage_reveal import instrument_label
from mwk_desktop.units import INSTRUMENTS

ARROW_BEATS = 8
"""An overtaking is marked for two bars."""
SHORT_FROM_MS = 10_000
"""From here on the first row below the line says what it lacks."""


class StageRace:
    """Makes the rows of the race from one snapshot after another."""

    def __init__(self) -> None:
        self._ranks: deque[tuple[float, dict[str, int]]] = deque()

    def rows(
        self, snapshot: Snapshot, beats: float, riders: Riders, second: str = ""
    ) -> list[dict[str, Any]]:
        """Eight rows in a fixed order, so that windows can animate overtaking."""
        ranks = {row.instrument: rank for rank, row in enumerate(snapshot.chart)}
        votes = {row.instrument: row.votes for row in snapshot.chart}
        before = self._ranks_before(beats, ranks)
        most = max(votes.values(), default=0)
        rows = []
        for name in INSTRUMENTS:
            rank, own = ranks.get(name, 0), votes.get(name, 0)
            came_from = before.get(name, rank)
            rows.append(
                {
                    "instrument": name,
                    "name": instrument_label(name, snapshot, second),
                    "rank": rank,
                    "votes": count(own),
                    "voted": own > 0,
                    "share": round(own / most, 4) if most else 0.0,
                    "inTop": rank < snapshot.top,
                    "moved": (came_from > rank) - (came_from < rank) if own else 0,
                    "rider": riders.face(name),
                }
            )
        return rows

    def _ranks_before(self, beats: float, ranks: dict[str, int]) -> dict[str, int]:
        """The ranks two bars ago."""
        seen = self._ranks
        if seen and beats < seen[-1][0]:
            seen.clear()
        if not seen or seen[-1][1] != ranks:
            seen.append((beats, ranks))
        while len(seen) > 1 and seen[1][0] <= beats - ARROW_BEATS:
            seen.popleft()
        return seen[0][1]

    def forget(self) -> None:
        """Begin a new race, in which nobody has overtaken anybody."""
        self._ranks.clear()


def short_text(snapshot: Snapshot) -> str:
    """What the first row below the line lacks in the last seconds: "2 short", "level"."""
    chart, top = snapshot.chart, snapshot.top
    if snapshot.window.remaining_ms > SHORT_FROM_MS or snapshot.hold:
        return ""
    if not 0 < top < len(chart) or not chart[top].votes:
        return ""
    lacks = chart[top - 1].votes - chart[top].votes
    if lacks == 0:
        return translate("Stage", "level")
    return message_text(message("{count} short", count=lacks))

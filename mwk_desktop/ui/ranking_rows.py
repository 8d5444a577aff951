"""Votes, leaderboard and messages as rows, for both windows (GUI thread only)."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.interface_language import instrument_name
from mwk_desktop.ui.local_numbers import count
from mwk_desktop.ui.pictures.picture_cache import PictureCache
from mwk_desktop.ui.safe_text import NAME_LIMIT, initial, safe, tint
from mwk_desktop.ui.view_model import view_model_class

TINTS = 6

_MOVED_FOR_MS = 5_000
"""How long a row shows that it overtook another."""

VoteView = view_model_class(
    "VoteView",
    {
        "instrument": "",
        "name": "",
        "rank": 0,
        "votes": 0,
        "votesText": "0",
        "share": 0.0,
        "inTop": False,
        "moved": 0,
    },
)

LeaderView = view_model_class(
    "LeaderView",
    {
        "rank": 0,
        "name": "",
        "initial": "",
        "tint": 0,
        "picture": "",
        "tweets": "",
        "present": False,
    },
)


def avatar(name: str) -> dict[str, Any]:
    """Initial and colour of a user without a picture."""
    return {"initial": initial(name), "tint": tint(name, TINTS)}


class VoteRows:
    """Eight rows in a fixed order; each knows its rank, so that windows can animate overtaking.

    Parameters
    ----------
    instruments
        One per row.
    name_of
        Returns a row's name in a snapshot; by default as on the console's strips.
    """

    def __init__(
        self,
        instruments: tuple[str, ...],
        name_of: Callable[[str, Snapshot], str] = lambda instrument, _: instrument_name(instrument),
    ) -> None:
        self._name_of = name_of
        self.rows = [VoteView() for _ in instruments]
        self._place = {name: i for i, name in enumerate(instruments)}
        self._seen: Any = None
        self._ranks: deque[tuple[int, dict[str, int]]] = deque()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the chart; a row that changed its rank recently shows which way."""
        now_ms = snapshot.t_ms
        key = (snapshot.chart, snapshot.top, snapshot.aliases, now_ms // 250)
        if key == self._seen:
            return
        self._seen = key
        ranks = {row.instrument: rank for rank, row in enumerate(snapshot.chart)}
        if not self._ranks or self._ranks[-1][1] != ranks:
            self._ranks.append((now_ms, ranks))
        # The oldest kept ranking is the one from the beginning of the span.
        while len(self._ranks) > 1 and self._ranks[1][0] <= now_ms - _MOVED_FOR_MS:
            self._ranks.popleft()
        before = self._ranks[0][1]
        most = max((row.votes for row in snapshot.chart), default=0)
        for rank, row in enumerate(snapshot.chart):
            place = self._place.get(row.instrument)
            if place is None:
                continue
            came_from = before.get(row.instrument, rank)
            moved = (came_from > rank) - (came_from < rank) if row.votes else 0
            self.rows[place].set_properties(
                {
                    "instrument": row.instrument,
                    "name": self._name_of(row.instrument, snapshot),
                    "rank": rank,
                    "votes": row.votes,
                    "votesText": count(row.votes),
                    "share": round(row.votes / most, 4) if most else 0.0,
                    "inTop": rank < snapshot.top,
                    "moved": moved,
                }
            )

    def retranslate(self) -> None:
        """Show all texts again with the next snapshot, in another language."""
        self._seen = None

    def name(self, snapshot: Snapshot) -> None:
        """Update only the rows' names, in another language."""
        for row in self.rows:
            if row.instrument:
                row.set_properties({"name": self._name_of(row.instrument, snapshot)})

    def rest(self) -> None:
        """No votes can come: freeze the bars, and show no row as rising or falling."""
        for row in self.rows:
            row.set_properties({"moved": 0})


class LeaderRows:
    """The first rows of the leaderboard.

    Parameters
    ----------
    rows
        How many.
    pictures
        Source of their pictures; None: initials only.
    """

    def __init__(self, rows: int, pictures: PictureCache | None = None) -> None:
        self.rows = [LeaderView() for _ in range(rows)]
        self.pictures = pictures
        self._seen: Any = None

    def retranslate(self) -> None:
        """Show all texts again with the next snapshot, in another language."""
        self._seen = None

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the leaderboard; rows beyond its end are empty."""
        pictures = self.pictures
        # A new picture changes the rows too, even if the leaderboard does not change.
        key = (snapshot.leaders, 0 if pictures is None else pictures.serial)
        if key == self._seen:
            return
        self._seen = key
        for rank, row in enumerate(self.rows):
            if rank >= len(snapshot.leaders):
                row.set_properties(
                    {"rank": rank, "present": False, "name": "", "tweets": "", "picture": ""}
                )
                continue
            leader = snapshot.leaders[rank]
            row.set_properties(
                {
                    "rank": rank,
                    "present": True,
                    "name": safe(leader.name, NAME_LIMIT),
                    "tweets": count(leader.tweets),
                    "picture": pictures.source(leader.image_url) if pictures else "",
                    **avatar(leader.name),
                }
            )

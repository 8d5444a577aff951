"""The night in figures: who leads, what was counted, how often each instrument played."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.local_numbers import count
from mwk_desktop.ui.ranking_rows import avatar
from mwk_desktop.ui.safe_text import NAME_LIMIT, safe

TOTALS_DEFAULTS: dict[str, Any] = {"totals": [], "scenesPlayed": [], "leader": {}}
"""``totals``: tweets, votes, people, scenes; ``leader`` is empty while nobody has written."""


def totals_properties(snapshot: Snapshot, language: str) -> dict[str, Any]:
    """The figures of the end."""
    counts, totals = snapshot.counts, snapshot.scene_totals
    numbers = (counts.tweets, counts.votes, counts.users, totals.scenes)
    played = sorted(totals.by_instrument, key=lambda row: -row[1])
    most = max((scenes for _, scenes in played), default=0) or 1
    return {
        "totals": [count(number, language) for number in numbers],
        "scenesPlayed": [
            {"instrument": name, "scenes": count(scenes, language), "share": scenes / most}
            for name, scenes in played
        ],
    }


def leader_properties(
    snapshot: Snapshot, source: Callable[[str], str], language: str
) -> dict[str, Any]:
    """The first of the leaderboard; ``source`` maps a picture's address to what QML may show."""
    if not snapshot.leaders:
        return {"leader": {}}
    first = snapshot.leaders[0]
    leader = {
        "name": safe(first.name, NAME_LIMIT),
        "tweets": count(first.tweets, language),
        "picture": source(first.image_url),
        **avatar(first.name),
    }
    return {"leader": leader}

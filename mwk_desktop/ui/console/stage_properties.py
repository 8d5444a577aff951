"""The console's stage panel: what the stage shows, and since when (no Qt here)."""

from __future__ import annotations

from typing import Any

from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.stage_state import StageMoment
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.number_text import elapsed

STAGE_DEFAULTS: dict[str, Any] = {
    "stageMoment": "votes",
    "stageEndAsked": False,
    "stageBlackText": "",
    "blackIsDark": True,  # else the room sees the hashtag or a picture under Black
    "canQuery": False,
}


def stage_properties(snapshot: Snapshot) -> dict[str, Any]:
    """Values for :data:`STAGE_DEFAULTS`."""
    stage, query = snapshot.stage, snapshot.workers.query
    black = ""
    if stage.moment is StageMoment.BLACK:
        black = translate("Stage", "BLACK for %1: B goes on")
        black = black.replace("%1", elapsed(snapshot.t_ms - stage.since_ms))
    return {
        "stageMoment": "winner" if snapshot.winner is not None else stage.moment.value,
        "stageEndAsked": stage.end_asked,
        "stageBlackText": black,
        "canQuery": query is not None and bool(query.columns),
    }


def stage_key(snapshot: Snapshot) -> tuple[Any, ...]:
    """Changes whenever :func:`stage_properties` must be shown at once."""
    stage, query = snapshot.stage, snapshot.workers.query
    return (stage.moment, stage.end_asked, query is not None and bool(query.columns))

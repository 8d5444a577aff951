"""The snapshot that the audience may see: no name, text or picture that is not let through.

Pure. The stage and whatever else the room reads take this; the console takes the whole snapshot.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from mwk_desktop.show.audience_query import UNSHOWN_TEXT, audience_query
from mwk_desktop.show.message_commands import ModerationState
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.stage_state import StageMoment

UNSHOWN_NAME: Final = UNSHOWN_TEXT
"""Shown instead of a name that was not approved; its place still counts."""


def audience_snapshot(snapshot: Snapshot) -> Snapshot:
    """``snapshot`` without what waits, and without names and pictures that nobody approved."""
    snapshot = _with_audience_query(snapshot)
    state = snapshot.moderation
    if state.names is None and not state.queue:
        return snapshot
    shown = replace(snapshot, moderation=ModerationState(state.approve, state.waiting))
    names = state.names
    if names is None:
        return shown
    winner = snapshot.winner
    if winner is not None:
        winner = replace(
            winner,
            rows=tuple(
                replace(row, name=_name(row.name, names), image_url=names.get(row.name, ""))
                for row in winner.rows
            ),
            names=tuple(name for name in winner.names if name in names),
        )
    return replace(
        shown,
        leaders=tuple(
            replace(leader, name=_name(leader.name, names), image_url=names.get(leader.name, ""))
            for leader in snapshot.leaders
        ),
        winner=winner,
    )


def _with_audience_query(snapshot: Snapshot) -> Snapshot:
    """Moderate the SQL page's answer like any message, and include it only while it is shown."""
    query = snapshot.workers.query
    if query is None:
        return snapshot
    shown = audience_query(query, snapshot) if snapshot.stage.moment is StageMoment.SQL else None
    if shown is query:
        return snapshot
    return replace(snapshot, workers=replace(snapshot.workers, query=shown))


def _name(name: str, names: Mapping[str, str]) -> str:
    return name if name in names else UNSHOWN_NAME

"""The snapshot that the audience may see: no name, text or picture that is not let through.

Pure. The stage and whatever else the room reads take this; the console takes the whole snapshot.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from mwk_desktop.show.message_commands import ModerationState
from mwk_desktop.show.snapshot import Snapshot

UNSHOWN_NAME: Final = "\u2022\u2022\u2022"
"""Stands for the name of somebody of whom nothing was approved: the place counts all the same."""


def audience_snapshot(snapshot: Snapshot) -> Snapshot:
    """``snapshot`` without what waits, and without names and pictures that nobody approved."""
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


def _name(name: str, names: Mapping[str, str]) -> str:
    return name if name in names else UNSHOWN_NAME

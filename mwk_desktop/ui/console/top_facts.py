"""All that is not a strip: header, transport, buttons, master and the health line."""

from __future__ import annotations

from typing import Any

from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.console.header_facts import HEADER_DEFAULTS, header_facts
from mwk_desktop.ui.console.health_facts import HEALTH_DEFAULTS, health_facts
from mwk_desktop.ui.console.master_facts import MASTER_DEFAULTS, master_facts
from mwk_desktop.ui.console.transport_facts import (
    TRANSPORT_DEFAULTS,
    bars_words,
    moving_facts,
    transport_facts,
)

__all__ = [
    "TOP_DEFAULTS",
    "bars_words",
    "moving_facts",
    "resting_facts",
    "resting_key",
    "top_facts",
]

TOP_DEFAULTS: dict[str, Any] = {
    **HEADER_DEFAULTS,
    **TRANSPORT_DEFAULTS,
    **MASTER_DEFAULTS,
    **HEALTH_DEFAULTS,
    "held": False,
    "panic": "",
    "fade": "",
    "winner": False,
    "canWin": False,
}


def top_facts(snapshot: Snapshot, offset_ms: float, language: str) -> dict[str, Any]:
    """Values for :data:`TOP_DEFAULTS` (all but the master's peak, which the meters know)."""
    return {**moving_facts(snapshot, offset_ms), **resting_facts(snapshot, language)}


def resting_facts(snapshot: Snapshot, language: str, late_share: float = 0.0) -> dict[str, Any]:
    """The part made of words: asked for when :func:`resting_key` changes."""
    return {
        **header_facts(snapshot),
        **transport_facts(snapshot),
        **master_facts(snapshot),
        **health_facts(snapshot, language, late_share),
        "held": snapshot.hold,
        "panic": snapshot.panic,
        "fade": snapshot.fade,
        "winner": snapshot.winner is not None,
        "canWin": snapshot.winner is not None or bool(snapshot.leaders),
    }


def resting_key(snapshot: Snapshot) -> tuple[Any, ...]:
    """Differs when :func:`resting_facts` may: at once for what was pressed, else 10 times a second.

    Words cost far more than numbers, and nobody reads a count sixty times a second.
    """
    window = snapshot.window
    return (
        snapshot.t_ms // 100,
        -(-window.remaining_ms // 1000),
        window.bars_to_landing,
        window.first_bar,
        snapshot.hold,
        snapshot.panic,
        snapshot.fade,
        snapshot.winner is None,
        snapshot.next_scene_cancelled,
        snapshot.scene_number,
        snapshot.master_gain,
        snapshot.can_undo,
        snapshot.undo_label,
        snapshot.source.kind,
        snapshot.source.state,
        snapshot.engine.state,
        snapshot.engine.device_missing,
        snapshot.engine.detail,
        snapshot.recording,
        snapshot.workers.offers,
        None if snapshot.master_recorded_ms is None else snapshot.master_recorded_ms // 1000,
    )

"""The console's properties apart from strips: header, transport, buttons, master, health line."""

from __future__ import annotations

from typing import Any

from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.console.desk_properties import DESK_DEFAULTS, desk_properties
from mwk_desktop.ui.console.header_properties import HEADER_DEFAULTS, header_properties
from mwk_desktop.ui.console.health_properties import HEALTH_DEFAULTS, health_properties
from mwk_desktop.ui.console.learn_properties import LEARN_DEFAULTS, learn_properties
from mwk_desktop.ui.console.master_properties import MASTER_DEFAULTS, master_properties
from mwk_desktop.ui.console.report_controls import REPORT_DEFAULTS, report_properties
from mwk_desktop.ui.console.stage_properties import (
    STAGE_DEFAULTS,
    stage_key,
    stage_properties,
)
from mwk_desktop.ui.console.strip_properties import ghost_of
from mwk_desktop.ui.console.transport_properties import (
    TRANSPORT_DEFAULTS,
    bars_words,
    moving_properties,
    transport_properties,
)

__all__ = [
    "TOP_DEFAULTS",
    "bars_words",
    "console_properties",
    "moving_properties",
    "resting_key",
    "resting_properties",
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
    **STAGE_DEFAULTS,
    **DESK_DEFAULTS,
    **LEARN_DEFAULTS,
    **REPORT_DEFAULTS,
    "stagePicture": "",
    "stagePictureOld": False,
}


def console_properties(snapshot: Snapshot, offset_ms: float, language: str) -> dict[str, Any]:
    """Values for :data:`TOP_DEFAULTS` (except the master's peak, which comes from the meters)."""
    return {**moving_properties(snapshot, offset_ms), **resting_properties(snapshot, language)}


def resting_properties(
    snapshot: Snapshot, language: str, late_share: float = 0.0
) -> dict[str, Any]:
    """The texts: computed when :func:`resting_key` changes."""
    return {
        **header_properties(snapshot),
        **transport_properties(snapshot),
        **master_properties(snapshot),
        **health_properties(snapshot, language, late_share),
        "held": snapshot.hold,
        "panic": snapshot.panic,
        "fade": snapshot.fade,
        "winner": snapshot.winner is not None,
        "canWin": snapshot.winner is not None or bool(snapshot.leaders),
        **stage_properties(snapshot),
        **desk_properties(snapshot),
        **learn_properties(snapshot.workers.controllers),
        **report_properties(snapshot),
    }


def resting_key(snapshot: Snapshot) -> tuple[Any, ...]:
    """A key that changes when :func:`resting_properties` may: at once after a press, else every 100
    ms.

    Texts cost far more than numbers, and no one reads a count sixty times a second.
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
        snapshot.silence.kind,
        snapshot.winner is None,
        stage_key(snapshot),
        snapshot.desk,
        snapshot.next_scene_cancelled,
        snapshot.scene_number,
        snapshot.master_gain,
        snapshot.sound,
        ghost_of(snapshot, "master.fader"),
        snapshot.can_undo,
        snapshot.workers.controllers and snapshot.workers.controllers.learn,
        snapshot.workers.report,
        snapshot.undo_label,
        snapshot.workers.hands,
        snapshot.source.kind,
        snapshot.source.state,
        snapshot.engine.state,
        snapshot.engine.device_missing,
        snapshot.engine.detail,
        snapshot.recording,
        snapshot.workers.offers,
        None if snapshot.master_recorded_ms is None else snapshot.master_recorded_ms // 1000,
    )

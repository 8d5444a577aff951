"""What the replay's bar shows of a snapshot."""

from __future__ import annotations

from typing import Any

from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.names import translate
from mwk_desktop.ui.words import long_time

REPLAY_DEFAULTS: dict[str, Any] = {
    "replaying": False,
    "paused": False,
    "ended": False,
    "positionText": "",
    "lengthText": "",
    "positionShare": 0.0,
    "speed": 1.0,
}


def replay_facts(snapshot: Snapshot) -> dict[str, Any]:
    """What the replay's bar shows; all empty when this is no replay."""
    replay = snapshot.replay
    if replay is None:
        return dict(REPLAY_DEFAULTS)
    length = max(1, replay.length_ms)
    return {
        "replaying": True,
        "paused": replay.paused,
        "ended": replay.ended,
        "positionText": long_time(replay.position_ms),
        "lengthText": translate("Replay", "of %1").replace("%1", long_time(replay.length_ms)),
        "positionShare": round(min(1.0, max(0.0, replay.position_ms / length)), 4),
        "speed": replay.speed,
    }

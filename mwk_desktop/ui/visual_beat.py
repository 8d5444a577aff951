"""The transport as it should be seen: the beat shifted by the setting for late sound.

Bluetooth and HDMI delay sound, so pictures may have to wait for it (0 to 300 ms). No Qt here.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from mwk_desktop.show.snapshot import TransportState


@dataclass(frozen=True, slots=True)
class VisualBeat:
    """Bar and beat as shown, and where in the beat and the loop."""

    bar: int
    beat: int
    phase: float
    loop_phase: float


def visual_beat(transport: TransportState, offset_ms: float) -> VisualBeat:
    """Bar, beat and loop position ``offset_ms`` ago."""
    per_bar = max(1, transport.beats_per_bar)
    per_loop = per_bar * max(1, transport.bars_per_loop)
    bpm = transport.bpm if transport.bpm > 0 else 120.0
    shift = offset_ms * bpm / 60_000.0
    beats = (transport.bar - 1) * per_bar + (transport.beat - 1) + transport.beat_phase - shift
    whole = math.floor(beats)
    return VisualBeat(
        bar=whole // per_bar + 1,
        beat=whole % per_bar + 1,
        phase=beats - whole,
        loop_phase=(transport.loop_phase - shift / per_loop) % 1.0,
    )

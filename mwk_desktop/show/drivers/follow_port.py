"""The engine port of a show that follows: first the past, at once, then the engine itself.

A console that comes late carries out what was decided since the show began. The engine hears only
what is left of it: what sounds now, and what is to come. Show thread only.
"""

from __future__ import annotations

from collections.abc import Sequence

from mwk_desktop.engine.protocol import (
    SILENCE,
    TRACKS,
    TRANSITION_TRACKS,
    EnginePort,
    Launch,
    PortEvent,
    Ramp,
)
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches


class FollowPort:
    """An engine port that carries out the past by itself, until :meth:`reach_now`.

    Parameters
    ----------
    port
        The engine.
    rate_hz
        Of the transport.
    """

    def __init__(self, port: EnginePort, rate_hz: int) -> None:
        self._engine = port
        self._past: PlannedLaunches | None = PlannedLaunches(rate_hz)
        self._port: EnginePort = self._past
        self.prepare_clips, self.plan_cue = port.prepare_clips, port.plan_cue
        self.status, self.frame_now = port.status, port.frame_now
        self.play, self.close = port.play, port.close

    def advance_past(self, frame: int) -> None:
        """The past has reached ``frame``; nothing once the engine plays."""
        if self._past is not None:
            self._past.advance_to(frame)

    def reach_now(self) -> None:
        """The past is over: the engine gets what sounds, and what is to come."""
        past, self._past = self._past, None
        if past is None:
            return
        self._port = self._engine
        for track in range(TRACKS):
            sounding = past.launches[track][-1:]
            if track in TRANSITION_TRACKS or (sounding and sounding[0].clip == SILENCE):
                sounding = []
            self._engine.plan_launches(track, [*sounding, *past.pending_launches[track]])
        for curve in past.ramps.keys() | past.pending_ramps.keys():
            ramps = past.ramps.get(curve, [])[-1:] + past.pending_ramps.get(curve, [])
            self._engine.plan_ramps(curve, ramps)

    # -- EnginePort --------------------------------------------------------------------------

    def plan_launches(self, strip: int, launches: Sequence[Launch]) -> None:
        self._port.plan_launches(strip, launches)

    def plan_ramps(self, curve: int, ramps: Sequence[Ramp]) -> None:
        self._port.plan_ramps(curve, ramps)

    def events(self) -> list[PortEvent]:
        return self._port.events()

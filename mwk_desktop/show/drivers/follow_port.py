"""The engine port of a show that follows: first the past, at once, then the engine itself.

A console that comes late carries out what was decided since the show began. The engine hears only
what is left of it: what sounds now, and what is to come. Show thread only.
"""

from __future__ import annotations

from collections.abc import Sequence

from mwk_desktop.engine.engine_mirror import EngineMirror
from mwk_desktop.engine.protocol import (
    CURVES,
    TRACKS,
    EnginePort,
    Landed,
    Launch,
    PortEvent,
    Ramp,
    Ramped,
)
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.units import ramp_frames


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
        """Play the past up to ``frame``; does nothing once the engine plays."""
        if self._past is not None:
            self._past.advance_to(frame)

    def reach_now(self) -> None:
        """End the past: give the engine what sounds and what is to come, like a replacement engine.
        Its gains come first: a muted console must not be heard for a block."""
        past, self._past = self._past, None
        if past is None:
            return
        self._port = self._engine
        mirror, frame = _mirror_of(past), self._engine.frame_now()
        for curve in range(CURVES):
            ramps = mirror.ramps_for_new_engine(curve, frame)
            if ramps:
                self._engine.plan_ramps(curve, ramps)
        fade_frames = ramp_frames(past.rate_hz)
        for track in range(TRACKS):
            launches = mirror.launches_for_new_engine(track, fade_frames)
            if launches:
                self._engine.plan_launches(track, launches)

    # -- EnginePort --------------------------------------------------------------------------

    def plan_launches(self, strip: int, launches: Sequence[Launch]) -> None:
        self._port.plan_launches(strip, launches)

    def plan_ramps(self, curve: int, ramps: Sequence[Ramp]) -> None:
        self._port.plan_ramps(curve, ramps)

    def events(self) -> list[PortEvent]:
        return self._port.events()


def _mirror_of(past: PlannedLaunches) -> EngineMirror:
    """The state of an engine that had played the past."""
    mirror = EngineMirror()
    for track, launches in enumerate(past.launches):
        for launch in launches[-1:]:
            fades = launch.fade_in_frames, launch.fade_out_frames
            mirror.apply_event(Landed(launch.frame, 0, track, launch.clip, *fades))
        mirror.plan_launches(track, past.pending_launches[track])
    for curve, ramps in past.ramps.items():
        for ramp in ramps:
            mirror.apply_event(Ramped(ramp.frame, 0, curve, ramp.target, ramp.ramp_frames))
    for curve, ramps in past.pending_ramps.items():
        mirror.plan_ramps(curve, ramps)
    return mirror

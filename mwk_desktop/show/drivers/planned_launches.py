"""The offline engine port: collects what lands when, to be rendered afterwards.

It takes the same plans as the engine's process and carries them out on a clock that its driver
moves. No audio here: a bounce renders the result with :mod:`mwk_desktop.engine.offline_render`;
``replay --speed max`` only needs the landings.
"""

from __future__ import annotations

from collections.abc import Sequence

from mwk_desktop.engine.protocol import (
    NOW,
    TRACKS,
    TRANSITION_TRACKS,
    CuePlan,
    EngineStatus,
    Landed,
    Launch,
    PortEvent,
    Ramp,
    Ramped,
)


class PlannedLaunches:
    """Collects launches and ramps with the frames they land on.

    ``launches[strip]`` and ``ramps[curve]`` are in frame order. The transport stands still until
    :meth:`advance_to`; a plan for the past, or for NOW, lands where the transport stands.
    """

    def __init__(self, rate_hz: int) -> None:
        self.rate_hz = rate_hz
        self.frame = 0
        self.launches: list[list[Launch]] = [[] for _ in range(TRACKS)]
        self.ramps: dict[int, list[Ramp]] = {}
        self.pending_launches: list[list[Launch]] = [[] for _ in range(TRACKS)]
        self.pending_ramps: dict[int, list[Ramp]] = {}
        self._events: list[PortEvent] = []

    def plan_launches(self, strip: int, launches: Sequence[Launch]) -> None:
        """Replace one strip's future launches."""
        self.pending_launches[strip] = list(launches)
        self._settle()

    def plan_ramps(self, curve: int, ramps: Sequence[Ramp]) -> None:
        """Replace one gain curve's future ramps."""
        self.pending_ramps[curve] = list(ramps)
        self._settle()

    def prepare_clips(self, clips: Sequence[int]) -> None:
        """Do nothing: nothing sounds here."""

    def plan_cue(self, plan: CuePlan) -> None:
        """Do nothing: there are no headphones here."""

    def advance_to(self, frame: int) -> None:
        """Move the transport to ``frame``; everything before it lands."""
        self.frame = max(self.frame, frame)
        self._settle()

    def _settle(self) -> None:
        for strip, pending in enumerate(self.pending_launches):
            while pending and (pending[0].frame == NOW or pending[0].frame <= self.frame):
                launch = pending.pop(0)
                if launch.frame == NOW:
                    launch = launch._replace(frame=self.frame)
                self._land(strip, launch)
        for curve, waiting in self.pending_ramps.items():
            while waiting and (waiting[0].frame == NOW or waiting[0].frame <= self.frame):
                ramp = waiting.pop(0)
                if ramp.frame == NOW:
                    ramp = ramp._replace(frame=self.frame)
                self.ramps.setdefault(curve, []).append(ramp)
                self._events.append(Ramped(ramp.frame, 0, curve, ramp.target, ramp.ramp_frames))

    def _land(self, strip: int, launch: Launch) -> None:
        done = self.launches[strip]
        if not done or done[-1].clip != launch.clip or strip in TRANSITION_TRACKS:
            done.append(launch)
        self._events.append(
            Landed(
                launch.frame,
                0,
                strip,
                launch.clip,
                launch.fade_in_frames,
                launch.fade_out_frames,
                launch.early_frames,
            )
        )

    def events(self) -> list[PortEvent]:
        events, self._events = self._events, []
        return events

    def frame_now(self) -> int:
        return self.frame

    def status(self) -> EngineStatus:
        return EngineStatus(
            state="offline",
            frame=self.frame,
            frame_time_ns=0,
            segment=0,
            device="",
            rate_hz=self.rate_hz,
            block_frames=0,
        )

    def play(self) -> None:
        """Do nothing: the driver moves the transport."""

    def close(self) -> None:
        """Do nothing: no resources are held."""

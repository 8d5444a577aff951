"""What the engine was asked to do and what it did, so that a replacement can be set up."""

from __future__ import annotations

from collections.abc import Sequence

from mwk_desktop.engine.frame_map import FrameMap
from mwk_desktop.engine.gains import Gain
from mwk_desktop.engine.protocol import (
    CURVES,
    INITIAL,
    NO_CUE,
    NOW,
    SILENCE,
    TRACKS,
    TRANSITION_TRACKS,
    Event,
    Landed,
    Launch,
    Ramp,
)


class EngineMirror:
    """Tracks an engine: what sounds on each strip, each curve's gain, and what is pending on both.

    It receives the same plans as the engine, and the engine's events. One thread at a time.
    """

    def __init__(self) -> None:
        self.cue = NO_CUE
        """What is pre-listened to."""
        self._sounding = [SILENCE] * TRACKS
        self._launches: list[list[Launch]] = [[] for _ in range(TRACKS)]
        self._gains = [Gain(value) for value in INITIAL]
        self._ramps: list[list[Ramp]] = [[] for _ in range(CURVES)]
        # What restores a strip or a curve in a new engine, until that engine says that it did.
        self._restoring_launches: list[list[Launch]] = [[] for _ in range(TRACKS)]
        self._restoring_ramps: list[list[Ramp]] = [[] for _ in range(CURVES)]

    @property
    def sounding(self) -> list[int]:
        """The clips that sound."""
        return [clip for clip in self._sounding if clip != SILENCE]

    @property
    def coming(self) -> list[int]:
        """The clips that are planned, the nearest first."""
        every = sorted((each for plan in self._launches for each in plan), key=lambda it: it.frame)
        return [launch.clip for launch in every if launch.clip != SILENCE]

    def plan_launches(self, strip: int, launches: Sequence[Launch]) -> list[Launch]:
        """Replace what is pending on the strip; returns what the engine must be sent.

        That is more than ``launches`` where a new engine has not played its first block yet: a plan
        replaces what the engine was set up with, and the strip would stay silent.
        """
        self._launches[strip] = sorted(launches, key=lambda launch: launch.frame)
        return [*self._restoring_launches[strip], *launches]

    def plan_ramps(self, curve: int, ramps: Sequence[Ramp]) -> list[Ramp]:
        """Replace what is pending on the curve; returns what the engine must be sent."""
        self._ramps[curve] = sorted(ramps, key=lambda ramp: ramp.frame)
        return [*self._restoring_ramps[curve], *ramps]

    def to_transport(self, event: Event, frames: FrameMap) -> Event:
        """An engine's event in transport frames; call it before :meth:`apply_event`."""
        if isinstance(event, Landed):
            return frames.event_to_transport(event, self._launches[event.strip], ())
        return frames.event_to_transport(event, (), self._ramps[event.curve])

    def apply_event(self, event: Event) -> None:
        """Record what an engine did; if that was the first pending item, it is done."""
        if isinstance(event, Landed):
            self._sounding[event.strip] = event.clip
            self._restoring_launches[event.strip] = []
            launches = self._launches[event.strip]
            if launches and launches[0].frame <= event.frame and launches[0].clip == event.clip:
                del launches[0]
        else:
            self._restoring_ramps[event.curve] = []
            self._gains[event.curve].ramp(event.frame, event.target, event.ramp_frames)
            ramps = self._ramps[event.curve]
            if ramps and ramps[0].frame <= event.frame and ramps[0].target == event.target:
                del ramps[0]

    def launches_for_new_engine(self, strip: int, fade_frames: int) -> list[Launch]:
        """Launches for what sounds now (at once, with a short fade) and for all that is pending."""
        clip = self._sounding[strip]
        if strip in TRANSITION_TRACKS:
            clip = SILENCE  # it plays once: from its start it would come too late
        again = [] if clip == SILENCE else [Launch(NOW, clip, fade_frames, fade_frames)]
        self._restoring_launches[strip] = again
        return again + self._launches[strip]

    def ramps_for_new_engine(self, curve: int, frame: int) -> list[Ramp]:
        """Ramps for the gain at ``frame``, the rest of a running ramp, and all that is pending."""
        gain = self._gains[curve]
        frame = max(frame, gain.start_frame)  # earlier only where the transport was moved back
        value = gain.at(frame)
        untouched = value == gain.target == INITIAL[curve]
        again = [] if untouched else [Ramp(NOW, value, 0)]
        if frame < gain.end_frame:
            again.append(Ramp(NOW, gain.target, gain.end_frame - frame))
        self._restoring_ramps[curve] = again
        return again + self._ramps[curve]

"""Converts what a recorded show's engine did into the frames of its replay.

The log holds the transport frame on which each launch and ramp really landed. A replay and a bounce
count frames from the start of the first window that holds a tweet, so every frame moves by the same
shift.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from mwk_desktop.engine.protocol import (
    CURVES,
    ROOM_CURVES,
    SILENCE,
    TRACKS,
    TRANSITION_TRACKS,
    EnginePort,
    Launch,
    Ramp,
)
from mwk_desktop.show.log.show_log import TRACK_NAMES
from mwk_desktop.show.music import Music
from mwk_desktop.units import ramp_frames


class RecordedLandings:
    """Launches and ramps of a recorded show.

    Parameters
    ----------
    start
        The log's ``start`` line.
    music
        The sound set that plays now; its loop must have the recorded length.
    first_window_ms
        Event time of frame 0.
    """

    def __init__(self, start: Mapping[str, Any], music: Music, first_window_ms: int) -> None:
        self._music = music
        self.ratio = Fraction(music.rate_hz, start["rate_hz"])
        lead_in_ms = first_window_ms - start["anchor_ms"]
        first_frame = Fraction(lead_in_ms * start["rate_hz"], 1000) + start["anchor_frame"]
        self.shift_frames = -round(first_frame * self.ratio)
        self.origin_frame = self.frame(start["origin_frame"])
        self.launches: list[list[Launch]] = [[] for _ in range(TRACKS)]
        self.ramps: dict[int, list[Ramp]] = {}

    def frame(self, recorded_frame: int) -> int:
        """Replay frame of a recorded transport frame (negative: before the first window)."""
        frame: int = round(recorded_frame * self.ratio) + self.shift_frames
        return frame

    def add(self, line: Mapping[str, Any]) -> None:
        """Add one line of the log; lines other than valid landings and ramps are ignored."""
        try:
            if line.get("type") == "landing":
                self._add_landing(line)
            elif line.get("type") == "ramp":
                self._add_ramp(line)
        except (KeyError, TypeError, ValueError):
            return  # an edited, invalid line: the others still play

    def _scaled(self, frames: int) -> int:
        return round(frames * self.ratio)

    def _add_landing(self, line: Mapping[str, Any]) -> None:
        strip = TRACK_NAMES.index(line.get("track") or line["instrument"])
        name = line["clip"]
        if not isinstance(name, str | None):
            raise TypeError("a clip's name is text")
        found = None if name is None else self._music.sound_id(name)
        clip = SILENCE if found is None else found
        frame = self.frame(line["frame"])
        fade_in = self._scaled(line["fade_in_frames"])
        if frame < 0 and strip in TRANSITION_TRACKS:
            return  # it played once, before
        if frame < 0:
            frame, fade_in = 0, ramp_frames(self._music.rate_hz)
            self.launches[strip].clear()
        fade_out = self._scaled(line["fade_out_frames"])
        early = min(frame, self._scaled(line.get("early_frames", 0)))
        self.launches[strip].append(Launch(frame, clip, fade_in, fade_out, early))

    def _add_ramp(self, line: Mapping[str, Any]) -> None:
        curve = int(line["curve"])
        if not 0 <= curve < CURVES or curve in ROOM_CURVES:
            return
        frame = self.frame(line["frame"])
        frames = self._scaled(line["ramp_frames"])
        if frame < 0:
            frame, frames = 0, 0
            self.ramps.pop(curve, None)
        ramp = Ramp(frame, float(line["target"]), frames)
        self.ramps.setdefault(curve, []).append(ramp)


@dataclass(frozen=True, slots=True)
class LogClock:
    """How the transport of a recorded show was tied to the wall clock."""

    anchor_ms: int
    anchor_frame: int
    rate_hz: int

    def event_ms(self, frame: int) -> Fraction:
        """Wall clock at a recorded transport frame."""
        return self.anchor_ms + Fraction((frame - self.anchor_frame) * 1000, self.rate_hz)


def log_clock_of(start: Mapping[str, Any]) -> LogClock | None:
    """How the recorded transport was tied to the wall clock; None if the log does not tell."""
    try:
        tie = int(start["anchor_ms"]), int(start["anchor_frame"]), int(start["rate_hz"])
    except (KeyError, TypeError, ValueError):
        return None
    return LogClock(*tie) if tie[2] > 0 else None


def matches(start: Mapping[str, Any], music: Music) -> bool:
    """Whether the recorded frames fit this sound set: loops of equal length."""
    try:
        recorded = Fraction(start["loop_frames"], start["rate_hz"])
        int(start["anchor_ms"]), int(start["anchor_frame"]), int(start["origin_frame"])
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return False
    return abs(recorded - Fraction(music.loop_frames, music.rate_hz)) < Fraction(1, 1000)


class RecordedLandingsPort:
    """An engine port between conductor and engine that plays a recorded show's own landings.

    The conductor follows the log for what is shown; the engine plays the log's launches. As soon
    as the presenter takes over, the conductor's plans go through.
    """

    def __init__(self, port: EnginePort) -> None:
        self._port = port
        self._following = True
        self._held_launches: dict[int, Sequence[Launch]] = {}
        self._held_ramps: dict[int, Sequence[Ramp]] = {}
        self.prepare_clips, self.plan_cue = port.prepare_clips, port.plan_cue
        self.events = port.events
        self.status = port.status
        self.frame_now = port.frame_now
        self.play = port.play
        self.close = port.close

    @property
    def following(self) -> bool:
        return self._following

    def plan_log(self, landings: RecordedLandings) -> None:
        """Send all recorded landings to the engine."""
        for strip, launches in enumerate(landings.launches):
            self._port.plan_launches(strip, launches)
        for curve, ramps in landings.ramps.items():
            self._held_ramps.setdefault(curve, ())
            self._port.plan_ramps(curve, ramps)

    def plan_launches(self, strip: int, launches: Sequence[Launch]) -> None:
        if self._following:
            self._held_launches[strip] = list(launches)
        else:
            self._port.plan_launches(strip, launches)

    def plan_ramps(self, curve: int, ramps: Sequence[Ramp]) -> None:
        if curve in ROOM_CURVES:
            self._port.plan_ramps(curve, ramps)
        elif self._following:
            self._held_ramps[curve] = list(ramps)
        else:
            self._port.plan_ramps(curve, ramps)

    def take_over(self) -> None:
        """Drop the rest of the log: from now on the conductor decides."""
        if not self._following:
            return
        self._following = False
        for strip in range(TRACKS):
            self._port.plan_launches(strip, self._held_launches.get(strip, ()))
        for curve, ramps in self._held_ramps.items():
            self._port.plan_ramps(curve, ramps)

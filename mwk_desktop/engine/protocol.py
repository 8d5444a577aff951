"""The engine's interface: plans go in, events and status come out.

Plain values without numpy, so that the show can be built and tested without any audio. Frames are
absolute transport frames; gains are linear; strips are indexes into
:data:`mwk_desktop.units.INSTRUMENTS`, and with the rhythm floor and the transitions they are the
tracks; clips are indexes into the engine's clips, -1 is silence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, NamedTuple, Protocol

from mwk_desktop.messages import NOTHING, Message
from mwk_desktop.units import (
    FILTER_NEUTRAL,
    MASTER_CEILING_DBTP,
    SAMPLE_RATE_HZ,
    STRIPS,
    grid_line_frame,
    next_grid_line,
)

NOW: Final = -1
"""Used as a frame: the start of the next block."""

SILENCE: Final = -1
"""Used as a launch's clip: the strip falls silent."""

NULL_OUTPUT: Final = "null"
"""As ``EngineSpec.output``: no device, the clock runs silently."""

DEFAULT_OUTPUT: Final = "default"
"""As ``EngineSpec.output``: the system's default device at the time of the first opening."""

CUE_CHANNELS: Final = 4
"""With pre-listening: 1 and 2 are the room, 3 and 4 the headphones."""


FLOOR_TRACK: Final = STRIPS
"""The track of the rhythm floor; the tracks before it are the instruments' strips."""

TRANSITION_TRACKS: Final = tuple(range(STRIPS + 1, STRIPS + 5))
"""A track for each kind of transition: riser, drop, impact, cymbal."""

TRACKS: Final = STRIPS + 5
"""How many tracks there are. Each plays one clip at a time; their sum is the master."""


class Curve(IntEnum):
    """What ramps move: gains and knobs; :data:`INITIAL` is where each starts.

    FADER, AUDIBLE and FILTER are eight curves each. A log holds these numbers: new ones come last.
    """

    FADER = 0
    """Strip 0's fader; see :func:`fader_curve`."""
    AUDIBLE = STRIPS
    """Strip 0's mute and solo gate; see :func:`audible_curve`."""
    MASTER = 2 * STRIPS
    PANIC = 2 * STRIPS + 1
    FADE = 2 * STRIPS + 2
    FLOOR_FADER = 2 * STRIPS + 3
    FLOOR_AUDIBLE = 2 * STRIPS + 4
    """The rhythm floor's switch; solo of a strip closes it too."""
    FILTER = 2 * STRIPS + 5
    """The position of strip 0's filter, 0 to 1; see :func:`filter_curve`."""
    DIM = 3 * STRIPS + 5
    """A gain for the room only: never in a recording."""
    WIDTH = 3 * STRIPS + 6
    """1 is stereo, 0 mono; for the room only."""
    CEILING = 3 * STRIPS + 7
    """The limiter's ceiling in dBTP; it moves at once, the limiter smooths it."""
    HEARD = 3 * STRIPS + 8
    """1 if this console's sound is let out, 0 if another console's is; for the room only."""


CURVES: Final = 3 * STRIPS + 9
"""How many curves there are."""

STRIP_CURVES: Final = frozenset(
    first + strip for first in (Curve.FADER, Curve.AUDIBLE, Curve.FILTER) for strip in range(STRIPS)
)
"""The strips' faders, gates and filters."""

ROOM_CURVES: Final = frozenset((Curve.DIM, Curve.WIDTH, Curve.HEARD))
"""What only the room hears: neither recorded nor bounced."""

INITIAL: Final = tuple(
    FILTER_NEUTRAL
    if Curve.FILTER <= curve < Curve.FILTER + STRIPS
    else MASTER_CEILING_DBTP
    if curve == Curve.CEILING
    else 1.0
    for curve in range(CURVES)
)
"""The value at which each curve starts."""


def fader_curve(strip: int) -> int:
    """Curve of a strip's fader."""
    return Curve.FADER + strip


def audible_curve(strip: int) -> int:
    """Curve of a strip's mute and solo gate."""
    return Curve.AUDIBLE + strip


def filter_curve(strip: int) -> int:
    """Curve of a strip's filter."""
    return Curve.FILTER + strip


class Launch(NamedTuple):
    """At ``frame`` the strip's voice fades out and ``clip`` fades in, in phase with the transport.

    A frame that is :data:`NOW` or already past means the start of the next block. The launch of the
    clip that already sounds changes nothing but is still reported.

    With ``early_frames`` the change leads up to its frame: the outgoing voice fades before it and
    ends on it, its tail rings out after it, and the incoming clip's pickup sounds before it, all at
    most that long before. Where the plan comes later than that, they begin later.
    """

    frame: int
    clip: int
    fade_in_frames: int
    fade_out_frames: int
    early_frames: int = 0


class Ramp(NamedTuple):
    """From ``frame`` on the curve moves in a straight line from its value there to ``target``.

    A frame that is :data:`NOW` or already past means the start of the next block.
    """

    frame: int
    target: float
    ramp_frames: int


class CuePlan(NamedTuple):
    """What outputs 3 and 4 hear.

    Strips after their filter, or with ``hears_next`` what will land: ``clips`` of all strips, or
    only of ``strips``. They are heard before their faders, or with ``after_fader`` as the room gets
    them: after fader, mute and solo. With ``hears_master`` the master is heard too, as it is
    recorded. ``gain`` is linear.
    """

    strips: tuple[int, ...] = ()
    hears_next: bool = False
    clips: tuple[int, ...] = (SILENCE,) * STRIPS
    gain: float = 1.0
    after_fader: bool = False
    hears_master: bool = False


NO_CUE: Final = CuePlan()


class Landed(NamedTuple):
    """A launch that happened, with its actual frame; ``strip`` is a track."""

    frame: int
    segment: int
    strip: int
    clip: int
    fade_in_frames: int
    fade_out_frames: int
    early_frames: int = 0


class Ramped(NamedTuple):
    """A ramp that began, with its actual first frame."""

    frame: int
    segment: int
    curve: int
    target: float
    ramp_frames: int


Event = Landed | Ramped
"""What one engine reports."""


class SegmentBegan(NamedTuple):
    """From about ``frame`` on the music plays at another rate, in a new segment.

    Transport frames keep the show's first rate; ``rate_hz`` is the output rate of this segment and
    of those after it.
    """

    frame: int
    segment: int
    rate_hz: int


PortEvent = Event | SegmentBegan
"""What the show receives from its engine, in whatever process that runs."""


@dataclass(frozen=True, slots=True)
class EngineSpec:
    """The definition of an engine.

    Attributes
    ----------
    loop_frames : int
        Length of every clip.
    rate_hz : int
        Frames per second.
    beats_per_loop : int
        Beats per loop, for the grid.
    origin_frame : int
        A transport frame on which a loop begins: a voice's position at frame ``f`` is
        ``(f - origin_frame) % loop_frames``.
    block_frames : int
        Frames that the output requests at once.
    latency_ms : int
        Latency requested from the device.
    output : str
        :data:`NULL_OUTPUT`, :data:`DEFAULT_OUTPUT` or a device's name (or a part of it).
    start_frame, segment : int
        The first transport frame, and the number of the segment (the time between two engine
        starts).
    clips : int
        Number of clips that can be launched (0: taken from the clips).
    bars_per_loop : int
        Bars per loop: what is not in memory in time lands on the next one.
    duck_db : tuple of float
        How much each strip yields to a kick, in dB; empty: not at all.
    drive_db, tilt_db : float
        The master's saturation and its tilt towards the treble; 0 leaves each out.
    cue : bool
        Whether the device's outputs 3 and 4 are wanted for pre-listening.
    without_jack : bool
        Whether JACK is left alone, because it does not answer.
    realtime : bool
        Whether the engine requests real-time priority and locks its memory. False only for
        measurements.
    """

    loop_frames: int
    rate_hz: int = SAMPLE_RATE_HZ
    beats_per_loop: int = 8
    origin_frame: int = 0
    block_frames: int = 256
    latency_ms: int = 40
    output: str = NULL_OUTPUT
    start_frame: int = 0
    segment: int = 0
    clips: int = 0
    realtime: bool = True
    duck_db: tuple[float, ...] = ()
    drive_db: float = 0.0
    tilt_db: float = 0.0
    bars_per_loop: int = 2
    cue: bool = False
    without_jack: bool = False

    def __post_init__(self) -> None:
        if len(self.duck_db) not in (0, STRIPS):
            raise ValueError(f"duck_db must have {STRIPS} values or none, not {len(self.duck_db)}")
        lengths = ("loop_frames", "rate_hz", "beats_per_loop", "block_frames", "latency_ms")
        for name in (*lengths, "bars_per_loop"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1, not {getattr(self, name)}")

    def next_bar(self, frame: int) -> int:
        """The first bar line after a frame."""
        line = next_grid_line(frame + 1 - self.origin_frame, self.loop_frames, self.bars_per_loop)
        return self.origin_frame + grid_line_frame(line, self.loop_frames, self.bars_per_loop)


Peaks = tuple[float, float]
"""Linear peak of the left and the right channel."""


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """The engine at its newest block.

    ``state`` is ``starting``, ``running``, ``silent`` (the clock runs, no device), ``restarting``
    or ``failed``. ``frame`` is the first transport frame of the newest block, ``frame_time_ns`` the
    ``time.monotonic_ns`` at which it was requested. Transport frames have the rate that the show
    began with; ``rate_hz`` is the output's rate. ``xruns`` counts late blocks reported by the
    device, ``missed`` those late by the engine's own clock, ``lost_events`` the events that were
    not read in time, ``restarts`` the engines that were replaced.
    ``priority_level``: a real-time priority if positive, a niceness if negative;
    ``priority`` says it in words. Peaks are the largest of the last 50 ms, after the fader and
    before mute and solo; ``limiter_gain`` is the smallest in that time. ``device_missing``: silent
    although a device was requested. ``postponed`` counts the launches that landed a bar later,
    because their clip was not in memory yet. ``has_cue``: outputs 3 and 4 are open for
    pre-listening; ``cue_problem`` says why they are not, although they are wanted.
    ``delay_frames``: how much later than its frame a sound leaves the engine.
    """

    state: str
    frame: int
    frame_time_ns: int
    segment: int
    device: str
    rate_hz: int
    block_frames: int
    latency_ms: float = 0.0
    xruns: int = 0
    missed: int = 0
    lost_events: int = 0
    restarts: int = 0
    priority_level: int = 0
    priority: Message = NOTHING
    strip_peaks: tuple[Peaks, ...] = ((0.0, 0.0),) * STRIPS
    master_peak: Peaks = (0.0, 0.0)
    limiter_gain: float = 1.0
    lufs: float | None = None
    detail: Message = NOTHING
    device_missing: bool = False
    postponed: int = 0
    has_cue: bool = False
    cue_problem: Message = NOTHING
    delay_frames: int = 0


class EnginePort(Protocol):
    """The interface of every engine to the show, in any process. No method blocks."""

    def plan_launches(self, strip: int, launches: Sequence[Launch]) -> None:
        """Replace everything that is pending on the strip, or on another track."""

    def plan_ramps(self, curve: int, ramps: Sequence[Ramp]) -> None:
        """Replace everything that is pending on the curve."""

    def prepare_clips(self, clips: Sequence[int]) -> None:
        """Load these clips ahead, so that they are in memory when launched; the likeliest first."""

    def plan_cue(self, plan: CuePlan) -> None:
        """Replace what is pre-listened to; without outputs for it nothing happens."""

    def events(self) -> list[PortEvent]:
        """What happened since the last call, in order."""

    def status(self) -> EngineStatus:
        """The engine at its newest block."""

    def frame_now(self) -> int:
        """The current transport frame."""

    def play(self) -> None:
        """Start the transport: ``start_frame`` is the first frame of the next block."""

    def close(self) -> None:
        """End everything that the engine started. Calling it again does nothing."""

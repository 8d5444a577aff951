"""The memory that the engine process and its parent share: the clips, and the state as numbers.

Anonymous shared memory: no named segment is left behind when a process dies. Each number has one
writer. The audio callback writes the state and never waits. Readers in the parent never wait
either: a counter that is odd during a write guards the pair of frame and time, and a reader that
keeps seeing an odd counter (the engine was stopped right there) uses the last good pair.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from enum import IntEnum
from multiprocessing.sharedctypes import RawArray
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from mwk_desktop.engine.clip_bank import ClipBank, ClipSource, single_pages
from mwk_desktop.engine.gains import Floats
from mwk_desktop.engine.protocol import Event, Landed, Ramped
from mwk_desktop.sounds.sound_layout import SoundLayout
from mwk_desktop.units import STRIPS

EVENTS: Final = 4096
"""Capacity of the event ring: one minute of eight strips that change on every beat."""

MASTER_FRAMES: Final = 1 << 17
"""Capacity of the master's ring, in frames, for the recorder and the loudness meter: 2.7 s at 48
kHz."""

_EVENT_FIELDS: Final = 8
_LANDED: Final = 1.0
_RAMPED: Final = 2.0


class StateSlot(IntEnum):
    """The state's integers, all written by the engine."""

    GUARD = 0
    FRAME = 1
    TIME_NS = 2
    PLAYING = 3
    XRUNS = 4
    MISSED = 5
    FAULTS = 6
    FINISHED = 7
    PRIORITY = 8
    """0 normal, positive: SCHED_FIFO or SCHED_RR at this priority, negative: this niceness."""
    BLOCKS = 9
    EVENTS = 10
    """Events written since the start."""
    MASTER_END = 11
    """Transport frame after the newest one in the master's ring."""
    MASTER_BEGIN = 12
    """Transport frame since which the master's ring has no gap."""
    POSTPONED = 13
    """Launches that had to wait for the next bar, because their clip was not in memory."""


LEVELS: Final = 2 * STRIPS + 3
"""Peaks of eight strips and the master (left, right), and the limiter's gain."""


class SharedClips:
    """The clips' pages, decoded once and readable by every engine.

    Parameters
    ----------
    pages : int
    loop_frames : int

    Attributes
    ----------
    layouts : tuple of SoundLayout
        What can be launched; at first each page is a clip.
    """

    def __init__(self, pages: int, loop_frames: int) -> None:
        self.shape = (pages, loop_frames, 2)
        self._raw: Any = RawArray(ctypes.c_float, pages * loop_frames * 2)
        self._raw_slots: Any = None
        self.layouts: tuple[SoundLayout, ...] = single_pages(pages)
        self.source: ClipSource | None = None
        """Fills the slots of a set that is in memory in part."""

    def add_slots(self, pages: int) -> npt.NDArray[np.int32]:
        """Let the array hold slots for some of so many pages; returns the slot of each page."""
        self._raw_slots = RawArray(ctypes.c_int32, pages)
        return self._slots

    @property
    def _slots(self) -> npt.NDArray[np.int32]:
        return np.frombuffer(self._raw_slots, dtype=np.int32)

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "source": None}

    @classmethod
    def of(cls, clips: Floats) -> SharedClips:
        """Copy a clip table of shape (clips, loop_frames, 2)."""
        shared = cls(clips.shape[0], clips.shape[1])
        shared.array[:] = clips
        return shared

    @property
    def array(self) -> Floats:
        """The pages themselves: float32, shape (pages, loop_frames, 2)."""
        return np.frombuffer(self._raw, dtype=np.float32).reshape(self.shape)

    @property
    def bank(self) -> ClipBank:
        """The pages and what is on them, for a mixer."""
        slots = None if self._raw_slots is None else self._slots
        return ClipBank(self.array, self.layouts, slots)


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """The newest block: its first transport frame and when it was asked for."""

    frame: int
    time_ns: int


class SharedEngineState:
    """The engine's state as numbers. Pickling it to the engine process shares the same memory."""

    def __init__(self) -> None:
        self._raw_ints: Any = RawArray(ctypes.c_int64, len(StateSlot))
        self._raw_levels: Any = RawArray(ctypes.c_float, LEVELS)
        self._raw_events: Any = RawArray(ctypes.c_double, EVENTS * _EVENT_FIELDS)
        self._raw_master: Any = RawArray(ctypes.c_float, 2 * MASTER_FRAMES)
        self._attach()

    def _attach(self) -> None:
        self.ints: npt.NDArray[np.int64] = np.frombuffer(self._raw_ints, dtype=np.int64)
        self.levels: Floats = np.frombuffer(self._raw_levels, dtype=np.float32)
        self.master: Floats = np.frombuffer(self._raw_master, dtype=np.float32).reshape(-1, 2)
        self._events = np.frombuffer(self._raw_events, dtype=np.float64).reshape(EVENTS, -1)
        self._read = 0
        self._lost = 0
        self._beat = Heartbeat(0, 0)

    def __getstate__(self) -> tuple[Any, ...]:
        return self._raw_ints, self._raw_levels, self._raw_events, self._raw_master

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self._raw_ints, self._raw_levels, self._raw_events, self._raw_master = state
        self._attach()

    # -- the engine's side -----------------------------------------------------------------

    def write_heartbeat_rt(self, frame: int, time_ns: int) -> None:
        """Publish the newest block's frame and time."""
        ints = self.ints
        ints[StateSlot.GUARD] += 1
        ints[StateSlot.FRAME] = frame
        ints[StateSlot.TIME_NS] = time_ns
        ints[StateSlot.GUARD] += 1
        ints[StateSlot.BLOCKS] += 1

    def append_event_rt(self, event: Event) -> None:
        """Append an event; the counter is written last."""
        written = int(self.ints[StateSlot.EVENTS])
        row = self._events[written % EVENTS]
        row[0] = _LANDED if isinstance(event, Landed) else _RAMPED
        row[1 : 1 + len(event)] = event
        self.ints[StateSlot.EVENTS] = written + 1

    def append_master_rt(self, samples: Floats, end_frame: int) -> None:
        """Append to the master's ring; ``end_frame`` is the transport frame after the block."""
        if end_frame - len(samples) != self.ints[StateSlot.MASTER_END]:
            self.ints[StateSlot.MASTER_BEGIN] = end_frame - len(samples)
        begin = (end_frame - len(samples)) % MASTER_FRAMES
        head = min(len(samples), MASTER_FRAMES - begin)
        self.master[begin : begin + head] = samples[:head]
        self.master[: len(samples) - head] = samples[head:]
        self.ints[StateSlot.MASTER_END] = end_frame

    # -- the parent's side -----------------------------------------------------------------

    def heartbeat(self) -> Heartbeat:
        """The newest block whose frame and time were read consistently."""
        ints = self.ints
        for _ in range(64):
            guard = int(ints[StateSlot.GUARD])
            if guard % 2 == 0:
                beat = Heartbeat(int(ints[StateSlot.FRAME]), int(ints[StateSlot.TIME_NS]))
                if int(ints[StateSlot.GUARD]) == guard:
                    self._beat = beat
                    break
        return self._beat

    def drain_events(self) -> list[Event]:
        """Events since the last call; the oldest are lost if there were more than
        :data:`EVENTS`."""
        written = int(self.ints[StateSlot.EVENTS])
        if written - self._read > EVENTS:
            self._lost += written - self._read - EVENTS
            self._read = written - EVENTS
        events: list[Event] = []
        while self._read < written:
            kind, *values = self._events[self._read % EVENTS].tolist()
            self._read += 1
            if kind == _LANDED:
                events.append(Landed(*(int(value) for value in values[:7])))
            else:
                frame, segment, curve, target, ramp_frames = values[:5]
                events.append(
                    Ramped(int(frame), int(segment), int(curve), target, int(ramp_frames))
                )
        return events

    def newest_master(self, frames: int) -> Floats | None:
        """A copy of the master's newest frames (float32); None if there are fewer.

        Its oldest part may be overwritten if the reader sleeps for seconds: for meters only.
        """
        end = int(self.ints[StateSlot.MASTER_END])
        if end - frames < int(self.ints[StateSlot.MASTER_BEGIN]) or end == 0:
            return None
        first = (end - frames) % MASTER_FRAMES
        head = min(frames, MASTER_FRAMES - first)
        return np.concatenate([self.master[first : first + head], self.master[: frames - head]])

    @property
    def lost_events(self) -> int:
        """Events that were overwritten before they were read."""
        return self._lost

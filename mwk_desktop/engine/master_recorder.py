"""Records the master to a file while it plays.

Threads. The audio callback writes the master into a ring buffer in shared memory. The recorder's
own thread reads it and writes the file; it may block on the disk for as long as the ring lasts.
Where the engine was replaced, the file has silence of the same length, so the file's time stays the
transport's. If the new engine plays at another rate, its output is converted to the file's rate.
"""

from __future__ import annotations

import logging
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import soxr

from mwk_desktop.engine.audio_writer import AudioWriter
from mwk_desktop.engine.frame_map import FrameMap
from mwk_desktop.engine.gains import Floats
from mwk_desktop.engine.shared_memory import MASTER_FRAMES, SharedEngineState, StateSlot
from mwk_desktop.messages import NOTHING, Message, message, verbatim

POLL_S: Final = 0.1
"""Seconds between two reads of the ring, which holds 2.7 s."""

_SAFE_FRAMES: Final = MASTER_FRAMES - 8192
"""Older frames may be overwritten by the callback while they are read."""


_log = logging.getLogger(__name__)


class MasterRing(NamedTuple):
    """The newest output of one engine, in frames of its rate."""

    shared: SharedEngineState
    rate_hz: int
    frames: FrameMap

    @property
    def begin(self) -> int:
        """The engine frame since which the ring has no gap."""
        return int(self.shared.ints[StateSlot.MASTER_BEGIN])

    @property
    def end(self) -> int:
        """The engine frame after the newest one."""
        return int(self.shared.ints[StateSlot.MASTER_END])


class MasterRecorder:
    """Follows the master from engine to engine until :meth:`stop`.

    Parameters
    ----------
    writer : AudioWriter
        Closed by :meth:`stop`.
    rate_hz : int
        The file's rate, which is the transport's.
    newest_master : callable
        Returns the ring of the playing engine, or None while there is none.
    """

    def __init__(
        self, writer: AudioWriter, rate_hz: int, newest_master: Callable[[], MasterRing | None]
    ) -> None:
        self._writer = writer
        self._rate_hz = rate_hz
        self._newest_master = newest_master
        self._ring = newest_master()
        self._next_frame: int | None = None
        """The engine frame to read next; None if nothing of this engine was read yet."""
        self._written_frame: int | None = None
        """The transport frame up to which the file is complete."""
        self._converter: soxr.ResampleStream | None = None
        if self._ring is not None and self._ring.end:
            self._begin_stretch(self._ring, self._ring.end)
        self._stop = threading.Event()
        self.problem: Message = NOTHING
        """Why the recording ended by itself (for example, a full disk); ``NOTHING`` if it did
        not."""
        self.lost_frames = 0
        """Frames that are silent in the file although the engine played, because the disk was too
        slow."""
        self._thread = threading.Thread(target=self._run, name="mwk-master-recorder", daemon=True)
        self._thread.start()

    @property
    def active(self) -> bool:
        """Whether the recorder is still writing."""
        return self._thread.is_alive() and not self.problem

    def stop(self) -> None:
        """Write the rest and complete the file. Calling it again does nothing."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            while not self._stop.wait(POLL_S):
                self._follow()
            self._follow()
            self._end_stretch()
            self._writer.close()
        except OSError as error:
            self._give_up(verbatim(str(error)))
        except Exception as error:  # a thread that ends without a word would say "recording"
            _log.exception("the master's recording failed")
            reason = f"{type(error).__name__}: {error}"
            self._give_up(message("the recording failed ({reason})", reason=reason))

    def _give_up(self, problem: Message) -> None:
        """Say why, and leave the file as far as it came."""
        self.problem = problem
        with suppress(Exception):  # it may be the writer that fails
            self._writer.abort()

    def _follow(self) -> None:
        if self._ring is not None:
            self._write_new(self._ring)
        newest = self._newest_master()
        if newest is not None and (self._ring is None or newest.shared is not self._ring.shared):
            self._ring = newest
            self._next_frame = None
            self._write_new(newest)

    def _write_new(self, ring: MasterRing) -> None:
        """Write what is new in the ring."""
        begin, end = ring.begin, ring.end
        if begin >= end:
            return
        if self._next_frame is None or begin > self._next_frame:
            self._begin_stretch(ring, begin)
        assert self._next_frame is not None
        if end - self._next_frame > _SAFE_FRAMES:
            lost = end - _SAFE_FRAMES - self._next_frame
            self.lost_frames += ring.frames.duration_to_transport(lost)
            self._begin_stretch(ring, end - _SAFE_FRAMES)
        while self._next_frame < end:
            at = self._next_frame % MASTER_FRAMES
            frames = min(end - self._next_frame, MASTER_FRAMES - at)
            self._write(ring.shared.master[at : at + frames].copy())
            self._next_frame += frames

    def _begin_stretch(self, ring: MasterRing, frame: int) -> None:
        """Continue at an engine frame, after filling the gap in the file with silence."""
        self._end_stretch()
        if self._written_frame is None:
            self._written_frame = ring.frames.to_transport(frame)
        self._next_frame = max(frame, ring.frames.to_engine(self._written_frame))
        silent_frames = ring.frames.to_transport(self._next_frame) - self._written_frame
        while silent_frames > 0:
            frames = min(silent_frames, MASTER_FRAMES)
            self._write(np.zeros((frames, 2), dtype=np.float32))
            silent_frames -= frames
        if ring.rate_hz != self._rate_hz:
            self._converter = soxr.ResampleStream(ring.rate_hz, self._rate_hz, 2, dtype="float32")

    def _end_stretch(self) -> None:
        """Write the samples that the rate converter still holds."""
        if self._converter is not None:
            rest = self._converter.resample_chunk(np.zeros((0, 2), dtype=np.float32), last=True)
            self._converter = None
            self._write(rest)

    def _write(self, samples: Floats) -> None:
        assert self._written_frame is not None
        if self._converter is not None:
            samples = self._converter.resample_chunk(samples)
        self._writer.write(samples)
        self._written_frame += len(samples)


class MasterRecordingMixin(ABC):
    """The part of an engine client that records the master. One thread calls it.

    Parameters
    ----------
    rate_hz : int
    """

    def __init__(self, rate_hz: int) -> None:
        self._recorder: MasterRecorder | None = None
        self._recorded_rate_hz = rate_hz

    @abstractmethod
    def _newest_master(self) -> MasterRing | None:
        """The ring of the engine that plays now; None while there is none."""

    def start_recording(self, path: Path) -> None:
        """Record the master to a FLAC or WAV file (24 bit) until :meth:`stop_recording`.

        Raises
        ------
        OSError, ValueError
            If the file cannot be written or has an unsupported suffix.
        RuntimeError
            If a recording is already running.
        """
        if self.recording:
            raise RuntimeError("the master is being recorded already")
        self.stop_recording()
        writer = AudioWriter(path, self._recorded_rate_hz)
        self._recorder = MasterRecorder(writer, self._recorded_rate_hz, self._newest_master)

    def stop_recording(self) -> Message:
        """Complete the recording's file.

        Returns
        -------
        Message
            What went wrong; ``NOTHING`` if all went well.
        """
        recorder, self._recorder = self._recorder, None
        if recorder is None:
            return NOTHING
        recorder.stop()
        if recorder.lost_frames and not recorder.problem:
            return message(
                "the disk was too slow: {seconds:.1f} s of the master's recording are silent",
                seconds=recorder.lost_frames / self._recorded_rate_hz,
            )
        return recorder.problem

    @property
    def recording(self) -> bool:
        """Whether the master is being recorded (a full disk ends it)."""
        return self._recorder is not None and self._recorder.active

"""The master while it plays, to a file.

Threads. The audio callback leaves the master in a ring of shared memory; the recorder's own thread
takes it from there and writes it, and may block on the disk for as long as the ring is long. Where
the engine was replaced, the file holds silence of the same length, so that its time stays the
transport's.
"""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np

from mwk_desktop.engine.audio_writer import AudioWriter
from mwk_desktop.engine.shared_memory import MASTER_FRAMES, SharedEngineState, StateSlot

POLL_S: Final = 0.1
"""How often the ring is emptied; it holds 2.7 s."""

_SAFE_FRAMES: Final = MASTER_FRAMES - 8192
"""Older frames may be under the callback's pen while they are read."""


class MasterRecorder:
    """Follows the master from shared to shared until it is told to stop.

    Parameters
    ----------
    writer : AudioWriter
        Closed by :meth:`stop`.
    newest_state : callable
        The shared of the engine that plays, or None while there is none.
    """

    def __init__(
        self, writer: AudioWriter, newest_state: Callable[[], SharedEngineState | None]
    ) -> None:
        self._writer = writer
        self._newest_state = newest_state
        self._shared = newest_state()
        self._frame: int | None = None
        if self._shared is not None and self._shared.ints[StateSlot.MASTER_END]:
            self._frame = int(self._shared.ints[StateSlot.MASTER_END])
        self._stop = threading.Event()
        self.problem = ""
        """Why the recording ended by itself (the disk is full), or nothing."""
        self.lost_frames = 0
        """Frames that are silent in the file although the engine played: the disk was too slow."""
        self._thread = threading.Thread(target=self._run, name="mwk-master-recorder", daemon=True)
        self._thread.start()

    @property
    def active(self) -> bool:
        """Whether it still writes."""
        return self._thread.is_alive() and not self.problem

    @property
    def written_frames(self) -> int:
        """Length of the file so far."""
        return self._writer.frames

    def stop(self) -> None:
        """Write what is left and complete the file; harmless when repeated."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            while not self._stop.wait(POLL_S):
                self._follow()
            self._follow()
            self._writer.close()
        except OSError as error:
            self.problem = str(error)
            self._writer.abort()

    def _follow(self) -> None:
        if self._shared is not None:
            self._write_new(self._shared)
        newest = self._newest_state()
        if newest is not None and newest is not self._shared:
            self._shared = newest
            self._write_new(newest)

    def _write_new(self, shared: SharedEngineState) -> None:
        """Write what the ring holds beyond what was written."""
        end = int(shared.ints[StateSlot.MASTER_END])
        begin = int(shared.ints[StateSlot.MASTER_BEGIN])
        if begin >= end:
            return
        if self._frame is None:
            self._frame = begin
        if end - max(self._frame, begin) > _SAFE_FRAMES:
            self.lost_frames += end - _SAFE_FRAMES - max(self._frame, begin)
            begin = end - _SAFE_FRAMES
        self._write_silence(begin - self._frame)
        while self._frame < end:
            at = self._frame % MASTER_FRAMES
            frames = min(end - self._frame, MASTER_FRAMES - at)
            self._writer.write(shared.master[at : at + frames].copy())
            self._frame += frames

    def _write_silence(self, frames: int) -> None:
        assert self._frame is not None
        while frames > 0:
            some = min(frames, MASTER_FRAMES)
            self._writer.write(np.zeros((some, 2), dtype=np.float32))
            self._frame += some
            frames -= some


class MasterRecordingMixin(ABC):
    """The part of an engine's client that records the master. Called by one thread.

    Parameters
    ----------
    rate_hz : int
    """

    def __init__(self, rate_hz: int) -> None:
        self._recorder: MasterRecorder | None = None
        self._recorded_rate_hz = rate_hz

    @abstractmethod
    def _newest_state(self) -> SharedEngineState | None:
        """The shared of the engine that plays."""

    def start_recording(self, path: Path) -> None:
        """Record the master to a FLAC or WAV file (24 bit) until :meth:`stop_recording`.

        Raises
        ------
        OSError, ValueError
            When the file cannot be written or has another suffix.
        RuntimeError
            When a recording is running.
        """
        if self.recording:
            raise RuntimeError("the master is being recorded already")
        self.stop_recording()
        writer = AudioWriter(path, self._recorded_rate_hz)
        self._recorder = MasterRecorder(writer, self._newest_state)

    def stop_recording(self) -> str:
        """Complete the recording's file.

        Returns
        -------
        str
            What went wrong, or nothing.
        """
        recorder, self._recorder = self._recorder, None
        if recorder is None:
            return ""
        recorder.stop()
        return recorder.problem

    @property
    def recording(self) -> bool:
        """Whether the master is being recorded (a full disk ends it)."""
        return self._recorder is not None and self._recorder.active

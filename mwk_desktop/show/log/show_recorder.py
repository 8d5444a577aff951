"""Records a running show: tweets and decisions to a file, crash-safe, without blocking the show.

Two threads: the show thread calls :meth:`ShowRecorder.write_all` and
:meth:`ShowRecorder.write_show`, which only append to a deque; the *recorder thread* encodes,
compresses and writes, once a second and at the end. Beside windows it passes a flood on to a
separate process, so that they get the interpreter. A full disk costs records in the file, never the
music; the console shows the reason.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from mwk_desktop.frame_pacing import YieldToFrames, no_pacing, paced_slices
from mwk_desktop.messages import NOTHING, Message, message, message_of, verbatim
from mwk_desktop.records.record_types import Record
from mwk_desktop.records.recording_process import RemoteWriter, WriterGoneError
from mwk_desktop.records.recording_writer import RecordingError, RecordingWriter, show_record

FLUSH_S = 1.0
MANY = 10_000
"""This many waiting records are a flood; they are written at once, before the second is over."""
BEHIND = 30_000
"""With this many waiting records (about 30 MB) sources wait: a topic can wait, memory is short."""
MAX_WAITING = 400_000
"""At most this many records wait for a slow disk (a few hundred MB); more are dropped."""
CALM_PER_S = 1_000
"""With fewer records a second than this the flood is over..."""
CALM_S = 10.0
"""...and after this long without a flood its process ends."""

_log = logging.getLogger(__name__)


class ShowRecorder:
    """Writes a show's file on its own thread.

    Parameters
    ----------
    writer
        Writes the file.
    yield_to_frames
        Called before each piece of the work.
    may_start_process
        Whether a process writes in a flood. It takes work off this one's interpreter; to pack, send
        and unpack the records costs a third more processor time.
    on_calm
        Called some time after a flood (recorder thread; may take its time).
    """

    def __init__(
        self,
        writer: RecordingWriter,
        yield_to_frames: YieldToFrames = no_pacing,
        *,
        may_start_process: bool = True,
        on_calm: Callable[[], None] = lambda: None,
    ) -> None:
        self._writer = writer
        self._may_start_process = may_start_process
        self._yield_to_frames = yield_to_frames
        self._on_calm = on_calm
        self._queue: deque[Sequence[Record] | tuple[Mapping[str, Any], int]] = deque()
        self._records = 0  # records; the show thread's
        self._written = 0  # the recorder thread's, like everything below
        self._show_lines = 0
        self._remote: RemoteWriter | None = None
        self._remote_failed = False
        self._flood = False
        self._flushed_s = self._flooded_s = time.monotonic()
        self._written_before = 0
        self._stop = threading.Event()
        self._wake = threading.Event()
        self._thread = threading.Thread(target=self._run, name="recorder", daemon=True)
        self.problem: Message = NOTHING
        """Why the file is not being written; empty if it is."""
        self.dropped = 0

    @property
    def path(self) -> Path:
        """The file."""
        return self._writer.path

    def start(self) -> None:
        self._thread.start()

    def write_all(self, records: Sequence[Record]) -> None:
        """Queue records as they came (show thread; never blocks)."""
        if not records:
            return
        if self.waiting >= MAX_WAITING:
            self.dropped += len(records)
            return
        self._queue.append(records)
        self._records += len(records)
        if self.waiting >= MANY:
            self._wake.set()

    def write_show(self, line: Mapping[str, Any], arrival_ms: int) -> None:
        """Queue a decision of the show (show thread; never blocks)."""
        self._queue.append((line, arrival_ms))
        self._kill_stuck_writer()

    @property
    def waiting(self) -> int:
        """How many queued records no writer has yet (any thread)."""
        return self._records - self._written

    @property
    def behind(self) -> bool:
        """Whether sources that can wait should wait (any thread).

        False while the file cannot be written: the show does not wait for a full disk.
        """
        self._kill_stuck_writer()
        return self.waiting > BEHIND and not self.problem

    def _kill_stuck_writer(self) -> None:
        """Kill the writer process if it hangs: the recorder thread waits for it (any thread)."""
        remote = self._remote
        if remote is not None:
            remote.kill_if_stuck()

    def close(self) -> None:
        """Write what is left and end the file."""
        self._stop.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(timeout=10)
            remote = self._remote
            if self._thread.is_alive() and remote is not None:
                remote.kill()
                self._thread.join(timeout=10)
        if self._thread.is_alive():  # the disk hangs; the file is readable up to there
            self.problem = message(
                "{path}: the disk did not take the end of it in time", path=str(self._writer.path)
            )
            return
        self._drain()
        remote = self._remote
        if remote is not None:
            try:
                self._go_local()
            except WriterGoneError as gone:
                self._requeue(gone)
            except RecordingError:
                self._requeue(remote.abandon())
            self._drain()  # what the process had not secured
        try:
            self._writer.close()
        except RecordingError as error:
            self.problem = message_of(error)
            self._writer.abandon()

    # -- the recorder thread -------------------------------------------------------------------

    def _run(self) -> None:
        while not self._stop.is_set():
            # A full disk is retried once a second, however much comes.
            (self._stop if self.problem else self._wake).wait(FLUSH_S)
            self._wake.clear()
            try:
                self._drain()
            except Exception as error:  # a bug: the show goes on, and the console says so
                _log.exception("the recorder failed")
                self.problem = verbatim(f"{self._writer.path}: {type(error).__name__}: {error}")

    def _drain(self) -> None:
        # A deque's append and popleft are atomic: the show thread never waits for this one.
        try:
            while True:
                try:
                    if self.problem:
                        self._try_again()
                    self._write_queue()
                    self._flush()
                    break
                except WriterGoneError as gone:
                    self._requeue(gone)
            self.problem = NOTHING
        except RecordingError as error:
            self.problem = message_of(error)

    def _try_again(self) -> None:
        """Retry what the writer holds; take more from the queue only once that is written."""
        if self._remote is None:
            self._writer.flush()
        else:
            self._remote.request_checkpoint(wait=True)
        self._flooded_s = time.monotonic()

    def _write_queue(self) -> None:
        while self._queue:
            if self.waiting >= MANY:
                self._flood = True
                self._go_remote()
            item = self._queue.popleft()
            if isinstance(item, tuple):
                line = show_record(item[0], self._show_lines, item[1])
                self._show_lines += 1
                self._put([line])
            else:
                self._write(item)
            if time.monotonic() - self._flushed_s > FLUSH_S:
                self._flush()

    def _write(self, records: Sequence[Record]) -> None:
        for piece in paced_slices(len(records), self._yield_to_frames):
            self._written += piece.stop - piece.start
            try:
                self._put(records[piece])
            except (RecordingError, WriterGoneError):
                # A writer keeps records it could not write; later ones wait behind them.
                rest = records[piece.stop :]
                if rest:
                    self._queue.appendleft(rest)
                raise

    def _put(self, records: Sequence[Record]) -> None:
        (self._remote or self._writer).write_all(records)

    def _flush(self) -> None:
        now_s = time.monotonic()
        if self._written - self._written_before > CALM_PER_S * (now_s - self._flushed_s):
            self._flooded_s = now_s
        self._flushed_s, self._written_before = now_s, self._written
        if self._flood and now_s - self._flooded_s > CALM_S:
            self._go_local()
            self._flood = False
            self._on_calm()
        if self._remote is None:
            self._writer.flush()
        else:
            self._remote.request_checkpoint()

    # -- who writes ----------------------------------------------------------------------------

    def _go_remote(self) -> None:
        """Begin a flood: from now on a process writes."""
        may_start = self._may_start_process and not self._stop.is_set()
        if may_start and self._remote is None and not self._remote_failed:
            self._flooded_s = time.monotonic()
            size_bytes = self._writer.checkpoint()
            self._remote = RemoteWriter(self._writer.path, size_bytes)

    def _go_local(self) -> None:
        """End a flood: from now on this thread writes."""
        if self._remote is not None:
            size_bytes = self._remote.finish()
            self._remote = None
            self._writer.resume_at(size_bytes)

    def _requeue(self, gone: WriterGoneError) -> None:
        """The process is gone: write its unsaved records here, and everything from now on."""
        _log.warning("%s; the show goes on writing it", gone)
        self._remote, self._remote_failed = None, True
        for records in reversed(gone.left):
            self._queue.appendleft(records)
            self._written -= len(records)
        with suppress(RecordingError):  # the writer tries it again before it writes
            self._writer.resume_at(gone.size_bytes)

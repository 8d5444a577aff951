"""Collects a show's counted tweets in a spool file, for SQL on the stream.

Threads: the *show thread* (or the thread that folds) calls :meth:`StreamTap.on_counted`,
:meth:`StreamTap.restart` and :meth:`StreamTap.blocked`, which append to a queue in memory and never
wait. The *spool thread* packs the queue four times a second and waits for the disk. Any thread may
read :attr:`StreamTap.state`.

Nothing is lost silently: if the disk fails or is too slow, :attr:`TapState.problem` says how many
tweets SQL does not see.
"""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
import threading
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mwk_desktop import platform
from mwk_desktop.analysis.counted_rows import (
    CountingRestarted,
    StreamEvent,
    UserBlocked,
    counted_rows_of,
)
from mwk_desktop.analysis.spool import SpoolWriter
from mwk_desktop.frame_pacing import YieldToFrames, no_pacing
from mwk_desktop.messages import NOTHING, Message, message, plural_message, verbatim
from mwk_desktop.records.batch import Batch

PACK_S: Final = 0.25
"""Seconds between two packings of the queue: half the interval of a continuous query."""

MOST_WAITING: Final = 400_000
"""Most tweets that wait for the disk (about 0.5 GB, four seconds of a flood); further ones are
counted as missing."""

BLOCK_TWEETS: Final = 1_000
"""Tweets per block of the spool: packing one holds the interpreter for two milliseconds."""

_log = logging.getLogger(__name__)

_Queued = tuple[Batch, Sequence[tuple[int, str | None]], int, Sequence[int]]


@dataclass(frozen=True, slots=True)
class TapState:
    """The spool's progress. ``generation`` increases by one with each restart, which begins a new
    file."""

    generation: int = 0
    path: Path = Path()
    size_bytes: int = 0
    tweets: int = 0
    missing: int = 0
    problem: Message = NOTHING


class StreamTap:
    """Writes every counted tweet to a spool, for one show after another.

    Parameters
    ----------
    folder
        The spool gets its own folder in here when the first tweet comes. Remains of crashed
        programs are deleted.
    pack_s
        Seconds between two packings of the queue.
    yield_to_frames
        Called between two small steps of packing; may wait some milliseconds.
    """

    def __init__(
        self,
        folder: Path,
        *,
        pack_s: float = PACK_S,
        yield_to_frames: YieldToFrames = no_pacing,
    ) -> None:
        self._base = folder
        self._yield_to_frames = yield_to_frames
        self._pack_s = pack_s
        self._folder: Path | None = None
        self._queue: deque[_Queued | UserBlocked | CountingRestarted] = deque()
        self._queued = 0  # the show thread's
        self._queued_before = 0  # the thread that begins shows: for earlier shows
        self._packed = 0  # the spool thread's
        self._packing = False  # the spool thread's
        self._dropped = 0  # the show thread's
        self._dropped_before = 0  # the spool thread's: for earlier shows
        self._written = self._unwritten = 0  # the spool thread's, for this show
        self._window_ms = 30_000
        self._writer: SpoolWriter | None = None
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sql-spool", daemon=True)
        self.state = TapState()

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """End the thread and delete the spool."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(timeout=5)
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    # -- the show thread -------------------------------------------------------------------------

    def on_counted(
        self,
        batch: Batch,
        counted: Sequence[tuple[int, str | None]],
        closed_until_ms: int,
        refused: Sequence[int] = (),
    ) -> None:
        """Queue the counted tweets of a batch (see
        :class:`mwk_desktop.analysis.counted_rows.CountedRows`)."""
        if self._queued - self._packed > MOST_WAITING:
            self._dropped += len(counted)
            return
        self._queued += len(counted)
        self._queue.append((batch, counted, closed_until_ms, refused))

    def blocked(self, name: str, blocked: bool, closed_until_ms: int) -> None:
        """Queue that a user is blocked or unblocked."""
        self._queue.append(UserBlocked(name, blocked, closed_until_ms))

    def restart(self) -> None:
        """Start again: the counting restarts, and earlier rows are dropped."""
        self.begin(self._window_ms)

    def begin(self, window_ms: int) -> None:
        """Begin another show, with windows of this length."""
        self._window_ms = window_ms
        self._queued_before = self._queued
        self._queue.append(CountingRestarted(window_ms))

    @property
    def counted_of_show(self) -> int:
        """Tweets counted since the last :meth:`begin` (any thread)."""
        return self._queued - self._queued_before

    # -- the spool thread ------------------------------------------------------------------------

    @property
    def waiting(self) -> int:
        """Number of tweets not packed yet (any thread). A caller that may wait should do so while
        there are many."""
        return self._queued - self._packed

    @property
    def idle(self) -> bool:
        """Whether :attr:`state` includes everything queued so far (any thread)."""
        # In this order: the spool thread sets its flag before it empties the queue.
        return not self._queue and not self._packing and not self.waiting

    def _run(self) -> None:
        while not self._stop.wait(self._pack_s):
            self._packing = True
            try:
                self._pack()
            except Exception:  # SQL may fail, the show may not
                _log.exception("the spool of SQL failed")
            finally:
                self._packing = False
        if self._writer is not None:
            self._writer.close()

    def _pack(self) -> None:
        events: list[StreamEvent] = []
        waiting = 0
        while self._queue:
            item = self._queue.popleft()
            if isinstance(item, CountingRestarted):
                self._write(events, waiting)
                events, waiting = [], 0
                self._begin_file(item)
            elif isinstance(item, UserBlocked):
                events.append(item)
            else:
                batch, counted, closed_until_ms, refused = item
                if not counted:
                    continue
                self._yield_to_frames()
                events.append(counted_rows_of(batch, counted, closed_until_ms, refused))
                waiting += len(counted)
                if waiting >= BLOCK_TWEETS:
                    self._write(events, waiting)
                    events, waiting = [], 0
        self._write(events, waiting)

    def _begin_file(self, restart: CountingRestarted) -> None:
        """Begin a new file for a new show and delete the old one (its reader still has it open)."""
        writer, self._writer = self._writer, None
        if writer is not None:
            writer.close()
            with suppress(OSError):  # Windows deletes no file that its reader has open
                writer.path.unlink(missing_ok=True)
        self._written = self._unwritten = 0
        self._dropped_before = self._dropped
        self._window_ms = restart.window_ms
        self.state = TapState(generation=self.state.generation + 1)

    def _write(self, events: list[StreamEvent], tweets: int) -> None:
        if not events:
            return
        state = self.state
        try:
            if self._writer is None:
                if self._folder is None:
                    self._folder = new_folder(self._base)
                path = self._folder / f"rows-{state.generation}"
                self._writer = SpoolWriter(path)
                self._writer.write([CountingRestarted(self._window_ms)])
            self._writer.write(events)
        except OSError as error:
            self._unwritten += tweets
            reason = verbatim(error.strerror or str(error))
        else:
            self._written += tweets
            reason = message("too many at once")
        finally:
            self._packed += tweets
        missing = self._unwritten + self._dropped - self._dropped_before
        problem = plural_message(
            "SQL does not see {count} tweet ({why}); the show counts it",
            "SQL does not see {count} tweets ({why}); the show counts them",
            missing,
            why=reason,
        )
        writer = self._writer
        self.state = TapState(
            state.generation,
            Path() if writer is None else writer.path,
            0 if writer is None else writer.size_bytes,
            self._written,
            missing,
            problem if missing else NOTHING,
        )


def new_folder(base: Path) -> Path:
    """Create a folder for this process in ``base`` and delete those of processes that have ended.

    Raises
    ------
    OSError
        If it cannot be created.
    """
    base.mkdir(parents=True, exist_ok=True)
    for left in base.glob("mwk-sql-*"):
        pid = left.name.split("-")[2]
        if pid.isdigit() and not platform.current.process_lives(int(pid)):
            shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"mwk-sql-{os.getpid()}-", dir=base))

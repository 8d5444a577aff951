"""Recording a running show: tweets and decisions to a file, crash-safe, without stopping the show.

Two threads: the show thread calls :meth:`ShowRecorder.write` and :meth:`ShowRecorder.write_show`,
which only append to a deque; the *recorder thread* encodes, compresses and writes, once a second
and at the end. A full disk loses records of the file, never the music: the reason is kept for the
console to show.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Mapping
from typing import Any

from mwk_desktop.records.batch import GiveWay, nobody_waits, pieces
from mwk_desktop.records.record import Record
from mwk_desktop.records.recording import RecordingError, RecordingWriter

FLUSH_S = 1.0
MANY = 10_000
"""So many waiting records are written at once, before the second is over."""
BEHIND = 50_000
"""So many waiting records (some fifty megabytes): a topic can wait better than our memory can."""
MAX_WAITING = 400_000
"""Records that may wait for a slow disk (a few hundred megabytes); beyond it they are dropped."""


class ShowRecorder:
    """Writes a show's file on its own thread."""

    def __init__(self, writer: RecordingWriter, give_way: GiveWay = nobody_waits) -> None:
        self._writer = writer
        self._give_way = give_way
        self._waiting: deque[Record | tuple[Mapping[str, Any], int]] = deque()
        self._stop = threading.Event()
        self._wake = threading.Event()
        self._thread = threading.Thread(target=self._run, name="recorder", daemon=True)
        self.problem = ""
        """Why the file is not being written; empty while all is well."""
        self.dropped = 0

    def start(self) -> None:
        self._thread.start()

    def write(self, record: Record) -> None:
        """Take a record as it came (show thread; never blocks)."""
        waiting = len(self._waiting)
        if waiting < MAX_WAITING:
            self._waiting.append(record)
            if waiting == MANY:
                self._wake.set()
        else:
            self.dropped += 1

    @property
    def behind(self) -> bool:
        """Whether a source that can wait should wait (any thread).

        Not while the file cannot be written: the show does not wait for a full disk.
        """
        return len(self._waiting) > BEHIND and not self.problem

    def write_show(self, line: Mapping[str, Any], arrival_ms: int) -> None:
        """Take a decision of the show (show thread; never blocks)."""
        self._waiting.append((line, arrival_ms))

    def close(self) -> None:
        """Write what is left and end the file."""
        self._stop.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(timeout=10)
        self._drain()
        try:
            self._writer.close()
        except RecordingError as error:
            self.problem = str(error)

    def _run(self) -> None:
        while not self._stop.is_set():
            self._wake.wait(FLUSH_S)
            self._wake.clear()
            self._drain()

    def _drain(self) -> None:
        # A deque's append and popleft are atomic: the show thread never waits for this one.
        try:
            while waiting := len(self._waiting):
                for piece in pieces(waiting, self._give_way):
                    self._write(piece.stop - piece.start)
            self._writer.flush()
            self.problem = ""
        except RecordingError as error:
            self.problem = str(error)

    def _write(self, items: int) -> None:
        for _ in range(items):
            item = self._waiting.popleft()
            if isinstance(item, Record):
                self._writer.write(item)
            else:
                self._writer.write_show(dict(item[0]), item[1])

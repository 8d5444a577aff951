"""The worker that keeps the note about the running show up to date.

Threads: its own thread writes the note once a second if it has changed, and may wait for the disk.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, ClassVar

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.workers.last_show_note import (
    KEPT_FLAGS,
    NOTE,
    VERSION,
    last_show_of,
    lock_note,
    read_last_show,
    remove_note,
    write_note,
)
from mwk_desktop.app.workers.worker import Worker

_log = logging.getLogger(__name__)

STANDS_S = 10.0
"""A continued show that lasts this long is considered sound; its tries are forgotten."""


class LastShowWorker(Worker):
    """Keeps the note while a show runs."""

    idle_s: ClassVar[float | None] = 1.0

    def __init__(self, options: Options) -> None:
        super().__init__("remembering")
        self._folder = options.state_dir
        self._lock: int | None = None
        self._written: Mapping[str, Any] | None = None
        self._tries = 0
        self._begin_s = 0.0
        given = options.flags
        self._flags = {name: str(given[name]) for name in KEPT_FLAGS if name in given}
        if "sounds.dir" in self._flags:
            self._flags["sounds.dir"] = str(Path(self._flags["sounds.dir"]).absolute())
        self._page = options.page

    def start(self) -> None:
        note = read_last_show(self._folder)
        self._tries = note.tries if note is not None else 0
        self._begin_s = time.monotonic()
        self._lock = lock_note(self._folder)
        super().start()

    def on_idle(self) -> None:
        running = self.running
        if running is None or self._lock is None:
            return
        note = last_show_of(running, running.thread.snapshot(asks_for_more=False))
        if note is None:
            self._forget()
            return
        if time.monotonic() - self._begin_s >= STANDS_S:
            self._tries = 0
        more = {"tries": self._tries, "flags": self._flags, "page": self._page}
        value = {"version": VERSION, **asdict(note), **more}
        if value != self._written:
            self._write_note(value)

    def close(self) -> None:
        """Remove the note at a normal end, unless a bug ended the show."""
        failed = self.running is not None and self.running.thread.failed
        super().close()
        if self._lock is None:
            return
        if not failed:
            self._forget()
        os.close(self._lock)
        self._lock = None

    def _write_note(self, value: Mapping[str, Any]) -> None:
        try:
            write_note(self._folder, value)
        except OSError as error:  # a full disk must not end a show
            _log.warning("%s cannot be written: %s", self._folder / NOTE, error)
        self._written = value

    def _forget(self) -> None:
        if self._written is None and not (self._folder / NOTE).exists():
            return
        remove_note(self._folder)
        self._written = None

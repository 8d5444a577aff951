"""The show behind the windows, which can become another one: a recording from the console.

Threads: the main thread asks for snapshots and sends commands, neither waits; what is asked of the
machine goes to the desk and its thread (:mod:`mwk_desktop.app.desk`). A *switch thread* looks
through the recording while the show plays on, then ends that show and begins the replay. What
cannot be played is said in the console, and the show goes on.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from mwk_desktop.app.common import BadInput
from mwk_desktop.app.desk import Desk
from mwk_desktop.records.lines import RecordingError
from mwk_desktop.show.commands import Command, DeskRequest
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.threads import ShowThread

SAID_S = 20.0
"""How long the console says why a recording could not be opened."""

Begin = Callable[[ExitStack], ShowThread]
"""Begins a show; everything it starts ends with the stack."""

Prepare = Callable[[Path], Begin]
"""Looks through a recording and returns what begins its replay. Raises ``BadInput`` or
``RecordingError``."""


class Switch:
    """The running show, whichever it is.

    Parameters
    ----------
    thread, stack
        The show that runs, and what ends it.
    prepare_replay
        Makes a recording ready, on the switch thread.
    desk
        Carries out what is asked of the machine; it starts and ends with the switch, and knows the
        engine of the show that runs.
    """

    def __init__(
        self, thread: ShowThread, stack: ExitStack, prepare_replay: Prepare, desk: Desk
    ) -> None:
        self._thread = thread
        self._stack = stack
        self._prepare_replay = prepare_replay
        self._desk = desk
        self._desk.start()
        self._switching: threading.Thread | None = None
        self._closed = False
        self._said = ""
        self._said_until_s = 0.0

    @property
    def failed(self) -> bool:
        """Whether a bug ended the show that runs now."""
        return self._thread.failed

    def snapshot(self) -> Snapshot:
        """The newest snapshot of the show that runs; never waits."""
        snapshot = self._desk.seen(self._thread.snapshot())
        if self._said and time.monotonic() < self._said_until_s:
            snapshot = replace(snapshot, problems=(self._said, *snapshot.problems))
        return snapshot

    def send(self, command: Command | DeskRequest) -> None:
        """A presenter's command to the show that runs, or to the desk; never waits."""
        if isinstance(command, DeskRequest):
            self._desk.send(command)
        else:
            self._thread.send(command)

    def wait_finished(self, timeout_s: float) -> bool:
        """Wait until the show has ended by itself."""
        return self._thread.wait_finished(timeout_s)

    def open_recording(self, path: Path) -> None:
        """Go on with a recording (main thread; returns at once)."""
        if self._switching is not None and self._switching.is_alive():
            return
        self._switching = threading.Thread(
            target=self._open, args=(path,), name="switch", daemon=True
        )
        self._switching.start()

    def close(self) -> None:
        """End the show that runs (main thread; waits for a switch under way)."""
        self._closed = True
        if self._switching is not None:
            self._switching.join(timeout=30)
        self._stack.close()
        self._desk.close()

    def _open(self, path: Path) -> None:
        try:
            begin = self._prepare_replay(path)
        except (BadInput, RecordingError) as error:
            self._said, self._said_until_s = str(error), time.monotonic() + SAID_S
            return
        if self._closed:
            return
        # One show at a time: a sound card may be for one only.
        self._stack.close()
        stack = ExitStack()
        self._thread, self._stack = begin(stack), stack
        self._said = ""

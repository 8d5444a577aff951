"""Runs a show without windows: the main thread waits, prints and ends it.

Main thread. It may block: the show does not depend on it.
"""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from mwk_desktop import platform
from mwk_desktop.show.snapshot import Snapshot

HEALTH_S = 1.0
_WAIT_S = 0.1


class Handle(Protocol):
    """What this module needs of a running show."""

    def snapshot(self) -> Snapshot: ...

    def wait_finished(self, timeout_s: float) -> bool: ...


def rss_mb() -> float:
    """Resident memory of this process in megabytes (0.0 if the system does not tell)."""
    return platform.current.resident_bytes() / 1e6


@contextmanager
def ended_by_signals(stop: threading.Event) -> Iterator[None]:
    """Let SIGINT (Ctrl+C) and SIGTERM set ``stop`` instead of interrupting the show."""

    def on_signal(_number: int, _frame: object) -> None:
        stop.set()

    before = {
        number: signal.signal(number, on_signal) for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class HealthTicker:
    """Calls back with a snapshot once a second (its own thread), until stopped."""

    def __init__(self, handle: Handle, on_health: Callable[[Snapshot], None]) -> None:
        self._handle = handle
        self._on_health = on_health
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="health", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        self._thread.join(timeout=2)

    def _run(self) -> None:
        due = time.monotonic() + HEALTH_S
        while not self._stop.wait(max(0.0, due - time.monotonic())):
            due += HEALTH_S
            try:
                self._on_health(self._handle.snapshot())
            except (BrokenPipeError, ValueError):
                return  # the reader has gone


def wait_for_end(handle: Handle, exit_after_s: float | None) -> None:
    """Block until the show ends by itself, a signal comes, or the time is over."""
    stop = threading.Event()
    until = None if exit_after_s is None else time.monotonic() + exit_after_s
    with ended_by_signals(stop):
        while not stop.is_set() and not handle.wait_finished(_WAIT_S):
            if until is not None and time.monotonic() >= until:
                return
            sys.stdout.flush()

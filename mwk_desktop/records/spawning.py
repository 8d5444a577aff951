"""How every process of ours is started: anew, never as a copy of one that has threads."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

SPAWN: Final = multiprocessing.get_context("spawn")


@contextmanager
def no_interrupt() -> Iterator[None]:
    """Keep Ctrl-C away from what is started inside, where the system can: it is the show's, and a
    new process cannot say so itself before it has come up (any thread)."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

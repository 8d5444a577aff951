"""How a show's process treats its memory (any thread)."""

from __future__ import annotations

import ctypes
import gc
import sys
from contextlib import suppress
from typing import Final

_M_MMAP_THRESHOLD: Final = -3
_LARGE_BYTES: Final = 2 << 20
"""More than Kafka's client takes for a response: to map each anew costs a tenth of the speed."""


def calm_memory() -> None:
    """Prepare for a flood.

    Python's cycle collector is to leave it alone: a thousand messages at once are no reason to look
    for cycles, and what the program itself consists of never is.

    And what is large is to be given back at once. By default glibc raises the size from which it
    does so with each large block that is freed (mallopt(3), ``M_MMAP_THRESHOLD``): the columns of a
    million users, doubled again and again, would leave a hundred megabytes behind.
    """
    if not gc.get_freeze_count():
        gc.freeze()
    gc.set_threshold(20_000, 20, 10)
    _ask_glibc("mallopt", _M_MMAP_THRESHOLD, _LARGE_BYTES)


def give_memory_back() -> None:
    """After a flood: what lies free between what is still used goes back to the system
    (malloc_trim(3)). After a million users that is 150 MB; whoever allocates meanwhile waits."""
    _ask_glibc("malloc_trim", 0)


def _ask_glibc(function: str, *arguments: int) -> None:
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library
            getattr(ctypes.CDLL(None), function)(*arguments)

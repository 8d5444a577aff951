"""How a show's process treats its memory (any thread)."""

from __future__ import annotations

import gc

from mwk_desktop import platform


def tune_memory() -> None:
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
    platform.current.return_large_blocks()


def release_free_memory() -> None:
    """After a flood: what lies free between what is still used goes back to the system
    (malloc_trim(3)). After a million users that is 150 MB. A thread that allocates
    meanwhile waits."""
    platform.current.trim_heap()

"""Tunes the process's memory for a show (any thread)."""

from __future__ import annotations

import gc

from mwk_desktop import platform


def tune_memory() -> None:
    """Prepare the process for a flood of tweets.

    Python's cycle collector runs less often, as messages form no cycles, and never searches the
    objects that exist now.

    Large blocks go back to the system as soon as they are freed. By default glibc raises the size
    from which it does so with each large block that is freed (mallopt(3), ``M_MMAP_THRESHOLD``):
    the columns of a million users, doubled again and again, would leave a hundred megabytes behind.
    """
    if not gc.get_freeze_count():
        gc.freeze()
    gc.set_threshold(20_000, 20, 10)
    platform.current.return_large_blocks()


def release_free_memory() -> None:
    """After a flood, give free memory between used blocks back to the system (malloc_trim(3)).
    After a million users that is 150 MB. A thread that allocates meanwhile waits."""
    platform.current.trim_heap()

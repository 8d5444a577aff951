"""Every service that the program asks of a system, with the fallback that works on any.

The classes of the systems override what their system can do better. No state: any thread or
process may call.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from mwk_desktop.messages import Message, message

NOT_TOLD: Final = 0
"""As a figure: the system does not tell."""

NORMAL_PRIORITY: Final = 0
"""As a priority: neither real-time (positive) nor another niceness (negative)."""


class PortableSystem:
    """A system of which nothing is known."""

    # -- priorities ------------------------------------------------------------------------

    def claim_callback_priority(self) -> int:
        """Raise the calling thread's priority to what the audio callback needs.

        Returns
        -------
        int
            Positive: real-time at this priority. Negative: this niceness. 0: normal.
        """
        return NORMAL_PRIORITY

    def claim_control_priority(self) -> None:
        """Raise the calling thread just below the audio callback, where that is granted."""

    def request_priority_service(self, callback_thread: int, control_thread: int) -> int:
        """Ask a service of the system for the priorities that it did not grant by itself.

        May wait for seconds. The threads are the kernel's ids, of this process.

        Returns
        -------
        int
            The callback's real-time priority; 0 where none was granted.
        """
        del callback_thread, control_thread
        return NORMAL_PRIORITY

    @contextmanager
    def realtime_launch(self) -> Iterator[None]:
        """Processes that start inside begin with real-time priority, where that is granted."""
        yield

    def lower_priority(self, niceness: int) -> None:
        """Put this process behind others (``niceness`` as Unix counts it), where that exists."""
        del niceness

    def describe_priority(self, priority: int) -> Message:
        """A priority as :meth:`claim_callback_priority` returns it, in words."""
        del priority
        return message("no real-time priority on this system")

    # -- memory ----------------------------------------------------------------------------

    def lock_memory(self) -> bool:
        """Keep what this process uses in memory; whether the system granted it."""
        return False

    def return_large_blocks(self) -> None:
        """Have the allocator give large blocks back to the system as soon as they are free."""

    def trim_heap(self) -> None:
        """Give free memory between what is still used back to the system, once."""

    def resident_bytes(self) -> int:
        """Resident memory of this process; :data:`NOT_TOLD` where the system does not say."""
        return NOT_TOLD

    def limit_data_memory(self, size_bytes: int) -> bool:
        """Let allocations beyond a size fail in this process; whether the system does that."""
        del size_bytes
        return False

    # -- signals and processes -------------------------------------------------------------

    @contextmanager
    def interrupts_blocked(self) -> Iterator[None]:
        """Keep Ctrl-C from processes that are started inside, where the system can.

        The terminal sends it to all of them, but it is the parent's to answer, and a new process
        cannot ignore it before it has come up.
        """
        yield

    def unblock_interrupts(self) -> None:
        """In a process that was started under :meth:`interrupts_blocked`."""

    # -- files and descriptors -------------------------------------------------------------

    def lock_file(self, path: Path) -> int | None:
        """Lock a file against other processes, until the returned descriptor is closed.

        Returns
        -------
        int or None
            None where another process holds the lock. Where the system has no locks, a descriptor
            that keeps nobody out: the newest wins.

        Raises
        ------
        OSError
            The file cannot be opened.
        """
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)

    def set_default_mode(self, descriptor: int) -> None:
        """Give a temporary file the permissions of an ordinary new one."""
        del descriptor

    def can_write(self, descriptor: int) -> bool:
        """Whether a pipe takes a small message without waiting; true where nobody can tell."""
        del descriptor
        return True

    def raise_file_limit(self, wanted: int) -> int | None:
        """Allow this process ``wanted`` open files, or as many as it may.

        Returns
        -------
        int or None
            The limit; None where there is none.
        """
        del wanted
        return None

    # -- network ---------------------------------------------------------------------------

    def interface_addresses(self, skipped: tuple[str, ...] = ()) -> list[str]:
        """IPv4 addresses of this machine's interfaces, but for those whose names begin as skipped.

        Empty where the system does not list them to Python.
        """
        del skipped
        return []

    # -- time ------------------------------------------------------------------------------

    def steady_ns(self) -> int:
        """Nanoseconds of a clock that nobody sets and that goes on while the machine sleeps.

        ``time.monotonic_ns`` stands still in a suspend on Linux and macOS, not on Windows.
        """
        return time.monotonic_ns()

"""Every system service that the program uses, with a fallback that works anywhere.

Each system's class overrides what that system does better. Stateless: any thread or process may
call it.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mwk_desktop.messages import NOTHING, Message, message
from mwk_desktop.platform.keep_awake import KeepAwake

if TYPE_CHECKING:
    from platformdirs.api import PlatformDirsABC

NOT_TOLD: Final = 0
"""As a number of bytes: the system does not tell."""

NORMAL_PRIORITY: Final = 0
"""As a priority: neither real-time (positive) nor a changed niceness (negative)."""


class PortableSystem:
    """A system about which nothing is known."""

    # -- priorities ------------------------------------------------------------------------

    def claim_callback_priority(self) -> int:
        """Raise the calling thread's priority to what the audio callback needs.

        Returns
        -------
        int
            Positive: real-time at this priority. Negative: this niceness. 0: normal.
        """
        return NORMAL_PRIORITY

    def is_realtime(self) -> bool:
        """Whether the calling thread has a real-time priority; False if the system cannot tell."""
        return False

    def claim_priority_below(self, priority: int) -> None:
        """Raise the calling thread's priority to just below a real-time one, if the system grants
        it; ``priority`` as :meth:`claim_callback_priority` returns it."""

    def claim_control_priority(self) -> None:
        """Raise the calling thread's priority to just below the audio callback's, if the system
        grants it."""

    def request_priority_service(self, callback_thread: int, control_thread: int) -> int:
        """Request from a system service the priorities that were not granted directly.

        May take seconds. The threads are given by their kernel ids and belong to this process.

        Returns
        -------
        int
            The callback's real-time priority; 0 if none was granted.
        """
        del callback_thread, control_thread
        return NORMAL_PRIORITY

    @contextmanager
    def realtime_launch(self) -> Iterator[None]:
        """Processes started in this context begin with real-time priority, if the system grants
        it."""
        yield

    def lower_priority(self, niceness: int, pid: int = 0) -> None:
        """Let other processes run before this one (``niceness`` as on Unix), if the system can.

        ``pid``: a process that this one has started; 0: this one.
        """
        del niceness, pid

    def describe_priority(self, priority: int) -> Message:
        """A result of :meth:`claim_callback_priority` in words."""
        if priority > 0:
            return message("realtime (priority {priority})", priority=str(priority))
        return message("no real-time priority on this system")

    def priority_remedy(self) -> Message:
        """What to do where the audio callback has normal priority."""
        return message("Use a larger block_size under [audio], or close other programs.")

    def locked_jack(self) -> Message:
        """What to tell a user whose JACK answers no client, where its database may be locked;
        ``NOTHING`` where it cannot."""
        return NOTHING

    def hung_jack(self) -> Message:
        """What to tell a user whose JACK answers no client."""
        return self.locked_jack() or message("JACK does not answer (end it, and start it again)")

    def keep_awake(self) -> KeepAwake:
        """Hold screen saver and sleep off, as far as the system has a way."""
        return KeepAwake()

    # -- memory ----------------------------------------------------------------------------

    def lock_memory(self) -> bool:
        """Lock this process's pages in memory; returns whether the system granted it."""
        return False

    def return_large_blocks(self) -> None:
        """Make the allocator return large blocks to the system as soon as they are freed."""

    def trim_heap(self) -> None:
        """Return the heap's free memory to the system, once."""

    def resident_bytes(self) -> int:
        """Resident memory of this process in bytes; :data:`NOT_TOLD` if the system does not
        tell."""
        return NOT_TOLD

    def limit_data_memory(self, size_bytes: int) -> bool:
        """Make allocations beyond a size fail in this process; returns whether the system can."""
        del size_bytes
        return False

    # -- signals and processes -------------------------------------------------------------

    @contextmanager
    def interrupts_blocked(self) -> Iterator[None]:
        """Block Ctrl-C in processes started in this context, if the system can.

        The terminal sends it to all processes, but only the parent should handle it, and a new
        process cannot ignore it before it has started.
        """
        yield

    def unblock_interrupts(self) -> None:
        """Undo :meth:`interrupts_blocked`, in the process that was started under it."""

    def process_lives(self, pid: int) -> bool:
        """Whether a process with this id may exist; True if the system cannot tell."""
        del pid
        return True

    # -- files and descriptors -------------------------------------------------------------

    def lock_file(self, path: Path) -> int | None:
        """Lock a file against other processes, until the returned descriptor is closed.

        Returns
        -------
        int or None
            None if another process holds the lock. On a system without locks, a descriptor that
            excludes no other process: the newest one wins.

        Raises
        ------
        OSError
            If the file cannot be opened.
        """
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)

    def set_default_mode(self, descriptor: int) -> None:
        """Give a temporary file the permissions of an ordinary new one."""
        del descriptor

    def can_write(self, descriptor: int) -> bool:
        """Whether a pipe accepts a small message without blocking; False if the system cannot
        tell."""
        del descriptor
        return False

    def raise_file_limit(self, wanted: int) -> int | None:
        """Allow this process ``wanted`` open files, or as many as it may.

        Returns
        -------
        int or None
            The new limit; None if there is no limit.
        """
        del wanted
        return None

    def config_folder(self) -> Path:
        """Where settings live, as the system's users expect it; the folder need not exist."""
        return Path(self._user_folders().user_config_dir)

    def data_folder(self) -> Path:
        """Where recordings, counts and logs live; the folder need not exist."""
        return Path(self._user_folders().user_data_dir)

    def drive_folders(self) -> list[Path]:
        """Where drives that were plugged in appear, as far as that can be told without waiting."""
        return []

    def _user_folders(self) -> PlatformDirsABC:
        # Late: the engine's process needs no folders.
        from platformdirs.unix import Unix

        return Unix("mwk", appauthor=False)

    def open_file(self, path: Path) -> bool:
        """Open a file as a double click does (may wait for seconds); False: nothing opens it."""
        del path
        return False

    def show_in_folder(self, path: Path) -> bool:
        """Show a file among its neighbours (may wait for seconds); False: nothing shows it."""
        del path
        return False

    # -- windows and sound -----------------------------------------------------------------

    def display_problem(self, environ: Mapping[str, str]) -> Message | None:
        """Why no window can be opened, as one line; None if it can, or if only trying can tell.

        Loads no Qt library: a bare machine may lack what Qt needs, so that asking it could fail.
        """
        del environ
        return None

    def lacks_gpu(self) -> bool:
        """Whether windows are better drawn by the processor; False if the system does not tell."""
        return False

    def has_screen_saver_bus(self) -> bool:
        """Whether a screen saver may listen on a session bus (D-Bus)."""
        return False

    def preferred_sound_system(self) -> str:
        """PortAudio's name of the sound system whose devices come first; "" keeps PortAudio's
        order."""
        return ""

    # -- network ---------------------------------------------------------------------------

    def interface_addresses(self, skipped: tuple[str, ...] = ()) -> list[str]:
        """IPv4 addresses of this machine's interfaces, except those whose names start with a
        ``skipped`` prefix.

        Empty if Python cannot list them on this system.
        """
        del skipped
        return []

    # -- time ------------------------------------------------------------------------------

    def steady_ns(self) -> int:
        """Nanoseconds of a clock that is never set and also runs while the machine sleeps.

        ``time.monotonic_ns`` stops during a suspend on Linux and macOS, but not on Windows.
        """
        return time.monotonic_ns()

"""What Linux and macOS share. Other Unix systems get only this."""

from __future__ import annotations

import fcntl
import os
import resource
import select
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from mwk_desktop.platform.portable import PortableSystem

assert sys.platform != "win32"  # on Windows mypy skips the rest


class PosixSystem(PortableSystem):
    """A Unix system."""

    def lower_priority(self, niceness: int) -> None:
        with suppress(OSError):
            os.nice(niceness)

    @contextmanager
    def interrupts_blocked(self) -> Iterator[None]:
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def unblock_interrupts(self) -> None:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})

    def process_lives(self, pid: int) -> bool:
        try:
            os.kill(pid, 0)  # sends nothing, only checks
        except (ProcessLookupError, OverflowError):  # a number too large for any process
            return False
        except PermissionError:  # another user's
            pass
        return True

    def lock_file(self, path: Path) -> int | None:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(descriptor)
            return None
        return descriptor

    def set_default_mode(self, descriptor: int) -> None:
        # The mask can only be read by setting it.
        mask = os.umask(0o022)
        os.umask(mask)
        os.fchmod(descriptor, 0o666 & ~mask)

    def can_write(self, descriptor: int) -> bool:
        poll = select.poll()
        poll.register(descriptor, select.POLLOUT)
        return bool(poll.poll(0))

    def raise_file_limit(self, wanted: int) -> int | None:
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        if soft != resource.RLIM_INFINITY and soft < wanted:
            allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
            with suppress(OSError, ValueError):
                resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
                soft = allowed
        return None if soft == resource.RLIM_INFINITY else soft

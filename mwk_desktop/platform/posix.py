"""What Linux and macOS share. Other Unix systems (the BSDs) get only this."""

from __future__ import annotations

import fcntl
import os
import resource
import select
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from mwk_desktop.messages import Message, message
from mwk_desktop.platform.portable import PortableSystem
from mwk_desktop.platform.system_programs import run_opener

assert sys.platform != "win32"  # on Windows mypy skips the rest

WITHOUT_DISPLAY: Final = frozenset(
    {"offscreen", "minimal", "vnc", "linuxfb", "eglfs", "vkkhrdisplay"}
)
"""Qt's platforms that need neither X nor Wayland."""


class PosixSystem(PortableSystem):
    """A Unix system."""

    def lower_priority(self, niceness: int, pid: int = 0) -> None:
        with suppress(OSError):
            if pid:
                os.setpriority(os.PRIO_PROCESS, pid, niceness)
            else:
                os.nice(niceness)

    def drive_folders(self) -> list[Path]:
        found: list[Path] = []
        user = Path.home().name
        for root in (Path("/run/media") / user, Path("/media") / user, Path("/Volumes")):
            with suppress(OSError), os.scandir(root) as entries:
                # A link is the system disk. Names only: asking a drive that is gone may hang.
                found += [Path(entry.path) for entry in entries if not entry.is_symlink()]
        return sorted(found)

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

    def open_file(self, path: Path) -> bool:
        return run_opener(("xdg-open", str(path)))

    def show_in_folder(self, path: Path) -> bool:
        return run_opener(("xdg-open", str(path.parent)))

    def display_problem(self, environ: Mapping[str, str]) -> Message | None:
        platform = environ.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
        if platform in WITHOUT_DISPLAY:
            return None
        if environ.get("WAYLAND_DISPLAY") and platform != "xcb":
            return None
        display = environ.get("DISPLAY", "")
        if not display:
            return message("no display: neither DISPLAY nor WAYLAND_DISPLAY is set")
        if display.startswith((":", "unix:")):
            number = display.split(":", 1)[1].split(".")[0]
            socket_path = f"/tmp/.X11-unix/X{number}"
            if not Path(socket_path).exists() and not _is_abstract_socket(socket_path):
                return message("no display: nothing answers at DISPLAY={display}", display=display)
        return None


def _is_abstract_socket(name: str) -> bool:
    """Whether a server listens on Linux's abstract socket of that name, as X servers do."""
    try:
        table = Path("/proc/net/unix").read_text(encoding="ascii", errors="replace")
    except OSError:
        return False
    return any(line.endswith(f"@{name}") for line in table.splitlines())

"""macOS. Never run on a Mac so far: it is type-checked, and tested on Linux.

Core Audio calls the audio callback on its own real-time thread. For other threads the program
requests no priority, and says so.
"""

from __future__ import annotations

import ctypes
import os
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mwk_desktop.messages import Message
from mwk_desktop.platform.keep_awake import AwakeProcess, KeepAwake
from mwk_desktop.platform.portable import NOT_TOLD
from mwk_desktop.platform.system_programs import run_opener

if TYPE_CHECKING:
    from platformdirs.api import PlatformDirsABC

if sys.platform != "win32":
    from mwk_desktop.platform.posix import PosixSystem

assert sys.platform != "win32"  # on Windows mypy skips the rest

PROC_PIDTASKINFO: Final = 4
TASK_INFO_BYTES: Final = 96
"""From ``<sys/proc_info.h>``: ``struct proc_taskinfo``, whose second field is the resident size."""


class MacosSystem(PosixSystem):
    """macOS: a Unix system where POSIX calls give a program no real-time priority."""

    def keep_awake(self) -> KeepAwake:
        return AwakeProcess(("caffeinate", "-d", "-i", "-s", "-w", str(os.getpid())))

    def steady_ns(self) -> int:
        # On macOS this clock also runs while the machine sleeps.
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC)

    def resident_bytes(self) -> int:
        # resource.getrusage tells only the most that there ever was.
        task = (ctypes.c_uint64 * (TASK_INFO_BYTES // 8))()
        filled = 0
        with suppress(OSError, AttributeError):
            libproc = ctypes.CDLL("/usr/lib/libproc.dylib")
            filled = libproc.proc_pidinfo(
                os.getpid(), PROC_PIDTASKINFO, ctypes.c_uint64(0), task, TASK_INFO_BYTES
            )
        return int(task[1]) if filled == TASK_INFO_BYTES else NOT_TOLD

    def _user_folders(self) -> PlatformDirsABC:
        from platformdirs.macos import MacOS

        return MacOS("mwk", appauthor=False)

    def open_file(self, path: Path) -> bool:
        return run_opener(("open", str(path)))

    def show_in_folder(self, path: Path) -> bool:
        return run_opener(("open", "-R", str(path)))

    def display_problem(self, environ: Mapping[str, str]) -> Message | None:
        del environ  # there is no variable: who may open windows is decided by the login
        return None

"""macOS. Never run on a Mac so far: it is type-checked, and tested on Linux.

Core Audio calls the audio callback on its own real-time thread. For other threads the program
requests no priority, and says so.
"""

from __future__ import annotations

import os
import sys
import time

from mwk_desktop.platform.keep_awake import AwakeProcess, KeepAwake

if sys.platform != "win32":
    from mwk_desktop.platform.posix import PosixSystem

assert sys.platform != "win32"  # on Windows mypy skips the rest


class MacosSystem(PosixSystem):
    """macOS: a Unix system where POSIX calls give a program no real-time priority."""

    def keep_awake(self) -> KeepAwake:
        return AwakeProcess(("caffeinate", "-d", "-i", "-s", "-w", str(os.getpid())))

    def steady_ns(self) -> int:
        # On macOS this clock also runs while the machine sleeps.
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC)

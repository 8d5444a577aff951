"""macOS. Not run on a Mac so far: what it does is checked for types and tested on Linux.

Core Audio calls the audio callback on a real-time thread of its own; for other threads the program
asks for nothing, and says so.
"""

from __future__ import annotations

import sys
import time

if sys.platform != "win32":
    from mwk_desktop.platform.posix import PosixSystem

assert sys.platform != "win32"  # where mypy has nothing of what follows


class MacosSystem(PosixSystem):
    """macOS: a Unix system without priorities that a program may ask for by POSIX's calls."""

    def steady_ns(self) -> int:
        # Its clock of this name goes on while the machine sleeps.
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC)

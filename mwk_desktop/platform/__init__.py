"""What differs between Linux, macOS and Windows: priorities, locks, memory, folders, screens...

:data:`current` is the system that the program runs on; callers write ``platform.current.name()``,
so that a test can put another system there. Each method does what the system can and reports what
it cannot: nothing here raises because a system lacks a feature.

===================  =======================================================================
``portable``         every service with the fallback that works anywhere: begin here
``posix``            what Linux and macOS share
``linux``            real-time priorities, locked memory, glibc's heap, ``rtkit`` (RealtimeKit)
``macos``            requests no priority: Core Audio's own thread has real-time priority
``win32``            Windows: calls of its own for priorities, processes and memory
``keep_awake``       what holds screen saver and sleep off
``system_programs``  runs programs of the system, such as the one that opens a file
``spawning``         how the program starts processes, and runs one function in its own process
===================  =======================================================================

Imports only the standard library and messages, because the engine process loads it.
"""

from __future__ import annotations

import os
import sys
from typing import Final

from mwk_desktop.platform.portable import NOT_TOLD, PortableSystem

__all__ = ["NOT_TOLD", "PortableSystem", "current"]

_current: PortableSystem
if sys.platform == "linux":
    from mwk_desktop.platform.linux import LinuxSystem

    _current = LinuxSystem()
elif sys.platform == "darwin":
    from mwk_desktop.platform.macos import MacosSystem

    _current = MacosSystem()
elif sys.platform == "win32":
    from mwk_desktop.platform.win32 import WindowsSystem

    _current = WindowsSystem()
elif os.name == "posix":
    from mwk_desktop.platform.posix import PosixSystem

    _current = PosixSystem()
else:
    _current = PortableSystem()

current: Final[PortableSystem] = _current
"""The system that the program runs on."""

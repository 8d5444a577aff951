"""Windows. Never run on Windows so far: it is type-checked, and tested on Linux."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from mwk_desktop.platform.keep_awake import AwakeCall, KeepAwake
from mwk_desktop.platform.portable import PortableSystem

ES_CONTINUOUS: Final = 0x80000000
ES_SYSTEM_REQUIRED: Final = 0x00000001
ES_DISPLAY_REQUIRED: Final = 0x00000002
"""From ``<winbase.h>``."""


class WindowsSystem(PortableSystem):
    """Windows: locks bytes of a file instead of the whole file; has no niceness and no signals to
    block."""

    def keep_awake(self) -> KeepAwake:
        awake = KeepAwake()
        if sys.platform == "win32":
            import ctypes

            # winbase.h: SetThreadExecutionState answers 0 where it fails.
            set_state = ctypes.windll.kernel32.SetThreadExecutionState
            held = ES_CONTINUOUS | ES_SYSTEM_REQUIRED | ES_DISPLAY_REQUIRED
            awake = AwakeCall(lambda: bool(set_state(held)), lambda: set_state(ES_CONTINUOUS))
        return awake

    def lock_file(self, path: Path) -> int | None:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        if sys.platform == "win32":
            import msvcrt

            try:
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            except OSError:
                os.close(descriptor)
                return None
        return descriptor

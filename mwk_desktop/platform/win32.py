"""Windows. Never run on Windows so far: it is type-checked, and tested on Linux."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from mwk_desktop.platform.portable import PortableSystem


class WindowsSystem(PortableSystem):
    """Windows: locks bytes of a file instead of the whole file; has no niceness and no signals to
    block."""

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

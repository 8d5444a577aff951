"""Finds out whether a window can be opened, without loading any Qt library.

A bare machine may lack libEGL, so that even asking Qt could fail. This module only checks the
environment, and a local X server's socket.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from mwk_desktop.messages import Message, message

_OFF_SCREEN = frozenset({"offscreen", "minimal", "vnc", "linuxfb", "eglfs", "vkkhrdisplay"})
_DRI = Path("/dev/dri")


def can_open_windows(
    environ: Mapping[str, str] | None = None, system: str = sys.platform
) -> Message | None:
    """Why no window can be opened, as one line; None if a display can be used.

    Parameters
    ----------
    environ
        The environment to read; the process's own by default.
    system
        The system, as in ``sys.platform``.
    """
    env = os.environ if environ is None else environ
    platform = env.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    if platform in _OFF_SCREEN or system in ("darwin", "win32"):
        return None
    if env.get("WAYLAND_DISPLAY") and platform != "xcb":
        return None
    display = env.get("DISPLAY", "")
    if not display:
        return message("no display: neither DISPLAY nor WAYLAND_DISPLAY is set")
    if display.startswith(":") or display.startswith("unix:"):
        number = display.split(":", 1)[1].split(".")[0]
        if not Path(f"/tmp/.X11-unix/X{number}").exists() and not _abstract_socket(number):
            return message("no display: nothing answers at DISPLAY={display}", display=display)
    return None


def _abstract_socket(number: str) -> bool:
    """Whether an X server listens on Linux's abstract socket of that display number."""
    try:
        table = Path("/proc/net/unix").read_text(encoding="ascii", errors="replace")
    except OSError:
        return False
    return any(line.endswith(f"@/tmp/.X11-unix/X{number}") for line in table.splitlines())


def prepare_graphics(environ: dict[str, str] | os._Environ[str], scale: float = 1.0) -> None:
    """Set what Qt reads once when it loads: the renderer and the scale of everything.

    Without a GPU the software renderer is the lighter one (llvmpipe took 64-95 % of a core,
    this 9-13 %). Values that the user has set stay.
    """
    if "QT_QUICK_BACKEND" not in environ and sys.platform.startswith("linux"):
        has_gpu = _DRI.is_dir() and any(p.name.startswith("render") for p in _DRI.iterdir())
        if not has_gpu:
            environ["QT_QUICK_BACKEND"] = "software"
    if scale != 1.0 and "QT_SCALE_FACTOR" not in environ:
        environ["QT_SCALE_FACTOR"] = f"{min(3.0, max(1.0, scale)):g}"

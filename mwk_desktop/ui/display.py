"""Set what Qt reads once when it loads: the renderer, and the scale of everything."""

from __future__ import annotations

import os
from collections.abc import Mapping

from mwk_desktop import platform
from mwk_desktop.messages import Message


def can_open_windows(environ: Mapping[str, str] | None = None) -> Message | None:
    """Why no window can be opened, as one line; None if a display can be used.

    Loads no Qt library.

    Parameters
    ----------
    environ
        The environment to read; the process's own by default.
    """
    return platform.current.display_problem(os.environ if environ is None else environ)


def prepare_graphics(environ: dict[str, str] | os._Environ[str], scale: float = 1.0) -> None:
    """Set what Qt reads once when it loads: the renderer and the scale of everything.

    Without a GPU the software renderer is the lighter one (llvmpipe took 64-95 % of a core,
    this 9-13 %). Values that the user has set stay.
    """
    if "QT_QUICK_BACKEND" not in environ and platform.current.lacks_gpu():
        environ["QT_QUICK_BACKEND"] = "software"
    if scale != 1.0 and "QT_SCALE_FACTOR" not in environ:
        environ["QT_SCALE_FACTOR"] = f"{min(3.0, max(1.0, scale)):g}"

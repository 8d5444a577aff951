"""Runs programs of the system: with its own libraries, not with those of a frozen program.

Standard library only. Call from a thread that may wait for some seconds.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Sequence
from typing import Final

STARTED_S: Final = 5.0
"""A program that still runs after this long has begun its work."""


def system_environment() -> dict[str, str]:
    """Our environment without a frozen program's own libraries."""
    own = dict(os.environ)
    if "LD_LIBRARY_PATH_ORIG" in own:
        own["LD_LIBRARY_PATH"] = own.pop("LD_LIBRARY_PATH_ORIG")
    elif getattr(sys, "frozen", False):
        own.pop("LD_LIBRARY_PATH", None)
    return own


def run_opener(command: Sequence[str], started_s: float = STARTED_S) -> bool:
    """Run a program that opens something and may go on until that is closed.

    Returns
    -------
    bool
        False if there is no such program, or if it says that it could not.
    """
    program = shutil.which(command[0])
    if program is None:
        return False
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(
            [program, *command[1:]],
            stdin=quiet,
            stdout=quiet,
            stderr=quiet,
            env=system_environment(),
            start_new_session=True,  # Ctrl-C in our terminal is not meant for a browser
        )
    except OSError:
        return False
    try:
        return process.wait(started_s) == 0
    except subprocess.TimeoutExpired:
        # Somebody has to take note of its end.
        threading.Thread(target=process.wait, name="opener", daemon=True).start()
        return True

"""How much room is left where a show records itself. Pure but for one question to the system."""

from __future__ import annotations

import shutil
from pathlib import Path

MS_PER_HOUR = 3_600_000


def free_bytes(path: Path) -> int:
    """Bytes that this user may still write at ``path``.

    Parameters
    ----------
    path
        A file or folder; what does not exist yet counts as the nearest folder above it.

    Raises
    ------
    OSError
        The system does not say.
    """
    place = path.absolute()
    while not place.exists() and place != place.parent:
        place = place.parent
    return shutil.disk_usage(place).free


def hours_left(free: int, written_bytes: int, elapsed_ms: int) -> float | None:
    """For how long the room lasts if all goes on as it did.

    Parameters
    ----------
    free
        As :func:`free_bytes` says.
    written_bytes
        What was written in the last ``elapsed_ms``.
    elapsed_ms
        Some seconds at least: a single tweet's rate says nothing.

    Returns
    -------
    float or None
        Hours; None where nothing is written, so that it lasts for ever.
    """
    if written_bytes <= 0 or elapsed_ms <= 0:
        return None
    return free / written_bytes * elapsed_ms / MS_PER_HOUR

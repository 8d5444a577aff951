"""Writes gains into ``set.toml``, keeping its other content and comments."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from mwk_desktop.messages import message
from mwk_desktop.sounds.set_file import FILE_NAME, read_set_file
from mwk_desktop.sounds.set_findings import SoundSetError


def keep_gains(folder: Path, gains_db: Mapping[str, float]) -> Path:
    """Write the clips' gains, and ``match = false`` so that nothing else is matched from now on.

    Parameters
    ----------
    folder
        The sound set's folder; ``set.toml`` is created if it is missing.
    gains_db
        Gains by clip name; gains of other clips stay.

    Returns
    -------
    Path
        The path of the ``set.toml``.

    Raises
    ------
    SoundSetError
        If the file cannot be read as a ``set.toml`` or cannot be written; it is then unchanged.
    """
    import tomlkit  # late: not needed at start-up

    # A link stays a link: its target is replaced.
    path = Path(os.path.realpath(folder / FILE_NAME))
    read_set_file(path)  # raises now if something in it is wrong
    try:
        document = tomlkit.parse(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        document = tomlkit.document()
    document["match"] = False
    clips = document.setdefault("clips", tomlkit.table(is_super_table=True))
    for name, gain_db in gains_db.items():
        entry: MutableMapping[str, Any] = clips.setdefault(name, tomlkit.table())
        entry["gain_db"] = gain_db
    try:
        _replace(path, tomlkit.dumps(document).encode())
    except OSError as error:
        raise SoundSetError(
            message(
                "{path}: cannot be written ({why})", path=path, why=error.strerror or str(error)
            )
        ) from error
    return path


def _replace(path: Path, content: bytes) -> None:
    """Replace the file atomically: after a power cut it is either the old or the new one."""
    handle, made = tempfile.mkstemp(prefix=".set-", suffix=".toml", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with suppress(OSError):
            Path(made).chmod(path.stat().st_mode if path.exists() else 0o644)
        Path(made).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(made).unlink()
        raise

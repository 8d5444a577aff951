"""Lists the shows in a folder and finds the one to continue."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from mwk_desktop.messages import NOTHING, Message
from mwk_desktop.store.show_file import SUFFIX, ShowFile, StoreError

_COMPANIONS: Final = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class ShowEntry:
    """One show of the folder.

    ``problem`` says why the content could not be read (in use, damaged, newer version) and is empty
    if it could; ``damaged`` is True if the content is broken.
    """

    path: Path
    began_ms: int
    changed_ms: int
    users: int = 0
    tweets: int = 0
    info: Mapping[str, Any] = field(default_factory=dict)
    problem: Message = NOTHING
    damaged: bool = False

    @property
    def name(self) -> str:
        """The name that ``--show`` accepts: the file's name without its suffix."""
        return self.path.name.removesuffix(SUFFIX)


def list_shows(folder: Path) -> list[ShowEntry]:
    """All shows in ``folder``, the last written first; empty if the folder does not exist."""
    return [_entry(path, changed_ns, whole=True) for changed_ns, path in _newest_first(folder)]


def newest_show(folder: Path, **wanted: Any) -> ShowEntry | None:
    """Find the show to continue: the newest whose info has all of ``wanted`` (``topic=...``).

    Users and tweets are not counted (a start should not read every show of the year). If the newest
    show is damaged or in use, it is returned all the same: silently continuing an older one would
    bring back yesterday's leaderboard.
    """
    for changed_ns, path in _newest_first(folder):
        entry = _entry(path, changed_ns, whole=False)
        if entry.problem or all(entry.info.get(name) == value for name, value in wanted.items()):
            return entry
    return None


def _newest_first(folder: Path) -> list[tuple[int, Path]]:
    found = [(_changed_ns(path), path) for path in folder.glob(f"*{SUFFIX}")]
    there = [(changed_ns, path) for changed_ns, path in found if changed_ns is not None]
    return sorted(there, key=lambda one: (-one[0], one[1].name))


def _changed_ns(path: Path) -> int | None:
    """When a show was last written; None if it has just been deleted."""
    times_ns: list[int] = []
    for companion in _COMPANIONS:
        # Another mwk that ends removes its log at any moment.
        with suppress(OSError):
            times_ns.append(path.with_name(path.name + companion).stat().st_mtime_ns)
    return max(times_ns, default=None)


def _entry(path: Path, changed_ns: int, *, whole: bool) -> ShowEntry:
    changed_ms = changed_ns // 1_000_000
    try:
        show = ShowFile.open(path)
        try:
            info = show.info()
            users, tweets = show.summary() if whole else (0, 0)
        finally:
            show.close()
    except StoreError as error:
        return ShowEntry(path, changed_ms, changed_ms, problem=error.problem, damaged=error.damaged)
    # Opening merges a killed show's log into its file; that must not make it the newest show.
    with suppress(OSError):  # only the owner may
        os.utime(path, ns=(changed_ns, changed_ns))
    began_ms = int(info.get("began_ms", changed_ms))
    return ShowEntry(path, began_ms, changed_ms, users, tweets, info)

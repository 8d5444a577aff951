"""The worker that remembers which recordings were played last.

Threads: the list is read at the start and written when a show has started, both on the thread that
starts shows; any thread reads it.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Final

from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import WorkersState
from mwk_desktop.whole_files import write_whole

FILE: Final = "recent.json"
MOST: Final = 5


class RecentWorker(Worker):
    """Keeps the paths of the last recordings in a file.

    Parameters
    ----------
    folder
        Where the file is kept.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__("recent")
        self._path = folder / FILE
        self._recent = _read(self._path)

    def on_show_started(self, running: RunningShow) -> None:
        """Put the recording that plays now first."""
        super().on_show_started(running)
        if running.path is None:
            return
        path = str(running.path.absolute())
        self._recent = (path, *(other for other in self._recent if other != path))[:MOST]
        with contextlib.suppress(OSError):  # a full disk must not stop a show
            write_whole(self._path, json.dumps(self._recent))

    def complete_state(self, state: WorkersState, snapshot: Snapshot) -> WorkersState:
        """Add the list."""
        return replace(state, recent=self._recent)


def _read(path: Path) -> tuple[str, ...]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return ()
    if not isinstance(found, list):
        return ()
    return tuple(each for each in found if isinstance(each, str))[:MOST]

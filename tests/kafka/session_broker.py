"""One broker for the whole session, whichever folders' tests ask for one.

A fixture that two folders import is two fixtures to pytest, each with a broker of its own. This
module is there once.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

_started: list[Any] = []


def get_or_start(start: Callable[[Path], Any], folder: Callable[[], Path]) -> Any:
    """The broker that runs; else one that ``start`` starts in a new folder."""
    if not _started:
        _started.append(start(folder()))
    return _started[0]


def stop() -> None:
    """End it and delete what it holds; nothing where none runs."""
    while _started:
        broker = _started.pop()
        broker.stop()
        shutil.rmtree(broker.folder, ignore_errors=True)

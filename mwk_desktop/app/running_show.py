"""The running show as workers and windows know it, and the type of what starts a show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from mwk_desktop.app.shared_show import SharedShow
from mwk_desktop.messages import message
from mwk_desktop.show.drivers.threads import ShowThread


@dataclass(frozen=True, slots=True)
class RunningShow:
    """The running show, for the workers beside it.

    ``kind``: demo, live or replay. ``kafka`` and ``topic``: of a live show. ``resolve_lost``: tells
    a live source where to go on after lost history (``oldest`` or ``now``).
    """

    kind: str
    thread: ShowThread
    kafka: Mapping[str, Any] = field(default_factory=dict)
    topic: str = ""
    path: Path | None = None
    """The recording of a replay."""
    resolve_lost: Callable[[str], None] | None = None
    shared: SharedShow | None = None
    """What a live show offers to the worker of several consoles; None: it is alone."""
    history_lost: Callable[[], bool] = lambda: False


BUSY: Final = message("Another show is being made ready: try again in a moment.")

StartShow = Callable[[ExitStack], RunningShow]
"""Starts a show; the stack ends everything that was started. It may be called again once that show
has ended."""

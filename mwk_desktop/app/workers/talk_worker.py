"""The worker that keeps the talk's clock, and what happens at its zero.

Threads: requests and the check of the zero run on its own thread, which may wait for the disk;
any thread reads the state.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, Final

from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.clock import wall_ms
from mwk_desktop.show.commands import FadeOut, WorkerRequest
from mwk_desktop.show.settings.load import TalkSettings
from mwk_desktop.show.show_client import ShowClient
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.stage_state import ShowOnStage
from mwk_desktop.show.talk_clock import (
    ExtendTalk,
    PauseTalk,
    ResetTalk,
    StartTalk,
    TalkClock,
)
from mwk_desktop.show.workers_state import WorkersState

FILE: Final = "talk.json"
_MINUTE_MS: Final = 60_000


class TalkWorker(Worker):
    """Keeps the clock in a file, so that it survives the program.

    Parameters
    ----------
    settings
        Length, amber, red, and what happens at zero.
    folder
        Where the file is kept.
    show
        Receives the fade and the moment of the stage.
    now_ms
        The wall's clock.
    """

    handles: ClassVar[tuple[type, ...]] = (StartTalk, PauseTalk, ResetTalk, ExtendTalk)
    idle_s: ClassVar[float | None] = 0.2

    def __init__(
        self,
        settings: TalkSettings,
        folder: Path,
        show: ShowClient,
        now_ms: Callable[[], int] = wall_ms,
    ) -> None:
        super().__init__("talk")
        self._settings = settings
        self._path = folder / FILE
        self._show = show
        self._now_ms = now_ms
        row: object = None
        with contextlib.suppress(OSError, ValueError):
            row = json.loads(self._path.read_text("utf-8"))
        self._clock = TalkClock.from_row(row, settings.minutes * _MINUTE_MS, now_ms())

    def handle_request(self, request: WorkerRequest) -> None:
        if isinstance(request, self.handles):
            self._set(self._clock.changed_by(request, self._now_ms()))  # type: ignore[arg-type]

    def complete_state(self, state: WorkersState, snapshot: Snapshot) -> WorkersState:
        settings = self._settings
        amber_ms, red_ms = settings.amber_minutes * _MINUTE_MS, settings.red_minutes * _MINUTE_MS
        talk = self._clock.state(self._now_ms(), amber_ms, red_ms, settings.ending)
        return replace(state, talk=talk)

    def on_idle(self) -> None:
        """Do what happens at zero, once."""
        if not self._clock.is_due(self._now_ms()):
            return
        self._set(replace(self._clock, ended=True))
        ending = self._settings.ending
        if ending in ("fade", "thanks") and self._show.snapshot().silence.kind == "":
            self._show.send(FadeOut())
        if ending == "winner":
            self._show.send(ShowOnStage("winner"))
        elif ending == "thanks":
            # As by hand: the end answers the second time.
            self._show.send(ShowOnStage("end"))
            self._show.send(ShowOnStage("end"))

    def _set(self, clock: TalkClock) -> None:
        self._clock = clock
        with contextlib.suppress(OSError):  # a full disk must not stop the clock
            self._path.parent.mkdir(parents=True, exist_ok=True)
            half = self._path.with_suffix(".new")
            half.write_text(json.dumps(clock.as_row()), "utf-8")
            half.replace(self._path)

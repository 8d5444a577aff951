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
    PlanTalk,
    ResetTalk,
    StartTalk,
    TalkClock,
    TalkPlan,
)
from mwk_desktop.show.workers_state import WorkersState
from mwk_desktop.whole_files import write_whole

FILE: Final = "talk.json"
_MINUTE_MS: Final = 60_000


def settings_plan(settings: TalkSettings) -> TalkPlan:
    """The plan that ``[talk]`` gives."""
    return TalkPlan(
        settings.minutes * _MINUTE_MS,
        settings.amber_minutes * _MINUTE_MS,
        settings.red_minutes * _MINUTE_MS,
        settings.ending,
    )


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

    handles: ClassVar[tuple[type, ...]] = (
        StartTalk,
        PauseTalk,
        ResetTalk,
        ExtendTalk,
        PlanTalk,
    )
    idle_s: ClassVar[float | None] = 0.2

    def __init__(
        self,
        settings: TalkSettings,
        folder: Path,
        show: ShowClient,
        now_ms: Callable[[], int] = wall_ms,
    ) -> None:
        super().__init__("talk")
        self._settings = settings_plan(settings)
        self._path = folder / FILE
        self._show = show
        self._now_ms = now_ms
        row: object = None
        with contextlib.suppress(OSError, ValueError):
            row = json.loads(self._path.read_text("utf-8"))
        self._plan = self._settings
        if isinstance(row, dict):
            kept, of = row.pop("plan", None), row.pop("of", None)
            # What was planned by hand holds until the settings say something new.
            if TalkPlan.from_row(of) == self._settings:
                self._plan = TalkPlan.from_row(kept) or self._settings
        self._clock = TalkClock.from_row(row, self._plan.length_ms, now_ms())

    def handle_request(self, request: WorkerRequest) -> None:
        if isinstance(request, PlanTalk):
            self._plan = self._plan.changed_by(request)
        if isinstance(request, self.handles):
            self._set(self._clock.changed_by(request, self._now_ms()))  # type: ignore[arg-type]

    def complete_state(self, state: WorkersState, snapshot: Snapshot) -> WorkersState:
        return replace(state, talk=self._clock.state(self._now_ms(), self._plan))

    def on_idle(self) -> None:
        """Start at the planned time; do what happens at zero, once."""
        starts_at_ms = self._plan.starts_at_ms
        if starts_at_ms is not None and self._now_ms() >= starts_at_ms:
            self._plan = replace(self._plan, starts_at_ms=None)
            # A program that was off at that time has missed that much of the talk.
            fresh = self._clock.is_fresh
            self._set(self._clock.changed_by(StartTalk(), starts_at_ms) if fresh else self._clock)
        if not self._clock.is_due(self._now_ms()):
            return
        self._set(replace(self._clock, ended=True))
        ending = self._plan.ending
        if ending in ("fade", "thanks") and self._show.snapshot().silence.kind == "":
            self._show.send(FadeOut())
        if ending == "winner":
            self._show.send(ShowOnStage("winner"))
        elif ending == "thanks":
            # As by key: the end answers only when asked twice.
            self._show.send(ShowOnStage("end"))
            self._show.send(ShowOnStage("end"))

    def _set(self, clock: TalkClock) -> None:
        self._clock = clock
        with contextlib.suppress(OSError):  # a full disk must not stop the clock
            plan = {"plan": self._plan.as_row(), "of": self._settings.as_row()}
            write_whole(self._path, json.dumps({**clock.as_row(), **plan}))

"""The worker behind the pre-flight page: checks everything and publishes each row as it comes."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import ClassVar

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.app.workers.preflight import PreflightScope, run_preflight, worst_level
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.clock import wall_ms
from mwk_desktop.messages import message, verbatim
from mwk_desktop.show.commands import RunChecks, WorkerRequest
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import CheckFinding, Checks, WorkersState


class CheckWorker(Worker):
    """The pre-flight page's worker."""

    handles: ClassVar[tuple[type, ...]] = (RunChecks,)

    def __init__(self, options: Options) -> None:
        super().__init__("checking")
        self._options = options
        self._state = Checks()
        self._playing = ""
        self._closing = threading.Event()

    def complete_state(self, state: WorkersState, snapshot: Snapshot) -> WorkersState:
        """Add the newest rows; notes which device plays."""
        engine = snapshot.engine
        self._playing = engine.device if engine.state == "running" else ""
        return replace(state, checks=self._state)

    def close(self) -> None:
        """End the thread; checks that have not begun are left out."""
        self._closing.set()
        super().close()

    def handle_request(self, request: WorkerRequest) -> None:
        """Check everything, row by row."""
        assert isinstance(request, RunChecks)
        running: RunningShow | None = self.running
        live = running is not None and running.kind in ("live", "results")
        look = PreflightScope(
            watch_s=1.5 if live else 0.0,
            tone=request.tone,
            playing=self._playing,
            kafka=running.kafka if running is not None and live else None,
            topic=running.topic if running is not None and live else "",
        )
        rows: tuple[CheckFinding, ...] = ()
        self._state = Checks(running=True, t_ms=wall_ms())
        for row in run_preflight(self._options, look):
            if self._closing.is_set():
                return
            rows = (*rows, row)
            self._state = replace(self._state, level=worst_level(rows), findings=rows)
        self._state = replace(self._state, running=False, t_ms=wall_ms())

    def on_failure(self, request: WorkerRequest, error: Exception) -> None:
        """Show a bug as a red row."""
        text = verbatim(f"{type(error).__name__}: {error}")
        row = CheckFinding("check", "bad", message("Check"), text)
        rows = (*self._state.findings, row)
        self._state = Checks(False, "bad", wall_ms(), rows)

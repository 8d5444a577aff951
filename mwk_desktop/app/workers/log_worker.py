"""The worker that logs what changes on the show: source, engine, output, problems.

Threads: it checks the show once a second on its own thread, and may wait for the disk.
"""

from __future__ import annotations

import logging
from typing import Any, ClassVar

from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.show.snapshot import Snapshot

_log = logging.getLogger(__name__)


def logged_facts(snapshot: Snapshot) -> dict[str, Any]:
    """The facts of a snapshot whose changes are logged."""
    engine, source = snapshot.engine, snapshot.source
    return {
        "source": f"{source.kind} {source.name}",
        "source_state": source.state,
        "engine": engine.state,
        "device": engine.device,
        "device_missing": engine.device_missing,
        "xruns": engine.xruns,
        "hold": snapshot.hold,
        "panic": snapshot.panic,
        "recording_master": snapshot.master_recorded_ms is not None,
        "scene": snapshot.scene_number,
        "problems": [str(problem) for problem in snapshot.problems],
    }


class LogWorker(Worker):
    """Logs what changed in the running show."""

    idle_s: ClassVar[float | None] = 1.0

    def __init__(self) -> None:
        super().__init__("log")
        self._told: dict[str, Any] = {}

    def on_show_started(self, running: RunningShow) -> None:
        super().on_show_started(running)
        _log.info("a show begins", extra={"fields": {"kind": running.kind}})

    def on_show_ending(self) -> None:
        super().on_show_ending()
        _log.info("the show ends")

    def on_idle(self) -> None:
        running = self.running
        if running is None:
            return
        snapshot = running.thread.snapshot(asks_for_more=False)
        now = logged_facts(snapshot)
        changed = {name: value for name, value in now.items() if self._told.get(name) != value}
        self._told = now
        if changed:
            counts = snapshot.counts
            fields = {**changed, "bar": snapshot.transport.bar, "tweets": counts.tweets}
            _log.info("changed: %s", ", ".join(changed), extra={"fields": fields})

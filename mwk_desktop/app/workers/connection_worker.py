"""The worker behind the connect dialog: tests connections, switches to a topic or other sounds.

Threads: the worker's own thread never waits for Kafka. Each test has its own thread, so that a
second press begins at once and a hung server holds up nothing; only the newest test's result is
used. Shows are prepared on the switch thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, Protocol, TypeVar

from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.running_show import BUSY, RunningShow, StartShow
from mwk_desktop.app.value_schemas import recording_schemas
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.messages import NOTHING, message, message_of, verbatim
from mwk_desktop.show.commands import (
    ConnectLive,
    OpenSounds,
    ResolveLostHistory,
    TestConnection,
    WorkerRequest,
)
from mwk_desktop.show.settings.load import Settings
from mwk_desktop.show.snapshot import ProblemKind, Snapshot
from mwk_desktop.show.source_commands import OpenDemo
from mwk_desktop.show.workers_state import CheckFinding, ConnectionTest, WorkersState

CheckKafka = Callable[[Mapping[str, Any], str], tuple[CheckFinding, ...]]
"""Checks Kafka with these properties and this topic; may wait a few seconds."""

T = TypeVar("T")

WATCH_S = 1.5
"""How long a test waits for a message to compare clocks with."""


SwitchTo = Callable[[Callable[[], StartShow], ProblemKind], bool]
"""Switches to the show that the function prepares; False if another switch is in progress."""


class NextShows(Protocol):
    """Makes the next show."""

    def live(self, bootstrap_servers: str, topic: str, *, new_show: bool = False) -> StartShow: ...

    def follow(self) -> StartShow: ...

    def sounds(self, folder: Path) -> StartShow: ...

    def demo(self) -> StartShow: ...


def _check_kafka(
    settings: Settings, properties: Mapping[str, Any], topic: str
) -> tuple[CheckFinding, ...]:
    # Late: a demo needs no Kafka client.
    from mwk_desktop.app.workers.kafka_findings import check_kafka
    from mwk_desktop.app.workers.schema_findings import schema_findings

    schemas = recording_schemas(settings)
    found = check_kafka(properties, topic, watch_s=WATCH_S, schemas=schemas)
    return (*found, *schema_findings(settings))


class ConnectionWorker(Worker):
    """Tests connections and starts live shows.

    Parameters
    ----------
    options
        Its ``[kafka]`` applies beneath the dialog's entries.
    shows
        Makes the next show.
    switch_to
        Switches to that show.
    check_kafka
        Checks Kafka; None: as `mwk check` does.
    """

    handles: ClassVar[tuple[type, ...]] = (
        TestConnection,
        ConnectLive,
        ResolveLostHistory,
        OpenSounds,
        OpenDemo,
    )

    def __init__(
        self,
        options: Options,
        shows: NextShows,
        switch_to: SwitchTo,
        check_kafka: CheckKafka | None = None,
    ) -> None:
        super().__init__("connecting")
        self._options = options
        self._shows = shows
        self._switch_to = switch_to
        self._check_kafka = check_kafka or partial(_check_kafka, options.settings)
        self._updating = threading.Lock()
        self._test_number = 0
        self._attempts = 0
        self._state: ConnectionTest | None = None

    def complete_state(self, state: WorkersState, snapshot: Snapshot) -> WorkersState:
        """Add the newest test."""
        return replace(state, connection=self._state)

    def on_show_started(self, running: RunningShow) -> None:
        """Note that no show is being prepared any more."""
        super().on_show_started(running)
        self._change(connecting=False)

    def handle_request(self, request: WorkerRequest) -> None:
        """Carry out one request, on the worker's thread."""
        match request:
            case TestConnection(servers, topic):
                self._test(servers, topic)
            case ConnectLive(servers, topic, new_show):
                self._connect(servers, topic, new_show)
            case OpenSounds(folder):
                self._switch_to(lambda: self._shows.sounds(folder), ProblemKind.SOUND)
            case OpenDemo():
                self._switch_to(self._shows.demo, ProblemKind.OTHER)
            case ResolveLostHistory(choice) if choice in ("oldest", "now"):
                running = self.running
                if running is not None and running.resolve_lost is not None:
                    running.resolve_lost(choice)

    def on_failure(self, request: WorkerRequest, error: Exception) -> None:
        """Show the failure in the dialog."""
        self._change(
            running=False, connecting=False, refused=verbatim(f"{type(error).__name__}: {error}")
        )

    # -- a test --------------------------------------------------------------------------------

    def _test(self, servers: str, topic: str) -> None:
        from mwk_desktop.app.kafka_options import kafka_properties, with_kafka

        with self._updating:
            self._test_number += 1
            number = self._test_number
            self._state = ConnectionTest(servers, topic, running=True, attempts=self._attempts)
        try:
            options = with_kafka(self._options, servers, topic)
        except BadInput as error:
            self._publish_test(
                number, (CheckFinding("kafka", "bad", message("Input"), message_of(error)),)
            )
            return
        properties, name = kafka_properties(options), options.settings.topics.input

        def run() -> None:
            try:
                found = self._check_kafka(properties, name)
            except Exception as error:  # a bug in a test must be shown
                found = (
                    CheckFinding(
                        "kafka",
                        "bad",
                        message("Broker"),
                        verbatim(f"{type(error).__name__}: {error}"),
                    ),
                )
            self._publish_test(number, found)

        threading.Thread(target=run, name="connection-test", daemon=True).start()

    def _publish_test(self, number: int, findings: tuple[CheckFinding, ...]) -> None:
        with self._updating:
            if number == self._test_number and self._state is not None:
                good = bool(findings) and all(found.level != "bad" for found in findings)
                self._state = replace(self._state, running=False, usable=good, findings=findings)

    # -- a show --------------------------------------------------------------------------------

    def _connect(self, servers: str, topic: str, new_show: bool) -> None:
        with self._updating:
            before = self._state
            if before is None or (before.bootstrap_servers, before.topic) != (servers, topic):
                self._test_number += 1  # a test in progress is out of date now
                before = ConnectionTest(servers, topic)
            self._attempts += 1
            self._state = replace(before, connecting=True, attempts=self._attempts, refused=NOTHING)

        def prepare() -> StartShow:
            begin = showing_errors(lambda: self._shows.live(servers, topic, new_show=new_show))
            return lambda stack: showing_errors(lambda: begin(stack))

        def showing_errors(step: Callable[[], T]) -> T:
            try:
                return step()
            except Exception as error:
                self._change(connecting=False, refused=message_of(error))
                raise

        if not self._switch_to(prepare, ProblemKind.BROKER):
            self._change(connecting=False, refused=BUSY)

    def _change(self, **news: Any) -> None:
        with self._updating:
            if self._state is not None:
                self._state = replace(self._state, **news)

"""The worker that serves OSC during a show, if the settings or the console ask for it.

Threads: the worker's thread starts and ends the server, which has a thread of its own
(:mod:`mwk_desktop.controls.osc.osc_server`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.messages import NOTHING, Message, message, message_of
from mwk_desktop.show.action_sender import remote_sender
from mwk_desktop.show.commands import WorkerRequest
from mwk_desktop.show.console_link import ConsoleLink
from mwk_desktop.show.control_requests import ServeOsc
from mwk_desktop.show.controllers_state import OscState
from mwk_desktop.show.show_client import ShowClient
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import WorkersState

if TYPE_CHECKING:
    from mwk_desktop.controls.osc.osc_server import OscServer


class OscWorker(Worker):
    """Serves OSC for the running show."""

    handles: ClassVar[tuple[type, ...]] = (ServeOsc,)

    def __init__(self, options: Options, show: ShowClient, link: ConsoleLink) -> None:
        super().__init__("osc-starter")
        self._settings = options.settings.osc
        self._show = show
        self._link = link
        self._server: OscServer | None = None
        self._problem: Message = NOTHING

    def start(self) -> None:
        super().start()
        if self._settings.on:
            self.send(ServeOsc(True))

    def close(self) -> None:
        super().close()
        self._end()

    def handle_request(self, request: WorkerRequest) -> None:
        if not isinstance(request, ServeOsc):
            return
        self._end()
        if request.serve:
            self._begin()

    def complete_state(self, state: WorkersState, snapshot: Snapshot) -> WorkersState:
        server = self._server
        if server is None:
            return replace(state, osc=OscState(problem=self._problem))
        counts = server.counts
        osc = OscState(
            server.address,
            server.clients,
            counts.heard,
            counts.received,
            counts.refused,
            senders=server.senders.newest,
        )
        return replace(state, osc=osc)

    def _begin(self) -> None:
        # Late: a show without OSC does not load its library.
        from mwk_desktop.controls.osc.osc_server import (
            OscError,
            OscOptions,
            OscServer,
            parsed_targets,
        )

        settings, show, link = self._settings, self._show, self._link
        try:
            server = OscServer(
                OscOptions(
                    settings.host, settings.port, settings.allow, parsed_targets(settings.send_to)
                ),
                remote_sender(show, link),
                lambda: (show.snapshot(), link.state),
            )
        except OscError as error:
            self._problem = message_of(error)
            print_stderr(self._problem)
            return
        self._problem = NOTHING
        self._server = server
        server.start()
        print_stderr(message("OSC listens on {address}", address=server.address))

    def _end(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            server.close()

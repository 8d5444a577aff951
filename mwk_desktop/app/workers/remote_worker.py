"""The worker of the presenter's phones: serves their page, pairs them, sends them away.

Threads: the worker's thread starts and ends the server, which has a thread of its own
(:mod:`mwk_desktop.controls.remote.remote_server`). Nothing is served before a pairing is asked for.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.clock import wall_ms
from mwk_desktop.messages import NOTHING, Message, message_of
from mwk_desktop.show.action_sender import remote_sender
from mwk_desktop.show.commands import WorkerRequest
from mwk_desktop.show.console_link import ConsoleLink
from mwk_desktop.show.control_requests import OfferPairing, RevokeRemote, StopPairing
from mwk_desktop.show.controllers_state import RemoteState
from mwk_desktop.show.show_client import ShowClient
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import WorkersState
from mwk_desktop.sources.page.page_address import listen, qr_rows, url_of
from mwk_desktop.sources.page.show_facts import PageError

if TYPE_CHECKING:
    from mwk_desktop.controls.remote.remote_server import RemoteServer


class RemoteWorker(Worker):
    """Serves the presenter's phones for the running show."""

    handles: ClassVar[tuple[type, ...]] = (OfferPairing, StopPairing, RevokeRemote)

    def __init__(self, options: Options, show: ShowClient, link: ConsoleLink) -> None:
        super().__init__("remote-starter")
        self._settings = options.settings.remote
        self._show = show
        self._link = link
        self._server: RemoteServer | None = None
        self._port = 0
        self._url = ""
        self._problem: Message = NOTHING
        self._pairing: tuple[str, tuple[str, ...]] = ("", ())
        """The offered link and its code."""

    def close(self) -> None:
        super().close()
        if self._server is not None:
            self._server.close()
            self._server = None

    def handle_request(self, request: WorkerRequest) -> None:
        match request:
            case OfferPairing(roles):
                self._offer(roles)
            case StopPairing() if self._server is not None:
                self._server.withdraw_offer()
            case RevokeRemote(device_id) if self._server is not None:
                self._server.revoke(device_id)

    def complete_state(self, state: WorkersState, snapshot: Snapshot) -> WorkersState:
        server = self._server
        if server is None:
            return replace(state, remote=RemoteState(problem=self._problem))
        remote = RemoteState(self._url, server.rows, problem=self._problem)
        offer = server.offer
        if offer is not None:
            url, qr = self._pairing
            until_ms = wall_ms() + round((offer.until_s - time.monotonic()) * 1000)
            remote = replace(remote, pairing_url=url, pairing_until_ms=until_ms, qr=qr)
        return replace(state, remote=remote)

    def _offer(self, roles: tuple[str, ...]) -> None:
        if self._server is None and not self._begin():
            return
        assert self._server is not None
        # Again each time: the computer may be in another network by now.
        self._url = url_of(self._settings.host, self._port)
        offer = self._server.offer_pairing(roles)
        # Behind the #, which browsers do not send: the secret is in no request line and no log.
        url = f"{self._url}/r#pair={offer.secret}"
        self._pairing = url, qr_rows(url)

    def _begin(self) -> bool:
        # Late: a show without phones does not load the web server.
        from mwk_desktop.controls.remote.remote_server import RemoteServer

        settings, show, link = self._settings, self._show, self._link
        try:
            sockets = listen(settings.host, settings.port)
        except PageError as error:
            self._problem = message_of(error)
            print_stderr(self._problem)
            return False
        self._problem = NOTHING
        self._port = sockets[0].getsockname()[1]
        self._server = RemoteServer(
            sockets, remote_sender(show, link), lambda: (show.snapshot(), link.state)
        )
        self._server.start()
        return True

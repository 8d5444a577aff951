"""The presenter's phone server in front of a show that answers."""

from __future__ import annotations

import socket

from mwk_desktop.controls.remote.remote_server import RemoteServer
from mwk_desktop.show.action_sender import remote_sender
from tests.controls.stands import AnsweringShow


class RemoteBench:
    """A running server in front of an answering show."""

    def __init__(self) -> None:
        self.show = AnsweringShow()
        listening = socket.create_server(("127.0.0.1", 0))
        self.port = listening.getsockname()[1]
        link = self.show.link
        self.server = RemoteServer(
            [listening],
            remote_sender(self.show, link),
            lambda: (self.show.snapshot(), link.state),
        )
        self.server.start()

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

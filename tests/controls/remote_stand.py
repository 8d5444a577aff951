"""The presenter's phone server in front of a show that answers."""

from __future__ import annotations

import http.client
import json
import socket
from typing import Any

from mwk_desktop.clock import wall_ms
from mwk_desktop.controls.remote.remote_server import RemoteServer
from mwk_desktop.show.action_sender import remote_sender
from tests.controls.stands import AnsweringShow


class RemoteBench:
    """A running server in front of an answering show."""

    def __init__(self, client: Any = None) -> None:
        self.show = AnsweringShow()
        client = client or self.show
        listening = socket.create_server(("127.0.0.1", 0))
        self.port = listening.getsockname()[1]
        link = self.show.link
        self.server = RemoteServer(
            [listening],
            remote_sender(client, link),
            lambda: (client.snapshot(), link.state),
        )
        self.server.start()

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"


class HttpPhone:
    """A device without a browser; it can be as rude as it likes."""

    def __init__(self, bench: RemoteBench) -> None:
        self._bench = bench
        self.cookie = ""
        self.serial = 0

    def ask(
        self, method: str, path: str, body: object = None, **headers: str
    ) -> tuple[int, dict[str, str], str]:
        connection = http.client.HTTPConnection("127.0.0.1", self._bench.port, timeout=60)
        sent = {"Origin": self._bench.origin, "Content-Type": "application/json"}
        sent |= {"Cookie": self.cookie} if self.cookie else {}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        data = body if isinstance(body, str) else json.dumps(body)
        connection.request(method, path, data if method == "POST" else None, sent)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, dict(answer.getheaders()), text

    def pair(self, secret: str, **headers: str) -> int:
        status, answered, _ = self.ask("POST", "/r/pair", {"secret": secret}, **headers)
        if status == 200:
            self.cookie = answered["Set-Cookie"].split(";")[0]
            assert "HttpOnly" in answered["Set-Cookie"]
            assert "SameSite=Strict" in answered["Set-Cookie"]
        return status

    def act(self, action: str, value: Any = None, **given: Any) -> tuple[int, dict[str, Any]]:
        self.serial += 1
        body = {"action": action, "value": value, "serial": self.serial, "pressed_ms": wall_ms()}
        headers = given.pop("headers", {})
        status, _, text = self.ask("POST", "/r/act", body | given, **headers)
        return status, json.loads(text) if text.startswith("{") else {}

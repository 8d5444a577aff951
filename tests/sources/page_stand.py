"""A served page, phones that vote and phones that listen."""

from __future__ import annotations

import http.client
import json
import re
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import pytest

from mwk_desktop.sources.page.page_address import listen
from mwk_desktop.sources.page.page_source import PageSource
from mwk_desktop.sources.page.show_facts import PageRules, ShowFacts
from mwk_desktop.sources.room_code import RoomCode
from mwk_desktop.sources.status_source import StatusMessage, one_by_one

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
JSON = {**FORM, "Accept": "application/json"}


@dataclass
class Stand:
    """A served page, the show that it is told, and the votes that came."""

    facts: ShowFacts = field(
        default_factory=lambda: ShowFacts(
            "", True, 10_000, 30_000, 30_000, {"drum": 7}, ("pad",), 1
        )
    )
    votes: list[StatusMessage] = field(default_factory=list)
    listeners: list[Listener] = field(default_factory=list)
    rules: PageRules | None = None
    room: RoomCode | None = None
    page: PageSource = None  # type: ignore[assignment]

    def put(self, message: StatusMessage) -> bool:
        self.votes.append(message)
        return True

    def put_many(self, messages: Sequence[StatusMessage]) -> int:
        return one_by_one(self.put)(messages)

    def ask(
        self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None
    ) -> tuple[http.client.HTTPResponse, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.page.port, timeout=60)
        try:
            connection.request(method, path, body, headers or {})
            response = connection.getresponse()
            return response, response.read().decode()
        finally:
            connection.close()

    def phone(self, path: str = "/") -> Phone:
        """A phone that opened the page; ``path``: the address that it scanned."""
        response, body = self.ask("GET", path)
        assert response.status == 200
        cookie = (response.getheader("Set-Cookie") or "").partition(";")[0]
        found = re.search(r'name="token" value="([^"]+)"', body)
        assert found is not None
        return Phone(self, cookie, found[1])

    def phone_of(self, cookie: str) -> Phone:
        """A phone that has this cookie already."""
        _, body = self.ask("GET", "/", headers={"Cookie": cookie})
        found = re.search(r'name="token" value="([^"]+)"', body)
        assert found is not None
        return Phone(self, cookie, found[1])

    def raw(self, data: bytes, *, wait_s: float = 20.0) -> bytes:
        """Whatever is sent, until the other end closes."""
        with socket.create_connection(("127.0.0.1", self.page.port), timeout=wait_s) as line:
            answer = b""
            try:
                line.sendall(data)
                while part := line.recv(65_536):
                    answer += part
            except ConnectionError:
                pass
            return answer

    def still_works(self) -> None:
        code, answer = self.phone().vote("vocal")
        assert (code, answer["code"]) == (200, "sent")


@dataclass
class Phone:
    stand: Stand
    cookie: str
    token: str

    def vote(
        self, instrument: str = "drum", headers: dict[str, str] | None = None, **fields: str
    ) -> tuple[int, dict[str, Any]]:
        form = {"token": self.token, "instrument": instrument, "name": "", "message": "", **fields}
        response, body = self.stand.ask(
            "POST", "/vote", urlencode(form), {**JSON, "Cookie": self.cookie, **(headers or {})}
        )
        return response.status, json.loads(body) if body.startswith("{") else {}


@contextmanager
def served(stand: Stand) -> Iterator[Stand]:
    stand.page = PageSource(
        lambda: stand.facts,
        b"k" * 32,
        listen("127.0.0.1", 0),
        host="127.0.0.1",
        rules=stand.rules,
        room=stand.room,
    )
    stand.page.start_many(stand.put_many)
    try:
        yield stand
    finally:
        for listener in stand.listeners:
            listener.close()
        stand.page.stop()
    names = {thread.name for thread in threading.enumerate()}
    assert not names & {"page", "page-votes"}


class Listener:
    """A phone that listens; what it heard is read on a thread."""

    def __init__(self, stand: Stand, cookie: str, version: str = "1.1") -> None:
        self._data = b""
        self.closed = False
        self._line = socket.create_connection(("127.0.0.1", stand.page.port), timeout=60)
        request = f"GET /events HTTP/{version}\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n"
        self._line.sendall(request.encode())
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()
        stand.listeners.append(self)

    def _read(self) -> None:
        try:
            while part := self._line.recv(65_536):
                self._data += part
        except OSError:
            pass
        self.closed = True

    def events(self, kind: str) -> list[dict[str, Any]]:
        # A part may end within a character: only whole lines are read.
        found = re.findall(rb"event: %b\ndata: (.*)\n" % kind.encode(), self._data)
        return [json.loads(data) for data in found]

    def close(self) -> None:
        with suppress(OSError):
            self._line.shutdown(socket.SHUT_RDWR)
        self._line.close()
        self._thread.join(10)


@pytest.fixture
def stand() -> Iterator[Stand]:
    with served(Stand()) as stand:
        yield stand

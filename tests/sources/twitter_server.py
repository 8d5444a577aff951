"""A server that speaks the X API v2 as far as the filtered stream goes, and misbehaves on demand.

Each connection of the stream plays the next *script*, a list of steps; after the last script
connections stay open with signs of life until the server ends. Requests about rules are answered
from a real list of rules, or by the next of ``rule_answers``.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

TOKEN = "AAAAAAAAAAAAAAAAAAAAAMLheAAAAAAA0%2BuSeid%2BULvsea4JtiGRiSDSJSI%3DEUifiRBkKG5E2Xzmx"
"""Of the shape of a bearer token."""

FIRST_ID = 983_000_000_000_000_000
T0 = "2018-04-11T12:33:30.000Z"
T0_MS = 1_523_450_010_000

Step = Callable[["Handler"], None]


def line(value: Any) -> Step:
    """A complete line of the stream."""
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return lambda handler: handler.chunk(data + b"\r\n")


def raw(data: bytes) -> Step:
    """Bytes, a line or less or more."""
    return lambda handler: handler.chunk(data)


def alive() -> Step:
    """A sign of life."""
    return lambda handler: handler.chunk(b"\r\n")


def close() -> Step:
    """The end as it should be."""
    return lambda handler: handler.end()


def cut() -> Step:
    """The connection breaks."""
    return lambda handler: handler.cut()


def silence() -> Step:
    """Nothing more until the client gives up (or the server ends)."""
    return lambda handler: handler.wait_for_client()


def hold(until: threading.Event) -> Step:
    """Signs of life until a test says so."""

    def wait(handler: Handler) -> None:
        while not until.wait(0.05) and not handler.server.ending.is_set():
            handler.chunk(b"\r\n")

    return wait


def ever() -> Step:
    """Open, with signs of life, as long as the test lasts."""
    return hold(threading.Event())


def answer(status: int, body: Any = None, **headers: str) -> Step:
    """An answer instead of the stream."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda handler: handler.answer(status, body, named)


def post(
    number: int,
    text: str = "drum #mwk",
    author: str = "monty",
    *,
    rules: list[dict[str, str]] | None = None,
    **more: Any,
) -> dict[str, Any]:
    """A line as the API documents it; a value of None takes a field of ``data`` away."""
    author_id = str(1000 + sum(author.encode()))
    data: dict[str, Any] = {
        "id": str(FIRST_ID + number),
        "text": text,
        "author_id": author_id,
        "created_at": f"2018-04-11T12:33:{30 + number // 1000 % 30:02}.{number % 1000:03}Z",
        "lang": "en",
        "edit_history_tweet_ids": [str(FIRST_ID + number)],
    }
    data |= more
    user = {
        "id": author_id,
        "username": author,
        "name": author.title(),
        "profile_image_url": f"https://pbs.example/{author}_normal.jpg",
    }
    return {
        "data": {key: value for key, value in data.items() if value is not None},
        "includes": {"users": [user]},
        "matching_rules": [{"id": "1", "tag": "mwk"}] if rules is None else rules,
    }


def without_author(line_: dict[str, Any]) -> dict[str, Any]:
    """The author was deleted or suspended: an error stands where the user stood."""
    del line_["includes"]
    author_id = line_["data"]["author_id"]
    line_["errors"] = [
        {
            "value": author_id,
            "detail": f"Could not find user with author_id: [{author_id}].",
            "title": "Not Found Error",
            "resource_type": "user",
            "parameter": "author_id",
            "resource_id": author_id,
            "type": "https://api.twitter.com/2/problems/resource-not-found",
        }
    ]
    return line_


def created_ms(number: int) -> int:
    return T0_MS + number


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, api: TwitterServer) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.api = api
        self.ending = api.ending

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that has gone is what half of the tests are about."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server
    _opened = False
    _over = False

    def log_message(self, format: str, *args: Any) -> None:
        pass

    # -- requests ---------------------------------------------------------------------------

    def do_GET(self) -> None:
        path = urlsplit(self.path)
        api = self.server.api
        with api.lock:
            api.requests.append((self.command, path.path, parse_qs(path.query)))
        if not self._may_enter(api):
            return
        if path.path == "/2/tweets/search/stream/rules":
            if not self._scripted_rules(api):
                self.answer(200, api.listed())
        elif path.path == "/2/tweets/search/stream":
            self._stream(api)
        else:
            self.answer(404, {"title": "Not Found"})

    def do_POST(self) -> None:
        api = self.server.api
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))
        with api.lock:
            api.requests.append((self.command, self.path, body))
        if self._may_enter(api) and not self._scripted_rules(api):
            self.answer(*api.changed(body))

    def _may_enter(self, api: TwitterServer) -> bool:
        if self.headers.get("Authorization") == f"Bearer {api.token}":
            return True
        self.answer(401, {"title": "Unauthorized", "status": 401, "detail": "Unauthorized"})
        return False

    def _scripted_rules(self, api: TwitterServer) -> bool:
        with api.lock:
            step = api.rule_answers.pop(0) if api.rule_answers else None
        if step is not None:
            step(self)
        return step is not None

    def _stream(self, api: TwitterServer) -> None:
        with api.lock:
            script = api.scripts.pop(0) if api.scripts else [ever()]
            api.connections += 1
        self._opened = self._over = False  # a connection carries several requests
        try:
            for step in script:
                step(self)
            if self._opened and not self._over:
                self.end()
        except OSError:
            self.close_connection = True

    # -- answers ----------------------------------------------------------------------------

    def answer(self, status: int, body: Any, headers: dict[str, str] | None = None) -> None:
        data = body if isinstance(body, bytes) else json.dumps(body or {}).encode()
        self.send_response_only(status)  # without a date of its own
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)
        self._over = True

    def open(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Transfer-Encoding", "chunked")
        self.send_header("x-rate-limit-limit", "50")
        self.send_header("x-rate-limit-remaining", "49")
        self.send_header("x-rate-limit-reset", "1523450900")
        self.end_headers()
        self.wfile.flush()
        self._opened = True

    def chunk(self, data: bytes) -> None:
        if not self._opened:
            self.open()
        self.wfile.write(b"%x\r\n%b\r\n" % (len(data), data))
        self.wfile.flush()

    def end(self) -> None:
        if not self._opened:
            self.open()
        self.wfile.write(b"0\r\n\r\n")
        self.wfile.flush()
        self._over = True
        self.close_connection = True

    def cut(self) -> None:
        if not self._opened:
            self.open()
        self._over = True
        self.close_connection = True
        # Not shutdown: a chunked body without its end is what a broken line looks like.

    def wait_for_client(self) -> None:
        if not self._opened:
            self.open()
        self.connection.settimeout(0.05)
        while not self.server.ending.is_set():
            try:
                if self.connection.recv(64) == b"":
                    break
            except TimeoutError:
                continue
        self._over = True
        self.close_connection = True


class TwitterServer:
    """The server; :meth:`prepare` sends a tweepy client to it."""

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.rules: list[dict[str, str]] = []
        self.scripts: list[list[Step]] = []
        self.rule_answers: list[Step] = []
        self.requests: list[tuple[str, str, Any]] = []
        self.connections = 0
        self.lock = threading.Lock()
        self.ending = threading.Event()
        self._next_rule = 1
        self._server = _Server(self)
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(
            target=lambda: self._server.serve_forever(poll_interval=0.05), daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        self.ending.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def prepare(self, client: Any) -> None:
        plain = client.session.request
        client.session.trust_env = False

        def request(method: str, url: str, *args: Any, **more: Any) -> Any:
            return plain(method, url.replace("https://api.twitter.com", self.address), **more)

        client.session.request = request

    def streams(self) -> list[Any]:
        """The queries of the stream's connections so far."""
        with self.lock:
            return [query for _, path, query in self.requests if path.endswith("/stream")]

    def add_rule(self, value: str, tag: str = "") -> None:
        rule = {"id": str(self._next_rule), "value": value}
        self._next_rule += 1
        self.rules.append(rule | ({"tag": tag} if tag else {}))

    def listed(self) -> dict[str, Any]:
        meta = {"sent": "2018-04-11T12:33:30.000Z", "result_count": len(self.rules)}
        return {"data": list(self.rules), "meta": meta} if self.rules else {"meta": meta}

    def changed(self, body: dict[str, Any]) -> tuple[int, Any]:
        with self.lock:
            if "delete" in body:
                gone = set(body["delete"]["ids"])
                self.rules = [rule for rule in self.rules if rule["id"] not in gone]
                return 200, {"meta": {"summary": {"deleted": len(gone), "not_deleted": 0}}}
            added = []
            for rule in body["add"]:
                for known in self.rules:
                    if known["value"] == rule["value"]:
                        title = "DuplicateRule"
                        error = {"value": rule["value"], "id": known["id"], "title": title}
                        return 200, {"meta": {"summary": {"created": 0}}, "errors": [error]}
                self.add_rule(rule["value"], rule.get("tag", ""))
                added.append(self.rules[-1])
            return 201, {"data": added, "meta": {"summary": {"created": len(added)}}}

"""The page over real connections: what a phone gets, and what is refused and harms nothing."""

from __future__ import annotations

import http.client
import json
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

import pytest

from mwk_desktop.sources.incoming import Message
from mwk_desktop.sources.page import server as server_room
from mwk_desktop.sources.page import service as service_room
from mwk_desktop.sources.page.address import (
    is_reachable,
    lan_address,
    listen,
    qr_rows,
    url_of,
)
from mwk_desktop.sources.page.facts import CLOSED, Facts, PageError
from mwk_desktop.sources.page.service import PageSource

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
JSON = {**FORM, "Accept": "application/json"}


def wait_for(what: Callable[[], object], timeout_s: float = 30.0) -> None:
    deadline = time.monotonic() + timeout_s
    pause = threading.Event()
    while not what():
        assert time.monotonic() < deadline
        pause.wait(0.01)


@dataclass
class Stand:
    """A served page, the show that it is told, and the votes that came."""

    facts: Facts = field(
        default_factory=lambda: Facts("", True, 10_000, 30_000, 30_000, {"drum": 7}, ("pad",), 1)
    )
    votes: list[Message] = field(default_factory=list)
    listeners: list[Listener] = field(default_factory=list)
    page: PageSource = None  # type: ignore[assignment]

    def put(self, message: Message) -> bool:
        self.votes.append(message)
        return True

    def ask(
        self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None
    ) -> tuple[http.client.HTTPResponse, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.page.port, timeout=20)
        try:
            connection.request(method, path, body, headers or {})
            response = connection.getresponse()
            return response, response.read().decode()
        finally:
            connection.close()

    def phone(self) -> Phone:
        response, body = self.ask("GET", "/")
        assert response.status == 200
        cookie = (response.getheader("Set-Cookie") or "").partition(";")[0]
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
        assert (code, answer["code"]) == (200, "counted")


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


@pytest.fixture
def stand() -> Iterator[Stand]:
    with served(Stand()) as stand:
        yield stand


@contextmanager
def served(stand: Stand) -> Iterator[Stand]:
    stand.page = PageSource(
        lambda: stand.facts, b"k" * 32, listen("127.0.0.1", 0), host="127.0.0.1"
    )
    stand.page.start(stand.put)
    try:
        yield stand
    finally:
        for listener in stand.listeners:
            listener.close()
        stand.page.stop()
    names = {thread.name for thread in threading.enumerate()}
    assert not names & {"page", "page-votes"}


def test_a_phone_votes_and_the_vote_arrives(stand: Stand) -> None:
    phone = stand.phone()
    code, answer = phone.vote("heavy_bass", name="Zoé", message="plus fort")
    assert code == 200
    assert answer == {
        "code": "counted", "instrument": "heavy_bass", "name": "Zoé", "wait": 0, "notes": [],
    }  # fmt: skip
    wait_for(lambda: stand.votes)
    assert json.loads(stand.votes[0].value)["Text"] == "heavy_bass #mwk plus fort"
    assert stand.page.counts.votes == 1
    assert stand.page.state.link == "connected"


def test_a_form_without_script_is_answered_with_a_page(stand: Stand) -> None:
    phone = stand.phone()
    form = urlencode({"token": phone.token, "instrument": "pad", "name": "<b>", "message": "é"})
    headers = {**FORM, "Cookie": phone.cookie, "Accept-Language": "fr", "Origin": "null"}
    response, body = stand.ask("POST", "/vote", form, headers)
    assert response.status == 200
    assert "Votre vote pour pad est compté" in body
    assert 'lang="fr"' in body
    assert "<b></b>" not in body
    # Reloading the answer votes no second time.
    response, _ = stand.ask("GET", "/vote", None, {"Cookie": phone.cookie})
    assert (response.status, response.getheader("Location")) == (303, "/")
    # The next page still knows the nickname, and tells what became of the vote.
    stand.facts = replace(stand.facts, now_ms=30_500, window_end_ms=60_000, scene=2)
    wait_for(lambda: "joue maintenant" in stand.ask("GET", "/", None, headers)[1])


@pytest.mark.parametrize("path", ["/", "/page.css", "/page.js", "/state", "/nowhere", "/vote"])
def test_every_answer_has_the_strict_headers(stand: Stand, path: str) -> None:
    response, body = stand.ask("GET", path)
    assert response.getheader("X-Content-Type-Options") == "nosniff"
    assert response.getheader("Referrer-Policy") == "no-referrer"
    assert response.getheader("Server") == "mwk"
    policy = response.getheader("Content-Security-Policy") or ""
    assert policy.startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "Traceback" not in body
    cookie = response.getheader("Set-Cookie")
    if path == "/":
        assert "HttpOnly" in (cookie or "")
        assert "SameSite=Lax" in (cookie or "")
    else:
        assert cookie is None


CROSS_SITE = [
    {"Origin": "http://evil.example"},
    {"Origin": "https://127.0.0.1"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Host": "evil.example"},
    {"Cookie": ""},
    {"Cookie": "mwk=AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAA"},
    {"Content-Type": "text/plain"},
    {"Content-Type": "multipart/form-data; boundary=x"},
]


@pytest.mark.parametrize("headers", CROSS_SITE, ids=lambda headers: "-".join(headers))
def test_another_site_cannot_vote(stand: Stand, headers: dict[str, str]) -> None:
    code, answer = stand.phone().vote(headers=headers)
    assert code in (403, 421)
    assert answer.get("code") in (None, "stale")
    assert not stand.votes
    stand.still_works()


def test_a_token_is_its_own_devices(stand: Stand) -> None:
    one, other = stand.phone(), stand.phone()
    assert one.token != other.token
    assert Phone(stand, one.cookie, other.token).vote()[1]["code"] == "stale"
    assert Phone(stand, one.cookie, "").vote()[1]["code"] == "stale"
    assert stand.page.counts.refused == 2
    assert not stand.votes


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"instrument": "kazoo"}, 400),
        ({"instrument": "drum" * 300}, 400),
        ({"message": "x" * 5_000}, 413),
        ({"name": "\x00\u202e" * 20, "message": "\ud7ff\x00" * 20}, 200),
    ],
)
def test_a_strange_form_is_refused_or_made_fit(
    stand: Stand, fields: dict[str, str], code: int
) -> None:
    assert stand.phone().vote(**fields)[0] == code
    if code == 200:
        wait_for(lambda: stand.votes)
        status = json.loads(stand.votes[0].value)
        assert "\x00" not in status["Text"] + status["User"]["ScreenName"]
    else:
        assert not stand.votes
    stand.still_works()


MALFORMED = {
    "garbage": b"\x00\xff\x16\x03\x01" * 100 + b"\r\n\r\n",
    "a long line": b"GET /" + b"x" * 20_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
    "a long header": b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"x" * 20_000 + b"\r\n\r\n",
    "many headers": b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X: y\r\n" * 5_000 + b"\r\n",
    "a wrong length": b"POST /vote HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n",
    "two lengths": b"POST /vote HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "no verb of ours": b"DELETE /vote HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    "a huge body": b"POST /vote HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000000\r\n\r\n"
    + b"x"
    * 60_000,
    "many fields": b"POST /vote HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n"
    + b"a=b&"
    * 250,
    "a bomb": b"POST /vote HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Encoding: gzip\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 4\r\n\r\n\x1f\x8b\x08\x00",
}


@pytest.mark.parametrize("name", MALFORMED)
def test_what_is_malformed_is_refused(
    stand: Stand, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    answer = stand.raw(MALFORMED[name])
    if answer:
        assert answer.startswith(b"HTTP/1."), answer
        assert answer.split()[1][:1] == b"4", answer
    assert b"Traceback" not in answer
    assert not stand.votes
    stand.still_works()
    assert capfd.readouterr().err == ""


def test_closed_voting_says_so_kindly(stand: Stand) -> None:
    phone = stand.phone()
    stand.facts = replace(stand.facts, gate=CLOSED)
    assert phone.vote() == (
        403, {"code": "closed", "instrument": "drum", "name": "", "wait": 0, "notes": []},
    )  # fmt: skip
    _, body = stand.ask("GET", "/", None, {"Accept-Language": "en"})
    assert "Voting is closed" in body
    assert body.count(" disabled") == 9
    stand.facts = replace(stand.facts, gate="")
    assert phone.vote()[0] == 200


def test_too_quick_is_told_when(stand: Stand) -> None:
    phone = stand.phone()
    assert [phone.vote()[0] for _ in range(4)] == [200, 200, 200, 429]
    code, answer = phone.vote()
    assert (code, answer["code"], answer["wait"]) == (429, "slow", 2)


# -- news -----------------------------------------------------------------------------------------


class Listener:
    """A phone that listens; what it heard is read on a thread."""

    def __init__(self, stand: Stand, cookie: str, version: str = "1.1") -> None:
        self.text = ""
        self.closed = False
        self._line = socket.create_connection(("127.0.0.1", stand.page.port), timeout=30)
        request = f"GET /events HTTP/{version}\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n"
        self._line.sendall(request.encode())
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()
        stand.listeners.append(self)

    def _read(self) -> None:
        try:
            while part := self._line.recv(65_536):
                self.text += part.decode()
        except OSError:
            pass
        self.closed = True

    def events(self, kind: str) -> list[dict[str, Any]]:
        return [json.loads(data) for data in re.findall(rf"event: {kind}\ndata: (.*)\n", self.text)]

    def close(self) -> None:
        with suppress(OSError):
            self._line.shutdown(socket.SHUT_RDWR)
        self._line.close()
        self._thread.join(10)


@pytest.mark.parametrize("version", ["1.1", "1.0"])
def test_a_phone_hears_of_the_show_and_of_its_instrument(stand: Stand, version: str) -> None:
    phone, other = stand.phone(), stand.phone()
    listener, neighbour = (
        Listener(stand, phone.cookie, version), Listener(stand, other.cookie, version),
    )  # fmt: skip
    wait_for(lambda: listener.events("state") and neighbour.events("state"))
    assert listener.events("state")[0] == {
        "gate": "", "left_ms": 20_000, "votes": {"drum": 7}, "playing": ["pad"],
    }  # fmt: skip
    assert phone.vote("vocal")[0] == 200
    stand.facts = replace(
        stand.facts, now_ms=30_500, window_end_ms=60_000, scene=2, playing=("vocal",)
    )
    wait_for(lambda: listener.events("receipt"))
    told = {"serial": listener.events("receipt")[0]["serial"], "instrument": "vocal", "plays": True}
    assert listener.events("receipt") == [told]
    # One that cannot listen asks, and is told the same.
    _, body = stand.ask("GET", "/state", None, {"Cookie": phone.cookie})
    assert json.loads(body)["receipt"] == told
    wait_for(lambda: neighbour.events("state")[-1]["playing"] == ["vocal"])
    assert not neighbour.events("receipt")
    stand.facts = replace(stand.facts, gate=CLOSED)
    wait_for(lambda: listener.events("state")[-1]["gate"] == "closed")
    wait_for(lambda: stand.page.counts.phones == 2)
    listener.close()
    neighbour.close()
    stand.facts = replace(stand.facts, gate="")
    wait_for(lambda: stand.page.counts.phones == 0)


def test_the_end_of_the_page_lets_everybody_go(stand: Stand) -> None:
    listener = Listener(stand, stand.phone().cookie)
    wait_for(lambda: listener.events("state"))
    stand.page.stop()
    wait_for(lambda: listener.closed)
    listener.close()
    assert stand.page.state.link == "off"


def test_nobody_listens_without_a_cookie_or_from_elsewhere(stand: Stand) -> None:
    assert stand.ask("GET", "/events")[0].status == 403
    cross = {"Cookie": stand.phone().cookie, "Origin": "http://evil.example"}
    assert stand.ask("GET", "/events", None, cross)[0].status == 403


def test_one_device_listens_a_few_times_and_all_only_so_often(stand: Stand) -> None:
    cookie = stand.phone().cookie
    listeners = [Listener(stand, cookie) for _ in range(5)]
    wait_for(lambda: sum(listener.closed for listener in listeners) == 2)
    assert stand.page.counts.phones <= 1
    for listener in listeners:
        listener.close()


# -- floods ---------------------------------------------------------------------------------------


def test_a_slow_loris_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service_room, "REQUEST_S", 0.5)
    monkeypatch.setattr(server_room, "BODY_S", 0.5)
    with served(Stand()) as stand:
        assert stand.raw(b"") == b""  # says nothing at all
        assert stand.raw(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ") == b""
        slow_body = (
            b"POST /vote HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n"
            b"Content-Type: application/x-www-form-urlencoded\r\n\r\ntoken="
        )
        assert b" 408 " in stand.raw(slow_body)
        assert stand.page.counts.refused == 1
        stand.still_works()


def test_connections_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service_room, "_most_connections", lambda: 40)
    with served(Stand()) as stand:
        idle = [socket.create_connection(("127.0.0.1", stand.page.port)) for _ in range(60)]
        # Three quarters of them are one address's share; the others were closed at once.
        closed = 0
        for line in idle:
            line.settimeout(0.05)
            try:
                closed += line.recv(1) == b""
            except TimeoutError:
                pass
            except ConnectionError:
                closed += 1
        assert closed == 30
        for line in idle:
            line.close()
        wait_for(lambda: stand.page._door._count == 0)
        stand.still_works()


def test_a_flood_of_votes_is_counted_or_refused_never_lost(stand: Stand) -> None:
    phones = [stand.phone() for _ in range(8)]
    codes: list[int] = []

    def hurry(phone: Phone) -> None:
        codes.extend(phone.vote(message="now!")[0] for _ in range(40))

    threads = [threading.Thread(target=hurry, args=(phone,)) for phone in phones]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(codes) == {200, 429}
    assert codes.count(200) >= 8 * 3
    wait_for(lambda: len(stand.votes) == codes.count(200))
    assert stand.page.counts.refused == codes.count(429)


def test_a_show_that_takes_nothing_makes_the_page_say_it_is_busy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(service_room, "WAITING_VOTES", 5)
    stand = Stand()
    stuck = threading.Event()
    stand.put = lambda message: stuck.is_set() and not stand.votes.append(message)  # type: ignore[method-assign]
    with served(stand):
        answers = [stand.phone().vote() for _ in range(8)]
        codes = [code for code, _ in answers]
        assert set(codes) == {200, 503}
        assert answers[codes.index(503)][1]["code"] == "busy"
        stuck.set()
        wait_for(lambda: len(stand.votes) == codes.count(200))


def test_a_look_that_fails_silences_nobody(
    stand: Stand, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    listener = Listener(stand, stand.phone().cookie)
    wait_for(lambda: listener.events("state"))
    facts, stand.facts = stand.facts, None  # type: ignore[assignment]
    wait_for(lambda: "could not tell" in caplog.text)
    assert stand.ask("GET", "/")[0].status == 500
    stand.facts = replace(facts, votes={"drum": 8})
    wait_for(lambda: listener.events("state")[-1]["votes"] == {"drum": 8})
    listener.close()


# -- where it is ----------------------------------------------------------------------------------


def test_a_port_that_is_taken_is_followed_by_the_next() -> None:
    (first,) = listen("127.0.0.1", 0)
    taken = first.getsockname()[1]
    (second,) = listen("127.0.0.1", taken)
    assert taken < second.getsockname()[1] < taken + 20
    first.close()
    second.close()


def test_all_addresses_share_one_port() -> None:
    sockets = listen("", 0)
    assert len({each.getsockname()[1] for each in sockets}) == 1
    for each in sockets:
        each.close()


@pytest.mark.parametrize("host", ["198.51.100.77", "no such host", "x" * 300, "2001:db8::77"])
def test_an_address_that_is_not_ours_is_said(host: str) -> None:
    with pytest.raises(PageError, match="no such address"):
        listen(host, 0)


def test_a_page_on_ipv6() -> None:
    try:
        sockets = listen("[::1]", 0)
    except PageError:
        pytest.skip("NOT RUN, no IPv6 here")
    port = sockets[0].getsockname()[1]
    page = PageSource(Facts, b"k" * 32, sockets, host="[::1]")
    page.start(lambda message: True)
    assert page.url == f"http://[::1]:{port}"
    connection = http.client.HTTPConnection("::1", port, timeout=20)
    connection.request("GET", "/", headers={"Host": f"[::1]:{port}"})
    assert connection.getresponse().status == 200
    connection.close()
    page.stop()


def test_the_address_is_one_that_phones_can_open() -> None:
    found = lan_address()
    assert url_of("", 8080) == f"http://{found if ':' not in found else f'[{found}]'}:8080"
    assert url_of("192.168.1.5", 80) == "http://192.168.1.5"
    assert url_of("fd00::5", 8080) == "http://[fd00::5]:8080"
    for url, reachable in [
        ("http://127.0.0.1:8080", False), ("http://localhost", False), ("http://[::1]:80", False),
        ("http://10.1.2.3:8080", True), ("http://laptop.local:8080", True),
        ("https://vote.example.org", True),
    ]:  # fmt: skip
        assert is_reachable(url) is reachable, url


def test_the_code_is_square_and_has_its_three_eyes() -> None:
    rows = qr_rows("http://192.168.100.200:8080")
    assert {len(row) for row in rows} == {len(rows)}
    eye = "1111111"
    assert rows[0].startswith(eye)
    assert rows[0].endswith(eye)
    assert rows[-1].startswith(eye)


def test_a_tunnels_name_is_ours_and_another_is_not() -> None:
    stand = Stand()
    stand.page = PageSource(
        lambda: stand.facts, b"k" * 32, listen("127.0.0.1", 0), public_url="https://vote.example.org/"
    )  # fmt: skip
    stand.page.start(stand.put)
    assert stand.page.url == "https://vote.example.org"
    for host, code in [
        ("vote.example.org", 200), ("VOTE.example.org:443", 200), ("evil.example", 421),
        ("laptop.local:8080", 200), ("laptop", 200), ("[fd00::1]:8080", 200), ("", 400),
    ]:  # fmt: skip
        response, _ = stand.ask("GET", "/", None, {"Host": host})
        assert response.status in (code, 421 if host == "" else code), host
    phone = stand.phone()
    tunnel = {"Host": "vote.example.org", "Origin": "https://vote.example.org"}
    assert phone.vote(headers=tunnel)[0] == 200
    stand.page.stop()

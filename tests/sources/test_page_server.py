"""The page over real connections: what a phone gets, and what is refused and harms nothing."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlencode

import pytest

from mwk_desktop.records.tweet_decoding import decode_tweet
from mwk_desktop.sources.page.show_facts import CLOSED, PageRules
from mwk_desktop.sources.status_source import StatusMessage
from tests.sources.page_stand import FORM, Listener, Phone, Stand, served
from tests.support import wait_for


def test_a_phone_votes_and_the_vote_arrives(stand: Stand) -> None:
    phone = stand.phone()
    code, answer = phone.vote("heavy_bass", name="Zoé", message="plus fort")
    assert code == 200
    assert answer == {
        "code": "sent", "instrument": "heavy_bass", "name": "Zoé", "wait": 0, "notes": [],
        "vote": 1,
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
    assert "Votre vote pour nappe est envoyé" in body
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


def test_too_quick_is_told_when() -> None:
    with served(Stand(rules=PageRules(vote_every_s=1_000.0))) as stand:
        phone = stand.phone()
        assert [phone.vote()[0] for _ in range(4)] == [200, 200, 200, 429]
        code, answer = phone.vote()
        assert (code, answer["code"]) == (429, "slow")
        assert 900 < answer["wait"] <= 1_000


@pytest.mark.parametrize("version", ["1.1", "1.0"])
def test_a_phone_hears_of_the_show_and_of_its_instrument(stand: Stand, version: str) -> None:
    phone, other = stand.phone(), stand.phone()
    listener, neighbour = (
        Listener(stand, phone.cookie, version), Listener(stand, other.cookie, version),
    )  # fmt: skip
    wait_for(lambda: listener.events("state") and neighbour.events("state"))
    assert listener.events("state")[0] == {
        "gate": "", "left_ms": 20_000, "votes": {"drum": 7}, "playing": ["pad"], "result": [],
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


class BusyStand(Stand):
    """A show that lets the first vote wait; ``together``: how many votes came at once."""

    def __init__(self) -> None:
        super().__init__(rules=PageRules(vote_every_s=3_600, vote_burst=100))
        self.together: list[int] = []
        self.goes_on = threading.Event()

    def put_many(self, messages: Sequence[StatusMessage]) -> int:
        self.together.append(len(messages))
        self.goes_on.wait(60)
        return super().put_many(messages)


def test_votes_that_come_while_the_show_is_busy_go_together() -> None:
    with served(BusyStand()) as stand:
        assert isinstance(stand, BusyStand)
        phone = stand.phone()
        assert phone.vote("vocal")[1]["code"] == "sent"
        wait_for(lambda: stand.together == [1])
        assert {phone.vote(one)[1]["code"] for one in ("pad", "drum") * 20} == {"sent"}
        stand.goes_on.set()
        wait_for(lambda: len(stand.votes) == 41)
        assert stand.together == [1, 40]
        words = [decode_tweet(vote.value).text.split()[0] for vote in stand.votes]
        assert words == ["vocal", *("pad", "drum") * 20], "in their order"

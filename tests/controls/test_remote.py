"""The presenter's phone over HTTP: pairing, roles, late and repeated acts, other origins."""

from __future__ import annotations

import asyncio
import http.client
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from aiohttp import web

from mwk_desktop.clock import wall_ms
from mwk_desktop.controls.remote import remote_server
from mwk_desktop.controls.remote.remote_devices import (
    LATE_MS,
    MOST_STREAMS,
    MOST_WRONG,
    OFFERED_S,
    RemoteDevices,
    may_do,
)
from mwk_desktop.show import commands as ask
from mwk_desktop.show.action_kinds import ConsoleState
from mwk_desktop.show.actions import ACTIONS
from tests.controls.remote_stand import HttpPhone, RemoteBench
from tests.support import wait_for


@pytest.fixture
def remote() -> Iterator[RemoteBench]:
    bench = RemoteBench()
    yield bench
    bench.server.close()


def paired(bench: RemoteBench, *roles: str) -> HttpPhone:
    phone = HttpPhone(bench)
    assert phone.pair(bench.server.offer_pairing(roles).secret) == 200
    return phone


def test_a_paired_phone_acts(remote: RemoteBench) -> None:
    phone = paired(remote, "mix")
    assert phone.act("strip.1.mode.next") == (200, {"done": True})
    assert phone.act("strip.1.mode.next") == (200, {"done": True})
    assert [one.mode for one in remote.show.taken()] == ["on", "off"]
    (row,) = remote.server.rows
    assert (row.roles, row.last_action) == (("mix",), "strip.1.mode.next")
    status, answer = phone.act("show.undo")
    assert (status, answer["done"]) == (200, False)
    assert "nothing to undo" in answer["why"]


def test_a_link_works_once(remote: RemoteBench) -> None:
    secret = remote.server.offer_pairing(("mix",)).secret
    assert HttpPhone(remote).pair(secret) == 200
    assert HttpPhone(remote).pair(secret) == 403, "a stolen or repeated link"
    assert len(remote.server.rows) == 1


def test_a_link_is_too_old_after_two_minutes() -> None:
    now_s = [100.0]
    devices = RemoteDevices(lambda: now_s[0])
    secret = devices.offer_pairing(("mix",)).secret
    now_s[0] += OFFERED_S
    assert devices.offer is None
    assert devices.pair(secret, "x", 0) is None
    secret = devices.offer_pairing(("mix",)).secret
    now_s[0] += OFFERED_S - 1
    assert devices.pair(secret, "x", 0) is not None


def test_who_guesses_loses_the_offer(remote: RemoteBench) -> None:
    secret = remote.server.offer_pairing(("mix",)).secret
    for guess in range(MOST_WRONG):
        assert HttpPhone(remote).pair(f"guess{guess}") == 403
    assert HttpPhone(remote).pair(secret) == 403


def test_a_new_offer_ends_the_old_one(remote: RemoteBench) -> None:
    old = remote.server.offer_pairing(("mix",)).secret
    remote.server.offer_pairing(("moderate",))
    assert HttpPhone(remote).pair(old) == 403


@pytest.mark.parametrize(
    ("roles", "refused"),
    [
        (("moderate",), ["show.panic", "strip.1.fader", "show.hold", "master.fader"]),
        (("mix",), ["message.hide", "message.block", "user.block", "console.settings"]),
        (("mix", "moderate"), ["show.lock", "page.serve", "source.lost_history", "strip.1.focus"]),
    ],
)
def test_a_role_that_oversteps_is_refused(
    remote: RemoteBench, roles: tuple[str, ...], refused: list[str]
) -> None:
    phone = paired(remote, *roles)
    for action in refused:
        assert action in ACTIONS
        assert phone.act(action, 1)[0] == 403, action
    assert remote.show.commands == []
    assert not may_do((), "show.hold")


def test_a_moderator_hides_a_message(remote: RemoteBench) -> None:
    phone = paired(remote, "moderate")
    assert phone.act("message.hide", 7) == (200, {"done": True})
    assert remote.show.taken() == [ask.HideMessage(7)]


def test_late_and_repeated_acts_are_not_done(remote: RemoteBench) -> None:
    phone = paired(remote, "mix")
    assert phone.act("show.hold", 1, pressed_ms=wall_ms() - LATE_MS - 100)[0] == 409
    assert phone.act("show.hold", 1, pressed_ms=wall_ms() + 60_000)[0] == 409
    assert phone.act("show.hold", 1)[0] == 200
    assert phone.act("show.hold", 0, serial=phone.serial)[0] == 409
    assert remote.show.taken() == [ask.SetHold(True)]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://127.0.0.1:8080"},  # the audience's page
        {"Origin": "null"},
        {"Origin": "https://evil.example"},
        {"Origin": ""},
        {"Content_Type": "text/plain"},
        {"Sec_Fetch_Site": "same-site"},
        {"Host": "evil.example"},
    ],
)
def test_another_origin_is_refused(remote: RemoteBench, headers: dict[str, str]) -> None:
    phone = paired(remote, "mix")
    status, _ = phone.act("show.hold", 1, headers=headers)
    assert status in (403, 415, 421)
    secret = remote.server.offer_pairing(("mix",)).secret
    assert HttpPhone(remote).pair(secret, **headers) in (403, 415, 421)
    assert remote.show.commands == []


@pytest.mark.parametrize(
    "body",
    [
        "[]",
        "{",
        "null",
        '{"action": 5, "serial": 1, "pressed_ms": 1}',
        '{"action": "show.hold", "serial": "1", "pressed_ms": 1}',
        '{"action": "show.hold", "serial": 1e400, "pressed_ms": 1}',
        '{"action": "show.hold", "serial": 1, "pressed_ms": -5}',
        '{"action": "show.hold", "serial": 9, "pressed_ms": 1, "value": [1]}',
        "\ud800".encode("utf-8", "surrogatepass").hex(),
        "[" * 2_000,
    ],
)
def test_odd_bodies_are_refused(remote: RemoteBench, body: str) -> None:
    phone = paired(remote, "mix")
    assert phone.ask("POST", "/r/act", body)[0] == 400
    assert phone.ask("POST", "/r/act", " " * 5_000)[0] == 413
    assert remote.show.commands == []


@pytest.mark.parametrize("cookie", ["mwk_remote=x", "mwk_remote=\xff"])
def test_a_cookie_of_any_bytes_is_refused(remote: RemoteBench, cookie: str) -> None:
    phone = HttpPhone(remote)
    phone.cookie = cookie
    assert phone.act("show.hold", 1)[0] == 401


def test_a_link_of_any_text_is_refused(remote: RemoteBench) -> None:
    remote.server.offer_pairing(("mix",))
    assert HttpPhone(remote).pair("\ud800") == 403


def test_a_number_beyond_all_numbers_is_refused(remote: RemoteBench) -> None:
    status, answer = paired(remote, "mix").act("strip.1.fader", 10**400)
    assert (status, answer.get("done")) == (200, False)
    assert remote.show.commands == []


def test_nothing_without_a_cookie(remote: RemoteBench) -> None:
    stranger = HttpPhone(remote)
    assert stranger.act("show.hold", 1)[0] == 401
    assert stranger.ask("GET", "/r/events")[0] == 401
    assert stranger.ask("GET", "/r")[0] == 200, "the page itself says that it is not paired"
    assert stranger.ask("GET", "/")[0] == 404
    for path in ("/r/../remote.py", "/r/remote.html", "/vote", "/events"):
        assert stranger.ask("GET", path)[0] == 404
    _, headers, _ = stranger.ask("GET", "/r")
    assert "default-src 'none'" in headers["Content-Security-Policy"]


def test_a_revoked_phone_is_out_at_once(remote: RemoteBench) -> None:
    phone, other = paired(remote, "mix"), paired(remote, "mix")
    connection = http.client.HTTPConnection("127.0.0.1", remote.port, timeout=60)
    connection.request("GET", "/r/events", headers={"Cookie": phone.cookie})
    stream = connection.getresponse()
    assert b"retry" in stream.readline()
    first = next(row for row in remote.server.rows if row.connected)
    remote.server.revoke(first.id)
    assert b"event: revoked" in stream.read(), "its stream ends"
    connection.close()
    assert phone.act("show.hold", 1)[0] == 401
    assert other.act("show.hold", 1)[0] == 200
    remote.server.revoke("")
    wait_for(lambda: not remote.server.rows)
    assert other.act("show.hold", 0)[0] == 401


def stream_of(remote: RemoteBench, phone: HttpPhone) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", remote.port, timeout=60)
    connection.request("GET", "/r/events", headers={"Cookie": phone.cookie})
    return connection.getresponse()


def test_a_new_stream_takes_the_place_of_the_oldest_of_its_device(remote: RemoteBench) -> None:
    phone = paired(remote, "mix")
    first, *others = [stream_of(remote, phone) for _ in range(MOST_STREAMS + 1)]
    with pytest.raises((http.client.HTTPException, ConnectionError)):
        first.read()
    for stream in others:
        assert b"retry" in stream.readline()
        stream.close()


def test_a_phone_that_does_not_read_keeps_no_place(
    remote: RemoteBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()

    async def stuck(*_: Any) -> None:
        begun.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(remote_server, "WRITE_S", 0.01)
    monkeypatch.setattr(web.StreamResponse, "write", stuck)
    phone = paired(remote, "mix")
    stream = stream_of(remote, phone)
    assert begun.wait(60)
    wait_for(lambda: not any(row.connected for row in remote.server.rows))
    stream.close()


def test_a_locked_console_refuses_phones_but_not_panic(remote: RemoteBench) -> None:
    phone = paired(remote, "mix")
    remote.show.link.publish(ConsoleState(locked=True))
    _, answer = phone.act("show.hold", 1)
    assert "locked" in answer["why"]
    assert phone.act("show.panic") == (200, {"done": True})
    assert remote.show.taken() == [ask.Panic()]

"""The page against floods: slow ones, many, and a show that takes nothing."""

from __future__ import annotations

import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from mwk_desktop.sources.page import page_server, page_source
from tests.sources.page_stand import Listener, Phone, Stand, served
from tests.support import wait_for


def test_a_slow_loris_is_disconnected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_source, "REQUEST_S", 3.0)
    monkeypatch.setattr(page_server, "BODY_S", 3.0)
    with served(Stand()) as stand:
        slow_body = (
            b"POST /vote HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n"
            b"Content-Type: application/x-www-form-urlencoded\r\n\r\ntoken="
        )
        nothing, slow_head = b"", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "
        with ThreadPoolExecutor(3) as phones:
            answers = list(phones.map(stand.raw, (nothing, slow_head, slow_body)))
        assert answers[:2] == [b"", b""]
        assert b" 408 " in answers[2]
        assert stand.page.counts.refused == 1
        stand.still_works()


def test_connections_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_source, "_most_connections", lambda: 40)
    monkeypatch.setattr(page_source, "REQUEST_S", 3_600.0)  # none of them is too slow meanwhile
    with served(Stand()) as stand:
        idle = [socket.create_connection(("127.0.0.1", stand.page.port)) for _ in range(60)]
        # Three quarters of them are one address's share; the others were closed at once.
        for line in idle:
            line.setblocking(False)

        def closed() -> int:
            count = 0
            for line in idle:
                try:
                    count += line.recv(1) == b""
                except BlockingIOError:
                    pass
                except ConnectionError:
                    count += 1
            return count

        wait_for(lambda: closed() >= 30)
        assert closed() == 30
        for line in idle:
            line.close()
        wait_for(lambda: stand.page.connections == 0)
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
    monkeypatch.setattr(page_source, "WAITING_VOTES", 5)
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


def test_one_failed_update_does_not_end_the_news(
    stand: Stand, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    listener = Listener(stand, stand.phone().cookie)
    wait_for(lambda: listener.events("state"))
    facts, stand.facts = stand.facts, None  # type: ignore[assignment]
    wait_for(lambda: "could not send news" in caplog.text)
    assert stand.ask("GET", "/")[0].status == 500
    stand.facts = replace(facts, votes={"drum": 8})
    wait_for(lambda: listener.events("state")[-1]["votes"] == {"drum": 8})
    listener.close()

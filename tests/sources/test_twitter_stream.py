"""A stream that ends, breaks or is refused, and goes on."""

from __future__ import annotations

import json
import random
import threading
from typing import Any

import pytest

from tests.sources.twitter_following import Arrived, posts
from tests.sources.twitter_server import (
    TwitterServer,
    answer,
    close,
    cut,
    ever,
    hold,
    line,
    post,
    raw,
    silence,
)
from tests.support import wait_for


def test_a_disconnect_in_the_middle_of_a_line_loses_only_that_line(
    api: TwitterServer, arrived: Arrived, follow: Any
) -> None:
    torn = json.dumps(post(2)).encode()[:100]
    api.scripts = [
        [*posts(1), raw(torn), cut()],
        [*posts(1, 2, 3), raw(torn), close()],
        [*posts(3, 4)],
    ]
    source = follow()
    arrived.wait(4)
    assert arrived.texts() == ["drum 1", "drum 2", "drum 3", "drum 4"]
    wait_for(lambda: source.figures.sent == 4)
    assert source.figures.duplicates == 2
    assert source.figures.posts == 4  # a post that comes again is not billed again
    assert any("broke off" in said for said in source.said)
    assert any("X closed the stream" in said for said in source.said)


def test_lines_may_come_in_any_pieces(api: TwitterServer, arrived: Arrived, follow: Any) -> None:
    whole = b"".join(
        json.dumps(post(n, f"drum é {n}"), ensure_ascii=False).encode() + b"\r\n" for n in range(5)
    )
    pieces = [raw(whole[at : at + 37]) for at in range(0, len(whole), 37)]
    api.scripts = [[*pieces, ever()]]
    follow()
    arrived.wait(5)
    assert arrived.texts() == [f"drum é {n}" for n in range(5)]


def test_what_the_server_says_before_it_closes_is_told(
    api: TwitterServer, arrived: Arrived, follow: Any
) -> None:
    farewell = {
        "errors": [
            {
                "title": "operational-disconnect",
                "disconnect_type": "UpstreamOperationalDisconnect",
                "detail": "This stream has been disconnected upstream for operational reasons.",
                "type": "https://api.twitter.com/2/problems/operational-disconnect",
            }
        ]
    }
    api.scripts = [[*posts(1), line(farewell), close()], [*posts(2)]]
    source = follow()
    arrived.wait(2)
    assert source.said[0].startswith(
        "X closed the stream. It said: This stream has been disconnected upstream for operational"
        " reasons. Connecting again in 1 s, at "
    )


def test_a_server_that_closes_at_once_is_not_hammered(
    api: TwitterServer, arrived: Arrived, follow: Any
) -> None:
    api.scripts = [[close()] for _ in range(7)]
    api.scripts += [[*posts(1), close()], [close()], [*posts(2), ever()]]
    source = follow()
    arrived.wait(2)
    assert source.waits == [1, 2, 4, 8, 16, 16, 16, 1, 2]


def test_silence_is_a_dead_connection(api: TwitterServer, arrived: Arrived, follow: Any) -> None:
    api.scripts = [[*posts(1), silence()], [*posts(2)]]
    source = follow(silence_s=1.5)
    arrived.wait(2)
    assert source.said[0] == ("The stream broke off, or was silent for 1.5 s. Connecting again.")


def test_signs_of_life_keep_a_quiet_stream_open(
    api: TwitterServer, arrived: Arrived, follow: Any
) -> None:
    enough = threading.Event()
    api.scripts = [[hold(enough), *posts(1), ever()]]
    source = follow(silence_s=2.0)
    wait_for(lambda: source.state.link == "connected")
    assert not enough.wait(2.5)  # longer than the silence that would end it
    enough.set()
    arrived.wait(1)
    assert api.connections == 1


def test_too_many_requests_waits_as_told(api: TwitterServer, arrived: Arrived, follow: Any) -> None:
    told = {
        "x_rate_limit_limit": "50",
        "x_rate_limit_remaining": "0",
        "x_rate_limit_reset": "1523450430",
        "date": "Wed, 11 Apr 2018 12:33:30 GMT",
    }
    api.rule_answers = [answer(429, {"title": "Too Many Requests"}, **told)]
    api.scripts = [[answer(429, {"detail": "Too Many"}, retry_after="77")], [*posts(1), ever()]]
    source = follow()
    arrived.wait(1)
    assert source.waits == [421, 77]  # by the server's clock, and a second more
    assert source.said[0].startswith(
        "X limits our requests (429): Too Many Requests. Connecting again in 421 s, at "
    )


def test_too_many_connections_is_no_rate_limit(
    api: TwitterServer, arrived: Arrived, follow: Any
) -> None:
    """Requests are left: the time of their reset says nothing about the connection."""
    busy = {
        "title": "ConnectionException",
        "detail": "This stream is currently at the maximum allowed connection limit.",
        "connection_issue": "TooManyConnections",
    }
    left = {
        "x_rate_limit_limit": "50",
        "x_rate_limit_remaining": "48",
        "x_rate_limit_reset": "9999999999",
    }
    api.scripts = [[answer(429, busy, **left)], [answer(429, busy, **left)], [*posts(1), ever()]]
    source = follow()
    arrived.wait(1)
    assert source.waits == [60, 120]
    assert "takes no more connections (429): This stream is currently at" in source.said[0]


def test_trouble_of_the_server(api: TwitterServer, arrived: Arrived, follow: Any) -> None:
    api.rule_answers = [answer(503, b"<html>busy</html>"), answer(200, b"no JSON")]
    api.scripts = [[answer(503, {"detail": "Service Unavailable"})] for _ in range(6)] + [
        [*posts(1), ever()]
    ]
    source = follow()
    arrived.wait(1)
    assert source.waits == [5, 10, 20, 40, 80, 80, 80, 80]
    assert source.said[0].startswith("X has trouble (503). Connecting again in 5 s")


def test_a_network_that_is_not_there(arrived: Arrived, follow: Any, api: TwitterServer) -> None:
    api.scripts = [[*posts(1), ever()]]
    tries = 0

    def prepare(client: Any) -> None:
        nonlocal tries
        tries += 1
        api.prepare(client)
        if tries < 4:
            plain = client.session.request
            client.session.request = lambda method, _url, **more: plain(
                method, "http://127.0.0.1:1/", **more
            )

    source = follow(prepare=prepare)
    arrived.wait(1)
    assert source.waits == [0.0, 0.25, 0.5]
    assert source.said[0] == "X cannot be reached over this network. Connecting again."


@pytest.mark.parametrize("seed", range(4))
def test_each_post_once_whatever_the_connections_do(
    api: TwitterServer, arrived: Arrived, follow: Any, seed: int
) -> None:
    """Random breaks, refusals and backfills: what was delivered whole goes on once, in order."""
    draw = random.Random(seed)
    ends = (close(), cut(), raw(b'{"data":{"id":"98'), line(b"{}"))
    falls_silent_at = draw.randrange(300)  # once: it costs the whole silence
    at = 0
    while at < 300:
        if draw.random() < 0.3:
            api.scripts.append([answer(draw.choice((429, 500, 503)), {"detail": "busy"})])
        before, first = at, max(0, at - draw.randrange(40))
        at = min(300, at + draw.randrange(1, 60))
        lines = b"".join(
            json.dumps(post(n, f"drum {n}")).encode() + b"\r\n" for n in range(first, at)
        )
        cuts = sorted(draw.randrange(len(lines)) for _ in range(5))
        pieces = [lines[a:b] for a, b in zip([0, *cuts], [*cuts, len(lines)], strict=True)]
        end = silence() if before <= falls_silent_at < at else draw.choice(ends)
        api.scripts.append([*(raw(piece) for piece in pieces if piece), end])
    source = follow(silence_s=1.5)
    arrived.wait(300)
    assert arrived.texts() == [f"drum {n}" for n in range(300)]
    wait_for(lambda: source.figures.sent == 300)

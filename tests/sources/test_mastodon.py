"""Mastodon's hashtag stream, against a server of our own that speaks its API."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from aiohttp import web

from mwk_desktop.records.tweet_decoding import decode_tweet
from mwk_desktop.sources.networks.mastodon import MastodonFeed, MastodonOptions
from mwk_desktop.sources.networks.network_post import plain_text
from mwk_desktop.sources.networks.network_trouble import asked_wait_s
from tests.sources.network_following import Following, following
from tests.sources.network_servers import T0_MS, TOKEN, MastodonServer, iso, sse, toot


@pytest.fixture
def server() -> Iterator[MastodonServer]:
    found = MastodonServer()
    yield found
    found.close()


def feed_of(server: MastodonServer, silence_s: float = 30.0) -> MastodonFeed:
    return MastodonFeed(MastodonOptions(server.address, "mwk", TOKEN, silence_s))


def update(number: int, *args: Any, **more: Any) -> bytes:
    return sse("update", toot(number, *args, **more))


def test_a_post_becomes_a_record(server: MastodonServer) -> None:
    html = '<p>Heavy bass,<br>and a drum &amp; pad <a href="x">#<span>mwk</span></a></p><p>now</p>'
    server.scripts = [[update(1, html), update(2, account="zoé@fosstodon.example")]]
    with following(feed_of(server)) as found:
        found.texts(2)
        assert found.source.state.link == "connected"
        assert str(found.source.state.detail) == "Listening for #mwk on 127.0.0.1"
    first, second = found.arrived.messages
    tweet = decode_tweet(first.value)
    assert tweet.text == "Heavy bass,\nand a drum & pad #mwk\nnow"
    assert tweet.screen_name == "ana@127.0.0.1"
    assert tweet.created_at_ms == first.timestamp_ms == T0_MS + 1
    assert decode_tweet(second.value).screen_name == "zoé@fosstodon.example"
    assert server.tokens == [f"Bearer {TOKEN}"]


def test_what_came_during_a_break_is_read_from_the_timeline_once(server: MastodonServer) -> None:
    """More than a page, and the last ones come on the new stream, too."""
    server.timeline = [toot(1)]
    missed = [toot(number, f"<p>pad {number}</p>") for number in range(3, 103)]
    server.scripts = [
        ["asked", update(2, "<p>pad 2</p>"), lambda: server.timeline.extend(missed), "close"],
        [sse("update", missed[-1]), update(103, "<p>pad 103</p>")],
    ]
    with following(feed_of(server)) as found:
        texts = found.texts(102)
    assert texts == [f"pad {number}" for number in range(2, 104)]
    assert found.source.figures.duplicates == 1
    assert found.waits == [0.0]


def test_a_gap_full_of_pictures_is_read_to_its_end(server: MastodonServer) -> None:
    """More than a page of posts without words; and the next gap begins behind them."""
    server.timeline = [toot(1)]
    pictures = [toot(number, "<p></p>") for number in range(2, 82)]
    missed = [*pictures, toot(90, "<p>pad</p>"), toot(91, "<p></p>")]
    server.scripts = [["asked", lambda: server.timeline.extend(missed), "close"], ["close"], []]
    with following(feed_of(server)) as found:
        found.texts(1)
        found.wait(lambda: server.connections == 3 and found.source.state.link == "connected")
    assert found.source.figures.unreadable == len(pictures) + 1, "each read once"


def test_an_edit_is_no_new_vote_and_a_deletion_is_noticed(server: MastodonServer) -> None:
    edited = sse("status.update", toot(1, "<p>vocal</p>"))
    deleted = sse("delete", toot(1)["id"]) + sse("delete", "12345")
    server.scripts = [[update(1), edited, deleted, update(2)]]
    with following(feed_of(server)) as found:
        found.texts(2)
    figures = found.source.figures
    assert (figures.edited, figures.deleted, figures.sent) == (1, 1, 2)


def test_a_large_server_streams_from_another_host(server: MastodonServer) -> None:
    other = MastodonServer()
    server.instance = {"configuration": {"urls": {"streaming": f"ws://127.0.0.1:{other.port}"}}}
    other.scripts = [[update(1)]]
    with following(feed_of(server)) as found:
        found.texts(1)
    other.close()
    assert server.connections == 0


def soon() -> str:
    return iso(T0_MS)


TROUBLES: dict[str, tuple[list[list[Any]], str]] = {
    "refused at first": ([[503]], "in trouble (503)"),
    "a bad gateway": ([[502], [502]], "in trouble (502)"),
    "an inner error": ([[500]], "in trouble (500)"),
    "too many requests": ([[429]], "too many requests (429)"),
    "closed at once": ([["close"]], "closed the connection"),
    "cut at once": ([["cut"]], "broke"),
    "cut in the middle of an event": ([[update(9)[:40], "cut"]], "broke"),
    "closed in the middle of an event": ([[update(9)[:40], "close"]], "closed the connection"),
    "silent": ([[]], "silent"),
    "an endless line": ([[b"data: " + b"x" * (2 << 20)]], "broke"),
}


@pytest.mark.parametrize("name", TROUBLES)
def test_after_trouble_it_goes_on(server: MastodonServer, name: str) -> None:
    scripts, said = TROUBLES[name]
    # A machine that stands still for so long is silent, too: then the posts come once more.
    server.scripts = [*scripts, *[[update(1), update(2)]] * 20]
    silence_s = 0.3 if name == "silent" else 30.0
    with following(feed_of(server, silence_s)) as found:
        assert found.texts(2) == ["drum please"] * 2
    assert any(said in each for each in found.said), found.said


NO_POSTS: dict[str, bytes] = {
    "no JSON": sse("update", "{"),
    "a list": sse("update", "[]"),
    "null": sse("update", "null"),
    "deep": sse("update", "[" * 100_000),
    "no author": update(9) and sse("update", toot(9) | {"account": None}),
    "an author without a name": sse("update", toot(9, account="")),
    "an author that is a number": sse("update", toot(9, account=5)),
    "no text": sse("update", toot(9) | {"content": None}),
    "only a picture": sse("update", toot(9, "<p></p>")),
    "no time": sse("update", toot(9) | {"created_at": None}),
    "a time without a zone": sse("update", toot(9) | {"created_at": "2018-04-11T12:33:30"}),
    "a time beyond all": sse("update", toot(9) | {"created_at": "99999-01-01T00:00:00Z"}),
    "no number": sse("update", toot(9) | {"id": None}),
}


@pytest.mark.parametrize("name", NO_POSTS)
def test_what_is_no_post_is_counted_and_passed_by(server: MastodonServer, name: str) -> None:
    server.scripts = [[NO_POSTS[name], update(1)]]
    with following(feed_of(server)) as found:
        assert found.texts(1) == ["drum please"]
    assert found.source.figures.unreadable == 1


def test_what_is_unknown_is_passed_by(server: MastodonServer) -> None:
    odd = b": comment\n\n\n\ndata: nothing\n\nid: 5\r\nretry: 9\r\n\r\n\xff\xfe\n\n"
    server.scripts = [[odd, sse("notification", {}), sse("filters_changed", "x"), update(1)]]
    with following(feed_of(server)) as found:
        assert found.texts(1) == ["drum please"]
    assert found.source.figures.unreadable == 0


@pytest.mark.parametrize("status", [401, 403, 404, 410, 422])
def test_a_refusal_ends_it_with_a_sentence(server: MastodonServer, status: int) -> None:
    server.scripts = [[status]]
    with following(feed_of(server)) as found:
        found.wait(lambda: found.source.wait_ended(0))
    assert found.source.figures.ended == "refused"
    assert f"({status})" in str(found.source.state.detail)
    assert TOKEN not in str(found.source.state.detail)


def test_a_token_that_expires_during_the_show(server: MastodonServer) -> None:
    server.scripts = [[update(1), "close"], [401]]
    with following(feed_of(server)) as found:
        found.wait(lambda: found.source.wait_ended(0))
    assert found.arrived.texts() == ["drum please"]
    assert "refuses the access token (401)" in str(found.source.state.detail)


def test_a_server_says_how_long_to_wait(server: MastodonServer) -> None:
    server.headers = {"Retry-After": "300"}
    server.scripts = [[429], [update(1)]]
    with following(feed_of(server)) as found:
        found.texts(1)
    assert found.waits == [300.0]


def test_a_timeline_in_trouble_loses_nothing(server: MastodonServer) -> None:
    server.scripts = [["asked", update(1), "close"], [], [update(3)]]

    def fail_once() -> None:
        server.timeline_answers = [web.Response(status=503), web.Response(text="<html>")]
        server.timeline.extend([toot(1), toot(2, "<p>pad</p>")])

    server.scripts[0].insert(2, fail_once)
    with following(feed_of(server)) as found:
        assert found.texts(2) == ["drum please", "pad"]


def test_an_older_server_names_no_streaming_host(server: MastodonServer) -> None:
    server.instance = 404
    server.scripts = [[update(1)]]
    with following(feed_of(server)) as found:
        found.texts(1)


def test_nobody_listens() -> None:
    with following(MastodonFeed(MastodonOptions("http://127.0.0.1:9", "mwk")), 8) as found:
        found.wait(lambda: found.source.wait_ended(0))
    assert found.waits == [0.0, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0]
    assert all("broke" in each for each in found.said)


def test_it_is_not_safe(server: MastodonServer) -> None:
    feed = MastodonFeed(MastodonOptions(f"127.0.0.1:{server.port}", "mwk"))
    with following(feed, 2) as found:
        found.wait(lambda: found.source.wait_ended(0))
    assert "Mastodon" in found.said[0]
    assert server.connections == 0


def test_stop_ends_it_at_once(server: MastodonServer) -> None:
    with following(feed_of(server)) as found:
        found.wait(lambda: found.source.state.link == "connected")
        found.source.stop()
        assert found.source.wait_ended(0)
    assert found.source.figures.ended == "stopped"


def test_a_full_queue_is_waited_for(server: MastodonServer) -> None:
    server.scripts = [[update(1), update(2)]]
    found = Following(feed_of(server))
    found.arrived.refuse = 5
    found.source.start(found.arrived)
    assert found.texts(2) == ["drum please"] * 2
    found.source.stop()


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "7"}, 7.0),
        ({"Retry-After": "Wed, 11 Apr 2018 12:33:40 GMT"}, 10.0),
        ({"Retry-After": "Wed, 11 Apr 2018 12:33:00 GMT"}, 0.0),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "-5"}, None),
        ({"Retry-After": "9" * 30}, None),
        ({"X-RateLimit-Reset": "2018-04-11T12:34:30.000Z"}, 60.0),
        ({"X-RateLimit-Reset": "x"}, None),
        ({}, None),
    ],
)
def test_waits_that_servers_ask_for(headers: dict[str, str], seconds: float | None) -> None:
    assert asked_wait_s(headers, T0_MS) == seconds


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a</p><p>b</p>", "a\nb"),
        ("a<br/>b", "a\nb"),
        ("1 &lt; 2 &amp;amp;", "1 < 2 &amp;"),
        ("<", "<"),
        ("", ""),
    ],
)
def test_html_becomes_text(html: str, text: str) -> None:
    assert plain_text(html) == text

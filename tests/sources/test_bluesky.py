"""Bluesky's Jetstream, against a server of our own that speaks its protocol."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from mwk_desktop.records.deletions import deleted_ids
from mwk_desktop.records.tweet_decoding import decode_tweet
from mwk_desktop.sources.networks.bluesky import OVERLAP_US, BlueskyFeed, BlueskyOptions
from tests.sources.network_following import following
from tests.sources.network_servers import T0_MS, BlueskyServer, closed_account, profile, skeet


@pytest.fixture
def server() -> Iterator[BlueskyServer]:
    found = BlueskyServer()
    yield found
    found.close()


def feed_of(server: BlueskyServer, silence_s: float = 30.0) -> BlueskyFeed:
    return BlueskyFeed(BlueskyOptions("mwk", server.jetstream, server.api, silence_s))


def changed(number: int, operation: str) -> Any:
    line = skeet(number)
    line["commit"]["operation"] = operation
    if operation == "delete":
        del line["commit"]["record"], line["commit"]["cid"]
    return line


def test_a_post_becomes_a_record(server: BlueskyServer) -> None:
    others = skeet(2, "drum", facets=[]), skeet(3, "drum #mwkx", facets=None)
    in_tags = skeet(4, "pad", facets=[], tags=["Mwk"])
    server.scripts = [[skeet(1, "Heavy bass\n#mwk"), *others, in_tags]]
    with following(feed_of(server)) as found:
        assert found.texts(2) == ["Heavy bass\n#mwk", "pad"]
        assert str(found.source.state.detail) == "Listening for #mwk on Bluesky"
    first = found.arrived.messages[0]
    tweet = decode_tweet(first.value)
    assert tweet.screen_name == "ana.example"
    assert tweet.created_at_ms == first.timestamp_ms == T0_MS + 1
    assert server.profiles_asked == ["did:plc:ana"]


def test_after_a_break_it_goes_on_where_it_was(server: BlueskyServer) -> None:
    server.scripts = [[skeet(1), skeet(2, "pad #mwk"), "close"], [skeet(2, "pad #mwk"), skeet(3)]]
    with following(feed_of(server)) as found:
        assert found.texts(3) == ["drum #mwk", "pad #mwk", "drum #mwk"]
    assert server.cursors == ["", str((T0_MS + 2) * 1000 - OVERLAP_US)]
    assert found.source.figures.duplicates == 1


def test_an_edit_is_no_new_vote_and_a_deletion_is_noticed(server: BlueskyServer) -> None:
    lines = [skeet(1), changed(1, "update"), changed(1, "delete"), changed(9, "delete")]
    server.scripts = [[*lines, changed(9, "update"), skeet(2)]]
    with following(feed_of(server)) as found:
        found.texts(2)
    figures = found.source.figures
    assert (figures.edited, figures.deleted, figures.sent) == (1, 1, 2)


def test_an_account_that_leaves_takes_its_posts_along(server: BlueskyServer) -> None:
    server.profiles["did:plc:bert"] = profile("bert.example")
    left = closed_account("did:plc:ana")
    server.scripts = [[skeet(1), skeet(2, did="did:plc:bert"), skeet(3), left, left, skeet(4)]]
    with following(feed_of(server)) as found:
        found.texts(4)
    assert found.source.figures.deleted == 2
    keys = [tweet.id for tweet in found.arrived.tweets()]
    values = [message.value for message in found.arrived.deleted]
    assert deleted_ids(values, [None] * len(values)) == [keys[0], keys[2]]


def test_a_post_counts_when_bluesky_saw_it(server: BlueskyServer) -> None:
    """An author's program may claim any time, such as one at which another code held."""
    backdated = skeet(5, createdAt="2018-04-01T00:00:00Z")
    timeless = skeet(6)
    del timeless["time_us"]
    server.scripts = [[backdated, timeless]]
    with following(feed_of(server)) as found:
        found.texts(2)
    times = [message.timestamp_ms for message in found.arrived.messages]
    assert times == [T0_MS + 5, T0_MS + 6]
    assert found.arrived.tweets()[0].created_at_ms == 1_522_540_800_000


def test_an_author_whom_the_api_never_finds_is_asked_for_ever_more_rarely(
    server: BlueskyServer,
) -> None:
    server.profiles["did:plc:bad"] = [500] * 5 + [profile("bad.example")]
    server.scripts = [[skeet(1), skeet(2, did="did:plc:bad")] for _ in range(6)]
    with following(feed_of(server)) as found:
        found.texts(2)
    assert found.waits == [0.0, 1.0, 2.0, 4.0, 8.0]


def test_a_new_handle_counts_from_then_on(server: BlueskyServer) -> None:
    server.profiles["did:plc:ana"] = [profile("old.example"), profile("new.example")]
    renamed = {"kind": "identity", "did": "did:plc:ana", "time_us": 1, "identity": {}}
    server.scripts = [[skeet(1), skeet(2), renamed, skeet(3)]]
    with following(feed_of(server)) as found:
        found.texts(3)
        names = [tweet.screen_name for tweet in found.arrived.tweets()]
    assert names == ["old.example", "old.example", "new.example"]


def test_an_author_whose_handle_is_not_valid_keeps_the_number(server: BlueskyServer) -> None:
    server.profiles["did:plc:ana"] = profile("handle.invalid")
    server.scripts = [[skeet(1)]]
    with following(feed_of(server)) as found:
        found.texts(1)
        assert found.arrived.tweets()[0].screen_name == "did:plc:ana"


@pytest.mark.parametrize("trouble", [500, 502, 503, 429, 401])
def test_an_api_in_trouble_loses_no_post(server: BlueskyServer, trouble: int) -> None:
    """The post is read again: behind the cursor is only what was passed on."""
    server.profiles["did:plc:ana"] = [trouble, profile("ana.example")]
    server.scripts = [[skeet(1)], [skeet(1)]]
    with following(feed_of(server)) as found:
        assert found.texts(1) == ["drum #mwk"]
    assert f"({trouble})" in found.said[0]


TROUBLES: dict[str, tuple[list[list[Any]], str]] = {
    "in trouble": ([[503]], "in trouble (503)"),
    "a bad gateway": ([[502], [502]], "in trouble (502)"),
    "too many requests": ([[429]], "too many requests (429)"),
    "closed at once": ([["close"]], "closed the connection"),
    "cut at once": ([["cut"]], "closed the connection"),
    "closed after a post": ([[skeet(9), "close"]], "closed the connection"),
    "silent": ([[]], "silent"),
    "an endless message": ([["x" * (2 << 20)]], "cannot be read"),
}


@pytest.mark.parametrize("name", TROUBLES)
def test_after_trouble_it_goes_on(server: BlueskyServer, name: str) -> None:
    scripts, said = TROUBLES[name]
    # A machine that stands still for so long is silent, too: then the posts come once more.
    server.scripts = [*scripts, *[[skeet(1), skeet(2)]] * 20]
    silence_s = 0.3 if name == "silent" else 30.0
    with following(feed_of(server, silence_s)) as found:
        found.wait(lambda: found.waits and len(found.arrived.messages) >= 2)
    assert any(said in each for each in found.said), found.said


def without(*path: str) -> Any:
    """A post without one of its parts."""
    line = json.loads(json.dumps(skeet(9)))
    place = line
    for key in path[:-1]:
        place = place[key]
    del place[path[-1]]
    return line


NO_POSTS: dict[str, Any] = {
    "no JSON": "{",
    "deep": "[" * 100_000,
    "a list": [],
    "null": "null",
    "no kind": without("kind"),
    "no author": without("did"),
    "no key": without("commit", "rkey"),
    "no operation": without("commit", "operation"),
    "no text": skeet(9, text=None),  # type: ignore[arg-type]
    "an empty text": skeet(9, " "),
    "no time": skeet(9, createdAt=None),
    "a time in words": skeet(9, createdAt="yesterday"),
    "a time without a zone": skeet(9, createdAt="2018-04-11T12:33:30"),
    "an author who is gone": skeet(9, did="did:plc:gone"),
}


@pytest.mark.parametrize("name", NO_POSTS)
def test_what_is_no_post_is_counted_and_passed_by(server: BlueskyServer, name: str) -> None:
    server.scripts = [[NO_POSTS[name], skeet(1)]]
    with following(feed_of(server)) as found:
        assert found.texts(1) == ["drum #mwk"]
    assert found.source.figures.unreadable == 1


def test_what_is_unknown_is_passed_by(server: BlueskyServer) -> None:
    account = {"kind": "account", "did": "did:plc:ana", "time_us": 5, "account": {"active": True}}
    like = skeet(8)
    like["commit"]["collection"] = "app.bsky.feed.like"
    odd = [account, like, b"binary", skeet(7, facets=[None, 5, {}, {"features": [3, {"tag": 5}]}])]
    server.scripts = [[*odd, skeet(1, langs="en")]]
    with following(feed_of(server)) as found:
        assert found.texts(1) == ["drum #mwk"]
    assert found.source.figures.unreadable == 0


def test_a_refusal_ends_it_with_a_sentence(server: BlueskyServer) -> None:
    server.scripts = [[404]]
    with following(feed_of(server)) as found:
        found.wait(lambda: found.source.wait_ended(0))
    assert "(404)" in str(found.source.state.detail)


def test_nobody_listens() -> None:
    feed = BlueskyFeed(BlueskyOptions("mwk", "ws://127.0.0.1:9", "http://127.0.0.1:9"))
    with following(feed, 3) as found:
        found.wait(lambda: found.source.wait_ended(0))
    assert all("broke" in each for each in found.said)

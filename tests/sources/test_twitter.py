"""The Twitter source against a server that speaks the API, and fails in every way it can."""

from __future__ import annotations

import json
import logging
import random
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from mwk_desktop.records.decode import decode_tweet
from mwk_desktop.sources.incoming import Message
from mwk_desktop.sources.twitter import TwitterSource, rule_of
from mwk_desktop.sources.twitter_posts import Bill, Recent
from tests.sources.twitter_server import (
    FIRST_ID,
    T0_MS,
    TOKEN,
    TwitterServer,
    alive,
    answer,
    close,
    created_ms,
    cut,
    ever,
    hold,
    line,
    post,
    raw,
    silence,
    without_author,
)

WAIT_S = 30.0


class Arrived:
    """Takes messages; the test waits for what it expects."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self.refuse = 0
        self.changed = threading.Condition()

    def __call__(self, message: Message) -> bool:
        with self.changed:
            if self.refuse:
                self.refuse -= 1
                return False
            self.messages.append(message)
            self.changed.notify_all()
            return True

    def wait(self, count: int) -> list[Any]:
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.messages) >= count, WAIT_S), self.texts()
        return self.tweets()

    def tweets(self) -> list[Any]:
        return [decode_tweet(message.value) for message in self.messages]

    def texts(self) -> list[str]:
        return [tweet.text for tweet in self.tweets()]


@pytest.fixture
def api() -> Iterator[TwitterServer]:
    server = TwitterServer()
    yield server
    server.close()


@pytest.fixture
def arrived() -> Arrived:
    return Arrived()


@pytest.fixture
def follow(api: TwitterServer, arrived: Arrived) -> Iterator[Callable[..., TwitterSource]]:
    """Start a source whose waits are written down instead of waited for."""
    sources: list[TwitterSource] = []

    def start(**more: Any) -> Any:
        waits: list[float] = []
        said: list[str] = []

        def pause(wait_s: float) -> bool:
            waits.append(wait_s)
            said.append(source.state.detail)
            return source._stopping.wait(0.005)

        given = {"silence_s": 20.0, "prepare": api.prepare, "pause": pause}
        source = TwitterSource(more.pop("token", TOKEN), "#mwk", **{**given, **more})
        source.waits, source.said = waits, said  # type: ignore[attr-defined]
        sources.append(source)
        source.start(arrived)
        return source

    yield start
    for source in sources:
        source.stop()
        assert source.wait_ended(WAIT_S)


def until(what: Callable[[], object]) -> None:
    pause = threading.Event()
    for _ in range(int(WAIT_S / 0.01)):
        if what():
            return
        pause.wait(0.01)
    raise AssertionError("still not so")


def posts(*numbers: int) -> list[Any]:
    return [line(post(number, f"drum {number}")) for number in numbers]


# -- the plain way ------------------------------------------------------------------------------


def test_author_picture_and_time(api: TwitterServer, arrived: Arrived, follow: Any) -> None:
    api.scripts = [[alive(), line(post(7, "Heavy bass! #mwk", "monty")), ever()]]
    source = follow()
    (tweet,) = arrived.wait(1)
    assert (tweet.id, tweet.text) == (FIRST_ID + 7, "Heavy bass! #mwk")
    assert (tweet.screen_name, tweet.name) == ("monty", "Monty")
    assert tweet.image_url == "https://pbs.example/monty_normal.jpg"
    assert tweet.created_at_ms == created_ms(7)
    (message,) = arrived.messages
    assert message.key == json.dumps({"Id": FIRST_ID + 7}, separators=(",", ":")).encode()
    assert message.timestamp_ms == created_ms(7)
    status = json.loads(message.value)
    assert status["User"]["Id"] > 1000
    assert (status["Lang"], status["Retweet"]) == ("en", False)
    until(lambda: source.figures.sent == 1)
    assert source.state.link == "connected"
    assert source.state.detail == "Listening for #mwk"
    assert source.figures.connections == 1
    assert source.figures.rate_limit.remaining == 49
    assert source.figures.spent_usd == pytest.approx(0.015)


def test_what_is_asked_for(api: TwitterServer, follow: Any) -> None:
    source = follow()
    until(lambda: source.state.link == "connected")
    (query,) = api.streams()
    assert query["expansions"] == ["author_id"]
    assert set(query["user.fields"][0].split(",")) == {"name", "username", "profile_image_url"}
    assert {"created_at", "author_id"} <= set(query["tweet.fields"][0].split(","))


def test_stopping_does_not_wait_for_the_next_sign_of_life(api: TwitterServer, follow: Any) -> None:
    api.scripts = [[silence()]]
    source = follow(silence_s=600.0)
    until(lambda: source.state.link == "connected")
    source.stop()
    assert source.wait_ended(0)
    assert not source._thread.is_alive()
    assert (source.state.link, source.figures.ended) == ("off", "stopped")


# -- rules --------------------------------------------------------------------------------------


def rules_after(api: TwitterServer, source: Any) -> list[tuple[str, str]]:
    until(lambda: source.state.link == "connected")
    return [(rule["value"], rule.get("tag", "")) for rule in api.rules]


def test_only_our_own_rules_are_touched(api: TwitterServer, follow: Any) -> None:
    api.add_rule("cats has:images", "cats")
    api.add_rule("#old", "mwk")
    api.add_rule("dogs")
    api.add_rule("#older -is:retweet", "mwk")
    assert rules_after(api, follow()) == [
        ("cats has:images", "cats"),
        ("dogs", ""),
        ("#mwk", "mwk"),
    ]


def test_a_rule_that_is_there_already_is_kept(api: TwitterServer, follow: Any) -> None:
    api.add_rule("#mwk", "mwk")
    before = list(api.rules)
    rules_after(api, follow())
    assert api.rules == before
    assert [method for method, _, _ in api.requests] == ["GET", "GET"]


def test_the_same_rule_of_somebody_else_is_used_and_left_alone(
    api: TwitterServer, arrived: Arrived, follow: Any
) -> None:
    api.add_rule("#mwk", "theirs")
    theirs = [{"id": "1", "tag": "theirs"}]
    api.scripts = [[line(post(1, rules=theirs)), ever()]]
    source = follow()
    arrived.wait(1)
    assert rules_after(api, source) == [("#mwk", "theirs")]


def test_posts_for_other_rules_of_the_same_account_do_not_vote(
    api: TwitterServer, arrived: Arrived, follow: Any
) -> None:
    api.add_rule("cats", "cats")
    cats = {"id": "1", "tag": "cats"}
    ours = {"id": "2", "tag": "mwk"}
    lines = [
        line(post(1, "drum cat", rules=[cats])),
        line(post(2, "pad cat", rules=[cats, ours])),
        line(post(3, "synth", rules=[{"id": "2"}])),  # no tag: tweepy's own models raise here
    ]
    api.scripts = [[*lines, ever()]]
    source = follow()
    arrived.wait(2)
    assert arrived.texts() == ["pad cat", "synth"]
    assert source.figures.elsewhere == 1
    assert source.figures.posts == 3  # it was billed


def test_a_rule_that_is_refused(api: TwitterServer, follow: Any) -> None:
    body = {
        "errors": [
            {"value": "#mwk", "title": "UnprocessableEntity", "details": ["no such operator"]}
        ]
    }
    api.rule_answers = [answer(200, {"meta": {}}), answer(201, body)]
    source = follow()
    assert source.wait_ended(WAIT_S)
    assert source.state.link == "failed"
    assert source.state.detail == "X refuses the rule '#mwk': no such operator."
    assert source.figures.ended == "refused"
    assert api.streams() == []


def test_rules_that_vanish_are_set_again(api: TwitterServer, arrived: Arrived, follow: Any) -> None:
    conflict = {"title": "ConnectionException", "detail": "There are no rules.", "status": 409}
    again = line(post(2, rules=[{"id": "2", "tag": "mwk"}]))
    api.scripts = [
        [*posts(1), lambda _: api.rules.clear(), close()],
        [answer(409, conflict)],
        [again],
    ]
    source = follow()
    arrived.wait(2)
    assert rules_after(api, source) == [("#mwk", "mwk")]
    assert any("no rule (409): There are no rules." in said for said in source.said)


def test_the_rule_of_a_hashtag() -> None:
    assert rule_of("mwk") == "#mwk"
    assert rule_of("été2018", " -is:retweet ") == "#été2018 -is:retweet"
    assert rule_of("mwk", "lang:fr OR lang:en") == "#mwk (lang:fr OR lang:en)"
    assert rule_of("mwk", "ORDER") == "#mwk ORDER"


# -- refusals -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "X refuses the token (401): "),
        (402, "no credits left (402): "),
        (403, "does not let this token read the stream (403): "),
    ],
)
def test_a_token_that_is_refused_opens_no_stream(
    api: TwitterServer, follow: Any, status: int, words: str
) -> None:
    api.rule_answers = [answer(status, {"title": "No", "detail": f"not with {TOKEN}\nreally"})]
    source = follow()
    assert source.wait_ended(WAIT_S)
    assert (source.state.link, source.figures.ended) == ("failed", "refused")
    assert words in source.state.detail
    assert source.state.detail.endswith("not with *** really.")  # what it was asked with, hidden
    assert api.streams() == []
    assert len(api.requests) == 1
    assert source.waits == []


def test_a_wrong_token(api: TwitterServer, follow: Any) -> None:
    source = follow(token="wrong")
    assert source.wait_ended(WAIT_S)
    assert source.state.detail == "X refuses the token (401): Unauthorized."


def test_a_token_that_is_withdrawn_during_the_show(
    api: TwitterServer, arrived: Arrived, follow: Any
) -> None:
    api.scripts = [[*posts(1), close()], [answer(401, {"detail": "Unauthorized"})]]
    source = follow()
    assert source.wait_ended(WAIT_S)
    assert arrived.texts() == ["drum 1"]
    assert source.figures.ended == "refused"


def test_the_token_is_in_no_log(
    api: TwitterServer, arrived: Arrived, follow: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    api.scripts = [
        [answer(503, {"detail": TOKEN})],
        [*posts(1), raw(b"{"), cut()],
        [line({"errors": [{"detail": f"bye {TOKEN}"}]}), close()],
        [*posts(2)],
    ]
    source = follow()
    arrived.wait(2)
    assert TOKEN not in caplog.text
    assert TOKEN not in repr(source.state) + repr(source.figures) + "".join(source.said)
    assert "***" in "".join(source.said)


# -- a stream that ends, breaks or is refused ---------------------------------------------------


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
    until(lambda: source.figures.duplicates == 2)
    assert source.figures.sent == 4
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
    source = follow(silence_s=0.3)
    arrived.wait(2)
    assert source.said[0] == ("The stream broke off, or was silent for 0.3 s. Connecting again.")


def test_signs_of_life_keep_a_quiet_stream_open(
    api: TwitterServer, arrived: Arrived, follow: Any
) -> None:
    enough = threading.Event()
    api.scripts = [[hold(enough), *posts(1), ever()]]
    source = follow(silence_s=2.0)
    until(lambda: source.state.link == "connected")
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


# -- posts that are not as they should be -------------------------------------------------------


def test_deleted_users_and_missing_expansions(
    api: TwitterServer, arrived: Arrived, follow: Any
) -> None:
    nobody = post(4, author="gone")
    nobody["data"].pop("author_id")
    nobody.pop("includes")
    bare = post(5, "pad", "monty")
    bare["includes"] = {"users": [{"id": bare["data"]["author_id"]}]}
    lines = [
        line(without_author(post(1, "drum 1", "gone"))),
        line(post(2, "drum 2", "monty")),
        line(without_author(post(3, "drum 3", "monty"))),
        line(nobody),
        line(bare),
    ]
    api.scripts = [[*lines, ever()]]
    source = follow()
    tweets = arrived.wait(5)
    gone_id = str(1000 + sum(b"gone"))
    assert [tweet.screen_name for tweet in tweets] == [
        gone_id,
        "monty",
        "monty",
        "unknown",
        "monty",
    ]
    assert tweets[2].image_url == tweets[1].image_url  # known from before
    assert (tweets[0].name, tweets[0].image_url) == (gone_id, "")
    until(lambda: source.figures.authors_unknown == 2)


def test_garbage_in_the_stream_harms_nothing(
    api: TwitterServer, arrived: Arrived, follow: Any
) -> None:
    garbage: list[Any] = [
        b"{",
        b"\xff\xfe\x00",
        b"null",
        b"[1, 2]",
        b'"text"',
        b"[" * 5000,
        {"data": None},
        {"data": []},
        {"data": {"id": "x", "text": "no number"}},
        {"data": {"id": "-5", "text": "no number"}},
        {"data": {"id": str(FIRST_ID)}},
        {"data": {"id": str(FIRST_ID), "text": 5}},
        {"includes": {"users": 7}, "data": {"id": "9" * 40, "text": "t"}},
        {"errors": "not a list"},
        {},
    ]
    odd = post(2, "pad", rules=[])
    odd["includes"] = {"users": [None, 5, {"id": None}, *odd["includes"]["users"]]}
    odd["matching_rules"] = "none"
    api.scripts = [[*map(line, garbage), line(odd), ever()]]
    source = follow()
    (tweet,) = arrived.wait(1)
    assert (tweet.text, tweet.screen_name) == ("pad", "monty")
    assert source.figures.unreadable == len(garbage)
    assert source.figures.connections == 1


def test_fields_of_the_post(api: TwitterServer, arrived: Arrived, follow: Any) -> None:
    lines = [
        post(1, "synth &amp; pad &lt;3 &copy;"),
        post(2, "short…", note_tweet={"text": "long, and at its end: vocal"}),
        post(3, "RT @a: drum", referenced_tweets=[{"type": "retweeted", "id": "1"}]),
        post(4, "quoted", referenced_tweets=[{"type": "quoted", "id": "1"}]),
        post(5, "when", created_at=None),
        post(6, "when", created_at="yesterday"),
        post(7, "when", created_at="0001-01-01T00:00:00Z"),
        post(8, "when", created_at="2018-04-11T14:33:30+02:00"),
        post(9, "half \ud83e"),
        post(10, "when", id="12", created_at=None),
    ]
    api.scripts = [[*map(line, lines), ever()]]
    follow(now_ms=lambda: T0_MS + 5)
    tweets = arrived.wait(len(lines))
    assert [tweet.text for tweet in tweets[:2]] == [
        "synth & pad <3 &copy;",
        "long, and at its end: vocal",
    ]
    assert [tweet.retweet for tweet in tweets[:4]] == [False, False, True, False]
    by_number_ms = (FIRST_ID >> 22) + 1_288_834_974_657
    assert [tweet.created_at_ms for tweet in tweets[4:8]] == [*[by_number_ms] * 3, T0_MS]
    assert tweets[8].text == "half ?"
    assert tweets[9].created_at_ms == T0_MS + 5


def test_whoever_takes_the_messages_may_fail(
    api: TwitterServer, arrived: Arrived, follow: Any, caplog: pytest.LogCaptureFixture
) -> None:
    api.scripts = [[*posts(1, 2), close()], [*posts(1, 2, 3)]]
    failures = [RuntimeError("a bug"), ValueError("another")]
    source = follow()
    plain = source._put

    def put(message: Message) -> bool:
        if failures:
            raise failures.pop()
        return plain(message)

    source._put = put
    arrived.wait(3 if not failures else 1)
    until(lambda: {"drum 1", "drum 2", "drum 3"} <= set(arrived.texts()))
    assert sorted(arrived.texts()) == ["drum 1", "drum 2", "drum 3"]
    caplog.clear()


def test_a_post_waits_for_its_place(api: TwitterServer, arrived: Arrived, follow: Any) -> None:
    arrived.refuse = 5
    api.scripts = [[*posts(1, 2), ever()]]
    follow()
    arrived.wait(2)
    assert arrived.texts() == ["drum 1", "drum 2"]


# -- money --------------------------------------------------------------------------------------


def test_the_budget_ends_the_stream_before_it_is_overdrawn(
    api: TwitterServer, arrived: Arrived, follow: Any
) -> None:
    lines = [line(post(n, f"drum {n}", f"user{n % 2}")) for n in range(20)]
    api.scripts = [[*lines, ever()]]
    source = follow(budget_usd=0.06, bill=Bill(0.005, 0.010))
    assert source.wait_ended(WAIT_S)
    figures = source.figures
    # Two users and five posts; one more by somebody new would be too much.
    assert (figures.posts, figures.users, figures.sent) == (6, 2, 6)
    assert figures.spent_usd == pytest.approx(0.05)
    assert (source.state.link, figures.ended) == ("failed", "budget")
    assert source.state.detail == (
        "The budget is spent: 6 posts cost about $0.05 of $0.06. The stream is closed."
    )


def test_a_budget_too_small_for_one_post_opens_no_stream(api: TwitterServer, follow: Any) -> None:
    source = follow(budget_usd=0.01)
    assert source.wait_ended(WAIT_S)
    assert source.figures.ended == "budget"
    assert api.requests == []


def test_the_bill_counts_each_post_and_user_once_a_day() -> None:
    bill = Bill(0.005, 0.010)
    noon_ms = T0_MS
    for _ in range(3):
        bill.add(post(1, author="monty"), noon_ms)
    bill.add(post(2, author="monty"), noon_ms)
    assert (bill.posts, bill.users, round(bill.spent_usd, 6)) == (2, 1, 0.02)
    bill.add(post(2, author="monty"), noon_ms + 86_400_000)
    assert (bill.posts, bill.users) == (3, 2)
    bill.add({"errors": []}, noon_ms)
    assert bill.posts == 3


def test_a_bill_goes_on_in_the_next_source(api: TwitterServer, follow: Any) -> None:
    bill = Bill()
    bill.add(post(1), T0_MS)
    source = follow(bill=bill, budget_usd=0.02)
    assert source.wait_ended(WAIT_S)
    assert (source.figures.posts, source.figures.ended) == (1, "budget")


def test_the_memory_is_bounded() -> None:
    recent = Recent(3)
    for key in (1, 2, 3, 1, 4):
        recent.add(key)
    assert [key in recent for key in (1, 2, 3, 4)] == [True, False, True, True]
    assert len(recent) == 3


@pytest.mark.parametrize("seed", range(4))
def test_each_post_once_whatever_the_connections_do(
    api: TwitterServer, arrived: Arrived, follow: Any, seed: int
) -> None:
    """Random breaks, refusals and backfills: what was delivered whole goes on once, in order."""
    draw = random.Random(seed)
    ends = (close(), cut(), raw(b'{"data":{"id":"98'), line(b"{}"), silence())
    at = 0
    while at < 300:
        if draw.random() < 0.3:
            api.scripts.append([answer(draw.choice((429, 500, 503)), {"detail": "busy"})])
        first = max(0, at - draw.randrange(40))
        at = min(300, at + draw.randrange(1, 60))
        lines = b"".join(
            json.dumps(post(n, f"drum {n}")).encode() + b"\r\n" for n in range(first, at)
        )
        cuts = sorted(draw.randrange(len(lines)) for _ in range(5))
        pieces = [lines[a:b] for a, b in zip([0, *cuts], [*cuts, len(lines)], strict=True)]
        api.scripts.append([*(raw(piece) for piece in pieces if piece), draw.choice(ends)])
    source = follow(silence_s=0.3)
    arrived.wait(300)
    assert arrived.texts() == [f"drum {n}" for n in range(300)]
    until(lambda: source.figures.sent == 300)

"""The Twitter source against a server that speaks the API, and fails in every way it can."""

from __future__ import annotations

import json
import logging
import threading
from typing import Any

import pytest

from mwk_desktop.sources.twitter_source import rule_of
from tests.sources.twitter_following import WAIT_S, Arrived, posts
from tests.sources.twitter_server import (
    FIRST_ID,
    TOKEN,
    TwitterServer,
    alive,
    answer,
    close,
    created_ms,
    cut,
    ever,
    line,
    post,
    raw,
    silence,
)
from tests.support import wait_for

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
    wait_for(lambda: source.figures.sent == 1)
    assert source.state.link == "connected"
    assert str(source.state.detail) == "Listening for #mwk"
    assert source.figures.connections == 1
    assert source.figures.rate_limit.remaining == 49
    assert source.figures.spent_usd == pytest.approx(0.015)


def test_what_is_asked_for(api: TwitterServer, follow: Any) -> None:
    source = follow()
    wait_for(lambda: source.state.link == "connected")
    (query,) = api.streams()
    assert query["expansions"] == ["author_id"]
    assert set(query["user.fields"][0].split(",")) == {"name", "username", "profile_image_url"}
    assert {"created_at", "author_id"} <= set(query["tweet.fields"][0].split(","))


def test_stopping_does_not_wait_for_the_next_sign_of_life(api: TwitterServer, follow: Any) -> None:
    api.scripts = [[silence()]]
    source = follow(silence_s=600.0)
    wait_for(lambda: source.state.link == "connected")
    source.stop()
    assert source.wait_ended(0)
    assert "twitter" not in {thread.name for thread in threading.enumerate()}
    assert (source.state.link, source.figures.ended) == ("off", "stopped")


# -- rules --------------------------------------------------------------------------------------


def rules_after(api: TwitterServer, source: Any) -> list[tuple[str, str]]:
    wait_for(lambda: source.state.link == "connected")
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
    assert str(source.state.detail) == "X refuses the rule '#mwk': no such operator."
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
    assert words in str(source.state.detail)
    assert str(source.state.detail).endswith(
        "not with *** really."
    )  # what it was asked with, hidden
    assert api.streams() == []
    assert len(api.requests) == 1
    assert source.waits == []


def test_a_wrong_token(api: TwitterServer, follow: Any) -> None:
    source = follow(token="wrong")
    assert source.wait_ended(WAIT_S)
    assert str(source.state.detail) == "X refuses the token (401): Unauthorized."


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

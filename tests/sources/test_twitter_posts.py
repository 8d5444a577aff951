"""Posts that are not as they should be, and what posts cost."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from mwk_desktop.sources.twitter_posts import Bill, RecentKeys
from tests.sources.twitter_following import WAIT_S, Arrived, posts
from tests.sources.twitter_server import (
    FIRST_ID,
    T0_MS,
    TwitterServer,
    close,
    ever,
    hold,
    line,
    post,
    without_author,
)
from tests.support import wait_for


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
    wait_for(lambda: source.figures.authors_unknown == 2)


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
    assert tweets[8].text == "half \ufffd"
    assert tweets[9].created_at_ms == T0_MS + 5


def test_whoever_takes_the_messages_may_fail(
    api: TwitterServer, arrived: Arrived, follow: Any, caplog: pytest.LogCaptureFixture
) -> None:
    ready = threading.Event()
    api.scripts = [[hold(ready), *posts(1, 2), close()], [*posts(1, 2, 3)]]
    arrived.failures = [RuntimeError("a bug"), ValueError("another")]
    follow()
    ready.set()
    wait_for(lambda: {"drum 1", "drum 2", "drum 3"} <= set(arrived.texts()))
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
    assert str(source.state.detail) == (
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
    recent = RecentKeys(3)
    for key in (1, 2, 3, 1, 4):
        recent.add(key)
    assert [key in recent for key in (1, 2, 3, 4)] == [True, False, True, True]
    assert len(recent) == 3

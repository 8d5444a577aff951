"""`mwk mastodon`, `mwk bluesky`, `mwk twitch` into a real Kafka: every post once."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest

from mwk_desktop.cli.main import run
from mwk_desktop.records.tweet_decoding import decode_tweet
from tests.app.twitter_to_kafka import everything_in
from tests.sources.network_servers import (
    T0_MS,
    WELCOME,
    BlueskyServer,
    MastodonServer,
    ThreadedServer,
    TwitchServer,
    chat,
    skeet,
    sse,
    toot,
)

POSTS = 50
Made = tuple[ThreadedServer, list[str]]
"""A server whose posts end in a refusal, and the verb's words."""


def mastodon(set_variable: Callable[[str, str], None]) -> Made:
    server = MastodonServer()
    posts = [sse("update", toot(n, f"<p>drum {n}</p>")) for n in range(POSTS)]
    server.scripts = [["asked", *posts, "close"], [sse("update", toot(POSTS - 1)), "close"], [401]]
    server.timeline = [toot(POSTS - 1)]
    return server, ["mastodon", "--server", server.address]


def bluesky(set_variable: Callable[[str, str], None]) -> Made:
    server = BlueskyServer()
    posts = [skeet(n, f"drum {n}") for n in range(POSTS)]
    server.scripts = [[*posts, "close"], [posts[-1], "close"], [404]]
    set_variable("MWK_BLUESKY__JETSTREAM", server.jetstream)
    set_variable("MWK_BLUESKY__API", server.api)
    return server, ["bluesky"]


def twitch(set_variable: Callable[[str, str], None]) -> Made:
    server = TwitchServer()
    lines = [chat(n, f"drum {n}") for n in range(POSTS)]
    refused = "@msg-id=tos_ban :tmi.twitch.tv NOTICE #hall :This channel is closed."
    server.scripts = [[*WELCOME, *lines, lines[-1], refused]]
    set_variable("MWK_TWITCH__SERVER", server.address)
    return server, ["twitch", "--channel", "hall"]


@pytest.fixture(params=[mastodon, bluesky, twitch])
def network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Made]:
    server, words = request.param(monkeypatch.setenv)
    yield server, words
    server.close()


def test_every_post_once(
    network: Made, kafka: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    topic, (_, words) = f"t-{secrets.token_hex(4)}", network
    where = ["--bootstrap-servers", kafka["bootstrap.servers"], "--topic", topic, "--json"]
    assert run([*words, *where, "--partitions", "3"]) == 2
    captured = capsys.readouterr()
    summary = json.loads(captured.out.splitlines()[-1])
    expected = {"type": "summary", "ended": "refused", "sent": POSTS, "duplicates": 1}
    expected |= {"delivered": POSTS, "failed": 0, "waiting": 0}
    assert {key: summary[key] for key in expected} == expected
    lines = captured.err.splitlines()
    # Each connection is open, then lost; a state that is over within a moment may go unsaid.
    assert len(lines) <= 2 * summary["connections"] + 1
    assert all(line != following for line, following in pairwise(lines))
    records = everything_in(kafka, topic)
    tweets = [decode_tweet(record.value()) for record in records]
    assert {tweet.text for tweet in tweets} == {f"drum {n}" for n in range(POSTS)}
    assert len({tweet.id for tweet in tweets}) == len(tweets) == POSTS
    assert {record.timestamp()[1] for record in records} == {T0_MS + n for n in range(POSTS)}


def test_a_dry_run_prints(network: Made, capsys: pytest.CaptureFixture[str]) -> None:
    _, words = network
    assert run([*words, "--dry-run"]) == 2
    captured = capsys.readouterr()
    assert f"drum {POSTS - 1}" in captured.out
    assert captured.out.splitlines()[-1] == "51 posts, 50 sent, 1 came again"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["twitch"], "no channel"),
        (["twitch", "--channel", "two words"], "--channel"),
        (["mastodon", "--server", "two words"], "--server"),
        (["mastodon", "--hashtag", "#"], "--hashtag"),
    ],
)
def test_what_is_wrong_is_one_line(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*words, "--dry-run"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line


@pytest.mark.parametrize("content", ["", "two words", "ünïcode"])
def test_a_token_that_can_be_none(
    content: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "token"
    path.write_text(content, "utf-8")
    monkeypatch.setenv("MWK_MASTODON__ACCESS_TOKEN_FILE", str(path))
    assert run(["mastodon", "--dry-run"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "access token" in line
    assert "two words" not in line

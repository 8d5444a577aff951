"""A Twitter source whose messages and waits a test can look at."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from mwk_desktop.records.tweet_decoding import decode_tweet
from mwk_desktop.sources.status_source import StatusMessage
from mwk_desktop.sources.twitter_source import TwitterSource
from tests.sources.twitter_server import TOKEN, TwitterServer, line, post

WAIT_S = 30.0


class Arrived:
    """Takes messages; the test waits for what it expects."""

    def __init__(self) -> None:
        self.messages: list[StatusMessage] = []
        self.deleted: list[StatusMessage] = []
        self.refuse = 0
        self.failures: list[Exception] = []
        self.changed = threading.Condition()

    def __call__(self, message: StatusMessage) -> bool:
        with self.changed:
            if self.failures:
                raise self.failures.pop()
            if self.refuse:
                self.refuse -= 1
                return False
            kept = self.deleted if message.value.startswith(b'{"Delete"') else self.messages
            kept.append(message)
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
    moment = threading.Event()  # never set: pauses are short, not cut short

    def start(**more: Any) -> Any:
        waits: list[float] = []
        said: list[str] = []

        def pause(wait_s: float) -> bool:
            waits.append(wait_s)
            said.append(str(source.state.detail))
            return moment.wait(0.005)

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


def posts(*numbers: int) -> list[Any]:
    return [line(post(number, f"drum {number}")) for number in numbers]

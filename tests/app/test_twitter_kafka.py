"""`mwk twitter` into a real Kafka: every post once, with author, picture and time."""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.verbs.follow_source import FollowOptions
from mwk_desktop.app.verbs.follow_twitter import follow_twitter
from mwk_desktop.app.workers.kafka_inlet import QUEUE_MESSAGES, KafkaInlet
from mwk_desktop.app.workers.twitter_stream import twitter_bill, twitter_source
from mwk_desktop.kafka.tweet_producer import ProduceError
from mwk_desktop.records.tweet_decoding import decode_tweet
from mwk_desktop.sources.status_source import status_message
from tests.app.twitter_to_kafka import api, everything_in, options_for
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
    line,
    post,
    raw,
    silence,
    without_author,
)
from tests.support import wait_for

__all__ = ["api"]


def quick(prepare: Callable[[Any], None], source_pauses: list[float]) -> Any:
    """A source whose waits do not take long."""

    def make(options: Options, silence_s: Callable[[], float]) -> Any:
        """``silence_s``: how long the next connection may be silent."""
        source = twitter_source(options.settings, twitter_bill(options.settings), prepare)

        def be_patient() -> None:
            source._silence_s = silence_s()

        be_patient()
        moment = threading.Event()  # never set: pauses are short, not cut short

        def pause(wait_s: float) -> bool:
            source_pauses.append(wait_s)
            be_patient()
            return moment.wait(0.005)

        source._pause = pause
        return source

    return make


def test_each_post_once_whatever_happens_to_the_stream(
    api: TwitterServer, kafka: dict[str, Any], topic: str, tmp_path: Path
) -> None:
    def some(*numbers: int) -> list[Any]:
        return [line(post(n, f"drum {n} #mwk", f"user{n % 7}")) for n in numbers]

    torn = json.dumps(post(120)).encode()[:200]
    api.rule_answers = [answer(503, {"detail": "Service Unavailable"})]
    api.scripts = [
        [answer(429, {"title": "Too Many Requests"}, retry_after="3")],
        [alive(), *some(*range(100)), raw(torn), cut()],
        # The backfill after a break holds what came already.
        [*some(*range(80, 120)), alive(), *some(*range(110, 130)), close()],
        [answer(503, b"<html>")],
        [*some(*range(100, 150)), silence()],
        [*[line(without_author(post(n, f"pad {n}", "gone"))) for n in range(150, 160)], cut()],
        [*some(*range(200)), ever()],
    ]
    options = options_for(kafka, topic, tmp_path)
    waits: list[float] = []
    # Only the one that falls silent: a machine that stands still for so long is silent, too.
    source = quick(api.prepare, waits)(options, lambda: 0.5 if api.connections == 4 else 20.0)
    inlet = KafkaInlet(options.settings.kafka, topic, client_id="test")
    inlet.start()
    source.start(inlet)

    def all_sent() -> bool:
        assert not source.wait_ended(0.02), source.state
        return source.figures.sent >= 200

    wait_for(all_sent, otherwise=lambda: source.figures)
    source.stop()
    done = inlet.close()
    assert (done.produced, done.delivered, done.failed) == (200, 200, 0)

    records = everything_in(kafka, topic)
    assert [json.loads(record.key())["Id"] for record in records] == [
        FIRST_ID + n for n in range(200)
    ]
    assert [record.timestamp()[1] for record in records] == [created_ms(n) for n in range(200)]
    for number, record in enumerate(records):
        tweet = decode_tweet(record.value())
        assert (tweet.id, tweet.created_at_ms) == (FIRST_ID + number, created_ms(number))
        if 150 <= number < 160:
            assert tweet.screen_name.isdigit()
            continue
        assert tweet.text == f"drum {number} #mwk"
        assert (tweet.screen_name, tweet.name) == (f"user{number % 7}", f"User{number % 7}")
        assert tweet.image_url == f"https://pbs.example/user{number % 7}_normal.jpg"
    assert source.figures.posts == 200
    assert source.figures.authors_unknown == 10
    assert 3.0 in waits


def test_the_verb_writes_and_sums_up(
    api: TwitterServer,
    kafka: dict[str, Any],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The topic is created, the budget ends it, the last line has everything."""
    topic = f"t-{secrets.token_hex(4)}"
    api.scripts = [[*[line(post(n, author=f"user{n % 3}")) for n in range(50)], ever()]]
    options = options_for(kafka, topic, tmp_path, flags={"twitter.budget_usd": 0.16})
    assert follow_twitter(options, FollowOptions(partitions=3), api.prepare) == 0
    captured = capsys.readouterr()
    assert captured.err.splitlines()[-1].startswith("mwk: The budget is spent: 24 posts cost about")
    summary = json.loads(captured.out.splitlines()[-1])
    expected = {
        "type": "summary",
        "ended": "budget",
        "posts": 24,
        "sent": 24,
        "users": 3,
        "spent_usd": 0.15,
        "budget_usd": 0.16,
        "delivered": 24,
        "failed": 0,
        "waiting": 0,
    }
    assert {key: summary[key] for key in expected} == expected
    assert TOKEN not in captured.out + captured.err
    records = everything_in(kafka, topic)
    assert len(records) == 24
    assert max(record.partition() for record in records) <= 2


def test_kafka_that_goes_away_loses_nothing(broker: Any, kafka: dict[str, Any], topic: str) -> None:
    """Messages wait for Kafka; they were paid for."""
    inlet = KafkaInlet(kafka, topic, client_id="test")
    inlet.start()

    def send(first: int, last: int) -> None:
        for n in range(first, last):
            made = status_message("drum", "monty", status_id=n + 1, created_at_ms=T0_MS + n)
            while not inlet(made):
                pass

    send(0, 50)
    broker.stop()
    send(50, 300)
    assert inlet.waiting > 0
    broker.start()
    assert inlet.close(60.0).delivered == 300
    records = everything_in(kafka, topic)
    assert [json.loads(record.key())["Id"] for record in records] == list(range(1, 301))
    assert not inlet(status_message("late", "monty", status_id=1, created_at_ms=T0_MS))


def test_what_is_lost_at_the_end_is_counted() -> None:
    """No Kafka at all: the end says how many messages did not arrive, and does not hang."""
    inlet = KafkaInlet({"bootstrap.servers": "127.0.0.1:1"}, "t", client_id="test")
    inlet.start()
    for n in range(3):
        assert inlet(status_message("drum", "monty", status_id=n, created_at_ms=T0_MS))
    with pytest.raises(ProduceError, match=r"^3 messages were not sent\. .*127\.0\.0\.1:1"):
        inlet.close(0.5)


def test_an_unfit_message_is_refused_and_the_others_go_on(
    kafka: dict[str, Any], topic: str
) -> None:
    inlet = KafkaInlet(kafka, topic, client_id="test")
    inlet.start()
    assert inlet(status_message("x" * 3_000_000, "monty", status_id=1, created_at_ms=T0_MS))
    assert inlet(status_message("drum", "monty", status_id=2, created_at_ms=T0_MS))
    with pytest.raises(ProduceError, match=r"^1 message was not sent\. A message is larger"):
        inlet.close()
    assert len(everything_in(kafka, topic)) == 1


def test_a_queue_that_is_full_refuses() -> None:
    """Without its thread, nobody takes anything out."""
    inlet = KafkaInlet({"bootstrap.servers": "127.0.0.1:1"}, "t", client_id="test")
    made = status_message("drum", "monty", status_id=1, created_at_ms=T0_MS)
    assert all(inlet(made) for _ in range(QUEUE_MESSAGES))
    threads = [threading.Thread(target=lambda: refused.append(inlet(made))) for _ in range(3)]
    refused: list[bool] = []
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert refused == [False] * 3
    with pytest.raises(ProduceError, match=r"^4,096 messages were not sent"):
        inlet.close(0.1)

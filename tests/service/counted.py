"""What a test of the service produced, and what the result topics say of it."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from mwk_desktop.units import INSTRUMENTS
from tests.service.conftest import results
from tests.support import T0_MS, status, wait_for

WINDOW_MS = 30_000


class Sent:
    """What a test produced, counted as it goes out."""

    def __init__(self) -> None:
        self.users: Counter[str] = Counter()
        self.charts: dict[int, Counter[str]] = {}
        self.seen: set[int] = set()

    def count(self, number: int, user: str, word: str, at_ms: int) -> None:
        if number in self.seen:
            return
        self.seen.add(number)
        self.users[user] += 1
        if word in INSTRUMENTS:
            window = at_ms - at_ms % WINDOW_MS
            self.charts.setdefault(window, Counter())[word] += 1


def as_json(value: Mapping[str, Any]) -> bytes:
    """A status as plain JSON."""
    return json.dumps(value).encode()


def produce(
    servers: str,
    topic: str,
    count: int,
    sent: Sent,
    *,
    first: int = 0,
    encode: Callable[[Mapping[str, Any]], bytes] = as_json,
) -> None:
    """``count`` tweets into all partitions, one in fifty of them twice."""
    from confluent_kafka import Producer

    producer = Producer(
        {"bootstrap.servers": servers, "linger.ms": 20, "queue.buffering.max.messages": 1_000_000}
    )
    rng = random.Random(first)
    words = [*INSTRUMENTS, *INSTRUMENTS[:3], "nothing"]
    for number in range(first, first + count):
        user = f"user{rng.randrange(1_000)}"
        word = rng.choice(words)
        at_ms = T0_MS + rng.randrange(10 * WINDOW_MS)
        value = encode(status(f"{word} #mwk", user, id_=number, created_ms=at_ms))
        key = json.dumps({"Id": number}).encode()
        for _ in range(2 if number % 50 == 0 else 1):
            producer.produce(topic, value, key, timestamp=at_ms)
            sent.count(number, user, word, at_ms)
        producer.poll(0)
    assert producer.flush(60) == 0


def wait_for_scenes(servers: str, windows: int, timeout_s: float) -> None:
    """Until so many windows are closed and everything before is committed."""

    def closed() -> int:
        try:
            return len({at_ms for _, at_ms, _ in results(servers, "sounds")})
        except KeyError:  # not created yet
            return 0

    wait_for(
        lambda: closed() >= windows,
        timeout_s,
        pause_s=0.5,
        otherwise=lambda: f"{closed()} of {windows} windows are closed",
    )


def final(servers: str) -> tuple[dict[str, int], dict[int, dict[str, int]]]:
    """(tweets per user, votes per window) as the result topics say last."""
    users: dict[str, int] = {}
    for key, _, value in results(servers, "users"):
        if value is None:
            users.pop(key or "", None)
            continue
        assert key == value["name"]
        users[key] = value["tweetCount"]
    charts: dict[int, dict[str, int]] = {}
    for _, at_ms, value in results(servers, "charts"):
        charts[at_ms] = {row["sound"]: row["count"] for row in value["charts"]}
    return users, charts


def check(servers: str, sent: Sent, timeout_s: float = 60.0) -> None:
    """Final users and charts are exact, whatever happened to the instances.

    A history's windows are over as soon as there is a pause, so scenes do not tell when all of it
    is through: what is exact is waited for.
    """
    users = dict(sent.users)
    charts = {window: dict(votes) for window, votes in sent.charts.items()}
    wait_for(
        lambda: final(servers) == (users, charts),
        timeout_s,
        pause_s=2.0,
        otherwise=lambda: (final(servers), users, charts),
    )

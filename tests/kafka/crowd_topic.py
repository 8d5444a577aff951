"""A crowd written into a topic, and what counting it must give."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from confluent_kafka import Producer

from mwk_desktop.records.record_types import Record
from mwk_desktop.sources.crowd_source import Crowd


def crowd_records(count: int, users: int = 500) -> list[Record]:
    """About ``count`` records of an audience with 5 % of trouble: garbage and repetitions."""
    start_ms = 1_700_000_000_000
    crowd = Crowd("burst", 200.0, users, seed=5, start_ms=start_ms, partitions=4, noise=0.05)
    return crowd.tweets_until(start_ms + count * 5)


def send_all(kafka: dict[str, Any], topic: str, records: list[Record]) -> None:
    producer = Producer({**kafka, "compression.type": "lz4", "enable.idempotence": True})
    for record in records:
        while True:
            try:
                producer.produce(topic, record.value, record.key, record.partition)
                break
            except BufferError:
                producer.poll(0.1)
        producer.poll(0)
    assert producer.flush(120) == 0


def truth(records: list[Record]) -> dict[str, Any]:
    seen: set[tuple[int, str, int]] = set()
    tweets: Counter[str] = Counter()
    duplicates = malformed = 0
    for record in records:
        try:
            status = json.loads(record.value or b"")
            status = status.get("payload", status)
            name, ident, created = status["User"]["ScreenName"], status["Id"], status["CreatedAt"]
            assert isinstance(status["Text"], str)
        except (ValueError, KeyError, AssertionError, AttributeError):
            malformed += 1
            continue
        if (ident, name, created) in seen:
            duplicates += 1
            continue
        seen.add((ident, name, created))
        tweets[name] += 1
    return {
        "tweets": sum(tweets.values()),
        "duplicates": duplicates,
        "malformed": malformed,
        "leaderboard": dict(tweets),
    }

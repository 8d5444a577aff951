"""A console that publishes, without the right to write: said, the show goes on, tried again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from confluent_kafka.admin import AclOperation

from mwk_desktop.app.workers import publish_worker
from mwk_desktop.kafka.topic_admin import RESULT_PARTITIONS, create_topic
from mwk_desktop.topics import RESULT_TOPICS
from tests.app.tapped import batch_of, feed, new_tap, rounds, worker_of
from tests.kafka.reading import read_all
from tests.kafka.rights import allow, deny


@pytest.fixture
def results(kafka: dict[str, Any]) -> Iterator[None]:
    """The result topics, which the guest may see."""
    for name in RESULT_TOPICS:
        create_topic(kafka, name, partitions=RESULT_PARTITIONS[name])
        allow(kafka, name, AclOperation.DESCRIBE, AclOperation.READ)
    yield
    for name in RESULT_TOPICS:
        deny(kafka, name)


def test_publishing_waits_for_the_right_to_write(
    guest: dict[str, Any], kafka: dict[str, Any], results: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish_worker, "AGAIN_S", 0.2)
    tap, counting = new_tap()
    worker = worker_of(tap, counting, guest)

    feed(tap, counting, batch_of([("a", "drum")]))
    words = "Results do not go out. Kafka does not let user guest write to topic charts."
    rounds(worker, tap, lambda: str(tap.problem) == words)
    for name in RESULT_TOPICS:
        allow(kafka, name, AclOperation.WRITE)

    def lines() -> dict[str, int]:
        found = [json.loads(record.value()) for record in read_all(kafka, "users")]
        # Other tests publish to this topic, too.
        return {line["name"]: line["tweetCount"] for line in found if line["name"] in "abc"}

    rounds(worker, tap, lambda: not tap.problem and lines().get("a") == 1)
    # The right goes while the show is on: it stops, says so, and begins again with everything.
    for name in RESULT_TOPICS:
        deny(kafka, name, AclOperation.WRITE)
    feed(tap, counting, batch_of([("b", "pad"), ("c", "pad")]))
    rounds(worker, tap, lambda: str(tap.problem) == words)
    for name in RESULT_TOPICS:
        allow(kafka, name, AclOperation.WRITE)
    rounds(worker, tap, lambda: not tap.problem and lines() == {"a": 1, "b": 1, "c": 1})
    worker.close()

"""Result topics of a test's own, and the consoles and sources that read them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from confluent_kafka.admin import AdminClient

from mwk_desktop.kafka.result_delivery import ResultDelivery
from mwk_desktop.kafka.topic_admin import RESULT_PARTITIONS, create_topic
from mwk_desktop.topics import RESULT_TOPICS
from tests.app.live_process import Live
from tests.support import wait_for


@pytest.fixture
def no_results(kafka: dict[str, Any]) -> Iterator[None]:
    """The result topics do not exist."""
    drop(kafka)
    yield
    drop(kafka)


def drop(kafka: dict[str, Any]) -> None:
    admin = AdminClient(kafka)
    there = [name for name in RESULT_TOPICS if name in admin.list_topics(timeout=60).topics]
    if there:
        for future in admin.delete_topics(there).values():
            future.result(30)
    wait_for(lambda: not set(RESULT_TOPICS) & set(admin.list_topics(timeout=60).topics))


def create_result_topics(kafka: dict[str, Any], partitions: int | None = None) -> None:
    for name in RESULT_TOPICS:
        create_topic(kafka, name, partitions=partitions or RESULT_PARTITIONS[name])


@pytest.fixture
def running() -> Iterator[list[Live]]:
    shows: list[Live] = []
    yield shows
    for show in shows:
        if show.process.poll() is None:
            show.process.kill()
        show.close()


def windows(show: Live) -> list[dict[str, Any]]:
    return [line for line in list(show.lines) if line["type"] == "window"]


def taker(seen: list[ResultDelivery]) -> Callable[[ResultDelivery], bool]:
    """Takes every delivery of a source."""

    def take(delivery: ResultDelivery) -> bool:
        seen.append(delivery)
        return True

    return take


def board_of(seen: list[ResultDelivery]) -> dict[str, int]:
    lines = (line for delivery in list(seen) for line in delivery.users)
    return {name: line.tweets if line else 0 for name, line, _ in lines}

"""The topic of a show's consoles: how it is created, what of it is history, where records go."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from typing import Any
from unittest.mock import Mock

import pytest
from confluent_kafka.admin import AdminClient, ConfigResource, ResourceType

from mwk_desktop.kafka import show_topic_client
from mwk_desktop.kafka.results_producer import ResultsProducer
from mwk_desktop.kafka.show_topic_client import (
    PARTITION,
    QUICKLY_COMPACTED,
    ShowTopicClient,
    ShowValue,
)
from mwk_desktop.kafka.topic_admin import create_topic
from tests.kafka.reading import read_all
from tests.support import wait_for


@pytest.fixture
def name() -> str:
    return f"show-{secrets.token_hex(4)}"


@pytest.fixture
def open_client(kafka: dict[str, Any], name: str) -> Iterator[Callable[[], ShowTopicClient]]:
    found: list[ShowTopicClient] = []

    def opened() -> ShowTopicClient:
        found.append(ShowTopicClient(kafka, name))
        return found[-1]

    yield opened
    for client in found:
        client.close()


def values(client: ShowTopicClient, count: int) -> list[tuple[bytes, bool]]:
    found: list[tuple[bytes, bool]] = []
    wait_for(lambda: found.extend(client.read(0.05)) or len(found) >= count)
    return found


def test_what_was_there_before_is_history_and_the_rest_is_news(
    kafka: dict[str, Any], name: str, open_client: Callable[[], ShowTopicClient]
) -> None:
    first = open_client()
    first.write("a", {"n": 0})  # nobody knows whether the topic is there: it is not created so
    assert first.ensure_topic()
    assert not first.has_caught_up
    wait_for(lambda: first.read(0.05) == [] and first.has_caught_up)
    for n in range(1, 4):
        first.write("a", {"n": n})
    assert values(first, 3) == [(b'{"n":%d}' % n, True) for n in range(1, 4)]
    later = open_client()
    assert values(later, 3) == [(b'{"n":%d}' % n, False) for n in range(1, 4)]
    assert later.has_caught_up
    first.write("a", {"n": 4})
    assert values(later, 1) == [(b'{"n":4}', True)]
    admin = AdminClient({"bootstrap.servers": kafka["bootstrap.servers"]})
    resource = ConfigResource(ResourceType.TOPIC, name)
    config = admin.describe_configs([resource])[resource].result(10)
    assert {key: config[key].value for key in QUICKLY_COMPACTED} == dict(QUICKLY_COMPACTED)


def test_a_topic_that_never_rests_is_caught_up_with(
    name: str, open_client: Callable[[], ShowTopicClient]
) -> None:
    """Heartbeats go on, so Kafka never tells of an end."""
    first = open_client()
    assert first.ensure_topic()
    for n in range(1_200):
        first.write("a", {"n": n})
    values(first, 1_200)
    later = open_client()
    read: list[ShowValue] = []

    def goes_on() -> bool:
        first.write("a", {"n": -1})
        read.extend(later.read(0.02))
        return later.has_caught_up

    wait_for(goes_on)
    wait_for(lambda: goes_on() and read[-1].is_news)
    news = [one.is_news for one in read]
    assert news == sorted(news)
    assert news.count(False) >= 1_200


def test_in_a_topic_of_many_partitions_all_goes_to_the_one_that_is_read(
    kafka: dict[str, Any], name: str, open_client: Callable[[], ShowTopicClient]
) -> None:
    create_topic(kafka, name, partitions=4)
    producer = ResultsProducer({**kafka, "linger.ms": 0})
    for n in range(8):
        assert producer.send(name, {"n": n}, f"key-{n}", partition=PARTITION)
    assert producer.close(10.0) == 0
    assert [value for value, _ in values(open_client(), 8)] == [b'{"n":%d}' % n for n in range(8)]
    assert {record.partition() for record in read_all(kafka, name)} == {PARTITION}


def test_a_topic_that_begins_again_holds_no_history(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broker that comes back without its disk: all that is read from there on is news."""
    offsets = [*range(11), *range(3)]
    consumer = Mock(**{"consume.return_value": [], "get_watermark_offsets.return_value": (0, 10)})
    consumer.poll.side_effect = [
        Mock(**{"error.return_value": None, "offset.return_value": n, "value.return_value": b"x"})
        for n in offsets
    ]
    monkeypatch.setattr(show_topic_client, "open_consumer", Mock(return_value=consumer))
    monkeypatch.setattr(show_topic_client, "open_producer", Mock())
    client = ShowTopicClient({}, "our-show")
    news = [one.is_news for _ in offsets for one in client.read(0.0)]
    assert news == [False] * 10 + [True] * 4

"""A group's topics on a real Kafka: its input is created again, and what it kept is damaged."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from confluent_kafka import Producer
from confluent_kafka.admin import AdminClient

from mwk_desktop.kafka.topic_admin import create_topic
from tests.service.counted import Sent, check, produce
from tests.support import wait_for


@pytest.mark.soak
@pytest.mark.timeout(300)
def test_an_input_that_is_created_again_and_a_damaged_group(
    broker: Any, clean_topic: str, streams: Callable[..., Any], tmp_path: Path
) -> None:
    servers = broker.bootstrap_servers
    kafka = {"bootstrap.servers": servers}
    group = f"mwk-streams-{secrets.token_hex(4)}"
    options = ("--topic", clean_topic, "--group", group)
    first = Sent()
    produce(servers, clean_topic, 500, first)
    instance = streams(servers, *options)
    check(servers, first)
    instance.terminate()
    assert instance.wait(60) == 0

    admin = AdminClient(kafka)
    admin.delete_topics([clean_topic])[clean_topic].result(30)
    wait_for(lambda: clean_topic not in admin.list_topics(timeout=60).topics, pause_s=0.1)
    with suppress(KeyError):  # the old one's end is in the metadata a moment longer
        create_topic(kafka, clean_topic, partitions=6)
    second = Sent()
    produce(servers, clean_topic, 300, second, first=10_000)
    instance = streams(servers, *options)
    # Charts of windows that only the first topic had stand: they were played.
    second.charts = first.charts | second.charts
    check(servers, second)
    errors = tmp_path / "streams.err"
    assert f"Topic {clean_topic} was created again: partition" in errors.read_text()

    producer = Producer(kafka)
    producer.produce(f"{group}-partials", b"garbage", b"h", partition=0)
    assert producer.flush(30) == 0
    assert instance.wait(60) == 2
    *_, last = errors.read_text().splitlines()
    assert last.startswith(f"mwk: {group}-partials[0] holds a damaged record (")
    assert "Traceback" not in errors.read_text()

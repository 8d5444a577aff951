"""The Twitter source against a server of ours, and what it wrote to Kafka."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from confluent_kafka import Consumer, TopicPartition

from mwk_desktop.app.run_options import Options
from mwk_desktop.show.settings.load import load_settings
from tests.sources.twitter_server import (
    TOKEN,
    TwitterServer,
)
from tests.support import wait_for


@pytest.fixture
def api() -> Iterator[TwitterServer]:
    server = TwitterServer()
    yield server
    server.close()


def options_for(kafka: dict[str, Any], topic: str, folder: Path, **more: Any) -> Options:
    token = more.pop("token", TOKEN)
    environ = {"MWK_TWITTER__BEARER_TOKEN": token, "MWK_CONFIG": str(folder / "mwk.toml")}
    (folder / "mwk.toml").touch()
    flags = {f"kafka.{name}": value for name, value in kafka.items()} | {"topics.input": topic}
    settings = load_settings(None, environ, flags | more.pop("flags", {}))
    given = {"json": True, "headless": True, "exit_after_s": None, "screenshot": None}
    return Options(settings=settings, state_dir=folder, **{**given, **more})


def everything_in(kafka: dict[str, Any], topic: str) -> list[Any]:
    """All records of the topic, by time."""
    consumer = Consumer({**kafka, "group.id": secrets.token_hex(4), "enable.auto.commit": False})
    try:
        metadata = consumer.list_topics(topic, timeout=60)
        parts = [TopicPartition(topic, number) for number in metadata.topics[topic].partitions]
        ends = {part: consumer.get_watermark_offsets(part, timeout=60)[1] for part in parts}
        consumer.assign([TopicPartition(topic, part.partition, 0) for part in parts])
        total, records = sum(ends.values()), []

        def all_read() -> bool:
            records.extend(r for r in consumer.consume(100, 0.5) if not r.error())
            return len(records) >= total

        wait_for(all_read)
    finally:
        consumer.close()
    return sorted(records, key=lambda record: record.timestamp()[1])

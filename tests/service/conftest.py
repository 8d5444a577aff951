"""The service's tests run it as its users do: against a real Kafka."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.kafka.topic_admin import create_topic
from tests.kafka.conftest import broker, shared_broker
from tests.support import wait_for

__all__ = ["broker", "shared_broker"]

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def streams(tmp_path: Path, request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Starts instances of the service."""

    def start(servers: str, *more: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "mwk_desktop", "streams", "--bootstrap-servers", servers]
        command += ["--state-dir", str(tmp_path / "state"), "--json", *more]
        config = tmp_path / "mwk.toml"
        config.touch()
        with (tmp_path / "streams.err").open("a") as errors:
            process = subprocess.Popen(
                command,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                text=True,
                cwd=ROOT,
                env={**os.environ, "MWK_CONFIG": str(config)},
            )

        def end() -> None:
            process.kill()
            process.wait()

        request.addfinalizer(end)
        return process

    return start


def results(servers: str, topic: str) -> list[tuple[str | None, int, Any]]:
    """Everything that is committed in a result topic: (key, timestamp_ms, value; None: gone)."""
    from confluent_kafka import Consumer, KafkaError, TopicPartition

    consumer = Consumer(
        {
            "bootstrap.servers": servers,
            "group.id": "tests",
            "isolation.level": "read_committed",
            "enable.partition.eof": True,
            "enable.auto.commit": False,
        }
    )
    found: list[tuple[str | None, int, Any]] = []
    try:
        partitions = consumer.list_topics(topic, timeout=60).topics[topic].partitions
        left = set(partitions)
        consumer.assign([TopicPartition(topic, number, 0) for number in partitions])
        while left:
            message = consumer.poll(60.0)
            assert message is not None, f"{topic}: no answer"
            error = message.error()
            if error is not None:
                assert error.code() == KafkaError._PARTITION_EOF, error
                left.discard(message.partition())
                continue
            key = message.key()
            text = key.decode() if key else None
            value = message.value()
            said = None if value is None else json.loads(value)
            found.append((text, message.timestamp()[1], said))
    finally:
        consumer.close()
    return found


@pytest.fixture
def clean_topic(broker: Any) -> str:
    """The result topics have fixed names: they are deleted, so that each test starts empty."""
    from confluent_kafka.admin import AdminClient

    admin = AdminClient({"bootstrap.servers": broker.bootstrap_servers})
    ours = ("charts", "sounds", "users", "user-message")
    there = admin.list_topics(timeout=60).topics
    gone = [name for name in there if name in ours or "mwk-streams" in name]
    for future in admin.delete_topics(gone).values() if gone else ():
        future.result(20)
    wait_for(lambda: not set(gone) & set(admin.list_topics(timeout=60).topics), pause_s=0.1)
    name = f"tweets-{secrets.token_hex(4)}"
    create_topic({"bootstrap.servers": broker.bootstrap_servers}, name, partitions=6)
    return name

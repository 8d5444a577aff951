"""The service's tests run it as its users do: in its own environment, against a real Kafka."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.kafka.conftest import _start, broker
from tests.support import not_tested

__all__ = ["broker", "shared_broker"]

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".venv-streams" / "bin" / "python"


@pytest.fixture(scope="session")
def shared_broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    started = _start(tmp_path_factory.mktemp("streams-kafka"))
    yield started
    started.stop()


@pytest.fixture
def streams(tmp_path: Path, request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Starts instances of the service."""
    if not PYTHON.exists():
        not_tested("the service has no environment yet (`make streams` makes it)")

    def start(servers: str, *more: str) -> subprocess.Popen[str]:
        command = [str(PYTHON), "-m", "mwk_desktop", "streams", "--bootstrap-servers", servers]
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
    """Everything that is committed in a result topic: (key, timestamp_ms, value)."""
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
            found.append((text, message.timestamp()[1], json.loads(message.value())))
    finally:
        consumer.close()
    return found

"""`mwk live` on values with a schema: what it says without a registry, and counts with one."""

from __future__ import annotations

import json
import secrets
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from confluent_kafka import Producer
from prometheus_client.parser import text_string_to_metric_families

from mwk_desktop.kafka.topic_admin import create_topic
from tests import framed
from tests.app.live_process import Live, kept
from tests.kafka.conftest import broker, free_port, shared_broker
from tests.schema_server import SchemaServer
from tests.support import status

__all__ = ["broker", "shared_broker"]


@pytest.mark.soak
def test_said_without_a_registry_counted_with_one_and_replayed(
    broker: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kafka = {"bootstrap.servers": broker.bootstrap_servers}
    topic = f"framed-{secrets.token_hex(4)}"
    create_topic(kafka, topic, partitions=2)
    producer = Producer(kafka)
    for number in range(40):
        encode = list(framed.KINDS.values())[number % 4]
        value = encode(status("drum #mwk", f"user{number % 5}", id_=number))
        producer.produce(topic, value, partition=number % 2)
    assert producer.flush(30) == 0

    unset = Live(kafka, topic, tmp_path / "unset")
    text = "framed by a Schema Registry: set [schema_registry] url"
    unset.wait_for(lambda health: health.get("schemas") == text)
    unset.end()
    assert unset.log.read_text("utf-8").count(text) >= 1

    registry = SchemaServer(framed.SCHEMAS)
    monkeypatch.setenv("MWK_SCHEMA_REGISTRY__URL", registry.url)
    try:
        port = free_port()
        live = Live(kafka, topic, tmp_path / "live", "--metrics", f"127.0.0.1:{port}")
        live.wait_for(lambda health: health.get("tweets") == 40 and health.get("lag") == 0)
        assert "schemas" not in live.health()
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=60) as answer:
            families = text_string_to_metric_families(answer.read().decode())
            samples = {
                (sample.name, *sample.labels.values()): sample.value
                for family in families
                for sample in family.samples
            }
        assert (samples["mwk_lag_records", "0"], samples["mwk_lag_records", "1"]) == (0, 0)
        assert (samples["mwk_engine_restarts_total",], samples["mwk_tweets_total",]) == (0, 40)
        live.end()
    finally:
        registry.close()
    monkeypatch.delenv("MWK_SCHEMA_REGISTRY__URL")
    (recording,) = (tmp_path / "live" / "recordings").glob("*.jsonl.zst")
    command = [sys.executable, "-m", "mwk_desktop", "replay", str(recording), "--topic", topic]
    command += ["--headless", "--speed", "max", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    summary: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert (summary["tweets"], summary["malformed"], summary["users"]) == (40, 0, 5)


@pytest.mark.soak
def test_what_waits_when_the_program_is_killed_counts_once_when_the_registry_is_back(
    broker: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kafka = {"bootstrap.servers": broker.bootstrap_servers}
    topic = f"framed-{secrets.token_hex(4)}"
    create_topic(kafka, topic, partitions=2)
    producer = Producer(kafka)

    def produce(first: int, count: int, *, headed: bool) -> None:
        for number in range(first, first + count):
            encode = list(framed.KINDS.values())[number % 4]
            value = encode(status("drum #mwk", f"user{number % 5}", id_=number))
            headers = None
            if headed:
                value, headers = framed.headed(value)
            producer.produce(topic, value, partition=number % 2, headers=headers)
        assert producer.flush(30) == 0

    registry = SchemaServer(framed.SCHEMAS)
    monkeypatch.setenv("MWK_SCHEMA_REGISTRY__URL", registry.url)
    registry.fails = 503
    produce(0, 400, headed=False)
    state = tmp_path / "live"
    try:
        for _ in range(2):  # the second time nothing new comes, and it still waits
            live = Live(kafka, topic, state)
            live.wait_for(lambda health: health.get("malformed") == 400 and health.get("lag") == 0)
            live.wait_for(lambda health: "400 records wait for schema" in health.get("schemas", ""))
            live.kill()
        produce(400, 400, headed=True)
        registry.fails = 0
        live = Live(kafka, topic, state)
        live.wait_for(lambda health: health.get("tweets", 0) > 0)
        live.kill()  # somewhere in between
        live = Live(kafka, topic, state)
        live.wait_for(lambda health: health.get("tweets") == 800 and health.get("lag") == 0)
        assert live.health()["malformed"] == 0
        live.wait_for(lambda health: "schemas" not in health)
        live.end()
    finally:
        registry.close()
    counting = kept(state)
    counts = counting.counts
    assert (counts.records, counts.tweets, counts.malformed, counts.users) == (800, 800, 0, 5)
    board = counting.leaderboard
    assert [each.tweets for each in board.top(5)] == [160] * 5

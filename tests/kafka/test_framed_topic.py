"""Framed records on a real broker: counted, recorded, replayed; and while the registry is away."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from confluent_kafka import Producer

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.workers.preflight import PreflightScope, kafka_findings
from mwk_desktop.kafka.schema_registry import RegistryClient, RegistryLogin, SchemaRegistry
from mwk_desktop.records.recording_writer import read_recording
from mwk_desktop.records.schema_decoding import ValueSchemas
from mwk_desktop.records.schema_types import KEY_HEADER, VALUE_HEADER, Schema, recorded_schema
from mwk_desktop.show.settings.load import load_settings
from mwk_desktop.topology.counting import Counting, CountingRules
from tests import framed as fr
from tests.schema_server import SchemaServer
from tests.support import status, wait_for


@pytest.fixture
def server() -> Iterator[SchemaServer]:
    found = SchemaServer(fr.SCHEMAS)
    yield found
    found.close()


@pytest.fixture
def schemas(server: SchemaServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[ValueSchemas]:
    monkeypatch.setattr("mwk_desktop.kafka.schema_registry.RETRY_S", 0.05)
    client = RegistryClient(RegistryLogin(server.url))
    registry = SchemaRegistry(client.fetch, wait_s=30)
    registry.start()
    yield ValueSchemas(registry)
    registry.close()
    client.close()


def produce_values(
    kafka: dict[str, Any], topic: str, values: list[bytes], *, headed: bool = False
) -> None:
    """One after the other to the first two partitions, each with a framed key; ``headed``: GUIDs in
    headers say which schemas they have."""
    producer = Producer(kafka)
    for number, value in enumerate(values):
        key, headers = fr.framed(fr.OTHER_JSON_ID, b"1"), None
        if headed:
            value, of_value = fr.headed(value)
            key, of_key = fr.headed(key, KEY_HEADER)
            headers = of_key + of_value
        producer.produce(topic, value, key, partition=number % 2, headers=headers)
    assert producer.flush(30) == 0


def some(count: int, kind: str, first: int = 0) -> list[bytes]:
    return [
        fr.KINDS[kind](status("drum", f"user{n % 5}", id_=n)) for n in range(first, first + count)
    ]


@pytest.mark.parametrize("headed", [False, True], ids=["prefix", "header"])
def test_known_schemas_go_on_and_unknown_ones_are_decoded_once_they_are_known(
    headed: bool,
    kafka: dict[str, Any],
    topic: str,
    server: SchemaServer,
    schemas: ValueSchemas,
    open_source: Callable[..., Any],
    collector: Any,
) -> None:
    produce_values(kafka, topic, some(20, "avro"), headed=headed)
    source = open_source(kafka, topic, schemas=schemas)
    wait_for(lambda: len(collector.tweets) == 20)
    assert all(collector.tweets)
    server.fails = 503
    more = some(30, "protobuf", 20) + some(10, "avro", 50)
    produce_values(kafka, topic, more, headed=headed)
    wait_for(lambda: len(collector.tweets) == 60)
    assert sum(tweet is None for tweet in collector.tweets) == 30
    problem = str(source.schema_problem)
    name = fr.guid_of(fr.PROTOBUF_ID) if headed else "8"
    assert problem == f"30 records wait for schema {name}: the registry answers 503 at {server.url}"
    offsets = dict(collector.offsets)
    server.fails = 0
    wait_for(lambda: len(collector.tweets) == 90)
    wait_for(lambda: not source.schema_problem)

    counting = Counting(CountingRules(), {}, 0)
    for delivery in collector.deliveries:
        counting.fold(delivery.batch)
    counts = counting.counts
    assert (counts.records, counts.tweets, counts.malformed, counts.users) == (60, 60, 0, 5)
    assert collector.offsets == offsets
    kept = [record for delivery in collector.deliveries for record in delivery.batch.records]
    assert len(kept) == 60  # what is read again is not recorded twice
    found = [each for delivery in collector.deliveries for each in delivery.batch.schemas]
    recorded = fr.names_of([each for one in found if (each := recorded_schema(one.value))])
    ids = (fr.AVRO_ID, fr.PROTOBUF_ID, fr.OTHER_JSON_ID)
    assert recorded == sorted((fr.guid_of(each) if headed else each for each in ids), key=str)


def run_mwk(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mwk_desktop", *arguments]
    environment = os.environ | {"MWK_UI__LANGUAGE": "en"} | variables
    return subprocess.run(
        command, capture_output=True, text=True, timeout=120, env=environment, check=False
    )


def contents_of(file: Path, topic: str) -> list[tuple[Any, ...]]:
    """Keys, values and headers of the records of a topic, in any order."""
    found = [each for each in read_recording(file) if each.topic == topic]
    return sorted((each.key, each.value, each.headers) for each in found)


def last_line(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text.strip().splitlines()[-1])
    return found


@pytest.mark.parametrize("headed", [False, True], ids=["prefix", "header"])
def test_a_recording_replays_without_the_registry(
    headed: bool, kafka: dict[str, Any], topic: str, server: SchemaServer, tmp_path: Path
) -> None:
    values = [value for n, kind in enumerate(fr.KINDS) for value in some(5, kind, 5 * n)]
    values.append(fr.framed(99, b"x"))
    produce_values(kafka, topic, values[:20], headed=headed)
    produce_values(kafka, topic, values[20:])
    servers = ("--bootstrap-servers", kafka["bootstrap.servers"], "--topic", topic)
    file = tmp_path / "framed.jsonl"
    url = {"MWK_SCHEMA_REGISTRY__URL": server.url}
    done = run_mwk("record", *servers, "-o", str(file), "--to-end", "--json", **url)
    assert done.returncode == 0, done.stderr
    assert last_line(done.stdout)["topics"] == {topic: 21}
    assert "1 record waits for schema 99: the registry does not have it" in done.stderr
    server.asked.clear()
    replay = run_mwk("replay", str(file), "--headless", "--speed", "max", "--json")
    summary = last_line(replay.stdout)
    assert (summary["tweets"], summary["votes"], summary["malformed"]) == (20, 20, 1)
    query = ("sql", "SELECT count(*) AS n FROM tweets", str(file), "--json")
    assert last_line(run_mwk(*query).stdout) == {"n": 20}
    assert not server.asked
    # Without the schemas the registry is asked, and without a registry the message says so.
    there = tmp_path / "again.jsonl"
    again = ("produce", str(file), *servers[:2], "--topic", f"{topic}-again", "--speed", "max")
    assert run_mwk(*again).returncode == 0
    same = (*servers[:2], "--topic", f"{topic}-again", "-o", str(there), "--to-end", "--json")
    assert run_mwk("record", *same, **url).returncode == 0
    assert contents_of(there, f"{topic}-again") == contents_of(file, topic)
    server.asked.clear()
    bare = tmp_path / "bare.jsonl"
    lines = [line for line in file.read_text().splitlines() if '"mwk-schemas"' not in line]
    bare.write_text("\n".join(lines) + "\n")
    asked = run_mwk("replay", str(bare), "--headless", "--speed", "max", "--json", **url)
    assert last_line(asked.stdout) == summary
    unset = run_mwk("replay", str(bare), "--headless", "--speed", "max", "--json")
    plain = 5 if headed else 0  # payloads that are plain JSON with the usual names
    assert last_line(unset.stdout)["malformed"] == 21 - plain
    assert "framed by a Schema Registry: set [schema_registry] url" in unset.stderr


@pytest.mark.parametrize("headed", [False, True], ids=["prefix", "header"])
def test_a_recording_of_another_topic_holds_its_schemas_too(
    headed: bool, kafka: dict[str, Any], topic: str, server: SchemaServer, tmp_path: Path
) -> None:
    """Result topics, for example: their values are no tweets."""
    charts = {"type": "record", "name": "Charts", "fields": [{"name": "drum", "type": "int"}]}
    server.schemas[21] = Schema(21, "AVRO", json.dumps(charts))
    headers: list[tuple[str, bytes | None]] = [(VALUE_HEADER, fr.guid_framing(21))]
    producer = Producer(kafka)
    if headed:
        producer.produce(topic, b"\x0e", headers=headers)
    else:
        producer.produce(topic, fr.framed(21, b"\x0e"))
    assert producer.flush(30) == 0
    file = tmp_path / "charts.jsonl"
    servers = ("--bootstrap-servers", kafka["bootstrap.servers"])
    url = {"MWK_SCHEMA_REGISTRY__URL": server.url}
    done = run_mwk(
        "record", "--topic", topic, *servers, "-o", str(file), "--to-end", "--json", **url
    )
    assert done.returncode == 0, done.stderr
    schemas = [recorded_schema(each.value) for each in read_recording(file)]
    assert [each.id for each in schemas if each] == [fr.guid_of(21) if headed else 21]


@pytest.mark.parametrize("headed", [False, True], ids=["prefix", "header"])
def test_check_names_the_registry_and_the_setting(
    headed: bool, kafka: dict[str, Any], topic: str, server: SchemaServer, tmp_path: Path
) -> None:
    produce_values(kafka, topic, some(2, "avro"), headed=headed)

    def findings(url: str) -> dict[str, str]:
        flags = {"topics.input": topic, "schema_registry.url": url}
        settings = replace(load_settings(None, {}, flags), kafka=kafka)
        options = Options(settings, False, True, None, None, tmp_path)
        found: dict[str, str] = {}
        for row in kafka_findings(options, PreflightScope()):
            found.setdefault(row.key, str(row.found))
        return found

    unset = findings("")
    assert "framed by a Schema Registry: set [schema_registry] url" in unset["kafka.message"]
    assert "kafka.schemas" not in unset
    right = findings(server.url)
    assert right["kafka.schemas"] == f"the registry answers at {server.url}"
    assert "old" in right["kafka.message"]
    server.fails = 500
    away = findings(server.url)
    assert away["kafka.schemas"] == f"the registry answers 500 at {server.url}"
    name = fr.guid_of(fr.AVRO_ID) if headed else "7"
    assert f"schema {name}: {away['kafka.schemas']}" in away["kafka.message"]

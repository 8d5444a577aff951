"""Result topics that another application writes with schemas, on a real broker and registry."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import fastavro
import pytest
from confluent_kafka import Producer
from google.protobuf import message_factory

from mwk_desktop.kafka.result_delivery import ResultDelivery
from mwk_desktop.kafka.results_source import ResultsSource
from mwk_desktop.kafka.schema_registry import RegistryClient, RegistryLogin, SchemaRegistry
from mwk_desktop.records.proto_files import file_descriptor, link_files
from mwk_desktop.records.schema_decoding import NO_SCHEMAS, ValueSchemas
from mwk_desktop.records.schema_types import (
    KEY_HEADER,
    VALUE_HEADER,
    Schema,
    SchemaId,
    message_indexes,
)
from tests import framed as fr
from tests.app.live_process import WINDOW_MS, Live
from tests.app.result_readers import (
    board_of,
    create_result_topics,
    no_results,
    running,
    taker,
    windows,
)
from tests.schema_server import SchemaServer
from tests.support import wait_for

__all__ = ["no_results", "running"]

SOUND = {
    "type": "record",
    "name": "Sound",
    "fields": [{"name": "sound", "type": "string"}, {"name": "count", "type": "long"}],
}


def record(name: str, /, **fields: Any) -> dict[str, Any]:
    columns = [{"name": field, "type": kind} for field, kind in fields.items()]
    return {"type": "record", "name": name, "fields": columns}


AVRO: dict[str, tuple[int, Any]] = {
    "charts": (21, record("Charts", charts={"type": "array", "items": SOUND})),
    "sounds": (22, record("Sounds", sounds={"type": "array", "items": "string"})),
    "users": (23, record("User", name="string", img_uri=["null", "string"], tweet_count="int")),
    "user-message": (24, record("Shown", Name="string", Message="string")),
    "key": (25, "string"),
}
PROTO_ID, JSON_ID = 31, 41
PROTO = """\
syntax = "proto3";
package results;
message Sound { string sound = 1; int64 count = 2; }
message Charts { repeated Sound charts = 1; }
message Sounds { repeated string sounds = 1; }
message User { string name = 1; optional string img_uri = 2; int32 tweet_count = 3; }
message Shown { string name = 1; string message = 2; }
message Key { string value = 1; }
"""
MESSAGES = {"charts": 1, "sounds": 2, "users": 3, "user-message": 4, "key": 5}
SCHEMAS: dict[SchemaId, Schema] = {
    **{number: Schema(number, "AVRO", json.dumps(schema)) for number, schema in AVRO.values()},
    PROTO_ID: Schema(PROTO_ID, "PROTOBUF", PROTO),
    JSON_ID: Schema(JSON_ID, "JSON", "{}"),
}
_pool = link_files([file_descriptor("results.proto", PROTO)])


def snake(value: Any) -> Any:
    names = {"imgUri": "img_uri", "tweetCount": "tweet_count"}
    if isinstance(value, dict):
        return {names.get(name, name): each for name, each in value.items()}
    return value


def as_avro(topic: str, value: Any) -> bytes:
    number, schema = AVRO[topic]
    content = snake(value)
    if topic == "user-message":
        content = {name.title(): each for name, each in content.items()}
    return fr.framed(number, fr.avro(fastavro.parse_schema(schema), content))


def as_protobuf(topic: str, value: Any) -> bytes:
    name = ("Charts", "Sounds", "User", "Shown", "Key")[MESSAGES[topic] - 1]
    made = message_factory.GetMessageClass(_pool.FindMessageTypeByName(f"results.{name}"))
    content = {"value": value} if topic == "key" else snake(value)
    return fr.framed(PROTO_ID, made(**content).SerializeToString(), fr.zigzags(MESSAGES[topic]))


def as_json(topic: str, value: Any) -> bytes:
    del topic
    return fr.framed(JSON_ID, json.dumps(value).encode())


KINDS: dict[str, Callable[[str, Any], bytes]] = {
    "avro": as_avro,
    "protobuf": as_protobuf,
    "json": as_json,
}


def split(value: bytes, header: str) -> tuple[bytes, list[tuple[str, bytes | None]]]:
    """A framed value as the serializers with GUIDs write it."""
    number = int.from_bytes(value[1:5], "big")
    at = message_indexes(value)[1] if number == PROTO_ID else 5
    return value[at:], [(header, fr.guid_framing(number, value[5:at]))]


class Other:
    """The application that writes results with schemas."""

    def __init__(self, kafka: dict[str, Any], kind: str, *, headed: bool) -> None:
        self._producer = Producer({**kafka, "linger.ms": 0, "enable.idempotence": True})
        self._encode = KINDS[kind]
        self._headed = headed

    def send(self, topic: str, value: Any, key: str | None = None, at_ms: int = 0) -> None:
        headers: list[tuple[str, bytes | None]] = []
        content = None if value is None else self._encode(topic, value)
        name = None if key is None else self._encode("key", key)
        if self._headed and content is not None:
            content, headers = split(content, VALUE_HEADER)
        if self._headed and name is not None:
            name, more = split(name, KEY_HEADER)
            headers += more
        self._producer.produce(topic, content, name, timestamp=at_ms, headers=headers)

    def send_some(self, at_ms: int) -> None:
        """A leaderboard, a message and a chart."""
        self.send("users", {"name": "monty", "imgUri": None, "tweetCount": 4}, "monty", at_ms)
        self.send("users", {"name": "eric", "imgUri": "https://x/y", "tweetCount": 9}, "eric")
        self.send("users", {"name": "gone", "imgUri": None, "tweetCount": 5}, "gone")
        self.send("users", None, "gone")
        self.send("user-message", {"name": "eric", "message": "pad #mwk"}, "eric", at_ms)
        rows = [{"sound": "drum", "count": 7}, {"sound": "pad", "count": 2}]
        self.send("charts", {"charts": rows}, None, at_ms)

    def flush(self) -> None:
        assert self._producer.flush(30) == 0


@pytest.fixture
def server() -> Iterator[SchemaServer]:
    found = SchemaServer(SCHEMAS)
    yield found
    found.close()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("headed", [False, True], ids=["prefix", "header"])
@pytest.mark.timeout(200)
def test_results_with_schemas_are_read_also_those_that_waited_for_the_registry(
    kind: str,
    headed: bool,
    kafka: dict[str, Any],
    server: SchemaServer,
    no_results: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("mwk_desktop.kafka.schema_registry.RETRY_S", 0.05)
    create_result_topics(kafka)
    other, plain = (
        Other(kafka, kind, headed=headed),
        Producer({**kafka, "enable.idempotence": True}),
    )
    client = RegistryClient(RegistryLogin(server.url))
    registry = SchemaRegistry(client.fetch, wait_s=30)
    registry.start()
    seen: list[ResultDelivery] = []
    source = ResultsSource(kafka, taker(seen), schemas=ValueSchemas(registry))
    needs_schema = not (headed and kind == "json")  # plain JSON, whatever its header says
    server.fails = 503
    try:
        source.start()
        shown = lambda: [each for one in list(seen) for each in one.messages]  # noqa: E731

        def reads_messages() -> bool:  # they are read from the end of the topic
            ready = json.dumps({"name": "ready", "message": "pad"})
            plain.produce("user-message", ready, "ready")
            assert plain.flush(30) == 0
            return bool(shown())

        wait_for(reads_messages, pause_s=0.2)
        other.send_some(1_700_000_000_000)
        other.flush()
        if needs_schema:
            wait_for(lambda: "records wait for schema" in str(source.schema_problem))
            assert f"the registry answers 503 at {server.url}" in str(source.schema_problem)
        for number in range(20):  # in each partition behind what waits: shown at once, and once
            value = json.dumps({"name": "later", "message": str(number)})
            plain.produce("user-message", value, f"later{number}")
        assert plain.flush(30) == 0
        later = lambda: [each[1].message for each in shown() if each[1].name == "later"]  # noqa: E731
        wait_for(lambda: len(later()) == 20)
        server.fails = 0
        wait_for(lambda: board_of(seen) == {"monty": 4, "eric": 9, "gone": 0})
        wait_for(lambda: not source.schema_problem)
        charts = lambda: [each for one in list(seen) for _, each in one.charts]  # noqa: E731
        wait_for(lambda: charts()[-1:] == [{"drum": 7, "pad": 2}])
        wait_for(lambda: any(each[0] == "eric" for each in shown()))
        (message,) = [each[1] for each in shown() if each[0] == "eric"]
        assert message.message == "pad #mwk"
        other.send("sounds", {"sounds": ["drum/drum2.flac"]}, None, 1_700_000_000_000)
        other.flush()
        scenes = lambda: [each.clips for one in list(seen) for each in one.scenes]  # noqa: E731
        wait_for(lambda: scenes() == [("drum/drum2.flac",)])
        assert sorted(later(), key=int) == list(map(str, range(20)))
        assert not sum(each.unreadable for each in list(seen))
    finally:
        assert source.stop(60.0)
        registry.close()
        client.close()


@pytest.mark.timeout(120)
def test_without_a_registry_framed_results_say_what_is_missing(
    kafka: dict[str, Any], no_results: None
) -> None:
    create_result_topics(kafka)
    other = Other(kafka, "avro", headed=True)
    other.send_some(0)
    other.flush()
    seen: list[ResultDelivery] = []
    source = ResultsSource(kafka, taker(seen), schemas=NO_SCHEMAS)
    source.start()
    text = "framed by a Schema Registry: set [schema_registry] url"
    wait_for(lambda: str(source.schema_problem) == text)
    wait_for(lambda: sum(each.unreadable for each in list(seen)) == 5)
    assert any(each.example.endswith(text) for each in list(seen))
    assert source.stop(60.0)


@pytest.mark.timeout(200)
def test_a_console_plays_results_with_schemas(
    kafka: dict[str, Any],
    server: SchemaServer,
    tmp_path: Path,
    running: list[Live],
    no_results: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    create_result_topics(kafka)
    unset = Live(kafka, "unused", tmp_path / "unset", "--from-results")
    running.append(unset)
    monkeypatch.setenv("MWK_SCHEMA_REGISTRY__URL", server.url)
    show = Live(kafka, "unused", tmp_path / "set", "--from-results")
    running.append(show)
    for each in (unset, show):
        each.wait_for(lambda health: health.get("source") == "connected")
    other = Other(kafka, "avro", headed=False)
    now_ms = int(time.time() * 1000)
    start_ms = now_ms - now_ms % WINDOW_MS
    other.send_some(start_ms + 17)
    other.flush()
    show.wait_for(lambda health: health["tweets"] == 13 and health["votes"] == 9)
    other.send("sounds", {"sounds": ["drum/drum1.ogg", "pad/pad2.ogg"]}, None, start_ms + 17)
    other.flush()
    show.wait_for(lambda _: windows(show))
    assert windows(show)[0]["votes"] == {"drum": 7, "pad": 2}
    assert windows(show)[0]["scene"] == ["drum/drum1.flac", "pad/pad2.flac"]
    assert show.health()["unreadable"] == 0
    assert "schemas" not in show.health()
    text = "framed by a Schema Registry: set [schema_registry] url"
    unset.wait_for(lambda health: health.get("schemas") == text and health["unreadable"] > 0)
    show.end()
    unset.end()
    assert text in unset.log.read_text("utf-8")

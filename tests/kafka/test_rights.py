"""A user who may see a topic and not read it, or not write: said, and never "connected"."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from confluent_kafka.admin import (
    AclBinding,
    AclBindingFilter,
    AclOperation,
    AclPermissionType,
    AdminClient,
    ResourcePatternType,
    ResourceType,
)

from mwk_desktop.cli.main import run
from mwk_desktop.kafka.connection_state import Link
from mwk_desktop.kafka.probe import probe_topic
from mwk_desktop.kafka.tweet_producer import ProduceError, TweetProducer
from tests.support import wait_for


def allow(kafka: Any, topic: str, *operations: AclOperation) -> None:
    """Let the guest do these with a topic."""
    rules = [
        AclBinding(
            ResourceType.TOPIC,
            topic,
            ResourcePatternType.LITERAL,
            "User:guest",
            "*",
            operation,
            AclPermissionType.ALLOW,
        )
        for operation in operations
    ]
    admin = AdminClient(kafka)
    for future in admin.create_acls(rules).values():
        future.result(30)
    wanted = AclBindingFilter(
        ResourceType.TOPIC,
        topic,
        ResourcePatternType.LITERAL,
        "User:guest",
        None,
        AclOperation.ANY,
        AclPermissionType.ANY,
    )

    def applied() -> bool:  # the broker hears of it a moment later
        found = {rule.operation for rule in admin.describe_acls(wanted).result(30)}
        return found >= set(operations)

    wait_for(applied)


@pytest.fixture
def guest(broker: Any) -> dict[str, Any]:
    """``[kafka]`` of the user who has no rights but those that a test gives."""
    return {
        "bootstrap.servers": f"127.0.0.1:{broker.sasl_port}",
        "security.protocol": "SASL_PLAINTEXT",
        "sasl.mechanism": "PLAIN",
        "sasl.username": "guest",
        "sasl.password": broker.sasl_password,
    }


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, guest: Any) -> None:
    """The guest's settings file, for verbs."""
    lines = [f"{json.dumps(name)} = {json.dumps(value)}" for name, value in guest.items()]
    (tmp_path / "mwk.toml").write_text("\n".join(["[kafka]", *lines, ""]), encoding="utf-8")
    monkeypatch.setenv("MWK_CONFIG", str(tmp_path / "mwk.toml"))
    monkeypatch.setenv("MWK_STATE_DIR", str(tmp_path / "state"))


def test_a_topic_that_may_be_seen_and_not_read(
    guest: Any,
    kafka: Any,
    topic: str,
    send: Any,
    collector: Any,
    open_source: Any,
    until: Any,
) -> None:
    allow(kafka, topic, AclOperation.DESCRIBE)
    send(topic, ["drum"])
    source = open_source(guest, topic)
    words = f"Kafka at {guest['bootstrap.servers']} does not let user guest use topic {topic}."
    until(lambda: str(source.state.sentence) == words)
    found = probe_topic(guest, topic)  # as `mwk check` and the connect dialog ask
    assert (found.state.link, str(found.state.sentence)) == (Link.FORBIDDEN, words)
    # The metadata, which is asked for again and again, takes nothing back; a right given does.
    until(lambda: source.lag == 1)
    assert "connected" not in collector.links
    allow(kafka, topic, AclOperation.READ)
    until(lambda: [tweet.text for tweet in collector.tweets] == ["drum"])
    until(lambda: source.state.ok)


@pytest.mark.parametrize("to_end", [True, False])
def test_recording_it_ends_at_once(
    to_end: bool,
    settings: None,
    kafka: Any,
    topic: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    allow(kafka, topic, AclOperation.DESCRIBE)
    file = tmp_path / "none.jsonl"
    more = ["--to-end"] if to_end else []
    assert run(["record", "-o", str(file), "--topic", topic, *more]) == 2
    lines = capsys.readouterr().err.splitlines()
    # A topic that is just made may be missing for a moment; "connected" it never is.
    assert not any("Connected" in line for line in lines), lines
    said, ended = lines[-2:]
    assert f"does not let user guest use topic {topic}. (Since " in said
    assert ended == f"mwk: nothing was recorded, this user may not read topic {topic}"
    assert not file.exists()


@pytest.mark.parametrize("verb", ["tweet", "crowd"])
def test_writing_without_the_right_is_one_clear_line(
    verb: str, settings: None, kafka: Any, topic: str, capsys: pytest.CaptureFixture[str]
) -> None:
    allow(kafka, topic, AclOperation.DESCRIBE)
    words = {"tweet": ["drum"], "crowd": ["--count", "3", "--rate", "100"]}[verb]
    assert run([verb, *words, "--topic", topic]) in (1, 2)
    errors = capsys.readouterr().err.splitlines()
    assert [line for line in errors if "Traceback" in line or "SystemError" in line] == []
    assert f"Kafka does not let this user write to topic {topic}." in errors[-1]


def test_a_producer_without_the_right_closes_with_the_reason(
    guest: Any, kafka: Any, topic: str
) -> None:
    allow(kafka, topic, AclOperation.DESCRIBE)
    producer = TweetProducer(guest, topic)

    def send_all() -> None:
        for number in range(3):
            producer.produce({"Id": number, "Text": "drum", "User": {"ScreenName": "a"}})
            producer.flush(10.0)
        producer.close(20.0)

    with pytest.raises(ProduceError, match=f"does not let this user write to topic {topic}"):
        send_all()


class Failing:
    """A client whose calls fail in its own code."""

    def flush(self, _timeout_s: float) -> int:
        raise SystemError("returned a result with an exception set")

    poll = flush

    def purge(self) -> None:
        pass


def test_a_client_that_fails_in_flush_is_no_traceback(kafka: Any, topic: str) -> None:
    producer = TweetProducer(kafka, topic)
    producer._producer = Failing()  # type: ignore[assignment]
    producer._produced = 1
    assert producer.flush(0.0).waiting == 1
    with pytest.raises(ProduceError, match="was not sent"):
        producer.close(0.0)

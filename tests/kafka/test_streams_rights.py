"""`mwk streams` for a user who lacks a right: one clear line, exit 2, and no traceback."""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from confluent_kafka import Consumer, Producer, TopicPartition
from confluent_kafka.admin import AclOperation, AdminClient, ResourcePatternType, ResourceType

from mwk_desktop.cli.main import run
from mwk_desktop.kafka.topic_admin import create_topic
from mwk_desktop.topics import MESSAGES_TOPIC, RESULT_TOPICS
from tests.kafka.rights import allow, allow_all, deny
from tests.support import wait_for


class Service(NamedTuple):
    """A group whose every right is given; a test takes one away."""

    topic: str
    group: str

    def run(self) -> int:
        """One instance, in this process."""
        options = ["--topic", self.topic, "--group", self.group, "--exit-after", "120"]
        return run(["streams", *options])


@pytest.fixture
def service(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, guest: Any, kafka: Any, topic: str
) -> Iterator[Service]:
    lines = [f"{json.dumps(name)} = {json.dumps(value)}" for name, value in guest.items()]
    (tmp_path / "mwk.toml").write_text("\n".join(["[kafka]", *lines, ""]), encoding="utf-8")
    monkeypatch.setenv("MWK_CONFIG", str(tmp_path / "mwk.toml"))
    monkeypatch.setenv("MWK_STATE_DIR", str(tmp_path / "state"))
    group = f"g-{secrets.token_hex(4)}"
    for name, partitions in ((f"{group}-partials", 4), (f"{group}-merge", 1)):
        create_topic(kafka, name, partitions=partitions)
    admin = AdminClient(kafka)
    there = admin.list_topics(timeout=60).topics
    for name in set(RESULT_TOPICS) - there.keys():
        create_topic(kafka, name, partitions=1)
    for name in (topic, f"{group}-partials", f"{group}-merge", *RESULT_TOPICS):
        allow_all(kafka, ResourceType.TOPIC, name)
    allow_all(kafka, ResourceType.GROUP, group, ResourcePatternType.PREFIXED)
    allow_all(kafka, ResourceType.TRANSACTIONAL_ID, group, ResourcePatternType.PREFIXED)
    yield Service(topic, group)
    for name in RESULT_TOPICS:
        deny(kafka, name)
    for gone in admin.delete_topics(list(RESULT_TOPICS)).values():
        gone.result(30)
    # The controller has decided it; the broker, whom the next test asks, hears of it later.
    wait_for(lambda: not set(RESULT_TOPICS) & set(admin.list_topics(timeout=60).topics))


@pytest.fixture
def last_line(capsys: pytest.CaptureFixture[str]) -> Callable[[], str]:
    def line() -> str:
        errors = capsys.readouterr().err
        assert "Traceback" not in errors
        return errors.splitlines()[-1]

    return line


def test_without_read_on_the_input(
    service: Service, kafka: Any, last_line: Callable[[], str]
) -> None:
    deny(kafka, service.topic)
    allow(kafka, service.topic, AclOperation.DESCRIBE)
    assert service.run() == 2
    words = f"mwk: Kafka does not let user guest read topic {service.topic}"
    assert last_line().startswith(words)


@pytest.mark.parametrize("which", ["users", "partials", "merge"])
def test_without_write_on_what_it_writes(
    which: str, service: Service, kafka: Any, last_line: Callable[[], str]
) -> None:
    name = which if which == "users" else f"{service.group}-{which}"
    deny(kafka, name)
    allow(kafka, name, AclOperation.DESCRIBE, AclOperation.READ)
    assert service.run() == 2
    assert last_line() == f"mwk: Kafka does not let user guest write to topic {name}."


def test_a_right_that_is_taken_away_while_it_counts(
    service: Service, kafka: Any, last_line: Callable[[], str]
) -> None:
    """Kafka's error does not name the topic."""
    ended = threading.Event()
    producer = Producer(kafka)
    reader = Consumer({**kafka, "group.id": secrets.token_hex(4)})
    reader.assign([TopicPartition(MESSAGES_TOPIC, 0, 0)])

    def tweet_on() -> None:
        denied, number = False, 0
        while not ended.wait(0.1):
            number += 1
            value = {"Id": number, "Text": "drum #mwk", "User": {"ScreenName": "eric"}}
            producer.produce(service.topic, json.dumps(value).encode())
            producer.flush(5)
            if not denied and reader.poll(0) is not None:  # it counts
                denied = True
                deny(kafka, MESSAGES_TOPIC)
                allow(kafka, MESSAGES_TOPIC, AclOperation.DESCRIBE)

    tweeting = threading.Thread(target=tweet_on)
    tweeting.start()
    try:
        code = service.run()
    finally:
        ended.set()
        tweeting.join()
        reader.close()
    assert code == 2
    assert last_line() == f"mwk: Kafka does not let user guest write to topic {MESSAGES_TOPIC}."


def test_without_create(service: Service, last_line: Callable[[], str]) -> None:
    other = service._replace(group=f"other-{service.group}")
    assert other.run() == 2
    assert last_line() == (
        f"mwk: This user may not create topic {other.group}-merge: "
        "ask whoever runs Kafka to create it."
    )


def test_without_the_group(service: Service, kafka: Any, last_line: Callable[[], str]) -> None:
    deny(kafka, service.group, resource=ResourceType.GROUP)
    assert service.run() == 2
    assert last_line() == (
        f"mwk: Kafka does not let user guest use the groups {service.group} and "
        f"{service.group}-merge."
    )


def test_without_transactions(service: Service, kafka: Any, last_line: Callable[[], str]) -> None:
    deny(kafka, service.group, resource=ResourceType.TRANSACTIONAL_ID)
    assert service.run() == 2
    assert last_line() == (
        "mwk: Kafka does not let user guest write transactions whose ids begin with "
        f"{service.group}."
    )

"""A user who may see a topic and not read it, or not write: said, and never "connected"."""

from __future__ import annotations

import json
import secrets
from pathlib import Path
from typing import Any

import pytest
from confluent_kafka.admin import AclOperation

from mwk_desktop.cli.main import run
from mwk_desktop.kafka import result_delivery, results_source
from mwk_desktop.kafka.connection_state import Link
from mwk_desktop.kafka.probe import probe_topic
from mwk_desktop.kafka.topic_admin import create_topic
from mwk_desktop.kafka.tweet_producer import ProduceError, TweetProducer
from mwk_desktop.topics import RESULT_TOPICS
from tests.kafka.conftest import free_port
from tests.kafka.rights import allow


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


@pytest.mark.parametrize("once", [True, False])
def test_a_query_on_it_ends_at_once(
    once: bool, settings: None, kafka: Any, topic: str, capsys: pytest.CaptureFixture[str]
) -> None:
    allow(kafka, topic, AclOperation.DESCRIBE)
    more = ["--once"] if once else []
    assert run(["sql", "--live", "instruments", "--topic", topic, *more]) == 2
    errors = capsys.readouterr().err.splitlines()
    assert errors[-1] == f"mwk: this user may not read topic {topic}"


@pytest.mark.parametrize(
    "verb", ["tweet", "crowd", "page", "twitter", "bluesky", "twitch", "produce"]
)
def test_writing_without_the_right_is_one_clear_line(
    verb: str,
    settings: None,
    kafka: Any,
    topic: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "one.jsonl"
    file.write_text('{"topic":"twitter_json","partition":0,"offset":0,"ts":1,"payload":"{}"}\n')
    monkeypatch.setenv("MWK_TWITTER__BEARER_TOKEN", "not-a-real-one")
    allow(kafka, topic, AclOperation.DESCRIBE)
    words = {
        "tweet": ["drum"],
        "crowd": ["--count", "3", "--rate", "100"],
        "page": [f"127.0.0.1:{free_port()}", "--exit-after", "1"],
        "twitter": [],
        "bluesky": [],
        "twitch": ["--channel", "nobody"],
        "produce": [str(file), "--speed", "max"],
    }[verb]
    assert run([verb, *words, "--topic", topic]) == 2
    said = capsys.readouterr()
    assert said.err == f"mwk: Kafka does not let user guest write to topic {topic}.\n"
    assert not said.out


def test_a_group_that_is_denied_is_said_and_all_is_counted(
    guest: Any,
    kafka: Any,
    topic: str,
    send: Any,
    collector: Any,
    open_source: Any,
    until: Any,
) -> None:
    allow(kafka, topic, AclOperation.DESCRIBE, AclOperation.READ)
    send(topic, ["drum"])
    source = open_source({**guest, "group.id": "not-the-guest-s"}, topic)
    until(lambda: [tweet.text for tweet in collector.tweets] == ["drum"])
    source.committed(collector.offsets)
    words = (
        "Kafka does not let user guest commit to the group: "
        "all is counted, but tools that watch the group see no lag."
    )
    until(lambda: str(source.state.remark) == words)
    assert source.state.ok


def test_results_that_may_be_seen_and_not_read(
    guest: Any, kafka: Any, monkeypatch: pytest.MonkeyPatch, until: Any
) -> None:
    names = {old: f"rights-{secrets.token_hex(4)}-{old}" for old in RESULT_TOPICS}
    for place in (results_source, result_delivery):
        for constant in ("CHARTS_TOPIC", "SOUNDS_TOPIC", "USERS_TOPIC", "MESSAGES_TOPIC"):
            if hasattr(place, constant):
                monkeypatch.setattr(place, constant, names[getattr(place, constant)])
    monkeypatch.setattr(results_source, "RESULT_TOPICS", tuple(names.values()))
    for name in names.values():
        create_topic(kafka, name, partitions=1)
        allow(kafka, name, AclOperation.DESCRIBE)
    states: list[Any] = []
    source = results_source.ResultsSource(guest, lambda _: True, on_state=states.append)
    source.start()

    def told(*missing: str) -> str:
        topics = ", ".join(sorted(names[each] for each in missing))
        return f"Kafka at {guest['bootstrap.servers']} does not let user guest use topic {topics}."

    until(lambda: str(source.state.sentence) == told(*names))
    allow(kafka, names["charts"], AclOperation.READ)
    until(lambda: str(source.state.sentence) == told("sounds", "users", "user-message"))
    links = [str(state.link) for state in states]
    assert "connected" not in links[links.index("forbidden") :]
    for name in names.values():
        allow(kafka, name, AclOperation.READ)
    until(lambda: source.state.ok)
    assert source.stop(60.0)


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

    with pytest.raises(ProduceError, match=f"does not let user guest write to topic {topic}"):
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

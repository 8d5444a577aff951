"""Each failure of a broker, in its exact words, on a real broker."""

from __future__ import annotations

import re
import signal
from typing import Any

import pytest
from confluent_kafka import TopicPartition
from confluent_kafka.admin import AdminClient

from mwk_desktop.kafka.connection_state import Link
from mwk_desktop.kafka.probe import probe_topic
from mwk_desktop.kafka.topic_admin import TopicError, create_topic
from mwk_desktop.kafka.topic_source import LostChoice
from mwk_desktop.kafka.tweet_producer import ProduceError, TweetProducer, twitter_status
from tests.kafka.conftest import free_port

CLOCK = r"\d\d:\d\d:\d\d"


def says(collector: Any, pattern: str) -> bool:
    return bool(collector.states) and bool(
        re.fullmatch(pattern, str(collector.states[-1].sentence))
    )


def tweet(number: int = 1) -> dict[str, Any]:
    return twitter_status("drum", "monty", status_id=number, created_at_ms=1_700_000_000_000)


def test_refused(collector: Any, open_source: Any, until: Any) -> None:
    servers = f"127.0.0.1:{free_port()}"
    words = f"Nothing listens at {servers}: connection refused."
    source = open_source({"bootstrap.servers": servers}, "twitter_json")
    until(lambda: says(collector, re.escape(words)))
    assert source.state.link == "refused"
    # librdkafka repeats the error many times a second; it is told once.
    since = len(collector.states)
    until(lambda: source.state.link == "refused")
    assert len(collector.states) == since == 1
    assert str(probe_topic({"bootstrap.servers": servers}, "t").state.sentence) == words
    with pytest.raises(TopicError, match=re.escape(words)):
        create_topic({"bootstrap.servers": servers}, "t", timeout_s=1.0)
    producer = TweetProducer({"bootstrap.servers": servers}, "t")
    producer.produce(tweet())
    with pytest.raises(ProduceError, match=re.escape("The message was not sent. " + words)):
        producer.close(1.0)


def test_unknown_host(collector: Any, open_source: Any, until: Any) -> None:
    properties = {"bootstrap.servers": "no-such-host.invalid:9092"}
    words = "Unknown host no-such-host.invalid: no address is known for this name."
    open_source(properties, "twitter_json")
    until(lambda: says(collector, re.escape(words)))
    assert collector.links == ["unknown host"]
    assert str(probe_topic(properties, "t").state.sentence) == words


def test_wrong_password(
    broker: Any,
    topic: str,
    collector: Any,
    open_source: Any,
    until: Any,
) -> None:
    servers = f"127.0.0.1:{broker.sasl_port}"
    wrong = {
        "bootstrap.servers": servers,
        "security.protocol": "SASL_PLAINTEXT",
        "sasl.mechanism": "PLAIN",
        "sasl.username": "mwk",
        "sasl.password": "not-the-password",
    }
    reason = "Authentication failed: Invalid username or password"
    words = f"Kafka at {servers} refused the login: {reason}."
    source = open_source(wrong, topic)
    until(lambda: says(collector, re.escape(words)))
    assert collector.links == ["login refused"]
    assert "not-the-password" not in repr(source.state)
    found = probe_topic(wrong, topic)
    assert (found.state.link, str(found.state.sentence)) == (Link.LOGIN_REFUSED, words)
    assert probe_topic({**wrong, "sasl.password": broker.sasl_password}, topic).partitions == 4


def test_a_secured_listener_without_a_login(broker: Any) -> None:
    servers = f"127.0.0.1:{broker.sasl_port}"
    found = probe_topic({"bootstrap.servers": servers}, "t", timeout_s=30.0)
    assert str(found.state.sentence) == (
        f"Kafka at {servers} closes the connection: is security.protocol right?"
    )


def test_topic_missing_then_created(
    kafka: Any, send: Any, collector: Any, open_source: Any, until: Any
) -> None:
    name, servers = "not-yet", kafka["bootstrap.servers"]
    words = f"Topic {name} does not exist yet at {servers}."
    open_source(kafka, name)
    until(lambda: says(collector, re.escape(words)))
    assert probe_topic(kafka, name).state.link == "topic missing"
    producer = TweetProducer(kafka, name)
    producer.produce(tweet())
    with pytest.raises(ProduceError, match=f"Topic {name} does not exist at {servers}"):
        producer.close()
    assert create_topic(kafka, name)
    send(name, ["drum"], (2,))
    until(lambda: len(collector.tweets) == 1)
    assert collector.links == ["topic missing", "connected"]
    assert str(collector.states[-1].sentence) == f"Connected to Kafka at {servers}, topic {name}."


def test_a_broker_that_hangs(
    broker: Any, kafka: Any, topic: str, send: Any, collector: Any, open_source: Any, until: Any
) -> None:
    servers = kafka["bootstrap.servers"]
    words = f"Kafka at {servers} does not answer since {CLOCK}\\."
    source = open_source(kafka, topic)
    until(lambda: source.state.ok and source.lag == 0)
    broker.signal(signal.SIGSTOP)
    until(lambda: says(collector, words))
    found = probe_topic(kafka, topic, timeout_s=1.0)
    assert found.state.link == "no answer"
    assert re.fullmatch(words, str(found.state.sentence))
    broker.signal(signal.SIGCONT)
    until(lambda: source.state.ok)
    send(topic, ["drum"])
    until(lambda: len(collector.tweets) == 1)
    assert collector.links == ["connected", "no answer", "connected"]


def test_stopping_does_not_wait_for_a_broker_that_hangs(
    broker: Any, kafka: Any, topic: str, open_source: Any, until: Any
) -> None:
    source = open_source(kafka, topic)
    until(lambda: source.state.ok and source.lag == 0)
    broker.signal(signal.SIGSTOP)
    source.committed({0: 0})
    assert source.stop(30.0)
    producer = TweetProducer(kafka, topic)
    producer.produce(tweet())

    def hangs() -> bool:
        producer.poll(0.1)
        return producer.state.link == "no answer"

    until(hangs)
    with pytest.raises(
        ProduceError, match=r"The message was not sent\. Kafka at .* does not answer"
    ):
        producer.close(0.1)


def test_gone_and_back(
    broker: Any, kafka: Any, topic: str, send: Any, collector: Any, open_source: Any, until: Any
) -> None:
    source = open_source(kafka, topic)
    send(topic, ["before"] * 3)
    until(lambda: len(collector.tweets) == 3)
    broker.kill()
    words = f"Lost Kafka at {kafka['bootstrap.servers']}: reconnecting since {CLOCK}\\."
    until(lambda: says(collector, words))
    broker.start()
    until(lambda: source.state.ok)
    send(topic, ["after"] * 2, (3,))
    until(lambda: len(collector.tweets) == 5)
    assert collector.links[-3:] == ["connected", "reconnecting", "connected"]
    assert collector.offsets[0] == 3


def test_history_deleted_while_nobody_looked(
    kafka: Any, topic: str, send: Any, collector: Any, open_source: Any, until: Any
) -> None:
    send(topic, [f"{n}" for n in range(10)], (0,))
    admin = AdminClient(kafka)
    [deleted] = admin.delete_records([TopicPartition(topic, 0, 7)]).values()
    deleted.result(10)
    source = open_source(kafka, topic, next_offsets={0: 4, 1: 0, 2: 0, 3: 0})
    words = (
        f"Topic {topic} no longer holds what comes next: "
        "partition 0 begins at 7, the show had read up to 4."
    )
    until(lambda: says(collector, re.escape(words)))
    assert source.state.link == "history gone"
    # The other partitions go on meanwhile.
    send(topic, ["elsewhere"], (2,))
    until(lambda: len(collector.tweets) == 1)
    source.choose(LostChoice.OLDEST)
    until(lambda: len(collector.tweets) == 4)
    assert sorted(tweet.text for tweet in collector.tweets) == ["7", "8", "9", "elsewhere"]
    assert source.state.ok
    assert collector.offsets[0] == 10


def test_history_deleted_and_skipped(
    kafka: Any, topic: str, send: Any, collector: Any, open_source: Any, until: Any
) -> None:
    send(topic, ["old"] * 3, (0,))
    words = (
        f"Topic {topic} no longer holds what comes next: partition 0 ends at 3, "
        "the show had read up to 9 (was the topic created again?)."
    )
    source = open_source(kafka, topic, next_offsets={0: 9})
    until(lambda: says(collector, re.escape(words)))
    source.choose(LostChoice.NOW)
    until(lambda: source.state.ok)
    send(topic, ["new"], (0,))
    until(lambda: collector.tweets)
    assert [tweet.text for tweet in collector.tweets] == ["new"]


@pytest.mark.parametrize("again", [3, 9])
def test_a_topic_deleted_and_created_again_during_a_show(
    kafka: Any, send: Any, collector: Any, open_source: Any, until: Any, again: int
) -> None:
    name = f"again-{again}"
    create_topic(kafka, name, partitions=2)
    send(name, ["old"] * 5, (0,))
    source = open_source(kafka, name)
    until(lambda: len(collector.tweets) == 5)
    first_id = source.topic_id
    assert first_id
    admin = AdminClient(kafka)
    admin.delete_topics([name])[name].result(10)
    until(lambda: source.state.link == "topic missing")
    create_topic(kafka, name, partitions=2)
    send(name, ["new"] * again, (0,))
    words = f"Topic {name} was created again: the show had read another one."
    until(lambda: says(collector, re.escape(words)))
    assert source.state.link == "history gone"
    assert len(collector.tweets) == 5  # nothing of the new one is taken for the old one's
    source.choose(LostChoice.OLDEST)
    until(lambda: len(collector.tweets) == 5 + again)
    assert source.state.ok
    assert source.topic_id != first_id
    until(lambda: source.lag == 0)


def test_a_topic_created_again_while_nobody_looked(
    kafka: Any, topic: str, send: Any, collector: Any, open_source: Any, until: Any
) -> None:
    send(topic, ["new"] * 9, (0,))
    another = "AAAAAAAAAAAAAAAAAAAAAQ"
    source = open_source(kafka, topic, next_offsets={0: 5}, topic_id=another)
    until(lambda: source.state.link == "history gone")
    # A kill before the answer must not make this topic the one that was read.
    assert source.topic_id == another
    source.choose(LostChoice.NOW)
    until(lambda: source.state.ok)
    until(lambda: source.topic_id != another)
    send(topic, ["newer"], (0,))
    until(lambda: collector.tweets)
    assert [tweet.text for tweet in collector.tweets] == ["newer"]


def test_the_probe_of_a_healthy_topic(kafka: Any, topic: str, send: Any, broker: Any) -> None:
    empty = probe_topic(kafka, topic)
    assert (empty.partitions, empty.records, empty.newest_ms) == (4, 0, None)
    assert empty.brokers == (broker.bootstrap_servers,)
    send(topic, ["drum"] * 5, (0, 1))
    found = probe_topic(kafka, topic)
    assert found.state.ok
    assert found.records == 5
    assert found.age_ms is not None
    assert -60_000 < found.age_ms < 60_000
    assert found.newest_problem == ""
    producer = TweetProducer(kafka, topic)
    producer.produce(b"garbage", partition=3)
    assert producer.close().delivered == 1
    assert probe_topic(kafka, topic).newest_problem == f"{topic}[3] offset 0: not JSON"

"""TLS listeners of a real broker: the right authority, a wrong one, and a login on top."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.kafka.client_settings import KafkaSettingError
from mwk_desktop.kafka.connection_state import Link
from mwk_desktop.kafka.probe import probe_topic
from mwk_desktop.kafka.tweet_producer import TweetProducer, twitter_status


def secured(broker: Any, tls: Path, **more: Any) -> dict[str, Any]:
    return {
        "bootstrap.servers": f"127.0.0.1:{broker.tls_port}",
        "security.protocol": "SSL",
        "ssl.ca.location": str(tls / "ca.pem"),
        **more,
    }


def with_login(broker: Any, tls: Path, password_file: Path) -> dict[str, Any]:
    return secured(broker, tls) | {
        "bootstrap.servers": f"127.0.0.1:{broker.tls_login_port}",
        "security.protocol": "SASL_SSL",
        "sasl.mechanism": "PLAIN",
        "sasl.username": "mwk",
        "sasl.password.file": str(password_file),
    }


def not_trusted(servers: str) -> str:
    return (
        f"No secure connection to Kafka at {servers}: its certificate is for another name, or "
        "signed by nobody whom this machine trusts (see ssl.ca.location in [kafka])."
    )


def test_what_is_sent_over_tls_is_read_over_tls_with_a_login(
    broker: Any,
    tls: Path,
    topic: str,
    tmp_path: Path,
    collector: Any,
    open_source: Any,
    until: Any,
) -> None:
    password = tmp_path / "password"
    password.write_text(broker.sasl_password + "\n")
    properties = with_login(broker, tls, password)
    open_source(properties, topic)
    until(lambda: collector.links and collector.links[-1] == "connected")
    producer = TweetProducer(secured(broker, tls), topic)
    for number in range(20):
        producer.produce(twitter_status("drum", "monty", status_id=number, created_at_ms=1))
    assert producer.close(30).delivered == 20
    until(lambda: len(collector.tweets) == 20)
    found = probe_topic(properties, topic)
    assert (found.state.link, found.partitions) == (Link.CONNECTED, 4)


def test_a_wrong_password_over_tls(broker: Any, tls: Path, tmp_path: Path) -> None:
    password = tmp_path / "password"
    password.write_text("not-the-password")
    found = probe_topic(with_login(broker, tls, password), "t")
    assert str(found.state.sentence) == (
        f"Kafka at 127.0.0.1:{broker.tls_login_port} refused the login: "
        "Authentication failed: Invalid username or password."
    )
    assert "not-the-password" not in repr(found)


def test_an_authority_that_is_not_known(
    broker: Any, tls: Path, topic: str, collector: Any, open_source: Any, until: Any
) -> None:
    wrong = secured(broker, tls, **{"ssl.ca.location": str(tls / "stranger.pem")})
    words = not_trusted(f"127.0.0.1:{broker.tls_port}")
    open_source(wrong, topic)
    until(lambda: collector.states and str(collector.states[-1].sentence) == words)
    assert collector.links == ["tls failed"]
    found = probe_topic(wrong, topic)
    assert (found.state.link, str(found.state.sentence)) == (Link.TLS_FAILED, words)


def test_a_listener_without_tls(broker: Any, tls: Path) -> None:
    servers = broker.bootstrap_servers
    found = probe_topic(secured(broker, tls) | {"bootstrap.servers": servers}, "t")
    assert (found.state.link, str(found.state.sentence)) == (
        Link.TLS_FAILED,
        f"No secure connection to Kafka at {servers}: it does not speak TLS there: "
        "is security.protocol right?",
    )


def test_a_name_that_is_not_in_the_certificate(broker: Any, tls: Path) -> None:
    servers = f"localhost:{broker.tls_port}"
    found = probe_topic(secured(broker, tls) | {"bootstrap.servers": servers}, "t")
    assert (found.state.link, str(found.state.sentence)) == (Link.TLS_FAILED, not_trusted(servers))


@pytest.mark.parametrize("content", ["", "no certificate"])
def test_a_file_that_holds_no_authority(tmp_path: Path, content: str) -> None:
    path = tmp_path / "ca.pem"
    path.write_text(content)
    wrong = {"security.protocol": "SSL", "ssl.ca.location": str(path)}
    words = re.escape("[kafka] ssl.ca.location: no certificate or crl found")
    with pytest.raises(KafkaSettingError, match=words):
        probe_topic(wrong, "t")

"""Settings, start positions and the offset tracker: what needs no broker."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.kafka.client_settings import (
    KafkaSettingError,
    admin_config,
    consumer_config,
    producer_config,
    redacted,
    servers_of,
)
from mwk_desktop.kafka.clients import open_consumer, open_producer
from mwk_desktop.kafka.group_commit import GroupCommit
from mwk_desktop.kafka.offset_tracker import OffsetTracker, RebuildProgress
from mwk_desktop.topics import DEFAULT_SERVERS


def test_what_is_passed_through_wins() -> None:
    given: dict[str, Any] = {"fetch.wait.max.ms": "100", "sasl.mechanism": "PLAIN", "linger.ms": 50}
    config = consumer_config(given, client_id="mwk")
    assert config["fetch.wait.max.ms"] == "100"
    assert config["sasl.mechanism"] == "PLAIN"
    assert config["enable.auto.commit"] is False
    assert config["auto.offset.reset"] == "error"
    assert "linger.ms" not in config  # librdkafka would complain of a producer's property
    produce = producer_config(given, client_id="mwk")
    assert produce["linger.ms"] == 50
    assert "fetch.wait.max.ms" not in produce
    assert produce["compression.type"] == "lz4"
    assert set(admin_config(given, client_id="mwk")) & {"linger.ms", "fetch.wait.max.ms"} == set()


@pytest.mark.parametrize(
    ("properties", "words"),
    [
        ({"no.such": "1"}, "[kafka] no.such: no such property (librdkafka's names are meant)"),
        (
            {"security.protocol": "x"},
            '[kafka] Invalid value "x" for configuration property "security.protocol"',
        ),
        (
            {"enable.auto.commit": "true"},
            "[kafka] enable.auto.commit belongs to the show: "
            "offsets are committed together with the counts",
        ),
        (
            {"check.crcs": True},
            "[kafka] check.crcs belongs to the show: with it one damaged batch can end the "
            "program; without it such a batch is passed by",
        ),
        ({"error_cb": "1"}, "[kafka] error_cb: no such property"),
        ({"sasl.password.file": "/no/such"}, "[kafka] sasl.password.file: /no/such: No such file"),
        (
            {"client.id": ["a"]},
            "[kafka] client.id must be a text, a number, true or false, not list",
        ),
        ({"socket.timeout.ms": "-5"}, "[kafka] Configuration property"),
    ],
)
def test_what_is_refused_is_named(properties: Any, words: str) -> None:
    for open_client in (open_consumer, open_producer):
        with pytest.raises(KafkaSettingError) as caught:
            open_client(properties, client_id="mwk")
        assert str(caught.value).startswith(words)
        assert "\n" not in str(caught.value)


def test_settings_of_the_show_may_be_repeated() -> None:
    consumer_config({"enable.auto.commit": "false", "auto.offset.reset": "error"}, client_id="x")


def test_secrets(tmp_path: Path) -> None:
    secret = tmp_path / "password"
    secret.write_text("hunter2 \n")
    given = {"sasl.password.file": str(secret), "sasl.username": "mwk"}
    assert consumer_config(given, client_id="x")["sasl.password"] == "hunter2 "
    assert redacted(given)["sasl.password.file"] == str(secret)
    shown = redacted(
        {
            "sasl.password": "hunter2",
            "ssl.key.password": "hunter2",
            "ssl.key.pem": "hunter2",
            "sasl.oauthbearer.client.secret": "hunter2",
            "sasl.oauthbearer.config": "hunter2",
            "sasl.username": "mwk",
        }
    )
    assert "hunter2" not in str(shown)
    assert shown["sasl.username"] == "mwk"


def test_servers() -> None:
    assert servers_of({}) == DEFAULT_SERVERS
    assert servers_of({"bootstrap.servers": "a:1,b:2"}) == "a:1,b:2"
    assert servers_of({"metadata.broker.list": "c:3"}) == "c:3"


def test_the_ledger() -> None:
    ledger = OffsetTracker({0: 10})
    ledger.begin({0: 10, 1: 0}, {0: 30, 1: 5})
    assert ledger.lag == 25
    assert ledger.progress == RebuildProgress(0, 25)
    ledger.next.update({0: 20, 1: 5})
    assert ledger.lag == 10
    assert ledger.progress == RebuildProgress(15, 25)
    ledger.commit({0: 15})  # what was handed over but not committed is behind, too
    assert ledger.lag == 20
    ledger.commit({0: 20, 1: 5})
    ledger.heard_end(0, 40)
    ledger.heard_end(0, 35)
    assert ledger.lag == 20
    ledger.begin({2: 0}, {2: 3})  # a partition that was added: lag, but no part of the rebuild
    assert ledger.lag == 23 == sum(ledger.lags.values())
    ledger.next.update({0: 40, 2: 3})
    assert ledger.progress == RebuildProgress(25, 25)
    assert ledger.progress.caught_up


def test_an_empty_ledger_is_caught_up() -> None:
    assert OffsetTracker({}).progress.caught_up
    assert OffsetTracker({}).lag == 0


class SlowOffsets(Mapping[int, int]):
    """Offsets of partition 1; while they are read, another thread may do something."""

    def __init__(self, meanwhile: Callable[[], None]) -> None:
        self._meanwhile = meanwhile

    def __getitem__(self, partition: int) -> int:
        return 7

    def __iter__(self) -> Iterator[int]:
        self._meanwhile()
        yield 1

    def __len__(self) -> int:
        return 1


def test_what_is_noted_while_a_commit_begins_is_neither_lost_nor_repeated() -> None:
    """The store's thread notes, the source's sends."""
    group = GroupCommit("t", {})
    sent: list[dict[int, int]] = []
    done = threading.Event()

    class Broker:
        def commit(self, offsets: Any, asynchronous: bool) -> None:
            sent.append({each.partition: each.offset for each in offsets})

    broker: Any = Broker()

    def send() -> None:
        group.send(broker, up=True)
        done.set()

    def meanwhile() -> None:
        sending.start()
        done.wait(0.2)  # it waits for its turn, or has come between

    sending = threading.Thread(target=send)
    group.note({0: 3})
    group.note(SlowOffsets(meanwhile))
    sending.join()
    group.under_way = False
    group.send(broker, up=True)
    assert sent == [{0: 3, 1: 7}]

"""A real broker for the tests of this folder: once a session, restarted where it was hurt."""

from __future__ import annotations

import fcntl
import importlib.util
import secrets
import shutil
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from mwk_desktop.kafka.connection import ConnectionTracker
from tests.kafka import certificates, session_broker
from tests.support import not_tested, wait_for

REPO = Path(__file__).resolve().parents[2]


def _broker_module() -> ModuleType:
    path = REPO / "packaging" / "kafka" / "broker.py"
    spec = importlib.util.spec_from_file_location("mwk_broker", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["mwk_broker"] = module
    spec.loader.exec_module(module)
    return module


broker_module = _broker_module()


PORTS = range(20_000, 32_000)
"""The system gives none of these to whoever asks for any: not to another worker's server, nor to a
client, while a broker that owns some of them is away."""

_given_ports: set[int] = set()


def free_port() -> int:
    """A port that is free, stays so, and was not given before."""
    while True:
        port = secrets.choice(PORTS)  # the examples of a test set the seed of ``random``
        if port in _given_ports:
            continue
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        _given_ports.add(port)
        return port


def _missing() -> str:
    try:
        broker_module.find_java()
        broker_module.jars_folder()
    except broker_module.BrokerError as error:
        return str(error)
    return ""


def _start(folder: Path) -> Any:
    missing = _missing()
    if missing:
        not_tested(f"there is no real Kafka: {missing}")
    broker = broker_module.Broker(
        folder,
        free_port(),
        controller_port=free_port(),
        sasl_port=free_port(),
        sasl_password=secrets.token_urlsafe(12),
        heap_mb=384,
        nice=5,
        # It is started again and again and never busy for long: Java's quick compiler alone needs
        # half the time.
        java_options=("-XX:TieredStopAtLevel=1",),
    )
    if shutil.which("openssl"):
        certificates.make(folder / "tls")
        broker.tls_port, broker.tls_login_port = free_port(), free_port()
        certificates.add_listeners(broker, folder / "tls", broker.tls_port, broker.tls_login_port)
    add_a_guest(broker)
    add_a_relay(broker)
    with (broker_module.jars_folder() / "classes.lock").open("w") as lock:
        # It is started some thirty times: from the second start on in half the time.
        fcntl.flock(lock, fcntl.LOCK_EX)
        broker.start()
        if not broker_module.class_archive().is_file():
            broker.stop(broker_module.START_TIMEOUT_S)
    broker.start()
    return broker


def add_a_guest(broker: Any) -> None:
    """Rights are asked: everybody may do everything, but for the user ``guest``."""
    name = "listener.name.sasl.plain.sasl.jaas.config"
    login = broker.server_properties()[name].rstrip(";")
    broker.properties |= {
        "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
        "super.users": "User:ANONYMOUS;User:mwk",
        name: f'{login} user_guest="{broker.sasl_password}";',
    }


def add_a_relay(broker: Any) -> None:
    """Clients of one more listener are sent to a port where a test may relay, or cut, them."""
    broker.relay_port, broker.relayed_port = free_port(), free_port()
    known = broker.server_properties() | broker.properties
    listeners, advertised = known["listeners"], known["advertised.listeners"]
    broker.properties |= {
        "listeners": f"{listeners},RELAYED://127.0.0.1:{broker.relayed_port}",
        "advertised.listeners": f"{advertised},RELAYED://127.0.0.1:{broker.relay_port}",
        "listener.security.protocol.map": (
            f"{known['listener.security.protocol.map']},RELAYED:PLAINTEXT"
        ),
    }


@pytest.fixture(scope="session")
def shared_broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    yield session_broker.get_or_start(_start, lambda: tmp_path_factory.mktemp("kafka"))
    session_broker.stop()


@pytest.fixture
def broker(shared_broker: Any) -> Iterator[Any]:
    """The session's broker, up and answering before and after the test, whatever the test does."""
    shared_broker.start()
    yield shared_broker
    shared_broker.signal(signal.SIGCONT)
    shared_broker.start()


@pytest.fixture
def kafka(broker: Any) -> dict[str, Any]:
    """``[kafka]`` for the broker."""
    return {"bootstrap.servers": broker.bootstrap_servers}


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
def tls(broker: Any) -> Path:
    """Folder of the certificates that the broker's TLS listeners use."""
    if not hasattr(broker, "tls_port"):
        not_tested("there is no openssl to make certificates with (apt-get install openssl)")
    folder: Path = broker.folder / "tls"
    return folder


@pytest.fixture
def topic(broker: Any, kafka: dict[str, Any]) -> str:
    """A new topic of four partitions."""
    from mwk_desktop.kafka.topic_admin import create_topic

    name = f"t-{secrets.token_hex(4)}"
    create_topic(kafka, name, partitions=4)
    return name


@pytest.fixture
def link() -> ConnectionTracker:
    """A connection that nothing is known of yet, at time 1000."""
    return ConnectionTracker("h:1", "tweets", 1000, time_text=lambda t_ms: f"<{t_ms}>")


@pytest.fixture
def until() -> Callable[..., None]:
    return wait_for


class Collector:
    """Takes deliveries on the source's thread; ``room`` False refuses them."""

    def __init__(self) -> None:
        self.room = True
        self.deliveries: list[Any] = []
        self.states: list[Any] = []
        self.offered = 0

    def __call__(self, delivery: Any) -> bool:
        self.offered += 1
        if self.room:
            self.deliveries.append(delivery)
        return self.room

    @property
    def tweets(self) -> list[Any]:
        return [tweet for delivery in self.deliveries for tweet in delivery.batch.tweets]

    @property
    def offsets(self) -> dict[int, int]:
        result: dict[int, int] = {}
        for delivery in list(self.deliveries):
            result.update(delivery.next_offsets)
        return result

    @property
    def links(self) -> list[str]:
        return [str(state.link) for state in self.states]


@pytest.fixture
def collector() -> Collector:
    return Collector()


@pytest.fixture
def open_source(collector: Collector) -> Iterator[Callable[..., Any]]:
    """Start sources that deliver to ``collector``; all are stopped after the test."""
    from mwk_desktop.kafka.topic_source import KafkaSource

    sources: list[Any] = []

    def start(properties: dict[str, Any], topic: str, **more: Any) -> Any:
        source = KafkaSource(properties, topic, collector, on_state=collector.states.append, **more)
        source.start()
        sources.append(source)
        return source

    yield start
    ended = [source.stop(60.0) for source in sources]
    assert all(ended)


@pytest.fixture
def send(kafka: dict[str, Any]) -> Callable[..., None]:
    """Produce texts as tweets of one user each, spread over the partitions given."""
    import msgspec
    from confluent_kafka import Producer

    def send_texts(topic: str, texts: list[str], partitions: tuple[int, ...] = (0,)) -> None:
        # Idempotent: what is sent again to a broker that has just started is there once.
        producer = Producer({**kafka, "linger.ms": 0, "enable.idempotence": True})
        refused: list[Any] = []

        def delivered(error: Any, _: Any) -> None:
            if error is not None:
                refused.append(error)

        for number, text in enumerate(texts):
            value = {"Id": number, "Text": text, "User": {"ScreenName": f"user{number % 7}"}}
            producer.produce(
                topic,
                msgspec.json.encode(value),
                partition=partitions[number % len(partitions)],
                on_delivery=delivered,
            )
        assert producer.flush(30) == 0
        assert not refused

    return send_texts

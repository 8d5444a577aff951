"""The registry's client against a server that speaks its REST calls."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mwk_desktop.kafka.schema_registry import (
    DirectSchemas,
    RegistryClient,
    RegistryError,
    RegistryLogin,
    SchemaRegistry,
)
from mwk_desktop.messages import Message, message
from mwk_desktop.records.schema_types import Schema
from tests import framed as fr
from tests.kafka import certificates
from tests.schema_server import SchemaServer
from tests.support import needed, wait_for

Serve = Callable[..., SchemaServer]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Start servers; all are closed after the test."""
    servers: list[SchemaServer] = []

    def start(**more: object) -> SchemaServer:
        servers.append(SchemaServer(fr.SCHEMAS, **more))  # type: ignore[arg-type]
        return servers[-1]

    yield start
    for each in servers:
        each.close()


def client(server: SchemaServer, **more: str) -> RegistryClient:
    return RegistryClient(RegistryLogin(server.url + "/", timeout_s=20, **more))  # type: ignore[arg-type]


def refusal(what: RegistryClient, schema_id: int = fr.AVRO_ID) -> RegistryError:
    with pytest.raises(RegistryError) as error:
        what.fetch(schema_id)
    return error.value


@pytest.mark.parametrize("schema_id", fr.SCHEMAS)
def test_schemas_come_with_what_they_refer_to(serve: Serve, schema_id: int) -> None:
    server = serve()
    assert client(server).fetch(schema_id) == fr.SCHEMAS[schema_id]
    assert server.asked[0] == f"/schemas/ids/{schema_id}?fetchMaxId=false"


def test_a_number_that_is_not_there_and_other_answers(serve: Serve) -> None:
    server = serve()
    assert refusal(client(server), 99).missing
    server.fails = 500
    error = refusal(client(server))
    assert not error.missing
    assert str(error) == f"the registry answers 500 at {server.url}"
    server.fails = 0
    server.schemas[5] = Schema(5, "XML", "<a/>")  # type: ignore[arg-type]
    assert "of a kind that is not read: XML" in str(refusal(client(server), 5))


def test_the_login_is_sent_and_its_refusal_said_without_it(serve: Serve) -> None:
    server = serve(login="mwk:s3cret")
    assert client(server, username="mwk", password="s3cret").fetch(fr.JSON_ID)
    error = refusal(client(server, username="mwk", password="wrong"))
    assert str(error) == f"the registry refuses the login: {server.url}"
    assert "wrong" not in repr(RegistryLogin("", "mwk", "wrong"))


def test_a_login_within_the_address_is_used_and_never_said(serve: Serve) -> None:
    server = serve(login="mwk:s3c/ret")
    there = server.url.replace("//", "//mwk:s3c%2Fret@")
    assert RegistryClient(RegistryLogin(there)).fetch(fr.JSON_ID)
    server.fails = 500
    found = RegistryClient(RegistryLogin(there))
    assert (str(refusal(found)), found.url) == (
        f"the registry answers 500 at {server.url}",
        server.url,
    )


def test_tls_by_a_certificate_of_ones_own(serve: Serve, tmp_path: Path) -> None:
    needed("openssl", "openssl")
    certificates.make(tmp_path)
    server = serve(certificate=tmp_path / "server.pem")
    assert client(server, ca=str(tmp_path / "ca.pem")).fetch(fr.AVRO_ID)
    for ca in ("", str(tmp_path / "stranger.pem")):
        assert "its certificate is not trusted" in str(refusal(client(server, ca=ca)))
    missing = refusal(client(server, ca=str(tmp_path / "none.pem")))
    assert "no registry at" in str(missing)


def test_a_registry_that_is_away_is_named(serve: Serve) -> None:
    server = serve()
    server.close()
    try:
        assert f"no registry at {server.url}: " in str(refusal(client(server)))
    finally:
        server.close = lambda: None  # type: ignore[method-assign]


def test_references_in_a_circle_end(serve: Serve) -> None:
    server = serve()
    circle = {"references": [{"name": "a", "subject": "a", "version": 1}], "schema": "{}"}
    server.answer = lambda *_: (200, circle)  # type: ignore[method-assign]
    assert [each.name for each in client(server).fetch(1).references] == ["a"]
    server.answer = lambda *_: (200, ["no object"])  # type: ignore[method-assign]
    assert "answers 200" in str(refusal(client(server)))


class HeldRegistry:
    """A registry that answers when it is told to."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.known: dict[int, Schema] = {}
        self.away: Message | None = None
        self.go = threading.Event()

    def fetch(self, schema_id: int) -> Schema:
        self.asked.append(schema_id)
        assert self.go.wait(60)
        if self.away is not None:
            raise RegistryError(self.away)
        if schema_id not in self.known:
            raise RegistryError(message("none"), missing=True)
        return self.known[schema_id]


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> HeldRegistry:
    for name in ("RETRY_S", "LONGEST_RETRY_S", "NOT_FOUND_RETRY_S"):
        monkeypatch.setattr(f"mwk_desktop.kafka.schema_registry.{name}", 0.01)
    return HeldRegistry()


@pytest.fixture
def registry(held: HeldRegistry) -> Iterator[SchemaRegistry]:
    found = SchemaRegistry(held.fetch, wait_s=30)
    found.start()
    yield found
    held.go.set()
    found.close()


def test_the_first_one_who_asks_waits_for_the_answer(
    held: HeldRegistry, registry: SchemaRegistry
) -> None:
    held.known, schema = dict(fr.SCHEMAS), fr.SCHEMAS[fr.AVRO_ID]
    held.go.set()
    assert registry.find(fr.AVRO_ID) == schema
    assert registry.known(fr.AVRO_ID) == schema
    assert registry.find(fr.AVRO_ID) == schema
    assert held.asked == [fr.AVRO_ID]


def test_away_known_ones_go_on_and_nobody_waits_twice(
    held: HeldRegistry, registry: SchemaRegistry
) -> None:
    held.known = dict(fr.SCHEMAS)
    held.go.set()
    known = registry.find(fr.AVRO_ID)
    held.away = message("away")
    assert registry.find(fr.JSON_ID) == message("away")
    assert registry.problem == message("away")
    held.go.clear()  # it hangs: whoever asks is told at once
    assert registry.find(fr.AVRO_ID) == known
    for unknown in (fr.JSON_ID, fr.PROTOBUF_ID):
        assert isinstance(registry.find(unknown), Message)
    held.away = None
    held.go.set()
    wait_for(lambda: registry.known(fr.PROTOBUF_ID) is not None)
    wait_for(lambda: registry.known(fr.JSON_ID) is not None)
    assert not registry.problem


def test_a_number_without_a_schema_is_asked_again(
    held: HeldRegistry, registry: SchemaRegistry
) -> None:
    held.go.set()
    assert registry.find(fr.JSON_ID) == message("none")
    assert not registry.problem
    held.known = dict(fr.SCHEMAS)
    wait_for(lambda: registry.known(fr.JSON_ID) is not None)


def test_garbage_fills_no_memory(held: HeldRegistry, registry: SchemaRegistry) -> None:
    held.go.set()
    for schema_id in range(100, 3_000):
        registry.find(schema_id)
    assert registry.waited_for <= 1_000


def test_a_recording_asks_once_and_not_at_all_while_the_registry_is_away() -> None:
    held = HeldRegistry()
    held.go.set()
    held.known = dict(fr.SCHEMAS)
    direct = DirectSchemas(held.fetch)
    assert [direct.find(fr.JSON_ID), direct.find(fr.JSON_ID)] == [fr.SCHEMAS[fr.JSON_ID]] * 2
    assert direct.find(99) == direct.find(99) == message("none")
    held.away = message("away")
    assert direct.find(fr.AVRO_ID) == direct.find(fr.PROTOBUF_ID) == message("away")
    assert held.asked == [fr.JSON_ID, 99, fr.AVRO_ID]
    assert direct.known(fr.JSON_ID) is not None
    assert direct.known(99) is None

"""OSC: addresses, state, floods and garbage, clients on UDP and TCP."""

from __future__ import annotations

import contextlib
import errno
import json
import random
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythonosc.osc_packet import OscPacket

from mwk_desktop.controls.osc.open_stage_control import layout
from mwk_desktop.controls.osc.osc_addresses import address_of, read_packet
from mwk_desktop.controls.osc.osc_server import (
    MOST_ACTIONS,
    MOST_CLIENTS,
    OscError,
    OscOptions,
    OscServer,
)
from mwk_desktop.controls.osc.osc_state import packets_of, show_values
from mwk_desktop.controls.osc.slip import SlipReader, slip_frame
from mwk_desktop.show import commands as ask
from mwk_desktop.show.action_kinds import UNLOCKED, ConsoleState
from mwk_desktop.show.action_sender import remote_sender
from mwk_desktop.show.actions import ACTIONS
from tests.controls.osc_bytes import osc
from tests.controls.stands import AnsweringShow, still_snapshot
from tests.support import wait_for

PEER = ("127.0.0.1", 5555)


def values_in(data: bytes) -> dict[str, Any]:
    return {
        timed.message.address: timed.message.params[0] if timed.message.params else None
        for timed in OscPacket(data).messages
    }


class OscBench:
    """A server in front of an answering show; the test makes its steps."""

    def __init__(self, **options: Any) -> None:
        self.show = AnsweringShow()
        link = self.show.link
        self.server = OscServer(
            OscOptions(port=0, **options),
            remote_sender(self.show, link),
            lambda: (self.show.snapshot(), link.state),
        )
        self.sockets: list[socket.socket] = []

    def send(self, address: str, *values: Any, peer: tuple[str, int] = PEER) -> list[Any]:
        self.server.handle_packet(osc(address, *values), peer)
        self.server.step()
        return self.show.taken()

    def client(self) -> Client:
        self.sockets.append(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        return Client(self.sockets[-1], self.server)

    def close(self) -> None:
        for each in self.sockets:
            each.close()
        self.server.close()


class Client:
    """An OSC program on UDP that keeps the newest value of each address."""

    def __init__(self, udp: socket.socket, server: OscServer) -> None:
        self._udp = udp
        self._udp.bind(("127.0.0.1", 0))
        self._udp.setblocking(False)
        self._server = server
        self.values: dict[str, Any] = {}

    def send(self, address: str, *values: Any) -> None:
        self._udp.sendto(osc(address, *values), ("127.0.0.1", self._server.port))

    def read(self) -> dict[str, Any]:
        self._server.step()
        while True:
            try:
                self.values |= values_in(self._udp.recv(65_536))
            except BlockingIOError:
                return self.values


@pytest.fixture
def osc_bench() -> Iterator[OscBench]:
    bench = OscBench()
    yield bench
    bench.close()


def test_every_action_has_its_address(osc_bench: OscBench) -> None:
    assert address_of("strip.3.fader") == "/mwk/strip/3/fader"
    for name in ACTIONS:
        assert read_packet(osc(address_of(name), "x")) is None or ACTIONS[name].kind == "choice"


def test_messages_are_actions(osc_bench: OscBench) -> None:
    send = osc_bench.send
    assert send("/mwk/strip/1/fader", 0.8) == [ask.SetGain("drum", 1.0)]
    assert send("/mwk/strip/2/mute", 1) == [ask.SetMute("heavy_bass", True)]
    assert send("/mwk/strip/2/mute") == [ask.SetMute("heavy_bass", False)]
    assert send("/mwk/strip/2/mute", 1.0) == [ask.SetMute("heavy_bass", True)]
    assert send("/mwk/strip/1/mode", "on") == [ask.SetMode("drum", ask.Mode.ON)]
    assert send("/mwk/show/panic", 1) == [ask.Panic()]
    assert send("/mwk/show/panic", 0) == [], "a released button"
    assert send("/mwk/message/hide", 7) == [ask.HideMessage(7)]


@pytest.mark.parametrize(
    ("address", "values"),
    [
        ("/mwk/strip/9/fader", [0.5]),
        ("/strip/1/fader", [0.5]),
        ("/mwk/strip/1/fader", ["loud"]),
        ("/mwk/strip/1/fader", []),
        ("/mwk/strip/1/fader", [float("nan")]),
        ("/mwk/strip/1/fader", [0.5, 0.6]),
        ("/mwk/strip/1/mute", [0.5]),
        ("/mwk/strip/1/mode", [1]),
        ("/mwk/strip/*/mute", [1]),
        ("/mwk/subscribe", [70_000]),
        ("/mwk/subscribe", ["9000"]),
    ],
)
def test_what_is_not_valid_changes_nothing(
    osc_bench: OscBench, address: str, values: list[Any]
) -> None:
    assert osc_bench.send(address, *values) == []
    assert osc_bench.server.counts.refused == 1
    assert osc_bench.server.clients == ()


@pytest.mark.parametrize("packets", [10_000, pytest.param(100_000, marks=pytest.mark.soak)])
def test_random_packets_change_nothing(osc_bench: OscBench, packets: int) -> None:
    """Random bytes, and valid packets with random bytes changed, cut or repeated."""
    rng = random.Random(19)
    good = [osc("/mwk/strip/1/fader", 0.5), osc("/mwk/show/panic"), osc("/mwk/strip/1/mode", "on")]
    good += list(packets_of(show_values(still_snapshot(), UNLOCKED)))
    asked = 0
    for number in range(packets):
        if number % 2:
            data = rng.randbytes(rng.randrange(64))
        else:
            data = bytearray(rng.choice(good))
            for _ in range(rng.randrange(1, 4)):
                data[rng.randrange(len(data))] = rng.randrange(256)
            data = bytes(data[: rng.randrange(len(data) + 1)]) * rng.choice((1, 1, 2))
        if read_packet(data):
            asked += 1
            continue
        osc_bench.server.handle_packet(data, PEER)
    osc_bench.server.step()
    assert osc_bench.show.commands == []
    assert osc_bench.server.counts.received == packets - asked
    assert osc_bench.server.clients == ()


def test_nested_bundles_are_refused() -> None:
    data = osc("/mwk/show/panic")
    for _ in range(2_000):
        data = b"#bundle\x00" + bytes(7) + b"\x01" + len(data).to_bytes(4, "big") + data
    assert read_packet(data) is None or read_packet(data)


def test_who_was_heard_is_listed(osc_bench: OscBench) -> None:
    tablet, stranger = ("127.0.0.1", 7000), ("192.168.1.61", 7000)

    def told() -> list[tuple[str, str, str]]:
        osc_bench.server.step()
        return [
            (each.host, each.heard, str(each.refused)) for each in osc_bench.server.senders.newest
        ]

    assert told() == []
    osc_bench.send("/mwk/strip/6/fader", 0.5, peer=tablet)
    assert told() == [("127.0.0.1", "/mwk/strip/6/fader 0.5", "")]
    osc_bench.send("/mwk/strip/6/fader", 0.5, peer=stranger)
    osc_bench.send("/mwk/strip/piano/fader", 0.5, peer=tablet)
    assert told() == [
        ("127.0.0.1", "/mwk/strip/piano/fader", "refused: no such address, or not with this value"),
        ("192.168.1.61", "/mwk/strip/6/fader", "refused: not among those who may send"),
    ]
    osc_bench.server.handle_packet(b"GET / HTTP/1.1", tablet)
    assert told()[0] == ("127.0.0.1", "", "refused: this is not OSC")
    osc_bench.show.link.publish(ConsoleState(locked=True))
    osc_bench.send("/mwk/show/hold", peer=tablet)
    assert told()[0] == ("127.0.0.1", "/mwk/show/hold", "The console is locked.")
    for number in range(1_000):
        osc_bench.server.handle_packet(b"x", (f"10.0.{number % 4}.{number % 250}", 1))
    assert len(told()) == 12


def test_a_flood_moves_a_fader_once_a_step(osc_bench: OscBench) -> None:
    for number in range(5_000):
        osc_bench.server.handle_packet(osc("/mwk/strip/1/fader", number / 5_000), PEER)
        osc_bench.server.handle_packet(osc("/mwk/strip/1/mute"), PEER)
    osc_bench.server.step()
    gains = [one for one in osc_bench.show.taken() if isinstance(one, ask.SetGain)]
    assert len(gains) <= 1
    assert osc_bench.server.counts.refused >= 5_000 - MOST_ACTIONS


def test_who_may_send() -> None:
    bench = OscBench(allow=("192.168.1.0/24",))
    try:
        assert bench.send("/mwk/show/hold", 1, peer=("192.168.1.7", 9)) == [ask.SetHold(True)]
        assert bench.send("/mwk/show/hold", 0, peer=("192.168.2.7", 9)) == []
        assert bench.server.counts.refused == 1
    finally:
        bench.close()


def test_two_clients_see_the_same_state(osc_bench: OscBench) -> None:
    first, second = osc_bench.client(), osc_bench.client()
    everything = show_values(osc_bench.show.now, UNLOCKED).keys()
    for client in (first, second):
        client.send("/mwk/subscribe")
        wait_for(lambda client=client: client.read().keys() >= everything)
    assert first.values == second.values
    assert first.values["/mwk/bar"] == 1
    assert first.values["/mwk/votes/drum"] == 0
    first.send("/mwk/strip/6/fader", 0.25)
    for client in (first, second):
        wait_for(lambda client=client: client.read()["/mwk/strip/6/fader"] == pytest.approx(0.25))
    # Every address of the whole is what the show says.
    wanted = show_values(osc_bench.show.now, UNLOCKED)
    assert {a: v for a, v in second.values.items() if not isinstance(v, float)} == {
        a: v for a, v in wanted.items() if not isinstance(v, float)
    }
    second.send("/mwk/unsubscribe")
    wait_for(lambda: osc_bench.server.step() or len(osc_bench.server.clients) == 1)


def test_a_refused_action_is_answered_with_its_reason(osc_bench: OscBench) -> None:
    client = osc_bench.client()
    osc_bench.show.link.publish(ConsoleState(locked=True))
    client.send("/mwk/show/hold", 1)
    wait_for(lambda: client.read().get("/mwk/refused") == "show.hold")
    assert osc_bench.show.taken() == []


def test_only_so_many_clients(osc_bench: OscBench) -> None:
    for port in range(1, MOST_CLIENTS + 5):
        osc_bench.send("/mwk/subscribe", port)
    assert len(osc_bench.server.clients) == MOST_CLIENTS


def test_a_new_client_takes_the_place_of_the_one_that_came_first(osc_bench: OscBench) -> None:
    lights = ("127.0.0.2", 7000)
    osc_bench.send("/mwk/subscribe", peer=lights)
    for port in range(1, MOST_CLIENTS):
        osc_bench.send("/mwk/subscribe", port)
    osc_bench.send("/mwk/subscribe", 1)  # again: it is no longer the oldest
    osc_bench.send("/mwk/subscribe", 99)
    clients = osc_bench.server.clients
    assert "127.0.0.1:99" in clients
    assert "127.0.0.1:1" in clients
    assert "127.0.0.1:2" not in clients, "its own computer's oldest goes first"
    assert "127.0.0.2:7000" in clients


def test_a_flood_of_subscriptions_sends_the_state_once_a_step(osc_bench: OscBench) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.bind(("127.0.0.1", 0))
        client.settimeout(60)
        for _ in range(50):
            osc_bench.server.handle_packet(osc("/mwk/subscribe"), client.getsockname())
        osc_bench.server.step()
        client.sendto(b"end", client.getsockname())
        scenes = 0
        while (data := client.recv(65_536)) != b"end":
            scenes += "/mwk/scene" in values_in(data)
    assert scenes == 1


def test_a_name_is_looked_up_beside_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    found = threading.Event()

    def look_up(host: str, port: int, *_: Any) -> list[Any]:
        found.wait()
        return [(socket.AF_INET, socket.SOCK_DGRAM, 0, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as lights:
        lights.bind(("127.0.0.1", 0))
        lights.settimeout(60)
        target = ("lights.invalid", lights.getsockname()[1])
        bench = OscBench(send_to=(target,))
        try:
            bench.server.start()
            bench.server.handle_packet(osc("/mwk/subscribe", 5), PEER)
            wait_for(lambda: bench.server.clients == ("127.0.0.1:5",))
            found.set()
            values: dict[str, Any] = {}
            while "/mwk/scene" not in values:
                values |= values_in(lights.recv(65_536))
        finally:
            found.set()
            bench.close()


def test_tcp_with_slip(osc_bench: OscBench) -> None:
    server = osc_bench.server
    with socket.create_connection(("127.0.0.1", server.port)) as client:
        client.sendall(slip_frame(osc("/mwk/subscribe")) + slip_frame(osc("/mwk/show/hold", 1)))
        client.setblocking(False)
        reader, values = SlipReader(), {}

        def held() -> bool:
            server.step()
            try:
                for frame in reader.feed(client.recv(65_536)):
                    values.update(values_in(frame))
            except BlockingIOError:
                pass
            return values.get("/mwk/show/hold") == 1

        wait_for(held)
        assert osc_bench.show.taken() == [ask.SetHold(True)]
    wait_for(lambda: server.step() or not server.clients)


def test_a_slow_tcp_client_gets_the_rest_while_nothing_changes(
    osc_bench: OscBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    send = socket.socket.send
    server = osc_bench.server
    with socket.create_connection(("127.0.0.1", server.port)) as client:
        client.sendall(slip_frame(osc("/mwk/subscribe")))
        client.setblocking(False)
        monkeypatch.setattr(socket.socket, "send", lambda self, data: send(self, data[:100]))
        reader, values = SlipReader(), {}

        def complete() -> bool:
            server.step()
            with contextlib.suppress(BlockingIOError):
                for frame in reader.feed(client.recv(65_536)):
                    values.update(values_in(frame))
            return values.keys() >= show_values(osc_bench.show.now, UNLOCKED).keys()

        wait_for(complete)


@given(st.lists(st.binary(min_size=1, max_size=40), max_size=5), st.integers(1, 7))
def test_slip_brings_every_frame_back(frames: list[bytes], piece: int) -> None:
    data = b"".join(slip_frame(frame) for frame in frames)
    reader = SlipReader()
    pieces = [data[at : at + piece] for at in range(0, len(data), piece)]
    assert [frame for part in pieces for frame in reader.feed(part)] == frames


def test_a_taken_port_is_said_in_one_line(osc_bench: OscBench) -> None:
    show = osc_bench.show
    make: Callable[[], OscServer] = lambda: OscServer(  # noqa: E731
        OscOptions(port=osc_bench.server.port),
        remote_sender(show, show.link),
        lambda: (show.snapshot(), UNLOCKED),
    )
    with pytest.raises(OscError, match=r"OSC cannot listen on 127\.0\.0\.1:"):
        make()


def test_a_free_port_is_free_on_udp_and_tcp(monkeypatch: pytest.MonkeyPatch) -> None:
    make, tried = socket.create_server, []

    def once_taken(address: Any) -> socket.socket:
        tried.append(address)
        if len(tried) == 1:
            raise OSError(errno.EADDRINUSE, "in use")
        return make(address)

    monkeypatch.setattr(socket, "create_server", once_taken)
    bench = OscBench()
    port = bench.server.port
    bench.close()
    assert len(tried) >= 2  # more where another program took one of them
    assert tried[-1][1] == port


def test_the_layout_is_made_from_the_actions() -> None:
    path = Path(__file__).parents[2] / "assets" / "osc" / "open-stage-control.json"
    assert json.loads(path.read_text("utf-8")) == layout(), "run packaging/docs/osc_layout.py"
    known = {address_of(name) for name in ACTIONS} | {"/mwk/bar", "/mwk/beat", "/mwk/scene"}
    used = {widget["address"] for widget in layout()["content"]["widgets"] if "address" in widget}
    assert used <= known

"""OSC over UDP, and over TCP with SLIP, on one port.

Threads: one thread of its own (:meth:`OscServer.start`) reads, acts and sends every
:data:`STEP_S`; any thread reads :attr:`OscServer.counts`. However much arrives, a step
does at most :data:`MOST_ACTIONS` actions, of one fader only its newest position, and sends the
whole state once to a client. A second thread looks the names of ``send_to`` up, which may take
long, and then ends.
"""

from __future__ import annotations

import contextlib
import errno
import ipaddress
import logging
import queue
import selectors
import socket
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

from mwk_desktop.clock import wall_ms
from mwk_desktop.controls.osc.osc_addresses import OscRequest, read_packet
from mwk_desktop.controls.osc.osc_senders import OscSenders, address_words, request_words
from mwk_desktop.controls.osc.osc_state import (
    OscValue,
    changed_values,
    packets_of,
    refusal_packet,
    show_values,
)
from mwk_desktop.controls.osc.slip import SlipReader, slip_frame
from mwk_desktop.messages import message
from mwk_desktop.show.action_kinds import ConsoleState, Kind
from mwk_desktop.show.action_sender import ActionSender
from mwk_desktop.show.actions import ACTIONS
from mwk_desktop.show.snapshot import Snapshot

STEP_S: Final = 0.02
MOST_ACTIONS: Final = 200
MOST_PACKETS: Final = 1_000
MOST_CLIENTS: Final = 16
MOST_UNSENT: Final = 1_000_000
"""A TCP client that does not read is dropped after this many bytes."""
LOOK_UP_AGAIN_S: Final = 30.0
"""An unknown name is looked up again after this: the network may not have been there yet."""

_NOT_ALLOWED: Final = message("refused: not among those who may send")
_NO_PACKET: Final = message("refused: this is not OSC")
_WRONG_PACKET: Final = message("refused: no such address, or not with this value")
_TOO_MANY: Final = message("refused: too many at once")

Address: TypeAlias = "tuple[str, int]"
_log = logging.getLogger(__name__)


class OscError(OSError):
    """The server cannot listen there; the argument is a message."""


@dataclass(frozen=True, slots=True)
class OscOptions:
    """``[osc]``: where to listen, who may send, who always gets the state."""

    host: str = "127.0.0.1"
    port: int = 9000
    allow: tuple[str, ...] = ()
    send_to: tuple[Address, ...] = ()


@dataclass(slots=True)
class OscCounts:
    """What came: packets, those refused, and the newest one in words."""

    received: int = 0
    refused: int = 0
    heard: str = ""


class _TcpClient:
    def __init__(self, connection: socket.socket, peer: Address) -> None:
        self.connection = connection
        self.peer = peer
        self.reader = SlipReader()
        self.unsent = bytearray()
        self.subscribed = False


class OscServer:
    """Listens, acts, and sends the state.

    Parameters
    ----------
    options
        Addresses.
    sender
        Performs actions.
    read_show
        The newest snapshot and the windows' state.

    Raises
    ------
    OscError
        The port is taken, or the address is not this computer's.
    """

    def __init__(
        self,
        options: OscOptions,
        sender: ActionSender,
        read_show: Callable[[], tuple[Snapshot, ConsoleState]],
    ) -> None:
        self._sender = sender
        self._read_show = read_show
        self._networks = [ipaddress.ip_network(one, strict=False) for one in options.allow]
        self._unresolved = options.send_to
        self._resolved: queue.SimpleQueue[Address] = queue.SimpleQueue()
        self._always: list[Address] = []
        self._subscribers: dict[Address, None] = {}
        self._tcp: dict[socket.socket, _TcpClient] = {}
        self._new: set[Address] = set()
        """Clients that have not had the whole state yet."""
        self._sent: dict[str, OscValue] = {}
        self._serial: tuple[int, ConsoleState] | None = None
        self._faders: dict[str, tuple[OscRequest, Address]] = {}
        self._acted = 0
        self.counts = OscCounts()
        self.senders = OscSenders(wall_ms)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="osc", daemon=True)
        self._look_up = threading.Thread(target=self._resolve, name="osc-names", daemon=True)
        try:
            self._udp, self._listener = _listen(options.host, options.port)
        except OSError as error:
            said = message(
                "OSC cannot listen on {host}:{port}: {reason}",
                host=options.host,
                port=str(options.port),
                reason=error.strerror or "",
            )
            raise OscError(said) from None
        self.port: int = self._udp.getsockname()[1]
        self._host = options.host
        self._selector = selectors.DefaultSelector()
        for each in (self._udp, self._listener):
            each.setblocking(False)
            self._selector.register(each, selectors.EVENT_READ)

    @property
    def address(self) -> str:
        """Where it listens, for people."""
        return f"{self._host}:{self.port}"

    @property
    def clients(self) -> tuple[str, ...]:
        """Who gets the state."""
        return tuple(f"{host}:{port}" for host, port in self._targets())

    def start(self) -> None:
        self._thread.start()
        self._look_up.start()

    def close(self) -> None:
        """End the thread and close all sockets."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(timeout=5)
        for each in (self._udp, self._listener, *self._tcp):
            each.close()
        self._selector.close()

    def handle_packet(self, data: bytes, peer: Address) -> None:
        """Do what a packet asks for; anything else changes nothing and is counted."""
        self.counts.received += 1
        allowed = self.is_allowed(peer[0])
        requests = read_packet(data) if allowed else None
        words = address_words(data)
        if requests is None:
            self.counts.refused += 1
            wrong = _WRONG_PACKET if words else _NO_PACKET
            self.senders.hear(peer[0], words, wrong if allowed else _NOT_ALLOWED)
            return
        if not requests:  # a button's release
            self.senders.hear(peer[0], words)
        for request in requests:
            self.counts.heard = f"{request.action} {'' if request.value is None else request.value}"
            self.senders.hear(peer[0], request_words(request))
            if request.action == "subscribe":
                self._subscribe(peer, request.value)
            elif request.action == "unsubscribe":
                self._unsubscribe(peer, request.value)
            elif ACTIONS[request.action].kind is Kind.FADER:
                self._faders[request.action] = request, peer
            else:
                self._act(request, peer)

    def is_allowed(self, host: str) -> bool:
        """Whether packets of an address are read: this computer's, and those of the list."""
        address = ipaddress.ip_address(host)
        return address.is_loopback or any(address in network for network in self._networks)

    def step(self, wait_s: float = 0.0) -> None:
        """Read what is there, act, send what has changed (the server's thread)."""
        for key, _ in self._selector.select(wait_s):
            if key.fileobj is self._udp:
                self._read_udp()
            elif key.fileobj is self._listener:
                self._accept()
            else:
                self._read_tcp(self._tcp[key.fileobj])  # type: ignore[index]
        faders, self._faders = self._faders, {}
        self._acted = 0
        for request, peer in faders.values():
            self._act(request, peer)
        while not self._resolved.empty():
            target = self._resolved.get()
            self._always.append(target)
            self._new.add(target)
        self.senders.publish()
        self._send_changes()
        for client in list(self._tcp.values()):
            self._flush(client)

    # -- in --------------------------------------------------------------------------------------

    def _run(self) -> None:
        while not self._stop.is_set():
            begun_s = time.monotonic()
            try:
                self.step(STEP_S)
            except Exception:  # one bad moment must not end OSC for the night
                _log.exception("OSC failed for a moment")
            # Not more often under a flood: one step handles everything that came meanwhile.
            rest_s = STEP_S / 4 - (time.monotonic() - begun_s)
            if rest_s > 0:
                self._stop.wait(rest_s)

    def _act(self, request: OscRequest, peer: Address) -> None:
        self._acted += 1
        if self._acted > MOST_ACTIONS:
            self.counts.refused += 1
            self.senders.refuse(peer[0], request_words(request), _TOO_MANY)
            return
        refusal = self._sender.try_action(request.action, request.value, f"OSC {peer[0]}")
        if refusal is not None:
            self.senders.refuse(peer[0], request_words(request), refusal.reason)
            self._answer(peer, refusal_packet(request.action, str(refusal.reason)))

    def _read_udp(self) -> None:
        for _ in range(MOST_PACKETS):
            try:
                data, peer = self._udp.recvfrom(65_536)
            except (BlockingIOError, InterruptedError):
                return
            except OSError:  # an earlier answer reached nobody
                continue
            self.handle_packet(data, peer)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            connection, peer = self._listener.accept()
            if len(self._tcp) >= MOST_CLIENTS or not self.is_allowed(peer[0]):
                self.counts.refused += 1
                if not self.is_allowed(peer[0]):
                    self.senders.hear(peer[0], "", _NOT_ALLOWED)
                connection.close()
                return
            connection.setblocking(False)
            self._tcp[connection] = _TcpClient(connection, peer)
            self._selector.register(connection, selectors.EVENT_READ)

    def _read_tcp(self, client: _TcpClient) -> None:
        try:
            data = client.connection.recv(65_536)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            data = b""
        if not data:
            self._drop(client)
            return
        for packet in client.reader.feed(data):
            self.handle_packet(packet, client.peer)

    def _drop(self, client: _TcpClient) -> None:
        self._selector.unregister(client.connection)
        self._tcp.pop(client.connection, None)
        client.connection.close()

    def _tcp_client(self, peer: Address) -> _TcpClient | None:
        return next((one for one in self._tcp.values() if one.peer == peer), None)

    def _subscribe(self, peer: Address, port: object) -> None:
        client = self._tcp_client(peer)
        if client is not None:
            client.subscribed = True
            self._new.add(peer)
            return
        target = (peer[0], port if isinstance(port, int) else peer[1])
        self._subscribers.pop(target, None)
        if len(self._subscribers) >= MOST_CLIENTS:
            # UDP says nothing when a program ends. One that begins again has another port.
            same_host = (one for one in self._subscribers if one[0] == peer[0])
            del self._subscribers[next(same_host, next(iter(self._subscribers)))]
        self._subscribers[target] = None
        self._new.add(target)

    def _unsubscribe(self, peer: Address, port: object) -> None:
        client = self._tcp_client(peer)
        if client is not None:
            client.subscribed = False
        self._subscribers.pop((peer[0], port if isinstance(port, int) else peer[1]), None)

    def _resolve(self) -> None:
        """Look up the names of ``send_to`` (a thread of its own)."""
        waiting = self._unresolved
        while waiting:
            unknown = []
            for host, port in waiting:
                try:
                    found = socket.getaddrinfo(host, port, socket.AF_INET, socket.SOCK_DGRAM)
                except (OSError, UnicodeError):
                    unknown.append((host, port))
                else:
                    self._resolved.put((str(found[0][4][0]), port))
            waiting = tuple(unknown)
            if waiting and self._stop.wait(LOOK_UP_AGAIN_S):
                return

    # -- out -------------------------------------------------------------------------------------

    def _targets(self) -> list[Address]:
        tcp = [one.peer for one in list(self._tcp.values()) if one.subscribed]
        return [*self._always, *self._subscribers, *tcp]

    def _send_changes(self) -> None:
        """Send the whole state to new clients, and to all others what has changed."""
        new, self._new = self._new, set()
        targets = self._targets()
        if not targets:
            return
        snapshot, console = self._read_show()
        if not new and self._serial == (snapshot.serial, console):
            return
        self._serial = snapshot.serial, console
        values = show_values(snapshot, console)
        changes = list(packets_of(changed_values(self._sent, values)))
        whole = list(packets_of(values)) if new else []
        self._sent = values
        for target in targets:
            for data in whole if target in new else changes:
                self._answer(target, data)

    def _answer(self, target: Address, data: bytes) -> None:
        client = self._tcp_client(target)
        if client is not None:
            client.unsent += slip_frame(data)
            return
        # A network that is away for a moment must not stop anything.
        with contextlib.suppress(OSError):
            self._udp.sendto(data, target)

    def _flush(self, client: _TcpClient) -> None:
        try:
            sent = client.connection.send(client.unsent) if client.unsent else 0
        except (BlockingIOError, InterruptedError):
            sent = 0
        except OSError:
            self._drop(client)
            return
        del client.unsent[:sent]
        if len(client.unsent) > MOST_UNSENT:
            self._drop(client)


def _listen(host: str, port: int) -> tuple[socket.socket, socket.socket]:
    """Listen with UDP and TCP on one port; for port 0 on one that is free for both."""
    while True:
        udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try:
            udp.bind((host, port))
            return udp, socket.create_server((host, udp.getsockname()[1]))
        except OSError as error:
            udp.close()
            if port or error.errno != errno.EADDRINUSE:
                raise


def parsed_targets(texts: Iterable[str]) -> tuple[Address, ...]:
    """``host:port`` texts as addresses; the settings have checked them."""
    found = []
    for text in texts:
        host, _, port = text.rpartition(":")
        found.append((host, int(port)))
    return tuple(found)

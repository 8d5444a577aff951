"""Fetches one picture: https only, from checked addresses, limited in size and time.

Threads: runs on the cache's picture threads and may wait for the network there, at most
:attr:`Fetcher.most_s` seconds per picture (a hanging resolver may add to it). No Qt here.
"""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import time
from collections.abc import Callable, Sequence
from typing import Any

from mwk_desktop.ui.pictures.fetch_target import (
    HTTPS_PORT,
    RefusedError,
    Target,
    is_public,
    target_of,
)

MOST_BYTES = 512 * 1024
MOST_HOPS = 3
MOST_S = 10.0
_CHUNK = 16 * 1024
_HEADERS = {
    "Accept": "image/webp, image/png, image/jpeg",
    # A compressed body could unfold to anything.
    "Accept-Encoding": "identity",
    "User-Agent": "music-with-kafka (pictures of a stage show)",
    "Connection": "close",
}

Resolve = Callable[[str, int], Sequence[str]]


def resolve(host: str, port: int) -> list[str]:
    """The IP addresses of a host, from the system's resolver."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Fetcher:
    """Fetches the bytes at an address.

    Parameters
    ----------
    may_ask
        Whether an IP address may be connected to.
    resolver
        Host and port to IP addresses. Called once per hop, and exactly the checked address is
        connected to, so a name that resolves differently the second time gains nothing.
    tls
        The context; by default the system's authorities, names checked.
    ports, most_bytes, most_s
        The limits.
    """

    def __init__(
        self,
        *,
        may_ask: Callable[[str], bool] = is_public,
        resolver: Resolve = resolve,
        tls: ssl.SSLContext | None = None,
        ports: frozenset[int] = frozenset({HTTPS_PORT}),
        most_bytes: int = MOST_BYTES,
        most_s: float = MOST_S,
    ) -> None:
        self._may_ask = may_ask
        self._resolve = resolver
        self._tls = tls
        self._ports = ports
        self._most_bytes = most_bytes
        self.most_s = most_s

    def fetch(self, url: str) -> bytes:
        """The picture's bytes.

        Raises
        ------
        RefusedError
            The address is not allowed, or the answer is not a small picture.
        OSError
            The network failed or took too long; it may work later.
        """
        deadline_s = time.monotonic() + self.most_s
        base: str | None = None
        for _hop in range(MOST_HOPS + 1):
            base, target = target_of(url, base, self._ports)
            moved, body = self._ask(target, deadline_s)
            if moved is None:
                return body
            url = moved
        raise RefusedError(f"more than {MOST_HOPS} redirects")

    def _ask(self, target: Target, deadline_s: float) -> tuple[str | None, bytes]:
        """One hop: returns the redirect's address, or the body."""
        bounded = self._connect(target, deadline_s)
        connection = _Connection(target, bounded, self.most_s)
        try:
            connection.request("GET", target.path, headers=_HEADERS)
            answer = connection.getresponse()
            if answer.status in (301, 302, 303, 307, 308):
                moved = answer.getheader("Location")
                if not moved:
                    raise RefusedError("a redirect to nowhere")
                return moved, b""
            if answer.status >= 500 or answer.status in (408, 429):
                raise OSError(f"the server says {answer.status}")
            if answer.status != 200:
                raise RefusedError(f"the server says {answer.status}")
            return None, self._body(answer)
        except http.client.HTTPException as error:
            raise OSError(f"no proper answer: {type(error).__name__}") from error
        except ValueError as error:  # http.client on what it cannot parse or send
            raise RefusedError(f"no proper answer: {error}") from error
        finally:
            connection.close()
            bounded.hang_up()

    def _body(self, answer: http.client.HTTPResponse) -> bytes:
        if answer.getheader("Content-Encoding", "identity").strip().lower() != "identity":
            raise RefusedError("a compressed body")
        parts: list[bytes] = []
        left = self._most_bytes
        # The declared length is only used to refuse too much.
        if answer.length is not None and answer.length > left:
            raise RefusedError(f"more than {self._most_bytes} bytes")
        while chunk := answer.read(min(_CHUNK, left + 1)):
            left -= len(chunk)
            if left < 0:
                raise RefusedError(f"more than {self._most_bytes} bytes")
            parts.append(chunk)
        return b"".join(parts)

    def _connect(self, target: Target, deadline_s: float) -> _BoundedSocket:
        try:
            addresses = self._resolve(target.host, target.port)
        except UnicodeError as error:
            raise RefusedError(f"no valid host: {error}") from error
        if not addresses:
            raise OSError(f"{target.host} has no address")
        # One bad address refuses all: a host with a private address does not serve pictures.
        for address in addresses:
            if not self._may_ask(address):
                raise RefusedError(f"{target.host} is at {address}, which is not public")
        if self._tls is None:
            self._tls = ssl.create_default_context()
        plain = socket.create_connection((addresses[0], target.port), _left_s(deadline_s))
        try:
            plain.settimeout(_left_s(deadline_s))
            secure = self._tls.wrap_socket(plain, server_hostname=target.host)
        except BaseException:
            plain.close()
            raise
        return _BoundedSocket(secure, deadline_s)


def _left_s(deadline_s: float) -> float:
    left = deadline_s - time.monotonic()
    if left <= 0:
        raise TimeoutError("took too long")
    return left


class _BoundedSocket:
    """A socket with one deadline for all steps: a server that drips single bytes would reset a
    usual timeout forever."""

    def __init__(self, secure: ssl.SSLSocket, deadline_s: float) -> None:
        self._secure = secure
        self._deadline_s = deadline_s

    def sendall(self, data: Any) -> None:
        self._secure.settimeout(_left_s(self._deadline_s))
        self._secure.sendall(data)

    def recv_into(self, buffer: Any) -> int:
        self._secure.settimeout(_left_s(self._deadline_s))
        return self._secure.recv_into(buffer)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Reading(self))

    def close(self) -> None:
        """Do nothing yet: http.client closes its end before the body is read."""

    def hang_up(self) -> None:
        self._secure.close()


class _Reading(io.RawIOBase):
    def __init__(self, bounded: _BoundedSocket) -> None:
        self._bounded = bounded

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._bounded.recv_into(buffer)


class _Connection(http.client.HTTPConnection):
    """Speaks HTTP over an existing socket; without proxies, cookies or a second connection."""

    def __init__(self, target: Target, bounded: _BoundedSocket, timeout_s: float) -> None:
        super().__init__(target.host, target.port, timeout=timeout_s)
        # So that the Host header leaves the usual port out.
        self.default_port = HTTPS_PORT
        self.sock = bounded

    def connect(self) -> None:
        raise OSError("the server closed the connection")

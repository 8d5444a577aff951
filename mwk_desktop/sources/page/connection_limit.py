"""Limits the number of open connections. Used only on the page's event loop."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any

from aiohttp import web


class ConnectionLimiter:
    """Limits open connections to ``most``, with at most three quarters of them from one address."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._by_address: Counter[str] = Counter()
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def admit(self, address: str) -> bool:
        """Count a new connection from this address; False if there is no room for it."""
        if self._count >= self._most or self._by_address[address] >= max(1, self._most * 3 // 4):
            return False
        self._count += 1
        self._by_address[address] += 1
        return True

    def release(self, address: str) -> None:
        """Uncount a connection from this address that has ended."""
        self._count -= 1
        self._by_address[address] -= 1
        if self._by_address[address] <= 0:
            del self._by_address[address]


class PageConnection(web.RequestHandler):
    """A connection that is closed at once if the limiter does not admit it."""

    __slots__ = ("_address", "_limiter")

    def __init__(self, server: web.Server, limiter: ConnectionLimiter, **options: Any) -> None:
        super().__init__(server, **options)
        self._limiter = limiter
        self._address: str | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        peer = transport.get_extra_info("peername")
        address = str(peer[0]) if peer else "?"
        if self._limiter.admit(address):
            self._address = address
        elif isinstance(transport, asyncio.Transport):
            transport.abort()

    def connection_lost(self, exc: BaseException | None) -> None:
        if self._address is not None:
            self._limiter.release(self._address)
            self._address = None
        super().connection_lost(exc)

"""Server-Sent Events to every phone that listens. Only the page's event loop touches this.

News are written straight into the connections, framed once for all of them: two thousand tasks
that wake up to say the same would hold the interpreter for a tenth of a second. A phone that does
not read (asleep, out of reach) is disconnected; it comes back by itself.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any, Final

BUFFER_BYTES: Final = 16_384
"""What may wait for one phone; beyond it the phone is not reading."""

SLICE: Final = 100
"""Phones written to before votes get their turn again."""

MOST_OF_ONE_DEVICE: Final = 3


class EventStream:
    """One phone that listens."""

    __slots__ = ("chunked", "closed", "device", "transport")

    def __init__(self, device: str, transport: asyncio.Transport, *, chunked: bool) -> None:
        self.device = device
        self.transport = transport
        self.chunked = chunked
        self.closed: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def close(self) -> None:
        if not self.closed.done():
            self.closed.set_result(None)


class ServerSentEvent:
    """One event, framed for HTTP/1.1 and for what is older."""

    __slots__ = ("chunk", "plain")

    def __init__(self, plain: bytes) -> None:
        self.plain = plain
        self.chunk = b"%x\r\n%b\r\n" % (len(plain), plain)


def server_sent_event(kind: str, content: Mapping[str, Any]) -> ServerSentEvent:
    """An event of this kind with JSON in it."""
    data = json.dumps(content, separators=(",", ":"))
    return ServerSentEvent(f"event: {kind}\ndata: {data}\n\n".encode())


HEARTBEAT: Final = ServerSentEvent(b": still here\n\n")


class EventStreams:
    """All phones that listen.

    Parameters
    ----------
    most
        Beyond it new ones are refused; their script asks every few seconds instead.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._of: dict[str, list[EventStream]] = {}
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def __contains__(self, device: str) -> bool:
        return device in self._of

    @property
    def devices(self) -> int:
        """How many different phones listen."""
        return len(self._of)

    def has_room(self) -> bool:
        return self._count < self._most

    def add(self, stream: EventStream) -> None:
        """A phone listens; of one phone only the newest few streams stay."""
        own = self._of.setdefault(stream.device, [])
        own.append(stream)
        self._count += 1
        if len(own) > MOST_OF_ONE_DEVICE:
            self._drop(own[0])

    def remove(self, stream: EventStream) -> None:
        """A stream ended."""
        own = self._of.get(stream.device, [])
        if stream in own:
            own.remove(stream)
            self._count -= 1
            if not own:
                del self._of[stream.device]

    def send(self, device: str, event: ServerSentEvent) -> None:
        """Send an event to one phone."""
        for stream in tuple(self._of.get(device, ())):
            self._write(stream, event)

    async def send_all(self, event: ServerSentEvent) -> None:
        """Send the same event to all, with pauses in which votes are served."""
        streams = [stream for own in self._of.values() for stream in own]
        for begin in range(0, len(streams), SLICE):
            for stream in streams[begin : begin + SLICE]:
                self._write(stream, event)
            await asyncio.sleep(0)

    def close(self) -> None:
        """End all streams."""
        for own in tuple(self._of.values()):
            for stream in tuple(own):
                self._drop(stream)

    def _write(self, stream: EventStream, event: ServerSentEvent) -> None:
        transport = stream.transport
        if transport.is_closing():
            self._drop(stream)
        elif transport.get_write_buffer_size() > BUFFER_BYTES:
            transport.abort()
            self._drop(stream)
        else:
            transport.write(event.chunk if stream.chunked else event.plain)

    def _drop(self, stream: EventStream) -> None:
        self.remove(stream)
        stream.close()

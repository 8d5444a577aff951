"""Server-Sent Events to all listening phones. Used only on the page's event loop.

Events are framed once and written directly to all connections: waking two thousand tasks for the
same event would hold the interpreter for a tenth of a second. A phone that does not read (asleep,
out of reach) is disconnected; it reconnects by itself.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

BUFFER_BYTES: Final = 16_384
"""Most bytes that may wait for one phone; with more, the phone is considered gone."""

SLICE: Final = 100
"""How many phones are written to before other tasks (votes) run."""

MOST_OF_ONE_PHONE: Final = 3


class EventStream:
    """The event stream of one listening phone."""

    __slots__ = ("chunked", "closed", "phone_id", "transport")

    def __init__(self, phone_id: str, transport: asyncio.Transport, *, chunked: bool) -> None:
        self.phone_id = phone_id
        self.transport = transport
        self.chunked = chunked
        self.closed: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def close(self) -> None:
        if not self.closed.done():
            self.closed.set_result(None)


class ServerSentEvent:
    """One event, framed for HTTP/1.1 (``chunk``) and for older versions (``plain``)."""

    __slots__ = ("chunk", "plain")

    def __init__(self, plain: bytes) -> None:
        self.plain = plain
        self.chunk = b"%x\r\n%b\r\n" % (len(plain), plain)

    def __add__(self, following: ServerSentEvent) -> ServerSentEvent:
        """Both in one piece."""
        return ServerSentEvent(self.plain + following.plain)


def server_sent_event(kind: str, content: Mapping[str, Any]) -> ServerSentEvent:
    """An event of this kind with ``content`` as JSON."""
    data = json.dumps(content, separators=(",", ":"))
    return ServerSentEvent(f"event: {kind}\ndata: {data}\n\n".encode())


HEARTBEAT: Final = ServerSentEvent(b": still here\n\n")


class EventStreams:
    """The event streams of all listening phones.

    Parameters
    ----------
    most
        Most streams at once; further phones are refused, and their script polls every few seconds
        instead.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._by_phone: dict[str, list[EventStream]] = {}
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def __contains__(self, phone_id: str) -> bool:
        return phone_id in self._by_phone

    @property
    def phone_count(self) -> int:
        """How many different phones are listening."""
        return len(self._by_phone)

    def has_room(self) -> bool:
        return self._count < self._most

    def add(self, stream: EventStream) -> None:
        """Add a phone's stream; only the newest few streams of one phone are kept."""
        own = self._by_phone.setdefault(stream.phone_id, [])
        own.append(stream)
        self._count += 1
        if len(own) > MOST_OF_ONE_PHONE:
            self._drop(own[0])

    def remove(self, stream: EventStream) -> None:
        """Remove a stream that has ended."""
        own = self._by_phone.get(stream.phone_id, [])
        if stream in own:
            own.remove(stream)
            self._count -= 1
            if not own:
                del self._by_phone[stream.phone_id]

    async def send_each(self, events: Iterable[tuple[str, ServerSentEvent]]) -> None:
        """Send each event to its phone, with pauses in which votes are handled."""
        for number, (phone_id, event) in enumerate(events, 1):
            for stream in tuple(self._by_phone.get(phone_id, ())):
                self._write(stream, event)
            if number % SLICE == 0:
                await asyncio.sleep(0)

    async def send_all(
        self, event: ServerSentEvent, first: Mapping[str, ServerSentEvent] | None = None
    ) -> None:
        """Send the same event to all phones, with such pauses.

        ``first``: what single phones get before it, in the same write: when a scene lands, every
        phone that voted is told, and a write less for each is half of the work.
        """
        own_events = first or {}
        streams = [stream for own in self._by_phone.values() for stream in own]
        for begin in range(0, len(streams), SLICE):
            for stream in streams[begin : begin + SLICE]:
                own = own_events.get(stream.phone_id)
                self._write(stream, event if own is None else own + event)
            await asyncio.sleep(0)

    def close(self) -> None:
        """End all streams."""
        for own in tuple(self._by_phone.values()):
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

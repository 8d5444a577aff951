"""News to many phones: who gets what, and with how many writes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from mwk_desktop.sources.page.event_streams import (
    EventStream,
    EventStreams,
    ServerSentEvent,
    server_sent_event,
)

STATE = server_sent_event("state", {"gate": ""})
OWN = server_sent_event("receipt", {"serial": 1})


class Transport:
    """A connection that keeps what is written to it."""

    def __init__(self) -> None:
        self.written: list[bytes] = []

    def is_closing(self) -> bool:
        return False

    def get_write_buffer_size(self) -> int:
        return 0

    def write(self, data: bytes) -> None:
        self.written.append(data)


def played(
    phones: int, act: Callable[[EventStreams], Any], *, chunked: bool = True
) -> list[list[bytes]]:
    """What each phone's connection was written when ``act`` sent something."""
    lines = [Transport() for _ in range(phones)]

    async def run() -> None:
        streams = EventStreams(phones)
        for number, line in enumerate(lines):
            streams.add(EventStream(f"phone{number}", line, chunked=chunked))  # type: ignore[arg-type]
        await act(streams)

    asyncio.run(run())
    return [line.written for line in lines]


def chunk(plain: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(plain), plain)


def test_a_landing_is_one_write_for_each_phone() -> None:
    told = {f"phone{number}": OWN for number in range(0, 300, 2)}
    written = played(300, lambda streams: streams.send_all(STATE, told))
    assert written[0] == [chunk(OWN.plain + STATE.plain)], "what is its own comes first"
    assert written[1] == [chunk(STATE.plain)]
    assert {len(each) for each in written} == {1}


def test_an_older_browser_gets_the_same_without_chunks() -> None:
    written = played(2, lambda streams: streams.send_all(STATE, {"phone1": OWN}), chunked=False)
    assert written == [[STATE.plain], [OWN.plain + STATE.plain]]


def test_each_event_goes_to_its_phone_in_order() -> None:
    events = [("phone1", OWN), ("phone0", STATE), ("phone1", STATE), ("gone", OWN)]
    written = played(2, lambda streams: streams.send_each(iter(events)))
    assert written == [[STATE.chunk], [OWN.chunk, STATE.chunk]]


def test_two_events_in_one_piece_are_two_events() -> None:
    both: ServerSentEvent = OWN + STATE
    assert (
        both.plain == b'event: receipt\ndata: {"serial":1}\n\nevent: state\ndata: {"gate":""}\n\n'
    )

"""Counted tweets, packed for the way from the thread that folds tweets to the query process.

Pure functions for any thread. Each batch is packed in one call, which costs 0.4 us per tweet in a
flood.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from mwk_desktop.records.batch import Batch
from mwk_desktop.records.record_types import Tweet


class CountedRows(msgspec.Struct, array_like=True, tag="rows", gc=False):
    """A batch and what was counted in it.

    ``places`` holds (partition, offset) of each record (empty: unknown), ``counted`` the index and
    instrument of each tweet that counts, ``refused`` the indexes of votes that are in no chart
    because the user had no votes left. A vote whose event time is before ``closed_until_ms`` was
    late.
    """

    tweets: list[Tweet | None]
    events_ms: list[int]
    record_ms: list[int]
    places: list[tuple[int, int]]
    counted: list[tuple[int, str | None]]
    refused: list[int]
    closed_until_ms: int


class UserBlocked(msgspec.Struct, array_like=True, tag="blocked", frozen=True):
    """A user is blocked from here on (or unblocked, if ``blocked`` is False). The user's votes in
    windows that are still open (ending after ``closed_until_ms``) are removed or return."""

    name: str
    blocked: bool
    closed_until_ms: int


class CountingRestarted(msgspec.Struct, array_like=True, tag="restart", frozen=True):
    """The counting starts again, with windows of this length."""

    window_ms: int


StreamEvent = CountedRows | UserBlocked | CountingRestarted

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(list[StreamEvent]).decode


def counted_rows_of(
    batch: Batch,
    counted: Sequence[tuple[int, str | None]],
    closed_until_ms: int,
    refused: Sequence[int] = (),
) -> CountedRows:
    """Build the rows of a batch. If only a part of it was folded, only that part is included."""
    first, stop = (counted[0][0], counted[-1][0] + 1) if counted else (0, 0)
    places = batch.places[first:stop]
    if not places and batch.records:
        places = [(record.partition, record.offset) for record in batch.records[first:stop]]
    return CountedRows(
        batch.tweets[first:stop],
        batch.events_ms[first:stop],
        batch.record_ms[first:stop],
        places,
        [(index - first, name) for index, name in counted] if first else list(counted),
        [index - first for index in refused],
        closed_until_ms,
    )


def pack(events: Sequence[StreamEvent]) -> bytes:
    """Events as MessagePack."""
    return _encode(events)


def unpack(data: bytes) -> list[StreamEvent]:
    """Events from :func:`pack`; raises ``ValueError`` for other bytes."""
    return _decode(data)

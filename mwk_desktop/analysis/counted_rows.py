"""What was counted, packed to travel from the thread that folds tweets to the query process.

Pure functions for any thread. Whole batches go through one call of the packer each: what a flood
costs here is 0.4 us a tweet.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from mwk_desktop.records.batch import Batch
from mwk_desktop.records.record_types import Tweet


class CountedRows(msgspec.Struct, array_like=True, tag="rows", gc=False):
    """A batch and what was counted of it.

    ``places`` holds (partition, offset) of each record (empty: unknown), ``counted`` the index and
    instrument of each tweet that counts, ``refused`` the indexes of votes that are in no chart
    because the user had none left. A vote whose event is before ``closed_until_ms`` came late.
    """

    tweets: list[Tweet | None]
    events_ms: list[int]
    record_ms: list[int]
    places: list[tuple[int, int]]
    counted: list[tuple[int, str | None]]
    refused: list[int]
    closed_until_ms: int


class UserBlocked(msgspec.Struct, array_like=True, tag="blocked", frozen=True):
    """A user is blocked from here on (or, ``blocked`` False, counts again). The user's votes in
    windows that are still open (they end after ``closed_until_ms``) go, or return."""

    name: str
    blocked: bool
    closed_until_ms: int


class CountingRestarted(msgspec.Struct, array_like=True, tag="restart", frozen=True):
    """The counting starts over, with windows of this length."""

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
    """A batch as it travels. Where only a part of it was folded, only that part does."""
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
    """Events from :func:`pack`; ``ValueError`` where the bytes are something else."""
    return _decode(data)

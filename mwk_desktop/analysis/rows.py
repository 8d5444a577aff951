"""What was counted, packed to travel: from whoever folds tweets to the process that is asked in
SQL.

Pure functions for any thread. Whole batches go through one call of the packer each: what a flood
costs here is 0.4 us a tweet.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from mwk_desktop.records.batch import Batch
from mwk_desktop.records.record import Tweet


class Rows(msgspec.Struct, array_like=True, tag="rows", gc=False):
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


class Blocked(msgspec.Struct, array_like=True, tag="blocked", frozen=True):
    """A user counts nowhere from here on (or, ``blocked`` False, counts again); votes in windows
    that were open then (they end after ``closed_until_ms``) go or return."""

    name: str
    blocked: bool
    closed_until_ms: int


class Restart(msgspec.Struct, array_like=True, tag="restart", frozen=True):
    """The counting begins anew, in windows of this length."""

    window_ms: int


Event = Rows | Blocked | Restart

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(list[Event]).decode


def rows_of(
    batch: Batch,
    counted: Sequence[tuple[int, str | None]],
    closed_until_ms: int,
    refused: Sequence[int] = (),
) -> Rows:
    """A batch as it travels. Where only a part of it was folded, only that part does."""
    first, stop = (counted[0][0], counted[-1][0] + 1) if counted else (0, 0)
    places = batch.places[first:stop]
    if not places and batch.records:
        places = [(record.partition, record.offset) for record in batch.records[first:stop]]
    return Rows(
        batch.tweets[first:stop],
        batch.events_ms[first:stop],
        batch.record_ms[first:stop],
        places,
        [(index - first, name) for index, name in counted] if first else list(counted),
        [index - first for index in refused],
        closed_until_ms,
    )


def pack(events: Sequence[Event]) -> bytes:
    """Events as MessagePack."""
    return _encode(events)


def unpack(data: bytes) -> list[Event]:
    """Events from :func:`pack`; ``ValueError`` where the bytes are something else."""
    return _decode(data)

"""What one input partition has counted, as records of the topic ``<group>-partials``.

Every record is absolute and replaces an earlier one with its key, so the topic is compacted and
holds no more than the state. Partition *n* of the topic belongs to partition *n* of the input. The
users' records are the rows of the counting itself (:mod:`mwk_desktop.topology.user_rows`):

=============  ================================================================
key            value
=============  ================================================================
``h``          :class:`PartialHead`
``n<first>``   new users with their pictures, from number ``first`` on
``i<user>``    a user's newer picture
``c<page>``    counts and latest times of the 256 users of a page
``w<start>``   the votes of one window, per instrument
``b<start>/n`` ballots of one window whose users' names hash to ``n``; only where
               the votes of a user are limited
=============  ================================================================

Pure.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from mwk_desktop.topology.user_rows import NewUsers, UserPage, UserRows

MOST_RUN_BYTES: Final = 400_000
"""Kafka takes no record above 1 MB: more new users than this are several records."""

MOST_WINDOWS: Final = 1_024
"""So many windows' votes are kept; the ones that changed longest ago go."""

Ballots = dict[str, list[tuple[int, str]]]
"""A user's votes in a window: (event time, instrument), in the order of the partition."""

PartialRecord = tuple[bytes, bytes | None]
"""Key, and value; None takes the key away."""


class PartialHead(msgspec.Struct, frozen=True):
    """The small part of a partial.

    Attributes
    ----------
    next_offset
        Of the input: everything before it is counted.
    passed_ms
        Windows that end at or before this get no votes from this partition any more.
    """

    next_offset: int
    window_ms: int
    passed_ms: int = -(1 << 63)
    tweets: int = 0
    malformed: int = 0
    duplicates: int = 0
    late: int = 0
    blocked: int = 0

    def plus(self, other: PartialHead) -> PartialHead:
        """The same with the other's counts added."""
        return msgspec.structs.replace(
            self,
            tweets=self.tweets + other.tweets,
            malformed=self.malformed + other.malformed,
            duplicates=self.duplicates + other.duplicates,
            late=self.late + other.late,
            blocked=self.blocked + other.blocked,
        )


_encoder = msgspec.msgpack.Encoder()
_head = msgspec.msgpack.Decoder(PartialHead)
_run = msgspec.msgpack.Decoder(NewUsers)
_page = msgspec.msgpack.Decoder(UserPage)
_votes = msgspec.msgpack.Decoder(dict[str, int])
_ballots = msgspec.msgpack.Decoder(Ballots)
_text = msgspec.msgpack.Decoder(str)


def encode_head(head: PartialHead) -> PartialRecord:
    return b"h", _encoder.encode(head)


def encode_window(start_ms: int, votes: dict[str, int] | None) -> PartialRecord:
    """``votes`` None: the window is dropped."""
    return b"w%d" % start_ms, None if votes is None else _encoder.encode(votes)


def encode_ballots(start_ms: int, shard: int, ballots: Ballots | None) -> PartialRecord:
    """``ballots`` None: the window is over."""
    return b"b%d/%d" % (start_ms, shard), None if ballots is None else _encoder.encode(ballots)


def encode_users(rows: UserRows) -> Iterator[PartialRecord]:
    """The records of changed users."""
    for run in rows.newcomers:
        for part in _parts(run):
            yield b"n%d" % part.first, _encoder.encode(part)
    for user, url in rows.pictures:
        yield b"i%d" % user, _encoder.encode(url)
    for page in rows.pages:
        yield b"c%d" % page.page, _encoder.encode(page)


def _parts(run: NewUsers) -> Iterator[NewUsers]:
    """The run in pieces that Kafka takes."""
    begin, size = 0, 0
    for n, (name, url) in enumerate(zip(run.names, run.image_urls, strict=True)):
        # Four bytes a character at most, and a few for the lengths.
        more = 4 * (len(name) + len(url)) + 10
        if size and size + more > MOST_RUN_BYTES:
            yield NewUsers(run.first + begin, run.names[begin:n], run.image_urls[begin:n])
            begin, size = n, 0
        size += more
    yield NewUsers(run.first + begin, run.names[begin:], run.image_urls[begin:])


class WindowVotes(msgspec.Struct, frozen=True):
    """The votes of a window; None: dropped."""

    start_ms: int
    votes: dict[str, int] | None


class WindowBallots(msgspec.Struct, frozen=True):
    """Ballots of a window; None: dropped."""

    start_ms: int
    shard: int
    ballots: Ballots | None


def decode_partial(
    key: bytes, value: bytes | None
) -> PartialHead | NewUsers | UserPage | tuple[int, str] | WindowVotes | WindowBallots | None:
    """What a record says; None where it says nothing that is known here.

    Raises
    ------
    ValueError
        The record is damaged.
    """
    kind, rest = key[:1], key[1:]
    if kind == b"w":
        return WindowVotes(int(rest), None if value is None else _votes.decode(value))
    if kind == b"b":
        start, shard = rest.split(b"/")
        return WindowBallots(
            int(start), int(shard), None if value is None else _ballots.decode(value)
        )
    if value is None:
        return None
    match kind:
        case b"h":
            return _head.decode(value)
        case b"n":
            return _run.decode(value)
        case b"c":
            return _page.decode(value)
        case b"i":
            return int(rest), _text.decode(value)
    return None

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

A record with another key belongs to another program and is ignored. A value that does not fit its
key is damage: an absolute value cannot be guessed.

Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Final

import msgspec

from mwk_desktop.messages import Message
from mwk_desktop.topology.user_rows import PAGE_USERS, NewUsers, UserPage, UserRows

MOST_RUN_BYTES: Final = 400_000
"""Kafka takes no record above 1 MB: more new users than this are several records."""

MOST_WINDOWS: Final = 1_024
"""The votes of this many windows are kept; those that changed longest ago are dropped."""

MOST_USERS: Final = 1 << 25
"""A user's number beyond this is damage: no memory is reserved for so many."""

Ballots = dict[str, list[tuple[int, str]]]
"""A user's votes in a window: (event time, instrument), in the order of the partition."""

PartialRecord = tuple[bytes, bytes | None]
"""Key, and value; None takes the key away."""


class DamagedPartialError(Exception):
    """A record of the group's own topics is damaged, so that the counts cannot go on."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class PartialHead(msgspec.Struct, frozen=True):
    """The small part of a partial.

    Attributes
    ----------
    next_offset
        Next offset of the input: everything before it is counted.
    passed_ms
        Windows that end at or before this get no votes from this partition any more.
    topic_id
        Id of the input topic: one that was created again has another id. Empty: unknown.
    """

    next_offset: Annotated[int, msgspec.Meta(ge=0, le=(1 << 63) - 1)]
    window_ms: int
    passed_ms: int = -(1 << 63)
    tweets: int = 0
    malformed: int = 0
    duplicates: int = 0
    late: int = 0
    blocked: int = 0
    topic_id: str = ""

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


class DroppedUsers(msgspec.Struct, frozen=True):
    """A row of users is taken away (``kind`` as in its key): the input was created again."""

    kind: bytes
    number: int


PartialRow = (
    PartialHead | NewUsers | UserPage | tuple[int, str] | DroppedUsers | WindowVotes | WindowBallots
)

_KEY: Final = re.compile(rb"(h)|([nic])([0-9]{1,9})|(w)(-?[0-9]{1,18})|(b)(-?[0-9]{1,18})/([0-9]+)")


def decode_partial(key: bytes, value: bytes | None) -> PartialRow | None:
    """What a record says; None where its key is none of ours.

    Raises
    ------
    ValueError
        The record is damaged.
    """
    found = _KEY.fullmatch(key)
    if found is None:
        return None
    head, kind, number, window, start, _, ballots_start, shard = found.groups()
    if head:
        return None if value is None else _head.decode(value)
    if window:
        return WindowVotes(int(start), None if value is None else _votes.decode(value))
    if kind is None:
        ballots = None if value is None else _ballots.decode(value)
        return WindowBallots(int(ballots_start), int(shard), ballots)
    return _decode_users(kind, int(number), value)


def _decode_users(
    kind: bytes, number: int, value: bytes | None
) -> NewUsers | UserPage | tuple[int, str] | DroppedUsers:
    if value is None:
        return DroppedUsers(kind, number)
    if kind == b"i":
        return number, _text.decode(value)
    if kind == b"n":
        run = _run.decode(value)
        same = run.first == number and len(run.names) == len(run.image_urls)
        if not same or number + len(run.names) > MOST_USERS:
            raise ValueError(f"no run of users from {number} on")
        return run
    page = _page.decode(value)
    users, rest = divmod(len(page.tweets), 4)
    if page.page != number or rest or users > PAGE_USERS or len(page.latest) != 8 * users:
        raise ValueError(f"no page {number} of users")
    if (number + 1) * PAGE_USERS > MOST_USERS:
        raise ValueError(f"no page {number} of users")
    return page

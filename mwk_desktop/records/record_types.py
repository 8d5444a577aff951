"""The types of what topics contain: a Kafka record and the tweet in it.

Pure data, used by every thread. ``gc=False``: neither can form a reference cycle, and a garbage
collector that skips them does not delay the show thread in a flood.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from mwk_desktop.messages import Message

Headers = Sequence[tuple[str, bytes | None]]
"""The headers of a record."""


class Record(msgspec.Struct, gc=False, frozen=True, array_like=True):
    """One Kafka record with its original bytes.

    ``timestamp_ms`` is -1 if the record has none; ``arrival_ms`` is the wall clock when it was
    received (-1: unknown, for example in a file that kcat wrote). A ``value`` of None is a
    tombstone. ``log_append``: the broker stamped the record when it appended it (the topic's
    LogAppendTime), not the producer.
    """

    topic: str
    partition: int
    offset: int
    timestamp_ms: int
    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes | None], ...] = ()
    arrival_ms: int = -1
    log_append: bool = False


class Tweet(msgspec.Struct, gc=False, frozen=True):
    """A decoded status: only the fields that the show's rules use.

    ``id`` and ``created_at_ms`` are None if the status has none. ``retweet`` is the status's own
    flag (the matcher handles texts that begin with ``RT @``).
    """

    id: int | None
    screen_name: str
    name: str
    image_url: str
    text: str
    created_at_ms: int | None
    retweet: bool = False


class DecodeError(ValueError):
    """A value is no tweet.

    Attributes
    ----------
    reason : Message
        What is wrong with it; the caller adds which record it is.
    """

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason

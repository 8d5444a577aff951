"""The shapes that come up from the topics: a Kafka record and the tweet inside it.

Pure data, used by every thread. ``gc=False``: neither holds containers that could form a cycle,
and a collector that skips them does not stop the show thread under a flood.
"""

from __future__ import annotations

import msgspec

from mwk_desktop.messages import Message


class Record(msgspec.Struct, gc=False, frozen=True, array_like=True):
    """One Kafka record, bytes as they came.

    ``timestamp_ms`` is -1 where the record has none, ``arrival_ms`` is the wall clock when we
    got it (-1: unknown, for example in a file that kcat wrote). ``value`` None is a tombstone.
    ``log_append``: the broker stamped the record when it appended it (the topic's LogAppendTime),
    not the producer.
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
    """A decoded record: what the rules of the show read, and nothing else of the status.

    ``id`` and ``created_at_ms`` are None where the status has none; ``retweet`` is the status's
    own mark (a text that begins with ``RT @`` is the matcher's business).
    """

    id: int | None
    screen_name: str
    name: str
    image_url: str
    text: str
    created_at_ms: int | None
    retweet: bool = False


class DecodeError(ValueError):
    """A value that is no tweet.

    Attributes
    ----------
    reason : Message
        What is wrong with it; the caller knows of which record.
    """

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason

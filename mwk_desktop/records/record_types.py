"""The shapes that come up from the topics: a Kafka record and the tweet inside it.

Pure data, used by every thread. ``gc=False``: neither holds containers that could form a cycle,
and a collector that skips them does not stop the show thread under a flood.
"""

from __future__ import annotations

import msgspec


class Record(msgspec.Struct, gc=False, frozen=True, array_like=True):
    """One Kafka record, bytes as they came.

    ``timestamp_ms`` is -1 where the record has none, ``arrival_ms`` is the wall clock when we
    got it (-1: unknown, for example in a file that kcat wrote). ``value`` None is a tombstone.
    """

    topic: str
    partition: int
    offset: int
    timestamp_ms: int
    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes | None], ...] = ()
    arrival_ms: int = -1


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
    """A record that is no tweet; the message names topic, partition, offset and what is wrong."""

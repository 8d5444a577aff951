"""Deletions of posts, as records of the input topic: ``{"Delete":{"Id":123}}``. Pure.

No tweet, so each counts as malformed, here and for every reader of the topic that does not know it;
the shape follows the deletion notices of Twitter's own streams. A deleted post keeps its vote and
its place in the counts: only nobody can read it any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from mwk_desktop.records.record_types import Tweet

_BEGINNING: Final = '{"Delete":'
_BYTES: Final = _BEGINNING.encode()


class _Post(msgspec.Struct):
    Id: int


class _Deletion(msgspec.Struct):
    Delete: _Post


_decode: Final = msgspec.json.Decoder(_Deletion).decode


def deletion_value(tweet_id: int) -> bytes:
    """The value of the record that says that a post was deleted."""
    return b'{"Delete":{"Id":%d}}' % tweet_id


def deleted_ids(values: Iterable[bytes | str | None], tweets: Sequence[Tweet | None]) -> list[int]:
    """Numbers of the deleted posts, among the values that are no tweets.

    Parameters
    ----------
    values, tweets
        What was decoded, and what it was decoded to; equally many.
    """
    if all(tweets):
        return []
    found = []
    for value, tweet in zip(values, tweets, strict=True):
        if tweet is None and value is not None and _looks_so(value):
            try:
                found.append(_decode(value).Delete.Id)
            except (ValueError, RecursionError):
                continue
    return found


def _looks_so(value: bytes | str) -> bool:
    if isinstance(value, str):
        return value.startswith(_BEGINNING)
    return value.startswith(_BYTES)

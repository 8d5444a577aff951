"""The program a tweet was posted with: the status's ``Source``, which the show's rules never use.

Apart from :mod:`.tweet_decoding`, so that the fast path does not pay for it. Pure.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

import msgspec

LONGEST: Final = 60
"""Characters of a source that are kept: it is a program's name."""

_TAG: Final = re.compile(r"<[^>]*>")


class _Posted(msgspec.Struct, gc=False):
    Source: str | None = None
    payload: msgspec.Raw = msgspec.Raw()


_decode: Final = msgspec.json.Decoder(_Posted).decode


def tweet_sources(values: Iterable[bytes | str | None]) -> list[str]:
    """The source of each value as plain text (Twitter sends a link); empty where there is none."""
    return [_source(value) for value in values]


def _source(value: bytes | str | None) -> str:
    if value is None:
        return ""
    try:
        status = _decode(value)
        if status.Source is None and bytes(status.payload).startswith(b"{"):
            status = _decode(status.payload)  # inside a Connect envelope
    except (ValueError, RecursionError):
        return ""
    return _plain(status.Source or "")


@lru_cache(maxsize=256)
def _plain(source: str) -> str:
    """The text of a link, on one line."""
    text = html.unescape(_TAG.sub("", source))
    return " ".join(text.split())[:LONGEST]

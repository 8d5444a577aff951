"""A post of any network, and the record of the input topic that it becomes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from html.parser import HTMLParser
from typing import Any, Final

from mwk_desktop.sources.status_source import StatusMessage, status_message

MOST_TEXT: Final = 1_000
"""Characters of a post that are passed on; an instrument's name stands near the beginning."""


@dataclass(frozen=True, slots=True)
class NetworkPost:
    """A post.

    Attributes
    ----------
    network
        Where it was written: ``mastodon``, ``bluesky`` or ``twitch``.
    key
        Identifies the post within its network.
    author
        The screen name, with the network in it, so that ``ana`` of two networks are two people.
    created_at_ms
        When it was written (ms since the epoch), as its author's program says.
    owner
        Identifies the author within the network, also under another name.
    seen_at_ms
        When the network itself saw it, and so when it counts; 0: when it was written.
    """

    network: str
    key: str
    author: str
    text: str
    created_at_ms: int
    name: str = ""
    image_url: str = ""
    lang: str = "und"
    owner: str = ""
    seen_at_ms: int = 0

    @property
    def status_id(self) -> int:
        """A number of 63 bits made of the network and the key: the same whenever it is read."""
        digest = hashlib.blake2b(f"{self.network}:{self.key}".encode(), digest_size=8).digest()
        return int.from_bytes(digest, "big") >> 1

    def to_message(self) -> StatusMessage:
        """The record of the input topic."""
        message = status_message(
            self.text[:MOST_TEXT],
            self.author,
            status_id=self.status_id,
            created_at_ms=self.created_at_ms,
            name=self.name,
            image_url=self.image_url,
            source=self.network,
            lang=self.lang or "und",
        )
        return replace(message, timestamp_ms=self.seen_at_ms or self.created_at_ms)


class UnreadablePostError(ValueError):
    """What a network sent is no post: a part is missing or of another type."""


def text_at(value: Any, *path: str) -> str:
    """The text at a path of keys in JSON.

    Raises
    ------
    UnreadablePostError
        There is none; the message names the path.
    """
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    if not isinstance(value, str):
        raise UnreadablePostError(f"no text at {'.'.join(path)}")
    return value


def optional_text_at(value: Any, *path: str) -> str:
    """The text at a path of keys in JSON, "" where there is none."""
    try:
        return text_at(value, *path)
    except UnreadablePostError:
        return ""


def time_at(value: Any, *path: str) -> int:
    """The ISO 8601 time at a path, in ms since the epoch; raises as :func:`text_at` does."""
    text = text_at(value, *path)
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            raise ValueError
        return round(moment.timestamp() * 1000)
    except (ValueError, OverflowError):
        raise UnreadablePostError(f"no time at {'.'.join(path)}") from None


class _PlainText(HTMLParser):
    """Collects the text of HTML; paragraphs and breaks become line ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br" or (tag in ("p", "li") and self.parts):
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def plain_text(html: str) -> str:
    """The text that a browser would show of a post's HTML."""
    parser = _PlainText()
    parser.feed(html)
    parser.close()
    return "".join(parser.parts).strip()

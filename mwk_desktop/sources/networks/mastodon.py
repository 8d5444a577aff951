"""Mastodon: the stream of a hashtag on one server.

The protocol is Mastodon's streaming API over HTTP (server-sent events, docs.joinmastodon.org,
"Streaming timelines") and its hashtag timeline, which fills the gap after a break. A server sees
the posts of its own people and of those that they follow elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote, urlsplit

import aiohttp

from mwk_desktop.messages import message
from mwk_desktop.sources.networks.network_post import (
    NetworkPost,
    UnreadablePostError,
    optional_text_at,
    plain_text,
    text_at,
    time_at,
)
from mwk_desktop.sources.networks.network_source import FeedEvents
from mwk_desktop.sources.networks.network_trouble import trouble_of_status

NETWORK: Final = "mastodon"
SILENCE_S: Final = 45.0
"""A server sends a sign of life every 15 s."""
PAGE: Final = 40
"""Posts that a timeline gives at once, its limit."""
MOST_PAGES: Final = 50
"""Most pages read to fill a gap: 2,000 posts."""
MOST_LINE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class MastodonOptions:
    """``server``: a name (``mastodon.social``) or an address; ``token``: an app's access token, ""
    for none; ``hashtag``: without ``#``."""

    server: str
    hashtag: str
    token: str = ""
    silence_s: float = SILENCE_S


class MastodonFeed:
    """Posts with a hashtag that a Mastodon server sees."""

    name = "Mastodon"

    def __init__(self, options: MastodonOptions) -> None:
        self._options = options
        address = options.server
        self._base = (address if "://" in address else f"https://{address}").rstrip("/")
        self._host = urlsplit(self._base).hostname or address
        self._stream_base = ""
        self._newest = ""

    async def follow(self, session: aiohttp.ClientSession, events: FeedEvents) -> None:
        """Open the stream, fill the gap since the last post, then read the stream."""
        if not self._stream_base:
            self._stream_base = await self._streaming_address(session)
        tag = self._options.hashtag
        url = f"{self._stream_base}/api/v1/streaming/hashtag"
        timeout = aiohttp.ClientTimeout(total=None, sock_read=self._options.silence_s)
        async with session.get(
            url, params={"tag": tag}, headers=self._headers(), timeout=timeout
        ) as answer:
            if answer.status != 200:
                raise trouble_of_status(self.name, answer.status, answer.headers)
            events.on_open(message("Listening for #{tag} on {server}", tag=tag, server=self._host))
            await self._fill_gap(session, events)
            async for event, data in _events(answer.content):
                self._handle(event, data, events)

    def _headers(self) -> dict[str, str]:
        token = self._options.token
        return {"Authorization": f"Bearer {token}"} if token else {}

    async def _streaming_address(self, session: aiohttp.ClientSession) -> str:
        """Large servers stream from another host, which they name."""
        found = await self._read_json(session, "/api/v2/instance", {})
        address = optional_text_at(found, "configuration", "urls", "streaming")
        if not address.startswith(("ws://", "wss://", "http://", "https://")):
            return self._base
        return address.replace("ws", "http", 1).rstrip("/") if address[0] == "w" else address

    async def _fill_gap(self, session: aiohttp.ClientSession, events: FeedEvents) -> None:
        """Report what came since the newest post that is known; the first time only find it."""
        path = f"/api/v1/timelines/tag/{quote(self._options.hashtag, safe='')}"
        if not self._newest:
            for status in await self._read_list(session, path, {"limit": "1"}):
                self._note(status)
            self._newest = self._newest or "0"
            return
        for _ in range(MOST_PAGES):
            asked = {"limit": str(PAGE), "min_id": self._newest}
            page = await self._read_list(session, path, asked)
            before = self._newest
            for status in reversed(page):  # the newest comes first
                self._report(status, events)
            if len(page) < PAGE or self._newest == before:
                return

    async def _read_list(
        self, session: aiohttp.ClientSession, path: str, asked: dict[str, str]
    ) -> list[Any]:
        found = await self._read_json(session, path, asked)
        return found if isinstance(found, list) else []

    async def _read_json(
        self, session: aiohttp.ClientSession, path: str, asked: dict[str, str]
    ) -> Any:
        timeout = aiohttp.ClientTimeout(total=self._options.silence_s)
        async with session.get(
            self._base + path, params=asked, headers=self._headers(), timeout=timeout
        ) as answer:
            if answer.status == 404 and path == "/api/v2/instance":
                return {}  # an older server
            if answer.status != 200:
                raise trouble_of_status(self.name, answer.status, answer.headers)
            return await answer.json(content_type=None)

    def _handle(self, event: str, data: str, events: FeedEvents) -> None:
        if event == "update":
            try:
                status = json.loads(data)
            except (ValueError, RecursionError):
                events.on_unreadable(UnreadablePostError("not JSON"))
                return
            self._report(status, events)
        elif event == "status.update":
            events.on_edited()
        elif event == "delete":
            events.on_deleted(data.strip())

    def _report(self, status: Any, events: FeedEvents) -> None:
        try:
            events.on_post(self._post_of(status))
        except UnreadablePostError as error:
            events.on_unreadable(error)
        # Also what is no post to us: a gap can be full of pictures without words.
        self._note(status)

    def _note(self, status: Any) -> None:
        """Remember the newest post: identifiers are numbers that grow with time."""
        key = optional_text_at(status, "id")
        if key.isascii() and key.isdigit() and int(key) > int(self._newest or "0"):
            self._newest = key

    def _post_of(self, status: Any) -> NetworkPost:
        """The post in a status entity (docs.joinmastodon.org/entities/Status)."""
        account = text_at(status, "account", "acct")
        # People of the server itself are named without it.
        author = account if "@" in account else f"{account}@{self._host}"
        text = plain_text(text_at(status, "content"))
        if not account or not text:
            raise UnreadablePostError("no author or no text")
        return NetworkPost(
            NETWORK,
            text_at(status, "id"),
            author,
            text,
            time_at(status, "created_at"),
            name=optional_text_at(status, "account", "display_name"),
            image_url=optional_text_at(status, "account", "avatar_static"),
            lang=optional_text_at(status, "language"),
            owner=author,
        )


async def _events(content: aiohttp.StreamReader) -> AsyncIterator[tuple[str, str]]:
    """Server-sent events: (name, data) at each empty line (HTML standard, 9.2.6)."""
    event, buffer = "", b""
    data: list[str] = []
    async for chunk in content.iter_any():
        buffer += chunk
        *lines, buffer = buffer.split(b"\n")
        if len(buffer) > MOST_LINE:
            raise ValueError("an endless line")
        for raw in lines:
            line = raw.rstrip(b"\r").decode("utf-8", "replace")
            field, _, value = line.partition(":")
            value = value.removeprefix(" ")
            if not line:
                if data:
                    yield event, "\n".join(data)
                event, data = "", []
            elif field == "event":
                event = value
            elif field == "data":
                data.append(value)

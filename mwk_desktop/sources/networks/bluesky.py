"""Bluesky: posts with a hashtag, from the Jetstream of all posts.

The protocol is Jetstream's (github.com/bluesky-social/jetstream): JSON over a WebSocket, with a
cursor in microseconds that fills the gap after a break. Jetstream names authors by number (DID);
their handles come from the public API (``app.bsky.actor.getProfile``). Nobody needs an account.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any, Final

import aiohttp

from mwk_desktop.messages import message
from mwk_desktop.sources.networks.network_post import (
    NetworkPost,
    UnreadablePostError,
    optional_text_at,
    text_at,
    time_at,
)
from mwk_desktop.sources.networks.network_source import FeedEvents
from mwk_desktop.sources.networks.network_trouble import NetworkTroubleError, trouble_of_status

NETWORK: Final = "bluesky"
POSTS: Final = "app.bsky.feed.post"
JETSTREAM: Final = "wss://jetstream2.us-east.bsky.network"
API: Final = "https://public.api.bsky.app"
SILENCE_S: Final = 30.0
"""All posts of the network come by: some every second."""
OVERLAP_US: Final = 5_000_000
"""This much is read again after a break, as Jetstream's authors advise."""
PROFILES: Final = 10_000
MOST_BYTES: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class BlueskyOptions:
    """Where the Jetstream and the API are; ``hashtag`` is without ``#``."""

    hashtag: str
    jetstream: str = JETSTREAM
    api: str = API
    silence_s: float = SILENCE_S


@dataclass(frozen=True, slots=True)
class _Profile:
    handle: str
    name: str
    image_url: str


class BlueskyFeed:
    """Posts of Bluesky with a hashtag."""

    name = "Bluesky"

    def __init__(self, options: BlueskyOptions) -> None:
        self._options = options
        self._tag = options.hashtag.casefold()
        self._cursor_us = 0
        self._profiles: OrderedDict[str, _Profile] = OrderedDict()

    async def follow(self, session: aiohttp.ClientSession, events: FeedEvents) -> None:
        """Read the Jetstream, from a little before the last message on."""
        asked = {"wantedCollections": POSTS}
        if self._cursor_us:
            asked["cursor"] = str(self._cursor_us - OVERLAP_US)
        url = f"{self._options.jetstream.rstrip('/')}/subscribe"
        silence_s = self._options.silence_s
        try:
            connection = await session.ws_connect(
                url, params=asked, heartbeat=silence_s, max_msg_size=MOST_BYTES
            )
        except aiohttp.WSServerHandshakeError as error:
            raise trouble_of_status(self.name, error.status, error.headers or {}) from None
        async with connection:
            tag = self._options.hashtag
            events.on_open(message("Listening for #{tag} on Bluesky", tag=tag))
            while True:
                received = await connection.receive(timeout=silence_s)
                if received.type is aiohttp.WSMsgType.TEXT:
                    await self._handle(received.data, session, events)
                elif received.type in (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED):
                    return
                elif received.type is aiohttp.WSMsgType.ERROR:
                    raise NetworkTroubleError(
                        message("{network} sends what cannot be read.", network=self.name)
                    )

    async def _handle(self, text: str, session: aiohttp.ClientSession, events: FeedEvents) -> None:
        try:
            line = json.loads(text)
        except (ValueError, RecursionError):
            events.on_unreadable(UnreadablePostError("not JSON"))
            return
        try:
            await self._handle_line(line, session, events)
        except UnreadablePostError as error:
            events.on_unreadable(error)
        time_us = line.get("time_us") if isinstance(line, dict) else None
        if isinstance(time_us, int) and time_us > self._cursor_us:
            # Only what was passed on is behind the cursor.
            self._cursor_us = time_us

    async def _handle_line(
        self, line: Any, session: aiohttp.ClientSession, events: FeedEvents
    ) -> None:
        kind = text_at(line, "kind")
        if kind == "identity":
            self._profiles.pop(optional_text_at(line, "did"), None)
            return
        if kind == "account":
            if _has_left(line):
                events.on_cleared(text_at(line, "did"))
            return
        if kind != "commit" or optional_text_at(line, "commit", "collection") != POSTS:
            return
        did = text_at(line, "did")
        key = f"{did}/{text_at(line, 'commit', 'rkey')}"
        operation = text_at(line, "commit", "operation")
        if operation == "delete":
            events.on_deleted(key)
        elif operation == "update":
            if events.knows(key):
                events.on_edited()
        elif self._has_tag(line["commit"].get("record")):
            profile = await self._profile_of(did, session)
            events.on_post(_post_of(line, key, profile))

    def _has_tag(self, record: Any) -> bool:
        """Whether a post has the hashtag: as a facet (``app.bsky.richtext.facet``) or in its tags,
        which are not in the text."""
        if not isinstance(record, dict):
            return False
        tags = record.get("tags")
        found = list(tags) if isinstance(tags, list) else []
        facets = record.get("facets")
        for facet in facets if isinstance(facets, list) else ():
            features = facet.get("features") if isinstance(facet, dict) else None
            for feature in features if isinstance(features, list) else ():
                found.append(optional_text_at(feature, "tag"))
        return any(isinstance(tag, str) and tag.casefold() == self._tag for tag in found)

    async def _profile_of(self, did: str, session: aiohttp.ClientSession) -> _Profile:
        """An author's handle and name.

        Raises
        ------
        UnreadablePostError
            There is no such author (any more).
        """
        known = self._profiles.get(did)
        if known is not None:
            self._profiles.move_to_end(did)
            return known
        url = f"{self._options.api.rstrip('/')}/xrpc/app.bsky.actor.getProfile"
        timeout = aiohttp.ClientTimeout(total=self._options.silence_s)
        async with session.get(url, params={"actor": did}, timeout=timeout) as answer:
            if answer.status in (400, 404):
                raise UnreadablePostError(f"no author {did}")
            if answer.status != 200:
                trouble = trouble_of_status(self.name, answer.status, answer.headers)
                raise NetworkTroubleError(trouble.sentence, wait_s=trouble.wait_s)
            found = await answer.json(content_type=None)
        handle = text_at(found, "handle")
        if handle in ("", "handle.invalid"):
            handle = did
        profile = _Profile(
            handle, optional_text_at(found, "displayName"), optional_text_at(found, "avatar")
        )
        self._profiles[did] = profile
        if len(self._profiles) > PROFILES:
            self._profiles.popitem(last=False)
        return profile


def _has_left(line: Any) -> bool:
    """Whether an account was deleted, closed or taken down: nobody sees its posts any more."""
    account = line.get("account")
    return isinstance(account, dict) and account.get("active") is False


def _post_of(line: Any, key: str, profile: _Profile) -> NetworkPost:
    """The post in a commit with a record of ``app.bsky.feed.post``.

    Its time is the Jetstream's: an author's program may claim any.
    """
    record, time_us = line["commit"]["record"], line.get("time_us")
    text = text_at(record, "text").strip()
    if not text:
        raise UnreadablePostError("no text")
    langs = record.get("langs")
    lang = langs[0] if isinstance(langs, list) and langs and isinstance(langs[0], str) else ""
    return NetworkPost(
        NETWORK,
        key,
        profile.handle,
        text,
        time_at(record, "createdAt"),
        name=profile.name,
        image_url=profile.image_url,
        lang=lang,
        owner=text_at(line, "did"),
        seen_at_ms=time_us // 1000 if isinstance(time_us, int) else 0,
    )

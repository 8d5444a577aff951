"""Servers of our own that speak as Mastodon, Bluesky and Twitch do, and misbehave on demand.

Each connection plays the next *script*, a list of steps; after the last script connections stay
open until the test ends. The shapes of posts are those of the networks' documentation.
"""

from __future__ import annotations

import asyncio
import json
import ssl
import threading
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from aiohttp import WSMsgType, web

T0_MS = 1_523_450_010_000
TOKEN = "ZA-Yj3aBD8U8Cm7lKUp-lm9O9BmDgdhHzDeqsY8tlL0"


def iso(at_ms: int) -> str:
    """A time as Mastodon and Bluesky write it."""
    text = datetime.fromtimestamp(at_ms / 1000, UTC).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")


class ThreadedServer(ABC):
    """A server on loopback whose event loop has a thread of its own.

    ``scripts``: what the next connections play.
    """

    def __init__(self) -> None:
        self.scripts: list[list[Any]] = []
        self.connections = 0
        self.ending = asyncio.Event()
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._started = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        self._started.wait()

    def _run(self) -> None:
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        close = await self.open()
        self._started.set()
        await self.ending.wait()
        await close()

    @abstractmethod
    async def open(self) -> Callable[[], Awaitable[None]]:
        """Start to listen; returns what ends it."""

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self.ending.set)
        self._thread.join()

    def next_script(self) -> list[Any]:
        self.connections += 1
        return self.scripts.pop(0) if self.scripts else []


class _HttpServer(ThreadedServer):
    @abstractmethod
    def routes(self) -> list[web.RouteDef]:
        """What it answers."""

    async def open(self) -> Callable[[], Awaitable[None]]:
        app = web.Application()
        app.add_routes(self.routes())
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.port = runner.addresses[0][1]
        return runner.cleanup


def toot(number: int, text: str = "<p>drum please</p>", account: Any = "ana", **more: Any) -> Any:
    """A status entity of Mastodon (docs.joinmastodon.org/entities/Status)."""
    return {
        "id": str(110_000_000_000_000_000 + number),
        "created_at": iso(T0_MS + number),
        "edited_at": None,
        "language": "en",
        "visibility": "public",
        "content": text,
        "account": {
            "id": "1",
            "username": "ana",
            "acct": account,
            "display_name": "Ana",
            "avatar_static": "https://files.example/ana.png",
        },
        "reblog": None,
    } | more


def sse(event: str, payload: Any) -> bytes:
    data = payload if isinstance(payload, str) else json.dumps(payload)
    return f"event: {event}\ndata: {data}\n\n".encode()


class MastodonServer(_HttpServer):
    """``timeline``: all posts so far, the oldest first. Steps: bytes of the stream, an int (a
    status instead of the stream), ``"cut"``, ``"close"``, ``"asked"`` (waits until the client has
    asked for the timeline), or what is called."""

    def __init__(self) -> None:
        self.timeline: list[Any] = []
        self.timeline_answers: list[web.Response] = []
        self.instance: Any = {"configuration": {"urls": {}}}
        self.tokens: list[str] = []
        self.headers: dict[str, str] = {}
        self.asked = asyncio.Event()
        super().__init__()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/api/v2/instance", self._instance),
            web.get("/api/v1/timelines/tag/{tag}", self._timeline),
            web.get("/api/v1/streaming/hashtag", self._stream),
        ]

    async def _instance(self, _: web.Request) -> web.Response:
        if isinstance(self.instance, int):
            return web.Response(status=self.instance)
        return web.json_response(self.instance)

    async def _timeline(self, request: web.Request) -> web.Response:
        self.asked.set()
        if self.timeline_answers:
            return self.timeline_answers.pop(0)
        limit, least = int(request.query["limit"]), int(request.query.get("min_id", "0"))
        later = [each for each in self.timeline if int(each["id"]) > least]
        page = later[:limit] if least else later[-limit:]
        return web.json_response(page[::-1])

    async def _stream(self, request: web.Request) -> web.StreamResponse:
        self.tokens.append(request.headers.get("Authorization", ""))
        script = self.next_script()
        if script and isinstance(script[0], int):
            return web.Response(status=script[0], headers=self.headers)
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        await response.write(b":)\n\n")
        for step in script:
            if step == "cut":
                assert request.transport is not None
                request.transport.abort()
                return response
            if step == "close":
                return response
            if step == "asked":
                await self.asked.wait()
                continue
            if callable(step):
                step()
            else:
                await response.write(step)
        await self.ending.wait()
        return response


def skeet(number: int, text: str = "drum #mwk", did: str = "did:plc:ana", **more: Any) -> Any:
    """A commit of Jetstream that creates a post."""
    record = {
        "$type": "app.bsky.feed.post",
        "createdAt": iso(T0_MS + number),
        "langs": ["en"],
        "text": text,
        "facets": [
            {
                "features": [{"$type": "app.bsky.richtext.facet#tag", "tag": "MWK"}],
                "index": {"byteStart": 5, "byteEnd": 9},
            }
        ],
    } | more
    commit = {
        "rev": "3l3qo2vuowo2b",
        "operation": "create",
        "collection": "app.bsky.feed.post",
        "rkey": f"3l3qo2vu{number}",
        "record": record,
        "cid": "bafyreidwaivazkwu67xztlmuobx35hs2lnfh3kolmgfmucldvhd3sgzcqi",
    }
    return {"did": did, "time_us": (T0_MS + number) * 1000, "kind": "commit", "commit": commit}


def closed_account(did: str) -> Any:
    """Jetstream's line about an account that is taken down."""
    gone = {"active": False, "did": did, "seq": 1, "status": "takendown"}
    return {"kind": "account", "did": did, "time_us": 5, "account": gone}


class BlueskyServer(_HttpServer):
    """Jetstream and API. Steps: JSON or text to send, an int (a status instead of the stream),
    ``"cut"``, ``"close"``, or what is called. ``profiles``: DID -> profile, or a status."""

    def __init__(self) -> None:
        self.profiles: dict[str, Any] = {"did:plc:ana": profile("ana.example")}
        self.profiles_asked: list[str] = []
        self.cursors: list[str] = []
        self.headers: dict[str, str] = {}
        super().__init__()

    @property
    def jetstream(self) -> str:
        return f"ws://127.0.0.1:{self.port}"

    @property
    def api(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/subscribe", self._subscribe),
            web.get("/xrpc/app.bsky.actor.getProfile", self._profile),
        ]

    async def _profile(self, request: web.Request) -> web.Response:
        did = request.query["actor"]
        self.profiles_asked.append(did)
        found = self.profiles.get(did, 400)
        if isinstance(found, list):
            found = found.pop(0)
        if isinstance(found, int):
            return web.json_response({"error": "InvalidRequest"}, status=found)
        return web.json_response(found)

    async def _subscribe(self, request: web.Request) -> web.StreamResponse:
        assert request.query["wantedCollections"] == "app.bsky.feed.post"
        self.cursors.append(request.query.get("cursor", ""))
        script = self.next_script()
        if script and isinstance(script[0], int):
            return web.Response(status=script[0], headers=self.headers)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        for step in script:
            if step == "cut":
                assert request.transport is not None
                request.transport.abort()
                return socket
            if step == "close":
                await socket.close()
                return socket
            if callable(step):
                step()
            elif isinstance(step, bytes):
                await socket.send_bytes(step)
            else:
                await socket.send_str(step if isinstance(step, str) else json.dumps(step))
        reading = asyncio.ensure_future(socket.receive())
        ending = asyncio.ensure_future(self.ending.wait())
        while not ending.done():
            await asyncio.wait((reading, ending), return_when=asyncio.FIRST_COMPLETED)
            if reading.done() and reading.result().type in (WSMsgType.CLOSE, WSMsgType.CLOSED):
                break
            if reading.done():
                reading = asyncio.ensure_future(socket.receive())
        reading.cancel()
        ending.cancel()
        return socket


def profile(handle: str) -> Any:
    return {"did": "did:plc:ana", "handle": handle, "displayName": "Ana", "avatar": "https://a/b"}


def chat(number: int, text: str = "drum please", nick: str = "ana", **tags: str) -> str:
    """A line of Twitch's chat."""
    found = {
        "display-name": "Ana",
        "id": f"b34ccfc7-4977-403a-8a94-{number:012}",
        "tmi-sent-ts": str(T0_MS + number),
        "user-id": "1337",
    } | {key.replace("_", "-"): value for key, value in tags.items()}
    tagged = ";".join(f"{key}={value}" for key, value in found.items())
    return f"@{tagged} :{nick}!{nick}@{nick}.tmi.twitch.tv PRIVMSG #hall :{text}"


def removed(nick: str = "", **tags: str) -> str:
    """A moderator removes what a user wrote (with a ban, or ``ban_duration``), or everyone's."""
    found = {"room-id": "12345678", "tmi-sent-ts": str(T0_MS)}
    found |= {key.replace("_", "-"): value for key, value in tags.items()}
    tagged = ";".join(f"{key}={value}" for key, value in found.items())
    return f"@{tagged} :tmi.twitch.tv CLEARCHAT #hall" + (f" :{nick}" if nick else "")


WELCOME = [
    ":tmi.twitch.tv CAP * ACK :twitch.tv/tags twitch.tv/commands",
    ":tmi.twitch.tv 001 justinfan1 :Welcome, GLHF!",
    ":justinfan1.tmi.twitch.tv 366 justinfan1 #hall :End of /NAMES list",
]


class TwitchServer(ThreadedServer):
    """Steps: a line, bytes, ``"close"``, ``"cut"``, ``"expect WORD"`` (waits for a line of the
    client with the word), or what is called. ``received``: the client's lines."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.received: list[str] = []
        self._tls = tls
        super().__init__()

    @property
    def address(self) -> str:
        return f"irc://127.0.0.1:{self.port}"

    async def open(self) -> Callable[[], Awaitable[None]]:
        self._clients: list[asyncio.StreamWriter] = []
        server = await asyncio.start_server(self._serve_client, "127.0.0.1", 0, ssl=self._tls)
        self.port = server.sockets[0].getsockname()[1]

        async def close() -> None:
            server.close()
            for each in self._clients:
                each.transport.abort()
            await asyncio.sleep(0)

        return close

    async def _serve_client(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._clients.append(writer)
        script = self.next_script()
        try:
            await self._expect(reader, "JOIN")
            for step in script:
                if step == "cut":
                    writer.transport.abort()
                    return
                if step == "close":
                    writer.close()
                    return
                if callable(step):
                    step()
                elif isinstance(step, bytes):
                    writer.write(step)
                elif step.startswith("expect "):
                    await self._expect(reader, step.split()[1])
                else:
                    writer.write(f"{step}\r\n".encode())
                await writer.drain()
            while line := await reader.readline():
                self.received.append(line.decode())
        except ConnectionError:
            pass

    async def _expect(self, reader: asyncio.StreamReader, word: str) -> None:
        while line := (await reader.readline()).decode():
            self.received.append(line)
            if word in line:
                return

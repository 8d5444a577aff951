"""Twitch: the lines of a channel's chat.

The protocol is Twitch's IRC over TLS (dev.twitch.tv/docs/chat/irc) with the ``tags`` and
``commands`` capabilities; the chat is read without an account, as Twitch's own embedded chat does.
IRC keeps no history: what is written during a break is lost, and that is said.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import secrets
import ssl
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import aiohttp

from mwk_desktop.messages import message
from mwk_desktop.sources.networks.network_post import NetworkPost, UnreadablePostError
from mwk_desktop.sources.networks.network_source import CONNECT_S, FeedEvents
from mwk_desktop.sources.networks.network_trouble import NetworkTroubleError

NETWORK: Final = "twitch"
SERVER: Final = "ircs://irc.chat.twitch.tv:6697"
PING_S: Final = 60.0
"""After this long without a line we send a ping, and wait as long for the answer."""
JOIN_S: Final = 10.0
"""An existing channel lets us in much sooner than this; Twitch does not report one that does not
exist."""
MOST_LINE: Final = 16_384
"""Most bytes of a line: 8,191 of tags and 512 of IRC (ircv3.net/specs/extensions/message-tags)."""

_LINE: Final = re.compile(
    r"(?:@(?P<tags>\S+) +)?(?::(?P<prefix>\S+) +)?(?P<command>[A-Za-z]+|\d{3})(?P<rest>.*)",
    re.DOTALL,
)
_ESCAPES: Final = {":": ";", "s": " ", "\\": "\\", "r": "\r", "n": "\n"}


@dataclass(frozen=True, slots=True)
class TwitchOptions:
    """``channel``: without ``#``; ``server``: ``ircs://`` (TLS) or ``irc://`` and its address."""

    channel: str
    server: str = SERVER
    ping_s: float = PING_S


@dataclass(frozen=True, slots=True)
class IrcLine:
    """A line of IRC: its tags (unescaped), who sent it, the command, and the command's words."""

    tags: dict[str, str]
    nick: str
    command: str
    words: list[str]


def parsed_line(text: str) -> IrcLine:
    """Parse a line of IRC (RFC 1459, IRCv3 message tags).

    Raises
    ------
    UnreadablePostError
        It is no line of IRC.
    """
    found = _LINE.fullmatch(text)
    if found is None:
        raise UnreadablePostError("no line of IRC")
    tags = {}
    for each in (found["tags"] or "").split(";"):
        key, _, value = each.partition("=")
        if key:
            tags[key] = re.sub(r"\\(.?)", lambda one: _ESCAPES.get(one[1], one[1]), value)
    middle, colon, trailing = found["rest"].partition(" :")
    words = [*middle.split(), *([trailing] if colon else [])]
    nick = (found["prefix"] or "").partition("!")[0]
    return IrcLine(tags, nick, found["command"].upper(), words)


class TwitchFeed:
    """The lines that people write in a channel's chat."""

    name = "Twitch"

    def __init__(self, options: TwitchOptions) -> None:
        self._options = options
        self._channel = options.channel.removeprefix("#").lower()
        self._is_welcome = self._is_in = False

    async def follow(self, session: aiohttp.ClientSession, events: FeedEvents) -> None:
        """Log in, join the channel and read its lines."""
        address = urlsplit(self._options.server)
        secure = ssl.create_default_context() if address.scheme == "ircs" else None
        async with asyncio.timeout(CONNECT_S):
            reader, writer = await asyncio.open_connection(
                address.hostname,
                address.port or (6697 if secure else 6667),
                ssl=secure,
                limit=MOST_LINE,
            )
        try:
            nick = f"justinfan{10_000 + secrets.randbelow(90_000)}"
            hello = f"CAP REQ :twitch.tv/tags twitch.tv/commands\r\nNICK {nick}\r\n"
            writer.write(f"{hello}JOIN #{self._channel}\r\n".encode())
            await self._read(reader, writer, events)
        finally:
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()

    async def _read(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, events: FeedEvents
    ) -> None:
        asked = self._is_welcome = self._is_in = False
        while True:
            ping_s = self._options.ping_s
            try:
                async with asyncio.timeout(ping_s if self._is_in else min(ping_s, JOIN_S)):
                    data = await reader.readuntil(b"\n")
            except TimeoutError:
                if self._is_welcome and not self._is_in:
                    raise NetworkTroubleError(
                        message(
                            "Twitch does not open the chat of {channel}: is its name right?",
                            channel=self._channel,
                        )
                    ) from None
                if asked:
                    raise
                asked = True
                writer.write(b"PING :mwk\r\n")
                continue
            except asyncio.IncompleteReadError:
                return
            except asyncio.LimitOverrunError:
                raise ValueError("an endless line") from None
            asked = False
            try:
                line = parsed_line(data.decode("utf-8", "replace").rstrip("\r\n"))
                self._handle(line, writer, events)
            except UnreadablePostError as error:
                events.on_unreadable(error)

    def _handle(self, line: IrcLine, writer: asyncio.StreamWriter, events: FeedEvents) -> None:
        said = line.words[-1] if line.words else ""
        match line.command:
            case "PRIVMSG":
                events.on_post(_post_of(line))
            case "PING":
                writer.write(f"PONG :{said}\r\n".encode())
            case "001":
                self._is_welcome = True
            case "366":  # the end of the names
                self._is_in, channel = True, self._channel
                events.on_open(message("Listening to the chat of {channel}", channel=channel))
            case "CLEARMSG":
                events.on_deleted(line.tags.get("target-msg-id", ""))
            case "CLEARCHAT":
                events.on_cleared(_cleared_nick(line))
            case "RECONNECT":
                raise NetworkTroubleError(message("Twitch asks us to connect again."))
            case "NOTICE" if line.tags.get("msg-id", "") in _CLOSED or line.words[:1] == ["*"]:
                # What is said to "*" answers the login: it was refused.
                raise NetworkTroubleError(
                    message("Twitch does not let us in: {said}", said=said[:200]), is_final=True
                )


def _cleared_nick(line: IrcLine) -> str:
    """Whose lines a moderator removed, with a ban or a timeout; "": everyone's.

    Raises
    ------
    UnreadablePostError
        The line names neither.
    """
    match line.words:
        case [_]:
            return ""
        case [_, nick] if nick:
            return nick.lower()
    raise UnreadablePostError("a CLEARCHAT that does not say whose lines")


_CLOSED: Final = ("msg_channel_suspended", "msg_banned", "tos_ban", "invalid_user")
"""Notices after which a channel's chat stays closed."""


def _post_of(line: IrcLine) -> NetworkPost:
    """The post in a line of the chat. Numbers and names are in its tags."""
    text = line.words[-1].strip() if len(line.words) > 1 else ""
    if text.startswith("\x01ACTION "):  # "/me plays the drum"
        text = text.removeprefix("\x01ACTION ").rstrip("\x01").strip()
    key, sent = line.tags.get("id", ""), line.tags.get("tmi-sent-ts", "")
    if not (text and line.nick and key and sent.isascii() and sent.isdigit() and len(sent) < 15):
        raise UnreadablePostError("a line of the chat without text, author, number or time")
    name = line.tags.get("display-name", "") or line.nick
    author = f"{line.nick} on Twitch"
    return NetworkPost(NETWORK, key, author, text, int(sent), name=name, owner=line.nick.lower())

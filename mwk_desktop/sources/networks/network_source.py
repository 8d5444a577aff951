"""Follows a network: keeps a connection, reconnects, and passes each post on once.

Threads: the *network thread* runs an event loop of its own that connects, reads, and passes posts
on; it may wait for the network and for room in the queue. All other methods may be called on any
thread; :attr:`NetworkSource.state` and :attr:`NetworkSource.figures` never wait.

If a connection breaks, the source reconnects after an increasing wait (or the one that the server
asks for) and says what it waits for. It ends only where waiting does not help.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import ssl
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final, Protocol

import aiohttp

from mwk_desktop.clock import steady_ns, wall_ms
from mwk_desktop.messages import Message, message, sentences
from mwk_desktop.sources.followed_source import (
    ENDED_BY_REFUSAL,
    ENDED_BY_STOP,
    FollowedSource,
    NetworkFigures,
)
from mwk_desktop.sources.networks.network_post import NetworkPost, UnreadablePostError
from mwk_desktop.sources.networks.network_trouble import NetworkTroubleError, ReconnectWaits
from mwk_desktop.sources.status_source import Put, deletion_message

CONNECT_S: Final = 20.0
REMEMBERED: Final = 20_000
"""How many passed-on posts are remembered: after a break the last ones come again."""
MOST_CLEARED: Final = 5_000
"""At most this many posts of an author, or of everyone, are deleted at once: more than anyone still
reads."""
STABLE_S: Final = 60.0
"""A connection that lasted this long was a good one: its end counts as a new problem."""

_log = logging.getLogger(__name__)


class FeedEvents(Protocol):
    """What a feed reports, on the network thread."""

    def on_open(self, detail: Message) -> None:
        """The stream is open; ``detail`` says what is followed."""

    def on_post(self, post: NetworkPost) -> None:
        """A post; returns when it was passed on."""

    def on_edited(self) -> None:
        """An earlier post was changed."""

    def on_deleted(self, key: str) -> None:
        """An earlier post was deleted by its author or a moderator."""

    def on_cleared(self, owner: str) -> None:
        """All posts of an author were removed (``owner`` of the posts); "": everyone's."""

    def on_unreadable(self, error: UnreadablePostError) -> None:
        """Something came that is no post."""

    def knows(self, key: str) -> bool:
        """Whether the post was passed on lately."""


class Feed(Protocol):
    """One network's protocol. It keeps its place, so that nothing is lost between two connections
    where the network can tell what came meanwhile."""

    name: str
    """The network's name, for people."""

    async def follow(self, session: aiohttp.ClientSession, events: FeedEvents) -> None:
        """Connect and report posts until the connection ends.

        Raises
        ------
        NetworkTroubleError, aiohttp.ClientError, OSError, TimeoutError
            The connection could not be made or broke.
        """


@dataclass(slots=True)
class _PassedOn:
    """A post that was passed on."""

    status_id: int
    owner: str
    is_deleted: bool = False


class NetworkSource(FollowedSource[NetworkFigures]):
    """A :class:`~mwk_desktop.sources.status_source.StatusSource` that follows a feed.

    Parameters
    ----------
    pause
        Waits that many seconds; returns True if the source should end. None: a wait that ends at
        :meth:`stop`.
    now_ms
        The wall clock: when a deletion came.
    steady_s
        A clock in seconds that is never set: how long a connection lasted.
    """

    def __init__(
        self,
        feed: Feed,
        *,
        pause: Callable[[float], bool] | None = None,
        now_ms: Callable[[], int] = wall_ms,
        steady_s: Callable[[], float] = lambda: steady_ns() / 1e9,
    ) -> None:
        super().__init__("network", feed.name, NetworkFigures())
        self._feed = feed
        self._pause = pause
        self._now_ms = now_ms
        self._steady_s = steady_s
        self._open_since_s: float | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop_async: asyncio.Event | None = None
        self._sent: OrderedDict[str, _PassedOn] = OrderedDict()
        self._backoff = ReconnectWaits()
        self._lock = threading.Lock()

    def start(self, put: Put) -> None:
        """Connect and pass every post to ``put``; returns at once."""
        self._set_state("connecting", message("Connecting to {network}.", network=self._feed.name))
        self._start_thread(put)

    def _interrupt(self) -> None:
        with self._lock:
            if self._loop is not None and self._stop_async is not None:
                self._loop.call_soon_threadsafe(self._stop_async.set)

    # -- network thread ---------------------------------------------------------------------

    def _follow(self) -> None:
        asyncio.run(self._connect_and_follow())

    async def _connect_and_follow(self) -> None:
        stop_async = asyncio.Event()
        with self._lock:
            self._loop, self._stop_async = asyncio.get_running_loop(), stop_async
        try:
            timeout = aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_S)
            async with aiohttp.ClientSession(timeout=timeout) as session:
                await self._keep_connected(session, stop_async)
        finally:
            with self._lock:
                self._loop = None

    async def _keep_connected(
        self, session: aiohttp.ClientSession, stop_async: asyncio.Event
    ) -> None:
        stopped = asyncio.ensure_future(stop_async.wait())
        while not self._stopping.is_set():
            trouble = await self._connect_once(session, stopped)
            if trouble is None:
                break
            if trouble.is_final:
                self._end("failed", trouble.sentence, ENDED_BY_REFUSAL)
                return
            since_s, self._open_since_s = self._open_since_s, None
            if since_s is not None and self._steady_s() - since_s >= STABLE_S:
                self._backoff.reset()
            wait_s = self._backoff.next_wait_s(trouble)
            again = message("Connecting again.")
            if wait_s:
                again = message("Connecting again in {seconds:.0f} s.", seconds=wait_s)
            self._set_state("waiting", sentences([trouble.sentence, again]))
            if self._pause is not None:
                if self._pause(wait_s):
                    break
            else:
                await asyncio.wait((stopped,), timeout=wait_s)
        self._end("off", message("The stream is closed."), ENDED_BY_STOP)

    async def _connect_once(
        self, session: aiohttp.ClientSession, stopped: asyncio.Future[Any]
    ) -> NetworkTroubleError | None:
        """Make one connection and follow it to its end; None: we ended it."""
        following = asyncio.ensure_future(self._feed.follow(session, self))
        await asyncio.wait((following, stopped), return_when=asyncio.FIRST_COMPLETED)
        if not following.done():
            following.cancel()
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await following
            return None
        name = self._feed.name
        try:
            following.result()
        except NetworkTroubleError as trouble:
            return trouble
        except TimeoutError:
            return NetworkTroubleError(message("{network} is silent.", network=name))
        except (aiohttp.ClientSSLError, ssl.SSLError) as error:
            what = message(
                "The connection to {network} is not safe ({error}).",
                network=name,
                error=_reason(error),
            )
            return NetworkTroubleError(what)
        except (aiohttp.ClientError, OSError, EOFError, ValueError) as error:
            what = message(
                "The connection to {network} broke ({error}).", network=name, error=_reason(error)
            )
            return NetworkTroubleError(what)
        return NetworkTroubleError(message("{network} has closed the connection.", network=name))

    # -- events of the feed -----------------------------------------------------------------

    def on_open(self, detail: Message) -> None:
        self._open_since_s = self._steady_s()
        self._count(connections=1)
        self._set_state("connected", detail)

    def on_post(self, post: NetworkPost) -> None:
        self._count(posts=1)
        if post.key in self._sent:
            self._count(duplicates=1)
            return
        if not self._send(post.to_message()):
            return
        self._backoff.reset()  # not before: what comes again after each break is no progress
        self._sent[post.key] = _PassedOn(post.status_id, post.owner)
        if len(self._sent) > REMEMBERED:
            self._sent.popitem(last=False)
        self._count(sent=1)

    def on_edited(self) -> None:
        self._count(edited=1)

    def on_deleted(self, key: str) -> None:
        found = self._sent.get(key)
        self._delete([] if found is None else [found])

    def on_cleared(self, owner: str) -> None:
        meant = [one for one in self._sent.values() if owner in ("", one.owner)]
        self._delete(meant[-MOST_CLEARED:])

    def _delete(self, posts: Iterable[_PassedOn]) -> None:
        """Say that posts were deleted. They stay known: one that comes again is no news."""
        for post in posts:
            if post.is_deleted:
                continue
            if not self._send(deletion_message(post.status_id, self._now_ms())):
                return
            post.is_deleted = True
            self._count(deleted=1)

    def on_unreadable(self, error: UnreadablePostError) -> None:
        _log.info("%s sent what is no post: %s", self._feed.name, error)
        self._count(unreadable=1)

    def knows(self, key: str) -> bool:
        return key in self._sent


def _reason(error: Exception) -> str:
    """What happened, in one line; some errors have no words."""
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(str(words).split())[:200]

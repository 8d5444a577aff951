"""The audience's page as a source: serves phones and passes on their votes.

Threads: the *page thread* runs the event loop for HTTP and waits only for the network. Votes go
through a bounded queue to the *page-votes thread*, which calls ``put`` and may wait there.
:attr:`PageSource.counts` and :attr:`PageSource.state` may be read on any thread.
"""

from __future__ import annotations

import asyncio
import logging
import queue
import socket
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from aiohttp import web

from mwk_desktop import platform
from mwk_desktop.messages import NOTHING, Message, message
from mwk_desktop.sources.page.connection_limit import ConnectionLimiter, PageConnection
from mwk_desktop.sources.page.identity import Identity
from mwk_desktop.sources.page.page_address import BACKLOG
from mwk_desktop.sources.page.page_server import LINE_BYTES, REQUEST_S, PageServer
from mwk_desktop.sources.page.room_proof import RoomProof
from mwk_desktop.sources.page.served_page import ServedPage
from mwk_desktop.sources.page.show_facts import PageCounts, PageRules, ReadShowFacts
from mwk_desktop.sources.page.vote_handler import VoteHandler
from mwk_desktop.sources.page.vote_outcomes import ExpectsOutcomes
from mwk_desktop.sources.page.voter_file import VoterFile
from mwk_desktop.sources.room_code import RoomCode
from mwk_desktop.sources.status_source import (
    Put,
    PutMany,
    StatusMessage,
    StatusSourceState,
    one_by_one,
)
from mwk_desktop.word_list import WordList

WAITING_VOTES: Final = 4_096
"""Most votes in the queue: four seconds of a very busy room. Further votes are refused, not
stored."""

GATHER_S: Final = 0.02
"""A lone vote goes on at once; in a busy room the votes of this long are passed on together, which
costs the show a tenth of passing them singly. Well below the time that a vote at a window's end has
to arrive."""
MOST_TOGETHER: Final = 200

MOST_CONNECTIONS: Final = 8_000
KEPT_FILES: Final = 512
"""File handles reserved for the show itself: its store, its recording, its windows."""

STOP_S: Final = 5.0

_log = logging.getLogger(__name__)


class PageSource(ServedPage):
    """Serves the page from :meth:`start` to :meth:`stop`.

    Parameters
    ----------
    read_facts
        Returns the facts about the show; called on the page thread, must never wait.
    key
        Secret that signs cookies and form tokens.
    sockets, host
        The result of :func:`mwk_desktop.sources.page.page_address.listen` for ``host``. The page
        closes the sockets.
    outcomes
        Where the show reports what became of votes; None: no reports.
    public_url
        The address that phones open if it differs (a tunnel, a host name); "" for our own.
    room
        The room's code, without which no vote counts; None: nobody is asked for one.
    voters
        A file that keeps the phones' names over a restart; None: they are forgotten.
    """

    def __init__(
        self,
        read_facts: ReadShowFacts,
        key: bytes,
        sockets: Sequence[socket.socket],
        *,
        host: str = "",
        public_url: str = "",
        rules: PageRules | None = None,
        words: WordList | None = None,
        outcomes: ExpectsOutcomes | None = None,
        room: RoomCode | None = None,
        voters: Path | None = None,
    ) -> None:
        super().__init__(host, sockets[0].getsockname()[1], public_url, room)
        rules = rules or PageRules()
        identity = Identity(key)
        self._waiting: queue.Queue[StatusMessage] = queue.Queue(WAITING_VOTES)
        self._voters = VoterFile(voters)
        self._vote_handler = VoteHandler(
            read_facts,
            self._send,
            identity,
            rules,
            words or WordList(),
            outcomes=outcomes,
            on_named=self._voters.note,
        )
        most = _most_connections()
        name = (urlsplit(public_url).hostname or "").lower()
        names = frozenset([name] if name else [])
        # Some connections stay free for votes, however many phones are listening.
        self._server = PageServer(
            self._vote_handler,
            identity,
            RoomProof(room, identity, rules.wrong_codes),
            read_facts,
            rules,
            names,
            most * 3 // 4,
        )
        self._limiter = ConnectionLimiter(most)
        self._sockets = sockets
        self._phones = 0
        self._passed_on = 0
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ending: asyncio.Event | None = None
        self._stop = threading.Event()
        self._threads: list[threading.Thread] = []
        self._failed: Message = NOTHING

    @property
    def counts(self) -> PageCounts:
        """The counts so far (any thread)."""
        return self._vote_handler.counts(self._phones)

    @property
    def connections(self) -> int:
        """Open connections now (any thread)."""
        return len(self._limiter)

    @property
    def state(self) -> StatusSourceState:
        """The source's current state (any thread)."""
        if self._failed:
            return StatusSourceState("failed", self._failed, self._passed_on)
        if not self._threads or self._stop.is_set():
            return StatusSourceState("off", NOTHING, self._passed_on)
        return StatusSourceState("connected", self._where(), self._passed_on)

    def start(self, put: Put) -> None:
        """Start serving; the page-votes thread passes every vote to ``put``."""
        self.start_many(one_by_one(put))

    def start_many(self, put_many: PutMany) -> None:
        """Start serving; the page-votes thread passes votes to ``put_many``, together where many
        come."""
        ready = threading.Event()
        self._threads = [
            threading.Thread(target=self._run, args=(ready,), name="page", daemon=True),
            threading.Thread(
                target=self._pass_on_votes, args=(put_many,), name="page-votes", daemon=True
            ),
        ]
        for thread in self._threads:
            thread.start()
        ready.wait(STOP_S)

    def stop(self) -> None:
        """End both threads, after passing on all accepted votes."""
        if not self._threads:
            for listener in self._sockets:
                listener.close()
            return
        loop, ending = self._loop, self._ending
        if loop is not None and ending is not None and not loop.is_closed():
            loop.call_soon_threadsafe(ending.set)
        self._threads[0].join(STOP_S)
        self._stop.set()
        self._threads[1].join(STOP_S)

    # -- the votes' path -----------------------------------------------------------------------

    def _send(self, message: StatusMessage) -> bool:
        """Queue a vote (page thread; never waits); False if the queue is full."""
        try:
            self._waiting.put_nowait(message)
        except queue.Full:
            return False
        return True

    def _pass_on_votes(self, put_many: PutMany) -> None:
        while not (self._stop.is_set() and self._waiting.empty()):
            votes = self._next_votes()
            while votes:
                taken = put_many(votes)
                self._passed_on += taken
                del votes[:taken]
                if self._stop.wait(0.01 if votes else GATHER_S) and votes:
                    lost = len(votes) + self._waiting.qsize()
                    _log.warning("votes lost as the page ends and nobody takes them: %d", lost)
                    return

    def _next_votes(self) -> list[StatusMessage]:
        """The votes that wait; waits a moment for one."""
        votes: list[StatusMessage] = []
        with suppress(queue.Empty):
            votes.append(self._waiting.get(timeout=0.1))
            while len(votes) < MOST_TOGETHER:
                votes.append(self._waiting.get_nowait())
        return votes

    # -- the page thread -----------------------------------------------------------------------

    def _run(self, ready: threading.Event) -> None:
        try:
            asyncio.run(self._serve(ready))
        except Exception as error:
            _log.exception("the page failed")
            self._failed = message(
                "The page failed: {reason}", reason=f"{type(error).__name__}: {error}"
            )
        finally:
            ready.set()

    async def _serve(self, ready: threading.Event) -> None:
        self._loop = loop = asyncio.get_running_loop()
        self._ending = asyncio.Event()
        self._voters.restore(self._vote_handler.phones, time.monotonic())
        # Malformed requests are answered and counted; a flood of them must not fill the log.
        quiet = logging.getLogger(f"{__name__}.http")
        quiet.setLevel(logging.CRITICAL)
        options = {
            "loop": loop,
            "keepalive_timeout": REQUEST_S,
            "lingering_time": 1.0,
            "max_line_size": LINE_BYTES,
            "max_field_size": LINE_BYTES,
            "max_headers": 64,
            "auto_decompress": False,
            "access_log": None,
            "logger": quiet,
        }
        runner = web.AppRunner(self._server.application(), access_log=None)
        await runner.setup()
        server = runner.server
        assert server is not None
        listeners = [
            # asyncio's default backlog of 100 is too small for a room that scans one QR code.
            await loop.create_server(
                lambda: PageConnection(server, self._limiter, **options), sock=each, backlog=BACKLOG
            )
            for each in self._sockets
        ]
        telling = asyncio.create_task(self._send_news())
        ready.set()
        try:
            await self._ending.wait()
        finally:
            telling.cancel()
            for listener in listeners:
                listener.close()
            self._server.streams.close()
            await server.shutdown(0.5)
            await runner.cleanup()
            self._voters.close()

    async def _send_news(self) -> None:
        counting = asyncio.create_task(self._count())
        try:
            await self._server.send_news()
        finally:
            counting.cancel()

    async def _count(self) -> None:
        while True:
            self._phones = self._server.phone_count
            await asyncio.sleep(0.5)


def _most_connections() -> int:
    """The most connections that the system's file handles allow, with enough left for the show."""
    limit = platform.current.raise_file_limit(MOST_CONNECTIONS + KEPT_FILES)
    if limit is None:
        return MOST_CONNECTIONS
    return max(limit // 4, min(MOST_CONNECTIONS, limit - KEPT_FILES))

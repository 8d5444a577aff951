"""Serves the page in a process of its own, and starts it again if it dies.

A thousand phones cost half a core: here they do not wait for the show's interpreter, nor the show
for theirs. The listening sockets belong to this process, so a phone that comes while the page is
being started again waits a moment instead of being refused. Who was let in has a signed cookie, and
names are in a file (:mod:`.voter_file`): the new process knows its voters.

Threads: the *page thread* starts the process and sends it the show's facts ten times a second; the
*page-votes thread* receives its votes and passes them on, where it may wait. The process has the
threads of :mod:`.page_source` and one that reads the pipe; it ends when the pipe does.
"""

from __future__ import annotations

import logging
import signal
import socket
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from mwk_desktop.messages import NOTHING, Message, message
from mwk_desktop.platform.spawning import SPAWN, PipeEnd, start_process
from mwk_desktop.sources.page.served_page import ServedPage
from mwk_desktop.sources.page.show_facts import (
    AWAY,
    PageCounts,
    PageRules,
    ReadShowFacts,
    ShowFacts,
)
from mwk_desktop.sources.page.vote_outcomes import ExpectedVote, VoteOutcome, VoteOutcomes
from mwk_desktop.sources.room_code import RoomCode
from mwk_desktop.sources.status_source import (
    Put,
    PutMany,
    StatusMessage,
    StatusSourceState,
    one_by_one,
)
from mwk_desktop.word_list import WordList

TELL_S: Final = 0.1
START_S: Final = 20.0
STOP_S: Final = 6.0
AGAIN_S: Final = 1.0
"""A process that lived for less than this is started again after an equally long pause."""
SPARE_AFTER_S: Final = 1.0
"""This long after a start a spare process is made ready, so that it can take over at once: on a
busy computer a start takes seconds."""
MOST_SHORT_LIVES: Final = 5
"""After this many short lives in a row the page gives up: something is permanently wrong."""
MOST_AHEAD_MS: Final = 1_000
"""Without news, the process's clock of the show goes on by itself for at most this long."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PageSetup:
    """What the process needs to serve the page."""

    key: bytes
    sockets: tuple[socket.socket, ...]
    host: str = ""
    public_url: str = ""
    rules: PageRules = field(default_factory=PageRules)
    words: WordList = field(default_factory=WordList)
    reports: bool = False
    """Whether the show says what becomes of votes."""
    room: RoomCode | None = None
    voters: Path | None = None


@dataclass(frozen=True, slots=True)
class _SentVote:
    """A vote on its way to the show; ``expected``: a phone waits for what becomes of it."""

    message: StatusMessage
    expected: ExpectedVote | None


class PageProcess(ServedPage):
    """Serves the page from :meth:`start` to :meth:`stop`; the parameters are those of
    :class:`~mwk_desktop.sources.page.page_source.PageSource`."""

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
        outcomes: VoteOutcomes | None = None,
        room: RoomCode | None = None,
        voters: Path | None = None,
    ) -> None:
        super().__init__(host, sockets[0].getsockname()[1], public_url, room)
        self._read_facts = read_facts
        self._outcomes = outcomes
        self._setup = PageSetup(
            key,
            tuple(sockets),
            host,
            public_url,
            rules or PageRules(),
            words or WordList(),
            outcomes is not None,
            room,
            voters,
        )
        self._before = PageCounts()
        """The counts of all earlier processes."""
        self._counts = PageCounts()
        self._passed_on = 0
        self._failed: Message = NOTHING
        self._put_many: PutMany = lambda _: 0
        self._stop = threading.Event()
        self._ready = threading.Event()
        self._thread: threading.Thread | None = None
        self._process: Any = None
        self._next: tuple[Any, PipeEnd] | None = None
        self.starts = 0

    # -- any thread --------------------------------------------------------------------------

    @property
    def counts(self) -> PageCounts:
        """The counts so far, of all processes."""
        now, before = self._counts, self._before
        # One that was killed had not told its last votes, but they were passed on.
        votes = max(before.votes + now.votes, self._passed_on)
        return replace(now, votes=votes, refused=before.refused + now.refused)

    @property
    def pid(self) -> int | None:
        """The id of the process."""
        return None if self._process is None else self._process.pid

    @property
    def state(self) -> StatusSourceState:
        """The source's current state."""
        if self._failed:
            return StatusSourceState("failed", self._failed, self._passed_on)
        if self._thread is None or self._stop.is_set():
            return StatusSourceState("off", NOTHING, self._passed_on)
        return StatusSourceState("connected", self._where(), self._passed_on)

    def start(self, put: Put) -> None:
        """Start serving; every vote is passed to ``put``."""
        self.start_many(one_by_one(put))

    def start_many(self, put_many: PutMany) -> None:
        """Start serving; votes are passed to ``put_many``, together where many come."""
        self._put_many = put_many
        self._thread = threading.Thread(target=self._supervise, name="page", daemon=True)
        self._thread.start()
        self._ready.wait(START_S)

    def stop(self) -> None:
        """End the process, after passing on all accepted votes."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(STOP_S)
        for each in self._setup.sockets:
            each.close()

    # -- the page thread ---------------------------------------------------------------------

    def _supervise(self) -> None:
        short_lives = 0
        while not self._stop.is_set() and short_lives < MOST_SHORT_LIVES:
            began_s = time.monotonic()
            try:
                self._serve_once()
            except OSError:
                _log.exception("the page's process could not be started")
            if self._stop.is_set():
                break
            counts = self.counts
            self._before, self._counts = replace(counts, phones=0), PageCounts()
            if time.monotonic() - began_s < AGAIN_S:
                short_lives += 1
                self._stop.wait(AGAIN_S)
            else:
                short_lives = 0
            _log.warning("the page's process has ended and is started again")
        if self._next is not None:
            self._next[1].close()
            self._next[0].kill()
        if short_lives >= MOST_SHORT_LIVES:
            self._failed = message("The page failed: its process ends again and again.")
        self._ready.set()

    def _serve_once(self) -> None:
        """Start a process and feed it until it ends, or until :meth:`stop`."""
        process, ours = self._ready_made()
        self._process = process
        self.starts += 1
        began_s = time.monotonic()
        votes = threading.Thread(target=self._receive, args=(ours,), name="page-votes", daemon=True)
        votes.start()
        try:
            while not self._stop.is_set() and votes.is_alive():
                ours.send(self._read_facts())
                news = [] if self._outcomes is None else self._outcomes.drain()
                if news:
                    ours.send(news)
                if self._next is None and time.monotonic() - began_s > SPARE_AFTER_S:
                    self._next = self._spawned()
                self._stop.wait(TELL_S)
            ours.send(None)
        except OSError:
            pass  # it has ended
        votes.join(STOP_S)
        process.join(0.5)
        process.kill()
        ours.close()

    def _ready_made(self) -> tuple[Any, PipeEnd]:
        """The process that waits to take over, or a new one."""
        following, self._next = self._next, None
        if following is not None and following[0].is_alive():
            return following
        if following is not None:
            following[1].close()
        return self._spawned()

    def _spawned(self) -> tuple[Any, PipeEnd]:
        """A new process; it loads what it needs, and serves with the first facts that come."""
        ours, theirs = SPAWN.Pipe()
        process = SPAWN.Process(
            target=page_main, args=(theirs, self._setup), name="mwk-page", daemon=True
        )
        try:
            start_process(process)
        finally:
            theirs.close()
        return process, ours

    # -- the page-votes thread ---------------------------------------------------------------

    def _receive(self, connection: PipeEnd) -> None:
        while True:
            try:
                received = connection.recv()
            except (EOFError, OSError):
                return
            if isinstance(received, PageCounts):
                self._counts = received
                self._ready.set()
            else:
                self._pass_on(received)

    def _pass_on(self, votes: list[_SentVote]) -> None:
        for vote in votes:
            if vote.expected is not None and self._outcomes is not None:
                self._outcomes.expect(vote.expected)
        waiting = [vote.message for vote in votes]
        ends_s = float("inf")
        while True:
            taken = self._put_many(waiting)
            self._passed_on += taken
            del waiting[:taken]
            if not waiting:
                return
            time.sleep(0.01)
            if self._stop.is_set():
                ends_s = min(ends_s, time.monotonic() + STOP_S / 2)
                if time.monotonic() > ends_s:
                    _log.warning("votes lost as the show that ends takes no more: %d", len(waiting))
                    return


# -- in the process --------------------------------------------------------------------------------


class PipedOutcomes:
    """The page's side of :class:`VoteOutcomes`: what is expected travels with the vote."""

    def __init__(self) -> None:
        self._expected: dict[int, ExpectedVote] = {}
        self._decided: list[VoteOutcome] = []
        self._lock = threading.Lock()

    def expect(self, vote: ExpectedVote) -> None:
        """Keep what is expected of a vote until it is sent."""
        self._expected[vote.status_id] = vote

    def withdraw(self, status_id: int) -> None:
        """Forget a vote that could not be sent."""
        self._expected.pop(status_id, None)

    def drain(self) -> list[VoteOutcome]:
        """The outcomes since the last call."""
        with self._lock:
            decided, self._decided = self._decided, []
        return decided

    def add(self, outcomes: list[VoteOutcome]) -> None:
        """Add outcomes that came through the pipe (any thread)."""
        with self._lock:
            self._decided += outcomes

    def pop_expected(self, status_id: int) -> ExpectedVote | None:
        """What was expected of a vote that is sent now (any thread)."""
        return self._expected.pop(status_id, None)


class ReceivedFacts:
    """The newest facts that came, with the show's clock going on in between."""

    def __init__(self) -> None:
        self._newest = (ShowFacts(AWAY), time.monotonic())

    def set(self, facts: ShowFacts) -> None:
        """Keep facts that came just now (the thread that reads the pipe)."""
        self._newest = facts, time.monotonic()

    def read(self) -> ShowFacts:
        """The facts as they are by now (any thread; never waits)."""
        facts, at_s = self._newest
        if not facts.following:
            return facts
        since_ms = min(MOST_AHEAD_MS, int((time.monotonic() - at_s) * 1000))
        return replace(facts, now_ms=facts.now_ms + since_ms)


def page_main(connection: PipeEnd, setup: PageSetup) -> None:
    """Runs in the process: serve the page until the pipe ends or says so."""
    from mwk_desktop.sources.page.page_source import PageSource  # only here: it needs the library

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent process handles Ctrl+C
    facts, outcomes, sending = ReceivedFacts(), PipedOutcomes(), threading.Lock()
    page = PageSource(
        facts.read,
        setup.key,
        setup.sockets,
        host=setup.host,
        public_url=setup.public_url,
        rules=setup.rules,
        words=setup.words,
        outcomes=outcomes if setup.reports else None,
        room=setup.room,
        voters=setup.voters,
    )

    def send(what: object) -> None:
        with sending:
            connection.send(what)

    def put_many(votes: Sequence[StatusMessage]) -> int:
        numbers = (int(vote.key[len(b'{"Id":') : -1]) for vote in votes)
        expected = map(outcomes.pop_expected, numbers)
        send([_SentVote(*one) for one in zip(votes, expected, strict=True)])
        return len(votes)

    try:
        first = connection.recv()
        if first is None:
            return
        facts.set(first)
        page.start_many(put_many)
        told_s = 0.0
        while True:
            if time.monotonic() - told_s >= TELL_S:
                told_s = time.monotonic()
                send(page.counts)
                if page.state.link == "failed":
                    return
            if not connection.poll(TELL_S):
                continue
            received = connection.recv()
            if received is None:
                page.stop()
                send(page.counts)
                return
            if isinstance(received, ShowFacts):
                facts.set(received)
            else:
                outcomes.add(received)
    except (EOFError, OSError):
        return  # the parent is gone

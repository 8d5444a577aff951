"""The audience's page beside a running show: served, opened and closed on request.

Threads: the worker's thread begins and ends the page; the page has two of its own
(:mod:`mwk_desktop.sources.page.page_source`), of which one asks :meth:`PageWorker.look` and one
hands votes to :meth:`PageWorker.put`; the thread that begins and ends shows swaps where they go.
"""

from __future__ import annotations

import socket
import sys
import threading
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.kafka.connection import Link
from mwk_desktop.show.commands import ServePage, SetVoting, WorkerRequest
from mwk_desktop.show.settings.load import PageSettings, SettingsError
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import PageState, WorkersState
from mwk_desktop.sources.page.page_address import listen
from mwk_desktop.sources.page.show_facts import (
    AWAY,
    CLOSED,
    LOST,
    OPEN,
    REPLAY,
    PageError,
    PageRules,
    ShowFacts,
)
from mwk_desktop.sources.page.text_cleaning import WordList, WordListError, read_word_list
from mwk_desktop.sources.status_source import Put, StatusMessage

if TYPE_CHECKING:
    from mwk_desktop.app.workers.kafka_inlet import KafkaInlet
    from mwk_desktop.sources.page.page_source import PageSource

PARTITION = 90
"""Tells the page's votes from the crowd's in the recording of a show that has no broker."""

CLOSE_S = 2.0
"""How long the end of a show waits for votes that Kafka has not acknowledged."""

REPLAYING = "A recording is playing: the page takes no votes until the next live show."


def page_rules(settings: PageSettings) -> PageRules:
    """What one phone and one address may do, by the settings."""
    return PageRules(
        vote_every_s=settings.vote_every_s,
        vote_burst=settings.vote_burst,
        address_votes_per_s=settings.address_votes_per_s,
        address_phones=settings.address_phones,
        message_length=settings.message_length,
        name_length=settings.name_length,
    )


def page_word_list(settings: PageSettings) -> WordList:
    """The presenter's list of words.

    Raises
    ------
    SettingsError
        It cannot be read; the message names the file.
    """
    if not settings.word_list:
        return WordList()
    try:
        return read_word_list(Path(settings.word_list))
    except WordListError as error:
        raise SettingsError(f"page.word_list: {error}") from None


@dataclass(slots=True)
class _Way:
    """Where votes go while one show runs."""

    put: Put | None
    kafka: KafkaInlet | None = None


class PageWorker(Worker):
    """Serves the page beside whichever show runs.

    Raises
    ------
    BadInput
        With ``--page``: the page cannot listen there. (Asked for later, the console says so.)
    """

    handles: ClassVar[tuple[type, ...]] = (ServePage, SetVoting)
    idle_s: ClassVar[float | None] = 5.0

    def __init__(self, options: Options) -> None:
        super().__init__("page-host")
        self._options = options
        self._settings = options.settings.page
        self._source: PageSource | None = None
        self._open = True
        self._problem = ""
        self._way: _Way | None = None
        self._swapping = threading.Lock()
        self._facts_of: tuple[Snapshot, ShowFacts] | None = None
        self._sockets: list[socket.socket] = []
        self._words: WordList | None = None
        if options.page:
            try:
                self._words = page_word_list(self._settings)
                self._sockets = listen(self._settings.host, self._settings.port)
            except PageError as error:
                raise BadInput(f"--page: {error}") from None

    # -- as a worker ---------------------------------------------------------------------------

    def start(self) -> None:
        super().start()
        if self._options.page:
            self.send(ServePage(True))

    def close(self) -> None:
        """End the page; votes that were taken reach the show first."""
        super().close()
        self._end()

    def show_begins(self, running: RunningShow) -> None:
        super().show_begins(running)
        self._problem = ""
        with self._swapping:
            if self._source is not None:
                self._way = self._way_of(running)

    def show_ends(self) -> None:
        super().show_ends()
        self._let_go()

    def seen(self, desk: WorkersState, snapshot: Snapshot) -> WorkersState:
        source, running = self._source, self.running
        if source is None:
            return replace(desk, page=PageState(problem=self._problem))
        counts = source.counts
        replaying = running is not None and running.kind == "replay"
        page = PageState(
            address=source.url,
            qr=source.qr,
            open=self._open and not replaying,
            phones=counts.phones,
            votes=counts.votes,
            refused=counts.refused,
            problem=REPLAYING if replaying else self._problem or self._trouble(source),
        )
        return replace(desk, page=page)

    def _trouble(self, source: PageSource) -> str:
        state = source.state
        return state.detail if state.link != "connected" or not source.is_reachable else ""

    def carry_out(self, request: WorkerRequest) -> None:
        match request:
            case SetVoting(is_open):
                self._open = is_open
            case ServePage(True):
                self._begin()
            case ServePage(False):
                self._end()

    def failed(self, request: WorkerRequest, error: Exception) -> None:
        self._problem = f"The page is not served: {type(error).__name__}: {error}"

    def idle(self) -> None:
        """A laptop that joins another network has another address."""
        if self._source is not None:
            self._source.refresh_address()

    # -- the page's threads --------------------------------------------------------------------

    def look(self) -> ShowFacts:
        """The show as phones may know it; never waits."""
        running, way = self.running, self._way
        if running is None or way is None:
            return ShowFacts(AWAY)
        snapshot = running.thread.snapshot()
        cached = self._facts_of
        if cached is not None and cached[0] is snapshot:
            facts = cached[1]
        else:
            facts = facts_of(snapshot)
            self._facts_of = snapshot, facts
        gate = self._gate(running, way)
        return facts if gate == OPEN else replace(facts, gate=gate)

    def _gate(self, running: RunningShow, way: _Way) -> str:
        if running.kind == "replay":
            return REPLAY
        if not self._open:
            return CLOSED
        if way.kafka is not None and way.kafka.state.link not in (Link.CONNECTED, Link.CONNECTING):
            return LOST
        return OPEN

    def put(self, message: StatusMessage) -> bool:
        """A vote on its way; False: no place, offer it again."""
        way = self._way
        if way is None:
            return False
        # A vote of the moment before a recording began belongs to no show any more.
        return way.put is None or way.put(message)

    # -- the worker's thread -------------------------------------------------------------------

    def _begin(self) -> None:
        if self._source is not None:
            return
        # Late: whoever serves no page needs none of this.
        from mwk_desktop.sources.page.identity import kept_key
        from mwk_desktop.sources.page.page_source import PageSource

        settings = self._settings
        try:
            words = self._words or page_word_list(settings)
            sockets = self._sockets or listen(settings.host, settings.port)
            self._sockets = []
            self._source = source = PageSource(
                self.look,
                kept_key(self._options.state_dir / "page.key"),
                sockets,
                host=settings.host,
                public_url=settings.address,
                rules=page_rules(settings),
                words=words,
            )
        except (PageError, SettingsError) as error:
            self._problem = str(error)
            print(f"mwk: {error}", file=sys.stderr)
            return
        self._problem = ""
        with self._swapping:
            if self.running is not None and self._way is None:
                self._way = self._way_of(self.running)
        source.start(self.put)
        print(f"mwk: {source.state.detail}", file=sys.stderr)

    def _end(self) -> None:
        source, self._source = self._source, None
        if source is not None:
            source.stop()
        self._let_go()
        for each in self._sockets:
            each.close()
        self._sockets = []

    def _way_of(self, running: RunningShow) -> _Way | None:
        from mwk_desktop.app.workers.kafka_inlet import KafkaInlet, show_inlet
        from mwk_desktop.kafka.client_settings import KafkaSettingError

        if running.kind == "replay" or not running.kafka:
            return _Way(show_inlet(running, PARTITION))
        try:
            inlet = KafkaInlet(running.kafka, running.topic, client_id="mwk-page")
        except KafkaSettingError as error:  # the show goes on without the page's votes
            self._problem = f"The page takes no votes: {error}"
            return None
        inlet.start()
        return _Way(inlet, inlet)

    def _let_go(self) -> None:
        with self._swapping:
            way, self._way = self._way, None
        if way is not None and way.kafka is not None:
            from mwk_desktop.kafka.tweet_producer import ProduceError

            try:
                way.kafka.close(CLOSE_S)
            except ProduceError as error:
                print(f"mwk: votes of the page: {error}", file=sys.stderr)


def facts_of(snapshot: Snapshot) -> ShowFacts:
    """What of a snapshot a phone may know."""
    silent = "silent" in (snapshot.panic, snapshot.fade)
    playing = (each.instrument for each in snapshot.strips if each.now and each.audible)
    return ShowFacts(
        following=True,
        now_ms=snapshot.t_ms,
        window_ms=snapshot.window_ms,
        window_end_ms=snapshot.window.end_ms,
        votes={row.instrument: row.votes for row in snapshot.chart if row.votes},
        playing=() if silent else tuple(playing),
        scene=snapshot.scene_number,
        blocked=snapshot.blocked,
        hashtag=snapshot.hashtag,
    )

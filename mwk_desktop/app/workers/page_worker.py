"""The worker that serves the audience's page during a show, on request.

Threads: the worker's thread starts and ends the page, which is a process of its own and has two
threads here (:mod:`mwk_desktop.sources.page.page_process`): one calls
:meth:`PageWorker.show_facts`, one puts votes into the outlet. The thread that starts and ends shows
changes where they go.
"""

from __future__ import annotations

import socket
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from mwk_desktop.app.room_setup import VOTERS, page_key, room_code
from mwk_desktop.app.rules_setup import settings_word_list
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.app.workers.message_outlet import MessageOutlet
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.kafka.connection_state import Link
from mwk_desktop.messages import NOTHING, Message, message, message_of
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
from mwk_desktop.sources.page.vote_outcomes import VoteOutcomes
from mwk_desktop.word_list import WordList

if TYPE_CHECKING:
    from mwk_desktop.sources.page.page_process import PageProcess

PARTITION = 90
"""Marks the page's votes in the recording of a show without a broker."""

RESULT_MS = 8_000
"""How long after a lock phones show what the room chose."""

REPLAYING = message("A recording is playing: the page takes no votes until the next live show.")


def page_rules(settings: PageSettings) -> PageRules:
    """The limits for one phone and one address, from the settings."""
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
        The list cannot be read; the message names the file.
    """
    if not settings.word_list:
        return WordList()
    return settings_word_list("page.word_list", settings.word_list)


class PageWorker(Worker):
    """Serves the page for the running show.

    Parameters
    ----------
    outcomes
        Where shows that count by themselves tell what became of votes; None: phones hear nothing
        after "sent".

    Raises
    ------
    BadInput
        With ``--page``: the page cannot listen there. (For a later request, the console shows it.)
    """

    handles: ClassVar[tuple[type, ...]] = (ServePage, SetVoting)
    idle_s: ClassVar[float | None] = 5.0

    def __init__(self, options: Options, outcomes: VoteOutcomes | None = None) -> None:
        super().__init__("page")
        self._outcomes = outcomes
        self._room = room_code(options)
        self._options = options
        self._settings = options.settings.page
        self._source: PageProcess | None = None
        self._open = True
        self._problem: Message = NOTHING
        self._outlet = MessageOutlet("votes of the page", "mwk-page", PARTITION)
        self._facts_of: tuple[Snapshot, ShowFacts] | None = None
        self._sockets: list[socket.socket] = []
        self._words: WordList | None = None
        if options.page:
            try:
                self._words = page_word_list(self._settings)
                self._sockets = listen(self._settings.host, self._settings.port)
            except PageError as error:
                text = message("{what}: {problem}", what="--page", problem=message_of(error))
                raise BadInput(text) from None

    # -- as a worker ---------------------------------------------------------------------------

    def start(self) -> None:
        super().start()
        if self._options.page:
            self.send(ServePage(True))

    def close(self) -> None:
        """End the page, after accepted votes have reached the show."""
        super().close()
        self._end()

    def on_show_started(self, running: RunningShow) -> None:
        super().on_show_started(running)
        self._problem = NOTHING
        if self._source is not None:
            self._open_outlet()

    def on_show_ending(self) -> None:
        super().on_show_ending()
        self._outlet.close()

    def complete_state(self, state: WorkersState, snapshot: Snapshot) -> WorkersState:
        source, running = self._source, self.running
        if source is None:
            code = "" if self._room is None else self._room.code
            return replace(state, page=PageState(problem=self._problem, room_code=code))
        counts = source.counts
        replaying = running is not None and running.kind == "replay"
        page = PageState(
            address=source.url,
            qr=source.qr,
            room_code=source.room_code,
            open=self._open and not replaying,
            phones=counts.phones,
            last_votes=counts.last_votes,
            votes=counts.votes,
            refused=counts.refused,
            problem=REPLAYING if replaying else self._problem or self._trouble(source),
        )
        return replace(state, page=page)

    def _trouble(self, source: PageProcess) -> Message:
        state = source.state
        return state.detail if state.link != "connected" or not source.is_reachable else NOTHING

    def handle_request(self, request: WorkerRequest) -> None:
        match request:
            case SetVoting(is_open):
                self._open = is_open
            case ServePage(True):
                self._begin()
            case ServePage(False):
                self._end()

    def on_failure(self, request: WorkerRequest, error: Exception) -> None:
        reason = f"{type(error).__name__}: {error}"
        self._problem = message("The page is not served: {reason}", reason=reason)

    def on_idle(self) -> None:
        """Update the address: a laptop may have joined another network."""
        if self._source is not None:
            self._source.refresh_address()

    # -- the page's threads --------------------------------------------------------------------

    def show_facts(self) -> ShowFacts:
        """The facts about the show that phones get; never waits."""
        running = self.running
        if running is None or not self._outlet.is_open:
            return ShowFacts(AWAY)
        snapshot = running.thread.snapshot()
        cached = self._facts_of
        if cached is not None and cached[0] is snapshot:
            facts = cached[1]
        else:
            facts = facts_of(snapshot)
            self._facts_of = snapshot, facts
        gate = self._gate(running)
        return facts if gate == OPEN else replace(facts, gate=gate)

    def _gate(self, running: RunningShow) -> str:
        if running.kind == "replay":
            return REPLAY
        if not self._open:
            return CLOSED
        if self._outlet.link not in (Link.CONNECTED, Link.CONNECTING):
            return LOST
        return OPEN

    # -- the worker's thread -------------------------------------------------------------------

    def _begin(self) -> None:
        if self._source is not None:
            return
        # Late: a show without the page does not need these.
        from mwk_desktop.sources.page.page_process import PageProcess

        settings = self._settings
        try:
            words = self._words or page_word_list(settings)
            key = page_key(self._options)
            sockets = self._sockets or listen(settings.host, settings.port)
            self._sockets = []
            self._source = source = PageProcess(
                self.show_facts,
                key,
                sockets,
                host=settings.host,
                public_url=settings.address,
                rules=page_rules(settings),
                words=words,
                outcomes=self._outcomes,
                room=self._room,
                voters=self._options.state_dir / VOTERS,
            )
        except (PageError, SettingsError) as error:
            self._problem = message_of(error)
            print_stderr(self._problem)
            return
        self._problem = NOTHING
        self._open_outlet()
        source.start_many(self._outlet.put_many)
        print_stderr(source.state.detail)

    def _end(self) -> None:
        source, self._source = self._source, None
        if source is not None:
            source.stop()
        self._outlet.close()
        for each in self._sockets:
            each.close()
        self._sockets = []

    def _open_outlet(self) -> None:
        # Late: a show without Kafka does not load its client.
        from mwk_desktop.kafka.client_settings import KafkaSettingError

        try:
            self._outlet.open(lambda: self.running)
        except KafkaSettingError as error:  # the show goes on without the page's votes
            self._problem = message("The page takes no votes: {reason}", reason=message_of(error))


def facts_of(snapshot: Snapshot) -> ShowFacts:
    """The facts of a snapshot that phones get."""
    silent = "silent" in (snapshot.panic, snapshot.fade)
    playing = (each.instrument for each in snapshot.strips if each.now and each.audible)
    locked = snapshot.locked
    is_new = locked is not None and locked.closed and snapshot.t_ms - locked.end_ms < RESULT_MS
    return ShowFacts(
        following=True,
        now_ms=snapshot.t_ms,
        ahead_ms=snapshot.ahead_ms,
        window_ms=snapshot.window_ms,
        window_end_ms=snapshot.window.end_ms,
        votes={row.instrument: row.votes for row in snapshot.chart if row.votes},
        playing=() if silent else tuple(playing),
        scene=snapshot.scene_number,
        blocked=snapshot.blocked,
        result=locked.top if locked is not None and is_new else (),
        leaders=tuple(leader.name for leader in snapshot.leaders),
        hashtag=snapshot.hashtag,
    )

"""The Twitter stream beside a running show: followed or not, as the presenter asks.

Threads: the worker's thread begins and ends the stream and the way to Kafka; the stream's thread
hands messages to :meth:`TwitterWorker.put`; the thread that begins and ends shows only swaps where
they go. A stream goes on from one show to the next, and waits in between.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Final

from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.show.commands import FollowTwitter, WorkerRequest
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import TwitterState, WorkersState
from mwk_desktop.sources.status_source import Put, ShowInlet, StatusMessage
from mwk_desktop.sources.twitter_source import TwitterFigures, TwitterSource

if TYPE_CHECKING:
    import tweepy

    from mwk_desktop.app.workers.kafka_inlet import KafkaInlet
    from mwk_desktop.sources.twitter_posts import Bill

PARTITION: Final = 91
"""Tells the stream's messages from the crowd's in the recording of a show that has no broker."""

CLOSE_S: Final = 2.0
"""How long the end of a show waits for messages that Kafka has not acknowledged."""

WAIT_S: Final = 0.1
"""Between two shows there is no place; a post is offered again after this."""

REPLAYING: Final = (
    "A recording brings its own messages: Twitter is for a live show or the demonstration."
)


@dataclass(frozen=True, slots=True)
class _Way:
    """Where messages go while one show runs."""

    put: Put
    kafka: KafkaInlet | None = None


class TwitterWorker(Worker):
    """Follows the stream for whichever show runs, and keeps count of what it costs.

    Parameters
    ----------
    options
        Whose ``[twitter]`` names token, rule, prices and budget; the budget holds for the whole
        run of the program, however often the stream is begun anew.
    prepare
        Changes each new client of tweepy before its first request.
    """

    handles: ClassVar[tuple[type, ...]] = (FollowTwitter,)
    idle_s: ClassVar[float | None] = 1.0

    def __init__(
        self,
        options: Options,
        prepare: Callable[[tweepy.StreamingClient], None] | None = None,
    ) -> None:
        super().__init__("twitter-desk")
        self._options = options
        self._prepare = prepare
        self._bill: Bill | None = None
        self._source: TwitterSource | None = None
        self._figures = TwitterFigures(budget_usd=options.settings.twitter.budget_usd or None)
        self._problem = ""
        self._way: _Way | None = None
        self._swapping = threading.Lock()
        self._following = False
        self._between = threading.Event()

    # -- as a worker ------------------------------------------------------------------------

    def close(self) -> None:
        super().close()
        self._end()

    def show_begins(self, running: RunningShow) -> None:
        super().show_begins(running)
        with self._swapping:
            if self._following and running.kind != "replay":
                self._way = self._way_of(running)

    def show_ends(self) -> None:
        super().show_ends()
        self._let_go()

    def seen(self, desk: WorkersState, snapshot: Snapshot) -> WorkersState:
        source = self._source
        state, detail, figures = "off", self._problem, self._figures
        if source is not None:
            now = source.state
            state, detail, figures = now.link, now.detail, source.figures
        elif self._problem:
            state = "failed"
        twitter = TwitterState(state, detail, figures.posts, figures.spent_usd, figures.budget_usd)
        return replace(desk, twitter=twitter)

    def carry_out(self, request: WorkerRequest) -> None:
        if request == FollowTwitter(True):
            self._begin()
        else:
            self._problem = ""
            self._end()

    def failed(self, request: WorkerRequest, error: Exception) -> None:
        self._problem = f"Twitter is not followed: {type(error).__name__}."

    def idle(self) -> None:
        """A recording that begins ends the stream: its posts would cost and count nowhere."""
        running = self.running
        if self._source is not None and running is not None and running.kind == "replay":
            self._end()
            self._problem = REPLAYING

    # -- the stream's thread ----------------------------------------------------------------

    def put(self, message: StatusMessage) -> bool:
        """A message on its way; False: no place now (it is offered again)."""
        way = self._way
        if way is not None:
            return way.put(message)
        self._between.wait(WAIT_S)  # never set: a pause, so that offering is no busy loop
        return False

    # -- the worker's thread ----------------------------------------------------------------

    def _begin(self) -> None:
        source, running = self._source, self.running
        if source is not None:
            if not source.wait_ended(0.0):
                return
            self._end()  # it was refused, or its budget is spent: asked for once more
        self._problem = ""
        if running is not None and running.kind == "replay":
            self._problem = REPLAYING
            return
        # Late: whoever follows no stream needs none of this.
        from mwk_desktop.app.workers.twitter_stream import twitter_bill, twitter_source

        settings = self._options.settings
        if self._bill is None:
            self._bill = twitter_bill(settings)
        try:
            source = twitter_source(settings, self._bill, self._prepare)
        except BadInput as error:
            self._problem = str(error)
            return
        with self._swapping:  # a show that begins meanwhile finds its own way
            self._following = True
            if self._way is None and self.running is not None:
                self._way = self._way_of(self.running)
        source.start(self.put)
        self._source = source

    def _end(self) -> None:
        self._following = False
        source = self._source
        if source is not None:
            source.stop()
            self._figures = source.figures
        self._source = None
        self._let_go()

    def _way_of(self, running: RunningShow) -> _Way:
        if not running.kafka:
            return _Way(ShowInlet(running.thread.put, partition=PARTITION))
        # Late: a demo needs no Kafka client. (A live show has loaded it.)
        from mwk_desktop.app.workers.kafka_inlet import KafkaInlet

        inlet = KafkaInlet(running.kafka, running.topic, client_id="mwk-twitter")
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
                print(f"mwk: posts of Twitter: {error}", file=sys.stderr)

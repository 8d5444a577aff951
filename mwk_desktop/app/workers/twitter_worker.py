"""The worker that follows the Twitter stream during a show, when the presenter asks for it.

Threads: the worker's thread begins and ends the stream and opens its outlet; the stream's thread
hands messages to :meth:`TwitterWorker.put`; the thread that starts and ends shows only changes
where they go. A stream goes on from one show to the next, and waits in between.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.app.workers.message_outlet import MessageOutlet
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.messages import NOTHING, Message, message, message_of
from mwk_desktop.show.commands import FollowTwitter, WorkerRequest
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import TwitterState, WorkersState
from mwk_desktop.sources.status_source import StatusMessage
from mwk_desktop.sources.twitter_source import TwitterFigures, TwitterSource

if TYPE_CHECKING:
    import tweepy

    from mwk_desktop.sources.twitter_posts import Bill

PARTITION: Final = 91
"""Marks the stream's messages in the recording of a show without a broker."""

WAIT_S: Final = 0.1
"""Between two shows posts have nowhere to go; each is offered again after this pause."""

REPLAYING: Final = message(
    "A recording brings its own messages: Twitter is for a live show or the demonstration."
)


class TwitterWorker(Worker):
    """Follows the stream for the running show, and tracks what it costs.

    Parameters
    ----------
    options
        Their ``[twitter]`` names token, rule, prices and budget. The budget holds for the whole run
        of the program, however often the stream is restarted.
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
        super().__init__("twitter")
        self._options = options
        self._prepare = prepare
        self._bill: Bill | None = None
        self._source: TwitterSource | None = None
        self._figures = TwitterFigures(budget_usd=options.settings.twitter.budget_usd or None)
        self._problem: Message = NOTHING
        self._outlet = MessageOutlet("posts of Twitter", "mwk-twitter", PARTITION)
        self._following = False
        self._between = threading.Event()

    # -- as a worker ------------------------------------------------------------------------

    def close(self) -> None:
        super().close()
        self._end()

    def on_show_started(self, running: RunningShow) -> None:
        super().on_show_started(running)
        if self._following and running.kind != "replay":
            self._open_outlet()

    def on_show_ending(self) -> None:
        super().on_show_ending()
        self._outlet.close()

    def complete_state(self, state: WorkersState, snapshot: Snapshot) -> WorkersState:
        source = self._source
        detail = self._problem
        link, figures = "off", self._figures
        if source is not None:
            now = source.state
            link, detail, figures = now.link, self._problem or now.detail, source.figures
        elif self._problem:
            link = "failed"
        twitter = TwitterState(link, detail, figures.posts, figures.spent_usd, figures.budget_usd)
        return replace(state, twitter=twitter)

    def handle_request(self, request: WorkerRequest) -> None:
        if request == FollowTwitter(True):
            self._begin()
        else:
            self._problem = NOTHING
            self._end()

    def on_failure(self, request: WorkerRequest, error: Exception) -> None:
        self._problem = message("Twitter is not followed: {error}.", error=type(error).__name__)

    def on_idle(self) -> None:
        """End the stream when a replay begins: its posts would cost money and not count."""
        running = self.running
        if self._source is not None and running is not None and running.kind == "replay":
            self._end()
            self._problem = REPLAYING

    # -- the stream's thread ----------------------------------------------------------------

    def put(self, post: StatusMessage) -> bool:
        """Send a message; False: no place now (it is offered again)."""
        if self._outlet.is_open:
            return self._outlet.put(post)
        self._between.wait(WAIT_S)  # never set: a pause against a busy loop
        return False

    # -- the worker's thread ----------------------------------------------------------------

    def _begin(self) -> None:
        source, running = self._source, self.running
        if source is not None:
            if not source.wait_ended(0.0):
                return
            self._end()  # it was refused or its budget is spent, and is asked for again
        self._problem = NOTHING
        if running is not None and running.kind == "replay":
            self._problem = REPLAYING
            return
        # Late: a show without the stream does not need these.
        from mwk_desktop.app.workers.twitter_stream import twitter_bill, twitter_source

        settings = self._options.settings
        if self._bill is None:
            self._bill = twitter_bill(settings)
        try:
            source = twitter_source(settings, self._bill, self._prepare)
        except BadInput as error:
            self._problem = message_of(error)
            return
        self._following = True  # a show that starts from here on opens the outlet itself
        if not self._open_outlet():
            self._following = False  # every post costs money, and none would count
            return
        source.start(self.put)
        self._source = source

    def _open_outlet(self) -> bool:
        # Late: a show without Kafka does not load its client.
        from mwk_desktop.kafka.client_settings import KafkaSettingError

        try:
            self._outlet.open(lambda: self.running)
        except KafkaSettingError as error:  # the show goes on without the stream's posts
            reason = message_of(error)
            self._problem = message("Posts do not reach the show: {reason}", reason=reason)
            return False
        return True

    def _end(self) -> None:
        self._following = False
        source = self._source
        if source is not None:
            source.stop()
            self._figures = source.figures
        self._source = None
        self._outlet.close()

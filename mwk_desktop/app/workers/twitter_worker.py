"""The worker that follows the Twitter stream during a show, when the presenter asks for it.

Threads: the worker's thread begins and ends the stream and opens its outlet; the stream's thread
hands messages to :meth:`TwitterWorker.put`; the thread that starts and ends shows only changes
where they go. A stream goes on from one show to the next, and waits in between.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.app.workers.followed_stream import FollowedStream
from mwk_desktop.app.workers.message_outlet import MessageOutlet
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.messages import NOTHING, message
from mwk_desktop.show.commands import WorkerRequest
from mwk_desktop.show.followed_networks import FollowTwitter
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import TwitterState, WorkersState
from mwk_desktop.sources.twitter_source import TwitterFigures, TwitterSource

if TYPE_CHECKING:
    import tweepy

    from mwk_desktop.sources.twitter_posts import Bill

PARTITION: Final = 91
"""Marks the stream's messages in the recording of a show without a broker."""

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
        self.stream = FollowedStream(
            options,
            self._make_source,
            MessageOutlet("posts of Twitter", "mwk-twitter", PARTITION),
            TwitterFigures(budget_usd=options.settings.twitter.budget_usd or None),
            REPLAYING,
        )

    # -- as a worker ------------------------------------------------------------------------

    def close(self) -> None:
        super().close()
        self.stream.end()

    def on_show_started(self, running: RunningShow) -> None:
        super().on_show_started(running)
        self.stream.on_show_started(running)

    def on_show_ending(self) -> None:
        super().on_show_ending()
        self.stream.on_show_ending()

    def complete_state(self, state: WorkersState, snapshot: Snapshot) -> WorkersState:
        stream = self.stream
        figures = stream.figures
        twitter = TwitterState(
            stream.link, stream.detail, figures.posts, figures.spent_usd, figures.budget_usd
        )
        return replace(state, twitter=twitter)

    def handle_request(self, request: WorkerRequest) -> None:
        if request == FollowTwitter(True):
            self.stream.begin(lambda: self.running)
        else:
            self.stream.problem = NOTHING
            self.stream.end()

    def on_failure(self, request: WorkerRequest, error: Exception) -> None:
        self.stream.problem = message(
            "Twitter is not followed: {error}.", error=type(error).__name__
        )

    def on_idle(self) -> None:
        """End the stream when a replay begins: its posts would cost money and not count."""
        self.stream.end_in_replay(self.running)

    def _make_source(self) -> TwitterSource:
        # Late: a show without the stream does not need these.
        from mwk_desktop.app.workers.twitter_stream import twitter_bill, twitter_source

        settings = self._options.settings
        if self._bill is None:
            self._bill = twitter_bill(settings)
        return twitter_source(settings, self._bill, self._prepare)

"""A network's stream that feeds the running show: from being asked for to its end.

Threads: a worker's thread calls :meth:`FollowedStream.begin` and :meth:`FollowedStream.end`; the
stream's own thread hands messages to :meth:`FollowedStream.put`; the thread that starts and ends
shows only changes where they go. A stream goes on from one show to the next, and waits in between.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Final, Generic

from mwk_desktop.app.room_setup import RoomFilter, room_code
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.app.workers.message_outlet import MessageOutlet
from mwk_desktop.messages import NOTHING, Message, message, message_of
from mwk_desktop.sources.followed_source import Figures, FollowedSource
from mwk_desktop.sources.status_source import StatusMessage

WAIT_S: Final = 0.1
"""Between two shows posts have nowhere to go; each is offered again after this pause."""


class FollowedStream(Generic[Figures]):
    """One network's stream.

    Parameters
    ----------
    options
        Say whether posts need the room's code.
    make
        Makes the source; raises ``BadInput`` where a setting is missing.
    outlet
        Where messages go; this stream opens and closes it.
    figures
        The figures before it is followed.
    replaying
        Why it is not followed while a recording plays.
    """

    def __init__(
        self,
        options: Options,
        make: Callable[[], FollowedSource[Figures]],
        outlet: MessageOutlet,
        figures: Figures,
        replaying: Message,
    ) -> None:
        self._make = make
        self.outlet = outlet
        self._figures = figures
        self._replaying = replaying
        self._room = RoomFilter(outlet.put, room_code(options), options.settings.show.hashtag)
        self._source: FollowedSource[Figures] | None = None
        self._following = False
        self._between = threading.Event()
        self.problem: Message = NOTHING

    # -- any thread -------------------------------------------------------------------------

    @property
    def link(self) -> str:
        """``off``, ``connecting``, ``connected``, ``waiting`` or ``failed``."""
        source = self._source
        if source is not None:
            return source.state.link
        return "failed" if self.problem else "off"

    @property
    def detail(self) -> Message:
        """The state as a sentence."""
        source = self._source
        return self.problem if source is None else self.problem or source.state.detail

    def has_ended(self, timeout_s: float) -> bool:
        """Wait until the stream has ended, by itself or by :meth:`end`."""
        source = self._source
        return source is None or source.wait_ended(timeout_s)

    @property
    def figures(self) -> Figures:
        """What was received."""
        source = self._source
        return self._figures if source is None else source.figures

    @property
    def left_out(self) -> int:
        """How many posts lacked the room's code."""
        return self._room.left_out

    # -- the thread that starts and ends shows ------------------------------------------------

    def on_show_started(self, running: RunningShow) -> None:
        if self._following and running.kind != "replay":
            self._open_outlet(lambda: running)

    def on_show_ending(self) -> None:
        self.outlet.close()

    # -- the stream's thread ----------------------------------------------------------------

    def put(self, post: StatusMessage) -> bool:
        """Send a message; False: no place now (it is offered again)."""
        if self.outlet.is_open:
            return self._room(post)
        self._between.wait(WAIT_S)  # never set: a pause against a busy loop
        return False

    # -- the worker's thread ----------------------------------------------------------------

    def begin(self, show: Callable[[], RunningShow | None]) -> None:
        """Follow the network for the show that ``show`` returns, unless it is followed already."""
        source, running = self._source, show()
        if source is not None:
            if not self.has_ended(0.0):
                return
            self.end()  # it was refused or its budget is spent, and is asked for again
        self.problem = NOTHING
        if running is not None and running.kind == "replay":
            self.problem = self._replaying
            return
        try:
            source = self._make()
        except BadInput as error:
            self.problem = message_of(error)
            return
        self._following = True  # a show that starts from here on opens the outlet itself
        if not self._open_outlet(show):
            self._following = False  # a post can cost money, and none would count
            return
        source.start(self.put)
        self._source = source

    def end(self) -> None:
        """Stop following."""
        self._following = False
        source = self._source
        if source is not None:
            source.stop()
            self._figures = source.figures
        self._source = None
        self.outlet.close()

    def end_in_replay(self, running: RunningShow | None) -> None:
        """End the stream when a replay begins: its posts would not count."""
        if self._source is not None and running is not None and running.kind == "replay":
            self.end()
            self.problem = self._replaying

    def _open_outlet(self, show: Callable[[], RunningShow | None]) -> bool:
        # Late: a show without Kafka does not load its client.
        from mwk_desktop.kafka.client_settings import KafkaSettingError

        try:
            self.outlet.open(show)
        except KafkaSettingError as error:  # the show goes on without the stream's posts
            reason = message_of(error)
            self.problem = message("Posts do not reach the show: {reason}", reason=reason)
            return False
        return True

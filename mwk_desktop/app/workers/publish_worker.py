"""Sends a live show's results to the result topics, for other screens: ``mwk live --publish``.

Threads: the show thread hands over what it counted (see
:mod:`mwk_desktop.app.workers.publish_tap`) and never waits.
The *publisher's thread* owns the producer; five times a second it sends what is new, and it may
wait for Kafka. While Kafka is away, only the names of those who tweeted are collected; afterwards
their newest values go out.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Final

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.app.workers.publish_tap import MESSAGES_PER_S, PublishTap
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.clock import wall_ms
from mwk_desktop.messages import NOTHING, Message, message, message_of
from mwk_desktop.topology.counting import ClosedWindow

if TYPE_CHECKING:
    from mwk_desktop.kafka.results_producer import ResultsProducer, UsersReader

ROUND_S: Final = 0.2
"""Charts and users go out this often at most."""

MOST_WAITING: Final = 20_000
"""Unacknowledged records; above this, users' lines wait."""

SETTLED_LAG: Final = 5_000
"""The whole leaderboard is sent once the show is no further behind its topic."""

AGAIN_S: Final = 5.0
READ_S: Final = 0.05
CLOSE_S: Final = 2.0
AHEAD_MS: Final = 1_800_000
"""A broker refuses record times more than an hour ahead of its clock."""

_log = logging.getLogger(__name__)


class PublishWorker(Worker):
    """Sends what a live show counts to the result topics.

    Parameters
    ----------
    tap
        The show thread's side.
    now_ms
        The wall clock.
    """

    idle_s: ClassVar[float | None] = ROUND_S

    def __init__(
        self,
        options: Options,
        tap: PublishTap,
        now_ms: Callable[[], int] = wall_ms,
    ) -> None:
        super().__init__("publishing")
        self._options = options
        self._tap = tap
        self._now_ms = now_ms
        self._producer: ResultsProducer | None = None
        self._created = False
        self._next_try_s = 0.0
        self._begun = 0
        self._reader: UsersReader | None = None
        self._reconciled = False
        self._unread: Message = NOTHING
        self._chart: tuple[int, dict[str, int]] = (-1, {})
        self._closed_ms = -1
        self._unsent: deque[ClosedWindow] = deque()
        self._allowance = float(MESSAGES_PER_S)
        self._allowed_s = 0.0

    def on_idle(self) -> None:
        """Send what is new: one round."""
        running = self.running
        if running is None or running.kind != "live":
            return
        self._ensure_producer(running)
        producer = self._producer
        if producer is None or not self._created:
            return
        producer.poll()
        if producer.ended:
            self._end_producer(producer)
            return
        if producer.failed:
            self._tap.problem = message(
                "Kafka refuses results of this show: {reason}.", reason=producer.problem
            )
        elif producer.lost:
            self._tap.problem = message(
                "Results do not go out. {reason}", reason=producer.state.sentence
            )
        else:
            self._tap.problem = self._unread
        if not producer.ready:
            return
        self._send_charts(running, producer)
        self._send_users(running, producer)
        self._send_messages(producer)
        self._reconcile(running)

    def close(self) -> None:
        """Send the last values, as long as Kafka accepts them at once."""
        super().close()
        if self._thread is not None and self._thread.is_alive():
            return  # the thread waits for Kafka, and ends with the program
        if self._reader is not None:
            self._reader.close()
        if self._producer is not None:
            if self._created and self._producer.ready and self.running is not None:
                self._send_charts(self.running, self._producer)
                self._send_messages(self._producer)
                for _ in range(10):  # the show thread looks lines up within a few milliseconds
                    if not self._send_users(self.running, self._producer):
                        break
                    time.sleep(0.01)
            left = self._producer.close(CLOSE_S)
            if left:
                _log.warning("%d results did not reach Kafka", left)

    # -- the publisher's thread ---------------------------------------------------------------

    def _ensure_producer(self, running: RunningShow) -> None:
        """Make the producer and topics for the running show; retried until it works."""
        from mwk_desktop.kafka.client_settings import KafkaSettingError
        from mwk_desktop.kafka.results_producer import ResultsProducer
        from mwk_desktop.kafka.topic_admin import TopicError

        if self._tap.begun != self._begun:
            # Another show, perhaps on another Kafka.
            self._begun = self._tap.begun
            self._drop_producer()
            self._next_try_s, self._closed_ms = 0.0, -1
            self._unsent.clear()
        if self._created or time.monotonic() < self._next_try_s:
            return
        try:
            if self._producer is None:
                self._producer = ResultsProducer(running.kafka)
            self._producer.create_topics()
        except (TopicError, KafkaSettingError) as error:
            self._tap.problem = message("Results do not go out. {reason}", reason=message_of(error))
            self._next_try_s = time.monotonic() + AGAIN_S
            return
        self._created = True

    def _end_producer(self, producer: ResultsProducer) -> None:
        """Kafka refuses this producer: say why, and try with a new one later."""
        self._tap.problem = message(
            "Results do not go out. {reason}",
            reason=message(
                "Kafka refuses results of this show: {reason}.", reason=producer.problem
            ),
        )
        self._drop_producer()
        self._next_try_s = time.monotonic() + AGAIN_S

    def _drop_producer(self) -> None:
        """What a next producer sends first is everything: the chart, the whole leaderboard."""
        if self._producer is not None:
            self._producer.close(CLOSE_S)
        self._producer, self._created = None, False
        self._reconciled, self._chart, self._unread = False, (-1, {}), NOTHING
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def _send_charts(self, running: RunningShow, producer: ResultsProducer) -> None:
        """Send the last chart and scene of closed windows, then the open chart if it changed."""
        from mwk_desktop.kafka.result_records import charts_value, sounds_value
        from mwk_desktop.topics import CHARTS_TOPIC, SOUNDS_TOPIC

        self._unsent += self._tap.windows()
        while self._unsent:
            window = self._unsent[0]
            start_ms = window.start_ms
            if self._chart != (start_ms, window.votes):
                if not producer.send(CHARTS_TOPIC, charts_value(window.votes), None, start_ms):
                    return
                self._chart = start_ms, window.votes
            if window.drawn:
                clips = sounds_value(list(window.drawn.values()))
                if not producer.send(SOUNDS_TOPIC, clips, None, start_ms):
                    return
            self._closed_ms = max(self._closed_ms, start_ms)
            self._unsent.popleft()
        snapshot = running.thread.snapshot()
        start_ms = snapshot.window.start_ms
        votes = {row.instrument: row.votes for row in snapshot.chart if row.votes}
        known = self._chart[0] == start_ms
        if start_ms <= self._closed_ms or self._chart == (start_ms, votes):
            return
        if (votes or known) and producer.send(CHARTS_TOPIC, charts_value(votes), None, start_ms):
            self._chart = start_ms, votes

    def _send_users(self, running: RunningShow, producer: ResultsProducer) -> bool:
        """Send the lines that the show thread looked up and request the next; returns whether there
        are more."""
        from mwk_desktop.kafka.result_records import user_value
        from mwk_desktop.topics import USERS_TOPIC

        lines = self._tap.results()
        latest_ms = self._now_ms() + AHEAD_MS
        for place, line in enumerate(lines):
            value = user_value(line.name, line.image_url, line.tweets)
            if not producer.send(USERS_TOPIC, value, line.name, min(line.latest_ms, latest_ms)):
                self._tap.mark_changed({late.name for late in lines[place:]})
                break
        if producer.waiting > MOST_WAITING or not self._tap.request_results():
            return bool(lines)
        running.thread.call_soon(self._tap.look_up_results)
        return True

    def _send_messages(self, producer: ResultsProducer) -> None:
        from mwk_desktop.kafka.result_records import message_value
        from mwk_desktop.topics import MESSAGES_TOPIC

        now_s = time.monotonic()
        grown = self._allowance + (now_s - self._allowed_s) * MESSAGES_PER_S
        self._allowance, self._allowed_s = min(float(MESSAGES_PER_S), grown), now_s
        for counted in self._tap.messages(int(self._allowance)):
            self._allowance -= 1
            value = message_value(counted.name, counted.text)
            producer.send(MESSAGES_TOPIC, value, counted.name, counted.event_ms)

    def _reconcile(self, running: RunningShow) -> None:
        """Once a show: send the whole leaderboard, remove users that are not on it.

        After an earlier show, or a console that did not publish, the topic holds other lines.
        """
        from mwk_desktop.kafka.results_producer import UsersReader, UsersReadError

        if self._reconciled or time.monotonic() < self._next_try_s:
            return
        try:
            if self._reader is None:
                lag = running.thread.snapshot().source.lag
                if lag is None or lag > SETTLED_LAG:
                    return
                if not self._unread:  # else they have gone out
                    self._tap.mark_changed(set(self._tap.names))
                self._reader = UsersReader(running.kafka)
            self._tap.mark_changed(self._reader.read(READ_S))
            if not self._reader.done:
                return
            self._reconciled, self._unread = True, NOTHING
        except UsersReadError as error:
            _log.info("users cannot be read: %s", error)
            self._unread = message(
                "Users of earlier shows stay on the leaderboard of others: {reason}",
                reason=message_of(error),
            )
            self._next_try_s = time.monotonic() + AGAIN_S
        if self._reader is not None:
            self._reader.close()
            self._reader = None

"""Publishes what a live show decides to the topic ``mwk-show``, for other consoles of it.

Threads: the show thread hands its decisions over and never waits (:mod:`~mwk_desktop.app.workers.
decision_tap`). The *worker's thread* owns the producer. Who is heard, and so decides, is the
business of :mod:`~mwk_desktop.app.workers.spare_worker`; a console that no longer decides begins
again as one that follows.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import ClassVar, Final

from mwk_desktop.app.running_show import RunningShow, StartShow
from mwk_desktop.app.workers.connection_worker import SwitchTo
from mwk_desktop.app.workers.decision_tap import DecisionTap
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.kafka.client_settings import KafkaSettingError
from mwk_desktop.kafka.results_producer import ResultsProducer
from mwk_desktop.kafka.show_topic_client import PARTITION
from mwk_desktop.messages import NOTHING, Message, message, message_of, plural_message
from mwk_desktop.show.log.show_topic import TopicRecord, topic_value
from mwk_desktop.show.snapshot import ProblemKind

CLOSE_S: Final = 1.0
AT_ONCE: Final = 500
"""Decisions that are sent in one round."""

MOMENT_S: Final = 0.1
"""How often a console that follows learns how far the decisions go."""

AGAIN_S: Final = 0.005
"""Between two rounds while something waits: for Kafka, or for room in the client's queue."""

SWITCH_AGAIN_S: Final = 30.0
"""If the other console's show cannot be found or played, it is tried again after this."""

UNREAD_S: Final = 10.0
"""If nothing comes back from the topic for this long, no other console can follow."""

_log = logging.getLogger(__name__)


class DecisionsWorker(Worker):
    """Publishes a live show's decisions, and starts following where another console decides.

    Parameters
    ----------
    topic
        The topic's name.
    tap
        The show thread's side.
    switch_to
        Switches to another show: to this one again, as a console that follows.
    follow
        Prepares that.
    """

    idle_s: ClassVar[float | None] = 0.0

    def __init__(
        self, topic: str, tap: DecisionTap, switch_to: SwitchTo, follow: Callable[[], StartShow]
    ) -> None:
        super().__init__("decisions")
        self._topic = topic
        self._tap = tap
        self._switch_to = switch_to
        self._follow = follow
        self._producer: ResultsProducer | None = None
        self._begun = 0
        self._begun_s = 0.0
        self._moment_s = 0.0
        self._switch_again_s = 0.0
        self._has_more = False

    def on_idle(self) -> None:
        """Wait for what is decided and send it; follow if another console decides."""
        tap = self._tap
        tap.news.wait(self._pause_s())
        tap.news.clear()  # before the look: what comes now is looked for again
        running = self.running
        if running is None or running.kind != "live" or running.shared is None:
            return
        if tap.begun != self._begun:
            self._begun, self._begun_s, self._switch_again_s = tap.begun, time.monotonic(), 0.0
            self._open(running)
        self._follow_if_led_elsewhere(running)
        producer = self._producer
        if producer is not None:
            producer.poll()
            self._send(producer)
            tap.problem = self._problem_of(producer)

    def close(self) -> None:
        """Send what is left, as long as Kafka accepts it at once."""
        self._tap.news.set()
        super().close()
        if self._thread is not None and self._thread.is_alive():
            return
        if self._producer is not None:
            self._send(self._producer)
            left = self._producer.close(CLOSE_S)
            if left:
                _log.warning("%d decisions did not reach Kafka", left)

    # -- the worker's thread -----------------------------------------------------------------

    def _pause_s(self) -> float:
        """How long a round may wait for news: until the next moment is to be sent."""
        if self._has_more:
            return AGAIN_S
        if not self._tap.epoch:
            return MOMENT_S
        return min(MOMENT_S, max(AGAIN_S, self._moment_s + MOMENT_S - time.monotonic()))

    def _open(self, running: RunningShow) -> None:
        if self._producer is not None:
            self._producer.close(0.1)
            self._producer = None
        try:
            properties = {"linger.ms": 0, **running.kafka}
            self._producer = ResultsProducer(properties, client_id="mwk-decisions")
        except KafkaSettingError as error:
            self._tap.problem = message_of(error)

    def _follow_if_led_elsewhere(self, running: RunningShow) -> None:
        """Begin again as a follower if another console has the show."""
        now_s = time.monotonic()
        if now_s >= self._switch_again_s and self._tap.should_follow():
            self._switch_again_s = now_s + SWITCH_AGAIN_S
            self._switch_to(self._follow, ProblemKind.SPARE)

    def _send(self, producer: ResultsProducer) -> None:
        """Send what was decided, once the topic is there and the show is this console's."""
        tap = self._tap
        self._has_more = False
        if not tap.epoch or not tap.records_read or producer.ended:
            return
        moment = tap.moment  # before the decisions: all that are older are sent first
        for _ in range(AT_ONCE):
            record = tap.next_decision()
            if record is None:
                self._send_moment(producer, moment)
                return
            if not self._send_record(producer, record):
                tap.put_back(record)
                break
        self._has_more = True

    def _send_moment(self, producer: ResultsProducer, moment: tuple[int, int] | None) -> None:
        now_s = time.monotonic()
        if moment is not None and now_s - self._moment_s >= MOMENT_S and not producer.waiting:
            self._moment_s = now_s
            self._send_record(producer, self._tap.moment_record(*moment))

    def _send_record(self, producer: ResultsProducer, record: TopicRecord) -> bool:
        at_ms = record.stamp.at_ms
        return producer.send(self._topic, topic_value(record), record.key, at_ms, PARTITION)

    def _problem_of(self, producer: ResultsProducer) -> Message:
        """Why no other console can follow, or this one cannot well; an outage is told by the show's
        own connection."""
        tap = self._tap
        if producer.ended or producer.failed:
            reason = producer.problem
            return message("No other console can follow this show: {reason}.", reason=reason)
        unread = not tap.records_read and time.monotonic() - self._begun_s > UNREAD_S
        if unread and producer.ready:
            return message(
                "No other console can follow this show: topic {topic} cannot be created, written "
                "or read by this user.",
                topic=self._topic,
            )
        return lost_decisions(tap, self._topic)


def lost_decisions(tap: DecisionTap, topic: str) -> Message:
    """What to say of decisions that the topic does not hold; empty if it holds all."""
    count = tap.dropped or tap.missing
    if not count:
        return NOTHING
    return plural_message(
        "{count} decision is not in topic {topic}: consoles that follow may differ. The next show "
        "is whole.",
        "{count} decisions are not in topic {topic}: consoles that follow may differ. The next "
        "show is whole.",
        count,
        topic=topic,
    )

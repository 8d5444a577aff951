"""The show thread's side of the topic ``mwk-show``: hands over what the show decides.

Threads: the *show thread* writes lines and moments, and may not wait. One worker takes them
(:mod:`mwk_desktop.app.workers.decisions_worker`), another one reads the topic and brings others'
(:mod:`mwk_desktop.app.workers.spare_worker`). A deque's append and popleft are atomic.
"""

from __future__ import annotations

import logging
import secrets
import socket
import threading
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from mwk_desktop.messages import NOTHING, Message
from mwk_desktop.records.record_types import Record
from mwk_desktop.show.drivers.follow_show import FollowShow
from mwk_desktop.show.drivers.live import LiveShow
from mwk_desktop.show.log.show_log import Recorder
from mwk_desktop.show.log.show_topic import (
    DECISION_TYPES,
    MOMENT,
    DecisionOrder,
    Stamp,
    TopicRecord,
)

MOST_WAITING: Final = 200_000
"""At most this many decisions wait while Kafka is away: hours of a busy presenter, about 100 MB.
Beyond that the oldest are not published, and their numbers are missing in the topic; the recording
has them."""

_log = logging.getLogger(__name__)


class DecisionTap:
    """Passes a show's decisions to the worker of the topic.

    Attributes
    ----------
    problem
        Why decisions do not go out, for the console; empty while they do.
    begun
        How many shows have begun.
    show, input_topic
        The running show's id, and the topic whose tweets it counts.
    console
        This console's id, another for each show: what the topic holds of an earlier one's is not
        this one's.
    epoch
        The epoch in which this console decides; 0: it does not, or does not know yet.
    is_led_elsewhere
        Whether another console, which is heard now, has the show.
    start
        The record that a following console began with; None: this console began the show.
    since_ms
        Event time from which the show counts; 0: from the topic's beginning.
    driver
        The running show's driver; it belongs to the show thread.
    moment
        The newest tick, after its decisions: (transport frame, the show's time in ms).
    records_read
        How many records of the topic were read: it is there, once there is one.
    dropped
        How many decisions were not published, as too many waited.
    news
        Set when there may be something to publish; who publishes waits for it and clears it.
    """

    def __init__(self) -> None:
        self.news = threading.Event()
        self.console = ""
        self.is_led_elsewhere = False
        self.problem: Message = NOTHING
        self.begun = self.epoch = self.since_ms = self.records_read = 0
        self.show = self.input_topic = ""
        self.start: TopicRecord | None = None
        self.driver: LiveShow | None = None
        self.moment: tuple[int, int] | None = None
        self._led = self._overtaken = False
        self.dropped = 0
        self._number = 0  # the writing worker's, within a show and an epoch
        self._numbered = 0, 0
        self._order = DecisionOrder("")
        self._feeding = False
        self._newest: TopicRecord | None = None
        self._lines: deque[tuple[Mapping[str, Any], int]] = deque()

    def begin(
        self, show: str, input_topic: str, since_ms: int, start: TopicRecord | None = None
    ) -> None:
        """Begin another show (the thread that starts it)."""
        self.console = f"{socket.gethostname()[:40]}-{secrets.token_hex(4)}"
        self.is_led_elsewhere = False
        self.show, self.input_topic, self.start = show, input_topic, start
        self.since_ms, self.epoch, self.records_read = since_ms, 0, 0
        self.driver, self.moment, self.problem = None, None, NOTHING
        self._led, self._overtaken, self.dropped = start is None, False, 0
        self._order = DecisionOrder(input_topic)
        self._feeding, self._newest = False, None
        self._lines.clear()
        self.begun += 1
        self.news.set()

    # -- the show thread ---------------------------------------------------------------------

    def write(self, line: Mapping[str, Any], at_ms: int) -> None:
        """Hand over a line of the show's log, if it is a decision and this console decides."""
        if not self._led or line.get("type") not in DECISION_TYPES:
            return
        self._lines.append((line, at_ms))
        self.news.set()
        if len(self._lines) > MOST_WAITING:
            self._lines.popleft()
            if not self.dropped:
                _log.warning("more than %d decisions wait: the oldest are dropped", MOST_WAITING)
            self.dropped += 1

    def note_moment(self, frame: int, now_ms: int) -> None:
        """Note the end of a tick: what is decided from now on belongs to this frame or later."""
        self.moment = frame, now_ms

    def be_heard(self) -> None:
        """Let this console decide, from where the other one stood, and be heard."""
        driver = self.driver
        if isinstance(driver, FollowShow) and driver.follows:
            driver.carry_out_all()  # decided, and so published, by the other one
            self._led = True
            driver.lead()
        elif driver is not None:
            driver.core.conductor.gains.set_heard(True)

    def fall_silent(self) -> None:
        """Mute this console, because another one decides."""
        # One that led went its own way: it must begin again to be where the other one is.
        self._overtaken, self._led = self._overtaken or self._led, False
        self._lines.clear()
        if self.driver is not None:
            self.driver.core.conductor.gains.set_heard(False)

    # -- the worker that reads the topic -----------------------------------------------------

    def hear(self, records: Iterable[TopicRecord]) -> None:
        """Receive records of the topic, from its beginning, in order."""
        found: list[TopicRecord] = []
        for record in records:
            self.records_read += 1
            if self._order.accepts(record):
                if record.type == "start":
                    self._order.missing = 0  # of the show before
                    self._newest = record
                    self._feeding = record == self.start
                elif self._feeding:
                    found.append(record)
            elif self._feeding and self._order.is_moment(record):
                if found and found[-1].type == MOMENT:
                    found.pop()  # a later one says more
                found.append(record)
        driver = self.driver
        if found and isinstance(driver, FollowShow) and driver.follows:
            driver.hear(found)

    def should_follow(self) -> bool:
        """Whether the show that plays here is not the one that should: another console decides, or
        it began another show."""
        if self.epoch or not self.is_led_elsewhere:
            return False
        if self.start is None or self._overtaken:
            return True
        return self._newest is not None and self._newest != self.start

    @property
    def missing(self) -> int:
        """How many decisions of the console that this one follows are not in the topic."""
        return self._order.missing if self._feeding else 0

    # -- the worker that writes to the topic -------------------------------------------------

    def next_decision(self) -> TopicRecord | None:
        """The next decision; None: there is none."""
        try:
            line, at_ms = self._lines.popleft()
        except IndexError:
            return None
        if line.get("type") == "start":
            line = {**line, "since_ms": self.since_ms}
        epoch = self.epoch
        if self._numbered != (self.begun, epoch):
            self._numbered, self._number = (self.begun, epoch), 0
        # Who reads the topic sees by the numbers that some are missing.
        number = self._number + self.dropped
        self._number += 1
        return TopicRecord(self._stamp(epoch, number, at_ms), dict(line))

    def put_back(self, record: TopicRecord) -> None:
        """Return the decision that was just fetched, because it could not be sent: it comes
        again."""
        self._number -= 1
        self._lines.appendleft((record.line, record.stamp.at_ms))

    def moment_record(self, frame: int, at_ms: int) -> TopicRecord:
        """The record that says how far the decisions go."""
        rate_hz = 0 if self.driver is None else self.driver.core.grid.rate_hz
        line = {"type": MOMENT, "frame": frame, "rate_hz": rate_hz}
        return TopicRecord(self._stamp(self.epoch, 0, at_ms), line)

    def _stamp(self, epoch: int, number: int, at_ms: int) -> Stamp:
        return Stamp(self.show, self.input_topic, self.console, epoch, number, at_ms)

    def set_epoch(self, epoch: int) -> None:
        """Let this console decide in an epoch (0: no longer; any thread)."""
        self.epoch = epoch
        self.news.set()


class PublishingRecorder:
    """A show's recorder, and the tap beside it.

    Parameters
    ----------
    recorder
        Writes the show's file; None: there is none.
    """

    def __init__(self, recorder: Recorder | None, tap: DecisionTap) -> None:
        self._recorder = recorder
        self._tap = tap
        self.writes_file = recorder is not None

    def write_all(self, records: Sequence[Record]) -> None:
        """Write tweets to the file only: they have a topic of their own."""
        if self._recorder is not None:
            self._recorder.write_all(records)

    def write_show(self, line: Mapping[str, Any], arrival_ms: int) -> None:
        if self._recorder is not None:
            self._recorder.write_show(line, arrival_ms)
        self._tap.write(line, arrival_ms)

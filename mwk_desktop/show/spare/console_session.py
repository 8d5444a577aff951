"""One console among those of a show: reads and writes the show's topic, and knows the others.

Pure; records and times are passed in. It gives the rule (:mod:`.takeover_rule`) its records, and
compares clocks and music by the heartbeats.

A heartbeat's line, besides its stamp: ``computer`` (its name), ``frame`` (the transport's, at the
stamp's ``at_ms``; missing before the music starts) and ``rate_hz`` (of those frames).
"""

from __future__ import annotations

import statistics
from collections import deque
from dataclasses import dataclass, field
from typing import Any, Final

from mwk_desktop.show.log.show_topic import Stamp, TopicRecord
from mwk_desktop.show.spare.spare_records import Beat, SpareRecord, Takeover
from mwk_desktop.show.spare.takeover_rule import MISSING_MS, TakeoverRule
from mwk_desktop.show.spare_state import SpareState

FORGOTTEN_MS: Final = 60_000
"""A console that has not been read for this long is left out: it was switched off."""

ALIGN_SAMPLES: Final = 8
"""Heartbeats by which a console that follows judges how far its music is off."""

ALIGN_MS: Final = 3.0
"""It moves its music by more than that only: what is left is the error of the comparison."""

MOST_ALIGN_MS: Final = 30_000.0
"""Music that is further off is not the same show's. A console whose engine was slow to start is up
to twenty seconds late: ten for its output, and as long for silence in its place."""

SAMPLES: Final = 25
"""Heartbeats that clocks are compared by: five seconds of them. The fastest one counts."""

_NAME_LIMIT: Final = 60


@dataclass(frozen=True, slots=True)
class ConsoleMoment:
    """What a console's clocks and its music say at one moment.

    Attributes
    ----------
    steady_ms
        A clock that nobody sets.
    at_ms
        The show's clock: milliseconds since the Unix epoch.
    frame, rate_hz
        The transport's; None: the music has not started.
    """

    steady_ms: int
    at_ms: int
    frame: int | None = None
    rate_hz: int = 0


@dataclass
class _Other:
    """Another console, as its heartbeats tell."""

    computer: str = ""
    read_ms: int = -1
    delays_ms: deque[int] = field(default_factory=lambda: deque(maxlen=SAMPLES))
    music_ms: float | None = None


class ConsoleSession:
    """A console's part in one show.

    Parameters
    ----------
    rule
        Decides whether this console is heard.
    show
        The show's id.
    input_topic
        The topic whose tweets the show counts; heartbeats of other shows are skipped.
    computer
        This computer's name, for people.
    """

    def __init__(self, rule: TakeoverRule, show: str, input_topic: str, computer: str) -> None:
        self.rule = rule
        self.show = show
        self._input = input_topic
        self._computer = computer
        self._others: dict[str, _Other] = {}
        self._own_delays_ms: deque[int] = deque(maxlen=SAMPLES)
        self._took_over_ms = -1
        self._off_ms: list[float] = []
        self._was_heard = False
        self._followed = False

    @property
    def heard_epoch(self) -> int:
        """The epoch in which the room should hear this console; 0: it should not."""
        return self.rule.heard_epoch

    def read(self, record: TopicRecord, now: ConsoleMoment, *, is_news: bool) -> None:
        """Note a record that was read from the topic, in the topic's order.

        ``is_news`` False: the topic held it before this console came.
        """
        stamp = record.stamp
        if stamp.input != self._input:
            return
        if record.type != "heartbeat":
            self.rule.read(Takeover(stamp.console, stamp.epoch), now.steady_ms, is_news=is_news)
            return
        beat = Beat(stamp.console, stamp.number, stamp.epoch)
        self.rule.read(beat, now.steady_ms, is_news=is_news)
        if is_news:
            self._note_beat(record, now)

    def tick(self, now: ConsoleMoment) -> list[TopicRecord]:
        """Let time pass; returns what is to be written to the topic."""
        self._note_heard(now.steady_ms)
        lost = [
            name
            for name, other in self._others.items()
            if now.steady_ms - other.read_ms > FORGOTTEN_MS
        ]
        for name in lost:
            del self._others[name]
        return [self._topic_record(each, now) for each in self.rule.fetch_records()]

    def next_shift_ms(self) -> float:
        """How far a console that follows should move its music, to be where the owner's is; 0: not
        at all. Two sound cards never run alike."""
        if self.rule.heard:
            self._off_ms.clear()
        if len(self._off_ms) < ALIGN_SAMPLES:
            return 0.0
        off_ms = statistics.median(self._off_ms)
        self._off_ms.clear()
        return -off_ms if ALIGN_MS < abs(off_ms) < MOST_ALIGN_MS else 0.0

    def state(self, now: ConsoleMoment) -> SpareState:
        """This console's part, as shown to people."""
        part = self.rule.part(now.steady_ms)
        other = self._others.get(part.owner) or self._newest_other()
        alive = [o for o in self._others.values() if now.steady_ms - o.read_ms <= MISSING_MS]
        return SpareState(
            role=part.role.value,
            epoch=part.epoch,
            by_itself=self.rule.by_itself,
            sees_kafka=part.sees_kafka,
            starting=part.starting,
            taking_over=part.taking_over,
            replaced=part.replaced,
            other="" if other is None else other.computer,
            other_age_ms=-1 if other is None else now.steady_ms - other.read_ms,
            clock_ms=self._clock_ms(other),
            music_ms=None if other is None else other.music_ms,
            followers=len(alive),
            took_over_ms=-1 if self._took_over_ms < 0 else now.steady_ms - self._took_over_ms,
        )

    # -- inside ------------------------------------------------------------------------------

    def _note_beat(self, record: TopicRecord, now: ConsoleMoment) -> None:
        stamp = record.stamp
        delay_ms = now.at_ms - stamp.at_ms
        if stamp.console == self.rule.console:
            self._own_delays_ms.append(delay_ms)
            return
        other = self._others.setdefault(stamp.console, _Other())
        name = record.line.get("computer")
        other.computer = name[:_NAME_LIMIT] if isinstance(name, str) else ""
        other.read_ms = now.steady_ms
        other.delays_ms.append(delay_ms)
        other.music_ms = self._music_ms(other, record, now)
        if stamp.console == self.rule.ownership.owner and other.music_ms is not None:
            self._off_ms.append(other.music_ms)

    def _note_heard(self, steady_ms: int) -> None:
        """Let time pass, and remember when this console was heard after it had followed."""
        self.rule.tick(steady_ms)
        if self.rule.heard != self._was_heard:
            self._was_heard = self.rule.heard
            self._took_over_ms = steady_ms if self._was_heard and self._followed else -1
        self._followed = self._followed or self.rule.follows

    def _newest_other(self) -> _Other | None:
        return max(self._others.values(), key=lambda other: other.read_ms, default=None)

    def _clock_ms(self, other: _Other | None) -> int | None:
        """How far this clock is ahead of the other's. Both consoles' heartbeats take equally long,
        so the difference is the clocks'."""
        if other is None or not other.delays_ms or not self._own_delays_ms:
            return None
        return min(other.delays_ms) - min(self._own_delays_ms)

    def _music_ms(self, other: _Other, record: TopicRecord, now: ConsoleMoment) -> float | None:
        """How far the music here is ahead of the other's, which went on since its heartbeat."""
        clock_ms = self._clock_ms(other)
        frame, rate_hz = record.frame, record.line.get("rate_hz")
        if clock_ms is None or frame is None or now.frame is None:
            return None
        if type(rate_hz) is not int or rate_hz <= 0 or now.rate_hz <= 0:
            return None
        since_ms = now.at_ms - clock_ms - record.stamp.at_ms
        return now.frame * 1000 / now.rate_hz - (frame * 1000 / rate_hz + since_ms)

    def _topic_record(self, record: SpareRecord, now: ConsoleMoment) -> TopicRecord:
        number = record.number if isinstance(record, Beat) else 0
        stamp = Stamp(self.show, self._input, self.rule.console, record.epoch, number, now.at_ms)
        if isinstance(record, Takeover):
            return TopicRecord(stamp, {"type": "takeover", "computer": self._computer})
        line: dict[str, Any] = {"type": "heartbeat", "computer": self._computer}
        if now.frame is not None:
            line |= {"frame": now.frame, "rate_hz": now.rate_hz}
        return TopicRecord(stamp, line)

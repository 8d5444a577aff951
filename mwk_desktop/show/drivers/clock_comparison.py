"""Finds whose clock is off: a producer's or this computer's. Show thread only; pure.

A record stamped by the broker (LogAppendTime) carries the broker's time, others their producer's.
Where the broker's time is known (from its records, or by its own report), it decides who is off.
Where it is not, there is only a guess: if nearly all records are from the future, this computer is
probably behind; if only some are, their producers are ahead.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import Final

from mwk_desktop.messages import NOTHING, Message, duration, message
from mwk_desktop.records.record_types import Record
from mwk_desktop.units import EARLIEST_EVENT_MS

RECORDS_KEPT: Final = 200
"""How many of the newest records are compared."""

FEWEST: Final = 20
"""With fewer records no conclusion is drawn."""

PER_BATCH: Final = 20
"""At most this many records of a batch are compared: a flood must cost nothing."""

AHEAD_MS: Final = 1_000
"""A time this far in the future cannot be a delay: a clock is off."""

BEHIND_MS: Final = 5_000
"""If even the fastest record arrives this long after the broker stamped it, a clock is off."""

STEADY: Final = 4
"""The message keeps its length until that differs by more than a fourth: otherwise each record
would make another message."""

NEARLY_ALL: Final = 0.9
SOME: Final = 0.05


class ClockComparison:
    """Compares the times of arriving records with this computer's clock."""

    def __init__(self) -> None:
        self._by_broker: deque[int] = deque(maxlen=RECORDS_KEPT)
        self._by_producers: deque[int] = deque(maxlen=RECORDS_KEPT)
        self._said_ms = 0
        self._broker_ahead_ms: int | None = None
        self.notice: Message = NOTHING
        """The message; ``NOTHING`` if the clocks agree."""

    def note_broker(self, ahead_ms: int | None) -> None:
        """Note how far the broker's clock is ahead of this computer's (None: not known)."""
        before_ms, self._broker_ahead_ms = self._broker_ahead_ms, ahead_ms
        if ahead_ms != before_ms:
            self.notice = self._compared()

    def note(self, records: Sequence[Record], ahead_ms: int = 0) -> None:
        """Compare a batch's newest records; ``ahead_ms``: how far the show's clock is ahead."""
        for record in records[-PER_BATCH:]:
            if record.timestamp_ms >= EARLIEST_EVENT_MS and record.arrival_ms > 0:
                ahead = record.timestamp_ms - (record.arrival_ms - ahead_ms)
                (self._by_broker if record.log_append else self._by_producers).append(ahead)
        if records:
            self.notice = self._compared()

    def forget(self) -> None:
        """Forget earlier comparisons: the system's clock was set."""
        self._by_broker.clear()
        self._by_producers.clear()
        self._said_ms = 0
        self._broker_ahead_ms = None
        self.notice = NOTHING

    def _length(self, ms: int) -> Message:
        """A length of time that stays what it was while it is about the same."""
        if abs(ms - self._said_ms) * STEADY > self._said_ms:
            self._said_ms = ms
        return duration(self._said_ms)

    def _compared(self) -> Message:
        if len(self._by_broker) >= FEWEST:
            fastest = max(self._by_broker)
            if fastest > AHEAD_MS:
                return message(
                    "This computer's clock is {length} behind the broker's: set it right.",
                    length=self._length(fastest),
                )
            if fastest < -BEHIND_MS:
                return message(
                    "Every message arrives {length} after the broker's time: this computer's "
                    "clock is ahead, or the messages are delayed.",
                    length=self._length(-fastest),
                )
            return NOTHING
        told_ms = self._broker_ahead_ms or 0
        if abs(told_ms) > AHEAD_MS:
            length = self._length(abs(told_ms))
            if told_ms > 0:
                return message(
                    "This computer's clock is {length} behind the broker's: set it right.",
                    length=length,
                )
            return message(
                "This computer's clock is {length} ahead of the broker's: set it right.",
                length=length,
            )
        if len(self._by_producers) < FEWEST:
            return NOTHING
        future = sorted(ahead for ahead in self._by_producers if ahead > AHEAD_MS)
        share = len(future) / len(self._by_producers)
        if share >= NEARLY_ALL and self._broker_ahead_ms is not None:
            return message(
                "Nearly every message is {length} from the future, and this computer's clock "
                "agrees with the broker's: those of the senders are ahead. Their votes count on "
                "arrival.",
                length=self._length(future[len(future) // 2]),
            )
        if share >= NEARLY_ALL:
            return message(
                "Nearly every message is {length} from the future: this computer's clock is "
                "probably behind.",
                length=self._length(future[len(future) // 2]),
            )
        if share >= SOME:
            return message(
                "Some messages are {length} from the future: the clock of the computer that sends "
                "them is ahead. Their votes count on arrival.",
                length=self._length(future[len(future) // 2]),
            )
        return NOTHING

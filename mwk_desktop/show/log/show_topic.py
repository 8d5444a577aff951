"""The records of the topic ``mwk-show``: what one show decides, for other consoles of it.

A value is the line that a recording holds (:mod:`~mwk_desktop.show.log.show_log`), and one more
field, ``stamp``: who wrote it, of which show, in which epoch, as which record. So one vocabulary
serves the recording and the topic. The topic keeps one order for all its readers;
:class:`DecisionOrder` says which of its records count.

Every decision has a key of its own, so that compaction keeps all of them. A heartbeat's key is its
console's: compaction keeps the newest.

Pure: no thread, no clock, no Kafka.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import msgspec

from mwk_desktop.show.log.show_log import ShowLine

TOPIC_VERSION: Final = 1
"""Readers skip records of later versions."""

DECISION_TYPES: Final = frozenset(
    ("start", "close", "override", "landing", "ramp", "segment", "sleep", "clock", "armed")
)
"""What the owner of a show decides, and what its engine carried out. ``override`` is everything
the presenter did: modes, gains, snapshots of the desk, moderation, the winner, what the stage
shows. ``armed`` is an ``override`` that waits for GO."""

MOMENT: Final = "moment"
"""Tells how far the owner's decisions go: all earlier ones, before its frame, are in the topic."""

_STAMP: Final = "stamp"


class Stamp(msgspec.Struct, frozen=True):
    """Who wrote a record, and where it stands among the writer's.

    Attributes
    ----------
    show : str
        The show's id; a console that takes a show over keeps it.
    input : str
        The topic whose tweets the show counts.
    console : str
        The writer's id, another at each start of a show.
    epoch : int
        How often another console had taken the show over; 0: not known.
    number : int
        Counts the writer's decisions in this epoch, or its heartbeats, from 0.
    at_ms : int
        The writer's clock: milliseconds since the Unix epoch, its show's time.
    version : int
        :data:`TOPIC_VERSION` of the writer.
    """

    show: str
    input: str
    console: str
    epoch: int
    number: int
    at_ms: int
    version: int = TOPIC_VERSION


@dataclass(frozen=True, slots=True)
class TopicRecord:
    """One record of the topic: who wrote it, and its line."""

    stamp: Stamp
    line: ShowLine

    @property
    def type(self) -> str:
        """The line's type; empty if it has none."""
        found = self.line.get("type")
        return found if isinstance(found, str) else ""

    @property
    def is_decision(self) -> bool:
        """Whether the owner decided this (or its engine carried it out)."""
        return self.type in DECISION_TYPES

    @property
    def frame(self) -> int | None:
        """The show's transport frame at which it was written; None: it has none."""
        frame = self.line.get("frame")
        return frame if type(frame) is int else None

    @property
    def key(self) -> str:
        """The record's key: its own for a decision, else the newest of this type replaces it."""
        stamp = self.stamp
        if self.is_decision or self.type == "takeover":
            return f"{stamp.show}/{stamp.epoch}/{stamp.console}/{self.type}/{stamp.number}"
        return f"{stamp.show}/{stamp.console}/{self.type}"


def topic_value(record: TopicRecord) -> dict[str, Any]:
    """The value of a record, to be written as JSON."""
    return {**record.line, _STAMP: msgspec.to_builtins(record.stamp)}


def read_topic_value(value: bytes | None) -> TopicRecord | None:
    """The record of a value; None if it is not valid, or of a later version (anyone may write to a
    topic)."""
    try:
        line = msgspec.json.decode(value or b"")
        if not isinstance(line, dict):
            return None
        stamp = msgspec.convert(line.pop(_STAMP, None), Stamp)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    if not 1 <= stamp.version <= TOPIC_VERSION or stamp.number < 0 or stamp.epoch < 0:
        return None
    return TopicRecord(stamp, line)


@dataclass(frozen=True, slots=True)
class Ownership:
    """Whose show it is after some records of the topic.

    A console that wants the show asks for the next epoch. The topic keeps one order for all its
    readers, so of two that want it at once the first in the topic gets it, whatever their clocks
    say.

    Attributes
    ----------
    epoch
        How often a console has taken the show; 0: none has had it.
    owner
        The console that has it; empty: nobody.
    """

    epoch: int = 0
    owner: str = ""

    def after(self, console: str, epoch: int) -> Ownership:
        """Whose show it is after a record that ``console`` wrote in ``epoch``.

        Every kind of record counts: heartbeats, takeovers and decisions reach the topic by
        different producers, and so in any order.
        """
        return Ownership(epoch, console) if epoch > self.epoch else self


class DecisionOrder:
    """Says which decisions count: each of the owner's once, in order.

    What others write in the owner's epoch, and everything of earlier epochs, is skipped. So every
    reader of the topic finds the same decisions.

    Parameters
    ----------
    input_topic
        Records of shows that count another topic are skipped.
    """

    def __init__(self, input_topic: str) -> None:
        self._input = input_topic
        self.ownership = Ownership()
        self.missing = 0
        """Decisions that the owner wrote and the topic does not hold."""
        self._next: dict[str, int] = {}

    def accepts(self, record: TopicRecord) -> bool:
        """Whether the next record of the topic is a decision that counts."""
        stamp = record.stamp
        if stamp.input != self._input:
            return False
        before = self.ownership
        self.ownership = before.after(stamp.console, stamp.epoch)
        if self.ownership is not before:
            self._next = {}
        if not record.is_decision or not self._is_owners(stamp):
            return False
        expected = self._next.get(stamp.show, 0)
        if stamp.number < expected:
            return False  # written twice
        self.missing += stamp.number - expected
        self._next[stamp.show] = stamp.number + 1
        return True

    def is_moment(self, record: TopicRecord) -> bool:
        """Whether the record just offered tells how far the owner's decisions go."""
        return record.type == MOMENT and self._is_owners(record.stamp)

    def _is_owners(self, stamp: Stamp) -> bool:
        return stamp.input == self._input and self.ownership == Ownership(
            stamp.epoch, stamp.console
        )

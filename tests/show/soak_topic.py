"""A topic without a broker: logs of records, and a client that reads them.

The only thing of Kafka that is made up. A log has offsets, leader epochs, a first offset there is,
batches that cannot be read and a tail that can be lost; :class:`LogConsumer` is what
``confluent_kafka.Consumer`` would be for it, as far as a source asks. Its ``poll`` is also where
time passes: a source that has read everything there is waits there, and the world goes on.
"""

from __future__ import annotations

import bisect
import json
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from confluent_kafka import KafkaError, Message, TopicPartition

from mwk_desktop.kafka.since import EARLIEST_OFFSET

TOPIC = "twitter_json"

MOST_POLLS = 50_000
"""So often polled without any time going on, a source goes round in circles."""


@dataclass(slots=True, eq=False)
class Posted:
    """A record as it was sent, with what its sender knows of it.

    ``fresh``: its time is the moment of sending; ``old``: it is days before; ``bad_header``: the
    client cannot read its headers. ``user`` None: it is no tweet.
    """

    value: bytes | None
    kind: int
    stamp_ms: int
    sent_ms: int
    user: str | None = None
    id: int | None = None
    created_ms: int | None = None
    instrument: str | None = None
    fresh: bool = False
    old: bool = False
    bad_header: bool = False


class BadHeaders(Message):  # type: ignore[misc]
    """A record whose header has a name that is not UTF-8: the client raises."""

    def headers(self) -> Any:
        raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")


@dataclass(slots=True)
class Log:
    """One partition. ``entries[0]`` is at offset ``low``."""

    low: int = 0
    entries: list[tuple[int, Posted]] = field(default_factory=list)
    epoch: int = 0
    damaged: list[tuple[int, int]] = field(default_factory=list)
    leader: int = 1

    @property
    def end(self) -> int:
        return self.low + len(self.entries)

    def at(self, offset: int) -> tuple[int, Posted]:
        return self.entries[offset - self.low]

    def slice(self, start: int, stop: int) -> list[tuple[int, Posted]]:
        """(offset, record) from ``start`` up to ``stop``."""
        return [(at, self.at(at)[1]) for at in range(max(start, self.low), min(stop, self.end))]

    def append(self, posted: Posted) -> None:
        self.entries.append((self.epoch, posted))

    def damage(self, count: int) -> None:
        """The last ``count`` records were written as one batch, and cannot be read."""
        self.damaged.append((self.end - count, self.end))

    def damaged_at(self, offset: int) -> tuple[int, int] | None:
        for first, stop in self.damaged:
            if first <= offset < stop:
                return first, stop
        return None

    def truncate(self, cut: int, *, same_epoch: bool) -> Log:
        """Lose the tail; returns the log as it was. Epochs repeat where the metadata is lost."""
        before = Log(self.low, list(self.entries), self.epoch, list(self.damaged))
        del self.entries[cut - self.low :]
        self.damaged = [each for each in self.damaged if each[1] <= cut]
        if not same_epoch:
            self.epoch += 1
        return before

    def expire(self, low: int) -> Log:
        """Retention takes everything before ``low``; returns the log as it was."""
        before = Log(self.low, list(self.entries), self.epoch, list(self.damaged))
        del self.entries[: low - self.low]
        self.low = low
        self.damaged = [each for each in self.damaged if each[1] > low]
        return before

    def create_again(self) -> Log:
        """Delete it, with all that was wrong with it; returns the log as it was."""
        before = self.truncate(self.low, same_epoch=True)
        self.low = self.epoch = 0
        self.damaged.clear()
        return before

    def end_of_epoch(self, epoch: int) -> int:
        """Where the records of this leader epoch (or of the ones before it) end."""
        return self.low + bisect.bisect_right(self.entries, epoch, key=lambda entry: entry[0])


class SoakTopic:
    """All partitions, and whether the broker can be reached."""

    def __init__(self, partitions: int) -> None:
        self.logs = {number: Log() for number in range(partitions)}
        self.away = False
        self.id = "topic-1"
        self.polls = 0
        """How often the client was polled since time went on last."""

    def statistics(self) -> str:
        """What the client reports twice a second."""
        partitions = {
            str(number): {"hi_offset": log.end, "ls_offset": log.end}
            for number, log in self.logs.items()
        }
        state = "DOWN" if self.away else "UP"
        return json.dumps(
            {
                "brokers": {"b1": {"nodeid": 1, "state": state}},
                "topics": {TOPIC: {"partitions": {} if self.away else partitions}},
            }
        )


class LogConsumer:
    """A consumer of a :class:`SoakTopic`.

    Parameters
    ----------
    topic
    wait
        Called by ``poll`` where there is nothing to read; may raise.
    """

    def __init__(
        self, topic: SoakTopic, callbacks: dict[str, Any], wait: Callable[[], None]
    ) -> None:
        self._topic = topic
        self._wait = wait
        self._callbacks = callbacks
        self._due: deque[Callable[[], None]] = deque()
        self._events: deque[Message] = deque()
        self._epochs: dict[int, int] = {}
        self._stuck: set[int] = set()
        self._ends: dict[int, int] = {}
        self.positions: dict[int, int] = {}
        self.batch_limit = 999
        self.held = False
        """Whether what was read last waits for a place: no time passes then."""

    # -- what a source asks ---------------------------------------------------------------

    def list_topics(self, topic: str, timeout: float) -> Any:
        assert topic == TOPIC
        numbers = {n: SimpleNamespace(leader=log.leader) for n, log in self._topic.logs.items()}
        return SimpleNamespace(topics={TOPIC: SimpleNamespace(error=None, partitions=numbers)})

    def offsets_for_times(self, places: list[TopicPartition], timeout: float) -> Any:
        for place in places:
            log = self._topic.logs[place.partition]
            assert log.leader >= 0  # the client would wait, and fail for all
            place.offset = log.low if place.offset == EARLIEST_OFFSET else log.end
        return places

    def get_watermark_offsets(self, place: TopicPartition, timeout: float) -> tuple[int, int]:
        log = self._topic.logs[place.partition]
        return log.low, log.end

    def incremental_assign(self, places: Iterable[TopicPartition]) -> None:
        for place in places:
            assert place.partition not in self.positions
            self.positions[place.partition] = place.offset
            epoch = place.leader_epoch
            self._epochs[place.partition] = -1 if epoch is None else epoch

    def incremental_unassign(self, places: Iterable[TopicPartition]) -> None:
        for place in places:
            del self.positions[place.partition]
            self._stuck.discard(place.partition)
            self._ends.pop(place.partition, None)
        self._events = deque(e for e in self._events if e.partition() in self.positions)

    def assign(self, places: Iterable[TopicPartition]) -> None:
        self.unassign()
        self.incremental_assign(places)

    def unassign(self) -> None:
        self.positions.clear()
        self._stuck.clear()
        self._ends.clear()
        self._events.clear()

    def commit(self, offsets: Any, asynchronous: bool) -> None:
        self._due.append(lambda: self._callbacks["on_commit"](None, offsets))

    def close(self) -> None:
        self.unassign()

    def poll(self, timeout: float) -> Message | None:
        self._topic.polls += 1
        if self._topic.polls > MOST_POLLS:
            self._wait()
        self._call_back()
        self._find_events()
        if not self._events and self._next_partition() is None and not self.held:
            self._wait()
            self._call_back()
            self._find_events()
        return self._one()

    def consume(self, count: int, timeout: float) -> list[Message]:
        found: list[Message] = []
        while len(found) < min(count, self.batch_limit) and (one := self._one()) is not None:
            found.append(one)
        return found

    def report(self) -> None:
        """Statistics are due at the next poll."""
        self._due.append(lambda: self._callbacks["stats_cb"](self._topic.statistics()))

    # -- the client's inside --------------------------------------------------------------

    def _call_back(self) -> None:
        while self._due:
            self._due.popleft()()

    def _find_events(self) -> None:
        """The place of a partition is gone, or its next batch is damaged: said once."""
        if self._topic.away:
            return
        for number, at in self.positions.items():
            if number in self._stuck:
                continue
            log, epoch = self._topic.logs[number], self._epochs[number]
            text = ""
            if epoch >= 0 and epoch < log.epoch and log.end_of_epoch(epoch) < at:
                text = (
                    f"Local: Partition log truncated: log truncation detected at offset {at}: "
                    f"broker end offset is {log.end_of_epoch(epoch)} (offset leader epoch {epoch})"
                )
            elif not log.low <= at <= log.end:
                text = f"fetch failed due to requested offset not available: offset {at}"
            if text:
                self.say(number, at, KafkaError._AUTO_OFFSET_RESET, text)
            elif at == log.end and self._ends.get(number) != at:
                self._ends[number] = at
                self.say(number, at, KafkaError._PARTITION_EOF, "", stuck=False)
            elif (batch := log.damaged_at(at)) is not None:
                self.say(number, batch[0], KafkaError._BAD_COMPRESSION, "Decompression failed")

    def say(self, number: int, at: int, code: int, text: str, *, stuck: bool = True) -> None:
        if stuck:
            self._stuck.add(number)
        error = KafkaError(code, text)
        self._events.append(Message(topic=TOPIC, partition=number, offset=at, error=error))

    def _next_partition(self) -> int | None:
        if self._topic.away:
            return None
        for number, at in self.positions.items():
            log = self._topic.logs[number]
            if number not in self._stuck and log.low <= at < log.end and not log.damaged_at(at):
                return number
        return None

    def _one(self) -> Message | None:
        if self._events:
            return self._events.popleft()
        number = self._next_partition()
        if number is None:
            return None
        at = self.positions.pop(number)
        self.positions[number] = at + 1  # and the others' turn
        epoch, posted = self._topic.logs[number].at(at)
        self._epochs[number] = epoch
        kind = BadHeaders if posted.bad_header else Message
        return kind(
            topic=TOPIC,
            partition=number,
            offset=at,
            value=posted.value,
            timestamp=(posted.kind, posted.stamp_ms),
            leader_epoch=epoch,
        )

"""When a window is over: a tick that goes through the votes' topic, behind the last vote.

A service has no one clock. A window may be closed when its end and the grace are past, and
everything that was in the input then has come through to the votes' topic. Each instance looks for
itself and writes what it saw as a tick; ticks of several instances do no harm, as each says
something true, and the state moves forward only.

"Everything that was in the input then" is a :class:`Barrier`: how far each topic on the way reached
when it was looked at, and whether the group's committed positions are behind that. Whether a topic
is empty must not be asked: while tweets come it never is.

Threads: the *tick thread* of one instance; it waits for Kafka.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Final

from confluent_kafka import (
    Consumer,
    IsolationLevel,
    KafkaError,
    KafkaException,
    Producer,
    TopicPartition,
)
from confluent_kafka.admin import AdminClient, OffsetSpec

from mwk_desktop.clock import Clock
from mwk_desktop.window_times import closed_until_ms

TICK_S: Final = 0.2
"""How often the charts go out."""
ASK_S: Final = 5.0
PEEK_S: Final = 2.0

_log = logging.getLogger(__name__)


class Barrier:
    """Whether all that was in some topics at the start has come through them, one after another.

    Parameters
    ----------
    ends
        Topic -> end of each of its partitions now, also of what is not committed yet; None where
        that cannot be told now. A topic that is not there has no partitions.
    passed
        Topic, ends -> whether the group has done everything before them.
    topics
        In the order in which a record goes through them.
    """

    def __init__(
        self,
        topics: tuple[str, ...],
        ends: Callable[[str], dict[int, int] | None],
        passed: Callable[[str, dict[int, int]], bool],
    ) -> None:
        self._left = list(topics)
        self._ends = ends
        self._passed = passed
        self._marks: dict[int, int] | None = None

    def passes(self) -> bool:
        """Look again. Once a topic is passed it is not looked at any more."""
        while self._left:
            topic = self._left[0]
            if self._marks is None:
                self._marks = self._ends(topic)
            if self._marks is None or not self._passed(topic, self._marks):
                return False
            # What came through is in the next topic already, committed or about to be: the next
            # marks are taken after it.
            self._left.pop(0)
            self._marks = None
        return True


class Ticker:
    """Writes a tick every :data:`TICK_S` seconds, whatever happens to Kafka.

    Parameters
    ----------
    consumer
        Of the service's group, read-committed; it never subscribes, only asks and peeks.
    producer
        Any; ticks need no transaction.
    admin
        Asks for ends.
    stages
        The topics on the way: input, and the one between stage 1 and 2.
    votes_topic, key
        Where votes and ticks go.
    window_ms, grace_ms
        Rules of the show.
    clock
        Decides when a window is over. It never goes back: were it the system's, that being set back
        by an hour would mean an hour without a closed window.
    """

    def __init__(
        self,
        consumer: Consumer,
        producer: Producer,
        admin: AdminClient,
        stages: tuple[str, ...],
        votes_topic: str,
        key: bytes,
        *,
        window_ms: int,
        grace_ms: int,
        clock: Clock,
    ) -> None:
        self._consumer = consumer
        self._producer = producer
        self._admin = admin
        self._stages = stages
        self._votes_topic = votes_topic
        self._key = key
        self._window_ms = window_ms
        self._grace_ms = grace_ms
        self._clock = clock
        self._now_ms = clock.now_ms
        self._over_ms: int | None = None
        self._barrier: tuple[int, Barrier] | None = None
        self._seen: dict[tuple[str, int], int] = {}
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="ticks", daemon=True)
        self.problem = ""
        """Why there was no tick the last time ("": there was one)."""

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """End the thread, and close what it used."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(timeout=2 * ASK_S + PEEK_S)
        if self._thread.is_alive():  # it hangs in a call; closing under it would crash
            return
        with suppress(SystemError):  # WORKAROUND: of the client (2.12), without the right to write
            self._producer.flush(2.0)
        self._consumer.close()

    def _run(self) -> None:
        while not self._stop.wait(TICK_S):
            try:
                self.tick()
                self.problem = ""
            except KafkaException as error:  # a broker that is away: windows wait with it
                told = error.args[0] if error.args else error
                self.problem = told.str() if isinstance(told, KafkaError) else str(told)
                _log.info("no tick: %s", self.problem)
            except Exception as error:  # without ticks no window ever ends: it goes on
                self.problem = f"{type(error).__name__}: {error}"
                _log.warning("no tick", exc_info=True)

    def tick(self) -> None:
        """Look at the clock and the topics, and write what is seen (the tick thread)."""
        step = self._clock.follow(self._window_ms)
        if step is not None:
            _log.warning("the system's clock moved by %d ms: %s", step.moved_ms, step)
        now_ms = self._now_ms()
        if self._barrier is None:
            until_ms = closed_until_ms(now_ms - self._grace_ms, self._window_ms)
            if self._over_ms is None or until_ms > self._over_ms:
                self._barrier = until_ms, Barrier(self._stages, self._ends, self._passed)
        over_ms = None
        if self._barrier is None:
            # Said again: the first one may have been written before the stage was there.
            over_ms = self._over_ms
        elif self._barrier[1].passes():
            over_ms = self._over_ms = self._barrier[0]
            self._barrier = None
        value = json.dumps({"tick": now_ms, "over": over_ms}).encode()
        sent_ms = now_ms - self._clock.ahead_ms
        self._producer.produce(self._votes_topic, value, self._key, timestamp=sent_ms)
        self._producer.poll(0)

    def _ends(self, topic: str) -> dict[int, int] | None:
        found = self._consumer.list_topics(topic, timeout=ASK_S).topics[topic]
        if found.error is not None:
            return {} if found.error.code() == KafkaError.UNKNOWN_TOPIC_OR_PART else None
        # Of what is not committed yet, too: an instance may have moved the group's position in a
        # transaction whose records are only about to be committed here.
        asked = {TopicPartition(topic, number): OffsetSpec.latest() for number in found.partitions}
        futures = self._admin.list_offsets(
            asked, isolation_level=IsolationLevel.READ_UNCOMMITTED, request_timeout=ASK_S
        )
        return {place.partition: future.result(ASK_S).offset for place, future in futures.items()}

    def _passed(self, topic: str, ends: dict[int, int]) -> bool:
        places = [TopicPartition(topic, number) for number, end in ends.items() if end > 0]
        if not places:
            return True
        ahead = []
        for place in self._consumer.committed(places, timeout=ASK_S):
            if place.error is not None:
                raise KafkaException(place.error)
            at = place.offset
            if at < 0:
                at = self._consumer.get_watermark_offsets(place, timeout=ASK_S)[0]
            if at >= ends[place.partition]:
                continue
            if self._seen.get((topic, place.partition), -1) >= at:
                return False  # a record that is still to be done was seen there before
            ahead.append(TopicPartition(topic, place.partition, at))
        # Transactions leave marks that are no records: only reading tells.
        return not ahead or self._only_marks(topic, ahead, ends)

    def _only_marks(self, topic: str, ahead: list[TopicPartition], ends: dict[int, int]) -> bool:
        consumer = self._consumer
        consumer.assign(ahead)
        try:
            left: set[int] = {place.partition for place in ahead}
            deadline_ms = self._now_ms() + int(PEEK_S * 1000)
            while left and self._now_ms() < deadline_ms and not self._stop.is_set():
                message = consumer.poll(0.1)
                if message is None:
                    continue
                error = message.error()
                number, at = message.partition(), message.offset()
                if error is None and at < ends[number]:
                    self._seen[topic, number] = at
                    return False
                if error is not None:
                    if error.code() != KafkaError._PARTITION_EOF:
                        return False
                    if at < ends[number] and topic != self._stages[0]:
                        # A transaction of ours that is not decided yet. In the input it is somebody
                        # else's: what is not committed there has not come.
                        return False
                left.discard(number)
            return not left
        finally:
            consumer.unassign()


def tick_settings(properties: Mapping[str, Any], group: str) -> dict[str, Any]:
    """Of the consumer that asks and peeks: it takes little, as it peeks often."""
    return {
        **properties,
        "group.id": group,
        "enable.auto.commit": False,
        "enable.partition.eof": True,
        "isolation.level": "read_committed",
        "auto.offset.reset": "earliest",
        "fetch.wait.max.ms": 50,
        "max.partition.fetch.bytes": 65_536,
        "queued.min.messages": 1,
        "queued.max.messages.kbytes": 1_024,
    }

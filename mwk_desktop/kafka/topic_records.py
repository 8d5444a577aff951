"""Reads topics in order of arrival, for ``mwk record``.

The caller's thread owns everything but the sources' threads (one a topic), which deliver through
one bounded queue: a slow disk slows the reading down and nothing piles up.
"""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Final

from mwk_desktop.kafka.client_settings import PropertyValue
from mwk_desktop.kafka.connection_state import ConnectionState
from mwk_desktop.kafka.since import BEGINNING, Since
from mwk_desktop.kafka.topic_source import KafkaSource, LostChoice
from mwk_desktop.messages import NOTHING, Message
from mwk_desktop.records.batch import Delivery
from mwk_desktop.records.record_types import Record
from mwk_desktop.records.schema_decoding import NO_SCHEMAS, ValueSchemas

_QUEUE: Final = 64
WAIT_S: Final = 0.1


@dataclass(frozen=True, slots=True)
class ReadStep:
    """One step of reading (a tenth of a second): records, and how far all topics are read.

    ``caught_up``: everything that the topics held at the start has come, or cannot come any more.
    ``failed``: reading a topic has failed finally; its state says why. ``schema_problem``: what
    keeps schemas from being found.
    """

    records: Sequence[Record]
    done: int
    total: int
    caught_up: bool
    failed: bool = False
    schema_problem: Message = NOTHING


@contextmanager
def topic_records(
    properties: Mapping[str, PropertyValue],
    topics: Sequence[str],
    since: Since = BEGINNING,
    on_state: Callable[[ConnectionState, str], None] | None = None,
    schemas: ValueSchemas = NO_SCHEMAS,
) -> Iterator[Iterator[ReadStep]]:
    """Read ``topics`` for as long as the caller iterates.

    Offsets are not committed to the group: recording leaves no trace in Kafka. History that
    vanishes while it is read is skipped (a recording has what there is).

    Parameters
    ----------
    on_state
        Called with each new state and its topic, on the topics' threads.
    schemas
        What is known about the schemas of the values; those that are needed come as records, each
        before the first record that needs it.

    Raises
    ------
    KafkaSettingError
        A property of ``[kafka]`` is refused.
    """
    inbox: queue.Queue[Delivery] = queue.Queue(_QUEUE)

    def deliver(delivery: Delivery) -> bool:
        try:
            inbox.put_nowait(delivery)
        except queue.Full:
            return False
        return True

    sources = [
        KafkaSource(
            properties,
            topic,
            deliver,
            since=since,
            lost_history=LostChoice.OLDEST,
            on_state=None if on_state is None else partial(_report_state, on_state, topic),
            client_id="mwk-record",
            schemas=schemas,
        )
        for topic in topics
    ]
    started: list[KafkaSource] = []
    try:
        for source in sources:
            source.start()
            started.append(source)
        yield _steps(inbox, sources)
    finally:
        for source in started:
            source.stop()


def _report_state(
    on_state: Callable[[ConnectionState, str], None], topic: str, state: ConnectionState
) -> None:
    on_state(state, topic)


def _steps(inbox: queue.Queue[Delivery], sources: Sequence[KafkaSource]) -> Iterator[ReadStep]:
    while True:
        # Asked before the queue is emptied, so that "caught up" is only said of what was taken.
        progress = [source.progress for source in sources]
        ended = [source.ended for source in sources]
        records: list[Record] = []
        try:
            batch = inbox.get(timeout=WAIT_S).batch
            while True:
                records += batch.schemas + batch.records
                batch = inbox.get_nowait().batch
        except queue.Empty:
            pass
        known = [one for one in progress if one is not None]
        yield ReadStep(
            records,
            sum(one.done for one in known),
            sum(one.total for one in known),
            all(
                over or (one is not None and one.caught_up)
                for over, one in zip(ended, progress, strict=True)
            ),
            any(ended),
            next(filter(None, [source.schema_problem for source in sources]), NOTHING),
        )

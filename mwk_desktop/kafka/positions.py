"""Where each partition is read from: the show's next offsets, else ``--since``.

Every position is resolved to a concrete offset before anything is read, and handed over with the
first batch, so that a show killed before its first record still knows where it began, and so that
history that vanishes later is noticed. Called by the source thread (and by ``mwk record``); all
of it may block on Kafka for as long as the timeout says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from confluent_kafka import Consumer, KafkaError, KafkaException, TopicPartition

from mwk_desktop.kafka.connection_state import LostHistory
from mwk_desktop.kafka.since import BEGINNING, EARLIEST_OFFSET, LATEST_OFFSET, Since


class LostChoice(StrEnum):
    """What to do when the topic no longer holds what comes next."""

    ASK = "ask"
    OLDEST = "oldest"
    NOW = "now"


@dataclass(frozen=True, slots=True)
class Positions:
    """What to read: ``starts`` are the offsets to assign, ``lost`` the partitions to ask the
    presenter about. ``lows`` and ``ends`` are each partition's first offset and the one after its
    last, now.
    """

    starts: dict[int, int]
    lows: dict[int, int]
    ends: dict[int, int]
    lost: tuple[LostHistory, ...]


@dataclass(frozen=True, slots=True)
class FoundPartitions:
    """Partitions of a topic.

    Attributes
    ----------
    led
        Partitions that can be read now.
    leaderless
        Partitions without a leader now (its broker is down): a request for them would wait, and
        delay all others.
    code
        Kafka's error number if none can be read; 0: it did not answer, or some can be read.
    """

    led: frozenset[int] = frozenset()
    leaderless: frozenset[int] = frozenset()
    code: int = 0


def find_partitions(consumer: Consumer, topic: str, timeout_s: float) -> FoundPartitions:
    """Ask which partitions a topic has."""
    try:
        found = consumer.list_topics(topic, timeout=timeout_s).topics.get(topic)
    except KafkaException:
        return FoundPartitions()
    if found is None:
        return FoundPartitions(code=KafkaError.UNKNOWN_TOPIC_OR_PART)
    if found.error is not None:
        return FoundPartitions(code=found.error.code())
    led = frozenset(number for number, each in found.partitions.items() if each.leader >= 0)
    code = 0 if led or not found.partitions else KafkaError.LEADER_NOT_AVAILABLE
    return FoundPartitions(led, frozenset(found.partitions) - led, code)


def resolve_positions(
    consumer: Consumer,
    topic: str,
    partitions: Iterable[int],
    next_offsets: Mapping[int, int],
    since: Since,
    timeout_s: float,
    recreated: bool = False,
) -> Positions:
    """Concrete offsets of ``partitions``.

    A partition that the show has read continues at its next offset; if the topic no longer holds
    that offset, it is ``lost``. Other partitions begin at ``since``.

    Raises
    ------
    confluent_kafka.KafkaException
        Kafka did not answer within ``timeout_s`` (or refused).
    """
    numbers = sorted(partitions)
    lows = _offsets_at(consumer, topic, numbers, EARLIEST_OFFSET, timeout_s)
    highs = _offsets_at(consumer, topic, numbers, LATEST_OFFSET, timeout_s)
    fresh = [number for number in numbers if number not in next_offsets]
    begins = lows if since == BEGINNING else highs
    if since.is_time and fresh:
        begins = _offsets_at(consumer, topic, fresh, since.t_ms, timeout_s)
    starts: dict[int, int] = {}
    lost: list[LostHistory] = []
    for number in numbers:
        if number not in next_offsets:
            begin = begins[number]
            starts[number] = highs[number] if begin < 0 else begin  # nothing is that young
        elif not recreated and lows[number] <= next_offsets[number] <= highs[number]:
            starts[number] = next_offsets[number]
        else:
            at = next_offsets[number]
            lost.append(LostHistory(number, at, lows[number], highs[number], recreated))
    return Positions(starts, lows, highs, tuple(lost))


def assign(consumer: Consumer, topic: str, starts: Mapping[int, int], assigned: set[int]) -> None:
    """Read ``starts`` from these offsets on, in addition to what is assigned (or, for partitions in
    ``assigned``, instead)."""
    again = sorted(starts.keys() & assigned)
    if again:
        consumer.incremental_unassign([TopicPartition(topic, p) for p in again])
    if starts:
        consumer.incremental_assign(
            [TopicPartition(topic, p, at) for p, at in sorted(starts.items())]
        )
    assigned.update(starts)


def _offsets_at(
    consumer: Consumer, topic: str, partitions: list[int], t_ms: int, timeout_s: float
) -> dict[int, int]:
    asked = [TopicPartition(topic, number, t_ms) for number in partitions]
    if not asked:
        return {}
    answer = consumer.offsets_for_times(asked, timeout=timeout_s)
    for entry in answer:
        if entry.error is not None:
            raise KafkaException(entry.error)
    return {entry.partition: entry.offset for entry in answer}


def cut_offset(text: str) -> int | None:
    """Where a log was cut, which only the words of the client's error say; None: they do not."""
    cut = re.search(r"broker end offset is (\d+)", text)
    return int(cut[1]) if cut else None

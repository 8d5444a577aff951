"""Measures the broker's clock, from the commits of our own group.

Kafka does not tell its time, and records carry their producers' time unless the topic says
otherwise (``message.timestamp.type=LogAppendTime``). But the broker stamps what it writes itself:
each commit of a group's offsets becomes a record of ``__consumer_offsets`` with the time of its
clock. The newest time there (ListOffsets, KIP-734) lies between two moments that we know: when our
last commit was sent, and when the answer came.

The time is unknown before the first commit, or if the user may not describe that topic.

Threads: the source's thread calls :meth:`BrokerClock.sent`, :meth:`BrokerClock.acknowledged` and
:meth:`BrokerClock.ask_when_due`, which do not wait. A separate thread asks once a minute and waits
for Kafka. Any thread may read :attr:`BrokerClock.ahead_ms`.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from confluent_kafka import KafkaException, TopicPartition
from confluent_kafka.admin import OffsetSpec

from mwk_desktop.clock import steady_ns, wall_ns
from mwk_desktop.kafka.client_settings import DEFAULT_GROUP, PropertyValue
from mwk_desktop.kafka.clients import open_admin
from mwk_desktop.units import EARLIEST_EVENT_MS

COMMITS_TOPIC: Final = "__consumer_offsets"
ASK_S: Final = 5.0
AGAIN_NS: Final = 60_000_000_000
"""A clock does not drift far in a minute; a clock that is set by hand is noticed then."""

_NS_PER_MS: Final = 1_000_000

_log = logging.getLogger(__name__)


class _Difference(NamedTuple):
    """Bounds of the broker's clock minus our steady one."""

    low_ms: float
    high_ms: float


class BrokerClock:
    """Compares the broker's clock with this computer's.

    Parameters
    ----------
    properties
        ``[kafka]``, whose group commits.
    steady, wall
        Nanoseconds of a steady clock, and of the time of day.
    """

    def __init__(
        self,
        properties: Mapping[str, PropertyValue],
        steady: Callable[[], int] = steady_ns,
        wall: Callable[[], int] = wall_ns,
    ) -> None:
        self._properties = properties
        self._steady = steady
        self._wall = wall
        self._sent_ns: int | None = None
        self._committed_ns: int | None = None
        self._asked_ns: int | None = None
        self._asking = False
        self._difference: _Difference | None = None

    @property
    def ahead_ms(self) -> int | None:
        """By how many milliseconds at least the broker's clock is ahead of this computer's
        (negative: behind). 0: they agree within the measurement's error. None: unknown.
        """
        difference = self._difference
        if difference is None:
            return None
        ours_ms = (self._wall() - self._steady()) / _NS_PER_MS
        if difference.low_ms > ours_ms:
            return int(difference.low_ms - ours_ms)
        return min(0, int(difference.high_ms - ours_ms))

    def sent(self) -> None:
        """Note that a commit is about to be sent."""
        self._sent_ns = self._steady()

    def acknowledged(self) -> None:
        """Note that the last commit has reached Kafka."""
        self._committed_ns = self._sent_ns

    def ask_when_due(self) -> None:
        """Ask in the background, if there was a commit since the last time, and not too often."""
        committed_ns, asked_ns = self._committed_ns, self._asked_ns
        if committed_ns is None or self._asking:
            return
        if asked_ns is not None and (
            committed_ns < asked_ns or self._steady() - asked_ns < AGAIN_NS
        ):
            return
        self._asked_ns, self._asking = self._steady(), True
        threading.Thread(
            target=self._ask, args=(committed_ns,), name="mwk-broker-clock", daemon=True
        ).start()

    def _ask(self, committed_ns: int) -> None:
        try:
            newest_ms = newest_commit_ms(self._properties)
        except Exception as error:  # not allowed, too old, or away: then it is not known
            _log.info("the broker's time is not known: %s", error)
        else:
            self.note(newest_ms, committed_ns)
        finally:
            self._asking = False

    def note(self, newest_ms: int, committed_ns: int) -> None:
        """Note the newest time of a commit: no older than ours, and no younger than the answer."""
        if newest_ms >= EARLIEST_EVENT_MS:
            self._difference = _Difference(
                newest_ms - self._steady() / _NS_PER_MS, newest_ms + 1 - committed_ns / _NS_PER_MS
            )


def newest_commit_ms(properties: Mapping[str, PropertyValue]) -> int:
    """The broker's time of the newest commit beside our group's; waits for Kafka.

    Raises
    ------
    KafkaException, TimeoutError
        The user may not ask, or Kafka does not answer.
    """
    admin = open_admin(properties, client_id="mwk-clock")
    found = admin.list_topics(COMMITS_TOPIC, timeout=ASK_S).topics[COMMITS_TOPIC]
    if found.error is not None or not found.partitions:
        raise KafkaException(found.error)
    group = str(properties.get("group.id", DEFAULT_GROUP))
    place = TopicPartition(COMMITS_TOPIC, partition_of_group(group, len(found.partitions)))
    asked = {place: OffsetSpec.max_timestamp()}
    answer = admin.list_offsets(asked, request_timeout=ASK_S)[place].result(ASK_S)
    return int(answer.timestamp)


def partition_of_group(group: str, partitions: int) -> int:
    """Where Kafka keeps a group's offsets: Java's hash of its name (``GroupCoordinator``)."""
    hashed = 0
    units = group.encode("utf-16-be")
    for high, low in zip(units[::2], units[1::2], strict=True):
        hashed = (hashed * 31 + (high << 8 | low)) & 0xFFFFFFFF
    signed = hashed - (hashed >> 31 << 32)
    # Kafka's ``Utils.abs``: the one number without an absolute value becomes 0.
    return (0 if signed == -(2**31) else abs(signed)) % partitions

"""The source thread: a Kafka topic, batch by batch, into the show.

One thread per :class:`KafkaSource`; it owns the consumer and may block on Kafka and on nothing
else. It calls ``deliver`` and ``on_state``, which must not wait. Everything public may be called
from any thread and returns at once, except ``stop`` and ``stop_reading``, which wait for the
thread.

Exactly once: every partition is assigned at a concrete offset, nothing is committed here but what
:meth:`KafkaSource.committed` reports (the store has it), and the commit to the group serves only
those who watch the lag from outside. A delivery that ``deliver`` refuses is offered again; while it
waits nothing more is fetched than librdkafka's bounded prefetch.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping

from mwk_desktop.kafka.offset_tracker import RebuildProgress
from mwk_desktop.kafka.positions import LostChoice
from mwk_desktop.kafka.topic_reader import TopicReader
from mwk_desktop.messages import Message

__all__ = ["KafkaSource", "LostChoice", "RebuildProgress"]

_log = logging.getLogger("mwk_desktop.kafka.topic_source")


class KafkaSource(TopicReader):
    """All partitions of one topic, also those that are added later.

    Parameters
    ----------
    properties
        ``[kafka]``.
    topic
        The input topic; it need not exist yet.
    deliver
        Called with a :class:`Delivery` on the source thread; returns False if there is no room (it
        is offered again every 20 ms).
    next_offsets, marks
        From the store; empty for a new show.
    topic_id
        From the store (see :attr:`topic_id`); empty: unknown. It shows that a topic of the same
        name was created again, even if it holds more than the old one.
    since
        Where a new show begins. Partitions that are added later begin at their first record.
    keep_records
        Whether batches hold the raw records too.
    lost_history
        What to do about lost history without asking.
    on_state
        Called with every new :class:`ConnectionState`, on the source thread.
    clock_ms
        The wall clock, milliseconds.
    yield_to_frames
        Called before each piece of decoding; may wait some milliseconds.
    schemas
        What is known about the schemas of the values.
    waiting
        From the store: records that wait for their schemas.
    """

    @property
    def topic_id(self) -> str:
        """Identity of the topic that is read: keep it with the counts; empty: not known (yet)."""
        return self._identity.kept

    @property
    def schema_problem(self) -> Message:
        """What keeps values from being decoded by their schemas, for as long as it does."""
        return self._decoding.problem

    @property
    def broker_ahead_ms(self) -> int | None:
        """How far the broker's clock is ahead of this computer's; None: not known."""
        return self._group.clock.ahead_ms

    @property
    def lag(self) -> int | None:
        """Records between the committed position and the end of the topic; None: not known yet."""
        lags = self._lags
        return None if lags is None else sum(lags.values())

    @property
    def lags(self) -> dict[int, int]:
        """The same of each partition; empty: not known yet."""
        return self._lags or {}

    @property
    def progress(self) -> RebuildProgress | None:
        """How far the records that were there at the start are read; None: not known yet."""
        return self._progress

    @property
    def start_ends(self) -> Mapping[int, int] | None:
        """The end of each partition when reading began; None: not known yet.

        :attr:`Delivery.caught_up <mwk_desktop.records.batch.Delivery>` tells when they are reached.
        """
        return self._offsets.start_ends

    def start(self) -> None:
        """Create the client and start the thread.

        Raises
        ------
        KafkaSettingError
            A property of ``[kafka]`` is refused.
        """
        self._open()
        self._reading.set()
        self._thread.start()

    def committed(self, next_offsets: Mapping[int, int]) -> None:
        """Note that the store has everything before these offsets; they are committed to the
        group."""
        self._group.note(next_offsets)

    def choose(self, choice: LostChoice) -> None:
        """Answer ``HISTORY_GONE``: continue at the oldest record, or at the end."""
        self._choice = choice

    def stop_reading(self, timeout_s: float = 5.0) -> bool:
        """Stop deliveries; the connection stays open for the last commit."""
        self._reading.clear()
        self._no_restart.set()
        return not self._thread.is_alive() or self._idle.wait(timeout_s)

    def stop(self, timeout_s: float = 5.0) -> bool:
        """Commit the offsets of the last :meth:`committed` to the group, close, and join the
        thread.

        Returns
        -------
        bool
            False if the thread did not end in time; it is a daemon and holds no lock.
        """
        self._reading.clear()
        return self._join(timeout_s)

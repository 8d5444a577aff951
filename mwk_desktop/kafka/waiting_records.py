"""Records whose schema was not known when they came: read again once it is.

Only their places are kept, in stretches of one partition and schema, and those with the counts, so
that a later start reads them too. The owner's thread adds them and asks for what came; a thread
beside it reads from Kafka again, with a client of its own. What the topic does not hold any more is
given up and said: it stays malformed.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from confluent_kafka import Consumer, KafkaError, KafkaException, Message, TopicPartition

from mwk_desktop.kafka.client_settings import PropertyValue
from mwk_desktop.kafka.clients import open_consumer
from mwk_desktop.kafka.message_decoding import Passed, bytes_of, read_headers
from mwk_desktop.messages import plural_message
from mwk_desktop.records.batch import WaitingStretch
from mwk_desktop.records.record_types import Headers
from mwk_desktop.records.schema_types import SchemaId, schema_id_of, with_framing

LOOK_S: Final = 0.2
"""How often to check whether a schema has come."""
QUIET_S: Final = 10.0
"""After this long without a record, Kafka is away: later again."""
MOST_STRETCHES: Final = 2_000
"""Garbage can claim any number: no more is kept, and what comes then stays malformed."""
_AT_ONCE: Final = 500

Found = tuple[Message, Headers | None]
"""A record that was read again, and its headers, which may not be asked twice."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Piece:
    """What was read again of a stretch: it goes on at offset ``begin``. ``lost``: the last offset
    before it that the topic does not hold any more (-1: it holds all)."""

    number: int
    begin: int
    records: list[Found] = field(default_factory=list)
    lost: int = -1


class WaitingRecords:
    """The places of records that wait for their schemas.

    Parameters
    ----------
    is_known
        Whether a schema is at hand now (owner's thread).
    before
        What was left at the end of an earlier run; numbered in this order, from 0.

    Attributes
    ----------
    lost : list of Passed
        What cannot be read any more; the owner takes it out and says it.
    """

    def __init__(
        self,
        properties: Mapping[str, PropertyValue],
        topic: str,
        is_known: Callable[[SchemaId], bool],
        before: Iterable[WaitingStretch] = (),
    ) -> None:
        self._properties = properties
        self._topic = topic
        self._is_known = is_known
        self._stretches: dict[int, WaitingStretch] = dict(enumerate(before))
        self._next_number = len(self._stretches)
        self._growing: dict[tuple[int, SchemaId], int] = {}
        """The stretch that a record extends. One that was begun to be read, or is from an earlier
        run, may be followed by records of its schema that were decoded: it grows no more."""
        self._changes: dict[int, WaitingStretch | None] = {}
        self._gone: dict[int, tuple[int, int]] = {}
        """The first and last offset that the topic does not hold any more, by stretch."""
        self._read: queue.Queue[_Piece] = queue.Queue(2)
        self._looked_s = 0.0
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self.lost: list[Passed] = []

    @property
    def count(self) -> int:
        """How many records wait for a schema."""
        return sum(each.waiting for each in self._stretches.values())

    @property
    def schema_ids(self) -> list[SchemaId]:
        """The schemas they wait for, in order."""
        found = {each.schema_id for each in self._stretches.values()}
        return sorted(found, key=lambda each: (isinstance(each, str), each))

    def add(self, partition: int, offset: int, schema_id: SchemaId) -> None:
        """Note a record; those of a partition come in order."""
        number = self._growing.get((partition, schema_id))
        if number is None:
            if len(self._stretches) >= MOST_STRETCHES:
                return
            number, self._next_number = self._next_number, self._next_number + 1
            self._growing[partition, schema_id] = number
            self._change(number, WaitingStretch(partition, schema_id, offset, offset, 1))
        else:
            found = self._stretches[number]
            self._change(number, found._replace(last=offset, waiting=found.waiting + 1))

    def drain_changes(self) -> dict[int, WaitingStretch | None]:
        """What changed since the last time, for :attr:`Delivery.waiting`."""
        changes, self._changes = self._changes, {}
        return changes

    def next_records(self) -> list[Found]:
        """Records that were read again, in the order of their partitions; mostly none."""
        try:
            piece = self._read.get_nowait()
        except queue.Empty:
            self._look()
            return []
        stretch = self._stretches.get(piece.number)
        if stretch is None:
            return []
        if piece.lost >= 0:
            self._gone[piece.number] = stretch.first, piece.lost
        left = stretch._replace(
            first=piece.begin, waiting=max(0, stretch.waiting - len(piece.records))
        )
        is_over = left.first > left.last
        if is_over and left.waiting:
            self._give_up(left, *self._gone.pop(piece.number, (stretch.first, stretch.last)))
        self._change(piece.number, None if is_over else left)
        return piece.records

    def forget(self) -> None:
        """Forget the records: the topic holds other ones now."""
        self.close()
        for number in list(self._stretches):
            self._change(number, None)
        self._growing.clear()
        self._stop = threading.Event()
        self._read = queue.Queue(2)

    def close(self) -> None:
        """End the reading."""
        self._stop.set()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(timeout=2.0)

    def _change(self, number: int, left: WaitingStretch | None) -> None:
        self._changes[number] = left
        if left is None:
            self._stretches.pop(number, None)
        else:
            self._stretches[number] = left

    def _give_up(self, left: WaitingStretch, first: int, last: int) -> None:
        why = plural_message(
            "{count} record waited for schema {id}, and the topic does not hold it any more",
            "{count} records waited for schema {id}, and the topic does not hold them any more",
            left.waiting,
            id=str(left.schema_id),
        )
        self.lost.append(Passed(self._topic, left.partition, first, last, why))

    def _look(self) -> None:
        """Begin to read what can be decoded now, unless something is being read."""
        now_s = time.monotonic()
        if not self._stretches or now_s - self._looked_s < LOOK_S:
            return
        if self._thread is not None and self._thread.is_alive():
            return
        if not self._read.empty():  # it ended just now: what it read comes first
            return
        self._looked_s = now_s
        ready = {
            number: each
            for number, each in self._stretches.items()
            if self._is_known(each.schema_id)
        }
        if ready:
            for each in ready.values():
                self._growing.pop((each.partition, each.schema_id), None)
            self._thread = threading.Thread(
                target=self._read_again,
                args=(ready, self._stop, self._read),
                name="read-again",
                daemon=True,
            )
            self._thread.start()

    # -- the thread beside -------------------------------------------------------------------

    def _read_again(
        self,
        stretches: dict[int, WaitingStretch],
        stop: threading.Event,
        found: queue.Queue[_Piece],
    ) -> None:
        try:
            consumer = open_consumer(self._properties, client_id="mwk-again")
            try:
                for number, each in sorted(
                    stretches.items(), key=lambda item: (item[1].partition, item[1].first)
                ):
                    if not self._read_stretch(consumer, number, each, stop, found):
                        break  # what is left is tried again
            finally:
                consumer.close()
        except (KafkaException, RuntimeError) as error:
            _log.info("reading again failed: %s", error)

    def _read_stretch(
        self,
        consumer: Consumer,
        number: int,
        stretch: WaitingStretch,
        stop: threading.Event,
        found: queue.Queue[_Piece],
    ) -> bool:
        """Read one stretch; False: Kafka is away, or the program ends."""
        place = TopicPartition(self._topic, stretch.partition, stretch.first)
        consumer.assign([place])
        heard_s = time.monotonic()
        at = stretch.first
        while at <= stretch.last:
            if stop.is_set():
                return False
            messages = consumer.consume(_AT_ONCE, 0.2)
            if messages:
                heard_s = time.monotonic()
            elif time.monotonic() - heard_s > QUIET_S:
                return False
            wanted: list[Found] = []
            lost = -1
            for each, headers in zip(messages, read_headers(messages), strict=True):
                error = each.error()
                if error is not None:
                    if error.code() == KafkaError._PARTITION_EOF:
                        at = stretch.last + 1
                    elif error.code() == KafkaError._AUTO_OFFSET_RESET:
                        low, _ = consumer.get_watermark_offsets(place, timeout=QUIET_S)
                        at = low if at < low <= stretch.last else stretch.last + 1
                        lost = at - 1
                        consumer.assign([TopicPartition(place.topic, place.partition, at)])
                    continue
                offset = each.offset() or 0
                framed = bytes_of(with_framing(each.value(), headers))
                if at <= offset <= stretch.last and schema_id_of(framed) == stretch.schema_id:
                    wanted.append((each, headers))
                at = max(at, offset + 1)
            is_news = wanted or lost >= 0 or at > stretch.last
            if is_news and not _put(_Piece(number, at, wanted, lost), found, stop):
                return False
        return True


def _put(piece: _Piece, found: queue.Queue[_Piece], stop: threading.Event) -> bool:
    while not stop.is_set():
        try:
            found.put(piece, timeout=0.1)
        except queue.Full:
            continue
        return True
    return False

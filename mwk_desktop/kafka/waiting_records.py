"""Records whose schema was not known when they came: read again once it is.

Only their places are kept, one stretch for each partition and schema, so memory is bounded. The
owner's thread adds them and asks for what came; a thread beside it reads from Kafka again, with a
client of its own. A place that cannot be read any more is given up: the record stays malformed.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from confluent_kafka import Consumer, KafkaError, KafkaException, Message, TopicPartition

from mwk_desktop.kafka.client_settings import PropertyValue
from mwk_desktop.kafka.clients import open_consumer
from mwk_desktop.kafka.message_decoding import bytes_of, read_headers
from mwk_desktop.records.record_types import Headers
from mwk_desktop.records.schema_types import SchemaId, schema_id_of, with_framing

LOOK_S: Final = 0.2
"""How often is looked whether a schema has come."""
QUIET_S: Final = 10.0
"""After this long without a record, Kafka is away: later again."""
_AT_ONCE: Final = 500

Place = tuple[int, SchemaId]
"""A partition, and a schema that records in it wait for."""
Found = tuple[Message, Headers | None]
"""A record that was read again, and its headers, which may not be asked twice."""

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Stretch:
    """Offsets ``first`` to ``last`` of a partition, ``count`` of them with the schema."""

    first: int
    last: int
    count: int


class WaitingRecords:
    """The places of records that wait for their schemas.

    Parameters
    ----------
    is_known
        Whether a schema is at hand now (owner's thread).
    """

    def __init__(
        self,
        properties: Mapping[str, PropertyValue],
        topic: str,
        is_known: Callable[[SchemaId], bool],
    ) -> None:
        self._properties = properties
        self._topic = topic
        self._is_known = is_known
        self._stretches: dict[Place, _Stretch] = {}
        self._read: queue.Queue[list[Found]] = queue.Queue(2)
        self._failed: queue.SimpleQueue[tuple[Place, _Stretch]] = queue.SimpleQueue()
        self._looked_s = 0.0
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def count(self) -> int:
        """How many records wait for a schema."""
        return sum(each.count for each in self._stretches.values())

    @property
    def schema_ids(self) -> list[SchemaId]:
        """The schemas they wait for, in order."""
        return sorted(
            {schema_id for _, schema_id in self._stretches},
            key=lambda each: (isinstance(each, str), each),
        )

    def add(self, partition: int, offset: int, schema_id: SchemaId) -> None:
        """Note a record; those of a partition come in order."""
        found = self._stretches.get((partition, schema_id))
        if found is None:
            self._stretches[partition, schema_id] = _Stretch(offset, offset, 1)
        else:
            found.last = max(found.last, offset)
            found.count += 1

    def next_records(self) -> list[Found]:
        """Records that were read again, in the order of their partitions; mostly none."""
        self._look()
        try:
            return self._read.get_nowait()
        except queue.Empty:
            return []

    def forget(self) -> None:
        """The topic holds other records now."""
        self.close()
        self._stretches.clear()
        self._stop = threading.Event()
        self._read = queue.Queue(2)

    def close(self) -> None:
        """End the reading."""
        self._stop.set()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(timeout=2.0)

    def _look(self) -> None:
        now_s = time.monotonic()
        if now_s - self._looked_s < LOOK_S or (self._thread and self._thread.is_alive()):
            return
        if not self._stretches and self._failed.empty():
            return
        self._looked_s = now_s
        while not self._failed.empty():
            place, stretch = self._failed.get()
            later = self._stretches.get(place)
            if later is not None:
                stretch = _Stretch(stretch.first, later.last, stretch.count + later.count)
            self._stretches[place] = stretch
        ready = {
            place: stretch for place, stretch in self._stretches.items() if self._is_known(place[1])
        }
        if ready:
            for place in ready:
                del self._stretches[place]
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
        stretches: dict[Place, _Stretch],
        stop: threading.Event,
        found: queue.Queue[list[Found]],
    ) -> None:
        left = dict(stretches)
        try:
            consumer = open_consumer(self._properties, client_id="mwk-again")
            try:
                for place in sorted(stretches):
                    if stop.is_set() or not self._read_stretch(
                        consumer, place, left[place], stop, found
                    ):
                        break
                    del left[place]
            finally:
                consumer.close()
        except (KafkaException, RuntimeError) as error:
            _log.info("reading again failed: %s", error)
        for item in left.items():
            self._failed.put(item)

    def _read_stretch(
        self,
        consumer: Consumer,
        place: Place,
        stretch: _Stretch,
        stop: threading.Event,
        found: queue.Queue[list[Found]],
    ) -> bool:
        """Read one stretch; False: Kafka is away."""
        partition, schema_id = place
        consumer.assign([TopicPartition(self._topic, partition, stretch.first)])
        heard_s = time.monotonic()
        while not stop.is_set() and stretch.first <= stretch.last:
            messages = consumer.consume(_AT_ONCE, 0.2)
            if messages:
                heard_s = time.monotonic()
            elif time.monotonic() - heard_s > QUIET_S:
                return False
            wanted = []
            for each, headers in zip(messages, read_headers(messages), strict=True):
                error = each.error()
                if error is not None:
                    if error.code() in (
                        KafkaError._PARTITION_EOF,
                        KafkaError._AUTO_OFFSET_RESET,
                    ):
                        stretch.first = stretch.last + 1  # it is gone
                    continue
                at = each.offset() or 0
                framed = bytes_of(with_framing(each.value(), headers))
                if stretch.first <= at <= stretch.last and schema_id_of(framed) == schema_id:
                    wanted.append((each, headers))
                stretch.first = max(stretch.first, at + 1)
            while wanted and not stop.is_set():
                try:
                    found.put(wanted, timeout=0.1)
                    break
                except queue.Full:
                    continue
        return True

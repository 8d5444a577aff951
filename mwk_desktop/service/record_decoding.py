"""Decodes the input's records, and says which are not counted because their schema is not known.

Counts that several instances keep must not change afterwards, so these records are not read again.
The count loop's thread owns it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from confluent_kafka import Message

from mwk_desktop.kafka.message_decoding import Delivery, Passed, decode_messages, read_headers
from mwk_desktop.kafka.topic_decoding import unknown_records
from mwk_desktop.messages import NOTHING, plural_message
from mwk_desktop.records.batch import Batch
from mwk_desktop.records.schema_decoding import ValueSchemas
from mwk_desktop.records.schema_types import SchemaId

SAY_EVERY_S: Final = 5.0
"""How often a partition's uncounted records are reported while more come."""
_SHOWN_IDS: Final = 5


@dataclass(slots=True)
class _Uncounted:
    """Records of a partition that are not counted, and not reported yet."""

    first: int
    last: int = -1
    records: int = 0
    schema_ids: list[SchemaId] = field(default_factory=list)


class RecordDecoding:
    """Decodes the records of all partitions of an instance.

    Parameters
    ----------
    on_passed
        Called with what could not be read, and what is not counted.
    """

    def __init__(
        self, topic: str, schemas: ValueSchemas, on_passed: Callable[[Passed], None]
    ) -> None:
        self._topic = topic
        self._decoder = schemas.decoder()
        self._on_passed = on_passed
        self._uncounted: dict[int, _Uncounted] = {}
        self._said_s: dict[int, float] = {}

    def decode(self, number: int, records: Sequence[Message], now_ms: int) -> Delivery:
        """Decode records of one partition."""
        delivery, decoder = Delivery(Batch()), self._decoder
        headers = None if decoder is None else read_headers(records)
        before = 0 if decoder is None else decoder.unknown
        for passed in decode_messages(
            delivery, records, now_ms, False, schemas=decoder, headers=headers
        ):
            self._on_passed(passed)
        if decoder is not None and headers is not None and decoder.unknown > before:
            for record, schema_id in unknown_records(
                decoder, records, headers, delivery.batch.tweets
            ):
                at = record.offset() or 0
                found = self._uncounted.setdefault(number, _Uncounted(at))
                found.last, found.records = at, found.records + 1
                if schema_id not in found.schema_ids and len(found.schema_ids) <= _SHOWN_IDS:
                    found.schema_ids.append(schema_id)
        return delivery

    def say_uncounted(self, *, at_once: bool = False) -> None:
        """Report what is not counted: a partition's first records soon, more every
        :data:`SAY_EVERY_S`."""
        if not self._uncounted:
            return
        now_s = time.monotonic()
        for number, each in list(self._uncounted.items()):
            if at_once or now_s - self._said_s.get(number, float("-inf")) >= SAY_EVERY_S:
                self._said_s[number] = now_s
                del self._uncounted[number]
                self._say(number, each)

    def _say(self, number: int, found: _Uncounted) -> None:
        ids = found.schema_ids
        shown = ", ".join(map(str, ids[:_SHOWN_IDS])) + (", …" if len(ids) > _SHOWN_IDS else "")
        reason = NOTHING if self._decoder is None else self._decoder.last_reason_of(ids[0])
        why = plural_message(
            "{count} record of schema {ids} is not counted: {reason}",
            "{count} records of schema {ids} are not counted: {reason}",
            found.records,
            ids=shown,
            reason=reason,
        )
        self._on_passed(Passed(self._topic, number, found.first, found.last, why))

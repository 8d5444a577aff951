"""Decodes a topic's messages for a source, with the schemas of their values.

The source's thread owns it. Where a schema is not known yet, its records count as malformed, and
again as what they are once it is (:mod:`mwk_desktop.kafka.waiting_records`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from confluent_kafka import Message as KafkaMessage

from mwk_desktop.frame_pacing import YieldToFrames, no_pacing
from mwk_desktop.kafka.client_settings import PropertyValue
from mwk_desktop.kafka.message_decoding import Passed, bytes_of, decode_messages, read_headers
from mwk_desktop.kafka.waiting_records import WaitingRecords
from mwk_desktop.messages import NOTHING, Message, plural_message
from mwk_desktop.records.batch import Batch, Delivery, WaitingStretch
from mwk_desktop.records.record_types import Headers, Tweet
from mwk_desktop.records.schema_decoding import NO_SCHEMAS, SchemaDecoder, ValueSchemas
from mwk_desktop.records.schema_types import SchemaId, schema_id_of, schema_record
from mwk_desktop.records.tweet_decoding import FRAMED

_SHOWN_IDS: Final = 5


class TopicDecoding:
    """Decodes, and keeps what waits for its schema.

    Parameters
    ----------
    keep_records
        Whether batches hold the raw records too, and the schemas that they need.
    on_remark
        Called with what could not be read completely, or not at all.
    waiting
        Records of an earlier run that wait for their schemas.

    Attributes
    ----------
    problem : Message
        What keeps values from being decoded, for as long as it does.
    """

    def __init__(
        self,
        properties: Mapping[str, PropertyValue],
        topic: str,
        keep_records: bool,
        on_remark: Callable[[Message], None],
        yield_to_frames: YieldToFrames = no_pacing,
        schemas: ValueSchemas = NO_SCHEMAS,
        waiting: Sequence[WaitingStretch] = (),
    ) -> None:
        self.keep_records = keep_records
        self._on_remark = on_remark
        self._yield_to_frames = yield_to_frames
        self._decoder = schemas.decoder()
        self._waiting: WaitingRecords | None = None
        decoder = self._decoder
        if decoder is not None or waiting:
            is_known = (lambda _id: False) if decoder is None else decoder.is_known
            self._waiting = WaitingRecords(properties, topic, is_known, waiting)
        self._unasked = {each.schema_id for each in waiting}
        """Schemas that an earlier run waited for, and nobody has asked for in this one."""
        self.problem: Message = NOTHING

    def decode(self, delivery: Delivery, records: Sequence[KafkaMessage], now_ms: int) -> None:
        """:func:`~mwk_desktop.kafka.message_decoding.decode_messages`, and note what must wait."""
        decoder, batch = self._decoder, delivery.batch
        before = len(batch.tweets), 0 if decoder is None else decoder.unknown
        headers = None if decoder is None else read_headers(records)
        passed = decode_messages(
            delivery, records, now_ms, self.keep_records, self._yield_to_frames, decoder, headers
        )
        self._say(passed)
        if decoder is None or headers is None:
            if batch.errors and not self.problem and _says_framed(batch):
                self.problem = FRAMED
        else:
            if decoder.unknown > before[1]:
                self._note_waiting(records, headers, batch, before[0], decoder)
            if self.keep_records:
                for each in batch.records[before[0] :]:
                    decoder.find_key(each.key, each.headers)
            self._add_schemas(batch, now_ms)
        if delivery.next_offsets:  # without, it is not handed over
            self._add_changes(delivery)

    def decode_waiting(self, now_ms: int) -> Delivery | None:
        """The next records whose schema has come; mostly None."""
        if self._decoder is not None:
            while self._unasked:
                self._decoder.reason_of(self._unasked.pop())
        found = [] if self._waiting is None else self._waiting.next_records()
        if self._waiting is not None:
            self._say(self._waiting.lost)
            self._waiting.lost.clear()
        delivery = Delivery(Batch())
        self._add_changes(delivery)
        if not found:
            self._update_problem()
            return delivery if delivery.waiting else None
        messages, headers = [each for each, _ in found], [each for _, each in found]
        decode_messages(
            delivery, messages, now_ms, False, self._yield_to_frames, self._decoder, headers
        )
        batch = delivery.batch
        batch.recovered = len(batch.tweets)
        self._add_schemas(batch, now_ms)
        # They were read, recorded and committed before.
        delivery.next_offsets.clear()
        delivery.marks.clear()
        self._update_problem()
        return delivery

    def forget(self) -> None:
        """Forget the waiting records: the topic holds other ones now."""
        if self._waiting is not None:
            self._waiting.forget()

    def close(self) -> None:
        """End what reads beside the source."""
        if self._waiting is not None:
            self._waiting.close()

    def _note_waiting(
        self,
        records: Sequence[KafkaMessage],
        headers: Sequence[Headers | None],
        batch: Batch,
        first: int,
        decoder: SchemaDecoder,
    ) -> None:
        assert self._waiting is not None
        tweets = batch.tweets[first:]
        for record, schema_id in unknown_records(decoder, records, headers, tweets):
            self._waiting.add(record.partition() or 0, record.offset() or 0, schema_id)
        self._update_problem()

    def _say(self, passed: Iterable[Passed]) -> None:
        for each in passed:
            self._on_remark(each.sentence)

    def _add_changes(self, delivery: Delivery) -> None:
        if self._waiting is not None:
            delivery.waiting = self._waiting.drain_changes()

    def _update_problem(self) -> None:
        waiting = self._waiting
        if waiting is None:
            return
        count = waiting.count
        if not count:
            self.problem = NOTHING
            return
        ids = waiting.schema_ids
        reason = FRAMED if self._decoder is None else self._decoder.reason_of(ids[0])
        if not reason:
            return  # it has come, and they are being read
        names = ", ".join(map(str, ids[:_SHOWN_IDS])) + (", …" if len(ids) > _SHOWN_IDS else "")
        self.problem = plural_message(
            "{count} record waits for schema {ids}: {reason}",
            "{count} records wait for schema {ids}: {reason}",
            count,
            ids=names,
            reason=reason,
        )

    def _add_schemas(self, batch: Batch, now_ms: int) -> None:
        decoder = self._decoder
        if decoder is not None and decoder.found:
            if self.keep_records:
                batch.schemas += [schema_record(each, now_ms) for each in decoder.found]
            decoder.found.clear()


def unknown_records(
    decoder: SchemaDecoder,
    records: Sequence[KafkaMessage],
    headers: Sequence[Headers | None],
    tweets: Sequence[Tweet | None],
) -> Iterator[tuple[KafkaMessage, SchemaId]]:
    """Records just decoded whose schema was not known, and that schema."""
    for record, own, tweet in zip(records, headers, tweets, strict=True):
        if tweet is None:
            schema_id = schema_id_of(bytes_of(decoder.with_framing(record.value(), own)))
            if schema_id is not None and decoder.was_unknown(schema_id):
                yield record, schema_id


def _says_framed(batch: Batch) -> bool:
    return any(each.arguments.get("reason") == FRAMED for each in batch.errors)

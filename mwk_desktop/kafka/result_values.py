"""Keys and values of the result topics that another application writes with a schema.

The source's thread owns a :class:`ResultValues`. Without a registry only plain JSON is read.
"""

from __future__ import annotations

from typing import Any, Final

from confluent_kafka import Message as KafkaMessage

from mwk_desktop.kafka.message_decoding import bytes_of, read_headers
from mwk_desktop.kafka.result_records import ResultError
from mwk_desktop.messages import NOTHING, Message, plural_message
from mwk_desktop.records.record_types import DecodeError, Headers
from mwk_desktop.records.schema_decoding import LocalSchema, ValueSchemas
from mwk_desktop.records.schema_objects import ObjectDecoder
from mwk_desktop.records.schema_types import (
    KEY_HEADER,
    VALUE_HEADER,
    SchemaId,
    UnknownSchemaError,
    schema_id_of,
    with_framing,
)
from mwk_desktop.records.tweet_decoding import FRAMED

_SHOWN_IDS: Final = 5


class ResultValues:
    """Decodes what is framed; everything else stays as it is.

    Attributes
    ----------
    problem : Message
        What keeps records from being decoded, for as long as it does.
    """

    def __init__(self, schemas: ValueSchemas) -> None:
        # A file is the schema of the tweets, not of the results.
        source = None if isinstance(schemas.source, LocalSchema) else schemas.source
        self._objects = None if source is None else ObjectDecoder(source)
        self._waiting: dict[str, dict[SchemaId, int]] = {}
        self._from: dict[tuple[str, int], int] = {}
        self._came: dict[str, set[SchemaId]] = {}
        """The schemas for whose records each topic was read again last."""
        self.problem: Message = NOTHING

    def decode(self, record: KafkaMessage, *, again: bool = False) -> tuple[Any, Any] | None:
        """Key and value of a record: bytes, or what a schema made of them; None for one that is
        read ``again`` and did not wait.

        What waits for a schema is not decoded before it is read again, so that it comes once.

        Raises
        ------
        ResultError
            Something is framed and cannot be decoded.
        UnknownSchemaError
            A schema is not known (yet): the record is noted.
        """
        (headers,) = read_headers([record])
        name = record.topic() or ""
        try:
            if again or self._waiting:
                ids = _schema_ids(record, headers)
                for schema_id in ids & self._waiting.get(name, {}).keys():
                    raise UnknownSchemaError(schema_id, NOTHING)
                if again and ids.isdisjoint(self._came.get(name, ())):
                    return None
            value = self._decode(bytes_of(record.value()), headers, VALUE_HEADER)
            return self._decode(bytes_of(record.key()), headers, KEY_HEADER), value
        except UnknownSchemaError as error:
            topic = record.topic() or ""
            waiting = self._waiting.setdefault(topic, {})
            waiting[error.schema_id] = waiting.get(error.schema_id, 0) + 1
            self._from.setdefault((topic, record.partition() or 0), record.offset() or 0)
            self._update_problem()
            raise
        except DecodeError as error:
            raise ResultError(error.reason) from None

    def _decode(self, content: bytes | None, headers: Headers | None, header: str) -> Any:
        framed = bytes_of(with_framing(content, headers, header))
        if content is None or framed is None or schema_id_of(framed) is None:
            return content
        is_plain = content[:1] == b"{" and framed is not content
        if self._objects is None:
            if is_plain:
                return content
            self.problem = FRAMED
            raise DecodeError(FRAMED)
        try:
            return self._objects.decode(framed)
        except UnknownSchemaError:
            if is_plain:  # plain JSON whose schema a header names needs none
                return content
            raise

    def drain_decodable_topics(self) -> list[str]:
        """Topics that hold records whose schema has come: they are to be read again."""
        objects = self._objects
        if objects is None or not self._waiting:
            return []
        found = [
            topic for topic, waiting in self._waiting.items() if any(map(objects.is_known, waiting))
        ]
        for topic in found:
            waiting = self._waiting.pop(topic)
            self._came[topic] = {each for each in waiting if objects.is_known(each)}
        self._update_problem()
        return found

    def drain_first_offsets(self, topic: str) -> dict[int, int]:
        """The offset of the first record that waited in each partition of a topic."""
        found = {p: at for (name, p), at in self._from.items() if name == topic}
        self._from = {place: at for place, at in self._from.items() if place[0] != topic}
        return found

    def _update_problem(self) -> None:
        count = sum(sum(each.values()) for each in self._waiting.values())
        if not count or self._objects is None:
            self.problem = NOTHING
            return
        ids = sorted({each for waiting in self._waiting.values() for each in waiting}, key=str)
        self.problem = plural_message(
            "{count} record waits for schema {ids}: {reason}",
            "{count} records wait for schema {ids}: {reason}",
            count,
            ids=", ".join(map(str, ids[:_SHOWN_IDS])) + (", …" if len(ids) > _SHOWN_IDS else ""),
            reason=self._objects.reason_of(ids[0]),
        )


def _schema_ids(record: KafkaMessage, headers: Headers | None) -> set[SchemaId]:
    """The schemas that key and value of a record are framed with."""
    parts = ((record.value(), VALUE_HEADER), (record.key(), KEY_HEADER))
    framed = (bytes_of(with_framing(bytes_of(part), headers, header)) for part, header in parts)
    return {found for each in framed if (found := schema_id_of(each)) is not None}

"""Schemas of values and keys, and the Schema Registry's framing.

A framed value begins with a zero byte and the schema's number, four bytes, big-endian; or with a
byte of one and the schema's GUID, sixteen bytes. Protobuf adds which message of the schema it is.
The same bytes may stand in a header of the record instead: then the value is the payload alone.
Formats: https://docs.confluent.io/platform/current/schema-registry/fundamentals/serdes-develop/index.html#wire-format
and https://github.com/confluentinc/schema-registry, ``DualSchemaIdDeserializer`` (the header goes
before the prefix, the last one of that name counts).

Pure data and functions for any thread.
"""

from __future__ import annotations

import uuid
from functools import lru_cache
from typing import Final, Literal

import msgspec

from mwk_desktop.messages import Message
from mwk_desktop.records.record_types import DecodeError, Headers, Record
from mwk_desktop.topics import SCHEMAS_TOPIC

SchemaKind = Literal["AVRO", "JSON", "PROTOBUF"]

SchemaId = int | str
"""A schema's number in its registry, or its GUID as text: the same in all registries."""

PREFIX_BYTES: Final = 5
"""The zero byte and the schema's number."""
GUID_PREFIX_BYTES: Final = 17
"""The byte of one and the schema's GUID."""

VALUE_HEADER: Final = "__value_schema_id"
KEY_HEADER: Final = "__key_schema_id"
"""The headers that hold the framing of a value or a key."""

_GUID_PARTITION: Final = 1
"""In recordings, where the places of schemas are numbers: those of GUIDs are no numbers' places."""

MOST_INDEXES: Final = 64
"""Deeper than this no message is nested in another."""


class SchemaReference(msgspec.Struct, frozen=True):
    """Another schema that a schema needs, with its text."""

    name: str
    schema: str


class Schema(msgspec.Struct, frozen=True):
    """A schema and everything it needs.

    ``id`` is the one it was asked for by. ``references`` come in an order in which each needs only
    those before it.
    """

    id: SchemaId
    kind: SchemaKind
    schema: str
    references: tuple[SchemaReference, ...] = ()


class SchemaError(ValueError):
    """A schema cannot be used; ``reason`` says why."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


class UnknownSchemaError(DecodeError):
    """A value's schema is not known (yet)."""

    def __init__(self, schema_id: SchemaId, reason: Message) -> None:
        super().__init__(reason)
        self.schema_id = schema_id


def schema_id_of(value: bytes | None) -> SchemaId | None:
    """The schema that a value or key is framed with; None if it is not framed."""
    if value is None or len(value) < PREFIX_BYTES:
        return None
    if not value[0]:
        return int.from_bytes(value[1:PREFIX_BYTES], "big") or None  # they are numbered from 1
    if value[0] == 1 and len(value) >= GUID_PREFIX_BYTES:
        return _guid(value[1:GUID_PREFIX_BYTES])
    return None


@lru_cache(maxsize=1024)
def _guid(content: bytes) -> str:
    return str(uuid.UUID(bytes=content))


def prefix_bytes(schema_id: SchemaId) -> int:
    """How many bytes of a framed value name this schema."""
    return PREFIX_BYTES if isinstance(schema_id, int) else GUID_PREFIX_BYTES


def header_of(headers: Headers | None, name: str = VALUE_HEADER) -> bytes | None:
    """The framing that a record's headers hold for its value (or key); None if they hold none."""
    found = None
    for header, content in headers or ():
        if header == name:
            found = content
    if not found or len(found) < (PREFIX_BYTES if not found[0] else GUID_PREFIX_BYTES):
        return None
    return found if found[0] <= 1 else None


def with_framing(
    value: bytes | str | None, headers: Headers | None, name: str = VALUE_HEADER
) -> bytes | str | None:
    """A value (or key) that begins with its framing, wherever the record has it."""
    framing = header_of(headers, name) if headers else None
    if framing is None or value is None:
        return value
    content = value.encode("utf-8", "surrogateescape") if isinstance(value, str) else value
    return framing + content


def message_indexes(value: bytes, begin: int = PREFIX_BYTES) -> tuple[tuple[int, ...], int]:
    """Which message of a Protobuf schema a framed value is, and where its payload begins.

    Parameters
    ----------
    begin
        Where the indexes begin.

    Raises
    ------
    ValueError
        The framing is cut off or impossible.
    """
    if len(value) > begin and not value[begin]:
        return (0,), begin + 1  # the usual one, the first, is written as one zero
    count, at = _zigzag(value, begin)
    if not 0 < count <= MOST_INDEXES:
        raise ValueError("impossible message indexes")
    indexes = []
    for _ in range(count):
        index, at = _zigzag(value, at)
        indexes.append(index)
    return tuple(indexes), at


def _zigzag(value: bytes, at: int) -> tuple[int, int]:
    number = 0
    for shift in range(0, 35, 7):
        if at >= len(value):
            break
        byte = value[at]
        at += 1
        number |= (byte & 0x7F) << shift
        if byte < 0x80:
            return (number >> 1) ^ -(number & 1), at
    raise ValueError("the message indexes are cut off")


def schema_record(schema: Schema, arrival_ms: int) -> Record:
    """A schema as a record of :data:`~mwk_desktop.topics.SCHEMAS_TOPIC`, for recordings."""
    number = schema.id if isinstance(schema.id, int) else None
    return Record(
        topic=SCHEMAS_TOPIC,
        partition=_GUID_PARTITION if number is None else 0,
        offset=int(str(schema.id)[:8], 16) if number is None else number,
        timestamp_ms=arrival_ms,
        key=str(schema.id).encode(),
        value=msgspec.json.encode(schema),
        arrival_ms=arrival_ms,
    )


def recorded_schema(value: bytes | str | None) -> Schema | None:
    """The schema in the value of such a record; None if there is none."""
    try:
        return msgspec.json.decode(value or b"", type=Schema)
    except (ValueError, RecursionError):
        return None

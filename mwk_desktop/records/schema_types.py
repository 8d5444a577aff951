"""Schemas of values and keys, and the Schema Registry's framing.

A framed value begins with a zero byte and the schema's number, four bytes, big-endian; Protobuf
adds which message of the schema it is. Format:
https://docs.confluent.io/platform/current/schema-registry/fundamentals/serdes-develop/index.html#wire-format

Pure data and functions for any thread.
"""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from mwk_desktop.messages import Message
from mwk_desktop.records.record_types import DecodeError, Record
from mwk_desktop.topics import SCHEMAS_TOPIC

SchemaKind = Literal["AVRO", "JSON", "PROTOBUF"]

PREFIX_BYTES: Final = 5
"""The zero byte and the schema's number."""

MOST_INDEXES: Final = 64
"""Deeper than this no message is nested in another."""


class SchemaReference(msgspec.Struct, frozen=True):
    """Another schema that a schema needs, with its text."""

    name: str
    schema: str


class Schema(msgspec.Struct, frozen=True):
    """A schema and everything it needs.

    ``references`` come in an order in which each needs only those before it.
    """

    id: int
    kind: SchemaKind
    schema: str
    references: tuple[SchemaReference, ...] = ()


class SchemaError(ValueError):
    """A schema cannot be used; ``reason`` says why."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


class UnknownSchemaError(DecodeError):
    """A value's schema is not known (yet); ``schema_id`` is its number."""

    def __init__(self, schema_id: int, reason: Message) -> None:
        super().__init__(reason)
        self.schema_id = schema_id


def schema_id_of(value: bytes | None) -> int | None:
    """The number of the schema that a value or key is framed with; None if it is not framed."""
    if value is None or len(value) < PREFIX_BYTES or value[0]:
        return None
    return int.from_bytes(value[1:PREFIX_BYTES], "big") or None  # they are numbered from 1


def message_indexes(value: bytes) -> tuple[tuple[int, ...], int]:
    """Which message of a Protobuf schema a framed value is, and where its payload begins.

    Raises
    ------
    ValueError
        The framing is cut off or impossible.
    """
    if len(value) > PREFIX_BYTES and not value[PREFIX_BYTES]:
        return (0,), PREFIX_BYTES + 1  # the usual one, the first, is written as one zero
    count, at = _zigzag(value, PREFIX_BYTES)
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
    return Record(
        topic=SCHEMAS_TOPIC,
        partition=0,
        offset=schema.id,
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

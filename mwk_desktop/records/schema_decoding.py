"""Decodes values with a schema: JSON Schema, Avro and Protobuf, framed by a Schema Registry or not.

A :class:`SchemaDecoder` belongs to one thread. It asks a :class:`SchemaSource` for schemas, and
compiles each once. No value and no schema makes it raise anything but a
:class:`~mwk_desktop.records.record_types.DecodeError`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Protocol

import msgspec

from mwk_desktop.messages import NOTHING, Message, message
from mwk_desktop.records.avro_schemas import compile_avro, values_at
from mwk_desktop.records.record_types import DecodeError, Headers, Tweet
from mwk_desktop.records.schema_fields import FieldNames, FieldPath, tweet_of
from mwk_desktop.records.schema_types import (
    KEY_HEADER,
    PREFIX_BYTES,
    Schema,
    SchemaError,
    SchemaId,
    SchemaReference,
    UnknownSchemaError,
    prefix_bytes,
    schema_id_of,
    with_framing,
)
from mwk_desktop.records.tweet_decoding import decode_tweet

_MOST_COMPILED: Final = 1000
_MOST_MISSING: Final = 20_000
"""More than one batch can bring."""
_MOST_FILES: Final = 200

_FRAMED: Final = (b"\0", "\0", b"\1", "\1")

Decode = Callable[[bytes], Tweet]


class SchemaSource(Protocol):
    """Where schemas come from."""

    def find(self, schema_id: SchemaId) -> Schema | Message:
        """The schema, or why it is not known; may wait a moment the first time."""

    def known(self, schema_id: SchemaId) -> Schema | None:
        """The schema if it is at hand; asks nobody."""


class KnownSchemas:
    """A :class:`SchemaSource` of schemas that are at hand (those of a recording)."""

    def __init__(
        self, schemas: Mapping[SchemaId, Schema], otherwise: SchemaSource | None = None
    ) -> None:
        self._schemas = schemas
        self._otherwise = otherwise

    def find(self, schema_id: SchemaId) -> Schema | Message:
        """The schema, or why it is not known."""
        if schema_id in self._schemas:
            return self._schemas[schema_id]
        if self._otherwise is not None:
            return self._otherwise.find(schema_id)
        return message("it is not in the recording")

    def known(self, schema_id: SchemaId) -> Schema | None:
        """The schema if it is at hand."""
        there = self._schemas.get(schema_id)
        return self._otherwise.known(schema_id) if not there and self._otherwise else there


@dataclass(frozen=True, slots=True)
class LocalSchema:
    """A schema from a file: of every framed value, or with ``bare`` of every value, which then has
    no framing. ``message_name``: which Protobuf message a bare value is."""

    schema: Schema
    bare: bool = False
    message_name: str = ""

    def find(self, schema_id: SchemaId) -> Schema | Message:
        """The file's schema, whatever the number."""
        del schema_id
        return self.schema

    def known(self, schema_id: SchemaId) -> Schema | None:
        """The file's schema, whatever the number."""
        del schema_id
        return self.schema


@dataclass(frozen=True, slots=True)
class ValueSchemas:
    """What is known about the schemas of a topic's values: where they come from (None: nowhere),
    and the names of a tweet's fields."""

    source: SchemaSource | None = None
    fields: FieldNames = field(default_factory=FieldNames)

    def decoder(self, recorded: Mapping[SchemaId, Schema] | None = None) -> SchemaDecoder | None:
        """A decoder for one thread, which also knows these schemas of a recording; None if no
        schema is known."""
        if recorded:
            return SchemaDecoder(KnownSchemas(recorded, self.source), self.fields)
        return None if self.source is None else SchemaDecoder(self.source, self.fields)


NO_SCHEMAS: Final = ValueSchemas()


class SchemaDecoder:
    """Decodes values to tweets; a :class:`~mwk_desktop.records.tweet_decoding.ValueDecoder`.

    Parameters
    ----------
    schemas
        Where schemas come from.
    fields
        The names of a tweet's fields.

    Attributes
    ----------
    unknown : int
        How many values could not be decoded because their schema is not known.
    found : list of Schema
        Schemas that were found; the owner takes them out (a recording keeps them).
    """

    def __init__(self, schemas: SchemaSource, fields: FieldNames | None = None) -> None:
        self._schemas = schemas
        self._fields = fields or FieldNames()
        self._compiled: dict[SchemaId, Decode | Message] = {}
        self._bare: Decode | Message | None = None
        if isinstance(schemas, LocalSchema) and schemas.bare:
            self._bare = self._compile(schemas.schema, 0)
        self._missing: dict[SchemaId, Message] = {}
        self.unknown = 0
        self.found: list[Schema] = []

    def begin(self) -> None:
        """Look again for schemas that were not known. Until then one that was not known stays so,
        though it may come meanwhile: of a batch, all values of a schema are decoded or none."""
        self._missing.clear()

    def is_known(self, schema_id: SchemaId) -> bool:
        """Whether a schema is at hand now (any thread)."""
        return self._schemas.known(schema_id) is not None

    def problem_of(self, schema: Schema) -> Message:
        """Why a schema cannot be used; NOTHING if it can, as far as it shows without a value."""
        local = self._schemas if isinstance(self._schemas, LocalSchema) else None
        found = self._compile(schema, 0 if local and local.bare else PREFIX_BYTES)
        return found if isinstance(found, Message) else NOTHING

    def was_unknown(self, schema_id: SchemaId) -> bool:
        """Whether values of this schema could not be decoded since :meth:`begin`."""
        return schema_id in self._missing

    def last_reason_of(self, schema_id: SchemaId) -> Message:
        """Why values of this schema could not be decoded since :meth:`begin`; asks nobody."""
        return self._missing.get(schema_id, NOTHING)

    def reason_of(self, schema_id: SchemaId) -> Message:
        """Why a schema is not known; NOTHING if it is."""
        found = self._schemas.find(schema_id)
        return found if isinstance(found, Message) else NOTHING

    def find_key(self, key: bytes | None, headers: Headers | None = None) -> None:
        """Find the schema of a key, for a recording: keys are not read."""
        framed = with_framing(key, headers, KEY_HEADER)
        schema_id = schema_id_of(framed if isinstance(framed, bytes) else None)
        if schema_id is not None and schema_id not in self._compiled and self._bare is None:
            self._find(schema_id)

    def with_framing(
        self, value: bytes | str | None, headers: Headers | None
    ) -> bytes | str | None:
        """The value as :meth:`decode` reads it: behind what a header says of its schema."""
        return with_framing(value, headers) if self._bare is None else value

    def takes(self, value: bytes | str | None) -> bool:
        """Whether the value has a schema: it is framed, or all are bare."""
        if self._bare is not None:
            return value is not None
        return value is not None and value[:1] in _FRAMED and len(value) > PREFIX_BYTES

    def decode(self, value: bytes | str) -> Tweet:
        """Decode one value.

        Raises
        ------
        UnknownSchemaError
            Its schema is not known (yet).
        DecodeError
            It is no tweet, does not fit its schema, or the schema cannot be used.
        """
        content = value.encode("utf-8", "surrogateescape") if isinstance(value, str) else value
        if self._bare is not None:
            return _decode(self._bare, content, None)
        schema_id = schema_id_of(content)
        if schema_id is None:
            return decode_tweet(value)
        found = self._compiled.get(schema_id)
        if found is None:
            found = self._find(schema_id)
            if found is None:
                plain = self._plain(content, schema_id)
                if plain is not None:
                    return plain
                self.unknown += 1
                reason = self._missing[schema_id]
                why = message("schema {id}: {reason}", id=str(schema_id), reason=reason)
                raise UnknownSchemaError(schema_id, why)
        return _decode(found, content, schema_id)

    def _plain(self, content: bytes, schema_id: SchemaId) -> Tweet | None:
        """The tweet in plain JSON that needs no schema: its fields have the usual names, and its
        framing is in a header."""
        if isinstance(schema_id, int) or self._fields.chosen:
            return None
        payload = content[prefix_bytes(schema_id) :]
        try:
            return decode_tweet(payload) if payload.startswith(b"{") else None
        except DecodeError:
            return None

    def _find(self, schema_id: SchemaId) -> Decode | Message | None:
        if schema_id in self._missing:
            return None
        schema = self._schemas.find(schema_id)
        if isinstance(schema, Message):
            if len(self._missing) >= _MOST_MISSING:  # garbage can claim any number
                self._missing.clear()
            self._missing[schema_id] = schema
            return None
        found = self._compile(schema, prefix_bytes(schema_id))
        if len(self._compiled) >= _MOST_COMPILED:
            self._compiled.clear()
        self._compiled[schema_id] = found
        if not isinstance(self._schemas, LocalSchema):
            self.found.append(schema)
        return found

    def _compile(self, schema: Schema, skip: int) -> Decode | Message:
        """Compile a schema for values with ``skip`` bytes of framing."""
        try:
            if schema.kind == "AVRO":
                return compile_avro(schema, self._fields, skip)
            if schema.kind == "PROTOBUF":
                from mwk_desktop.records.protobuf_schemas import compile_protobuf

                local = self._schemas if isinstance(self._schemas, LocalSchema) else None
                name = "" if local is None or skip else local.message_name
                return compile_protobuf(schema, self._fields, name, skip=skip)
            return _JsonValues(self._fields, skip)
        except SchemaError as error:
            return error.reason


def _decode(found: Decode | Message, value: bytes, schema_id: SchemaId | None) -> Tweet:
    try:
        if isinstance(found, Message):
            raise SchemaError(found)
        return found(value)
    except DecodeError:
        raise
    except SchemaError as error:
        reason = error.reason
    except Exception as error:  # libraries raise whatever garbage makes them stumble over
        name = type(error).__name__
        reason = message("the value does not fit ({error})", error=name)
    if schema_id is None:
        raise DecodeError(message("schema: {reason}", reason=reason))
    raise DecodeError(message("schema {id}: {reason}", id=str(schema_id), reason=reason))


class _JsonValues:
    """JSON of a JSON Schema. The schema checks values where they are written; here only the names
    of their fields matter, so it is not asked."""

    def __init__(self, fields: FieldNames, skip: int) -> None:
        self._fields = fields
        self._skip = skip
        self._paths: dict[str, FieldPath] = {}
        self._usual = not fields.chosen
        """Whether the names were so far those of plain JSON, which is decoded faster."""

    def __call__(self, value: bytes) -> Tweet:
        payload = value[self._skip :]
        if self._usual:
            try:
                return decode_tweet(payload)
            except DecodeError as error:
                tweet = self._by_names(payload, error)
            self._usual = False
            return tweet
        return self._by_names(payload, None)

    def _by_names(self, payload: bytes, otherwise: DecodeError | None) -> Tweet:
        record = _parse(payload)
        if not isinstance(record, dict):
            raise otherwise or DecodeError(message("not a JSON object"))
        found = values_at(record, self._paths)
        if found.get("text") is None or found.get("screen_name") is None:
            self._paths = self._fields.find(record, _parts_of)
            found = values_at(record, self._paths)
        return tweet_of(found)


def _parse(payload: bytes) -> Any:
    try:
        return msgspec.json.decode(payload)
    except (ValueError, RecursionError):
        pass
    try:  # halves of surrogate pairs, for example
        return json.loads(payload.decode())
    except (ValueError, RecursionError):
        return None


def _parts_of(node: Any) -> Mapping[str, Any]:
    return node if isinstance(node, dict) else {}


def local_schema(
    path: Path, *, bare: bool = False, message_name: str = "", fields: FieldNames | None = None
) -> LocalSchema:
    """Read ``.avsc``, ``.proto`` (with what it imports, from the same folder) or ``.json``.

    Raises
    ------
    SchemaError
        It cannot be read, is no schema of that kind, or has no field for a tweet's text or user.
    """
    kinds: dict[str, str] = {".avsc": "AVRO", ".proto": "PROTOBUF", ".json": "JSON"}
    kind = kinds.get(path.suffix.lower())
    if kind is None:
        raise SchemaError(message("a schema's file ends with .avsc, .proto or .json"))
    text = _read(path)
    references: dict[str, str] = {}
    if kind == "PROTOBUF":
        try:
            _add_imports(path.parent, text, references)
        except SchemaError:
            raise
        except Exception as error:  # the parser raises whatever a wrong text leads to
            name = type(error).__name__
            why = message("{path}: is no schema ({error})", path=str(path), error=name)
            raise SchemaError(why) from None
    schema = Schema(
        0,
        kind,  # type: ignore[arg-type]
        text,
        tuple(SchemaReference(name, each) for name, each in references.items()),
    )
    made = LocalSchema(schema, bare, message_name)
    problem = SchemaDecoder(made, fields).problem_of(schema)
    if problem:
        raise SchemaError(message("{path}: {reason}", path=str(path), reason=problem))
    return made


def _add_imports(folder: Path, text: str, found: dict[str, str]) -> None:
    """Add the files that ``text`` imports, each behind those that it needs itself."""
    from mwk_desktop.records.proto_files import file_descriptor

    for name in file_descriptor("file.proto", text).dependency:
        path = folder / name
        if name in found or len(found) >= _MOST_FILES or not path.is_file():
            continue
        found[name] = ""  # a file that imports itself ends here
        imported = _read(path)
        _add_imports(folder, imported, found)
        del found[name]
        found[name] = imported


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", "") or str(error)
        raise SchemaError(
            message("{path}: cannot be read: {reason}", path=str(path), reason=reason)
        ) from None

"""Decodes framed values of any schema to plain dictionaries, lists, texts and numbers.

For records that are no tweets and come one by one (result topics). One thread owns a decoder.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any, Final

from mwk_desktop.messages import NOTHING, Message, message, verbatim
from mwk_desktop.records.avro_schemas import read_schema
from mwk_desktop.records.record_types import DecodeError
from mwk_desktop.records.schema_decoding import SchemaSource
from mwk_desktop.records.schema_types import (
    Schema,
    SchemaError,
    SchemaId,
    UnknownSchemaError,
    prefix_bytes,
    schema_id_of,
)

_MOST_COMPILED: Final = 1000

Decode = Callable[[bytes], Any]


class ObjectDecoder:
    """Decodes framed values.

    Parameters
    ----------
    schemas
        Where schemas come from.
    """

    def __init__(self, schemas: SchemaSource) -> None:
        self._schemas = schemas
        self._compiled: dict[SchemaId, Decode | Message] = {}

    def is_known(self, schema_id: SchemaId) -> bool:
        """Whether a schema is at hand now."""
        return self._schemas.known(schema_id) is not None

    def reason_of(self, schema_id: SchemaId) -> Message:
        """Why a schema is not known; NOTHING if it is."""
        found = self._schemas.find(schema_id)
        return found if isinstance(found, Message) else NOTHING

    def decode(self, value: bytes) -> Any:
        """Decode a framed value.

        Raises
        ------
        UnknownSchemaError
            Its schema is not known (yet).
        DecodeError
            It does not fit its schema, or the schema cannot be used.
        """
        schema_id = schema_id_of(value)
        assert schema_id is not None
        found = self._compiled.get(schema_id)
        if found is None:
            schema = self._schemas.find(schema_id)
            if isinstance(schema, Message):
                why = message("schema {id}: {reason}", id=str(schema_id), reason=schema)
                raise UnknownSchemaError(schema_id, why)
            found = _compile(schema, prefix_bytes(schema_id))
            if len(self._compiled) >= _MOST_COMPILED:
                self._compiled.clear()
            self._compiled[schema_id] = found
        reason = found if isinstance(found, Message) else NOTHING
        if not isinstance(found, Message):
            try:
                return found(value)
            except SchemaError as error:
                reason = error.reason
            except Exception as error:  # libraries raise whatever garbage makes them stumble over
                name = type(error).__name__
                reason = message("the value does not fit ({error})", error=name)
        raise DecodeError(message("schema {id}: {reason}", id=str(schema_id), reason=reason))


def _compile(schema: Schema, skip: int) -> Decode | Message:
    try:
        if schema.kind == "AVRO":
            plain, read = read_schema(schema)
            return lambda value: read(io.BytesIO(value[skip:]), plain, None)
        if schema.kind == "PROTOBUF":
            from mwk_desktop.records.protobuf_schemas import compile_objects

            return compile_objects(schema, skip)
    except SchemaError as error:
        return error.reason
    except Exception as error:  # and so does a wrong schema
        return verbatim(f"{type(error).__name__}: {error}"[:200])
    return lambda value: json.loads(value[skip:])

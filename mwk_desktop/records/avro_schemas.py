"""Avro: schemas compiled to functions that decode framed values to tweets.

fastavro reads the values. Its compiled reader does not limit how deep records nest, so values of
schemas that contain themselves are read by its Python reader, which does. Pure functions.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from mwk_desktop.messages import message, verbatim
from mwk_desktop.records.record_types import Tweet
from mwk_desktop.records.schema_fields import FieldNames, FieldPath, tweet_of
from mwk_desktop.records.schema_types import PREFIX_BYTES, Schema, SchemaError

Named = dict[str, Any]

_MS_PER_UNIT: Final[Mapping[str, float]] = {
    "timestamp-micros": 1e-3,
    "local-timestamp-micros": 1e-3,
    "timestamp-nanos": 1e-6,
    "local-timestamp-nanos": 1e-6,
    "date": 86_400_000,
}


def compile_avro(
    schema: Schema, fields: FieldNames, skip: int = PREFIX_BYTES
) -> Callable[[bytes], Tweet]:
    """Compile a schema; the result decodes one value, and raises any exception if it does not fit.

    Parameters
    ----------
    skip
        Bytes before the payload.

    Raises
    ------
    SchemaError
        The schema is wrong, or holds no text and screen name.
    """
    try:
        named: Named = {}
        parsed = _parse(schema, named)
        # Logical types are stripped for reading: a date and time object costs more than the rest.
        plain = _parse(schema, {}, strip=True)
    except SchemaError:
        raise
    except Exception as error:  # the library raises whatever a wrong schema makes it stumble over
        raise SchemaError(verbatim(f"{type(error).__name__}: {error}"[:200])) from None
    facts = _Facts(named)
    facts.examine(parsed, ())
    paths = fields.find(parsed, facts.children)
    if "text" not in paths or "screen_name" not in paths:
        missing = "text" if "text" not in paths else "screen_name"
        raise SchemaError(
            message("it has no field for {field}: see [schema_registry.fields]", field=missing)
        )
    ms_per_unit = _unit(parsed, paths.get("created_at", ()), facts)
    read = _reader(is_recursive=facts.is_recursive)

    def decode(value: bytes) -> Tweet:
        record = read(io.BytesIO(value[skip:]), plain, None)
        return tweet_of(values_at(record, paths), ms_per_unit)

    return decode


def read_schema(schema: Schema) -> tuple[Any, Callable[..., Any]]:
    """A schema without logical types, and the function that reads values of it.

    Raises
    ------
    SchemaError
        Its values could not be read safely.
    Exception
        Whatever a wrong schema makes the library stumble over.
    """
    named: Named = {}
    parsed = _parse(schema, named)
    facts = _Facts(named)
    facts.examine(parsed, ())
    return _parse(schema, {}, strip=True), _reader(is_recursive=facts.is_recursive)


def values_at(record: object, paths: Mapping[str, FieldPath]) -> dict[str, object]:
    """The values at these paths in nested dictionaries; None where something else is."""
    found: dict[str, object] = {}
    for field, path in paths.items():
        value = record
        for name in path:
            value = value.get(name) if isinstance(value, dict) else None
        found[field] = value
    return found


def _reader(*, is_recursive: bool) -> Callable[..., Any]:
    if is_recursive:
        from fastavro._read_py import schemaless_reader as read_python

        return read_python
    from fastavro import schemaless_reader

    return schemaless_reader


def _parse(schema: Schema, named: Named, *, strip: bool = False) -> Any:
    from fastavro import parse_schema

    for text in (*(each.schema for each in schema.references), schema.schema):
        source = json.loads(text)
        parsed = parse_schema(_without_logical_types(source) if strip else source, named)
    return parsed


def _without_logical_types(node: Any) -> Any:
    if isinstance(node, dict):
        return {
            key: _without_logical_types(value)
            for key, value in node.items()
            if key != "logicalType"
        }
    if isinstance(node, list):
        return [_without_logical_types(each) for each in node]
    return node


class _Facts:
    """What a schema consists of."""

    def __init__(self, named: Named) -> None:
        self._named = named
        self.is_recursive = False

    def node(self, node: Any) -> Any:
        """The type itself: named ones by their definition, of a union the first that is not null
        (a record, if there is one)."""
        for _ in range(100):
            if isinstance(node, str) and node in self._named:
                node = self._named[node]
            elif isinstance(node, list):
                options = [self.node(each) for each in node]
                records = [each for each in options if _is_record(each)]
                real = [each for each in options if each != "null"]
                return next(iter(records or real), "null")
            elif isinstance(node, dict) and isinstance(node.get("type"), dict | list):
                node = node["type"]
            else:
                break
        return node

    def children(self, node: Any) -> dict[str, Any]:
        """The fields of a record; empty for any other type."""
        node = self.node(node)
        if not _is_record(node):
            return {}
        return {each["name"]: each["type"] for each in node["fields"]}

    def examine(self, node: Any, inside: tuple[str, ...]) -> bool:
        """Look through all types below; returns whether a value takes at least one byte.

        Raises
        ------
        SchemaError
            Lists of items without bytes: a few bytes could claim billions of them.
        """
        if isinstance(node, str):
            if node not in self._named:
                return node != "null"
            node = self._named[node]
        if isinstance(node, list):
            for each in node:
                self.examine(each, inside)
            return True
        kind = node.get("type")
        if isinstance(kind, dict | list):
            return self.examine(kind, inside)
        if kind in ("record", "error"):
            return self._examine_record(node, inside)
        if kind == "array":
            if not self.examine(node["items"], inside):
                raise SchemaError(message("it has a list of items that hold nothing"))
            return True
        if kind == "map":
            self.examine(node["values"], inside)
            return True
        if kind == "fixed":
            return int(node["size"]) > 0
        return self.examine(kind, inside) if kind in self._named else kind != "null"

    def _examine_record(self, node: Any, inside: tuple[str, ...]) -> bool:
        name = node["name"]
        if name in inside:
            self.is_recursive = True
            return True
        sizes = [self.examine(each["type"], (*inside, name)) for each in node["fields"]]
        return any(sizes)


def _is_record(node: Any) -> bool:
    return isinstance(node, dict) and node.get("type") in ("record", "error")


def _unit(root: Any, path: FieldPath, facts: _Facts) -> float:
    node = root
    for name in path:
        node = facts.children(node).get(name)
    node = facts.node(node)
    logical = node.get("logicalType") if isinstance(node, dict) else None
    return _MS_PER_UNIT.get(str(logical), 1)

"""Protobuf: schemas compiled to functions that decode framed values to tweets. Pure functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from mwk_desktop.messages import Message, message, verbatim
from mwk_desktop.records.record_types import Tweet
from mwk_desktop.records.schema_fields import FieldNames, FieldPath, tweet_of
from mwk_desktop.records.schema_types import PREFIX_BYTES, Schema, SchemaError, message_indexes

_WRAPPERS: Final = frozenset(
    f"google.protobuf.{kind}Value"
    for kind in ("String", "Int64", "UInt64", "Int32", "UInt32", "Bool", "Double", "Float")
)
_TIMESTAMP: Final = "google.protobuf.Timestamp"
_LEAVES: Final = _WRAPPERS | {_TIMESTAMP}

Decode = Callable[[bytes], Tweet]


def compile_protobuf(
    schema: Schema, fields: FieldNames, message_name: str = "", *, skip: int = PREFIX_BYTES
) -> Decode:
    """Compile a schema; the result decodes one value, and raises any exception if it does not fit.

    Parameters
    ----------
    message_name
        The message that values without framing are; empty: the first of the schema.
    skip
        Bytes before the message's indexes; 0: the values have neither.

    Raises
    ------
    SchemaError
        The schema is wrong, or its first message holds no text and screen name.
    """
    try:
        messages = _Messages(schema, fields)
    except SchemaError:
        raise
    except Exception as error:  # parser and runtime raise whatever a wrong schema leads to
        raise SchemaError(_reason(error)) from None
    if not skip:
        return messages.decoder_of(messages.indexes_of(message_name))
    decoders: dict[tuple[int, ...], Decode | SchemaError] = {}

    def decode(value: bytes) -> Tweet:
        indexes, at = message_indexes(value, skip)
        found = decoders.get(indexes)
        if found is None:
            try:
                found = messages.decoder_of(indexes)
            except SchemaError as error:
                found = error
            if len(decoders) < 1000:
                decoders[indexes] = found
        if isinstance(found, SchemaError):
            raise found
        return found(value[at:])

    return decode


def compile_objects(schema: Schema, skip: int) -> Callable[[bytes], dict[str, Any]]:
    """Compile a schema; the result decodes one framed value to a dictionary of its fields.

    Raises
    ------
    SchemaError
        The schema is wrong.
    Exception
        Whatever else a wrong schema leads parser and runtime to.
    """
    messages = _Messages(schema, FieldNames())

    def decode(value: bytes) -> dict[str, Any]:
        indexes, at = message_indexes(value, skip)
        return _object_of(messages.class_of(indexes).FromString(value[at:]))

    return decode


def _object_of(parsed: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in parsed.DESCRIPTOR.fields:
        is_message = field.message_type is not None
        if is_message and _is_map_entry(field.message_type):
            continue
        value = getattr(parsed, field.name)
        if _is_repeated(field):
            found[field.name] = [_object_of(each) if is_message else each for each in value]
        elif field.has_presence and not parsed.HasField(field.name):
            continue
        elif is_message and field.message_type.full_name in _WRAPPERS:
            found[field.name] = value.value
        else:
            found[field.name] = _object_of(value) if is_message else value
    return found


class _Messages:
    """All messages of a linked schema."""

    def __init__(self, schema: Schema, fields: FieldNames) -> None:
        from google.protobuf import message_factory

        from mwk_desktop.records.proto_files import file_descriptor, link_files

        name = f"schema-{schema.id}.proto"
        files = [file_descriptor(each.name, each.schema) for each in schema.references]
        own = file_descriptor(name, schema.schema)
        pool = link_files([*files, own])
        found = pool.FindFileByName(name)
        prefix = f"{own.package}." if own.package else ""
        # In the order of the file: the runtime's own tables have none.
        self._tops = [pool.FindMessageTypeByName(f"{prefix}{m.name}") for m in own.message_type]
        self._file = found
        self._class_of = message_factory.GetMessageClass
        self._fields = fields
        if not self._tops:
            raise SchemaError(message("it has no message"))

    def indexes_of(self, name: str) -> tuple[int, ...]:
        """The place of the message of that name, with or without its package; "": the first."""
        if not name:
            return (0,)
        for number, each in enumerate(self._tops):
            if name in (each.name, each.full_name):
                return (number,)
        raise SchemaError(message("it has no message {name}", name=name))

    def class_of(self, indexes: tuple[int, ...]) -> Any:
        """The class of the message at ``indexes``."""
        return self._class_of(self._message_at(indexes))

    def _message_at(self, indexes: tuple[int, ...]) -> Any:
        descriptor, level = None, self._tops
        for index in indexes:
            if not 0 <= index < len(level):
                text = ", ".join(map(str, indexes))
                raise SchemaError(message("it has no message {name}", name=f"[{text}]"))
            descriptor = level[index]
            level = [each for each in descriptor.nested_types if not _is_map_entry(each)]
        assert descriptor is not None
        return descriptor

    def decoder_of(self, indexes: tuple[int, ...]) -> Decode:
        """A function that decodes one payload of the message at ``indexes``."""
        descriptor = self._message_at(indexes)
        paths = self._fields.find(descriptor, _children)
        if "text" not in paths or "screen_name" not in paths:
            missing = "text" if "text" not in paths else "screen_name"
            raise SchemaError(
                message("it has no field for {field}: see [schema_registry.fields]", field=missing)
            )
        parse = self._class_of(descriptor).FromString
        plain = {field: _plan(descriptor, path) for field, path in paths.items()}

        def decode(payload: bytes) -> Tweet:
            return tweet_of(_values(parse(payload), plain))

        return decode


def _is_map_entry(descriptor: Any) -> bool:
    return bool(descriptor.GetOptions().map_entry)


def _children(node: Any) -> Mapping[str, Any]:
    """The fields of a message descriptor; empty for the descriptor of any other field."""
    descriptor = node if hasattr(node, "fields_by_name") else node.message_type
    if descriptor is None or descriptor.full_name in _LEAVES:
        return {}
    return {each.name: each for each in descriptor.fields if not _is_repeated(each)}


def _is_repeated(field: Any) -> bool:
    return bool(field.is_repeated)


class _PathStep:
    """One name of a path, and whether its absence can be told."""

    __slots__ = ("leaf", "name", "tells")

    def __init__(self, field: Any) -> None:
        self.name: str = field.name
        self.tells: bool = field.has_presence
        self.leaf = "" if field.message_type is None else field.message_type.full_name


def _plan(descriptor: Any, path: FieldPath) -> tuple[_PathStep, ...]:
    steps = []
    for name in path:
        field = descriptor.fields_by_name[name]
        steps.append(_PathStep(field))
        descriptor = field.message_type
    return tuple(steps)


def _values(parsed: Any, plan: Mapping[str, tuple[_PathStep, ...]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, steps in plan.items():
        value = parsed
        for step in steps:
            if step.tells and not value.HasField(step.name):
                value = None
                break
            value = getattr(value, step.name)
        else:
            last = steps[-1]
            if last.leaf == _TIMESTAMP:
                value = value.seconds * 1000 + value.nanos // 1_000_000
            elif last.leaf in _WRAPPERS:
                value = value.value
            elif not last.tells and value == 0 and not isinstance(value, bool):
                value = None  # a number that was not set, as far as one can tell
        found[name] = value
    return found


def _reason(error: Exception) -> Message:
    return verbatim(f"{type(error).__name__}: {error}"[:200])

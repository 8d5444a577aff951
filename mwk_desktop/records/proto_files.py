"""The text of ``.proto`` files to Protobuf's own descriptors.

The parser (proto-schema-parser) gives a syntax tree; this module turns it into file descriptors,
which Protobuf's runtime links and checks. Only what decides how bytes are read is taken over:
options, services and extensions are not. Pure functions.
"""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Sequence
from typing import Any, Final

from google.protobuf.descriptor_pb2 import (
    DescriptorProto,
    Edition,
    EnumDescriptorProto,
    FieldDescriptorProto,
    FileDescriptorProto,
)
from google.protobuf.descriptor_pool import DescriptorPool
from proto_schema_parser import ast
from proto_schema_parser.parser import Parser

_SCALARS: Final = {
    name: getattr(FieldDescriptorProto, f"TYPE_{name.upper()}")
    for kind in ("int", "uint", "sint", "fixed", "sfixed")
    for name in (f"{kind}32", f"{kind}64")
} | {
    name: getattr(FieldDescriptorProto, f"TYPE_{name.upper()}")
    for name in ("double", "float", "bool", "string", "bytes")
}
_LABELS: Final = {
    ast.FieldCardinality.REPEATED: FieldDescriptorProto.LABEL_REPEATED,
    ast.FieldCardinality.REQUIRED: FieldDescriptorProto.LABEL_REQUIRED,
}
_GOOGLE: Final = "google/protobuf/"


def file_descriptor(name: str, text: str) -> FileDescriptorProto:
    """Parse one file; raises any exception if the text is wrong."""
    return _of_file(name, Parser().parse(text))


def link_files(files: Sequence[FileDescriptorProto]) -> DescriptorPool:
    """Link files, each after those it imports; raises any exception if they do not fit.

    Google's own files are known. An import that is not there is left out: most hold options only.
    """
    pool = DescriptorPool()
    known: set[str] = set()
    for file in files:
        there = [each for each in file.dependency if _is_known(pool, each, known)]
        del file.dependency[:]
        file.dependency.extend(there)
        pool.AddSerializedFile(file.SerializeToString())
        known.add(file.name)
    return pool


def _is_known(pool: DescriptorPool, name: str, known: set[str]) -> bool:
    if name in known:
        return True
    stem = name.removeprefix(_GOOGLE).removesuffix(".proto")
    if not name.startswith(_GOOGLE) or not stem.isidentifier():
        return False
    with contextlib.suppress(ImportError):
        module = importlib.import_module(f"google.protobuf.{stem}_pb2")
        for dependency in module.DESCRIPTOR.dependencies:
            _is_known(pool, dependency.name, known)
        pool.AddSerializedFile(module.DESCRIPTOR.serialized_pb)
        known.add(name)
        return True
    return False


def _of_file(name: str, tree: ast.File) -> FileDescriptorProto:
    file = FileDescriptorProto(name=name)
    if tree.edition:
        file.syntax = "editions"
        file.edition = Edition.Value(f"EDITION_{tree.edition}")
    elif tree.syntax == "proto3":
        file.syntax = "proto3"
    is_proto3 = file.syntax == "proto3"
    for element in tree.file_elements:
        if isinstance(element, ast.Package):
            file.package = element.name
        elif isinstance(element, ast.Import):
            if element.public:
                file.public_dependency.append(len(file.dependency))
            file.dependency.append(element.name)
        elif isinstance(element, ast.Message):
            file.message_type.append(_of_message(element, is_proto3))
        elif isinstance(element, ast.Enum):
            file.enum_type.append(_of_enum(element))
    return file


def _of_message(tree: ast.Message | ast.Group, is_proto3: bool) -> DescriptorProto:
    made = DescriptorProto(name=tree.name)
    optional = []
    for element in tree.elements:
        if isinstance(element, ast.Field):
            field = _add_field(made, element)
            if is_proto3 and element.cardinality is ast.FieldCardinality.OPTIONAL:
                optional.append(field)
        elif isinstance(element, ast.MapField):
            _add_map(made, element)
        elif isinstance(element, ast.Group):
            _add_group(made, element, is_proto3)
        elif isinstance(element, ast.OneOf):
            number = len(made.oneof_decl)
            made.oneof_decl.add(name=element.name)
            for member in element.elements:
                if isinstance(member, ast.Field):
                    _add_field(made, member).oneof_index = number
                elif isinstance(member, ast.Group):
                    _add_group(made, member, is_proto3).oneof_index = number
        elif isinstance(element, ast.Message):
            made.nested_type.append(_of_message(element, is_proto3))
        elif isinstance(element, ast.Enum):
            made.enum_type.append(_of_enum(element))
    for field in optional:  # each is a one-of of its own, behind the real ones
        field.proto3_optional = True
        field.oneof_index = len(made.oneof_decl)
        made.oneof_decl.add(name=f"_{field.name}")
    return made


def _add_field(made: DescriptorProto, tree: ast.Field) -> FieldDescriptorProto:
    label = FieldDescriptorProto.LABEL_OPTIONAL
    if tree.cardinality is not None:
        label = _LABELS.get(tree.cardinality, label)
    field = made.field.add(name=tree.name, number=int(tree.number), label=label)
    _set_type(field, tree.type)
    return field


def _set_type(field: FieldDescriptorProto, name: str) -> None:
    if name in _SCALARS:
        field.type = _SCALARS[name]
    else:
        field.type_name = name  # message or enum: the runtime finds out, and in which scope


def _add_map(made: DescriptorProto, tree: ast.MapField) -> None:
    entry = made.nested_type.add(
        name="".join(part[:1].upper() + part[1:] for part in tree.name.split("_")) + "Entry"
    )
    entry.options.map_entry = True
    for number, (name, kind) in enumerate((("key", tree.key_type), ("value", tree.value_type)), 1):
        field = entry.field.add(name=name, number=number, label=FieldDescriptorProto.LABEL_OPTIONAL)
        _set_type(field, kind)
    made.field.add(
        name=tree.name,
        number=int(tree.number),
        label=FieldDescriptorProto.LABEL_REPEATED,
        type=FieldDescriptorProto.TYPE_MESSAGE,
        type_name=entry.name,
    )


def _add_group(made: DescriptorProto, tree: ast.Group, is_proto3: bool) -> FieldDescriptorProto:
    made.nested_type.append(_of_message(tree, is_proto3))
    label = FieldDescriptorProto.LABEL_OPTIONAL
    if tree.cardinality is not None:
        label = _LABELS.get(tree.cardinality, label)
    return made.field.add(
        name=tree.name.lower(),
        number=int(tree.number),
        label=label,
        type=FieldDescriptorProto.TYPE_GROUP,
        type_name=tree.name,
    )


def _of_enum(tree: ast.Enum) -> EnumDescriptorProto:
    made = EnumDescriptorProto(name=tree.name)
    numbers: set[int] = set()
    for element in tree.elements:
        if isinstance(element, ast.EnumValue):
            number: Any = element.number
            made.value.add(name=element.name, number=int(number))
            if number in numbers:
                made.options.allow_alias = True
            numbers.add(number)
    return made

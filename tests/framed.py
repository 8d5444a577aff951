"""Statuses as Avro, Protobuf and JSON Schema values, in the Schema Registry's framing."""

from __future__ import annotations

import io
import json
import struct
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

import fastavro
import msgspec
from google.protobuf import message_factory

from mwk_desktop.records.proto_files import file_descriptor, link_files
from mwk_desktop.records.schema_types import (
    VALUE_HEADER,
    Schema,
    SchemaId,
    SchemaReference,
    message_indexes,
)

AVRO_ID, PROTOBUF_ID, JSON_ID, OTHER_JSON_ID = 7, 8, 9, 10

AVRO_USER: dict[str, Any] = {
    "type": "record",
    "name": "User",
    "namespace": "org.example",
    "fields": [
        {"name": "Id", "type": ["null", "long"], "default": None},
        {"name": "Name", "type": ["null", "string"], "default": None},
        {"name": "ScreenName", "type": ["null", "string"], "default": None},
        {"name": "Description", "type": ["null", "string"], "default": None},
        {"name": "ProfileImageURL", "type": ["null", "string"], "default": None},
        {"name": "FollowersCount", "type": ["null", "int"], "default": None},
    ],
}
AVRO: dict[str, Any] = {
    "type": "record",
    "name": "TwitterStatus",
    "namespace": "org.example",
    "fields": [
        {"name": "Id", "type": ["null", "long"], "default": None},
        {
            "name": "CreatedAt",
            "type": ["null", {"type": "long", "logicalType": "timestamp-millis"}],
            "default": None,
        },
        {"name": "Text", "type": ["null", "string"], "default": None},
        {"name": "Lang", "type": ["null", "string"], "default": None},
        {"name": "Retweet", "type": ["null", "boolean"], "default": None},
        {"name": "Contributors", "type": {"type": "array", "items": "long"}, "default": []},
        {"name": "User", "type": ["null", "org.example.User"], "default": None},
    ],
}
USER_PROTO = """\
syntax = "proto3";
package people;
message User {
  int64 id = 1;
  string name = 2;
  string screen_name = 3;
  string description = 4;
  string profile_image_url = 5;
}
"""
TWEET_PROTO = """\
syntax = "proto3";
package tweets;
import "people/user.proto";
import "google/protobuf/timestamp.proto";
import "confluent/meta.proto";  // options only, and nobody has it

message Place { string name = 1; }
message Tweet {
  int64 id = 1;
  string text = 2;
  people.User user = 3;
  google.protobuf.Timestamp created_at = 4;
  bool retweet = 5;
  map<string, Place> places = 6;
  repeated int64 contributors = 7 [deprecated = true];
  oneof kind { string lang = 8; Kind other = 9; }
  enum Kind { NONE = 0; LIVE = 1; }
  message Short {
    string text = 1;
    string user_screen_name = 2;
    optional int64 id = 3;
  }
}
"""
SCHEMAS: dict[SchemaId, Schema] = {
    AVRO_ID: Schema(
        AVRO_ID,
        "AVRO",
        json.dumps(AVRO),
        (SchemaReference("org.example.User", json.dumps(AVRO_USER)),),
    ),
    PROTOBUF_ID: Schema(
        PROTOBUF_ID, "PROTOBUF", TWEET_PROTO, (SchemaReference("people/user.proto", USER_PROTO),)
    ),
    JSON_ID: Schema(JSON_ID, "JSON", '{"type":"object"}'),
    OTHER_JSON_ID: Schema(OTHER_JSON_ID, "JSON", '{"type":"object"}'),
}

_named: dict[str, Any] = {}
fastavro.parse_schema(AVRO_USER, _named)
_PARSED = fastavro.parse_schema(AVRO, _named)

_own = file_descriptor("tweet.proto", TWEET_PROTO)
_pool = link_files([file_descriptor("people/user.proto", USER_PROTO), _own])
Tweet = message_factory.GetMessageClass(_pool.FindMessageTypeByName("tweets.Tweet"))
Short = message_factory.GetMessageClass(_pool.FindMessageTypeByName("tweets.Tweet.Short"))


def framed(schema_id: int, payload: bytes, indexes: bytes = b"") -> bytes:
    """A payload behind its schema's number."""
    return b"\0" + struct.pack(">I", schema_id) + indexes + payload


def guid_of(schema_id: SchemaId) -> str:
    """The GUID that the registry of the tests gives the schema of this number."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"schema {schema_id}"))


def guid_framing(schema_id: SchemaId, indexes: bytes = b"") -> bytes:
    """What a header holds of a schema."""
    return b"\1" + uuid.UUID(guid_of(schema_id)).bytes + indexes


def by_guid(schema_id: SchemaId) -> Schema:
    """The schema as it is found by its GUID."""
    return msgspec.structs.replace(SCHEMAS[schema_id], id=guid_of(schema_id))


def headed(
    value: bytes, header: str = VALUE_HEADER
) -> tuple[bytes, list[tuple[str, bytes | None]]]:
    """A framed value as the serializers with GUIDs write it: payload and headers."""
    schema_id, at = int.from_bytes(value[1:5], "big"), 5
    if SCHEMAS[schema_id].kind == "PROTOBUF":
        _, at = message_indexes(value)
    return value[at:], [("trace", b"\xff"), (header, guid_framing(schema_id, value[5:at]))]


def avro(schema: Any, value: Any) -> bytes:
    """A value as Avro, without framing."""
    out = io.BytesIO()
    fastavro.schemaless_writer(out, schema, value)
    return out.getvalue()


def avro_status(status: Mapping[str, Any]) -> bytes:
    """A TwitterStatus, framed as :data:`AVRO_ID`."""
    return framed(AVRO_ID, avro(_PARSED, status))


def protobuf_status(status: Mapping[str, Any]) -> bytes:
    """A TwitterStatus, framed as the second message of :data:`PROTOBUF_ID`."""
    tweet = Tweet(id=status.get("Id") or 0, text=status["Text"])
    user = status["User"]
    tweet.user.screen_name = user["ScreenName"]
    tweet.user.name = user.get("Name") or ""
    tweet.user.profile_image_url = user.get("ProfileImageURL") or ""
    tweet.user.description = user.get("Description") or ""
    tweet.retweet = status.get("Retweet") is True
    created_ms = status.get("CreatedAt")
    if created_ms is not None:
        tweet.created_at.seconds, rest_ms = divmod(created_ms, 1000)
        tweet.created_at.nanos = rest_ms * 1_000_000
    return framed(PROTOBUF_ID, tweet.SerializeToString(), zigzags(1))


def json_status(status: Mapping[str, Any]) -> bytes:
    """A TwitterStatus, framed as :data:`JSON_ID`."""
    return framed(JSON_ID, json.dumps(status, ensure_ascii=False).encode())


def camel_status(status: Mapping[str, Any]) -> bytes:
    """The same in lowerCamelCase, framed as :data:`OTHER_JSON_ID`."""

    def lower(value: Any) -> Any:
        if isinstance(value, Mapping):
            return {name[0].lower() + name[1:]: lower(each) for name, each in value.items()}
        return value

    return framed(OTHER_JSON_ID, json.dumps(lower(status)).encode())


KINDS = {
    "avro": avro_status,
    "protobuf": protobuf_status,
    "json": json_status,
    "camel": camel_status,
}


def zigzags(*indexes: int) -> bytes:
    """Message indexes as Protobuf's framing writes them."""
    if indexes == (0,):
        return b"\0"
    return b"".join(map(_zigzag, (len(indexes), *indexes)))


def _zigzag(number: int) -> bytes:
    number = (number << 1) ^ (number >> 63)
    out = b""
    while number >= 0x80:
        out += bytes([number & 0x7F | 0x80])
        number >>= 7
    return out + bytes([number])


def names_of(schemas: Sequence[Schema]) -> list[SchemaId]:
    """The schemas' numbers and GUIDs, in order."""
    return sorted((each.id for each in schemas), key=str)

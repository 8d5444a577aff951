"""Values with a schema decode to the same tweets as plain JSON, and garbage to a DecodeError."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.messages import Message, message
from mwk_desktop.records.record_types import DecodeError, Tweet
from mwk_desktop.records.schema_decoding import (
    KnownSchemas,
    SchemaDecoder,
    ValueSchemas,
    local_schema,
)
from mwk_desktop.records.schema_fields import FieldNames
from mwk_desktop.records.schema_types import (
    KEY_HEADER,
    VALUE_HEADER,
    Schema,
    SchemaError,
    UnknownSchemaError,
    message_indexes,
    recorded_schema,
    schema_id_of,
    schema_record,
)
from mwk_desktop.records.tweet_decoding import FRAMED, decode_tweet, decode_tweets
from tests import framed as fr
from tests.support import T0_MS, status

FULL = status(
    "drum é 🥁 #mwk",
    "monty",
    id_=123_456_789_012,
    created_ms=T0_MS + 7,
    Retweet=True,
)
FULL["User"] |= {"ProfileImageURL": "https://x.example/p.png", "Description": "x" * 300}
FULL |= {"Lang": "fr", "Contributors": [1, 2]}


def decoder(fields: dict[str, str] | None = None, **more: Schema) -> SchemaDecoder:
    schemas = fr.SCHEMAS | {each.id: each for each in more.values()}
    return SchemaDecoder(KnownSchemas(schemas), FieldNames(fields))


@pytest.mark.parametrize("kind", fr.KINDS)
def test_every_kind_gives_the_tweet_that_plain_json_gives(kind: str) -> None:
    plain = decode_tweet(json.dumps(FULL).encode())
    value = fr.KINDS[kind](FULL)
    assert decode_tweet(value, decoder()) == plain
    tweets, reasons = decode_tweets([value, json.dumps(FULL).encode(), value], decoder())
    assert (tweets, reasons) == ([plain] * 3, [])


@pytest.mark.parametrize("kind", fr.KINDS)
def test_what_is_not_set_is_missing(kind: str) -> None:
    bare = {"Text": "pad", "User": {"ScreenName": "ann"}}
    assert decode_tweet(fr.KINDS[kind](bare), decoder()) == Tweet(None, "ann", "", "", "pad", None)


def test_json_in_the_framing_is_read_from_a_recordings_text_too() -> None:
    """Its bytes are UTF-8, so a recording holds them as text."""
    value = fr.json_status(FULL)
    assert decode_tweet(value.decode(), decoder()) == decode_tweet(value, decoder())


def test_nested_messages_are_found_by_their_indexes() -> None:
    short = fr.Short(text="drum", user_screen_name="bo", id=3).SerializeToString()
    value = fr.framed(fr.PROTOBUF_ID, short, fr.zigzags(1, 0))
    assert decode_tweet(value, decoder()) == Tweet(3, "bo", "", "", "drum", None)
    for wrong in (fr.zigzags(5), fr.zigzags(1, 9), fr.zigzags(-1), b"\x80", b"\x7e\x7e"):
        with pytest.raises(DecodeError, match="schema 8"):
            decode_tweet(fr.framed(fr.PROTOBUF_ID, wrong + short), decoder())


@given(st.lists(st.integers(0, 2**31 - 1), min_size=1, max_size=9))
def test_message_indexes_are_read_as_written(indexes: list[int]) -> None:
    value = fr.framed(1, b"rest", fr.zigzags(*indexes))
    found, at = message_indexes(value)
    assert (list(found), value[at:]) == (indexes, b"rest")


def test_without_a_registry_the_message_names_the_setting() -> None:
    for make in fr.KINDS.values():
        with pytest.raises(DecodeError) as error:
            decode_tweet(make(FULL))
        assert error.value.reason == FRAMED
    assert "set [schema_registry] url" in str(FRAMED)
    with pytest.raises(DecodeError, match="UTF-16"):  # it begins with a zero byte too
        decode_tweet('{"Text":"drum"}'.encode("utf-16-be"))


def test_an_unknown_schema_is_named_and_counted() -> None:
    found = decoder()
    with pytest.raises(UnknownSchemaError, match="schema 99: it is not in the recording") as error:
        decode_tweet(fr.framed(99, b"x"), found)
    assert (error.value.schema_id, found.unknown) == (99, 1)


def test_fields_of_any_case_are_found_and_others_by_the_settings() -> None:
    record = {
        "type": "record",
        "name": "Post",
        "fields": [
            {"name": "post_id", "type": "long"},
            {"name": "BODY", "type": "string"},
            {"name": "at", "type": {"type": "long", "logicalType": "timestamp-micros"}},
            {
                "name": "writer",
                "type": {
                    "type": "record",
                    "name": "Writer",
                    "fields": [{"name": "nick", "type": "string"}],
                },
            },
        ],
    }
    schema = Schema(20, "AVRO", json.dumps(record))
    post = {"post_id": 5, "BODY": "pad", "at": T0_MS * 1000 + 999, "writer": {"nick": "cy"}}
    value = fr.framed(20, fr.avro(record, post))
    with pytest.raises(DecodeError, match=r"no field for screen_name.*schema_registry\.fields"):
        decode_tweet(value, decoder(a=schema))
    fields = {"screen_name": "Writer.NICK", "id": "postId", "created_at": "at"}
    assert decode_tweet(value, decoder(fields, a=schema)) == Tweet(5, "cy", "", "", "pad", T0_MS)
    as_json = Schema(21, "JSON", "{}")
    value = fr.framed(21, json.dumps(post | {"at": T0_MS}).encode())
    assert decode_tweet(value, decoder(fields, a=as_json)) == Tweet(5, "cy", "", "", "pad", T0_MS)


def test_json_with_other_names_may_change_from_value_to_value() -> None:
    found = decoder()
    for value in (
        {"text": "drum", "user": {"screen_name": "a"}},
        {"message": "drum", "author": {"username": "a"}},
        {"Text": "drum", "user": "a"},
    ):
        tweet = decode_tweet(fr.framed(fr.JSON_ID, json.dumps(value).encode()), found)
        assert (tweet.text, tweet.screen_name) == ("drum", "a")


RECURSIVE: dict[str, Any] = {
    "type": "record",
    "name": "S",
    "fields": [
        {"name": "Text", "type": "string"},
        {"name": "ScreenName", "type": "string"},
        {"name": "RetweetedStatus", "type": ["null", "S"], "default": None},
    ],
}


def test_a_schema_may_contain_itself_and_garbage_does_not_nest_it_for_ever() -> None:
    schema = Schema(30, "AVRO", json.dumps(RECURSIVE))
    inner = {"Text": "pad", "ScreenName": "b"}
    value = {"Text": "drum", "ScreenName": "a", "RetweetedStatus": inner}
    tweet = decode_tweet(fr.framed(30, fr.avro(RECURSIVE, value)), decoder(a=schema))
    assert (tweet.text, tweet.screen_name) == ("drum", "a")
    with pytest.raises(DecodeError, match="schema 30: the value does not fit"):
        decode_tweet(fr.framed(30, b"\x00\x00\x02" * 300_000), decoder(a=schema))


BAD_SCHEMAS = {
    "no JSON": Schema(40, "AVRO", "{"),
    "no schema": Schema(40, "AVRO", '{"type": "nothing"}'),
    "an unknown name": Schema(40, "AVRO", '{"type":"record","name":"A","fields":[{"name":"t"}]}'),
    "nested for ever": Schema(40, "AVRO", "[" * 100_000),
    "no record": Schema(40, "AVRO", '"string"'),
    "items without bytes": Schema(
        40,
        "AVRO",
        json.dumps(
            {
                "type": "record",
                "name": "A",
                "fields": [
                    {"name": "text", "type": "string"},
                    {"name": "user", "type": "string"},
                    {"name": "bomb", "type": {"type": "array", "items": "null"}},
                ],
            }
        ),
    ),
    "no Protobuf": Schema(40, "PROTOBUF", "this is no proto"),
    "no message": Schema(40, "PROTOBUF", 'syntax = "proto3";'),
    "an unknown type": Schema(40, "PROTOBUF", 'syntax = "proto3"; message A { B b = 1; }'),
    "no text": Schema(40, "PROTOBUF", 'syntax = "proto3"; message A { int32 text = 1; }'),
}


@pytest.mark.parametrize("name", BAD_SCHEMAS)
def test_a_schema_that_cannot_be_used_is_a_reason_not_an_exception(name: str) -> None:
    found = decoder(a=BAD_SCHEMAS[name])
    for _ in range(2):  # the second time from what is kept
        with pytest.raises(DecodeError, match="schema 40: "):
            decode_tweet(fr.framed(40, b"\x00\x02\x06abc\x06abc"), found)


@given(st.sampled_from(sorted(fr.SCHEMAS)), st.binary(max_size=200))
def test_no_garbage_raises_anything_else(schema_id: int, payload: bytes) -> None:
    outcome(fr.framed(schema_id, payload))


@given(st.sampled_from(sorted(fr.KINDS)), st.data())
def test_no_damaged_value_raises_anything_else(kind: str, data: st.DataObject) -> None:
    value = bytearray(fr.KINDS[kind](FULL))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(value) - 1))
        value[at] = data.draw(st.integers(0, 255))
    outcome(bytes(value[: data.draw(st.integers(0, len(value)))]))


@given(st.sampled_from(["AVRO", "PROTOBUF", "JSON"]), st.text(max_size=100))
def test_no_schema_raises_anything_else(kind: Any, text: str) -> None:
    found = SchemaDecoder(KnownSchemas({1: Schema(1, kind, text)}))
    outcome(fr.framed(1, b"\x00\x02abc"), found)


_SHARED = decoder()


def outcome(value: bytes, found: SchemaDecoder = _SHARED) -> None:
    """Decode it both ways; only DecodeError may be raised."""
    try:
        one = decode_tweet(value, found)
    except DecodeError:
        one = None
    tweets, reasons = decode_tweets([value], found)
    assert tweets == [one]
    assert len(reasons) == (one is None)


def test_files_take_the_registrys_place(tmp_path: Path) -> None:
    (tmp_path / "people").mkdir()
    (tmp_path / "people" / "user.proto").write_text(fr.USER_PROTO)
    (tmp_path / "tweet.proto").write_text(fr.TWEET_PROTO)
    whole = dict(fr.AVRO, fields=[*fr.AVRO["fields"][:-1]])
    whole["fields"].append({"name": "User", "type": ["null", fr.AVRO_USER], "default": None})
    (tmp_path / "tweet.avsc").write_text(json.dumps(whole))
    plain = decode_tweet(json.dumps(FULL).encode())

    first = "tweet.proto: it has no field for text"
    with pytest.raises(SchemaError, match=first):
        local_schema(tmp_path / "tweet.proto", bare=True)
    for file, value, skip in (
        ("tweet.avsc", fr.avro_status(FULL), 5),
        ("tweet.proto", fr.protobuf_status(FULL), 7),
    ):
        schemas = ValueSchemas(local_schema(tmp_path / file))
        assert decode_tweet(value, schemas.decoder()) == plain
        bare = local_schema(tmp_path / file, bare=True, message_name="Tweet")
        assert decode_tweet(value[skip:], ValueSchemas(bare).decoder()) == plain


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.txt", "x"), ("a.avsc", "x"), ("a.proto", "x"), ("missing.avsc", None)],
)
def test_a_file_that_is_no_schema_says_so(tmp_path: Path, name: str, text: str | None) -> None:
    if text is not None:
        (tmp_path / name).write_text(text)
    with pytest.raises(SchemaError, match=r"ends with|a\.avsc: |a\.proto: |cannot be read"):
        local_schema(tmp_path / name)


@pytest.mark.parametrize("schema", fr.SCHEMAS.values())
def test_a_schema_survives_a_recording(schema: Schema) -> None:
    record = schema_record(schema, 5)
    assert recorded_schema(record.value) == schema
    assert recorded_schema(b"{}") is None
    assert recorded_schema(None) is None


def test_framing_is_five_bytes_and_a_zero() -> None:
    assert schema_id_of(b"\0\0\0\1\2x") == 258
    assert [schema_id_of(value) for value in (None, b"", b"\0\0\0\1", b'{"a":1}')] == [None] * 4
    assert schema_id_of(bytes(8)) is None  # a small number as a key


class Coming:
    """A schema that comes when it is asked for the second time."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.asked = 0

    def find(self, schema_id: int) -> Schema | Message:
        self.asked += 1
        return self.schema if self.asked > 1 else message("wait")

    def known(self, schema_id: int) -> Schema | None:
        return self.schema if self.asked else None


def test_a_schema_that_comes_within_a_batch_is_used_from_the_next_one_on() -> None:
    """Which records wait is told by stretches of offsets: none of them may be decoded."""
    found = SchemaDecoder(Coming(fr.SCHEMAS[fr.JSON_ID]))
    values = [fr.json_status(FULL)] * 3
    found.begin()
    assert decode_tweets(values, found)[0] == [None] * 3
    assert found.was_unknown(fr.JSON_ID)
    found.begin()
    assert all(decode_tweets(values, found)[0])
    assert not found.was_unknown(fr.JSON_ID)


def test_a_header_says_which_schema_a_value_has() -> None:
    """The serializers that write the schema's GUID into a header leave the payload bare."""
    guids = {fr.guid_of(number): fr.by_guid(number) for number in fr.SCHEMAS}
    plain = decode_tweet(json.dumps(FULL).encode())
    for make in fr.KINDS.values():
        payload, headers = fr.headed(make(FULL))
        found = SchemaDecoder(KnownSchemas(guids))
        value = found.with_framing(payload, headers)
        assert decode_tweet(value, found) == plain
        assert [each.id for each in found.found] == [schema_id_of(headers[-1][1])]
        with_number = SchemaDecoder(KnownSchemas(fr.SCHEMAS))
        framed = make(FULL)
        at = len(framed) - len(payload)
        headers = [(VALUE_HEADER, framed[:at])]
        assert decode_tweet(with_number.with_framing(payload, headers), with_number) == plain


def test_the_last_header_of_its_name_counts_and_others_are_no_framing() -> None:
    framing, other = fr.guid_framing(fr.JSON_ID), fr.guid_framing(fr.AVRO_ID)
    found = decoder()
    both: list[tuple[str, bytes | None]] = [(VALUE_HEADER, other), (VALUE_HEADER, framing)]
    assert found.with_framing(b"{}", both) == framing + b"{}"
    assert found.with_framing("{}", both) == framing + b"{}"
    assert found.with_framing(None, both) is None
    for name, content in (
        (KEY_HEADER, framing),
        (VALUE_HEADER, None),
        (VALUE_HEADER, b""),
        (VALUE_HEADER, framing[:-1]),
        (VALUE_HEADER, b"\2" + framing[1:]),
        (VALUE_HEADER, b"\0\0\0\1"),
    ):
        assert found.with_framing(b"{}", [(name, content)]) == b"{}"
    assert found.with_framing(b"{}", [*both, (VALUE_HEADER, None)]) == b"{}"


def test_an_unknown_guid_waits_and_plain_json_needs_no_schema() -> None:
    found = decoder()
    payload, headers = fr.headed(fr.avro_status(FULL))
    with pytest.raises(UnknownSchemaError) as error:
        decode_tweet(found.with_framing(payload, headers), found)
    assert (error.value.schema_id, found.unknown) == (fr.guid_of(fr.AVRO_ID), 1)
    payload, headers = fr.headed(fr.json_status(FULL))
    value = found.with_framing(payload, headers)
    assert decode_tweet(value, found) == decode_tweet(payload)
    payload, headers = fr.headed(fr.camel_status(FULL))
    with pytest.raises(UnknownSchemaError):
        decode_tweet(found.with_framing(payload, headers), found)
    chosen = decoder({"text": "payload.text"})
    payload, headers = fr.headed(fr.json_status(FULL))
    with pytest.raises(UnknownSchemaError):
        decode_tweet(chosen.with_framing(payload, headers), chosen)


@pytest.mark.parametrize("number", fr.SCHEMAS)
def test_a_schema_of_a_guid_survives_a_recording(number: int) -> None:
    schema = fr.by_guid(number)
    assert recorded_schema(schema_record(schema, 5).value) == schema
    numbered = schema_record(fr.SCHEMAS[number], 5)
    record = schema_record(schema, 5)
    assert (record.partition, record.offset) != (numbered.partition, numbered.offset)


def test_a_bare_file_takes_payloads_whatever_their_headers_say(tmp_path: Path) -> None:
    path = tmp_path / "tweet.json"
    path.write_text("{}")
    found = ValueSchemas(local_schema(path, bare=True)).decoder()
    assert found is not None
    payload, headers = fr.headed(fr.json_status(FULL))
    assert decode_tweet(found.with_framing(payload, headers), found) == decode_tweet(payload)

"""Byte-order marks, other encodings, halves of surrogate pairs: what becomes of them."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.records.envelope import line_value, read_line
from mwk_desktop.records.record_types import DecodeError, Tweet
from mwk_desktop.records.tweet_decoding import decode_tweet, decode_tweets, well_formed

MARK = b"\xef\xbb\xbf"
LONE = re.compile("[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]")
any_text = st.text(st.characters(exclude_categories=()), max_size=12)
surrogates = st.text(st.sampled_from("a\ud83e\udd41\ud800\udfff🥁"), max_size=8)


def status(text: str = "drum", user: str = "ada", **more: Any) -> bytes:
    fields = {"Text": text, "User": {"ScreenName": user, **more}}
    return json.dumps(fields).encode()  # json writes surrogates as escapes


def reason(value: bytes | str) -> str:
    with pytest.raises(DecodeError) as caught:
        decode_tweet(value)
    return str(caught.value)


# -- byte-order mark ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    [
        status(),
        status("é", "zoé"),
        json.dumps({"schema": None, "payload": json.loads(status())}).encode(),
        json.dumps({"schema": 1, "payload": status().decode()}).encode(),
        b'{"Id":"odd",' + status()[1:],
    ],
)
def test_a_byte_order_mark_changes_nothing(value: bytes) -> None:
    plain = decode_tweet(value)
    assert decode_tweet(MARK + value) == plain
    assert decode_tweet((MARK + value).decode()) == plain
    assert decode_tweets([MARK + value, value]) == ([plain, plain], [])


def test_a_mark_inside_a_string_converter() -> None:
    value = json.dumps({"schema": 1, "payload": "\ufeff" + status().decode()})
    assert decode_tweet(value).text == "drum"


def test_a_mark_in_kcats_line() -> None:
    payload = "\ufeff" + status().decode()
    line = read_line(json.dumps({"topic": "t", "payload": payload}, ensure_ascii=False).encode())
    assert line is not None
    assert decode_tweet(line_value(line)).text == "drum"


@settings(deadline=None)
@given(st.binary(max_size=40) | any_text.map(lambda text: json.dumps(text).encode()))
def test_what_is_no_tweet_is_none_behind_a_mark(value: bytes) -> None:
    assert decode_tweets([value])[0] == [None]
    assert decode_tweets([MARK + value])[0] == [None]


# -- other encodings ----------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("value", [status(), b"[1]", b' \n{"Text": "pad"}', b'"text"'])
def test_utf_16_is_called_by_its_name(encoding: str, value: bytes) -> None:
    other = value.decode().encode(encoding)
    assert reason(other) == "UTF-16 text, not UTF-8"
    assert reason(other.decode("utf-8", "surrogateescape")) == "UTF-16 text, not UTF-8"


@pytest.mark.parametrize("encoding", ["utf-32", "utf-32-le", "utf-32-be"])
def test_utf_32_is_called_by_its_name(encoding: str) -> None:
    other = status().decode().encode(encoding)
    assert reason(other) == "UTF-32 text, not UTF-8"
    assert reason(other[:-3]) == "UTF-32 text, not UTF-8"  # torn


def test_a_big_endian_mark() -> None:
    assert reason(b"\xfe\xff" + status().decode().encode("utf-16-be")) == "UTF-16 text, not UTF-8"
    assert reason(b"\0\0\xfe\xff" + status().decode().encode("utf-32-be")).startswith("UTF-32")


@pytest.mark.parametrize("value", [b"\0" * 64, b"\0{", b"x\0y\0", b"{\xff", b"{"])
def test_zeros_alone_are_no_encoding(value: bytes) -> None:
    assert reason(value) in ("not JSON", "not UTF-8")


def test_a_value_with_the_number_of_a_schema_is_called_framed() -> None:
    assert "framed by a Schema Registry" in reason(b"\0\0\0\0\x05{}")
    assert "framed by a Schema Registry" in reason(b"\0\0\0\x05{}")


# -- surrogates ---------------------------------------------------------------------------------


@given(any_text | surrogates)
def test_well_formed_text(text: str) -> None:
    right = well_formed(text)
    right.encode()  # is text
    assert well_formed(right) == right
    paired = text.encode("utf-16-le", "surrogatepass")
    assert len(right.encode("utf-16-le")) == len(paired)
    assert right.count("\ufffd") == text.count("\ufffd") + len(LONE.findall(text))
    if not LONE.search(text):
        assert right.encode("utf-16-le") == paired


@settings(deadline=None)
@given(surrogates | any_text, surrogates.filter(bool), surrogates)
def test_escapes_of_surrogates_never_cost_the_tweet(text: str, user: str, name: str) -> None:
    value = status(text, user, Name=name, ProfileImageURL=name)
    right = Tweet(
        None, well_formed(user), well_formed(name), well_formed(name), well_formed(text), None
    )
    assert decode_tweet(value) == right
    assert decode_tweet(value.decode()) == right
    assert decode_tweet(json.dumps({"schema": 1, "payload": json.loads(value)})) == right
    assert decode_tweet(json.dumps({"schema": 1, "payload": value.decode()})) == right


def test_a_message_that_was_cut_inside_an_emoji_is_a_vote() -> None:
    assert decode_tweet(rb'{"Text":"drum \ud83e","User":{"ScreenName":"a"}}').text == "drum \ufffd"
    assert (
        decode_tweet(rb'{"Text":"drum \ud83e\udd41","User":{"ScreenName":"a"}}').text == "drum 🥁"
    )


def test_surrogates_in_bytes_are_not_utf_8() -> None:
    assert reason(b'{"Text":"\xed\xa0\xbe","User":{"ScreenName":"a"}}') == "not UTF-8"

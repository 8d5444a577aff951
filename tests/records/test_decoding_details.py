"""Facts of decoding that programs and people rely on: ids, wrappings, the exact reasons."""

from __future__ import annotations

import json

import pytest

from mwk_desktop.records.record_types import DecodeError
from mwk_desktop.records.tweet_decoding import decode_tweet, decode_tweets
from tests.support import status


def reason_of(value: bytes | str | None) -> str:
    with pytest.raises(DecodeError) as caught:
        decode_tweet(value)
    return str(caught.value)


def test_a_batch_keeps_every_field() -> None:
    values = [json.dumps(status("drum", f"u{n}", id_=n, created_ms=n)).encode() for n in range(3)]
    tweets, reasons = decode_tweets(values)
    assert tweets == [decode_tweet(value) for value in values]
    assert [tweet.id for tweet in tweets if tweet is not None] == [0, 1, 2]
    assert reasons == []


def test_a_name_with_broken_bytes_is_no_name() -> None:
    value = b'{"Text":"drum","User":{"ScreenName":"monty","Name":"M\xff"}}'
    tweet = decode_tweet(value)
    assert (tweet.screen_name, tweet.name) == ("monty", "")


def test_without_a_name_it_says_so_on_the_patient_path_too() -> None:
    for user in ({}, {"ScreenName": ""}, {"ScreenName": 3}, 5, None):
        value = json.dumps({"Text": "drum", "Retweet": "odd", "User": user})
        assert reason_of(value) == "no User.ScreenName"
        assert reason_of(json.dumps({"schema": 1, "payload": json.loads(value)})) == (
            "no User.ScreenName"
        )
    assert reason_of('{"schema": {}, "payload": {"User": {"ScreenName": "a"}}}') == "no Text"
    assert reason_of('{"schema": {}, "payload": {}}') == "no Text"


def test_a_payload_that_is_text_may_begin_with_a_mark() -> None:
    inner = json.dumps(status("drum", "monty", id_=7))
    for mark in ("", "\ufeff"):
        tweet = decode_tweet(json.dumps({"schema": {}, "payload": mark + inner}))
        assert (tweet.id, tweet.screen_name) == (7, "monty")


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("utf-32-le", "UTF-32"),
        ("utf-32-be", "UTF-32"),
    ],
)
def test_another_encoding_is_called_by_its_name(encoding: str, name: str) -> None:
    assert reason_of('{"Text":"x"}'.encode(encoding)) == f"{name} text, not UTF-8"


def test_reasons_are_these_words() -> None:
    """They are shown to people, translated by exactly these keys."""
    assert reason_of(None) == "a tombstone, no value"
    assert reason_of(b"x") == "not JSON"
    assert reason_of(b"\xff") == "not UTF-8"
    assert reason_of(b"[]") == "not a JSON object"
    assert reason_of(b"{}") == "no Text"
    assert reason_of(b'{"Text":"x"}') == "no User.ScreenName"
    assert (
        reason_of(b'{"schema":1,"payload":3}')
        == "a Connect envelope whose payload is not an object"
    )
    assert reason_of(b"[" * 100_000) == "JSON nested too deeply"


@pytest.mark.parametrize(
    "no_tweet",
    [None, b"x", b"{}", b'{"Text":"x"}', b'{"Text":"x","User":{}}', b'{"User":{"ScreenName":"a"}}'],
)
def test_what_is_no_tweet_is_told_of_in_a_batch_as_alone(no_tweet: bytes | None) -> None:
    good = json.dumps(status("drum", "monty")).encode()
    tweets, reasons = decode_tweets([good, no_tweet, good])
    assert tweets == [decode_tweet(good), None, decode_tweet(good)]
    assert [(n, str(reason)) for n, reason in reasons] == [(1, reason_of(no_tweet))]


@pytest.mark.parametrize("number", [2**63 - 1, -(2**63 - 1)])
def test_the_largest_numbers_are_read_on_both_paths(number: int) -> None:
    value = status("drum", id_=number, created_ms=number)
    patient = {**value, "Retweet": "a wrong type"}
    for one in (value, patient):
        tweet = decode_tweet(json.dumps(one))
        assert (tweet.id, tweet.created_at_ms) == (number, number)


@pytest.mark.parametrize("number", [2**63, -(2**63), 10**19, -(10**19), 10**25])
def test_what_64_bits_do_not_hold_is_missing(number: int) -> None:
    tweet = decode_tweet(json.dumps(status("drum", id_=number, created_ms=number)))
    assert (tweet.id, tweet.created_at_ms) == (None, None)


@pytest.mark.parametrize("half", [0xD83D, 0xDCA5])
def test_another_encoding_is_named_also_where_it_is_broken(half: int) -> None:
    value = f'{{"{chr(half)}":1}}'
    for encoding in ("utf-16-le", "utf-16-be"):
        assert reason_of(value.encode(encoding, "surrogatepass")) == "UTF-16 text, not UTF-8"


@pytest.mark.parametrize("blanks", [" ", "\t", "\r\n", "\n \n"])
@pytest.mark.parametrize("begin", ['{"Text":1}', "[1, 2, 3]", '"text"'])
def test_another_encoding_is_named_behind_blanks(blanks: str, begin: str) -> None:
    value = (blanks + begin).encode("utf-16-le")
    assert reason_of(value) == "UTF-16 text, not UTF-8"


def test_zeros_that_begin_no_json_are_no_encoding() -> None:
    assert reason_of(b"d\0r\0u\0m\0") == "not JSON"
    assert reason_of(bytes(16)) == "not JSON"

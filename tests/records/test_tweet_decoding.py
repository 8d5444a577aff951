"""A tweet has a string Text and a non-empty User.ScreenName; nothing else can break it."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.records.record_types import DecodeError, Tweet
from mwk_desktop.records.tweet_decoding import (
    MOST_REASONS,
    _decode_leniently,
    decode_tweet,
    decode_tweets,
    event_time_ms,
)
from mwk_desktop.units import EARLIEST_EVENT_MS

FULL = {
    "CreatedAt": 1523450010123,
    "Id": 983000000000000001,
    "Text": "plus de batterie #mwk",
    "User": {
        "Id": 7,
        "Name": "Zoé",
        "ScreenName": "zoe",
        "ProfileImageURL": "https://pictures.invalid/zoe.png",
    },
    "Retweet": True,
    "HashtagEntities": [{"Text": "mwk"}],
}


def status(**changes: Any) -> dict[str, Any]:
    value: dict[str, Any] = {"Text": "drum", "User": {"ScreenName": "ada"}}
    value.update(changes)
    return value


def coded(value: object) -> bytes:
    return json.dumps(value).encode()


def test_everything_of_a_full_status() -> None:
    expected = Tweet(
        id=983000000000000001,
        screen_name="zoe",
        name="Zoé",
        image_url="https://pictures.invalid/zoe.png",
        text="plus de batterie #mwk",
        created_at_ms=1523450010123,
        retweet=True,
    )
    assert decode_tweet(coded(FULL)) == expected
    assert decode_tweet(json.dumps(FULL, ensure_ascii=False)) == expected


@pytest.mark.parametrize("schema", [None, {"type": "struct", "fields": []}, "x"])
@pytest.mark.parametrize("as_text", [False, True])
def test_connect_envelope(schema: object, as_text: bool) -> None:
    payload = json.dumps(FULL) if as_text else FULL
    assert decode_tweet(coded({"schema": schema, "payload": payload})) == decode_tweet(coded(FULL))
    assert decode_tweet(coded({"payload": payload, "schema": schema})) == decode_tweet(coded(FULL))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"Id": "12"}, {"id": None}),
        ({"Id": True}, {"id": None}),
        ({"Id": 1.0}, {"id": None}),
        ({"Id": 2**63}, {"id": None}),
        ({"Id": 10**4999}, {"id": None}),
        ({"Id": [1]}, {"id": None}),
        ({"Id": 0}, {"id": 0}),
        ({"Id": -1}, {"id": -1}),
        ({"CreatedAt": 1.52345001e12}, {"created_at_ms": 1523450010000}),
        ({"CreatedAt": 1.5}, {"created_at_ms": None}),
        ({"CreatedAt": 1e300}, {"created_at_ms": None}),
        ({"CreatedAt": float("nan")}, {"created_at_ms": None}),
        ({"CreatedAt": float("inf")}, {"created_at_ms": None}),
        ({"CreatedAt": "Wed Apr 18 12:00:00 +0000 2018"}, {"created_at_ms": None}),
        ({"CreatedAt": None}, {"created_at_ms": None}),
        ({"Retweet": 1}, {"retweet": False}),
        ({"Retweet": None}, {"retweet": False}),
        ({"Retweet": "true"}, {"retweet": False}),
        ({"User": {"ScreenName": "ada", "Name": None}}, {"name": ""}),
        ({"User": {"ScreenName": "ada", "Name": 5}}, {"name": ""}),
        ({"User": {"ScreenName": "ada", "ProfileImageURL": {}}}, {"image_url": ""}),
        ({"User": {"ScreenName": "ada", "Name": "\ud800"}}, {"name": "\ufffd"}),
        ({"Text": ""}, {"text": ""}),
        ({"Place": float("nan")}, {}),
        ({"payload": 3, "schema": 4}, {}),
    ],
)
def test_odd_optional_fields_count_as_missing(
    changes: dict[str, Any], expected: dict[str, Any]
) -> None:
    # Written by hand, because Python refuses to write (and read) thousands of digits.
    huge = changes.get("Id") == 10**4999
    value = coded(status(**({"Id": 424242} if huge else changes)))
    if huge:
        value = value.replace(b"424242", b"1" + b"0" * 4999)
    tweet = decode_tweet(value)
    whole = {"text": "drum", "screen_name": "ada", **expected}
    assert {name: getattr(tweet, name) for name in whole} == whole


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (None, "tombstone"),
        (b"", "not JSON"),
        (b"\xff\xfe", "not UTF-8"),
        ("caf\udce9", "not UTF-8"),
        (b'{"Text":"caf\xe9","User":{"ScreenName":"a"}}', "not UTF-8"),
        (b'{"Text":"x","User":{"ScreenName":"\xff"}}', "not UTF-8"),
        (b'{"Text":"\xed\xa0\x80","User":{"ScreenName":"a"}}', "not UTF-8"),
        (b"\xef\xbb\xbf{}", "no Text"),
        (b"\xef\xbb\xbf\xef\xbb\xbf{}", "not JSON"),
        (b"\xef\xbb\xbf", "not JSON"),
        ('{"Text":"x","User":{"ScreenName":"a"}}'.encode("utf-16"), "not UTF-8"),
        (b'{"Text":"x"', "not JSON"),
        (b"[]", "not a JSON object"),
        (b"3", "not a JSON object"),
        (b"null", "not a JSON object"),
        (b"{}", "no Text"),
        (b'{"Text":null,"User":{"ScreenName":"a"}}', "no Text"),
        (b'{"Text":3,"User":{"ScreenName":"a"}}', "no Text"),
        (b'{"Text":"x"}', "no User.ScreenName"),
        (b'{"Text":"x","User":null}', "no User.ScreenName"),
        (b'{"Text":"x","User":"a"}', "no User.ScreenName"),
        (b'{"Text":"x","User":{}}', "no User.ScreenName"),
        (b'{"Text":"x","User":{"ScreenName":""}}', "no User.ScreenName"),
        (b'{"Text":"x","User":{"ScreenName":3}}', "no User.ScreenName"),
        (b'{"schema":1,"payload":null}', "Connect"),
        (b'{"schema":1,"payload":"x"}', "not JSON"),
        (b'{"schema":1,"payload":{}}', "no Text"),
        (b'{"payload":{"Text":"x","User":{"ScreenName":"a"}}}', "no Text"),
        (b"[" * 100_000, "nested"),
        (b'{"schema":{},"payload":' + b"[" * 100_000, "nested"),
        (b'{"a":' * 100_000, "nested"),
    ],
)
def test_what_is_no_tweet(value: bytes | str | None, reason: str) -> None:
    with pytest.raises(DecodeError, match=reason):
        decode_tweet(value)


def test_ten_megabytes_of_garbage() -> None:
    for value in (b"\x00" * 10_000_000, b"9" * 10_000_000, b'"' + b"x" * 10_000_000):
        with pytest.raises(DecodeError):
            decode_tweet(value)


any_json = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(exclude_categories=()), max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["Text", "User", "ScreenName", "Name", "Id", "schema", "payload"]),
            inner,
        )
    ),
    max_leaves=8,
)
near_statuses = st.fixed_dictionaries(
    {
        "Text": st.text(max_size=8),
        "User": st.fixed_dictionaries({"ScreenName": st.text(max_size=3)}),
    },
    optional=dict.fromkeys(("Id", "CreatedAt", "Retweet", "schema", "payload"), any_json),
)


def outcome(decode: Any, value: bytes | str) -> Tweet | str:
    try:
        tweet = decode(value)
    except DecodeError:
        return "no tweet"
    assert isinstance(tweet, Tweet)
    return tweet


@settings(deadline=None)
@given(near_statuses | any_json)
def test_the_fast_path_reads_what_the_patient_one_reads(value: object) -> None:
    data = coded(value)
    assert outcome(decode_tweet, data) == outcome(_decode_leniently, data)
    wrapped = coded({"schema": {"type": "struct"}, "payload": value})
    assert outcome(decode_tweet, wrapped) == outcome(_decode_leniently, wrapped)


broken_texts = st.lists(st.binary(max_size=3) | st.text(max_size=3).map(str.encode), max_size=4)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_a_tweet_or_a_decode_error(value: bytes) -> None:
    # Live they come as bytes, from kcat's raw lines as text: one and the same tweet.
    text = value.decode("utf-8", "surrogateescape")
    assert outcome(decode_tweet, value) == outcome(decode_tweet, text)


@settings(deadline=None)
@given(broken_texts.map(b"".join), st.sampled_from([b"Text", b"Name", b"ScreenName", b"Else"]))
def test_broken_bytes_anywhere_in_a_status(broken: bytes, where: bytes) -> None:
    fields = {b"Text": b"drum", b"Name": b"Ada", b"ScreenName": b"ada", b"Else": b""}
    fields[where] = broken.translate(None, b'"\\')
    value = (
        b'{"Text":"%(Text)b","Else":"%(Else)b","User":{"ScreenName":"%(ScreenName)b",'
        b'"Name":"%(Name)b"}}' % fields
    )
    text = value.decode("utf-8", "surrogateescape")
    patient = outcome(_decode_leniently, value)
    assert outcome(decode_tweet, value) == outcome(decode_tweet, text) == patient
    if where in (b"Name", b"Else"):
        assert isinstance(patient, Tweet)
        assert patient.text == "drum"


@settings(deadline=None)
@given(near_statuses, st.data())
def test_torn_statuses(value: object, data: st.DataObject) -> None:
    whole = coded(value)
    outcome(decode_tweet, whole[: data.draw(st.integers(0, len(whole)))])


@settings(deadline=None)
@given(st.lists(st.none() | near_statuses.map(coded) | st.binary(max_size=20), max_size=30))
def test_many_at_once_are_as_one_by_one(values: list[bytes | None]) -> None:
    tweets, reasons = decode_tweets(values)
    expected: list[Tweet | None] = []
    expected_reasons = []
    for index, value in enumerate(values):
        try:
            expected.append(decode_tweet(value))
        except DecodeError as error:
            expected.append(None)
            expected_reasons.append((index, error.reason))
    assert tweets == expected
    assert reasons == expected_reasons[:MOST_REASONS]


NOW_MS = 1_523_450_010_000


@pytest.mark.parametrize(
    ("timestamp_ms", "created_at_ms", "arrival_ms", "expected"),
    [
        (NOW_MS, NOW_MS - 5, -1, NOW_MS),
        (NOW_MS, None, NOW_MS + 3, NOW_MS),
        (EARLIEST_EVENT_MS, NOW_MS, -1, EARLIEST_EVENT_MS),
        (EARLIEST_EVENT_MS - 1, NOW_MS, -1, NOW_MS),
        (NOW_MS // 1000, NOW_MS, -1, NOW_MS),  # the original's loader wrote seconds
        (-1, NOW_MS, NOW_MS + 3, NOW_MS),
        (-1, NOW_MS // 1000, NOW_MS + 3, NOW_MS + 3),
        (-1, None, NOW_MS + 3, NOW_MS + 3),
        (-1, None, -1, None),
        (0, 0, -1, None),
        # What has arrived is not from the future.
        (NOW_MS + 10, None, NOW_MS, NOW_MS),
        (-1, NOW_MS + 10, NOW_MS, NOW_MS),
        (NOW_MS, None, 0, 0),
        (4_070_908_800_000, None, -1, 4_070_908_800_000),
    ],
)
def test_event_time(
    timestamp_ms: int, created_at_ms: int | None, arrival_ms: int, expected: int | None
) -> None:
    assert event_time_ms(timestamp_ms, created_at_ms, arrival_ms) == expected


def test_structs_are_not_tracked_by_the_collector() -> None:
    # A collector that walks 100,000 tweets stops the show for a quarter of a second.
    assert not msgspec.structs.fields(Tweet) or Tweet.__struct_config__.gc is False

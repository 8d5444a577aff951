"""Lines that people, jq and kcat's options leave behind, and what kcat really wrote."""

from __future__ import annotations

import json
from base64 import b64decode
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.records.envelope import line_record, line_value, read_line, read_lines
from mwk_desktop.records.record_types import Record
from mwk_desktop.records.recording_writer import read_recording
from mwk_desktop.records.tweet_decoding import decode_tweet

KCAT = Path(__file__).parents[1] / "fixtures" / "kcat"


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"{}",
        b'{"topic":null}',
        b'{"topic":3,"partition":0,"offset":0}',
        b'{"topic":"t","partition":"0","offset":0}',
        b'{"topic":"t","partition":0,"offset":1.5}',
        b'{"topic":"t","partition":4294967296,"offset":0}',
        b'{"topic":"t","partition":0,"offset":99999999999999999999}',
        b"[" * 100_000,
        b'{"topic":"t","x":' * 5000,
        b"\x00\xff",
    ],
)
def test_unreadable(line: bytes) -> None:
    assert read_line(line) is None


def test_odd_fields_of_a_readable_line() -> None:
    line = read_line(
        b'{"topic":"t","partition":1,"offset":2,"tstype":7,"ts":null,"key":{"Id":1},'
        b'"payload":{"Text":"drum","User":{"ScreenName":"a"}},"headers":["k"],"arrival_ms":"x"}'
    )
    assert line is not None
    assert line_record(line) == Record(
        "t", 1, 2, -1, b'{"Id": 1}', b'{"Text": "drum", "User": {"ScreenName": "a"}}'
    )
    value = line_value(line)
    assert decode_tweet(value).text == "drum"


def test_broken_base64_is_no_tombstone() -> None:
    line = read_line(b'{"topic":"t","payload_b64":"%%%","key_b64":"/w=="}')
    assert line is not None
    assert line_value(line) == b""
    assert line_record(line).value == b""
    assert line_record(line).key == b"\xff"


def test_raw_bytes_as_kcat_writes_them() -> None:
    line = read_line(b'{"topic":"t","partition":0,"offset":0,"ts":1,"payload":"caf\xe9\xff"}')
    assert line is not None
    assert line_record(line).value == b"caf\xe9\xff"


@settings(deadline=None)
@given(st.binary(max_size=120))
def test_any_bytes_are_a_line_or_none(data: bytes) -> None:
    for line in read_lines(data + b"\n"):
        if line is not None:
            line_value(line)
    read_line(b'{"topic":"t","payload":"' + data + b'"}')


@pytest.mark.parametrize("name", ["crowd", "bytes", "seconds"])
def test_what_kcat_wrote_is_what_was_produced(name: str) -> None:
    def raw(text: str | None) -> bytes | None:
        return None if text is None else b64decode(text)

    expected = []
    for line in (KCAT / f"{name}.expected.jsonl").read_text().splitlines():
        entry = json.loads(line)
        expected.append(
            Record(
                entry["topic"],
                entry["partition"],
                entry["offset"],
                entry["timestamp_ms"],
                raw(entry["key"]),
                raw(entry["value"]),
                tuple((header, raw(value)) for header, value in entry["headers"]),
            )
        )
    expected.sort(key=lambda record: (record.partition, record.offset))
    read = sorted(
        read_recording(KCAT / f"{name}.jsonl"), key=lambda record: (record.partition, record.offset)
    )
    assert read == expected

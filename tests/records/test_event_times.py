"""Which numbers are times, for a record's timestamp and for CreatedAt, and how kcat calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.records.envelope import encode_lines, line_record, out_line, read_line
from mwk_desktop.records.record_types import Record
from mwk_desktop.records.recording_writer import RecordingWriter, read_recording
from mwk_desktop.records.tweet_decoding import are_event_times, event_time_ms
from mwk_desktop.units import EARLIEST_EVENT_MS, LATEST_EVENT_MS

NOW_MS = 1_523_450_010_123
NO_TIMES = [
    pytest.param(-NOW_MS, id="negative"),
    pytest.param(-1, id="missing"),
    pytest.param(0, id="zero"),
    pytest.param(NOW_MS // 1_000, id="seconds"),
    pytest.param(NOW_MS * 1_000, id="microseconds"),
    pytest.param(NOW_MS * 1_000_000, id="nanoseconds"),
    pytest.param(EARLIEST_EVENT_MS - 1, id="2005"),
    pytest.param(LATEST_EVENT_MS + 1, id="2100"),
    pytest.param(2**63 - 1, id="largest"),
]


@pytest.mark.parametrize("no_time_ms", NO_TIMES)
def test_what_is_no_time_falls_back(no_time_ms: int) -> None:
    assert event_time_ms(no_time_ms, NOW_MS, -1) == NOW_MS
    assert event_time_ms(no_time_ms, NOW_MS, NOW_MS + 5) == NOW_MS
    assert event_time_ms(no_time_ms, no_time_ms, NOW_MS + 5) == NOW_MS + 5
    assert event_time_ms(no_time_ms, None, NOW_MS + 5) == NOW_MS + 5
    assert event_time_ms(no_time_ms, no_time_ms, -1) is None
    assert event_time_ms(no_time_ms, no_time_ms, LATEST_EVENT_MS + 1) is None
    assert event_time_ms(NOW_MS, no_time_ms, -1) == NOW_MS


@pytest.mark.parametrize("time_ms", [EARLIEST_EVENT_MS, NOW_MS, LATEST_EVENT_MS])
def test_milliseconds(time_ms: int) -> None:
    assert event_time_ms(time_ms, None, -1) == event_time_ms(-1, time_ms, -1) == time_ms
    assert event_time_ms(-1, None, time_ms) == time_ms


@given(st.integers(EARLIEST_EVENT_MS, LATEST_EVENT_MS), st.integers(0, 999_999))
def test_the_magnitude_tells_the_unit(time_ms: int, rest: int) -> None:
    assert are_event_times([time_ms])
    assert not are_event_times([time_ms // 1_000])
    assert not are_event_times([time_ms * 1_000 + rest % 1_000])
    assert not are_event_times([time_ms * 1_000_000 + rest])


@given(st.integers(), st.none() | st.integers(), st.integers(-1, NOW_MS * 10**6))
def test_an_event_time_is_sane_or_the_arrival(
    timestamp_ms: int, created_ms: int | None, arrival_ms: int
) -> None:
    event_ms = event_time_ms(timestamp_ms, created_ms, arrival_ms)
    known = 0 <= arrival_ms <= LATEST_EVENT_MS
    assert event_ms is None or event_ms <= LATEST_EVENT_MS
    assert event_ms is not None or not known
    if event_ms is not None and known:
        assert event_ms <= arrival_ms


@pytest.mark.parametrize("suffix", ["jsonl", "jsonl.gz", "jsonl.zst"])
def test_the_brokers_time_stays_the_brokers_in_every_format(tmp_path: Path, suffix: str) -> None:
    records = [
        Record("t", 0, 0, NOW_MS, None, b"{}", log_append=True),
        Record("t", 0, 1, NOW_MS, None, b"{}"),
        Record("t", 0, 2, -1, None, b"\xff", (("h", b"\xff"),), NOW_MS),
    ]
    path = tmp_path / f"show.{suffix}"
    with RecordingWriter(path) as writer:
        writer.write_all(records)
    assert list(read_recording(path)) == records


def test_kcats_words_for_a_time() -> None:
    record = Record("t", 0, 0, NOW_MS, None, b"{}", log_append=True)
    data = encode_lines([out_line(record), out_line(Record("t", 0, 1, NOW_MS, None, None))])
    assert [json.loads(line)["tstype"] for line in data.splitlines()] == ["logappend", "create"]
    line = read_line(b'{"topic":"t","tstype":"logappend","ts":5}')
    assert line is not None
    assert line_record(line) == Record("t", -1, -1, 5, None, None, log_append=True)

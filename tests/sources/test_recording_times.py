"""Times that are none: a replay, a show and a source say the same of them."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from confluent_kafka import TIMESTAMP_CREATE_TIME, TIMESTAMP_LOG_APPEND_TIME, Message

from mwk_desktop.kafka.message_decoding import decode_messages
from mwk_desktop.records.batch import Batch, Delivery
from mwk_desktop.records.tweet_decoding import event_time_ms
from mwk_desktop.sources.recording_source import RecordingSource
from mwk_desktop.units import LATEST_EVENT_MS
from tests.sources.recorded import T0_MS, events, line, payload, save

CASES = Path(__file__).parents[1] / "fixtures" / "cases"
TIMES_MS = (
    -T0_MS,
    -1,
    0,
    T0_MS // 1000,
    T0_MS,
    T0_MS * 1000,
    T0_MS * 1_000_000,
    LATEST_EVENT_MS + 1,
)
ARRIVAL_MS = T0_MS + 7


def lines(arrival_ms: int) -> list[str]:
    """Every pair of timestamp and CreatedAt, between two records of a plain time."""
    more = {} if arrival_ms < 0 else {"arrival_ms": arrival_ms}
    pairs = itertools.product(TIMES_MS, (None, *TIMES_MS))
    odd = [
        line(0, number, ts, payload("drum", number, created_ms), **more)
        for number, (ts, created_ms) in enumerate(pairs, 1)
    ]
    plain = line(0, 0, T0_MS, payload("drum", 0), **more)
    return [plain, *odd]


def expected(arrival_ms: int) -> list[int]:
    times = [T0_MS]
    for ts, created_ms in itertools.product(TIMES_MS, (None, *TIMES_MS)):
        event_ms = event_time_ms(ts, created_ms, arrival_ms)
        times.append(T0_MS if event_ms is None else event_ms)
    return times


@pytest.mark.parametrize("arrival_ms", [-1, ARRIVAL_MS, T0_MS * 1000])
def test_replayed(tmp_path: Path, arrival_ms: int) -> None:
    source = RecordingSource(save(tmp_path, lines(arrival_ms)))
    plan = source.prepare()
    assert sorted(events(source)) == sorted(expected(arrival_ms))
    assert plan.first_event_ms == T0_MS
    assert plan.last_event_ms in (T0_MS, ARRIVAL_MS)
    # An arrival that is no time is none: by event time, then.
    assert plan.order == ("arrival" if arrival_ms == ARRIVAL_MS else "event")
    source.close()


def test_live() -> None:
    messages = [
        Message(
            topic="twitter_json",
            partition=0,
            offset=number,
            value=payload("drum", number, created_ms).encode(),
            timestamp=(TIMESTAMP_CREATE_TIME, ts),
        )
        for number, (ts, created_ms) in enumerate(itertools.product(TIMES_MS, (None, *TIMES_MS)))
    ]
    delivery = Delivery(Batch())
    decode_messages(delivery, messages, ARRIVAL_MS, keep_records=False)
    assert delivery.batch.events_ms == expected(ARRIVAL_MS)[1:]


def test_one_record_in_microseconds_does_not_make_a_recording_centuries_long() -> None:
    source = RecordingSource(CASES / "timeline-microseconds.jsonl")
    plan = source.prepare()
    assert plan.first_event_ms is not None
    assert plan.last_event_ms is not None
    assert plan.last_event_ms - plan.first_event_ms < 60_000
    assert max(events(source)) == plan.last_event_ms
    source.close()


def test_the_brokers_time_is_kept_as_such() -> None:
    kinds = (TIMESTAMP_CREATE_TIME, TIMESTAMP_LOG_APPEND_TIME)
    messages = [
        Message(topic="t", partition=0, offset=n, value=b"{}", timestamp=(kind, T0_MS))
        for n, kind in enumerate(kinds)
    ]
    delivery = Delivery(Batch())
    decode_messages(delivery, messages, ARRIVAL_MS, keep_records=True)
    assert [record.log_append for record in delivery.batch.records] == [False, True]

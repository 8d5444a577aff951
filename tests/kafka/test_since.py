"""``--since``: the latest such moment in the past, in every zone and every night."""

from __future__ import annotations

import time
import zoneinfo
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.kafka.since import BEGINNING, NOW, Since, SinceError, parse_since
from tests.support import examples

PARIS = ZoneInfo("Europe/Paris")
NOW_MS = int(datetime(2026, 4, 11, 20, 30, tzinfo=PARIS).timestamp() * 1000)
MINUTE_MS = 60_000

ZONES = st.sampled_from(sorted(zoneinfo.available_timezones())).map(ZoneInfo)
MOMENTS_MS = st.integers(
    int(datetime(2000, 1, 1, tzinfo=UTC).timestamp()),
    int(datetime(2037, 1, 1, tzinfo=UTC).timestamp()),
).map(lambda seconds: seconds * 1000)


def instant_ms(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("beginning", BEGINNING),
        ("now", NOW),
        ("1523450010000", Since(1_523_450_010_000)),
        ("2018-04-11T12:33:30+00:00", Since(1_523_450_010_000)),
        ("2018-04-11T12:33:30Z", Since(1_523_450_010_000)),
        ("2018-04-11T14:33:30", Since(1_523_450_010_000)),
        ("1970-01-01T00:00Z", Since(0)),
        ("20:15", Since(NOW_MS - 15 * MINUTE_MS)),
        ("20:29:59", Since(NOW_MS - 1000)),
        ("20:30", Since(NOW_MS)),
        ("20:31", Since(NOW_MS + MINUTE_MS - 24 * 60 * MINUTE_MS)),
    ],
)
def test_a_time(text: str, since: Since) -> None:
    found = parse_since(text, NOW_MS, PARIS)
    assert found == since
    assert not found.note


@pytest.mark.parametrize("text", ["", "later", "25:00", "2018-13-01", "12", "1:2:3:4", "-5", "1-"])
def test_no_time(text: str) -> None:
    with pytest.raises(SinceError, match="is neither beginning, now, nor a time such as 20:15"):
        parse_since(text, NOW_MS, PARIS)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("1960-01-01", "'1960-01-01' is before 1970: no record is that old"),
        ("0001-01-01", "'0001-01-01' is before 1970: no record is that old"),
        ("1969-12-31T23:59:59Z", "'1969-12-31T23:59:59Z' is before 1970: no record is that old"),
        ("9" * 24, f"'{'9' * 24}' is in the future"),
        ("9999-12-31T23:59", "'9999-12-31T23:59' is in the future"),
        ("2026-04-11T20:31", "'2026-04-11T20:31' is in the future"),
        (
            "2026-03-29T02:30",
            "'2026-03-29T02:30': no clock here showed that, it was turned forward",
        ),
    ],
)
def test_out_of_range(text: str, problem: str) -> None:
    for zone in (PARIS, None) if "02:30" not in text else (PARIS,):
        with pytest.raises(SinceError) as caught:
            parse_since(text, NOW_MS, zone)
        assert str(caught.value) == problem


@pytest.mark.parametrize(
    ("now", "text", "right", "twice"),
    [
        # The clock goes from 03:00 summer time back to 02:00 at 01:00 UTC.
        ("2026-10-25T00:40", "02:15", "2026-10-25T00:15", True),
        ("2026-10-25T01:10", "02:15", "2026-10-25T00:15", True),  # the second is still to come
        ("2026-10-25T01:20", "02:15", "2026-10-25T01:15", True),
        ("2026-10-25T01:20", "02:30", "2026-10-25T00:30", True),
        ("2026-10-25T02:30", "02:15", "2026-10-25T01:15", True),
        ("2026-10-25T02:30", "23:30", "2026-10-24T21:30", False),
        ("2026-10-25T10:00", "12:00", "2026-10-24T10:00", False),
        ("2026-10-25T22:30", "01:00", "2026-10-24T23:00", False),
        # From 02:00 forward to 03:00 at 01:00 UTC: nobody saw a 02:30 that night.
        ("2027-03-28T01:10", "02:30", "2027-03-27T01:30", False),
        ("2027-03-28T01:10", "01:30", "2027-03-28T00:30", False),
        ("2027-03-28T01:10", "03:05", "2027-03-28T01:05", False),
        ("2027-03-28T12:10", "02:30", "2027-03-27T01:30", False),
        ("2027-03-28T22:10", "23:59", "2027-03-28T21:59", False),
        ("2027-03-29T00:10", "02:30", "2027-03-27T01:30", False),
    ],
)
def test_the_nights_of_a_clock_change(now: str, text: str, right: str, twice: bool) -> None:
    found = parse_since(text, instant_ms(now), PARIS)
    assert datetime.fromtimestamp(found.t_ms / 1000, UTC).strftime("%Y-%m-%dT%H:%M") == right
    assert bool(found.note) is twice


def test_which_of_two_hours_is_said() -> None:
    found = parse_since("02:15", instant_ms("2026-10-25T01:20"), PARIS)
    assert str(found.note) == (
        "02:15 came twice that night; the show begins at 2026-10-25 02:15:00 +0100."
    )
    dated = parse_since("2026-10-25T02:15", instant_ms("2026-10-25T01:10"), PARIS)
    assert str(dated.note).endswith("begins at 2026-10-25 02:15:00 +0200.")


@settings(deadline=None, max_examples=examples(150))
@given(ZONES, MOMENTS_MS, st.integers(0, 23), st.integers(0, 59))
def test_it_is_the_latest_moment_at_which_a_clock_showed_it(
    zone: ZoneInfo, now_ms: int, hour: int, minute: int
) -> None:
    found = parse_since(f"{hour}:{minute:02}", now_ms, zone)
    moment = datetime.fromtimestamp(now_ms // MINUTE_MS * 60, UTC)
    while (shown := moment.astimezone(zone)).hour != hour or shown.minute != minute:
        moment -= timedelta(minutes=1)
    assert found.t_ms == int(moment.timestamp() * 1000)


# Half-hour steps of summer time, zones of 30 and 45 minutes, a country that skipped a whole day.
@pytest.mark.parametrize(
    ("zone", "now", "text", "right"),
    [
        ("Australia/Lord_Howe", "2026-04-04T15:10", "01:45", "2026-04-04T14:45"),
        ("Australia/Lord_Howe", "2026-04-04T15:20", "01:45", "2026-04-04T15:15"),
        ("Australia/Lord_Howe", "2026-10-03T15:40", "02:15", "2026-10-02T15:45"),
        ("Asia/Kolkata", "2026-04-11T00:00", "05:29", "2026-04-10T23:59"),
        ("Asia/Kathmandu", "2026-04-11T00:00", "05:46", "2026-04-10T00:01"),
        # Friday the 30th did not take place: before Saturday came Thursday.
        ("Pacific/Apia", "2011-12-30T10:05", "00:10", "2011-12-29T10:10"),
        ("Pacific/Apia", "2011-12-30T10:05", "23:10", "2011-12-30T09:10"),
    ],
)
def test_odd_zones(zone: str, now: str, text: str, right: str) -> None:
    found = parse_since(text, instant_ms(now), ZoneInfo(zone))
    assert found.t_ms == instant_ms(right)


@pytest.fixture
def paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("paris")
def test_the_zone_of_the_system_is_the_default() -> None:
    now_ms = instant_ms("2026-10-25T01:20")
    for text in ("02:15", "02:30", "23:59", "2026-10-25T02:15"):
        found, right = parse_since(text, now_ms), parse_since(text, now_ms, PARIS)
        assert found == right
        assert str(found.note) == str(right.note)

"""Window arithmetic as a table: half-open, aligned to the epoch, also before it."""

from __future__ import annotations

import pytest

from mwk_desktop import window_times


@pytest.mark.parametrize(
    ("t_ms", "start_ms", "end_ms"),
    [
        (0, 0, 30_000),
        (1, 0, 30_000),
        (29_999, 0, 30_000),
        (30_000, 30_000, 60_000),
        (1_523_450_012_345, 1_523_450_010_000, 1_523_450_040_000),
        (-1, -30_000, 0),
        (-30_000, -30_000, 0),
        (-30_001, -60_000, -30_000),
    ],
)
def test_the_window_of_a_time(t_ms, start_ms, end_ms):
    assert window_times.window_start_ms(t_ms, 30_000) == start_ms
    assert window_times.window_end_ms(t_ms, 30_000) == end_ms


@pytest.mark.parametrize(
    ("until_ms", "closed_ms"),
    [(0, 0), (29_999, 0), (30_000, 30_000), (30_249, 30_000), (-1, -30_000)],
)
def test_what_is_closed(until_ms, closed_ms):
    assert window_times.closed_until_ms(until_ms, 30_000) == closed_ms


@pytest.mark.parametrize(
    ("t_ms", "into_ms", "number"),
    [(0, 0, 0), (29_999, 29_999, 0), (30_000, 0, 1), (-1, 29_999, -1), (-30_000, 0, -1)],
)
def test_place_and_number(t_ms, into_ms, number):
    assert window_times.into_window_ms(t_ms, 30_000) == into_ms
    assert window_times.window_number(t_ms, 30_000) == number


@pytest.mark.parametrize("window_ms", [0, -1])
def test_no_window_of_no_length(window_ms):
    with pytest.raises(ValueError, match="longer than 0 ms"):
        window_times.check_window_ms(window_ms)

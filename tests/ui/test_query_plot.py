"""Which columns are drawn, and where: without windows."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.plot_columns import PlotColumns, plot_columns
from mwk_desktop.show.workers_state import QueryState
from mwk_desktop.ui.query_plot import (
    LABEL_SHARE,
    PlottedColumns,
    axis,
    moment_s,
    spread,
    time_plot,
)

NUMBERS = ("BIGINT", "HUGEINT", "DOUBLE", "DECIMAL(18,3)", "UTINYINT")
TIMES = ("TIMESTAMP", "TIMESTAMP WITH TIME ZONE", "DATE", "TIME")


@pytest.mark.parametrize(
    ("columns", "types", "found"),
    [
        # The charts: the votes, not the place.
        (
            ("window_start", "place", "instrument", "votes"),
            ("TIMESTAMP", "BIGINT", "VARCHAR", "BIGINT"),
            PlotColumns(number=3, label=2, time=0, each=2),
        ),
        (("screen_name", "tweets"), ("VARCHAR", "BIGINT"), PlotColumns(1, 0, -1, 0)),
        (("moment", "tweets"), ("TIMESTAMP", "BIGINT"), PlotColumns(1, 0, 0, -1)),
        (("hour", "votes"), ("BIGINT", "HUGEINT"), PlotColumns(1, 0, 0, -1)),
        (("event_ms", "n"), ("BIGINT", "BIGINT"), PlotColumns(1, 0, 0, -1)),
        (
            ("window_start", "votes", "so_far"),
            ("TIMESTAMP", "HUGEINT", "HUGEINT"),
            PlotColumns(1, 0, 0, -1),
        ),
        # Numbers that only say which row it is draw nothing.
        (
            ("id", "screen_name", "partition", "offset"),
            ("BIGINT", "VARCHAR", "INTEGER", "BIGINT"),
            PlotColumns(-1, 1, -1, 1),
        ),
        (("place", "name"), ("BIGINT", "VARCHAR"), PlotColumns(-1, 1, -1, 1)),
        (("place", "votes"), ("BIGINT", "BIGINT"), PlotColumns(1, 0, -1, -1)),
        (("took_ms",), ("DOUBLE",), PlotColumns(0, -1, -1, -1)),
        (("text",), ("VARCHAR",), PlotColumns(-1, 0, -1, 0)),
        (("u", "l"), ("UNION(a INTEGER)", "BIGINT[]"), PlotColumns(-1, 0, -1, 0)),
        ((), (), PlotColumns()),
    ],
)
def test_the_column_that_makes_sense_is_drawn(
    columns: tuple[str, ...], types: tuple[str, ...], found: PlotColumns
) -> None:
    assert plot_columns(columns, types) == found


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("votes", "place", "id", "hour", "name", "window_start", "x")),
            st.sampled_from((*NUMBERS, *TIMES, "VARCHAR", "INTERVAL", "BIGINT[]")),
        ),
        max_size=6,
    )
)
def test_what_is_drawn_is_a_number_and_no_column_is_drawn_twice(
    columns: list[tuple[str, str]],
) -> None:
    names, types = [name for name, _ in columns], [kind for _, kind in columns]
    found = plot_columns(names, types)
    if found.number >= 0:
        assert types[found.number] in NUMBERS
        assert names[found.number] not in ("place", "id", "hour")
    else:
        assert not any(k in NUMBERS and n not in ("place", "id", "hour") for n, k in columns)
    if found.time >= 0:
        assert types[found.time] in TIMES or names[found.time] == "hour"
    if found.each >= 0:
        assert types[found.each] not in (*NUMBERS, *TIMES)
    used = [place for place in (found.number, found.time, found.each) if place >= 0]
    assert len(used) == len(set(used))


@given(st.lists(st.floats(0, 1), max_size=12))
def test_names_at_the_lines_ends_do_not_overlap(places: list[float]) -> None:
    moved = spread(places, LABEL_SHARE)
    assert all(0.0 <= place <= 1.0 for place in moved)
    ordered = sorted(moved)
    assert all(b - a >= LABEL_SHARE - 1e-9 for a, b in itertools.pairwise(ordered))
    for a, b in itertools.combinations(range(len(places)), 2):
        if places[a] < places[b]:
            assert moved[a] <= moved[b]


@given(st.floats(1e-6, 1e12) | st.floats(1e-290, 2e300))
def test_an_axis_is_round_and_reaches_the_top(most: float) -> None:
    step, steps = axis(most)
    assert 1 <= steps <= 4
    assert step * steps >= most * (1 - 1e-9)
    assert step * (steps - 1) < most


def test_times_are_read_as_the_answer_writes_them() -> None:
    day, later = moment_s("2018-04-18 20:30:00"), moment_s("2018-04-18 20:30:30.500")
    assert day is not None
    assert later is not None
    assert later - day == 30.5
    assert moment_s("20:30:00") == 73_800
    # As DuckDB writes a TIMESTAMP WITH TIME ZONE, on either side of Greenwich.
    assert moment_s("2018-04-18 22:30:00+02") == day
    assert moment_s("2018-04-18 16:30:00-04") == day
    assert moment_s("1523450010000") == 1_523_450_010_000
    assert [moment_s(text) for text in (None, "", "soon", "nan")] == [None] * 4


CHARTS = QueryState(
    columns=("window_start", "place", "instrument", "votes"),
    types=("TIMESTAMP", "BIGINT", "VARCHAR", "BIGINT"),
    rows=(
        ("2018-04-18 20:31:00", "1", "synth", "52"),
        ("2018-04-18 20:31:00", "2", "pad", "43"),
        ("2018-04-18 20:30:30", "1", "pad", "60"),
        ("2018-04-18 20:30:00", "1", "synth", "20"),
        ("2018-04-18 20:30:00", "2", "pad", None),
    ),
)


def test_lines_go_from_the_oldest_to_the_newest() -> None:
    plot = time_plot(CHARTS, PlottedColumns(0, 3, 2))
    synth, pad = plot["series"]
    assert (synth["name"], synth["value"], synth["instrument"]) == ("synth", "52", "synth")
    top = max(float(tick["text"]) for tick in plot["yTicks"])
    assert synth["points"] == [0.0, 20 / top, 1.0, 52 / top]
    assert pad["points"] == [0.5, 60 / top, 1.0, 43 / top]
    assert [tick["text"] for tick in plot["xTicks"]] == ["20:30", "20:30:30", "20:31"]
    assert plot["moments"][-1]["lines"] == ["synth 52", "pad 43"]
    assert plot["moments"][1]["lines"] == ["pad 60"]


cells = (
    st.sampled_from((None, "", "7", "-3", "1e9", "nan", "x", "2018-04-18 20:30:00", "20:31"))
    | st.sampled_from(("1.7e308", "-1.7e308", "5e-324", "-5e-324", "inf"))
    | st.floats().map(str)
)


@given(st.lists(st.tuples(cells, cells, cells), max_size=30), st.integers(-1, 2))
def test_any_answer_can_be_drawn(rows: list[tuple[str | None, ...]], each: int) -> None:
    query = QueryState(columns=("a", "b", "c"), types=("VARCHAR",) * 3, rows=tuple(rows))
    plot = time_plot(query, PlottedColumns(0, 1, each))
    for line in plot["series"]:
        assert all(-1e-9 <= place <= 1 + 1e-9 for place in line["points"])
        assert len(line["points"]) % 2 == 0
    assert len(plot["series"]) <= 8

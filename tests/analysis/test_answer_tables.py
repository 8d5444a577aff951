"""Answers as text: aligned, within the terminal, and nothing in it moves the cursor."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.analysis.ready_queries import READY_QUERIES, find_ready_query
from mwk_desktop.analysis.text_tables import (
    bars,
    is_number,
    plain,
    table,
    unique,
    value_text,
    width,
)
from mwk_desktop.terminal_text import safe


def test_a_table_is_aligned() -> None:
    lines = table(["instrument", "votes"], ["VARCHAR", "BIGINT"], [("drum", 12), ("pad", 3)])
    assert lines == [
        "instrument  votes",
        "----------  -----",
        "drum           12",
        "pad             3",
    ]


@given(st.lists(st.tuples(st.text(max_size=80), st.text(max_size=80)), max_size=5))
def test_no_text_breaks_the_table(rows: list[tuple[str, str]]) -> None:
    lines = table(["a", "b"], ["VARCHAR", "VARCHAR"], rows, cells=60)
    assert len(lines) == 2 + len(rows)
    for line in lines:
        assert line.replace("\u200d", "").isprintable()
        assert width(line) <= 60


def test_control_characters_are_written_out() -> None:
    assert safe("a\x1b[2Jb\nc\td\u202ee") == "a\\x1b[2Jb\\nc\\td\\u202ee"
    assert safe("é 🎵 漢") == "é 🎵 漢"


def test_values_for_people_and_for_programs() -> None:
    when = datetime(2018, 4, 11, 12, 33, 30, 123000)
    assert value_text(when) == "2018-04-11 12:33:30.123"
    assert value_text(datetime(2018, 4, 11, 12, 33, 30)) == "2018-04-11 12:33:30"
    assert [value_text(v) for v in (1.0, 2 / 3, 1e-9, 1e300, float("nan"))] == [
        "1.0", "0.6667", "1e-09", "1e+300", "nan",
    ]  # fmt: skip
    assert value_text(None) is None
    assert value_text(True) == "true"
    assert plain([1, (2.5, None), {"a": when}]) == [1, [2.5, None], {"a": value_text(when)}]
    assert plain(Decimal("12")) == 12
    assert plain(float("inf")) == "inf"


def test_types_of_numbers() -> None:
    kinds = ["BIGINT", "HUGEINT", "DOUBLE", "DECIMAL(18,3)", "UTINYINT"]
    assert all(is_number(kind) for kind in kinds)
    others = ["VARCHAR", "TIMESTAMP", "INTERVAL", "BIGINT[]", "STRUCT(a INTEGER)", "BOOLEAN"]
    assert not any(is_number(kind) for kind in others)


def test_bars() -> None:
    kinds = ["VARCHAR", "BIGINT"]
    lines = bars(["i", "n"], kinds, [("drum", 8), ("pad", 4), ("x", 0), ("y", None)], cells=30)
    assert [line.count("█") for line in lines] == [21, 10, 0, 0]
    assert all(width(line) <= 30 for line in lines)
    plain_lines = bars(["i", "n"], kinds, [("drum", 8)], cells=30, plain_text=True)
    assert plain_lines[0].isascii()
    # The votes of the charts, not their places.
    charts = ["place", "instrument", "votes"], ["BIGINT", "VARCHAR", "BIGINT"]
    lines = bars(*charts, [(1, "drum", 8), (2, "pad", 4)], cells=30)
    assert [line.count("\u2588") for line in lines] == [19, 9]
    with pytest.raises(ValueError, match="column of numbers"):
        bars(["i"], ["VARCHAR"], [("x",)])


def test_names_of_columns_are_made_unique() -> None:
    assert unique(["a", "a", "a_1", "b"]) == ["a", "a_1", "a_1_1", "b"]


def test_ready_queries_have_names_of_one_word() -> None:
    assert len({each.name for each in READY_QUERIES}) == len(READY_QUERIES)
    assert all(
        " " not in each.name and str(each.explanation).endswith(".") for each in READY_QUERIES
    )
    assert find_ready_query("melody") is not None
    assert find_ready_query("nothing") is None

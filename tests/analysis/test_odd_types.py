"""Texts and types that queries may hold: a sentence, or a value that says what it is."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.analysis.query_client import QueryClient
from mwk_desktop.analysis.query_errors import QueryError
from mwk_desktop.analysis.text_tables import plain, table, value_text
from tests.analysis.queries import rows
from tests.support import examples


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("SELECT 1 -- \udce9", 12),  # what a shell hands over for a byte of Latin-1
        ("\ud800", 0),
        ("SELECT '\ud83d\ude00'", 8),  # two halves are no character
        ('SELECT 1 AS "\udcff"', 13),
        ("EXPLAIN SELECT '\udc80'", 16),
        ("SELECT 1; SELECT '\udc80'", 18),
    ],
)
def test_a_query_that_is_no_text_gets_a_sentence(process: QueryClient, text: str, at: int) -> None:
    with pytest.raises(QueryError) as caught:
        process.ask(text, 30.0)
    assert str(caught.value) == f"the query is not UTF-8 text (character {at + 1})"
    assert caught.value.at == at
    assert rows(process, "SELECT 1") == [(1,)]


@settings(max_examples=examples(40), deadline=None)
@given(text=st.text(st.characters(), max_size=40))
def test_no_text_names_the_binding(process: QueryClient, text: str) -> None:
    try:
        process.ask(text, 30.0)
    except QueryError as error:
        said = str(error)
        assert said
        assert "\n" not in said
        assert "incompatible function arguments" not in said
        assert "TypeError" not in said


TYPES = {
    "{'a': 1, 'b': 'x'}": ("{a: 1, b: x}", {"a": 1, "b": "x"}),
    "{'t': TIMESTAMP '2020-01-01', 'b': '\\xff'::BLOB}": (
        "{t: 2020-01-01 00:00:00, b: \\xff}",
        {"t": "2020-01-01 00:00:00", "b": "\\xff"},
    ),
    "MAP {'k': 1}": ("{k: 1}", {"k": 1}),
    "MAP {DATE '2020-01-01': NULL}": ("{2020-01-01: NULL}", {"2020-01-01": None}),
    "INTERVAL 1 YEAR": ("1 year", "1 year"),
    "INTERVAL '1 month 2 days -3 hours'": ("1 month 2 days -03:00:00", None),
    "[INTERVAL 1 MONTH]": ("[1 month]", None),
    "170141183460469231731687303715884105727::HUGEINT": (
        "170141183460469231731687303715884105727",
        170141183460469231731687303715884105727,
    ),
    "'101'::BIT": ("101", "101"),
    "'b95d363e-16af-4680-a92c-32544ca66aa4'::UUID": ("b95d363e-16af-4680-a92c-32544ca66aa4", None),
    "['a'::BLOB, '\\xff'::BLOB]": ("[a, \\xff]", ["a", "\\xff"]),
    "'\\x00\\xff'::BLOB": ("\x00\\xff", "\x00\\xff"),
    "[1, NULL, 3]": ("[1, NULL, 3]", [1, None, 3]),
    "[1, 2]::INTEGER[2]": ("[1, 2]", [1, 2]),
    "[{'a': [true, NULL]}]": ("[{a: [true, NULL]}]", [{"a": [True, None]}]),
    "'x'::ENUM('x', 'y')": ("x", "x"),
    "union_value(n := 5)": ("5", 5),
    "ROW(1, 'a')": ("[1, a]", [1, "a"]),
    "'0044-03-15 (BC)'::DATE": ("0044-03-15 (BC)", None),
    "'290000-01-01'::DATE": ("290000-01-01", None),
    "'24:00:00'::TIME": ("24:00:00", None),
    "'12:00:00+02'::TIMETZ": ("12:00:00+02", None),
    "'2020-01-01 00:00:00.123456789'::TIMESTAMP_NS": ("2020-01-01 00:00:00.123456789", None),
    "1.25::DECIMAL(38, 10)": ("1.2500000000", 1.25),
    "1.23456789012345678901::DECIMAL(38, 20)": (
        "1.23456789012345678901",
        "1.23456789012345678901",
    ),
    "'NaN'::DOUBLE": ("nan", "nan"),
}


@pytest.mark.parametrize("expression", TYPES)
def test_values_of_every_type(process: QueryClient, expression: str) -> None:
    shown, told = TYPES[expression]
    result = process.ask(f"SELECT {expression} AS v, 7 AS n", 30.0)
    ((value, number),) = result.rows
    assert number == 7  # beside a value that travels as text it stays a number
    assert value_text(value) == shown
    assert plain(value) == (shown if told is None else told)
    json.dumps(plain(value), allow_nan=False)
    assert all(line.isprintable() for line in table(result.columns, result.types, result.rows))


def test_columns_of_one_name_keep_their_values(process: QueryClient) -> None:
    ((first, second, third),) = rows(process, "SELECT INTERVAL 1 DAY AS a, 2 AS a, 'x' AS a")
    assert (first, second, third) == ("1 day", 2, "x")


@given(st.decimals(allow_nan=False, allow_infinity=False, places=20))
def test_no_decimal_is_rounded_for_a_program(value: Decimal) -> None:
    told = plain(value)
    assert Decimal(repr(told) if isinstance(told, float) else told) == value

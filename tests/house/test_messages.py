"""What the program says, as values: rendered in English without a catalogue, else by one."""

from __future__ import annotations

import pickle
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.messages import (
    ISOLATED,
    NOTHING,
    Message,
    duration,
    is_right_to_left,
    languages,
    listing,
    message,
    own_name,
    plural_message,
    render,
    sentences,
    verbatim,
)


def test_a_message_is_its_english_text() -> None:
    said = message("Nothing listens at {servers}: connection refused.", servers="a:1")
    assert str(said) == "Nothing listens at a:1: connection refused."
    assert said
    assert not NOTHING
    assert str(NOTHING) == ""
    assert said == message("Nothing listens at {servers}: connection refused.", servers="a:1")
    assert pickle.loads(pickle.dumps(said)) == said


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (1_203, "1,203", "1\u202f203"),
        (1_234_567, "1,234,567", "1\u202f234\u202f567"),
        (-0.5, "-0.5", "-0,5"),
        (duration(300), "0.3 s", "0,3\u00a0s"),
        (duration(120_000), "2 min", "2\u00a0min"),
        (duration(5 * 3_600_000), "5 h", "5\u00a0h"),
        (duration(3 * 86_400_000), "3 days", "3\u00a0jours"),
        (date(2018, 4, 19), "2018-04-19", "19/04/2018"),
        (datetime(2018, 4, 19, 20, 31), "2018-04-19 20:31", "19/04/2018 20:31"),
        ("1,203.5", "1,203.5", "1,203.5"),
        (True, "True", "True"),
    ],
)
def test_figures_lengths_and_days_are_written_as_each_language_has_them(
    value: object, english: str, french: str
) -> None:
    said = message("{value}", value=value)
    assert (render(said, "en"), render(said, "fr")) == (english, french)


def test_a_figure_keeps_its_format() -> None:
    said = message("{level:.1f} dB", level=1234.56)
    assert str(said) == "1234.6 dB"
    assert render(said, "fr") == "1234,6 dB"


def test_messages_in_a_message_are_rendered_in_its_language() -> None:
    inner = message("{what}: {age}", what="x", age=duration(1500))
    said = sentences([inner, NOTHING, "as it is"])
    assert render(said, "fr") == "x: 1,5\u00a0s as it is"
    assert str(listing([inner, "b"], "; ")) == "x: 1.5 s; b"
    assert sentences([inner]) is inner
    assert sentences([]) == NOTHING


def test_a_count_chooses_its_form_by_the_rules_of_the_language() -> None:
    said = [render(duration(n * 86_400_000), "fr") for n in (2, 3)]
    assert said == ["2\u00a0jours", "3\u00a0jours"]
    none = plural_message("{count} day", "{count} days", 0)
    assert (str(none), render(none, "fr")) == ("0 days", "0\u00a0jour")


@given(st.text(min_size=1))
def test_text_from_outside_is_never_taken_for_a_pattern(text: str) -> None:
    for language in (*languages(), "xx"):
        assert render(verbatim(text), language) == text
        inside = ISOLATED.format(text) if is_right_to_left(language) else text
        assert render(message("<{text}>", text=text), language) == f"<{inside}>"
        assert render(text, language) == text


def test_a_language_without_a_catalogue_is_english() -> None:
    assert render(duration(1500), "tlh") == "1.5 s"


def test_what_runs_the_other_way_is_isolated() -> None:
    """In Arabic a name, a path and a figure keep their own order, and so do their neighbours."""
    said = message("{path}: {lag} records ({why})", path="/a b", lag=-3, why=duration(1500))
    isolated = "\u2068/a b\u2069: \u2068-3\u2069 records (\u20681.5\u2069 ث)"
    assert render(said, "ar") == isolated
    assert render(message("{path}", path="/a b"), "ar") == "/a b", "alone it has no neighbours"
    assert "\u2068" not in render(said, "de")


def test_every_language_says_its_name_and_direction() -> None:
    names = {language: own_name(language) for language in languages()}
    assert names["en"] == "English"
    assert len(set(names.values())) == len(names)
    assert [language for language in names if is_right_to_left(language)] == ["ar"]


def test_equal_messages_are_one_in_a_set() -> None:
    same = {message("{a}", a=1), message("{a}", a=1), Message("{a}", {"a": 2})}
    assert len(same) == 2

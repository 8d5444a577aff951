"""SQL on the stage is moderated: whatever a query makes of the stream's texts."""

from __future__ import annotations

import string
from collections.abc import Callable
from dataclasses import replace

import pytest
from fake_show import demo
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.messages import verbatim
from mwk_desktop.show.audience_query import UNSHOWN_TEXT
from mwk_desktop.show.audience_snapshot import audience_snapshot
from mwk_desktop.show.message_commands import ModerationState
from mwk_desktop.show.snapshot_feed import FeedItem
from mwk_desktop.show.stage_state import StageMoment, StageState
from mwk_desktop.show.workers_state import QueryState, WorkersState
from mwk_desktop.units import INSTRUMENTS
from mwk_desktop.word_list import WordList

APPROVED = FeedItem(7, "ana", "Ana R.", "", "drum for all", "drum", 0, "")
SQL = StageState(StageMoment.SQL)
BLANK = demo(feed=(), blocked=())


def seen(query: QueryState, moderation: ModerationState, **changes: object) -> QueryState:
    """The query as the audience sees it."""
    snapshot = replace(BLANK, stage=SQL, moderation=moderation, workers=WorkersState(query=query))
    shown = audience_snapshot(replace(snapshot, **changes)).workers.query  # type: ignore[arg-type]
    assert shown is not None
    return shown


# Other letters than the queries below have, so that each that comes through is seen.
foreign = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x4FFF), min_size=1, max_size=6)
text_types = st.sampled_from(
    ("VARCHAR", "VARCHAR[]", "STRUCT(a VARCHAR)", "MAP(VARCHAR, BIGINT)", "BLOB", "JSON",
     "UNION(a VARCHAR)", "ENUM('x')", "UUID", "BIT", "BIGINT[]", "")
)  # fmt: skip


@given(
    st.lists(st.tuples(foreign, text_types), min_size=1, max_size=4),
    st.lists(foreign, min_size=4, max_size=4),
    st.booleans(),
)
def test_with_approve_not_one_unapproved_character_comes_through(
    columns: list[tuple[str, str]], cells: list[str], inside: bool
) -> None:
    texts = [f"ana {cell} drum" if inside else cell for cell in cells[: len(columns)]]
    query = QueryState(
        text="SELECT screen_name, text FROM tweets",
        columns=tuple(name for name, _ in columns),
        types=tuple(kind for _, kind in columns),
        rows=(tuple(texts),),
        row_count=1,
    )
    shown = seen(query, ModerationState(approve=True, names={}), feed=(APPROVED,))
    assert set(shown.columns) == {UNSHOWN_TEXT}
    assert {cell for row in shown.rows for cell in row} == {UNSHOWN_TEXT}
    assert shown.row_count == 1


def test_with_approve_numbers_times_instruments_and_what_was_approved_stay() -> None:
    query = QueryState(
        text="SELECT window_start, instrument, screen_name, text, count(*) FROM tweets",
        columns=("window_start", "instrument", "screen_name", "text", "count_star()"),
        types=("TIMESTAMP", "VARCHAR", "VARCHAR", "VARCHAR", "BIGINT"),
        rows=(
            ("2018-04-18 20:31:00", "heavy_bass", "ana", "drum for all", "7"),
            ("2018-04-18 20:31:00", "drum", "bert", "drum for all of us", "3"),
            (None, None, "lena", None, None),
        ),
    )
    state = ModerationState(approve=True, names={"lena": ""})
    shown = seen(query, state, feed=(APPROVED,))
    assert shown.columns == query.columns
    assert shown.rows == (
        query.rows[0],
        ("2018-04-18 20:31:00", "drum", UNSHOWN_TEXT, UNSHOWN_TEXT, "3"),
        query.rows[2],
    )


def test_a_pivot_cannot_bring_names_as_heads() -> None:
    query = QueryState(
        text="PIVOT tweets ON screen_name USING count(*)",
        columns=("instrument", "ana", "mallory", "\U0001f4a9", "count", "1"),
        types=("VARCHAR", *["BIGINT"] * 5),
        rows=(("drum", "1", "2", "3", "4", "5"),),
    )
    shown = seen(query, ModerationState(approve=True), feed=(APPROVED,))
    assert shown.columns == ("instrument", "ana", UNSHOWN_TEXT, UNSHOWN_TEXT, "count", "1")
    assert shown.rows == query.rows


def test_open_holds_back_the_list_the_hidden_and_the_blocked() -> None:
    query = QueryState(
        text="SELECT * FROM tweets",
        columns=("name", "text"),
        types=("VARCHAR", "VARCHAR"),
        rows=(
            ("ana", "a fine drum"),
            ("Cr\u00e0p", "what a c\u200brap!"),
            ("mallory", "I was blocked"),
            ("otto", "taken back"),
        ),
    )
    words = WordList(["crap"])
    state = ModerationState(words=1, word_list=words, withheld=frozenset({"taken back"}))
    shown = seen(query, state, blocked=("mallory",))
    dots = UNSHOWN_TEXT
    assert shown.rows == (
        ("ana", "a fine drum"),
        (dots, dots),
        (dots, "I was blocked"),
        ("otto", dots),
    )
    assert seen(query, ModerationState()) is query


@pytest.mark.parametrize(
    "name",
    ["8===3", "(.)(.)", "0664 123 45 67", "\u0660", "drum-mallory", "_", "ana\u200b"],
)
def test_a_head_of_digits_and_signs_alone_is_no_word_of_the_query(name: str) -> None:
    query = QueryState(
        text="PIVOT tweets ON text USING count(*)",
        columns=(name, "2018-04-18 20:31:00", "-7.5", "drum_1"),
        types=("BIGINT",) * 4,
        rows=(("1",) * 4,),
    )
    shown = seen(query, ModerationState(approve=True), feed=(APPROVED,))
    assert shown.columns == (UNSHOWN_TEXT, *query.columns[1:])


def test_a_column_without_a_type_is_a_text() -> None:
    query = QueryState(columns=("text",), rows=(("secret",),))
    assert seen(query, ModerationState(approve=True)).rows == ((UNSHOWN_TEXT,),)


GONE = "what a rude and endless text this is"
MADE: dict[str, Callable[[str], str]] = {
    "list": lambda text: f"[fine, {text}, 7]",
    "map": lambda text: f"{{7: {text}}}",
    "struct": lambda text: f"{{'screen_name': otto, 'text': {text}}}",
    "lines": lambda text: f"fine\n{text}",
    "upper": str.upper,
    "accents": lambda text: text.replace("e", "\u00e9"),
    "zero width": lambda text: "\u200b".join(text),
    "spaces": lambda text: text.replace(" ", "   "),
}


@pytest.mark.parametrize("made", MADE)
@pytest.mark.parametrize("gone", [GONE, "you suck", "you, suck: (a lot)"])
def test_open_knows_a_hidden_text_by_whatever_a_query_makes_of_it(made: str, gone: str) -> None:
    rows = ((MADE[made](gone),), (MADE[made]("fine"),))
    query = QueryState(columns=("c",), types=("VARCHAR",), rows=rows)
    shown = seen(query, ModerationState(withheld=frozenset({gone})))
    assert shown.rows == ((UNSHOWN_TEXT,), rows[1])


@given(st.integers(16, 36), st.integers(0, 20), st.text(string.ascii_letters, max_size=5))
def test_open_knows_a_long_hidden_text_by_a_part_and_inside_others(
    length: int, first: int, around: str
) -> None:
    part = GONE[first : first + length]
    rows = ((f"{around}{GONE}{around}",), (f"{part}\u2026",))
    query = QueryState(columns=("c",), types=("VARCHAR",), rows=rows)
    shown = seen(query, ModerationState(withheld=frozenset({GONE})))
    assert shown.rows[0] == (UNSHOWN_TEXT,)
    if len(part.strip()) >= 16:
        assert shown.rows[1] == (UNSHOWN_TEXT,)


def test_a_short_hidden_text_hides_no_other_message() -> None:
    texts = ("#mwk drum", "#mwk drum, please", "pad #mwk drum", "drum")
    query = QueryState(columns=("c",), types=("VARCHAR",), rows=tuple((text,) for text in texts))
    shown = seen(query, ModerationState(withheld=frozenset({"#mwk drum", "drum"})))
    assert [row[0] for row in shown.rows] == [UNSHOWN_TEXT, UNSHOWN_TEXT, *texts[2:]]


def test_open_knows_a_blocked_name_in_any_text() -> None:
    texts = ("Mallory", "otto and MALLORY: hi", "[mallory, otto]", "mallorys", "pad")
    query = QueryState(columns=("c",), types=("VARCHAR",), rows=tuple((text,) for text in texts))
    shown = seen(query, ModerationState(), blocked=("mallory", "pad"))
    # An instrument is the program's own word, whoever else is called so.
    assert [row[0] for row in shown.rows] == [UNSHOWN_TEXT] * 3 + ["mallorys", "pad"]


def test_a_failed_query_takes_its_answer_from_the_stage_where_somebody_was_hidden() -> None:
    query = QueryState(text="SELECT", error=verbatim("wrong"))
    assert seen(query, ModerationState(words=3)) == query
    for state, changes in (
        (ModerationState(approve=True), {}),
        (ModerationState(withheld=frozenset({"taken back"})), {}),
        (ModerationState(), {"blocked": ("mallory",)}),
    ):
        shown = seen(query, state, **changes)
        assert not shown.error
        assert not shown.columns


def test_a_text_is_looked_up_once_however_many_frames_show_it() -> None:
    asked: list[str] = []

    class Counted(WordList):
        def forbids(self, text: str) -> bool:
            asked.append(text)
            return super().forbids(text)

    texts = [f"what {number}" for number in range(300)]
    query = QueryState(columns=("a",), types=("VARCHAR",), rows=tuple((text,) for text in texts))
    state = ModerationState(words=1, word_list=Counted(["crap"]))
    for _ in range(3):
        assert seen(query, state).rows == query.rows
    assert sorted(asked) == sorted([*query.columns, *texts])


def test_nothing_of_a_query_leaves_the_console_while_it_is_not_shown() -> None:
    query = QueryState(columns=("text",), types=("VARCHAR",), rows=(("secret",),))
    for moment in StageMoment:
        snapshot = replace(BLANK, stage=StageState(moment), workers=WorkersState(query=query))
        shown = audience_snapshot(snapshot).workers.query
        assert (shown is query) == (moment is StageMoment.SQL)


@given(st.text(string.printable, max_size=12))
def test_own_words_of_the_query_are_the_presenters(alias: str) -> None:
    name = "".join(char for char in alias if char.isalnum()) or "x"
    query = QueryState(
        text=f'SELECT count(*) AS "{name}" FROM tweets',
        columns=(name,),
        types=("BIGINT",),
        rows=(("1",),),
    )
    assert seen(query, ModerationState(approve=True)).columns == (name,)


def test_instruments_are_always_shown() -> None:
    rows = tuple((name,) for name in INSTRUMENTS)
    query = QueryState(columns=("instrument",), types=("VARCHAR",), rows=rows)
    assert seen(query, ModerationState(approve=True)).rows == rows

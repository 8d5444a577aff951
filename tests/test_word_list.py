"""A list of words finds what one expression of all its words would find."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from mwk_desktop.word_list import WordList, folded

LETTERS = "ab_1 *.$é\u0301ßıİ\u200b"
WORDS = st.lists(st.text(LETTERS, max_size=5), max_size=6)


def first_by_expression(words: list[str], text: str) -> str:
    branches = []
    for word in words:
        parts = folded(word.removesuffix("*")).split()
        if parts:
            branches.append(r"\W+".join(map(re.escape, parts)) + r"\w*" * word.endswith("*"))
    if not branches:
        return ""
    found = re.compile(rf"(?<!\w)(?:{'|'.join(branches)})(?!\w)")
    plain = folded(text)
    match = found.search(plain) or found.search(plain.replace("_", " "))
    return match.group() if match else ""


@given(WORDS, st.text(LETTERS, max_size=20))
@example(["a b", "a*"], "a b")
@example(["a*", "a b"], "a b")
@example(["$a", "a"], "x $a a")
@example(["a.b", "a"], "aa a.bb a.b")
@example(["b"], "a_b")
def test_looking_words_up_finds_the_same(words: list[str], text: str) -> None:
    assert WordList(words).first_in(text) == first_by_expression(words, text)


@given(WORDS, st.text(LETTERS, max_size=20))
def test_the_place_of_a_word_holds_it(words: list[str], text: str) -> None:
    listed = WordList(words)
    start, end = listed.place_in(text)
    assert (end > 0) == listed.forbids(text)
    if end:
        assert listed.first_in(text) in {
            folded(text[start:end]),
            folded(text[start:end].replace("_", " ")),
        }

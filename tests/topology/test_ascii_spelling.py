"""Texts spelled in ASCII vote as they do folded, and hardly any text is folded."""

from __future__ import annotations

import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mwk_desktop.topology.matching import Matcher
from mwk_desktop.topology.text_folding import MARK, TextFolder
from tests.support import examples

SCRIPTS = Matcher(
    {
        "drum": ["batterie", "ドラム", "太鼓", "طبل", "барабан", "r&b"],
        "heavy_bass": ["basse lourde", "重低音", "باص ثقيل"],
        "melody": ["mélodie", "メロディー"],
        "pad": ["nappe", "été", "C++", "pad🥁"],
        "synth": ["synthé"],
    }
)
SCRAPS = st.sampled_from(
    [
        *("drum", "DRUMS", "heavy", "bass", "batterie", "basse", "lourde", "pad", "nappe", "synth"),
        *("mélodie", "me\u0301lodie", "synthé", "synthe\u0301", "ETE", "été", "r&b", "c++", "dru"),
        *(
            "ドラム",
            "太鼓",
            "طبل",
            "والطبل",
            "барабан",
            "重低音",
            "お願い",
            "й",
            "ß",
            "ﬁ",
            "Ｄｒｕｍ",
        ),
        *(
            "¨",
            "\u0cc0",
            "\u0344",
            "🥁",
            "🙋‍♀️",
            "❤️",
            "’",
            "…",
            "\u00a0",
            "\u2028",
            "\u200b",
            "\u0301",
            "\u0307",
            "\u0130",
        ),
        *(" ", "  ", "_", "-", ".", "#", "1", "½", "x", "é", "ü", "\ud83d", "\u0131", "\u20e3"),
    ]
)


@settings(max_examples=examples(500))
@given(st.lists(SCRAPS, max_size=12))
@example(["basse", "¨", "lourde"])
@example(["mélodie", "❤️"])
@example(["\u0301", "mélodie"])
@example(["pad", "\u0cc0"])
def test_a_text_spelled_in_ascii_votes_as_the_folded_text(pieces):
    text = "".join(pieces)
    assert SCRIPTS.find(text) == SCRIPTS.find_in_scripts(text)


def test_few_texts_are_folded():
    """An emoji, an apostrophe, an accent elsewhere: none needs the slow way."""
    matcher = Matcher({"melody": ["mélodie"], "drum": ["ドラム"]})
    matcher.find_in_scripts = None
    assert matcher.instrument("plus de heavy bass s'il vous plaît 🔥") == "heavy_bass"
    assert matcher.instrument("très bien, drum !") == "drum"
    assert matcher.instrument("Грає вся зала") is None
    assert matcher.instrument("ça ne dit rien…") is None


@pytest.mark.soak
def test_no_character_begins_with_an_accent_of_an_ascii_letter():
    """An alias of one word may carry accents anywhere: each belongs to the letter before it."""
    fold = TextFolder().fold
    for char in map(chr, range(128, sys.maxunicode + 1)):
        folded = fold(char)
        if MARK in folded:
            assert not folded[folded.index(MARK) :].strip(MARK).isascii() or (
                folded.rstrip(MARK) == folded.replace(MARK, "")
            ), ascii(char)

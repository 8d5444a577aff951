"""Matching against the words of the rule, and against a slow second implementation of it."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mwk_desktop.topology.matching import Matcher
from mwk_desktop.units import INSTRUMENTS
from tests.support import examples

NAMES = {
    "drum": ["drum", "drums"],
    "heavy_bass": ["heavy bass", "heavy basses"],
    "lead_bass": ["lead bass", "lead basses"],
    "line_bass": ["line bass", "line basses"],
    "melody": ["melody", "melodies"],
    "pad": ["pad", "pads"],
    "synth": ["synth", "synths"],
    "vocal": ["vocal", "vocals"],
}
FRENCH = {
    "drum": ["batterie", "batteries"],
    "heavy_bass": ["basse lourde", "basse lourdes", "grosse basse", "grosse basses"],
    "lead_bass": ["basse lead", "basse leads", "basse solo", "basse solos"],
    "line_bass": ["ligne de basse", "ligne de basses"],
    "melody": ["melodie", "melodies"],
    "pad": ["nappe", "nappes"],
    "synth": ["synthe", "synthes", "synthetiseur", "synthetiseurs"],
    "vocal": ["voix", "voixes", "chant", "chants"],
}
ZERO_WIDTH = [
    *map(chr, (0xAD, 0x34F, 0x61C, 0xFEFF)),
    *map(chr, range(0x180B, 0x1810)),
    *map(chr, range(0x200B, 0x2010)),
    *map(chr, range(0x202A, 0x202F)),
    *map(chr, range(0x2060, 0x2070)),
    *map(chr, range(0xFE00, 0xFE10)),
    *map(chr, range(0xFFF9, 0xFFFC)),
    *map(chr, range(0x1BCA0, 0x1BCA4)),
    *map(chr, range(0x1D173, 0x1D17B)),
]
_ZERO_WIDTH = frozenset(ZERO_WIDTH) | {chr(c) for c in range(0xE0000, 0xE1000)}


def clusters(text: str) -> list[tuple[str, bool]]:
    """The normalised text as (base character, has accents)."""
    for dotted in ("i\u0307", "I\u0307", "\u0130"):
        text = text.replace(dotted, "i")
    plain = unicodedata.normalize("NFKC", text).casefold().replace("\u0131", "i")
    plain = "".join(c for c in plain if c not in _ZERO_WIDTH)
    found: list[tuple[str, bool]] = []
    for char in unicodedata.normalize("NFD", plain):
        if unicodedata.category(char) != "Mn":
            found.append((char, False))
        elif found:
            found[-1] = (found[-1][0], True)
    return found


def reference(text: str) -> str | None:
    """Chapter 6, read aloud: every form at every place."""
    cells = clusters(text)
    best = None
    for forms, accents in ((NAMES, False), (FRENCH, True)):
        for number, instrument in enumerate(INSTRUMENTS):
            for form in forms[instrument]:
                for start in range(len(cells)):
                    end = matches_at(cells, start, form.split(), accents)
                    if end is None:
                        continue
                    key = (start, start - end, number)
                    if best is None or key < best:
                        best = key
    return None if best is None else INSTRUMENTS[best[2]]


def matches_at(cells, start, words, accents):
    if start and cells[start - 1][0].isalnum():
        return None
    at = start
    for n, word in enumerate(words):
        while n and at < len(cells) and not cells[at][1] and is_separator(cells[at][0]):
            at += 1
        for letter in word:
            if at >= len(cells) or cells[at][0] != letter or (cells[at][1] and not accents):
                return None
            at += 1
    return None if at < len(cells) and cells[at][0].isalnum() else at


def is_separator(char: str) -> bool:
    return char in "_-" or char.isspace()


@pytest.fixture(scope="module")
def matcher(aliases: dict[str, list[str]]) -> Matcher:
    return Matcher(aliases)


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("drum", "drum"),
        ("#drum", "drum"),
        ("@drum:", "drum"),
        ("DRUMS!", "drum"),
        ("drum_machine", "drum"),
        ("rim-drum", "drum"),
        ("drummer", None),
        ("drum2", None),
        ("2drum", None),
        ("drumsticks", None),
        ("druM", "drum"),
        ("ipad", None),
        ("iPad", None),
        ("keypad", None),
        ("paddle", None),
        ("pads!", "pad"),
        ("heavy bass", "heavy_bass"),
        ("heavybass", "heavy_bass"),
        ("HEAVY_-_ BASSES", "heavy_bass"),
        ("heavy\u00a0bass", "heavy_bass"),
        ("heavy\nbass", "heavy_bass"),
        ("heavy, bass", None),
        ("bass", None),
        ("bass heavy", None),
        ("lead-bass", "lead_bass"),
        ("mislead bass", None),
        ("online bass", None),
        ("line bassist", None),
        ("line_bass lead_bass", "line_bass"),
        ("melodies", "melody"),
        ("melodys", None),
        ("mélodie", "melody"),
        ("MÉLODIES", "melody"),
        ("me\u0301lodie", "melody"),
        ("melodie", "melody"),
        ("mélody", None),
        ("synthé", "synth"),
        ("synthés", "synth"),
        ("synthe\u0301tiseur", "synth"),
        ("synthesis", None),
        ("la voix", "vocal"),
        ("du chant.", "vocal"),
        ("chanter", None),
        ("enchanté", None),
        ("nappes", "pad"),
        ("batteries", "drum"),
        ("grosse basse", "heavy_bass"),
        ("grosse_basses", "heavy_bass"),
        ("basse-lourde", "heavy_bass"),
        ("basse solo", "lead_bass"),
        ("ligne de basse", "line_bass"),
        ("lignedebasse", "line_bass"),
        ("ligne de basse lourde", "line_bass"),
        ("vocal pad", "vocal"),
        ("the pad, then the drum", "pad"),
        ("ｄｒｕｍ", "drum"),
        ("𝐝𝐫𝐮𝐦", "drum"),
        ("dr\u200bum", "drum"),
        ("pa\u00add", "pad"),
        ("line\u200dbass", "line_bass"),
        ("🥁drum🥁", "drum"),
        ("drum\ufe0f", "drum"),
        ("édrum", None),
        ("e\u0301drum", None),
        ("drum\u0301", None),
        ("pa\u0301d", None),
        ("ſynth", "synth"),
        ("vocaſ", None),
        ("lıne bass", "line_bass"),
        ("LİNE BASS", "line_bass"),
        ("LI\u0307NE BASS", "line_bass"),
        ("li\u0307ne bass", "line_bass"),
        ("LİNEBASS ıvır zıvır şğçöü", "line_bass"),
        ("LIŅE BASS", None),
        ("lí\u0307ne bass", None),
        ("BATTERİE", "drum"),
        ("melodıes", "melody"),
        ("İPAD", None),
        ("ıpad", None),
        ("on" + "lıne bass", None),
        ("mélodie pâd pad", "melody"),
        ("pâd é pad drum", "pad"),
        ("drum™", None),
        ("№drum", None),
        ("drum…", "drum"),
        ("drum´", "drum"),
        ("²drum", None),
        ("鼓drum", None),
        ("", None),
    ],
)
def test_rule(matcher, text, instrument):
    assert matcher.instrument(text) == instrument
    assert reference(text) == instrument


def disguised(word: str) -> st.SearchStrategy[str]:
    """A word as somebody may type it: capitals, full width, mathematical letters, marks, ..."""

    def letter(char: str) -> st.SearchStrategy[str]:
        looks = [char, char, char, char.upper()]
        if char.isascii() and char.isalpha():
            looks += [chr(ord(char) - 0x20 + 0xFF00), chr(0x1D41A + ord(char) - 97)]
        looks += {"s": ["ſ"], "i": ["ı", "İ", "ⅰ"], "e": ["é", "e\u0301", "ê"]}.get(char, [])
        looks += [char + "\u0301", char + "\u200b", char + "\u200b\u0308", char + "\ufe0f"]
        return st.sampled_from(looks)

    return st.one_of(st.just(word), st.tuples(*map(letter, word)).map("".join))


PIECES = st.one_of(
    st.sampled_from([f for t in (NAMES, FRENCH) for forms in t.values() for f in forms]).flatmap(
        disguised
    ),
    st.sampled_from(
        [
            "heavy",
            "lead",
            "line",
            "bass",
            "basse",
            "grosse",
            "lourde",
            "ligne",
            "de",
            "i",
            "key",
            "mer",
            "s",
            "es",
            "x",
            "2",
            "mélodie",
        ]
    ),
    st.sampled_from([" ", "", "_", "-", "\n", "\u00a0", "\u3000", "\u2028", "--", " _ ", ",", "#"]),
    st.sampled_from([*ZERO_WIDTH[:30], "\u0301", "\u0345", "\u0338", "\u20e3", "´", "¨", "ﬀ", "ß"]),
    st.sampled_from(
        ["é", "È", "ÿ", "ﬆ", "ﬁ", "①", "²", "½", "ᾳ", "ς", "Ⅳ", "가", "ᄀ", "ᅡ", "ि", "ा"]
    ),
    st.text(max_size=3),
)
TEXTS = st.lists(PIECES, max_size=8).map("".join)


@settings(max_examples=examples(700), deadline=None)
@given(TEXTS)
@example("pad\u0345")
@example("pad\u200b\u0301")
@example("mélodie pa\u0301d")
@example("\u0301drum")
@example(" \u0301drum")
@example("line \u0301bass")
def test_equals_the_slow_reference(matcher, text):
    assert matcher.instrument(text) == reference(text)


@settings(max_examples=examples(400), deadline=None)
@given(st.lists(st.sampled_from([*NAMES, *" _-s2xi,#", "bass", "basse", "lead", "ligne de "])))
def test_ascii_equals_the_slow_reference(matcher, pieces):
    text = "".join(pieces)
    assert matcher.instrument(text) == reference(text)


def test_every_character_beside_a_name(matcher):
    """Each character that folding could turn into a letter, a digit, an accent or nothing."""
    blocks = [(0, 0x3100), (0xA640, 0xA830), (0xAB30, 0xABFF), (0xFB00, 0x10000)]
    blocks += [(0x1D400, 0x1D800), (0x1F100, 0x1F250), (0xE0000, 0xE0200)]
    for low, high in blocks:
        for char in map(chr, range(low, high)):
            for text in (f"{char}pad", f"pad{char}", f"nappe{char}"):
                expected = "pad" if matches_pad(text, char) else None
                assert matcher.instrument(text) == expected, ascii(text)


def matches_pad(text: str, char: str) -> bool:
    cells = clusters(text)
    word, accents = ("nappe", True) if text.startswith("nappe") else ("pad", False)
    return any(
        matches_at(cells, start, [form], accents) is not None
        for form in (word, word + "s")
        for start in range(len(cells))
    )


def test_every_character_folds_like_the_whole_text(matcher):
    """Folding character by character is folding the normalised text."""
    for number in range(sys.maxunicode + 1):
        char = chr(number)
        if unicodedata.category(char) in {"Co", "Cn", "Cs"}:
            continue
        bare = "".join(base for base, _ in clusters(f"a{char}"))
        assert matcher.fold(f"a{char}").replace("\u0301", "") == bare.lower(), ascii(char)


@given(st.text(st.characters(exclude_categories=()), max_size=20))
def test_any_text_is_folded_also_with_half_a_character(matcher, text):
    assert matcher.instrument(f"{text} drum") in (*INSTRUMENTS, None)
    assert matcher.instrument(f"\ud83d drum {text}") == "drum"


def test_settings(tweet):
    matcher = Matcher({}, hashtag="#Mwk", require_hashtag=True, count_retweets=False)
    assert matcher.vote(tweet("drum #MWK")) == "drum"
    assert matcher.vote(tweet("drum ＃ｍwk.")) == "drum"
    assert matcher.vote(tweet("drum mwk")) is None
    assert matcher.vote(tweet("drum #mwk_2")) is None
    assert matcher.vote(tweet("drum x#mwk")) is None
    assert matcher.vote(tweet("RT @x drum #mwk")) is None
    assert matcher.vote(tweet("drum #mwk", retweet=True)) is None
    assert matcher.vote(tweet("ART @x drum #mwk")) == "drum"


def test_first_wins_then_longest_then_name():
    matcher = Matcher({"pad": ["basse", "one two"], "synth": ["basse lourde"], "drum": ["One-Two"]})
    assert matcher.instrument("basse lourde") == "synth"
    assert matcher.instrument("basselourde") == "synth"
    assert matcher.instrument("basse, lourde") == "pad"
    assert matcher.instrument("one two") == "drum"


def test_aliases_of_any_script_and_sign():
    matcher = Matcher({"drum": ["барабан", "드럼", "r&b", "808's"], "pad": ["C++", "été"]})
    for text in ("Барабан!", "드럼", "R&B", "808's"):
        assert matcher.instrument(text) == "drum"
    assert matcher.instrument("c++") == "pad"
    assert matcher.instrument("c+++") == "pad"
    assert matcher.instrument("ETES") == "pad"
    assert matcher.instrument("xr&b") is None


def test_bad_aliases_name_themselves():
    with pytest.raises(ValueError, match="'kazoo'"):
        Matcher({"kazoo": ["x"]})
    with pytest.raises(ValueError, match="'--'"):
        Matcher({"drum": ["--"]})


@settings(deadline=None)
@given(
    st.sampled_from([form for forms in (*NAMES.values(), *FRENCH.values()) for form in forms]),
    st.data(),
    st.sampled_from(["", "şu ", "ığdır: ", "x" * 40 + "ğüşöç" * 10 + " "]),
)
def test_a_turkish_keyboard_votes_as_any_other(
    matcher: Matcher, form: str, data: st.DataObject, before: str
) -> None:
    looks = ["i", "I", "\u0131", "\u0130", "i\u0307", "I\u0307"]
    typed = "".join(data.draw(st.sampled_from(looks)) if c == "i" else c for c in form)
    typed = typed.upper() if data.draw(st.booleans()) else typed
    assert matcher.instrument(before + typed) == matcher.instrument(form)
    assert reference(before + typed) == reference(form)
    assert matcher.instrument(before + typed + "\u0131n") == reference(before + typed + "\u0131n")


@pytest.mark.parametrize("beside", ["", " é", " ß"])
def test_the_longest_wins_also_among_forms_that_share_their_first_letter(beside):
    matcher = Matcher({"melody": ["xylophone"], "drum": ["x y z"], "pad": ["xy"]})
    for text, instrument in (
        ("xy z", "drum"),
        ("x y z", "drum"),
        ("xyz", "drum"),
        ("xy", "pad"),
        ("xy w", "pad"),
        ("xylophone", "melody"),
        ("x", None),
    ):
        assert matcher.instrument(text + beside) == instrument, text

"""Words of every language in the default set: each votes for its instrument and for no other."""

from __future__ import annotations

import pytest

from mwk_desktop.instrument_names import vote_name
from mwk_desktop.messages import languages, render
from mwk_desktop.sounds.alias_findings import alias_findings
from mwk_desktop.sounds.set_folder import ALIASES
from mwk_desktop.sounds.sound_set import default_sound_set_dir, open_sound_set
from mwk_desktop.topology.matching import Matcher
from mwk_desktop.units import INSTRUMENTS

WORDS = open_sound_set(default_sound_set_dir()).aliases


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(WORDS)


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_each_word_votes_for_its_instrument_alone(matcher: Matcher, instrument: str) -> None:
    assert not [*alias_findings(WORDS)]
    for word in WORDS[instrument]:
        for text in (word, word.upper(), f"#mwk {word}!", f"({word})", f"{word} {word} #mwk"):
            assert matcher.instrument(text) == instrument, text


@pytest.mark.parametrize("language", languages())
def test_the_word_that_a_language_asks_for_is_a_vote(matcher: Matcher, language: str) -> None:
    words = {name: render(vote_name(name), language) for name in INSTRUMENTS}
    assert {name: matcher.instrument(f"{word} #mwk") for name, word in words.items()} == {
        name: name for name in INSTRUMENTS
    }
    assert len(set(words.values())) == len(INSTRUMENTS)


def test_every_language_with_words_of_its_own_has_a_catalogue() -> None:
    files = {path.stem for path in (default_sound_set_dir() / ALIASES).glob("*.toml")}
    # English and French are in set.toml.
    assert files | {"en", "fr"} == set(languages())


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("ドラムお願いします!", "drum"),
        ("次はドラムで #mwk", "drum"),
        ("ﾄﾞﾗﾑ", "drum"),
        ("もっとシンセサイザーを", "synth"),
        ("リード・ベース", None),
        ("リード ベースがいい", "lead_bass"),
        ("DJドラムスを", "drum"),
        ("ドラムロール", None),  # the same script goes on: another word
        ("歌って", "vocal"),
        ("歌手", None),
        ("ベース", None),
        ("الطبل من فضلكم", "drum"),
        ("صوتي للطبل", "drum"),
        ("والغناء", "vocal"),
        ("الباص الثقيل #mwk", "heavy_bass"),
        ("باص  ثقيل", "heavy_bass"),
        ("الألحان", "melody"),
        ("الالحان", "melody"),
        ("لَحْن", "melody"),
        ("طبلات", None),
        ("MELODÍA por favor", "melody"),
        ("mehr Schlagzeug bitte", "drum"),
        ("Schlagzeuger", None),
        ("Meine Stimme fürs Schlagzeug", "drum"),
        ("la linea di basso!", "line_bass"),
        ("um baixo solo por favor", "lead_bass"),
    ],
)
def test_a_post_as_people_write_it(matcher: Matcher, text: str, instrument: str | None) -> None:
    assert matcher.instrument(text) == instrument

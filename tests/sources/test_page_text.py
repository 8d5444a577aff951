"""What the page says and what people type into it: names, messages, word lists, languages."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.messages import accepted_language, languages
from mwk_desktop.sources.page.page_html import ICONS, PageRenderer
from mwk_desktop.sources.page.page_texts import sentence, texts
from mwk_desktop.sources.page.show_facts import PageRules, ShowFacts
from mwk_desktop.sources.page.text_cleaning import (
    clean_message,
    clean_name,
    name_key,
    screen_name,
)
from mwk_desktop.units import INSTRUMENTS
from mwk_desktop.word_list import WordList, WordListError, read_word_list


def test_a_word_list_is_a_file_of_words(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("# not these\nfool\n\nbad one # since June\n", "utf-8")
    words = read_word_list(path)
    assert words.forbids("a fool")
    assert words.forbids("bad, one!")
    assert not words.forbids("one bad")
    assert words.forbids("bad one")
    assert not words.forbids("since June")
    path.write_bytes(b"\xff\xfe\x00")
    for wrong in (path, tmp_path / "missing.txt", tmp_path):
        with pytest.raises(WordListError, match=wrong.name):
            read_word_list(wrong)


@given(st.text(max_size=60))
def test_any_name_is_safe(text: str) -> None:
    name = clean_name(text, 20)
    assert len(name) <= 20
    assert name == name.strip()
    assert not set(name) & set('<>&"@#/\\\u202e\u200b\n')
    assert " " not in screen_name(name)
    if name_key(name):
        assert clean_name(name, 20) == name or name_key(clean_name(name, 20))


@given(st.text(max_size=400))
def test_any_message_is_one_bounded_line(text: str) -> None:
    message = clean_message(text, 100)
    assert len(message) <= 100
    assert "\n" not in message
    assert not set(message) & set("\u202e\u2066\u200b\x00\x7f")
    message.encode()


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"), ("fr", "fr"), ("fr-CA,fr;q=0.9,en;q=0.8", "fr"), ("en-GB,fr;q=0.9", "en"),
        ("tlh,fr;q=0.5", "fr"), ("tlh,fr;q=0.5,en;q=0.6", "en"), ("tlh", "en"), ("*", "en"),
        ("fr;q=x", "en"), ("fr;q=99", "en"), ("fr;q=0", "en"), (",;,", "en"), ("FR", "fr"),
    ],
)  # fmt: skip
def test_the_language_is_the_phones(header: str, language: str) -> None:
    assert accepted_language(header) == language


def test_every_language_says_everything() -> None:
    for language in languages():
        for key, english in texts("en").items():
            for mark in ("{}", "{n}", "{name}"):
                assert (mark in english) == (mark in texts(language)[key]), key
    assert (
        sentence("fr", "plays", "heavy_bass") == "Basse lourde joue maintenant, grâce à vous\u202f!"
    )
    assert sentence("en", "slow", n=2) == "That was quick! Vote again in 2 s."


class Elements(HTMLParser):
    """Everything that a page holds."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("language", languages())
def test_a_page_is_small_and_speaks_one_language(language: str) -> None:
    """One language's texts, not all: with its files it stays under 60 kB."""
    assert accepted_language(f"{language}-XX,tlh;q=0.9") == language
    renderer = PageRenderer(PageRules())
    body = renderer.page(language, ShowFacts("", True), "t" * 64)
    assert len(body) <= 60_000
    text = body.decode()
    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in text
    for other in languages():
        assert (texts(other)["closed"] in text) == (other == language)


def test_a_name_in_an_arabic_sentence_keeps_its_own_direction() -> None:
    assert "\u2068pad_1\u2069" in sentence("ar", "other_name", name="pad_1")


@pytest.mark.parametrize("language", languages())
def test_nothing_that_a_person_writes_is_markup(language: str) -> None:
    evil = '"><script src="https://evil.example/x.js"></script><img onerror=alert(1) src=x>'
    body = PageRenderer(PageRules()).page(
        language, ShowFacts("", True), evil, name=evil, status=evil, status_class="good"
    )
    page = Elements()
    page.feed(body.decode())
    tags = [tag for tag, _ in page.found]
    assert "img" not in tags
    assert tags.count("script") == 2
    assert tags.count("button") == 9  # eight, and a dead one that catches the Enter key
    for _, attributes in page.found:
        assert not any(name.startswith("on") or name == "style" for name in attributes)
        for link in ("src", "href"):
            value = attributes.get(link)
            assert value is None or value.startswith(("/", "data:,")), value


def test_the_icons_are_those_of_the_console() -> None:
    folder = Path(__file__).parents[2] / "mwk_desktop" / "ui" / "icons"
    for instrument in INSTRUMENTS:
        drawn = (folder / f"{instrument}.svg").read_text("utf-8")
        paths = "".join(line.strip() for line in drawn.splitlines() if "<path" in line)
        assert ICONS[instrument] == paths


@pytest.mark.parametrize("text", ["ıdıot", "İDİOT", "IDIOT", "i\u0307diot!", "#idıot"])
def test_a_word_is_forbidden_also_in_turkish_letters(text: str) -> None:
    assert WordList(["idiot"]).forbids(text)
    assert WordList([text.strip("#!")]).forbids("such an idiot")


def test_names_that_differ_by_a_turkish_letter_look_alike() -> None:
    assert name_key("Dıdı") == name_key("DİDİ") == name_key("didi")

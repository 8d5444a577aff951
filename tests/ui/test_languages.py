"""Every language in both windows: letters that fonts have, mirrored where it is written so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from fake_show import evening
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from mwk_desktop.catalogue import read_catalogue
from mwk_desktop.instrument_names import strip_name
from mwk_desktop.messages import (
    CATALOGUES_DIR,
    SOURCE_LANGUAGE,
    is_right_to_left,
    languages,
    render,
)
from mwk_desktop.ui import language_switch
from mwk_desktop.ui.font_coverage import letters_without_glyph
from mwk_desktop.ui.language_switch import Translations
from mwk_desktop.ui.stage.second_language import beside, in_language
from mwk_desktop.ui.translation import messages, problems, ts_file

OTHERS = [language for language in languages() if language != SOURCE_LANGUAGE]


@pytest.fixture
def translations(qapp: Any) -> Iterator[Translations]:
    chosen = Translations()
    yield chosen
    chosen.leave()


@pytest.mark.parametrize("language", OTHERS)
def test_the_windows_words_are_whole(language: str) -> None:
    """What the audience reads is there; no place is lost; the compiled file is fresh."""
    assert problems(language) == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_letter_has_a_glyph(qapp: Any, language: str) -> None:
    """No boxes: some font here draws each letter of the windows and of the messages."""
    said = "".join(entry.translation for entry in messages(ts_file(language)))
    for entry in read_catalogue(CATALOGUES_DIR / f"{language}.po"):
        said += "".join([entry.string] if isinstance(entry.string, str) else entry.string or ())
    assert letters_without_glyph(said) == ""


def test_a_letter_without_a_font_is_found(qapp: Any) -> None:
    assert letters_without_glyph("a\u0378b") == ""  # no letter: not assigned
    assert letters_without_glyph("a\ue000") == ""  # no letter: private
    # Vithkuqi, Toto, Khitan and Ethiopic that hardly any font has.
    rare = "\U00010570\U0001e290\U00018b00\U0001e7e0"
    found = letters_without_glyph(f"日本{rare}Aä")
    assert found
    assert set(found) <= set(rare)


def test_without_a_font_the_windows_speak_english(
    translations: Translations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language_switch, "can_draw", lambda language: language != "ja")
    assert translations.use("ja") is False
    assert translations.language == "en"
    assert "日本語" in str(translations.problem)
    assert translations.use("de") is True
    assert not translations.problem


@pytest.mark.parametrize("language", [one for one in OTHERS if is_right_to_left(one)])
def test_what_is_put_into_a_text_is_isolated(language: str) -> None:
    for entry in messages(ts_file(language)):
        for found in re.finditer(r"(.?)%\d(.?)", entry.translation):
            assert (found[1], found[2]) == ("\u2068", "\u2069"), entry.translation


def test_both_windows_are_mirrored_but_not_their_texts(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(evening(), language="en", stage=True, stage_size=(1280, 720))

    def left_of(root: Any, name: str) -> float:
        item = ui.find(name, root)
        return float(item.mapRectToScene(item.boundingRect()).left())

    def upright(item: Any) -> bool:
        right = item.mapToScene(item.boundingRect().topRight()).x()
        return bool(right > item.mapToScene(item.boundingRect().topLeft()).x())

    stage, console = ui.stage.contentItem(), ui.console.contentItem()
    order = [left_of(console, f"strip_{name}") for name in ("drum", "vocal")]
    assert order == sorted(order)
    ui.windows.change_language("ar")
    ui.settle()
    assert QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    order = [left_of(console, f"strip_{name}") for name in ("vocal", "drum")]
    assert order == sorted(order)
    assert left_of(stage, "howToVote") < left_of(stage, "raceTitle")
    for root in (stage, console):
        texts = [item for item in ui.items(root) if item.property("lineCount") and item.isVisible()]
        texts = [item for item in texts if item.property("text")]
        assert texts
        assert [item.property("text") for item in texts if not upright(item)] == []
    # A click lands where it is seen.
    ui.click(ui.in_strip("drum", "mute"))
    assert ui.sent()
    ui.windows.change_language("en")
    ui.settle()
    assert QGuiApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert left_of(stage, "howToVote") > left_of(stage, "raceTitle")


def test_the_stage_speaks_two_languages(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(replace(evening()), language="fr", stage_second_language="de", stage=True)
    title = ui.find("raceTitle", ui.stage.contentItem()).property("text")
    assert "Le top 5 jouera ensuite" in title
    assert "Die Top 5 spielen als Nächstes" in title
    # The same language twice is one: there is room for the votes, too.
    for second in ("", "fr"):
        ui.windows.stage.show_second_language("de")
        ui.settle()
        assert not ui.find("votesTotal", ui.stage.contentItem()).isVisible()
        ui.windows.stage.show_second_language(second)
        ui.settle()
        assert " · " not in ui.find("raceTitle", ui.stage.contentItem()).property("text")
        assert ui.find("votesTotal", ui.stage.contentItem()).isVisible()


@pytest.mark.parametrize("language", languages())
def test_the_title_is_said_in_every_language(qapp: Any, language: str) -> None:
    english = "Top %1 play next"
    title = in_language(language, "Race", english)
    assert "%1" in title
    assert (title == english) == (language == "en")
    assert render(strip_name("drum"), language)


def test_words_beside_each_other() -> None:
    assert beside("Pad", "Pad") == "Pad"
    assert beside("Drum", "طبل") == "\u2068Drum\u2069 · \u2068طبل\u2069"

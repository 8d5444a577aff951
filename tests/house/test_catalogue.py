"""The catalogue tool, and that every language has every sentence of the program."""

from __future__ import annotations

import gettext
import shutil
from pathlib import Path

import pytest
from babel.messages import Catalog

from mwk_desktop import messages
from mwk_desktop.catalogue import (
    collect_keys,
    entries_as_po,
    find_problems,
    keys_that_are_no_literals,
    main,
    missing,
    read_catalogue,
    update_catalogue,
)
from mwk_desktop.messages import CATALOGUES_DIR, is_complete, languages, render

SIX_FORMS = (
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
    "n%100>=11 && n%100<=99 ? 4 : 5)"
)

SOURCE = """
from mwk_desktop.messages import message, plural_message
def said(topic, count):
    return [
        message("Topic {topic} does "
                "not exist.", topic=topic),
        plural_message("{count} topic", "{count} topics", count),
    ]
"""
HEAD = """# French. Complete.
msgid ""
msgstr ""
"Language: fr\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"""


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "room.py").write_text(SOURCE, "utf-8")
    return tmp_path / "package"


def po(folder: Path, entries: str = "") -> Path:
    path = folder / "fr.po"
    path.write_text(f"{HEAD}\n{entries}", "utf-8")
    return path


@pytest.fixture(scope="module")
def keys() -> Catalog:
    """Every key of the package."""
    return collect_keys()


@pytest.mark.parametrize("language", [one for one in languages() if one != "en"])
def test_what_a_language_must_say_it_says(language: str, keys: Catalog) -> None:
    """French everything, every other language what the audience sees; nothing stale or wrong."""
    assert is_complete(language) == (language == "fr")
    assert list(find_problems(CATALOGUES_DIR / f"{language}.po", keys)) == []


def test_every_key_can_be_collected() -> None:
    assert list(keys_that_are_no_literals()) == []


def test_keys_are_collected_from_the_sources(sources: Path) -> None:
    keys = {entry.id for entry in collect_keys(sources) if entry.id}
    assert keys == {"Topic {topic} does not exist.", ("{count} topic", "{count} topics")}


def test_a_key_made_while_the_program_runs_is_found(sources: Path) -> None:
    (sources / "more.py").write_text('message(text)\nmessage("ok")\nmessage(f"{a}")\n', "utf-8")
    assert list(keys_that_are_no_literals(sources)) == ["more.py:1", "more.py:3"]


def test_an_update_adds_what_is_new_and_keeps_what_is_gone(sources: Path, tmp_path: Path) -> None:
    path = po(tmp_path, 'msgid "Gone."\nmsgstr "Parti."\n')
    update_catalogue(path, collect_keys(sources))
    text = path.read_text("utf-8")
    assert 'msgid "Topic {topic} does not exist."\nmsgstr ""' in text
    assert 'msgid_plural "{count} topics"' in text
    assert '#~ msgid "Gone."' in text
    assert text.startswith(HEAD)
    assert len(list(find_problems(path, collect_keys(sources)))) == 2
    # Said again: its translation is back.
    (sources / "more.py").write_text('message("Gone.")', "utf-8")
    update_catalogue(path, collect_keys(sources))
    assert '\nmsgid "Gone."\nmsgstr "Parti."' in path.read_text("utf-8")
    again = path.read_bytes(), path.with_suffix(".mo").read_bytes()
    update_catalogue(path, collect_keys(sources))
    assert (path.read_bytes(), path.with_suffix(".mo").read_bytes()) == again


def test_a_place_with_a_new_name_keeps_the_translation(sources: Path, tmp_path: Path) -> None:
    path = po(
        tmp_path, 'msgid "Topic {name} does not exist."\nmsgstr "Le topic {name} n’existe pas."\n'
    )
    update_catalogue(path, collect_keys(sources))
    assert 'msgstr "Le topic {topic} n’existe pas."' in path.read_text("utf-8")


def test_a_place_with_a_new_name_keeps_a_plural_of_one_form(sources: Path, tmp_path: Path) -> None:
    path = po(
        tmp_path, 'msgid "{n} topic"\nmsgid_plural "{n} topics"\nmsgstr[0] "トピック {n} 件"\n'
    ).rename(tmp_path / "ja.po")
    head = HEAD.replace("nplurals=2; plural=(n > 1)", "nplurals=1; plural=0").replace("fr", "ja")
    path.write_text(path.read_text("utf-8").replace(HEAD, head), "utf-8")
    update_catalogue(path, collect_keys(sources))
    assert 'msgstr[0] "トピック {count} 件"\n' in path.read_text("utf-8")
    assert "msgstr[1]" not in path.read_text("utf-8")


def test_a_plural_with_one_text_is_not_written_as_letters(sources: Path) -> None:
    catalogue = collect_keys(sources)
    entry = catalogue.get("{count} topic")
    assert entry is not None
    entry.string = ("sujet", "sujets")
    assert b'msgstr[1] "sujets"' in entries_as_po(catalogue)
    entry.string = "sujets"
    with pytest.raises(TypeError, match="has a plural"):
        entries_as_po(catalogue)


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("", "not in fr.po: Topic {topic} does not exist."),
        (
            'msgid "Topic {topic} does not exist."\nmsgstr ""\n',
            "not translated in fr.po: Topic {topic} does not exist.",
        ),
        (
            'msgid "Topic {topic} does not exist."\nmsgstr "Le topic {nom} n’existe pas."\n',
            "other places than its source in fr.po: Topic {topic} does not exist.",
        ),
        (
            'msgid "Topic {topic} does not exist."\nmsgstr "Le topic n’existe pas {"\n',
            "other places than its source in fr.po: Topic {topic} does not exist.",
        ),
        (
            'msgid "Topic {topic} does not exist."\n'
            'msgstr "Pas de topic {topic}.Pas de topic {topic}."\n',
            "other places than its source in fr.po: Topic {topic} does not exist.",
        ),
        ('msgid "Gone."\nmsgstr "Parti."\n', "no longer in the sources: Gone."),
        (
            'msgid "{count} topic"\nmsgid_plural "{count} topics"\n'
            'msgstr[0] "un topic"\nmsgstr[1] "des topics"\n',
            "",
        ),
    ],
)
def test_the_check_says_what_is_wrong(
    entry: str, problem: str, sources: Path, tmp_path: Path
) -> None:
    found = list(find_problems(po(tmp_path, entry), collect_keys(sources)))
    assert "fr.mo is older than fr.po" in found
    if problem:
        assert problem in found
    else:
        assert not any("{count} topic" in line for line in found)


def test_the_check_ends_with_1_where_something_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in CATALOGUES_DIR.glob("fr.*"):
        shutil.copy(file, tmp_path)
    text = (tmp_path / "fr.po").read_text("utf-8")
    (tmp_path / "fr.po").write_text(text.replace("{hours:.0f}\u00a0h", "", 1), "utf-8")
    assert main(["--check"], tmp_path) == 1
    assert "not translated in fr.po: {hours:.0f} h" in capsys.readouterr().out
    assert main(["--update"], tmp_path) == 0


AUDIENCE = """
from mwk_desktop.messages import message
HINT = message("Vote now.")
"""


def test_an_incomplete_language_needs_what_the_audience_sees(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (sources / "ui" / "stage").mkdir(parents=True)
    (sources / "ui" / "stage" / "hint.py").write_text(AUDIENCE, "utf-8")
    path = po(tmp_path)
    path.write_text(path.read_text("utf-8").replace(" Complete.", ""), "utf-8")
    template = collect_keys(sources)
    update_catalogue(path, template)
    assert list(find_problems(path, template)) == ["not translated in fr.po: Vote now."]
    with path.with_suffix(".mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    # By the plurals of English, not of the language that lacks it.
    said = [catalogue.ngettext("{count} topic", "{count} topics", count) for count in (0, 1)]
    assert said == ["{count} topics", "{count} topic"]
    assert len(list(missing(read_catalogue(path), template))) == 3
    assert main(["--missing"], tmp_path) == 0
    assert "said in English" in capsys.readouterr().out


def test_each_plural_form_is_there(sources: Path, tmp_path: Path) -> None:
    one_form = 'msgid "{count} topic"\nmsgid_plural "{count} topics"\nmsgstr[0] "topics"\n'
    path = po(tmp_path, one_form)
    problems = list(find_problems(path, collect_keys(sources)))
    assert "not translated in fr.po: {count} topic" in problems
    arabic = path.with_name("ar.po")
    two_forms = one_form + 'msgstr[1] "topics"\n'
    head = HEAD.replace("nplurals=2; plural=(n > 1)", SIX_FORMS).replace("fr", "ar")
    arabic.write_text(f"{head}\n{two_forms}", "utf-8")
    problems = list(find_problems(arabic, collect_keys(sources)))
    assert "not 6 plural forms in ar.po: {count} topic" in problems


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 يوم"), (1, "يوم واحد"), (2, "يومان"), (3, "3 أيام"), (11, "11 يومًا"), (100, "100 يوم")],
)
def test_arabic_counts_in_six_forms(count: int, said: str) -> None:
    text = render(messages.plural_message("{count} day", "{count} days", count), "ar")
    assert text.replace("\u2068", "").replace("\u2069", "") == said


def test_a_third_language_only_adds_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: Catalog
) -> None:
    from mwk_desktop.messages import accepted_language, language_of

    for file in CATALOGUES_DIR.iterdir():
        shutil.copy(file, tmp_path)
    text = (tmp_path / "fr.po").read_text("utf-8").replace("Language: fr", "Language: eo")
    before = languages()
    text = text.replace("1\u202f234,5", "1.234,5").replace("\u00a0jours", " tagoj")
    (tmp_path / "eo.po").write_text(text, "utf-8")
    update_catalogue(tmp_path / "eo.po", keys)
    monkeypatch.setattr(messages, "CATALOGUES_DIR", tmp_path)
    assert languages() == ("en", *sorted({*before, "eo"} - {"en"}))
    assert language_of("eo_XX") == accepted_language("eo;q=0.9, de;q=0.5") == "eo"
    assert render(messages.duration(3 * 86_400_000), "eo") == "3 tagoj"
    assert render(messages.message("{n}", n=1_203), "eo") == "1.203"

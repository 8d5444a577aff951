"""The catalogue tool, and that every language has every sentence of the program."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mwk_desktop.catalogue import (
    collect_keys,
    find_problems,
    keys_that_are_no_literals,
    main,
    update_catalogue,
)
from mwk_desktop.messages import CATALOGUES_DIR, languages, render

SOURCE = """
from mwk_desktop.messages import message, plural_message
def said(topic, count):
    return [
        message("Topic {topic} does "
                "not exist.", topic=topic),
        plural_message("{count} topic", "{count} topics", count),
    ]
"""
HEAD = """# French.
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


@pytest.mark.parametrize("language", [one for one in languages() if one != "en"])
def test_every_sentence_of_the_program_is_translated(language: str) -> None:
    assert list(find_problems(CATALOGUES_DIR / f"{language}.po", collect_keys())) == []


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
    for file in CATALOGUES_DIR.iterdir():
        shutil.copy(file, tmp_path)
    text = (tmp_path / "fr.po").read_text("utf-8")
    (tmp_path / "fr.po").write_text(text.replace("{hours:.0f}\u00a0h", "", 1), "utf-8")
    assert main(["--check"], tmp_path) == 1
    assert "not translated in fr.po: {hours:.0f} h" in capsys.readouterr().out
    assert main(["--update"], tmp_path) == 0


def test_a_third_language_only_adds_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from mwk_desktop import messages
    from mwk_desktop.messages import language_of
    from mwk_desktop.sources.page.page_texts import language_of as language_of_phone

    for file in CATALOGUES_DIR.iterdir():
        shutil.copy(file, tmp_path)
    text = (tmp_path / "fr.po").read_text("utf-8").replace("Language: fr", "Language: eo")
    text = text.replace("1\u202f234,5", "1.234,5").replace("\u00a0jours", " tagoj")
    (tmp_path / "eo.po").write_text(text, "utf-8")
    update_catalogue(tmp_path / "eo.po", collect_keys())
    monkeypatch.setattr(messages, "CATALOGUES_DIR", tmp_path)
    assert languages() == ("en", "eo", "fr")
    assert language_of("eo_XX") == language_of_phone("eo;q=0.9, de") == "eo"
    assert render(messages.duration(3 * 86_400_000), "eo") == "3 tagoj"
    assert render(messages.message("{n}", n=1_203), "eo") == "1.203"

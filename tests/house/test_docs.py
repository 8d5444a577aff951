"""The documentation says what the program does: its commands, settings, pages and links hold."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from mwk_desktop.cli import main
from mwk_desktop.show.settings.load import load_settings
from mwk_desktop.sql_columns import VIEW_COLUMNS

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs").glob("*.md"))


def blocks(page: Path, language: str) -> list[str]:
    """Fenced blocks of a language, also indented ones."""
    text = page.read_text("utf-8")
    found = re.findall(rf"^( *)```{language}\n(.*?)^\1```", text, re.DOTALL | re.MULTILINE)
    return [re.sub(rf"^{indent}", "", body, flags=re.MULTILINE) for indent, body in found]


COMMANDS = sorted(
    {
        (page.name, line)
        for page in PAGES
        for block in blocks(page, "sh")
        for line in block.splitlines()
        if line.strip()
    }
)


@pytest.mark.parametrize(("page", "command"), COMMANDS)
def test_a_command_is_one(page: str, command: str) -> None:
    words = shlex.split(command, comments=True)
    assert words[0] == "mwk"
    if {"--version", "--help", "--print-completion"} & set(words):
        with pytest.raises(SystemExit, match=r"^0$"):
            main.parser().parse_args(words[1:])
    else:
        main.parser().parse_args(words[1:])


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page, "toml")])
def test_settings_are_settings(page: Path, tmp_path: Path) -> None:
    for block in blocks(page, "toml"):
        path = tmp_path / "mwk.toml"
        path.write_text(block, "utf-8")
        load_settings(path)


def test_what_is_pointed_to_is_there() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_file_that_the_architecture_names_is_there() -> None:
    """The answers to "Where would I change ...?" name files; none of them may have moved on."""
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    named = set(re.findall(r"`([\w./-]+/[\w.-]*|\w+\.\w+)`", text))
    roots = (ROOT, ROOT / "mwk_desktop")
    missing = sorted(name for name in named if not any((root / name).exists() for root in roots))
    assert not missing
    answers = text[text.index("## Where would I change") :]
    for question in (
        "the limiter's ceiling",
        "a SQL column",
        "a result topic",
        "the stage's layout",
        "a language",
        "another network",
        "the window's length",
        "a MIDI map",
        "an audio effect",
        "a ninth instrument",
        "what happens at a takeover of two laptops",
        "a chart of the report",
        "a setting's label in the form",
        "the words of a health line",
        "the phone's page",
    ):
        (answer,) = re.findall(rf"^\| {question} \| (.+) \|$", answers, re.MULTILINE)
        assert "`" in answer or answer == "see below", question


def test_what_make_is_told_to_make_it_makes() -> None:
    """In the documentation and in the program's own texts."""
    made = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    sources = (ROOT / "mwk_desktop").rglob("*.py")
    told = [
        f"{path.relative_to(ROOT)}: make {target}"
        for path in (*PAGES, ROOT / "README.md", *sources)
        for target in re.findall(r"`make ([a-z]+)", path.read_text("utf-8"))
        if target not in made
    ]
    assert not told
    assert {"run", "test", "docs"} <= made


def test_every_verb_has_its_place() -> None:
    text = "\n".join(page.read_text("utf-8") for page in PAGES)
    for verb in main.VERBS:
        assert f"mwk {verb.NAME}" in text, verb.NAME


def test_the_settings_page_is_what_the_code_says() -> None:
    command = [sys.executable, str(ROOT / "packaging" / "docs" / "reference.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_sql_page_lists_the_columns_of_every_view() -> None:
    page = (ROOT / "docs" / "sql.md").read_text()
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", page, re.MULTILINE))
    assert rows.keys() >= VIEW_COLUMNS.keys()
    for view, columns in VIEW_COLUMNS.items():
        if view != "votes":  # "the same"
            assert re.findall(r"`([^`]+)`", rows[view]) == list(columns)

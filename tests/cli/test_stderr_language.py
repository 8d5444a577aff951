"""Lines on stderr speak the presenter's language; what programs read stays English."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mwk_desktop.app.stderr_lines import presenter_text, set_presenter_language
from mwk_desktop.app.verbs import run_checks
from mwk_desktop.cli.main import run
from mwk_desktop.messages import message, render
from mwk_desktop.show.workers_state import CheckFinding

ENGLISH = "mwk: missing.jsonl: no such file: name a recording (.jsonl, .gz or .zst)\n"
FRENCH = (
    "mwk: missing.jsonl\u00a0: ce fichier n\u2019existe pas\u00a0: "
    "nommez un enregistrement (.jsonl, .gz ou .zst)\n"
)


def stderr_of(folder: Path, *args: str, **environ: str) -> tuple[int, str]:
    variables = {name: value for name, value in os.environ.items() if name != "LC_ALL"}
    done = subprocess.run(
        [sys.executable, "-m", "mwk_desktop", *args],
        cwd=folder,
        env={**variables, "PYTHONIOENCODING": "utf-8", **environ},
        capture_output=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stderr.decode()


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({"LANG": "fr_FR.UTF-8"}, FRENCH),
        ({"LANG": "C"}, ENGLISH),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "POSIX"}, ENGLISH),
        ({"LANG": "fr_FR.UTF-8", "MWK_UI__LANGUAGE": "en"}, ENGLISH),
        ({"LANG": "C", "MWK_UI__LANGUAGE": "fr"}, FRENCH),
    ],
    ids=["system-fr", "system-c", "posix-wins", "setting-en", "setting-fr"],
)
def test_a_recording_that_is_not_there(environ: dict[str, str], said: str, tmp_path: Path) -> None:
    assert stderr_of(tmp_path, "replay", "missing.jsonl", **environ) == (2, said)


def test_settings_that_are_wrong_are_said_in_the_system_s_language(tmp_path: Path) -> None:
    code, said = stderr_of(tmp_path, "devices", "--config", "no.toml", LANG="fr_FR.UTF-8")
    assert code == 2
    assert said.startswith("mwk: no.toml\u00a0: fichier introuvable\u202f; ")


def test_json_and_help_stay_english(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mwk_desktop", "devices", "--json"],
        env={**os.environ, "LC_ALL": "fr_FR.UTF-8"},
        capture_output=True,
        check=True,
        timeout=120,
    )
    for line in done.stdout.decode().splitlines():
        assert json.loads(line)["type"] == "device"
    helped = subprocess.run(
        [sys.executable, "-m", "mwk_desktop", "replay", "--help"],
        env={**os.environ, "LC_ALL": "fr_FR.UTF-8"},
        capture_output=True,
        check=True,
        timeout=120,
    )
    assert b"usage: mwk replay" in helped.stdout


def test_the_language_is_chosen_once_the_settings_are_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = message("interrupted")
    set_presenter_language("fr")
    assert presenter_text(said) == "interrompu"
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    set_presenter_language("")
    assert presenter_text(said) == "interrompu"
    monkeypatch.setenv("LC_ALL", "C")
    set_presenter_language("")
    assert presenter_text(said) == "interrupted"


def test_a_terminal_is_sent_no_isolates_of_ours() -> None:
    """They would be written out; those of others still are."""
    set_presenter_language("ar")
    said = message("{path}: {lag} records ({why})", path="/a b", lag=-3, why="x")
    assert "\u2068" in render(said, "ar")
    assert presenter_text(said) == "/a b: -3 records (x)"
    assert presenter_text("a\u2068b") == "a\u2068b"
    set_presenter_language("en")


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", ["sans", "ok", "orange", "rouge"]), ("en", ["off", "ok", "amber", "red"])],
)
def test_the_table_of_checks_speaks_one_language(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    language: str,
    words: list[str],
) -> None:
    """The words for a level are for people; JSON keeps its own."""
    title = message("Real-time priority")
    found = [CheckFinding(f"x.{n}", n, title, message("no sound card")) for n in run_checks.LEVELS]
    monkeypatch.setattr(run_checks, "run_preflight", lambda options, scope: iter(found))
    monkeypatch.setenv("MWK_UI__LANGUAGE", language)
    monkeypatch.setenv("MWK_CONFIG", str(tmp_path / "mwk.toml"))
    (tmp_path / "mwk.toml").touch()
    assert run(["check", "--state-dir", str(tmp_path)]) == run_checks.EXIT_CODES["bad"]
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == words
    # One column: what was found begins at the same place in each row.
    assert len({line.index(render(found[0].found, language)) for line in lines}) == 1
    assert run(["check", "--state-dir", str(tmp_path), "--json"]) == run_checks.EXIT_CODES["bad"]
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["level"] for line in told] == ["off", "ok", "amber", "red"]
    assert {line["text"] for line in told} == {"no sound card"}
    set_presenter_language("en")

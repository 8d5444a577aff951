"""The README's examples are commands of this program, and those that need nothing are run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import zstandard

from mwk_desktop.cli import main
from mwk_desktop.show.settings.load import load_settings
from tests.cli.driving import ROOT

README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = [
    line
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if line.startswith("mwk")
]
RUN = [
    command
    for command in COMMANDS
    if re.match(r"mwk (bounce|report|devices|sounds$)", command) or "--headless" in command
]


@pytest.mark.parametrize("command", COMMANDS)
def test_it_is_a_command(command: str) -> None:
    main.parser().parse_args(shlex.split(command)[1:])


@pytest.mark.parametrize("command", RUN)
def test_it_runs(
    command: str, mwk: Any, tmp_path: Path, recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a short recording of the same name, from a folder of its own."""
    for name in re.findall(r"assets/\S+", command):
        assert (ROOT / name).is_file()
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_bytes(zstandard.compress(recording.read_bytes()))
    monkeypatch.chdir(tmp_path)
    result = mwk(*shlex.split(command)[1:])
    assert result.code == 0
    if "devices" not in command:
        assert result.err == ""
        assert result.out
    if "--json" in command:
        assert result.lines


def test_every_verb_is_shown() -> None:
    for verb in main.VERBS:
        assert any(command.split()[1:2] == [verb.NAME] for command in COMMANDS), verb.NAME


def test_its_settings_are_settings(tmp_path: Path) -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    path = tmp_path / "mwk.toml"
    path.write_text(block, "utf-8")
    settings = load_settings(path)
    assert settings.kafka == {"bootstrap.servers": "kafka:9092"}
    assert settings.audio.device == "USB"


def test_what_it_points_to_is_there() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target
    for room in re.findall(r"^\| \d \| (.*?) \|", README, re.MULTILINE):
        for name in re.findall(r"`([^`]+)`", room):
            assert (ROOT / "mwk_desktop" / name).exists(), name


def test_the_first_screen_says_how_to_begin() -> None:
    first = "\n".join(README.splitlines()[:22])
    for words in ("make run", "make test", "apt-get install git make python3 python3-venv"):
        assert words in first

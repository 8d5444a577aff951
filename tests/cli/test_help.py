"""`--help` everywhere, with examples that are right; and it costs next to nothing."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop import __version__
from mwk_desktop.cli import main
from mwk_desktop.program_version import full_version
from tests.cli.driving import MWK, ROOT

VERBS = [verb.NAME for verb in main.VERBS]
EXAMPLES = {verb.NAME: verb.EXAMPLES for verb in main.VERBS} | {"": main.EXAMPLES}


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_every_help_has_examples(verb: str, mwk: Any) -> None:
    result = mwk(*verb.split(), "--help")
    text = result.out.decode()
    assert (result.code, result.err) == (0, "")
    assert text.startswith(f"usage: mwk {verb}".rstrip())
    assert "examples:\n  mwk" in text
    assert max(map(len, text.splitlines())) <= 100


def examples(verb: str) -> list[str]:
    return [line.strip() for line in EXAMPLES[verb].splitlines() if line.startswith("  mwk")]


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_the_examples_are_commands(verb: str) -> None:
    found = examples(verb)
    assert found
    for example in found:
        # What stands after two spaces explains; what stands after a bar is another program.
        command = shlex.split(example.split("|")[0].split("  ")[0])
        assert command[0] == "mwk"
        main.parser().parse_args(command[1:])


def test_the_top_names_every_verb(mwk: Any) -> None:
    text = mwk("--help").out.decode()
    for verb in main.VERBS:
        assert f"    {verb.NAME} " in text


def test_the_version(mwk: Any) -> None:
    result = mwk("--version")
    assert (result.code, result.out.decode()) == (0, f"mwk {full_version()}\n")


def test_help_is_light() -> None:
    """Whoever asks for help waits for no library."""
    heavy = ("numpy", "PySide6", "confluent_kafka", "sounddevice", "soundfile", "msgspec", "tqdm")
    code = (
        "import sys\nfrom mwk_desktop.__main__ import main\n"
        "sys.argv = ['mwk', 'replay', '--help']\nassert main() == 0\n"
        f"print(*(name for name in {heavy} if name in sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "\n")
    assert "usage: mwk replay" in done.stdout


def test_the_module_is_the_command() -> None:
    done = subprocess.run([*MWK, "--version"], cwd=ROOT, capture_output=True, timeout=60)
    assert done.returncode == 0
    assert re.fullmatch(rf"mwk {re.escape(__version__)}( \(commit .+\))?\n", done.stdout.decode())


def test_a_shell_completes_verbs_options_and_files(mwk: Any, tmp_path: Path) -> None:
    result = mwk("--print-completion", "bash")
    assert (result.code, result.err) == (0, "")
    script = tmp_path / "mwk.sh"
    script.write_bytes(result.out)
    lines = """
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_shtab_mwk; printf '%s\\n' "${COMPREPLY[@]}"
"""
    for words, found in (("mwk rep", "replay"), ("mwk replay --sp", "--speed")):
        command = ["bash", "-c", lines, "bash", str(script), *words.split()]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
        assert found in done.stdout.splitlines(), done
    assert mwk("--print-completion", "zsh").out.startswith(b"#compdef mwk")

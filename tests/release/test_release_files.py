"""What a release is made of: the wheel, the commit in it, man page, completion, metadata."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import changelog
import man_page
import pytest
from notes import notes

from mwk_desktop import __version__
from mwk_desktop.cli.main import VERBS, parser
from mwk_desktop.program_version import commit_of, full_version
from tests.support import needed

ROOT = Path(__file__).resolve().parents[2]
RELEASE = ROOT / "packaging" / "release"


# -- wheel and commit -------------------------------------------------------------------------


def build_wheel(folder: Path, **environ: str) -> Path:
    command = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(folder)]
    done = subprocess.run(
        [*command, str(ROOT)],
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        check=False,
        umask=0o077 if environ else 0o022,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = folder.glob("*.whl")
    return wheel


def test_the_same_source_gives_the_same_wheel_byte_for_byte(tmp_path: Path) -> None:
    """Whatever the time zone, the order of sets, and the rights of new files."""
    first = build_wheel(tmp_path / "a")
    second = build_wheel(
        tmp_path / "b", TZ="Pacific/Kiritimati", PYTHONHASHSEED="7", LC_ALL="C", HOME=str(tmp_path)
    )
    assert first.name == second.name == f"music_with_kafka-{__version__}-py3-none-any.whl"
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as wheel:
        names = wheel.namelist()
        assert "mwk_desktop/assets/sounds/set.toml" in names
        assert not [name for name in names if name.startswith(("tests/", "packaging/"))]
        if (ROOT / ".git").exists():
            commit = wheel.read("mwk_desktop/commit.txt").decode().strip()
            assert commit == commit_of(ROOT / "mwk_desktop")
    # No file twice, none outside the package.
    checker = Path(sys.executable).with_name("check-wheel-contents")
    done = subprocess.run([checker, first], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_installed_package_says_the_commit_it_was_built_of(tmp_path: Path) -> None:
    (tmp_path / "commit.txt").write_text("0123456789ab\n", "ascii")
    assert full_version(package=tmp_path) == f"{__version__} (commit 0123456789ab)"
    (tmp_path / "commit.txt").unlink()
    assert full_version(package=tmp_path) == __version__


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    command = ["git", *identity, "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_a_checkout_asks_git_and_says_that_it_was_changed(tmp_path: Path) -> None:
    needed("git", "git")
    package = tmp_path / "package"
    package.mkdir()
    (package / "file").write_text("1")
    git(tmp_path, "init", "-q")
    assert commit_of(package) == ""  # no commit yet
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    git(tmp_path, "tag", "-am", "a tag is not what is asked for", "v9")
    commit = git(tmp_path, "rev-parse", "--short=12", "HEAD")
    assert commit_of(package) == commit
    assert commit_of(package, ask_git=False) == ""
    (package / "file").write_text("2")
    assert commit_of(package) == f"{commit}+"
    assert commit_of(package / "inside") == ""  # the folder above is no checkout itself


# -- man page, completion, desktop --------------------------------------------------------------


def test_the_man_page_names_every_verb_and_every_option(tmp_path: Path) -> None:
    page = man_page.page()
    plain = page.replace("\\-", "-")
    for verb in VERBS:
        assert f".SS mwk {verb.NAME}\n" in plain
        for line in verb.EXAMPLES.splitlines()[1:2]:
            assert line.strip() in plain
    parsers = [parser(), *parser().verbs.values()]
    flags = {flag for each in parsers for flag in re.findall(r"--[a-z][\w-]+", each.format_usage())}
    assert len(flags) > 60
    assert not [flag for flag in flags if f"\\fB{flag}\\fR" not in plain]
    assert page == man_page.page()  # no time in it
    if shutil.which("man"):
        (tmp_path / "mwk.1").write_text(page, "utf-8")
        done = subprocess.run(
            ["man", "--warnings", "-E", "UTF-8", "-l", str(tmp_path / "mwk.1")],
            env={**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "80", "MANPAGER": "cat"},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stderr == ""
        assert "mwk - a mixing console" in done.stdout


@pytest.fixture(scope="module")
def completions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with each shell's script."""
    folder = tmp_path_factory.mktemp("completions")
    for shell in ("bash", "zsh", "fish"):
        command = [sys.executable, "-m", "mwk_desktop", "--print-completion", shell]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        (folder / shell).write_bytes(done.stdout)
    return folder


def test_fish_completes_verbs_options_and_values(completions: Path) -> None:
    fish = needed("fish", "fish")

    def complete(line: str) -> list[str]:
        code = f"source {completions / 'fish'}; complete -C '{line}'"
        done = subprocess.run(
            [fish, "--no-config", "-c", code], capture_output=True, text=True, check=True
        )
        return [found.split("\t")[0] for found in done.stdout.splitlines()]

    assert {verb.NAME for verb in VERBS} <= set(complete("mwk "))
    assert complete("mwk repl") == ["replay"]
    assert "--speed" in complete("mwk replay --sp")
    assert set(complete("mwk --quantize ")) >= {"beat", "bar", "loop"}


def test_zsh_reads_its_script(completions: Path) -> None:
    zsh = needed("zsh", "zsh")
    subprocess.run([zsh, "-n", str(completions / "zsh")], check=True)
    script = (completions / "zsh").read_text("utf-8")
    assert script.startswith("#compdef mwk")
    for verb in VERBS:
        assert f"_shtab_mwk_{verb.NAME}_options" in script


def test_a_software_centre_finds_what_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "invalid.music_with_kafka.mwk.metainfo.xml"
    subprocess.run([sys.executable, str(RELEASE / "metainfo.py"), str(path)], check=True)
    root = ElementTree.parse(path).getroot()
    assert f"{root.findtext('id')}.metainfo.xml" == path.name
    desktop = (ROOT / "packaging" / "bundle" / "mwk.desktop").read_text("utf-8")
    assert root.findtext("launchable") == "mwk.desktop"
    assert root.findtext("icon") == re.findall(r"^Icon=(.+)$", desktop, re.M)[0] == "mwk"
    found = [(each.get("version"), each.get("date")) for each in root.iter("release")]
    assert found == [(each.version, each.date) for each in changelog.releases()]
    if found and shutil.which("appstreamcli"):
        subprocess.run(["appstreamcli", "validate", "--no-net", str(path)], check=True)
    if shutil.which("desktop-file-validate"):
        source = ROOT / "packaging" / "bundle" / "mwk.desktop"
        subprocess.run(["desktop-file-validate", str(source)], check=True)


# -- notes ------------------------------------------------------------------------------------

CHANGELOG = """# Changelog

## [Unreleased]

- later

## [0.9.0] - 2026-11-30

### Added

- a thing

## [0.8.0] - 2026-01-01

- old
"""


def test_a_releases_notes_are_its_section() -> None:
    released = changelog.releases(CHANGELOG)
    assert [(each.version, each.date) for each in released] == [
        ("0.9.0", "2026-11-30"),
        ("0.8.0", "2026-01-01"),
    ]
    assert notes("v0.9.0", "0.9.0", released) == "### Added\n\n- a thing\n"
    with pytest.raises(ValueError, match="the tag is"):
        notes("v0.8.0", "0.9.0", released)
    with pytest.raises(ValueError, match=r"no dated section \[1.0.0\]"):
        notes("v1.0.0", "1.0.0", released)


def test_the_services_of_this_system_do_what_they_say() -> None:
    command = [sys.executable, str(RELEASE / "try_services.py")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "single instance: one process at a time" in done.stdout

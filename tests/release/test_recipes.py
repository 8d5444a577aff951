"""The recipes under ``.github/workflows`` and the Makefile: what a step runs is there to be run."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from mwk_desktop import __version__

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
FILE = re.compile(r"(?<![\w./-])((?:packaging|requirements|tests|assets)/[\w./-]+)")


def load(path: Path) -> dict[str, Any]:
    """A workflow; its ``on`` is read as True (YAML 1.1)."""
    loaded = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in load(path)["jobs"].values() for step in job.get("steps", [])]


def commands(path: Path) -> list[str]:
    """What the steps run, with the values of the job's matrix put in."""
    found = []
    for job in load(path)["jobs"].values():
        matrix = job.get("strategy", {}).get("matrix", {})
        for step in job.get("steps", []):
            command = step.get("run", "")
            (name,) = re.findall(r"\$\{\{ matrix\.(\w+) \}\}", command) or [""]
            values = matrix.get(name, [""])
            found += [command.replace(f"${{{{ matrix.{name} }}}}", value) for value in values]
    return [command for command in found if command]


def test_there_is_one_for_each_purpose() -> None:
    assert [path.stem for path in WORKFLOWS] == ["bundles", "check", "release", "test"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_it_says_that_it_has_not_been_run(path: Path) -> None:
    assert path.read_text("utf-8").startswith("# NOT RUN YET")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_its_jobs_are_complete(path: Path) -> None:
    workflow = load(path)
    assert workflow["name"] == path.stem
    assert True in workflow  # `on`
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        if "uses" in job:
            assert (ROOT / job["uses"]).is_file(), name
        else:
            assert job["runs-on"], name
            assert job["steps"], name
        for needed in [job["needs"]] if "needs" in job else []:
            assert needed in workflow["jobs"]
    for step in steps(path):
        assert ("run" in step) != ("uses" in step), step
        if "uses" in step:
            assert re.fullmatch(r"[\w-]+/[\w-]+@v\d+", step["uses"])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_what_its_steps_run_is_there(path: Path) -> None:
    for command in commands(path):
        for target in re.findall(r"(?:^|&& )make (\w+)", command, re.MULTILINE):
            assert target in TARGETS, command
        for name in FILE.findall(command):
            assert (ROOT / name).exists(), command
        shell = re.sub(r"\$\{\{.*?\}\}", "value", command)
        subprocess.run(["bash", "-n", "-c", shell], check=True)


def test_a_step_that_runs_nothing_would_be_found(tmp_path: Path) -> None:
    """The test above is tested: a target and a file that are not there."""
    assert "packge" not in TARGETS
    assert FILE.findall("python packaging/none.py -r requirements/none.lock") == [
        "packaging/none.py",
        "requirements/none.lock",
    ]


@pytest.mark.parametrize("system", ["linux", "macos", "windows"])
def test_every_system_has_its_spec(system: str) -> None:
    """Each is Python, freezes what the others freeze, and says whether it was run."""
    text = (ROOT / "packaging" / "bundle" / f"mwk-{system}.spec").read_text("utf-8")
    compile(text, system, "exec")
    assert "spec_parts.analysis_arguments()" in text
    assert ("NOT RUN" in text) is (system != "linux")


def test_the_locks_bring_what_freezes_the_program_on_every_system() -> None:
    locks = {
        name: set(re.findall(r"^([\w.-]+)==", (ROOT / "requirements" / name).read_text(), re.M))
        for name in ("runtime.lock", "bundle.lock", "dev.lock")
    }
    assert locks["bundle.lock"] >= {"pyinstaller", "pefile", "pywin32-ctypes", "macholib"}
    assert locks["dev.lock"] >= {"build", "twine", "check-wheel-contents", "cyclonedx-bom"}
    assert not {"linkpython-extern", "pyinstaller", "twine"} & locks["runtime.lock"]


def test_locks_name_hashes_and_no_host() -> None:
    for path in sorted((ROOT / "requirements").glob("*.lock")):
        text = path.read_text("utf-8")
        assert "://" not in text
        assert "--find-links" not in text
        pins = re.findall(r"^[\w.-]+==\S+ \\\n(    --hash=sha256:[0-9a-f]{64}.*)$", text, re.M)
        assert len(pins) == len(re.findall(r"^[\w.-]+==", text, re.M)) > 0


def test_the_version_is_in_one_place_only() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    assert 'dynamic = ["version"]' in text
    assert f'"{__version__}"' not in text

"""The architecture's contracts hold, and a planted violation of each is caught."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PLANTED = {
    "an upward import": ("topology/chart.py", "import mwk_desktop.show.grid", "floors"),
    "a neighbour on the floor": (
        "engine/mixer.py",
        "import mwk_desktop.topology.chart",
        "floors",
    ),
    "records and sounds": ("records/record_types.py", "import mwk_desktop.sounds.tempo", "floors"),
    "an unknown room": ("cellar.py", "X = 1", "floors"),
    "ui into the engine": ("ui/display.py", "import mwk_desktop.engine.mixer", "windows talk"),
    "Qt in the show": ("show/grid.py", "import PySide6", "Qt only in"),
    "Qt in app, outside functions' reach": (
        "engine/audio_writer.py",
        "import PySide6.QtCore",
        "Qt only in",
    ),
    "sounddevice in the show": ("show/grid.py", "import sounddevice", "sounddevice only"),
    "soundfile in the show": ("show/grid.py", "import soundfile", "soundfile only"),
    "DuckDB in the app": ("app/sql.py", "import duckdb", "duckdb only"),
    "SQL and its neighbours": (
        "analysis/counted_rows.py",
        "import mwk_desktop.topology.chart",
        "floors",
    ),
    "a Kafka client in the show": ("show/grid.py", "import confluent_kafka", "confluent_kafka"),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    return subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin", "COLUMNS": "300"},
    )


@pytest.fixture(scope="module")
def copy_of_house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("house")
    shutil.copytree(
        ROOT / "mwk_desktop", folder / "mwk_desktop", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_the_house_keeps_its_contracts() -> None:
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("plant", PLANTED, ids=lambda name: name.replace(" ", "-"))
def test_a_planted_violation_is_caught(copy_of_house: Path, plant: str) -> None:
    name, line, contract = PLANTED[plant]
    file = copy_of_house / "mwk_desktop" / name
    before = file.read_text("utf-8") if file.exists() else None
    file.write_text((before or "") + f"\n{line}\n", "utf-8")
    try:
        result = lint(copy_of_house)
    finally:
        if before is None:
            file.unlink()
        else:
            file.write_text(before, "utf-8")
    assert result.returncode != 0, result.stdout
    assert contract.lower() in (result.stdout + result.stderr).lower()


def test_no_module_is_longer_than_400_lines() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for folder in ("mwk_desktop", "packaging")
        for pattern in ("*.py", "*.qml")
        for path in (ROOT / folder).rglob(pattern)
        if (lines := len(path.read_text("utf-8").splitlines())) > 400
    }
    assert not long


def test_the_command_line_starts_without_anything_heavy() -> None:
    """The engine's child process imports ``__main__`` again: it must bring nothing along."""
    code = (
        "import sys, mwk_desktop.__main__; "
        "print([m for m in ('PySide6', 'confluent_kafka', 'json', 'msgspec', 'numpy') "
        "if m in sys.modules])"
    )
    result = subprocess.run(
        [
            sys.executable,
            "-I",
            "-S",
            "-c",
            f"import sys; sys.path.insert(0, {str(ROOT)!r}); {code}",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.strip() == "[]"

"""The architecture's contracts hold, and a planted violation of each is caught."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Contract, file, planted line, and what the report must say of it.
PLANTED = [
    (
        "layers",
        "topology/chart.py",
        "import mwk_desktop.show.grid",
        "topology is not allowed to import mwk_desktop.show",
    ),
    (
        "layers",
        "engine/mixer.py",
        "import mwk_desktop.topology.chart",
        "engine is not allowed to import mwk_desktop.topology",
    ),
    (
        "layers",
        "analysis/counted_rows.py",
        "import mwk_desktop.store.changes",
        "analysis is not allowed to import mwk_desktop.store",
    ),
    (
        "layers",
        "records/record_types.py",
        "import mwk_desktop.sounds.tempo",
        "records is not allowed to import mwk_desktop.sounds",
    ),
    ("layers", "units.py", "import mwk_desktop.messages", "units is not allowed to import"),
    (
        "ui-talks-to-show",
        "ui/facts.py",
        "import mwk_desktop.engine.mixer",
        "mwk_desktop.ui is not allowed to import mwk_desktop.engine",
    ),
    (
        "controls-talk-to-show",
        "controls/midi/midi_lights.py",
        "import mwk_desktop.engine.mixer",
        "mwk_desktop.controls is not allowed to import mwk_desktop.engine",
    ),
    (
        "layers",
        "controls/midi/midi_ports.py",
        "import mwk_desktop.ui.keys",
        "controls is not allowed to import mwk_desktop.ui",
    ),
    (
        "midi-and-osc-in-controls",
        "show/grid.py",
        "import rtmidi",
        "mwk_desktop is not allowed to import rtmidi",
    ),
    (
        "acyclic",
        "topology/chart.py",
        "def late():\n    import mwk_desktop.topology.counting",
        "No cycles are allowed in mwk_desktop.topology",
    ),
    (
        "app-layers",
        "app/workers/planted.py",
        "import mwk_desktop.app.verbs.planted",
        "app.workers is not allowed to import mwk_desktop.app.verbs",
    ),
    ("app-layers", "app/verbs/planted.py", "X = 1", ""),
    (
        "show-layers",
        "show/commands.py",
        "import mwk_desktop.show.core",
        "show.commands is not allowed to import mwk_desktop.show.core",
    ),
    (
        "engine-child",
        "engine/protocol.py",
        "import json",
        "mwk_desktop.engine is not allowed to import json",
    ),
    (
        "qt-in-ui",
        "engine/mixer.py",
        "import PySide6.QtCore",
        "mwk_desktop is not allowed to import PySide6",
    ),
    (
        "sounddevice-in-engine",
        "show/grid.py",
        "import sounddevice",
        "mwk_desktop is not allowed to import sounddevice",
    ),
    (
        "soundfile-in-sounds-and-engine",
        "show/grid.py",
        "import soundfile",
        "mwk_desktop is not allowed to import soundfile",
    ),
    (
        "kafka-client-in-kafka",
        "show/grid.py",
        "import confluent_kafka",
        "mwk_desktop is not allowed to import confluent_kafka",
    ),
    (
        "duckdb-in-analysis",
        "show/grid.py",
        "import duckdb",
        "mwk_desktop is not allowed to import duckdb",
    ),
    (
        "schemas-in-records",
        "show/grid.py",
        "import fastavro",
        "mwk_desktop is not allowed to import fastavro",
    ),
    (
        "web-server-in-page",
        "show/grid.py",
        "import aiohttp",
        "mwk_desktop is not allowed to import aiohttp",
    ),
]

CONTRACTS = {
    contract["id"]: contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
}


def lint(folder: Path) -> tuple[int, str]:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin", "COLUMNS": "300"},
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def copy_of_house(tmp_path: Path) -> Path:
    shutil.copytree(
        ROOT / "mwk_desktop", tmp_path / "mwk_desktop", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_house_keeps_its_contracts() -> None:
    code, report = lint(ROOT)
    assert code == 0, report


def test_every_planted_violation_is_caught(copy_of_house: Path) -> None:
    """All at once: the linter reports each contract on its own."""
    for _, name, line, _ in PLANTED:
        plant(copy_of_house / "mwk_desktop" / name, line)
    code, report = lint(copy_of_house)
    assert code != 0
    kept = [one for one, name in CONTRACTS.items() if f"{name} BROKEN" not in report]
    assert not kept, report
    missed = [text for _, _, _, text in PLANTED if text not in report]
    assert not missed, report


def plant(file: Path, line: str) -> None:
    """Add a line to a module; make the module, and its package, where there is none."""
    file.parent.mkdir(exist_ok=True)
    (file.parent / "__init__.py").touch()
    before = file.read_text("utf-8") if file.exists() else ""
    file.write_text(f"{before}\n{line}\n", "utf-8")


def test_a_room_that_no_contract_names_is_caught(copy_of_house: Path) -> None:
    (copy_of_house / "mwk_desktop" / "cellar.py").write_text("X = 1\n", "utf-8")
    code, report = lint(copy_of_house)
    assert code != 0
    assert "cellar" in report


def test_qt_loads_only_where_a_window_is_wanted() -> None:
    """Outside ``ui``, Qt is imported inside functions only: headless starts without it."""
    found = []
    for path in sorted((ROOT / "mwk_desktop").rglob("*.py")):
        if path.is_relative_to(ROOT / "mwk_desktop" / "ui"):
            continue
        at_import = [
            name
            for node in module_level(ast.parse(path.read_text("utf-8")))
            for name in imported_names(node)
        ]
        if any(name.startswith(("PySide6", "shiboken6")) for name in at_import):
            found.append(str(path.relative_to(ROOT)))
    assert not found


def module_level(tree: ast.AST) -> Iterator[ast.AST]:
    """All nodes that run when the module is imported (``if TYPE_CHECKING`` does not)."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        yield node
        yield from module_level(node)


def imported_names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


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


def test_a_show_without_a_broker_does_not_load_kafkas_client() -> None:
    code = (
        "import sys, mwk_desktop.app.wiring.worker_list, mwk_desktop.app.wiring.start_demo; "
        "print('confluent_kafka' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"

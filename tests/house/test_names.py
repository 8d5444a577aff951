"""One meaning per name: no two classes and no two modules of the package are called the same."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "mwk_desktop").rglob("*.py"))

UNCLEAR = {
    "take": "what is taken: fold_batch, apply_command, drain_changes, on_counted",
    "let_go": "what ends: close, release_devices",
}
"""Names of functions that tell a reader nothing, and what would."""


def shared(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    places = defaultdict(list)
    for name, place in pairs:
        places[name].append(place)
    return {name: where for name, where in places.items() if len(where) > 1}


def place(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_a_class_name_has_one_meaning() -> None:
    found = shared(
        (node.name, place(path))
        for path in MODULES
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef)
    )
    assert not found


def test_a_module_name_has_one_meaning() -> None:
    assert not shared((path.stem, place(path)) for path in MODULES if path.stem != "__init__")


def test_a_package_says_what_lives_in_it() -> None:
    silent = [
        place(path)
        for path in MODULES
        if path.name == "__init__.py" and not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert not silent


@pytest.mark.parametrize("name", UNCLEAR)
def test_a_function_says_what_it_does(name: str) -> None:
    found = [
        f"{place(path)}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.strip("_") == name
    ]
    assert not found, UNCLEAR[name]

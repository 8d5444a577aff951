"""The tests keep rules too: no clock decides, none leans on another, names say what is tested."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests import work_groups

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path
    for path in (ROOT / "tests").rglob("*.py")
    if path.relative_to(ROOT).parts[1] not in ("benchmarks", "mutants")
)
CLOCKS = {"monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "process_time"}
PYTESTS_SKIPS = ("skip", "importorskip", "mark.skip", "mark.skipif", "mark.xfail", "xfail")
PRIVATE = {
    "tests/analysis/test_spool_and_tap.py": (5, "a disk that fills up, a thread held at one step"),
    "tests/app/test_preflight.py": (1, "the type that shutil.disk_usage returns"),
    "tests/app/test_show_host.py": (2, "a recording that is slow to read"),
    "tests/app/test_sql_running.py": (6, "a restart under a running query, another patience"),
    "tests/app/test_twitter_kafka.py": (2, "waits of minutes made short in the whole verb"),
    "tests/app/test_twitter_worker.py": (5, "what Kafka has confirmed, the end of a stream"),
    "tests/engine/test_arranged.py": (4, "how many voices a mixer still computes"),
    "tests/engine/test_mixer.py": (1, "voices that have faded out sound like none"),
    "tests/kafka/test_rights.py": (2, "a client library that fails in its own code"),
    "tests/show/test_frame_pacing.py": (3, "a wait of the real clock, held"),
    "tests/show/test_recorder_behind.py": (1, "one round of a thread that is not started"),
    "tests/show/test_recorder_flood.py": (4, "which process writes, whether its file is closed"),
    "tests/show/test_scrub.py": (1, "the scene of the crowd under a hold"),
    "tests/show/test_show_thread.py": (1, "an end that was asked for and waits"),
    "tests/sounds_build/test_aliasing.py": (2, "what drives the generators"),
    "tests/topology/test_duplicates.py": (4, "how long a chain is: only time would show it"),
    "tests/ui/test_pictures_made.py": (2, "the bounds of a queue and of a memory"),
}
"""Accesses to ``_names`` of others, and the fact that nothing public shows. Only ever less."""


def parsed() -> Iterator[tuple[str, ast.Module]]:
    for path in FILES:
        yield str(path.relative_to(ROOT)), ast.parse(path.read_text("utf-8"))


def reads_a_clock(node: ast.AST, names: set[str]) -> bool:
    """Whether an expression is computed from a clock (calls with such arguments are not)."""
    match node:
        case ast.Call(func=ast.Attribute(attr=name)) | ast.Call(func=ast.Name(id=name)):
            return name in CLOCKS
        case ast.Name(id=name):
            return name in names
        case ast.BinOp(left=left, right=right):
            return reads_a_clock(left, names) or reads_a_clock(right, names)
        case ast.UnaryOp(operand=operand):
            return reads_a_clock(operand, names)
    return False


def asserted_times(function: ast.AST) -> list[int]:
    names: set[str] = set()
    for _ in range(2):
        for node in ast.walk(function):
            if isinstance(node, ast.Assign) and reads_a_clock(node.value, names):
                names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return [
        node.lineno
        for statement in ast.walk(function)
        if isinstance(statement, ast.Assert)
        for node in ast.walk(statement.test)
        if isinstance(node, ast.Compare)
        and any(reads_a_clock(side, names) for side in (node.left, *node.comparators))
    ]


def test_no_assertion_depends_on_how_long_something_took() -> None:
    found = {
        f"{name}:{line}"
        for name, tree in parsed()
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for line in asserted_times(function)
    }
    assert not found


def test_a_timed_assertion_would_be_found() -> None:
    for text in ("assert monotonic() - begin_s < 5", "took = monotonic() - b\nassert took < 5"):
        assert asserted_times(ast.parse(text))
    assert not asserted_times(ast.parse("wait_for(done)\nassert count(monotonic()) < 5"))


def hurried_waits(tree: ast.Module) -> list[int]:
    """Qt's waits whose deadline a loaded machine may miss: their own default is five seconds."""
    names = ("waitUntil", "waitSignal", "qWaitForWindowExposed", "qWaitForWindowActive")
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in names
        and not any(
            isinstance(given, ast.Constant)
            and isinstance(given.value, int)
            and given.value >= 60_000
            for given in (*node.args, *(keyword.value for keyword in node.keywords))
        )
    ]


def test_a_deadline_is_only_for_broken_code() -> None:
    assert not [f"{name}:{line}" for name, tree in parsed() for line in hurried_waits(tree)]
    assert hurried_waits(ast.parse("qtbot.waitUntil(seen)\nqtbot.waitUntil(seen, timeout=9_000)"))
    assert not hurried_waits(ast.parse("qtbot.waitUntil(seen, timeout=60_000)"))


def sleeps(tree: ast.Module) -> list[int]:
    """Sleeps, also those of a script that a test starts."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if (isinstance(node, ast.Call) and ast.unparse(node.func) in ("sleep", "time.sleep"))
        or (isinstance(node, ast.Constant) and "time.sleep(" in str(node.value))
    ]


def test_no_test_sleeps() -> None:
    itself = str(Path(__file__).relative_to(ROOT))
    assert not [
        f"{name}:{line}" for name, tree in parsed() if name != itself for line in sleeps(tree)
    ]
    assert len(sleeps(ast.parse("time.sleep(1)\nSCRIPT = 'time.sleep(1)'"))) == 2


def skips(tree: ast.Module) -> list[int]:
    """Skips of pytest's own, which pass for success in CI."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and ast.unparse(node) in {f"pytest.{name}" for name in PYTESTS_SKIPS}
    ]


def test_what_cannot_be_tested_fails_in_ci() -> None:
    """``not_tested`` of ``tests/support.py`` is the only way to skip."""
    found = Counter({name: len(skips(tree)) for name, tree in parsed()})
    assert +found == {"tests/support.py": 1}
    text = "pytest.importorskip('a')\n@pytest.mark.skipif(True)\ndef test(): pytest.skip('no')"
    assert len(skips(ast.parse(text))) == 3


def test_no_test_imports_another_one() -> None:
    found = [
        f"{name}:{node.lineno}"
        for name, tree in parsed()
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for module in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
        )
        if re.search(r"(^|\.)test_\w+$", module)
    ]
    assert not found


def test_the_areas_that_are_mutated_name_what_is_there() -> None:
    areas = tomllib.loads((ROOT / "tests" / "mutants" / "areas.toml").read_text("utf-8"))
    named = [name for area in areas.values() for name in (*area["modules"], *area["tests"])]
    assert named
    assert not [name for name in named if not list(ROOT.glob(name))]


def test_files_are_named_after_what_they_test() -> None:
    assert not [path.name for path in FILES if re.match(r"test_(review|misc|more|new)_", path.name)]


def private_accesses(tree: ast.Module) -> list[str]:
    """Accesses to ``x._name`` where ``x`` is not ``self`` or ``cls`` (nor a namedtuple's own)."""
    return [
        ast.unparse(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and re.match(r"_[a-z]", node.attr)
        and node.attr not in ("_replace", "_asdict", "_fields")
        and not (isinstance(node.value, ast.Name) and node.value.id in ("self", "cls"))
        and ast.unparse(node.value) != "super()"
    ]


def test_private_names_are_used_less_and_less() -> None:
    found = Counter({name: len(private_accesses(tree)) for name, tree in parsed()})
    assert not found - Counter({name: count for name, (count, _) in PRIVATE.items()})


def test_there_are_tests_to_look_at() -> None:
    assert Path(__file__) in FILES
    assert len(FILES) > 200


def test_no_file_of_tests_is_longer_than_400_lines() -> None:
    assert not [
        str(path.relative_to(ROOT))
        for path in FILES
        if len(path.read_text("utf-8").splitlines()) > 400
    ]


def test_the_groups_of_work_name_what_is_there() -> None:
    for start in (*work_groups.GROUPS, *work_groups.FIRST):
        if "/" in start:
            assert (ROOT / start).exists(), start


def test_a_group_is_told_by_file_and_folder() -> None:
    assert work_groups.group_of("tests/kafka/test_tls.py::test_a[1]") == "kafka"
    assert work_groups.group_of("tests/app/test_metrics.py::test_b") == "tests/app/test_metrics.py"
    places = [work_groups.place_of(f"tests/{name}/test_a.py::b") for name in ("kafka", "ui", "x")]
    assert places == sorted(set(places))

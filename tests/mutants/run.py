"""Mutation testing of the code that decides a show: a change that no test notices survives.

    make mutants                                      # everything: hours
    make mutants ARGS="--sample 60 --seed 1"          # 60 changes an area, chosen at random
    make mutants ARGS="--area topology --fresh"

``areas.toml`` says which modules are changed and which tests run; mutmut makes the changes, in a
copy of the tree under ``build/mutants``, runs the tests that reach the changed function, and stops
them where they take fifteen times as long as usual: such a change counts as killed, but is named.
A run that was interrupted goes on where it was, as long as the copy is kept (``--fresh``: a new
one).

Which tests reach a function is only known of the first that uses a shared fixture, and of nothing
that runs at import. So what survives is tried again by all tests of its area, in a process of its
own that has the change from the first import on.

Survivors are explained in ``survivors.toml``. The exit code is 1 where less than 85 % of an area
are killed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
WORK = ROOT / "build" / "mutants"
COPIED = ("mwk_desktop", "tests", "assets", "packaging", "pyproject.toml")
WANTED_SHARE = 0.85
FAILED = {1, 3}
"""Exit codes of pytest where a test failed."""
BROKEN = {2, 4}
"""Exit codes of pytest where a module that it needs could not be imported."""
STOPPED = {36, -24, 24, 152, 255, -11, -9}
"""Exit codes of a run that took too long, or crashed."""
SURVIVED, NO_TESTS, TOO_LONG = 0, 33, 36
ALONE_S = 600.0
"""Longer than any area's tests take, also on a busy machine."""
PYTEST_OPTIONS = ["-p", "no:cacheprovider", "-p", "tests.mutants.quick_first", "-m", "not soak"]
NO_NAME = "no.such.mutant"
AT_ONCE = 500
"""Changes named in one call of mutmut; each call runs the area's tests unchanged first."""

Results = dict[str, int | None]


class Area:
    """One entry of ``areas.toml`` in a tree of its own."""

    def __init__(self, name: str, modules: list[str], tests: list[str]) -> None:
        self.name, self.modules, self.tests = name, modules, tests
        self.folder = WORK / name

    def prepare(self, fresh: bool) -> None:
        """Copy the tree and let mutmut write the changed code."""
        if fresh:
            shutil.rmtree(self.folder, ignore_errors=True)
        if self.folder.exists():
            return
        self.folder.mkdir(parents=True)
        ignore = shutil.ignore_patterns("__pycache__")
        for name in COPIED:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, self.folder / name, ignore=ignore)
            else:
                shutil.copy(source, self.folder)
        settings = {
            "source_paths": ["mwk_desktop"],
            "only_mutate": self.modules,
            "do_not_mutate_patterns": [r"^\s*_log\.", r"^\s*assert "],
            "pytest_add_cli_args_test_selection": self.tests,
            "pytest_add_cli_args": PYTEST_OPTIONS,
            "also_copy": [name for name in COPIED if name != "mwk_desktop"],
        }
        lines = [f"{name} = {json.dumps(value)}" for name, value in settings.items()]
        with (self.folder / "pyproject.toml").open("a", encoding="utf-8") as file:
            file.write("\n[tool.mutmut]\n" + "\n".join(lines) + "\n")
        self.mutmut(NO_NAME)
        if not self.results():
            raise SystemExit(f"{self.name}: mutmut made nothing; see {self.folder}/mutmut.log")

    def mutmut(self, *names: str) -> int:
        """Run mutmut on these changes."""
        with (self.folder / "mutmut.log").open("a", encoding="utf-8") as log:
            return subprocess.run(
                [sys.executable, "-m", "mutmut", "run", "--max-children", "1", *names],
                cwd=self.folder,
                env={**os.environ, "PYTHONPATH": str(self.folder)},
                stdout=log,
                stderr=log,
                check=False,
            ).returncode

    def results(self) -> Results:
        """Exit code of every change; None: not tried yet."""
        found: Results = {}
        for path in (self.folder / "mutants").rglob("*.meta"):
            found |= json.loads(path.read_text("utf-8"))["exit_code_by_key"]
        return found

    def alone(self, name: str) -> int:
        """Exit code of all tests of the area, in a process that has the change from the start."""
        known = self.folder / "alone.json"
        codes: dict[str, int] = json.loads(known.read_text("utf-8")) if known.exists() else {}
        if name not in codes:
            codes[name] = self._run_alone(name)
            known.write_text(json.dumps(codes, indent=1), "utf-8")
        return codes[name]

    def _run_alone(self, name: str) -> int:
        tree = self.folder / "mutants"
        environment = {**os.environ, "PYTHONPATH": str(tree), "MUTANT_UNDER_TEST": name}
        command = [sys.executable, "-m", "pytest", "-x", "-q", *PYTEST_OPTIONS, *self.tests]
        with (self.folder / "alone.log").open("a", encoding="utf-8") as log:
            print(f"# {name}", file=log, flush=True)
            try:
                done = subprocess.run(
                    command,
                    cwd=tree,
                    env=environment,
                    stdout=log,
                    stderr=log,
                    timeout=ALONE_S,
                    check=False,
                )
            except subprocess.TimeoutExpired:
                return TOO_LONG
        return 1 if done.returncode in BROKEN else done.returncode

    def difference(self, name: str) -> str:
        """What a change changes: its removed and added lines."""
        done = subprocess.run(
            [sys.executable, "-m", "mutmut", "show", name],
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
        )
        lines = [line for line in done.stdout.splitlines() if re.match(r"[-+](?![-+])", line)]
        return "\n".join(lines)


def same_anyway(difference: str) -> bool:
    """Whether a change is one of those that cannot matter.

    ``strict`` of a zip, a cast's type, an encoding's name in capitals.
    """
    removed, added = (
        [line[1:] for line in difference.splitlines() if line[0] == sign] for sign in "-+"
    )
    plain = [
        re.sub(
            r'"(utf-[\w-]+)"',
            lambda found: found[0].lower(),
            re.sub(r",?\s*strict=\w+|cast\([^,]+,|,\s*(?=\))", "", "".join(side)),
            flags=re.IGNORECASE,
        )
        for side in (removed, added)
    ]
    return plain[0] == plain[1]


def run(area: Area, sample: int, seed: int, explained: dict[str, Any]) -> tuple[int, int]:
    """Try an area's changes; return how many were killed and how many count."""
    names = sorted(area.results())
    if sample and sample < len(names):
        names = sorted(random.Random(f"{seed}:{area.name}").sample(names, sample))
    todo = [name for name in names if area.results()[name] is None]
    for at in range(0, len(todo), AT_ONCE):
        if area.mutmut(*todo[at : at + AT_ONCE]) != 0:
            raise SystemExit(f"{area.name}: mutmut ended early; see {area.folder}/mutmut.log")
    results = area.results()
    modules: dict[str, Counter[str]] = {}
    for name in names:
        code = results[name]
        module = name.split(".x")[0].rsplit(".", 1)[-1] if ".x" in name else name
        counts = modules.setdefault(module, Counter())
        if code in (SURVIVED, NO_TESTS):
            difference = area.difference(name)
            if same_anyway(difference) or name in explained:
                counts["explained"] += 1
                continue
            if area.alone(NO_NAME) != 0:
                raise SystemExit(f"{area.name}: its tests fail; see {area.folder}/alone.log")
            code = area.alone(name)
        if code in FAILED | STOPPED:
            counts["killed"] += 1
            if code in STOPPED:
                counts["stopped"] += 1
                print(f"stopped: {name}\n{area.difference(name)}", flush=True)
            continue
        counts["survived"] += 1
        kind = "survived" if code == SURVIVED else f"exit code {code}"
        print(f"{kind}: {name}\n{area.difference(name)}", flush=True)
    killed = total = 0
    for module, counts in sorted(modules.items()):
        tried = counts["killed"] + counts["survived"]
        killed, total = killed + counts["killed"], total + tried
        share = counts["killed"] / tried if tried else 1.0
        print(
            f"{area.name:12}{module:22}{counts['killed']:5} of {tried:5} killed ({share:.0%}), "
            f"{counts['stopped']} of them stopped, {counts['explained']} explained",
            flush=True,
        )
    return killed, total


def main() -> int:
    """Run the areas; 1 where too much survives."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--area", action="append", help="only these areas")
    parser.add_argument("--sample", type=int, default=0, help="so many changes an area (0: all)")
    parser.add_argument("--seed", type=int, default=1, help="which changes a sample takes")
    parser.add_argument("--fresh", action="store_true", help="forget the runs before")
    options = parser.parse_args()
    areas = tomllib.loads((HERE / "areas.toml").read_text("utf-8"))
    explained = tomllib.loads((HERE / "survivors.toml").read_text("utf-8"))
    worst = 1.0
    for name in options.area or areas:
        area = Area(name, **areas[name])
        area.prepare(options.fresh)
        killed, total = run(area, options.sample, options.seed, explained)
        share = killed / total if total else 1.0
        print(f"{name}: {killed} of {total} killed: {share:.1%} (wanted: {WANTED_SHARE:.0%})")
        worst = min(worst, share)
    return int(worst < WANTED_SHARE)


if __name__ == "__main__":
    sys.exit(main())

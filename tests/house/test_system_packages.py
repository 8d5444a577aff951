"""Installing system packages waits for another apt, and says for whom."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
HOLDER = """
import fcntl, sys
file = open(sys.argv[1], "wb")
fcntl.lockf(file, fcntl.LOCK_EX)
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def install() -> Any:
    spec = importlib.util.spec_from_file_location(
        "mwk_install", ROOT / "packaging" / "system" / "install.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@contextmanager
def holding(lock: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds a lock, as apt and dpkg do, until its input ends."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-c", HOLDER, str(lock)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process


def test_nobody_holds_a_lock(install: Any, tmp_path: Path, capsys: Any) -> None:
    assert install.wait_for_other_apt(tmp_path)
    for name in install.LOCKS:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert install.wait_for_other_apt(tmp_path)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("number", [0, 1, 2])
def test_another_apt_is_waited_for(
    install: Any, tmp_path: Path, number: int, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with holding(tmp_path / install.LOCKS[number]) as process:
        # The first pause ends the other one: what is waited for comes to pass.
        monkeypatch.setattr(install.time, "sleep", lambda _s: process.communicate(""))
        assert install.wait_for_other_apt(tmp_path)
    said = capsys.readouterr().out
    assert f"(process {process.pid}), which holds apt's lock" in said
    assert said.startswith("waiting for python")
    assert said.count("waiting") == 1


def test_one_that_never_ends_is_an_error(install: Any, tmp_path: Path, capsys: Any) -> None:
    with holding(tmp_path / install.LOCKS[0]) as process:
        assert not install.wait_for_other_apt(tmp_path, 0.0)
        process.communicate("")
    assert "still locked by python" in capsys.readouterr().err

"""Files are opened by each system's own program; a program that fails is noticed."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from mwk_desktop.platform import PortableSystem
from mwk_desktop.platform.linux import LinuxSystem
from mwk_desktop.platform.macos import MacosSystem
from mwk_desktop.platform.system_programs import run_opener, system_environment
from mwk_desktop.platform.win32 import WindowsSystem
from tests.support import wait_for


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs that note their arguments, and are all that there is."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def install(folder: Path, name: str, last: str = "exit 0") -> Path:
    asked = folder / f"{name}.asked"
    program = folder / name
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{asked}"\n{last}\n')
    program.chmod(0o755)
    return asked


@pytest.mark.parametrize(
    ("kind", "name", "opened", "shown"),
    [
        (LinuxSystem, "xdg-open", ["{file}"], ["{folder}"]),
        (MacosSystem, "open", ["{file}"], ["-R", "{file}"]),
        (WindowsSystem, "explorer", None, ["/select,", "{file}"]),
    ],
)
def test_each_systems_way(
    kind: type[PortableSystem],
    name: str,
    opened: list[str] | None,
    shown: list[str],
    programs: Path,
    tmp_path: Path,
) -> None:
    path = tmp_path / "a report, and more.html"
    system = kind()
    assert not system.show_in_folder(path)  # there is no such program
    assert not system.open_file(path)
    asked = install(programs, name)

    def wanted(words: list[str]) -> list[str]:
        return [word.format(file=path, folder=path.parent) for word in words]

    assert system.show_in_folder(path)
    assert asked.read_text().splitlines() == wanted(shown)
    assert system.open_file(path) is (opened is not None)  # Windows has a call for it, not here
    if opened is not None:
        assert asked.read_text().splitlines() == wanted(opened)


def test_without_a_way_nothing_is_opened(tmp_path: Path) -> None:
    assert not PortableSystem().open_file(tmp_path)
    assert not PortableSystem().show_in_folder(tmp_path)


def test_a_program_that_refuses_is_noticed_and_one_that_stays_is_left_alone(
    programs: Path,
) -> None:
    install(programs, "refuses", "exit 3")
    assert not run_opener(("refuses", "x"))
    end = programs / "end"
    os.mkfifo(end)
    asked = install(programs, "stays", f'read line < "{end}"')
    assert run_opener(("stays", "x"), started_s=0.0)
    wait_for(asked.exists)
    end.write_text("now\n")  # waits for its reader
    wait_for(lambda: "opener" not in [thread.name for thread in threading.enumerate()])


def test_a_frozen_programs_libraries_are_not_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/frozen")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    assert system_environment()["LD_LIBRARY_PATH"] == "/frozen"  # not frozen: it is the user's own
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert "LD_LIBRARY_PATH" not in system_environment()
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/own")
    assert system_environment()["LD_LIBRARY_PATH"] == "/own"


def test_another_process_is_put_behind(programs: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        try:
            before = os.getpriority(os.PRIO_PROCESS, process.pid)
            LinuxSystem().lower_priority(before + 3, process.pid)
            assert os.getpriority(os.PRIO_PROCESS, process.pid) == before + 3
            assert os.getpriority(os.PRIO_PROCESS, 0) == before
        finally:
            process.kill()

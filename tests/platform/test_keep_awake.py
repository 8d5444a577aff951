"""What holds screen saver and sleep off, and the honest no where nothing does."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mwk_desktop.platform import PortableSystem
from mwk_desktop.platform.keep_awake import AwakeCall, AwakeProcess
from mwk_desktop.platform.linux import LinuxSystem
from mwk_desktop.platform.macos import MacosSystem
from mwk_desktop.platform.win32 import WindowsSystem
from tests.support import wait_for


def test_a_process_holds_it_off_until_it_is_released() -> None:
    awake = AwakeProcess(("cat",))
    assert awake.is_held
    awake.release()
    assert not awake.is_held
    awake.release()


def test_a_program_that_refuses_holds_nothing() -> None:
    awake = AwakeProcess(("false",))
    wait_for(lambda: not awake.is_held)
    awake.release()


def test_a_program_that_is_missing_holds_nothing() -> None:
    awake = AwakeProcess(("no-such-program-anywhere",))
    assert not awake.is_held
    awake.release()


def test_a_call_that_is_refused_is_not_taken_back() -> None:
    released: list[int] = []
    for granted in (True, False):
        awake = AwakeCall(lambda granted=granted: granted, lambda: released.append(1))
        assert awake.is_held is granted
        awake.release()
        awake.release()
    assert released == [1]


@pytest.mark.parametrize(
    ("kind", "program"), [(LinuxSystem, "systemd-inhibit"), (MacosSystem, "caffeinate")]
)
def test_each_system_runs_its_own_program(
    kind: type[PortableSystem], program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / program
    script.write_text(f'#!/bin/sh\necho "$@" > "{tmp_path}/asked"\nexec cat\n')
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    awake = kind().keep_awake()
    asked = tmp_path / "asked"
    wait_for(lambda: asked.exists() and asked.read_text() != "")
    assert awake.is_held
    wanted = "--what=idle:sleep" if kind is LinuxSystem else f"-w {os.getpid()}"
    assert wanted in asked.read_text()
    awake.release()
    assert not awake.is_held


def test_where_there_is_no_way_it_is_said() -> None:
    for kind in (PortableSystem, WindowsSystem):
        assert not kind().keep_awake().is_held

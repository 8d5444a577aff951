"""Every system's services, and the fallback where a system or its owner says no."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from mwk_desktop import platform
from mwk_desktop.engine.audio_callback import AudioCallback
from mwk_desktop.engine.audio_outputs import SilentOutput
from mwk_desktop.engine.protocol import EngineSpec
from mwk_desktop.engine.shared_memory import SharedEngineState, StateSlot
from mwk_desktop.messages import NOTHING, render
from mwk_desktop.platform import NOT_TOLD, PortableSystem
from mwk_desktop.platform.linux import LinuxSystem
from mwk_desktop.platform.macos import MacosSystem
from mwk_desktop.platform.posix import PosixSystem
from mwk_desktop.platform.win32 import WindowsSystem
from tests.support import wait_for

ROOT = Path(__file__).parents[2]
SYSTEMS = [PortableSystem, LinuxSystem, MacosSystem, WindowsSystem]
WITHOUT_REALTIME = [PortableSystem, MacosSystem, WindowsSystem]


@pytest.mark.parametrize(
    ("name", "family", "system"),
    [
        ("linux", "posix", "LinuxSystem"),
        ("darwin", "posix", "MacosSystem"),
        ("freebsd14", "posix", "PosixSystem"),
        ("win32", "posix", "WindowsSystem"),  # its own family's paths cannot be made here
        ("plan9", "plan9", "PortableSystem"),
    ],
)
def test_the_system_is_chosen_by_its_name(name: str, family: str, system: str) -> None:
    code = (
        "import os, subprocess, sys, mwk_desktop.messages; "
        f"sys.platform, os.name = {name!r}, {family!r}; import mwk_desktop.platform as platform; "
        "print(type(platform.current).__name__)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == system


@pytest.mark.parametrize("kind", SYSTEMS)
def test_nothing_raises_whatever_the_system(
    kind: type[PortableSystem], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What could change this process or hang it for good is tried in tests of its own."""
    for name in ("sched_setscheduler", "setpriority", "nice"):
        monkeypatch.setattr(os, name, lambda *_: None)
    system = kind()
    with system.realtime_launch(), system.interrupts_blocked():
        system.unblock_interrupts()
    system.claim_control_priority()
    system.claim_priority_below(70)
    assert isinstance(system.is_realtime(), bool)
    assert isinstance(system.claim_callback_priority(), int)
    assert str(system.describe_priority(0))
    system.lower_priority(5)
    system.return_large_blocks()
    system.trim_heap()
    assert system.resident_bytes() >= 0
    assert system.steady_ns() <= system.steady_ns()
    assert (system.raise_file_limit(64) or 64) >= 64
    assert all(address.count(".") == 3 for address in system.interface_addresses())
    reading, writing = os.pipe()
    try:
        assert system.can_write(writing) == isinstance(system, PosixSystem)
    finally:
        os.close(reading)
        os.close(writing)
    held = system.lock_file(tmp_path / "lock")
    assert held is not None
    system.set_default_mode(held)
    os.close(held)
    with pytest.raises(OSError, match="missing"):
        system.lock_file(tmp_path / "missing" / "lock")


@pytest.mark.parametrize("kind", WITHOUT_REALTIME)
def test_without_real_time_priority_it_says_so(kind: type[PortableSystem]) -> None:
    system = kind()
    assert system.claim_callback_priority() == 0
    assert system.request_priority_service(1, 2) == 0
    said = system.describe_priority(0)
    assert str(said) == "no real-time priority on this system"
    assert render(said, "fr") == "pas de priorité temps réel sur ce système"
    assert not system.lock_memory()


@pytest.mark.parametrize("kind", WITHOUT_REALTIME)
def test_the_audio_callback_plays_on_every_system(
    kind: type[PortableSystem], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where Python has none of Linux's scheduling calls."""
    for name in [name for name in dir(os) if name.startswith("sched_")]:
        monkeypatch.delattr(os, name)
    monkeypatch.setattr(platform, "current", kind())
    spec = EngineSpec(4800)
    shared = SharedEngineState()
    callback = AudioCallback(np.zeros((1, 4800, 2), np.float32), spec, shared)
    output = SilentOutput(callback, spec, NOTHING)
    try:
        wait_for(lambda: shared.ints[StateSlot.BLOCKS] > 3)
    finally:
        output.close()
    assert shared.ints[StateSlot.PRIORITY] == 0
    assert shared.ints[StateSlot.FAULTS] == 0


def _refuse(*_: object) -> None:
    raise PermissionError(1, "not permitted")


def test_linux_falls_back_from_real_time_to_nice_to_normal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    system = LinuxSystem()
    monkeypatch.setattr(os, "sched_setscheduler", _refuse)
    asked: list[int] = []
    monkeypatch.setattr(os, "setpriority", lambda which, who, niceness: asked.append(niceness))
    priority = system.claim_callback_priority()
    assert [priority] == asked
    assert str(system.describe_priority(priority)) == "nice -11"
    monkeypatch.setattr(os, "setpriority", _refuse)
    assert system.claim_callback_priority() == 0
    assert str(system.describe_priority(0)) == "normal"
    system.claim_control_priority()
    system.claim_priority_below(70)
    assert not system.is_realtime()
    with system.realtime_launch():
        pass


def test_a_thread_that_jack_made_real_time_keeps_its_priority(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "sched_getscheduler", lambda _: os.SCHED_FIFO)
    monkeypatch.setattr(os, "sched_getparam", lambda _: os.sched_param(75))
    monkeypatch.setattr(os, "sched_setscheduler", _refuse)
    system = LinuxSystem()
    assert system.is_realtime()
    assert system.claim_callback_priority() == 75
    assert str(system.describe_priority(75)) == "realtime (priority 75)"


def test_another_c_library_than_glibc_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    system = LinuxSystem()
    assert not system.lock_memory()
    system.return_large_blocks()
    system.trim_heap()


def test_memory_is_not_told_where_there_is_no_proc(monkeypatch: pytest.MonkeyPatch) -> None:
    assert LinuxSystem().resident_bytes() > 1_000_000
    monkeypatch.setattr(Path, "read_text", _refuse)
    assert LinuxSystem().resident_bytes() == NOT_TOLD


@pytest.mark.parametrize("kind", [LinuxSystem, MacosSystem])
def test_a_lock_keeps_others_out_until_it_is_given_back(
    kind: type[PortableSystem], tmp_path: Path
) -> None:
    held = kind().lock_file(tmp_path / "lock")
    assert held is not None
    assert kind().lock_file(tmp_path / "lock") is None
    os.close(held)
    again = kind().lock_file(tmp_path / "lock")
    assert again is not None
    os.close(again)


@pytest.mark.parametrize("kind", [LinuxSystem, MacosSystem])
def test_a_process_lives_or_it_does_not(kind: type[PortableSystem]) -> None:
    assert kind().process_lives(os.getpid())
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert not kind().process_lives(ended.pid)
    assert not kind().process_lives(10**30)


def test_a_system_that_cannot_tell_says_that_a_process_may_live() -> None:
    assert WindowsSystem().process_lives(10**30)


def test_where_no_system_locks_the_newest_wins(tmp_path: Path) -> None:
    held = [PortableSystem().lock_file(tmp_path / "lock") for _ in range(2)]
    for descriptor in held:
        assert descriptor is not None
        os.close(descriptor)


def test_ctrl_c_is_kept_back_inside_only() -> None:
    def blocked() -> bool:
        return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())

    system = MacosSystem()
    assert not blocked()
    with system.interrupts_blocked():
        assert blocked()
        system.unblock_interrupts()
        assert not blocked()
    assert not blocked()


def test_a_full_pipe_takes_no_more() -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    try:
        with suppress(BlockingIOError):
            while True:
                os.write(writing, bytes(65_536))
        assert not MacosSystem().can_write(writing)
        assert not PortableSystem().can_write(writing)  # nobody can tell
    finally:
        os.close(reading)
        os.close(writing)


def test_interfaces_are_listed_but_for_the_skipped() -> None:
    system = LinuxSystem()
    assert "127.0.0.1" in system.interface_addresses()
    assert "127.0.0.1" not in system.interface_addresses(("lo",))
    assert PortableSystem().interface_addresses() == []


@pytest.mark.parametrize(("system", "limits"), [("LinuxSystem", True), ("PortableSystem", False)])
def test_memory_is_limited_where_the_system_can(system: str, limits: bool) -> None:
    """In a process of its own: the limit stays."""
    module = "linux" if limits else "portable"
    code = (
        f"from mwk_desktop.platform.{module} import {system}\n"
        f"assert {system}().limit_data_memory(256 << 20) is {limits}\n"
        "try:\n    bytearray(512 << 20)\nexcept MemoryError:\n    print('refused')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == ("refused" if limits else "")

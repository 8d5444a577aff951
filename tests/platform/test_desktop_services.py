"""Folders, screens, drawing and a single instance: each system's way, by switching the system."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from platformdirs import windows

from mwk_desktop import platform
from mwk_desktop.cli.main import parser
from mwk_desktop.cli.verb_options import options_of
from mwk_desktop.platform import NOT_TOLD, PortableSystem
from mwk_desktop.platform.linux import LinuxSystem
from mwk_desktop.platform.macos import MacosSystem
from mwk_desktop.platform.posix import PosixSystem
from mwk_desktop.platform.win32 import WindowsSystem
from mwk_desktop.show.settings.load import default_config_path, load_settings
from mwk_desktop.ui.display import can_open_windows, prepare_graphics

FOLDERS = [
    (LinuxSystem, ".config/mwk", ".local/share/mwk"),
    (PosixSystem, ".config/mwk", ".local/share/mwk"),
    (PortableSystem, ".config/mwk", ".local/share/mwk"),
    (MacosSystem, "Library/Application Support/mwk", "Library/Application Support/mwk"),
    (WindowsSystem, "AppData/Local/mwk", "AppData/Local/mwk"),
]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder, for every system."""
    for name in [name for name in os.environ if name.startswith("XDG_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "AppData" / "Local"))
    # Elsewhere there is no Windows to be asked, but its variables can be set.
    monkeypatch.setattr(windows, "get_win_folder", windows.get_win_folder_from_env_vars)
    return tmp_path


@pytest.mark.parametrize(("kind", "config", "data"), FOLDERS)
def test_settings_and_state_live_where_the_systems_users_expect_them(
    kind: type[PortableSystem],
    config: str,
    data: str,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(platform, "current", kind())
    assert default_config_path() == home / config / "mwk.toml"
    assert options_of(parser().parse_args([])).state_dir == home / data
    (home / config).mkdir(parents=True)
    (home / config / "mwk.toml").write_text("[show]\nwindow_ms = 7500\n", "utf-8")
    assert load_settings(None).show.window_ms == 7_500


def test_linux_users_move_the_folders(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "c"))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "d"))
    system = LinuxSystem()
    assert (system.config_folder(), system.data_folder()) == (home / "c/mwk", home / "d/mwk")


@pytest.mark.parametrize(
    ("kind", "needs_display"),
    [(LinuxSystem, True), (PosixSystem, True), (MacosSystem, False), (WindowsSystem, False)],
)
def test_only_x_and_wayland_are_asked_for_a_display(
    kind: type[PortableSystem], needs_display: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, "current", kind())
    assert (can_open_windows({}) is not None) is needs_display
    assert can_open_windows({"QT_QPA_PLATFORM": "offscreen"}) is None


@pytest.mark.parametrize(
    ("kind", "nodes", "backend"),
    [
        (LinuxSystem, (), "software"),
        (LinuxSystem, ("card0",), "software"),
        (LinuxSystem, ("card0", "renderD128"), None),
        (MacosSystem, (), None),
        (WindowsSystem, (), None),
    ],
)
def test_only_linux_without_a_gpu_draws_by_the_processor(
    kind: type[PortableSystem],
    nodes: tuple[str, ...],
    backend: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in nodes:
        (tmp_path / name).touch()
    monkeypatch.setattr("mwk_desktop.platform.linux.DRI", tmp_path)
    monkeypatch.setattr(platform, "current", kind())
    environ: dict[str, str] = {}
    prepare_graphics(environ)
    assert environ.get("QT_QUICK_BACKEND") == backend


def test_the_screen_savers_bus_is_linuxs() -> None:
    kinds = (LinuxSystem, MacosSystem, WindowsSystem, PortableSystem)
    assert [kind().has_screen_saver_bus() for kind in kinds] == [True, False, False, False]


class FakeLibproc:
    """macOS's library, as far as it is called."""

    def __init__(self, filled: int) -> None:
        self.filled = filled

    def proc_pidinfo(self, pid: int, flavor: int, argument: Any, task: Any, size: int) -> int:
        assert (pid, flavor, size) == (os.getpid(), 4, 96)
        task[0], task[1] = 9 << 30, 123 << 20  # virtual, resident
        return self.filled


@pytest.mark.parametrize(("filled", "told"), [(96, 123 << 20), (0, NOT_TOLD)])
def test_macos_tells_the_resident_size(
    filled: int, told: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _: FakeLibproc(filled))
    assert MacosSystem().resident_bytes() == told


def test_macos_without_its_library_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _: SimpleNamespace())
    assert MacosSystem().resident_bytes() == NOT_TOLD


def test_a_windows_priority_has_its_number() -> None:
    assert str(WindowsSystem().describe_priority(26)) == "realtime (priority 26)"

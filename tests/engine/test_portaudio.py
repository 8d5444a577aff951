"""Finding a device by its name, and saying in words why there is none."""

from __future__ import annotations

import ctypes.util
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from mwk_desktop import platform
from mwk_desktop.engine.portaudio import NoDeviceError, find_device, import_sounddevice
from mwk_desktop.platform import PortableSystem
from mwk_desktop.platform.linux import LinuxSystem
from mwk_desktop.platform.macos import MacosSystem
from mwk_desktop.platform.win32 import WindowsSystem


def sound_system(*names: str, default: int = -1) -> Any:
    """PortAudio's lists, as sounddevice gives them."""
    devices = [
        {"index": n, "name": name, "hostapi": 0, "max_output_channels": 0 if "mic" in name else 2}
        for n, name in enumerate(names)
    ]
    return SimpleNamespace(
        query_devices=lambda: devices,
        query_hostapis=lambda: ({"name": "ALSA"},),
        default=SimpleNamespace(device=(-1, default)),
    )


def test_without_portaudio(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes.util, "find_library", lambda name: None)
    monkeypatch.delitem(sys.modules, "sounddevice", raising=False)
    monkeypatch.delitem(sys.modules, "_sounddevice", raising=False)
    with pytest.raises(NoDeviceError, match="PortAudio is not installed"):
        import_sounddevice()


@pytest.mark.parametrize(
    ("name", "index"),
    [
        ("USB", 2),
        ("USB, ALSA", 2),
        ("usb stage", 1),
        ("HDMI 1", 3),
        ("default", 4),
    ],
)
def test_the_exact_name_comes_first(name: str, index: int) -> None:
    system = sound_system("mic USB", "USB Stage Box", "USB", "HDMI 1", "Built-in", default=4)
    assert find_device(system, name)[0] == index


def test_a_device_called_default_is_the_default() -> None:
    assert find_device(sound_system("a", "default", default=0), "default") == (1, "default, ALSA")


def windows_sound() -> Any:
    """Each device twice, as on Windows: MME cuts names off."""
    devices = [
        {"index": 0, "name": "Speakers (Stage Box with a lon", "hostapi": 0},
        {"index": 1, "name": "Speakers", "hostapi": 0},
        {"index": 2, "name": "Speakers (Stage Box with a long name)", "hostapi": 1},
        {"index": 3, "name": "Speakers", "hostapi": 1},
    ]
    return SimpleNamespace(
        query_devices=lambda: [{**device, "max_output_channels": 2} for device in devices],
        query_hostapis=lambda: (
            {"name": "MME", "default_output_device": 1},
            {"name": "Windows WASAPI", "default_output_device": 3},
        ),
        default=SimpleNamespace(device=(-1, 1)),
    )


@pytest.mark.parametrize(
    ("kind", "name", "index"),
    [
        (WindowsSystem, "Speakers", 3),
        (WindowsSystem, "stage box", 2),
        (WindowsSystem, "Speakers, MME", 1),
        (WindowsSystem, "default", 3),
        (LinuxSystem, "Speakers", 1),
        (LinuxSystem, "default", 1),
        (MacosSystem, "stage box", 0),
    ],
)
def test_the_preferred_sound_system_comes_first(
    kind: type[PortableSystem], name: str, index: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, "current", kind())
    assert find_device(windows_sound(), name)[0] == index


@pytest.mark.parametrize(
    ("names", "wanted", "message"),
    [
        ((), "anything", "no sound card"),
        (("mic",), "anything", "no sound card"),
        (("Speaker",), "Stage Box", "no sound card named 'Stage Box'"),
        (("Speaker",), "default", "no default sound card"),
    ],
)
def test_there_is_no_other_device(names: tuple[str, ...], wanted: str, message: str) -> None:
    with pytest.raises(NoDeviceError, match=message):
        find_device(sound_system(*names), wanted)

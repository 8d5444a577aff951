"""Finding a device by its name, and saying in words why there is none."""

from __future__ import annotations

import ctypes.util
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from mwk_desktop.engine.portaudio import NoDeviceError, find_device, import_sounddevice


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

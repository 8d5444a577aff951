"""Careful steps into PortAudio, for processes that may die of it.

``sounddevice`` is imported inside a function because the import itself fails without PortAudio or
with a broken ALSA configuration.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import Any

from mwk_desktop.engine.protocol import DEFAULT_OUTPUT


class NoDeviceError(Exception):
    """Why there is no device."""


def import_sounddevice() -> Any:
    """The module, or a :class:`NoDeviceError` in words."""
    try:
        import sounddevice
    except OSError as error:
        raise NoDeviceError("PortAudio is not installed") from error
    except Exception as error:  # PortAudioError: the class cannot be had if the import fails
        raise NoDeviceError(f"no sound system ({one_line(error)})") from error
    return sounddevice


def find_device(sd: Any, name: str) -> tuple[int, str]:
    """Index and full name of an output by its name: exactly, else as a part of it.

    The name alone or followed by its sound system (``system, JACK Audio Connection Kit``).
    """
    devices = [device for device in sd.query_devices() if device["max_output_channels"] >= 2]
    if not devices:
        raise NoDeviceError("no sound card")
    systems = [system["name"] for system in sd.query_hostapis()]
    full_names = [f"{device['name']}, {systems[device['hostapi']]}" for device in devices]
    for device, full_name in zip(devices, full_names, strict=True):
        if name in (device["name"], full_name):
            return int(device["index"]), str(full_name)
    for device, full_name in zip(devices, full_names, strict=True):
        if name.casefold() in full_name.casefold() and name != DEFAULT_OUTPUT:
            return int(device["index"]), str(full_name)
    if name == DEFAULT_OUTPUT:
        default = sd.default.device[1]
        for device, full_name in zip(devices, full_names, strict=True):
            if device["index"] == default:
                return int(default), str(full_name)
        raise NoDeviceError("no default sound card")
    raise NoDeviceError(f"no sound card named {name!r}")


@contextlib.contextmanager
def quiet_stderr() -> Iterator[None]:
    """ALSA and JACK write whole pages to file descriptor 2 while they look for devices."""
    sys.stderr.flush()
    kept = os.dup(2)
    null = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(null, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(null)


def one_line(error: BaseException) -> str:
    return " ".join(str(error).split())

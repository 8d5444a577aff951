"""Imports PortAudio and finds its devices. Only for processes that a crash may end.

``sounddevice`` is imported inside a function because the import fails without PortAudio or with a
broken ALSA configuration.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import Any, Final

from mwk_desktop import platform
from mwk_desktop.engine.protocol import DEFAULT_OUTPUT
from mwk_desktop.messages import Message, message

INVALID_SAMPLE_RATE: Final = -9997
"""``paInvalidSampleRate`` of PortAudio's ``portaudio.h``."""


NO_JACK_SERVER: Final = "mwk-none"
"""A name that no JACK server has."""


class NoDeviceError(Exception):
    """There is no usable device.

    Attributes
    ----------
    reason : Message
    offered_rate_hz : int
        The device exists, but plays only at this rate; else 0.
    """

    def __init__(self, reason: Message, offered_rate_hz: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.offered_rate_hz = offered_rate_hz


def configure_jack(*, without: bool) -> None:
    """Say, before PortAudio is imported, that JACK's library must not start a server; ``without``:
    that it must find none either, because the one that is there does not answer."""
    os.environ["JACK_NO_START_SERVER"] = "1"
    if without:
        os.environ["JACK_DEFAULT_SERVER"] = NO_JACK_SERVER


def import_sounddevice() -> Any:
    """The ``sounddevice`` module; raises :class:`NoDeviceError` if it cannot be imported."""
    try:
        import sounddevice
    except OSError as error:
        raise NoDeviceError(message("PortAudio is not installed")) from error
    except Exception as error:  # PortAudioError, a class that is missing if the import fails
        raise NoDeviceError(
            message("no sound system ({reason})", reason=one_line(error))
        ) from error
    return sounddevice


def find_device(sd: Any, name: str) -> tuple[int, str]:
    """Index and full name of the output with this name, or else with this in its name.

    The name may be followed by its sound system (``system, JACK Audio Connection Kit``). Where the
    operating system offers each device through several sound systems, its preferred one's come
    first (:meth:`~mwk_desktop.platform.PortableSystem.preferred_sound_system`).
    """
    preferred = platform.current.preferred_sound_system()
    systems = sd.query_hostapis()
    names = [system["name"] for system in systems]
    devices = [device for device in sd.query_devices() if device["max_output_channels"] >= 2]
    devices.sort(key=lambda device: names[device["hostapi"]] != preferred)
    if not devices:
        raise NoDeviceError(message("no sound card"))
    full_names = [f"{device['name']}, {names[device['hostapi']]}" for device in devices]
    for device, full_name in zip(devices, full_names, strict=True):
        if name in (device["name"], full_name):
            return int(device["index"]), str(full_name)
    for device, full_name in zip(devices, full_names, strict=True):
        if name.casefold() in full_name.casefold() and name != DEFAULT_OUTPUT:
            return int(device["index"]), str(full_name)
    if name == DEFAULT_OUTPUT:
        default = default_output(sd)
        for device, full_name in zip(devices, full_names, strict=True):
            if device["index"] == default:
                return int(default), str(full_name)
        raise NoDeviceError(message("no default sound card"))
    raise NoDeviceError(message("no sound card named {name}", name=repr(name)))


def default_output(sd: Any) -> int:
    """Index of the default output: of the preferred sound system if it has one, else PortAudio's;
    -1 for none."""
    preferred = platform.current.preferred_sound_system()
    for system in sd.query_hostapis():
        if system["name"] == preferred and system["default_output_device"] >= 0:
            return int(system["default_output_device"])
    return int(sd.default.device[1])


@contextlib.contextmanager
def quiet_stderr() -> Iterator[None]:
    """Discard what ALSA and JACK write to file descriptor 2 while they look for devices (pages of
    it)."""
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


def open_error(sd: Any, error: BaseException, index: int, device: str, rate_hz: int) -> Exception:
    """Why a device did not open, as a :class:`NoDeviceError`."""
    code = error.args[1] if len(error.args) > 1 else None
    own_rate_hz = round(sd.query_devices(index)["default_samplerate"])
    if code == INVALID_SAMPLE_RATE and own_rate_hz not in (0, rate_hz):
        reason = message(
            "{device} plays at {device_rate} kHz, not at {rate} kHz",
            device=device,
            device_rate=f"{own_rate_hz / 1000:g}",
            rate=f"{rate_hz / 1000:g}",
        )
        return NoDeviceError(reason, own_rate_hz)
    reason = message("{device} does not open ({reason})", device=device, reason=one_line(error))
    return NoDeviceError(reason)

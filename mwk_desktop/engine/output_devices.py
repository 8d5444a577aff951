"""What outputs there are, asked of a process that lives only for the answer.

PortAudio keeps the list of the moment it was initialised, hangs or aborts when its sound server
dies, and cannot even be imported where it is not installed: none of that may happen to the show.
Called from any thread that may block.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from mwk_desktop.messages import NOTHING, Message, message, verbatim
from mwk_desktop.platform.spawning import run_in_child

TIMEOUT_S: Final = 5.0
"""A sound server that hangs is no reason to wait longer."""


@dataclass(frozen=True, slots=True)
class OutputDevice:
    """An output as PortAudio names it. ``hostapi`` is the sound system (ALSA, JACK...)."""

    name: str
    hostapi: str
    channels: int
    rate_hz: int
    is_default: bool

    @property
    def full_name(self) -> str:
        """Name and sound system, as in ``EngineSpec.output`` and the engine's status."""
        return f"{self.name}, {self.hostapi}"


@dataclass(frozen=True, slots=True)
class OutputScan:
    """The answer: the devices, or why there are none (one line)."""

    devices: tuple[OutputDevice, ...] = ()
    problem: Message = NOTHING


def list_outputs(timeout_s: float = TIMEOUT_S) -> OutputScan:
    """All outputs with two channels or more. Never raises: trouble is in ``problem``."""
    return _query_outputs("", timeout_s)


def has_output(name: str, timeout_s: float = TIMEOUT_S) -> bool:
    """Whether the engine would find an output of that name."""
    return bool(_query_outputs(name, timeout_s).devices)


def _query_outputs(name: str, timeout_s: float) -> OutputScan:
    try:
        answer: OutputScan = run_in_child(
            _list_in_child, name, name="mwk-devices", timeout_s=timeout_s
        )
        return answer
    except TimeoutError:
        return OutputScan(
            problem=message(
                "the sound system did not answer within {seconds:g} s", seconds=timeout_s
            )
        )
    except EOFError:
        return OutputScan(problem=message("the sound system crashed while looking for outputs"))
    except OSError as error:
        return OutputScan(problem=message("cannot look for outputs ({reason})", reason=str(error)))


def _list_in_child(send_answer: Callable[[OutputScan], None], name: str) -> None:
    """In the process that is asked: import and look."""
    import os

    os.environ["JACK_NO_START_SERVER"] = "1"
    from mwk_desktop.engine.portaudio import (
        NoDeviceError,
        find_device,
        import_sounddevice,
        quiet_stderr,
    )

    with quiet_stderr():
        try:
            sd = import_sounddevice()
            if name:
                find_device(sd, name)
            systems = [system["name"] for system in sd.query_hostapis()]
            default = sd.default.device[1]
            answer = OutputScan(
                tuple(
                    OutputDevice(
                        device["name"],
                        systems[device["hostapi"]],
                        device["max_output_channels"],
                        round(device["default_samplerate"]),
                        device["index"] == default,
                    )
                    for device in sd.query_devices()
                    if device["max_output_channels"] >= 2
                )
            )
            if not answer.devices:
                answer = OutputScan(problem=message("no sound card"))
        except NoDeviceError as problem:
            answer = OutputScan(problem=problem.reason)
        except Exception as error:  # anything that PortAudio may come up with
            answer = OutputScan(problem=verbatim(" ".join(str(error).split())))
    send_answer(answer)

"""Lists the audio outputs, in a process that lives only for the answer.

PortAudio keeps the device list from its initialisation, hangs or aborts when its sound server dies,
and cannot even be imported if it is not installed. None of that may affect the show. Call from any
thread that may block.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from mwk_desktop import platform
from mwk_desktop.messages import NOTHING, Message, message, verbatim
from mwk_desktop.platform.spawning import run_in_child

TIMEOUT_S: Final = 5.0
"""Seconds to wait for the answer; a sound server that hangs never gives one."""

OTHERS_S: Final = 5.0
"""Where JACK hangs, the other sound systems get at least this long."""


@dataclass(frozen=True, slots=True)
class OutputDevice:
    """An output as PortAudio names it. ``hostapi`` is the sound system (ALSA, JACK, ...)."""

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
    """The devices, and one line that says why there are none, or not all. ``hangs``: JACK does not
    answer, or nothing does; the devices can only be opened without JACK."""

    devices: tuple[OutputDevice, ...] = ()
    problem: Message = NOTHING
    hangs: bool = False


def list_outputs(timeout_s: float = TIMEOUT_S) -> OutputScan:
    """All outputs with at least two channels. Never raises: errors are in ``problem``."""
    return _query_outputs("", timeout_s)


def find_output(
    name: str, timeout_s: float = TIMEOUT_S, is_wanted: Callable[[], bool] = lambda: True
) -> OutputScan:
    """As :func:`list_outputs`, but without devices if the engine would not find this one.

    ``is_wanted`` is asked while it waits.

    Raises
    ------
    mwk_desktop.platform.spawning.NotWantedError
        The answer is no longer wanted.
    """
    return _query_outputs(name, timeout_s, is_wanted)


def _query_outputs(
    name: str, timeout_s: float, is_wanted: Callable[[], bool] = lambda: True
) -> OutputScan:
    scan = _answer(name, timeout_s, is_wanted, without_jack=False)
    if scan is not None:
        return scan
    others = _answer(name, max(timeout_s, OTHERS_S), is_wanted, without_jack=True)
    if others is not None:
        return replace(others, problem=platform.current.hung_jack(), hangs=True)
    # With some locks in its database JACK's library waits before it looks for a server.
    late = message("the sound system did not answer within {seconds:g} s", seconds=timeout_s)
    return OutputScan(problem=platform.current.locked_jack() or late, hangs=True)


def _answer(
    name: str, timeout_s: float, is_wanted: Callable[[], bool], *, without_jack: bool
) -> OutputScan | None:
    """What a child process found; None if it hangs."""
    try:
        answer: OutputScan = run_in_child(
            _list_in_child,
            name,
            without_jack,
            name="mwk-devices",
            timeout_s=timeout_s,
            is_wanted=is_wanted,
        )
        return answer
    except TimeoutError:
        return None
    except EOFError:
        return OutputScan(problem=message("the sound system crashed while looking for outputs"))
    except OSError as error:
        return OutputScan(problem=message("cannot look for outputs ({reason})", reason=str(error)))


def _list_in_child(
    send_answer: Callable[[OutputScan], None], name: str, without_jack: bool
) -> None:
    """Runs in the child process: import PortAudio and list its devices."""
    from mwk_desktop.engine.portaudio import (
        NoDeviceError,
        configure_jack,
        default_output,
        find_device,
        import_sounddevice,
        quiet_stderr,
    )

    configure_jack(without=without_jack)
    with quiet_stderr():
        try:
            sd = import_sounddevice()
            if name:
                find_device(sd, name)
            systems = [system["name"] for system in sd.query_hostapis()]
            default = default_output(sd)
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
        except Exception as error:  # PortAudio may raise anything
            answer = OutputScan(problem=verbatim(" ".join(str(error).split())))
    send_answer(answer)

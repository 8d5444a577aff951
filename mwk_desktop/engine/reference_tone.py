"""A soft tone on one pair of an output, from a process that lives only for it.

A show may play meanwhile: the tone has a stream of its own, and its process can neither hold up nor
end the engine's. Call from any thread that may block.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from mwk_desktop.engine.gains import Floats
from mwk_desktop.engine.protocol import DEFAULT_OUTPUT
from mwk_desktop.messages import NOTHING, Message, message, verbatim
from mwk_desktop.platform.spawning import run_in_child
from mwk_desktop.units import db_to_gain

TONE_S: Final = 1.2
TONE_HZ: Final = 440.0
TONE_DB: Final = -18.0
"""The tone's level: audible in a quiet room, no shock in a loud one."""

PAIRS: Final = {"1-2": 0, "3-4": 2}
"""A pair of outputs -> its first channel, from 0."""

TIMEOUT_S: Final = 10.0
"""Seconds to wait for the end of the tone; a sound server that hangs never plays it."""

_STALLED_S: Final = 4.0
"""A stream that has not taken the tone after this many seconds takes none."""


@dataclass(frozen=True, slots=True)
class ToneAnswer:
    """What became of a tone. ``device``: the output's full name, where one was found;
    ``problem``: why it was not played; ``is_shows``: because the show is heard there."""

    device: str = ""
    problem: Message = NOTHING
    is_shows: bool = False


def tone_samples(rate_hz: int) -> Floats:
    """A clip with a soft tone, then silence; float32, shape (1, frames, 2)."""
    frames = 2 * rate_hz
    seconds = np.arange(frames) / rate_hz
    shape = np.interp(seconds, [0, 0.02, TONE_S - 0.2, TONE_S], [0.0, 1.0, 1.0, 0.0])
    wave = db_to_gain(TONE_DB) * shape * np.sin(2 * np.pi * TONE_HZ * seconds)
    return np.repeat(wave[np.newaxis, :, np.newaxis], 2, axis=2).astype(np.float32)


def play_tone(
    output: str, pair: str, *, playing: str = "", timeout_s: float = TIMEOUT_S
) -> ToneAnswer:
    """Play the tone, and return when it has been played. Never raises: errors are in ``problem``.

    Parameters
    ----------
    output
        The output's name, with or without its sound system; empty: the system's default.
    pair
        One of :data:`PAIRS`.
    playing
        The full name of the output on which a show plays (empty: none): its outputs 1 and 2 are the
        room's, and get no tone.
    """
    try:
        try:
            return _answer(output, pair, playing, timeout_s, without_jack=False)
        except TimeoutError:
            # A JACK that does not answer keeps PortAudio from all other outputs, too.
            answer = _answer(output, pair, playing, timeout_s, without_jack=True)
            if not answer.device:  # it is one of JACK's
                raise
            return answer
    except TimeoutError:
        text = message("the sound system did not answer within {seconds:g} s", seconds=timeout_s)
    except EOFError:
        text = message("the sound system crashed during the tone")
    except OSError as error:
        text = message("no tone ({reason})", reason=str(error))
    return ToneAnswer(problem=text)


def _answer(
    output: str, pair: str, playing: str, timeout_s: float, *, without_jack: bool
) -> ToneAnswer:
    """What a child process says that has played the tone; raises as :func:`run_in_child`."""
    answer: ToneAnswer = run_in_child(
        _play_in_child,
        *(output, PAIRS[pair], playing, without_jack),
        name="mwk-tone",
        timeout_s=timeout_s,
    )
    return answer


def _play_in_child(
    send_answer: Callable[[ToneAnswer], None],
    output: str,
    first: int,
    playing: str,
    without_jack: bool,
) -> None:
    """Runs in the child process: find the output and play there."""
    from mwk_desktop.engine.portaudio import (
        NoDeviceError,
        configure_jack,
        find_device,
        import_sounddevice,
        quiet_stderr,
    )

    configure_jack(without=without_jack)
    device = ""
    with quiet_stderr():
        try:
            sd = import_sounddevice()
            index, device = find_device(sd, output or DEFAULT_OUTPUT)
            if device == playing and not first:
                answer = ToneAnswer(device, is_shows=True)
            else:
                answer = ToneAnswer(device, _play(sd, index, device, first))
        except NoDeviceError as problem:
            answer = ToneAnswer(device, problem.reason)
        except Exception as error:  # PortAudio may raise anything
            answer = ToneAnswer(device, verbatim(" ".join(str(error).split())))
    send_answer(answer)


def _play(sd: Any, index: int, device: str, first: int) -> Message:
    """Play the tone from channel ``first`` on (child process); returns why it was not heard."""
    import threading

    from mwk_desktop.engine.portaudio import open_error

    facts = sd.query_devices(index)
    channels, rate_hz = first + 2, round(facts["default_samplerate"])
    if facts["max_output_channels"] < channels:
        return message("{device} has only outputs 1 and 2", device=device)
    tone = tone_samples(rate_hz)[0, : round((TONE_S + 0.1) * rate_hz)]
    samples = np.zeros((len(tone), channels), np.float32)
    samples[:, first:] = tone
    played, place = threading.Event(), 0

    def callback(out: Floats, frames: int, times: Any, status: Any) -> None:
        nonlocal place
        part = samples[place : place + frames]
        out[: len(part)] = part
        out[len(part) :] = 0.0
        place += frames
        if place >= len(samples):
            played.set()

    try:
        stream = sd.OutputStream(
            samplerate=rate_hz,
            device=index,
            channels=channels,
            dtype="float32",
            latency="high",
            callback=callback,
        )
        stream.start()
    except (sd.PortAudioError, ValueError) as error:
        raise open_error(sd, error, index, device, rate_hz) from error
    heard = played.wait(len(samples) / rate_hz + _STALLED_S)
    if not heard:
        return message("{device} takes no sound", device=device)
    stream.stop()
    stream.close()
    return NOTHING

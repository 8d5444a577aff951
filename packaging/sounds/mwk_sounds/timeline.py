"""The loop's clock and its circular canvas: where a step lies, and how a sound is laid on it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
ComplexArray = npt.NDArray[np.complex128]

SAMPLE_RATE_HZ = 48_000
TEMPO_BPM = 128
BEATS_PER_LOOP = 8
BEATS_PER_BAR = 4
STEPS_PER_BEAT = 4
LOOP_STEPS = BEATS_PER_LOOP * STEPS_PER_BEAT
BAR_STEPS = BEATS_PER_BAR * STEPS_PER_BEAT
LOOP_FRAMES = SAMPLE_RATE_HZ * 60 * BEATS_PER_LOOP // TEMPO_BPM
STEP_FRAMES = LOOP_FRAMES // LOOP_STEPS
BAR_FRAMES = BAR_STEPS * STEP_FRAMES
STEP_SECONDS = STEP_FRAMES / SAMPLE_RATE_HZ


@dataclass(frozen=True)
class Hit:
    """One event of a pattern: where it starts and how long it is held, in sixteenths."""

    step: int
    length: int
    symbol: str


def hits(pattern: str) -> Iterator[Hit]:
    """Read a pattern of one character a sixteenth.

    ``.`` is a rest, ``-`` holds the note before it, a space is ignored, the rest are events.
    """
    steps = pattern.replace(" ", "")
    if len(steps) != LOOP_STEPS:
        raise ValueError(f"a pattern has {LOOP_STEPS} steps, not {len(steps)}: {pattern!r}")
    for step, symbol in enumerate(steps):
        if symbol in ".-":
            continue
        length = 1
        while step + length < LOOP_STEPS and steps[step + length] == "-":
            length += 1
        yield Hit(step, length, symbol)


def silence() -> FloatArray:
    """An empty stereo loop, shape (2, LOOP_FRAMES)."""
    return np.zeros((2, LOOP_FRAMES))


def frames_of(seconds: float) -> int:
    """Whole frames in a time."""
    return round(seconds * SAMPLE_RATE_HZ)


def seconds_axis(frames: int) -> FloatArray:
    """Time of each frame in seconds, shape (frames,)."""
    return np.arange(frames) / SAMPLE_RATE_HZ


def panned(sound: FloatArray, pan: float) -> FloatArray:
    """A mono sound (frames,) from -1 (left) to 1 (right), equal power, unity in the centre."""
    angle = (pan + 1) * np.pi / 4
    sides = [sound * np.cos(angle), sound * np.sin(angle)]
    return np.asarray(np.vstack(sides) * np.sqrt(2))


def place(
    loop: FloatArray, sound: FloatArray, step: float, gain: float = 1.0, pan: float = 0.0
) -> None:
    """Add a sound to the loop, running over the end into the start.

    Parameters
    ----------
    loop : (2, LOOP_FRAMES), changed in place.
    sound : (frames,) mono, or (2, frames); `pan` moves only mono sounds.
    step : start in sixteenths; fractions and negative values are allowed.
    """
    stereo = panned(sound, pan) if sound.ndim == 1 else sound
    start = round(step * STEP_FRAMES) % LOOP_FRAMES
    done = 0
    while done < stereo.shape[1]:
        count = min(stereo.shape[1] - done, LOOP_FRAMES - start)
        loop[:, start : start + count] += gain * stereo[:, done : done + count]
        done += count
        start = 0

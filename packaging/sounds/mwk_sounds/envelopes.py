"""Level shapes in time: notes, ducking, gates. Edges are raised cosines: nothing clicks."""

import numpy as np
import scipy.signal

from mwk_sounds.timeline import (
    LOOP_FRAMES,
    LOOP_STEPS,
    SAMPLE_RATE_HZ,
    STEP_FRAMES,
    FloatArray,
    frames_of,
    hits,
    seconds_axis,
)

_EDGE_FRAMES = 64  # the last 1.3 ms of a note always reach zero


def note_frames(length_steps: float, release_s: float = 0.05) -> int:
    """Frames of a note held for a number of sixteenths, its release included."""
    return round(length_steps * STEP_FRAMES) + frames_of(release_s)


def decay(frames: int, time_s: float) -> FloatArray:
    """Exponential fall from 1 with a time constant in seconds, shape (frames,)."""
    return np.exp(-seconds_axis(frames) / time_s)


def adsr(
    frames: int, attack_s: float, decay_s: float, sustain: float, release_s: float
) -> FloatArray:
    """A note's level, shape (frames,): the release fills the last `release_s` of it."""
    time_s = seconds_axis(frames)
    rise = 0.5 - 0.5 * np.cos(np.pi * np.clip(time_s / attack_s, 0, 1))
    fall = sustain + (1 - sustain) * np.exp(-np.maximum(time_s - attack_s, 0) / decay_s)
    level = np.where(time_s < attack_s, rise, fall)
    gate_s = frames / SAMPLE_RATE_HZ - release_s
    level *= np.exp(-np.maximum(time_s - gate_s, 0) / (release_s / 5))
    edge = min(frames, _EDGE_FRAMES)
    level[-edge:] *= np.linspace(1, 0, edge)
    return level


def smoothed(values: FloatArray, width_s: float) -> FloatArray:
    """Moving Hann average over a finished (not circular) curve, same length."""
    width = frames_of(width_s) | 1
    kernel = np.hanning(width + 2)[1:-1]
    padded = np.pad(values, width // 2, mode="edge")
    return np.asarray(scipy.signal.oaconvolve(padded, kernel / kernel.sum(), "valid"))


def loop_smoothed(values: FloatArray, width_s: float) -> FloatArray:
    """Moving Hann average around the loop, shape (LOOP_FRAMES,)."""
    width = frames_of(width_s) | 1
    kernel = np.hanning(width + 2)[1:-1]
    full = np.zeros(LOOP_FRAMES)
    full[:width] = kernel / kernel.sum()
    full = np.roll(full, -(width // 2))
    return np.fft.irfft(np.fft.rfft(values) * np.fft.rfft(full), LOOP_FRAMES)


def stepped(pattern: str, fall_s: float, floor: float = 0.3) -> FloatArray:
    """A pulse: each event jumps to full level (small letters to 70 %) and falls to `floor`.

    The jump takes 4 ms, so the onset lies on the grid; shape (LOOP_FRAMES,).
    """
    level = np.full(LOOP_FRAMES, floor)
    starts = [(hit.step, 1.0 if hit.symbol.isupper() else 0.7) for hit in hits(pattern)]
    for number, (step, top) in enumerate(starts):
        following = starts[(number + 1) % len(starts)][0]
        steps = (following - step - 1) % LOOP_STEPS + 1
        at = (step * STEP_FRAMES + np.arange(steps * STEP_FRAMES)) % LOOP_FRAMES
        level[at] = floor + (top - floor) * np.exp(-seconds_axis(at.size) / fall_s)
    return loop_smoothed(level, 0.004)


def opening(first_step: int, start: float, end: float, power: float = 2.0) -> FloatArray:
    """A curve that is `start` until a step and rises to `end` at the loop's end, (LOOP_FRAMES,)."""
    share = np.clip(np.arange(LOOP_FRAMES) / STEP_FRAMES - first_step, 0, None)
    return start + (end - start) * (share / (LOOP_STEPS - first_step)) ** power


def gate(pattern: str, open_share: float = 0.8, floor: float = 0.0) -> FloatArray:
    """A chopper: full level in each ``x`` sixteenth for `open_share` of it, else `floor`."""
    level = np.full(LOOP_FRAMES, floor)
    for step, symbol in enumerate(pattern.replace(" ", "")):
        if symbol == "x":
            start = step * STEP_FRAMES
            level[start : start + round(open_share * STEP_FRAMES)] = 1.0
        elif symbol == "-":
            start = (step - 1) * STEP_FRAMES + round(open_share * STEP_FRAMES)
            level[start : (step * STEP_FRAMES) + round(open_share * STEP_FRAMES)] = 1.0
    return loop_smoothed(level, 0.006)


def cycle(turns: int, phase: float = 0.0) -> FloatArray:
    """A sine that makes whole turns in the loop (never free-running), shape (LOOP_FRAMES,)."""
    return np.sin(2 * np.pi * (turns * np.arange(LOOP_FRAMES) / LOOP_FRAMES + phase))

"""The master's limiter: true peak, with look-ahead, the same bits for every block size.

How it works. The signal between two samples is estimated at three more points (four times
oversampling, as ITU-R BS.1770-4 annex 2 asks, with a windowed sinc of our own). Where the
estimate exceeds the ceiling, the gain that would bring it down is required. The gain that is
applied is the smallest required one of a stretch, released slowly and smoothed over the
look-ahead, so it is at its lowest exactly when the peak comes out and never steps.

Why the bits are always the same. Every value comes from the same samples by the same tree of
operations, wherever a block ends: minima and means over 2^k frames are computed from those over
2^(k-1) frames, never carried from block to block like a cumulative sum. Where nothing exceeds the
ceiling, all gains are exactly 1.0 (minima and means of ones are exact), so skipping the work leaves
the same bits and the limiter is a pure delay.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from mwk_desktop.engine.delay_line import DelayLine
from mwk_desktop.engine.gains import Floats
from mwk_desktop.units import MASTER_CEILING_DBTP, MASTER_CEILING_RANGE_DBTP, db_to_gain

MARGIN_DB: Final = 0.45
"""Four points a sample can miss the top of a wave near half the sample rate by up to 0.69 dB
(``20 log10(cos(pi / 8))``, ITU-R BS.1770-4 annex 2). Loud noise over the whole band was under-read
by 0.3 dB, random full-scale bits by 0.42 dB."""

CEILING: Final = db_to_gain(MASTER_CEILING_DBTP - MARGIN_DB)
"""The ceiling until another one is set."""

PAIRS: Final = 8
"""How many samples on each side an estimated point is computed from."""

ATTACK_FRAMES: Final = 256
"""Length of the mean that smooths the gain: 5.3 ms at 48 kHz, which adds to the delay."""

HOLD_FRAMES: Final = 1024
"""A peak holds the gain this long (half a cycle of 23 Hz), so that the gain does not follow the
wave itself, which would be distortion."""

RELEASE_FRAMES: Final = 4096
"""A gain that was held long is released over this many frames (85 ms)."""

COVER_FRAMES: Final = 512
"""Shortest hold: longer than the smoothing plus the estimate's width on both sides."""

DELAY_FRAMES: Final = PAIRS + PAIRS + ATTACK_FRAMES - 1
"""The newest estimate is ``PAIRS`` frames behind the input; its gain must be in force ``PAIRS``
frames before the peak, and the smoothing takes a whole mean."""

PIECE_FRAMES: Final = 4096
"""Most frames processed at once, so that the arrays stay in the processor's cache."""


def _weights() -> tuple[list[float], list[float], list[float]]:
    """Weights of the points at 1/2 (sums) and at 1/4 and 3/4 (sums and differences).

    For the pair ``x[n - j]``, ``x[n + 1 + j]``. The points at 1/4 and 3/4 mirror each other, so one
    is ``P + Q`` and the other ``P - Q``, and the larger magnitude of both is ``|P| + |Q|``. Rounded
    to 2^-20, so that differences in a library's last bit do not matter.
    """

    def at(time: float) -> float:
        width = PAIRS + 0.25
        window = float(np.i0(5.0 * np.sqrt(max(0.0, 1.0 - (time / width) ** 2))) / np.i0(5.0))
        return float(np.sinc(time)) * window

    def rounded(values: list[float]) -> list[float]:
        return [round(value * 2**20) / 2**20 for value in values]

    middle = [at(0.5 + j) for j in range(PAIRS)]
    near = [at(0.25 + j) for j in range(PAIRS)]
    far = [at(0.75 + j) for j in range(PAIRS)]
    # Unity gain for a constant: a full-scale plateau must not be over-read.
    middle = [value / (2.0 * sum(middle)) for value in middle]
    scale = sum(near) + sum(far)
    sums = [(a + b) / (2.0 * scale) for a, b in zip(near, far, strict=True)]
    differences = [(a - b) / (2.0 * scale) for a, b in zip(near, far, strict=True)]
    return rounded(middle), rounded(sums), rounded(differences)


MIDDLE, SUMS, DIFFERENCES = _weights()

QUIET: Final = 1.0 / (
    1.001 * 2.0 * max(sum(map(abs, MIDDLE)), sum(map(abs, SUMS)) + sum(map(abs, DIFFERENCES)))
)
"""Of the ceiling. No estimate from samples below this can reach it: a point exceeds its samples at
most by the sum of the weights' magnitudes, and 0.1 % covers rounding."""


class _Doubling:
    """Minimum or sum of the newest 2^k values at every step.

    Each level combines the one below with itself, half a length ago.
    """

    def __init__(self, operation: np.ufunc, length: int, longest: int, idle: float) -> None:
        self._operation: Any = operation
        self._levels: list[tuple[int, DelayLine]] = []
        lag = 1
        while lag < length:
            fill = idle * lag if operation is np.add else idle
            self._levels.append((lag, DelayLine(lag, longest, fill)))
            lag *= 2
        self._out = np.empty(longest, dtype=np.float32)
        self._scale = 1.0 / length if operation is np.add else 1.0

    def copy_from(self, other: _Doubling) -> None:
        for (_, line), (_, others) in zip(self._levels, other._levels, strict=True):
            line.copy_from(others)

    def step(self, values: Floats) -> Floats:
        """Process the next values; the result is valid until the next call."""
        length = len(values)
        self._levels[0][1].push(length)[:] = values
        for index, (lag, line) in enumerate(self._levels):
            last = index + 1 == len(self._levels)
            out = self._out[:length] if last else self._levels[index + 1][1].push(length)
            self._operation(line.newest(length), line.newest(length, lag), out=out)
        out = self._out[:length]
        if self._scale != 1.0:
            np.multiply(out, self._scale, out=out)
        return out


class Limiter:
    """Keeps the master's true peak at or below the ceiling.

    Parameters
    ----------
    max_frames : int
        The most frames that :meth:`process_into` gets at once.

    Attributes
    ----------
    delay_frames : int
        How much later a frame comes out than it went in.
    memory_frames : int
        How far back an input frame can still matter for an output frame.
    lowest_gain : float
        Smallest gain in the last call.
    """

    delay_frames: Final = DELAY_FRAMES
    memory_frames: Final = (
        HOLD_FRAMES + RELEASE_FRAMES + COVER_FRAMES + ATTACK_FRAMES + 2 * PAIRS + DELAY_FRAMES
    )

    def __init__(self, max_frames: int) -> None:
        longest = min(max_frames, PIECE_FRAMES)
        self._longest = longest
        self._input = DelayLine(2 * (DELAY_FRAMES + 1), 2 * longest, 0.0)
        self._hold = _Doubling(np.minimum, HOLD_FRAMES, longest, 1.0)
        self._release = _Doubling(np.add, RELEASE_FRAMES, longest, 1.0)
        self._cover = _Doubling(np.minimum, COVER_FRAMES, longest, 1.0)
        self._attack = _Doubling(np.add, ATTACK_FRAMES, longest, 1.0)
        self._scratch = np.empty((6, 2 * longest), dtype=np.float32)
        self._required = np.ones(longest, dtype=np.float32)
        self._gains = np.ones(2 * longest, dtype=np.float32)
        self._quiet_frames = self.memory_frames
        self._clear_frames = self.memory_frames
        self.lowest_gain = 1.0
        self._ceiling = CEILING
        self._planned: list[tuple[int, float]] = []

    def plan_ceiling(self, frames: int, dbtp: float) -> None:
        """Set another ceiling, from ``frames`` after the next frame on; call it in order of
        frames."""
        lowest, highest = MASTER_CEILING_RANGE_DBTP
        ceiling = db_to_gain(min(max(dbtp, lowest), highest) - MARGIN_DB)
        self._planned.append((2 * frames, ceiling))

    def copy_from(self, other: Limiter) -> None:
        """Copy the state of another limiter of the same size."""
        self._input.copy_from(other._input)
        for mine, theirs in (
            (self._hold, other._hold),
            (self._release, other._release),
            (self._cover, other._cover),
            (self._attack, other._attack),
        ):
            mine.copy_from(theirs)
        self._quiet_frames, self._clear_frames = other._quiet_frames, other._clear_frames
        self._ceiling, self._planned = other._ceiling, list(other._planned)

    def process_into(self, sound: Floats, out: Floats) -> None:
        """Limit the next frames.

        Parameters
        ----------
        sound, out : ndarray of float32, shape (2 * frames,)
            Interleaved; ``out`` holds what went in ``delay_frames`` before, limited.
        """
        self.lowest_gain = 1.0
        begin = 0
        while begin < len(sound):
            while self._planned and self._planned[0][0] <= begin:
                self._ceiling = self._planned.pop(0)[1]
                # What was quiet under the old ceiling need not be so under the new one.
                self._quiet_frames = 0
            end = begin + 2 * self._longest
            if self._planned:
                end = min(end, self._planned[0][0])
            self._piece(sound[begin:end], out[begin:end])
            begin = min(end, len(sound))
        if self._planned:
            self._planned = [(at - len(sound), ceiling) for at, ceiling in self._planned]

    def _piece(self, sound: Floats, out: Floats) -> None:
        size = len(sound)
        frames = size // 2
        self._input.push(size)[:] = sound
        delayed = self._input.newest(size, 2 * DELAY_FRAMES)
        required = self._required[:frames]
        if self._exceeds(sound, frames, required):
            self._clear_frames = 0
        else:
            if self._clear_frames >= self.memory_frames:
                out[:] = delayed
                return
            required.fill(1.0)
            self._clear_frames += frames
        released = self._release.step(self._hold.step(required))
        np.minimum(released, required, out=released)
        smooth = self._attack.step(self._cover.step(released))
        gains = self._gains[:size]
        gains[0::2] = smooth
        gains[1::2] = smooth
        np.multiply(delayed, gains, out=out)
        self.lowest_gain = min(self.lowest_gain, float(smooth.min()))

    def _exceeds(self, sound: Floats, frames: int, required: Floats) -> bool:
        """Whether any estimate exceeds the ceiling; if so, ``required`` gets the gains."""
        if max(float(sound.max()), -float(sound.min())) < QUIET * self._ceiling:
            self._quiet_frames += frames
            # The newest estimates still read samples of the previous piece.
            if self._quiet_frames >= frames + 2 * PAIRS:
                return False
        else:
            self._quiet_frames = 0
        peak = self._peaks(len(sound))
        if float(peak.max()) <= self._ceiling:
            return False
        np.maximum(peak[0::2], peak[1::2], out=required)
        np.maximum(required, self._ceiling, out=required)
        np.divide(self._ceiling, required, out=required)
        return True

    def _peaks(self, size: int) -> Floats:
        """Largest estimate between each sample and its channel's next, ``PAIRS`` frames ago."""
        middle: Floats = self._scratch[0, :size]
        pair_sum, pair_difference, term, sums, differences = self._scratch[1:, :size]
        for pair in range(PAIRS):
            left = self._input.newest(size, 2 * (PAIRS + pair))
            right = self._input.newest(size, 2 * (PAIRS - 1 - pair))
            np.add(left, right, out=pair_sum)
            np.subtract(left, right, out=pair_difference)
            if pair == 0:
                np.multiply(pair_sum, MIDDLE[0], out=middle)
                np.multiply(pair_sum, SUMS[0], out=sums)
                np.multiply(pair_difference, DIFFERENCES[0], out=differences)
                continue
            np.multiply(pair_sum, MIDDLE[pair], out=term)
            np.add(middle, term, out=middle)
            np.multiply(pair_sum, SUMS[pair], out=term)
            np.add(sums, term, out=sums)
            np.multiply(pair_difference, DIFFERENCES[pair], out=term)
            np.add(differences, term, out=differences)
        np.abs(sums, out=sums)
        np.abs(differences, out=differences)
        np.add(sums, differences, out=sums)
        np.abs(middle, out=middle)
        np.maximum(middle, sums, out=middle)
        np.abs(self._input.newest(size, 2 * PAIRS), out=term)
        np.maximum(middle, term, out=middle)
        return middle

"""A gain as a function of the absolute frame: the same bits whatever the block size."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


class Gain:
    """A gain that is constant or moves between two frames, in a straight line if it is short.

    The value at frame ``f`` of a ramp of ``n`` frames from ``a`` to ``b`` that began at ``s`` is
    ``a + (b - a) * ((f - s) / n)`` in double precision and exactly ``b`` from ``s + n`` on, both
    here and in :class:`RampTable`; so an interrupted ramp continues from the exact value.

    A ramp of at least ``equal_power_frames`` moves the power instead, along a smooth step:
    ``sqrt(a * a + (b * b - a * a) * (x * x * (3 - 2 * x)))`` with ``x = (f - s) / n``. Two such
    fades, one in and one out, keep the power of two sounds that are not correlated; linear ones
    would dip by 3 dB in the middle. Loops of different clips are not: they differ in notes and
    phase. Sounds in phase would gain up to 3 dB there, which the limiter takes. (Fink, Holters,
    Zölzer: "Signal-Matched Power-Complementary Cross-Fading and Dry-Wet Mixing", DAFx 2016.) Only
    sums, products, quotients and square roots, which IEEE 754 rounds correctly: the same bits in
    any block.

    Parameters
    ----------
    value : float
        The gain until the first ramp; linear.
    equal_power_frames : int, optional
        Length from which on a ramp keeps the power; by default all are straight lines.
    """

    __slots__ = (
        "_equal_power_frames",
        "end_frame",
        "equal_power",
        "start",
        "start_frame",
        "target",
    )

    def __init__(self, value: float = 1.0, equal_power_frames: int | None = None) -> None:
        self._equal_power_frames = equal_power_frames
        self.equal_power = False
        self.start_frame = 0
        self.end_frame = 0
        self.start = value
        self.target = value

    def at(self, frame: int) -> float:
        """The gain at a frame; the frame must not be before the newest ramp's first frame."""
        if frame >= self.end_frame or self.end_frame <= self.start_frame:
            return self.target
        ramp_frames = self.end_frame - self.start_frame
        x = (frame - self.start_frame) / ramp_frames
        if not self.equal_power:
            return self.start + (self.target - self.start) * x
        power = self.start * self.start
        step = (3.0 - x * 2.0) * x * x
        return math.sqrt(max(0.0, step * (self.target * self.target - power) + power))

    def ramp(self, frame: int, target: float, ramp_frames: int) -> None:
        """Move from the value at ``frame`` to ``target``."""
        self.start = self.at(frame)
        self.target = target
        shortest = self._equal_power_frames
        self.equal_power = shortest is not None and ramp_frames >= shortest
        self.start_frame = frame
        self.end_frame = frame + ramp_frames

    def jump(self, before: int, frame: int) -> None:
        """Go on at ``frame`` instead of ``before``.

        A ramp that is over stays over; one that is not takes the rest of its time, from the value
        that it had reached.
        """
        if before >= self.end_frame:
            self.start = self.target
            self.start_frame = self.end_frame = frame
        else:
            self.start_frame += frame - before
            self.end_frame += frame - before


class RampTable:
    """Writes a moving gain into a preallocated interleaved array.

    Parameters
    ----------
    max_frames : int
        The most frames that one call asks for.
    """

    def __init__(self, max_frames: int) -> None:
        # Each gain twice: interleaved stereo is one flat array everywhere.
        self._index = np.repeat(np.arange(max_frames, dtype=np.float64), 2)
        self._wide = np.empty(2 * max_frames, dtype=np.float64)
        self._step = np.empty(2 * max_frames, dtype=np.float64)
        self._gain = np.empty(2 * max_frames, dtype=np.float32)

    def values(self, gain: Gain, frame: int, frames: int) -> Floats:
        """The gains of ``frames`` frames from ``frame`` on, all inside one ramp.

        Returns
        -------
        ndarray of float32, shape (2 * frames,)
            Interleaved; valid until the next call.
        """
        wide = self._wide[: 2 * frames]
        out = self._gain[: 2 * frames]
        if gain.end_frame <= gain.start_frame:  # set at once, for a frame still to come
            out[:] = gain.target
            return out
        np.add(self._index[: 2 * frames], frame - gain.start_frame, out=wide)
        np.divide(wide, gain.end_frame - gain.start_frame, out=wide)
        if gain.equal_power:
            power = gain.start * gain.start
            step = self._step[: 2 * frames]
            np.multiply(wide, 2.0, out=step)
            np.subtract(3.0, step, out=step)
            np.multiply(step, wide, out=step)
            np.multiply(step, wide, out=step)
            np.multiply(step, gain.target * gain.target - power, out=step)
            np.add(step, power, out=step)
            np.maximum(step, 0.0, out=step)
            np.sqrt(step, out=step)
            out[:] = step
            return out
        np.multiply(wide, gain.target - gain.start, out=wide)
        np.add(wide, gain.start, out=wide)
        out[:] = wide
        return out

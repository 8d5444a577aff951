"""A gain as a function of the absolute frame: the same bits whatever the block size."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


class Gain:
    """A gain that is constant or moves in a straight line between two frames.

    The value at frame ``f`` of a ramp of ``n`` frames from ``a`` to ``b`` that began at ``s`` is
    ``a + (b - a) * ((f - s) / n)`` in double precision and exactly ``b`` from ``s + n`` on, both
    here and in :class:`RampTable`; so an interrupted ramp continues from the exact value.
    """

    __slots__ = ("end_frame", "start", "start_frame", "target")

    def __init__(self, value: float = 1.0) -> None:
        self.start_frame = 0
        self.end_frame = 0
        self.start = value
        self.target = value

    def at(self, frame: int) -> float:
        """The gain at a frame; the frame must not be before the newest ramp's first frame."""
        if frame >= self.end_frame or self.end_frame <= self.start_frame:
            return self.target
        ramp_frames = self.end_frame - self.start_frame
        return self.start + (self.target - self.start) * ((frame - self.start_frame) / ramp_frames)

    def ramp(self, frame: int, target: float, ramp_frames: int) -> None:
        """Move from the value at ``frame`` to ``target``."""
        self.start = self.at(frame)
        self.target = target
        self.start_frame = frame
        self.end_frame = frame + ramp_frames


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
        np.multiply(wide, gain.target - gain.start, out=wide)
        np.add(wide, gain.start, out=wide)
        out[:] = wide
        return out

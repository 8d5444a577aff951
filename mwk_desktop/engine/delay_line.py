"""A stream's newest samples with a fixed length of its past: the memory of filters and limiter."""

from __future__ import annotations

import numpy as np

from mwk_desktop.engine.gains import Floats


class DelayLine:
    """The newest values of a stream, preceded by a fixed length of its past.

    Values are moved only when the buffer's end is reached, not at every step.

    Parameters
    ----------
    past : int
        How many values of the past are kept.
    longest : int
        The most values that are pushed at once.
    fill : float
        What the past holds at the start.
    """

    __slots__ = ("_buffer", "_end", "_past")

    def __init__(self, past: int, longest: int, fill: float) -> None:
        self._past = past
        self._buffer = np.full(2 * past + 8 * longest, fill, dtype=np.float32)
        self._end = past

    def copy_from(self, other: DelayLine) -> None:
        """Hold the same values as another line of the same size."""
        self._buffer[:] = other._buffer
        self._end = other._end

    def push(self, length: int) -> Floats:
        """The array to write the next ``length`` values into."""
        if self._end + length > len(self._buffer):
            self._buffer[: self._past] = self._buffer[self._end - self._past : self._end]
            self._end = self._past
        self._end += length
        return self._buffer[self._end - length : self._end]

    def newest(self, length: int, lag: int = 0) -> Floats:
        """The ``length`` values that were the newest ``lag`` steps ago."""
        return self._buffer[self._end - lag - length : self._end - lag]

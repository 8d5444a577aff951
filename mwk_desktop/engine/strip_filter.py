"""The strips' one-knob filters: low-pass to the left of the middle, high-pass to the right.

A Butterworth filter of fourth order (24 dB per octave, no resonance), made from the analogue one by
the bilinear transform. It runs as two pairs of complex one-pole filters in parallel::

    s[n] = p[n] s[n-1] + r[n] x[n],  y[n] = d[n] x[n] + Re(s1[n] + s2[n])

Poles ``p`` and weights ``r``, ``d`` follow the knob at every frame, so a sweep has no steps; the
weights are at the input, so that what is in the memory is never made louder. With ``P[n]`` the
product of the poles since a chunk's begin, ``s[n] = P[n] (s0 + sum of r x / P)``, which numpy
computes without a Python loop over samples.

Why the bits are the same for every block size: the work is done in whole chunks of
:data:`CHUNK_FRAMES` that lie on an absolute grid of frames. What a stretch leaves of its last chunk
is computed again with the next one, always from the chunk's first frame.

In the middle a filter is left out. Close to it the filtered sound is blended with the dry one, so
that it comes and goes without a click. Its memory begins empty, where the knob leaves the middle or
crosses it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from mwk_desktop.engine.gains import Floats, Gain
from mwk_desktop.units import (
    FILTER_NEUTRAL,
    HIGH_PASS_HZ,
    LOW_PASS_HZ,
    STRIPS,
)

Doubles = npt.NDArray[np.float64]

CHUNK_FRAMES: Final = 64
"""Short enough that a product of poles stays far from underflow (the smallest is 0.2 in size), long
enough that few numpy calls do the work."""

BLEND: Final = 0.06
"""The part of each half, next to the middle, in which dry and filtered sound are blended: 0.6 ms of
a ramp over the whole half."""

_STEPS: Final = 2048
"""Table entries of a half; between them the coefficients are interpolated, which is 1e-6 off."""

_MOST_FRAMES: Final = 1024
"""Most frames processed at once, so that the arrays stay in the processor's cache."""

_NOTHING: Final = 1e-25
"""A memory smaller than this is 0: below the last bit of any sample, above slow tiny numbers."""

_TOP: Final = 0.45
"""A cut-off stays below this part of the rate."""

_ROWS: Final = 10  # blend, d, and real and imaginary parts of r1, r2, p1, p2


def _side_table(rate_hz: int, low_pass: bool) -> Doubles:
    """Coefficients of one half, from the middle outwards; shape (10, steps + 1)."""
    first_hz, last_hz = LOW_PASS_HZ if low_pass else HIGH_PASS_HZ
    share = np.arange(_STEPS + 1) / _STEPS
    cutoff = np.minimum(first_hz * (last_hz / first_hz) ** share, _TOP * rate_hz)
    warped = np.tan(np.pi * cutoff / rate_hz)
    zero = -1.0 if low_pass else 1.0  # where the response is 0
    poles = []
    for degrees in (112.5, 157.5):
        analogue = np.exp(1j * math.radians(degrees))
        moved = warped * analogue if low_pass else warped / analogue
        poles.append((1.0 + moved) / (1.0 - moved))
    every = [*poles, *(np.conj(pole) for pole in poles)]
    gain = np.real(np.prod([1.0 + zero * pole for pole in every], axis=0)) / 16.0
    direct = gain / np.real(np.prod(every, axis=0))
    weights = []
    for place, pole in enumerate(poles):
        others = [other for index, other in enumerate(every) if index != place]
        bottom = np.prod([1.0 - other / pole for other in others], axis=0)
        weights.append(2.0 * gain * (1.0 - zero / pole) ** 4 / bottom)
    blend = np.clip(share / BLEND, 0.0, 1.0)
    blend = blend * blend * (3.0 - 2.0 * blend)
    parts = [blend, direct]
    for value in (*weights, *poles):
        parts += [np.real(value), np.imag(value)]
    return np.array(parts)


@cache
def coefficients(rate_hz: int) -> Doubles:
    """The table of a rate: shape (10, 2 * (steps + 1)), from far left over the middle (which is
    there twice) to far right."""
    left, right = _side_table(rate_hz, True), _side_table(rate_hz, False)
    return np.ascontiguousarray(np.concatenate([left[:, ::-1], right], axis=1))


def side(position: float) -> int:
    """-1 for a low-pass, 1 for a high-pass, 0 in the middle."""
    return (position > FILTER_NEUTRAL) - (position < FILTER_NEUTRAL)


def crossing_frame(knob: Gain, frame: int, otherwise: int) -> int:
    """The first frame after ``frame`` at which the moving knob is on its other side."""
    if frame >= knob.end_frame or side(knob.start) * side(knob.target) >= 0:
        return otherwise
    frames = knob.end_frame - knob.start_frame
    share = (FILTER_NEUTRAL - knob.start) / (knob.target - knob.start)
    crossing = max(knob.start_frame, knob.start_frame + math.floor(share * frames) - 1)
    while side(knob.at(crossing)) != side(knob.target):
        crossing += 1
    return crossing if frame < crossing else otherwise


class FilterBank:
    """The filters of all strips.

    Parameters
    ----------
    knobs : sequence of Gain
        Each strip's position, 0 to 1; moved by the mixer.
    rate_hz : int
    max_frames : int
        The longest stretch.
    """

    def __init__(self, knobs: Sequence[Gain], rate_hz: int, max_frames: int) -> None:
        self._knobs = knobs
        self._table = coefficients(rate_hz)
        self._slopes = np.diff(self._table, axis=1, append=self._table[:, -1:])
        self._most = min(max_frames, _MOST_FRAMES)
        self._next_frame = [-1] * STRIPS
        self._side = [0] * STRIPS
        # Of the chunk that is not complete: its frames so far, and the memory at its begin.
        self._past_sound = np.zeros((STRIPS, 2, CHUNK_FRAMES))
        self._past_place = np.zeros((STRIPS, CHUNK_FRAMES))
        self._memory = np.zeros((2, STRIPS, 2), dtype=np.complex128)  # pole, strip, channel
        chunks = self._most // CHUNK_FRAMES + 2
        values = STRIPS * chunks * CHUNK_FRAMES
        self._index = np.arange(chunks * CHUNK_FRAMES, dtype=np.float64)
        self._doubles = [np.empty(size * values) for size in (1, 2, 2, 2, 2, 2, 2, _ROWS, _ROWS)]
        self._integers = np.empty(values, dtype=np.intp)
        self._complex = [np.empty(size * values, dtype=np.complex128) for size in (2, 2, 4)]
        self._out = np.empty((STRIPS, 2 * max_frames), dtype=np.float32)

    def is_active(self, strip: int, frame: int) -> bool:
        """Whether the knob is not at rest in the middle."""
        knob = self._knobs[strip]
        return frame < knob.end_frame or knob.target != FILTER_NEUTRAL

    def is_silent(self, strip: int, frame: int) -> bool:
        """Whether silence in is silence out."""
        return self._next_frame[strip] == frame and not (
            self._memory[:, strip].any() or self._past_sound[strip].any()
        )

    def pass_silence(self, strip: int, frame: int, frames: int) -> None:
        """Move on without sound (:meth:`is_silent`)."""
        begin = max(frame, (frame + frames) // CHUNK_FRAMES * CHUNK_FRAMES)
        lead, end = begin % CHUNK_FRAMES, frame + frames
        self._knob_places(strip, begin, self._past_place[strip, lead : lead + end - begin])
        self._next_frame[strip] = end
        self._side[strip] = side(float(self._knobs[strip].at(end - 1))) or self._side[strip]

    def process(self, strips: Sequence[int], sounds: Sequence[Floats], frame: int) -> list[Floats]:
        """Filter the next frames of some strips, in which no knob begins, ends or crosses.

        Parameters
        ----------
        sounds : sequence of float32 arrays, shape (2 * frames,)
            Interleaved.

        Returns
        -------
        list of float32 arrays, shape (2 * frames,)
            Interleaved; valid until the next call.
        """
        frames = len(sounds[0]) // 2
        for begin in range(0, frames, self._most):
            cut = slice(2 * begin, 2 * min(frames, begin + self._most))
            self._piece(
                list(strips),
                [sound[cut] for sound in sounds],
                frame + begin,
                [self._out[row, cut] for row in range(len(strips))],
            )
        return [self._out[row, : 2 * frames] for row in range(len(strips))]

    def _piece(
        self, strips: list[int], sounds: list[Floats], frame: int, outs: list[Floats]
    ) -> None:
        frames, count = len(sounds[0]) // 2, len(strips)
        lead = frame % CHUNK_FRAMES
        chunks = -(-(lead + frames) // CHUNK_FRAMES)
        length = chunks * CHUNK_FRAMES
        place = _shaped(self._doubles[0], count, length)
        sound = _shaped(self._doubles[1], count, 2, length)
        end = lead + frames
        for row, strip in enumerate(strips):
            self._knob_places(strip, frame, place[row, lead:end])
            self._continue_or_begin(strip, frame, float(place[row, lead]))
            place[row, :lead] = self._past_place[strip, :lead]
            place[row, end:] = place[row, end - 1]
            sound[row, :, :lead] = self._past_sound[strip, :, :lead]
            sound[row, 0, lead:end] = sounds[row][0::2]
            sound[row, 1, lead:end] = sounds[row][1::2]
            sound[row, :, end:] = 0.0
        whole = end // CHUNK_FRAMES
        result = self._filtered(strips, place, sound, chunks, whole)
        begun = whole * CHUNK_FRAMES
        for row, strip in enumerate(strips):
            outs[row][0::2] = result[row, 0, lead:end]
            outs[row][1::2] = result[row, 1, lead:end]
            self._past_place[strip, : end - begun] = place[row, begun:end]
            self._past_sound[strip, :, : end - begun] = sound[row, :, begun:end]
            self._past_sound[strip, :, end - begun :] = 0.0
            self._next_frame[strip] = frame + frames
            # A piece may begin in the middle; its last frame tells the side that it moved to.
            self._side[strip] = side(float(place[row, end - 1])) or self._side[strip]

    def _knob_places(self, strip: int, frame: int, out: Doubles) -> None:
        knob = self._knobs[strip]
        if knob.end_frame <= frame or knob.end_frame <= knob.start_frame:
            out.fill(knob.target)
        else:
            np.add(self._index[: len(out)], frame - knob.start_frame, out=out)
            np.divide(out, knob.end_frame - knob.start_frame, out=out)
            np.multiply(out, knob.target - knob.start, out=out)
            np.add(out, knob.start, out=out)
        np.maximum(out, 0.0, out=out)
        np.minimum(out, 1.0, out=out)

    def _continue_or_begin(self, strip: int, frame: int, place: float) -> None:
        """Forget the past where the filter was left out, or is of the other kind now."""
        kind = side(place)
        same = kind == self._side[strip] or 0 in (kind, self._side[strip])
        if self._next_frame[strip] != frame or not same:
            self._memory[:, strip] = 0.0
            self._past_sound[strip] = 0.0
            self._past_place[strip] = place
            self._side[strip] = kind
        elif kind:
            self._side[strip] = kind

    def _filtered(
        self, strips: list[int], place: Doubles, sound: Doubles, chunks: int, whole: int
    ) -> Doubles:
        count = len(strips)
        grid = (count, chunks, CHUNK_FRAMES)
        rows = self._interpolated(place, grid)
        poles = _shaped(self._complex[0], 2, *grid)
        inverse = _shaped(self._complex[1], 2, *grid)
        self._pole_products(rows, poles, inverse)
        self._weigh(rows, inverse)
        total = _shaped(self._complex[2], 2, count, 2, *grid[1:])
        x = sound.reshape(count, 2, *grid[1:])
        np.multiply(x, inverse.real[:, :, np.newaxis], out=total.real)
        np.multiply(x, inverse.imag[:, :, np.newaxis], out=total.imag)
        np.add.accumulate(total, axis=-1, out=total)
        memory = self._memory[:, strips]
        for chunk in range(chunks):
            np.add(total[..., chunk, :], memory[..., np.newaxis], out=total[..., chunk, :])
            if chunk < whole:
                memory = _product(poles[:, :, chunk, -1][..., np.newaxis], total[..., chunk, -1])
                memory[np.abs(memory.real) + np.abs(memory.imag) < _NOTHING] = 0.0
        self._memory[:, strips] = memory
        return self._result(rows, poles, total, x)

    def _interpolated(self, place: Doubles, grid: tuple[int, int, int]) -> Doubles:
        """Coefficients at each frame; shape (10, strips, chunks, frames)."""
        flat = place.reshape(grid)
        index = _shaped(self._integers, *grid)
        share = _shaped(self._doubles[2], *grid)
        np.multiply(flat, 2.0 * _STEPS, out=share)
        np.minimum(share, 2.0 * _STEPS - 1e-9, out=share)
        index[:] = share
        np.subtract(share, index, out=share)
        np.add(index, flat > FILTER_NEUTRAL, out=index)
        low: Doubles = _shaped(self._doubles[7], _ROWS, *grid)
        slope = _shaped(self._doubles[8], _ROWS, *grid)
        np.take(self._table, index, axis=1, out=low, mode="clip")
        np.take(self._slopes, index, axis=1, out=slope, mode="clip")
        np.multiply(slope, share, out=slope)
        np.add(low, slope, out=low)
        return low

    def _pole_products(self, rows: Doubles, poles: Any, inverse: Any) -> None:
        """Running products of the poles of each chunk, and of their inverses."""
        real, imaginary = rows[6::2], rows[7::2]
        size = _shaped(self._doubles[3], *real.shape)
        square = _shaped(self._doubles[4], *real.shape)
        np.multiply(real, real, out=size)
        np.multiply(imaginary, imaginary, out=square)
        np.add(size, square, out=size)
        poles.real, poles.imag = real, imaginary
        np.divide(real, size, out=inverse.real)
        np.divide(imaginary, size, out=inverse.imag)
        np.negative(inverse.imag, out=inverse.imag)
        # Always over whole chunks: a running product in pieces could be other bits.
        np.multiply.accumulate(poles, axis=-1, out=poles)
        np.multiply.accumulate(inverse, axis=-1, out=inverse)

    def _weigh(self, rows: Doubles, inverse: Any) -> None:
        """``r / P``, in plain products and sums: a product of complex arrays may be other bits at
        another length."""
        r_real, r_imag = rows[2:6:2], rows[3:6:2]
        real = _shaped(self._doubles[3], *r_real.shape)
        imaginary = _shaped(self._doubles[4], *r_real.shape)
        term = _shaped(self._doubles[6], *r_real.shape)
        np.multiply(r_real, inverse.real, out=real)
        np.multiply(r_imag, inverse.imag, out=term)
        np.subtract(real, term, out=real)
        np.multiply(r_real, inverse.imag, out=imaginary)
        np.multiply(r_imag, inverse.real, out=term)
        np.add(imaginary, term, out=imaginary)
        inverse.real, inverse.imag = real, imaginary

    def _result(self, rows: Doubles, poles: Any, total: Any, x: Doubles) -> Doubles:
        """``d x + Re(P (s0 + sum))``, blended with the dry sound near the middle."""
        out: Doubles = _shaped(self._doubles[5], *x.shape)
        term = _shaped(self._doubles[6], *x.shape)
        blend = rows[0]
        np.multiply(x, rows[1][:, np.newaxis], out=out)
        for pole in (0, 1):
            np.multiply(total[pole].real, poles[pole].real[:, np.newaxis], out=term)
            np.add(out, term, out=out)
            np.multiply(total[pole].imag, poles[pole].imag[:, np.newaxis], out=term)
            np.subtract(out, term, out=out)
        np.multiply(out, blend[:, np.newaxis], out=out)
        np.subtract(1.0, blend, out=blend)
        np.multiply(x, blend[:, np.newaxis], out=term)
        np.add(out, term, out=out)
        return out.reshape(len(x), 2, -1)


def _shaped(buffer: Any, *shape: int) -> Any:
    """The begin of a flat buffer as an array of this shape."""
    return buffer[: math.prod(shape)].reshape(shape)


def _product(left: Any, right: Any) -> Any:
    """The product of complex arrays by plain products and sums."""
    out = np.empty(right.shape, dtype=np.complex128)
    out.real = left.real * right.real - left.imag * right.imag
    out.imag = left.real * right.imag + left.imag * right.real
    return out

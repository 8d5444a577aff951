"""How far the other instruments yield to the kick: a function of the absolute frame.

The kicks are those of the sounding drum, or of the rhythm floor with half the depth; each of the
two has its own :class:`Ducking`. What a kick does at a frame depends only on where the kick is and
on which clip sounded there, so the samples are the same whatever the block size.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

import numpy as np

from mwk_desktop.engine.gains import Floats
from mwk_desktop.sounds.sound_layout import SoundLayout

ATTACK_MS: Final = 2
"""The gain is down before the kick's own peak, 3 to 5 ms after its start."""

HOLD_MS: Final = 20
RECOVERED_MS: Final = 150
"""The gain is back this long after the kick: a sixteenth before the next eighth."""

FLOOR_SHARE: Final = 0.5
"""The rhythm floor ducks at most half as deep: it is felt, not heard."""


def duck_shape(rate_hz: int) -> Floats:
    """What a kick does to the gain: 0 at its start, 1 where the gain is lowest, 0 at the end.

    Sine-shaped both ways. Returns float32, shape (frames,).
    """
    attack, hold, frames = (rate_hz * ms // 1000 for ms in (ATTACK_MS, HOLD_MS, RECOVERED_MS))
    shape = np.ones(frames)
    shape[:attack] = np.sin(np.pi / 2 * np.arange(attack) / attack) ** 2
    back = frames - hold
    shape[hold:] = np.cos(np.pi / 2 * np.arange(back) / back) ** 2
    return shape.astype(np.float32)


def duck_amount(depth_db: float) -> float:
    """The share of a strip's gain that a kick takes away: 0.5 for 6.02 dB."""
    return 1.0 - math.pow(10.0, -depth_db / 20.0)


class Ducking:
    """The depth at each frame, from the kicks of the clips that carried the beat there.

    Parameters
    ----------
    share : float
        How deep a kick ducks.
    rate_hz, loop_frames, origin_frame : int
        Of the engine.
    max_frames : int
        The most frames that one call asks for.
    """

    def __init__(
        self, share: float, rate_hz: int, loop_frames: int, origin_frame: int, max_frames: int
    ) -> None:
        shape = duck_shape(rate_hz) * np.float32(share)
        self.memory_frames = len(shape)
        """How long a kick matters."""
        self._shape = np.repeat(shape, 2)
        self._loop_frames = loop_frames
        self._origin_frame = origin_frame
        self._depth = np.zeros(2 * max_frames, dtype=np.float32)
        # From which frame on which clip's kicks count; the newest is the last.
        self._sources: list[tuple[int, SoundLayout | None]] = []

    def set_source(self, frame: int, layout: SoundLayout | None) -> None:
        """From ``frame`` on the kicks of a clip count, which has some (None: no kicks)."""
        sources = self._sources
        if sources and sources[-1][1] == layout:
            return
        sources.append((frame, layout))
        while len(sources) > 1 and sources[1][0] <= frame - self.memory_frames:
            del sources[0]

    def jump(self, frame: int) -> None:
        """Go on at ``frame``, with the newest source."""
        self._sources = [(frame, layout) for _, layout in self._sources[-1:]]

    def depth(self, frame: int, frames: int) -> Floats | None:
        """The depth of ``frames`` frames, 0 to 1; None where it is 0 throughout.

        Returns
        -------
        ndarray of float32, shape (2 * frames,)
            Interleaved; valid until the next call.
        """
        out: Floats | None = None
        for kick in self._kicks(frame - self.memory_frames + 1, frame + frames):
            if out is None:
                out = self._depth[: 2 * frames]
                out.fill(0.0)
            begin, end = max(kick, frame), min(kick + self.memory_frames, frame + frames)
            span = out[2 * (begin - frame) : 2 * (end - frame)]
            shape = self._shape[2 * (begin - kick) : 2 * (end - kick)]
            np.maximum(span, shape, out=span)
        return out

    def _kicks(self, first: int, end: int) -> Iterator[int]:
        """Frames of the kicks in ``[first, end)``."""
        until = [source[0] for source in self._sources[1:]]
        for (since, layout), before in zip(self._sources, [*until, end], strict=True):
            if layout is not None:
                yield from self._kicks_of(layout, max(first, since), min(end, before))

    def _kicks_of(self, layout: SoundLayout, first: int, end: int) -> Iterator[int]:
        loops = self._loop_frames
        loop = (first - self._origin_frame) // loops
        while (start := self._origin_frame + loop * loops) < end:
            kicks = layout.kicks[loop % len(layout.kicks)]
            for place in range(bisect_left(kicks, first - start), len(kicks)):
                if start + kicks[place] >= end:
                    break
                yield start + kicks[place]
            loop += 1

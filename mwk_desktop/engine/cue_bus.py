"""Pre-listening on outputs 3 and 4: strips before their faders, or what will land next.

It only reads what the room's mix makes, so the room's samples are the same with and without it.
What comes next is mixed by a second :class:`~mwk_desktop.engine.mixer.Mixer` at the same frames,
with the same filters and master bus: it is heard as it will land, in phase with the room. The cue
is delayed like the room, by the limiter's delay.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

import numpy as np

from mwk_desktop.engine.delay_line import DelayLine
from mwk_desktop.engine.gains import Floats, Gain, RampTable
from mwk_desktop.engine.protocol import (
    NO_CUE,
    NOW,
    SILENCE,
    CuePlan,
    EngineSpec,
    Event,
    Launch,
    Ramp,
    audible_curve,
)
from mwk_desktop.units import STRIPS, ramp_frames

_LOUDEST: Final = 1.0
"""Headphones get no limiter: what exceeds full scale is cut."""


class ComingMix(Protocol):
    """The mixer of what comes next."""

    spec: EngineSpec

    @property
    def sounds(self) -> bool: ...

    def plan_launches(self, strip: int, launches: Sequence[Launch]) -> None: ...

    def plan_ramps(self, curve: int, ramps: Sequence[Ramp]) -> None: ...

    def mix_into(self, out: Floats) -> None: ...

    def jump(self, frame: int) -> None: ...

    def events(self) -> list[Event]: ...


class CueBus:
    """The sum of what is pre-listened to.

    Parameters
    ----------
    coming : ComingMix
        Mixes what comes next; without a limiter.
    delay_frames : int
        The room's delay.
    max_frames : int
        The most frames at once.
    """

    def __init__(self, coming: ComingMix, delay_frames: int, max_frames: int) -> None:
        self._coming = coming
        self._fade = ramp_frames(coming.spec.rate_hz)
        self._plan = NO_CUE
        self._coming_runs = False
        self.taps = tuple(Gain(0.0) for _ in range(STRIPS))
        """How much of each strip is heard; the mixer splits its stretches where one ends."""
        self._level = Gain(1.0)
        self._table = RampTable(max_frames)
        self._scratch, self._sum = (np.zeros(2 * max_frames, dtype=np.float32) for _ in range(2))
        self._delayed = 2 * delay_frames
        self._line = DelayLine(2 * (delay_frames + max_frames), 2 * max_frames, 0.0)

    def replace_plan(self, plan: CuePlan, frame: int) -> None:
        """Hear something else from ``frame`` on."""
        before, self._plan = self._plan, plan
        for strip, tap in enumerate(self.taps):
            wanted = float(strip in plan.strips and not plan.hears_next)
            if tap.target != wanted:
                tap.ramp(frame, wanted, self._fade)
        if plan.gain != before.gain:
            self._level.ramp(frame, plan.gain, self._fade)
        if plan.hears_next and not self._coming_runs:
            self._coming_runs = True
            self._coming.jump(frame)
        if not self._coming_runs:
            return
        for strip in range(STRIPS):
            clip = plan.clips[strip] if plan.hears_next else SILENCE
            self._coming.plan_launches(strip, [Launch(NOW, clip, self._fade, self._fade)])
            heard = float(not plan.strips or strip in plan.strips)
            self._coming.plan_ramps(audible_curve(strip), [Ramp(NOW, heard, self._fade)])

    def follow(self, curve: int, ramp: Ramp) -> None:
        """A filter of the room moves: what comes next is filtered alike."""
        self._coming.plan_ramps(curve, [ramp])

    def jump(self, before: int, frame: int) -> None:
        """The room's transport goes on at ``frame`` instead of ``before``."""
        for gain in (*self.taps, self._level):
            gain.jump(before, frame)
        if self._coming_runs:
            self._coming.jump(frame)

    @property
    def is_on(self) -> bool:
        """Whether anything is heard, or still fading."""
        return self._coming_runs or any(map(self._is_tapped, self.taps))

    @staticmethod
    def _is_tapped(tap: Gain) -> bool:
        return tap.target != 0.0 or tap.start != 0.0

    def begin(self, frames: int) -> None:
        """Before the room's next frames are mixed."""
        self._sum[: 2 * frames].fill(0.0)

    def tap(self, strip: int, sound: Floats, frame: int, begin: int) -> None:
        """Add a strip's sound of one stretch, which begins ``begin`` frames after the block."""
        gain = self.taps[strip]
        if gain.end_frame <= frame and gain.target == 0.0:
            return
        scratch, out = self._scratch[: len(sound)], self._sum[2 * begin : 2 * begin + len(sound)]
        if gain.end_frame <= frame:
            np.add(out, sound, out=out)
        else:
            np.multiply(sound, self._table.values(gain, frame, len(sound) // 2), out=scratch)
            np.add(out, scratch, out=out)

    def write_into(self, out: Floats, frame: int) -> None:
        """Write the cue of the frames just mixed for the room; float32, shape (2 * frames,)."""
        total = self._sum[: len(out)]
        if self._coming_runs:
            coming = self._scratch[: len(out)]
            self._coming.mix_into(coming)
            self._coming.events()  # nobody asks what landed here
            np.add(total, coming, out=total)
            self._coming_runs = self._plan.hears_next or self._coming.sounds
        if frame < self._level.end_frame:
            np.multiply(total, self._level.at(frame), out=total)
        elif self._level.target != 1.0:
            np.multiply(total, self._level.target, out=total)
        self._line.push(len(out))[:] = total
        np.clip(self._line.newest(len(out), self._delayed), -_LOUDEST, _LOUDEST, out=out)

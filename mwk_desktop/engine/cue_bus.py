"""Pre-listening on outputs 3 and 4: strips, what will land next, the master.

Strips are heard before their faders, or as the room gets them: after fader, mute and solo. The cue
only reads what the room's mix makes, so the room's samples are the same with and without it. What
comes next is mixed by a second :class:`~mwk_desktop.engine.mixer.Mixer` at the same frames, with
the same filters and master bus (and after the faders, the same faders): it is heard as it will
land, in phase with the room. The cue is delayed like the room, by the limiter's delay; the master
has passed the limiter, but is neither dimmed nor mono.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

import numpy as np

from mwk_desktop.engine.delay_line import DelayLine
from mwk_desktop.engine.gains import Floats, Gain, RampTable
from mwk_desktop.engine.protocol import (
    INITIAL,
    NO_CUE,
    NOW,
    SILENCE,
    CuePlan,
    Curve,
    EngineSpec,
    Event,
    Launch,
    Ramp,
    audible_curve,
    fader_curve,
    filter_curve,
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

    def append_ramp(self, curve: int, ramp: Ramp) -> None: ...

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
        self.taps = tuple(Gain(0.0) for _ in range(2 * STRIPS))
        """How much of each strip is heard before its fader, and then how much of each after it; the
        mixer splits its stretches where one ends."""
        self._level, self._master = Gain(1.0), Gain(0.0)
        self._room = list(INITIAL)
        """Where the room's curves are, or are going."""
        self._table = RampTable(max_frames)
        self._scratch, self._sum = (np.zeros(2 * max_frames, dtype=np.float32) for _ in range(2))
        self._delayed = 2 * delay_frames
        self._line = DelayLine(2 * (delay_frames + max_frames), 2 * max_frames, 0.0)

    def replace_plan(self, plan: CuePlan, frame: int) -> None:
        """Hear something else from ``frame`` on."""
        before, self._plan = self._plan, plan
        for place, tap in enumerate(self.taps):
            after_fader, strip = divmod(place, STRIPS)
            chosen = strip in plan.strips and not plan.hears_next
            self._move(tap, float(chosen and plan.after_fader == bool(after_fader)), frame)
        self._move(self._level, plan.gain, frame)
        self._move(self._master, float(plan.hears_master), frame)
        starts = plan.hears_next and not self._coming_runs
        if starts:
            self._coming_runs = True
            self._coming.jump(frame)
        if not self._coming_runs:
            return
        for strip in range(STRIPS):
            clip = plan.clips[strip] if plan.hears_next else SILENCE
            self._coming.plan_launches(strip, [Launch(NOW, clip, self._fade, self._fade)])
            curves = [audible_curve(strip)]
            # Else a fader of the room that moves slowly would be there at once.
            if starts or plan.after_fader != before.after_fader:
                curves.append(fader_curve(strip))
            if starts:
                curves.append(filter_curve(strip))
            for curve in curves:
                # What begins is silent and may jump: a ramp of the room may follow in this block.
                ramp = Ramp(NOW, self._coming_value(curve), 0 if starts else self._fade)
                self._coming.plan_ramps(curve, [ramp])

    def _move(self, gain: Gain, target: float, frame: int) -> None:
        if gain.target != target:
            gain.ramp(frame, target, self._fade)

    def _coming_value(self, curve: int) -> float:
        """Where a fader, a gate or a filter of what comes next belongs."""
        value = self._room[curve] if self._plan.after_fader or curve > Curve.MASTER else 1.0
        if not Curve.AUDIBLE <= curve < Curve.MASTER:
            return value
        strips = self._plan.strips
        return value if not strips or curve - Curve.AUDIBLE in strips else 0.0

    def follow(self, curve: int, ramp: Ramp) -> None:
        """A strip's filter, fader or gate moves: that of what comes next moves alike.

        Called while the room's frames are mixed, before the same frames of what comes next.
        """
        self._room[curve] = ramp.target
        if self._coming_runs and (self._plan.after_fader or curve > Curve.MASTER):
            self._coming.append_ramp(curve, ramp._replace(target=self._coming_value(curve)))

    def jump(self, before: int, frame: int) -> None:
        """The room's transport goes on at ``frame`` instead of ``before``."""
        for gain in (*self.taps, self._level, self._master):
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

    def tap(self, strip: int, sound: Floats, after_fader: bool, frame: int, begin: int) -> None:
        """Add a strip's sound of one stretch, which begins ``begin`` frames after the block."""
        gain = self.taps[strip + STRIPS * after_fader]
        if gain.end_frame <= frame and gain.target == 0.0:
            return
        scratch, out = self._scratch[: len(sound)], self._sum[2 * begin : 2 * begin + len(sound)]
        if gain.end_frame <= frame:
            np.add(out, sound, out=out)
        else:
            np.multiply(sound, self._table.values(gain, frame, len(sound) // 2), out=scratch)
            np.add(out, scratch, out=out)

    def write_into(self, out: Floats, frame: int, master: Floats) -> None:
        """Write the cue of the frames just mixed for the room.

        ``out`` and the limited ``master``: float32, shape (2 * frames,).
        """
        total = self._sum[: len(out)]
        if self._coming_runs:
            coming = self._scratch[: len(out)]
            self._coming.mix_into(coming)
            self._coming.events()  # nobody asks what landed here
            np.add(total, coming, out=total)
            self._coming_runs = self._plan.hears_next or self._coming.sounds
        self._scale(total, self._level, frame, total)
        self._line.push(len(out))[:] = total
        heard = self._line.newest(len(out), self._delayed)
        if self._master.end_frame > frame or self._master.target != 0.0:
            also = self._scratch[: len(out)]
            self._scale(master, self._master, frame, also)
            self._scale(also, self._level, frame, also)
            heard = np.add(heard, also, out=also)
        np.clip(heard, -_LOUDEST, _LOUDEST, out=out)

    def _scale(self, sound: Floats, gain: Gain, frame: int, out: Floats) -> None:
        """``sound`` times a gain whose ramp may end in it."""
        if gain.end_frame <= frame:
            np.multiply(sound, gain.target, out=out)
            return
        values = self._table.values(gain, frame, len(sound) // 2)
        values[2 * (gain.end_frame - frame) :] = gain.target
        np.multiply(sound, values, out=out)

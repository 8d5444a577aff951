"""The gains of a show: faders, filters, mute and solo, the master's switches.

Show thread only; they act at once, over a ramp.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from mwk_desktop.engine.protocol import (
    NOW,
    Curve,
    EnginePort,
    EngineStatus,
    Ramp,
    audible_curve,
    fader_curve,
    filter_curve,
)
from mwk_desktop.show.arranger import Arranger
from mwk_desktop.show.cue_controls import CueControls
from mwk_desktop.show.grid import Grid
from mwk_desktop.show.overrides import StripOverride
from mwk_desktop.show.sound_state import SoundState
from mwk_desktop.units import INSTRUMENTS, MASTER_CEILING_DBTP, db_to_gain, ramp_frames

DIM_DB: Final = -20.0
"""Loud enough to know that the music plays, low enough to speak over it."""

DIM_RAMP_MS: Final = 50


class StripGains:
    """Sends the strips' and the master's gains to the engine.

    Parameters
    ----------
    port, grid
        The engine and the musical grid.
    overrides
        The presenter's mutes, solos and gains by instrument.
    arranger
        Its floor is silent while a strip is solo.
    """

    def __init__(
        self,
        port: EnginePort,
        grid: Grid,
        overrides: Mapping[str, StripOverride],
        arranger: Arranger,
    ) -> None:
        self.master_gain = 1.0
        self.cue = CueControls(port)
        self.dim, self.mono = False, False
        self.ceiling_dbtp = MASTER_CEILING_DBTP
        self._port = port
        self._rate_hz = grid.rate_hz
        self._ramp = ramp_frames(grid.rate_hz)
        self._overrides = overrides
        self._arranger = arranger
        self._audible = dict.fromkeys(INSTRUMENTS, True)

    def set_gain(self, name: str | None, gain: float) -> None:
        """An instrument's gain, or the master's (None)."""
        if name is None:
            self.master_gain = gain
            curve: int = Curve.MASTER
        else:
            self._overrides[name].gain = gain
            curve = fader_curve(INSTRUMENTS.index(name))
        self._port.plan_ramps(curve, [Ramp(NOW, gain, self._ramp)])

    def filter_position(self, name: str) -> float:
        """The position of an instrument's filter."""
        return self._overrides[name].filter

    def set_filter(
        self, name: str, position: float, frame: int = NOW, frames: int | None = None
    ) -> None:
        """Move an instrument's filter, by default now and over 10 ms."""
        self._overrides[name].filter = position
        ramp = Ramp(frame, position, self._ramp if frames is None else frames)
        self._port.plan_ramps(filter_curve(INSTRUMENTS.index(name)), [ramp])

    def set_dim(self, dim: bool) -> None:
        """Lower the room by 20 dB, or not."""
        self.dim = dim
        gain = db_to_gain(DIM_DB) if dim else 1.0
        frames = self._rate_hz * DIM_RAMP_MS // 1000
        self._port.plan_ramps(Curve.DIM, [Ramp(NOW, gain, frames)])

    def set_mono(self, mono: bool) -> None:
        """Both sides of the room hear the same, or not."""
        self.mono = mono
        self._port.plan_ramps(Curve.WIDTH, [Ramp(NOW, float(not mono), self._ramp)])

    def set_ceiling(self, dbtp: float) -> None:
        """The limiter's ceiling; the limiter itself moves smoothly."""
        self.ceiling_dbtp = dbtp
        self._port.plan_ramps(Curve.CEILING, [Ramp(NOW, dbtp, 0)])

    def sound_state(self, status: EngineStatus) -> SoundState:
        """What of it people see."""
        return SoundState(
            self.dim,
            self.mono,
            self.ceiling_dbtp,
            self._arranger.crossfade_beats,
            status.has_cue,
            status.cue_problem,
            self.cue.hears_next,
            self.cue.gain,
        )

    def keep_room(self, before: StripGains) -> None:
        """Take over what only the room hears: it is not part of the show that began."""
        self.dim, self.mono = before.dim, before.mono
        self.cue.continue_from(before.cue)

    def audible(self, name: str) -> bool:
        """Whether neither mute nor another strip's solo silences an instrument."""
        return self._audible[name]

    def send_audible(self) -> None:
        """Send what a changed mute or solo makes audible or silent."""
        any_solo = any(hand.solo for hand in self._overrides.values())
        self._arranger.set_any_solo(any_solo)
        for strip, (name, hand) in enumerate(self._overrides.items()):
            audible = hand.solo or not (any_solo or hand.mute)
            if audible != self._audible[name]:
                self._audible[name] = audible
                self._port.plan_ramps(audible_curve(strip), [Ramp(NOW, float(audible), self._ramp)])

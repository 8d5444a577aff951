"""The gains of a show: faders, filters, mute and solo, the master's switches.

Show thread only.

By themselves they act at once, over a short ramp. As part of a GO or a recalled snapshot they land
on a bar line with the rest: mutes and solos over the short ramp, faders and filters over one beat.
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
from mwk_desktop.units import (
    INSTRUMENTS,
    MASTER_CEILING_DBTP,
    STRIPS,
    db_to_gain,
    ramp_frames,
)

DIM_DB: Final = -20.0
"""Loud enough to know that the music plays, low enough to speak over it."""

DIM_RAMP_MS: Final = 50

_CURVES: Final = tuple(
    curve(strip) for strip in range(STRIPS) for curve in (fader_curve, filter_curve, audible_curve)
)


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
    lead_frames
        How long a plan may be on its way to the engine.
    """

    def __init__(
        self,
        port: EnginePort,
        grid: Grid,
        overrides: Mapping[str, StripOverride],
        arranger: Arranger,
        lead_frames: int = 0,
    ) -> None:
        self.master_gain = 1.0
        self.cue = CueControls(port)
        self.dim, self.mono = False, False
        self.heard = True
        """Whether the room hears this console: not while another one of the show is heard."""
        self.ceiling_dbtp = MASTER_CEILING_DBTP
        self._port = port
        self._rate_hz = grid.rate_hz
        self._ramp = ramp_frames(grid.rate_hz)
        self._beat = int(grid.beat_frames)
        self._overrides = overrides
        self._arranger = arranger
        self._lead_frames = lead_frames
        self._frame = 0
        self._audible = dict.fromkeys(INSTRUMENTS, True)
        # Per curve: ramps that have landed here but may not have begun there, with the frame until
        # which that may be so; and those that are to come.
        self._in_flight: dict[int, list[tuple[int, Ramp]]] = {curve: [] for curve in _CURVES}
        self._coming: dict[int, list[Ramp]] = {curve: [] for curve in _CURVES}

    # -- at once ----------------------------------------------------------------------------

    def set_gain(self, name: str | None, gain: float) -> None:
        """An instrument's gain, or the master's (None)."""
        if name is None:
            self.master_gain = gain
            self._port.plan_ramps(Curve.MASTER, [Ramp(NOW, gain, self._ramp)])
            return
        override = self._overrides[name]
        override.gain, override.pending_gain = gain, None
        self._move(fader_curve(INSTRUMENTS.index(name)), gain)

    def filter_position(self, name: str) -> float:
        """The position of an instrument's filter."""
        return self._overrides[name].filter

    def set_filter(self, name: str, position: float) -> None:
        """Move an instrument's filter now, over 10 ms."""
        override = self._overrides[name]
        override.filter, override.pending_filter = position, None
        self._move(filter_curve(INSTRUMENTS.index(name)), position)

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

    def set_heard(self, heard: bool) -> None:
        """Let the room hear this console, or not: at once, over 10 ms."""
        self.heard = heard
        self._port.plan_ramps(Curve.HEARD, [Ramp(NOW, float(heard), self._ramp)])

    def start_unheard(self) -> None:
        """Mute this console in the room from its first frame on."""
        self.heard = False
        self._port.plan_ramps(Curve.HEARD, [Ramp(NOW, 0.0, 0)])

    def set_ceiling(self, dbtp: float) -> None:
        """The limiter's ceiling; the limiter itself moves smoothly."""
        self.ceiling_dbtp = dbtp
        self._port.plan_ramps(Curve.CEILING, [Ramp(NOW, dbtp, 0)])

    def sound_state(self, status: EngineStatus) -> SoundState:
        """The part of it that people see."""
        return SoundState(
            self.dim,
            self.mono,
            self.ceiling_dbtp,
            self._arranger.crossfade_beats,
            status.has_cue,
            status.cue_problem,
            self.cue.hears_next,
            self.cue.gain,
            self.cue.after_fader,
            self.cue.hears_master,
            self.cue.clip or "",
        )

    def keep_room(self, before: StripGains) -> None:
        """Take over the settings that only the room hears: they do not belong to a show."""
        self.dim, self.mono = before.dim, before.mono
        self.cue.continue_from(before.cue)

    def audible(self, name: str) -> bool:
        """Whether neither mute nor another strip's solo silences an instrument."""
        return self._audible[name]

    def send_audible(self) -> None:
        """Send what a changed mute or solo makes audible or silent."""
        self._arranger.set_any_solo(any(each.solo for each in self._overrides.values()))
        coming = self._ramps_to_come()
        for strip, (name, audible) in enumerate(self._audible_at(NOW).items()):
            if audible != self._audible[name]:
                self._audible[name] = audible
                curve = audible_curve(strip)
                self._coming[curve] = coming[curve]
                self._move(curve, float(audible))
        self.plan_coming()

    def _move(self, curve: int, target: float) -> None:
        """The newest change wins: what was pending for this control is gone."""
        if curve not in {audible_curve(strip) for strip in range(STRIPS)}:
            self._coming[curve] = []
        ramp = Ramp(NOW, target, self._ramp)
        self._in_flight[curve] = [(self._frame + self._lead_frames, ramp)]
        self._port.plan_ramps(curve, [ramp, *self._coming[curve]])

    # -- together, on a line ----------------------------------------------------------------

    def plan_coming(self) -> None:
        """Send what the pending overrides will do, where that has changed."""
        for curve, ramps in self._ramps_to_come().items():
            if ramps != self._coming[curve]:
                self._coming[curve] = ramps
                flights = [ramp for _, ramp in self._in_flight[curve]]
                self._port.plan_ramps(curve, [*flights, *ramps])

    def land(self, frame: int) -> None:
        """The overrides that were pending for ``frame`` have landed; the engine has them."""
        for curve, ramps in self._coming.items():
            landed = [(ramp.frame, ramp) for ramp in ramps if ramp.frame <= frame]
            if landed:
                self._in_flight[curve] += landed
                self._coming[curve] = ramps[len(landed) :]
        self._audible = self._audible_at(NOW)
        self._arranger.set_any_solo(any(each.solo for each in self._overrides.values()), frame)
        self.plan_coming()

    def advance(self, frame: int) -> None:
        """The transport is at ``frame``: what lies before it has begun."""
        self._frame = frame
        for curve, flights in self._in_flight.items():
            if flights:
                self._in_flight[curve] = [each for each in flights if each[0] > frame]

    def _ramps_to_come(self) -> dict[int, list[Ramp]]:
        """Per curve, the ramps of the pending overrides."""
        coming: dict[int, list[Ramp]] = {}
        for strip, override in enumerate(self._overrides.values()):
            for curve, pending in (
                (fader_curve(strip), override.pending_gain),
                (filter_curve(strip), override.pending_filter),
            ):
                coming[curve] = [Ramp(*pending, self._beat)] if pending is not None else []
            coming[audible_curve(strip)] = []
        now = self._audible_at(NOW)
        for frame in sorted(self._audible_frames()):
            then = self._audible_at(frame)
            for strip, name in enumerate(INSTRUMENTS):
                if then[name] != now[name]:
                    ramp = Ramp(frame, float(then[name]), self._ramp)
                    coming[audible_curve(strip)].append(ramp)
            now = then
        return coming

    def _audible_frames(self) -> set[int]:
        overrides = self._overrides.values()
        pending = [each for one in overrides for each in (one.pending_mute, one.pending_solo)]
        return {each[0] for each in pending if each is not None}

    def _audible_at(self, frame: int) -> dict[str, bool]:
        """Which strips are heard once everything pending for ``frame`` has landed (NOW: what has
        landed)."""
        solos = {name: override.at(frame)[2] for name, override in self._overrides.items()}
        any_solo = any(solos.values())
        return {
            name: solos[name] or not (any_solo or override.mute_at(frame))
            for name, override in self._overrides.items()
        }

"""The gains of a show: faders, filters, mute and solo. Show thread only; they act at once, over a
ramp."""

from __future__ import annotations

from collections.abc import Mapping

from mwk_desktop.engine.protocol import (
    NOW,
    Curve,
    EnginePort,
    Ramp,
    audible_curve,
    fader_curve,
    filter_curve,
)
from mwk_desktop.show.arranger import Arranger
from mwk_desktop.show.grid import Grid
from mwk_desktop.show.overrides import StripOverride
from mwk_desktop.units import INSTRUMENTS, ramp_frames


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
        self._port = port
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

    def set_filter(self, name: str, position: float) -> None:
        """The position of an instrument's filter."""
        self._overrides[name].filter = position
        curve = filter_curve(INSTRUMENTS.index(name))
        self._port.plan_ramps(curve, [Ramp(NOW, position, self._ramp)])

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

"""What the strips' controls ask for (GUI thread only, never blocks).

A slot reads the newest snapshot, to know what a toggle should become, and sends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from mwk_desktop.show import commands as ask
from mwk_desktop.show.commands import Mode
from mwk_desktop.show.snapshot import StripState
from mwk_desktop.ui.scales import FADER_ZERO, fader_gain, stepped_gain
from mwk_desktop.units import INSTRUMENTS, STRIPS, db_to_gain

if TYPE_CHECKING:
    from mwk_desktop.ui.console.show_client import Show

MASTER = STRIPS
"""The master's place among the strips."""

_MODE_AFTER = {Mode.AUTO: Mode.ON, Mode.ON: Mode.OFF, Mode.OFF: Mode.AUTO}


class StripControls:
    """The part of the console's view-model behind the eight strips and the master's fader."""

    _show: Show

    def _strip(self, place: int) -> StripState:
        return self._show.snapshot().strips[place]

    @Slot(int, str)
    def setMode(self, place: int, mode: str) -> None:
        self._show.send(ask.SetMode(INSTRUMENTS[place], Mode(mode)))

    @Slot(int)
    def cycleMode(self, place: int) -> None:
        strip = self._strip(place)
        after = _MODE_AFTER[strip.pending_mode or strip.mode]
        self._show.send(ask.SetMode(INSTRUMENTS[place], after))

    @Slot(int, int)
    def setClip(self, place: int, clip: int) -> None:
        """Choose a clip by its place in the list; -1 gives the choice back to the crowd."""
        clips = self._strip(place).clips
        name = clips[clip].name if 0 <= clip < len(clips) else None
        self._show.send(ask.SetVariation(INSTRUMENTS[place], name))

    @Slot(int)
    def nextClip(self, place: int) -> None:
        self._show.send(ask.NextVariation(INSTRUMENTS[place]))

    @Slot(int)
    def toggleMute(self, place: int) -> None:
        self._show.send(ask.SetMute(INSTRUMENTS[place], not self._strip(place).mute))

    @Slot(int)
    def toggleSolo(self, place: int) -> None:
        self._show.send(ask.SetSolo(INSTRUMENTS[place], not self._strip(place).solo))

    @Slot(int)
    def cancelChange(self, place: int) -> None:
        if self._strip(place).can_cancel:
            self._show.send(ask.CancelChange(INSTRUMENTS[place]))

    @Slot(int, float)
    def setFader(self, place: int, position: float) -> None:
        """Move a fader (8 is the master) to a place on its travel."""
        gain = 1.0 if abs(position - FADER_ZERO) < 1e-6 else fader_gain(position)
        self._send_gain(place, gain)

    @Slot(int, float)
    def stepFader(self, place: int, step_db: float) -> None:
        snapshot = self._show.snapshot()
        gain = snapshot.master_gain if place == MASTER else snapshot.strips[place].gain
        self._send_gain(place, stepped_gain(gain, step_db))

    @Slot(int, str)
    def typeGain(self, place: int, text: str) -> None:
        """Set a fader to typed decibels; what is no number changes nothing."""
        try:
            db = float(text.replace("\u2212", "-").replace(",", ".").lower().removesuffix("db"))
        except ValueError:
            return
        if db == db:
            self._send_gain(place, 0.0 if db < -90.0 else db_to_gain(min(6.0, db)))

    @Slot(int)
    def clearClip(self, place: int) -> None:
        """The presenter has seen that a channel (8: the master) was too loud."""
        if place == MASTER:
            self.set_properties({"masterClipped": False})
        else:
            self._strips[place].set_properties({"clipped": False})

    def _send_gain(self, place: int, gain: float) -> None:
        self._show.send(ask.SetGain(None if place == MASTER else INSTRUMENTS[place], gain))

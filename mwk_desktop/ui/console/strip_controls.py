"""Slots of the strips' controls; each is an action (GUI thread only, never blocks)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot

from mwk_desktop.show.fader_law import typed_db
from mwk_desktop.show.sound_commands import SetCueClip
from mwk_desktop.units import STRIPS

if TYPE_CHECKING:
    from mwk_desktop.show.action_sender import ActionSender
    from mwk_desktop.show.show_client import ShowClient

MASTER = STRIPS
"""The master's place among the strips."""


def channel(place: int) -> str:
    """The prefix of a place's actions: ``strip.1``, or ``master``."""
    return "master" if place == MASTER else f"strip.{place + 1}"


class StripControls:
    """The part of the console's view-model behind the eight strips and the master's fader."""

    _show: ShowClient
    _actions: ActionSender
    _strips: list[Any]
    set_properties: Callable[[Mapping[str, Any]], None]

    @Slot(int, str)
    def setMode(self, place: int, mode: str) -> None:
        self._actions.perform(f"{channel(place)}.mode", mode)

    @Slot(int)
    def cycleMode(self, place: int) -> None:
        self._actions.perform(f"{channel(place)}.mode.next")

    @Slot(int, int)
    def setClip(self, place: int, clip: int) -> None:
        """Choose a clip by its place in the list; -1 gives the choice back to the crowd."""
        clips = self._show.snapshot().strips[place].clips
        if 0 <= clip < len(clips):
            self._actions.perform(f"{channel(place)}.clip", clips[clip].name)
        else:
            self._actions.perform(f"{channel(place)}.clip.auto")

    @Slot(int)
    def nextClip(self, place: int) -> None:
        self._actions.perform(f"{channel(place)}.clip.next")

    @Slot(int)
    def toggleMute(self, place: int) -> None:
        self._actions.perform(f"{channel(place)}.mute")

    @Slot(int)
    def toggleSolo(self, place: int) -> None:
        self._actions.perform(f"{channel(place)}.solo")

    @Slot(int)
    def cancelChange(self, place: int) -> None:
        self._actions.perform(f"{channel(place)}.cancel")

    @Slot(int, float)
    def setFader(self, place: int, position: float) -> None:
        """Move a fader (8 is the master) to a position on its travel."""
        self._actions.perform(f"{channel(place)}.fader", position)

    @Slot(int, float)
    def stepFader(self, place: int, step_db: float) -> None:
        self._actions.perform(f"{channel(place)}.fader.step", step_db)

    @Slot(int, float)
    def setFilter(self, place: int, position: float) -> None:
        """Turn a strip's filter, 0 to 1; the middle is off."""
        self._actions.perform(f"{channel(place)}.filter", position)

    @Slot(int, float)
    def stepFilter(self, place: int, step: float) -> None:
        self._actions.perform(f"{channel(place)}.filter.step", step)

    @Slot(int)
    def toggleCue(self, place: int) -> None:
        self._actions.perform(f"{channel(place)}.cue")

    @Slot(int, int)
    def cueClip(self, place: int, clip: int) -> None:
        """Pre-listen to a clip by its place in the list; again, or -1: no longer."""
        snapshot = self._show.snapshot()
        strip = snapshot.strips[place]
        name = strip.clips[clip].name if 0 <= clip < len(strip.clips) else None
        if name == (snapshot.sound.cue_clip or None):
            name = None
        if name is None and not snapshot.sound.cue_clip:
            return
        if name is None or (snapshot.sound.has_cue and not self._actions.locked):
            self._show.send(SetCueClip(strip.instrument, name))

    @Slot(int, str)
    def typeGain(self, place: int, text: str) -> None:
        """Set a fader to typed decibels; anything but a number changes nothing."""
        db = typed_db(text)
        if db is not None:
            self._actions.perform(f"{channel(place)}.gain_db", db)

    @Slot(int)
    def clearClip(self, place: int) -> None:
        """Clear the clip mark of a channel (8: the master)."""
        if place == MASTER:
            self.set_properties({"masterClipped": False})
        else:
            self._strips[place].set_properties({"clipped": False})
